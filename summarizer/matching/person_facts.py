"""What reports say differently of one person: read articles in, slots of the age, the home and the office of somebody out.

Only what cannot both hold is told: two ages that no birthday explains, two home towns of which none is a large city that
may hold the other, two callings that nobody has at once (a prosecutor and a police officer), an office and the office
under it. What is only told more exactly (an officer and a sergeant) is no difference.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations

from summarizer.domain.facts import Fact, Kind, Name, Phrase, Quantity
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.language.callings import calling_of, exclude_each_other, is_former
from summarizer.language.name_words import is_acronym, is_company
from summarizer.language.places import is_place
from summarizer.language.roles import read_roles
from summarizer.language.words import fold
from summarizer.matching.offices import pointing
from summarizer.matching.persons import Mention, persons_of

FIT = 0.8
YEAR = 365.25  # days
BIRTHDAY = 0.1  # of a year: within it hardly anybody grows a year older between two reports
# "Ana Velder, 30, of Marden", "Ana Velder of Marden".
_OF = re.compile(r"(?P<age>,? (?:aged )?\(?\d{1,2}\)?,?|,)? (?:of|from) $")
LONGEST_LINK = 16


def person_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind age, place and role, one a person and question that two reports answer with what excludes the other."""
    found: list[Slot] = []
    for _, mentions in sorted(persons_of(articles).items()):
        if len({m.article.article.id for m in mentions}) > 1:
            found += [*_ages(mentions), *_homes(mentions), *_offices(mentions)]
    return tuple(found)


def ages_differ(a: tuple[int, datetime | None], b: tuple[int, datetime | None]) -> bool:
    """Whether two ages of one person, each with the time of the report, are more apart than birthdays explain.

    >>> ages_differ((29, datetime(2005, 6, 1)), (31, datetime(2007, 3, 1))), ages_differ((15, None), (16, None))
    (False, True)
    """
    (young, then), (old, now) = sorted((a, b), key=lambda told: told[0])
    if then is None or now is None:
        return young != old
    years = (now - then).total_seconds() / 86400 / YEAR
    return not years - 1 <= old - young <= years + (1 if years > BIRTHDAY else 0)


def _ages(mentions: Sequence[Mention]) -> Iterator[Slot]:
    told: dict[int, list[tuple[Fact, datetime | None]]] = {}
    for mention in mentions:
        for fact in mention.read.facts:
            if (years := _years(fact, mention)) is not None:
                told.setdefault(years, []).append((fact, mention.article.article.published_at))
    for young, old in combinations(sorted(told), 2):
        one, other = told[young], told[old]
        if {f.evidence.article for f, _ in one} & {f.evidence.article for f, _ in other}:
            continue
        if all(ages_differ((young, then), (old, now)) for _, then in one for _, now in other):
            yield Slot(
                kind=Kind.AGE, facts=_distinct(f for f, _ in (*one, *other)), fit=FIT, told_apart="values_disjoint"
            )


def _years(fact: Fact, mention: Mention) -> int | None:
    """The age that stands beside a name, in whole years."""
    age, name = fact.value, mention.fact.value
    if fact.kind is not Kind.AGE or not isinstance(age, Quantity) or age.unit != "year" or not isinstance(name, Name):
        return None
    if (*fact.qualifiers, fact.head) != name.words or age.number is None or age.low != age.high:
        return None
    near = min(abs(fact.place.start - mention.fact.place.end), abs(mention.fact.place.start - fact.place.end))
    return int(age.number) if near <= LONGEST_LINK else None


def _distinct(facts: Iterator[Fact]) -> tuple[Fact, ...]:
    return tuple({(f.evidence.article, f.place): f for f in facts}.values())


def _homes(mentions: Sequence[Mention]) -> Iterator[Slot]:
    told: dict[str, list[Fact]] = {}
    sure: set[str] = set()
    for mention in mentions:
        for fact, certain in _home(mention):
            town = fold(fact.value.words[0] if isinstance(fact.value, Name) else "")
            told.setdefault(town, []).append(fact)
            sure |= {town} if certain else set()
    for one, other in combinations(sorted(told), 2):
        apart = {f.evidence.article for f in told[one]}.isdisjoint(f.evidence.article for f in told[other])
        if apart and sure & {one, other} and not (is_place((one,)) or is_place((other,))):
            facts = tuple(replace(f, head=mentions[0].fact.display) for f in (*told[one], *told[other]))
            yield Slot(kind=Kind.PLACE, facts=facts, fit=FIT, told_apart="two_homes")


def _home(mention: Mention) -> Iterator[tuple[Fact, bool]]:
    """The place behind a name and "of", and whether an age or the gazetteer shows it to be a home."""
    text, base, end = mention.read.statement.text, mention.read.statement.span.start, mention.fact.place.end
    for fact in mention.read.facts:
        value = fact.value
        if not isinstance(value, Name) or not 0 < fact.place.start - end <= LONGEST_LINK:
            continue
        link = _OF.fullmatch(text[end - base : fact.place.start - base])
        organised = value.sort == "organisation" or any(is_acronym(w) or is_company(w) for w in value.words)
        if link and not organised and value.sort != "person":
            yield fact, bool(link["age"]) or fact.kind is Kind.PLACE


def _offices(mentions: Sequence[Mention]) -> Iterator[Slot]:
    told: defaultdict[str, list[Fact]] = defaultdict(list)
    for mention in mentions:
        for calling, fact in _held(mention):
            told[calling].append(fact)
    for one, other in combinations(sorted(told), 2):
        articles = [{f.evidence.article for f in told[c]} for c in (one, other)]
        # An article that gives somebody both offices shows that both can be held.
        both = any(
            exclude_each_other(c, one) == exclude_each_other(c, other) == "" for c in told if c not in (one, other)
        )
        if articles[0].isdisjoint(articles[1]) and not both and exclude_each_other(one, other):
            yield Slot(kind=Kind.ROLE, facts=(*told[one], *told[other]), fit=FIT, told_apart="two_offices")


def _held(mention: Mention) -> Iterator[tuple[str, Fact]]:
    """The callings that stand beside a name, with facts that point at them."""
    if mention.read.statement.field != "text":
        return
    text, base = mention.read.statement.text, mention.read.statement.span.start
    for role, name in read_roles(text):
        if name.start + base != mention.fact.place.start or is_former(text, role):
            continue
        calling = calling_of(role.of(text))
        if calling:
            told = pointing(mention.fact, text, role, base)
            yield (
                calling,
                replace(
                    told,
                    kind=Kind.ROLE,
                    value=Phrase(key=calling),
                    display=role.of(text),
                    head=mention.fact.display.split()[-1],
                ),
            )
