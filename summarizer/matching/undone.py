"""What one report says somebody did and another that they did not: read articles in, slots of kind polarity out.

For deeds that the states leave alone: of no object ("the bridge did not collapse") and of informing ("never told the regulators").
The same verb, the same one who acts and, where there is one, the same object; reports that share nothing more are one question
only where one of them holds next to nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.clause_words import CALENDAR
from summarizer.language.deeds import Deed, read_deeds
from summarizer.language.meaning import concept
from summarizer.language.predicate_words import ATTITUDES
from summarizer.language.words import REPORTING, content_stems, fold, stem
from summarizer.matching.deed_facts import are_days_apart, deed_span
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.7
POSTING_LIMIT = 20
LEAN = 2  # content words more than the deed and its parties: a report so short tells nothing but the deed
# Who acts or is acted on in most reports, and whom no two reports need mean by the same word.
ANYBODY = frozenset(
    concept(word)
    for word in "person man woman people official police authority spokesman someone nobody one anyone everyone reporter journalist "
    "suspect victim child government side part number lot group member other thing something anything nothing source "
    "time way question comment answer detail name identity information call message".split()
)
# Deeds of the telling, not of the case, and those that go by degrees.
UNTELLING = frozenset(
    concept(word)
    for word in "respond reply return comment elaborate specify provide disclose release identify name mention offer seem appear "
    "change differ matter last stop end exist rise fall increase decrease grow improve live sleep mind belong deserve result "
    "die survive injure kill hurt".split()
)
# A no with one of these denies a part only: "did not pay in full", "did not only warn".
PARTLY = frozenset(
    "all every full fully whole entire entirely enough only just even other another more further again always necessarily directly "
    "immediately initially completely at first until before since any-more anymore longer alone intentionally deliberately both".split()
)
OF_EVERY_REPORT = frozenset(stem(word) for word in REPORTING | CALENDAR)
PERSONAL = frozenset("i we you he she it they who that which this these those".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A deed with the keys that it is compared by."""

    article: ReadArticle
    read: ReadStatement
    deed: Deed
    key: tuple[str, str, str]
    names: frozenset[str]
    words: frozenset[str]


def undone_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of one deed that one article gives as done and another as not done."""
    by_key: defaultdict[tuple[str, str, str], tuple[list[_Told], list[_Told]]] = defaultdict(lambda: ([], []))
    for told in _read(articles):
        by_key[told.key][told.deed.done].append(told)
    found: list[Slot] = []
    for undone, done in by_key.values():
        if {t.article.article.id for t in undone} & {t.article.article.id for t in done}:
            continue  # who tells both speaks of two deeds
        pairs = [(a, b) for a in done[:POSTING_LIMIT] for b in undone[:POSTING_LIMIT] if _is_one_question(a, b)]
        if pairs:
            members = dict.fromkeys(id(t) for pair in pairs for t in pair)
            facts = tuple(_fact(t) for t in (*done, *undone) if id(t) in members)
            found.append(Slot(kind=Kind.POLARITY, facts=facts, fit=FIT))
    return tuple(found)


def _read(articles: Sequence[ReadArticle]) -> Iterator[_Told]:
    for article in articles:
        for read in article.statements:
            for deed in read_deeds(read.tokens):
                told = _told(article, read, deed)
                if told is not None:
                    yield told


def _told(article: ReadArticle, read: ReadStatement, deed: Deed) -> _Told | None:
    tokens = read.tokens
    verb = tokens[deed.verb]
    group = concept(verb.lemma)
    agent = deed.patient if deed.agent is None else deed.agent
    if agent is None or verb.lemma in ATTITUDES or group in UNTELLING or _is_partly(read, deed):
        return None
    patient = deed.patient if deed.agent is not None else None
    keys = [_key(read, at) for at in (agent, patient)]
    if any(key is None for key in keys):
        return None
    own = {stem(verb.text), stem(verb.lemma), *(stem(tokens[i].text) for i in (agent, patient) if i is not None)}
    return _Told(
        article=article,
        read=read,
        deed=deed,
        key=(f"{group}{' (passive)' if deed.agent is None else ''}", keys[0] or "", keys[1] or ""),
        names=frozenset(
            stem(t.text)
            for i, t in enumerate(tokens)
            if t.tag == "PROPN" and i not in (agent, patient) and t.lemma.lower() not in CALENDAR
        ),
        words=frozenset(content_stems(read.statement.text)) - own - OF_EVERY_REPORT,
    )


def _key(read: ReadStatement, at: int | None) -> str | None:
    """The group of a party's noun, "" for none, None where it may be anybody."""
    if at is None:
        return ""
    token = read.tokens[at]
    key = concept(token.lemma)
    anybody = token.tag == "PRON" or key in ANYBODY or fold(token.text) in PERSONAL or token.lemma.lower() in CALENDAR
    return None if anybody else key


def _is_partly(read: ReadStatement, deed: Deed) -> bool:
    return not deed.done and bool(PARTLY & {fold(t.text) for t in read.tokens[deed.first : deed.verb + 8]})


def _is_one_question(done: _Told, undone: _Told) -> bool:
    """Whether names and times allow it, and something more than the deed is shared where both tell more."""
    if are_days_apart(done.read, undone.read):
        return False
    if done.names and undone.names and not done.names & undone.names:
        return False
    lean = LEAN if done.key[2] else 0  # an object makes it one deed; "the alarm sounded" may be any alarm's
    return bool(done.words & undone.words) or min(len(done.words), len(undone.words)) <= lean


def _fact(told: _Told) -> Fact:
    tokens, deed = told.read.tokens, told.deed
    places = [i for i in (deed.agent, deed.patient, deed.first) if i is not None]
    low, high = deed_span(tokens, places, deed.verb)
    fact = phrase_fact((told.article, told.read, Span(low, high)), kind=Kind.POLARITY, key="", head=told.key[1])
    return replace(
        fact,
        value=Phrase(key=told.key[0], positive=deed.done),
        action=tokens[deed.verb].lemma,
        context=("open",) if deed.open else (),
    )
