"""How alike two statements are: what each is about in, a score of 0 to 100 with its parts out. The matcher is rapidfuzz.

The measure under it is softJW: Dice over unique stemmed content words, where two words are one that have one stem, stand in
one group of the meaning lexicon, or reach 0.85 in rapidfuzz's Jaro-Winkler similarity. No whole-string ratio of rapidfuzz
comes near it on aligned news (benchmarks/alignment.py prints WRatio, token_set_ratio and token_sort_ratio beside it).
The score weighs it with more named signals (SIGNALS) by a logistic regression (benchmarks/fit_likeness.py fits and
cross-validates it; the weights stand in lexicons/likeness.json with what they were fitted on). Values are masked: the same
figure in both is evidence beside the words, one that faces another figure pushes no two statements apart.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from rapidfuzz.distance import JaroWinkler

from summarizer.language.vectors import LENGTH, closest
from summarizer.matching.gists import Gist

SAME_WORD = 0.85  # Jaro-Winkler of two stems, ALIGNMENT.md
SAME_GROUP = 0.8  # two words of one group of near-synonyms: between a respelt word and none
ONE = LENGTH**2  # the product of the rows of one word
FAR = 0.5 * ONE  # and of two words that are not near; .4 does as well (2026-12-01)
SMALL_WEIGHT = 0.5  # of a function word beside a content word
SIGNALS = (
    "all",  # softJW over all words: content, figures, verbs of saying, and function words for half
    "near",  # over content words, figures and verbs of saying, where words that keep like company are near
    "rare",  # over content words, each by how rare it is
    "amount",  # log of how much is near, by how rare it is
    "runs",  # of three letters
    "order",  # words that follow one another in both: what is shared in one run is one phrase, and tells less
    "actions",
    "values",
    "subject",  # the cosine of the sums of their words' rows
    "names",  # the part of `near` that names make: the same people do many things
    "other_names",  # both have names and none is in both
    "names_left",  # names of the longer one that the shorter one has not, by the longer one's words
    "length",  # log of the words of the shorter one
)


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """The words that two statements have in common: how surely the other has each of either's words, 0 to 1, in their order."""

    own: Sequence[float]
    theirs: Sequence[float]
    weight: float  # of the common words of both, by how sure they are
    words: float  # that weight by the weight of all, 0 to 100


@dataclass(frozen=True, slots=True)
class Likeness:
    """0 to 100: the words alone, and the score with what else is shared."""

    words: float
    score: float


def likeness(a: Gist, b: Gist, common: Common | None = None) -> Likeness:
    """How alike two statements are, whichever comes first; their common words are counted unless they are given.

    >>> nothing = Gist({}, frozenset(), frozenset(), frozenset(), 0.0)
    >>> likeness(nothing, nothing)
    Likeness(words=0.0, score=0.0)
    """
    if not a.size or not b.size:
        return Likeness(0.0, 0.0)
    common = common or common_words(a, b)
    bias, weights = _weights()
    total = bias + math.fsum(map(mul, weights, _signals(a, b, common)))
    return Likeness(common.words, round(100 / (1 + math.exp(-total)), 6))


def signals_of(a: Gist, b: Gist) -> tuple[float, ...]:
    """The values of SIGNALS for two statements, which the weights are fitted on."""
    return _signals(a, b, common_words(a, b)) if a.size and b.size else (0.0,) * len(SIGNALS)


def common_words(a: Gist, b: Gist) -> Common:
    """Each word of one is that of one word of the other at most, the surest first."""
    same = a.words.keys() & b.words.keys()
    own, theirs = dict.fromkeys(same, 1.0), dict.fromkeys(same, 1.0)
    for likelihood, one, other in _word_pairs(a, b, same):
        if one not in own and other not in theirs:
            own[one] = theirs[other] = likelihood
    ones, others = [own.get(w, 0.0) for w in a.words], [theirs.get(w, 0.0) for w in b.words]
    weight = sum(map(mul, a.weights, ones)) + sum(map(mul, b.weights, others))
    return Common(own=ones, theirs=others, weight=weight, words=100 * weight / max(1.0, a.weight + b.weight))


