"""Where something was, told differently: read articles in, slots of one place or wound with two answers out.

A question is asked of one street, of one place or of one person, by name; an article that gives two answers itself speaks
of two things, and answers nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.facts import Fact, Kind, Name
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.locations import read_locations
from summarizer.language.words import fold
from summarizer.language.wounds import read_rooms, read_wounds
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.75
ABOUT = {
    "block": "block of {}",
    "street": "street or avenue {}",
    "direction": "direction from {}",
    "wound": "where {} was hit",
    "room": "where {} was found",
}

TOWNS = frozenset(f"the {noun}" for noun in ("town", "township", "city", "village"))

Question = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one statement answers: the zones that it may mean, its fact, and the names that stand in it."""

    zones: frozenset[str]
    fact: Fact
    names: frozenset[str]


def where_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind place, one a question that two articles answer in two ways."""
    told: defaultdict[Question, list[_Answer]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            if read.statement.field == "text":
                for question, shown, answer, span in _read(read):
                    key, head = " ".join(sorted(answer)), ABOUT[question[0]].format(shown)
                    fact = phrase_fact((article, read, span), kind=Kind.PLACE, key=key, head=head)
                    told[question].append(_Answer(answer, fact, _names(read)))
    _join_the_town(told)
    found: list[Slot] = []
    for _, answers in sorted(told.items()):
        facts = _apart(answers)
        if facts:
            found.append(Slot(kind=Kind.PLACE, facts=facts, fit=FIT, told_apart="two_places"))
    return tuple(found)


def _names(read: ReadStatement) -> frozenset[str]:
    """The names of a statement of two words or more: of one street, not of the country."""
    names = (f.value.words for f in read.facts if isinstance(f.value, Name))
    return frozenset(fold(" ".join(words)) for words in names if len(words) > 1)


def _join_the_town(told: dict[Question, list[_Answer]]) -> None:
    """ "West of the town" answers what "east of Velden" does where both statements hold one name more."""
    named: defaultdict[str, list[Question]] = defaultdict(list)
    for question in sorted(q for q in told if q[0] == "direction" and q[1] not in TOWNS):
        for name in sorted(frozenset().union(*(a.names for a in told[question])) - {question[1]}):
            named[name].append(question)
    for generic in sorted(q for q in told if q[0] == "direction" and q[1] in TOWNS):
        for answer in told[generic]:
            for question in dict.fromkeys(q for name in sorted(answer.names) for q in named[name][:1]):
                told[question].append(
                    _Answer(answer.zones, replace(answer.fact, head=told[question][0].fact.head), answer.names)
                )


def _read(read: ReadStatement) -> Iterator[tuple[Question, str, frozenset[str], Span]]:
    """Each question with what it is of as written, the answer and where it stands in the statement."""
    for location in read_locations(read.statement.text):
        yield location.question, location.of, frozenset({location.answer}), location.span
    for asked, reader in (("wound", read_wounds), ("room", read_rooms)):
        for found in reader(read.statement.text, read.tokens):
            yield (asked, fold(found.who)), found.who, found.zones, found.span


def _apart(answers: Sequence[_Answer]) -> tuple[Fact, ...]:
    """The facts of articles that give one answer each, where there are just two and they share nothing."""
    by_article: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for answer in answers:
        by_article[answer.fact.evidence.article].add(answer.zones)
    given = {frozenset.union(*a) for a in by_article.values()}
    if len(given) != 2 or any(len(a) > 1 for a in by_article.values()):
        return ()
    one, other = given
    return () if one & other else tuple(answer.fact for answer in answers)
