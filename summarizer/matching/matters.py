"""Matters that any event may turn on and that reports answer differently: read articles in, slots of kind polarity and manner out.

An answer belongs to a matter by its wordings and deeds alone (lexicons/matters): "the jury was unanimous" and "convicted by a majority"
share no verb. What keeps two matters apart is the thing that is named, other people named, and whether a report gives both answers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Kind, Name
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.matters import MatterMention, read_matters
from summarizer.language.people import person_key
from summarizer.language.stage_people import People, Topics, Who, antecedent, who_before, who_near
from summarizer.language.words import content_stems
from summarizer.matching.deed_facts import EVIDENCE_LENGTH, are_days_apart
from summarizer.matching.parties import is_old, people_of
from summarizer.matching.patients import is_one_person, may_be_one, sole
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.7
# Parts of speech that nothing ends with, that close a phrase, and of which names and nouns, and a subject, are made.
OPEN_ENDED = frozenset({"DET", "ADP", "ADJ", "NUM", "PART", "CCONJ", "AUX"})
ENDS = frozenset({"PUNCT", "SCONJ"})
NOMINAL = frozenset({"NOUN", "PROPN"})
SUBJECT = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "PRON", "AUX", "ADV", "PART"})
NARROWING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM"})
POSTING_LIMIT = 48  # answers to one matter that are held against one another
DIED, NEAR_DEATH = (
    "died",
    frozenset({"critical", "serious"}),
)  # who was let out of hospital is another one than who died
SHARED = 2  # words beside the wordings that two statements of a loosely worded matter must have in common


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One answer with its article and statement; whom it is of, the people named there or the words around it, as its matter asks."""

    article: ReadArticle
    read: ReadStatement
    mention: MatterMention
    people: frozenset[str]
    who: Who | None
    words: frozenset[str]


def matter_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of matters that two articles answer differently."""
    by_matter: defaultdict[tuple[str, str], list[_Told]] = defaultdict(list)
    for told in _told(articles):
        by_matter[told.mention.matter.name, told.mention.thing].append(told)
    found: list[Slot] = []
    for (name, thing), members in sorted(by_matter.items()):
        kept = _contested(members)
        if not kept:
            continue
        matter = members[0].mention.matter
        facts = tuple(
            phrase_fact((t.article, t.read, _shown(t)), kind=matter.kind, key=t.mention.answer, head=thing or name)
            for t in sorted(kept, key=_place)
        )
        reason = "said_and_denied" if matter.kind is Kind.POLARITY else "other_answer"
        about = _question(matter.about, kept)
        reason = "state_moved_on" if matter.moves else reason
        found.append(Slot(kind=matter.kind, facts=facts, fit=FIT, told_apart=reason, about=about))
    return tuple(found)


def _question(about: str, kept: Sequence[_Told]) -> str:
    """The matter's question with the thing as a report names it."""
    named = min((t.mention.named for t in kept if t.mention.named), default="")
    return about.format(thing=named) if named else about.replace("the {thing}", "it").replace("{thing}", "it")


def _shown(told: _Told) -> Span:
    """The wording with the rest of the phrase that it breaks off in, and its subject where that stands right before it."""
    tokens, span = told.read.tokens, told.mention.span
    inside = [i for i, t in enumerate(tokens) if t.start < span.end and t.end > span.start]
    if not inside:
        return span
    first, last = inside[0], inside[-1]
    end = last
    while tokens[end].tag in OPEN_ENDED and end + 1 < len(tokens) and tokens[end + 1].tag not in ENDS:
        end += 1
        while end + 1 < len(tokens) and tokens[end].tag in NOMINAL and tokens[end + 1].tag in NOMINAL:
            end += 1
    if tokens[end].tag in OPEN_ENDED:  # the phrase never closed
        end = last
    start = first
    before = (
        SUBJECT if tokens[first].tag in ("VERB", "AUX") else NARROWING if tokens[first].tag in NOMINAL else frozenset()
    )
    while start > 0 and tokens[start - 1].tag in before:
        start -= 1
    for left, right in ((start, end), (first, end), (start, last)):
        if tokens[right].end - tokens[left].start <= EVIDENCE_LENGTH:
            return Span(min(tokens[left].start, span.start), max(tokens[right].end, span.end))
    return span


def _told(articles: Sequence[ReadArticle]) -> Iterator[_Told]:
    everybody = people_of(articles)
    since = min((a.article.published_at.year for a in articles if a.article.published_at), default=0)
    for article in articles:
        topics = Topics()
        for read in article.statements:
            for mention in () if is_old(read, since) else read_matters(read.statement.text, read.tokens):
                scope = mention.matter.scope
                yield _Told(
                    article=article,
                    read=read,
                    mention=mention,
                    people=_named_people(read) if scope == "person" else frozenset(),
                    who=_who(read, mention, everybody, topics) if scope == "who" else None,
                    words=_words_beside(read, mention) if scope == "same" else frozenset(),
                )
            topics.hear(read.tokens, everybody)


