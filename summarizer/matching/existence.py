"""What one report says there was none of and another tells at work: read articles in, slots of kind polarity out.

"There were no sirens" and "the sirens woke us" contradict each other whatever the verb. The noun must be the same and name a
thing of the event, not something of which there is always more; no report may say both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span, Token
from summarizer.language.clause_words import CALENDAR
from summarizer.language.deed_answers import DeedAnswer, deed_answer
from summarizer.language.words import fold, stem
from summarizer.matching.deed_facts import EVIDENCE_LENGTH, are_days_apart
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.65  # five of six in the labelled bundles are right, two of them unread (2026-12-01)
SHORTEST = 4  # letters of a noun
REACH = 4  # tokens between a noun and its verb
POSTING_LIMIT = 20
# Of these there is always one more somewhere, or "no" with them is a way of speaking.
UNTELLING = frozenset(
    "one doubt way time reason people person comment word evidence sign indication information detail other death injury arrest suspect "
    "charge idea problem question plan change need man woman child place matter case day year chance more point choice part thing "
    "money reply response answer sense role hope victim report record reporter damage threat risk fault surprise limit end proof link "
    "connection life action step measure player country member side attempt effort decision difference secret mistake business "
    "trouble longer exception shortage interest intention desire wonder use good school class lesson matter sooner means mention trace deal talk statement "
    "home house street town city police officer government company group family friend car vehicle".split()
)
DENYING = frozenset({"no", "without", "not"})  # of which each phrase has one that says that there was none: "not one"
AHEAD = frozenset({"will", "'ll", "’ll", "shall", "would", "if", "unless", "should", "could", "may", "might"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One mention of a thing: what narrows it, and the words that say that there was one or none."""

    article: ReadArticle
    read: ReadStatement
    narrowed: frozenset[str]
    span: Span


def existence_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """One slot for each thing that one article says was not there and another tells at work."""
    none: defaultdict[str, list[_Told]] = defaultdict(list)
    some: defaultdict[str, list[_Told]] = defaultdict(list)
    telling = [(a, r) for a in articles for r in a.statements if not r.statement.text.rstrip(' "”').endswith("?")]
    for article, read in telling:
        if not DENYING.isdisjoint([fold(t.text) for t in read.tokens]):
            for noun, there, told in _mentions(article, read, None):
                if not there:
                    none[noun].append(told)
    for article, read in telling if none else ():  # of the few nouns that there is none of
        for noun, there, told in _mentions(article, read, none.keys()):
            if there:
                some[noun].append(told)
    return tuple(slot for noun in sorted(none.keys() & some.keys()) for slot in _slots(noun, none[noun], some[noun]))


def _slots(noun: str, none: Sequence[_Told], some: Sequence[_Told]) -> Iterator[Slot]:
    """The slot of one noun, where no article says both."""
    without = {t.article.article.id for t in none}
    if without & {t.article.article.id for t in some}:
        return
    ones, others = (
        sorted(side, key=lambda t: (t.read.statement.text, t.span))[:POSTING_LIMIT] for side in (none, some)
    )
    pairs = [(a, b) for a in ones for b in others if _one_thing(a, b)]
    if pairs:
        sides = {
            key: {id(t): t for t in side}
            for key, side in (("no", [a for a, _ in pairs]), ("yes", [b for _, b in pairs]))
        }
        facts = tuple(
            phrase_fact((t.article, t.read, t.span), kind=Kind.POLARITY, key=key, head=noun)
            for key, side in sides.items()
            for t in side.values()
        )
        about = f"whether there was any {noun}"
        yield Slot(kind=Kind.POLARITY, facts=facts, fit=FIT, told_apart="said_and_denied", about=about)


def _one_thing(none: _Told, some: _Told) -> bool:
    """Whether the thing that was there is of the sort that there was none of."""
    return none.narrowed <= some.narrowed and not are_days_apart(none.read, some.read)


def _mentions(article: ReadArticle, read: ReadStatement, nouns: Set[str] | None) -> Iterator[tuple[str, bool, _Told]]:
    """The nouns that there is none of, and those that do something or that something is done with; all of them, or these only."""
    tokens = read.tokens
    for index, token in enumerate(tokens):
        if token.tag != "NOUN":
            continue
        noun = fold(token.lemma)
        if nouns is not None and noun not in nouns:
            continue
        ends = index + 1 == len(tokens) or tokens[index + 1].tag != "NOUN"
        if not ends or len(noun) < SHORTEST or noun in UNTELLING or noun in CALENDAR:
            continue
        start = index
        while start > 0 and tokens[start - 1].tag in ("ADJ", "NOUN", "NUM", "PROPN"):
            start -= 1
        narrowed = frozenset(stem(t.text) for t in tokens[start:index] if t.tag in ("NOUN", "ADJ"))
        there = _is_there(tokens, start, index)
        if there is None:
            continue
        first, last = there[1]
        if tokens[last].end - tokens[first].start > EVIDENCE_LENGTH:
            continue
        span = Span(tokens[first].start, tokens[last].end)
        yield noun, there[0], _Told(article=article, read=read, narrowed=narrowed, span=span)


def _is_there(tokens: Sequence[Token], start: int, noun: int) -> tuple[bool, tuple[int, int]] | None:
    """Whether the phrase says that there was one, and the tokens that say so; None where it says nothing."""
    before = [fold(t.text) for t in tokens[max(0, start - 2) : start]]
    denied = before[-1:] in (["no"], ["without"]) or before == ["not", "one"]
    if denied:
        clause = {fold(t.text) for t in tokens[max(0, start - 2 * REACH) : start]}
        first = start - 1 - (before == ["not", "one"])
        opening = next((i for i in range(first - 1, max(-1, first - 3), -1) if fold(tokens[i].text) == "there"), first)
        return None if clause & AHEAD else (False, (opening, noun))
    after = next((i for i in range(noun + 1, min(len(tokens), noun + 1 + REACH)) if tokens[i].tag == "VERB"), None)
    if after is not None and _is_done(tokens, after, tokens[noun + 1 : after], ("AUX", "ADV", "PART")):
        return True, (start, after)
    ahead = next((i for i in range(start - 1, max(-1, start - REACH), -1) if tokens[i].tag == "VERB"), None)
    if ahead is not None and _is_done(tokens, ahead, tokens[ahead + 1 : start], ("DET", "PRON")):
        return True, (ahead, noun)
    return None


def _is_done(tokens: Sequence[Token], verb: int, between: Sequence[Token], tags: tuple[str, ...]) -> bool:
    """Whether a verb belongs to the phrase that only such words part it from, and tells what was done."""
    return all(t.tag in tags for t in between) and deed_answer(tokens, verb) is DeedAnswer.DONE
