"""Labelled pairs of statements: ECB+, the pyramids' facts and MSRP in, rankings to be scored out.

Article pairs: a query is a validated statement of one ECB+ article, its candidates are all statements of another article on the same
event; right is one that shares an action instance and a participant with it. 2,500 queries, drawn with a fixed seed.
Topic pairs: all pairs of annotated statements of two articles of a topic, which holds a look-alike second event; 30,000 of them.
Same fact: contributors of one content unit against contributors of other units of the same topic, every tenth of the latter.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Article, Span, Statement
from summarizer.stages.extract import extract

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
QUERIES = 2500
TOPIC_PAIRS = 30_000
EVERY = 10

Scorer = Callable[[ReadStatement, ReadStatement], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article of ECB+ with the chains that its statements mention."""

    topic: int
    event: str
    sentences: tuple[str, ...]
    validated: tuple[int, ...]
    actions: dict[int, frozenset[str]]
    participants: dict[int, frozenset[str]]

    @property
    def annotated(self) -> tuple[int, ...]:
        """The statements that somebody annotated."""
        return tuple(sorted({*self.actions, *self.participants}))

    def is_one_fact(self, own: int, other: Document, theirs: int) -> bool:
        """Whether two statements share an action and a participant."""
        nothing: frozenset[str] = frozenset()
        actions = self.actions.get(own, nothing) & other.actions.get(theirs, nothing)
        return bool(actions and self.participants.get(own, nothing) & other.participants.get(theirs, nothing))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A statement, the statements to choose from, and the right ones' positions among them."""

    statement: str
    candidates: tuple[str, ...]
    right: frozenset[int]


@cache
def read_alone(text: str) -> ReadStatement:
    """The statement as if it were an article of its own."""
    statement = Statement(id="x.s0", article="x", field="text", span=Span(0, len(text)), text=text)
    return extract(Article(id="x", source="x", text=text), (statement,)).statements[0]


@cache
def documents() -> tuple[Document, ...]:
    """All of ECB+."""
    return tuple(_document(row) for row in rows("ecbplus.jsonl"))


def article_queries() -> list[Query]:
    """The queries of the module's docstring."""
    found: list[Query] = []
    for members in _by(lambda d: d.event).values():
        for own, other in ((a, b) for a in members for b in members if a is not b):
            for statement in own.validated:
                right = frozenset(t for t in range(len(other.sentences)) if own.is_one_fact(statement, other, t))
                if right:
                    found.append(Query(statement=own.sentences[statement], candidates=other.sentences, right=right))
    return random.Random(1).sample(found, min(QUERIES, len(found)))  # noqa: S311 - a fixed sample


def topic_pairs() -> list[tuple[str, str, bool]]:
    """The pairs of the module's docstring and whether they are one fact."""
    found: list[tuple[str, str, bool]] = []
    for members in _by(lambda d: str(d.topic)).values():
        for own, other in combinations(members, 2):
            found += (
                (own.sentences[s], other.sentences[t], own.is_one_fact(s, other, t))
                for s in own.annotated
                for t in other.annotated
            )
    return random.Random(3).sample(found, min(TOPIC_PAIRS, len(found)))  # noqa: S311 - a fixed sample


def same_fact_pairs() -> list[tuple[str, str, bool]]:
    """Contributors of one unit, and of two units of a topic."""
    units: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in rows("same_fact.jsonl"):
        for part in row["contributors"]:
            units[row["topic"], part["sent_id"], part["span"]].add(row["scu"])
    topics: defaultdict[str, list[tuple[str, str, set[str]]]] = defaultdict(list)
    for (topic, sentence, span), found in units.items():
        topics[topic].append((sentence, span, found))
    pairs = [
        (a[1], b[1], bool(a[2] & b[2]))
        for members in topics.values()
        for a, b in combinations(members, 2)
        if a[0] != b[0] and a[1] != b[1]
    ]
    return [p for p in pairs if p[2]] + [p for p in pairs if not p[2]][::EVERY]


def paraphrase_pairs() -> list[tuple[str, str, bool]]:
    """All of MSRP."""
    return [(row["s1"], row["s2"], row["label"] == "1") for row in rows("paraphrase.jsonl")]


def precision_at_1(queries: Sequence[Query], scorer: Scorer) -> float:
    """The share of queries whose best candidate is right; of equals each counts its part."""
    total = 0.0
    for query in queries:
        scores = [scorer(read_alone(query.statement), read_alone(c)) for c in query.candidates]
        best = [i for i, score in enumerate(scores) if score == max(scores)]
        total += sum(i in query.right for i in best) / len(best)
    return total / len(queries)


def average_precision(pairs: Sequence[tuple[str, str, bool]], scorer: Scorer) -> float:
    """Of the pairs ranked by score."""
    scores = np.array([scorer(read_alone(a), read_alone(b)) for a, b, _ in pairs])
    truth = np.array([same for *_, same in pairs])[np.argsort(-scores, kind="stable")]
    return float((np.cumsum(truth) / np.arange(1, len(truth) + 1))[truth].mean())


def area_under_curve(pairs: Sequence[tuple[str, str, bool]], scorer: Scorer) -> float:
    """How often a right pair scores above a wrong one, ties half."""
    scores = np.array([scorer(read_alone(a), read_alone(b)) for a, b, _ in pairs])
    truth = np.array([same for *_, same in pairs])
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[place]
    right, wrong = int(truth.sum()), int((~truth).sum())
    return float((ranks[truth].sum() - right * (right + 1) / 2) / (right * wrong))


def _by(key: Callable[[Document], str]) -> dict[str, list[Document]]:
    groups: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents():
        groups[key(document)].append(document)
    return groups


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a set."""
    for line in (DATA / name).read_text("utf-8").splitlines():
        yield json.loads(line)


def _document(row: dict[str, Any]) -> Document:
    actions: defaultdict[int, set[str]] = defaultdict(set)
    participants: defaultdict[int, set[str]] = defaultdict(set)
    for mention in row["mentions"]:
        kind = mention["type"]
        chains = actions if kind.startswith(("ACTION", "NEG_ACTION")) else participants
        chain = chains[mention["sent"]] if kind.startswith(("ACTION", "NEG_ACTION", "HUMAN", "NON_HUMAN")) else set()
        if mention["inst"] and mention["scope"] == "cross":
            chain.add(mention["inst"])
    return Document(
        topic=row["topic"],
        event=row["subtopic"],
        sentences=tuple(row["sentences"]),
        validated=tuple(row["validated_sents"]),
        actions={k: frozenset(v) for k, v in actions.items()},
        participants={k: frozenset(v) for k, v in participants.items()},
    )
