"""Merges the articles into a summary: claims and findings in, verbatim sentences in reading order out.

Each claim offers its best sentence; what is central, said early, said by several origins and contested is chosen first, what
repeats a chosen sentence last. The order of the articles changes nothing: every tie is broken by text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from math import fsum

from summarizer.domain.findings import Claim, Finding, Relation
from summarizer.domain.report import Options, Origin, ReadArticle, ReadStatement, Summary, SummarySentence
from summarizer.domain.text import Article
from summarizer.language.ranking import MOST_SENTENCES, rank
from summarizer.language.words import STOP_WORDS, WORD, fold, stem

# Tried on the first 400 events of news_summaries.jsonl at 60 words; the headline's words bring .01 of ROUGE-2, the rest moves it by
# less. Over all 907 events with benchmarks/summary.py: ROUGE-1, -2 and -L .438 .197 .310, sumy's LexRank .424 .186 .293, the leads
# .439 .200 .305 (2026-11-24). Origins and findings by what an editor asks for: what several say and what they disagree on belongs in
# a merged report.
CENTRAL_WEIGHT = 0.3
LEAD_WEIGHT = 0.3
HEADLINE_WEIGHT = 0.3
ORIGIN_WEIGHT = 0.2
FINDING_WEIGHT = 0.1
LEAD_STATEMENTS = 6  # after so many sentences a place says nothing any more
MOST_ORIGINS = 3  # that count towards the score
DANGLING_PENALTY = 0.6  # as much as two of the weights: only where little else is left
STALE_PENALTY = 0.3  # a sentence whose figure a later report has replaced
# What is taken off a sentence's score for repeating what was chosen. ROUGE hardly tells (.195 to .201 whatever is done); read on the
# samples, summaries made of three outlets' leads disappear.
REPEATED = 0.7
ANYWAY = 0.2  # the share of its stems that any sentence on the event has in common with the chosen ones
SHORTEST = 6  # words
MOST_KEYS = 120  # stems of one sentence that are compared

_BOILERPLATE = re.compile(
    r"""
    ^\W{0,3}(?: (?:additional\ )?(?:reporting|editing|writing|compiled|edited|written)\ (?:and\ \w{1,12}\ )?by\b   # "Reporting by Jo Dow; editing by …"
      | (?:photo|image|picture|video|file|graphic|caption|watch|listen|related|advertisement|read\ (?:more|also|next)|see\ also)\s?[:|(]
      | (?:sign\ up|subscribe|click\ here|follow\ us|download\ (?:the|our)|join\ our|scroll\ down|tap\ here)\b
      | (?:copyright|©|\(c\)) )
    | \b(?:contributed\ to\ this\ (?:report|story|article)|all\ rights\ reserved|this\ is\ a\ (?:breaking|developing)\ (?:news\ )?story
      |this\ (?:story|article|report)\ (?:has\ been|was|will\ be)\ (?:first\ |originally\ )?(?:updated|published|corrected)
      |(?:to|for)\ our\ (?:[\w-]{1,12}\ ){0,2}newsletters?|(?:use[sd]?|accept)\ cookies|our\ (?:privacy|cookie)\ policy
      |may\ not\ be\ (?:published,\ broadcast|reproduced))\b
    | (?:\bvia\ |[/(|]\s?)getty\ images\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A sentence that opens so leans on the one before it: "But it …", "He said …", "Instead, …", "That …".
_DANGLING = re.compile(
    r"""
    ^[\W_]{0,4}(?: (?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|that|these|those|we|our|us|i|my|you|your)\b
      | (?:but|and|or|so|yet|nor|however|instead|meanwhile|moreover|furthermore|also|still|then|therefore|thus|besides|nevertheless
        |nonetheless|otherwise|additionally|similarly|likewise|consequently|hence|afterwards?|later|elsewhere|both|such|another|others?
        |neither|either|the\ (?:latter|former|two|pair|same|others?)|for\ (?:example|instance)|in\ (?:addition|contrast|turn|response)
        |as\ a\ result|on\ the\ other\ hand|at\ the\ (?:same\ time|time)|after\ (?:that|this)|before\ (?:that|this)|because\ of\ (?:this|that))\b
      | (?:there|here)\b (?!\ (?:is|are|was|were|has|have|had|will)\b) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "There is" opens a sentence of its own; "It is unclear", "It was the worst flood" too.
_EXPLETIVE = re.compile(
    r"^\W{0,3}it\ (?:is|was|remains|remained)\ (?:not\ )?(?:yet\ )?(?:un)?(?:clear|known|likely|possible|the\b)",
    re.IGNORECASE | re.VERBOSE,
)
_OPENING, _CLOSING = "“«", "”»"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A claim's best sentence."""

    claim: Claim
    statement: ReadStatement
    dangling: bool
    stale: bool
    lead: float
    headline: float
    findings: tuple[Finding, ...]
    keys: tuple[str, ...]
    tie: tuple[str, ...]  # text before all, so that the order of the articles decides nothing

    @property
    def text(self) -> str:
        """The sentence."""
        return self.statement.statement.text


def summarize(
    articles: Sequence[ReadArticle],
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    origins: Sequence[Origin],
    options: Options,
) -> Summary:
    """As many sentences as `options` asks for, where the claims have so many that can stand in a summary."""
    desk = _desk(articles, findings, origins)
    candidates = [c for claim in claims if (c := _candidate(claim, desk))]
    candidates.sort(key=lambda c: (-c.claim.origins, -c.lead, c.tie))
    chosen = _choose(_scored(candidates[:MOST_SENTENCES], options.ranker), options.sentences)
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
        headlines=tuple(frozenset(_keys(a.article.title)) for a in articles if _keys(a.article.title)),
        stale=frozenset(s for f in findings for s in _overtaken(f, published)),
    )


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


def _candidate(claim: Claim, desk: _Desk) -> _Candidate | None:
    """The claim's best sentence, or None where none of its statements can stand in a summary."""
    members = [desk.statements[s] for s in claim.statements if _can_stand(desk.statements[s])]
    if not members:
        return None
    preferred = desk.statements[claim.representative].statement.text

    def merit(read: ReadStatement) -> tuple[bool, bool, bool, bool, int, tuple[str, ...]]:
        own = read.statement
        from_copy = own.article not in desk.firsts
        leans = _is_dangling(own.text)
        return (leans, own.id in desk.stale, from_copy, own.text != preferred, desk.starts[own.id], _tie(read, desk))

    best = min(members, key=merit)
    keys = _keys(best.statement.text)
    found = {f.id: f for s in claim.statements for f in desk.findings.get(s, ())}
    return _Candidate(
        claim=claim,
        statement=best,
        dangling=_is_dangling(best.statement.text),
        stale=best.statement.id in desk.stale,
        lead=max(max(0.0, 1 - desk.starts[s] / LEAD_STATEMENTS) for s in claim.statements),
        headline=_headline(keys, desk.headlines),
        findings=tuple(found.values()),
        keys=keys,
        tie=_tie(best, desk),
    )


def _tie(read: ReadStatement, desk: _Desk) -> tuple[str, ...]:
    article = desk.articles[read.statement.article]
    return (read.statement.text, article.text, article.title, article.source, article.id)


def _can_stand(read: ReadStatement) -> bool:
    """Whether a statement is a sentence that tells something: no title, question, fragment or furniture of the page."""
    statement = read.statement
    text = statement.text
    words = WORD.findall(text)
    if statement.field == "title" or len(words) < SHORTEST or text.rstrip("\"'”’») ").endswith("?"):
        return False
    if text.isupper() or _BOILERPLATE.search(text):
        return False
    return any(t.tag in ("VERB", "AUX") for t in read.tokens)


def _is_dangling(text: str) -> bool:
    """Whether a sentence leans on the one before it, or is a piece of a longer quotation.

    >>> _is_dangling("But he left."), _is_dangling("The mayor left."), _is_dangling("It is unclear why the mayor left.")
    (True, False, False)
    """
    if _is_part_of_quotation(text):
        return True
    return bool(_DANGLING.match(text)) and not _EXPLETIVE.match(text)


def _is_part_of_quotation(text: str) -> bool:
    straight = text.count('"') % 2 == 1
    curly = sum(text.count(c) for c in _OPENING) != sum(text.count(c) for c in _CLOSING)
    return straight or curly


def _keys(text: str) -> tuple[str, ...]:
    """The sentence's distinct stems, sorted: what it is about, to tell how much of it repeats another one."""
    words = (fold(m.group()) for m in islice(WORD.finditer(text), MOST_KEYS))
    return tuple(sorted({stem(w) for w in words if w not in STOP_WORDS}))


def _headline(keys: Sequence[str], headlines: Sequence[frozenset[str]]) -> float:
    """The mean share of a headline's stems that the sentence has."""
    return fsum(len(h.intersection(keys)) / len(h) for h in headlines) / len(headlines) if headlines else 0.0


def _scored(candidates: Sequence[_Candidate], ranker: str) -> list[tuple[float, _Candidate]]:
    """The candidates, each with its score, best first."""
    central = rank([c.text for c in candidates], ranker)
    scored = [(_score(c, r), c) for c, r in zip(candidates, central, strict=True)]
    return sorted(scored, key=lambda p: (-p[0], p[1].tie))


def _score(candidate: _Candidate, central: float) -> float:
    origins = min(candidate.claim.origins - 1, MOST_ORIGINS - 1) / (MOST_ORIGINS - 1)
    contested = max((f.importance for f in candidate.findings), default=0.0)
    told = LEAD_WEIGHT * candidate.lead + HEADLINE_WEIGHT * candidate.headline
    known = ORIGIN_WEIGHT * origins + FINDING_WEIGHT * contested
    weak = DANGLING_PENALTY * candidate.dangling + STALE_PENALTY * candidate.stale
    return CENTRAL_WEIGHT * central + told + known - weak


def _choose(scored: Sequence[tuple[float, _Candidate]], count: int) -> list[_Candidate]:
    """One after the other the best of what is left, less what it repeats of the chosen (after Carbonell and Goldstein 1998)."""
    left = list(scored)
    chosen: list[_Candidate] = []
    told: set[str] = set()
    while left and len(chosen) < count:
        best = max(range(len(left)), key=lambda i: (left[i][0] - REPEATED * _repetition(left[i][1], told), -i))
        _, taken = left.pop(best)
        chosen.append(taken)
        told.update(taken.keys)
    return chosen


def _repetition(candidate: _Candidate, told: AbstractSet[str]) -> float:
    """How much of a sentence was told: 0 for what any sentence on the event repeats, 1 where it adds no word."""
    share = len(told & set(candidate.keys)) / max(len(candidate.keys), 1)
    return max(0.0, share - ANYWAY) / (1 - ANYWAY)


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

    opening = min(chosen, key=lambda c: (c.dangling, desk.starts[c.statement.statement.id], chosen.index(c)))
    rest = sorted((c for c in chosen if c is not opening), key=place)
    return [opening, *rest]


def _sentence(candidate: _Candidate, desk: _Desk) -> SummarySentence:
    statement = candidate.statement.statement
    claim = candidate.claim
    return SummarySentence(
        text=desk.articles[statement.article].quote(statement.field, statement.span),
        statement=statement.id,
        article=statement.article,
        field=statement.field,
        span=statement.span,
        claim=claim.id,
        articles=claim.articles,
        outlets=claim.outlets,
        origins=claim.origins,
        findings=tuple(f.id for f in candidate.findings),
    )
