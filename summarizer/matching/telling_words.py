"""What a statement tells, word by word: a read statement in, its content words, names and figures as comparable items out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.facts import Clock, Fact, Moment, Quantity
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token
from summarizer.language.meaning import concept
from summarizer.language.words import REPORTING, STOP_WORDS
from summarizer.matching.normal import normal

TELLING = frozenset({"VERB", "NOUN", "ADJ"})
LOOSE = frozenset({"DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM"})
NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "without", "none", "deny"})
NEGATED_REACH = 4  # words behind a negator
NEGATED = "not "
WHEN = "when"
SPANS_OF_TIME = frozenset({"s", "month", "year"})


class Sort(StrEnum):
    """What an item says: names and figures alone are told elsewhere."""

    WORD = "word"
    NAME = "name"
    FIGURE = "figure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """A content word or a figure: its key (the group of the word, marked where negated, or the value) and its place in the statement.

    `family` is what a figure can be told apart from: another moment or span of time, another amount of its unit.
    """

    key: str
    start: int
    end: int
    sort: Sort
    family: str = ""

    @property
    def is_negated(self) -> bool:
        """Whether a "not" stands before it."""
        return self.key.startswith(NEGATED)


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A statement as its items, in order."""

    read: ReadStatement
    items: tuple[Item, ...]
    keys: frozenset[str]


def line_of(read: ReadStatement) -> Line:
    """The items of a statement; a figure is one item, however many words it has."""
    items = tuple(_items(read))
    return Line(read, items, frozenset(i.key for i in items))


def _items(read: ReadStatement) -> Iterator[Item]:
    figures = _figures(read)
    at, negated = 0, 0
    for token in read.tokens:
        negated = NEGATED_REACH if token.lemma in NEGATORS else negated - 1 if token.tag != "PUNCT" else 0
        while at < len(figures) and figures[at].end <= token.start:
            yield figures[at]
            at += 1
        if (at == len(figures) or figures[at].start >= token.end) and _says_something(token):
            key = (NEGATED if negated > 0 else "") + concept(token.lemma)
            yield Item(key, token.start, token.end, _sort(token))
    yield from figures[at:]


def _figures(read: ReadStatement) -> list[Item]:
    """The quantities and moments of the statement, of two that overlap the longer."""
    base = read.statement.span.start
    found: list[Item] = []
    for fact in sorted(read.facts, key=lambda f: (f.place.start, -f.place.end)):
        start, end = fact.place.start - base, fact.place.end - base
        if isinstance(fact.value, Quantity | Moment | Clock) and not (found and start < found[-1].end):
            found.append(Item(f"={normal(fact.value)}", start, end, Sort.FIGURE, _family(fact)))
    return found


def _family(fact: Fact) -> str:
    if not isinstance(fact.value, Quantity):
        return WHEN
    return WHEN if fact.value.unit in SPANS_OF_TIME else f"{fact.value.unit or ''}"


def _says_something(token: Token) -> bool:
    return (
        token.tag not in LOOSE
        and token.text.lower() not in STOP_WORDS
        and token.text[0].isalnum()
        and token.lemma not in REPORTING
    )


def _sort(token: Token) -> Sort:
    if token.tag == "PROPN":
        return Sort.NAME
    return Sort.WORD if token.tag in TELLING and token.text[0].islower() else Sort.OTHER
