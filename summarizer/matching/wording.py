"""What a finding says to an editor: the facts of a slot in, `about` and `explanation` in the articles' own words out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Relation
from summarizer.domain.text import Certainty, Span
from summarizer.matching.unknowns import is_unknown

ABOUT_LENGTH = 70
LONG_ENOUGH = 3  # words: a shorter phrase seldom says what is asked
GOOD_LENGTH = 9
NAMED_OUTLETS = 4
QUESTIONS = {
    Kind.NUMBER: "how many",
    Kind.MONEY: "how much",
    Kind.DATE: "when",
    Kind.TIME: "when",
    Kind.DURATION: "how long",
}
OPENINGS = {
    Relation.CONFLICT: "Sources disagree on the {noun}",
    Relation.UPDATE: "The {noun} moved on",
    Relation.AGREE: "Sources agree on the {noun}",
    Relation.REFINE: "Sources give the {noun} more or less exactly",
}
NOUNS = {
    Kind.MONEY: "amount",
    Kind.QUOTE: "wording of a quotation",
    Kind.ATTRIBUTION: "speaker",
    Kind.PERCENT: "percentage",
    Kind.MEASURE: "measurement",
    Kind.POLARITY: "answer",
    Kind.MANNER: "circumstances",
}
# Where a phrase ends: a mark, but neither the comma of 10,000 nor the dot of "Oct." or 7.1.
_BREAK = re.compile(r"[,.;:!?](?=\s|$|[\"“”])|[—–()\"“”]|\s-\s|\n")
_LOOSE_END = re.compile(
    r"(?:\s|^)(?:on|in|at|by|to|of|for|from|over|since|until|before|after|was|were|is|are|be|been|with|and|the|a|an|about|around|some|than|as)$",
    re.IGNORECASE,
)
_LOOSE_START = re.compile(
    r"^(?:and|but|that|which|who|where|when|if|because|while|as|the|a|an|with|for|so|said|says|also|then)\s+",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|this|that|there|his|her|its|their|those|these|both|one|among|according|it's)\b",
    re.IGNORECASE,
)
# What a clause starts with: the words before it speak of something else.
_CLAUSE = re.compile(
    r"\b(?:of which|which|who|whom|whose|where|when|that|while|because|although|and|but|said|says)\s", re.IGNORECASE
)


def about(kind: Kind, reason: str, facts: Sequence[Fact], statements: Mapping[str, tuple[int, str]]) -> str:
    """A short phrase cut from the statement that says most plainly what the value is of.

    `statements` maps an id to the statement's start in its field and its text.
    """
    unknown = min((f.display for f in facts if is_unknown(f)), key=lambda d: (len(d), d), default=None)
    if unknown is not None:
        return _shortened(unknown)
    match kind:
        case Kind.QUOTE | Kind.ATTRIBUTION:
            said = min((_quoted(f, *statements[f.evidence.statement]) for f in facts), key=lambda d: (len(d), d))
            return f"{'words of' if kind is Kind.QUOTE else 'who said'} “{_shortened(said)}”"
        case Kind.POLARITY:
            told = min((f for f in facts if _is_yes(f)), key=lambda f: (len(f.display), f.display), default=facts[0])
            return f"whether {_shortened(told.display)}"
        case Kind.ROLE if isinstance(facts[0].value, Phrase) and facts[0].head:
            return f"role of {facts[0].head}"
        case Kind.MANNER | Kind.PLACE if isinstance(facts[0].value, Phrase):
            return facts[0].head or _shortened(min((f.display for f in facts), key=lambda d: (len(d), d)))
        case Kind.NAME if reason == "two_holders":
            return f"who is {facts[0].head}"
        case Kind.NAME | Kind.PLACE if len({_words(f) for f in facts}) > 1 and not _is_nested(facts):
            return f"spelling of {min(f.display for f in facts)}"
        case _:
            phrases = sorted((_surroundings(kind, f, *statements[f.evidence.statement]) for f in facts), key=_merit)
            return f"{QUESTIONS.get(kind, '')} {phrases[0] or facts[0].display}".strip()


def explanation(
    kind: Kind, relation: Relation, sides: Sequence[tuple[str, Sequence[Fact]]], sources: Mapping[str, str]
) -> str:
    """One sentence: what kind of difference, then each side's value with the outlets that give it and whom they cite."""
    values = "; ".join(f"{shown} ({_givers(facts, sources)})" for shown, facts in sides)
    return f"{OPENINGS[relation].format(noun=NOUNS.get(kind, kind.value))}: {values}."


