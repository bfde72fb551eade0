"""What house style does to a spoken sentence is undone, what was said is kept."""

import pytest

from summarizer.language.spoken_words import ANYTHING, spoken_words
from summarizer.language.tagging import tag


def exact(text: str) -> list[str]:
    return [w.exact for w in spoken_words(text, tag(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We're gonna win", "We are going to win"),
        ("They don't know", "They do not know"),
        ("They don’ t know and we’ ll ask", "They don't know and we'll ask"),
        ("It won't and it can't", "It will not and it cannot"),
        ("Twelve of us left", "12 of us left"),
        ("It fell by 12%", "It fell by twelve per cent"),
        ("The colour of labour", "The color of labor"),
        ("We organised and travelled", "We organized and traveled"),
        ("Um, we, er, left", "We left"),
        ("We left [laughs] early", "We left early"),
    ],
)
def test_house_style_is_no_other_word(one: str, other: str) -> None:
    """Two outlets that write one sentence by their own books quote the same words."""
    assert exact(one) == exact(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will win", "We would win"),
        ("Our hour", "Or hour"),
        ("Thirteen left", "Thirty left"),
        ("We left", "We never left"),
    ],
)
def test_another_word_stays_another(one: str, other: str) -> None:
    """What is more than style is kept."""
    assert exact(one) != exact(other)


def test_brackets_and_stars_stand_for_anything() -> None:
    """An editor's words are not the speaker's."""
    assert exact("[The bank] has a f---ing plan") == [ANYTHING, "has", "a", ANYTHING, "plan"]


def test_synonyms_and_pronouns_share_a_group() -> None:
    """What a translator or reported speech turns round is still matched."""
    a, b = (spoken_words(t, tag(t)) for t in ("I was taught to fly", "He was shown to pilot"))
    assert (a[0].group, a[-1].group) == (b[0].group, b[-1].group)


def test_spans_point_at_the_words() -> None:
    """Evidence is cut from them."""
    text = "We'd pay [the men] forty-two talers"
    assert [w.span.of(text) for w in spoken_words(text, tag(text))][-3:] == ["[the men]", "forty-two", "talers"]
