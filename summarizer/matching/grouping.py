"""Groups facts that answer one question: views in, groups of views with how sure they are out.

Pairs are proposed by an inverted index, scored by sameness, and joined best first. A group may not hold two facts of
one article that exclude each other, unless they are all but certainly one question: an article that gives two figures
mostly counts two things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from summarizer.domain.facts import Moment, Quantity
from summarizer.matching.date_sameness import is_said
from summarizer.matching.difference import Answered, difference
from summarizer.matching.sameness import excluded, likeness, opposed, sameness, swap_key
from summarizer.matching.views import FactView, is_dated

# Chosen on the desk bundles with odd numbers, checked on the even ones (benchmarks/quality.py, 2026-11-24).
JOIN_EQUAL = 0.30  # values that meet need little more: that they meet is evidence
JOIN_DIFFERENT = 0.65  # dates
JOIN_DIFFERING = (
    0.4  # figures: on left-out bundles three in five such pairs are right (benchmarks/fit_sameness.py, 2026-12-01)
)
JOIN_FIGURE = 0.1  # the same figure of three digits or with a fraction: two reports mean one thing unless all else speaks against it
LEAST_FIGURE = 100
JOIN_WITHIN = 0.8  # two values in one article
# An event has one of each, so that two figures in one article are of one thing: "the turnout of 81 per cent", later "71".
ONE_OF_EACH = frozenset({"turnout", "magnitud", "depth", "inflat", "unemploy"})
POSTING_LIMIT = 80  # a word near more values than this in one family proposes nothing
INDEXED_WORDS = 6
OPENING_SCENE = 0.2  # from here up no sample joins two days of two things; at .15 one does (2026-11-24)
CLOCKED = 60  # minutes: what is told to the hour
SAME_SCENE = 0.3  # likeness of two statements that tell one thing in two verbs
SMALL_FAMILY = 16  # so few values of one unit are all compared


@dataclass(slots=True)
class _Group:
    members: list[int]
    scores: list[float] = field(default_factory=list)

    @property
    def version(self) -> tuple[int, int]:
        """What no other group has, nor this one once it has grown: many pairs ask for the same two groups to join."""
        return self.members[0], len(self.members)


def group(views: Sequence[FactView]) -> tuple[tuple[tuple[FactView, ...], float], ...]:
    """Groups of two or more views, each with the mean probability of its joins, in no article's order."""
    proposed = candidates(views)
    scores = _Scores(views, proposed)
    pairs = [(score, i, j) for i, j in proposed if (score := _score(scores, i, j)) > 0]
    pairs.sort(key=lambda p: (-p[0], *sorted((views[p[1]].key, views[p[2]].key))))
    return _join(scores, pairs)


class _Scores:
    """The probabilities that pairs of views answer one question, each reckoned once."""

    def __init__(self, views: Sequence[FactView], proposed: Iterable[tuple[int, int]]) -> None:
        self.views = views
        self._known: dict[tuple[int, int], float] = {}
        self._answered: dict[tuple[int, str], float] = {}
        for i, j in proposed:
            a, b = views[i], views[j]
            # a part of what the other counts is no answer to it
            if a.article != b.article and not is_dated(a) and a.scope == b.scope and compatible(a, b):
                score = self.meeting(i, j)
                for one, other in ((i, b.article), (j, a.article)):
                    self._answered[one, other] = max(score, self._answered.get((one, other), 0.0))

    def meeting(self, i: int, j: int) -> float:
        """Of two values that one can satisfy."""
        pair = (i, j) if i < j else (j, i)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = sameness(self.views[i], self.views[j])
        return known

    def differing(self, i: int, j: int) -> float:
        """Of two values that exclude each other; 0 where they are of two things."""
        pair = (i, j) if i < j else (j, i)
        known = self._known.get(pair)
        if known is None:
            known = self._known[pair] = self._differing(i, j)
        return known

    def _differing(self, i: int, j: int) -> float:
        a, b = self.views[i], self.views[j]
        if is_dated(a):
            return 0.0 if excluded(a, b) else sameness(a, b)
        if excluded(a, b):
            return 0.0
        found = (self._answered.get((i, b.article), 0.0), self._answered.get((j, a.article), 0.0))
        return difference(a, b, Answered(least=min(found), most=max(found)))


