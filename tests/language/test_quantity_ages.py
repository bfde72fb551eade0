"""Ages without the word "age", and the figures beside people that are none."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from summarizer.domain.facts import Kind, Quantity
from summarizer.language.quantities import read_quantities


def ages(text: str) -> list[str]:
    return [m.span.of(text) for m in read_quantities(text) if m.kind is Kind.AGE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The child was 7.", ["7"]),
        ("The girl was seven when she won.", ["seven"]),
        ("Her brother is just 12.", ["12"]),
        ("The score was 7.", []),
        ("The team was 7 when it rained.", []),
        ("The boy was 7 minutes late.", []),
        ("Kallis, 58, was found dead.", ["58"]),
        ("The victims were 18 and 21.", ["18", "21"]),
        ("The victims were 18 men.", []),
        ("The victims were 18.", []),  # how many, or how old: nobody knows
        ("The two women, 23 and 25, were hurt.", ["23", "25"]),
        ("The two women, 23 miles away, were hurt.", []),
        ("Bo Oda (34) and Ann Poe (22) left.", ["34", "22"]),
        ("The man (58) was found.", ["58"]),
        ("Bo Oda (34) scored twice.", []),  # the minute, or the number on a shirt
        ("Bo Oda (2004) left.", []),
        ("A man of 23 has been arrested.", ["23"]),
        ("The second, a woman of 43, was found.", ["43"]),
        ("He is a man of 15 stone.", []),
        ("A crew of 18 was aboard.", []),
        ("A woman in her 30s was hurt.", ["30s"]),
        ("A man in his mid-forties was hurt.", ["mid-forties"]),
        ("It grew in the 30s.", []),
        ("He lived in his 30s villa.", []),
    ],
)
def test_ages_without_the_word(text: str, expected: list[str]) -> None:
    """A person and a closed figure are an age; a thing, a unit or a match makes it something else."""
    assert ages(text) == expected


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("30s", 30, 39), ("early 30s", 30, 34), ("mid-30s", 33, 37), ("late thirties", 36, 39), ("late teens", 17, 19)],
)
def test_a_decade_of_life_is_an_extent(words: str, low: int, high: int) -> None:
    """ "In her 30s" fits 34 and does not fit 41."""
    (mention,) = read_quantities(f"A woman in her {words} was hurt.")
    assert isinstance(mention.value, Quantity)
    assert (mention.value.low, mention.value.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("5 News reported it.", []),
        ("She told ITV's 10 O'Clock News.", []),
        ("It sent 5 news crews.", ["5"]),
        ("A dozen officers and scores of soldiers were hurt.", ["A dozen", "scores"]),
        ("Scores of 3-2 are common.", ["3-2"]),
    ],
)
def test_names_with_a_figure_and_crowds(text: str, numbers: list[str]) -> None:
    """A broadcaster's figure counts nothing; scores of people are many, scores of 3-2 are results."""
    assert [m.span.of(text) for m in read_quantities(text) if m.kind is Kind.NUMBER] == numbers


@pytest.mark.parametrize("unit", ["women, 1, ", "Aa Bb (1) ", "in her 30s ", "boy was 1 ", "in her "])
def test_hostile_ages_take_linear_time(unit: str, grows_linearly: Callable[..., bool]) -> None:
    """Eight times the text may not take much more than eight times the time."""
    assert grows_linearly(lambda copies: read_quantities(unit * copies), 500, 4_000)
