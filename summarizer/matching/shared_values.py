"""Values that several reports give and no question has joined: views and groups in, the groups with what gives the same value out.

Reports tell one thing in words so different that no question joins them: "kills 31", "31 did not come home". That the figure
is the same is evidence of its own where it says enough not to be met by chance, and a day where the statements share a word.
What is joined here never differs: a group that holds two values is left as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from summarizer.domain.facts import Grain, Moment, Quantity
from summarizer.language.meaning import concept
from summarizer.matching.extents import sides
from summarizer.matching.normal import normal
from summarizer.matching.sameness import opposed
from summarizer.matching.views import FactView, is_dated

FIT = 0.5
LONG_PERIODS = frozenset({Grain.DECADE, Grain.CENTURY})
DAY = len("2025-03-03")  # characters of an ISO moment that name its day
MOST_GIVERS = 40  # of one value that are compared
TELLING_DIGITS = 2
# Words that two statements share beside the value; a figure of two digits or with a unit says enough by itself.
SHARED = {"date": 1, "figure": 0, "count": 2}

Group = tuple[tuple[FactView, ...], float]


def with_shared_values(views: Sequence[FactView], groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, those of one value with the views that give it too, and new groups of what is in none of two articles."""
    taken = [g for g in groups if len({v.article for v in g[0]}) > 1 or len(sides([v.extent for v in g[0]])) > 1]
    used = {v.order for members, _ in taken for v in members}
    by_value: defaultdict[str, list[FactView]] = defaultdict(list)
    for view in views:
        if view.order not in used and (key := _key(view)):
            by_value[key].append(view)
    grown = [(_grown(members, by_value), fit) for members, fit in taken]
    used = {v.order for members, _ in grown for v in members}
    fresh = [
        (tuple(group), FIT)
        for _, givers in sorted(by_value.items())
        for group in _linked([v for v in givers if v.order not in used][:MOST_GIVERS])
    ]
    return (*grown, *fresh)


def _key(view: FactView) -> str | None:
    """What views of one value have in common; times go by their day."""
    value = view.fact.value
    written = normal(value)
    if written is None or view.scope == "old":
        return None
    if isinstance(value, Moment):
        return None if value.is_yearless or value.grain in LONG_PERIODS else f"{view.family} {written[:DAY]}"
    return None if isinstance(value, Quantity) and value.ordinal else f"{view.family} {written}"


def _grown(members: tuple[FactView, ...], by_value: dict[str, list[FactView]]) -> tuple[FactView, ...]:
    """A group of one value with the views that give the same and are linked to one of it."""
    if len(sides([v.extent for v in members])) > 1:
        return members
    articles = {v.article for v in members}
    keys = sorted({key for v in members if (key := _key(v))})
    near = [
        v
        for key in keys
        for v in by_value.get(key, [])[:MOST_GIVERS]
        if v.article not in articles and all(_is_alike(v, m) for m in members) and any(_is_link(v, m) for m in members)
    ]
    joined = (*members, *near)
    return tuple(sorted(joined, key=lambda v: v.order)) if len(sides([v.extent for v in joined])) == 1 else members


def _linked(givers: Sequence[FactView]) -> list[list[FactView]]:
    home = list(range(len(givers)))
    for i, j in combinations(range(len(givers)), 2):
        a, b = givers[i], givers[j]
        if a.article != b.article and _is_alike(a, b) and _is_link(a, b):
            old, new = home[j], home[i]
            home = [new if h == old else h for h in home]
    groups: defaultdict[int, list[FactView]] = defaultdict(list)
    for index, group in enumerate(home):
        groups[group].append(givers[index])
    found = [_largest_side(group) for group in groups.values()]
    return [group for group in found if len({v.article for v in group}) > 1]


def _largest_side(group: list[FactView]) -> list[FactView]:
    """Of a day with two hours those that one hour satisfies."""
    found = [[group[i] for i in side] for side in sides([v.extent for v in group])]
    return max(found, key=lambda g: (len({v.article for v in g}), len(g)))


def _is_alike(a: FactView, b: FactView) -> bool:
    return a.extent.meets(b.extent) and a.scope == b.scope and not opposed(a, b)


def _is_link(a: FactView, b: FactView) -> bool:
    own = {concept(w) for v in (a, b) for w in v.fact.display.split()}
    return len(a.words & b.words - own) >= SHARED[_sort(a)]


def _sort(view: FactView) -> str:
    """How much the value says by itself."""
    value = view.fact.value
    if is_dated(view) or not isinstance(value, Quantity):
        return "date"
    digits = 0 if value.number is None else len(value.number.normalize().as_tuple().digits)
    return "figure" if value.unit or digits >= TELLING_DIGITS else "count"
