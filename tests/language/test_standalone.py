"""Which sentences stand on their own, and where a dateline ends."""

import pytest

from summarizer.language.standalone import dateline_end, has_nobody, is_furniture, is_leaning


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("He said the bridge was old.", True),
        ("“It was old,” the driver said.", True),
        ("It is unclear who will pay for the bridge.", False),
        ("There were two drivers on the bridge.", False),
        ("There, two drivers were found.", True),
        ("Theresa Dow drove the first car.", False),
        ("However, the council had been warned.", True),
        ("Both drivers are well.", True),
        ("After that, the road was closed.", True),
        ("After the fall, the road was closed.", False),
        ("We will build it again.”", True),
        ('"We will build it again, said the mayor.', True),
        ("“Build it again,” said the mayor.", False),
        ("The mayor’s office closed the road.", False),
        ("Butter was on board the first car.", False),
        ('"There was no warning," he said on Sunday morning.', True),
        ('"There was no warning," the mayor said on Sunday morning.', False),
        ("No plant will be closed before 2027, she said.", True),
        ("No plant will be closed before 2027, the director told them.", True),
        ("The old one was emptied on Tuesday.", True),
        ("The one-way road was closed.", False),
        ("Two of them were hurt.", True),
        ("Two of the drivers were hurt.", False),
    ],
)
def test_what_leans_on_the_sentence_before(text: str, *, leaning: bool) -> None:
    """Pronouns and connectives with nothing before them, and pieces of a longer quotation."""
    assert is_leaning(text) is leaning


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("LIMA, Oct. 3 (AP) — Two bridges fell.", "Two bridges fell."),
        ("HARLEN, Ohio, May 3 — The bridge fell.", "The bridge fell."),
        ("Harlen (Reuters) - “We ran,” a driver said.", "“We ran,” a driver said."),
        ("(CNN) -- 12 people were hurt.", "12 people were hurt."),
        ("NEW YORK — The mayor left.", "The mayor left."),
        ("NATO — the alliance — met.", "NATO — the alliance — met."),
        ("The mayor — Ana Dow — said so.", "The mayor — Ana Dow — said so."),
        ("Two bridges (both old) fell.", "Two bridges (both old) fell."),
        ("US-Mexico talks failed.", "US-Mexico talks failed."),
        ("LIMA ― In a first, the court sat.", "In a first, the court sat."),
    ],
)
def test_where_the_dateline_ends(text: str, sentence: str) -> None:
    """What stands before the first sentence is no part of it; a dash inside one is."""
    assert text[dateline_end(text) :] == sentence


@pytest.mark.parametrize(
    ("text", "named", "nobody"),
    [
        ("The council accuses him of ignoring two warnings.", None, True),
        ("In a statement on Monday, she said that it was over.", None, True),
        ("The driver said that he had been asleep.", None, False),
        ("Dow said that he had been asleep.", 0, False),
        ("As he left, Dow waved.", 12, True),
        ("A man who hid in his car was found.", None, False),
        ("The mayor’s lawyer said she would leave.", None, False),
        ("The bridge lost its road.", None, False),
    ],
)
def test_who_he_or_she_is(text: str, named: int | None, *, nobody: bool) -> None:
    """A pronoun for somebody needs a name, an office or a person before it."""
    assert has_nobody(text, len(text) if named is None else named) is nobody


@pytest.mark.parametrize(
    ("text", "furniture"),
    [
        ("Reporting by Jo Dow", True),
        ("The paper is reporting by phone.", False),
        ("TWO DRIVERS RESCUED", True),
        ("Support is available online at www.orne.org or by calling the council.", True),
        ("The helpline can be reached at 1-800-797-5465.", True),
        ("The council opened a hotline on Monday.", False),
    ],
)
def test_furniture(text: str, *, furniture: bool) -> None:
    """Credits and cries are no part of the story."""
    assert is_furniture(text) is furniture


def test_hostile_sentences_are_read_in_bounded_time() -> None:
    """A sentence of a megabyte is looked at a bounded number of times."""
    for text in (
        "by " * 300_000,
        "“" * 300_000,
        "the same " * 100_000 + ".",
        "reporting and " * 70_000,
        "AB " * 300_000,
    ):
        assert isinstance(is_leaning(text), bool)
        assert not is_furniture(text) or text.isupper()
        assert dateline_end(text) == 0
