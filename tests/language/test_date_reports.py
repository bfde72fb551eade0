"""What "a year earlier" and "the latest period" are in a report on a quarter's accounts, and dates that are spoken."""

# ruff: noqa: DTZ001 - the values are local to the place the text speaks of, so naive

from datetime import datetime

import pytest

from summarizer.domain.facts import Fact, Grain, Kind, Moment
from summarizer.domain.text import Article
from summarizer.language.dates import account_periods, read_moments
from summarizer.pipeline import read

ANCHOR = datetime(2024, 10, 24)  # a Thursday
LEAD = "Orbel's third-quarter profit rose to $5 million."


def last_value(*sentences: str) -> str | None:
    """The value of the last date in the last sentence, those before it having been read."""
    period = account_periods(sentences, ANCHOR)[-1]
    value = read_moments(sentences[-1], ANCHOR, period)[-1].value
    assert isinstance(value, Moment)
    return value.value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Sales were $9 million, up from $8 million a year ago.", "2023-Q3"),
        ("Sales were $9 million, up from $8 million a year earlier.", "2023-Q3"),
        ("The year-earlier results included a $2 million gain.", "2023-Q3"),
        ("Sales fell in the latest period.", "2024-Q3"),
        ("It lost $4 million in the 2022 period.", "2022-Q3"),
        ("It lost $4 million in the same quarter last year.", "2023-Q3"),
        ("It lost $4 million in last year's quarter.", "2023-Q3"),
        ("For the nine months, it earned $9 million, up from $8 million a year earlier.", "2023"),  # a longer sum
        ("Mr. Poe, the founder, died a year ago.", "2023"),  # no talk of money
    ],
)
def test_a_quarter_is_compared_with_its_like(sentence: str, value: str) -> None:
    """Where an earlier sentence named the quarter, "a year earlier" in its accounts is that quarter a year before."""
    assert last_value(LEAD, sentence) == value


def test_without_a_quarter_nobody_guesses() -> None:
    """Accounts may be those of a year."""
    assert last_value("Orbel's profit rose.", "Sales were $9 million, up from $8 million a year earlier.") is None
    assert last_value("Orbel's profit rose.", "It lost $4 million in the 2022 period.") == "2022"


@pytest.mark.parametrize(
    ("between", "value"),
    [
        ("In the third quarter of 2023, it lost $1 million.", "2023-Q3"),  # what it is compared with is no new quarter
        ("It expects a loss in the fourth quarter.", "2023-Q3"),  # nor is one that has not ended
        ("In the second quarter of 2025, it hopes to earn $9 million.", "2023-Q3"),
    ],
)
def test_the_quarter_in_question_stays(between: str, value: str) -> None:
    """Only a later quarter that has ended takes the place of the one that the accounts are of."""
    assert last_value(LEAD, between, "Sales were $9 million, up from $8 million a year earlier.") == value


def test_an_article_is_read_with_its_quarter() -> None:
    """The period reaches the facts of the article's later sentences."""
    article = Article(
        id="a1",
        source="The Dale Gazette",
        title="",
        text=f"{LEAD} Sales were $9 million, up from $8 million a year earlier.",
        published_at=ANCHOR,
    )
    facts: list[Fact] = [fact for s in read((article,))[0].statements for fact in s.facts if fact.kind is Kind.DATE]
    assert [f.value.value for f in facts if isinstance(f.value, Moment) and f.value.grain is Grain.QUARTER] == [
        "2024-Q3",
        "2023-Q3",
    ]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It closed in January nineteen ninety-seven.", "1997-01"),
        ("It closed in the winter of nineteen ninety-four.", "1994-WI"),
        ("It shall close by the year two thousand and six.", "2006"),
        ("It will fall in the last half of 2025.", "2025-H2"),
        ("It fell in the first two quarters of 2023.", "2023-H1"),
        ("It will last well into the summer.", "2024-SU"),
        ("Poe spoke on Saturday, Oct. 19: The tax is dead.", "2024-10-19"),  # the colon is none of a clock
        ("She was named to the board, effective Feb. 1.", "2025-02-01"),  # the nearer one, though all else is past
        ("She was named to the board on Feb. 1.", "2024-02-01"),
        ("In December, Orbel sold its mill.", "2023-12"),
        ("The record was set on Dec. 30.", "2023-12-30"),
    ],
)
def test_spoken_years_and_parts_of_years(sentence: str, value: str) -> None:
    """Years in words, halves, and the side of the year that a date without its year lies on."""
    assert last_value(sentence) == value


def test_thousands_are_no_year() -> None:
    """ "up to eighteen thousand jobs" counts jobs."""
    assert read_moments("It cut up to eighteen thousand jobs.", ANCHOR) == ()
    assert read_moments("It cut two thousand jobs.", ANCHOR) == ()
