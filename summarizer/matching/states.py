"""What one article says is so and another that it is not: read articles in, slots of kind polarity out.

Predicates of one question are proposed by their state and a shared participant, and taken for one question when what takes
part is the same. Only questions that got both answers make a slot: that two reports both say that the road was cut is seen
in their claims.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Aspect, Evidence, Span, Token
from summarizer.language.deeds import is_left_open
from summarizer.language.meaning import concept
from summarizer.language.predicate_words import WHEN
from summarizer.language.predicates import Predicate, read_predicates
from summarizer.language.words import content_stems, fold

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SAME_QUESTION = 0.6
SAME_PLAN = 0.8  # what was planned and what was done are told in the same verb, so that it says less
# Of a verb that no family of states holds. In the labelled bundles two pairs above it are right and the two under it wrong (2026-12-01).
SAME_OTHER_PLAN = 0.9
POSTING_LIMIT = 60
EVIDENCE_LENGTH = 80
# Who acts or speaks in most reports: sharing one of them says little about what is spoken of.
COMMON = frozenset(
    {
        concept(w)
        for w in (
            "police",
            "official",
            "authority",
            "person",
            "man",
            "day",
            "time",
            "year",
            "government",
            "spokesman",
            "statement",
            "report",
        )
    }
)
# Who a state of the whole event is told of before it is known who it is.
NOBODY_IN_PARTICULAR = frozenset(
    {
        concept(w)
        for w in (
            "suspect",
            "gunman",
            "shooter",
            "attacker",
            "person",
            "man",
            "arrest",
            "perpetrator",
            "teen",
            "charge",
            "custody",
        )
    }
) | {""}
# The words that a no is shown with: "not", "failed to".
NEGATING = frozenset("not n't no never yet none nobody fail refuse decline unable".split())
LIFE = "life"
EVENT_WIDE = 0.65
ALL_NAMED = 0.2  # whoever one of them names, the other names, too
# So that the same verb with the same object is one question (SAME_QUESTION) although only a pronoun says whose it is; no labelled
# bundle has another such pair, right or wrong (2026-12-01).
UNDECIDED = 0.1
SIDES = 2  # of a contest
PERSONAL = frozenset({"he", "she", "him", "her"})


class _Answers(StrEnum):
    YES = "yes"
    NO = "no"
    PENDING = "pending"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """One predicate with the keys that it is compared by."""

    read: ReadStatement
    predicate: Predicate
    participants: frozenset[str]
    patient: str
    names: frozenset[str]
    words: frozenset[str]
    years: frozenset[str]  # that its statement gives
    order: int

    @property
    def says(self) -> _Answers:
        if self.predicate.aspect is Aspect.PLANNED and not self.predicate.negated:
            return _Answers.PENDING
        return _Answers.YES if self.predicate.positive else _Answers.NO


def state_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots whose facts answer one question of yes or no both ways."""
    answers = list(_answers(articles))
    divided = _divided(answers)
    found: list[Slot] = []
    for members, fit in _questions(answers):
        if any((_where(a), a.predicate.state.name) in divided for a in members):
            continue
        both = len({a.predicate.positive for a in members}) > 1
        facts = tuple(_fact(articles, a, plan=not both and a.says is _Answers.PENDING) for a in members)
        found.append(Slot(kind=Kind.POLARITY, facts=facts, fit=fit))
    return tuple(found)


def _divided(answers: Iterable[_Answer]) -> frozenset[tuple[str, str]]:
    """Where both poles of one state are said: guilty of four counts and cleared of three is no contradiction."""
    poles: defaultdict[tuple[str, str], set[bool]] = defaultdict(set)
    for answer in answers:
        poles[_where(answer), answer.predicate.state.name].add(answer.predicate.positive)
    return frozenset(key for key, both in poles.items() if len(both) > 1)


def _where(answer: _Answer) -> str:
    """The article for a state of parts, else the statement."""
    statement = answer.read.statement
    return statement.article if answer.predicate.state.of_parts else statement.id


def _answers(articles: Iterable[ReadArticle]) -> Iterator[_Answer]:
    order = 0
    for article in articles:
        topic: tuple[str, ...] = ()  # who the statements before spoke of: whom "he" or "she" stands for
        for read in article.statements:
            told = [
                p
                for p in read_predicates(read.tokens)
                if not p.state.staged and (p.asserted or p.aspect is Aspect.PLANNED)
            ]
            if told:
                text = read.statement.text
                words, years = frozenset(content_stems(text)), frozenset(_YEAR.findall(text))
                for predicate in told:
                    order += 1
                    yield _answer(read, predicate, (order, words, years), topic)
            topic = _topic(read.tokens) or topic


