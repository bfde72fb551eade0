"""Matters that reports answer differently: what makes two answers one question, one case a rule, and its nearest counter-example."""

import pytest

from summarizer.domain.findings import Finding
from tests.matching.conftest import Compare


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, list[str]]]:
    """Relation, question and values of each discrepancy in words."""
    return [
        (f.relation.value, f.about, [v.display for v in f.values])
        for f in findings
        if f.relation.is_discrepancy and f.kind in ("polarity", "manner")
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (
            "The jury was unanimous.",
            "She was found guilty by a majority of 10 to two.",
            ("conflict", "whether the jury was unanimous"),
        ),
        ("No ransom was paid.", "His bosses coughed up a ransom.", ("conflict", "whether a ransom was paid")),
        (
            "The thieves rode off on two scooters.",
            "The thieves fled in a grey van.",
            ("conflict", "how the attackers got away"),
        ),
        ("Her lawyer is considering an appeal.", "She has filed an appeal.", ("update", "how far an appeal has come")),
    ],
)
def test_answers_in_other_words_are_one_question(
    compare: Compare, one: str, other: str, expected: tuple[str, str]
) -> None:
    """No verb is shared, so that only what both are about makes them one."""
    assert expected in [(relation, about) for relation, about, _ in told(compare(one, other))]
    assert not told(compare(one, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is closed.", "The road was reopened."),  # two things
        ("Mr. Ito has resigned as chief.", "Ms. Ude will not resign as chief."),  # two people
        ("No ransom was paid.", "No ransom was paid. Later his bosses coughed up a ransom."),  # who tells both
        ("The jury was unanimous.", "In a different case the jury was split."),
        ("The boy is in critical condition.", "The girl is in stable condition."),
    ],
)
def test_two_questions_stay_two(compare: Compare, one: str, other: str) -> None:
    """Alike words do not make one question."""
    assert not told(compare(one, other))


def test_an_earlier_answer_in_a_later_report_is_no_update(compare: Compare) -> None:
    """An appeal that was lodged on Monday is not considered on Tuesday."""
    assert not told(compare("She has filed an appeal.", "Her lawyer is considering an appeal."))


def test_a_phrase_is_shown_whole(compare: Compare) -> None:
    """The wording breaks off at "the"; the evidence does not."""
    found = told(compare("The men were flown in two helicopters.", "A boat whisked the men away."))
    assert found == [
        ("conflict", "by what they were carried", ["A boat whisked the men", "The men were flown in two helicopters"])
    ]


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("There were no sirens.", "The sirens woke us."),
        ("There was no gale warning for the strait.", "A gale warning had been issued."),
        ("He left without insurance.", "He bought insurance."),
    ],
)
def test_what_there_was_none_of_did_nothing(compare: Compare, none: str, some: str) -> None:
    """Whatever the verb is."""
    assert [relation for relation, _, _ in told(compare(none, some))] == ["conflict"]


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("There will be no trains.", "The trains ran."),  # still to come
        ("There were no sirens.", "The sirens may sound."),
        ("There was no gale warning.", "A flood warning was heard."),
        ("There was no doubt.", "A doubt remained."),
        ("No sirens were heard. Then the sirens woke us.", "The sirens woke us."),  # it tells both
    ],
)
def test_what_may_be_there_is_no_contradiction(compare: Compare, none: str, some: str) -> None:
    """Another time, another thing, or a way of speaking."""
    assert not [f for f in told(compare(none, some)) if f[1].startswith("whether there was any")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Officials initially reported that a deputy was shot, but later said he was hurt in a fall.", 1),
        ("Officials initially reported that a deputy was shot.", 0),
        ("The deal was first reported by the Herald, but later said to be off.", 0),
    ],
)
def test_a_report_corrects_itself(compare: Compare, text: str, count: int) -> None:
    """Its own words say which came first."""
    assert len(told(compare(text, "Nothing else is known here."))) == count


