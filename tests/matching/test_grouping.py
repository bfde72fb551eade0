"""Which values answer one question although little around them is the same, and which do not."""

import pytest

from summarizer.domain.findings import Finding
from tests.matching.conftest import Compare


def joined(found: tuple[Finding, ...], kind: str) -> list[list[str]]:
    """The quotes of each agreement of a kind."""
    return [
        [e.quote for v in f.values for e in v.evidence]
        for f in found
        if f.kind.value == kind and not f.relation.is_discrepancy
    ]


def test_the_same_age_is_of_one_person(compare: Compare) -> None:
    found = compare(
        "A man was shot on Elm Street. The man, 37, was taken to a hospital.",
        "A 37-year-old man sitting on a porch was killed, police said.",
    )
    assert joined(found, "age")


def test_the_same_age_of_two_named_people_is_not(compare: Compare) -> None:
    found = compare(
        "Anna Berg, 37, was shot on Elm Street. Police found no weapon.",
        "Piet Maas, 37, heads the inquiry into the shooting on Elm Street.",
    )
    assert not joined(found, "age")


@pytest.mark.parametrize(
    ("second", "agree"),
    [
        ("Officers came at 3:43 a.m., a spokesman said, and found nobody.", True),
        ("Officers came at 9:15 a.m., a spokesman said, and found nobody.", False),
    ],
)
def test_the_same_hour_is_of_one_event(compare: Compare, second: str, agree: bool) -> None:
    found = compare("Neighbours reported gunshots at 3:43 a.m. in Mill Lane. The street was closed.", second)
    assert bool(joined(found, "time")) is agree


def test_opening_sentences_tell_of_one_day(compare: Compare) -> None:
    found = compare(
        "Five people were hurt on Sunday in Newbrook. The fire brigade came late.",
        "A blast wrecked a bakery in Newbrook on Sunday. Its owner had left.",
    )
    assert joined(found, "date")


def test_later_sentences_of_one_day_are_of_two_things(compare: Compare) -> None:
    filler = "The mayor spoke. The street was closed. Trams were stopped. "
    found = compare(
        f"Five people were hurt in Newbrook. {filler}The council elects a chairman on Sunday.",
        f"A blast wrecked a bakery in Newbrook. {filler}The swimming pool opens on Sunday.",
    )
    assert not joined(found, "date")


@pytest.mark.parametrize(
    ("second", "differ"),
    [
        ("He used the office's card for a $5,587.75 vacation in Merrow.", True),
        ("He used the office's card for a $6,587.35 vacation in Merrow.", False),
    ],
)
def test_long_figures_one_digit_apart_are_one_figure(compare: Compare, second: str, differ: bool) -> None:
    """Whatever else is said around them; two digits apart they may be two bills."""
    found = compare(
        "The mayor's campaign fund paid $5,687.75 to a spa. Nobody had checked the bills. A barber got $312.",
        f"{second} Hotels took $24,100 and a tailor $1,930.",
    )
    assert any(f.kind.value == "money" and f.relation.is_discrepancy for f in found) is differ


def test_a_part_is_not_its_set(compare: Compare) -> None:
    found = compare(
        "At least two of Tarn's nine plants would be closed, the union said.",
        "Tarn bakes bread in nine plants, the firm said.",
    )
    quotes = [set(q) for q in joined(found, "number")]
    assert not any(any("two" in q for q in group) for group in quotes)
