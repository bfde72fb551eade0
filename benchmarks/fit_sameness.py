"""Fits the weights of matching/sameness.py on the open gold bundles and cross-validates them by bundle.

    python -m benchmarks.fit_sameness [--gold FOLDER] [--write]

A pair of facts is positive when both are cited by one gold slot, negative when their values exclude each other and no
slot holds both; pairs with meeting values that no slot names are left out, because agreements were not listed
exhaustively. Pairs are those that grouping.candidates proposes. Ridge logistic regression by Newton steps; bundles weigh alike.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.gold import Bundle, cites, load
from benchmarks.quality import DESK, SHARED
from summarizer.matching.grouping import candidates, compatible
from summarizer.matching.sameness import FEATURES, evidence
from summarizer.matching.views import FactView, views_of
from summarizer.pipeline import read

RIDGE = 3.0
FOLDS = 8
OUT = Path(__file__).parent.parent / "summarizer" / "lexicons" / "sameness.json"

Array = npt.NDArray[np.float64]


def main() -> int:
    """Fits, prints figures on bundles left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows: defaultdict[str, list[tuple[int, int, tuple[float, ...]]]] = defaultdict(list)
    bundles = [*load(DESK, "desk"), *load(args.gold, "real")]
    for number, bundle in enumerate(bundles):
        for group, label, features in _pairs(bundle):
            rows[group].append((number, label, features))
    weights: dict[str, list[float]] = {}
    for group, examples in sorted(rows.items()):
        number = np.array([e[0] for e in examples])
        y = np.array([e[1] for e in examples], dtype=float)
        x = np.array([e[2] for e in examples])
        importance = _importance(number)
        print(f"{group}: {len(y)} pairs, {int(y.sum())} positive")
        for line in _validated(x, y, importance, number):
            print("  " + line)
        fitted = _fit(x, y, importance)
        weights[group] = [round(float(w), 4) for w in fitted]
        for name, weight in zip(FEATURES, fitted, strict=True):
            print(f"    {name:20} {weight:+.2f}")
    if args.write:
        fitted_on = f"the {len(bundles)} open gold bundles, by benchmarks/fit_sameness.py"
        OUT.write_text(json.dumps({"fitted_on": fitted_on, "features": FEATURES, "weights": weights}, indent=1) + "\n", "utf-8")
    return 0


def _pairs(bundle: Bundle) -> list[tuple[str, int, tuple[float, ...]]]:
    views = views_of(read(bundle.articles))
    slots = [{s.id for s in bundle.slots if any(cites(v.fact.evidence, p) for _, places in s.values for p in places)} for v in views]
    # A citation may hold several values ("27 hours over four days"): only kinds of the slot's family count.
    found = []
    for i, j in candidates(views):
        a, b = views[i], views[j]
        together = bool(slots[i] & slots[j]) and _may_answer(bundle, slots[i] & slots[j], a)
        if not together and (compatible(a, b) or a.article == b.article):
            continue
        found.append(("moment" if a.family in ("moment", "clock") else "quantity", int(together), evidence(a, b)))
    return found


def _may_answer(bundle: Bundle, shared: set[str], view: FactView) -> bool:
    kinds = {s.kind for s in bundle.slots if s.id in shared}
    if view.family in ("moment", "clock"):
        return bool(kinds & {"date", "time"})
    return bool(kinds & {"number", "money", "percent", "measure", "age", "duration"})


def _importance(number: npt.NDArray[np.int64]) -> Array:
    counts = np.bincount(number)
    weights: Array = 1.0 / np.sqrt(counts[number])
    return weights / weights.mean()


def _fit(x: Array, y: Array, importance: Array) -> Array:
    weights = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[0, 0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        gradient = x.T @ (importance * (p - y)) + ridge @ weights
        hessian = (x * (importance * p * (1 - p))[:, None]).T @ x + ridge
        weights -= np.linalg.solve(hessian, gradient)
    return weights


def _validated(x: Array, y: Array, importance: Array, number: npt.NDArray[np.int64]) -> Sequence[str]:
    scores = np.zeros(len(y))
    for fold in range(FOLDS):
        out = number % FOLDS == fold
        if out.any() and not out.all():
            scores[out] = 1 / (1 + np.exp(-x[out] @ _fit(x[~out], y[~out], importance[~out])))
    lines = []
    for threshold in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        said = scores >= threshold
        right = float((y[said]).sum())
        lines.append(f"left-out bundles at {threshold}: precision {right / max(said.sum(), 1):.2f} recall {right / max(y.sum(), 1):.2f}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
