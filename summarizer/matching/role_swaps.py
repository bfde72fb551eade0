"""Who did it to whom, told the other way round: read articles in, slots of kind polarity out.

"Orvia sued Haldane" and "Haldane sued Orvia" hold the same words. Deeds are proposed by their verb and both names; where one
article tells both directions, or of an answer in kind, the two are two deeds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.deeds import Deed, named, read_deeds, read_named_deeds
from summarizer.language.meaning import concept
from summarizer.language.words import content_stems, fold, stem
from summarizer.matching.deed_facts import are_days_apart, deed_span
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.8
MOST_TOLD = 8  # reports of one direction that are held against the other
LONGEST_NAME = 4  # words: more are a list that was read as one name
# Near-synonyms that lexicons/concepts.txt keeps apart, as they count different things.
FAMILIES = {concept(word): "attack" for word in "attack strike hit bomb bombard shell invade storm raid".split()} | {
    concept(noun): concept(verb)
    for noun, verb in (("lawsuit", "sue"), ("suit", "sue"), ("invasion", "attack"), ("lose", "win"))
}
# What two can do to each other, or each without the other's not doing it.
MUTUAL = frozenset(
    concept(word)
    for word in "meet fight marry wed divorce join play face clash date hug kiss embrace match rival resemble contact call phone "
    "telephone text email visit host greet welcome thank praise laud hail congratulate applaud criticise criticize slam "
    "condemn denounce blame accuse insult mock taunt rebuke threaten warn urge pressure press challenge confront oppose support "
    "back endorse help aid assist trust distrust respect admire love like hate fear know see watch hear follow trail miss want "
    "need understand remember recognise recognize consult brief inform advise ask answer address question engage trade swap "
    "exchange partner team merge pair accompany include involve concern affect influence mirror echo match equal border "
    "succeed replace precede describe consider view regard use signal approach pass near target sanction outlaw befriend "
    "encounter tie draw say tell announce report find leave".split()
)
ANSWERING = frozenset(
    stem(w) for w in "retaliate retaliation revenge avenge reprisal countersue counterattack counterclaim".split()
)
TURNED = (
    "each other",
    "one another",
    "in return",
    "in response",
    "hit back",
    "struck back",
    "fired back",
    "tit-for-tat",
    "exchange",
)
EARLIER = frozenset("earlier previously last previous former once ago before ever first second".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A deed between two names as one statement tells it."""

    article: ReadArticle
    read: ReadStatement
    deed: Deed
    agent: frozenset[str]
    patient: frozenset[str]
    words: frozenset[str]


def role_swap_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of two facts: the same deed with its parties swapped."""
    by_parties: defaultdict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for told in _read(articles):
        for one in sorted(told.agent):
            for other in sorted(told.patient):
                by_parties[_family(told), one, other].append(told)
    found: list[Slot] = []
    taken: set[tuple[str, int]] = set()
    for (family, one, other), forth in by_parties.items():
        back = by_parties.get((family, other, one), [])
        if one > other or not back or _is_answered(articles, forth, back):
            continue
        sides = _swapped(forth[:MOST_TOLD], back[:MOST_TOLD])
        facts = tuple(
            _fact(told, f"{a} {family} {b}")
            for side, (a, b) in zip(sides, ((one, other), (other, one)), strict=True)
            for told in side
        )
        places = {(f.evidence.article, f.place.start) for f in facts}
        if facts and not places & taken:
            taken |= places
            found.append(Slot(kind=Kind.POLARITY, facts=facts, fit=FIT, told_apart="roles_swapped"))
    return tuple(found)


def _swapped(forth: Sequence[_Told], back: Sequence[_Told]) -> tuple[list[_Told], list[_Told]]:
    """Those of each direction that tell of the deed which one of the other tells."""
    pairs = [(a, b) for a in forth for b in back if _is_swap(a, b)]
    return ([a for a in forth if any(a is x for x, _ in pairs)], [b for b in back if any(b is y for _, y in pairs)])


def _read(articles: Sequence[ReadArticle]) -> Iterator[_Told]:
    for article in articles:
        for read in article.statements:
            for deed in (*read_deeds(read.tokens), *read_named_deeds(read.tokens)):
                if not deed.done or concept(read.tokens[deed.verb].lemma) in MUTUAL:
                    continue
                owns = read.tokens[deed.verb].tag == "NOUN"
                agent, patient = named(read.tokens, deed.agent, owns=owns), named(read.tokens, deed.patient)
                common = agent & patient
                agent, patient = agent - common, patient - common
                if agent and patient and max(len(agent), len(patient)) <= LONGEST_NAME:
                    yield _Told(
                        article=article,
                        read=read,
                        deed=deed,
                        agent=agent,
                        patient=patient,
                        words=_others(read, deed, agent | patient),
                    )


def _family(told: _Told) -> str:
    group = concept(told.read.tokens[told.deed.verb].lemma)
    return FAMILIES.get(group, group)


def _others(read: ReadStatement, deed: Deed, names: frozenset[str]) -> frozenset[str]:
    """The content words beside the verb and its parties."""
    own = {stem(read.tokens[deed.verb].text), stem(read.tokens[deed.verb].lemma), *(stem(n) for n in names)}
    return frozenset(content_stems(read.statement.text)) - own


def _is_answered(articles: Sequence[ReadArticle], forth: Sequence[_Told], back: Sequence[_Told]) -> bool:
    """Whether a report tells both directions, or one of an answer in kind."""
    there, again = ({t.article.article.id for t in side} for side in (forth, back))
    if there & again:
        return True
    for article in (a for a in articles if a.article.id in there | again):
        text = fold(f"{article.article.title} {article.article.text}")
        if any(turn in text for turn in TURNED) or ANSWERING & set(content_stems(text)):
            return True
    return False


def _is_swap(a: _Told, b: _Told) -> bool:
    """Whether both tell of one deed: the names swapped as a whole, something else in common, no earlier time in one only."""
    if a.agent & b.agent or a.patient & b.patient or are_days_apart(a.read, b.read):
        return False
    early = [bool(EARLIER & {fold(t.text) for t in told.read.tokens}) for told in (a, b)]
    return early[0] == early[1] and (bool(a.words & b.words) or not a.words or not b.words)


def _fact(told: _Told, key: str) -> Fact:
    tokens, deed = told.read.tokens, told.deed
    assert deed.agent is not None
    assert deed.patient is not None
    low, high = deed_span(tokens, (deed.agent, deed.first, deed.verb, deed.patient), deed.verb)
    return phrase_fact(
        (told.article, told.read, Span(low, high)),
        kind=Kind.POLARITY,
        key=key,
        head=tokens[deed.verb].lemma,
    )
