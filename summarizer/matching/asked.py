"""A value in its statement, and the ways to put the words around it into a question: used by questions.py and measures.py."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from summarizer.domain.facts import Fact, Kind
from summarizer.language.clause_phrases import Phrase, noun_start, phrase_of
from summarizer.language.clause_subject import is_break
from summarizer.language.clause_words import CALENDAR, NOMINAL
from summarizer.language.own_clause import OwnClause, own_clause
from summarizer.matching.phrases import Piece, Run, Source, source_of

MOMENTS = frozenset({Kind.DATE, Kind.TIME})
OWNING = frozenset("its his her their our my your".split())
COLLECTIVE = frozenset("people children men women dead police troops crew".split())
BOUNDING = frozenset(
    "least most more less about some few several around roughly nearly almost just only approximately another further other than "
    "additional total up well over under barely exactly estimated whopping staggering record mere".split()
)
PREPOSITIONS = frozenset("aboard inside outside amid including alongside".split())
PARTS_OF_WORDS = frozenset(["-", "'s", "’s", "'", "’"])
PLAIN = {
    Kind.NUMBER: "number",
    Kind.MONEY: "amount",
    Kind.DATE: "date",
    Kind.TIME: "time",
    Kind.DURATION: "length of time",
    Kind.PERCENT: "percentage",
    Kind.MEASURE: "measurement",
}


class Form(IntEnum):
    """How good a wording is: a clause with a named subject, a noun that the value narrows, one with a pronoun, a plain noun, a word."""

    CLAUSE = 0
    NOUN = 1
    PRONOUN = 2
    PLAIN = 3
    BARE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A value in its statement."""

    kind: Kind
    fact: Fact
    source: Source
    phrase: Phrase
    clause: OwnClause | None

    @property
    def left(self) -> int:
        """Where the words that bound the value start: "at least", "a further"."""
        at, tokens = self.source.first, self.source.tokens
        while at > 0:
            word = tokens[at - 1]
            if (
                word.tag in ("DET", "SYM")
                or word.lemma in BOUNDING
                or (word.tag == "PRON" and word.text.lower() in OWNING)
            ):
                at -= 1
            elif word.text in ("'s", "’s") and word.tag == "PART":
                at = noun_start(tokens, at - 2) if at > 1 else 0
            else:
                break
        return at

    @property
    def action(self) -> str:
        """The lemma of the clause's verb."""
        return "" if self.clause is None else self.text(self.clause.verb)

    @property
    def in_subject(self) -> bool:
        """Whether the value stands in the subject of its clause, or in what narrows it."""
        clause = self.clause
        head = (
            self.phrase.head
            if self.phrase.head is not None and self.phrase.head > self.source.last
            else self.source.last
        )
        return (
            clause is not None and clause.subject[0] <= head and self.source.first < max(clause.tail, clause.subject[1])
        )

    def text(self, i: int) -> str:
        """A token's lemma, empty outside the statement."""
        return self.source.tokens[i].lemma.lower() if 0 <= i < len(self.source.tokens) else ""

    def tag(self, i: int) -> str:
        """A token's part of speech, empty outside the statement."""
        return self.source.tokens[i].tag if 0 <= i < len(self.source.tokens) else ""


def read_asked(kind: Kind, fact: Fact, start: int, text: str) -> Asked | None:
    """The value of `fact` in its statement, None where the statement has no words there."""
    source = source_of(fact, start, text)
    if source is None:
        return None
    tokens, first, last = source.tokens, source.first, source.last
    return Asked(
        kind=kind,
        fact=fact,
        source=source,
        phrase=phrase_of(tokens, first, last),
        clause=own_clause(tokens, first, last),
    )


def form_of(asked: Asked) -> Form:
    """A clause whose subject is a pronoun says less."""
    assert asked.clause is not None
    return Form.PRONOUN if asked.tag(asked.clause.subject[1] - 1) in ("PRON", "DET", "NUM") else Form.CLAUSE


def sentence(asked: Asked, frame: str, rests: tuple[Run, ...], start: int | None = None) -> str | None:
    """The frame, the subject with or without what narrows it, the verbs, and as much of the rest as fits."""
    clause = asked.clause
    assert clause is not None
    if asked.source.first <= clause.verb <= asked.source.last:
        return None
    opening = clause.subject[0] if start is None else start
    verbs: tuple[Piece, ...] = ((clause.group, clause.verb + 1),)
    if clause.passive:
        plural = asked.source.tokens[clause.subject[1] - 1].text.endswith("s")
        verbs = ("were" if plural else "was", *verbs)
    subjects = [(opening, max(clause.tail, clause.subject[1]))]
    if clause.tail > clause.subject[1] > opening:
        subjects.append((opening, clause.subject[1]))
    subjects += [(opening, i) for i in range(opening + 1, clause.subject[1]) if asked.tag(i) == "CCONJ"][:1]
    for subject in subjects:
        for kept in range(len(rests), 0, -1):
            found = asked.source.fitted((frame, subject, *verbs, *rests[: kept - 1]), rests[kept - 1])
            if found is not None:
                return found
    return None


