"""What two reports say differently of one person, and what is only said more exactly."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from summarizer.matching.person_facts import ages_differ
from tests.matching.conftest import Compare


def reasons(findings, kind):
    """The rules that found a discrepancy of a kind."""
    return [f.reason for f in findings if f.relation.is_discrepancy and f.kind == kind]


def test_ages_of_one_person_with_and_without_a_second_surname(compare: Compare) -> None:
    """ "Ana Velder" and "Ana Velder Quell" are one person where one report has the shorter name."""
    first = "Police said the dead were Leo Marsh, 40, and Ana Velder, 15, of the same street."
    other = "Ana Velder Quell, 16, and Leo Marsh were found dead in the park."
    assert reasons(compare(first, other, hours=1), "age") == ["values_disjoint"]
    assert not reasons(compare(first, other.replace("Ana", "Eva"), hours=1), "age")


@pytest.mark.parametrize(
    ("years", "differ"), [((29, 31), False), ((29, 32), False), ((29, 30), True), ((31, 29), True), ((29, 29), True)]
)
def test_a_birthday_between_two_reports(years, differ):
    """Two years later somebody is two years older, or three; not younger, and not as old as before."""
    a, b = years
    assert (
        ages_differ((Decimal(a), datetime(2005, 6, 1, tzinfo=UTC)), (Decimal(b), datetime(2007, 7, 1, tzinfo=UTC)))
        is differ
    )


def test_two_home_towns(compare: Compare) -> None:
    """A person is of one town; a suburb of a large city may be of the city, too."""
    first = "Police arrested Sena Combel, 30, of Rockmoor, on Monday."
    other = "A warrant was served on Sena Combel of Quenby for the offense."
    assert reasons(compare(first, other), "place") == ["two_homes"]
    assert not reasons(compare(first, other.replace("Quenby", "Chicago")), "place")
    assert not reasons(compare(first, other.replace("Quenby", "Rockmoor")), "place")


def test_two_callings_of_one_person(compare: Compare) -> None:
    """A prosecutor is no police commissioner; a sergeant is an officer."""
    first = "The jewels were worth a lot, prosecutor Luc Ferran told reporters."
    other = "Luc Ferran, the police commissioner who leads the investigation, said little."
    assert reasons(compare(first, other), "role") == ["two_offices"]
    assert not reasons(compare(first, other.replace("police commissioner", "public prosecutor")), "role")
    assert not reasons(
        compare(first.replace("prosecutor", "officer"), other.replace("commissioner", "sergeant")), "role"
    )


def test_an_office_and_its_deputy(compare: Compare) -> None:
    """The role before the name reaches over "of": the director of a department is not the deputy governor."""
    first = "Prices will rise, the director of its forecasting department, Jana Sedlak, said."
    other = "Nobody should relax, warned Jana Sedlak, the deputy governor."
    assert reasons(compare(first, other), "role") == ["two_offices"]


def test_an_office_that_was_left(compare: Compare) -> None:
    """A month later the chief executive has gone; a day later "former" is a matter of taste."""
    first = "It was a sad day, said company chairman and chief executive Rolf Smitt."
    other = "Rolf F. Smitt, who stepped down last week as the company's chief executive, is to testify."
    assert reasons(compare(first, other, hours=24 * 30), "role") == ["left_office"]
    assert not reasons(compare(first, other, hours=24), "role")
