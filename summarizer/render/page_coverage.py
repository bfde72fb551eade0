"""Who covers what: a Report in, a grid of claims by outlets out. A cell says whether the outlet says it, disputes it, or is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.findings import Claim, Finding, Relation, Status
from summarizer.domain.report import Report
from summarizer.render.page_places import Places
from summarizer.render.sources import by_id, witnesses

SAYS, DISPUTES, SILENT = "says", "disputes", "silent"
SIGNS = {SAYS: "●", DISPUTES: "≠", SILENT: "–"}
_ORDER = {Status.DISPUTED: 0, Status.CORROBORATED: 1, Status.SINGLE_SOURCE: 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one outlet does with one claim, and where it does so."""

    word: str
    sign: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One claim in the words of the statement that stands for it."""

    claim: str
    text: str
    anchor: str
    status: str
    witnesses: str
    cells: tuple[Cell, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The outlets in the order of the articles; claims of several outlets or contested ones apart from those of one outlet alone."""

    outlets: tuple[str, ...]
    shared: tuple[GridRow, ...]
    single: tuple[GridRow, ...]


def grid(report: Report, places: Places) -> Grid:
    """Contested claims first, then what most outlets say."""
    outlets = places.sources.outlets(a.article.id for a in report.articles)
    ordered = sorted(report.claims, key=lambda c: (_ORDER[c.status], -c.outlets))
    discrepancies = by_id(report.discrepancies)
    rank = {f.id: n for n, f in enumerate(report.discrepancies)}
    rows = [
        _row(
            c, outlets, tuple(discrepancies[f] for f in sorted(rank.keys() & c.findings, key=rank.__getitem__)), places
        )
        for c in ordered
    ]
    contested = {r.claim for r in rows if any(c.word == DISPUTES for c in r.cells)}
    lone = [len(c.articles) == 1 and c.id not in contested for c in ordered]
    return Grid(
        outlets=outlets,
        shared=tuple(r for r, alone in zip(rows, lone, strict=True) if not alone),
        single=tuple(r for r, alone in zip(rows, lone, strict=True) if alone),
    )


def _row(claim: Claim, outlets: Sequence[str], touching: tuple[Finding, ...], places: Places) -> GridRow:
    disputing = _disputing(claim, touching, places)
    saying: dict[str, str] = {}
    for article in claim.articles:
        statement = places.saying(claim.representative, article)
        if statement:
            saying.setdefault(places.sources.article(article).source, places.statement(statement))
    return GridRow(
        claim=claim.id,
        text=places.words(claim.representative) or "(the text was asked to stay out)",
        anchor=places.statement(claim.representative),
        status=claim.status.value.replace("_", " "),
        witnesses=witnesses(claim.outlets, claim.origins),
        cells=tuple(_cell(o, saying, disputing) for o in outlets),
        findings=touching,
    )


def _cell(outlet: str, saying: dict[str, str], disputing: dict[str, str]) -> Cell:
    if outlet in disputing:
        return Cell(DISPUTES, SIGNS[DISPUTES], disputing[outlet])
    if outlet in saying:
        return Cell(SAYS, SIGNS[SAYS], saying[outlet])
    return Cell(SILENT, SIGNS[SILENT])


def _disputing(claim: Claim, touching: Sequence[Finding], places: Places) -> dict[str, str]:
    """The outlets that give another value than the statement that stands for the claim, and where.

    A conflict that this statement has no part in is not about the claim as it is shown, so it makes nobody dispute it.
    """
    found: dict[str, str] = {}
    for finding in touching:
        held = [v for v in finding.values if any(e.statement == claim.representative for e in v.evidence)]
        if finding.relation is not Relation.CONFLICT or not held:
            continue
        holding = {a for v in held for a in v.articles}
        for value in finding.values:
            for evidence in value.evidence:
                if evidence.article not in holding:
                    outlet = places.sources.article(evidence.article).source
                    found.setdefault(outlet, places.statement(evidence.statement))
    return found
