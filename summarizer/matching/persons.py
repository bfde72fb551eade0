"""One person through all reports: read articles in, for each person the mentions of the name with their statements out.

Inside an article a surname belongs to the only full name that ends in it; over articles first and last word tell who is
meant, or the first two where another report gives just these ("Ana Velder" of "Ana Velder Quell").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Name
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.people import person_key, resolve_people

SORTS = frozenset({"person", ""})

PersonId = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where a person is named."""

    fact: Fact
    read: ReadStatement
    article: ReadArticle


def persons_of(articles: Sequence[ReadArticle]) -> Mapping[PersonId, tuple[Mention, ...]]:
    """The mentions of each person who is named in full somewhere, in the order of the articles and their text."""
    told = [(mention, key) for article in articles for mention, key in _mentions(article)]
    short: set[tuple[str, ...]] = {key for _, key in told if len(key) == 2}
    found: defaultdict[PersonId, list[Mention]] = defaultdict(list)
    for mention, key in told:
        found[_id(key, short)].append(mention)
    return {person: tuple(mentions) for person, mentions in found.items()}


def _id(key: tuple[str, ...], short: set[tuple[str, ...]]) -> PersonId:
    outer = (key[0], key[-1])
    return (key[0], key[1]) if outer not in short and key[:2] in short else outer


def _mentions(article: ReadArticle) -> list[tuple[Mention, tuple[str, ...]]]:
    facts = [(f, read) for read in article.statements for f in read.facts if _may_be_person(f)]
    names = [f.value for f, _ in facts if isinstance(f.value, Name)]
    fullest = resolve_people(names)
    keys = [person_key(fullest[name]) for name in names]
    return [
        (Mention(fact=fact, read=read, article=article), key)
        for (fact, read), key in zip(facts, keys, strict=True)
        if len(key) > 1
    ]


def _may_be_person(fact: Fact) -> bool:
    return (
        fact.kind is Kind.NAME and isinstance(fact.value, Name) and bool(fact.value.words) and fact.value.sort in SORTS
    )
