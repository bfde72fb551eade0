"""What stands right before a value: what others are held against, and the words that a date begins with."""

from tests.language.marked_values import measurand_of


def test_a_value_that_another_is_held_against_is_of_no_wording() -> None:
    """Before: both shares of "61%, up from 54%" were the turnout, and the article lost the question."""
    assert measurand_of("Turnout was [61%], up from 54%.") == "turnout"
    assert measurand_of("Turnout was 61%, up from [54%].") is None
    assert measurand_of("Turnout was 61%, compared with [54%] before.") is None


def test_a_wording_may_name_what_a_date_begins_with() -> None:
    """ "Until 5am" is read as one value; the curfew ends then and does not start."""
    assert measurand_of("A curfew is in force [until 5am].") == "end of the curfew"
    assert measurand_of("A curfew [from 9pm] was imposed.") == "start of the curfew"


def test_according_is_no_accord() -> None:
    """Its lemma is the one of "accord"."""
    assert measurand_of("It is to last [five days], according to the ministry.") is None
    assert measurand_of("The accord is to last [five years].") == "length of the treaty"
