"""Joins neighbouring pieces: "6:10 a.m." with "Tuesday", "Nov. 1" with "Nov. 3", "by" with "December"; pieces in, pieces out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from summarizer.domain.facts import Clock, Grain, Moment
from summarizer.language.date_calendar import midnight, minute_of, part_of, portion_of, week_of
from summarizer.language.date_scene import Piece

LOOK_BACK = 28  # characters; the longest lead is "no later than the beginning "
ABOUT_MINUTES = 15
MIDNIGHT = 1440  # minutes: until it is joined, the midnight that ends a day

_PORTION = re.compile(
    r"(?<![\w-])(?:(?P<early>early|earlier)|(?P<late>late|later)|(?P<mid>mid-?|middle)|(?P<start>(?:the\s)?(?:beginning|start|outset)(?=\s(?:of|in)))|"
    r"(?P<middle>(?:the\s)?middle(?=\sof))|(?P<end>(?:the\s)?(?:end|close)(?=\sof)))(?:[\s-](?:(?:on|in|of|the)\s){0,2})?$",
    re.I,
)
_WEEK_OF = re.compile(r"\b(?:the\s)?week\s(?:of|beginning|starting)\s$", re.I)
_TIME_GAP = re.compile(
    r"(?:,|\s[-–—])?\s{0,2}(?:(?:at|on|of|in|the|between|from)\s){0,3}(?P<bound>(?:before|after|by|until|since|around|about|(?:shortly|just)\s(?:before|after))\s)?",
    re.I,
)
_ON_GAP = re.compile(r",?\s{0,2}(?:(?:on|of|the|early|late|to)\s){0,2}", re.I)
_RANGE_GAP = re.compile(r"\s?[-–—]\s?|\s(?:to|through|thru|until|till)\s", re.I)
_AND_GAP = re.compile(r"\sand\s")
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_MOVED = re.compile(
    r"\b(?:mov|postpon|delay|push|reschedul|chang|shift|extend|put|brought|bring)\w{0,5}\b[^.;]{0,40}$", re.I
)
_MODALITY = re.compile(
    r"(?<![\w-])(?:(?P<by>by|no\slater\sthan|on\sor\sbefore)|(?P<since>since|ever\ssince)|(?P<until>until|till|til|up\sto|through)|"
    r"(?P<shortly_before>(?:shortly|just|moments|minutes)\sbefore)|(?P<shortly_after>(?:shortly|just|moments|minutes)\safter)|"
    r"(?P<early>as\s(?:early|soon)\sas|no\searlier\sthan|not\sbefore)|(?P<before>before|prior\sto|ahead\sof)|(?P<after>after|following)|"
    r"(?P<around>around|about|on\sor\sabout|on\sor\saround|approximately|circa|nearly|roughly))\s(?:(?:about|around|at|the|on|in|early|late)\s){0,2}$",
    re.I,
)
# "after Friday's attack", "before Saturday prayers" date the noun, not the time before or after.
_FREE_AFTER = re.compile(
    r"\s{0,2}(?:$|[.,;:!?)\]\"'”–—-](?!s\b)|(?:and|or|but|when|while|that|as|at|for|with|in|on|to|if|unless|because|since|from|by|until|where|which|who|said|says|would|"
    r"will|has|have|had|was|were|is|are|he|she|it|they|we|the|a|an|than|without|after|before|amid|near|about|officials|police)\b)"
)
_BOUNDS = {"about": "around", "just before": "shortly_before", "just after": "shortly_after"}
_SHORTLY = timedelta(hours=1)
_HALF_SPREAD = {
    Grain.DAY: timedelta(days=2),
    Grain.MONTH: timedelta(days=15),
    Grain.YEAR: timedelta(days=365),
    Grain.WEEK: timedelta(days=7),
    Grain.MINUTE: timedelta(minutes=ABOUT_MINUTES),
}


def join_pieces(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces with their neighbours and leads, in text order; parts of the day that no day claims are left out."""
    pieces = _with_portions(text, pieces)
    for joint in (_time_on_day, _day_and_time, _span_of):
        pieces = _folded(text, pieces, joint)
    return _with_leads(text, [p for p in pieces if not isinstance(p.value, tuple)])


