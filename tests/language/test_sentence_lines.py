"""Lines that lost their ends."""

from collections.abc import Callable

import pytest

from summarizer.language.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Poe 12/05/2024 11:40 PM I saw it.", ["Ann Poe", "12/05/2024 11:40 PM", "I saw it."]),
        (
            "poe@dale.net on 12/05/2024 11:40 PM",
            ["poe@dale.net on 12/05/2024 11:40 PM"],
        ),  # the line goes on to its hour
        ("Updated 12/05/2024 11:40 PM EST by staff.", ["Updated 12/05/2024 11:40 PM EST by staff."]),  # a label, a zone
        ("All is lost. *** Two ships sank.", ["All is lost.", "***", "Two ships sank."]),
        ("Rated *** Hotel Marn.", ["Rated ***", "Hotel Marn."]),
        ("Rated ** Hotel Marn.", ["Rated ** Hotel Marn."]),
        ("We won. -- Posted by Ann at 5", ["We won.", "--", "Posted by Ann at 5"]),
        ("A video posted by Ann was seen.", ["A video posted by Ann was seen."]),
        ("Email: poe@dale.net Two ships sank.", ["Email: poe@dale.net", "Two ships sank."]),
        ("Write to poe@dale.net Monday.", ["Write to poe@dale.net Monday."]),  # no head of a mail
    ],
)
def test_stamps_rules_and_heads(text: str, expected: list[str]) -> None:
    """What a mail or post sets on a line of its own."""
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See http://dale.net/a It rains.", ["See http://dale.net/a", "It rains."]),
        ("See http://dale.net/a and wait.", ["See http://dale.net/a and wait."]),
        ("http://dale.net/a http://dale.net/b", ["http://dale.net/a", "http://dale.net/b"]),
        ("All wait. http://dale.net/a", ["All wait.", "http://dale.net/a"]),
        ("We leave. Regards, Ann Poe", ["We leave.", "Regards,", "Ann Poe"]),
        ("She sends regards, Ann says.", ["She sends regards, Ann says."]),  # in the middle of a sentence
        ("Dear Ms. Poe, We leave.", ["Dear Ms. Poe,", "We leave."]),
        ("Oh dear, Ann left.", ["Oh dear, Ann left."]),
        ("It sank. (The Dale Gazette) Divers searched.", ["It sank.", "(The Dale Gazette)", "Divers searched."]),
        ("The ship (Marn Star) Divers searched.", ["The ship (Marn Star) Divers searched."]),  # inside a sentence
        ("(DNA) Two ships sank.", ["(DNA) Two ships sank."]),  # a dateline
        ("Sent: - a.pdf - b.doc", ["Sent:", "- a.pdf", "- b.doc"]),
        ("Poe - an actor - left.", ["Poe - an actor - left."]),
    ],
)
def test_links_courtesies_credits_and_files(text: str, expected: list[str]) -> None:
    """Lines without a mark, known by their form."""
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We won! :) Nobody slept.", ["We won! :)", "Nobody slept."]),
        ("We won :-) Nobody slept.", ["We won :-)", "Nobody slept."]),
        ("The score (3:1) Poe liked.", ["The score (3:1) Poe liked."]),
        ("(They left. ) Then rain fell.", ["(They left. )", "Then rain fell."]),
        ("Who left?nobody knows.", ["Who left?", "nobody knows."]),
        ("See dale.net/find?name=poe now.", ["See dale.net/find?name=poe now."]),
        ("They waited...Nobody came.", ["They waited...", "Nobody came."]),
        ("They waited...and left.", ["They waited...and left."]),
        ("It rained.They’re wet.", ["It rained.", "They’re wet."]),
        ("Write to ann.A.Poe@dale.net now.", ["Write to ann.A.Poe@dale.net now."]),
        ("Call 555 0100. they wait.", ["Call 555 0100.", "they wait."]),
        ("In the U.S. they wait.", ["In the U.S. they wait."]),
        ("Phone:? 555 0100 Fax:? none", ["Phone:? 555 0100 Fax:? none"]),
        ("P.S. Ann left. Drs. Poe and Oda stayed.", ["P.S. Ann left.", "Drs. Poe and Oda stayed."]),
        ("Why so...? Nobody knows.", ["Why so...?", "Nobody knows."]),
    ],
)
def test_marks_of_hurried_copy(text: str, expected: list[str]) -> None:
    """Faces, lost spaces, lost capitals, and what only looks like them."""
    assert split(text) == expected


@pytest.mark.parametrize(
    "unit", ["1/1/2024 1:11 ", "http://", "*** ", "(Aa) ", "To: ", "- a.pdf ", "Regards, ", ". ) :) "]
)
def test_hostile_lines_take_linear_time(unit: str, grows_linearly: Callable[..., bool]) -> None:
    """Eight times the text may not take much more than eight times the time."""
    assert grows_linearly(lambda copies: sentence_spans(unit * copies), 2_000, 16_000)
