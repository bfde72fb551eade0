"""What one report does not know yet and another tells: read articles in, slots of the question with both sides out.

"Police did not identify the gunman" and "James Rowe, 46, is charged with murder" answer one question: who the gunman is. The
report that does not know says which question is open (its words, and of whom: the suspect or the dead); an answer is looked
for in the other articles among the facts of that kind that are said of the same role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.open_questions import ASKED, LEFT_OPEN, OWN_NAME, TOLD, UNTOLD
from summarizer.language.words import fold, stem
from summarizer.matching.phrase_facts import phrase_fact
from summarizer.matching.unknown_persons import Wanted, aging, is_known, naming, wanted

UNKNOWN = "unknown"
FIT = 0.75  # an explicit "not known" leaves little to guess; what it is of is read off its words
BEFORE, AFTER = 100, 60  # characters around the words of an open question in which what is asked may stand
BEFORE_ANSWER = 60  # characters before an answer that may undo it
EVIDENCE_LENGTH = 80
MOST_ANSWERS = 4  # an article
MOST_QUESTIONS = 40  # an article; each is held against every statement of the others
STALE = timedelta(days=1)  # a report so much older answers nothing that is asked later

_VIOLENCE = re.compile(
    r"\b(?:kill\w*|bod(?:y|ies)|shot|shoot\w*|dead|die[ds]?|murder\w*|stabb\w*|slain|attack\w*)\b", re.IGNORECASE
)
# What stands between a cue and what it asks where both are of one clause: "the names and ages … were not released".
_PARTS_CLAUSES = re.compile(
    r"[.;:?!\"“”]|\b(?:but|said|says|that|who|which|revealed|because|while|where|after|he|she|they|police)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\W{0,3}(?:of |between |from )?\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """One thing that a statement says is not known: what is asked, of whom, and the words that say so."""

    asked: str
    kind: Kind
    who: Wanted  # its role is the stem of the noun that a date is of; "" where it is told of nobody
    article: ReadArticle
    fact: Fact


def unknown_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of what an article leaves open and another one answers, one a question and role."""
    open_ones: defaultdict[tuple[str, str], list[_Question]] = defaultdict(list)
    speakers = {
        f.evidence.attributed_to for a in articles for s in a.statements for f in s.facts if f.evidence.attributed_to
    }
    for article in articles:
        for question in islice(_questions(article), MOST_QUESTIONS):
            if question.asked != "identity" or not is_known(article, question.who, speakers, question.fact):
                open_ones[question.asked, question.who.role].append(question)
    found: list[Slot] = []
    for _, questions in sorted(open_ones.items()):
        asking = {q.fact.evidence.article for q in questions}
        # An article that does not know all of it may tell a part: it answers the others, not itself.
        others = [a for a in articles if asking - {a.article.id}]
        told = [f for a in others for f in _told(a, questions, speakers)[:MOST_ANSWERS]]
        knowing = {f.evidence.article for f in told}
        still = [q.fact for q in questions if knowing - {q.fact.evidence.article}]
        if told and still:
            found.append(Slot(kind=questions[0].kind, facts=(*_distinct(still), *told), fit=FIT))
    return tuple(found)


def _told(article: ReadArticle, questions: Sequence[_Question], speakers: set[str]) -> list[Fact]:
    """The answers of an article to a question that others leave open.

    A report that came out days before the question was asked does not answer it. Who is named where the question stands is not
    the one who is unknown there, and where an article names two people who may be meant, nobody can tell which.
    """
    asking = [q for q in questions if q.article is not article]
    if all(_is_older(article, q.article) for q in asking):
        return []
    if questions[0].asked != "identity":
        return _answers(article, questions[0])
    found: list[Fact] = []
    for question in asking:
        names = [f for s in article.statements for f in naming(s, question.who, speakers)]
        kept = [f for f in names if not any(_is_named(f, q.article) for q in asking)]
        surnames = {fold(f.value.words[-1]) for f in kept if isinstance(f.value, Name)}
        if len(surnames) == 1 or question.who.plural:
            found += kept
    return list(_distinct(found))


def _is_older(article: ReadArticle, other: ReadArticle) -> bool:
    one, another = article.article.published_at, other.article.published_at
    return one is not None and another is not None and another - one > STALE


def _is_named(fact: Fact, article: ReadArticle) -> bool:
    assert isinstance(fact.value, Name)
    surname = fold(fact.value.words[-1])
    return any(surname in fold(read.statement.text) for read in article.statements)


def is_unknown(fact: Fact) -> bool:
    """Whether a fact says that something is not known."""
    return isinstance(fact.value, Phrase) and fact.value.key == UNKNOWN


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({(f.evidence.article, f.place): f for f in facts}.values())


def _questions(article: ReadArticle) -> Iterator[_Question]:
    previous: ReadStatement | None = None
    for read in article.statements:
        for fact in (*filter(is_unknown, read.facts), *_left_open(article, read)):
            yield from _asked(article, read, previous, fact)
        previous = read


