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
from operator import mul

from rapidfuzz.distance import OSA

from summarizer.domain.facts import Quantity
from summarizer.domain.text import Aspect
from summarizer.language.meaning import concept
from summarizer.matching.date_sameness import (
    is_date_slip,
    is_hardly_apart,
    is_long_ago,
    is_of_same_parties,
    same_action,
)
from summarizer.matching.views import EVENTS, GENERIC, FactView, is_dated

FEATURES = (
    "bias",
    "context",
    "statement",
    "topic_same",
    "topic_differs",
    "topic_near",
    "population_told",
    "one_of_them",
    "head_same",
    "action_same",
    "action_differs",
    "qualifier_shared",
    "qualifier_differs",
    "person_same",
    "names_shared",
    "names_differ",
    "other_value_shared",
    "both_lead",
    "both_lone",
    "left_same",
    "right_same",
    "is_count",
    "is_ordinal",
    "is_rare",
)
COMMON_FAMILIES = frozenset(
    {"number:", "ordinal", "moment", "yearless", "clock", "age:year", "percent:%", "duration:s"}
)
# Log-odds: figures of one topic that a slip of the pen turns into each other are seldom two things. All 16 such pairs of the
# desk bundles answer one question, but slips were put into them; the real ones hold none (2026-11-24). So it stays small.
SLIP = 1.2
TELLING_DIGITS = 2
# Two figures of five digits that differ in one of them: one in 2,000 pairs by chance, so that it hardly is chance.
MISPRINT = 4.0
LONG_FIGURE = 5
SWAPPED_DIGITS = (
    3  # 1 in 200 pairs by chance; in the labelled bundles two reports that share no such figure mean one thing
)
# Two counts of one thing are seldom more than a factor of five apart; a slip of one zero is a factor of ten.
ONE_SIZE = 0.7
FAR_APART = 0.8
PEOPLE = frozenset(
    {
        concept(w)
        for w in (
            "officer",
            "suspect",
            "victim",
            "soldier",
            "student",
            "child",
            "firefighter",
            "gunman",
            "man",
            "woman",
        )
    }
)
COUNTED_LATER = frozenset({"win", "vote", "elect"})
WHOLE = frozenset({"", "more"})  # "another 1,900 are on standby" counts all of them
ACCUSING = frozenset(
    concept(w) for w in "accuse charge arrest sentence convict indict hold book jail plead detain".split()
)
# Years between two ages of one person, not both named: of the labelled bundles' no right pair is further apart than 2, and of the wrong
# ones in the incidents that were read most are (2026-12-01).
SAME_AGE = 3
MOST_AGES = 4  # in an article; set on one list of a weekend's shootings, no found age of the labelled bundles is lost by it (2026-12-01)
MOST_FIGURES = (
    40  # of one unit in an article: a bound on the work, no pair of the labelled bundles is lost by it (2026-12-01)
)
# How sure it is that two values of one measurand answer one question: just enough to be joined (JOIN_DIFFERENT), as wordings were
# judged one by one and no share of right pairs was measured on articles that they were not judged on.
MEASURED = 0.65
NEAR = 4  # words of the context that stand next to the value


def evidence(a: FactView, b: FactView) -> tuple[float, ...]:
    """The values of FEATURES for a pair, each in 0..1; symmetric in its arguments."""
    return (
        1.0,
        _overlap(a.context, b.context),
        _dice(a.words, b.words),
        *_topic(a, b),
        *_company(a, b),
        *_setting(a, b),
    )


def _topic(a: FactView, b: FactView) -> tuple[float, ...]:
    """What is counted or dated."""
    named = bool(a.topic and b.topic)
    same = named and a.topic == b.topic
    return (
        float(same),
        float(named and not same),
        0.0 if same else ((bool(a.topic) and _is_near(a.topic, b)) + (bool(b.topic) and _is_near(b.topic, a))) / 2,
        float(bool(a.population) != bool(b.population)),
        float(_is_one(a) or _is_one(b)),
        float(bool(a.head) and a.head == b.head and a.head not in GENERIC),
        float(bool(a.action) and a.action == b.action),
        float(bool(a.action) and bool(b.action) and a.action != b.action),
    )


def is_slip(a: FactView, b: FactView) -> bool:
    """Whether one figure is the other with its zeros miscounted or its digits in another order: 4,500 and 45,000, 312 and 321."""
    x, y = a.digits, b.digits
    if len(x) < TELLING_DIGITS or x == y:
        return False
    return x.strip("0") == y.strip("0") or (len(x) == len(y) and sorted(x) == sorted(y))


