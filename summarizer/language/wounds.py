"""Where on the body somebody was hit, and in which room somebody was found: a text and its tokens in, who and where out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.text import Span, Token
from summarizer.language.words import fold

REACH = 14  # words before the part of the body among which stands who was hit
HIT_WITHIN = 70  # characters before it

# A shoulder is part of an arm or of the trunk, as a reporter likes; so is a hip of the trunk or a leg.
_ZONES = {
    "head": "head face cheek jaw eye ear temple forehead mouth skull nose chin",
    "neck": "neck throat",
    "trunk": "neck shoulder hip torso chest abdomen stomach belly side back body heart lung ribs groin buttocks buttock pelvis",
    "arm": "arm forearm shoulder hand wrist elbow finger",
    "leg": "leg thigh hip knee foot ankle calf shin toe groin buttocks buttock",
}
_PARTS = sorted({part for parts in _ZONES.values() for part in parts.split()}, key=len, reverse=True)
_PART = rf"(?:(?:left|right|upper|lower|front|back)\ ){{0,2}}(?:{'|'.join(_PARTS)}|feet)s?"
_WHERE = re.compile(
    rf"\b(?:in|to|through)\ (?:the|his|her|their)\ (?P<parts>{_PART}(?:(?:,|,?\ and)\ (?:(?:the|his|her|their)\ )?{_PART}){{0,2}})\b"
)
_WORD = re.compile(r"[a-z]+")
_HIT = re.compile(
    r"\b(?:shot|wound(?:s|ed)?|injur(?:ed|y|ies)|hit|hitting|struck|striking|stabb(?:ed|ing)|graz(?:ed|ing)|bullets?)\b"
)
_ROOMS = {
    "kitchen": "kitchen",
    "dining room": "dining room",
    "living room": "living room",
    "bedroom": "bedroom",
    "bathroom": "bathroom",
    "garage": "garage",
    "basement": "basement",
    "cellar": "basement",
    "attic": "attic",
    "hallway": "hallway",
    "stairwell": "stairs",
    "staircase": "stairs",
    "porch": "porch",
    "backyard": "yard",
    "yard": "yard",
    "garden": "yard",
    "driveway": "driveway",
    "closet": "closet",
    "lobby": "lobby",
    "parking lot": "parking lot",
    "car park": "parking lot",
    "alley": "alley",
    "bathtub": "bathroom",
    "swimming pool": "pool",
}
_ROOM = re.compile(
    rf"\b(?:in|on|inside)\ (?:the|a|an|his|her|their)\ (?:[a-z]{{3,12}}\ )?(?P<room>{'|'.join(_ROOMS)})(?:\ floor)?\b"
)
_FOUND = re.compile(r"\b(?:found|discovered|lying|laying|slumped|shot|killed|stabbed|collapsed)\b")
# Of these a report mostly has one; of men it has many.
_SINGLE = frozenset(
    "boy girl baby infant toddler child teenager teen officer deputy sergeant sheriff driver gunman student teacher pilot guard "
    "clerk mother father son daughter policeman policewoman soldier passenger woman".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wound:
    """Who was hit or found (a surname or a noun, as written), in which zones of the body or rooms, and the words that say where."""

    who: str
    zones: frozenset[str]
    span: Span


def read_wounds(text: str, tokens: Sequence[Token]) -> Iterator[Wound]:
    """Every wound whose bearer is told by a name or by a noun that fits few.

    >>> from summarizer.language.tagging import tag
    >>> text = "The boy was injured in the left cheek."
    >>> [(w.who, sorted(w.zones), w.span.of(text)) for w in read_wounds(text, tag(text))]
    [('boy', ['head'], 'injured in the left cheek')]
    """
    for match in _WHERE.finditer(text):
        hits = list(_HIT.finditer(text, max(0, match.start() - HIT_WITHIN), match.start()))
        who = _who(tokens, match.start()) if hits else ""
        if who:
            start = hits[-1].start()
            yield Wound(who=who, zones=_zones(match["parts"]), span=Span(start, match.end()))


def read_rooms(text: str, tokens: Sequence[Token]) -> Iterator[Wound]:
    """Every room in which somebody is said to have been found or hit.

    >>> from summarizer.language.tagging import tag
    >>> text = "The woman was found lying on the kitchen floor."
    >>> [(w.who, sorted(w.zones), w.span.of(text)) for w in read_rooms(text, tag(text))]
    [('woman', ['kitchen'], 'lying on the kitchen floor')]
    """
    for match in _ROOM.finditer(text):
        hits = list(_FOUND.finditer(text, max(0, match.start() - HIT_WITHIN), match.start()))
        who = _who(tokens, match.start()) if hits else ""
        if who:
            yield Wound(who=who, zones=frozenset({_ROOMS[match["room"]]}), span=Span(hits[-1].start(), match.end()))


def _zones(parts: str) -> frozenset[str]:
    words = {form for w in _WORD.findall(fold(parts)) for form in (w, w.removesuffix("s"), {"feet": "foot"}.get(w, w))}
    return frozenset(zone for zone, listed in _ZONES.items() if words & set(listed.split()))


def _who(tokens: Sequence[Token], before: int) -> str:
    """The nearest name or person before the words, unless it is by whom the shot was fired."""
    last = sum(t.end <= before for t in tokens) - 1
    for at in range(last, max(-1, last - REACH), -1):
        token = tokens[at]
        if token.text in (";", "and", "while", "but"):
            return ""
        named = token.tag == "PROPN" and token.text[:1].isupper() and len(token.text) > 1
        if not named and fold(token.lemma) not in _SINGLE:
            continue
        first = at
        while first and tokens[first - 1].tag in ("PROPN", "DET", "ADJ", "NOUN"):
            first -= 1
        if first and fold(tokens[first - 1].text) == "by":
            continue
        return token.text if named else fold(token.lemma)
    return ""
