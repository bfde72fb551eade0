"""Measures the attribution reader on news with marked sources, cues and contents.

    python -m benchmarks.reader_attribution [--show misses|false|all] [--only START]

A span is found where it overlaps one of its sort in the gold; "saying" counts only gold whose cue has a verb that the
reader knows, as the corpus also marks plans, wishes and attitudes.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from summarizer.domain.text import Span
from summarizer.language.attribution import Attribution, attributions
from summarizer.language.attribution_words import CUES
from summarizer.language.sentences import sentence_spans
from summarizer.language.tagging import tag

GOLD = Path(__file__).resolve().parents[2] / "shared" / "data" / "attribution.jsonl"
FLOORS = {"Source F1": 0.72, "Cue F1": 0.70, "Content F1": 0.74, "Cue precision": 0.88, "saying cues read": 0.80}
ROLES = ("Source", "Cue", "Content")
Gold = dict[str, tuple[Span, ...]]


def main() -> None:
    """Prints precision, recall and F1 by role."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=["misses", "false", "all"])
    parser.add_argument("--only", default="")
    args = parser.parse_args()
    counts = _count(args.only, args.show)
    for role in ROLES:
        print(f"{role:8} {_figures(counts, role)}")
    print(
        f"links    source right {counts['linked source'] / max(1, counts['linked']):.3f}, content right {counts['linked content'] / max(1, counts['linked']):.3f}, overlap of contents {counts['content overlap'] / max(1, counts['linked content']) / 100:.3f} of {counts['linked']} shared cues"
    )
    print(f"saying   cue recall {counts['saying found'] / max(1, counts['saying']):.3f} of {counts['saying']}")


def measure() -> dict[str, float]:
    """F1 of sources, cues and contents, and how many of the cues that say something are read."""
    counts = _count("", None)
    found: dict[str, float] = {}
    for role in ROLES:
        precision = counts[f"{role} right"] / counts[f"{role} mine"]
        recall = counts[f"{role} recalled"] / counts[f"{role} gold"]
        found[f"{role} F1"] = 2 * precision * recall / (precision + recall)
        found[f"{role} precision"] = precision
    return found | {"saying cues read": counts["saying found"] / counts["saying"]}


def _count(only: str, show: str | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    for line in GOLD.read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["doc"].startswith(only):
            text = record["text"]
            _score(text, _gold(record), attributions(text, sentence_spans(text)), counts, show)
    assert counts["Cue gold"], "no article: is the data there?"
    return counts


def _gold(record: dict[str, object]) -> list[Gold]:
    spans = record["spans"]
    links = record["attributions"]
    assert isinstance(spans, dict)
    assert isinstance(links, list)
    return [
        {role: tuple(Span(a, b) for a, b in spans[link[role]]["spans"]) for role in ROLES if role in link}
        for link in links
    ]


def _mine(found: Iterable[Attribution]) -> dict[str, list[Span]]:
    named: dict[str, list[Span]] = {role: [] for role in ROLES}
    for a in found:
        for role, span in (("Source", a.source), ("Cue", a.cue), ("Content", a.content)):
            if span is not None and span not in named[role]:
                named[role].append(span)
    return named


def _score(
    text: str, gold: Sequence[Gold], found: tuple[Attribution, ...], counts: Counter[str], show: str | None
) -> None:
    mine = _mine(found)
    for role in ROLES:
        wanted = sorted({spans for g in gold if (spans := g.get(role))})
        counts[f"{role} gold"] += len(wanted)
        counts[f"{role} mine"] += len(mine[role])
        counts[f"{role} recalled"] += sum(any(_touch(w, s) for s in mine[role]) for w in wanted)
        counts[f"{role} right"] += sum(any(_touch(w, s) for w in wanted) for s in mine[role])
    for g in gold:
        _score_link(text, g, found, counts, show)
    if show in ("false", "all"):
        for a in found:
            if a.cue and not any(_touch(g.get("Cue", ()), a.cue) for g in gold):
                print(
                    f"FALSE  {a.source.of(text) if a.source else None!r} | {a.cue.of(text)!r} | {a.content.of(text)[:120]!r}"
                )


def _score_link(text: str, g: Gold, found: tuple[Attribution, ...], counts: Counter[str], show: str | None) -> None:
    if "Cue" not in g or "Content" not in g:
        return
    saying = any(t.lemma in CUES for span in g["Cue"] for t in tag(span.of(text)))
    same = [a for a in found if a.cue and _touch(g["Cue"], a.cue)]
    counts["saying"] += saying
    counts["saying found"] += saying and bool(same)
    cue, content = g["Cue"][0], g["Content"]
    said = " … ".join(s.of(text)[:100] for s in content)
    if not same:
        if show in ("misses", "all") and saying:
            print(f"MISSED {[s.of(text) for s in g.get('Source', ())]} | {cue.of(text)!r} | {said!r}")
        return
    counts["linked"] += 1
    right_source = "Source" not in g or any(a.source and _touch(g["Source"], a.source) for a in same)
    right_content = any(_touch(content, a.content) for a in same)
    counts["linked source"] += right_source
    counts["linked content"] += right_content
    if right_content:
        counts["content overlap"] += round(100 * _overlap(content, [a.content for a in same]))
    if show in ("misses", "all") and not (
        right_source and right_content and _overlap(content, [a.content for a in same]) > 0.5
    ):
        a = same[0]
        print(
            f"WRONG  {[s.of(text) for s in g.get('Source', ())]} | {cue.of(text)!r} | {said!r}\n    as {a.source.of(text) if a.source else None!r} | {[b.content.of(text)[:120] for b in same]!r}"
        )


def _touch(spans: Iterable[Span], other: Span) -> bool:
    return any(s.overlaps(other) for s in spans)


def _overlap(gold: Sequence[Span], mine: Sequence[Span]) -> float:
    """Characters in both by characters in either."""
    wanted = {i for s in gold for i in range(s.start, s.end)}
    given = {i for s in mine for i in range(s.start, s.end)}
    return len(wanted & given) / len(wanted | given)


def _figures(counts: Counter[str], role: str) -> str:
    precision = counts[f"{role} right"] / max(1, counts[f"{role} mine"])
    recall = counts[f"{role} recalled"] / max(1, counts[f"{role} gold"])
    return f"precision {precision:.3f} recall {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f} ({counts[f'{role} mine']} read, {counts[f'{role} gold']} in gold)"


if __name__ == "__main__":
    main()
