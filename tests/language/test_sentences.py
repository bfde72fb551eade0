"""Where a sentence ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.language.sentences import LONGEST_SENTENCE, sentence_spans


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor left. Nobody followed.", ["The mayor left.", "Nobody followed."]),
        ("Mr. Oda met Gen. Ruiz. They spoke.", ["Mr. Oda met Gen. Ruiz.", "They spoke."]),
        ("He arrived on Oct. 23 in Lima. It rained.", ["He arrived on Oct. 23 in Lima.", "It rained."]),
        ("The U.S. Navy came. The U.S. They left.", ["The U.S. Navy came.", "The U.S.", "They left."]),
        ("It fell 3.5 percent. Shares of Orbel Inc. rose.", ["It fell 3.5 percent.", "Shares of Orbel Inc. rose."]),
        (
            "It began at 5 p.m. Monday. It ended at 6 p.m. Crowds left.",
            ["It began at 5 p.m. Monday.", "It ended at 6 p.m.", "Crowds left."],
        ),
        ("J. K. Marlo won. B. He lost.", ["J. K. Marlo won.", "B.", "He lost."]),
        (
            '"We are safe. Nobody is hurt," she said. "Go home."',
            ['"We are safe.', 'Nobody is hurt," she said.', '"Go home."'],
        ),
        ('"Who did it?" Ms. Cho asked. Nobody knew.', ['"Who did it?" Ms. Cho asked.', "Nobody knew."]),
        ("The fire spread.The crew fled.", ["The fire spread.", "The crew fled."]),
        ("See orbel.com or call v2.Beta now.", ["See orbel.com or call v2.Beta now."]),
        ("They waited ... and left. . . . Then rain.", ["They waited ... and left. . . .", "Then rain."]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """A mark ends a sentence by the word before it and the word after."""
    assert split(text) == expected


def test_a_heading_line_is_its_own_sentence() -> None:
    """A line without a mark must not swallow the next paragraph's first sentence."""
    assert split("Flood in Marn\n\nRain fell all night.") == ["Flood in Marn", "Rain fell all night."]


def test_wrapped_lines_are_one_sentence() -> None:
    """Copy wrapped at a column goes on over the line end."""
    text = (
        "The river rose above the harbour wall shortly before the morning\n"
        "shift began, and the dockers who had come to work were sent back\n"
        "to their homes by the wardens of the town. A second wave followed\n"
        "an hour later.\n"
    )
    assert [s.replace("\n", " ") for s in split(text)][1] == "A second wave followed an hour later."
    assert len(split(text)) == 2


def test_bullets_part_lines() -> None:
    """Each bullet is a statement of its own."""
    assert split("• Two ships sank\n• Nobody drowned") == ["• Two ships sank", "• Nobody drowned"]


@pytest.mark.parametrize("space", [" ", "  ", "\n  ", "\u3000\u3000"])
def test_a_word_longer_than_a_statement_is_cut(space: str) -> None:
    """The white space before it is no statement: found by the fuzzer, as a span that ends before it starts."""
    word = "according" * 300
    assert "".join(split(space + word)) == word
    assert max(len(s.of(space + word)) for s in sentence_spans(space + word)) <= LONGEST_SENTENCE
    assert "".join(split(f"Dale{space}{word}")) == f"Dale{word}"


@given(st.text(alphabet='Aa .!?"“”\n1•-(…', max_size=200))
def test_spans_cover_everything_but_space(text: str) -> None:
    """Nothing of an article is lost between two statements."""
    spans = sentence_spans(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


@pytest.mark.parametrize("unit", ["U.S. ", ". ", '"', "(", "1. ", "x\n", "? ", " .", "a.b"])
def test_hostile_text_takes_linear_time(unit: str, grows_linearly) -> None:
    """Eight times the text may not take much more than eight times the time."""
    assert grows_linearly(lambda copies: sentence_spans(unit * copies), 5_000, 40_000)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 5 a.m. Mr. Poe left.", ["At 5 a.m. Mr. Poe left."]),  # the hour opens the sentence
        ("He left at 5 p.m. Mr. Poe stayed.", ["He left at 5 p.m.", "Mr. Poe stayed."]),
        ("She works at Yahoo! in sales.", ["She works at Yahoo! in sales."]),  # a name, not a shout
        ("They won! nobody slept.", ["They won!", "nobody slept."]),
        ("See N°. 12. It is there.", ["See N°. 12.", "It is there."]),
        ("We saw it. then we left.", ["We saw it.", "then we left."]),  # a short word, a lost capital
        ("Poe and co. then left.", ["Poe and co. then left."]),
        ("She said “x [...]” (Poe 5). He left.", ["She said “x [...]” (Poe 5).", "He left."]),
        ("All sold ====== Read more", ["All sold ======", "Read more"]),  # a rule of signs
        ("All sold == Read more", ["All sold == Read more"]),
        ("Posted 03/27/2001 09:11 AM Two ships sank.", ["Posted 03/27/2001 09:11 AM", "Two ships sank."]),
        ("At 09:11 AM Two Ships sank.", ["At 09:11 AM Two Ships sank."]),  # a time alone is no stamp
    ],
)
def test_hurried_copy_and_furniture(text: str, expected: list[str]) -> None:
    """What pages and hurried copy do to sentence ends, and what only looks like it."""
    assert split(text) == expected
