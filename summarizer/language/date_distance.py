"""Dates told by their distance: "two days ago", "a year earlier", "the next day", "the end of the year", as rules of the date reader.

What is counted from another date ("a day earlier") needs that date before it in the sentence, or stays unresolved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import (
    GRAINS,
    day_of,
    midnight,
    part_of,
    period_of,
    portion_of,
    shifted,
    unresolved,
)
from summarizer.language.date_reports import account_period, account_year_before, reports_on_accounts
from summarizer.language.date_scene import Rule, Scene
from summarizer.language.date_words import NUMBERS, UNITS, count_of, part_of_day

_NUMBER = rf"(?:\d{{1,3}}|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:{'|'.join(NUMBERS)}))"


def distance_rules() -> tuple[Rule, ...]:
    """The rules, most specific first.

    >>> len(distance_rules()) > 8
    True
    """
    return _RULES


def _ago(match: re.Match[str], scene: Scene) -> Moment | None:
    unit, count = UNITS[match["unit"].lower().removesuffix("s")], count_of(match["count"])
    if scene.anchor is None:
        return unresolved(GRAINS[unit])
    if unit == "year" and match["way"].lower() == "ago":
        if scene.last is not None and scene.last.grain is Grain.QUARTER:
            return _moved(scene, "year", -count)  # "third-quarter profit rose from $5 million a year ago"
        accounts = account_year_before(scene, match) if count == 1 else None
        if accounts is not None:
            return accounts
    day = shifted(scene.anchor, unit, -count if match["way"].lower() == "ago" else count)
    return _about(unit, day)


def _about(unit: str, day: date) -> Moment:
    """ "Two weeks ago" is a week, and none that starts on Monday: the hull of the calendar's week and the one around the day."""
    whole = period_of(unit, day)
    if unit == "day" or whole.low is None or whole.high is None:
        return whole
    half = (whole.high - whole.low) / 2
    low, high = midnight(day) - half, midnight(day) + half
    return replace(whole, low=min(whole.low, _floor(low)), high=max(whole.high, _floor(high)))


def _floor(moment: datetime) -> datetime:
    return midnight(moment.date())


def _ago_vague(_match: re.Match[str], _scene: Scene) -> Moment:
    return unresolved(Grain.DAY, "PAST_REF")


def _from_last(match: re.Match[str], scene: Scene) -> Moment:
    """ "two days earlier", "a year before", "three weeks later": counted from the date before it in the sentence.

    "On Oct. 9, two weeks earlier, he …" says what Oct. 9 is, not what lies before it.
    """
    found = match.groupdict()
    if re.fullmatch(r",?\s\(?(?:just\s|only\s|about\s)?", scene.text[scene.last_end : match.start()][:12]):
        scene = replace(scene, last=None)
    unit = UNITS[match["unit"].lower().removesuffix("s")]
    count = count_of(found.get("count") or "a")
    if unit == "year" and count == 1 and match["way"].lower() in ("earlier", "before"):
        accounts = account_year_before(scene, match)
        if accounts is not None:
            return accounts
    return _moved(scene, unit, -count if match["way"].lower() in ("earlier", "before", "previously") else count)


def _beside_last(match: re.Match[str], scene: Scene) -> Moment | None:
    """ "the next day", "the previous year", "that week": beside the date before it in the sentence."""
    unit, which = match["unit"].lower(), match["which"].lower()
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}.get(which, 0)
    if unit in ("morning", "afternoon", "evening", "night"):
        if (
            scene.last is None
            or scene.last.low is None
            or scene.last.grain not in (Grain.DAY, Grain.PART, Grain.MINUTE)
        ):
            return unresolved(Grain.PART)
        return part_of(scene.last.low.date() + timedelta(days=shift), part_of_day(unit), relative=scene.last.relative)
    if unit == "weekend":
        return unresolved(Grain.WEEK)
    return _moved(scene, unit, shift, whole=True)


