"""How few values explain every report."""

from decimal import Decimal
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.facts import Bound, Extent, Quantity
from summarizer.matching.extents import allowed, sides

ENDS = st.one_of(st.none(), st.integers(0, 8).map(Decimal))
EXTENTS = st.tuples(ENDS, ENDS).filter(lambda e: e[0] is None or e[1] is None or e[0] <= e[1]).map(lambda e: Extent(*e))


def figure(number: str, bound: Bound = Bound.EXACT, unit: str | None = None) -> Quantity:
    value = Decimal(number)
    return Quantity(number=value, low=value, high=None if bound is Bound.AT_LEAST else value, unit=unit, bound=bound)


def fewest(extents: list[Extent]) -> int:
    """Brute force: the least number of points that meet every extent."""
    points = [Extent(p, p) for p in chain((Decimal(-1), Decimal(9)), map(Decimal, range(9)))]
    for count in range(1, len(extents) + 1):
        for chosen in combinations(points, count):
            if all(any(p.meets(e) for p in chosen) for e in extents):
                return count
    return 0


@given(st.lists(EXTENTS, min_size=1, max_size=5))
def test_the_fewest_sides_are_found(extents: list[Extent]) -> None:
    """Agreement is not transitive, so each value against the first would miscount; brute force is the oracle."""
    found = sides(extents)
    assert len(found) == fewest(extents)
    assert sorted(i for side in found for i in side) == list(range(len(extents)))


def test_a_lower_bound_does_not_tie_two_figures_together() -> None:
    """At least 10 fits 11 and fits 12, which do not fit each other."""
    extents = [figure("10", Bound.AT_LEAST).extent, figure("11").extent, figure("12").extent]
    assert len(sides(extents)) == 2


def test_a_round_figure_stands_for_what_was_rounded_to_it() -> None:
    """12,000 and 11,940 are one figure; 10,000 and 12,000 are two."""
    assert allowed(figure("12000")).meets(allowed(figure("11940")))
    assert not allowed(figure("10000")).meets(allowed(figure("12000")))


def test_small_counts_are_exact() -> None:
    """Twelve dead and thirteen dead differ, and so do 5% and 6%."""
    assert not allowed(figure("12")).meets(allowed(figure("13")))
    assert not allowed(figure("5", unit="%")).meets(allowed(figure("6", unit="%")))


def test_a_percentage_may_be_rounded_to_a_whole_one() -> None:
    """51.4% reported as 51% is no contradiction; 51.2% and 51.4% are one."""
    assert allowed(figure("51", unit="%")).meets(allowed(figure("51.4", unit="%")))
    assert not allowed(figure("51.2", unit="%")).meets(allowed(figure("51.4", unit="%")))
