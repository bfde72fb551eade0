"""Questions whose answer is no figure: whether something is so, where it is, of what age, what is still open."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.domain.facts import Fact
from summarizer.domain.text import Span
from summarizer.language.clause_words import NOMINAL
from summarizer.language.own_clause import OwnClause, clause_of, own_clause
from summarizer.language.words import REPORTING
from summarizer.matching.phrases import Piece, Source, source_at, source_of

_DENIED = {"no": "any", "nobody": "anybody", "none": "any", "nothing": "anything"}
_NOT = frozenset("not n't never".split())
_OPEN = re.compile(
    r"\s+(?:has|have|had|was|were|is|are|did|do|does)(?:\s+(?:not|yet|still)\b|n['’]t\b).*$", re.IGNORECASE
)
_WHEREABOUTS = frozenset("in at on to near into".split())


def whether(text: str, place: Span, *, named: bool = True) -> str | None:
    """ "whether the driver was pulled alive": the clause of a yes at `place`, or of a no without its "not".

    Where it is `named`, None for a clause whose subject is a pronoun.
    """
    source = source_at(text, place)
    if source is None:
        return None
    tokens = source.tokens
    verb = next((i for i in range(source.last, source.first - 1, -1) if tokens[i].tag == "VERB"), None)
    if verb is None:
        verb = next(
            (i for i in range(source.last, max(-1, source.first - 6), -1) if tokens[i].tag in ("AUX", "VERB")), None
        )
    clause = None if verb is None else clause_of(tokens, verb, verb)
    if clause is None:
        return None
    subject = tokens[clause.subject[1] - 1]
    if named and subject.tag in ("PRON", "DET") and subject.lemma != "there" and subject.lemma not in _DENIED:
        return None
    return _asking(replace(source, first=0, last=-1, lax=True), clause)


def _asking(source: Source, clause: OwnClause) -> str | None:
    """The clause behind "whether", what it denies left out."""
    opening = source.tokens[clause.subject[0]].lemma.lower()
    start, frame = clause.subject[0], "whether"
    if opening in _DENIED:
        start, frame = start + 1, f"whether {_DENIED[opening]}"
    runs: list[Piece] = []
    at = clause.group
    if any(source.tokens[i].lemma == "yet" for i in range(clause.group, clause.verb)):
        return None  # "had yet to concede" has no yes of its own
    for i in range(clause.group, clause.verb + 1):
        if source.tokens[i].lemma in _NOT or source.tokens[i].text.lower() in _NOT:
            runs.append((at, i))
            at = i + 1
    runs.append((at, clause.verb + 1))
    if clause.passive:
        runs.insert(0, "was")
    behind = clause.verb + 1
    behind += behind < clause.end and source.tokens[behind].lemma == "no"
    end = clause.end
    if source.tokens[clause.verb].lemma in REPORTING:  # "confirmed that it had paid"
        end = next((i for i in range(end, len(source.tokens)) if source.tokens[i].tag == "PUNCT"), end)
    return source.fitted((frame, (start, max(clause.tail, clause.subject[1])), *runs), (behind, end))


def where(fact: Fact, start: int, text: str) -> str | None:
    """ "where the troops have been sent", of a place behind "in" or "to" that ends its clause."""
    source = source_of(fact, start, text)
    if source is None or fact.evidence.field == "title":
        return None
    at = source.first - 1
    if at < 0 or source.tokens[at].lemma not in _WHEREABOUTS or source.tokens[at].tag != "ADP":
        return None
    clause = own_clause(source.tokens, source.first, source.last)
    if clause is None or clause.end != source.last + 1 or clause.verb >= at or clause.passive:
        return None
    if source.tokens[clause.subject[1] - 1].tag not in NOMINAL or clause.verb + 1 != at:
        return None
    return source.say(
        "where",
        (clause.subject[0], max(clause.tail, clause.subject[1])),
        (clause.group, clause.verb + 1),
        (clause.verb + 1, at),
    )


def whose(fact: Fact, start: int, text: str) -> str | None:
    """ "age of Hale", "age of the woman"."""
    if fact.head is None:
        source = source_of(fact, start, text)
        clause = None if source is None else own_clause(source.tokens, source.first, source.last)
        if source is None or clause is None:
            return None
        noun = source.tokens[clause.subject[1] - 1]
        return {"PROPN": f"age of {noun.text}", "NOUN": f"age of the {noun.text}"}.get(noun.tag)
    if fact.head == "age" or re.search(rf"\b(?:at|in|from)\s+{re.escape(fact.head)}\b", text):
        return None
    return f"age of {fact.head}" if fact.head[:1].isupper() else f"age of the {fact.head}"


def open_question(display: str) -> str:
    """What is not known yet, without the words that say so.

    >>> open_question("date of the funeral has not been set"), open_question("motive unknown")
    ('date of the funeral', 'motive unknown')
    """
    short = _OPEN.sub("", display)
    return short if len(short.split()) > 1 else display