def _named_people(read: ReadStatement) -> frozenset[str]:
    names = (f.value for f in read.facts if isinstance(f.value, Name))
    return frozenset(person_key(name)[-1] for name in names if name.words and name.sort == "person")


def _words_beside(read: ReadStatement, mention: MatterMention) -> frozenset[str]:
    text = read.statement.text
    return frozenset(content_stems(text[: mention.span.start] + " " + text[mention.span.end :]))


def _who(read: ReadStatement, mention: MatterMention, people: People, topics: Topics) -> Who | None:
    """Whom an answer is said of; a pronoun stands for whom the report spoke of before."""
    inside = [i for i, t in enumerate(read.tokens) if t.start < mention.span.end and t.end > mention.span.start]
    if not inside:
        return None
    who = who_before(read.tokens, inside[0], people) or who_near(read.tokens, inside[0], inside[-1], people)
    if who is None or not who.pronoun:
        return who
    return antecedent(read.tokens, mention.span.start, who, people) or topics.of(who)


def _contested(members: Sequence[_Told]) -> list[_Told]:
    """The answers of those articles that differ; none where no two of them may be held against one another."""
    by_article: defaultdict[str, list[_Told]] = defaultdict(list)
    for told in members:
        by_article[told.article.article.id].append(told)
    moves = members[0].mention.matter.moves
    alone = {key: sole((t.who for t in inside), inside[0].article) for key, inside in by_article.items()}
    latest: list[_Told] = []
    for inside in by_article.values():
        both = len({t.mention.rank for t in inside}) > 1
        if both and not moves:
            return []  # who reports both sides does not contradict the others
        if both and members[0].mention.matter.of_parts:
            continue  # some were found, others are missing still
        latest += _last(inside)
    latest = sorted(latest, key=lambda t: (t.read.statement.text, t.mention.span))[
        :POSTING_LIMIT
    ]  # in no article's order
    kept = {
        id(t): t
        for i, a in enumerate(latest)
        for b in latest[i + 1 :]
        if a.mention.rank != b.mention.rank and _one_matter(a, b, alone) and not (moves and _falls_back(a, b))
        for t in (a, b)
    }
    return list(kept.values())


def _last(inside: Sequence[_Told]) -> list[_Told]:
    """The last answer that one report gives, or gives on each person where it is said of somebody."""
    last: defaultdict[tuple[frozenset[str], str], int] = defaultdict(int)
    for told in inside:
        last[_whom(told)] = max(last[_whom(told)], told.mention.rank)
    return [t for t in inside if t.mention.rank == last[_whom(t)]]


def _whom(told: _Told) -> tuple[frozenset[str], str]:
    return (told.who.names, told.who.noun) if told.who is not None else (frozenset(), "")


def _is_of_one(a: _Told, b: _Told, alone: Mapping[str, Who | None]) -> bool:
    """Whether two answers are said of one person; that somebody died is told of many, so that a noun alone does not do."""
    if a.who is None or b.who is None:
        return False
    if a.who.plural and b.who.plural and not a.mention.matter.moves:
        return True  # all the others in both reports
    answers = {a.mention.answer, b.mention.answer}
    if DIED in answers and not (answers & NEAR_DEATH and _is_later_day(a, b)):
        return False
    one, other = (alone[t.article.article.id] for t in (a, b))
    if one is not None and other is not None and may_be_one(one, other):
        return True
    return is_one_person(a.who, b.who) and (DIED not in answers or bool(a.who.names))


def _is_later_day(a: _Told, b: _Told) -> bool:
    """Whether the further answer was published on a later day."""
    early, late = (t.article.article.published_at for t in sorted((a, b), key=lambda t: t.mention.rank))
    return early is not None and late is not None and early.date() < late.date()


def _one_matter(a: _Told, b: _Told, alone: Mapping[str, Who | None]) -> bool:
    """Whether two answers may be held against one another."""
    if a.article is b.article or (are_days_apart(a.read, b.read) and not a.mention.matter.moves):
        return False
    scope = a.mention.matter.scope
    if scope == "who":
        return _is_of_one(a, b, alone)
    if scope == "person" and a.people and b.people and not a.people & b.people:
        return False
    return scope != "same" or len(a.words & b.words) >= SHARED


def _falls_back(a: _Told, b: _Told) -> bool:
    """Whether the later report gives the earlier answer."""
    early, late = sorted((a, b), key=lambda t: t.mention.rank)
    before, after = early.article.article.published_at, late.article.article.published_at
    return before is not None and after is not None and before > after


def _place(told: _Told) -> tuple[str, bool, int]:
    return (told.article.article.id, told.read.statement.field != "title", told.mention.span.start)
