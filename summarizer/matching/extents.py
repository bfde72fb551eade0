"""What values allow, and how few of them explain every report: values in, extents and the sides they fall into out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.domain.facts import Bound, Clock, Extent, Moment, Quantity

INFINITY = Decimal("Infinity")
# A figure that ends in zeros is often a rounded one: 12,000 stands for 11,940. Half of its last place, at most 2 per cent,
# so that 10,000 and 12,000 stay apart.
MOST_ROUNDING = Decimal("0.02")
HALF_PLACE = Decimal("0.49")  # just under a half: 5% and 6% must not meet in 5.5
SMALLEST_ROUNDED = 100
# "about" is as wide as the figure is coarse: "about 10" may be 9 or 11, "about 12,000" 11,500, "some 312 mm" not 321.
ABOUT_BY_DIGITS = {1: Decimal("0.1"), 2: Decimal("0.05"), 3: Decimal("0.005")}
FINEST_ABOUT = Decimal("0.002")


MONTHS_A_YEAR = 12


def allowed(value: Quantity | Moment | Clock) -> Extent:
    """The extent that a value is compared by: what its words allow, and for a plain round figure what was rounded to it.

    >>> round_figure = Quantity(number=Decimal(12000), low=Decimal(12000), high=Decimal(12000))
    >>> allowed(round_figure).holds(Extent(Decimal(11940), Decimal(11940)))
    True
    """
    if isinstance(value, Quantity) and value.unit == "year":
        return _in_months(_as_written(value))
    return _as_written(value)


def _in_months(extent: Extent) -> Extent:
    """Years as months, so that nine years meet nine years and six months."""
    return Extent(*(None if end is None else end * MONTHS_A_YEAR for end in (extent.low, extent.high)))


def _as_written(value: Quantity | Moment | Clock) -> Extent:
    """The extent in the value's own unit."""
    if isinstance(value, Moment) and value.modality == "as_early_as" and value.anchor_low and value.anchor_high:
        # It names the day that somebody reckons with, although it may be later.
        return replace(value, low=value.anchor_low, high=value.anchor_high).extent
    if not isinstance(value, Quantity) or value.low is None or value.high is None or value.number is None:
        return value.extent
    if value.bound is Bound.ABOUT:
        slack = abs(value.number) * ABOUT_BY_DIGITS.get(_digits(value), FINEST_ABOUT)
        return Extent(value.number - slack, value.number + slack)
    if value.bound is not Bound.EXACT or value.low != value.high:
        return value.extent
    slack = _rounding(value)
    return Extent(value.low - slack, value.low + slack)


def _digits(value: Quantity) -> int:
    """How many digits of the figure as written say something: two in "about 12,000", four in "about 57.62"."""
    found = re.search(r"\d+(?:\.\d+)?", value.written.replace(",", ""))
    figure = Decimal(found.group()) if found else value.number or Decimal(0)
    return len(figure.normalize().as_tuple().digits)


def _rounding(value: Quantity) -> Decimal:
    """How far off the exact figure may be that this one was rounded from."""
    figure = value.number if value.number is not None else Decimal(0)
    if value.ordinal or value.parts or not figure:
        return Decimal(0)
    exponent = figure.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0 or value.unit in ("%", "pp"):
        return HALF_PLACE * Decimal(10) ** min(exponent, 0)
    if exponent == 0 or abs(figure) < SMALLEST_ROUNDED:
        return Decimal(0)
    return min(HALF_PLACE * Decimal(10) ** exponent, MOST_ROUNDING * abs(figure))


def sides(extents: Sequence[Extent]) -> tuple[tuple[int, ...], ...]:
    """The fewest groups of indexes such that the extents of each group share a number.

    Takes the least upper end, then every extent that reaches it, and starts again with the rest: minimal for intervals.

    >>> ten_up, eleven, twelve = Extent(Decimal(10), None), Extent(Decimal(11), Decimal(11)), Extent(Decimal(12), Decimal(12))
    >>> sides([ten_up, eleven, twelve])
    ((0, 1), (2,))
    """
    lows, highs = [_low(e) for e in extents], [_high(e) for e in extents]
    rising = sorted(range(len(extents)), key=lambda i: (lows[i], i))
    place = {i: at for at, i in enumerate(rising)}
    groups: list[tuple[int, ...]] = []
    at = 0  # what starts below a point was taken with it, so that points and starts are gone through once
    for i in sorted(range(len(extents)), key=lambda i: (highs[i], lows[i], i)):
        if place[i] < at:
            continue
        start = at
        while at < len(rising) and lows[rising[at]] <= highs[i]:
            at += 1
        groups.append(tuple(sorted(rising[start:at])))
    return tuple(groups)


def _high(extent: Extent) -> Decimal:
    return INFINITY if extent.high is None else extent.high


def _low(extent: Extent) -> Decimal:
    return -INFINITY if extent.low is None else extent.low
