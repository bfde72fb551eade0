"""What a count covers: a fact and its statement in; all of them, a part, some beside others, and what sort of things, out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.facts import Fact, Quantity
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token
from summarizer.language.words import fold

SORTS_OF_PEOPLE = frozenset(
    "man woman boy girl child baby toddler teenager student officer soldier firefighter civilian".split()
)
BESIDE_WHOM = SORTS_OF_PEOPLE | {"adult", "teen", "infant", "kid", "suspect", "gunman", "father", "mother", "other"}
JOINING = frozenset({",", "and", "&"})
BESIDE = 7  # tokens behind a count in which other people are told of: its noun, "and", a numeral and their noun, with adjectives
MORE_WORDS = frozenset({"other", "others", "more", "another", "further", "additional", "extra"})
FIRST_OF_THEM = frozenset({"first", "last", "next", "final", "opening", "previous"})  # "his first 17 passes"
SHOTS = frozenset({"shot", "gunshot", "round", "bullet", "shell"})
FIRED = frozenset({"shots", "gunshots", "rounds", "bullets", "shells", "gunshot"})  # "20 shots", but "nine shot"
SHOOTINGS = frozenset({"shootings", "homicides", "incidents", "attacks"})
OFTEN = "time"  # "shot seven times" counts shots, not people
REPLACED = (["rather", "than"], ["instead", "of"])


def sort_of(fact: Fact, read: ReadStatement) -> str:
    """What a count is of, where one verb tells of several: people who were shot, shots that were fired, shootings, times."""
    head = fold(fact.head or "")
    if head == OFTEN:
        return "often"
    end = fact.place.end - read.statement.span.start
    after = {fold(t.text) for t in [t for t in read.tokens if t.start >= end][:3]}
    if head in SHOTS and after & FIRED:
        return "shots"
    return "events" if after & SHOOTINGS else ""


def scope_of(fact: Fact, read: ReadStatement) -> str:
    """How much of the set a count covers: "two of them", "two others", the eleven in "seven of the eleven"."""
    if not isinstance(fact.value, Quantity):
        return ""
    start, end = fact.place.start - read.statement.span.start, fact.place.end - read.statement.span.start
    before = [fold(t.text) for t in read.tokens if t.end <= start][-2:]
    if before[-1:] == ["from"] or before in REPLACED:
        return "old"
    if fact.value.unit is not None:
        return ""
    if before[-1:] and before[-1] in FIRST_OF_THEM:
        return "part"
    after = [t for t in read.tokens if t.start >= end][:BESIDE]
    if fact.head not in MORE_WORDS and _is_beside_others([t for t in read.tokens if t.end <= start][-2:], after):
        return "beside"
    if (before and before[-1] in MORE_WORDS) or any(fold(t.text) in MORE_WORDS for t in after[:2]):
        return "more"
    if _is_part(after) and before[-1:] != ["all"]:  # "all 236 of them"
        return "part"
    of_all = len(before) == 2 and before[0] == "of" and before[1] in ("the", "its", "their", "his", "her", "all")
    of_number = before[-1:] == ["of"] and (before[0][:1].isdigit() or _tag_before(read, start) == "NUM")
    return "whole" if of_all or of_number else ""


def _is_beside_others(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether other people are told of in the same breath: "a man and two women", "Baby, 4 people injured"."""
    if len(before) == 2 and before[1].text in JOINING and fold(before[0].lemma) in BESIDE_WHOM:
        return True
    joint = next((i for i, t in enumerate(after) if t.text in JOINING), None)
    if joint is None or not any(fold(t.lemma) in BESIDE_WHOM for t in after[:joint]):
        return False
    return any(fold(t.lemma) in BESIDE_WHOM for t in after[joint + 1 : joint + 4])


def _is_part(after: Sequence[Token]) -> bool:
    """Whether "of them" or "of the injured" follows; "of the 237 people" says how many there were in all."""
    words = [fold(t.text) for t in after]
    if words[:1] != ["of"] or len(after) < 3:
        return False
    if words[1] in ("them", "those", "whom", "which", "these", "us"):
        return True
    if after[1].tag == "PROPN" and fold(after[2].text) in ("'s", "’s"):
        return any(t.tag == "NUM" for t in after[3:4])  # "two of Tanner's nine plants"
    return after[1].tag in ("DET", "PRON") and after[2].tag != "NUM" and not words[2][:1].isdigit()


def _tag_before(read: ReadStatement, start: int) -> str:
    """The part of speech of the word before the one before an offset."""
    before = [t.tag for t in read.tokens if t.end <= start]
    return before[-2] if len(before) > 1 else ""
