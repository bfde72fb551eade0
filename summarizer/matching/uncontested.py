"""What may be told as agreed: facts that answer alike and the report's discrepancies in, the facts that nothing sets apart out.

An agreement never holds together what a discrepancy of the same report tells apart: where the rain is contested, "in 24
hours" beside it is no agreement of the two that differ. The larger part stays; of two equal parts neither does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarizer.domain.facts import Clock, Extent, Fact, Kind, Moment, Quantity
from summarizer.domain.findings import Finding
from summarizer.domain.text import Span
from summarizer.matching.extents import allowed, sides
from summarizer.matching.views import family_of

CLOSE = 30  # characters to the figure that is told with a value
BESIDE = 40  # characters between a value and a contested one of the same statement

AMOUNTS = frozenset({Kind.PERCENT, Kind.MONEY, Kind.MEASURE})

Told = Mapping[str, Sequence[tuple[Span, int, int]]]


def told_apart(discrepancies: Iterable[Finding]) -> Told:
    """Where each side of each discrepancy stands: statement -> spans with the numbers of the discrepancy and of its side."""
    told: defaultdict[str, list[tuple[Span, int, int]]] = defaultdict(list)
    for number, finding in enumerate(discrepancies):
        for side, value in enumerate(finding.values):
            for evidence in value.evidence:
                told[evidence.statement].append((evidence.span, number, side))
    return told


def uncontested(facts: Sequence[Fact], told: Told) -> tuple[Fact, ...]:
    """The facts without those that stand beside another side of a discrepancy than most of them do."""
    beside = {id(f): _beside(f, told) for f in facts}
    kept = tuple(facts)
    for number in sorted({n for places in beside.values() for n, _ in places}):
        parts: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in kept:
            for _, side in sorted(p for p in beside[id(fact)] if p[0] == number):
                parts[side].append(fact)
        kept = _without_smaller(kept, list(parts.values()))
    return kept


def alike_beside(facts: Sequence[Fact], statements: Mapping[str, Sequence[Fact]]) -> tuple[Fact, ...]:
    """The facts without those beside which another figure stands than beside most: "8.4 per cent in September" and "9.4 per cent"."""
    near = {id(f): _figures_beside(f, statements.get(f.evidence.statement, ())) for f in facts}
    kept = tuple(facts)
    for family in sorted({family for figures in near.values() for family in figures}):
        told = [f for f in kept if family in near[id(f)]]
        parts = sides([near[id(f)][family] for f in told])
        kept = _without_smaller(kept, [[told[i] for i in part] for part in parts])
    return kept


def _without_smaller(facts: tuple[Fact, ...], parts: Sequence[Sequence[Fact]]) -> tuple[Fact, ...]:
    """Only the part that most articles give, and what is in none; of parts that equally many give no one stays."""
    if len(parts) < 2:
        return facts
    counts = [len({f.evidence.article for f in part}) for part in parts]
    most = max(counts)
    stays = parts[counts.index(most)] if counts.count(most) == 1 else ()
    gone = {id(f) for part in parts for f in part} - {id(f) for f in stays}
    return tuple(f for f in facts if id(f) not in gone)


def _figures_beside(fact: Fact, others: Sequence[Fact]) -> dict[str, Extent]:
    """Of a moment the amount right beside, of a quantity the day, where there is one only."""
    found: defaultdict[str, list[Extent]] = defaultdict(list)
    for other in others:
        family = _told_with(fact, other)
        gap = max(fact.place.start - other.place.end, other.place.start - fact.place.end)
        if family and 0 < gap <= CLOSE and isinstance(other.value, Quantity | Moment | Clock):
            found[family].append(allowed(other.value))
    return {family: extents[0] for family, extents in found.items() if len(extents) == 1}


def _told_with(fact: Fact, other: Fact) -> str | None:
    """The family of a figure that says what a value is the value of: 9.4 per cent of "in September", February of "9,000"."""
    if isinstance(fact.value, Quantity):
        return "day" if isinstance(other.value, Moment) and not other.value.is_yearless else None
    return family_of(other) if other.kind in AMOUNTS else None


def _beside(fact: Fact, told: Told) -> frozenset[tuple[int, int]]:
    near = fact.evidence.span
    return frozenset(
        (number, side)
        for span, number, side in told.get(fact.evidence.statement, ())
        if max(near.start, span.start) - min(near.end, span.end) <= BESIDE
    )
