"""Two amounts side by side: a text and two neighbours in; whether they are one range, score or compound amount, out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from summarizer.domain.facts import Kind
from summarizer.language.quantity_amounts import Amount
from summarizer.language.units import Unit, named

LARGEST_SCORE = 999
_INCHES = 12

Sort = Literal["range", "pair", "score", "chain"]
FINEST = Decimal("0.000001")  # of a compound amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two amounts that belong together, in text order, with the same unit; a pair is two values, "from 3 to 5 percent"."""

    sort: Sort
    low: Amount
    high: Amount


_JOINT = re.compile(r"(?P<word>(?:-?[ \u00a0]{1,2}|-)(?P<name>to|or|and)(?:[ \u00a0]{1,2}|-))|(?P<dash> ?[-‐‑–—] ?)")
_CHAINED = re.compile(r"[-‐‑–—]\d")
_FROM = re.compile(r"(?<!\w)from(?: about| nearly| almost| some| roughly| more than| at least)? $", re.IGNORECASE)
# "rose 12 to 40": by 12, or to 40 after 12; "dropped 6 to 8 inches" is a range, so verbs that take an object are not here.
_CHANGE = re.compile(
    r"(?<!\w)(?:rose|risen|rises?|fell|falls?|fallen|grew|grows?|grown|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|declin(?:e|es|ed|ing)"
    r"|climb(?:s|ed)?|jump(?:s|ed)?|surg(?:ed|es)|slip(?:s|ped)?|slid|up|down|widened|narrowed)"
    r"(?: (?:by|about|nearly|almost|some|roughly|more than|another|sharply|slightly|at least))? $",
    re.IGNORECASE,
)
_RANGING = re.compile(
    r"(?<!\w)(?:rang\w{1,3}|runs?|running|varying|varies|vary|anywhere|anything|somewhere|estimated|spans?|aged?) from $",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<!\w)between (?:about |around |some |roughly |an estimated )?$", re.IGNORECASE)
# What a score or a vote stands in: before it within a few words, or right after it.
_CONTEST = re.compile(
    r"(?<!\w)(?:vot(?:e|es|ed|ing)|won|wins?|winning|beat|beats|beating|beaten|los[et]s?|losing|lost|defeat(?:ed|s|ing)?|victory|margin|scores?|scored"
    r"|drew|draw|tied?|tie|lead|leads|led|leading|trail(?:ed|ing|s)?|edged?|ruled|ruling|decision|majority|split|passed|approved|rejected|decided"
    r"|favou?red|aggregate|match|ahead|record|down|set|level(?:led)?|favou?r|backed)(?!\w)[^.;\d]{0,40}$",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"(?<!\w)(?:by|vote of|votes of|voted|score of|margin of|majority of|result of|tally of|win of|record of)(?: a| an)? $",
    re.IGNORECASE,
)
_LOST = re.compile(
    r"(?<!\w)(?:lost|losing|lose|trail\w*|defeat(?:ed)?|beaten|behind|down)(?: [A-Za-z]{1,20}){0,3} $", re.IGNORECASE
)
_SCORED = re.compile(
    r"[ -](?:win|victory|defeat|loss|draw|tie|lead|vote|votes|record|ruling|decision|majority|split|score|deficit|aggregate|on penalties"
    r"|advantage|triumph|margin|away|home|start|at half|against|over|thrashing|rout|drubbing|result|series)\b"
)
_COUNTED = re.compile(r" (?!win|against|over)[a-z]{3,20}s\b")
_COMPOUND = re.compile(r"(?:,? and |, |[ -])")
_INCH = re.compile(r" ?(?:in\.?(?!\w)(?! (?!or|and|more|tall|long|high|wide|deep)[a-z])|inch(?:es)?\b|[\"”″])")


def continued(text: str, first: Amount, second: Amount) -> Amount | None:
    """ "5 feet 2 inches", "two hours and 30 minutes", "two years and six months" as one amount, else None."""
    unit = first.unit
    if unit is None or unit.kind not in (Kind.MEASURE, Kind.DURATION, Kind.MONEY) or second.start - first.end > 6:
        return None
    if not _COMPOUND.fullmatch(text, first.end, second.start) or second.figure.value < 0:
        return None
    if unit.name == "foot" and second.unit is None:
        return _feet_and_inches(text, first, second)
    smaller = second.unit
    if smaller is None:
        return None
    if unit.canonical == "year" and smaller.canonical == "month" and second.figure.value < 12:
        months = first.figure.value * unit.factor * 12 + second.figure.value
        return _joined(first, second, months, smaller)
    if smaller.canonical != unit.canonical or smaller.factor >= unit.factor or smaller.offset:
        return None
    if second.figure.value * smaller.factor >= unit.factor:
        return None
    return _joined(first, second, first.figure.value + second.figure.value * smaller.factor / unit.factor, unit)


