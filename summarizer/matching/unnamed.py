"""Who is first told of by an age alone and later by name: read articles in, slots of kind name out.

"Police pulled the 36-year-old driver over" and "Anthony LaSalle, 36, was charged" speak of one person. Taken for one are a
suspect or a dead person of an age that one name alone has in the bundle, in a report that never gives that name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Quantity
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.parts_played import DEAD, SOMEBODY, SUSPECT, VICTIM, WOUNDED, parts_of, roles_in
from summarizer.language.words import fold
from summarizer.matching.phrase_facts import phrase_fact
from summarizer.matching.unknown_persons import is_age, is_beside, is_full_name, sex_before, sex_of
from summarizer.matching.unknowns import UNKNOWN

FIT = 0.7  # three of five in the labelled bundles are right (2026-12-01)
LEAD = 8  # statements, the title among them; with 4 none is found in the labelled bundles, with 8 one right and one not (2026-12-01)
MOST_SHOWN = 2  # mentions of either side an article
MOST_AGES = 5  # an article that gives more ages is a list of many people; set on one such list (2026-12-01)


_VIOLENCE = re.compile(
    r"\b(?:identified|killed|died|dead|death|fatal\w*|shot|vigil|funeral|charged|arrested)\b", re.IGNORECASE
)
HARMED = frozenset({DEAD, WOUNDED, VICTIM})
_NOUN = re.compile(
    r"(?:[- ](?:years?|months?)[- ]olds?)?(?:\s+[\w’'-]+){0,3}?\s+(?:m[ae]n|wom[ae]n|boy|girl|male|female|suspect|gunman|shooter|driver|"
    r"victim|teen|teenager|child|toddler|mother|father|son|daughter|brother|sister|husband|wife|person|student|resident)s?\b",
    re.IGNORECASE,
)
# "9-year-old Ida", "Ida, 9": a given name alone names somebody too.
_NAMED_BEHIND = re.compile(
    r"(?:[- ](?:years?|months?)[- ]olds?)?,?\s+(?:(?:his|her|named|identified as)\s+)?[A-Z][a-zé’'-]+(?![\w-]|\s+(?:[a-z]+\s+){0,2}(?:man|woman|boy|girl|male|female|teen|resident|native|mother|father|student|officer)\b)"
)
_NAMED_BEFORE = re.compile(r"[A-Z][a-zé’'-]+(?:\s(?:Jr|Sr|I{2,3})\.?)?(?:,\s|\s\()(?:age\s|aged\s)?$")
_ATTRIBUTIVE = re.compile(r"[\w]+[- ](?:years?|months?|weeks?)[- ]olds?\b", re.IGNORECASE)
_RANGE = re.compile(
    r"\b(?:between|from|ages?|aged|rang\w+)\s[^.;]{0,25}$|\b(?:to|or|than|under|over)\s$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aged:
    """A person of an age: the mention with its article, the name beside it where there is one, and the part played."""

    article: ReadArticle
    read: ReadStatement
    fact: Fact
    name: Fact | None
    parts: frozenset[str]
    female: bool | None


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
            and _is_exact(m.fact)
            and ages[m.article.article.id] <= MOST_AGES
            and not _is_told_of(m)
            and not _is_named_in(m.article, _surname(named[0]))
        ]
        told = [m for m in named if m.parts - {SOMEBODY}] or [m for m in named if m.parts or _is_main(m)]
        still = [m for m in unnamed if not _came_before(told, m) and all(_are_one(m, t) for t in told)]
        if told and still:
            found.append(_slot(still, told))
    return tuple(found)


def _are_one(unnamed: _Aged, named: _Aged) -> bool:
    """Whether a person without a name can be the one of that age who has one: the same part, no other sex."""
    if None not in (unnamed.female, named.female) and unnamed.female != named.female:
        return False
    if not unnamed.parts - {SOMEBODY}:
        return _is_main(unnamed) and bool(named.parts & (HARMED | {SUSPECT}))
    if named.parts <= {
        SOMEBODY
    }:  # "identified the woman as Ana Velder, 41"; "tells how Ana Velder, 3, got hold of the gun"
        return _is_main(unnamed) and bool(_VIOLENCE.search(named.read.statement.text))
    alike = unnamed.parts & named.parts or (unnamed.parts & HARMED and named.parts & HARMED)
    return bool(alike)


def _aged(articles: Sequence[ReadArticle]) -> Iterator[_Aged]:
    for article in articles:
        for read in article.statements:
            ages = [f for f in read.facts if is_age(f)]
            names = [f for f in read.facts if is_full_name(f)] if ages else []
            for fact in ages:
                yield _aged_at(article, read, fact, names)


def _aged_at(article: ReadArticle, read: ReadStatement, age: Fact, names: Sequence[Fact]) -> _Aged:
    text, base = read.statement.text, read.statement.span.start
    name = next((n for n in names if is_beside(read, n, age)), None)
    places = [n.place.shifted(-base) for n in names]
    place = _phrase(text, age.place.shifted(-base)) if name is None else name.place.shifted(-base)
    phrase = place.of(text)
    others = (_phrase(text, f.place.shifted(-base)) for f in read.facts if is_age(f))
    apart = [p for p in places if not p.overlaps(place)]
    apart += [p for p in others if not any(p.overlaps(q) for q in (place, *places))]
    parts = parts_of(text, tuple(dict.fromkeys((*apart, place))))[place] & (HARMED | {SUSPECT, SOMEBODY})
    if name is None:
        parts |= frozenset(roles_in(phrase)[-1:]) & (HARMED | {SUSPECT})
    return _Aged(
        article=article,
        read=read,
        fact=age,
        name=name,
        parts=frozenset(parts),
        female=sex_of(phrase) if name is None else sex_before(text, place),
    )


def _phrase(text: str, age: Span) -> Span:
    """An age with the noun that it narrows: "36-year-old" and "driver"."""
    noun = _NOUN.match(text, age.end) or _NOUN.match(text, age.start)
    return Span(age.start, max(age.end, noun.end())) if noun else age


def _is_told_of(aged: _Aged) -> bool:
    """Whether a mention without a full name is none of an unnamed person: a name stands at it, or it is one end of a range."""
    text, base = aged.read.statement.text, aged.read.statement.span.start
    start, end = aged.fact.place.start - base, aged.fact.place.end - base
    before = text[max(0, start - 40) : start]
    figure = re.match(r"\w+", text[start:])
    behind = start + (figure.end() if figure else 0)
    return bool(
        _NAMED_BEHIND.match(text, behind)
        or _NAMED_BEHIND.match(text, end)
        or (_NAMED_BEFORE.search(before) and not _ATTRIBUTIVE.match(text, start))
        or _RANGE.search(before)
    )


def _is_exact(age: Fact) -> bool:
    low, high = (age.value.low, age.value.high) if isinstance(age.value, Quantity) else (None, None)
    return low is not None and high is not None and int(low) == int(high)


def _surname(aged: _Aged) -> str:
    assert aged.name is not None
    return fold(aged.name.display.split()[-1])


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
