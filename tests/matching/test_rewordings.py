"""What counts as another wording, and what as the same words cut or written by another book of style."""

import pytest

from summarizer.language.spoken_words import SpokenWord, spoken_words
from summarizer.language.tagging import tag
from summarizer.matching.rewordings import changed, likeness, longest_run, profile


def words(text: str) -> tuple[SpokenWord, ...]:
    return spoken_words(text, tag(text))


WHOLE = "We have a little room on the bridge, and we have just used some of it"


@pytest.mark.parametrize(
    "other",
    [
        "We had a bit of room on the bridge, and we have spent some of it",
        "We have a little room on the bridge, and we have not used some of it",
        "On the bridge we have a little room, and some of it we have just used",
        "We have a little space on the bridge",
    ],
)
def test_replaced_words_are_another_wording(other: str) -> None:
    """Also one word, a "not", or the same words in another order."""
    assert changed(words(WHOLE), words(other))


@pytest.mark.parametrize(
    "other",
    [
        "a little room on the bridge",
        "We have a little room, and we have just used some of it",
        "And we have a little room on the bridge",
        "We've a little room on the bridge, and we've just used some of it",
        "[The company has] a little room on the bridge, and we have just used some of it",
    ],
)
def test_a_cut_is_no_other_wording(other: str) -> None:
    """At an end, in the middle, an editor's brackets, a contraction."""
    assert not changed(words(WHOLE), words(other))


def test_where_the_words_differ() -> None:
    """The places of what was replaced, in both."""
    one, other = words("They were taught to fly drones"), words("They were shown to pilot drones")
    found = [([one[i].exact for i in s.left], [other[i].exact for i in s.right]) for s in changed(one, other)]
    assert found == [(["taught"], ["shown"]), (["fly"], ["pilot"])]


def test_likeness_puts_word_order_and_synonyms_aside() -> None:
    """Two translations of one sentence are like one another, two sentences built alike are not."""
    one, other = words("Twice we were buried and twice we got up"), words("We were buried twice and we stood up twice")
    built = words("Twice they were warned and twice they drove on")
    assert likeness(profile(one), profile(other)).bag > likeness(profile(one), profile(built)).bag


def test_longest_run() -> None:
    """The part of a sentence that a reporter took into his own."""
    assert [w.exact for w in longest_run(words("startles him to death"), words("It can startle me to death"))] == [
        "startles",
        "him",
        "to",
        "death",
    ]
