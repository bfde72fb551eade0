"""Where something was, as far as two reports can be held against one another."""

import time

import pytest

from summarizer.language.locations import read_locations
from summarizer.language.tagging import tag
from summarizer.language.wounds import read_rooms, read_wounds


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "in the 8600 block of North Velden Boulevard",
            [("block", "velden", "8600"), ("street", "velden", "boulevard")],
        ),
        ("at 8612 N. Velden Blvd.", [("block", "velden", "8600"), ("street", "velden", "boulevard")]),
        ("near the corner of Seventh and Orbel avenues", [("street", "7th", "avenue"), ("street", "orbel", "avenue")]),
        ("on 7th Street", [("street", "7th", "street")]),
        ("six miles south-west of Marden", [("direction", "marden", "SW")]),
        ("on the eastern side of Marden Creek", [("direction", "marden creek", "E")]),
        ("3 km west of the township", [("direction", "the township", "W")]),
        ("east of his former home", []),
        ("Seventh heaven and 40 streets", []),
    ],
)
def test_answers_on_places(text, answers):
    """A hundred of numbers, a sort of street and a point of the compass; a plain noun is no place."""
    assert [(*found.question, found.answer) for found in read_locations(text)] == answers


@pytest.mark.parametrize(
    ("text", "wounds"),
    [
        ("The boy was injured in the left cheek.", [("boy", {"head"})]),
        ("Officers shot Quell twice in the shoulder and thigh.", [("Quell", {"trunk", "arm", "leg"})]),
        ("Quell was shot by Deputy Marden in the leg.", [("Quell", {"leg"})]),
        ("A man was shot in the leg.", []),
        ("The boy put it in his hand.", []),
    ],
)
def test_wounds_of_somebody(text, wounds):
    """Who shot is not who was hit; a report has many men, and a hand that holds is not wounded."""
    assert [(w.who, set(w.zones)) for w in read_wounds(text, tag(text))] == wounds


def test_rooms_in_which_somebody_was_found():
    """Found or hit there, not only spoken of."""
    text = "The woman was found lying on the kitchen floor, and a boy ran into the kitchen."
    assert [(w.who, set(w.zones)) for w in read_rooms(text, tag(text))] == [("woman", {"kitchen"})]


def test_long_text_is_read_in_linear_time():
    """Every pattern is bounded."""
    short, long = ("Velden and Orbel north of the " * n for n in (500, 4000))
    took = []
    for text in (short, long):
        start = time.perf_counter()
        list(read_locations(text))
        took.append(time.perf_counter() - start)
    assert took[1] < 40 * took[0] + 0.5
