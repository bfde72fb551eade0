"""Where on the body somebody was hit: a text and its tokens in, who, the zones of the body and the words out."""

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
# Of these a report mostly has one; of men and women it has many.
_SINGLE = frozenset(
    "boy girl baby infant toddler child teenager teen officer deputy sergeant sheriff driver gunman student teacher pilot guard "
    "clerk mother father son daughter policeman policewoman soldier passenger".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wound:
    """Who was hit (a surname or a noun, folded), in which zones, and the words that say where."""

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
        return fold(token.text if named else token.lemma)
    return ""
