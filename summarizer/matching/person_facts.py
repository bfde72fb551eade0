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
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import combinations

from summarizer.domain.facts import Fact, Kind, Name, Phrase, Quantity
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Span
from summarizer.language.callings import calling_of, exclude_each_other, is_former, is_passing, is_single
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
SEASON = timedelta(days=7)  # reports closer together than this call the same person "former" or not, as they please
# "Ana Velder, who stepped down last week as the bank's chief executive".
_LEFT = re.compile(
    r"[, ]{1,2}(?P<left>(?:who |has |had |was |is )*"
    r"(?:stepp\w+ down|st(?:oo|an)d\w* down|resign\w*|retir\w+|quit|ousted|fired|sacked|dismissed|removed|depart\w+)\b"
    r"[^.;]{0,40}? as (?P<office>[^.;,]{3,50}))"
)

_Roles = dict[str, tuple[tuple[Span, Span], ...]]  # of a statement, read once


def person_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind age, place and role, one a person and question that two reports answer with what excludes the other."""
    found: list[Slot] = []
    roles: _Roles = {}
    for _, mentions in sorted(persons_of(articles).items()):
        if len({m.article.article.id for m in mentions}) > 1:
            found += [*_ages(mentions), *_homes(mentions), *_offices(mentions, roles)]
    return tuple(found)


def ages_differ(a: tuple[Decimal | None, datetime | None], b: tuple[Decimal | None, datetime | None]) -> bool:
    """Whether two ages of one person, each with the time of the report, are more apart than birthdays explain.

    >>> then, now = datetime(2005, 6, 1), datetime(2007, 3, 1)
    >>> ages_differ((Decimal(29), then), (Decimal(31), now)), ages_differ((Decimal(29), now), (Decimal(31), then))
    (False, True)
    """
    if a[0] is None or b[0] is None:
        return a[0] != b[0]
    (young, then), (old, now) = sorted((a, b), key=lambda told: told[0] or Decimal(0))
    if young is None or old is None or then is None or now is None:
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
        ages = Decimal(young), Decimal(old)
        if all(ages_differ((ages[0], then), (ages[1], now)) for _, then in one for _, now in other):
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


def _offices(mentions: Sequence[Mention], roles: _Roles) -> Iterator[Slot]:
    held, left = _callings(mentions, roles)
    for one, other in combinations(sorted(held), 2):
        articles = [{f.evidence.article for f in held[c]} for c in (one, other)]
        # An article that gives somebody both offices shows that both can be held.
        if articles[0].isdisjoint(articles[1]) and exclude_each_other(one, other):
            yield Slot(kind=Kind.ROLE, facts=(*held[one], *held[other]), fit=FIT, told_apart="two_offices")
    published = {m.article.article.id: m.article.article.published_at for m in mentions}
    for calling in filter(is_single, sorted(held.keys() & left.keys())):
        first = min((t for f in left[calling] if (t := published[f.evidence.article])), default=None)
        before = [f for f in held[calling] if first and (t := published[f.evidence.article]) and first - t >= SEASON]
        if before:
            gone = (replace(f, value=Phrase(key=f"former {calling}")) for f in left[calling])
            yield Slot(kind=Kind.ROLE, facts=(*before, *gone), fit=FIT, told_apart="left_office")


def _callings(mentions: Sequence[Mention], roles: _Roles) -> tuple[dict[str, list[Fact]], dict[str, list[Fact]]]:
    """The callings that stand beside a name, with facts that point at them: those held, and those held no more."""
    held: defaultdict[str, list[Fact]] = defaultdict(list)
    left: defaultdict[str, list[Fact]] = defaultdict(list)
    for mention in mentions:
        statement = mention.read.statement
        if statement.field != "text":
            continue
        text, base = statement.text, statement.span.start
        if statement.id not in roles:
            roles[statement.id] = read_roles(text)
        for role, name in roles[statement.id]:
            if name.start + base != mention.fact.place.start or is_passing(text, role):
                continue
            if calling := calling_of(role.of(text)):
                former = is_former(text, role)
                (left if former else held)[calling].append(_role(mention, text, role, calling))
        gone = _LEFT.match(text, mention.fact.place.end - base)
        if gone and (calling := calling_of(gone["office"])):
            left[calling].append(_role(mention, text, Span(*gone.span("left")), calling))
    return held, left


def _role(mention: Mention, text: str, role: Span, calling: str) -> Fact:
    return replace(
        pointing(mention.fact, text, role, mention.read.statement.span.start),
        kind=Kind.ROLE,
        value=Phrase(key=calling),
        display=role.of(text),
        head=mention.fact.display.split()[-1],
    )
