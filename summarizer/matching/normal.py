"""Values as the report writes them: a value in, its normalised text and the ends of its extent out."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import assert_never

from summarizer.domain.facts import Clock, Moment, Name, Phrase, Quantity, Value

ANSWERS = {True: "yes", False: "no"}


def normal(value: Value) -> str | None:
    """The normalised text: digits, "2500000 USD", "12.5%", "275 m", ISO dates, else a short phrase; None if unresolved.

    >>> normal(Quantity(number=Decimal("2500000.0"), low=None, high=None, unit="USD"))
    '2500000 USD'
    """
    match value:
        case Quantity(parts=parts) if parts:
            return "-".join(plain(p) for p in parts)
        case Quantity(number=None, low=low, high=high, unit=unit):
            ends = "-".join(plain(e) for e in (low, high) if e is not None)
            return _with_unit(ends, unit) if ends else None
        case Quantity(number=number, unit=unit):
            assert number is not None
            return _with_unit(plain(number), unit)
        case Moment():
            return value.value
        case Clock(low=low, high=high, zone=zone):
            ends = "/".join(f"{m // 60:02}:{m % 60:02}" for m in dict.fromkeys((low, high)))
            return f"{ends} {zone}" if zone else ends
        case Name(words=words):
            return " ".join(words)
        case Phrase(key=key, positive=positive):
            return key if positive is None else ANSWERS[positive]
        case _:
            assert_never(value)


def ends(value: Value) -> tuple[str | None, str | None]:
    """The ends of the extent: closed numbers, half-open ISO days or minutes; None is open or no extent."""
    match value:
        case Quantity(low=low, high=high):
            return (None if low is None else plain(low), None if high is None else plain(high))
        case Moment() as moment if moment.is_yearless:
            return (None, None)
        case Moment(low=start, high=end):
            return (_iso(start), _iso(end))
        case Clock(low=first, high=last):
            return (f"{first // 60:02}:{first % 60:02}", f"{last // 60:02}:{last % 60:02}")
        case Name() | Phrase():
            return (None, None)
        case _:
            assert_never(value)


def plain(number: Decimal) -> str:
    """A number without exponent and idle zeros.

    >>> plain(Decimal("1.90E+3"))
    '1900'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_unit(number: str, unit: str | None) -> str:
    if unit is None:
        return number
    return f"{number}{unit}" if unit == "%" else f"{number} {unit}"


def _iso(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    midnight = moment.hour == moment.minute == 0
    return moment.date().isoformat() if midnight else moment.isoformat(timespec="minutes")
