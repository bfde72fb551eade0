"""Places of the gazetteer: the words of a name in, whether they certainly name a place out. No coordinates, no guessing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarizer.language.name_words import entries
from summarizer.language.words import fold

_NAMED = ("country", "state", "city", "region", "continent", "water", "mountain", "province")
LONGEST_PLACE = 6  # words: "Democratic Republic of the Congo" has five


def is_place(words: Sequence[str]) -> bool:
    """Whether the gazetteer has exactly this name, in any case and without accents.

    >>> is_place(("Buenos", "Aires")), is_place(("SÃO", "PAULO")), is_place(("Buenos",))
    (True, True, False)
    """
    return " ".join(fold(word) for word in words) in _gazetteer()


def is_city(words: Sequence[str]) -> bool:
    """Whether the gazetteer has it as a city."""
    return " ".join(fold(word) for word in words) in _cities()


def is_ambiguous(words: Sequence[str]) -> bool:
    """Whether this place is as often a person or a plain word: "Lincoln", "Reading"."""
    return " ".join(fold(word) for word in words) in _ambiguous()


def is_short_state(word: str) -> bool:
    """Whether it is the abbreviation of a state or province: "Calif.", "NY"."""
    return word in entries("places.txt", "state_short", "state_postal")


def is_state(name: str) -> bool:
    """Whether it is a state's name in full: "Arkansas"."""
    return name in entries("places.txt", "state")


def has_place_word(words: Sequence[str]) -> bool:
    """Whether a longer name says itself that it is a place: "Cook County", "Lake Victoria".

    >>> has_place_word(("Qeshm", "Island")), has_place_word(("Mount", "Fuji")), has_place_word(("Island",))
    (True, True, False)
    """
    if len(words) < 2:
        return False
    return words[-1] in entries("places.txt", "part") or words[0] in entries("places.txt", "part_first")


def longest_place(words: Sequence[str]) -> int:
    """How many of the first words are one place of the gazetteer; 0 if none are.

    >>> longest_place(("New", "York", "Mayor")), longest_place(("Mayor",))
    (2, 0)
    """
    if not words or fold(words[0]) not in _first_words():
        return 0
    most = min(len(words), LONGEST_PLACE)
    return next((n for n in range(most, 0, -1) if is_place(words[:n])), 0)


@cache
def _gazetteer() -> frozenset[str]:
    return frozenset(fold(name) for name in entries("places.txt", *_NAMED))


@cache
def _cities() -> frozenset[str]:
    return frozenset(fold(name) for name in entries("places.txt", "city"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in _gazetteer())


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(fold(name) for name in entries("places.txt", "ambiguous"))
