"""At what stage somebody's case is said to be: a statement's text and tagged words in, mentions of stages with whom they are of out.

The stages and their wordings are rows of lexicons/stages.txt. A verb is read by its voice and by what helps it: "has been
charged", "has not been charged" and "will be charged" are two stages. Words under "if", "could" or "not" tell none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from summarizer.domain.text import Aspect, Span, Token
from summarizer.language import wordings
from summarizer.language.clause_aspect import aspect_of
from summarizer.language.stage_guards import is_elsewhere, is_no_stage, lets_out
from summarizer.language.stage_people import SOMEBODY, People, Who, who_after, who_before, who_near
from summarizer.language.words import fold, holds

READ_AT_MOST = 2_000  # characters; longer "sentences" are tables or lists run together
HELD, RELEASED = "held", "released"
MISSED = frozenset(
    "baby infant child toddler kid parent sibling relative victim passenger witness patient pilot".split()
)
ACTED = 2.5  # ranks from which on something was done to somebody
GUARD_REACH = 40  # characters before a wording that its "not" or "if" stands among
_GUARD = re.compile(
    r"(?:\b(?:if|ever|could|would|may|might|can|should|whether|until|unless|not|never|no|nor|neither|without|possibly|faked?)|n['’]t)\b[^.;:]{0,24}\Z",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:will|to|set|scheduled|expected|due|slated)(?: \w+){0,2} \Z", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:to|will|would)(?: (?:be|also|later|soon))? \Z", re.IGNORECASE
)  # of what has no stage for a plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage of a case."""

    name: str
    place: int  # in their order
    rank: float
    denied: str
    planned: str
    awaits: str  # the stage that it waits for, which is news of it however near they lie


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMention:
    """A stage that a statement tells of, where its words stand in it, and whom it is of: None for the case as a whole."""

    stage: Stage
    span: Span
    who: Who | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """All wordings of a stage that have the person on one side; a sentence without any of `signs` has none of them."""

    stage: Stage
    where: str
    pattern: re.Pattern[str]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    stages: dict[str, Stage]
    wordings: tuple[_Wording, ...]
    verbs: dict[str, Stage]


def read_stages(text: str, tokens: Sequence[Token], people: People) -> tuple[StageMention, ...]:
    """Every stage told in a statement, in text order; of wordings that overlap the first of the table, then the longest.

    >>> from summarizer.language.tagging import tag
    >>> text = "Oda has not been charged."
    >>> [(m.stage.name, m.who.names) for m in read_stages(text, tag(text), frozenset({"oda"}))]
    [('uncharged', frozenset({'oda'}))]
    """
    text = text[:READ_AT_MOST]
    found: list[StageMention] = []
    taken: list[Span] = []
    for mention in (*_by_wording(text, tokens, people), *_by_verb(text, tokens, people)):
        if not any(mention.span.overlaps(span) for span in taken):
            taken.append(mention.span)
            found.append(mention)
    if not found or is_elsewhere(text):  # last, as most statements tell of no stage
        return ()
    return tuple(sorted(found, key=lambda m: (m.span, m.stage.name)))


def _by_wording(text: str, tokens: Sequence[Token], people: People) -> Iterator[StageMention]:
    folded = text.replace("’", "'")
    lowered = folded.lower()
    for wording in _table().wordings:
        if not holds(lowered, wording.signs):
            continue
        stage, where = wording.stage, wording.where
        for match in wording.pattern.finditer(folded):
            if _GUARD.search(text, max(0, match.start() - GUARD_REACH), match.start()):
                continue
            told = _still_to_come(text, stage, match.start())
            if told is None or is_no_stage(told.name, text, *match.span()):
                continue
            who = _who(tokens, where, _tokens_at(tokens, match.start(), match.end()), people)
            if (where != "none" and who is None) or (where == "after" and _is_missed(told, who)):
                continue
            yield StageMention(stage=told, span=Span(*match.span()), who=who)


def _is_missed(stage: Stage, who: Who | None) -> bool:
    """Whether those who are looked for are lost, not hunted."""
    return stage.rank == 0 and who is not None and who.noun in MISSED


def _still_to_come(text: str, stage: Stage, start: int) -> Stage | None:
    """The stage itself, or where its words are told as still to come the one of its plan."""
    near = max(0, start - GUARD_REACH)
    if stage.planned and _TO_COME.search(text, near, start):
        return _table().stages.get(stage.planned)
    return None if stage.rank >= ACTED and not stage.planned and _NOT_YET.search(text, near, start) else stage


def _who(tokens: Sequence[Token], where: str, place: tuple[int, int], people: People) -> Who | None:
    first, last = place
    match where:
        case "before":
            return who_before(tokens, first, people)
        case "after":
            return who_after(tokens, last, people)
        case _:
            return who_near(tokens, first, last, people)


