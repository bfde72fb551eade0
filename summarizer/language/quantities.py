"""Quantities: a sentence or title in; its counts, sums, shares, measures, ages and durations as mentions out.

A mention's span holds the hedge, the figure and the unit, never the noun that is counted. Years, dates, clock times,
codes, labels and pronouns are no quantities. In doubt nothing is read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from summarizer.domain.facts import Bound, Kind, Mention, Quantity
from summarizer.domain.text import Span
from summarizer.language.quantity_amounts import Amount, read_amounts
from summarizer.language.quantity_hedges import Hedge, hedge_of
from summarizer.language.quantity_links import Link, continued, link_of
from summarizer.language.quantity_words import read_vague
from summarizer.language.units import Unit

# A measured figure stands for what was rounded to it: half of its last place, for trailing zeros at most 2 per cent of
# it. Just under a half, so that 5 km and 6 km do not meet in 5.5.
HALF_PLACE = Decimal("0.49")
MOST_ROUNDING = Decimal("0.02")
# "Three decades" are told of 28 years or 33, "a century" of 95: by how much a long stretch may be off.
LOOSE = {"decade": Decimal("0.3"), "century": Decimal("0.1")}

_BETWEEN = re.compile(r"(?<!\w)between $", re.IGNORECASE)
_AGO = re.compile(r" ago(?!\w)")


def read_quantities(text: str) -> tuple[Mention, ...]:
    """Every quantity of one sentence or title, in text order and disjoint.

    >>> text = "At least 12 people, aged 20 to 34, paid about $2.5 million for a 10-mile trip."
    >>> for mention in read_quantities(text):
    ...     print(mention.span.of(text), "|", mention.kind, mention.value.low, mention.value.high, mention.value.unit)
    At least 12 | number 12 None None
    20 to 34 | age 20 34 year
    about $2.5 million | money 2375000.000 2625000.000 USD
    10-mile | measure 15304.86144 16882.01856 m
    """
    amounts = read_amounts(text)
    found: list[Mention] = []
    index = 0
    while index < len(amounts):
        mention, index = _mention(text, amounts, index)
        if mention is not None:
            found.append(mention)
    return _disjoint([*found, *read_vague(text)])


def _mention(text: str, amounts: list[Amount], index: int) -> tuple[Mention | None, int]:
    """What the amount at `index` says together with those it is linked to, and the index after them."""
    first = amounts[index]
    index += 1
    while index < len(amounts):
        longer = continued(text, first, amounts[index])
        if longer is None:
            break
        first = longer
        index += 1
    if index == len(amounts):
        return _single(text, first), index
    link = link_of(text, first, amounts[index])
    if link is None:
        return _single(text, first), index
    if link.sort == "chain":
        return None, _past_chain(text, amounts, index)
    if link.sort == "pair":
        amounts[index] = link.high
        return _single(text, link.low), index
    return (_score(link) if link.sort == "score" else _range(text, link)), index + 1


def _past_chain(text: str, amounts: list[Amount], index: int) -> int:
    """ "3-4-5" and longer strings of figures are codes or records: none of it is read."""
    while index + 1 < len(amounts) and text[amounts[index].end : amounts[index + 1].start] in ("-", "–", "—", "‑"):
        index += 1
    return index + 1


def _single(text: str, amount: Amount) -> Mention | None:
    unit = amount.unit
    if unit is not None and unit.kind is Kind.DURATION and _AGO.match(text, amount.end):
        return None
    hedge = _hedge(text, amount, amount.end)
    value = amount.figure.value
    number = unit.convert(value) if unit else value
    low, high = hedge.ends(value)
    slack = _slack(amount)
    return Mention(
        span=Span(hedge.start, hedge.end),
        kind=unit.kind if unit else Kind.NUMBER,
        value=Quantity(
            number=_tidy(number, unit),
            low=None if low is None else _converted(low - slack, unit),
            high=None if high is None else _converted(high + slack, unit),
            unit=unit.canonical if unit else None,
            bound=hedge.bound,
            written=_written(plain(_readable(value)), unit),
        ),
    )


def _hedge(text: str, amount: Amount, end: int) -> Hedge:
    lasting = amount.unit is not None and amount.unit.kind is Kind.DURATION
    small = amount.unit is None and amount.figure.form == "words" and amount.figure.value < 10
    return hedge_of(text, amount.start, end, lasting=lasting, small=small)


def _range(text: str, link: Link) -> Mention:
    low, high = link.low, link.high
    unit = high.unit
    hedge = _hedge(text, low, high.end)
    start = hedge.start
    between = _BETWEEN.search(text, max(0, start - 9), start)
    return Mention(
        span=Span(between.start() if between else start, hedge.end),
        kind=unit.kind if unit else Kind.NUMBER,
        value=Quantity(
            number=_converted(low.figure.value, unit),
            low=_converted(low.figure.value - _slack(low), unit),
            high=_converted(high.figure.value + _slack(high), unit),
            unit=unit.canonical if unit else None,
            bound=Bound.BETWEEN,
            written=_written(f"{plain(low.figure.value)}-{plain(high.figure.value)}", unit),
        ),
    )


def _score(link: Link) -> Mention:
    first, second = link.low.figure.value, link.high.figure.value
    return Mention(
        span=Span(link.low.start, link.high.end),
        kind=Kind.NUMBER,
        value=Quantity(
            number=first, low=first, high=first, parts=(first, second), written=f"{plain(first)}-{plain(second)}"
        ),
    )


def _slack(amount: Amount) -> Decimal:
    """How far off a measured figure may be, in the unit as written; counts and sums are taken at their word."""
    unit, figure = amount.unit, amount.figure
    if unit is not None and unit.name in LOOSE:
        return LOOSE[unit.name]
    if unit is None or (unit.kind is not Kind.MEASURE and not (unit.kind is Kind.AGE and unit.factor < 1)):
        return Decimal(0)
    if unit.name == "category":
        return Decimal(0)
    half = HALF_PLACE * figure.place
    if figure.place < 1 or figure.scale > 1:
        return half
    return max(HALF_PLACE, min(half, MOST_ROUNDING * abs(figure.value)))


def _converted(value: Decimal, unit: Unit | None) -> Decimal:
    return _tidy(unit.convert(value), unit) if unit else value


def _tidy(number: Decimal, unit: Unit | None) -> Decimal:
    """The exact number; ages in years keep four decimals, as months do not divide evenly."""
    if unit is None or unit.kind is not Kind.AGE or unit.factor == 1:
        return number
    return number.quantize(Decimal("0.0001"))


def _readable(value: Decimal) -> Decimal:
    """Four decimals of a share like two-thirds."""
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal("0.0001")) if isinstance(exponent, int) and exponent < -12 else value


def _written(figure: str, unit: Unit | None) -> str:
    if unit is None:
        return figure
    return f"{figure}%" if unit.name == "%" else f"{figure} {unit.name}"


def plain(number: Decimal) -> str:
    """A number in digits, without exponent and idle zeros.

    >>> plain(Decimal("1.20E+6"))
    '1200000'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _disjoint(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Text order; of two that overlap the longer one stays."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if mention.span.length > kept[-1].span.length:
                kept[-1] = replace(mention)
            continue
        kept.append(mention)
    return tuple(kept)
