"""The verb that a noun phrase belongs to: the one right after it, then the one before it, both inside the clause; None where
no rule applies."""

from __future__ import annotations

from summarizer.domain.text import Token
from summarizer.language.clause_phrases import Phrase, without_hedges
from summarizer.language.clause_words import (
    CATENATIVES,
    CLAUSE_WORDS,
    FINDING,
    LIGHT,
    LONGEST_GROUP,
    LONGEST_LOOK,
    NOMINAL,
    STATES,
    SUFFERED,
    Tokens,
)
from summarizer.language.words import REPORTING

_LIKE_PREPOSITIONS = frozenset("including following regarding concerning according".split())
_MARKS = frozenset([";", ":", "—", "–", "--", ".", "?", "!"])
FARTHEST, NEARBY = 14, 6  # words between a subject and its verb; where another verb stands before, fewer
LONGEST_CHAIN = 3


def action_of(tokens: Tokens, phrase: Phrase) -> int | None:
    """The verb of the phrase, or the state that stands for one."""
    edge = without_hedges(tokens, phrase.left)
    if _is_predicate(tokens, edge - 1):
        after = phrase.right + 1  # "is 22 years old"
        return after if after < len(tokens) and tokens[after].tag == "ADJ" and phrase.head != after else None
    if (
        phrase.head is not None
        and tokens[phrase.head].text.lower() in STATES
        and tokens[phrase.head - 1].lemma in FINDING
    ):
        return phrase.head - 1
    left = verb_before(tokens, edge - 1)
    governed = is_governed(tokens, phrase)
    near = None if governed else _verb_after(tokens, phrase.right + 1, reach=0, alone=left is None)
    if near is not None and not _is_reduced(tokens, near, left, edge):
        return near
    if left is not None and not _defers(tokens, left, phrase, edge):
        return left
    if left is None and governed and _is_verbless(tokens, edge - 1):
        return None
    far = _verb_after(tokens, phrase.right + 1, reach=FARTHEST if left is None else NEARBY, alone=left is None)
    return left if far is None else far


def _is_verbless(tokens: Tokens, start: int) -> bool:
    """Whether the clause up to there has a form of "be" only: "he has been there for 12 days"."""
    for at in range(start, max(-1, start - LONGEST_LOOK), -1):
        if tokens[at].tag == "AUX":
            return True
        if is_mark(tokens[at]) or tokens[at].text == ",":
            return False
    return False


def _defers(tokens: Tokens, verb: int, phrase: Phrase, edge: int) -> bool:
    """Whether a verb of saying gives way to what is said: not after "was reported dead in 12", nor "said Monday"."""
    if tokens[edge - 1].text == "," and phrase.head is not None:
        return True  # "To save money, two firms in the north merged"
    if tokens[verb].lemma not in REPORTING or is_passive(tokens, verb):
        return False
    return not (phrase.head is None and verb == edge - 1)


