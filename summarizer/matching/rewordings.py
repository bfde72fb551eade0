"""Two quotations word by word: their words in, how like one utterance they are and what was replaced out.

A cut is no other wording: what one outlet left out at an end or in the middle was not said otherwise. Words in the place of
others are, and so is a "not" that only one has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel, Levenshtein

from summarizer.language.spoken_words import ANYTHING, SpokenWord

NEGATIONS = frozenset("not no never nobody none nothing neither nor without".split())
# Words that a sentence starts with when it goes on from another; outlets drop them.
CONNECTIVES = frozenset("and but so well now look then because that also yes no again".split())
# Forms of one thing: "we've got to" and "we have to", "it's been", "I'd".
LEVEL = frozenset("is has had would that which who a an the this just really very got have do does did to".split())
# What a changed word counts: one word in the place of another is another wording, also a small one or another form. Of small words
# that each has in a place of its own it takes three.
REPLACED = 1.0
MOVED = 0.34
REWORDED = 1.0
MOST_COVERED = 4  # words that one pair of brackets stands for
FUNCTION_WEIGHT = 0.25  # of a word that says how a sentence is built, in the likeness of two bags of words

Words = Sequence[SpokenWord]


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How like one another the words of two quotations are, each 0 to 1, and how many words of meaning both have."""

    order: float  # as sequences
    flat: float  # in any order, every word alike
    bag: float  # in any order, words of meaning above others
    inside: float  # the share of the shorter one's weight that the longer one has
    shared: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one that stand where the other has others; ranges of words, one of them perhaps empty."""

    left: range
    right: range


@dataclass(frozen=True, slots=True)
class Profile:
    """What the likeness of a quotation's words to others' is reckoned from, counted once."""

    groups: tuple[str, ...]
    counts: Counter[str]
    weights: dict[str, float]
    total: float


def profile(words: Words) -> Profile:
    """The profile of a quotation's words."""
    groups = tuple(w.group for w in words)
    weights = {w.group: 1.0 if w.carries else FUNCTION_WEIGHT for w in words}
    return Profile(groups, Counter(groups), weights, sum(weights[g] for g in groups))


def likeness(a: Profile, b: Profile) -> Likeness:
    """How like two quotations are, word forms and synonyms put aside."""
    common = [(g, min(n, b.counts[g])) for g, n in a.counts.items() if g in b.counts]
    weight = sum(a.weights[g] * n for g, n in common)
    return Likeness(
        order=Indel.normalized_similarity(a.groups, b.groups),
        flat=2 * sum(n for _, n in common) / max(len(a.groups) + len(b.groups), 1),
        bag=2 * weight / (a.total + b.total) if a.total + b.total else 0.0,
        inside=weight / min(a.total, b.total) if a.total and b.total else 0.0,
        shared=sum(a.weights[g] == 1.0 for g, _ in common),
    )


def longest_run(a: Words, b: Words) -> Words:
    """The longest run of words of `a` that `b` has in one piece, word forms and synonyms put aside."""
    left, right = [w.group for w in a], [w.group for w in b]
    match = SequenceMatcher(None, left, right, autojunk=False).find_longest_match()
    return a[match.a : match.a + match.size]


def changed(a: Words, b: Words) -> tuple[Stretch, ...]:
    """Where the words of one were replaced by others, in order; none where one is the other, cut."""
    if _is_part(a, b) or _is_part(b, a):
        return ()
    found = [s for s in _stretches(a, b) if not _is_style(a, b, s)]
    inner = [s for s in found if _is_inside(s, a, b)]
    moved = any(not s.right for s in inner) and any(not s.left for s in inner)
    counted = tuple(s for s in found if (s.left and s.right) or (s in inner and (moved or _negates(a, b, s))))
    return counted if sum(_weight(a, b, s) for s in counted) >= REWORDED else ()


def _is_part(short: Words, long: Words) -> bool:
    """Whether one is a run of the other's words."""
    return f" {' '.join(w.exact for w in short)} " in f" {' '.join(w.exact for w in long)} "


def _stretches(a: Words, b: Words) -> Iterator[Stretch]:
    """The runs of words between those that are the same in both."""
    left, right = [w.exact for w in a], [w.exact for w in b]
    held: Stretch | None = None
    for op in Levenshtein.opcodes(left, right):
        one, other = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
        if op.tag == "equal":
            if held is not None:
                yield held
            held = None
        elif held is None:
            held = Stretch(one, other)
        else:
            held = Stretch(range(held.left.start, one.stop), range(held.right.start, other.stop))
    if held is not None:
        yield held


def _is_inside(stretch: Stretch, a: Words, b: Words) -> bool:
    starts = stretch.left.start > 0 and stretch.right.start > 0
    return starts and stretch.left.stop < len(a) and stretch.right.stop < len(b)


def _is_style(a: Words, b: Words, stretch: Stretch) -> bool:
    """Whether the difference is one of writing: a word in two, an editor's brackets, a connective before the sentence."""
    left, right = [a[i].exact for i in stretch.left], [b[i].exact for i in stretch.right]
    if _is_covered(left, right) or _is_covered(right, left):
        return True
    if "".join(left).replace("-", "") == "".join(right).replace("-", ""):
        return True
    opening = stretch.left.start == 0 or stretch.right.start == 0
    return opening and {*left, *right} <= CONNECTIVES


def _is_covered(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether an editor's brackets, or letters starred out, stand for the others, and nothing else is beside them."""
    return ANYTHING in words and {*words} <= LEVEL | {ANYTHING} and len(others) <= MOST_COVERED


def _negates(a: Words, b: Words, stretch: Stretch) -> bool:
    words = {a[i].exact for i in stretch.left} ^ {b[i].exact for i in stretch.right}
    return not words.isdisjoint(NEGATIONS)


def _weight(a: Words, b: Words, stretch: Stretch) -> float:
    left, right = [a[i] for i in stretch.left], [b[i] for i in stretch.right]
    if _negates(a, b, stretch):
        return REPLACED
    if not left or not right:
        return max(MOVED * len(left or right), REPLACED * any(w.carries for w in left or right))
    return REPLACED if _has_other(left, right) or _has_other(right, left) else 0.0


def _has_other(words: Iterable[SpokenWord], others: Iterable[SpokenWord]) -> bool:
    """Whether one of the words is none of the others, and says something."""
    exact = {w.exact for w in others} | LEVEL
    return any(w.exact not in exact for w in words)
