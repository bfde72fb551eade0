"""A fact as the matcher sees it: Fact and its statement in, the comparable features of it out, computed once."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from summarizer.domain.facts import Clock, Extent, Fact, Kind, Moment, Name, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.meaning import concept
from summarizer.language.measurands import Measured, Reader
from summarizer.language.words import STOP_WORDS, fold
from summarizer.matching.asides import is_aside
from summarizer.matching.extents import allowed, sides
from summarizer.matching.scopes import SORTS_OF_PEOPLE, scope_of, sort_of

# What people and things are counted in: "nine dead", "killed nine", "a toll of nine" are one question.
EVENTS = frozenset(
    "death injury missing survive arrest charge convict acquit sentence evacuate shelter destroy damage burn contain win lose vote "
    "postpone trap steal hack rescue shoot stab elect deploy turnout outage ransom".split()
)
# Counted nouns that say nothing of what is counted.
GENERIC = frozenset(
    {
        concept(w)
        for w in (
            "person",
            "number",
            "toll",
            "figure",
            "total",
            "count",
            "other",
            "tally",
            "many",
            "one",
            "life",
            "level",
            "rate",
            "case",
            "resident",
            "victim",
        )
    }
) - EVENTS | {""}
EMPTY_VERBS = frozenset({"", "go", "be", "have", "come", "get", "stay", "remain"})
# Words by which a report itself says that a figure replaced another.
REVISING = frozenset(
    "revised revise revising downgraded upgraded updated earlier initially previously provisional preliminary corrected".split()
)
SPOKEN_OF = 3  # statements back to whom a he or she may be; further back somebody else has mostly been spoken of
PERSONAL = frozenset({"he", "she"})
STANDINGS = frozenset({"record", "start", "mark", "run", "season", "career"})
OTHER_DOLLARS = frozenset({"AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
PARTIAL = frozenset({"old", "part", "more", "beside"})
SAME_ZONE = {"GMT": "UTC", "Z": "UTC"}
LEAD_STATEMENTS = 3  # title and the first two sentences: where a report puts what it is about
PART_OF = len(" out of their ")  # the most that stands between a part and its whole
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
    topic: str  # what the question is of: an event that people and things are counted in, else the counted noun
    population: str  # who or what is counted in the event, where it says so
    scope: str  # "" all of them; "part" of a set spoken of before; "more" than others; "beside" people of another sort; "whole" that a part was taken of
    revised: bool  # its statement speaks of another figure as the old one
    proper: bool  # the counted noun is a proper name
    lone: bool  # its article gives no other value of the family
    crowd: int  # how many values of the family its article gives
    qualifiers: frozenset[str]
    context: dict[str, float]  # group of a word near the value -> weight, nearest 1
    words: frozenset[str]  # groups of all content words of the statement
    others: frozenset[str]  # the other values of the statement
    left: str
    right: str
    lead: bool
    background: bool  # the statement speaks of a year long before the article
    magnitude: float  # log10 of the value, 0 where it has none
    measured: Measured | None  # what it is the value of, where the words around it tell
    sort: str  # of a count: "often" of times, "shots" of what is fired, "events" of shootings; else ""
    digits: str  # of its figure from the first that is no zero, without the point; none where it has no figure or is an ordinal


def views_of(articles: Iterable[ReadArticle]) -> tuple[FactView, ...]:
    """Views of every comparable fact (quantities and moments with an extent), in article and text order."""
    found: list[FactView] = []
    for article in articles:
        published = article.article.published_at
        for position, read in enumerate(article.statements):
            told = Counter([_value_key(f) for f in read.facts if family_of(f)])
            if not told:
                continue
            words = _content(read)
            background = _is_background(read, published)
            reader = Reader(read.tokens)
            for fact in read.facts:
                family = family_of(fact)
                if family is None or is_aside(fact, read):
                    continue
                about = (len(found), position < LEAD_STATEMENTS, background, words)
                told_of = _with_person(fact, article.statements, position)
                found.append(_view(told_of, read, family, about, (told, reader)))
    return _with_lone(_with_measurands(_with_dollars(found)))


def _with_person(fact: Fact, statements: Sequence[ReadStatement], position: int) -> Fact:
    """An age of a he or she as that of whom the statement named before it, else of whom one of the last spoke of."""
    if fact.kind is not Kind.AGE or fact.head not in PERSONAL:
        return fact
    read = statements[position]
    before = reversed(statements[max(0, position - SPOKEN_OF) : position])
    named = _person(read, fact.place.start - read.statement.span.start) or next(
        filter(None, (_person(r, len(r.statement.text)) for r in before)), None
    )
    return fact if named is None else replace(fact, head=named.words[-1], qualifiers=named.words[:-1])


def _person(read: ReadStatement, end: int) -> Name | None:
    """The first person that a statement names before an offset, where it names one person only."""
    base = read.statement.span.start
    names = {
        f.value.words[-1]: f.value
        for f in read.facts
        if isinstance(f.value, Name)
        and (f.value.sort == "person" or (not f.value.sort and len(f.value.words) > 1))
        and f.value.words
        and f.place.end - base <= end
    }
    return next(iter(names.values())) if len(names) == 1 else None


def _with_measurands(views: list[FactView]) -> list[FactView]:
    """Without the measurands of which one article gives two values: it tells of two things, and so may the others.

    A sum in pounds and the same in dollars are one; what is told of an earlier year does not count beside what is told of now.
    """
    given: defaultdict[tuple[str, str, Measured], list[FactView]] = defaultdict(list)
    for view in views:
        if view.measured is not None and view.scope not in PARTIAL:
            given[view.article, view.family, view.measured].append(view)
    wholes = {
        (b.article, b.fact.place)
        for told in given.values()
        for at, b in enumerate(told[1:])
        if _is_whole_of(b, told[at])
    }
    kept = {key: _of_now([v for v in told if (v.article, v.fact.place) not in wholes]) for key, told in given.items()}
    twice = {key for key, members in kept.items() if len(members) > 1 and len(sides([v.extent for v in members])) > 1}
    return [
        replace(v, measured=None)
        if (v.article, v.fact.place) in wholes
        or (v.measured and ((key := (v.article, v.family, v.measured)) in twice or _is_aside(v, kept.get(key, []))))
        else v
        for v in views
    ]


def _is_whole_of(view: FactView, part: FactView) -> bool:
    """Whether it is what the value before it is a part of: "released 17 of the 21 hostages"; what is said holds of the part."""
    return view.scope == "whole" and 0 < view.fact.place.start - part.fact.place.end <= PART_OF


def _of_now(views: list[FactView]) -> list[FactView]:
    return [v for v in views if not v.background] or views


def _is_aside(view: FactView, kept: Sequence[FactView]) -> bool:
    """Whether it is told of an earlier year beside what is told of now."""
    return view.background and any(not v.background for v in kept)


def _with_dollars(views: list[FactView]) -> list[FactView]:
    """A bare "$4.2 million" is in the dollars of another report that gives the same figure with its country."""
    written: dict[Decimal, str] = {}
    for view in views:
        value = view.fact.value
        if isinstance(value, Quantity) and value.number is not None and value.unit in OTHER_DOLLARS:
            written.setdefault(value.number, view.family)
    return [
        replace(v, family=written[v.fact.value.number])
        if v.family == "money:USD" and isinstance(v.fact.value, Quantity) and v.fact.value.number in written
        else v
        for v in views
    ]


def _with_lone(views: list[FactView]) -> tuple[FactView, ...]:
    """Marks the views whose article gives one value only of their family."""
    together: defaultdict[tuple[str, str], list[FactView]] = defaultdict(list)
    for view in views:
        together[view.article, view.family].append(view)
    count = {key: len(sides([v.extent for v in members])) for key, members in together.items()}
    return tuple(replace(v, lone=count[v.article, v.family] == 1, crowd=count[v.article, v.family]) for v in views)


def topic_of(head: str, action: str) -> tuple[str, str]:
    """What is asked (an event or a thing) and of whom, from the groups of the counted noun and the verb.

    >>> topic_of("person", "death"), topic_of("death", ""), topic_of("camp", "train")
    (('death', ''), ('death', ''), ('camp', ''))
    """
    if head in EVENTS:
        return head, ""
    if action in EVENTS:
        return action, "" if head in GENERIC else head
    return (head, "") if head not in GENERIC else (action, "")


def is_dated(view: FactView) -> bool:
    """Whether its value is a date or a time."""
    return isinstance(view.fact.value, Moment | Clock)


def family_of(fact: Fact) -> str | None:
    """What a fact's value can be compared with: its kind and unit; None where it cannot be compared at all."""
    match fact.value:
        case Quantity() as quantity if not _is_comparable(quantity):
            return None
        case Quantity(parts=parts) if parts:
            # what a side has won and lost so far is of another day in every report
            return None if fact.head in STANDINGS else "score"
        case Quantity(ordinal=True):
            return "ordinal"
        case Quantity(unit=unit):
            if unit == "month" and "year" in fact.display:  # "nine years and six months"
                unit = "year"
            return f"{fact.kind}:{unit or ''}"
        case Moment(low=None, high=None):
            return None
        case Moment() as moment:
            return "yearless" if moment.is_yearless else "moment"
        case Clock(zone=zone):
            # 2:18 a.m. there and 12:18 GMT may be one moment: only times of one zone are compared.
            return "clock" if zone is None or zone.lower().startswith("local") else f"clock:{SAME_ZONE.get(zone, zone)}"
        case _:
            return None


