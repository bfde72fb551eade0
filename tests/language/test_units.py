"""The units of language/units.py."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.domain.facts import Kind
from summarizer.language.units import currency_before, named, unit_after


@pytest.mark.parametrize(
    ("text", "name", "canonical", "covered"),
    [
        (" miles away", "mile", "m", " miles"),
        ("-mile stretch", "mile", "m", "-mile"),
        (" square kilometres of", "square kilometre", "ha", " square kilometres"),
        (" sq. km of", "square kilometre", "ha", " sq. km"),
        ("km/h winds", "km/h", "km/h", "km/h"),
        (" miles per hour", "mph", "km/h", " miles per hour"),
        ("°C today", "°C", "C", "°C"),
        (" degrees Fahrenheit", "°F", "C", " degrees Fahrenheit"),
        ("%", "%", "%", "%"),
        (" per cent of", "%", "%", " per cent"),
        (" percentage points", "percentage point", "pp", " percentage points"),
        (" South Korean won", "KRW", "KRW", " South Korean won"),
        (" U.S. dollars", "USD", "USD", " U.S. dollars"),
        (" cents", "cent", "USD", " cents"),
        (" weeks", "week", "s", " weeks"),
        (" decades", "decade", "year", " decades"),
    ],
)
def test_the_longest_unit_after_a_figure(text: str, name: str, canonical: str, covered: str) -> None:
    """Names, signs and abbreviations with their gaps; the longest one wins."""
    found = unit_after("5" + text, 1)
    assert found is not None
    unit, end = found
    assert (unit.name, unit.canonical, ("5" + text)[1:end]) == (name, canonical, covered)


@pytest.mark.parametrize("text", [" people", " metrosexuals", "-m sprint", " C students", "G network", ""])
def test_what_is_no_unit(text: str) -> None:
    """Words that only begin like a unit, and letters that need to be glued to their figure."""
    assert unit_after("5" + text, 1) is None


@pytest.mark.parametrize(
    ("text", "canonical", "start"),
    [
        ("paid $5", "USD", 5),
        ("paid US$5", "USD", 5),
        ("paid A$5", "AUD", 5),
        ("paid €5", "EUR", 5),
        ("paid Rs. 5", "INR", 5),
        ("paid EUR 5", "EUR", 5),
        ("paid $US5", "USD", 5),
    ],
)
def test_currencies_before_a_figure(text: str, canonical: str, start: int) -> None:
    """Signs and codes stand before the sum."""
    found = currency_before(text, text.index("5"))
    assert found is not None
    assert (found[0].canonical, found[0].kind, found[1]) == (canonical, Kind.MONEY, start)


@pytest.mark.parametrize("text", ["killed 5", "the NBA 5", "MISUSD 5"])
def test_what_is_no_currency(text: str) -> None:
    """Three capital letters are not enough."""
    assert currency_before(text, text.index("5")) is None


@pytest.mark.parametrize(
    ("name", "figure", "canonical"),
    [
        ("mile", "10", "16093.440"),
        ("°F", "212", "100.00"),
        ("mph", "100", "160.934400"),
        ("acre", "1", "0.40468564224"),
        ("cent", "50", "0.50"),
        ("week", "2", "1209600"),
    ],
)
def test_conversion(name: str, figure: str, canonical: str) -> None:
    """Factors are exact, so that what is equal compares equal."""
    assert named(name).convert(Decimal(figure)) == Decimal(canonical)