def test_who_has_only_an_age_is_named_later(compare: Compare) -> None:
    """A name that one age alone belongs to; a report that knows the name leaves nothing open."""
    first = "Police arrested a 36-year-old man after the shooting."
    named = "Anthony Sall, 36, was charged with the shooting."
    found = [f for f in compare(first, named) if f.reason == "became_known"]
    assert [[v.display for v in f.values] for f in found] == [["Anthony Sall", "arrested a 36-year-old man"]]
    assert not [f for f in compare(f"{first} Sall denied it.", named) if f.reason == "became_known"]
    two = f"{named} Ben Orr, 36, was charged with the shooting, too."
    assert not [f for f in compare(first, two) if f.reason == "became_known"]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The firm employs 6,800 people.", "The firm feeds 8,600 people.", ["conflict"]),
        ("The firm employs 6,800 people.", "The firm feeds 8,600 people. It had 6,800 before.", []),
        ("The ship carried 263 passengers.", "All 236 of them were saved.", ["conflict"]),
        ("The ship carried 263 passengers.", "Only 236 of them were saved.", []),  # a part
    ],
)
def test_digits_in_another_order_are_one_figure(compare: Compare, one: str, other: str, relation: list[str]) -> None:
    """Unless the other report gives the figure, too."""
    assert [
        f.relation.value for f in compare(one, other) if f.kind == "number" and f.relation.is_discrepancy
    ] == relation


def condition(findings: tuple[Finding, ...]) -> list[list[str]]:
    """The answers of each finding on a condition."""
    return [sorted(v.value for v in f.values) for f in findings if f.about == "condition of the injured"]


def test_the_only_one_hurt_is_one_whatever_he_is_called(compare: Compare) -> None:
    """A boy in one report is the victim in the other; a man is none, and of several nobody knows."""
    boy = "A boy was shot in Oskel. The boy was taken to hospital in critical condition."
    assert condition(compare(boy, "The victim of the Oskel shooting is now in stable condition."))
    assert not condition(compare(boy, "A man shot in Oskel is now in stable condition."))
    assert not condition(compare(boy, "Two others were hurt in Oskel. The victim is now in stable condition."))


def test_who_was_in_critical_condition_dies(compare: Compare) -> None:
    """On a later day; of one whose state was told before."""
    critical, dead = "Ada Vance was in critical condition in Oskel.", "Ada Vance has died from her wounds in Oskel."
    assert condition(compare(critical, dead)) == [["critical", "died"]]
    assert not condition(compare(critical, dead, hours=0))
    assert not condition(compare("Ada Vance was released from the hospital in Oskel.", dead))


def test_each_one_has_a_condition_of_her_own(compare: Compare) -> None:
    """The last answer of a report is that on each person, not on whoever fared worst."""
    one = "Ada Vance was in critical condition. Tom Reed was in serious condition."
    other = "Ada Vance is in stable condition. Tom Reed was released from the hospital."
    assert condition(compare(one, other)) == [["critical", "released", "serious", "stable"]]


def test_how_a_car_is_connected_links_no_cases(compare: Compare) -> None:
    """Cases are linked, not what lay there or who was there."""
    told_of = compare("Police did not know how the car was connected to the house.", "The shootings are connected.")
    assert "whether the cases are linked" not in [about for _, about, _ in told(told_of)]
    linked = compare(
        "Detectives said the Oskel robberies are linked.", "The two killings are unrelated, a court heard."
    )
    assert "whether the cases are linked" in [about for _, about, _ in told(linked)]


def test_a_search_for_a_suspect_is_for_nobody_missing(compare: Compare) -> None:
    """Who did it is sought otherwise than who is lost."""
    told_of = compare("The search continues for the suspect in Oskel.", "A man was found dead in the yard in Oskel.")
    assert "whether the missing have been found" not in [about for _, about, _ in told(told_of)]


def test_a_second_suspect_is_caught(compare: Compare) -> None:
    """In whatever order a headline puts it."""
    told_of = compare("Officers were searching for a second suspect in Oskel.", "Police arrest second Oskel suspect")
    assert ("update", "whether there is a second suspect") in [(r, about) for r, about, _ in told(told_of)]
