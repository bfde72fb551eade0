"""What the rules of the date reader share: the scene that a match is read in, a rule, and the piece that comes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from summarizer.domain.facts import Clock, Moment
from summarizer.language.date_words import MONTH, YEAR

# What a rule can need besides words: a year, a month by its name, half a day, an hour in four digits.
YEARS, MONTHS, HALVES, HOURS = "1500-2099", "Jan-Dec", "a.m., p.m.", "0000-2359"
SHAPES = {
    YEARS: re.compile(YEAR),
    MONTHS: re.compile(rf"\b(?=[A-Zadfjnos]){MONTH}"),
    HALVES: re.compile(r"[AaPp](?:\.\s?)?[Mm]\b"),
    HOURS: re.compile(r"[0-2]\d[.h]?[0-5]\d"),
}
PartOfDay = tuple[str, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The sentence, when the article came out (None: not known), and the last date read before in the sentence.

    `period` is the quarter that the article gives accounts for, as far as it has been named.
    """

    text: str
    published: datetime | None
    last: Moment | None
    last_end: int = 0
    period: Moment | None = None

    @property
    def anchor(self) -> date | None:
        """The article's day, by its own local date."""
        return None if self.published is None else self.published.date()

    def before(self, match: re.Match[str], length: int = 40) -> str:
        """The text just before a match."""
        return self.text[max(0, match.start() - length) : match.start()]

    def after(self, match: re.Match[str], length: int = 40) -> str:
        """The text just after a match."""
        return self.text[match.end() : match.end() + length]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A place in the sentence and what it says; a part of the day alone is no date yet."""

    start: int
    end: int
    value: Moment | Clock | PartOfDay


Resolver = Callable[[re.Match[str], Scene], Moment | Clock | PartOfDay | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what its match means; None means that it is no date after all.

    `needs` are lower-case words, or keys of SHAPES, of which one must stand in the sentence, or the pattern isn't tried: patterns
    are slow, `in` is not.
    """

    pattern: re.Pattern[str]
    resolve: Resolver
    needs: tuple[str, ...]
