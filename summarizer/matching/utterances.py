"""The same utterance in several articles: read articles in, slots of quotations and of their speakers out.

Quotations are proposed by the rare words they share and told to be one utterance by their words (rewordings) and their speakers
(voices). Facts of one wording then share one key, so that what differs in a slot are its keys.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rapidfuzz.distance import Indel

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span, Token
from summarizer.language.spoken_words import SpokenWord, spoken_words
from summarizer.language.words import fold
from summarizer.matching.rewordings import Likeness, Profile, Stretch, Words, changed, likeness, longest_run, profile
from summarizer.matching.voices import Cast, cast_of

# Likeness (rewordings.Likeness) of two quotations that are one utterance. Read off the pairs of quotations of the open and the look
# bundles (2026-11-26): one utterance in other words has a bag of .73 to 1.0 with two to six shared words of meaning, the nearest
# two utterances (two sponsors on one show, a speaker's two sentences on one matter) .54 with two, .51 with six.
BAG = 0.7
BAG_SHARED = 3
ORDER = 0.6
ORDER_SHARED = 2
LONG_ORDER = 0.5
LONG_ENOUGH = 8  # words: shorter sentences of one speaker are built alike
FLAT = 0.8  # of the bag without weights, where an utterance is all small words: "If I could give you more, I would"
FLAT_LENGTH = 7
# What another person says is the same only in nearly the same words.
OTHERS_ORDER = 0.8
OTHERS_SHARED = 3
# A part of a sentence in quotation marks inside the reporter's own: these many words in one run that the other has.
RUN = 3
RUN_SHARED = 2
RUN_INSIDE = 0.85
LONG_RUN = 5
LONG_RUN_INSIDE = 0.7
LEAST_ORDER = 0.3
SHORTEST = 4
LONGEST = 200  # words of one sentence that are compared: work grows with the product of two
POSTING_LIMIT = 40
LONGEST_EVIDENCE = 80  # characters: the contract
SENTENCE_ENDS = (".", "!", "?")


@dataclass(frozen=True, slots=True)
class _Utterance:
    """What one statement quotes of one sentence, with its parts on both sides of "he said" joined."""

    facts: tuple[Fact, ...]
    words: tuple[SpokenWord, ...]  # spans count in the article's field
    voice: str | None
    profile: Profile

    @property
    def article(self) -> str:
        return self.facts[0].evidence.article

    @property
    def exact(self) -> tuple[str, ...]:
        return tuple(w.exact for w in self.words)


@dataclass(frozen=True, slots=True)
class _Link:
    """Two utterances that are one, and where their words differ."""

    left: int
    right: int
    fit: float
    changed: tuple[Stretch, ...]


def utterance_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind quote, one an utterance that two articles quote; of kind attribution where its speakers differ."""
    cast = cast_of(articles)
    said = [u for a in articles for s in a.statements for u in _utterances(s, cast)]
    links = [link for i, j in _candidates(said) if (link := _link(said, i, j)) is not None]
    speakers = {
        (f.evidence.article, f.place): f
        for a in articles
        for s in a.statements
        for f in s.facts
        if f.kind is Kind.ATTRIBUTION
    }
    found: list[Slot] = []
    for members in _groups(len(said), [(link.left, link.right) for link in links]):
        inside = [link for link in links if link.left in members]
        if inside:
            found += _quote_slots(said, members, inside)
            found += _speaker_slots(said, inside, speakers, cast)
    return tuple(found)


def _utterances(read: ReadStatement, cast: Cast) -> Iterator[_Utterance]:
    """The quotations of a statement; a part that does not end its sentence goes on in the next."""
    held: list[Fact] = []
    for fact in (f for f in read.facts if f.kind is Kind.QUOTE):
        held.append(fact)
        if fact.display.rstrip(" '\"’”").endswith(SENTENCE_ENDS):
            yield _utterance(read, held, cast)
            held = []
    if held:
        yield _utterance(read, held, cast)


def _utterance(read: ReadStatement, facts: Sequence[Fact], cast: Cast) -> _Utterance:
    base = read.statement.span.start
    words: list[SpokenWord] = []
    for fact in facts:
        words += (
            replace(w, span=w.span.shifted(base))
            for w in spoken_words(read.statement.text, _inside(read.tokens, fact.place.shifted(-base)))
        )
    voices = [v for f in facts if (v := cast.voice(f.evidence.attributed_to)) is not None]
    spoken = tuple(words[:LONGEST])
    return _Utterance(tuple(facts), spoken, voices[0] if voices else None, profile(spoken))


