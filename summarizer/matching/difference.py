"""Whether two figures that differ answer one question: two views in, evidence and its weighed sum out.

That two statements are alike says less here than where values meet: most figures of one unit count different things. What
tells is what is left once the figures that meet are taken away (a figure that the other article gives, too, is answered
there), how near two large figures are to one another, and whether each article has one figure of its unit only.
The weights are a logistic regression on pairs of the labelled bundles (benchmarks/fit_sameness.py fits and
cross-validates them by bundle); they stand in lexicons/sameness.json with what they were fitted on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import mul

from summarizer.domain.text import Aspect
from summarizer.matching.sameness import (
    COMMON_FAMILIES,
    FEATURES,
    MEASURED,
    MISPRINT,
    SLIP,
    evidence,
    excluded,
    is_misprint,
    is_one_measurand,
    is_slip,
    is_swap,
    opposed,
    sameness,
    weights_of,
)
from summarizer.matching.views import EVENTS, FactView

DIFFERENCE_FEATURES = (
    *FEATURES,
    "same_article",
    "same_statement",
    "far",
    "near",
    "close",
    "answered_least",
    "answered_most",
    "given_there",
    "background_differs",
    "scope_differs",
    "planned_and_done",
    "opposed",
    "event_same",
    "either_lead",
    "name_shared",
    "speaker_same",
    "alone_both",
    "alone_rare",
    "is_score",
)
# Figures of ten or more that are within a quarter, or a factor of two, of one another: in log10.
CLOSE, NEAR, FURTHEST = 0.1, 0.3, 2.0
# Where the statements alone speak clearly for one question (sameness, no veto), less is asked of what is left: on the labelled
# bundles this finds four more of the authored ones and two more of the real ones, with three more false alarms (2026-12-01).
CLEAR_SAMENESS = 0.65
LEAST_DIFFERENCE = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """How well each of two figures is answered by one that meets it in the other's article: sameness, 0 where by none."""

    least: float = 0.0
    most: float = 0.0


def difference_evidence(a: FactView, b: FactView, answered: Answered) -> tuple[float, ...]:
    """The values of DIFFERENCE_FEATURES for a pair, each in 0..2; symmetric in its arguments."""
    apart = abs(a.magnitude - b.magnitude)
    large = min(a.magnitude, b.magnitude) >= 1
    aspects = {a.fact.aspect, b.fact.aspect}
    speakers = {a.fact.evidence.attributed_to, b.fact.evidence.attributed_to}
    alone = a.lone and b.lone
    return (
        *evidence(a, b),
        float(a.article == b.article),
        float(a.fact.evidence.statement == b.fact.evidence.statement),
        0.0 if is_slip(a, b) else min(apart, FURTHEST),  # a zero too many is no distance
        float(large and apart < NEAR),
        float(large and apart < CLOSE),
        answered.least,
        answered.most,
        float(answered.most > 0),
        float(a.background != b.background),
        float(a.scope != b.scope),
        float(Aspect.PLANNED in aspects and Aspect.DONE in aspects),
        float(opposed(a, b)),
        float(a.topic == b.topic and a.topic in EVENTS),
        float(a.lead or b.lead),
        float(bool(a.fact.names & b.fact.names)),
        float(len(speakers) == 1 and None not in speakers),
        float(alone),
        float(alone and a.family not in COMMON_FAMILIES),
        float(a.family == "score"),
    )


def difference(a: FactView, b: FactView, answered: Answered) -> float:
    """The probability, 0 to 1, that two figures that cannot both be right answer the same question."""
    if _is_replaced(a, b) or _is_replaced(b, a):
        return CLEAR_SAMENESS
    if is_one_measurand(a, b):
        return MEASURED
    misprint, swap = is_misprint(a, b), is_swap(a, b)
    if not (misprint or swap or _is_linked(a, b)):
        return 0.0
    if swap and not answered.most and not opposed(a, b) and a.article != b.article:
        return CLEAR_SAMENESS
    features = difference_evidence(a, b, answered)
    total = sum(map(mul, weights_of("difference", DIFFERENCE_FEATURES), features))
    if misprint:
        total += MISPRINT
    elif (a.topic == b.topic or (a.head and a.head == b.head)) and is_slip(a, b):
        total += SLIP
    score = round(1 / (1 + math.exp(-total)), 9)  # sums in another order differ in the last bits
    if LEAST_DIFFERENCE <= score < CLEAR_SAMENESS and not excluded(a, b) and sameness(a, b) >= CLEAR_SAMENESS:
        return CLEAR_SAMENESS
    return score


def _is_linked(a: FactView, b: FactView) -> bool:
    """Whether any word around the two is the same: two figures of one size alone are of one thing by chance only."""
    return bool(
        a.context.keys() & b.context.keys()
        or a.fact.names & b.fact.names
        or {a.topic, a.head} & {b.topic, b.head} - {""}
    )


def _is_replaced(old: FactView, new: FactView) -> bool:
    """Whether the statement of one figure says itself that it replaced the other: "two, correcting an earlier figure of three"."""
    if not new.revised or old.article == new.article:
        return False
    given = f"{old.family} {old.extent.low} {old.extent.high}"
    alike = {old.topic, old.head} & {new.topic, new.head} - {""}
    return given in new.others and bool(alike)