def is_swap(a: FactView, b: FactView) -> bool:
    """Whether two figures of three digits or more have the same digits in another order: 6,800 and 8,600, 1,016 and 1,160."""
    key = swap_key(a)
    return bool(key) and a.family == b.family and key == swap_key(b) and a.digits != b.digits


def swap_key(view: FactView) -> str:
    """The digits of a figure in order, the same for those that a slip of the pen makes of one another; "" for short ones.

    Also among many figures: two of them are of the same digits by chance.
    """
    telling = len(view.digits) >= SWAPPED_DIGITS and view.crowd <= MOST_FIGURES
    return "".join(sorted(view.digits)) if telling else ""


def is_misprint(a: FactView, b: FactView) -> bool:
    """Whether two long figures differ in one digit, or in two that changed places: 5,687.75 and 5,587.75."""
    if len(a.digits) < LONG_FIGURE or len(b.digits) < LONG_FIGURE or a.article == b.article or a.family != b.family:
        return False
    x, y = a.digits.rstrip("0"), b.digits.rstrip("0")
    return min(len(x), len(y)) >= LONG_FIGURE and x != y and OSA.distance(x, y, score_cutoff=1) == 1


def _is_one(view: FactView) -> bool:
    value = view.fact.value
    return isinstance(value, Quantity) and value.number == 1 and value.unit is None


def _is_near(word: str, view: FactView) -> bool:
    return word in (view.head, view.action) or word in list(view.context)[:NEAR]


def _company(a: FactView, b: FactView) -> tuple[float, ...]:
    """Whom and what it is said of."""
    qualifiers = bool(a.qualifiers and b.qualifiers)
    names_a, names_b = a.fact.names, b.fact.names
    named = bool(names_a and names_b)
    return (
        float(qualifiers and bool(a.qualifiers & b.qualifiers)),
        float(qualifiers and not a.qualifiers & b.qualifiers),
        float(a.proper and b.proper and a.head == b.head),
        _dice(names_a, names_b) if named else 0.0,
        float(named and not names_a & names_b),
    )


def _setting(a: FactView, b: FactView) -> tuple[float, ...]:
    """Where it stands and how large it is."""
    return (
        float(bool(a.others & b.others)),
        float(a.lead and b.lead),
        (a.lone + b.lone) / 2,
        float(bool(a.left) and a.left == b.left),
        float(bool(a.right) and a.right == b.right),
        float(a.family == "number:"),
        float(a.family == "ordinal"),
        float(a.family not in COMMON_FAMILIES),
    )


def excluded(a: FactView, b: FactView) -> bool:
    """Whether two values that differ cannot be answers to one question, however alike their statements are.

    What happened in an earlier year is not what happened now, what is planned not what was done, a part not the whole,
    the dead not the injured, children not soldiers. Two stretches of time that are nobody's ("two years in jail" and "for two
    hours") are of one thing only where one is done.
    """
    measured = is_one_measurand(a, b)
    slip = is_date_slip(a, b)
    if is_dated(a) and not measured and not slip and not (same_action(a, b) and is_of_same_parties(a, b)):
        return True
    if is_dated(a) and (is_long_ago(a, b) or is_hardly_apart(a, b)):
        return True
    if is_misprint(a, b) and not opposed(a, b):
        return False
    aspects = {a.fact.aspect, b.fact.aspect}
    return (
        (a.background != b.background and (a.family != "number:" or bool({a.topic, b.topic} & EVENTS)))
        or (a.scope != b.scope and not (measured and {a.scope, b.scope} <= WHOLE))
        or (
            a.family == "number:"
            and not measured
            and Aspect.PLANNED in aspects
            and Aspect.DONE in aspects
            and not _is_count_of_votes(a, b)
        )
        or (a.family.startswith("duration") and not (measured or a.head or b.head or same_action(a, b)))
        or (_in_a_row(a) and not measured)
        or (a.family == "age:year" and (a.article == b.article or _is_of_many(a, b) or _is_of_two(a, b)))
        or opposed(a, b)
    )


def _is_count_of_votes(a: FactView, b: FactView) -> bool:
    """Whether both are of one election: what is projected in the evening is what is counted in the morning."""
    return bool({a.topic, a.action} & {b.topic, b.action} & COUNTED_LATER)


