"""Dates and times: a sentence in, the moments and times of day it names out, in text order, disjoint, with their places.

The article's day resolves what is told relative to it; without one, "Wednesday" is read and left unresolved. Durations and
repeated times ("every Friday") are not read. Each pattern reads a bounded stretch, so the work grows with the text's length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache

from summarizer.domain.facts import Clock, Grain, Kind, Mention, Moment
from summarizer.domain.text import Span
from summarizer.language.clock_times import clock_rules
from summarizer.language.date_absolute import absolute_rules
from summarizer.language.date_distance import distance_rules
from summarizer.language.date_holidays import holiday_rules
from summarizer.language.date_joining import MIDNIGHT, join_pieces
from summarizer.language.date_periods import period_rules
from summarizer.language.date_relative import relative_rules
from summarizer.language.date_reports import next_period, report_rules
from summarizer.language.date_scene import SHAPES, Piece, Rule, Scene
from summarizer.language.date_words import DAY, MONTH, SHORT_WEEKDAY, WEEKDAY, YEAR, month_number

ANCHOR_YEARS = range(1000, 9000)  # outside of them, "last century" would leave the calendar
DATELINE_REACH = 600  # characters from the article's start


def read_moments(text: str, anchor: datetime | None, period: Moment | None = None) -> tuple[Mention, ...]:
    """Every date and time in a sentence. `anchor` is the article's day, by its own local date.

    `period` is the quarter whose accounts the sentences before were about (see `account_periods`).

    Kind.TIME holds what is finer than a day (a Clock where no day is named), Kind.DATE everything else. References that
    name no date ("now", "recently") have a value ending in "_REF" and no ends.

    >>> anchor = datetime(2024, 10, 24)
    >>> for mention in read_moments("Kim spoke at 6:10 a.m. on Wednesday, weeks after Oct. 1-3.", anchor):
    ...     print(mention.kind, mention.value.value, mention.span)
    time 2024-10-23T06:10 Span(start=13, end=35)
    date 2024-10-01/2024-10-03 Span(start=43, end=57)
    >>> read_moments("It may rain on the second march", anchor)
    ()
    """
    published = anchor if anchor is not None and anchor.year in ANCHOR_YEARS else None
    pieces = join_pieces(text, _scan(text, published, period))
    return tuple(_mention(piece) for piece in pieces)


def account_periods(texts: Sequence[str], anchor: datetime | None) -> tuple[Moment | None, ...]:
    """For each sentence of an article the quarter that those before it gave accounts for, None where they named none.

    >>> texts = ["Orbel's first-quarter profit fell.", "It was $5 million, down from $9 million a year earlier."]
    >>> account_periods(texts, datetime(2024, 4, 24))[1].value
    '2024-Q1'
    """
    found: list[Moment | None] = []
    period: Moment | None = None
    day = None if anchor is None else anchor.date()
    for text in texts:
        found.append(period)
        if _QUARTER.search(text):
            values = (mention.value for mention in read_moments(text, anchor, period))
            period = next_period(period, (value for value in values if isinstance(value, Moment)), day)
    return tuple(found)


def find_dateline(text: str) -> datetime | None:
    """The day that an article's head bears: its dateline, or a line that is a date; None where no full date stands there.

    >>> find_dateline("SEOUL, Oct. 23, 2024 (Reuters) — Troops were moved.")
    datetime.datetime(2024, 10, 23, 0, 0)
    >>> find_dateline("On Oct. 23, 2024, troops were moved.") is None
    True
    """
    head = text[:DATELINE_REACH]
    for pattern in _DATELINES:
        match = pattern.search(head)
        found = _date_in(match) if match else None
        if found is not None:
            return found
    return None


@cache
def _rules() -> tuple[Rule, ...]:
    return (
        *absolute_rules(),
        *report_rules(),
        *period_rules(),
        *relative_rules(),
        *distance_rules(),
        *holiday_rules(),
        *clock_rules(),
    )


@cache
def _by_need() -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The rules' places in their order: by the words that they need, and by the shapes."""
    words: defaultdict[str, list[int]] = defaultdict(list)
    for order, rule in enumerate(_rules()):
        for need in rule.needs:
            words[need].append(order)
    shapes = {shape: words.pop(shape) for shape in SHAPES}
    return dict(words), shapes


def _tried(text: str) -> set[int]:
    """The rules that have what they need in the sentence."""
    lowered = text.lower()  # to look words up in; no offset is taken from it
    words, shapes = _by_need()
    tried: set[int] = set()
    tried.update(*[orders for word, orders in words.items() if word in lowered])
    for shape, orders in shapes.items():
        if SHAPES[shape].search(text):
            tried.update(orders)
    return tried


