"""The gold bundles and the measure on them: annotations and reports in, counts by case out.

The measure is that of the gold set's guidelines: a discrepancy finds a slot when it cites evidence of two different
values of the slot under two different values of its own; a citation counts when its span overlaps the gold span and is
no longer than 80 characters or three times the gold span.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypedDict

from summarizer.domain.findings import Finding, FindingValue
from summarizer.domain.report import Report
from summarizer.domain.text import Article, Evidence

LONGEST_CITATION = 80
DISCREPANCIES = ("conflict", "update")


class GoldEvidence(TypedDict):
    """A quote that holds a value, where it stands."""

    article: str
    start: int
    end: int
    quote: str


class GoldValue(TypedDict):
    """One of a slot's values."""

    value: str
    evidence: list[dict[str, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a gold quote stands."""

    article: str
    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSlot:
    """One question with what two readers found on it."""

    id: str
    about: str
    kind: str
    relation: str
    doubtful: bool
    values: tuple[tuple[str, tuple[Place, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The articles of one event and what careful readers found when they compared them."""

    id: str
    articles: tuple[Article, ...]
    slots: tuple[GoldSlot, ...]
    traps: tuple[tuple[str, tuple[Place, ...]], ...]


@dataclass(slots=True)
class Outcome:
    """Counts over bundles, and each case by name."""

    counts: Counter[str] = field(default_factory=Counter)
    found: dict[str, bool] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def ratio(self, part: str, whole: str) -> float:
        """A share of counts, 0 where there is nothing to share."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0

    def figures(self) -> dict[str, float]:
        """Precision, recall and the rest, by name."""
        judged = self.counts["right"] + self.counts["false alarms"]
        precision = self.counts["right"] / judged if judged else 0.0
        recall = self.ratio("found", "wanted")
        return {
            "precision": precision,
            "recall": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "relation": self.ratio("relation right", "right"),
            "agreement_recall": self.ratio("agreements found", "agreements wanted"),
            "false_agreements": float(self.counts["false agreements"]),
            "traps_sprung": float(self.counts["traps sprung"]),
        }


def load(folder: Path, part: str) -> tuple[Bundle, ...]:
    """The bundles of a gold folder; `part` is "desk" or "real"."""
    paths = sorted((folder / "annotations").glob("*.json"))
    chosen = [p for p in paths if p.name.startswith("desk") == (part == "desk")]
    return tuple(
        _bundle(json.loads(p.read_text("utf-8")), json.loads((folder / "bundles" / p.name).read_text("utf-8")))
        for p in chosen
    )


def corpus_digest(bundles: Iterable[Bundle]) -> str:
    """A digest of what is measured, so that a floor speaks of one corpus only."""
    seen = hashlib.sha256()
    for bundle in bundles:
        seen.update(repr((bundle.id, [a.text for a in bundle.articles], bundle.slots, bundle.traps)).encode())
    return seen.hexdigest()[:16]


def judge(bundles: Sequence[Bundle], reports: Mapping[str, Report]) -> Outcome:
    """Scores one report a bundle."""
    outcome = Outcome()
    for bundle in bundles:
        report = reports[bundle.id]
        found = _judge_discrepancies(bundle, report, outcome)
        _judge_recall(bundle, found, outcome)
        _judge_agreements(bundle, report, outcome)
    return outcome


def _bundle(annotation: dict, raw: dict) -> Bundle:  # type: ignore[type-arg]  # gold JSON, read once here
    articles = tuple(
        Article(
            id=a["id"],
            source=a["source"],
            title=a.get("title") or "",
            text=a["text"],
            published_at=_time(a.get("published_at")),
        )
        for a in raw["articles"]
    )
    by_id = {a["id"]: a for a in raw["articles"]}

    def places(evidence: list[dict]) -> tuple[Place, ...]:  # type: ignore[type-arg]
        return tuple(_place(e, by_id) for e in evidence)

    slots = tuple(
        GoldSlot(
            id=f"{annotation['id']}/{s['id']}",
            about=s["about"],
            kind=s["kind"],
            relation=s["relation"],
            doubtful=bool(s.get("doubtful")),
            values=tuple((v["value"], places(v["evidence"])) for v in s["values"]),
        )
        for s in annotation["slots"]
    )
    traps = tuple((t["about"], places(t["evidence"])) for t in annotation["traps"])
    return Bundle(id=annotation["id"], articles=articles, slots=slots, traps=traps)


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _place(evidence: dict, articles: dict) -> Place:  # type: ignore[type-arg]
    where = evidence.get("in", "text")
    start = evidence["start"] if "start" in evidence else articles[evidence["article"]][where].index(evidence["quote"])
    return Place(
        article=evidence["article"],
        field=where,
        start=start,
        end=start + len(evidence["quote"]),
        quote=evidence["quote"],
    )


def cites(found: Evidence, gold: Place) -> bool:
    """Whether a citation points at the gold quote, not at its paragraph."""
    if (found.article, found.field) != (gold.article, gold.field):
        return False
    length = gold.end - gold.start
    overlap = min(found.span.end, gold.end) - max(found.span.start, gold.start)
    return overlap > 0 and found.span.length <= max(LONGEST_CITATION, 3 * length)


def _cited(value: FindingValue, groups: Sequence[Sequence[Place]]) -> set[int]:
    return {i for i, places in enumerate(groups) for p in places for e in value.evidence if cites(e, p)}


def _tells_apart(finding: Finding, groups: Sequence[Sequence[Place]]) -> bool:
    cited = [_cited(v, groups) for v in finding.values]
    return any(a and b and len(a | b) > 1 for i, a in enumerate(cited) for b in cited[i + 1 :])


def _groups(slot: GoldSlot) -> list[tuple[Place, ...]]:
    return [places for _, places in slot.values]


def _judge_discrepancies(bundle: Bundle, report: Report, outcome: Outcome) -> set[str]:
    n = outcome.counts
    wanted = [s for s in bundle.slots if s.relation in DISCREPANCIES]
    found: set[str] = set()
    for finding in report.discrepancies:
        hits = [s for s in wanted if _tells_apart(finding, _groups(s))]
        fresh = [s for s in hits if s.id not in found]
        if not hits and any(_tells_apart(finding, [[p] for p in places]) for _, places in bundle.traps):
            n["traps sprung"] += 1
        if fresh:
            slot = next((s for s in fresh if not s.doubtful), fresh[0])
            found.update(s.id for s in fresh)
            n["right"] += not slot.doubtful
            n["relation right"] += not slot.doubtful and finding.relation == slot.relation
        elif not hits:
            n["false alarms"] += 1
            n[f"false {finding.kind}"] += 1
            quotes = " | ".join(f"{v.value}: «{v.evidence[0].quote}» {v.evidence[0].article}" for v in finding.values)
            outcome.lines.append(
                f"FALSE  {bundle.id} {finding.kind} {finding.relation} {finding.confidence} {finding.about} — {quotes}"
            )
    return found


def _judge_recall(bundle: Bundle, found: set[str], outcome: Outcome) -> None:
    for slot in bundle.slots:
        if slot.relation not in DISCREPANCIES or slot.doubtful:
            continue
        hit = slot.id in found
        outcome.found[slot.id] = hit
        for name in ("wanted", f"wanted {slot.kind}"):
            outcome.counts[name] += 1
        for name in ("found", f"found {slot.kind}"):
            outcome.counts[name] += hit
        if not hit:
            quotes = " | ".join(f"{value}: «{places[0].quote}» {places[0].article}" for value, places in slot.values)
            outcome.lines.append(f"MISSED {slot.id} {slot.kind} {slot.relation} {slot.about} — {quotes}")


def _judge_agreements(bundle: Bundle, report: Report, outcome: Outcome) -> None:
    n = outcome.counts
    for slot in bundle.slots:
        places = [p for _, group in slot.values for p in group]
        needed = {p.article for p in places}
        if slot.relation in DISCREPANCIES or len(needed) < 2:
            continue
        n["agreements wanted"] += 1
        hit = any(len(_articles(f, places)) >= 2 for f in report.agreements)
        n["agreements found"] += hit
        if not hit:
            outcome.lines.append(
                f"UNSEEN {slot.id} {slot.kind} {slot.relation} {slot.about} — "
                + " | ".join(f"«{p.quote}» {p.article}" for p in places[:3])
            )
    conflicts = [s for s in bundle.slots if s.relation == "conflict"]
    for finding in report.agreements:
        if any(len(_cited(v, _groups(s))) > 1 for s in conflicts for v in finding.values):
            n["false agreements"] += 1
            outcome.lines.append(
                f"JOINED {bundle.id} {finding.kind} {finding.about} — "
                + " | ".join(e.quote for v in finding.values for e in v.evidence)
            )


def _articles(finding: Finding, places: Sequence[Place]) -> set[str]:
    return {p.article for p in places for v in finding.values for e in v.evidence if cites(e, p)}