def _feet_and_inches(text: str, first: Amount, second: Amount) -> Amount | None:
    inch = _INCH.match(text, second.end)
    hyphens = text[first.end : second.start] == "-"
    if second.figure.value >= _INCHES or not (inch or hyphens):
        return None
    end = inch.end() if inch else second.end
    return _joined(first, replace(second, end=end), first.figure.value + second.figure.value / _INCHES, named("foot"))


def _joined(first: Amount, second: Amount, value: Decimal, unit: Unit) -> Amount:
    last = second.unit if second.unit is not None else named("inch")
    place = second.figure.place * last.factor / unit.factor
    value = value.quantize(FINEST).normalize()
    figure = replace(first.figure, end=second.end, value=value, lead=value, place=place)
    return Amount(start=first.start, end=second.end, figure=figure, unit=unit, age=first.age)


def link_of(text: str, first: Amount, second: Amount) -> Link | None:
    """The range or score that two neighbouring amounts make, or None.

    >>> from summarizer.language.quantity_amounts import read_amounts
    >>> [link_of(t, *read_amounts(t)).sort for t in ("10 to 12 cars", "a 3-2 win", "by 52 to 48", "$5-10 million")]
    ['range', 'score', 'score', 'range']
    """
    if second.start - first.end > 8:
        return None
    joint = _JOINT.fullmatch(text, first.end, second.start)
    if joint is None:
        return None
    spaced = joint["dash"] is not None and " " in joint["dash"]
    if joint["dash"] and (first.figure.form == "words" or (spaced and second.unit is None)) and first.unit is None:
        return None
    if _may_score(first, second):
        if joint["dash"] and _CHAINED.match(text, second.end):
            return Link(sort="chain", low=first, high=second)
        if _is_score(text, joint, first, second):
            return Link(sort="score", low=first, high=second)
    return _range(text, joint, first, second)


def _may_score(first: Amount, second: Amount) -> bool:
    def counts(amount: Amount) -> bool:
        value = amount.figure.value
        return amount.unit is None and 0 <= value <= LARGEST_SCORE and value == int(value) and amount.figure.scale == 1

    return counts(first) and counts(second)


def _is_score(text: str, joint: re.Match[str], first: Amount, second: Amount) -> bool:
    start, end = first.start, second.end
    falling = first.figure.value >= second.figure.value
    if joint["dash"]:
        if falling:
            return True
        lost = _LOST.search(text, max(0, start - 60), start) or _DECIDED.search(text, max(0, start - 16), start)
        return (lost is not None and not _COUNTED.match(text, end)) or _SCORED.match(text, end) is not None
    if joint["name"] != "to":
        return False
    if _DECIDED.search(text, max(0, start - 16), start):
        return falling or not _CHANGE.search(text, max(0, start - 32), start)
    return falling and (
        _CONTEST.search(text, max(0, start - 60), start) is not None or _SCORED.match(text, end) is not None
    )


def _range(text: str, joint: re.Match[str], first: Amount, second: Amount) -> Link | None:
    low, high = _alike(first, second)
    if joint["name"] == "to" and _changes(text, first, second):
        return Link(sort="pair", low=low, high=high) if low.unit == high.unit else None
    if low.unit != high.unit or low.figure.value >= high.figure.value:
        return None
    if joint["name"] == "and" and not _BETWEEN.search(text, max(0, low.start - 28), low.start):
        return None
    if joint["name"] == "or" and high.figure.value > low.figure.value * 2 + 1:
        return None
    return Link(sort="range", low=low, high=high)


def _changes(text: str, first: Amount, second: Amount) -> bool:
    """ "rose from 3 to 5" names two values; "ranging from 3 to 5" and "rose 3 to 5 percent" one range."""
    start = first.start
    if _RANGING.search(text, max(0, start - 24), start):
        return False
    if _FROM.search(text, max(0, start - 20), start):
        return True
    whole = first.unit is not None or second.unit is None
    return whole and _CHANGE.search(text, max(0, start - 32), start) is not None


def _alike(first: Amount, second: Amount) -> tuple[Amount, Amount]:
    """Both with the unit and the scale that one of them was given: "5 to 10 million", "$5-10", "10- to 12-mile"."""
    unit = first.unit or second.unit
    if first.unit is None and second.unit is not None:
        first = replace(first, unit=second.unit, age=second.age)
    if second.unit is None and first.unit is not None and first.unit.kind in (Kind.MONEY, Kind.AGE):
        second = replace(second, unit=unit)
    scale = second.figure.scale
    if scale > 1 and first.figure.scale == 1 and first.figure.value < second.figure.lead:
        figure = first.figure
        first = replace(first, figure=replace(figure, value=figure.value * scale, place=figure.place * scale))
    return first, second
