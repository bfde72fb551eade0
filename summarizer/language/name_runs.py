"""Runs of words that are one name, or one name with its titles: a sentence's pieces in, the runs out.

A run goes on over one space to the next accepted word, over particles ("de la"), "&", over "of" behind words that take it
("University of Bergen") and over a possessive in names like "St. Mary's Hospital".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.language import name_words as lexical
from summarizer.language.name_words import Piece, adjacent
from summarizer.language.places import is_place
from summarizer.language.words import fold

LONGEST_RUN = 12  # words of a name with its titles; more is a menu or a list of keywords
JOINED_BY = frozenset({"of", "for", "on", "at"})

_PARTICLES = frozenset(
    "de da das del della der den di do dos du el al la las le les los bin ibn bint van von von zu zur ul ur ud ter".split()
)
_LEAD_PARTICLES = frozenset({"bin", "ibn", "von", "van", "de", "di", "da", "del", "al"})
_DETERMINERS = frozenset("a an the his her its their my our your this that each every white black red".split())
_SPLIT_PARTICLES = frozenset({"do", "den", "la", "le", "les", "los", "las", "el", "al"})
_LISTING = frozenset(
    "Department Departments Ministry Center Centers Centre Committee Commission Office Agency Bureau Institute Institutes Council Board".split()
)
_OWNED = frozenset(
    "Children Women Men People Sheriff Coroner Attorney Prosecutor Mayor Governor Veteran King Queen Examiner Teacher Worker".split()
)
_FACILITY = frozenset(
    "Hospital Office Department Church Cathedral College School County Day Park Square Club Bay Island Court Abbey Party".split()
)
_PAIRS = frozenset(
    {
        ("Trinidad", "Tobago"),
        ("Bosnia", "Herzegovina"),
        ("Antigua", "Barbuda"),
        ("Johnson", "Johnson"),
        ("Newfoundland", "Labrador"),
    }
)
# Words that the figure behind them belongs to.
NUMBERED = frozenset(
    "Flight Boeing Airbus Route Highway Interstate Windows Channel Apollo Soyuz Falcon Area Unit Sputnik Voyager Pier Terminal".split()
)
NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence's pieces, and for each whether it may be part of a name."""

    text: str
    pieces: tuple[Piece, ...]
    accepted: Sequence[bool]

    def touches(self, i: int) -> bool:
        """Whether only one space stands between a piece and the one before."""
        return adjacent(self.text, self.pieces, i)


def runs(sentence: Marked) -> Iterator[tuple[Piece, ...]]:
    """The runs in text order, disjoint."""
    i, end = 0, len(sentence.accepted)
    while i < end:
        if not sentence.accepted[i]:
            i += 1
            continue
        run = [i - 1, i] if _leads(sentence, i) else [i]
        while len(run) <= LONGEST_RUN and (step := _next(sentence, run)):
            run.extend(range(run[-1] + 1, step + 1))
        if len(run) <= LONGEST_RUN:
            yield tuple(sentence.pieces[j] for j in run)
        i = run[-1] + 1


def _leads(sentence: Marked, i: int) -> bool:
    """Whether a lower-case particle before a name belongs to it: "bin Laden", "de Blasio", but not "the van"."""
    if i == 0 or sentence.pieces[i - 1].text not in _LEAD_PARTICLES or not sentence.touches(i):
        return False
    return i == 1 or fold(sentence.pieces[i - 2].text) not in _DETERMINERS


def _next(sentence: Marked, run: Sequence[int]) -> int:
    """The piece that goes on with a run, 0 when it ends."""
    last = run[-1]
    following = last + 1
    if following >= len(sentence.accepted) or not sentence.touches(following):
        return 0
    if sentence.pieces[last].possessive and not _is_owned(sentence, run, following):
        return 0
    if sentence.accepted[following]:
        return following
    piece = sentence.pieces[following]
    if piece.text in NUMBERED or (NUMBER.match(piece.text) and sentence.pieces[last].text in NUMBERED):
        return following
    for reach in (following + 1, following + 2, following + 3):
        if reach >= len(sentence.accepted) or not sentence.touches(reach):
            return 0
        if sentence.accepted[reach]:
            return reach if _joins(sentence, run, reach) else 0
    return 0


def _is_owned(sentence: Marked, run: Sequence[int], following: int) -> bool:
    """ "St. Mary's Hospital", "Sheriff's Office" go on behind the possessive; "Russia's Court" does not."""
    piece = sentence.pieces[following]
    if piece.text not in _FACILITY:
        return False
    before = sentence.pieces[run[-2]].text if len(run) > 1 else ""
    return before in ("St.", "St", "Saint", "Prince", "Queen", "King") or sentence.pieces[run[-1]].text in _OWNED


def _joins(sentence: Marked, run: Sequence[int], reach: int) -> bool:
    """Whether the lower-case words between a run and an accepted word are part of the name."""
    between = [p.text for p in sentence.pieces[run[-1] + 1 : reach]]
    last, target = sentence.pieces[run[-1]].text, sentence.pieces[reach].text
    if between == ["&"]:
        return True
    if all(word in _PARTICLES for word in between):
        return not (between[0] in _SPLIT_PARTICLES and is_place((last,))) and not lexical.is_nation(target)
    if between in (["of"], ["of", "the"]):
        return _takes_of(sentence, run, reach)
    names = [sentence.pieces[i].text for i in run]
    if between in (["and"], ["for"], ["for", "the"], ["on"], ["in"], ["and", "the"]):
        return between != ["and", "the"] and _goes_on(names, between[0], target)
    return between == ["at"] and "University" in names and is_place((target,))


def _takes_of(sentence: Marked, run: Sequence[int], reach: int) -> bool:
    head = sentence.pieces[run[-1]].text
    target = sentence.pieces[reach].text
    if head == "State" and len(run) == 1 and is_place((target,)):
        return False  # "State of Georgia" is Georgia; "Secretary of State" is no name at all
    return lexical.takes_of(head) and not lexical.is_time_word(target)


def _goes_on(names: Sequence[str], word: str, target: str) -> bool:
    if word in ("for", "on", "in"):
        return names[-1] in _LISTING and not is_place((target,)) and not lexical.is_given_name(target)
    listing = any(name in JOINED_BY for name in names) and any(name in _LISTING for name in names)
    return (listing and lexical.is_common(target)) or (names[-1], target) in _PAIRS
