"""Which statements are worth comparing: the groups of their words in, index pairs out, a bounded number for each, by an inverted index.

Each statement looks its groups of words up, the rarest first, until it has seen LOOKS entries; of a longer list only the part
around its own place is looked at. The caller's order of the statements must not depend on the order of the articles.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

# Entries of the index that one statement may see. 600 finds no more claims on ECB+ and grows with n^1.36 up to 8,000 statements of
# mixed events, 200 with n^1.10, of one event with n^1.26 (2026-11-24, benchmarks/alignment.py).
LOOKS = 200
MOST_NEIGHBOURS = 16  # of one statement that are compared word by word
LEAST_SHARED = 2  # groups of words in common; one where a statement has no more


def candidates(statements: Sequence[frozenset[str]], *, looks: int = LOOKS) -> tuple[tuple[int, int], ...]:
    """Pairs (i, j), i < j, sorted: for each statement those that share most with it, by how rare it is."""
    groups = [tuple(sorted(found)) for found in statements]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, found in enumerate(groups):
        for group in found:
            postings[group].append(index)
    rarity = {g: math.log(1 + len(groups) / len(p)) for g, p in postings.items()}
    weights = [math.fsum([rarity[g] for g in found]) for found in groups]
    pairs: set[tuple[int, int]] = set()
    for index, found in enumerate(groups):
        met = _met(index, found, postings, looks)
        needed = min(LEAST_SHARED, len(found))
        scored = [
            (math.fsum([rarity[g] for g in shared]) / (weights[index] + weights[other]), other)
            for other, shared in met.items()
            if len(shared) >= min(needed, len(groups[other]))
        ]
        scored.sort(key=lambda p: (-p[0], p[1]))
        pairs.update((min(index, other), max(index, other)) for _, other in scored[:MOST_NEIGHBOURS])
    return tuple(sorted(pairs))


def _met(index: int, groups: Sequence[str], postings: Mapping[str, Sequence[int]], looks: int) -> dict[int, list[str]]:
    """Those that share a group with the statement, and which: the rarest groups first, until so many entries were seen."""
    met: defaultdict[int, list[str]] = defaultdict(list)
    for group in sorted(groups, key=lambda g: (len(postings[g]), g)):
        if looks <= 0:
            break
        entries = postings[group]
        seen = entries if len(entries) <= looks else _around(index, entries, looks)
        looks -= len(seen)
        for other in seen:
            if other != index:
                met[other].append(group)
    return met


def _around(index: int, entries: Sequence[int], width: int) -> Sequence[int]:
    """The part of a sorted list that lies around an index."""
    middle = bisect_left(entries, index)
    start = max(0, min(middle - width // 2, len(entries) - width))
    return entries[start : start + width]
