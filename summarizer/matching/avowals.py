"""What one report has confirmed and another denied: read articles in, slots of kind certainty out.

Both must speak of one thing: the same action, the names agree, and most of the words of the shorter are in the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.avowals import Avowal, read_avowals
from summarizer.language.clause_words import CALENDAR
from summarizer.language.deeds import NEGATING, named
from summarizer.language.meaning import concept
from summarizer.language.words import REPORTING, STOP_WORDS, fold
from summarizer.matching.deed_facts import EVIDENCE_LENGTH, are_days_apart
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.75
SAME_CONTENT = 0.6  # of the words of the shorter in the other
FEWEST_SHARED = 2  # words, of which one is the action
POSTING_LIMIT = 40
LATER = timedelta(hours=20)  # a day, as bulletins are dated
CONFESSING = frozenset({"admit", "acknowledge", "confess", "concede", "confirm"})
# One may deny these and nobody say otherwise: to deny an attack is to deny having made it; bail, charges and entry are
# denied in another sense.
LOOSE = frozenset(
    concept(word)
    for word in "charge allegation accusation claim report wrongdoing guilt responsibility involvement bail access entry visa "
    "request motion appeal permission attack killing murder crime offence offense incident case thing fact news information "
    "detail link role plan statement comment name identity death people person time day".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One avowal with the words of what it is of."""

    article: ReadArticle
    read: ReadStatement
    avowal: Avowal
    actions: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    speaker: frozenset[str]


def avowal_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of one thing that is confirmed here and denied there, by articles that give one side each."""
    postings: defaultdict[str, list[_Said]] = defaultdict(list)
    said = list(_read(articles))
    for one in said:
        if not one.avowal.confirmed:
            for word in sorted(one.actions):
                postings[word].append(one)
    found: list[Slot] = []
    taken: set[int] = set()
    for yes in (s for s in said if s.avowal.confirmed):
        denials = [no for word in sorted(yes.actions) for no in postings[word][:POSTING_LIMIT] if _is_same(yes, no)]
        no = next((n for n in denials if id(n) not in taken), None)
        if no is not None and not any(n.article is yes.article for n in denials):
            taken.add(id(no))
            found.append(_slot(yes, no))
    return tuple(found)


def _slot(yes: _Said, no: _Said) -> Slot:
    facts = (_fact(yes, no), _fact(no, no))
    later = _came_clean(yes, no)
    return Slot(
        kind=Kind.CERTAINTY,
        facts=facts,
        fit=FIT,
        told_apart="denied_then_admitted" if later else "confirmed_and_denied",
    )


def _came_clean(yes: _Said, no: _Said) -> bool:
    """Whether one who denied it admits it a day later."""
    before, after = no.article.article.published_at, yes.article.article.published_at
    same = bool(yes.speaker & no.speaker) and yes.read.tokens[yes.avowal.cue].lemma in CONFESSING
    return same and before is not None and after is not None and after - before >= LATER


def _read(articles: Sequence[ReadArticle]) -> Iterator[_Said]:
    for article in articles:
        for read in article.statements:
            for avowal in read_avowals(read.tokens):
                said = _said(article, read, avowal)
                if said is not None:
                    yield said


def _said(article: ReadArticle, read: ReadStatement, avowal: Avowal) -> _Said | None:
    content = read.tokens[avowal.first : avowal.last + 1]
    if any(fold(t.lemma) in NEGATING for t in content):
        return None  # what is denied there is no yes
    keys = [(concept(t.lemma), t.tag) for t in content if _tells(t.tag, t.lemma)]
    verbs = [k for k, tag in keys if tag == "VERB" and k not in LOOSE]
    nouns = [k for k, tag in keys if tag == "NOUN" and k not in LOOSE]
    speaker = avowal.speaker
    who = named(read.tokens, speaker) or (
        frozenset() if speaker is None else frozenset({concept(read.tokens[speaker].lemma)})
    )
    return _Said(
        article=article,
        read=read,
        avowal=avowal,
        actions=frozenset(verbs or nouns[:1]),
        names=frozenset(k for k, tag in keys if tag == "PROPN"),
        words=frozenset(k for k, _ in keys),
        speaker=who,
    )


def _tells(tag: str, lemma: str) -> bool:
    key = fold(lemma)
    return tag in ("VERB", "NOUN", "PROPN", "ADJ", "NUM") and key not in STOP_WORDS | CALENDAR | REPORTING


def _is_same(yes: _Said, no: _Said) -> bool:
    """Whether one thing is confirmed and denied."""
    shared = yes.words & no.words
    least = min(len(yes.words), len(no.words))
    if yes.names and no.names and not yes.names & no.names:
        return False
    if are_days_apart(yes.read, no.read) or len(shared) < SAME_CONTENT * least:
        return False
    return len(shared) >= FEWEST_SHARED or len(yes.words) == len(no.words) == 1


def _fact(said: _Said, asked: _Said) -> Fact:
    """The cue with what it is of, as far as can be shown, asked in the words of `asked`."""
    tokens, avowal = said.read.tokens, said.avowal
    low = tokens[min(avowal.cue, avowal.first)].start
    ends = [t.end for t in tokens[avowal.cue : max(avowal.last, avowal.cue) + 1] if t.end - low <= EVIDENCE_LENGTH]
    span = Span(low, ends[-1]) if ends else Span(tokens[avowal.cue].start, tokens[avowal.cue].end)
    theirs = asked.read.tokens
    content = theirs[asked.avowal.first : asked.avowal.last + 1]
    head = asked.read.statement.text[content[0].start : content[-1].end]
    if any(t.tag in ("VERB", "AUX") and not t.text.endswith("ing") for t in content):
        head = f"whether {head}"
    fact = phrase_fact((said.article, said.read, span), kind=Kind.CERTAINTY, key="", head=head)
    return replace(fact, value=Phrase(key="confirmed" if avowal.confirmed else "denied"))