def _moved(scene: Scene, unit: str, count: int, *, whole: bool = False) -> Moment:
    last = scene.last
    if last is None or last.low is None or last.high is None or _rank(last.grain) > _rank(GRAINS[unit]):
        return unresolved(GRAINS[unit])
    if whole and GRAINS[unit] is not last.grain:
        return period_of(unit, shifted(last.low.date(), unit, count))
    day = shifted(last.low.date(), unit, count)
    same = {
        Grain.QUARTER: "quarter",
        Grain.MONTH: "month",
        Grain.YEAR: "year",
        Grain.DECADE: "decade",
        Grain.WEEK: "week",
    }
    if last.grain in same:
        return period_of(same[last.grain], day)
    return (
        day_of(day, relative=last.relative)
        if unit == "day"
        else replace(_about("week" if unit == "week" else unit, day), relative=last.relative)
    )


def _rank(grain: Grain) -> int:
    return tuple(Grain).index(grain)


def _year_before(match: re.Match[str], scene: Scene) -> Moment:
    """ "a year earlier", "the year-ago quarter": of the period before it in the sentence, else of nobody knows which.

    A quarter is that of the latest one, as in "the latest quarter".
    """
    if (
        match["what"] == "quarter"
        and scene.anchor is not None
        and (scene.last is None or scene.last.grain is not Grain.QUARTER)
    ):
        return period_of("quarter", shifted(scene.anchor, "quarter", -5))
    return account_year_before(scene, match) or _moved(scene, "year", -1)


def _latest(match: re.Match[str], scene: Scene) -> Moment:
    """ "the latest quarter" is the last one that has ended; "the quarter" the one that the sentence named, else that one in talk of money."""
    unit = match["unit"].lower()
    period = account_period(scene, match)
    if period is not None:
        return period
    about_money = "latest" in match.group() or reports_on_accounts(scene, match)
    if scene.anchor is None or unit == "period" or not about_money:
        return unresolved(Grain.QUARTER)
    return period_of("quarter", shifted(scene.anchor, "quarter", -1))


def _end_of(match: re.Match[str], scene: Scene) -> Moment:
    """ "the end of the year", "the beginning of last month", "year-end"."""
    found = match.groupdict()
    unit = (found.get("unit") or "year").lower()
    if scene.anchor is None:
        return unresolved(GRAINS[unit])
    which = (found.get("which") or "").lower()
    shift = -1 if which == "last" else 1 if which == "next" else 0
    portion = _PORTIONS[(found.get("portion") or "end").lower()]
    return portion_of(period_of(unit, shifted(scene.anchor, unit, shift)), portion)


_PORTIONS = {
    "end": "end",
    "close": "end",
    "beginning": "start",
    "start": "start",
    "turn": "start",
    "middle": "mid",
    "outset": "start",
}


def _reference(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{word})")


def _points_to(value: str) -> Rule:
    return Rule(_reference(_REFERENCES[value]), lambda _match, _scene: unresolved(Grain.DAY, value), _REFERRING[value])


_REFERENCES = {
    "PRESENT_REF": r"now\b(?!\s(?:that|defunct)\b)|currently\b|at\spresent\b|nowadays\b|these\sdays\b|current\b(?!\s(?:events|affairs)\b)",
    "PAST_REF": r"(?:more\s)?recently\b|(?<=in\s)the\spast\b(?!\s\w+\s(?:day|week|month|year|hour|quarter|decade)s?|\s(?:day|week|month|year|quarter|decade))|"
    r"(?:in\s)?recent\s(?:years|months|weeks|days)(?:\sand\s(?:months|weeks|years))?\b|recent\b",
    "FUTURE_REF": r"(?<!for\s)(?<!of\s)the\s(?:near\s|foreseeable\s)?future\b|(?<!as\s)soon\b(?!\safter)|the\s(?:near|short)\sterm\b|"
    r"(?<=in\s)the\scoming\s(?:years|months|weeks|days|quarters)\b|coming\s(?:months|quarters)\b",
}
_REFERRING = {
    "PRESENT_REF": ("now", "current", "present", "these"),
    "PAST_REF": ("recent", "past"),
    "FUTURE_REF": ("future", "soon", "term", "coming"),
}
_UNIT_WORD = r"(?P<unit>(?i:days?|weeks?|months?|years?|decades?|centur(?:y|ies)))"
_COUNT = rf"(?P<count>(?i:{_NUMBER}))"
_HEDGE = r"(?:(?i:about|nearly|almost|some|roughly|around|only|just|exactly)\s)?"


