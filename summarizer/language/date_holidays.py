"""Holidays as rules of the date reader: "Christmas Day", "Thanksgiving", "New Year's Eve"; a name in, its day out."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import day_of, easter, nearest_day, nth_weekday, unresolved
from summarizer.language.date_scene import Rule, Scene
from summarizer.language.date_tense import tense_around
from summarizer.language.date_words import YEAR

_HOLIDAYS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"Christmas\sEve", lambda y: date(y, 12, 24)),
    (
        r"Christmas(?:\sDay)?(?!\s(?:[A-Z]|season|tree|gift|card|party|parties|shopping|market|present|carol|dinner|light|decoration|eve))",
        lambda y: date(y, 12, 25),
    ),
    (r"Boxing\sDay", lambda y: date(y, 12, 26)),
    (r"New\sYear['’]?s\sEve", lambda y: date(y, 12, 31)),
    (r"New\sYear['’]?s(?:\sDay)", lambda y: date(y, 1, 1)),
    (r"(?:Martin\sLuther\sKing(?:\sJr\.?)?|MLK)\sDay", lambda y: nth_weekday(y, 1, 0, 3)),
    (r"Valentine['’]?s\sDay", lambda y: date(y, 2, 14)),
    (r"Presidents['’]?\sDay", lambda y: nth_weekday(y, 2, 0, 3)),
    (r"St\.?\sPatrick['’]?s\sDay", lambda y: date(y, 3, 17)),
    (r"Ash\sWednesday", lambda y: easter(y) - timedelta(days=46)),
    (r"Palm\sSunday", lambda y: easter(y) - timedelta(days=7)),
    (r"Good\sFriday", lambda y: easter(y) - timedelta(days=2)),
    (r"Easter\sMonday", lambda y: easter(y) + timedelta(days=1)),
    (r"Easter(?:\sSunday)?(?!\s(?:[A-Z]|egg|bunny|holiday|break|weekend|service|week|vacation|message))", easter),
    (r"May\sDay", lambda y: date(y, 5, 1)),
    (r"Memorial\sDay", lambda y: nth_weekday(y, 5, 0, -1)),
    (r"Juneteenth", lambda y: date(y, 6, 19)),
    (r"Fourth\sof\sJuly", lambda y: date(y, 7, 4)),
    (r"Labo(?:u)?r\sDay", lambda y: nth_weekday(y, 9, 0, 1)),
    (r"Columbus\sDay", lambda y: nth_weekday(y, 10, 0, 2)),
    (r"Hallowe['’]?en", lambda y: date(y, 10, 31)),
    (r"Guy\sFawkes\sNight", lambda y: date(y, 11, 5)),
    (r"(?:Veterans['’]?\sDay|Armistice\sDay)", lambda y: date(y, 11, 11)),
    (r"Black\sFriday", lambda y: nth_weekday(y, 11, 3, 4) + timedelta(days=1)),
    (r"Cyber\sMonday", lambda y: nth_weekday(y, 11, 3, 4) + timedelta(days=4)),
    (
        r"Thanksgiving(?:\sDay)?(?!\s(?:[A-Z]|dinner|turkey|weekend|week|holiday|parade|break|meal|travel|eve|service))",
        lambda y: nth_weekday(y, 11, 3, 4),
    ),
)


def holiday_rules() -> tuple[Rule, ...]:
    """One rule with all the names.

    >>> holiday_rules()[0].pattern.search("on Christmas Eve").group()
    'Christmas Eve'
    """
    return _RULES


def _holiday(match: re.Match[str], scene: Scene) -> Moment | None:
    index = next(i for i in range(len(_HOLIDAYS)) if match[f"h{i}"])
    day_in = _HOLIDAYS[index][1]
    year = match["year"] or match["year_before"]
    if year:
        return day_of(day_in(int(year)))
    if scene.anchor is None:
        return unresolved(Grain.DAY)
    anchor = scene.anchor
    which = (match["which"] or "").lower()
    days = [day_in(anchor.year + shift) for shift in (-1, 0, 1)]
    tense = {"last": "past", "next": "future"}.get(which) or tense_around(scene.text, *match.span())
    return day_of(nearest_day(days, anchor, tense), relative=True)


_NAMES = "|".join(rf"(?P<h{index}>{name})" for index, (name, _) in enumerate(_HOLIDAYS))
_RULES = (
    Rule(
        re.compile(
            rf"\b(?=[A-Z12lnt])(?:(?P<which>(?i:last|next|this))\s|(?P<year_before>{YEAR})\s)?(?:{_NAMES})\b(?!\s(?:part(?:y|ies)|weekend|season|celebration|bash|parade|costume))(?:,?\s(?:of\s|in\s)?(?P<year>{YEAR})\b)?"
        ),
        _holiday,
        ("christmas", "easter", "thanksgiving", "eve", "day", "juneteenth", "hallow", "july", "palm", "night"),
    ),
)
