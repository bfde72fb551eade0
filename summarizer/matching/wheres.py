"""Where something was, told differently: read articles in, slots of one place or wound with two answers out.

A question is asked of one street, of one place or of one person, by name; an article that gives two answers itself speaks
of two things, and answers nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Evidence, Span
from summarizer.language.locations import read_locations
from summarizer.language.wounds import read_wounds

FIT = 0.75
ABOUT = {
    "block": "block of {}",
    "street": "street or avenue {}",
    "direction": "direction from {}",
    "wound": "where {} was hit",
}

Question = tuple[str, str]


def where_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind place, one a question that two articles answer in two ways."""
    told: defaultdict[Question, list[tuple[frozenset[str], Fact]]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            if read.statement.field == "text":
                for question, answer, span in _read(read):
                    told[question].append((answer, _fact(article, read, (question, answer, span))))
    found: list[Slot] = []
    for _, answers in sorted(told.items()):
        facts = _apart(answers)
        if facts:
            found.append(Slot(kind=Kind.PLACE, facts=facts, fit=FIT, told_apart="two_places"))
    return tuple(found)


def _read(read: ReadStatement) -> Iterator[tuple[Question, frozenset[str], Span]]:
    for location in read_locations(read.statement.text):
        yield location.question, frozenset({location.answer}), location.span
    for wound in read_wounds(read.statement.text, read.tokens):
        yield ("wound", wound.who), wound.zones, wound.span


def _apart(answers: Sequence[tuple[frozenset[str], Fact]]) -> tuple[Fact, ...]:
    """The facts of articles that give one answer each, where there are just two and they share nothing."""
    by_article: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for answer, fact in answers:
        by_article[fact.evidence.article].add(answer)
    given = {frozenset.union(*a) for a in by_article.values()}
    if len(given) != 2 or any(len(a) > 1 for a in by_article.values()):
        return ()
    one, other = given
    return () if one & other else tuple(fact for _, fact in answers)


def _fact(article: ReadArticle, read: ReadStatement, told: tuple[Question, frozenset[str], Span]) -> Fact:
    (asked, of), answer, span = told
    where = span.shifted(read.statement.span.start)
    quote = article.article.quote(read.statement.field, where)
    evidence = Evidence(
        article=article.article.id,
        statement=read.statement.id,
        field=read.statement.field,
        span=where,
        quote=quote,
        attributed_to=read.statement.speaker,
        certainty=read.statement.certainty,
    )
    return Fact(
        kind=Kind.PLACE,
        value=Phrase(key=" ".join(sorted(answer))),
        display=quote,
        evidence=evidence,
        place=where,
        head=ABOUT[asked].format(of),
    )