def _inside(tokens: Sequence[Token], place: Span) -> list[Token]:
    return [t for t in tokens if t.start >= place.start and t.end <= place.end]


def _candidates(said: Sequence[_Utterance]) -> tuple[tuple[int, int], ...]:
    """Pairs of two articles with a word of meaning in common."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for i, utterance in enumerate(said):
        if len(utterance.words) >= SHORTEST:
            for group in sorted({w.group for w in utterance.words if w.carries}):
                postings[group].append(i)
    shared = Counter(
        (i, j)
        for members in postings.values()
        if len(members) <= POSTING_LIMIT
        for i, j in combinations(members, 2)
        if said[i].article != said[j].article
    )
    return tuple(sorted(pair for pair, n in shared.items() if n > 1 or _may_be_one(said, *pair)))


def _may_be_one(said: Sequence[_Utterance], i: int, j: int) -> bool:
    """Whether the small words, too, speak for two quotations that have one word of meaning in common; most pairs stop here."""
    one, other = said[i].profile.groups, said[j].profile.groups
    return bool(Indel.normalized_similarity(one, other, score_cutoff=LEAST_ORDER) >= LEAST_ORDER)


def _link(said: Sequence[_Utterance], i: int, j: int) -> _Link | None:
    a, b = said[i], said[j]
    like = likeness(a.profile, b.profile)
    others = a.voice is not None and b.voice is not None and a.voice != b.voice
    if others and not (like.order >= OTHERS_ORDER and like.shared >= OTHERS_SHARED):
        return None
    if not others and not _is_one(a, b, like):
        return None
    differences = () if others else changed(a.words, b.words)
    return _Link(i, j, max(like.order, like.bag), differences)


def _is_one(a: _Utterance, b: _Utterance, like: Likeness) -> bool:
    """Whether two quotations of one speaker, or of one that is not told, are one utterance."""
    short, long = sorted((len(a.words), len(b.words)))
    return (
        (like.bag >= BAG and like.shared >= BAG_SHARED)
        or (like.order >= LONG_ORDER and like.shared > 0 and short >= LONG_ENOUGH)
        or (like.order >= ORDER and like.shared >= ORDER_SHARED and short >= SHORTEST)
        or (like.order >= ORDER and like.shared > 0 and long >= LONG_ENOUGH and short >= SHORTEST)
        or (like.flat >= FLAT and short >= FLAT_LENGTH)
        or (like.inside >= LONG_RUN_INSIDE and _is_part(a, b, like))
    )


def _is_part(a: _Utterance, b: _Utterance, like: Likeness) -> bool:
    """Whether one is a part of the other, or most of it is in the words of the one known speaker."""
    run = longest_run(a.words, b.words)
    if len(run) == min(len(a.words), len(b.words)):
        return True
    if a.voice is None or a.voice != b.voice:
        return False
    shared = sum(w.carries for w in run)
    if like.inside >= RUN_INSIDE:
        return len(run) >= RUN and shared >= RUN_SHARED
    return len(run) >= LONG_RUN and shared > RUN_SHARED


def _quote_slots(said: Sequence[_Utterance], members: Sequence[int], links: Sequence[_Link]) -> Iterator[Slot]:
    """One slot for each set of wordings that differ, and for each wording that is left and that two articles give."""
    alike = [k for k in links if not k.changed]
    wordings = _groups(len(said), [(k.left, k.right) for k in alike], members)
    wording = {i: group for group in wordings for i in group}
    told: set[int] = set()
    for cluster in _clusters(said, [k for k in links if wording[k.left] != wording[k.right]]):
        inside = _with_others(said, {i for k in cluster for i in (k.left, k.right)}, alike)
        told |= inside
        where: dict[int, tuple[int, int]] = {}
        for k in cluster:
            where.setdefault(k.left, _reach([s.left for s in k.changed]))
            where.setdefault(k.right, _reach([s.right for s in k.changed]))
        yield _slot(said, sorted(inside), wording, where, cluster)
    for group in wordings:
        left = [i for i in group if i not in told]
        if len({said[i].article for i in left}) > 1:
            yield _slot(said, left, wording, {}, links)


def _with_others(said: Sequence[_Utterance], inside: set[int], alike: Sequence[_Link]) -> set[int]:
    """With the quotations of other articles that have one of the wordings."""
    found = set(inside)
    articles = {said[i].article for i in inside}
    for k in alike:
        for i, j in ((k.left, k.right), (k.right, k.left)):
            if i in inside and said[j].article not in articles:
                found.add(j)
                articles.add(said[j].article)
    return found


def _clusters(said: Sequence[_Utterance], links: Sequence[_Link]) -> list[list[_Link]]:
    """The surest differences first; a difference joins those that it shares a quotation with, unless an article would then
    be quoted twice: its two sentences are two utterances."""
    found: list[list[_Link]] = []
    for link in sorted(links, key=lambda k: (-k.fit, k.left, k.right)):
        home = next((c for c in found if _joins(said, c, link)), None)
        if home is None:
            found.append([link])
        else:
            home.append(link)
    return found


def _joins(said: Sequence[_Utterance], cluster: Sequence[_Link], link: _Link) -> bool:
    inside = {i for k in cluster for i in (k.left, k.right)}
    if not inside & {link.left, link.right}:
        return False
    together = inside | {link.left, link.right}
    return len({said[i].article for i in together}) == len(together)


def _slot(
    said: Sequence[_Utterance],
    members: Sequence[int],
    wording: Mapping[int, tuple[int, ...]],
    where: Mapping[int, tuple[int, int]],
    links: Sequence[_Link],
) -> Slot:
    """The facts of some quotations, those of one wording under one key, with what differs as their evidence."""
    facts: list[Fact] = []
    for i in members:
        longest = max((said[n].exact for n in wording[i]), key=lambda exact: (len(exact), exact))
        key = " ".join(longest)
        facts += (replace(f, value=Phrase(key=key)) for f in _shown(said[i], where.get(i)))
    return Slot(kind=Kind.QUOTE, facts=tuple(facts), fit=max(k.fit for k in links))


def _reach(stretches: Sequence[range]) -> tuple[int, int]:
    """From the first to behind the last word that differs."""
    return min(s.start for s in stretches), max(s.stop for s in stretches)


def _shown(utterance: _Utterance, where: tuple[int, int] | None) -> tuple[Fact, ...]:
    """Its facts; where words differ the one that holds them, its evidence cut to them when the whole is long."""
    if where is None:
        return utterance.facts
    words = utterance.words
    first = min(where[0], len(words) - 1)
    fact = next((f for f in utterance.facts if f.place.end > words[first].span.start), utterance.facts[-1])
    inside = [i for i, w in enumerate(words) if fact.place.contains(w.span)]
    if fact.evidence.span.length <= LONGEST_EVIDENCE or not inside:
        return (fact,)
    low, high = max(first - 1, inside[0]), min(max(where[1], first + 1), inside[-1] + 1)
    span = _cut(words, low, high, inside[-1] + 1)
    base = fact.evidence.span.start
    quote = fact.evidence.quote[span.start - base : span.end - base]
    return (replace(fact, evidence=replace(fact.evidence, span=span, quote=quote)),)


def _cut(words: Words, low: int, high: int, end: int) -> Span:
    """As many words from `low` on as can be shown, at least to `high` where they fit."""
    last = low
    while last + 1 < end and words[last + 1].span.end - words[low].span.start <= LONGEST_EVIDENCE:
        last += 1
    start = low
    while start > 0 and last + 1 >= high and words[last].span.end - words[start - 1].span.start <= LONGEST_EVIDENCE:
        start -= 1
    return Span(words[start].span.start, words[last].span.end)


def _speaker_slots(
    said: Sequence[_Utterance], links: Sequence[_Link], speakers: dict[tuple[str, Span], Fact], cast: Cast
) -> Iterator[Slot]:
    """One slot of who is told to have said it, each speaker under the key of his voice."""
    members = sorted({i for k in links for i in (k.left, k.right)})
    facts: list[Fact] = []
    for i in members:
        for fact in said[i].facts:
            told = speakers.get((fact.evidence.article, fact.place))
            voice = None if told is None else cast.voice(told.evidence.attributed_to)
            if told is not None and voice is not None and not _is_pronoun(told.evidence.quote):
                facts.append(replace(told, value=Phrase(key=voice)))
    if len({f.evidence.article for f in facts}) > 1:
        yield Slot(kind=Kind.ATTRIBUTION, facts=tuple(facts), fit=max(k.fit for k in links))


def _is_pronoun(quote: str) -> bool:
    return bool({"he", "she", "they", "it", "who"} & set(fold(quote).split()))


def _groups(
    count: int, pairs: Sequence[tuple[int, int]], members: Sequence[int] | None = None
) -> tuple[tuple[int, ...], ...]:
    """The components that the pairs make of `members` (of all), each in order."""
    parent = list(range(count))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in pairs:
        a, b = root(i), root(j)
        parent[max(a, b)] = min(a, b)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for i in members if members is not None else range(count):
        found[root(i)].append(i)
    return tuple(tuple(group) for group in found.values())
