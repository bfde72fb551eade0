"""What a statement is about, to compare it by: a read statement in, its words, names, actions and values out.

Values are masked: the words of figures, dates and times stand apart, so that a differing one does not push two statements
apart. Reporting verbs and function words are kept, too, but apart: they say how a thing is told.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.domain.facts import Clock, Fact, Moment, Quantity
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token
from summarizer.language.meaning import concept, is_grouped
from summarizer.language.once import kept
from summarizer.language.vectors import rarity_of, subject_of, vectors_of
from summarizer.language.words import REPORTING, STOP_WORDS, fold, stem
from summarizer.matching.normal import normal

if TYPE_CHECKING:
    from summarizer.language.vectors import Rows, Sums

VERB_WEIGHT = 1.5
MOST_WORDS = 80  # of one statement that are compared: lists and tables are no sentences
# What newspapers write in two ways. The countries as they are written: in small letters some are another word ("US", "us").
SAME_NAMES = {"US": "america", "USA": "america", "UK": "britain"}
SAME_FIGURES = {
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    **{word: str(n) for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)},
}
MASK = "#"  # stands for each word of a figure
RUNS = 4096  # bits for them: of the hundred of a sentence one or two fall on another's
JOINED = re.compile(r"[-‐-―/]")  # bird-to-human, U.S.-led, and/or
MARKS = ("PUNCT", "SYM")
FIGURES = (Quantity, Moment, Clock)


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a statement: the group it answers to and how much it counts."""

    group: str
    weight: float