_RULES: tuple[Rule, ...] = (
    # two days ago, a week or so ago, three years from now
    Rule(
        re.compile(
            rf"\b{_HEDGE}(?<![\d.,])\b{_COUNT}\s(?:or\s(?:so|two|more)\s)?{_UNIT_WORD}\s(?:or\sso\s)?(?P<way>(?i:ago|from\snow|from\stoday))\b"
        ),
        _ago,
        ("ago", "from now", "from today"),
    ),
    Rule(
        re.compile(
            r"\b(?i:(?:several|many|some|a\sfew|a\scouple\sof|just|countless|hundreds\sof|thousands\sof)\s(?:days|weeks|months|years|decades|centuries)\sago)\b"
        ),
        _ago_vague,
        ("ago",),
    ),
    # two days earlier, a week later, three months before
    Rule(
        re.compile(
            rf"(?<![\d.,])\b{_COUNT}\s{_UNIT_WORD}\s(?P<way>(?i:earlier|previously|later|(?:before|after(?:wards?)?)(?=\s?(?:$|[.,;:)—–])|\s(?:and|but|in|at)\b)))\b(?!\sthan\b)"
        ),
        _from_last,
        ("earlier", "previously", "later", "before", "after"),
    ),
    Rule(
        re.compile(
            r"\bthe\s(?P<unit>day|week|month|year)\s(?P<way>before|after|earlier)\b(?!\s(?:the|a|his|her|its|their|that|he|she|it|they)\b)"
        ),
        _from_last,
        ("earlier", "previously", "later", "before", "after"),
    ),
    Rule(
        re.compile(
            r"\b(?:(?:the|a)\s)?(?:comparable\s|same\s)?(?i:year[- ](?:ago|earlier))\b(?!\s(?:first|second|third|fourth)\b)(?:\s(?P<what>quarter|period|figure|level))?"
        ),
        _year_before,
        ("year",),
    ),
    Rule(
        re.compile(
            r"\b(?i:the|that)\s(?P<which>(?i:next|following|previous|preceding|prior|same))\s(?P<unit>day|week|weekend|month|quarter|year|decade|morning|afternoon|evening|night)\b(?!['’]s)"
        ),
        _beside_last,
        ("next", "following", "previous", "preceding", "prior", "same"),
    ),
    Rule(
        re.compile(
            r"\b(?P<which>(?i:that))\s(?P<unit>day|week|month|quarter|year|decade|morning|afternoon|evening|night)\b"
        ),
        _beside_last,
        ("that",),
    ),
    Rule(
        re.compile(
            r"\b(?i:the)\s(?:(?:latest|most\srecent)\s)?(?P<unit>quarter|(?<=latest\s)period)\b(?!\s(?:of|mile|century|final|back|pounder)|-)"
        ),
        _latest,
        ("quarter", "period"),
    ),
    # the end of the year, by year-end
    Rule(
        re.compile(
            r"\b(?:the\s)?(?P<portion>(?i:end|close|beginning|start|turn|middle|outset))\sof\s(?:(?P<which>(?i:this|last|next))|the(?:\scurrent)?)\s"
            r"(?P<unit>(?i:week|month|quarter|year|decade))\b(?!\s(?:of|ended|ending|earlier|before|after)\b|['’]s)"
        ),
        _end_of,
        ("week", "month", "quarter", "year", "decade"),
    ),
    Rule(
        re.compile(
            r"\b(?:(?<=by\s)|(?<=at\s)|(?<=before\s)|(?<=until\s)|(?<=around\s))(?:the\s)?(?i:year(?:['’]s)?[- ]end)\b"
        ),
        _end_of,
        ("end",),
    ),
    *(_points_to(value) for value in _REFERENCES),
)
