"""Callings and offices: the words of a role in, which calling it is and whether two exclude each other out."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

from summarizer.domain.text import Span
from summarizer.language.name_words import entries, lexicon
from summarizer.language.words import fold

DEPUTY = "deputy "
APART = "apart "
NEAR = 12  # characters before a role in which "former" may stand

_DEPUTIES = frozenset("deputy vice assistant associate lieutenant lt under".split())
_FORMER = re.compile(r"\b(?:former|ex|one-?time|retired)\b", re.IGNORECASE)
# Held for a time, or not yet.
_PASSING = re.compile(
    r"\b(?:then|acting|interim|incoming|outgoing|next|late|would-be|shadow|designate|elect)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def calling_of(role: str) -> str:
    """The calling that a role names, "" where it names none, with "deputy" before the office of a deputy.

    >>> calling_of("Marden County Sheriff"), calling_of("vice mayor of Orbel"), calling_of("spokesman")
    ('sheriff', 'deputy mayor', '')
    """
    words = [fold(word).rstrip(".") for word in _LETTERS.findall(role)]
    found = _longest(words, words.index("of") if "of" in words else len(words))
    if found is None:
        return ""
    calling, start = found
    return DEPUTY + calling if any(w in _DEPUTIES for w in words[max(0, start - 2) : start]) else calling


def exclude_each_other(one: str, other: str) -> str:
    """The group of which somebody has only one of the two callings, "" where both may hold.

    >>> bool(exclude_each_other("judge", "prosecutor")), bool(exclude_each_other("judge", "senator"))
    (True, False)
    """
    if one == other:
        return ""
    bare = {one.removeprefix(DEPUTY), other.removeprefix(DEPUTY)}
    if len(bare) == 1:
        return "single" if bare <= entries("callings.txt", "single") else ""
    return _apart().get(frozenset(bare), "")


def is_single(calling: str) -> bool:
    """Whether one person holds it at a time, so that leaving it is news."""
    return calling in entries("callings.txt", "single")


def is_former(text: str, role: Span) -> bool:
    """Whether a role is held no more."""
    return bool(_FORMER.search(text, max(0, role.start - NEAR), role.end))


def is_passing(text: str, role: Span) -> bool:
    """Whether a role is held for a time only, not yet, or was held when something happened: "acting", "outgoing"."""
    return bool(_PASSING.search(text, max(0, role.start - NEAR), role.end + NEAR))


def _longest(words: list[str], before: int) -> tuple[str, int] | None:
    """The calling that starts before a word ("the wife of the mayor" is a wife), whose wording is longest, and its start."""
    best: tuple[int, int, str] | None = None
    for start in range(before):
        for end in range(start + 1, min(len(words), start + _most_words()) + 1):
            calling = _wordings().get(" ".join(words[start:end]))
            if calling and (best is None or (end - start, start) >= best[:2]):
                best = (end - start, start, calling)
    return None if best is None else (best[2], best[1])


@cache
def _wordings() -> dict[str, str]:
    listed = lexicon("callings.txt")
    return {fold(w): calling for calling, wordings in listed.items() if not _is_rule(calling) for w in wordings}


def _is_rule(kind: str) -> bool:
    return kind in ("but", "single") or kind.startswith(APART)


@cache
def _most_words() -> int:
    return max(len(wording.split()) for wording in _wordings())


@cache
def _apart() -> dict[frozenset[str], str]:
    """Pairs of callings that nobody has at once, with the group they stand in."""
    together = {frozenset(pair.split(" + ")) for pair in entries("callings.txt", "but")}
    return {
        pair: kind
        for kind, group in lexicon("callings.txt").items()
        if kind.startswith(APART)
        for pair in map(frozenset, combinations(group, 2))
        if pair not in together
    }
