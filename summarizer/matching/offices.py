"""Who holds an office: read articles in, slots of an office that two reports give to two people out.

Only offices that one person holds at a time count: a company has one chief executive and a match one referee, but many
spokesmen. Two holders answer one question when the office is of one body, by its name in the role or next to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.meaning import concept
from summarizer.language.roles import read_roles
from summarizer.language.words import STOP_WORDS, WORD, fold

FIT = 0.8
NEAR = 45  # characters before a role in which its body may stand: "Brandtech's chief executive"
# One at a time; what stands before the office must be of one body, too.
UNIQUE: dict[str, str] = {
    "chief executive": "chief executive",
    "ceo": "chief executive",
    "referee": "referee",
    "head coach": "head coach",
    "mayor": "mayor",
    "governor": "governor",
    "president": "president",
    "prime minister": "prime minister",
    "judge": "judge",
    "justice": "judge",
    "chairman": "chair",
    "chairwoman": "chair",
    "police chief": "police chief",
    "fire chief": "fire chief",
    "sheriff": "sheriff",
    "defence minister": "defence minister",
    "defense minister": "defence minister",
    "foreign minister": "foreign minister",
    "health minister": "health minister",
    "interior minister": "interior minister",
    "pilot": "pilot",
    "captain": "captain",
    "lead investigator": "lead investigator",
}
EVIDENCE_LENGTH = 80
ONE_NAME = 0.85
# "Brandtech CEO Jochen Kessel", right before the name.
_TITLE = re.compile(rf"\b(?P<office>{'|'.join(sorted(UNIQUE, key=len, reverse=True))})\s", re.IGNORECASE)
# "The referee was B. Cissoko".
_IS = re.compile(r"\b(?P<office>[a-z]+(?: [a-z]+)?) (?:is|was|will be) ", re.IGNORECASE)
FORMER = frozenset(
    {
        "former",
        "ex",
        "then",
        "deputy",
        "vice",
        "acting",
        "assistant",
        "associate",
        "late",
        "retired",
        "incoming",
        "outgoing",
        "previous",
        "future",
        "candidate",
        "district",
    }
)


def office_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind name, one an office that two articles give to people with different surnames."""
    held: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            for office, body, fact in _holders(read):
                held[office, body].append(fact)
    found: list[Slot] = []
    for (office, body), facts in sorted(held.items()):
        if not body and office != "referee":
            continue
        surnames = {_surname(f) for f in facts}
        if any(JaroWinkler.similarity(a, b) >= ONE_NAME for a, b in combinations(sorted(surnames), 2)):
            continue  # a question of spelling
        articles_of = {s: {f.evidence.article for f in facts if _surname(f) == s} for s in surnames}
        # An article that gives the office to both speaks of two holders itself.
        if (
            len(surnames) == 2
            and len(set.union(*articles_of.values())) > 1
            and not set.intersection(*articles_of.values())
        ):
            found.append(Slot(kind=Kind.NAME, facts=tuple(replace(f, head=office) for f in facts), fit=FIT))
    return tuple(found)


def _surname(fact: Fact) -> str:
    return fold(fact.value.words[-1]) if isinstance(fact.value, Name) else ""


def _holders(read: ReadStatement) -> Iterator[tuple[str, str, Fact]]:
    if read.statement.field == "title":
        return
    text, base = read.statement.text, read.statement.span.start
    people = {f.place.start - base: f for f in read.facts if f.kind is Kind.NAME and isinstance(f.value, Name)}
    if not people:
        return
    told = [
        (Span(*m.span("office")), name)
        for name in people
        for pattern in (_IS, _TITLE)
        for m in pattern.finditer(text, max(0, name - NEAR), name)
        if m.end() == name
    ]
    read_off = [(role, name.start) for role, name in read_roles(text)]
    named = {name for _, name in read_off}
    for role, name in (*read_off, *(t for t in told if t[1] not in named)):
        fact = people.get(name)
        words = [fold(w) for w in WORD.findall(role.of(text))]
        office = next((UNIQUE[key] for key in UNIQUE if f" {key} " in f" {' '.join(words)} "), None)
        if fact is None or office is None or FORMER & set(words):
            continue
        body = "" if office == "referee" else _body(text, role, office, read)
        yield office, body, pointing(fact, text, role, base)


def _body(text: str, role: Span, office: str, read: ReadStatement) -> str:
    """The last proper noun of the role or right before it that is no part of the office: whose office it is."""
    start = max(0, role.start - NEAR)
    names = [t for t in read.tokens if t.tag == "PROPN" and start <= t.start and t.end <= role.end]
    kept = [
        t
        for t in names
        if fold(t.text) not in office.split() and fold(t.text) not in ("chief", "ceo", "mr", "mrs", "ms")
    ]
    inside = [t for t in kept if t.start >= role.start]
    close = [t for t in kept if t.end <= role.start and len(text[t.end : role.start].strip(" ’'s,the")) == 0]
    chosen = inside or close
    return fold(chosen[-1].text) if chosen else ""


def pointing(fact: Fact, text: str, role: Span, base: int) -> Fact:
    """The fact with its evidence widened to the office."""
    place = fact.place.shifted(-base)
    wider = Span(min(place.start, role.start), max(place.end, role.end))
    if wider.length > EVIDENCE_LENGTH:
        return fact
    where = wider.shifted(base)
    return replace(fact, evidence=replace(fact.evidence, span=where, quote=wider.of(text)))


def role_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind role, one a person whose role two articles give with a word in common."""
    told: defaultdict[str, list[Fact]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            if read.statement.field == "text":
                for fact in _roles(read):
                    told[fact.head or ""].append(fact)
    found: list[Slot] = []
    for _, facts in sorted(told.items()):
        shared = [f for f in facts if any(set(f.context) & set(g.context) and _apart(f, g) for g in facts)]
        if shared:
            found.append(Slot(kind=Kind.ROLE, facts=tuple(shared), fit=FIT))
    return tuple(found)


def _apart(a: Fact, b: Fact) -> bool:
    return a.evidence.article != b.evidence.article


def _roles(read: ReadStatement) -> Iterator[Fact]:
    """What each person of a statement is said to be, under the surname; "Mr" and the like say nothing."""
    text, base = read.statement.text, read.statement.span.start
    people = {f.place.start - base: f for f in read.facts if f.kind is Kind.NAME and isinstance(f.value, Name)}
    if not people:
        return
    for role, name in read_roles(text):
        fact = people.get(name.start)
        words = tuple(dict.fromkeys(concept(w) for w in WORD.findall(role.of(text)) if fold(w) not in STOP_WORDS))
        if fact is None or not words:
            continue
        yield replace(
            pointing(fact, text, role, base),
            kind=Kind.ROLE,
            value=Phrase(key=fold(role.of(text))),
            display=role.of(text),
            head=fact.display.split()[-1],
            context=words,
        )