def candidates(views: Sequence[FactView]) -> tuple[tuple[int, int], ...]:
    """Index pairs of one family that share a word near their values, the counted noun or the action."""
    postings: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for index, view in enumerate(views):
        for key in _keys(view):
            postings[view.family, key].append(index)
    found: set[tuple[int, int]] = set()
    families: defaultdict[str, list[int]] = defaultdict(list)
    for index, view in enumerate(views):
        families[view.family].append(index)
    for members in families.values():
        if len(members) <= SMALL_FAMILY:
            found.update(combinations(members, 2))
    for members in postings.values():
        if len(members) <= POSTING_LIMIT:
            found.update(combinations(members, 2))
    return tuple(sorted(found))


def _keys(view: FactView) -> Iterator[str]:
    """What a view is looked up by: words, its figure, and the digits of it in whatever order."""
    near = list(view.context)[:INDEXED_WORDS]
    yield from filter(None, dict.fromkeys((view.head, view.action, *near)))
    if (figure := _figure(view)) is not None:
        yield f"={figure}"
    if digits := swap_key(view):
        yield f"#{digits}"
    if view.measured is not None:
        yield f"@{view.measured.measurand.name} {view.measured.thing}"


def compatible(a: FactView, b: FactView) -> bool:
    """Whether one value can satisfy both."""
    return a.extent.meets(b.extent)


def _score(scores: _Scores, i: int, j: int) -> float:
    a, b = scores.views[i], scores.views[j]
    if opposed(a, b) or _is_other_scope(a, b):
        return 0.0
    if not compatible(a, b):
        return _score_of_difference(scores, i, j)
    score = scores.meeting(i, j)
    figure = _figure(a)
    if figure is not None and figure == _figure(b):
        return _score_of_figure(a, score)
    if (_is_open(a) or _is_open(b)) and a.extent != b.extent:
        # "by December" meets nearly every date: that it meets says nothing
        alike = likeness(a, b) >= SAME_SCENE and not excluded(a, b)
        return score if score >= JOIN_DIFFERENT and alike else 0.0
    if (is_dated(a) and excluded(a, b) and not _is_one_scene(a, b)) or score < JOIN_EQUAL:
        return 0.0
    # Values that meet are joined first: what is left over is what differs.
    return score + (1.0 if _telling(a) and _telling(b) else 0.0)


def _score_of_difference(scores: _Scores, i: int, j: int) -> float:
    a, b = scores.views[i], scores.views[j]
    score = scores.differing(i, j)
    if score < (JOIN_DIFFERENT if is_dated(a) else JOIN_DIFFERING):
        return 0.0
    return score if a.article != b.article or _may_stand_beside(a, b, score) else 0.0


def _is_other_scope(a: FactView, b: FactView) -> bool:
    """A figure that another replaced is none of now; "at least two of the nine" is met by nine, but says nothing of it."""
    scopes = {a.scope, b.scope}
    if len(scopes) == 1:
        return False
    return bool(scopes & {"old", "part", "beside"})


def _score_of_figure(view: FactView, score: float) -> float:
    """The same figure twice: joined first, but an age that little else speaks for only where no other took its place."""
    if score < JOIN_FIGURE:
        return 0.0
    certain = score >= JOIN_EQUAL or view.family != "age:year"
    return max(score, JOIN_EQUAL) + (1.0 if certain else 0.0)


def _figure(view: FactView) -> Decimal | None:
    """A figure that two reports hardly give by chance: 31,000 or 24.55, not 12 or 3,000; any age."""
    value = view.fact.value
    if not isinstance(value, Quantity) or value.number is None or value.ordinal or value.parts:
        return None
    number = value.number
    if view.family == "age:year":
        return number
    if len(number.normalize().as_tuple().digits) == 1:
        return None
    return number if abs(number) >= LEAST_FIGURE or number != number.to_integral_value() else None


