"""The day that an article's own head bears."""

# ruff: noqa: DTZ001 - the values are local to the place the text speaks of, so naive

from datetime import datetime

import pytest

from summarizer.language.dates import find_dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SEOUL, Oct. 23, 2024 (Reuters) — Troops left.", 23),
        ("Kyiv, October 23, 2024 — Troops left.", 23),
        ("LONDON (Reuters) - 23 Oct 2024 - Troops left.", 23),
        ("Troops leave\n\nPublished: 23 October 2024 at 10:00\n\nThey left.", 23),
        ("Troops leave\nBy Ann Lee\nWednesday, October 23, 2024\n\nThey left.", 23),
        ("Updated Oct. 24, 2024\nPosted 3:14 PM, Oct. 23, 2024\nThey left.", 23),
        ("2024-10-23\nThey left.", 23),
    ],
)
def test_a_dateline_is_found(text: str, day: int) -> None:
    """The article's day when the sender gave none."""
    assert find_dateline(text) == datetime(2024, 10, day)


@pytest.mark.parametrize(
    "text",
    [
        "SEOUL, Oct. 23 (Reuters) — Troops left.",
        "On Oct. 23, 2024, troops left.",
        "They said that the vote of\nOctober 23, 2024\nwas fair and free.",
        "They left.\n" * 80 + "Published: Oct. 23, 2024",
        "Published: February 30, 2024",
    ],
)
def test_a_date_in_the_story_is_no_dateline(text: str) -> None:
    """A year must be there, and the line must be about the article."""
    assert find_dateline(text) is None
