"""Questions with one answer in words: read articles in, slots of kind manner and place with the answers out.

The lexicon says which verbs raise a question ("the fire was started by …", "hackers got in through …") and of what; the
answer is the noun phrase behind its preposition. Answers differ where no word of one stands in the other and neither is
a near-synonym; a report that negates an answer or gives two is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Aspect, Evidence, Span, Token
from summarizer.language.meaning import concept
from summarizer.language.words import STOP_WORDS, fold, stem

ASKING = ("VERB", "ADJ")  # what a relation is told by
FIT = 0.75
REACH = 6  # words between the verb and the preposition of its answer
LONGEST_ANSWER = 5
SUBJECT_REACH = 12  # words around the verb in which what is asked of must stand
EVIDENCE_LENGTH = 80
NEGATIONS = frozenset({"not", "n't", "no", "never", "without"})
VAGUE = frozenset(
    {
        "accident",
        "incident",
        "way",
        "time",
        "age",
        "hand",
        "case",
        "place",
        "scene",
        "area",
        "attack",
        "people",
        "person",
        "man",
        "woman",
        "question",
        "someone",
        "something",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """One line of lexicons/relations.txt."""

    name: str
    verbs: frozenset[str]
    links: frozenset[str]
    asked_of: frozenset[str]
    answers: frozenset[str]  # what alone can answer; empty where anything can


def relation_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of answers to one question in two articles or more."""
    found: list[Slot] = []
    asked: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    verbs = frozenset(verb for relation in _relations() for verb in relation.verbs)
    for article in articles:
        for read in article.statements:
            if verbs.isdisjoint([stem(t.text) for t in read.tokens if t.tag in ASKING]):
                continue
            for relation in _relations():
                for subject, fact in _answers(article, read, relation):
                    asked[relation.name, subject].append(fact)
    for _, facts in sorted(asked.items()):
        if len({f.evidence.article for f in facts}) > 1:
            found.append(Slot(kind=facts[0].kind, facts=tuple(facts), fit=FIT))
    return tuple(found)


def answer_words(fact: Fact) -> frozenset[str]:
    """The groups of the content words of an answer."""
    return frozenset(fact.context)


def _answers(article: ReadArticle, read: ReadStatement, relation: Relation) -> Iterator[tuple[str, Fact]]:
    tokens = read.tokens
    for index, token in enumerate(tokens):
        if token.tag not in ASKING or stem(token.text) not in relation.verbs:
            continue
        subject = _subject(tokens, index, relation)
        if subject is None or any(fold(t.lemma) in NEGATIONS for t in tokens[max(0, index - 4) : index + 2]):
            continue
        answer = _answer(tokens, index, relation)
        if answer is not None:
            yield subject, _fact(article, read, (index, *answer), relation)


def _subject(tokens: Sequence[Token], index: int, relation: Relation) -> str | None:
    """What is asked of: a noun of the lexicon near the verb, or for anything the last name before it."""
    near = tokens[max(0, index - SUBJECT_REACH) : index + SUBJECT_REACH]
    if "*" in relation.asked_of:
        names = [t for t in tokens[max(0, index - SUBJECT_REACH) : index] if t.tag == "PROPN"]
        return fold(names[-1].text) if names else "" if any(fold(t.text) in ("he", "she") for t in near) else None
    return relation.name if any(stem(t.text) in relation.asked_of for t in near) else None


def _answer(tokens: Sequence[Token], index: int, relation: Relation) -> tuple[int, int] | None:
    """First and last token of the noun phrase behind the link."""
    start = None
    if "*" in relation.links and index + 1 < len(tokens) and tokens[index + 1].tag in ("DET", "ADJ", "NOUN", "PROPN"):
        start = index + 1
    for at in range(index + 1, min(len(tokens), index + 1 + REACH)):
        if tokens[at].text in (",", ";", "."):
            break
        if fold(tokens[at].lemma) in relation.links:
            start = at + 1
            break
    if start is None:
        return None
    last = start
    while (
        last < len(tokens)
        and last - start < LONGEST_ANSWER
        and tokens[last].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON")
    ):
        last += 1
    nouns = [i for i in range(start, last) if tokens[i].tag in ("NOUN", "PROPN") and fold(tokens[i].lemma) not in VAGUE]
    if any(stem(tokens[i].text) in relation.asked_of for i in nouns):
        return None
    if nouns and relation.answers and stem(tokens[nouns[-1]].text) not in relation.answers:
        return None
    return (start, nouns[-1]) if nouns else None


def _fact(article: ReadArticle, read: ReadStatement, place: tuple[int, int, int], relation: Relation) -> Fact:
    verb, first, last = place
    tokens, base = read.tokens, read.statement.span.start
    answer = Span(base + tokens[first].start, base + tokens[last].end)
    whole = Span(base + tokens[verb].start, answer.end)
    span = whole if whole.length <= EVIDENCE_LENGTH else answer
    words = (fold(t.lemma) for t in tokens[first : last + 1] if t.tag in ("NOUN", "PROPN", "ADJ"))
    return Fact(
        kind=Kind.MANNER,
        value=Phrase(key=fold(answer.of(article.article.field(read.statement.field)))),
        display=article.article.quote(read.statement.field, answer),
        evidence=Evidence(
            article=article.article.id,
            statement=read.statement.id,
            field=read.statement.field,
            span=span,
            quote=article.article.quote(read.statement.field, span),
            attributed_to=read.statement.speaker,
            certainty=read.statement.certainty,
        ),
        place=answer,
        head=relation.name,
        action=tokens[verb].lemma,
        aspect=Aspect.DONE,
        context=tuple(dict.fromkeys(concept(w) for w in words if w not in STOP_WORDS)),
    )


@cache
def _relations() -> tuple[Relation, ...]:
    content = resources.files("summarizer").joinpath("lexicons/relations.txt").read_text("utf-8")
    found: list[Relation] = []
    for line in content.splitlines():
        if line and not line.startswith("#"):
            name, verbs, links, asked_of, *answers = (part.strip() for part in line.split("|"))
            sets = (
                frozenset(how(w.strip()) for w in part.split(",") if w)
                for how, part in ((stem, verbs), (fold, links), (stem, asked_of), (stem, ",".join(answers)))
            )
            found.append(Relation(name=name, **dict(zip(("verbs", "links", "asked_of", "answers"), sets, strict=True))))
    return tuple(found)
