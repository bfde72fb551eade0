"""A fact as the matcher sees it: Fact and its statement in, the comparable features of it out, computed once."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from summarizer.domain.facts import Clock, Extent, Fact, Kind, Moment, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.meaning import concept
from summarizer.language.words import STOP_WORDS, fold
from summarizer.matching.extents import allowed

LEAD_STATEMENTS = 3  # title and the first two sentences: where a report puts what it is about
CONTENT_TAGS = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactView:
    """One fact with what decides whether another answers the same question."""

    fact: Fact
    order: int  # position of the fact in the merge: article, statement, text
    key: tuple[str, str, int, int]  # a position that does not depend on the order of the articles
    article: str
    family: str  # only facts of one family can share a slot
    extent: Extent
    head: str
    action: str
    qualifiers: frozenset[str]
    context: dict[str, float]  # group of a word near the value -> weight, nearest 1
    words: frozenset[str]  # groups of all content words of the statement
    others: frozenset[str]  # the other values of the statement
    left: str
    right: str
    lead: bool
    background: bool  # the statement speaks of a year long before the article
    magnitude: float  # log10 of the value, 0 where it has none


def views_of(articles: Iterable[ReadArticle]) -> tuple[FactView, ...]:
    """Views of every comparable fact (quantities and moments with an extent), in article and text order."""
    found: list[FactView] = []
    for article in articles:
        published = article.article.published_at
        for position, read in enumerate(article.statements):
            words = _content(read)
            background = _is_background(read, published)
            for fact in read.facts:
                family = family_of(fact)
                if family is None:
                    continue
                found.append(_view(fact, read, family, (len(found), position < LEAD_STATEMENTS, background, words)))
    return tuple(found)


def family_of(fact: Fact) -> str | None:
    """What a fact's value can be compared with: its kind and unit; None where it cannot be compared at all."""
    match fact.value:
        case Quantity() as quantity if quantity.low is None and quantity.high is None and not quantity.parts:
            return None
        case Quantity(parts=parts) if parts:
            return "score"
        case Quantity(ordinal=True):
            return "ordinal"
        case Quantity(unit=unit):
            return f"{fact.kind}:{unit or ''}"
        case Moment(low=None, high=None):
            return None
        case Moment():
            return "moment"
        case Clock():
            return "clock"
        case _:
            return None


def _view(fact: Fact, read: ReadStatement, family: str, about: tuple[int, bool, bool, frozenset[str]]) -> FactView:
    order, lead, background, words = about
    value = fact.value
    assert isinstance(value, Quantity | Moment | Clock)
    left, right = _neighbours(fact, read)
    number = value.number if isinstance(value, Quantity) else None
    return FactView(
        fact=fact,
        order=order,
        key=(read.statement.text, fact.evidence.article, fact.place.start, fact.place.end),
        article=fact.evidence.article,
        family=family,
        extent=allowed(value),
        head=concept(fact.head) if fact.head else "",
        action=concept(fact.action) if fact.action else "",
        qualifiers=frozenset(concept(q) for q in fact.qualifiers),
        context={word: 1 / (1 + rank / 3) for rank, word in enumerate(fact.context)},
        words=words,
        others=frozenset(_value_key(f) for f in read.facts if f is not fact and family_of(f)),
        left=left,
        right=right,
        lead=lead,
        background=background,
        magnitude=math.log10(float(number)) if number is not None and number > 0 else 0.0,
    )


def _value_key(fact: Fact) -> str:
    value = fact.value
    assert isinstance(value, Quantity | Moment | Clock)
    return f"{family_of(fact)} {value.extent.low} {value.extent.high}"


def _content(read: ReadStatement) -> frozenset[str]:
    return frozenset(concept(t.lemma) for t in read.tokens if t.tag in CONTENT_TAGS and fold(t.lemma) not in STOP_WORDS)


def _neighbours(fact: Fact, read: ReadStatement) -> tuple[str, str]:
    """The groups of the words right before and after the value."""
    start, end = fact.place.start - read.statement.span.start, fact.place.end - read.statement.span.start
    left = next((t for t in reversed(read.tokens) if t.end <= start and t.tag not in ("PUNCT", "DET")), None)
    right = next((t for t in read.tokens if t.start >= end and t.tag not in ("PUNCT", "DET")), None)
    return (concept(left.lemma) if left else "", concept(right.lemma) if right else "")


def _is_background(read: ReadStatement, published: datetime | None) -> bool:
    """Whether the statement dates itself to an earlier year: what happened then is not what is reported now."""
    if published is None:
        return False
    years = [
        f.value.high.year for f in read.facts if f.kind is Kind.DATE and isinstance(f.value, Moment) and f.value.high
    ]
    return any(year < published.year for year in years)
