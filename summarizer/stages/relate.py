"""Ties claims to the findings that touch them: claims and findings in, the claims with both and their status out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from summarizer.domain.findings import Claim, Finding, Relation, Status


def relate(claims: Sequence[Claim], findings: Sequence[Finding]) -> tuple[Claim, ...]:
    """The claims in the same order; one is disputed when a conflict cites two of its sides in the claim's statements."""
    touching: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for statement in dict.fromkeys(e.statement for v in finding.values for e in v.evidence):
            touching[statement].append(finding)
    return tuple(_related(claim, touching) for claim in claims)


def _related(claim: Claim, touching: Mapping[str, Sequence[Finding]]) -> Claim:
    found = {f.id: f for s in claim.statements for f in touching.get(s, ())}
    disputed = any(f.relation is Relation.CONFLICT and _sides_in(f, claim) > 1 for f in found.values())
    return replace(claim, findings=tuple(found), status=Status.DISPUTED if disputed else claim.status)


def _sides_in(finding: Finding, claim: Claim) -> int:
    """How many of the finding's values the claim's statements give."""
    members = frozenset(claim.statements)
    return sum(any(e.statement in members for e in v.evidence) for v in finding.values)