def asking(asked: Asked, frame: tuple[Piece, ...], cut: Run) -> str | None:
    """The frame, then the clause without the words of `cut`, whose place it took."""
    clause = asked.clause
    assert clause is not None
    verbs: tuple[Piece, ...] = ((clause.group, clause.verb + 1),)
    if clause.passive:
        verbs = ("was", *verbs)
    before: Run = (clause.verb + 1, max(clause.verb + 1, min(cut[0], clause.end)))
    behind: Run = (min(max(cut[1], clause.verb + 1), clause.end), clause.end)
    subjects = [(clause.subject[0], max(clause.tail, clause.subject[1]))]
    if clause.tail > clause.subject[1]:
        subjects.append(clause.subject)
    listed = asked.tag(cut[0] - 1) == "CCONJ" or asked.text(cut[0] - 1) == ","
    if listed or asked.source.first <= clause.verb <= asked.source.last:
        return None
    for subject in subjects:
        for end in asked.source.cuts(before):
            found = asked.source.fitted(
                (*frame, subject, *verbs, (before[0], end)), behind if end == before[1] else (end, end)
            )
            if found is not None:
                return found
    return None


def lead_start(asked: Asked) -> int:
    """Where the value's phrase starts with the preposition before it."""
    left = asked.left
    return left - 1 if asked.tag(left - 1) == "ADP" or asked.text(left - 1) in PREPOSITIONS else left


def led(asked: Asked, question: str) -> str:
    """The question behind the preposition that governs the value."""
    at = lead_start(asked)
    return (
        question if at == asked.left or question == "how high" else f"{asked.source.tokens[at].text.lower()} {question}"
    )


def of_end(asked: Asked, start: int) -> int:
    """The end of a phrase with "of" at `start`, else `start`."""
    return phrase_end(asked, start + 1) if asked.text(start) == "of" else start


def phrase_end(asked: Asked, start: int) -> int:
    """The end of the noun phrase at `start`, behind its preposition."""
    at = start
    tokens = asked.source.tokens
    if asked.tag(start) != "ADP" and asked.tag(start - 1) != "ADP":
        return start
    at += asked.tag(start) == "ADP"
    while at < len(tokens) and (tokens[at].tag in ("DET", "ADJ") or tokens[at].text.lower() in OWNING):
        at += 1
    while at < len(tokens) and (tokens[at].tag in (*NOMINAL, "ADJ") or tokens[at].text in PARTS_OF_WORDS):
        if is_break(tokens, at) or (tokens[at].lemma.lower() in CALENDAR and tokens[at].tag == "PROPN"):
            break
        at += 1
    return at


def end_after(asked: Asked) -> int:
    """The end of the words behind the value, up to the next mark."""
    at = asked.source.last + 1
    while (
        at < len(asked.source.tokens) and not is_break(asked.source.tokens, at) and asked.source.tokens[at].text != ","
    ):
        at += 1
    return at


def is_plural(asked: Asked, noun: int) -> bool:
    """Whether a noun can be counted as it stands."""
    word = asked.source.tokens[noun].text.lower()
    return word.endswith("s") or word in COLLECTIVE


def narrows(asked: Asked) -> bool:
    """Whether the value stands before a noun in its phrase: "a six-year sentence", "Monday's vote"."""
    last = asked.source.last
    following = asked.source.tokens[last + 1 : last + 2]
    if not following or asked.phrase.head is None or asked.phrase.head <= last:
        return False
    if following[0].text in PARTS_OF_WORDS:
        return True
    if following[0].lemma.lower() in CALENDAR:
        return False
    return following[0].tag in ("NOUN", "ADJ", "PROPN") and all(
        t.tag in ("NOUN", "ADJ", "PROPN", "VERB") for t in asked.source.tokens[last + 1 : asked.phrase.head + 1]
    )


def of_the(asked: Asked, frame: str, start: int) -> str | None:
    """The noun that the value narrows, with as much of what follows as fits."""
    head = asked.phrase.head
    assert head is not None
    while asked.text(start) in PARTS_OF_WORDS:
        start += 1
    return asked.source.fitted((frame, (start, head + 1)), (head + 1, phrase_end(asked, head + 1)))


def of_noun(asked: Asked, frame: str, noun: int) -> str | None:
    """The noun before "of" with its adjectives."""
    start = noun_start(asked.source.tokens, noun)
    start = max((i + 1 for i in range(start, noun) if asked.tag(i) == "DET"), default=start)
    return asked.source.say(frame, (start, noun + 1))
