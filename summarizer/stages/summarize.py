"""Merges the articles into a summary: claims and findings in, verbatim sentences in reading order out.

A sentence is chosen by what it adds: what several origins say, what is central, said early, in the headlines and contested comes
first, what repeats a chosen sentence last or not at all. The order of the articles changes nothing: every tie is broken by text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from summarizer.domain.facts import Name, Quantity
from summarizer.domain.findings import Claim, Finding, Relation
from summarizer.domain.report import Options, Origin, ReadArticle, ReadStatement, Summary, SummarySentence
from summarizer.domain.text import Article, Span
from summarizer.language.ranking import MOST_SENTENCES, rank
from summarizer.language.standalone import dateline_end, has_nobody, is_furniture, is_leaning
from summarizer.language.words import STOP_WORDS, folded_words, stem
from summarizer.matching.coverage import Coverage, Term, terms_of, told_of, weights_of
from summarizer.matching.introductions import introduced_in, strangers_in

# Tried at 60 words on the two halves of news_summaries.jsonl (2026-11-24, 2026-12-01): covering what several origins say brings .014 of
# ROUGE-2, letting any sentence of a claim stand for it .012, the headlines .004; each of the other weights moves it by less than .003.
# benchmarks/summary.py over all 907 events: ROUGE-1, -2, -L .464 .222 .329, sumy's best (Reduction) .450 .211 .315, leads .446 .204 .308.
# Weights fitted to one half (26 of them, hill climbing) were worse on the other than these, which are round and few.
# Origins and findings by what an editor asks for: what several say and what they disagree on belongs in a merged report.
COVERAGE_WEIGHT = 1.0
HEADLINE_WEIGHT = 1.0
CENTRAL_WEIGHT = 0.3
LEAD_WEIGHT = 0.4
ORIGIN_WEIGHT = 0.2
FINDING_WEIGHT = 0.1
LEAD_STATEMENTS = 6  # after so many sentences a place says nothing any more
MOST_ORIGINS = 3  # that count towards the score
LEANING_PENALTY = 1.0  # as much as the headlines: only where little else is left
STALE_PENALTY = 0.3  # a sentence whose figure a later report has replaced
STRANGER_PENALTY = 0.6  # "Vonk walked free" where nobody has said who Vonk is
COPY_PENALTY = 0.1  # a sentence of an article that follows another
NEXT_BONUS = 0.3  # for the sentence that goes on where a chosen one ends: the story reads on, and ROUGE gains .001
OPENING_BONUS = 0.5  # for an article's first sentence as the first to be chosen: a summary begins with the news
# What is taken off a sentence's score for repeating what was chosen: ROUGE is best at .3 or less and loses .003 at .7.
REPEATED = 0.3
AGAIN = 0.2  # for a second sentence of a claim: it may add what the first leaves out, but comes after what was not told at all
# What several say and no sentence tells comes before a sentence that shares so much of what it tells with the chosen ones, or tells
# so much of what one of them does.
TOLD = 0.45
HELD = 0.5
# Nor is anything told again while so many sentences tell something else: three outlets' leads have six, their articles forty.
PLENTY = 12
MOST_REPEATED = 0.8  # a sentence that shares more of its stems with the chosen ones is not told
ANYWAY = 0.2  # the share of its stems that any sentence on the event has in common with the chosen ones
SHORTEST = 6  # words
SHORTEST_OF_A_BRIEF = 3
ENDS = (".", "!", "?", "…")
CLOSING = "\"'”’»)] "
MOST_KEYS = 120  # stems of one headline that are compared


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What the summary needs to know of the merge."""

    articles: Mapping[str, Article]
    statements: Mapping[str, ReadStatement]
    places: Mapping[str, float]
    starts: Mapping[str, int]
    firsts: frozenset[str]
    findings: Mapping[str, tuple[Finding, ...]]
    headlines: tuple[frozenset[str], ...]
    stale: frozenset[str]
    fragments: frozenset[str]
    strangers: Mapping[str, frozenset[str]]
    weights: Mapping[Term, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A sentence that may stand for its claim."""

    claim: Claim
    statement: ReadStatement
    span: Span  # in the article's field, without the dateline
    text: str
    leaning: bool
    strangers: frozenset[str]  # surnames of people whom the article has named in full, and this sentence does not
    introduced: frozenset[str]  # surnames of those whom it does
    stale: bool
    lead: float
    headline: float
    findings: tuple[Finding, ...]
    terms: tuple[Term, ...]
    told: frozenset[str]
    tie: tuple[str, ...]  # text before all, so that the order of the articles decides nothing


def summarize(
    articles: Sequence[ReadArticle],
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    origins: Sequence[Origin],
    options: Options,
) -> Summary:
    """As many sentences as `options` asks for, where there are so many that can stand in a summary and add to it."""
    desk = _desk(articles, findings, origins)
    candidates = [c for claim in claims for c in _candidates(claim, desk, SHORTEST)]
    # Briefs of a line or two have no sentence of the usual length.
    candidates = candidates or [c for claim in claims for c in _candidates(claim, desk, SHORTEST_OF_A_BRIEF)]
    candidates.sort(key=lambda c: (-c.claim.origins, -c.lead, c.tie))
    chosen = _choose(candidates[:MOST_SENTENCES], desk, options)
    return Summary(sentences=tuple(_sentence(c, desk) for c in _in_reading_order(chosen, desk)))


def _desk(articles: Sequence[ReadArticle], findings: Sequence[Finding], origins: Sequence[Origin]) -> _Desk:
    touching: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for statement in dict.fromkeys(e.statement for v in finding.values for e in v.evidence):
            touching[statement].append(finding)
    places: dict[str, float] = {}
    starts: dict[str, int] = {}
    for article in articles:
        body = [s.statement.id for s in article.statements if s.statement.field == "text"]
        starts.update({s.statement.id: 0 for s in article.statements} | {id_: n for n, id_ in enumerate(body)})
        places.update(
            {s.statement.id: 0.0 for s in article.statements} | {id_: n / len(body) for n, id_ in enumerate(body)}
        )
    published = {a.article.id: a.article for a in articles}
    return _Desk(
        articles=published,
        statements={s.statement.id: s for a in articles for s in a.statements},
        places=places,
        starts=starts,
        firsts=frozenset(o.first for o in origins),
        findings={k: tuple(v) for k, v in touching.items()},
        headlines=tuple(frozenset(k) for a in articles if (k := _keys(a.article.title))),
        stale=frozenset(s for f in findings for s in _overtaken(f, published)),
        fragments=frozenset(f for a in articles for f in _fragments(a)),
        strangers=strangers_in(articles),
        weights=_weights(articles, origins),
    )


def _fragments(article: ReadArticle) -> frozenset[str]:
    """Its statements that end without a full stop, where most end with one: headings, captions, what goes on below."""
    body = [s.statement for s in article.statements if s.statement.field == "text"]
    open_ended = frozenset(s.id for s in body if not s.text.rstrip(CLOSING).endswith(ENDS))
    return open_ended if len(open_ended) * 2 < len(body) else frozenset()


def _weights(articles: Iterable[ReadArticle], origins: Iterable[Origin]) -> dict[Term, float]:
    """How widely each word is used; copies of one report use it once."""
    said = {a.article.id: [terms_of(s.statement.text) for s in a.statements] for a in articles}
    return weights_of([[t for a in o.articles for t in said.get(a, ())] for o in origins])


def _overtaken(finding: Finding, articles: Mapping[str, Article]) -> frozenset[str]:
    """The statements that give only a value of an update which no report after them gives any more."""
    times = [[articles[e.article].published_at for e in v.evidence] for v in finding.values]
    if finding.relation is not Relation.UPDATE or any(t is None for known in times for t in known):
        return frozenset()
    latest = [max(t for t in known if t) for known in times]
    old: set[str] = set()
    new: set[str] = set()
    for value, last in zip(finding.values, latest, strict=True):
        (old if last < max(latest) else new).update(e.statement for e in value.evidence)
    return frozenset(old - new)


def _candidates(claim: Claim, desk: _Desk, shortest: int) -> Iterator[_Candidate]:
    """The sentences that may stand for a claim: none that leans or is stale where another does not."""
    told = (desk.statements[s] for s in claim.statements if s not in desk.fragments)
    members = [read for read in told if _can_stand(read, shortest)]
    if not members:
        return

    flaws = [(_leans(read), read.statement.id in desk.stale) for read in members]
    least = min(flaws)
    found = {f.id: f for s in claim.statements for f in desk.findings.get(s, ())}
    for member, own in zip(members, flaws, strict=True):
        if own == least:
            yield _candidate(claim, member, tuple(found.values()), desk, leaning=own[0])


def _candidate(
    claim: Claim, read: ReadStatement, findings: tuple[Finding, ...], desk: _Desk, *, leaning: bool
) -> _Candidate:
    own = read.statement
    article = desk.articles[own.article]
    span = _without_dateline(read, desk)
    return _Candidate(
        claim=claim,
        statement=read,
        span=span,
        text=article.quote(own.field, span),
        leaning=leaning,
        strangers=desk.strangers.get(own.id, frozenset()),
        introduced=introduced_in(read),
        stale=own.id in desk.stale,
        lead=max(0.0, 1 - desk.starts[own.id] / LEAD_STATEMENTS),
        headline=_headline(_keys(own.text), desk.headlines),
        findings=findings,
        terms=terms_of(own.text),
        told=told_of(own.text, _figures(read)),
        tie=(own.text, article.text, article.title, article.source, article.id),
    )


def _figures(read: ReadStatement) -> dict[int, tuple[int, str]]:
    """For the start of each number in the sentence its end and its digits."""
    at = read.statement.span.start
    return {
        f.place.start - at: (f.place.end - at, format(f.value.number.normalize(), "f"))
        for f in read.facts
        if isinstance(f.value, Quantity) and f.value.number is not None
    }


def _leans(read: ReadStatement) -> bool:
    """Whether it cannot be understood without the sentence before it."""
    own = read.statement
    named = [f.evidence.span.start - own.span.start for f in read.facts if isinstance(f.value, Name)]
    return is_leaning(own.text) or has_nobody(own.text, min(named, default=len(own.text)))


def _without_dateline(read: ReadStatement, desk: _Desk) -> Span:
    """The sentence's place; that of an article's first sentence begins behind its dateline."""
    own = read.statement
    cut = dateline_end(own.text) if desk.starts[own.id] == 0 else 0
    if len(folded_words(own.text[cut:])) < SHORTEST:
        return own.span
    return Span(own.span.start + cut, own.span.end)


def _can_stand(read: ReadStatement, shortest: int = SHORTEST) -> bool:
    """Whether a statement is a sentence that tells something: no title, question, fragment or furniture of the page."""
    statement = read.statement
    text = statement.text
    if statement.field == "title" or text.rstrip(CLOSING).endswith("?") or is_furniture(text):
        return False
    return len(folded_words(text)) >= shortest and any(t.tag in ("VERB", "AUX") for t in read.tokens)


def _keys(text: str) -> tuple[str, ...]:
    """The text's distinct stems, sorted."""
    return tuple(sorted({stem(w) for w in folded_words(text)[:MOST_KEYS] if w not in STOP_WORDS}))


def _headline(keys: Sequence[str], headlines: Sequence[frozenset[str]]) -> float:
    """The mean share of a headline's stems that the sentence has."""
    return fsum(len(h.intersection(keys)) / len(h) for h in headlines) / len(headlines) if headlines else 0.0


def _choose(candidates: Sequence[_Candidate], desk: _Desk, options: Options) -> list[_Candidate]:
    """One after the other the best of what is left, less what it repeats of the chosen (after Carbonell and Goldstein 1998)."""
    central = rank([c.text for c in candidates], options.ranker)
    choice = _Choice(candidates, desk, [_score(c, desk, r) for c, r in zip(candidates, central, strict=True)])
    room = math.inf if options.words is None else options.words
    while choice.left and len(choice.chosen) < options.sentences:
        # The first sentence is told whatever its length: a summary without one tells nothing.
        if choice.chosen:
            choice.left = [i for i in choice.left if len(candidates[i].text.split()) <= room]
        if not choice.left:
            break
        best = choice.tell_best()
        room -= len(best.text.split())
    return choice.chosen


class _Choice:
    """What was chosen, and what each of the others would add to it."""

    def __init__(self, candidates: Sequence[_Candidate], desk: _Desk, own: Sequence[float]) -> None:
        self._candidates = candidates
        self._starts = desk.starts
        self._own = own
        self._coverage = Coverage([c.terms for c in candidates], desk.weights, [c.told for c in candidates])
        self._told: set[str] = set()
        self._next: set[tuple[str, int]] = set()
        self._introduced: set[str] = set()
        self.left = list(range(len(candidates)))
        self.chosen: list[_Candidate] = []

    def tell_best(self) -> _Candidate:
        """Takes the best of what is left as told; what says nothing else is left no longer."""
        best = min(self._ready(), key=lambda i: (-self._worth(i), self._candidates[i].tie))
        self._coverage.tell(best)
        told = self._candidates[best]
        self.chosen.append(told)
        self._told.add(told.claim.id)
        self._introduced |= told.introduced
        article, start = self._place(told)
        self._next.add((article, start + 1))
        self.left = [i for i in self.left if i != best and self._coverage.repeated(i) < MOST_REPEATED]
        return told

    def _ready(self) -> list[int]:
        """What is left, without what was told where there is enough that was not."""
        untold = [i for i in self.left if not self._is_told(i)]
        several = any(self._candidates[i].claim.origins > 1 for i in untold)
        return untold if several or len(untold) >= PLENTY else self.left

    def _is_told(self, index: int) -> bool:
        """Whether it tells a claim again, or mostly what was told, or a chosen sentence at greater length."""
        if self._candidates[index].claim.id in self._told:
            return True
        return self._coverage.repeated(index) >= TOLD or self._coverage.holds(index) >= HELD

    def _worth(self, index: int) -> float:
        candidate = self._candidates[index]
        again = max(0.0, self._coverage.repeated(index) - ANYWAY) / (1 - ANYWAY)
        less = REPEATED * again + AGAIN * (candidate.claim.id in self._told)
        less += STRANGER_PENALTY * (not candidate.strangers <= self._introduced)
        article, start = self._place(candidate)
        more = NEXT_BONUS * ((article, start) in self._next) + OPENING_BONUS * (start == 0 and not self.chosen)
        return self._own[index] + COVERAGE_WEIGHT * self._coverage.gain(index) + more - less

    def _place(self, candidate: _Candidate) -> tuple[str, int]:
        statement = candidate.statement.statement
        return statement.article, self._starts[statement.id]


def _score(candidate: _Candidate, desk: _Desk, central: float) -> float:
    """What a sentence is worth whatever else was chosen."""
    origins = min(candidate.claim.origins - 1, MOST_ORIGINS - 1) / (MOST_ORIGINS - 1)
    contested = max((f.importance for f in candidate.findings), default=0.0)
    told = LEAD_WEIGHT * candidate.lead + HEADLINE_WEIGHT * candidate.headline + CENTRAL_WEIGHT * central
    known = ORIGIN_WEIGHT * origins + FINDING_WEIGHT * contested
    copied = candidate.statement.statement.article not in desk.firsts
    less = LEANING_PENALTY * candidate.leaning + STALE_PENALTY * candidate.stale + COPY_PENALTY * copied
    return told + known - less


def _in_reading_order(chosen: Sequence[_Candidate], desk: _Desk) -> list[_Candidate]:
    """By their places in the article that says most of them; elsewhere by where on average they stand; the best lead first."""
    if not chosen:
        return []
    covered = Counter(a for c in chosen for a in {desk.statements[s].statement.article for s in c.claim.statements})
    guide = min(
        covered, key=lambda a: (-covered[a], desk.articles[a].text, desk.articles[a].title, desk.articles[a].source)
    )

    def place(candidate: _Candidate) -> tuple[float, str]:
        members = [s for s in candidate.claim.statements if desk.statements[s].statement.field == "text"]
        guided = [desk.places[s] for s in members if desk.statements[s].statement.article == guide]
        return (min(guided) if guided else fsum(desk.places[s] for s in members) / len(members), candidate.text)

    opening = min(chosen, key=lambda c: (c.leaning, desk.starts[c.statement.statement.id], chosen.index(c)))
    rest = sorted((c for c in chosen if c is not opening), key=place)
    return [opening, *rest]


def _sentence(candidate: _Candidate, desk: _Desk) -> SummarySentence:
    statement, claim = candidate.statement.statement, candidate.claim
    return SummarySentence(
        text=desk.articles[statement.article].quote(statement.field, candidate.span),
        statement=statement.id,
        article=statement.article,
        field=statement.field,
        span=candidate.span,
        claim=claim.id,
        articles=claim.articles,
        outlets=claim.outlets,
        origins=claim.origins,
        findings=tuple(f.id for f in candidate.findings),
    )