def _givers(side: Sequence[Fact], sources: Mapping[str, str]) -> str:
    outlets = list(dict.fromkeys(sources[f.evidence.article] for f in side))
    speakers = list(dict.fromkeys(f.evidence.attributed_to for f in side if f.evidence.attributed_to))
    sure = {f.evidence.certainty for f in side} - {Certainty.STATED}
    more = len(outlets) - NAMED_OUTLETS
    named = ", ".join(outlets[:NAMED_OUTLETS]) + (f" and {more} more" if more > 0 else "")
    cited = f", citing {speakers[0]}" if speakers else ""
    return named + cited + (f", {sure.pop()}" if len(sure) == 1 else "")


def _quoted(fact: Fact, start: int, text: str) -> str:
    """The words of a quotation; the fact of its speaker displays the speaker."""
    return Span(fact.place.start - start, fact.place.end - start).of(text).strip(" ,")


def _is_yes(fact: Fact) -> bool:
    return isinstance(fact.value, Phrase) and fact.value.positive is True


def _words(fact: Fact) -> tuple[str, ...]:
    return fact.value.words if isinstance(fact.value, Name) else ()


def _is_nested(facts: Sequence[Fact]) -> bool:
    longest = max((frozenset(_words(f)) for f in facts), key=len)
    return all(set(_words(f)) <= longest for f in facts)


def _merit(phrase: str) -> tuple[bool, bool, int, int, str]:
    """The best phrase first: no bare pronoun, long enough to say something, then near to GOOD_LENGTH words."""
    count = len(phrase.split())
    return (bool(_PRONOUN.match(phrase)), count < LONG_ENOUGH, abs(count - GOOD_LENGTH), len(phrase), phrase)


def _surroundings(kind: Kind, fact: Fact, start: int, text: str) -> str:
    """The words after a counted value, before a dated or measured one, around a name, up to the nearest break."""
    place = Span(fact.place.start - start, fact.place.end - start)
    after, before = _until_break(text[place.end :]), _since_break(text[: place.start])
    match kind:
        case Kind.NUMBER:
            chosen = after or before
        case Kind.MONEY:
            chosen = before if len(before.split()) > 1 else after
        case Kind.AGE:
            return f"age of {fact.head or after or before}"
        case Kind.NAME | Kind.PLACE | Kind.ROLE:
            last = " ".join(before.split()[-GOOD_LENGTH + 3 :])
            return _shortened(f"{last} {fact.display}" if last else f"{fact.display} {after}".strip())
        case _:
            chosen = before if len(before.split()) > 1 else after
    return _shortened(_tidied(chosen))


def _tidied(phrase: str) -> str:
    """Without the loose words that a cut leaves at its ends."""
    while (shorter := _LOOSE_END.sub("", _LOOSE_START.sub("", phrase)).strip()) != phrase:
        phrase = shorter
    return phrase


def _until_break(text: str) -> str:
    found = _BREAK.search(text, 1 if text[:1].isspace() else 0)
    return text[: found.start() if found else len(text)].strip(" -")


def _since_break(text: str) -> str:
    """The words since the last break, as many as ABOUT_LENGTH holds."""
    near = text[-2 * ABOUT_LENGTH :]
    at = max((m.end() for m in _BREAK.finditer(near)), default=0)
    clause = max(
        (m.end() for m in _CLAUSE.finditer(near, at) if len(near[m.end() :].split()) >= LONG_ENOUGH), default=at
    )
    words = near[clause:].split()
    if clause == 0 and len(near) < len(text):
        words = words[1:]
    while words and len(" ".join(words)) > ABOUT_LENGTH:
        words.pop(0)
    return " ".join(words)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= ABOUT_LENGTH:
        return text
    return text[:ABOUT_LENGTH].rsplit(" ", 1)[0] + "…"