def _folded(text: str, pieces: list[Piece], joint: Callable[[str, Piece, Piece], Piece | None]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        both = joint(text, joined[-1], piece) if joined else None
        if both is None:
            joined.append(piece)
        else:
            joined[-1] = both
    return joined


def _with_portions(text: str, pieces: list[Piece]) -> list[Piece]:
    widened: list[Piece] = []
    floor = 0
    for piece in pieces:
        lead = _PORTION.search(text[max(floor, piece.start - LOOK_BACK) : piece.start])
        if (
            lead
            and isinstance(piece.value, Moment)
            and piece.value.grain is not Grain.MINUTE
            and not _is_pointer(piece.value)
        ):
            portion = {"early": "early", "late": "late", "mid": "mid", "middle": "mid", "start": "start", "end": "end"}[
                lead.lastgroup or "mid"
            ]
            start = piece.start - len(lead.group())
            piece = replace(piece, start=start, value=portion_of(piece.value, portion))  # noqa: PLW2901 - the same piece, widened
        widened.append(_week_named(text, piece, floor))
        floor = piece.end
    return widened


def _week_named(text: str, piece: Piece, floor: int) -> Piece:
    """ "the week of Oct. 21": the seven days that a day begins, or that it is in."""
    lead = _WEEK_OF.search(text[max(floor, piece.start - LOOK_BACK) : piece.start])
    if not lead or not isinstance(piece.value, Moment) or piece.value.grain is not Grain.DAY or piece.value.low is None:
        return piece
    week = week_of(piece.value.low.date(), relative=piece.value.relative)
    return Piece(start=piece.start - len(lead.group()), end=piece.end, value=week)


def _is_pointer(moment: Moment) -> bool:
    return moment.value is not None and moment.value.endswith("_REF")


def _time_on_day(_text: str, first: Piece, second: Piece) -> Piece | None:
    """ "noon Thursday", before "Wednesday" can claim the noon of "Wednesday, noon Thursday"."""
    a, b = first.value, second.value
    if (
        not isinstance(b, Moment)
        or isinstance(a, Moment)
        or not re.fullmatch(
            r"\s(?:(?:on|of)\s)?(?:the\s)?", _text[first.end : first.end + 12][: second.start - first.end]
        )
    ):
        return None
    value = _at(b, a) if second.start - first.end <= 12 else None
    return None if value is None else Piece(start=first.start, end=second.end, value=value)


def _day_and_time(text: str, first: Piece, second: Piece) -> Piece | None:
    """A day with a clock time or a part of the day beside it."""
    gap = text[first.end : second.start]
    if len(gap) > LOOK_BACK:
        return None
    a, b = first.value, second.value
    if isinstance(a, Moment) and not isinstance(b, Moment):
        found = _TIME_GAP.fullmatch(gap)
        value: Moment | Clock | None = _at(a, b) if found else None
        if isinstance(value, Moment) and found and found["bound"]:
            value = _bounded(
                value, _BOUNDS.get(found["bound"].strip().lower(), found["bound"].strip().lower()).replace(" ", "_")
            )
    elif isinstance(b, Moment) and not isinstance(a, Moment):
        value = _at(b, a) if _ON_GAP.fullmatch(gap) else None
    elif isinstance(a, Moment) and isinstance(b, Moment):
        value = _twice(a, b) if re.fullmatch(r",?\s\(?|,\sthe\s", gap) else None
    else:
        value = None
    return None if value is None else Piece(start=first.start, end=second.end, value=value)


def _twice(a: Moment, b: Moment) -> Moment | None:
    """ "Friday Oct. 13", "Wednesday (October 23)": one day said twice; the full date wins."""
    days = a.grain is Grain.DAY and b.grain is Grain.DAY and a.modality == b.modality == ""
    agree = days and a.relative and a.value is not None and b.value is not None and a.value == b.value
    return b if agree else None


def _at(day: Moment, time_of_day: Clock | tuple[str, int, int] | Moment) -> Moment | None:
    if isinstance(time_of_day, Moment) or day.grain not in (Grain.DAY, Grain.PART) or _is_pointer(day):
        return None
    if isinstance(time_of_day, tuple):
        if day.grain is Grain.PART:
            return None
        if day.low is None:
            return replace(day, grain=Grain.PART, value=None)
        return part_of(day.low.date(), time_of_day, relative=day.relative)
    if day.low is None or day.high is None:
        return replace(day, grain=Grain.MINUTE, value=None)
    if time_of_day.low == MIDNIGHT:
        return _midnight_of(day)
    low = minute_of(day.low.date(), time_of_day.low, relative=day.relative)
    if time_of_day.high == time_of_day.low:
        return low
    high = minute_of(day.low.date(), time_of_day.high)
    return replace(low, high=high.high, value=f"{low.value}/{high.value}")


def _midnight_of(day: Moment) -> Moment | None:
    """ "Midnight Friday" may be the one that starts Friday or the one that ends it."""
    if day.low is None:
        return None
    start = midnight(day.low.date())
    end = minute_of(day.low.date(), 1440, relative=day.relative)
    return replace(end, low=start, ambiguous=True)


def _span_of(text: str, first: Piece, second: Piece) -> Piece | None:
    """ "Oct. 23 to Nov. 1", "between Monday and Wednesday", "from 9 a.m. to 5 p.m."."""
    gap, before = text[first.end : second.start], text[max(0, first.start - 60) : first.start]
    between = _AND_GAP.fullmatch(gap) and _BETWEEN.search(before)
    if not (between or _RANGE_GAP.fullmatch(gap)) or _MOVED.search(before):
        return None
    a, b = first.value, second.value
    if isinstance(a, Clock) and isinstance(b, Clock) and a.low <= b.high and (b.zone or not a.zone):
        return Piece(start=first.start, end=second.end, value=Clock(low=a.low, high=b.high, zone=b.zone))
    if not (isinstance(a, Moment) and isinstance(b, Moment)) or a.grain is not b.grain or _is_pointer(a):
        return None
    if a.low is None or b.high is None or b.low is None:
        return (
            Piece(start=first.start, end=second.end, value=replace(a, low=None, high=None, value=None))
            if not (a.low or b.low)
            else None
        )
    if b.low < a.low and a.relative and b.relative and a.grain is Grain.DAY and b.low + timedelta(days=7) > a.low:
        b = replace(b, low=b.low + timedelta(days=7), high=b.high + timedelta(days=7))
        b = replace(b, value=b.low.date().isoformat() if b.low else None)
    if b.low is None or b.high is None or a.low is None or b.low <= a.low:
        return None
    value = replace(a, high=b.high, value=f"{a.value}/{b.value}", relative=a.relative or b.relative)
    return Piece(start=first.start, end=second.end, value=value)


def _with_leads(text: str, pieces: list[Piece]) -> list[Piece]:
    """ "by December", "since 2021", "shortly before noon": the lead bounds the value and belongs to its span."""
    bounded: list[Piece] = []
    floor = 0
    for piece in pieces:
        lead = _MODALITY.search(text[max(floor, piece.start - LOOK_BACK) : piece.start])
        name = (lead.lastgroup or "") if lead else ""
        name = "as_early_as" if name == "early" else name
        if lead and _is_bound(text, piece, name):
            value = _bounded(piece.value, name) if not isinstance(piece.value, tuple) else piece.value
            piece = Piece(start=piece.start - len(lead.group()), end=piece.end, value=value)  # noqa: PLW2901 - the same piece, bounded
        bounded.append(piece)
        floor = piece.end
    return bounded


def _is_bound(text: str, piece: Piece, name: str) -> bool:
    if isinstance(piece.value, Moment) and (_is_pointer(piece.value) or piece.value.modality):
        return False
    if name == "around" and re.search(r"\s(?:in|on)\s$", text[max(0, piece.start - 5) : piece.start]):
        return False
    if name.startswith("shortly") and isinstance(piece.value, Moment) and piece.value.grain is not Grain.MINUTE:
        return False
    if name in ("before", "after", "around"):
        return _FREE_AFTER.match(text, piece.end, piece.end + 20) is not None
    return not re.match(r"['’]s\b", text[piece.end : piece.end + 2])


def _bounded(value: Moment | Clock, name: str) -> Moment | Clock:
    if isinstance(value, Clock):
        return _bounded_clock(value, name)
    low, high = value.low, value.high
    held = replace(value, modality=name.removeprefix("shortly_"), anchor_low=low, anchor_high=high)
    if low is None or high is None:
        return held
    spread = _HALF_SPREAD.get(value.grain, timedelta())
    ends: dict[str, tuple[datetime | None, datetime | None]] = {
        "by": (None, high),
        "until": (None, high),
        "before": (None, low),
        "after": (high, None),
        "since": (low, None),
        "as_early_as": (low, None),
        "shortly_before": (low - _SHORTLY, low),
        "shortly_after": (low, high + _SHORTLY),
        "around": (low - spread, high + spread),
    }
    return replace(held, low=ends[name][0], high=ends[name][1])


def _bounded_clock(value: Clock, name: str) -> Clock:
    if value.low == MIDNIGHT and name in ("around", "since", "after", "as_early_as"):
        return replace(value, low=0)  # on both sides of it
    if value.low == MIDNIGHT and name == "shortly_after":
        return replace(value, low=0, high=60)
    match name:
        case "by" | "until" | "before":
            return replace(value, low=0)
        case "since" | "after" | "as_early_as":
            return replace(value, high=1440)
        case "shortly_before":
            return replace(value, low=max(0, value.low - 60))
        case "shortly_after":
            return replace(value, high=min(1440, value.high + 60))
    return replace(value, low=max(0, value.low - ABOUT_MINUTES), high=min(1440, value.high + ABOUT_MINUTES))
