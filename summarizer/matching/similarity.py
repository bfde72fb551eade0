"""How alike two statements are: what each is about in, a score of 0 to 100 with its parts out. The matcher is rapidfuzz.

The measure is softJW: Dice over unique stemmed content words, where two words are one that have one stem, stand in one
group of the meaning lexicon, or reach 0.85 in rapidfuzz's Jaro-Winkler similarity. No whole-string ratio of rapidfuzz
comes near it on aligned news (benchmarks/alignment.py prints WRatio, token_set_ratio and token_sort_ratio beside it).
Values are masked: their words are left out, so that a differing figure does not push two statements apart. Actions,
names and equal values are evidence beside the words: they lift a score that the words have made, and alone make none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from summarizer.domain.facts import Clock, Fact, Moment, Quantity
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token
from summarizer.language.meaning import concept, is_grouped
from summarizer.language.words import REPORTING, STOP_WORDS, fold, stem
from summarizer.matching.normal import normal

SAME_WORD = 0.85  # Jaro-Winkler of two stems, ALIGNMENT.md
SAME_GROUP = 0.8  # two words of one group of near-synonyms: between a respelt word and none
VERB_WEIGHT = 1.5
# Fitted by hand on the even topics of ECB+, read off on the odd ones; any value within a third does as well (2026-11-24).
ACTION_EVIDENCE = 1.0
NAME_EVIDENCE = 0.6
VALUE_EVIDENCE = 0.6
MOST_WORDS = 80  # of one statement that are compared: lists and tables are no sentences


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a statement: the group it answers to and how much it counts."""

    group: str
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Gist:
    """What a statement is about, to compare by: words by their stems, groups of its actions, stems of its names, its values."""

    words: Mapping[str, Word]
    actions: frozenset[str]
    names: frozenset[str]
    values: frozenset[str]
    weight: float

    @property
    def groups(self) -> frozenset[str]:
        """The groups of its words: what an index holds it under."""
        return frozenset(w.group for w in self.words.values())


@dataclass(frozen=True, slots=True)
class Likeness:
    """0 to 100: the words alone, and the score with what else is shared."""

    words: float
    score: float


def gist_of(read: ReadStatement) -> Gist:
    """What the statement is about, its values masked and its reporting verbs left out."""
    masked = _masked(read)
    words: dict[str, Word] = {}
    actions: set[str] = set()
    names: set[str] = set()
    for token, hidden in zip(read.tokens, masked, strict=True):
        if hidden or not _counts(token):
            continue
        key, group = stem(token.text), concept(token.lemma)
        if token.tag == "PROPN":
            names.add(key)
        if token.tag == "VERB" or (token.tag == "NOUN" and is_grouped(token.lemma)):
            actions.add(group)
        weight = VERB_WEIGHT if token.tag == "VERB" else 1.0
        if key not in words and len(words) >= MOST_WORDS:
            break
        if key not in words or words[key].weight < weight:
            words[key] = Word(group, weight)
    return Gist(
        words=dict(sorted(words.items())),
        actions=frozenset(actions),
        names=frozenset(names),
        values=frozenset(v for f in read.facts if _is_figure(f) and (v := normal(f.value))),
        weight=sum(w.weight for w in words.values()),
    )


def likeness(a: Gist, b: Gist) -> Likeness:
    """How alike two statements are; 0 where they share no word.

    >>> nothing = Gist({}, frozenset(), frozenset(), frozenset(), 0.0)
    >>> likeness(nothing, nothing)
    Likeness(words=0.0, score=0.0)
    """
    if not a.words or not b.words:
        return Likeness(0.0, 0.0)
    words = soft_dice(a, b)
    evidence = (
        ACTION_EVIDENCE * _dice(a.actions, b.actions)
        + NAME_EVIDENCE * _dice(a.names, b.names)
        + VALUE_EVIDENCE * _dice(a.values, b.values)
    )
    return Likeness(100 * words, 100 * (words + words * (1 - words) * min(1.0, evidence)))


def soft_dice(a: Gist, b: Gist) -> float:
    """Softened Dice: twice the weight of the words that both have over the weight of all; 0 to 1."""
    common = a.words.keys() & b.words.keys()
    shared = sum(sorted(a.words[w].weight + b.words[w].weight for w in common))
    left = [w for w in a.words if w not in common]
    right = [w for w in b.words if w not in common]
    used: set[str] = set()
    for likelihood, one, other in _word_pairs(a, b, left, right):
        if one + " " not in used and " " + other not in used:
            used.update((one + " ", " " + other))
            shared += likelihood * (a.words[one].weight + b.words[other].weight)
    return shared / (a.weight + b.weight)


def _word_pairs(a: Gist, b: Gist, left: Iterable[str], right: Iterable[str]) -> list[tuple[float, str, str]]:
    """The pairs of differing stems that are one word all the same, the likest first. Respelt words keep their first letter."""
    by_letter: dict[str, list[str]] = {}
    by_group: dict[str, list[str]] = {}
    for word in right:
        by_letter.setdefault(word[0], []).append(word)
        by_group.setdefault(b.words[word].group, []).append(word)
    found: list[tuple[float, str, str]] = []
    for word in left:
        found += ((SAME_GROUP, word, other) for other in by_group.get(a.words[word].group, ()))
        for other in by_letter.get(word[0], ()):
            score = JaroWinkler.similarity(word, other, score_cutoff=SAME_WORD)
            if score:
                found.append((score, word, other))
    # by both words in either order, so that likeness(a, b) is likeness(b, a)
    return sorted(found, key=lambda p: (-p[0], sorted(p[1:]), p[1]))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def _is_figure(fact: Fact) -> bool:
    return isinstance(fact.value, Quantity | Moment | Clock)


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


def _counts(token: Token) -> bool:
    if token.tag in ("PUNCT", "SYM", "NUM"):
        return False
    word = fold(token.text)
    return (
        word not in STOP_WORDS and fold(token.lemma) not in REPORTING and word[:1].isalnum() and not word[:1].isdigit()
    )
