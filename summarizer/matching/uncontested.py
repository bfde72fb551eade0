"""What may be told as agreed: facts that answer alike and the report's discrepancies in, the facts that nothing sets apart out.

An agreement never holds together what a discrepancy of the same report tells apart: where the rain is contested, "in 24
hours" beside it is no agreement of the two that differ. The larger part stays; of two equal parts neither does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from summarizer.domain.facts import Fact
from summarizer.domain.findings import Finding
from summarizer.domain.text import Span

BESIDE = 40  # characters between a value and a contested one of the same statement
MOST_PLACES = 3  # of one article that are cited for an agreement

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
    beside = [_beside(f, told) for f in facts]
    kept = list(range(len(facts)))
    for number in sorted({n for sides in beside for n, _ in sides}):
        articles: Counter[int] = Counter(
            s for _, s in {(facts[i].evidence.article, s) for i in kept for n, s in beside[i] if n == number}
        )
        if len(articles) > 1:
            (first, most), (_, second), *_ = articles.most_common()
            stays = first if most > second else None
            kept = [i for i in kept if all(n != number or s == stays for n, s in beside[i])]
    return tuple(facts[i] for i in kept)


def _beside(fact: Fact, told: Told) -> frozenset[tuple[int, int]]:
    near = fact.evidence.span
    return frozenset(
        (number, side)
        for span, number, side in told.get(fact.evidence.statement, ())
        if max(near.start, span.start) - min(near.end, span.end) <= BESIDE
    )
