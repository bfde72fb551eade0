"""The gazetteer: which names certainly are places."""

import pytest

from summarizer.language.name_words import entries
from summarizer.language.places import has_place_word, is_ambiguous, is_place, is_short_state, is_state, longest_place


@pytest.mark.parametrize(
    "name",
    ["Norway", "South Africa", "Rhode Island", "São Paulo", "Sao Paulo", "BERLIN", "North Sea", "U.S.", "DR Congo"],
)
def test_places(name):
    """Countries, states, cities, seas; case and accents make no difference."""
    assert is_place(tuple(name.split()))


@pytest.mark.parametrize("name", ["South", "Paulo", "Quellmar", "New", "Maria", "Norway House"])
def test_parts_of_places_are_none(name):
    """Only a whole name is a place."""
    assert not is_place(tuple(name.split()))


def test_no_name_was_cut_by_a_line_of_the_lexicon():
    """A lexicon line holds whole names only."""
    assert not entries("places.txt", "country") & {"South", "Cabo", "Verde", "Costa", "United"}
    assert {"South Africa", "Costa Rica", "Cabo Verde"} <= entries("places.txt", "country")


def test_persons_names_are_ambiguous():
    """ "Lincoln" is a place only where the text says so; "Oslo" always is."""
    assert is_ambiguous(("Lincoln",))
    assert not is_ambiguous(("Oslo",))


def test_states():
    """States in full and as newspapers shorten them."""
    assert is_state("Arkansas")
    assert is_short_state("Ark.")
    assert is_short_state("AR")
    assert not is_short_state("Arkansas")


def test_place_words():
    """A longer name may say itself that it is a place; the word alone does not."""
    assert has_place_word(("Marden", "County"))
    assert has_place_word(("Lake", "Marden"))
    assert not has_place_word(("County",))
    assert not has_place_word(("Marden", "Quell"))


def test_longest_place_wins():
    """ "New York Mayor" holds New York, not York."""
    assert longest_place(("New", "York", "Mayor")) == 2
    assert longest_place(("Mayor", "York")) == 0
