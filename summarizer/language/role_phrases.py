"""The roles beside a name: a sentence's pieces and a name's place among them in, the spans of roles out.

Three shapes: a title before the name ("defence minister Kim Yong-hyun"), an apposition behind it ("Kyrylo Budanov, the
head of Ukrainian intelligence,"), and an apposition before it ("the agency's director, Rosa Vega,").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.domain.text import Span
from summarizer.language import name_words as lexical
from summarizer.language.name_words import Piece
from summarizer.language.sentence_words import STARTERS
from summarizer.language.words import fold

LONGEST_ROLE = 100  # characters: a longer apposition is a clause
MODIFIERS_BEFORE = 5  # words that may stand between the start of a title and its noun
LONGEST_BODY = 3  # words of its name
LONGEST_OF = 7  # words of what stands behind "director of"
NOUN_WITHIN = 6  # words of an apposition among which its noun must be

_AGE = re.compile(r"(?:, (?:aged )?\d{1,3})?, ")
_DETERMINER = re.compile(r"(?:who (?:is|was) )?(?:(?:the|an?|its|their|his|her|one of the|then) )?", re.IGNORECASE)
_ENDS = frozenset(',.;:()—–!?"“”')
_CLAUSE = frozenset(
    "who which that said says told and but was were is are has had will would after when while as because where".split()
)
# Held in a body whose name stands before them; a mayor's or a minister's title has its place in "of …".
_OFFICES = frozenset(
    "ceo cfo coo cto executive chairman chairwoman chairperson chair spokesman spokeswoman spokesperson director manager".split()
)
_TIMES = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_STARTERS = frozenset(word.lower() for word in STARTERS)
_COMPASS = frozenset({"North", "South", "East", "West", "northern", "southern", "eastern", "western"})
_ENDS_HEAD = frozenset("of for at in on to from with by".split())


def roles_at(text: str, found: tuple[Piece, ...], first: int, last: int) -> Iterator[Span]:
    """At most one role before the name at found[first:last + 1] and one behind it.

    >>> from summarizer.language.name_words import pieces
    >>> text = "The mayor, Ana Diaz, left."
    >>> [role.of(text) for role in roles_at(text, pieces(text), 3, 4)]
    ['mayor']
    """
    before = _title(text, found, first) or _apposition_before(text, found, first)
    if before:
        yield before
    behind = _apposition(text, found, last)
    if behind:
        yield behind


def _title(text: str, found: tuple[Piece, ...], first: int) -> Span | None:
    """The role right before a name: its noun, and what qualifies it."""
    noun = first - 1
    if (
        noun < 0
        or not _touches(text, found, noun)
        or found[noun].possessive
        or not lexical.is_role_noun(found[noun].text)
    ):
        return None
    start = _body_start(text, found, _start(text, found, noun), noun)
    return Span(found[start].start, found[noun].end)


def _body_start(text: str, found: tuple[Piece, ...], start: int, noun: int) -> int:
    """ "Orbel chief executive", "Dale Mining spokeswoman": where the name of the body begins that an office of it is held in."""
    if fold(found[noun].text) not in _OFFICES:
        return start
    first = start
    while first and start - first < LONGEST_BODY and _touches(text, found, first - 1) and _names_body(found[first - 1]):
        first -= 1
    opens = first == 0 or found[first - 1].text in _ENDS
    return first + 1 if opens and first < start and fold(found[first].text) in _STARTERS else first


def _names_body(piece: Piece) -> bool:
    word = piece.text
    return word[0].isupper() and word[0].isalpha() and not piece.possessive and fold(word) not in _TIMES


def _start(text: str, found: tuple[Piece, ...], noun: int) -> int:
    """Where the qualifiers of a role noun begin."""
    start = noun
    while (
        start and noun - start < MODIFIERS_BEFORE and _touches(text, found, start - 1) and _qualifies(found[start - 1])
    ):
        start -= 1
    while start < noun and fold(found[start].text) in ("and", "of"):
        start += 1
    return start


def _qualifies(piece: Piece) -> bool:
    word = piece.text
    known = lexical.is_modifier(word.capitalize()) or lexical.is_nation(word) or lexical.is_role_noun(word)
    return (known or lexical.is_acronym(word) or word in _COMPASS) and not piece.possessive


def _apposition_before(text: str, found: tuple[Piece, ...], first: int) -> Span | None:
    """ "the agency's director, NAME," or the same at the end of the sentence."""
    if first < 2 or found[first - 1].text != ",":
        return None
    noun = _noun_before(found, first - 2)
    if noun is None or (found[noun].text[0].isupper() and not found[noun].text.isupper()):
        return None
    start = _start(text, found, noun)
    opener = fold(found[start - 1].text) if start else ""
    if opener not in ("the", "a", "an", "its", "their", "his", "her", "our") and not (
        start and found[start - 1].possessive
    ):
        return None
    return Span(found[start].start, found[first - 2].end)


def _noun_before(found: tuple[Piece, ...], last: int) -> int | None:
    """The role noun at the end of a phrase, or before "of": "the director of its forecasting department"."""
    if lexical.is_role_noun(found[last].text):
        return last
    for i in range(last - 1, max(0, last - LONGEST_OF), -1):
        if found[i].text in _ENDS or fold(found[i].text) in _CLAUSE:
            return None
        if found[i].text == "of" and lexical.is_role_noun(found[i - 1].text):
            return i - 1
    return None


def _apposition(text: str, found: tuple[Piece, ...], last: int) -> Span | None:
    """The role behind a name and a comma, up to the next mark or clause."""
    opening = _AGE.match(text, found[last].end)
    if opening is None or found[last].possessive:
        return None
    start = _DETERMINER.match(text, opening.end())
    begin = start.end() if start else opening.end()
    determined = begin > opening.end()
    inside = _inside(found, last, begin)
    heads = inside[:NOUN_WITHIN]
    for i, piece in enumerate(heads):
        if piece.text in _ENDS_HEAD:
            heads = heads[:i]
            break
    noun = next((p for p in heads if lexical.is_role_noun(p.text)), None)
    if noun is None or not (determined or heads[0] is noun or _qualifies(heads[0])):
        return None
    end = inside[-1].end
    return Span(begin, end) if end - begin <= LONGEST_ROLE else None


def _inside(found: tuple[Piece, ...], last: int, begin: int) -> list[Piece]:
    """The words of an apposition that starts at `begin`."""
    inside: list[Piece] = []
    for piece in found[last + 1 : last + 40]:
        if piece.start < begin:
            continue
        if piece.text in _ENDS or (inside and fold(piece.text) in _CLAUSE):
            break
        inside.append(piece)
    return inside


def _touches(text: str, found: tuple[Piece, ...], i: int) -> bool:
    """Whether one space is all that stands between a piece and the next."""
    return text[found[i].close : found[i + 1].start] == " "
