"""What a value is the value of: the cases of measurand_cases, a file a field, and the rules that all wordings share."""

from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest

from summarizer.domain.text import Article
from summarizer.language.measurands import FOLDER, lexicon_lines
from summarizer.matching.views import views_of
from summarizer.pipeline import read

PUBLISHED = datetime(2026, 5, 6, 12, tzinfo=UTC)
CASES = [
    (path.stem, *map(str.strip, line.split("|")))
    for path in sorted((Path(__file__).parent / "measurand_cases").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def measurand_of(marked: str) -> str:
    """The measurand of the value in brackets; "" where no wording tells. Raises ValueError where no value is read there."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    articles = [
        Article(id=name, source=name, title="", text=content, published_at=PUBLISHED)
        for name, content in (("a1", text), ("a2", "Nothing."))
    ]
    for view in views_of(read(articles)):
        place = view.fact.place
        if place.start < end and place.end > start:
            return view.measured.measurand.name if view.measured else ""
    raise ValueError(f"no value is read in the brackets of {marked!r}")


def test_there_are_cases_of_every_field() -> None:
    """A file of wordings without cases would be read by nobody."""
    files = resources.files("summarizer").joinpath(FOLDER).iterdir()
    assert {p.name.removesuffix(".txt") for p in files} - {"classes"} == {field for field, _, _ in CASES}


@pytest.mark.parametrize(("field", "name", "marked"), CASES)
def test_a_value_is_of_the_measurand_that_its_wording_tells(field: str, name: str, marked: str) -> None:
    """Other wordings of one question are one; what is of a part, a plan, another year or other people is none of it."""
    found = measurand_of(marked) or "-"
    if name.startswith("not "):
        assert found != name.removeprefix("not "), field
    else:
        assert found == name, field


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


def test_a_word_that_the_value_takes_in_tells_the_measurand() -> None:
    """ "Since Monday" is when a strike began, "until Monday" when it ends."""
    assert measurand_of("Drivers have been on strike since [Monday].") == "start of the strike"
    assert measurand_of("Drivers will be on strike until [Monday].") == "end of the strike"


def test_a_sum_in_two_currencies_is_one_value() -> None:
    """A report that gives a price in pounds and in dollars tells of one deal."""
    text = "Harlow agreed to buy Orme for 1.9 billion pounds. The takeover of Orme for $2.4 billion was welcomed."
    views = views_of(read([Article(source="Echo", text=text, published_at=PUBLISHED)]))
    assert [v.measured.measurand.name for v in views if v.measured] == ["price of the firm"] * 2


def test_things_of_a_class_in_braces_are_one_and_things_written_out_are_each_their_own() -> None:
    """Jets and planes are both aircraft; trains are not buses."""
    texts = ("ordered 24 jets", "ordered 24 planes", "ordered 24 trains", "ordered 24 buses")
    articles = read([Article(source="Echo", text=f"The company {t}.", published_at=PUBLISHED) for t in texts])
    things = [v.measured.thing for v in views_of(articles) if v.measured]
    assert things == ["aircraft", "aircraft", "train", "bus"]
