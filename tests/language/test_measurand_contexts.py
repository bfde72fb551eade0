"""What stands right before a value: what others are held against, and the words that a date begins with."""

from summarizer.language.measurands import lexicon_lines
from tests.language.measurand_cases import measurand_of


def test_a_value_that_another_is_held_against_is_of_no_wording() -> None:
    """Before: both shares of "61%, up from 54%" were the turnout, and the article lost the question."""
    assert measurand_of("Turnout was [61%], up from 54%.") == "turnout"
    assert measurand_of("Turnout was 61%, up from [54%].") == ""
    assert measurand_of("Turnout was 61%, compared with [54%] before.") == ""


def test_a_wording_may_name_what_a_date_begins_with() -> None:
    """ "Until 5am" is read as one value; the curfew ends then and does not start."""
    assert measurand_of("A curfew is in force [until 5am].") == "end of the curfew"
    assert measurand_of("A curfew [from 9pm] was imposed.") == "start of the curfew"


def test_according_is_no_accord() -> None:
    """Its lemma is the one of "accord"."""
    assert measurand_of("It is to last [five days], according to the ministry.") == ""
    assert measurand_of("The accord is to last [five years].") == "length of the treaty"


def test_a_wording_does_not_pass_over_a_number_that_is_of_something_else() -> None:
    """Before: 14 years of unpaid work, and 12 people out of their homes."""
    assert measurand_of("He was given a [14-year] sentence and 200 hours of unpaid work.") == "sentence"
    assert measurand_of("He was given a 14-year sentence and [200 hours] of unpaid work.") == "unpaid work"
    assert measurand_of("Some [12] people died and 40 were evacuated.") == ""
    assert measurand_of("Revenue fell 6% to [$3 billion].") == "revenue"


def test_a_measurand_has_one_heading_in_all_files() -> None:
    """Two of one name with other families or another question would be two, and their values never compared."""
    headings = {line.strip() for line in lexicon_lines() if line.startswith("measurand ")}
    assert len({h.split("|")[0].strip() for h in headings}) == len(headings)


def test_a_whole_of_which_some_are_counted_is_no_value_of_what_is_said_of_them() -> None:
    """Before: six and eight cars left the rails, and the article lost the question."""
    assert measurand_of("[Six] of its eight carriages derailed.") == "cars derailed"
    assert measurand_of("The rebels released [17] of the 21 hostages.") == "hostages freed"
    assert measurand_of("Six of its [eight] carriages derailed.") == ""
