"""Whether two facts answer one question: two views in, evidence for and against and its weighed sum out.

The weights are a logistic regression on the pairs of the open gold bundles (benchmarks/fit_sameness.py fits and
cross-validates them by bundle); they stand in lexicons/sameness.json with what they were fitted on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib import resources

from summarizer.domain.text import Aspect
from summarizer.matching.views import FactView

FEATURES = (
    "bias",
    "context",
    "statement",
    "head_same",
    "head_differs",
    "action_same",
    "action_differs",
    "qualifier_shared",
    "qualifier_differs",
    "names_shared",
    "names_differ",
    "aspect_differs",
    "other_value_shared",
    "both_lead",
    "left_same",
    "right_same",
    "magnitude_gap",
    "background_differs",
    "head_in_words",
)
PENDING = frozenset({Aspect.PLANNED, Aspect.NOT_DONE})


def evidence(a: FactView, b: FactView) -> tuple[float, ...]:
    """The values of FEATURES for a pair, each in 0..1; symmetric in its arguments."""
    qualifiers = bool(a.qualifiers and b.qualifiers)
    names_a, names_b = a.fact.names, b.fact.names
    named = bool(names_a and names_b)
    aspects = {a.fact.aspect, b.fact.aspect}
    return (
        1.0,
        _overlap(a.context, b.context),
        _dice(a.words, b.words),
        float(bool(a.head) and a.head == b.head),
        float(bool(a.head) and bool(b.head) and a.head != b.head),
        float(bool(a.action) and a.action == b.action),
        float(bool(a.action) and bool(b.action) and a.action != b.action),
        float(qualifiers and bool(a.qualifiers & b.qualifiers)),
        float(qualifiers and not a.qualifiers & b.qualifiers),
        _dice(names_a, names_b) if named else 0.0,
        float(named and not names_a & names_b),
        float(len(aspects & PENDING) == 1 and Aspect.DONE in aspects),
        float(bool(a.others & b.others)),
        float(a.lead and b.lead),
        float(bool(a.left) and a.left == b.left),
        float(bool(a.right) and a.right == b.right),
        min(abs(a.magnitude - b.magnitude), 3.0) / 3,
        float(a.background != b.background),
        float((bool(a.head) and a.head in b.words) + (bool(b.head) and b.head in a.words)) / 2,
    )


def sameness(a: FactView, b: FactView) -> float:
    """The probability, 0 to 1, that the two answer the same question, whatever their values."""
    weights = _weights()["moment" if a.family in ("moment", "clock") else "quantity"]
    total = sum(w * x for w, x in zip(weights, evidence(a, b), strict=True))
    return 1 / (1 + math.exp(-total))


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted Dice of two contexts: shared words count by how near they stand to both values."""
    if not a or not b:
        return 0.0
    shared = sum(a[word] + b[word] for word in a.keys() & b.keys())
    return shared / (sum(a.values()) + sum(b.values()))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    content = json.loads(resources.files("summarizer").joinpath("lexicons/sameness.json").read_text("utf-8"))
    if tuple(content["features"]) != FEATURES:
        raise ValueError("lexicons/sameness.json was fitted on other features: run benchmarks/fit_sameness.py")
    return {group: tuple(weights) for group, weights in content["weights"].items()}