def _is_one_scene(a: FactView, b: FactView) -> bool:
    """Whether two dates with other verbs are of one thing: that two things were done on one day says little by itself.

    The same hour says more, and so do the opening sentences, which tell of the event.
    """
    if _is_clocked(a) and _is_clocked(b):
        return True
    if is_said(a) != is_said(b):
        return False
    return likeness(a, b) >= (OPENING_SCENE if a.lead and b.lead and compatible(a, b) else SAME_SCENE)


def _is_clocked(view: FactView) -> bool:
    low, high = view.extent.low, view.extent.high
    return low is not None and high is not None and high - low <= CLOCKED


def _is_open(view: FactView) -> bool:
    return is_dated(view) and (view.extent.low is None or view.extent.high is None)


def _telling(view: FactView) -> bool:
    """Whether meeting by chance is unlikely: a date, or a figure with two digits or more."""
    value = view.fact.value
    if isinstance(value, Moment):
        return True
    return (
        isinstance(value, Quantity) and value.number is not None and len(value.number.normalize().as_tuple().digits) > 1
    )


def _join(scores: _Scores, pairs: Iterable[tuple[float, int, int]]) -> tuple[tuple[tuple[FactView, ...], float], ...]:
    groups: dict[int, _Group] = {}
    refused: set[tuple[tuple[int, int], ...]] = set()
    for score, i, j in pairs:
        left, right = groups.get(i) or _Group([i]), groups.get(j) or _Group([j])
        both = tuple(sorted((left.version, right.version)))
        if left is right or both in refused:
            continue
        if not _may_join(scores, left, right):
            refused.add(both)
            continue
        joined = _Group(left.members + right.members, [*left.scores, *right.scores, min(score, score % 1.0 or 1.0)])
        for member in joined.members:
            groups[member] = joined
    views = scores.views
    unique = {id(g): g for g in groups.values()}.values()
    found = [
        (tuple(sorted((views[m] for m in g.members), key=lambda v: v.order)), sum(g.scores) / len(g.scores))
        for g in unique
    ]
    return tuple(sorted(found, key=lambda g: g[0][0].order))


def _may_join(scores: _Scores, left: _Group, right: _Group) -> bool:
    """No two facts of one article that exclude each other, and the articles on average as much alike as any pair must be.

    Of two articles the best pair counts: a figure that stands again in a clause of its own takes nothing from it.
    """
    best: dict[tuple[str, str], float] = {}
    differing, apart = 0, 0
    for i in left.members:
        for j in right.members:
            a, b = scores.views[i], scores.views[j]
            if opposed(a, b):
                return False
            if compatible(a, b):
                same_figure = _figure(a) is not None and _figure(a) == _figure(b)
                score = max(scores.meeting(i, j), JOIN_EQUAL if same_figure else 0.0)
            else:
                differing += 1
                score = scores.differing(i, j)
                apart += not score
                if a.article == b.article and not _may_stand_beside(a, b, score):
                    return False
            best[a.article, b.article] = max(score, best.get((a.article, b.article), 0.0))
    # A report gives many dates and few of them are of one thing.
    if is_dated(scores.views[left.members[0]]) and 2 * apart > differing:
        return False
    return round(sum(best.values()) / len(best), 6) >= JOIN_EQUAL


def _may_stand_beside(a: FactView, b: FactView, score: float) -> bool:
    """Whether one article can give two values for one question: almost never, unless it says that one replaced the other."""
    if is_dated(a) or a.fact.evidence.statement == b.fact.evidence.statement:
        return False
    speakers = {a.fact.evidence.attributed_to, b.fact.evidence.attributed_to}
    if len(speakers) == 2 and None not in speakers and score >= JOIN_DIFFERING:
        return True  # an article that sets two sources against one another
    measured = a.head == b.head and a.head in ONE_OF_EACH
    return score >= (JOIN_DIFFERING if measured else JOIN_WITHIN) or a.revised or b.revised
