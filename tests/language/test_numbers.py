"""The figures of language/numbers.py: what words and digits are worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.language.number_sums import last_place
from summarizer.language.numbers import read_figures

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int) -> str:
    """The number in words, as a style book writes it: the oracle of the reader."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            left = number % scale
            return f"{spelled(number // scale)} {name}" + (f" {spelled(left)}" if left else "")
    raise AssertionError(number)


def values(text: str) -> list[Decimal]:
    return [f.value for f in read_figures(text)]


@pytest.mark.parametrize(
    "number",
    [*range(1, 131), 199, 200, 305, 999, 1000, 1001, 1100, 9999, 12_345, 153_000, 2_000_019, 7_654_321, 10**9 + 1],
)
def test_words_are_worth_what_a_speller_spells(number: int) -> None:
    """Every number that is written in words comes back whole, as one figure."""
    text = f"killed {spelled(number)} of them"
    assert values(text) == [number]
    figure = read_figures(text)[0]
    assert text[figure.start : figure.end] == spelled(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,000 and 3.5", ["12000", "3.5"]),
        ("1,20,000 voters", ["120000"]),
        ("1.2 million", ["1200000"]),
        ("2.5bn, 3 tn, 12k", ["2500000000", "3000000000000", "12000"]),
        ("half a million", ["500000"]),
        ("half a dozen, two dozen, a dozen", ["6", "24", "12"]),
        ("a hundred, a hundred and three", ["100", "103"]),
        ("twelve hundred", ["1200"]),
        ("two and a half million", ["2500000"]),
        ("four-and-a-half years, three-and-a-half-year", ["4.5", "3.5"]),
        ("3 million and a half", ["3500000"]),
        ("10 1/2 and 2½ and ¾", ["10.5", "2.5", "0.75"]),
        ("three point one four", ["3.14"]),
        ("three-quarters of a million", ["750000"]),
        ("minus five, -7", ["-5", "-7"]),
        ("one hundred and three quarters", ["100.75"]),
    ],
)
def test_written_forms(text: str, expected: list[str]) -> None:
    """Digits, magnitudes, dozens and fractions mixed in every usual way."""
    assert values(text) == [Decimal(e) for e in expected]


def test_fractions_are_exact_shares() -> None:
    """Two thirds is the quotient; two quarters of a year are no half."""
    assert values("two-thirds") == [Decimal(2) / Decimal(3)]
    assert Decimal("0.5") not in values("in two quarters")


def test_a_year_or_digits_said_aloud_are_no_number() -> None:
    """ "nineteen ninety-eight" is a year and "one-two" a punch: neither is a sum."""
    assert values("in nineteen ninety-eight") == []
    assert values("a one-two punch") == []


def test_a_broken_numeral_is_left_out() -> None:
    """Versions and lists without blanks have no value of their own."""
    assert values("version 1.2.3") == []
    assert values("12,34") == []


def test_the_place_of_the_last_digit() -> None:
    """What was rounded away is known from the digits and the magnitude."""
    assert [f.place for f in read_figures("1.2 million, 620, 7.10")] == [Decimal(100_000), Decimal(10), Decimal("0.01")]
    assert last_place(Decimal(0)) == 1


@pytest.mark.parametrize(
    "piece", ["9", "1-", "one hundred ", "million ", "1,", "two and ", "half a ", "½", "point one "]
)
def test_hostile_text_takes_linear_time(piece: str, grows_linearly) -> None:
    """Eight times the text takes no more than about eight times as long."""
    assert grows_linearly(lambda size: read_figures(piece * (size // len(piece))), 5_000, 40_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 hundred and 21", ["321"]),
        ("3 hundred, and 21", ["300", "21"]),
        ("three lakh crore", ["3000000000000"]),
        ("three lakh million", ["300000"]),
        ("one billion and three quarters million", ["1000750000"]),
        ("one million and three quarters", ["1750000.00"]),
        ("two and fifty-four hundredths", ["2.54"]),
        ("a trillionth", ["1E-12"]),
        ("one over twenty.", ["0.05"]),
        ("won one over 20 rivals", ["1", "20"]),
        ("some 12 000 people", ["12000"]),
        ("in 2012 000 people", ["2012"]),
        ("1.2b users", ["1200000000.0"]),
        ("12b", ["12"]),
    ],
)
def test_rarer_forms(text: str, expected: list[str]) -> None:
    """Each form with the nearest one that is not it."""
    assert [str(f.value) for f in read_figures(text)][: len(expected)] == expected
