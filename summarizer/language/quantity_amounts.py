"""Amounts: a text in; its figures with their units, as far as they count something, out, in text order.

Settles what one figure alone can tell: whether it is a year or part of a name, whether "m" is metres or million, whether
pounds are money. Ranges, scores and hedges are read from the amounts afterwards.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.domain.facts import Kind
from summarizer.domain.text import Span
from summarizer.language.number_words import MONEY_SUFFIXES, SCALES
from summarizer.language.numbers import Figure, read_figures
from summarizer.language.quantity_ages import age_at
from summarizer.language.quantity_traps import is_name_part, is_year, traps
from summarizer.language.units import Unit, currency_before, named, unit_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A figure with its unit; `start` and `end` take in a currency sign before it and the unit after it."""

    start: int
    end: int
    figure: Figure
    unit: Unit | None = None
    age: bool = False


_LARGE = re.compile(r"[ \u00a0]?(?P<suffix>mm|[mMbBtT])(?![\w$])")
_DOLLAR_OF = re.compile(
    r" (?P<whose>USD|AUD|CAD|NZD|HKD|SGD|Canadian|Australian|Singapore|Hong Kong|New Zealand)(?!\w)(?! (?:[a-z]|dollar))"
)
_WHOSE = {"Canadian": "CAD", "Australian": "AUD", "Singapore": "SGD", "Hong Kong": "HKD", "New Zealand": "NZD"}
_MINUS = re.compile(r"(?:(?<![\w\d)%])(?<!\d )[-−–]|(?<!\w)(?:minus|negative)[ -])$", re.IGNORECASE)
# "1.5m people" are people, "1.5m waves" waves: what is measured in metres, and what follows a length.
_LENGTHS = re.compile(
    r"(?:[ -](?:\d|is|are|was|were|high|tall|wide|deep|long|away|above|below|beneath|across|apart|down|up|off|from|of|by|x|in|at|and|to|or|thick|east|west"
    r"|north|south|behind|ahead|short|under|over|per|on|relay|sprint|hurdles|freestyle|butterfly|backstroke|breaststroke|medley"
    r"|individual|race|dash|final|track|run|steeplechase|title|world|gold|waves?|swells?|surf|tsunamis?|walls?|fences?|trees?|pool"
    r"|tower|statue|ship|boat|yacht|vessel|radius|drop|fall|cliff|bridge|tunnel|altitude|mark|crater|hole|trench|barrier|stretch"
    r"|jump|telescope|crane|structure|building|mast|pipeline|rope|cable|snake|python|shark|crocodile|banner|flag|board|event)\b)"
    r"|\s*[.,;:)/]|\s*$"
)
_COUNTED = re.compile(
    r" (?:(?!in|of|at|on|for|to|from|with|by|near)[a-z]{2,16} ){0,4}?(?:people|children|women|men|[a-z]{2,18}[^s\W]s)\b"
)
_WEIGHT = re.compile(
    r" of (?!aid\b|damage\b|funding\b|money\b|public\b|taxpayer|debt\b|investment\b|savings\b|cuts\b)| per square| in weight| overweight| lighter| heavier"
)
_SPENDING = re.compile(
    r"[£€]|\b(?:pa(?:y|ys|id|ying|yment)|cost(?:s|ing)?|pric(?:e|ed|es)|worth|spen[dt]\w*|fine[ds]?|earn\w*|debts?|rais(?:e|ed|ing)|fund\w*"
    r"|budget|invest\w*|sales|profits?|loss(?:es)?|tax(?:es)?|British|Britain|UK|London|sterling|sold|bought|owe[ds]?|salary|bonus|savings"
    r"|fraud|stole|stolen|compensation|damages|loans?|grants?|bills?|fees?|donat\w+|prize|fares?|rent|mortgages?|pounds sterling)\b"
)
_NOT_WON = re.compile(r" (?:the|a|an|by|in|his|her|their|its|at|with|from|over|seats|gold|medals|races)\b")
_NOT_SECOND = re.compile(r"-?(?: |-)(?:half|place|degree|round|term|leg|time|world|class|largest|hand|quarter|set)\b")
_NOT_CUP = re.compile(r" (?:finals?|ties?|games?|wins?|titles?|match(?:es)?|replays?)\b")
_FRACTION_LINK = re.compile(r"(?: of)? an? |[ -](?:an? )?")
_ONE_COUNTS = re.compile(r" (?P<next>[a-z]{3,20})\b")
_ONE_FOLLOWERS = frozenset(
    "another who that which can could would should will has had have may might must and but for from with does did the was were "
    "are when where after before side day thing not also big too says said way time way's cannot wants want needs need knows "
    "know thinks feels sees gets such reason than because since until while whose being never always ever too still just "
    "only even then there here into onto over under about around really might seems".split()
)
_ONE_TO_TWO = re.compile(r" (?:to|or) (?:two|three|2|3)\b")
_HALVES = re.compile(
    r"(?<!\w)(?:first|second|other|latter|top|bottom|better|back|front|last|early|later|final|opening|each|a|per)[ -]$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[A-Z][\w'’.-]{1,24} \($")
