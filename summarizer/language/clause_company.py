"""What narrows a counted noun, and who does what to whom: indices of tokens in, indices of tokens out."""

from __future__ import annotations

from summarizer.language.clause_phrases import noun_run, noun_start
from summarizer.language.clause_verbs import is_mark, is_passive, verb_before
from summarizer.language.clause_words import (
    CALENDAR,
    CATENATIVES,
    HEDGES,
    LIGHT,
    LONGEST_LOOK,
    LONGEST_PHRASE,
    NOMINAL,
    Tokens,
)

_RELATIVE = frozenset("who which that whom whose".split())
_BEFORE_NOUN = frozenset(["DET", "ADV", "NUM", "SYM"])
_BETWEEN = frozenset("up out at least most more than".split())  # "set up a base", "killed at least 12 people"


def qualifiers_of(tokens: Tokens, head: int | None, first: int, last: int) -> tuple[int, ...]:
    """What narrows the noun: words of its phrase before it, the nouns of "of", "in" or "from" right after it."""
    if head is None:
        return ()
    found: list[int] = []
    for at in range(head - 1, max(-1, head - LONGEST_PHRASE), -1):
        word = tokens[at]
        if first <= at <= last:
            continue
        if word.tag in ("NOUN", "PROPN", "ADJ") and word.lemma not in HEDGES:
            found.append(at)
        elif not (
            word.tag in ("DET", "NUM", "SYM") or word.text in ("-", "'s", "’s") or (word.tag == "VERB" and at > last)
        ):
            break
    return tuple(sorted(found)) + _following(tokens, head, first, last)


def _following(tokens: Tokens, head: int, first: int, last: int) -> tuple[int, ...]:
    found: list[int] = []
    at = head + 1
    for _ in range(2):
        if at >= len(tokens) or tokens[at].lemma not in ("of", "in", "from"):
            break
        at += 1
        while at < min(len(tokens), head + 3 * LONGEST_PHRASE) and tokens[at].tag in ("DET", "ADJ"):
            at += 1
        start = at
        while at < min(len(tokens), start + LONGEST_PHRASE) and tokens[at].tag in NOMINAL and not first <= at <= last:
            if tokens[at].lemma.lower() not in CALENDAR:
                found.append(at)
            at += 1
        if at == start:
            break
    return tuple(found)


def subject_of(tokens: Tokens, action: int) -> int | None:
    """The noun before the verb that no preposition governs; for ", killing 12" the subject of the verb before."""
    at = action - 1
    floor = max(0, action - LONGEST_LOOK)
    while at >= floor and (tokens[at].tag in LIGHT or tokens[at].lemma in CATENATIVES or tokens[at + 1].lemma == "yet"):
        at -= 1
    if at == action - 1 and at > 0 and tokens[at].text == "," and tokens[action].text.endswith("ing"):
        main = verb_before(tokens, at)
        return None if main is None else subject_of(tokens, main)
    while at >= floor and not is_mark(tokens[at]):
        word = tokens[at]
        if word.tag in NOMINAL or word.tag == "PRON":
            start = noun_start(tokens, at)
            relative = word.lemma in _RELATIVE
            if not relative and not _is_adjunct(tokens, start):
                return None if word.lemma == "there" else at
            at = start - (1 if relative else 2)
        elif word.tag in ("ADJ", "ADV", "NUM", "PUNCT", "DET"):
            at -= 1
        else:
            return None
    return None


def _is_adjunct(tokens: Tokens, start: int) -> bool:
    """Whether a preposition governs the phrase that starts there; "at least 12" and "more than 12" are not governed."""
    if start == 0 or tokens[start - 1].tag != "ADP" or tokens[start].lemma in HEDGES:
        return False
    return not (tokens[start - 1].lemma in ("than", "about", "around", "over") and tokens[start].tag == "NUM")


def object_of(tokens: Tokens, action: int) -> int | None:
    """The noun right after an active verb."""
    if is_passive(tokens, action):
        return None
    at = action + 1
    end = min(len(tokens), at + LONGEST_PHRASE)
    while at < end and (tokens[at].tag in _BEFORE_NOUN or tokens[at].lemma in _BETWEEN):
        at += 1
    if at < len(tokens) and tokens[at].tag == "PRON":
        return at
    return noun_run(tokens, at)
