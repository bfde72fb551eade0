"""In what sort of place somebody died, and which aircraft it was: a text in, the answers with their places out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.text import Span, Token
from summarizer.language.own_clause import clause_of
from summarizer.language.words import fold

_SORTS = {
    "home": "home",
    "house": "home",
    "residence": "home",
    "apartment": "home",
    "hospice": "hospice",
    "nursing home": "nursing home",
    "care home": "nursing home",
    "hospital": "hospital",
    "clinic": "hospital",
    "medical center": "hospital",
    "medical centre": "hospital",
    "infirmary": "hospital",
    "hotel": "hotel",
    "prison": "prison",
    "jail": "prison",
    "scene": "scene",
    "ambulance": "ambulance",
}
_WHERE = re.compile(
    r"\b(?P<died>died|passed)\b[^.;]{0,60}?\b(?:at|in|on)\ (?:(?:a|an|the|his|her|their)\ )?(?:[\w.'’-]{1,16}\ ){0,4}?"
    rf"(?P<sort>{'|'.join(sorted(_SORTS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
# Of these an event may have several dead.
_MANY = frozenset("man woman person victim one other passenger people child boy girl who that which body".split())
_MAKERS = "Boeing|Airbus|Embraer|Bombardier|Cessna|Antonov|Tupolev|Ilyushin|Sukhoi|Fokker|ATR|Learjet|Gulfstream|Beechcraft|Lockheed"
_AIRCRAFT = re.compile(
    rf"\b(?P<maker>{_MAKERS})\ (?P<model>(?:[A-Z]{{1,3}}-?|[A-Z][a-z]-)?\d{{2,4}})[A-Z]{{0,2}}(?:-\d{{1,4}}[A-Z]{{0,3}})?\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer: of whom or what, which, and the words that say so."""

    of: str
    answer: str
    span: Span


def read_death_places(text: str, tokens: Sequence[Token]) -> Iterator[Told]:
    """Every death of somebody who is told by what only he or she is; a surname may be of several who died.

    >>> from summarizer.language.tagging import tag
    >>> text = "The Orbel-born singer died at home in Marden on Sunday."
    >>> [(found.of, found.answer) for found in read_death_places(text, tag(text))]
    [('singer', 'home')]
    """
    for match in _WHERE.finditer(text):
        verb = next((i for i, t in enumerate(tokens) if t.start == match.start("died")), None)
        clause = clause_of(tuple(tokens), verb, verb) if verb is not None else None
        if clause is None:
            continue
        subject = tokens[clause.subject[1] - 1]
        who = fold(subject.lemma)
        if subject.tag == "NOUN" and fold(subject.text) == who and who not in _MANY:
            yield Told(of=who, answer=_SORTS[fold(match["sort"])], span=Span(*match.span()))


def read_aircraft(text: str) -> Iterator[Told]:
    """Every type of aircraft by its maker and model, without its series.

    >>> [found.answer for found in read_aircraft("a Boeing 787-9 and the Airbus A350")]
    ['boeing 787', 'airbus a350']
    """
    for match in _AIRCRAFT.finditer(text):
        yield Told(of="aircraft", answer=fold(f"{match['maker']} {match['model']}"), span=Span(*match.span()))