def _is_of_many(a: FactView, b: FactView) -> bool:
    """Whether two ages that no name is beside stand in reports of many people: another man may be meant."""
    return not (a.proper and b.proper) and max(a.crowd, b.crowd) > MOST_AGES


def _is_of_two(a: FactView, b: FactView) -> bool:
    """Whether two ages, not both of somebody named, are of two people: far apart, or of who is accused and who is not.

    What two reports give for one person's age is a year or two apart, or has its digits swapped.
    """
    if a.proper and b.proper:
        return False
    years = [
        v.fact.value.number for v in (a, b) if isinstance(v.fact.value, Quantity) and v.fact.value.number is not None
    ]
    far = len(years) == 2 and abs(years[0] - years[1]) > SAME_AGE
    if far and sorted(a.digits) != sorted(b.digits):
        return True
    return (a.action in ACCUSING) != (b.action in ACCUSING)


def _in_a_row(a: FactView) -> bool:
    """Whether an ordinal numbers people one after the other: "a third officer was hurt" does not say that no fourth was."""
    return a.family == "ordinal" and (a.head in PEOPLE or a.head in GENERIC)


def opposed(a: FactView, b: FactView) -> bool:
    """Whether two values are of two things, also where one number would do for both: the dead and the injured, two people."""
    return (
        _is_other_measurand(a, b)
        or (
            a.topic != b.topic
            and a.topic in EVENTS
            and b.topic in EVENTS
            and a.family != "age:year"
            and not is_one_measurand(a, b)
        )
        or (a.proper and b.proper and (a.head != b.head or _other_person(a, b)))
        or (bool(a.population and b.population) and a.population != b.population)
        or (a.family == "number:" and a.sort != b.sort)
    )


def is_one_measurand(a: FactView, b: FactView) -> bool:
    """Whether the words around both say that they are values of one thing of which an event has one."""
    if a.measured is None or a.measured != b.measured:
        return False
    names_a, names_b = a.fact.names, b.fact.names
    return a.measured.measurand.scope != "person" or not (names_a and names_b) or bool(names_a & names_b)


def _is_other_measurand(a: FactView, b: FactView) -> bool:
    return a.measured is not None and b.measured is not None and a.measured != b.measured


def _other_person(a: FactView, b: FactView) -> bool:
    """Whether two ages are of two people of one family: "Ana Horn, 5" and "Joseph Horn, 48"."""
    return a.family == "age:year" and bool(a.qualifiers and b.qualifiers) and not a.qualifiers & b.qualifiers


def sameness(a: FactView, b: FactView) -> float:
    """The probability, 0 to 1, that the two answer the same question, whatever their values."""
    weights = weights_of("moment" if is_dated(a) else "quantity")
    total = sum(map(mul, weights, evidence(a, b)))
    if is_misprint(a, b):
        return round(1 / (1 + math.exp(-total - MISPRINT)), 9)
    if is_one_measurand(a, b) or (is_dated(a) and is_date_slip(a, b)):
        return max(MEASURED, round(1 / (1 + math.exp(-total)), 9))
    if a.topic == b.topic and is_slip(a, b):
        return round(1 / (1 + math.exp(-total - SLIP)), 9)
    total -= FAR_APART * max(0.0, abs(a.magnitude - b.magnitude) - ONE_SIZE)
    return round(1 / (1 + math.exp(-total)), 9)  # sums in another order differ in the last bits


def likeness(a: FactView, b: FactView) -> float:
    """How alike what is said around two values is, 0 to 1, the nearest words first."""
    return round(_overlap(a.context, b.context), 6)


def _overlap(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Weighted Dice of two contexts: shared words count by how near they stand to both values."""
    if not a or not b:
        return 0.0
    shared = sum(a[word] + b[word] for word in a.keys() & b.keys())
    return shared / (sum(a.values()) + sum(b.values()))


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@cache
def weights_of(group: str, features: tuple[str, ...] = FEATURES) -> tuple[float, ...]:
    """The fitted weights of a group of pairs, one a feature. Raises ValueError where they were fitted on other features."""
    content = json.loads(resources.files("summarizer").joinpath("lexicons/sameness.json").read_text("utf-8"))
    fitted = content["groups"][group]
    if tuple(fitted) != features:
        raise ValueError("lexicons/sameness.json was fitted on other features: run benchmarks/fit_sameness.py")
    return tuple(fitted.values())
