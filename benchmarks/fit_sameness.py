"""Fits the weights of matching/sameness.py and matching/difference.py on labelled bundles and cross-validates them by bundle.

    python -m benchmarks.fit_sameness [--write]

A pair of facts is positive when both are cited by one gold slot, negative when their values exclude each other and no
slot holds both; pairs with meeting values that no slot names are left out, because agreements were not listed
exhaustively. Pairs are those that grouping.candidates proposes. Ridge logistic regression by Newton steps; bundles weigh alike.

Three groups: `moment` and `quantity`, of values that meet or not (how far two figures are apart is no feature that may be
fitted there, as most positive pairs agree); `difference`, of figures that exclude each other only. The bundles of the part held
(benchmarks/readings.py) are never fitted on.
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

from benchmarks.gold import Bundle, cites
from benchmarks.quality import bundles_of
from summarizer.domain.facts import Extent, Moment, Quantity
from summarizer.matching.difference import DIFFERENCE_FEATURES, Answered, difference_evidence
from summarizer.matching.grouping import candidates, compatible
from summarizer.matching.normal import plain
from summarizer.matching.sameness import FEATURES, evidence, excluded, sameness
from summarizer.matching.views import FactView, is_dated, views_of
from summarizer.pipeline import read

RIDGE = 3.0
FOLDS = 8
DIFFERING = 3  # a pair of differing values of one slot counts for so many: they are what the weights are for
OUT = Path(__file__).parent.parent / "summarizer" / "lexicons" / "sameness.json"

Array = npt.NDArray[np.float64]
_Row = tuple[int, int, tuple[float, ...]]


def main() -> int:
    """Fits, prints figures on bundles left out, and writes the weights when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    open_bundles = [b for part in ("desk", "real") for b in bundles_of(part)]
    all_bundles = [*open_bundles, *(b for part in ("fresh", "read") for b in bundles_of(part))]
    rows: defaultdict[str, list[_Row]] = defaultdict(list)
    for index, bundle in enumerate(all_bundles):
        views = views_of(read(bundle.articles))
        cited = [_cited(bundle, v) for v in views]
        if index < len(open_bundles):
            for group, label, features in _pairs(views, cited):
                rows[group].append((index, label, features))
        rows["difference"] += [(index, label, features) for label, features in _differing_pairs(bundle, views, cited)]
    groups: dict[str, dict[str, float]] = {}
    for group, examples in sorted(rows.items()):
        number = np.array([e[0] for e in examples])
        y = np.array([e[1] for e in examples], dtype=float)
        x = np.array([e[2] for e in examples])
        importance = _importance(number)
        print(f"{group}: {len(y)} pairs, {int(y.sum())} positive")
        for line in _validated(x, y, importance, number):
            print("  " + line)
        names = DIFFERENCE_FEATURES if group == "difference" else FEATURES
        groups[group] = {n: round(float(w), 4) for n, w in zip(names, _fit(x, y, importance), strict=True)}
        for name, weight in groups[group].items():
            print(f"    {name:20} {weight:+.2f}")
    if args.write:
        fitted_on = f"{len(all_bundles)} labelled bundles (difference) and the {len(open_bundles)} open gold bundles (the others), by benchmarks/fit_sameness.py"
        OUT.write_text(json.dumps({"fitted_on": fitted_on, "groups": groups}, indent=1) + "\n", "utf-8")
    return 0


def _pairs(
    views: Sequence[FactView], cited: Sequence[set[tuple[str, int]]]
) -> list[tuple[str, int, tuple[float, ...]]]:
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


def _differing_pairs(
    bundle: Bundle, views: Sequence[FactView], cited: Sequence[set[tuple[str, int]]]
) -> list[tuple[int, tuple[float, ...]]]:
    """Pairs of figures that exclude each other; positive where a discrepancy of the gold set holds both."""
    discrepancies = {s.id for s in bundle.slots if s.relation in ("conflict", "update")}
    may = [_may_be(v, views, cited) for v in views]
    proposed = [(i, j) for i, j in candidates(views) if not is_dated(views[i])]
    answered: dict[tuple[int, str], float] = {}
    for i, j in proposed:
        a, b = views[i], views[j]
        if a.article != b.article and compatible(a, b):
            for one, other in ((i, b.article), (j, a.article)):
                answered[one, other] = max(sameness(a, b), answered.get((one, other), 0.0))
    found = []
    for i, j in proposed:
        a, b = views[i], views[j]
        if compatible(a, b) or excluded(a, b):
            continue
        differ = any(x[0] == y[0] and x[1] != y[1] and x[0] in discrepancies for x in cited[i] for y in cited[j])
        unsure = any(x[0] == y[0] and x[1] != y[1] for x in may[i] for y in may[j])
        if differ or not unsure:
            both = (answered.get((i, b.article), 0.0), answered.get((j, a.article), 0.0))
            found.append((int(differ), difference_evidence(a, b, Answered(least=min(both), most=max(both)))))
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
