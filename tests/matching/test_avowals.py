"""What is confirmed here and denied there: one case a rule, and its nearest counter-example."""

import pytest

from tests.matching.conftest import Compare

YES = "The ministry confirmed that the troops had crossed the border."
NO = "The ministry denied that the troops had crossed the border."


def told(findings):
    """Rule and values of each finding on certainty."""
    return [
        (f.reason, [v.display for v in f.values])
        for f in findings
        if f.relation.is_discrepancy and f.kind == "certainty"
    ]


def test_confirmed_and_denied_is_a_conflict(compare: Compare) -> None:
    """The same words behind another cue."""
    values = ["confirmed that the troops had crossed the border", "denied that the troops had crossed the border"]
    assert told(compare(YES, NO)) == [("confirmed_and_denied", values)]


def test_two_speakers_of_one_deployment(compare: Compare) -> None:
    """A noun names the thing as a clause does."""
    first, other = "Orvia confirmed the deployment of troops.", "Quenby denied the deployment of troops."
    assert [reason for reason, _ in told(compare(first, other))] == ["confirmed_and_denied"]


def test_who_denied_and_admits_a_day_later_is_an_update(compare: Compare) -> None:
    """The case moved on; within the hour the two contradict each other."""
    admitted = YES.replace("confirmed", "admitted")
    assert [reason for reason, _ in told(compare(NO, admitted))] == ["denied_then_admitted"]
    assert [reason for reason, _ in told(compare(NO, admitted, hours=1))] == ["confirmed_and_denied"]


@pytest.mark.parametrize("cue", ["ruled out", "rejected reports of", "dismissed claims of", "denied"])
def test_ways_to_deny(compare: Compare, cue: str) -> None:
    """ "Rejected reports of" is of what the reports say."""
    first, other = "Norvik confirmed a merger with Haldane.", f"Norvik {cue} a merger with Haldane."
    assert len(told(compare(first, other, hours=1))) == 1


@pytest.mark.parametrize(
    "cue", ["rejected", "would not confirm", "did not deny", "could not rule out", "refused to confirm"]
)
def test_what_denies_nothing(compare: Compare, cue: str) -> None:
    """A merger that is turned down had been offered; who refuses to confirm leaves it open."""
    first, other = "Norvik confirmed a merger with Haldane.", f"Norvik {cue} a merger with Haldane."
    assert not told(compare(first, other))


def test_another_thing_is_denied(compare: Compare) -> None:
    """Only the troops are the same."""
    assert not told(compare(YES, "The ministry denied that the troops had looted the town."))


def test_other_names_are_another_thing(compare: Compare) -> None:
    """One merger confirmed, another denied."""
    assert not told(compare("Norvik confirmed a merger with Haldane.", "Norvik denied a merger with Brandt."))


def test_a_report_that_gives_both_sides_is_no_side(compare: Compare) -> None:
    """It tells who denies it."""
    assert not told(compare(YES + " Orvia denied that the troops had crossed the border.", NO))


def test_denied_bail_and_charges_are_no_denials(compare: Compare) -> None:
    """Other senses of the cue."""
    assert not told(compare("Prosecutors confirmed the charges.", "Oda denied the charges."))


def test_a_no_that_is_confirmed_is_no_yes(compare: Compare) -> None:
    """ "Confirmed that no troops had crossed" denies it, too."""
    assert not told(compare(YES.replace("the troops had", "the troops had not"), NO))


def test_what_is_ruled_out_for_the_future_is_no_denial(compare: Compare) -> None:
    """ "Ruled out reopening" is of a plan."""
    assert not told(compare("Orvia confirmed the airport had reopened.", "Orvia ruled out reopening the airport."))


def test_admitted_and_denied_is_told_once(compare: Compare) -> None:
    """As a question of certainty, not of the state as well."""
    found = compare("The minister admitted taking money from Norvik.", "The minister denied taking money from Norvik.")
    assert [(f.kind, f.reason) for f in found if f.relation.is_discrepancy] == [("certainty", "confirmed_and_denied")]
