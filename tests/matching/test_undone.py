"""What somebody did here and did not do there: one case a rule, and its nearest counter-example."""

import pytest

from tests.matching.conftest import Compare


def told(findings):
    """Relation and values of each finding on yes and no."""
    return [
        (f.relation.value, [v.display for v in f.values])
        for f in findings
        if f.relation.is_discrepancy and f.kind == "polarity"
    ]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("The company paid the ransom.", "The company did not pay the ransom."),
        ("Oda visited the factory.", "Oda never visited the factory."),
        ("The pilot warned the tower.", "The pilot did not warn the tower."),
        ("Norvik told regulators of the leak.", "Norvik never told regulators of the leak."),
        ("The bridge collapsed.", "The bridge did not collapse."),
        ("Oda signed the treaty.", "Oda did not sign the treaty."),
    ],
)
def test_did_and_did_not(compare: Compare, yes: str, no: str) -> None:
    """Of any verb, also one without an object."""
    assert [relation for relation, _ in told(compare(yes, no))] == ["conflict"]
    assert not told(compare(yes, yes))


@pytest.mark.parametrize("no", ["has not signed", "refused to sign", "has yet to sign"])
def test_what_was_left_open_and_was_done_later_is_an_update(compare: Compare, no: str) -> None:
    """The other way round, or within one hour, one of them is wrong."""
    first, later = f"Oda {no} the treaty.", "Oda signed the treaty."
    assert [relation for relation, _ in told(compare(first, later))] == ["update"]
    if "yet" not in no:
        assert [relation for relation, _ in told(compare(later, first))] == ["conflict"]


def test_the_words_that_refuse_are_shown(compare: Compare) -> None:
    """ "Sign the treaty" alone would say the opposite."""
    found = told(compare("Oda refused to sign the treaty.", "Oda signed the treaty."))
    assert found == [("update", ["refused to sign the treaty", "signed the treaty"])]


@pytest.mark.parametrize(
    "no",
    [
        "The dam did not collapse.",  # another thing
        "The bridge would not collapse.",
        "The bridge did not only collapse.",
        "If the bridge did not collapse, it would be repaired.",
        "Did the bridge not collapse?",
        "It did not collapse.",
    ],
)
def test_what_is_no_such_no(compare: Compare, no: str) -> None:
    """Another subject, a modal, a part, a condition, a question, nobody knows who."""
    assert not told(compare("The bridge collapsed.", no))


def test_deeds_of_two_years_are_two(compare: Compare) -> None:
    """It stood in one flood and fell in another."""
    first = "The bridge collapsed in the flood of 2024."
    assert told(compare(first, "The bridge did not collapse in the flood of 2024."))
    assert not told(compare(first, "The bridge did not collapse in the flood of 1997."))


def test_two_pilots_of_other_places_are_two(compare: Compare) -> None:
    """Names that differ, and reports that share nothing more."""
    first = "The pilot landed at Quenby after the storm."
    assert not told(compare(first, "The pilot did not land at Velden, where fog lay on the runway."))


def test_a_report_that_tells_both_speaks_of_two(compare: Compare) -> None:
    """Who says that one was warned and one was not has two towers in mind."""
    first = "The pilot warned the tower before the crash, a recording shows."
    other = "Investigators say the pilot did not warn the tower."
    assert told(compare(first, other))
    assert not told(compare(first, other + " The pilot warned the tower of the airfield later."))


def test_a_part_denied_is_not_the_whole(compare: Compare) -> None:
    """Who did not warn it at first may have done so then."""
    first = "The pilot warned the tower before the crash, a recording shows."
    assert not told(compare(first, "Investigators say the pilot did not immediately warn the tower."))


def test_two_alarms_are_two(compare: Compare) -> None:
    """A deed without an object is one only where nothing else is told of either."""
    first = "The alarm sounded in the hotel."
    assert told(compare(first, "The alarm did not sound."))
    assert not told(compare(first, "The alarm in the school did not sound."))


def test_a_no_that_holds_until_a_year_is_a_no(compare: Compare) -> None:
    """ "Before 2027" is no "never before"."""
    assert not told(compare("Orbel said there were no plans to close plants.", "No plant will be closed before 2027."))
    assert told(compare("The plant was closed.", "The plant was not closed."))