_RATIO = re.compile(
    r" (?:in|out of)(?: every)? (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|a thousand)",
    re.IGNORECASE,
)
_RATIO_BEFORE = re.compile(r"(?<!\w)(?:\d{1,3}|one|two|three|four|nine) (?:in|out of)(?: every)? $", re.IGNORECASE)
_GLUED_BEFORE = re.compile(r"[^\W\d_][-‐‑–]?$|[\d_/#@.×^⁄][-−+]?$|\d[:,]$")
_SCORED = re.compile(r"(?:[-‐‑–]| to )\d{1,3}(?![\w-])")
_AFTER_FEET = re.compile(r"\d ?(?:ft|feet|foot)[ -]?$")
_GAPS = " \u00a0\u202f-‐‑"
_FEET_MARK = re.compile(r"['’′] ?\d")
_MAGNITUDE_BEFORE = re.compile(
    r"(?<!\w)magnitude(?:[ -]|\s+of\s+)(?:(?:about|around|a|an estimated|at least|preliminary) )?$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(
    r"[- ]magnitude\b|[- ]on the (?:open-ended )?(?:Richter|moment magnitude)(?: scale)?\b", re.IGNORECASE
)
_CATEGORY_BEFORE = re.compile(r"(?<!\w)[Cc]ategory[ -]$")


def read_amounts(text: str) -> list[Amount]:
    """Every figure that counts something, with its unit.

    >>> [(a.figure.value, a.unit.canonical if a.unit else None) for a in read_amounts("In 2016 he paid $5m for 12 cars.")]
    [(Decimal('5000000'), 'USD'), (Decimal('12'), None)]
    """
    figures = read_figures(text)
    if not figures:
        return []
    found: list[Amount] = []
    for figure in _untrapped(figures, traps(text)):
        amount = _amount(text, figure)
        if amount is not None and not _is_remainder(text, amount, found):
            found.append(amount)
    return found


def _is_remainder(text: str, amount: Amount, before: list[Amount]) -> bool:
    """Whether the figure hangs on another one by a dash that was not read itself: "ISO 3888-2"."""
    start = amount.start
    if start < 2 or text[start - 1] not in "-‐‑–" or not text[start - 2].isdigit():
        return False
    return not before or before[-1].end != start - 1


def _untrapped(figures: tuple[Figure, ...], trapped: tuple[Span, ...]) -> list[Figure]:
    kept: list[Figure] = []
    at = 0
    for figure in figures:
        while at < len(trapped) and trapped[at].end <= figure.start:
            at += 1
        if at >= len(trapped) or trapped[at].start >= figure.end:
            kept.append(figure)
    return kept


def _amount(text: str, figure: Figure) -> Amount | None:
    currency = currency_before(text, figure.start)
    if currency is not None:
        return _priced(text, _signed(text, figure, currency[1]), *currency)
    if _GLUED_BEFORE.search(text, max(0, figure.start - 2), figure.start) and not _may_be_glued(text, figure):
        return None
    if _RATIO.match(text, figure.end) or _RATIO_BEFORE.search(text, max(0, figure.start - 24), figure.start):
        return None
    special = _scaled_event(text, figure)
    if special is not None:
        return special
    aged = age_at(text, figure)
    if aged is not None:
        unit, end = aged
        return Amount(start=figure.start, end=end, figure=figure, unit=unit, age=True)
    figure = _signed(text, figure, figure.start)
    measured = _measured(text, figure)
    if measured is not None:
        return measured
    return _count(text, figure)


