"""What an outlet published, and places in it: Span, Article, Statement, Token, Evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

Field = Literal["title", "text"]
FIELDS: tuple[Field, ...] = ("title", "text")


class Certainty(StrEnum):
    """How sure whoever says it is: the contract's five degrees."""

    CONFIRMED = "confirmed"
    STATED = "stated"
    EXPECTED = "expected"
    ALLEGED = "alleged"
    DENIED = "denied"


class Aspect(StrEnum):
    """Where an action stands at the moment of writing."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    NOT_DONE = "not_done"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points, never empty.

    >>> Span(2, 5).overlaps(Span(4, 9)), Span(2, 5).length
    (True, 3)
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span runs from 0 up and is not empty, got {self.start}..{self.end}")

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        """The slice of `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one outlet published. `id` is empty until ingest gives one; offsets count in `text` and `title`."""

    source: str
    text: str
    title: str = ""
    id: str = ""
    url: str | None = None
    published_at: datetime | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.source.strip():
            raise ValueError("source is blank: name the outlet that published the article")
        if not self.text.strip():
            raise ValueError("text is blank: give the article's text")

    def field(self, field: Field) -> str:
        """The text of one field."""
        return self.title if field == "title" else self.text

    def quote(self, field: Field, span: Span) -> str:
        """The slice of one field. Raises ValueError where the span runs past its end."""
        content = self.field(field)
        if span.end > len(content):
            raise ValueError(f"span {span.start}..{span.end} runs past the {field} of {self.id} ({len(content)} long)")
        return span.of(content)


class Token(NamedTuple):
    """A word, number or mark inside one statement; offsets count from the statement's start.

    A named tuple and no dataclass, as it is made for every word that is read: that takes a fourth of the time.

    `tag` is a universal part of speech (NOUN, PROPN, VERB, AUX, ADJ, ADV, NUM, ADP, DET, PRON, CCONJ, SCONJ, PART,
    PUNCT, SYM, INTJ, X); `lemma` is lower case, except for proper nouns.
    """

    text: str
    start: int
    end: int
    tag: str
    lemma: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of one article; a title is one statement."""

    id: str
    article: str
    field: Field
    span: Span
    text: str
    speaker: str | None = None
    certainty: Certainty = Certainty.STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a value stands, who said it, and how sure they were. `quote` is always the slice of the article."""

    article: str
    statement: str
    field: Field
    span: Span
    quote: str
    attributed_to: str | None = None
    certainty: Certainty = Certainty.STATED
    as_of: str | None = None