def _scan(text: str, published: datetime | None, period: Moment | None) -> list[Piece]:
    """The pieces from left to right: the longest match wins, then the earlier rule."""
    rules = _rules()
    candidates = sorted((m.start(), -m.end(), at, m) for at in _tried(text) for m in rules[at].pattern.finditer(text))
    pieces: list[Piece] = []
    scene = Scene(text=text, published=published, last=None, period=period)
    end = 0
    for start, _, at, match in candidates:
        if start < end or start == match.end():
            continue
        value = _resolved(rules[at], match, scene)
        if value is None:
            continue
        end = match.end()
        pieces.append(Piece(start=start, end=end, value=value))
        if isinstance(value, Moment) and value.low is not None:
            scene = replace(scene, last=value, last_end=end, period=next_period(scene.period, (value,), scene.anchor))
    return pieces


def _resolved(rule: Rule, match: re.Match[str], scene: Scene) -> Moment | Clock | tuple[str, int, int] | None:
    try:
        return rule.resolve(match, scene)
    except (ValueError, OverflowError):  # a date that the calendar lacks: February 30, 3,000 years ago
        return None


def _mention(piece: Piece) -> Mention:
    value = piece.value
    if value == Clock(low=MIDNIGHT, high=MIDNIGHT):
        value = Clock(low=0, high=0)  # as 12 a.m.
    assert isinstance(value, Moment | Clock)
    fine = isinstance(value, Clock) or value.grain in (Grain.MINUTE, Grain.PART)
    return Mention(span=Span(piece.start, piece.end), kind=Kind.TIME if fine else Kind.DATE, value=value)


def _date_in(match: re.Match[str]) -> datetime | None:
    found = match.groupdict()
    try:
        if found.get("iso"):
            return datetime(int(found["iso"][:4]), int(found["iso"][5:7]), int(found["iso"][8:10]))  # noqa: DTZ001 - local to the article
        return datetime(int(match["year"]), month_number(match["month"]), int(match["day"]))  # noqa: DTZ001
    except ValueError:
        return None


_QUARTER = re.compile(r"quarter|Q[1-4]|[1-4]Q")
_PLACE = r"[A-Z][A-Z.'’ /-]{2,40}"
_FULL = (
    rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s)?"
    rf"(?:(?P<month>{MONTH})\s(?P<day>{DAY})(?:st|nd|rd|th)?,?\s(?P<year>{YEAR})|(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d))\b"
)
_BRITISH = (
    rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s)?(?P<day>{DAY})(?:st|nd|rd|th)?\s(?P<month>{MONTH}),?\s(?P<year>{YEAR})\b"
)
_TIME = r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?|[AP]\.?M\.?)?\s?(?:[A-Z]{2,4})?,?\s)?"
_LABELS = (
    r"(?i:first\spublished|published|posted|date|created|issued)",
    r"(?i:last\supdated|last\smodified|updated|modified)",
)
_DATELINES = tuple(
    re.compile(pattern, re.MULTILINE)
    for full in (_FULL, _BRITISH)
    for pattern in (
        # Published: Oct. 23, 2024; Posted 3:14 PM, November 5, 2024; Updated on 23 October 2024
        *(rf"^[ \t]{{0,8}}{label}(?:\s(?i:on|at))?\s?:?\s{{0,3}}{_TIME}{full}" for label in _LABELS),
        # SEOUL, Oct. 23, 2024 (Reuters) —; SEOUL, South Korea (AP) - Oct. 23, 2024 -
        rf"^[ \t]{{0,8}}{_PLACE}(?:,\s[A-Z][A-Za-z. ]{{2,24}})?(?:\s?\([A-Z][\w ./]{{1,20}}\))?,?\s?(?:[-–—]{{1,2}}\s?)?{full}",
        # Seoul, October 23, 2024 —
        rf"^[ \t]{{0,8}}[A-Z][A-Za-z.'’ ]{{2,24}},\s{full}(?:\s?\([A-Z][\w ./]{{1,20}}\))?\s?[-–—]{{1,2}}\s",
        # a line that is a date, with a time perhaps; not a wrapped line of prose
        rf"^[ \t]{{0,8}}(?:By\s[A-Z][\w .,'’-]{{2,40}}\s?[|•·–—-]\s?)?{full}(?:,?\s(?:at\s)?[\d:. apmAPMGMTUECSD|•·-]{{0,24}})?[ \t]*$(?!\n[a-z]+\s[a-z])",
    )
)