def _may_be_glued(text: str, figure: Figure) -> bool:
    """ "magnitude-7.1", "5-foot-9", "10-12": what stands before the hyphen belongs to the amount."""
    before = text[max(0, figure.start - 12) : figure.start].lower()
    if before.endswith(("minus-", "-to-", "negative-", "magnitude-", "category-", "foot-", "mid-", "sub-", "ft-")):
        return True
    return before[-1:] in "-‐‑–" and (before[-2:-1].isdigit() or before[-2:-1] in "%mkbn°" or figure.form == "words")


def _signed(text: str, figure: Figure, at: int) -> Figure:
    match = _MINUS.search(text, max(0, at - 9), at)
    if match is None or (
        match.group() in "-−–" and (figure.form != "digits" or text[match.end() : match.end() + 1].isspace())
    ):
        return figure
    start = match.start() if at == figure.start else figure.start
    return replace(figure, start=start, value=-figure.value, lead=-figure.lead)


def _priced(text: str, figure: Figure, unit: Unit, start: int) -> Amount | None:
    """An amount with its currency written first."""
    end = figure.end
    large = _LARGE.match(text, end)
    if large and figure.form == "digits" and figure.scale == 1:
        figure = _times(figure, MONEY_SUFFIXES[large["suffix"].lower()], large.end())
        end = figure.end
    elif text[end : end + 1].isalpha():
        return None
    whose = _DOLLAR_OF.match(text, end)
    if whose and unit.name == "USD":
        unit, end = named(_WHOSE.get(whose["whose"], whose["whose"])), whose.end()
    return Amount(start=min(start, figure.start), end=end, figure=figure, unit=unit)


def _times(figure: Figure, scale: Decimal, end: int) -> Figure:
    return replace(figure, end=end, value=figure.value * scale, place=figure.place * scale)


def _scaled_event(text: str, figure: Figure) -> Amount | None:
    """Magnitudes of earthquakes and categories of storms."""
    if figure.form != "digits" or figure.value > 12:
        return None
    before = _MAGNITUDE_BEFORE.search(text, max(0, figure.start - 40), figure.start)
    after = _MAGNITUDE_AFTER.match(text, figure.end)
    if before or after:
        start = before.start() if before and before.group()[9:] in ("-", " ") else figure.start
        return Amount(start=start, end=after.end() if after else figure.end, figure=figure, unit=_MAGNITUDE)
    category = _CATEGORY_BEFORE.search(text, max(0, figure.start - 12), figure.start)
    if category and figure.value <= 5:
        return Amount(start=category.start(), end=figure.end, figure=figure, unit=_CATEGORY)
    return None


_MAGNITUDE = Unit(name="magnitude", kind=Kind.MEASURE, canonical="Mw", factor=Decimal(1))
_CATEGORY = Unit(name="category", kind=Kind.MEASURE, canonical="category", factor=Decimal(1))


def _measured(text: str, figure: Figure) -> Amount | None:
    found = unit_after(text, figure.end)
    if found is None and figure.form in ("fraction", "words"):
        link = _FRACTION_LINK.match(text, figure.end)
        if link and figure.form == "fraction":
            found = unit_after(text, link.end())
    if found is None:
        return None
    unit, end = found
    name = text[figure.end : end].lstrip(_GAPS)
    if name in ("m", "M"):
        return _metres_or_millions(text, figure, unit, end)
    settled = _settled(text, figure, unit, (name, end))
    return None if settled is None else Amount(start=figure.start, end=end, figure=figure, unit=settled)


