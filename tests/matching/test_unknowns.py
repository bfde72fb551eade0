"""What one report does not know and another tells: one case a rule, and its nearest counter-example."""

import pytest

from tests.matching.conftest import Compare


def told(findings):
    """Kind and values of each update on what became known."""
    return [(f.kind.value, sorted(v.display for v in f.values)) for f in findings if f.reason == "became_known"]


def names(findings):
    """The answers of kind name."""
    return {v.value for f in findings if f.reason == "became_known" and f.kind == "name" for v in f.values} - {
        "unknown"
    }


SHOT = "A woman was shot dead in Marden on Sunday. "


@pytest.mark.parametrize(
    "left_open",
    [
        "Police did not release the name of the victim.",
        "The victim has not been identified.",
        "The victim's name will be released once relatives have been told.",
        "The identity of the victim is being withheld.",
        "The victim's identity is pending.",
        "There was no word on the identity of the victim.",
        "Police have not released any information about the victim.",
        "The victim, who has not yet been named, lived nearby.",
    ],
)
def test_ways_to_leave_a_name_open(compare: Compare, left_open: str) -> None:
    """All of them ask who the victim was; a report that does not ask leaves nothing open."""
    answer = "The victim was identified as Ana Velder, 41."
    assert names(compare(SHOT + left_open, answer)) == {"Ana Velder"}
    assert not names(compare(SHOT + "Police spoke of a sad day.", answer))


@pytest.mark.parametrize(
    "answer",
    [
        "Ana Velder, 41, was shot and killed on Sunday.",
        "Ana Velder, 41, of Marden, died in hospital.",
        "Police identified the woman killed as Ana Velder.",
        "The victim, Ana Velder, was a teacher.",
        "Paul Orr is accused of fatally shooting his ex-wife, 41-year-old Ana Velder.",
        "A vigil for Ana Velder, 41, was held on Monday.",
        "Officers named Ana Velder, 41, as the victim.",
    ],
)
def test_ways_to_tell_who_the_victim_was(compare: Compare, answer: str) -> None:
    """Each says in the name's own clause that she is the one who was killed."""
    assert names(compare(SHOT + "Police did not release the name of the victim.", answer)) == {"Ana Velder"}


@pytest.mark.parametrize(
    "answer",
    [
        "Two victims are in hospital, according to Ana Velder, trauma director of the clinic.",
        "Channel Five's Ana Velder speaks to one of the victims.",
        "Neighbour Ana Velder said the victim was kind.",
        "Ana Velder, 41, was arrested after the victim died.",
        "Assistant state attorney Ana Velder confirmed that the victim was shot.",
    ],
)
def test_who_speaks_or_is_accused_is_no_victim(compare: Compare, answer: str) -> None:
    """A name near the word "victim" is not the victim's."""
    assert not names(compare(SHOT + "Police did not release the name of the victim.", answer))


def test_each_role_has_its_own_answer(compare: Compare) -> None:
    """ "The shooters" are not answered by the dead."""
    answer = "Paul Orr, 30, was charged with murder. Ana Velder, 41, was killed."
    assert names(compare("Police did not identify the gunman.", answer)) == {"Paul Orr"}
    assert names(compare("Police did not identify the dead woman.", answer)) == {"Ana Velder"}
    assert not names(compare("The two officers, both men, were not identified.", answer))


def test_an_officer_is_told_by_name(compare: Compare) -> None:
    """Whoever only speaks with a rank is not the officer who was shot."""
    left_open = "An officer was wounded. The name of the officer has not been released."
    assert names(compare(left_open, "A radio station named the wounded officer as Paul Orr.")) == {"Paul Orr"}
    assert not names(compare(left_open, "He told Chief Deputy Paul Orr that the noise was too much."))


def test_sex_and_age_must_fit(compare: Compare) -> None:
    """A boy is nobody of 30, and a man no woman."""
    left_open = "A boy was shot on Sunday. The identity of the boy was not immediately available."
    assert names(compare(left_open, "Paul Orr, 12, was shot and killed.")) == {"Paul Orr"}
    assert not names(compare(left_open, "Paul Orr, 30, was shot and killed."))
    aged = "A 47-year-old man was killed on Sunday. His name has not been released."
    assert not names(compare(aged, "Paul Orr, 17, was killed."))


def test_a_list_of_victims_answers_for_all(compare: Compare) -> None:
    """The names of a list play one part."""
    answer = "The victims were identified as Ana Velder, 41; Ida Lowe, 26; and Paul Orr, 45."
    assert names(compare("Three people died. The victims have not been identified.", answer))


def test_who_is_named_by_relatives_is_not_unknown(compare: Compare) -> None:
    """The police say nothing, the family does: another dead person of the other report is somebody else."""
    left_open = "Police have not released the name of the teen killed, but his family said it was Tom Ray."
    assert not names(compare(left_open, "The body found on Wednesday is that of Paul Orr, 19, police said."))


def test_a_witness_who_keeps_the_own_name_back_asks_nothing(compare: Compare) -> None:
    """ "declined to give his name" is not about the dead."""
    left_open = "A man was killed, said a neighbour who declined to give his name."
    assert not names(compare(left_open, "The victim was identified as Paul Orr."))


def test_an_age_is_that_of_the_name_beside_it(compare: Compare) -> None:
    """Of "Xan Neff, 7, and 2-year-old Sofia Chid" the girl of two is Sofia."""
    left_open = "A 2-year-old girl was found dead on Sunday."
    answer = "Ida Lowe killed 7-year-old Xan Neff and 2-year-old Sofia Chid."
    assert names(compare(left_open, answer)) == {"Sofia Chid"}


@pytest.mark.parametrize(
    ("unnamed", "named"),
    [
        ("The victim is 20-year-old Adele King of Marden.", "20-year-old Ida Lowe was killed."),
        ("The children are Ida, 8; and Tom, 5, who were killed.", "Xan Neff, 8, was killed."),
        ("The victims were between 20 and 59 years old.", "Paul Orr, 20, was shot."),
        ("A 21-year-old woman was shot.", "Her boyfriend, Paul Orr, 21, was shot."),
        ("A 10-year-old boy was killed.", "The boy was ten. Paul Orr, 10, was arrested for it."),
    ],
)
def test_who_is_told_by_an_age_may_be_known_or_somebody_else(compare: Compare, unnamed: str, named: str) -> None:
    """A given name beside the age, a range, another sex or another part: not the same person."""
    assert not names(compare(unnamed, named))


def test_no_motive_is_no_answer(compare: Compare) -> None:
    """ "none could provide a possible motive" tells none; "stemmed from an argument" does."""
    left_open = "A man was shot in Marden. Police said the motive is unclear."
    assert told(compare(left_open, "The shooting stemmed from an argument at a bar, police said."))
    assert not told(compare(left_open, "None of the men shot could say what the possible motive was, police said."))


def test_a_relation_is_told_of_the_one_who_did_it(compare: Compare) -> None:
    """ "killed a woman, her son and himself" leaves open whose son the man was."""
    left_open = "A man killed a woman. The relationship between the man and the victim was not released."
    assert told(compare(left_open, "Paul Orr shot his wife on Sunday."))
    assert not told(compare(left_open, "A neighbour killed a woman, her son and himself."))
