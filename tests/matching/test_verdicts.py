"""What holds between two reports' values: one case a rule, and its nearest counter-example."""

from collections.abc import Callable

import pytest

from summarizer.domain.findings import Finding, Relation

Compare = Callable[..., tuple[Finding, ...]]


def found(findings: tuple[Finding, ...], kind: str) -> list[tuple[str, str]]:
    return [(f.relation.value, f.reason) for f in findings if f.kind == kind]


def test_a_toll_that_rises_is_an_update(compare: Compare) -> None:
    """A count that goes on is news, not a contradiction."""
    first = "The storm killed 12 people in the Marn valley on Monday, rescuers said."
    later = "The storm killed 21 people in the Marn valley on Monday, rescuers said."
    assert ("update", "later_value") in found(compare(first, later), "number")


def test_a_toll_that_falls_without_a_word_is_a_conflict(compare: Compare) -> None:
    """The dead do not get fewer unless a report says that it corrects itself."""
    first = "The storm killed 21 people in the Marn valley on Monday, rescuers said."
    later = "The storm killed 12 people in the Marn valley on Monday, rescuers said."
    findings = [f for f in compare(first, later) if f.kind == "number"]
    assert [f.relation for f in findings] == [Relation.CONFLICT]
    assert "falling_count" in findings[0].hints


def test_two_counts_at_one_time_are_a_conflict(compare: Compare) -> None:
    """Neither report came later, so neither replaced the other."""
    first = "The ferry carried 263 passengers when it ran aground near Oskel."
    other = "The ferry carried 236 passengers when it ran aground near Oskel."
    findings = [f for f in compare(first, other, hours=0) if f.kind == "number"]
    assert [f.relation for f in findings] == [Relation.CONFLICT]
    assert "digits_swapped" in findings[0].hints


def test_about_and_exact_agree(compare: Compare) -> None:
    """ "about 12,000" allows 11,940."""
    findings = compare(
        "About 12,000 soldiers train at the Doran base, the ministry said.",
        "Exactly 11,940 soldiers train at the Doran base, the ministry said.",
    )
    assert not [f for f in findings if f.relation.is_discrepancy]
    assert [f.relation for f in findings if f.kind == "number"]


def test_miles_and_kilometres_agree(compare: Compare) -> None:
    """Units are converted before they are compared."""
    findings = compare(
        "The epicentre of the quake lay 25 km east of Velia.", "The epicentre of the quake lay 15 miles east of Velia."
    )
    assert not [f for f in findings if f.relation.is_discrepancy]


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("The blast killed 12 people in Oskel.", "The blast injured 40 people in Oskel."),
        ("The blast killed 12 people in Oskel.", "Five of the dead in the Oskel blast were children."),
        (
            "3,000 soldiers have arrived at the Doran base.",
            "10,000 soldiers will have arrived at the Doran base by May.",
        ),
        ("The blast killed 12 people in Oskel.", "A blast killed 90 people in Oskel in 1998."),
        ("Ana Horn, 48, was found in the house.", "Joseph Horn, 11, was found in the house."),
        ("Seven of the 11 hospitals were hit by the hackers.", "The hackers hit seven hospitals."),
    ],
)
def test_traps_stay_silent(compare: Compare, first: str, other: str) -> None:
    """Other event, part of a whole, future against past, background, another person: no disagreement."""
    assert not [f for f in compare(first, other) if f.relation.is_discrepancy]


def test_dates_of_one_event_conflict(compare: Compare) -> None:
    """One trial began on one day."""
    findings = compare("The trial of Martin Hale began on March 25.", "The trial of Martin Hale began on April 2.")
    assert ("conflict", "dates_disjoint") in found(findings, "date")


def test_a_day_and_its_afternoon_do_not_conflict(compare: Compare) -> None:
    """One is the other, more exactly."""
    findings = compare(
        "The trial of Martin Hale began on March 25.", "The trial of Martin Hale began on the afternoon of March 25."
    )
    assert not [f for f in findings if f.relation.is_discrepancy]


def test_dates_of_two_deeds_are_not_compared(compare: Compare) -> None:
    """The day of the fire is not the day of the arrest."""
    findings = compare("The mill burned down on Monday.", "Police arrested a man over the mill fire on Tuesday.")
    assert not [f for f in findings if f.relation.is_discrepancy]


