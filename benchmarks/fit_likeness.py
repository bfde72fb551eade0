"""Fits the weights of matching/similarity.py and cross-validates them by topic.

    python -m benchmarks.fit_likeness [--write]

Fitted on the pairs of benchmarks/alignment_pairs.py: aligned news (ECB+ queries and topic pairs, the pyramids' facts) and, for a
tenth of the weight, MSRP. Each set weighs what WEIGHTS says and has a bias of its own, as the sets hold other shares of right
pairs; the one that is shipped is that of the topic pairs, so that a score is about a hundred times the chance that two
annotated statements of one topic are one fact. Ridge logistic regression by Newton steps. The figures that alignment.py
checks against floors are of folds left out: all pairs of a topic of ECB+ or of the pyramids lie in one fold.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import alignment_pairs
from summarizer.matching.gists import Gist, gist_of
from summarizer.matching.similarity import SIGNALS, signals_of

WEIGHTS = {"queries": 0.7, "topic": 0.7, "fact": 1.5, "paraphrase": 0.3}
BIAS_OF = "topic"
RIDGE = 3.0
FOLDS = 5
STEPS = 12
SCALE = 1000  # pairs that a set of weight 1 counts for
OUT = Path(__file__).parent.parent / "summarizer" / "lexicons" / "likeness.json"

Array = npt.NDArray[np.float64]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """The pairs of one set, which are right, the fold that each lies in, and their signals, a row for each."""

    pairs: Sequence[Pair]
    right: npt.NDArray[np.bool_]
    fold: npt.NDArray[np.int64]
    signals: Array


def main() -> None:
    """Prints the weights, and writes them when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    sets = examples()
    weights, biases = fit(sets)
    for name, weight in zip(SIGNALS, weights, strict=True):
        print(f"{name:12} {weight:+.3f}")
    if write:
        content = {
            "fitted_on": "ECB+, the pyramids' facts and, for a tenth, MSRP, by benchmarks/fit_likeness.py",
            "bias": round(float(biases[BIAS_OF]), 4),
            "weights": {name: round(float(w), 4) for name, w in zip(SIGNALS, weights, strict=True)},
        }
        OUT.write_text(json.dumps(content, indent=1) + "\n", "utf-8")


def left_out(sets: Mapping[str, Examples]) -> dict[Pair, float]:
    """The score of each pair by weights that were fitted without its fold."""
    found: dict[Pair, float] = {}
    for fold in range(FOLDS):
        weights, _ = fit({name: _part(s, s.fold != fold) for name, s in sets.items()})
        for examples_of_set in sets.values():
            part = _part(examples_of_set, examples_of_set.fold == fold)
            found.update(zip(part.pairs, (part.signals @ weights).tolist(), strict=True))
    return found


def fit(sets: Mapping[str, Examples]) -> tuple[Array, dict[str, float]]:
    """The weights of the signals, and a bias for each set."""
    every = np.vstack([s.signals for s in sets.values()])
    scale = every.std(axis=0) + 1e-9
    columns = [np.tile(np.eye(len(sets))[n], (len(s.pairs), 1)) for n, s in enumerate(sets.values())]
    x = np.hstack([every / scale, np.vstack(columns)])
    y = np.concatenate([s.right for s in sets.values()]).astype(float)
    importance = np.concatenate([np.full(len(s.pairs), SCALE * WEIGHTS[n] / len(s.pairs)) for n, s in sets.items()])
    ridge = np.diag([RIDGE] * len(SIGNALS) + [1e-3] * len(sets))
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (importance * (p - y)) + ridge @ weights
        hessian = (x * (importance * p * (1 - p))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(hessian, gradient)
    biases = dict(zip(sets, weights[len(SIGNALS) :].tolist(), strict=True))
    return weights[: len(SIGNALS)] / scale, biases


def examples() -> dict[str, Examples]:
    """The four sets of alignment_pairs with their signals."""
    topics = {s: d.topic for d in alignment_pairs.documents() for s in d.sentences}
    units = {
        # the two halves of a topic, D0815-A and D0815-B, are one
        p["span"]: row["topic"].split("-")[0]
        for row in alignment_pairs.rows("same_fact.jsonl")
        for p in row["contributors"]
    }
    queries = [
        (q.statement, c, i in q.right) for q in alignment_pairs.article_queries() for i, c in enumerate(q.candidates)
    ]
    return {
        "queries": _examples(queries, topics),
        "topic": _examples(alignment_pairs.topic_pairs(), topics),
        "fact": _examples(alignment_pairs.same_fact_pairs(), units),
        "paraphrase": _examples(alignment_pairs.paraphrase_pairs(), {}),
    }


def _examples(pairs: Sequence[tuple[str, str, bool]], groups: Mapping[str, object]) -> Examples:
    return Examples(
        pairs=[(a, b) for a, b, _ in pairs],
        right=np.array([right for *_, right in pairs]),
        fold=np.array([zlib.crc32(str(groups.get(a, min(a, b))).encode()) % FOLDS for a, b, _ in pairs]),
        signals=np.array([signals_of(gist(a), gist(b)) for a, b, _ in pairs]),
    )


def _part(whole: Examples, chosen: npt.NDArray[np.bool_]) -> Examples:
    return Examples(
        pairs=[p for p, is_in in zip(whole.pairs, chosen.tolist(), strict=True) if is_in],
        right=whole.right[chosen],
        fold=whole.fold[chosen],
        signals=whole.signals[chosen],
    )


@cache
def gist(text: str) -> Gist:
    """What a statement is about, read as if it were an article of its own."""
    return gist_of(alignment_pairs.read_alone(text))


if __name__ == "__main__":
    main()