def _asked(
    article: ReadArticle, read: ReadStatement, previous: ReadStatement | None, fact: Fact
) -> Iterator[_Question]:
    """What the words of one open question ask."""
    text, base = read.statement.text, read.statement.span.start
    cue = fact.place.shifted(-base)
    for asked, kind, pattern in ASKED:
        # Dates are told everywhere: only the words of the open question itself ask for one.
        reach = (0, 0) if asked == "date" else (BEFORE, AFTER)
        match = _nearest(pattern, text, cue, reach)
        if asked == "age" and match is not None and _FIGURE.match(text, match.end):
            continue  # "ages 17 and 22" are known
        if match is None or OWN_NAME.search(text, cue.start, min(len(text), cue.end + len(" be identified"))):
            continue
        span = _pointed(text, cue, match)
        pointed = fact if span == cue else phrase_fact((article, read, span), kind=Kind.MANNER, key=UNKNOWN, head="")
        for who in _whom(asked, read, previous, span):
            yield _Question(asked=asked, kind=kind, who=who, article=article, fact=pointed)


def _nearest(pattern: re.Pattern[str], text: str, cue: Span, reach: tuple[int, int]) -> Span | None:
    """Where what is asked stands nearest to the cue, in one clause with it."""
    left, right = max(0, cue.start - reach[0]), cue.end + reach[1]
    best: Span | None = None
    for match in pattern.finditer(text, left, min(len(text), right)):
        span = Span(*match.span())
        between = text[span.end : cue.start] if span.end <= cue.start else text[cue.end : max(cue.end, span.start)]
        if _PARTS_CLAUSES.search(between):
            continue
        if best is None or abs(span.start - cue.start) < abs(best.start - cue.start):
            best = span
    return best


def _pointed(text: str, cue: Span, asked: Span) -> Span:
    """Where to point: the words that say "not known" with those that say what, as long as that is short enough."""
    whole = Span(min(cue.start, asked.start), max(cue.end, asked.end))
    if whole.length <= EVIDENCE_LENGTH:
        return whole
    rest = re.split(r"[.,;]", text[asked.start : asked.start + EVIDENCE_LENGTH // 2])[0].rstrip()
    return Span(asked.start, max(asked.end, asked.start + len(rest)))


def _left_open(article: ReadArticle, read: ReadStatement) -> Iterator[Fact]:
    """What is told as unknown without saying so: "police are looking for a suspect", "charges are pending"."""
    for match in LEFT_OPEN.finditer(read.statement.text):
        span = Span(*match.span())
        place = span.shifted(read.statement.span.start)
        if not any(is_unknown(f) and f.place.overlaps(place) for f in read.facts):
            yield phrase_fact((article, read, span), kind=Kind.MANNER, key=UNKNOWN, head="")


def _whom(asked: str, read: ReadStatement, previous: ReadStatement | None, cue: Span) -> tuple[Wanted, ...]:
    if asked == "date":
        nouns = [t for t in read.tokens if t.tag == "NOUN" and t.lemma != "date"]
        noun = next((t for t in nouns if t.start >= cue.start), nouns[-1] if nouns else None)
        return (Wanted(role=stem(noun.lemma) if noun else ""),)
    if asked not in ("identity", "age"):
        return (Wanted(role=""),)
    return wanted(read, previous, cue)


def _answers(article: ReadArticle, question: _Question) -> list[Fact]:
    role = question.who.role
    match question.asked:
        case "age":
            return [f for s in article.statements for f in aging(s, question.who)]
        case "date":
            return [
                f
                for s in article.statements
                for f in s.facts
                if f.kind is Kind.DATE and role and _speaks_of(s, f, role)
            ]
        case _:
            return [
                f
                for s in article.statements
                if _VIOLENCE.search(s.statement.text)
                for f in _phrases(article, s, question.asked)
            ]


def _speaks_of(read: ReadStatement, date: Fact, role: str) -> bool:
    """Whether the noun that is asked for stands before a date, with no verb of saying or end of a clause between."""
    start = date.place.start - read.statement.span.start
    nouns = [t.end for t in read.tokens if t.tag == "NOUN" and stem(t.lemma) == role and t.end <= start]
    return bool(nouns) and not _PARTS_CLAUSES.search(read.statement.text, nouns[-1], start)


def _phrases(article: ReadArticle, read: ReadStatement, asked: str) -> Iterator[Fact]:
    if any(is_unknown(f) for f in read.facts):
        return
    text = read.statement.text
    for match in TOLD[asked].finditer(text):
        place = Span(*match.span("told" if "told" in TOLD[asked].groupindex else 0))
        before = re.split(r"[.;,]", text[max(0, match.start() - BEFORE_ANSWER) : match.start()])[-1]
        if not UNTOLD.search(before):
            yield phrase_fact((article, read, place), kind=Kind.MANNER, key=fold(place.of(text)), head="")
