"""The noun phrase that a value stands in: the tokens of a sentence and the value's place in, the noun and the phrase's ends out."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.language.clause_words import (
    CALENDAR,
    CLAUSE_WORDS,
    FINDING,
    HEDGES,
    LONGEST_GROUP,
    LONGEST_PHRASE,
    STATES,
    SUFFERED,
    Tokens,
)

_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"])  # words that a noun phrase is made of
_ADVERBIAL = frozenset("today yesterday tomorrow tonight overnight north south east west ago".split())
_WHEN = frozenset("in since by until till during before after from of".split())  # what stands before a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The noun phrase that a value stands in: its noun, if any, and its first and last token."""

    head: int | None
    left: int
    right: int


def phrase_of(tokens: Tokens, first: int, last: int) -> Phrase:
    """The phrase of the value at tokens[first:last + 1]."""
    left = _left_edge(tokens, first)
    if _is_when(tokens, first, last) and not _modifies(tokens, first, last):
        return Phrase(head=None, left=first, right=last)
    right = noun_run(tokens, last + 1)
    if last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].tag == "NOUN":
        right = last + 2  # "a 12-nation summit" counts nations
    if right is not None and not _is_measure(tokens, first, last):
        return Phrase(head=right, left=left, right=right)
    partitive = _after_of(tokens, last + 1)
    if partitive is not None:
        return Phrase(head=partitive[0], left=left, right=partitive[1])
    return _before(tokens, first, last, left)


def _left_edge(tokens: Tokens, first: int) -> int:
    """The first token of the phrase: determiners, hedges and modifiers before the value."""
    at = first
    while at > max(0, first - LONGEST_PHRASE):
        word = tokens[at - 1]
        hedge = (word.tag == "ADV" and word.lemma not in CLAUSE_WORDS) or word.lemma in HEDGES
        of_hedge = (
            word.lemma in ("at", "to", "up", "than")
            and at < len(tokens)
            and tokens[at].lemma in ("least", "most", "to")
        )
        if not (hedge or of_hedge or word.tag in ("DET", "ADJ", "SYM") or word.lemma in ("than", "about")):
            break
        at -= 1
    return at


