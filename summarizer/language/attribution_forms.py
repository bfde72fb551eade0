"""Fixed forms of attribution that no plain verb of saying makes: a Line and a place in it in, the reading there out."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.language.attribution_clauses import (
    Line,
    Range,
    after_apposition,
    before_verb,
    phrase_after,
    phrase_before,
    source_before,
    subject_of,
)
from summarizer.language.attribution_contents import content_after, content_before, piece
from summarizer.language.attribution_words import NOUN_CUES, OBJECT_CUES

QUOTING = frozenset({"quoted", "cited", "quotes", "cites", "quoting", "citing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One cue of a sentence with the tokens of its source and of what is said; `chain` holds those whom the source cites."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    verb: str
    chain: tuple[Range, ...] = ()
    shared: bool = False  # the source is the subject of an earlier verb


def according(line: Line, index: int) -> Reading | None:
    """ "According to X, ...", "..., according to X": what is said stands on either side."""
    if line.lower(index) != "according" or line.lower(index + 1) != "to":
        return None
    source = phrase_after(line, index + 2)
    if source is None:
        return None
    end = _past_participle(line, after_apposition(line, source[1]))
    contents: list[Range] = []
    if index > 1 or (index == 1 and not line.is_mark(0)):
        contents += piece(line, 0, index)
    if line.is_comma(end) or not line.is_end(end):
        start = end + 1 if line.is_comma(end) else end
        if not contents or line.tag(start) in ("VERB", "AUX"):
            contents += piece(line, start, len(line.tokens))
    return Reading(source=source, cue=(index, index + 2), contents=tuple(contents), verb="accord") if contents else None


def _past_participle(line: Line, end: int) -> int:
    """The index of the comma behind "filed by the state" or "citing two officials" where they follow a source, else `end`."""
    described = line.tag(end) == "VERB" and line.lower(end).endswith("ed") and line.tag(end + 1) == "ADP"
    if not described and line.lower(end) not in ("citing", "quoting"):
        return end
    for index in range(end + 1, len(line.tokens)):
        if line.is_comma(index):
            return index
        if line.is_finite(index) or line.is_end(index):
            break
    return end


def quoted_as_saying(line: Line, index: int) -> Reading | None:
    """ "X was quoted as saying", "Y quoted X as saying", "X was quoted by Y as saying"."""
    if line.lower(index) not in QUOTING:
        return None
    saying = next((i for i in range(index + 1, min(index + 25, len(line.tokens))) if line.lower(i) == "saying"), None)
    if saying is None or line.lower(saying - 1) != "as":
        return None
    contents = tuple(content_after(line, saying + 1, "say")) or tuple(
        content_before(line, before_verb(line, index) + 1)
    )
    passive = any(line.tokens[i].lemma == "be" for i in range(max(0, index - 3), index))
    subject = source_before(line, index) or subject_of(line, index)
    if not contents or subject is None:
        return None
    if not passive:
        cited = phrase_after(line, index + 1)
        return Reading(
            source=subject, cue=(index, saying + 1), contents=contents, verb="say", chain=(cited,) if cited else ()
        )
    if line.lower(index + 1) == "by" and (outlet := phrase_after(line, index + 2)):
        return Reading(source=outlet, cue=(index, saying + 1), contents=contents, verb="say", chain=(subject,))
    return Reading(source=subject, cue=(index, saying + 1), contents=contents, verb="say")


def passive(line: Line, index: int) -> Reading | None:
    """ "The loss was first reported by the Tribune": what is said stands before, as the subject."""
    if line.tag(index) != "VERB" or line.tokens[index].lemma not in OBJECT_CUES or line.lower(index + 1) != "by":
        return None
    last = before_verb(line, index)
    if not any(line.tokens[i].lemma == "be" for i in range(last + 1, index)):
        return None
    source, subject = phrase_after(line, index + 2), phrase_before(line, last)
    if source is None or subject is None:
        return None
    contents = tuple(piece(line, *subject))
    return (
        Reading(source=source, cue=(index, index + 2), contents=contents, verb=line.tokens[index].lemma)
        if contents
        else None
    )


def noun(line: Line, index: int) -> Reading | None:
    """ "Orbel's claim that ...", "a warning by the ministry that ..."."""
    verb = NOUN_CUES.get(line.lower(index))
    if verb is None or line.tag(index) not in ("NOUN", "VERB"):
        return None
    if line.lower(index + 1) == "that" and line.tag(index + 1) == "SCONJ":
        source, start = _possessor(line, index), index + 2
    elif line.lower(index + 1) in ("by", "from") and (author := phrase_after(line, index + 2)):
        source, start = author, author[1] + 1
        if line.lower(author[1]) != "that":
            return None
    else:
        return None
    contents = tuple(piece(line, start, len(line.tokens)))
    if source is None or not contents:
        return None
    return Reading(source=source, cue=(index, index + 1), contents=contents, verb=verb)


def _possessor(line: Line, index: int) -> Range | None:
    """Whose claim it is: "Orbel's earlier | claim", "his | claim", "a Tribune | report"."""
    for at in range(index - 1, max(-1, index - 4), -1):
        if line.lower(at) in ("'s", "’s", "'", "’"):
            return phrase_before(line, at - 1)
        if line.lower(at) in ("his", "her", "their", "its"):
            return at, at + 1
        if line.tag(at) == "PROPN":
            return phrase_before(line, at)
        if line.tag(at) not in ("ADJ", "NOUN"):
            return None
    return None
