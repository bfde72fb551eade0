"""Who is first told of by an age alone and later by name: read articles in, slots of kind name out.

"Police pulled the 36-year-old driver over" and "Anthony LaSalle, 36, was charged" speak of one person. Taken for one are a
suspect or a dead person of an age that one name alone has in the bundle, in a report that never gives that name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Name, Quantity
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.words import fold
from summarizer.matching.phrase_facts import phrase_fact
from summarizer.matching.unknowns import UNKNOWN, plays

FIT = 0.7  # three of five in the labelled bundles are right (2026-12-01)
BESIDE = 12  # characters between a name and its age: "LaSalle, 36", "36-year-old Anthony LaSalle"
ROLES = ("suspect", "dead")
LEAD = 8  # statements, the title among them; with 4 none is found in the labelled bundles, with 8 one right and one not (2026-12-01)
MOST_SHOWN = 2  # mentions of either side an article
MOST_AGES = 5  # an article that gives more ages is a list of many people; set on one such list (2026-12-01)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aged:
    """A person of an age: the mention with its article, and the name beside it where there is one."""

    article: ReadArticle
    read: ReadStatement
    fact: Fact
    name: Fact | None


def unnamed_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of a person's name, with the mentions that only give the age as what is not known yet."""
    by_age: defaultdict[int, list[_Aged]] = defaultdict(list)
    for aged in _aged(articles):
        assert isinstance(aged.fact.value, Quantity)
        by_age[int(aged.fact.value.number or 0)].append(aged)
    ages = Counter(
        m.article.article.id for members in by_age.values() for m in {id(x.article): x for x in members}.values()
    )
    found: list[Slot] = []
    for _, members in sorted(by_age.items()):
        named = [m for m in members if m.name is not None]
        if len({_surname(m) for m in named}) != 1:
            continue
        unnamed = [
            m
            for m in members
            if m.name is None
            and ages[m.article.article.id] <= MOST_AGES
            and not _is_named_in(m.article, _surname(named[0]))
        ]
        for role in ROLES:
            told = [m for m in named if plays(m.read, m.fact, role)]
            still = [m for m in unnamed if (_is_main(m) or plays(m.read, m.fact, role)) and not _came_before(told, m)]
            if told and still:
                found.append(_slot(still, told))
                break
    return tuple(found)


def _aged(articles: Sequence[ReadArticle]) -> Iterator[_Aged]:
    for article in articles:
        for read in article.statements:
            for fact in filter(_is_age, read.facts):
                yield _Aged(article=article, read=read, fact=fact, name=_name_beside(read, fact))


def _is_age(fact: Fact) -> bool:
    """Whether a fact is somebody's age in years."""
    value = fact.value
    return fact.kind is Kind.AGE and isinstance(value, Quantity) and value.unit == "year" and value.number is not None


def _name_beside(read: ReadStatement, age: Fact) -> Fact | None:
    """The full name that stands next to an age."""
    for fact in read.facts:
        value = fact.value
        full = isinstance(value, Name) and value.sort == "person" and len(value.words) > 1
        if full and max(fact.place.start - age.place.end, age.place.start - fact.place.end) <= BESIDE:
            return fact
    return None


def _surname(aged: _Aged) -> str:
    assert aged.name is not None
    assert isinstance(aged.name.value, Name)
    return fold(aged.name.value.words[-1])


def _is_named_in(article: ReadArticle, surname: str) -> bool:
    return any(surname in fold(read.statement.text) for read in article.statements)


def _is_main(aged: _Aged) -> bool:
    """Whether a mention stands where a report says whom it is about."""
    return any(read is aged.read for read in aged.article.statements[:LEAD])


def _came_before(named: Sequence[_Aged], unnamed: _Aged) -> bool:
    """Whether every report that gives the name came out before the one that does not."""
    late = unnamed.article.article.published_at
    times = [m.article.article.published_at for m in named]
    return late is not None and all(t is not None and t < late for t in times)


def _slot(still: Sequence[_Aged], told: Sequence[_Aged]) -> Slot:
    unknown: dict[str, list[Fact]] = {}
    names: dict[str, list[Fact]] = {}
    for aged in still:
        span = aged.fact.evidence.span
        start = aged.read.statement.span.start
        within = Span(span.start - start, span.end - start)
        fact = phrase_fact((aged.article, aged.read, within), kind=Kind.NAME, key=UNKNOWN, head="")
        unknown.setdefault(aged.article.article.id, []).append(fact)
    for aged in told:
        assert aged.name is not None
        names.setdefault(aged.article.article.id, []).append(aged.name)
    facts = (f for side in (unknown, names) for shown in side.values() for f in shown[:MOST_SHOWN])
    return Slot(kind=Kind.NAME, facts=tuple(facts), fit=FIT)