def is_governed(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a preposition stands before the phrase."""
    edge = without_hedges(tokens, phrase.left)
    return edge > 0 and (
        tokens[edge - 1].tag in ("ADP", "SCONJ") or tokens[edge - 1].text.lower() in _LIKE_PREPOSITIONS
    )


def _is_reduced(tokens: Tokens, verb: int, left: int | None, edge: int) -> bool:
    """Whether a participle after the object of `left` only narrows it: "rescued 12 people trapped inside"."""
    if left is None or left != edge - 1 or tokens[left].lemma in REPORTING or tokens[left].lemma in ("leave", "find"):
        return False
    return tokens[verb - 1].tag in NOMINAL and tokens[verb].text != tokens[verb].lemma


def _is_predicate(tokens: Tokens, copula: int) -> bool:
    """Whether the phrase after a form of "be" is what somebody is ("There are 12 people missing" is not)."""
    if copula < 0 or tokens[copula].tag != "AUX" or tokens[copula].lemma != "be":
        return False
    at = copula - 1
    while at >= max(0, copula - LONGEST_GROUP) and tokens[at].tag in LIGHT:
        at -= 1
    return at >= 0 and tokens[at].lemma != "there" and (tokens[at].tag in NOMINAL or tokens[at].tag == "PRON")


def _verb_after(tokens: Tokens, start: int, *, reach: int, alone: bool) -> int | None:
    """The verb whose subject ends before `start`; `reach` is how many words of its modifiers may stand between.

    Where it is not `alone`, because another verb stands before, an infinitive or a new clause is not its.
    """
    helped = False
    passed = 0
    participle: int | None = None
    for at in range(start, min(start + FARTHEST + 10, len(tokens))):
        word = tokens[at]
        suffered = at == start and word.text.lower() in SUFFERED
        if (word.tag == "VERB" and word.text not in _LIKE_PREPOSITIONS) or suffered or (helped and word.tag == "ADJ"):
            if helped or suffered or not word.text.endswith("ing"):
                return _chained(tokens, at)
            participle = at if participle is None else participle
        elif word.tag == "AUX":
            helped = True
        elif _ends_search(tokens, at, helped=helped, alone=alone):
            break
        passed += word.tag not in LIGHT
        if passed > reach:
            break
    return participle if reach else None


def _ends_search(tokens: Tokens, at: int, *, helped: bool, alone: bool) -> bool:
    word = tokens[at]
    if word.lemma == "to" and word.tag == "PART":
        return not alone
    if word.tag in ("ADV", "PART"):
        return word.lemma in CLAUSE_WORDS
    return helped or is_mark(word) or (not alone and (word.tag == "CCONJ" or word.text == ","))


def _chained(tokens: Tokens, at: int) -> int:
    """The last verb of "is expected to be sent"."""
    for _ in range(LONGEST_CHAIN):
        if tokens[at].lemma not in CATENATIVES or at + 2 >= len(tokens) or tokens[at + 1].lemma != "to":
            return at
        verb = next((i for i in range(at + 2, min(at + 6, len(tokens))) if tokens[i].tag not in LIGHT), None)
        if verb is None or tokens[verb].tag != "VERB":
            return at
        at = verb
    return at


def verb_before(tokens: Tokens, start: int) -> int | None:
    """The verb before the place in its clause, or the predicate of a form of "be"."""
    predicate: int | None = None
    for at in range(start, max(-1, start - LONGEST_LOOK), -1):
        word = tokens[at]
        if word.tag == "VERB" and word.text not in _LIKE_PREPOSITIONS and not _is_modifier(tokens, at):
            return at
        if word.tag == "ADJ" and at + 1 < len(tokens) and tokens[at + 1].tag not in NOMINAL:
            predicate = at
        if word.tag == "AUX" and predicate is not None and word.lemma == "be":
            return predicate
        if is_mark(word) or word.lemma in CLAUSE_WORDS:
            return None
    return None


def is_mark(word: Token) -> bool:
    """Whether a clause ends here."""
    return word.tag == "SCONJ" or word.text in _MARKS


def _is_modifier(tokens: Tokens, at: int) -> bool:
    """A participle before its noun: "armed men", "an estimated 12"."""
    if not tokens[at].text.endswith(("ed", "en", "ing")) or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1].tag if at else ""
    return (tokens[at + 1].tag == "NOUN" and before in ("DET", "ADJ", "ADP", "NUM")) or (
        tokens[at + 1].tag == "NUM" and before == "DET"
    )


def is_passive(tokens: Tokens, action: int) -> bool:
    """Whether a form of "be" or "get" helps a participle."""
    if tokens[action].tag != "VERB" or tokens[action].text.endswith("ing"):
        return False
    at = action - 1
    while at >= max(0, action - LONGEST_GROUP) and tokens[at].tag in ("ADV", "PART"):
        at -= 1
    return at >= 0 and tokens[at].tag == "AUX" and tokens[at].lemma in ("be", "get")
