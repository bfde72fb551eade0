"""At what stage a case is said to be: one sentence a rule, and its nearest counter-example."""

import pytest

from summarizer.language.stage_people import Who, antecedent, appositions, first_person, who_after, who_before
from summarizer.language.stages import read_stages
from summarizer.language.tagging import tag

PEOPLE = frozenset({"reed", "marlow", "vance"})


def told(text: str) -> list[tuple[str, list[str] | str | None]]:
    """Stages with the name or the noun of whom each is of."""
    return [
        (m.stage.name, None if m.who is None else sorted(m.who.names) or m.who.noun)
        for m in read_stages(text, tag(text), PEOPLE)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Reed was arrested in Oskel.", [("held", ["reed"])]),
        ("Police arrested Tom Reed in Oskel.", [("held", ["reed"])]),
        ("Man arrested in Oskel shooting", [("held", "man")]),
        ("Reed turned himself in on Friday.", [("held", ["reed"])]),
        ("The driver of the bus was charged with manslaughter.", [("charged", "driver")]),
        ("Reed faces two counts of murder.", [("charged", ["reed"])]),
        ("Prosecutors charged Reed with murder.", [("charged", ["reed"])]),
        ("Reed pleaded not guilty on Monday.", [("trial awaited", ["reed"])]),
        ("Reed pleaded guilty on Monday.", [("verdict", ["reed"])]),
        ("Reed is expected to plead guilty on Monday.", [("verdict awaited", ["reed"])]),
        ("A jury convicted Reed of murder.", [("verdict", ["reed"])]),
        ("Reed was sentenced to nine years in prison.", [("sentenced", ["reed"])]),
        ("The charges against Reed were dropped.", [("dropped", ["reed"])]),
        ("Reed was released on bond.", [("released", ["reed"])]),
        ("Oskel man released on bond", [("released", "man")]),
        ("Reed pleaded no contest.", [("verdict", ["reed"])]),
        ("The court accepted a guilty plea from Reed.", [("verdict", ["reed"])]),
        ("Reed is to be arraigned on Monday.", [("arraignment awaited", ["reed"])]),
    ],
)
def test_a_stage_is_read_with_whom_it_is_of(text: str, expected: list[tuple[str, object]]) -> None:
    """Voice and headline decide where the person stands."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("No arrests have been made.", "sought"),
        ("Nobody has been arrested.", "sought"),
        ("Police had yet to make any arrests.", "sought"),
        ("No charges have been filed.", "uncharged"),
    ],
)
def test_what_has_not_happened_is_told_of_the_whole_case(text: str, stage: str) -> None:
    """Nobody in particular is meant."""
    assert told(text) == [(stage, None)]


@pytest.mark.parametrize(
    ("text", "stages"),
    [("Reed has not been charged.", ["uncharged"]), ("Reed will be charged with murder.", ["uncharged"])],
)
def test_a_charge_denied_or_to_come_is_none_yet(text: str, stages: list[str]) -> None:
    """The verb is read with what helps it."""
    assert [stage for stage, _ in told(text)] == stages


@pytest.mark.parametrize(
    "text",
    [
        "If convicted, Reed could be sentenced to nine years.",
        "Reed was previously arrested for theft.",
        "You will be charged a monthly fee for the service.",
        "The involuntary manslaughter charge alleges neglect.",
        "Reed was released from the hospital on Monday.",
        "Nobody was ever jailed.",
        "Police are looking for witnesses.",
        "The results were released on Friday.",
        "Reed was treated and released.",
        "Reed, who was wounded, was released from Oskel Memorial after treatment.",
        "Reed was let go from his job.",
        "They also released balloons for Reed.",
        "Reed was in the photos police released Monday.",
        "A camera captured Reed at the door.",
        "The bullet lodged in Reed.",
        "Reed was urged to turn himself in.",
        "Officers were interviewing people near the house of Reed.",
        "Over the last eight years, 14 people have been charged in Oskel.",
        "For his guilty plea, prosecutors dropped more serious charges against Reed.",
        "Parents were looking for their babies.",
        "Reed has not been indicted on the second count.",
    ],
)
def test_what_may_come_or_belongs_elsewhere_is_no_stage(text: str) -> None:
    """Conditions, older cases, fees, hospitals and things tell nothing of this case."""
    assert not [stage for stage, _ in told(text) if stage not in ("uncharged", "verdict")]


@pytest.mark.parametrize(
    "text",
    [
        "Additional charges may be filed.",
        "Reed is to face trial on all charges.",
        "Enough evidence existed to charge Reed.",
    ],
)
def test_more_charges_do_not_say_that_there_are_none(text: str) -> None:
    """Who may face more is charged."""
    assert "uncharged" not in [stage for stage, _ in told(text)]


def test_the_trial_for_a_murder_is_not_of_the_one_who_was_murdered() -> None:
    """ "of" behind a deed names to whom it was done."""
    assert told("Nobody is awaiting trial for the murder of Ada Vance.") in ([("trial awaited", None)], [])


@pytest.mark.parametrize(
    ("text", "place", "gender", "expected"),
    [
        ("Reed was at home when he was arrested.", 26, "m", ["reed"]),
        ("He fled with the son of Reed and was arrested.", 36, "m", None),
        ("Reed's wife spoke when she was arrested.", 26, "f", "wife"),
    ],
)
def test_a_pronoun_stands_for_whom_its_sentence_told_of(text: str, place: int, gender: str, expected: object) -> None:
    """Not for one behind another pronoun like it, nor for one of the other sex."""
    who = antecedent(tag(text), place, Who(pronoun=True, gender=gender), PEOPLE)
    assert (who and (sorted(who.names) or who.noun)) == expected


def test_a_relative_clause_is_of_the_name_before_it() -> None:
    """A judge who acts in the main clause is not the one charged."""
    text = "Judge Ada Vance revoked bond for Tom Reed, who is charged with the shooting."
    assert ("charged", ["reed"]) in told(text)


def test_another_one_of_interest_is_not_the_one_told_of() -> None:
    """The words for him say whom they are of."""
    assert "questioned" not in [s for s, _ in told("Reed is held; another man they called a person of interest fled.")]
    assert "questioned" in [s for s, _ in told("Police called Reed a person of interest.")]


def test_a_third_man_is_somebody_else() -> None:
    """Whoever is sought beside those in custody is another person."""
    text = "Police seek a third suspect in the shooting."
    assert [m.who.another for m in read_stages(text, tag(text), PEOPLE) if m.who] == [True]


def test_an_owner_is_not_the_object() -> None:
    """ "the girl's mother" is the mother."""
    tokens = tag("Deputies arrested the girl's mother on Friday.")
    who = who_after(tokens, 1, PEOPLE)
    assert who is not None
    assert who.noun == "mother"


def test_nobody_is_read_where_no_person_stands() -> None:
    """A thing in the subject is nobody."""
    assert who_before(tag("The road was closed."), 2, PEOPLE) is None


def test_a_role_beside_a_name_is_that_person() -> None:
    """Apposition on either side."""
    assert list(appositions(tag("His uncle, Tom Reed, was there."), PEOPLE)) == [("uncle", "reed")]
    assert list(appositions(tag("Tom Reed, 32, the uncle of the boy, was there."), PEOPLE)) == [("uncle", "reed")]
    assert not list(appositions(tag("His uncle met the mayor."), PEOPLE))


def test_authorities_are_not_whom_a_pronoun_stands_for() -> None:
    """They speak; they are not spoken of."""
    who = first_person(tag("Police said Tom Reed left."), PEOPLE)
    assert who is not None
    assert who.names == {"reed"}


@pytest.mark.parametrize("unit", ['"a" ', "a\u200b"])
def test_who_a_long_text_speaks_of_takes_linear_time(unit: str, grows_linearly) -> None:
    """The words before each word were gone through again, which no count of calls showed."""
    tokens = {copies: tag(unit * copies) for copies in (250, 2_000)}
    assert grows_linearly(lambda copies: first_person(tokens[copies], frozenset()), 250, 2_000)
