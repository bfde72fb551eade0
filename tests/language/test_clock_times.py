"""Times of day, alone and with their day."""

# ruff: noqa: DTZ001 - the values are local to the place the text speaks of, so naive

from datetime import datetime

import pytest

from summarizer.domain.facts import Clock, Moment
from summarizer.language.dates import read_moments

ANCHOR = datetime(2024, 10, 24, 9, 30)  # a Thursday


@pytest.mark.parametrize(
    ("text", "low", "high", "zone"),
    [
        ("It struck at 6:10 a.m.", 370, 370, None),
        ("It struck at 6.10pm.", 1090, 1090, None),
        ("It struck at 6 PM EST.", 1080, 1080, "EST"),
        ("It struck at 18:10 GMT.", 1090, 1090, "GMT"),
        ("It struck at 1810 GMT.", 1090, 1090, "GMT"),
        ("It struck at 18:10.", 1090, 1090, None),
        ("It struck at noon.", 720, 720, None),
        ("It struck at 2:30 p.m. local time (1830 GMT).", 870, 870, "local time"),
        ("It struck around 3 p.m.", 885, 915, None),
        ("It struck after 3 p.m.", 900, 1440, None),
        ("It struck shortly before noon.", 660, 720, None),
        ("They met from 9 a.m. to 5 p.m.", 540, 1020, None),
        ("They met from 2-3 p.m.", 840, 900, None),
    ],
)
def test_a_time_of_day_is_minutes_after_midnight(text: str, low: int, high: int, zone: str | None) -> None:
    """A day that isn't named is not made up."""
    (mention,) = read_moments(text, ANCHOR)
    assert mention.value == Clock(low=low, high=high, zone=zone)


@pytest.mark.parametrize(
    "text",
    [
        "The score was 18:10.",
        "He ran it in 2:05:31.",
        "The ratio is 4:30 here.",
        "The midnight express left.",
        "It was 13 a.m. somewhere.",
        "He left at 5 o'clock.",
    ],
)
def test_figures_with_a_colon_are_no_time_without_a_sign_of_one(text: str) -> None:
    """Scores, races and ratios look like times; five o'clock is twice a day."""
    assert read_moments(text, ANCHOR) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It struck Tuesday at 6:10 a.m.", "2024-10-22T06:10"),
        ("It struck at 6:10 a.m. on Tuesday.", "2024-10-22T06:10"),
        ("It struck at about 10 p.m. EST Wednesday.", "2024-10-23T22:00"),
        ("It struck at noon Wednesday.", "2024-10-23T12:00"),
        ("It struck on Oct. 22, 2024, at 18:10.", "2024-10-22T18:10"),
        ("It struck at 5 o'clock Tuesday morning.", "2024-10-22T05:00"),
        ("It struck on Wednesday night at 18:10 GMT.", "2024-10-23T18:10"),
        ("It struck Tuesday morning.", "2024-10-22TMO"),
        ("It struck on the morning of Oct. 22.", "2024-10-22TMO"),
        ("It struck Oct. 22 in the evening.", "2024-10-22TEV"),
    ],
)
def test_a_time_with_its_day_is_one_moment(text: str, value: str) -> None:
    """One value with one span, in either order."""
    (mention,) = read_moments(text, ANCHOR)
    assert isinstance(mention.value, Moment)
    assert mention.value.value == value


def test_a_time_goes_to_the_day_that_follows_it_in_a_list() -> None:
    """The comma parts "Tuesday" from "noon Wednesday"."""
    text = "It struck Tuesday, noon Wednesday and 6 p.m. Thursday."
    assert [m.span.of(text) for m in read_moments(text, ANCHOR)] == ["Tuesday", "noon Wednesday", "6 p.m. Thursday"]


def test_midnight_of_a_day_may_be_either_end() -> None:
    """Sources mean both; the stretch covers both."""
    (mention,) = read_moments("It struck at midnight Tuesday.", ANCHOR)
    assert isinstance(mention.value, Moment)
    assert mention.value.ambiguous
    assert (mention.value.low, mention.value.high) == (datetime(2024, 10, 22), datetime(2024, 10, 23, 0, 1))


def test_a_night_reaches_into_the_next_day() -> None:
    """Wednesday night and 2 a.m. Thursday agree."""
    night, early = (
        m.value for m in read_moments("It struck Wednesday night, he said; it struck at 2 a.m. Thursday.", ANCHOR)
    )
    assert isinstance(night, Moment)
    assert isinstance(early, Moment)
    assert night.extent.meets(early.extent)


def test_the_early_hours_are_a_part_of_their_day() -> None:
    """Night reports say "the early hours of Thursday"; the early hours that a shop keeps are none."""
    (mention,) = read_moments("The blast came in the early hours of Thursday.", ANCHOR)
    assert isinstance(mention.value, Moment)
    assert (mention.value.value, mention.value.low) == ("2024-10-24TMO", datetime(2024, 10, 24))
    assert read_moments("The shop kept early hours.", ANCHOR) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They shook hands at ten to eleven on Wednesday night.", "2024-10-23T22:50"),
        ("He conceded at half past nine this morning.", "2024-10-24T09:30"),
        ("It broke at 4.20 in the morning on Tuesday.", "2024-10-22T04:20"),
        ("By a quarter past five yesterday afternoon it was over.", "2024-10-23T17:15"),
    ],
)
def test_a_spoken_time_is_read_where_the_half_of_the_day_is_told(text: str, value: str) -> None:
    """Ten to eleven is twice a day."""
    assert value in [m.value.value for m in read_moments(text, ANCHOR) if isinstance(m.value, Moment)]


@pytest.mark.parametrize(
    "text", ["The score went from five to nine at night.", "He left at ten to eleven.", "Ten to eleven people came."]
)
def test_a_range_is_no_spoken_time(text: str) -> None:
    """Nor is a time that may be either half of the day."""
    assert not [m for m in read_moments(text, ANCHOR) if isinstance(m.value, Clock | Moment) and m.kind.value == "time"]
