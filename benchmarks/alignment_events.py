"""Bundles mixed from two events: articles in, precision and recall of the notice different_event out.

A bundle holds two to four articles of one event and none to two of another, fewer than of the first. Of incidents every second one:
all are shootings in one country, and some pages hold another story than their incident's. Of ECB+ either two topics, or the two
look-alike events of one.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence

from benchmarks.alignment_pairs import DATA, documents
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Article
from summarizer.pipeline import read
from summarizer.stages.separate_events import separate_events

BUNDLES = 400
INCIDENTS = 60
ARTICLES = 4  # of one event that are read


def incidents() -> list[tuple[ReadArticle, ...]]:
    """The articles of INCIDENTS incidents with two or more."""
    found: list[tuple[ReadArticle, ...]] = []
    for line in (DATA / "incidents.jsonl").read_text("utf-8").splitlines()[::2]:
        row = json.loads(line)
        texts = [a["content"] for a in row["articles"] if len(a["content"]) > 200][:ARTICLES]
        if len(texts) > 1 and len(found) < INCIDENTS:
            found.append(_read(row["incident"], texts))
    return found


def topics() -> dict[tuple[int, str], tuple[ReadArticle, ...]]:
    """ARTICLES articles of each event of ECB+, by topic and event."""
    texts: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for document in documents():
        texts[document.topic, document.event].append("\n\n".join(document.sentences))
    return {key: _read(key[1], found[:ARTICLES]) for key, found in texts.items()}


def measure(pairs: Sequence[tuple[Sequence[ReadArticle], Sequence[ReadArticle]]]) -> Counter[str]:
    """Counts over BUNDLES bundles, each mixed from one of the pairs of events."""
    draw = random.Random(3)  # noqa: S311 - a fixed sample
    counts: Counter[str] = Counter()
    for _ in range(BUNDLES):
        own, other = draw.choice(pairs)
        kept = draw.sample(list(own), min(len(own), draw.choice((2, 3, 4))))
        strangers = draw.sample(list(other), min(len(other), len(kept) - 1, draw.choice((0, 1, 2))))
        _, notices = separate_events([*kept, *strangers])
        wrong = {a.article.id for a in strangers}
        told = {n.article for n in notices}
        counts.update(right=len(told & wrong), false=len(told - wrong), missed=len(wrong - told))
        counts.update(pure=not wrong, spoilt=bool(not wrong and told))
    return counts


def figures(counts: Counter[str]) -> str:
    """Precision, recall and how many bundles of one event were split."""
    told, there = counts["right"] + counts["false"], counts["right"] + counts["missed"]
    return (
        f"precision {counts['right'] / max(1, told):.3f} recall {counts['right'] / max(1, there):.3f} of {there}, "
        f"{counts['spoilt']} of {counts['pure']} bundles of one event split"
    )


def main() -> None:
    """Prints the figures of the three mixtures."""
    shot, told = incidents(), topics().items()
    strangers = [(a, b) for (k, a) in told for (m, b) in told if k[0] != m[0]]
    twins = [(a, b) for (k, a) in told for (m, b) in told if k[0] == m[0] and k[1] != m[1]]
    print("different_event, two incidents:    ", figures(measure([(a, b) for a in shot for b in shot if a is not b])))
    print("different_event, two topics:       ", figures(measure(strangers)))
    print("different_event, look-alike events:", figures(measure(twins)))


def _read(name: str, texts: Sequence[str]) -> tuple[ReadArticle, ...]:
    return read([Article(id=f"{name}-{n}", source=f"Outlet {n}", text=text) for n, text in enumerate(texts)])