def _metres_or_millions(text: str, figure: Figure, unit: Unit, end: int) -> Amount | None:
    if figure.form != "digits":
        return None
    if _LENGTHS.match(text, end):
        return Amount(start=figure.start, end=end, figure=figure, unit=unit)
    follower = unit_after(text, end)
    million = _times(figure, SCALES["million"], end)
    if follower and follower[0].kind is Kind.MONEY:
        return Amount(start=figure.start, end=follower[1], figure=million, unit=follower[0])
    if figure.value < 1000 and _COUNTED.match(text, end):
        return Amount(start=figure.start, end=end, figure=million)
    return Amount(start=figure.start, end=end, figure=figure, unit=unit)


def _settled(text: str, figure: Figure, unit: Unit, named_to: tuple[str, int]) -> Unit | None:
    """The unit after a second look at words that mean something else as well; None where it is none."""
    name, end = named_to
    match name.lower():
        case "pound" | "pounds":
            return _pounds(text, figure, unit, end)
        case "in":
            return unit if name == "in" and _AFTER_FEET.search(text, max(0, figure.start - 9), figure.start) else None
        case "won":
            return None if figure.value < 1000 or _NOT_WON.match(text, end) else unit
        case "second":
            hyphen = text[figure.end : figure.end + 1] == "-"
            return unit if (hyphen or figure.value == 1) and not _NOT_SECOND.match(text, end) else None
        case "bit" | "bits" | "sen" | "real" | "p" | "mb" | "ms" | "kip":
            return unit if figure.form == "digits" else None
        case "cup" | "cups":
            return None if _NOT_CUP.match(text, end) else unit
        case "g":
            return unit if figure.value >= 10 or figure.value != int(figure.value) else None
        case _:
            return unit


def _pounds(text: str, figure: Figure, unit: Unit, end: int) -> Unit:
    if _WEIGHT.match(text, end) or text[figure.end : figure.end + 1] == "-":
        return unit
    if figure.value >= SCALES["million"] or _SPENDING.search(text, max(0, figure.start - 120), end + 60):
        return named("GBP")
    return unit


def _count(text: str, figure: Figure) -> Amount | None:
    """A bare figure, unless it is a year, part of a name, glued to letters, or a pronoun."""
    start, end = figure.start, figure.end
    after = text[end : end + 1]
    if after == ")" and _BRACKETED.search(text, max(0, start - 28), start):
        return None
    if after.isalnum() or after in ("×", "^", "⁄") or after in ("_", "@") or _FEET_MARK.match(text, end):
        return None
    if is_year(text, start, end) or (after == "/" and text[end + 1 : end + 2].isdigit()):
        return None
    large = text[start].isupper() or figure.form == "digits"
    if (
        large
        and figure.scale == 1
        and not _SCORED.match(text, end)
        and figure.value == int(figure.value)
        and is_name_part(text, start)
    ):
        return None
    if text[start:end].lower() == "one":
        follower = _ONE_COUNTS.match(text, end)
        if (follower is None or follower["next"] in _ONE_FOLLOWERS) and not _ONE_TO_TWO.match(text, end):
            return None
    if figure.form == "fraction" and not _is_share(text, figure):
        return None
    return Amount(start=start, end=end, figure=figure)


_SHARE_AFTER = re.compile(
    r" (?:of|the|its|their|his|her|our|those|these|that|as (?:many|much)|[a-z]{3,15}s\b)|[.,;)]|$"
)
_SHARE_BEFORE = re.compile(
    r"(?:than|by|over|about|nearly|almost|around|under|only|just|least|some|to|up) $", re.IGNORECASE
)


def _is_share(text: str, figure: Figure) -> bool:
    """ "half of", "by a third", "two-thirds"; not "the second half", "a quarter", "a third man", "3/4"."""
    words = text[figure.start : figure.end].lower()
    if "/" in words:
        return False
    if words == "half" or words.startswith(("a ", "an ")):
        if text.startswith("-", figure.end) or _HALVES.search(text, max(0, figure.start - 9), figure.start):
            return False
        if text.startswith(" of ", figure.end):
            return True
        if words == "half" and re.match(r" (?:the|its|their|his|her|those|that)\b", text[figure.end : figure.end + 8]):
            return True
        return bool(
            _SHARE_BEFORE.search(text, max(0, figure.start - 8), figure.start) and _SHARE_AFTER.match(text, figure.end)
        )
    return True
