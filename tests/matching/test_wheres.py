"""Places, wounds and partners that two reports tell differently."""

from tests.matching.conftest import Compare


def told(findings, kind):
    """The values of each discrepancy of a kind, by its rule."""
    return [(f.reason, [v.display for v in f.values]) for f in findings if f.relation.is_discrepancy and f.kind == kind]


def test_two_directions_from_one_town(compare: Compare) -> None:
    """South and south-east of a town are two places; of two towns they may be one."""
    first = "The girl was shot at a house south of Quenby on Friday."
    other = "The girl was shot at a gathering southeast of Quenby on Friday."
    assert told(compare(first, other), "place") == [("two_places", ["south of Quenby", "southeast of Quenby"])]
    assert not told(compare(first, other.replace("Quenby", "Marden")), "place")


def test_the_town_is_the_one_that_another_report_names(compare: Compare) -> None:
    """Both speak of Quarrel Road: "west of the township" faces "the eastern side of Marden Creek"."""
    first = "The tanker rolled on Quarrel Road, on the eastern side of Marden Creek."
    other = "The tanker overturned on Quarrel Road, 3 km west of the township."
    assert len(told(compare(first, other), "place")) == 1
    assert not told(compare(first, other.replace("Quarrel", "Velden")), "place")


def test_street_and_avenue(compare: Compare) -> None:
    """ "7th Street" is not "Seventh Avenue"; an article with both means two."""
    first = "Shots were fired near the corner of Seventh and Orbel avenues."
    other = "Shots were fired on 7th Street near Orbel Avenue."
    assert [reason for reason, _ in told(compare(first, other), "place")] == ["two_places"]
    assert not told(compare(first, other + " He fled along 7th Avenue."), "place")


def test_two_wounds_of_one_boy(compare: Compare) -> None:
    """An arm is not a cheek; a face is part of a head."""
    first = "Police said the boy was wounded in the arm."
    assert len(told(compare(first, "The boy was injured in the left cheek."), "place")) == 1
    assert not told(compare("Police said the boy was hit in the face.", "The boy was shot in the head."), "place")


def test_two_rooms(compare: Compare) -> None:
    """One woman, two rooms; a report with two women answers nothing."""
    first = "A woman was found lying on the kitchen floor."
    other = "A woman was found face-down on the dining room floor."
    assert len(told(compare(first, other), "place")) == 1
    assert not told(compare(first, other + " Another woman was found in the garage."), "place")


def test_wife_and_ex_wife(compare: Compare) -> None:
    """What the victim was to the attacker; who speaks of both means two people."""
    first = "The former officer shot his ex-wife at her house."
    other = "He fled after he allegedly killed his wife, police said."
    assert told(compare(first, other), "role") == [("two_offices", ["his ex-wife", "his wife"])]
    assert not told(compare(first, other + " He had shot his ex-wife years before."), "role")