def _by_verb(text: str, tokens: Sequence[Token], people: People) -> Iterator[StageMention]:
    table = _table()
    for index, token in enumerate(tokens):
        stage = table.verbs.get(fold(token.lemma)) if token.tag == "VERB" and token.end <= len(text) else None
        if stage is None:
            continue
        told = _stage_of_verb(text, tokens, index, stage)
        first = _group_start(tokens, index)
        who = _of_verb(tokens, (first, index), people)
        if stage.name == RELEASED and not _is_let_go(text, tokens, (first, index), people):
            continue
        denied = aspect_of(tokens, index) is Aspect.NOT_DONE
        nobody = denied and not any(t.lemma == "not" for t in tokens[first:index])
        span = Span(tokens[first].start, token.end)
        if told is None or is_no_stage(told.name, text, span.start, span.end):
            continue
        if (
            who is not None
            and told.name == HELD
            and not who.pronoun
            and any(t.lemma == "also" for t in tokens[first:index])
        ):
            who = replace(who, another=True)  # somebody beside the one who was told of
        if who is not None or nobody:
            yield StageMention(stage=told, span=span, who=None if nobody else who)


def _stage_of_verb(text: str, tokens: Sequence[Token], index: int, stage: Stage) -> Stage | None:
    """The stage that a verb tells of with what helps it: its own, that of its denial or plan, or none."""
    stages = _table().stages
    if any(fold(t.text) == "ever" for t in tokens[_group_start(tokens, index) : index]):
        return None
    start = tokens[_group_start(tokens, index)].start
    match aspect_of(tokens, index):
        case Aspect.NOT_DONE:
            return stages.get(stage.denied)
        case Aspect.PLANNED:
            return stages.get(stage.planned)
        case _:
            if fold(tokens[index].text).endswith("ing") or _is_noun(tokens, index):
                return None
            return None if _GUARD.search(text, max(0, start - GUARD_REACH), tokens[index].start) else stage


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether a form that may be a noun stands behind what only goes before one: "the involuntary manslaughter charge"."""
    return fold(tokens[index].text) in (fold(tokens[index].lemma), f"{fold(tokens[index].lemma)}s") and (
        index > 0 and tokens[index - 1].tag in ("DET", "ADJ", "NUM") and tokens[index - 1].text.islower()
    )


def _group_start(tokens: Sequence[Token], index: int) -> int:
    """The first of the words that help a verb."""
    while index > 0 and tokens[index - 1].tag in ("AUX", "PART", "ADV") and fold(tokens[index - 1].text) != "who":
        index -= 1
    return index


def _of_verb(tokens: Sequence[Token], place: tuple[int, int], people: People) -> Who | None:
    """Whom a verb is of: the subject of a passive or of a verb that one does oneself, the object of an active."""
    first, index = place
    helpers = {fold(t.lemma) for t in tokens[first:index]}
    if helpers & {"be", "get"}:
        who = who_before(tokens, first, people)
        return SOMEBODY if who is None and _is_of_people(tokens, index) else who
    after = who_after(tokens, index, people) if index + 1 < len(tokens) and tokens[index + 1].tag != "ADP" else None
    return after or who_before(tokens, first, people)


def _is_let_go(text: str, tokens: Sequence[Token], place: tuple[int, int], people: People) -> bool:
    """Whether somebody is released: balloons, photos and statements are released as well."""
    first, index = place
    if {fold(t.lemma) for t in tokens[first:index]} & {"be", "get"}:
        return True
    if index + 1 < len(tokens) and tokens[index + 1].tag != "ADP" and who_after(tokens, index, people) is not None:
        return True
    return index > 0 and tokens[index - 1].tag in ("NOUN", "PROPN", "CCONJ") and lets_out(text, tokens[index].end)


def _is_of_people(tokens: Sequence[Token], index: int) -> bool:
    """Whether only a person can be meant: a fee is charged, too."""
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    return fold(tokens[index].lemma) not in ("release", "free") and following in ("ADP", "PUNCT", "PROPN", "SCONJ", "")


def _tokens_at(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """The first and the last token of a stretch of text."""
    inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
    return (inside[0], inside[-1]) if inside else (len(tokens), len(tokens))


@cache
def _table() -> _Table:
    content = resources.files("summarizer").joinpath("lexicons/stages.txt").read_text("utf-8")
    stages: dict[str, Stage] = {}
    rows: dict[tuple[str, str], list[str]] = {}
    verbs: dict[str, Stage] = {}
    name = ""
    for key, _, rest in (line.partition(" ") for line in content.splitlines()):
        if key in ("", "#"):
            continue
        if key == "stage":
            stage = _stage(rest, len(stages))
            name = stage.name
            stages[name] = stage
        elif key == "verb":
            listed, _, own = rest.partition("|")
            verbs.update((verb.strip(), _of_its_own(stages[name], own)) for verb in listed.split(","))
        else:
            rows.setdefault((name, key), []).append(rest)
    told = tuple(
        _Wording(
            stage=stages[name],
            where=where,
            pattern=wordings.pattern(found),
            signs=tuple(sorted({sign for row in found for sign in wordings.signs(row)})),
        )
        for (name, where), found in rows.items()
    )
    return _Table(stages=stages, wordings=told, verbs=verbs)


def _of_its_own(stage: Stage, told: str) -> Stage:
    """A stage with what a verb of it tells where it is denied or planned, if that is not what the others tell."""
    own = dict(part.strip().split("=") for part in told.split("|")) if told else {}
    return replace(stage, denied=own.get("denied", stage.denied), planned=own.get("planned", stage.planned))


def _stage(row: str, place: int) -> Stage:
    name, rank, *more = (part.strip() for part in row.split("|"))
    told = dict(part.split("=") for part in more)
    return Stage(
        name=name,
        place=place,
        rank=float(rank),
        denied=told.get("denied", ""),
        planned=told.get("planned", ""),
        awaits=told.get("awaits", ""),
    )