def test_said_and_denied_is_a_conflict(compare: Compare) -> None:
    """The words are nearly the same, the answers are not."""
    findings = compare("The company paid the ransom on Sunday.", "The company has not paid the ransom.", hours=0)
    assert ("conflict", "said_and_denied") in found(findings, "polarity")


def test_a_road_that_reopens_is_an_update(compare: Compare) -> None:
    """States that move on by themselves are news in the later report."""
    findings = compare("The Marn highway was cut by the flood.", "The Marn highway reopened this morning.")
    assert ("update", "state_moved_on") in found(findings, "polarity")


def test_guilty_of_some_and_cleared_of_others_is_no_conflict(compare: Compare) -> None:
    """One statement that says both speaks of parts."""
    findings = compare("Hale was convicted of bribery and cleared of fraud.", "Hale was convicted of bribery.")
    assert not found(findings, "polarity")


def test_what_was_not_known_became_known(compare: Compare) -> None:
    """A name that fills an open question is an update."""
    findings = compare(
        "Two people were shot at a bar in Oskel. Police did not identify the gunman.",
        "Two people were shot at a bar in Oskel. Tomas Reed, 31, was charged with the shooting, police said.",
    )
    assert ("update", "became_known") in found(findings, "name")


def test_a_policeman_is_not_the_gunman(compare: Compare) -> None:
    """A name in the report answers only where it plays the part that was asked for."""
    findings = compare(
        "Two people were shot at a bar in Oskel. Police did not identify the gunman.",
        "Two people were shot at a bar in Oskel. Officer Peter Lund spoke to reporters.",
    )
    assert not [f for f in findings if f.relation.is_discrepancy]


def test_one_name_in_two_spellings(compare: Compare) -> None:
    """A name spelled in two ways is shown to the editor."""
    findings = compare("The mayor, Rosalba Quinteros, wept.", "The mayor, Rosalva Quinteros, wept.")
    assert [f.hints for f in findings if f.reason == "spelled_differently"] == [("spelling",)]


def test_two_people_are_not_two_spellings(compare: Compare) -> None:
    """Names that differ by more than a slip are two people."""
    findings = compare("Witness Rosalba Quinteros wept.", "Witness Marcela Quinteros wept.")
    assert not [f for f in findings if f.reason == "spelled_differently"]


def test_one_office_two_holders(compare: Compare) -> None:
    """A company has one chief executive."""
    findings = compare(
        "Orbel’s chief executive, Jochen Kessel, resigned.", "Orbel’s chief executive, Klaus Riedmann, resigned."
    )
    assert ("conflict", "two_holders") in found(findings, "name")


def test_many_spokesmen_are_no_conflict(compare: Compare) -> None:
    """An office that several hold asks nothing."""
    findings = compare("Orbel’s spokesman, Jochen Kessel, resigned.", "Orbel’s spokesman, Klaus Riedmann, resigned.")
    assert not [f for f in findings if f.relation.is_discrepancy]


def test_one_cause_in_two_reports(compare: Compare) -> None:
    """A fire started once."""
    findings = compare(
        "The fire was started by a downed power line.", "Officials blamed a lightning strike for the fire."
    )
    assert ("conflict", "other_answer") in found(findings, "manner")


def test_a_cause_told_more_exactly_is_no_conflict(compare: Compare) -> None:
    """Answers that share a word say one thing."""
    findings = compare(
        "The fire was started by a power line.", "The fire was started by a downed power line near Oskel."
    )
    assert not [f for f in findings if f.relation.is_discrepancy]


QUOTE = "“No family in the valley will be left alone with this,” Oskar Brandel told reporters."
OTHER_WORDS = "“No family in the valley will be left on its own with this,” Oskar Brandel told reporters."
OTHER_SPEAKER = "“No family in the valley will be left alone with this,” Irena Costa told reporters."


def test_one_utterance_in_other_words(compare: Compare) -> None:
    """Somebody misquoted."""
    assert ("conflict", "same_utterance_other_words") in found(compare(QUOTE, OTHER_WORDS), "quote")


def test_the_same_words_from_another_mouth(compare: Compare) -> None:
    """Somebody credited the wrong person."""
    assert ("conflict", "same_words_other_speaker") in found(compare(QUOTE, OTHER_SPEAKER), "attribution")


def test_the_same_words_agree(compare: Compare) -> None:
    """A quotation that two reports share is no finding against either."""
    assert not [f for f in compare(QUOTE, QUOTE + " Rain fell.") if f.relation.is_discrepancy]
