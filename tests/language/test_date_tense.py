"""Which side of the article the words around a date point to."""

import pytest

from summarizer.language.date_tense import tense_around


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("It will end DAY", "future"),
        ("It ended DAY", "past"),
        ("The ambassador to Chile said DAY", "past"),
        ("It will be held DAY", "future"),
        ("It may not be resolved DAY", "future"),
        ("He would have left DAY", "past"),
        ("It had been due to expire DAY", "past"),
        ("A record set DAY", ""),
        ("He is set to leave DAY", "future"),
        ("On DAY, the court ruled", "past"),
        ("On DAY, the court will rule", "future"),
        ("Leaders to meet DAY", "future"),
        ("According to police reports, on DAY, a car.", ""),
        ("She left at 1:15 on DAY", "past"),
        ("It has grown since DAY", "past"),
        ("It ended; he will leave DAY", "future"),
        ("He will leave; on DAY", ""),
        ("Theresa May said DAY", "past"),
    ],
)
def test_the_nearest_cue_counts(text: str, tense: str) -> None:
    """A cue of the date's own clause, before it first; a noun or a name that looks like a cue is none."""
    start = text.index("DAY")
    assert tense_around(text, start, start + 3) == tense
