"""Pairs of reports that look as if they differed, and do not: one case a rule, beside the nearest pair that does."""

import pytest

from tests.matching.conftest import Compare


def told(findings, *kinds):
    """Values of each discrepancy, of the kinds given."""
    return [
        [v.display for v in f.values] for f in findings if f.relation.is_discrepancy and (f.kind in kinds or not kinds)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # an idiom is not the state that its verb stands for
        ("A man opened fire at the Velden club.", "Officers closed the Velden club."),
        ("The police released no names of suspects.", "The suspect was released from the Orne jail on Monday."),
        # what somebody wishes is not said to be so
        (
            "Three shootings killed five people in Orne.",
            "His family asked why anyone would want to kill people in Orne.",
        ),
        ("Oda died of a heart attack in Orne.", "She was praying that nobody died in Orne."),
        # one of them died, another lives
        ("The baby's mother, Ana Velder, was shot and killed in Orne.", "The baby survived the shooting in Orne."),
    ],
)
def test_states_that_are_of_something_else(compare: Compare, one: str, other: str) -> None:
    """Idioms, wishes and two people's fates contradict nothing."""
    assert told(compare(one, other), "polarity") == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Deputies said Oda died in a crash on Friday.", "Deputies said Oda died in a crash on Sunday.", True),
        ("Deputies said Oda died in a crash on Feb. 14.", "Deputies said Lund died in a fire on Feb. 28.", False),
        ("Sentencing begins on Feb. 14 in Orne.", "Jurors begin deliberations on Feb. 28.", False),
        (
            "The audio of the calls was released on Feb. 14.",
            "The officer was released from hospital on Feb. 28.",
            False,
        ),
        ("Posted: Friday, Feb. 14, 2025 The dam broke.", "Posted: Friday, Feb. 28, 2025 The dam broke.", False),
        ("The dam broke on Saturday, killing four.", "The dam broke on Saturday night, killing four.", False),
    ],
)
def test_dates_of_one_deed(compare: Compare, one: str, other: str, differ: bool) -> None:
    """Two dates of one verb are of one deed only where its parties may be the same."""
    assert bool(told(compare(one, other, hours=0), "date", "time")) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Nine people were shot at the housing complex.", "Seven people were shot at the housing complex.", True),
        ("Nine people were shot at the housing complex.", "She heard 20 shots at the housing complex.", False),
        ("Nine people were shot in Orne this weekend.", "A dozen shootings shook Orne this weekend.", False),
    ],
)
def test_counts_of_people_shots_and_shootings(compare: Compare, one: str, other: str, differ: bool) -> None:
    """One verb counts three things."""
    assert bool(told(compare(one, other, hours=0), "number")) is differ


def test_an_age_is_nobodys_of_a_place(compare: Compare) -> None:
    """ "A two-year-old boy in Quell Springs" gives no age of a Springs."""
    first = "A 2-year-old boy in Quell Springs died on Wednesday, deputies said."
    other = "A 24-year-old man from Quell Springs was held, deputies said."
    assert told(compare(first, other), "age") == []


@pytest.mark.parametrize(
    "notice", ["Anyone with information is asked to call Quell{}Stoppers.", "Write to ana@orne.org or Quell{}Stoppers."]
)
def test_tip_lines_are_spelt_as_they_like(compare: Compare, notice: str) -> None:
    """Whom to call is no fact of the event."""
    first, other = "The Quell Stoppers met in Orne.", "The QuellStoppers met in Orne."
    assert told(compare(first, other), "name", "place")
    assert told(compare(notice.format(" "), notice.format("")), "name", "place") == []