def _is_when(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the value is a date or a time, not a number of days."""
    words = tokens[first : last + 1]
    named = any(t.lemma.lower() in CALENDAR for t in words)
    if named:
        return not (words[0].tag == "NUM" and words[-1].tag == "NOUN" and words[-1].lemma not in ("a.m.", "p.m."))
    year = len(words) == 1 and len(words[0].text) == 4 and words[0].text[:2] in ("17", "18", "19", "20", "21")
    return year and first > 0 and tokens[first - 1].lemma in _WHEN


def _modifies(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a date stands before the noun that it dates: "the Oct. 7 attack", "Monday's vote"."""
    if last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    if following.lemma == "'s" or following.text in "'’":
        return True
    return following.tag in ("NOUN", "ADJ") and (first == 0 or tokens[first - 1].tag in ("DET", "ADJ"))


def _is_measure(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the value ends in its own unit, which no noun follows: "12 miles", not "a 12-mile front"."""
    if last == first or tokens[last].tag != "NOUN":
        return False
    hyphen = any(t.text == "-" for t in tokens[first : last + 1])
    return not hyphen and tokens[last].text.endswith("s")


def noun_run(tokens: Tokens, start: int) -> int | None:
    """The noun that ends the run of adjectives and nouns from `start`."""
    at = start
    head: int | None = None
    while at < len(tokens) and at < start + LONGEST_PHRASE:
        word = tokens[at]
        if word.text.lower() in SUFFERED and (at + 1 >= len(tokens) or tokens[at + 1].tag not in _INSIDE):
            break
        if _may_head(tokens, at, head):
            head = at
            if word.lemma in CALENDAR and word.text.endswith("s"):
                return at  # "30 years experience"
        elif head is not None and tokens[head].tag == "NOUN":
            if not (word.text == "-" and at + 1 < len(tokens) and tokens[at + 1].tag == "NOUN"):
                break
        elif not _may_precede(tokens, at):
            break
        at += 1
    if head is not None:
        return head
    return _state(tokens, start)


def _may_head(tokens: Tokens, at: int, head: int | None) -> bool:
    word = tokens[at]
    if word.tag == "NOUN":
        return head is None or not (word.lemma in _ADVERBIAL or word.lemma in CALENDAR)
    return word.tag == "PROPN" and word.lemma.lower() not in CALENDAR and (head is None or tokens[head].tag == "PROPN")


def _state(tokens: Tokens, start: int) -> int | None:
    """A state that stands for those who are in it: "12 dead", "12 feared dead"."""
    for at in (start, start + 1):
        if at < len(tokens) and tokens[at].text.lower() in STATES and tokens[at].tag in ("ADJ", "NOUN", "VERB"):
            return at
        if at < len(tokens) and tokens[at].lemma not in FINDING:
            return None
    return None


def _may_precede(tokens: Tokens, at: int) -> bool:
    """Whether the word can stand between a number and its noun."""
    word = tokens[at]
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if word.tag in ("ADJ", "NUM", "SYM") or word.text in ("-", "'s", "’s"):
        return True
    if word.tag == "VERB":
        return word.text.endswith(("ing", "ed", "en")) and following in ("NOUN", "ADJ")
    if word.tag in ("CCONJ", "ADV") or word.text in (",", "“", '"'):
        return following in ("ADJ", "VERB") if word.tag != "ADV" else following == "ADJ"
    return False


def _after_of(tokens: Tokens, start: int) -> tuple[int | None, int] | None:
    """What "of the ..." after a number names ("in ..." after a sum of money), and where that phrase ends."""
    if start >= len(tokens) or not (
        tokens[start].lemma == "of" or (tokens[start].lemma == "in" and _is_money(tokens, start))
    ):
        return None
    at = start + 1
    while at < min(len(tokens), start + LONGEST_PHRASE) and tokens[at].tag in ("DET", "NUM", "PRON"):
        if tokens[at].tag == "PRON" and not (at + 1 < len(tokens) and tokens[at + 1].tag in _INSIDE):
            return None, at
        at += 1
    head = noun_run(tokens, at)
    return None if head is None else (head, head)


def _is_money(tokens: Tokens, end: int) -> bool:
    """ "$10 million in aid", not "in March" or "in Kyiv"."""
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if following is None or following.tag not in ("NOUN", "ADJ") or following.lemma in CALENDAR:
        return False
    return any(t.tag == "SYM" and t.text != "%" for t in tokens[max(0, end - 4) : end])


def _before(tokens: Tokens, first: int, last: int, left: int) -> Phrase:
    """No noun after the value: the noun before "of", or the name before a comma ("Kim Ray, 45, said")."""
    ends = last + 1 >= len(tokens) or tokens[last + 1].text in ",)"
    if first > 1 and tokens[first - 1].text in (",", "(") and ends and tokens[first - 2].tag == "PROPN":
        return Phrase(head=first - 2, left=noun_start(tokens, first - 2), right=min(last + 1, len(tokens) - 1))
    if left > 1 and tokens[left - 1].lemma == "of" and tokens[left - 2].tag == "NOUN":
        return Phrase(head=left - 2, left=noun_start(tokens, left - 2), right=last)
    return Phrase(head=None, left=left, right=last)


def without_hedges(tokens: Tokens, left: int) -> int:
    """Where the phrase starts, with the adverbs before it."""
    floor = max(0, left - LONGEST_GROUP)
    while left > floor and tokens[left - 1].tag == "ADV" and tokens[left - 1].lemma not in CLAUSE_WORDS:
        left -= 1
    return left


def noun_start(tokens: Tokens, at: int) -> int:
    """Where the phrase that ends in a noun starts."""
    floor = max(0, at - LONGEST_PHRASE)
    while at > floor and (tokens[at - 1].tag in _INSIDE or tokens[at - 1].text in ("-", "'s", "’s")):
        at -= 1
    return at