def _is_comparable(quantity: Quantity) -> bool:
    """Whether it has an end, and is no name of a sort ("32-bit" and "64-bit" versions)."""
    return quantity.unit != "bit" and bool(quantity.parts or quantity.low is not None or quantity.high is not None)


def _view(
    fact: Fact,
    read: ReadStatement,
    family: str,
    about: tuple[int, bool, bool, frozenset[str]],
    readings: tuple[Counter[str], Reader],
) -> FactView:
    order, lead, background, words = about
    told, reader = readings
    value = fact.value
    assert isinstance(value, Quantity | Moment | Clock)
    own = _value_key(fact)
    left, right = _neighbours(fact, read)
    number = value.number if isinstance(value, Quantity) else None
    head, action = concept(fact.head) if fact.head else "", concept(fact.action) if fact.action else ""
    head = "count" if fact.head == "charge" and family.startswith("number") else head  # charges, where they are counted
    scope = scope_of(fact, read)
    topic, population = topic_of(head, "" if scope == "whole" else action)
    if topic in EMPTY_VERBS:  # "had gone to shelters", "were in shelters"
        topic = next((w for w in fact.context[:4] if w in EVENTS), topic)
    if fact.head in SORTS_OF_PEOPLE:
        population = fact.head
    return FactView(
        fact=fact,
        order=order,
        key=(read.statement.text, fact.evidence.article, fact.place.start, fact.place.end),
        article=fact.evidence.article,
        family=family,
        extent=allowed(value),
        head=head,
        action=action,
        topic=topic,
        population=population,
        scope=scope,
        revised=bool(REVISING & set(fold(read.statement.text).split())),
        proper=bool(fact.head) and fact.head != fold(fact.head or ""),
        lone=False,
        crowd=1,
        qualifiers=frozenset(concept(q) for q in fact.qualifiers),
        context={word: 1 / (1 + rank / 3) for rank, word in enumerate(fact.context)},
        words=words,
        others=frozenset(key for key, count in told.items() if count > 1 or key != own),
        left=left,
        right=right,
        lead=lead,
        background=background,
        magnitude=math.log10(float(number)) if number is not None and number > 0 else 0.0,
        measured=reader.measured(fact.place.shifted(-read.statement.span.start), family),
        sort=sort_of(fact, read) if family == "number:" else "",
        digits=_digits(value),
    )


def _digits(value: Quantity | Moment | Clock) -> str:
    number = value.number if isinstance(value, Quantity) and not value.ordinal else None
    return "" if number is None else f"{abs(number):f}".replace(".", "").lstrip("0")


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


def _is_after_since(fact: Fact, read: ReadStatement) -> bool:
    """ "The highest since 1921" is of now."""
    start = fact.place.start - read.statement.span.start
    return read.statement.text[max(0, start - 6) : start].lower() == "since "


def _is_background(read: ReadStatement, published: datetime | None) -> bool:
    """Whether the statement dates itself to an earlier year: what happened then is not what is reported now."""
    if published is None:
        return False
    years = [
        f.value.high.year
        for f in read.facts
        if f.kind is Kind.DATE
        and isinstance(f.value, Moment)
        and f.value.high
        and not (f.display.lower().startswith("since ") or _is_after_since(f, read))
    ]
    return any(year < published.year for year in years)
