"""Where something was, as far as two reports can be held against one another: a text in, questions with their answers out.

A question is of one street (which hundred of its numbers, avenue or road) or of one place (in which direction from it); the
answer a figure, a sort of street or a point of the compass. Every pattern runs in linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.domain.text import Span
from summarizer.language.words import fold

_SORTS = {
    "street": "street",
    "st": "street",
    "avenue": "avenue",
    "ave": "avenue",
    "av": "avenue",
    "road": "road",
    "rd": "road",
    "boulevard": "boulevard",
    "blvd": "boulevard",
    "drive": "drive",
    "dr": "drive",
    "lane": "lane",
    "ln": "lane",
    "court": "court",
    "ct": "court",
    "terrace": "terrace",
    "circle": "circle",
    "parkway": "parkway",
    "pkwy": "parkway",
    "highway": "highway",
    "hwy": "highway",
}
_ORDINALS = {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1
    )
}
_COMPASS = {"north": "N", "south": "S", "east": "E", "west": "W"}
_POINT = re.compile("north|south|east|west")
_WORD = r"(?:[A-Z][\w'’-]{1,20}|\d{1,3}(?:st|nd|rd|th))"
_SORT = (
    r"(?:Streets?|Avenues?|Roads?|Boulevards?|Drive|Lane|Terrace|Circle|Parkway|Highway|St|Ave?|Rd|Blvd|Dr|Ln|Pkwy|Hwy)"
)
_TO = r"(?:[NSEW]\.?\ {0,1}[NSEW]?\.?\ |(?:North|South|East|West)(?:east|west)?\ )?"
# "the 8600 block of North Lamar Boulevard", "8612 Lamar Blvd."
_BLOCK = re.compile(rf"\b(?P<number>\d{{2,5}})[ -](?:block|blk\.?)\ of\ {_TO}(?P<name>{_WORD}(?:\ {_WORD})?)")
_NUMBER = re.compile(rf"\b(?P<number>\d{{2,5}})\ {_TO}(?P<name>{_WORD}(?:\ {_WORD})?)\ (?P<sort>{_SORT})\b")
_STREET = re.compile(rf"\b(?:(?P<first>{_WORD})\ and\ )?(?P<name>{_WORD})\ (?P<sort>{_SORT}|streets|avenues|roads)\b")
_DIRECTION = re.compile(
    r"\b(?P<point>(?i:(?:north|south)[ -]?(?:east|west)|north|south|east|west))(?:ern)?(?:\ (?:side|part|edge|end|outskirts))?\ of\ "
    r"(?P<place>(?:the\ )?[A-Z][\w'’-]{1,20}(?:\ [A-Z][\w'’-]{1,20}){0,2}|the\ (?:town(?:ship)?|city|village))\b"
)
WHOLE_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One answer: `question` its kind and what it is of, folded, `of` as written; `answer` a figure, sort or point."""

    span: Span
    question: tuple[str, str]
    of: str
    answer: str


def read_locations(text: str) -> Iterator[Location]:
    """Every answer in a text.

    >>> [(found.question, found.answer) for found in read_locations("near the 1100 block of E. Velden Street, south of Orbel")]
    [(('block', 'velden'), '1100'), (('street', 'velden'), 'street'), (('direction', 'orbel'), 'S')]
    """
    for pattern in (_BLOCK, _NUMBER):
        for match in pattern.finditer(text):
            hundred = int(match["number"]) // WHOLE_HUNDRED * WHOLE_HUNDRED
            yield Location(
                span=Span(*match.span()),
                question=("block", _street(match["name"])),
                of=match["name"],
                answer=str(hundred),
            )
    for match in _STREET.finditer(text):
        sort = _SORTS[fold(match["sort"]).removesuffix("s")]
        for name in ("first", "name"):
            if match[name] and (name == "name" or match["sort"][-1] == "s"):
                span = Span(match.start(name), match.end())
                yield Location(span=span, question=("street", _street(match[name])), of=match[name], answer=sort)
    for match in _DIRECTION.finditer(text):
        point = "".join(_COMPASS[p] for p in _POINT.findall(match["point"].lower()))
        yield Location(
            span=Span(*match.span()), question=("direction", fold(match["place"])), of=match["place"], answer=point
        )


def _street(name: str) -> str:
    """The name of a street without its sort, "Seventh" as "7th"."""
    words = [_ORDINALS.get(fold(word), fold(word)) for word in name.split()]
    if len(words) > 1 and words[-1] in _SORTS:
        words.pop()
    return " ".join(words)
