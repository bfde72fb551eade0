"""Where two statements tell the same in the same words: two lines in, the passage of each that they share out.

A passage is a stretch of at most LONGEST characters. It holds no value, name or "not" that the other statement gives
otherwise, so that the same words around what differs are never taken for an agreement on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.domain.text import Span
from summarizer.matching.telling_words import Item, Line, Sort

LONGEST = 80  # characters
LEAST_WORDS = 2
# How much the shared words say, by how rare they are among the statements of the merge, and which share of the passages they are.
# On the open real bundles: 5 and .5 find .57 of the agreements and join 19 conflicts, 6 and .6 .53 and 15, 7 and .65 .51 and 11
# (2026-11-26).
LEAST_WEIGHT = 6.0
DENSE = 0.6
BESIDE = 25  # characters to a figure
# Stretches of one line that are compared: those of the labelled articles are 17 at most (2026-12-01), those of a list without a full stop hundreds.
MOST_STRETCHES = 24
NAMED = 4  # characters to a name: a space, or a short preposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Items [first, last] of a line."""

    first: int
    last: int

    @property
    def size(self) -> int:
        """How many items it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A passage of one line and the keys in it that the other line has, too."""

    passage: Passage
    keys: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The passages of two lines, the keys that both hold, and how much these say."""

    left: Passage
    right: Passage
    keys: frozenset[str]
    weight: float


def shared_passage(a: Line, b: Line, weights: Mapping[str, float]) -> Shared | None:
    """The weightiest passage that both have, None where none says enough."""
    common = a.keys & b.keys
    if len(common) < LEAST_WORDS or _weight(common, weights) < LEAST_WEIGHT:
        return None
    contested = _families_apart(a, b, common)
    rights = _fullest(b, common, contested, weights)
    found: Shared | None = None
    for left in _fullest(a, common, contested, weights):
        for right in rights:
            if found is not None and min(left.weight, right.weight) <= found.weight:
                continue
            keys = left.keys & right.keys
            if not _may_beat(keys, weights, found):
                continue
            best = _fitted(a, b, (left.passage, right.passage, keys), weights)
            better = best is not None and (found is None or best.weight > found.weight)
            if best is not None and better and not is_apart(a, best.left, b, best.right):
                found = best
    return found


def _may_beat(keys: frozenset[str], weights: Mapping[str, float], found: Shared | None) -> bool:
    """Whether a passage of these keys, or of fewer, can say enough and more than the one found."""
    if len(keys) < LEAST_WORDS:
        return False
    weight = _weight(keys, weights)
    return weight >= LEAST_WEIGHT and (found is None or weight > found.weight)


def _weight(keys: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights[k] for k in sorted(keys))


def _families_apart(a: Line, b: Line, common: frozenset[str]) -> frozenset[str]:
    """The families of figures of which each line gives one that the other does not."""
    ones, others = ({i.family for i in line.items if i.sort is Sort.FIGURE and i.key not in common} for line in (a, b))
    return frozenset(ones & others)


def _is_barrier(item: Item, common: frozenset[str], contested: frozenset[str]) -> bool:
    return item.sort is Sort.FIGURE and item.family in contested and item.key not in common


def _fullest(
    line: Line, common: frozenset[str], contested: frozenset[str], weights: Mapping[str, float]
) -> list[_Stretch]:
    """The stretches of a line in the order of the text; of more than MOST_STRETCHES those that share the most words."""
    passages = list(_stretches(line.items, common, contested))
    if len(passages) > MOST_STRETCHES:
        heavy = sorted(passages, key=lambda p: -p[1])[:MOST_STRETCHES]
        passages = sorted(heavy, key=lambda p: p[0].first)
    found = []
    for passage, _ in passages:
        keys = _keys(line, passage) & common
        found.append(_Stretch(passage=passage, keys=keys, weight=_weight(keys, weights)))
    return found


def _stretches(
    items: Sequence[Item], common: frozenset[str], contested: frozenset[str]
) -> Iterator[tuple[Passage, int]]:
    """The longest stretches from a shared item to a shared item, each with how many shared items it holds."""
    shared = [i for i, item in enumerate(items) if item.key in common]
    reached = -1
    for position, first in enumerate(shared):
        last, count = first, 1
        for other in shared[position + 1 :]:
            too_long = items[other].end - items[first].start > LONGEST
            if too_long or (contested and any(_is_barrier(i, common, contested) for i in items[last + 1 : other])):
                break
            last, count = other, count + 1
        if last > reached:
            yield Passage(first=first, last=last), count
            reached = last


def _fitted(
    a: Line, b: Line, both: tuple[Passage, Passage, frozenset[str]], weights: Mapping[str, float]
) -> Shared | None:
    """Both passages narrowed to the keys that both hold."""
    left, right, keys = both
    left, right = _narrowed(a.items, left, keys), _narrowed(b.items, right, keys)
    left, right, keys = _whole_names(a, b, left, right, keys)
    weight = _weight(keys, weights)
    if len(keys) < LEAST_WORDS or weight < LEAST_WEIGHT or 2 * len(keys) < DENSE * (left.size + right.size):
        return None
    telling = any(i.sort is Sort.WORD and i.key in keys for i in a.items[left.first : left.last + 1])
    return Shared(left=left, right=right, keys=keys, weight=weight) if telling else None


def _keys(line: Line, passage: Passage) -> frozenset[str]:
    return frozenset(i.key for i in line.items[passage.first : passage.last + 1])


def _narrowed(items: Sequence[Item], passage: Passage, keys: frozenset[str]) -> Passage:
    first, last = passage.first, passage.last
    while items[first].key not in keys:
        first += 1
    while items[last].key not in keys:
        last -= 1
    return Passage(first=first, last=last)


def _whole_names(
    a: Line, b: Line, left: Passage, right: Passage, keys: frozenset[str]
) -> tuple[Passage, Passage, frozenset[str]]:
    """Without the part of a name at an edge that goes on in two ways: "the old Hill Farm" of "Hill Farm Dairy" and "Hill Farm Mill"."""
    while len(keys) >= LEAST_WORDS:
        cut = {key for step in (-1, 1) if (key := _cut_name(a, left, step)) and _cut_name(b, right, step) == key}
        if not cut:
            break
        keys -= cut
        if not keys:
            break
        left, right = _narrowed(a.items, left, keys), _narrowed(b.items, right, keys)
    return left, right, keys


def _cut_name(line: Line, passage: Passage, step: int) -> str:
    """The key of the name at an edge whose next word, outside, belongs to the name."""
    at = passage.last if step > 0 else passage.first
    if not 0 <= at + step < len(line.items):
        return ""
    edge, beyond = line.items[at], line.items[at + step]
    gap = beyond.start - edge.end if step > 0 else edge.start - beyond.end
    return edge.key if edge.sort is beyond.sort is Sort.NAME and gap <= 1 else ""


def is_apart(a: Line, left: Passage, b: Line, right: Passage) -> bool:
    """Whether two passages are two quotations, one denies more than the other, or both stand by names or figures that differ."""
    common = a.keys & b.keys
    if _is_quoted(a, left) and _is_quoted(b, right):
        return True
    if _has_other_name(a, left, b) and _has_other_name(b, right, a):
        return True
    if _denies(a, left, common) != _denies(b, right, common):
        return True
    return bool(_other_figures(a, left, common) & _other_figures(b, right, common))


def _has_other_name(line: Line, passage: Passage, other: Line) -> bool:
    """Whether a name stands in it, or right beside it, that the other line does not give."""
    start, end = line.items[passage.first].start, line.items[passage.last].end
    return any(
        i.sort is Sort.NAME and i.key not in other.keys and max(start - i.end, i.start - end) <= NAMED
        for i in line.items
    )


def span_of(line: Line, passage: Passage) -> Span:
    """Where a passage stands in its article's field."""
    base = line.read.statement.span.start
    return Span(base + line.items[passage.first].start, base + line.items[passage.last].end)


def _is_quoted(line: Line, passage: Passage) -> bool:
    return any(q.span.overlaps(span_of(line, passage)) for q in line.read.quotations)


def _denies(line: Line, passage: Passage, keys: frozenset[str]) -> bool:
    return any(i.is_negated and i.key not in keys for i in line.items[passage.first : passage.last + 1])


def _other_figures(line: Line, passage: Passage, common: frozenset[str]) -> frozenset[str]:
    """The families of the figures in it or right beside it that the other line does not give."""
    start, end = line.items[passage.first].start, line.items[passage.last].end
    return frozenset(
        i.family
        for i in line.items
        if i.sort is Sort.FIGURE and i.key not in common and max(start - i.end, i.start - end) <= BESIDE
    )