def _signals(a: Gist, b: Gist, common: Common) -> tuple[float, ...]:
    near_a, near_b = _near(a, b, common)
    figures = len(a.figures & b.figures)
    exact = 2 * (figures + len(a.telling & b.telling))
    faced = min(len(a.figures), len(b.figures)) - figures
    size = max(1.0, a.weight + b.weight + a.beside + b.beside - 2 * faced)
    small = SMALL_WEIGHT * (len(a.small) + len(b.small))
    same_small = 2 * SMALL_WEIGHT * len(a.small & b.small)
    return (
        (common.weight + exact + same_small) / (size + small),
        (sum(map(mul, a.weights, near_a)) + sum(map(mul, b.weights, near_b)) + exact) / size,
        *_rare(a, b, near_a, near_b),
        2 * (a.runs & b.runs).bit_count() / max(1, a.runs.bit_count() + b.runs.bit_count()),
        _dice(a.order, b.order),
        _dice(a.actions, b.actions),
        _dice(a.values, b.values),
        float(a.subject @ b.subject) / max(1.0, a.reach * b.reach),
        *_names(a, b, near_a, near_b),
        math.log1p(min(a.size, b.size)),
    )


def _near(a: Gist, b: Gist, common: Common) -> tuple[Sequence[float], Sequence[float]]:
    """How surely each word stands in the other or keeps like company with one of its words, 0 to 1."""
    if not a.words or not b.words:
        return common.own, common.theirs
    ones, others = closest(a.rows, b.rows)
    return _nearest(common.own, ones), _nearest(common.theirs, others)


def _nearest(sure: Sequence[float], products: Sequence[float]) -> Sequence[float]:
    return [
        max(found, (product - FAR) / (ONE - FAR)) if product > FAR else found
        for found, product in zip(sure, products, strict=True)
    ]


def _rare(a: Gist, b: Gist, near_a: Sequence[float], near_b: Sequence[float]) -> tuple[float, float]:
    both = sum(map(mul, a.rarity, near_a)) + sum(map(mul, b.rarity, near_b))
    return both / max(1.0, a.rareness + b.rareness), math.log1p(both / 2)


def _names(a: Gist, b: Gist, near_a: Sequence[float], near_b: Sequence[float]) -> tuple[float, float, float]:
    ones, others = sum(near_a[n] for n in a.named), sum(near_b[n] for n in b.named)
    left = max(
        (a.size, (len(a.named) - ones) / max(1, len(a.words))),
        (b.size, (len(b.named) - others) / max(1, len(b.words))),
    )
    return (
        (ones + others) / (a.size + b.size),
        float(bool(a.names and b.names and not a.names & b.names)),
        left[1],
    )


def _word_pairs(a: Gist, b: Gist, same: Set[str]) -> list[tuple[float, str, str]]:
    """The pairs of differing stems that are one word all the same, the likest first. Respelt words keep their first letter."""
    found: list[tuple[float, str, str]] = []
    for word, held in a.words.items():
        if word in same:
            continue
        if held.group in b.by_group:
            found += [(SAME_GROUP, word, other) for other in b.by_group[held.group] if other not in same]
        for other in b.by_letter.get(word[0], ()):
            if other not in same and (score := JaroWinkler.similarity(word, other, score_cutoff=SAME_WORD)):
                found.append((score, word, other))
    if len(found) > 1:  # by both words in either order, so that likeness(a, b) is likeness(b, a)
        found.sort(key=lambda p: (-p[0], sorted(p[1:]), p[1]))
    return found


def _dice(a: frozenset[str] | frozenset[tuple[str, str]], b: frozenset[str] | frozenset[tuple[str, str]]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    content = json.loads(resources.files("summarizer").joinpath("lexicons/likeness.json").read_text("utf-8"))
    if tuple(content["weights"]) != SIGNALS:
        raise ValueError("lexicons/likeness.json was fitted on other signals: run benchmarks/fit_likeness.py")
    return content["bias"], tuple(content["weights"].values())