def _topic(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The proper name before the first verb: the subject that a pronoun in the next statement most likely stands for."""
    names: list[str] = []
    for token in tokens:
        if token.tag in ("VERB", "AUX"):
            break
        if token.tag == "PROPN" and fold(token.text) not in WHEN:
            names.append(concept(token.lemma))
    return tuple(names)


def _answer(
    read: ReadStatement,
    predicate: Predicate,
    of_statement: tuple[int, frozenset[str], frozenset[str]],
    topic: tuple[str, ...],
) -> _Answer:
    order, words, years = of_statement
    tokens = read.tokens
    keys = [(concept(tokens[i].lemma), tokens[i].tag == "PROPN") for i in predicate.participants]
    near = tokens[max(0, predicate.first - 10) : predicate.last + 4]
    patient = "" if predicate.patient is None else concept(tokens[predicate.patient].lemma)
    if any(fold(t.text) in PERSONAL for t in near):
        keys += [(word, True) for word in topic]
        patient = topic[-1] if topic and not any(proper for _, proper in keys[: len(keys) - len(topic)]) else patient
    return _Answer(
        read=read,
        predicate=predicate,
        participants=frozenset(k for k, _ in keys) - COMMON,
        patient=patient,
        names=frozenset(k for k, proper in keys if proper),
        words=words,
        years=years,
        order=order,
    )


def _questions(answers: Sequence[_Answer]) -> Iterator[tuple[tuple[_Answer, ...], float]]:
    """Groups of answers to one question, both ways, with the mean sameness of the pairs that differ."""
    by_state: defaultdict[str, list[_Answer]] = defaultdict(list)
    for answer in answers:
        by_state[answer.predicate.state.name].append(answer)
    for _, members in sorted(by_state.items()):
        yes, no, pending = ([a for a in members if a.says is says] for says in _Answers)
        pairs = _pairs(yes, no)
        pairs = [p for p in pairs if members[0].predicate.known or _is_left_open(p[2])]  # the rest: matching/undone.py
        yield from _joined(pairs)
        decided = {a.order for _, *pair in pairs for a in pair}
        planned = [[a for a in pending if a.predicate.positive is pole and a.predicate.known] for pole in (True, False)]
        yield from _joined(_pairs(*planned))
        yield from _joined(_plans([a for a in yes if a.order not in decided], pending))


def _least(done: _Answer, pending: _Answer) -> float:
    """How surely what was done must be what was planned."""
    if pending.predicate.undecided and pending.patient and pending.patient == done.patient:
        return SAME_QUESTION
    return SAME_PLAN if done.predicate.known else SAME_OTHER_PLAN


def _is_left_open(answer: _Answer) -> bool:
    """Whether it says "not yet"."""
    return is_left_open(answer.read.tokens, answer.predicate.first)


def _plans(done: Sequence[_Answer], pending: Sequence[_Answer]) -> list[tuple[float, _Answer, _Answer]]:
    """Pairs of what one report says will be and a later one that it was."""
    return [
        (score, a, b)
        for score, a, b in _pairs(done, pending)
        if score >= _least(a, b)
        and a.predicate.aspect is Aspect.DONE
        and a.predicate.positive is b.predicate.positive
        and a.read.statement.article != b.read.statement.article
    ]


def _pairs(yes: Sequence[_Answer], no: Sequence[_Answer]) -> list[tuple[float, _Answer, _Answer]]:
    postings: defaultdict[str, list[_Answer]] = defaultdict(list)
    for answer in no:
        for word in _keys(answer):
            postings[word].append(answer)
    found: list[tuple[float, _Answer, _Answer]] = []
    for a in yes:
        met = {b.order: b for word in _keys(a) for b in postings[word][:POSTING_LIMIT]}
        for b in met.values():
            if a.read.statement.id != b.read.statement.id:
                score = _sameness(a, b)
                if score >= SAME_QUESTION:
                    found.append((score, a, b))
    return found


def _nobody(answer: _Answer) -> bool:
    """Whether a state of the whole event is told of nobody in particular: "no arrests", "nobody was killed"."""
    predicate = answer.predicate
    told_so = (
        predicate.nobody
        or (predicate.negated and predicate.state.evolves)
        or (not predicate.positive and not predicate.negated and predicate.first != predicate.last)
    )
    return told_so and answer.patient in NOBODY_IN_PARTICULAR


def _keys(answer: _Answer) -> list[str]:
    return [*sorted(answer.participants), *(["*"] if answer.predicate.state.event_wide else [])]


def _sameness(a: _Answer, b: _Answer) -> float:
    """How surely two predicates of one state speak of one thing, 0 to 1."""
    shared = a.participants & b.participants
    if a.predicate.state.event_wide and (_nobody(a) or _nobody(b)):
        return EVENT_WIDE
    other = bool(a.patient and b.patient) and a.patient != b.patient
    if a.predicate.state.name == LIFE and other:
        return 0.0  # one of them died, and the other lives
    if not shared or (a.names and b.names and not a.names & b.names) or _are_years_apart(a, b):
        return 0.0
    if a.predicate.state.contest and len(a.names & b.names) < SIDES:
        return 0.0
    patient = bool(a.patient) and a.patient == b.patient and a.patient not in COMMON
    least = min(len(a.participants), len(b.participants))
    score = 0.45 * patient + 0.35 * len(shared) / least + 0.1 * min(len(shared) - 1, 2)
    likeness = 2 * len(a.words & b.words) / max(1, len(a.words) + len(b.words))
    score += 0.3 * likeness
    if shared & a.names & b.names and shared in (a.participants, b.participants):
        score += ALL_NAMED
    if patient and (a.predicate.undecided or b.predicate.undecided):
        score += UNDECIDED  # who has still to choose is told of it, and then that it was done
    elif not a.predicate.known:
        score -= 0.1 if patient and len(shared) > 1 else 0.4
    return min(score, 1.0)


def _are_years_apart(a: _Answer, b: _Answer) -> bool:
    """Whether the statements give years, and none in common: what failed in one year came about in another."""
    return bool(a.years and b.years) and not a.years & b.years


def _joined(pairs: list[tuple[float, _Answer, _Answer]]) -> Iterator[tuple[tuple[_Answer, ...], float]]:
    """Connected answers, best pairs first; one that is joined to the other answer stays with it."""
    home: dict[int, int] = {}
    groups: dict[int, tuple[dict[int, _Answer], list[float]]] = {}
    for number, (score, a, b) in enumerate(
        sorted(pairs, key=lambda p: (-p[0], p[1].read.statement.text, p[2].read.statement.text))
    ):
        first, second = home.get(a.order), home.get(b.order)
        if first is not None and second is not None:
            continue
        at = first if first is not None else second if second is not None else number
        members, scores = groups.setdefault(at, ({}, []))
        for answer in (a, b):
            members[answer.order] = answer
            home[answer.order] = at
        scores.append(score)
    for members, scores in groups.values():
        yield tuple(members[o] for o in sorted(members)), round(sum(scores) / len(scores), 3)


def _fact(articles: Sequence[ReadArticle], answer: _Answer, *, plan: bool) -> Fact:
    read, predicate = answer.read, answer.predicate
    article = next(a.article for a in articles if a.article.id == read.statement.article)
    tokens = read.tokens
    first, last = predicate.first, predicate.last
    if predicate.negated:
        first = min(
            first,
            *(i for i in range(max(0, first - 4), first + 1) if i == first or fold(tokens[i].lemma) in NEGATING),
        )
    if predicate.patient is not None:
        wider = (min(first, predicate.patient), max(last, predicate.patient))
        if tokens[wider[1]].end - tokens[wider[0]].start <= EVIDENCE_LENGTH:
            first, last = wider
    base = read.statement.span.start
    span = Span(base + tokens[first].start, base + tokens[last].end)
    quote = article.quote(read.statement.field, span)
    return Fact(
        kind=Kind.POLARITY,
        value=Phrase(key=predicate.state.name, positive=None if plan else predicate.positive),
        display=quote,
        evidence=Evidence(
            article=article.id,
            statement=read.statement.id,
            field=read.statement.field,
            span=span,
            quote=quote,
            attributed_to=read.statement.speaker,
            certainty=read.statement.certainty,
            as_of=None,
        ),
        place=span,
        head=None if predicate.patient is None else tokens[predicate.patient].lemma,
        action=tokens[predicate.first].lemma,
        aspect=predicate.aspect,
        names=answer.names,
        context=(
            *(("evolves",) if predicate.state.evolves or predicate.nobody else ()),
            *(("open",) if predicate.negated and is_left_open(tokens, predicate.first) else ()),
            *(("moves_elsewhere",) if predicate.state.moves_elsewhere else ()),
        ),
    )
