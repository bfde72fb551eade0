"""Groups statements that say the same: gists in, clusters of their indexes with the matches that hold them together out.

The best pairs are joined first; two clusters join when their members are alike on average, so that no chain of neighbours
forms. Statements that date themselves to different years, or name other people and places than one another, are of two
events and never meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from summarizer.domain.facts import Moment
from summarizer.domain.report import ReadStatement
from summarizer.matching.claims_index import candidates
from summarizer.matching.gists import Gist, gist_of
from summarizer.matching.similarity import Common, Likeness, common_words, likeness

# Of the pairs of annotated statements in one claim, ECB+, 30 topics with a look-alike second event each, 65 % share an action and a
# participant and 10 % mix the two events; of all that share them 23 % are found. From 38 up 61 %, 12 % and 25 %, by softJW, names and
# values alone 63 %, 11 % and 23 % (2026-12-01, benchmarks/alignment.py).
SAME_CLAIM = 42.0
# Share of the words in common. From 25 up no more pairs are right; what shares fewer is hardly worth weighing.
LEAST_WORDS = 33.0
FEW_WORDS = 3.0  # weight of the words in common: below it two statements are alike by chance
SAME_FEW_WORDS = 90.0  # unless these are all words that they have
SAMPLE = 4  # members that speak for a cluster when it joins another: work stays linear in the number of statements


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Said:
    """A statement with what decides which claim it belongs to."""

    read: ReadStatement
    gist: Gist
    years: frozenset[int]  # that its dates lie in


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements by their indexes, and how alike they are."""

    left: int
    right: int
    likeness: Likeness


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    pairs: list[Pair]


def said(read: ReadStatement) -> Said:
    """The statement as clusters see it."""
    moments = [f.value for f in read.facts if isinstance(f.value, Moment) and not f.value.is_yearless]
    return Said(
        read=read,
        gist=gist_of(read),
        years=frozenset(year for m in moments for year in _years(m)),
    )


def group_claims(statements: Sequence[Said]) -> tuple[tuple[tuple[int, ...], tuple[Pair, ...]], ...]:
    """Every index in exactly one cluster, members in order, clusters by their first members, each with its matches.

    Which statements meet does not depend on the order they come in.
    """
    order = sorted(range(len(statements)), key=lambda i: _key(statements[i]))
    nodes = [statements[i] for i in order]
    gists = [s.gist for s in nodes]
    found: list[tuple[Likeness, int, int]] = []
    for i, j in candidates([g.groups for g in gists]):
        if not apart(nodes[i], nodes[j]):
            common = common_words(gists[i], gists[j])
            if is_enough(common) and (alike := likeness(gists[i], gists[j], common)).score >= SAME_CLAIM:
                found.append((alike, i, j))
    found.sort(key=lambda p: (-p[0].score, p[1], p[2]))
    clusters = _join(nodes, found)
    placed = [(tuple(sorted(order[m] for m in c.members)), _placed(c.pairs, order)) for c in clusters]
    return tuple(sorted(placed))


def apart(a: Said, b: Said) -> bool:
    """Whether two statements speak of two events, however alike their words are."""
    if a.years and b.years and not a.years & b.years:
        return True
    common = len(a.gist.names & b.gist.names)
    ones, others = len(a.gist.names) - common, len(b.gist.names) - common
    return min(ones, others) > common


def is_enough(common: Common) -> bool:
    """Whether two statements have more than a word or two in common, by which they may be alike by chance."""
    return common.words >= (LEAST_WORDS if common.weight / 2 >= FEW_WORDS else SAME_FEW_WORDS)


def _join(nodes: Sequence[Said], pairs: Iterable[tuple[Likeness, int, int]]) -> list[_Cluster]:
    home = [_Cluster([i], []) for i in range(len(nodes))]
    known: dict[tuple[int, int], float] = {}
    refused: set[tuple[int, int]] = set()  # by id of the clusters: those stay alive in `kept`
    kept: list[_Cluster] = []
    for alike, i, j in pairs:
        pair = Pair(left=i, right=j, likeness=alike)
        left, right = home[i], home[j]
        if left is right:
            left.pairs.append(pair)
            continue
        if (id(left), id(right)) in refused or (id(right), id(left)) in refused:
            continue
        if not _may_join(nodes, left.members, right.members, known):
            refused.add((id(left), id(right)))
            kept += (left, right)
            continue
        large, small = (left, right) if len(left.members) >= len(right.members) else (right, left)
        joined = _Cluster(sorted(left.members + right.members), [*large.pairs, *small.pairs, pair])
        for member in joined.members:
            home[member] = joined
    return list({id(c): c for c in home}.values())


def _may_join(
    nodes: Sequence[Said], left: Sequence[int], right: Sequence[int], known: dict[tuple[int, int], float]
) -> bool:
    total = 0.0
    ones, others = _sample(left), _sample(right)
    for i in ones:
        for j in others:
            if apart(nodes[i], nodes[j]):
                return False
            pair = (min(i, j), max(i, j))
            if pair not in known:
                known[pair] = likeness(nodes[pair[0]].gist, nodes[pair[1]].gist).score
            total += known[pair]
    return total / (len(ones) * len(others)) >= SAME_CLAIM


def _sample(members: Sequence[int]) -> Sequence[int]:
    """SAMPLE members, evenly spread over all."""
    if len(members) <= SAMPLE:
        return members
    return [members[k * (len(members) - 1) // (SAMPLE - 1)] for k in range(SAMPLE)]


def _placed(pairs: Iterable[Pair], order: Sequence[int]) -> tuple[Pair, ...]:
    """The pairs by the caller's indexes, in their order."""
    found = []
    for pair in pairs:
        left, right = sorted((order[pair.left], order[pair.right]))
        found.append(Pair(left=left, right=right, likeness=pair.likeness))
    return tuple(sorted(found, key=lambda p: (p.left, p.right)))


def _key(statement: Said) -> tuple[str, str, str, int]:
    own = statement.read.statement
    return (" ".join(statement.gist.words), own.text, own.field, own.span.start)


def _years(moment: Moment) -> Iterable[int]:
    """The years it lies in; none where an end is open or it is longer than two years."""
    low, high = moment.low, moment.high
    if low is None or high is None:
        return ()
    last = _last(high)
    return range(low.year, last + 1) if last - low.year <= 1 else ()


def _last(end: datetime) -> int:
    """The year of the last moment before an end."""
    starts_year = (end.month, end.day, end.hour, end.minute) == (1, 1, 0, 0)
    return end.year - 1 if starts_year else end.year
