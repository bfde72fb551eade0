"""Values that answer no question of the event: a fact and its statement in, whether it is one out."""

from __future__ import annotations

import re

from summarizer.domain.facts import Clock, Fact, Moment, Quantity
from summarizer.domain.report import ReadStatement
from summarizer.language.standalone import is_stamp
from summarizer.language.words import fold

_PICTURE = re.compile(r"\b(?:image|photo|slide|picture|page)\s(?:\d{1,3}\s?(?:of|/)[\s/]{0,3})?$", re.IGNORECASE)


def _is_standing(fact: Fact, read: ReadStatement) -> bool:
    """ "The Saints (11-5)": what a side has won and lost so far."""
    at = fact.place.start - read.statement.span.start - 1
    scored = isinstance(fact.value, Quantity) and bool(fact.value.parts)
    return scored and at >= 0 and read.statement.text[at] == "("


def _is_midnight(fact: Fact, _read: ReadStatement) -> bool:
    """ "Midnight on Thursday" opens the day in one newsroom and ends it in the next."""
    return isinstance(fact.value, Moment | Clock) and "midnight" in fact.display.lower()


def _is_caption(fact: Fact, read: ReadStatement) -> bool:
    """Which picture of how many: "Image 1 of 9"."""
    start = fact.place.start - read.statement.span.start
    return bool(_PICTURE.search(read.statement.text, max(0, start - 16), start))


def _is_page_stamp(fact: Fact, read: ReadStatement) -> bool:
    """When the page was put up."""
    dated = isinstance(fact.value, Moment | Clock)
    return dated and is_stamp(read.statement.text, fact.place.start - read.statement.span.start)


def _is_recurring(fact: Fact, read: ReadStatement) -> bool:
    """A festival "held every August" was not held in August by that."""
    if not isinstance(fact.value, Moment):
        return False
    start = fact.place.start - read.statement.span.start
    return any(t.end in (start - 1, start) and fold(t.text) in ("every", "each") for t in read.tokens)


def _is_quoted_day(fact: Fact, read: ReadStatement) -> bool:
    """ "We were dead twice tonight" was said on a day that only the reporter knows."""
    relative = isinstance(fact.value, Moment) and fact.value.relative
    return relative and any(q.span.contains(fact.place) for q in read.quotations)


def is_aside(fact: Fact, read: ReadStatement) -> bool:
    """Whether a value is of the page, of every year, of what only the reporter knows, or a side's standing so far."""
    looks = (_is_standing, _is_quoted_day, _is_midnight, _is_recurring, _is_page_stamp, _is_caption)
    return any(look(fact, read) for look in looks)