@dataclass(frozen=True, eq=False)
class Gist:
    """What a statement is about: words by their stems, groups of its actions, stems of its names, its values.

    Apart from those the words of its `figures`, what it has of verbs of saying (`telling`) and of function words (`small`),
    which words follow one another but for the small ones, and how it is `spelled`, figures masked.
    """

    words: Mapping[str, Word]
    actions: frozenset[str]
    names: frozenset[str]
    values: frozenset[str]
    weight: float
    figures: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    order: frozenset[tuple[str, str]] = frozenset()
    spelled: str = ""

    @property
    def groups(self) -> frozenset[str]:
        """The groups of its words: what an index holds it under."""
        return frozenset(self.by_group)

    @cached_property
    def size(self) -> int:
        """Its words but for the small ones."""
        return len(self.words) + self.beside

    @cached_property
    def beside(self) -> int:
        """How many of its words are one with another's only where both are the same."""
        return len(self.figures) + len(self.telling)

    @cached_property
    def weights(self) -> tuple[float, ...]:
        """How much each word counts, in their order."""
        return tuple(w.weight for w in self.words.values())

    @cached_property
    def by_letter(self) -> Mapping[str, Sequence[str]]:
        """Its words by their first letters."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            found[word[0]].append(word)
        return dict(found)

    @cached_property
    def by_group(self) -> Mapping[str, Sequence[str]]:
        """Its words by their groups."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, held in self.words.items():
            found[held.group].append(word)
        return dict(found)

    @cached_property
    def named(self) -> tuple[int, ...]:
        """Which of its words are names, by their place in order."""
        return tuple(n for n, word in enumerate(self.words) if word in self.names)

    @cached_property
    def runs(self) -> int:
        """Which runs of three letters it has, as a set of bits."""
        found = bytearray(RUNS // 8)
        for start in range(len(self.spelled) - 2):
            bit = _bit(self.spelled[start : start + 3])
            found[bit >> 3] |= 1 << (bit & 7)
        return int.from_bytes(found, "little")

    @cached_property
    def rareness(self) -> float:
        """The sum of how rare its words are."""
        return sum(self.rarity)

    @cached_property
    def rarity(self) -> tuple[float, ...]:
        """How rare each word is, in their order."""
        return rarity_of(self.words)

    @cached_property
    def rows(self) -> Rows:
        """A row for each word, in their order: words that keep like company have like rows."""
        return vectors_of(self.words)

    @cached_property
    def subject(self) -> Sums:
        """The sum of the rows."""
        return subject_of(self.words)

    @cached_property
    def reach(self) -> float:
        """The length of that sum."""
        return math.sqrt(float(self.subject @ self.subject))


def gist_of(read: ReadStatement) -> Gist:
    """What the statement is about, its values masked and its reporting verbs left out."""
    words: dict[str, Word] = {}
    names, actions, figures, telling, small = set[str](), set[str](), set[str](), set[str](), set[str]()
    told: list[str] = []
    forms: list[str] = []
    for token, masked in zip(read.tokens, _masked(read), strict=True):
        for word, key, is_small in () if token.tag in MARKS else _parts(token.text):
            if is_small:
                small.add(key)
                forms.append(word)
                continue
            is_figure = masked or _is_number(token, word)
            if is_figure:
                figures.add(key)
            elif fold(token.lemma) in REPORTING:
                telling.add(key)
            elif key in words or len(words) < MOST_WORDS:
                group = _group(token, word)
                _add(words, key, Word(group, VERB_WEIGHT if token.tag == "VERB" else 1.0))
                if token.tag == "PROPN":
                    names.add(key)
                elif _is_action(token):
                    actions.add(group)
            forms.append(MASK if is_figure else word)
            told.append(MASK if is_figure else key)
    return Gist(
        words=dict(sorted(words.items())),
        actions=frozenset(actions),
        names=frozenset(names),
        values=frozenset(v for f in read.facts if _is_figure(f) and (v := normal(f.value))),
        weight=sum(w.weight for w in words.values()),
        figures=frozenset(figures),
        telling=frozenset(telling),
        small=frozenset(small),
        order=frozenset(pairwise(told[:MOST_WORDS])),
        spelled=" ".join(["", *forms[: 2 * MOST_WORDS], ""]),
    )


@kept
def groups_of(read: ReadStatement) -> frozenset[str]:
    """The groups of its content words, joined ones as they are joined: what an index asks for, at half the cost of a gist."""
    found: dict[str, str] = {}
    for token, masked in zip(read.tokens, _masked(read), strict=True):
        if masked or token.tag in MARKS or len(found) == MOST_WORDS:
            continue
        word = fold(token.text)
        if word in STOP_WORDS or not word[:1].isalnum() or _is_number(token, word) or fold(token.lemma) in REPORTING:
            continue
        found.setdefault(stem(token.text), concept(token.lemma))
    return frozenset(found.values())


def _group(token: Token, word: str) -> str:
    return concept(token.lemma if word == fold(token.text) else word)


def _is_number(token: Token, word: str) -> bool:
    return token.tag == "NUM" or word[0].isdigit() or token.text[0].isdigit()


def _add(words: dict[str, Word], key: str, word: Word) -> None:
    """A word that stands there as a verb, too, counts as one."""
    if key not in words or words[key].weight < word.weight:
        words[key] = word


def _is_action(token: Token) -> bool:
    return token.tag == "VERB" or (token.tag == "NOUN" and is_grouped(token.lemma))


@lru_cache(maxsize=65536)  # an archive has words without end
def _bit(run: str) -> int:
    return zlib.crc32(run.encode("utf-8", "replace")) % RUNS


@lru_cache(maxsize=65536)
def _parts(written: str) -> tuple[tuple[str, str, bool], ...]:
    """The words that a token is joined of, folded, with their stems and whether they are small."""
    if same := SAME_NAMES.get(written.replace(".", "")):
        return ((same, stem(same), False),)
    found = []
    for part in JOINED.split(written):
        word = fold(part).removesuffix(".")
        if word[:1].isalnum():
            word = SAME_FIGURES.get(word, word)
            found.append((word, stem(word), word in STOP_WORDS or (len(word) == 1 and word.isalpha())))
    return tuple(found)


def _is_figure(fact: Fact) -> bool:
    return isinstance(fact.value, FIGURES)


def _masked(read: ReadStatement) -> list[bool]:
    """For each token whether it belongs to a figure, a date or a time."""
    base = read.statement.span.start
    spans = sorted((f.place.start - base, f.place.end - base) for f in read.facts if _is_figure(f))
    found: list[bool] = []
    at = 0
    for token in read.tokens:
        while at < len(spans) and spans[at][1] <= token.start:
            at += 1
        found.append(at < len(spans) and spans[at][0] < token.end)
    return found
