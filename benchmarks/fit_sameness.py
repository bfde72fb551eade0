"""Fits the weights of matching/sameness.py on the open gold bundles and cross-validates them by bundle.

    python -m benchmarks.fit_sameness [--gold FOLDER] [--write]

A pair of facts is positive when both are cited by one gold slot, negative when their values exclude each other and no
slot holds both; pairs with meeting values that no slot names are left out, because agreements were not listed
exhaustively. How far two figures are apart is no feature that may be fitted, as most positive pairs agree. Pairs are those that grouping.candidates proposes. Ridge logistic regression by Newton steps; bundles weigh alike.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.gold import Bundle, cites, load
from benchmarks.quality import DESK, SHARED
from summarizer.domain.facts import Extent, Moment, Quantity
from summarizer.matching.grouping import candidates, compatible
from summarizer.matching.normal import plain
from summarizer.matching.sameness import FEATURES, evidence, excluded
from summarizer.matching.views import FactView, is_dated, views_of
from summarizer.pipeline import read

RIDGE = 3.0
FOLDS = 8
DIFFERING = 3  # a pair of differing values of one slot counts for so many: they are what the weights are for
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
    for index, bundle in enumerate(bundles):
        for group, label, features in _pairs(bundle):
            rows[group].append((index, label, features))
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
        OUT.write_text(
            json.dumps({"fitted_on": fitted_on, "features": FEATURES, "weights": weights}, indent=1) + "\n", "utf-8"
        )
    return 0


def _pairs(bundle: Bundle) -> list[tuple[str, int, tuple[float, ...]]]:
    views = views_of(read(bundle.articles))
    cited = [_cited(bundle, v) for v in views]
    may = [_may_be(v, views, cited) for v in views]
    found = []
    for i, j in candidates(views):
        a, b = views[i], views[j]
        together = any(x[0] == y[0] for x in cited[i] for y in cited[j])
        if compatible(a, b):
            if together and a.article != b.article:
                found.append((_group(a), 1, evidence(a, b)))
            continue
        if excluded(a, b):
            continue
        # Two values of one slot answer one question; two numbers cited for one value ("27 hours over four days") do not.
        differ = any(x[0] == y[0] and x[1] != y[1] for x in cited[i] for y in cited[j])
        # A bundle cites a value once or twice, not wherever it stands: the same two values elsewhere are left out.
        unsure = any(x[0] == y[0] and x[1] != y[1] for x in may[i] for y in may[j])
        if differ or not (a.article == b.article or unsure):
            found += [(_group(a), int(differ), evidence(a, b))] * (DIFFERING if differ else 1)
    return found


def _group(view: FactView) -> str:
    return "moment" if is_dated(view) else "quantity"


def _cited(bundle: Bundle, view: FactView) -> set[tuple[str, int]]:
    """The slots, with the number of the value, that cite a fact and are of its kind."""
    kinds = {"date", "time"} if is_dated(view) else {view.fact.kind.value, "number", "measure", "percent"}
    return {
        (slot.id, number)
        for slot in bundle.slots
        if slot.kind in kinds
        for number, (value, places) in enumerate(slot.values)
        if any(cites(view.fact.evidence, p) for p in places) and _reads(view, value)
    }


def _may_be(view: FactView, views: Sequence[FactView], cited: Sequence[set[tuple[str, int]]]) -> set[tuple[str, int]]:
    """The slots with the number of the value that a fact would be evidence of if it answered their question."""
    alike = (c for v, c in zip(views, cited, strict=True) if v.family == view.family and c and compatible(v, view))
    return set().union(*alike)


def _reads(view: FactView, value: str) -> bool:
    """Whether a fact's value is the gold one: a citation may hold several numbers."""
    fact = view.fact.value
    if isinstance(fact, Quantity) and not fact.parts:
        found = re.search(r"\d+(?:\.\d+)?", value.replace(",", ""))
        if found is None:
            return True
        number = Decimal(found.group())
        return view.extent.holds(Extent(number, number)) or plain(number) in (
            plain(fact.number or number),
            fact.written.split(" ")[0],
        )
    if isinstance(fact, Moment) and fact.value and re.match(r"\d{4}", value):
        return fact.value.startswith(value[:10]) or value.startswith(fact.value[:10])
    return True


def _importance(number: npt.NDArray[np.int64]) -> Array:
    counts = np.bincount(number)
    weights: Array = 1.0 / np.sqrt(counts[number])
    weights /= weights.mean()
    return weights


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
        lines.append(
            f"left-out bundles at {threshold}: precision {right / max(said.sum(), 1):.2f} recall {right / max(y.sum(), 1):.2f}"
        )
    return lines


if __name__ == "__main__":
    sys.exit(main())
