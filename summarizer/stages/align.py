"""Groups statements that say the same thing: read articles and origins in, claims in reading order out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Name, Phrase
from summarizer.domain.findings import Claim, Match, Status
from summarizer.domain.report import Origin, ReadArticle, ReadStatement
from summarizer.language.meaning import concept
from summarizer.language.words import fold, stem
from summarizer.matching.claims import Pair, Said, group_claims, said
from summarizer.matching.claims_sources import named_source
from summarizer.matching.normal import normal

SHARED_SHOWN = 6
ACTION_TAGS = ("VERB", "NOUN")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Witnesses:
    outlet: dict[str, str]
    origin: dict[str, str]


def align(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Claim, ...]:
    """Claims c1, c2, … over all statements; every statement stands in exactly one claim, alone where nobody else says it."""
    statements = [said(s) for a in articles for s in a.statements]
    witnesses = _Witnesses(
        outlet={a.article.id: fold(" ".join(a.article.source.split())) for a in articles},
        origin={article: o.id for o in origins for article in o.articles},
    )
    return tuple(
        _claim(f"c{number}", [statements[i] for i in members], [_match(pair, statements) for pair in pairs], witnesses)
        for number, (members, pairs) in enumerate(group_claims(statements), 1)
    )


def _claim(id_: str, members: Sequence[Said], matches: Sequence[Match], witnesses: _Witnesses) -> Claim:
    statements = [m.read.statement for m in members]
    articles = tuple(dict.fromkeys(s.article for s in statements))
    origins = len({witnesses.origin[a] for a in articles})
    if origins > 1 and named_source([m.read for m in members]):
        origins = 1
    return Claim(
        id=id_,
        statements=tuple(s.id for s in statements),
        articles=articles,
        outlets=len({witnesses.outlet[a] for a in articles}),
        origins=origins,
        status=Status.CORROBORATED if origins > 1 else Status.SINGLE_SOURCE,
        representative=_representative(members, matches),
        findings=(),
        matches=tuple(matches),
    )


def _representative(members: Sequence[Said], matches: Iterable[Match]) -> str:
    """The member most like the others, a body sentence before a title, the longer one of equals."""
    totals = {m.read.statement.id: 0.0 for m in members}
    for match in matches:
        for id_ in match.statements:
            totals[id_] += match.score
    best = max(
        (m.read.statement for m in members),
        key=lambda s: (s.field == "text", round(totals[s.id], 3), len(s.text), s.text),
    )
    return best.id


def _match(pair: Pair, statements: Sequence[Said]) -> Match:
    a, b = statements[pair.left], statements[pair.right]
    return Match(
        statements=(a.read.statement.id, b.read.statement.id),
        score=round(pair.likeness.score, 1),
        words=round(pair.likeness.words),
        action=_action(a, b),
        shared=tuple(_shared(a.read, b.read))[:SHARED_SHOWN],
    )


def _action(a: Said, b: Said) -> str | None:
    """What both say is done, in the first one's word: a verb before a noun."""
    common = a.gist.actions & b.gist.actions
    tokens = [t for t in a.read.tokens if t.tag in ACTION_TAGS and concept(t.lemma) in common]
    return min(tokens, key=lambda t: (t.tag != "VERB", t.start)).lemma if tokens else None


def _shared(a: ReadStatement, b: ReadStatement) -> Iterator[str]:
    """The names and values that both give, in the first one's words and order, each once."""
    theirs = {key for f in b.facts for key in _keys(f)}
    seen: set[str] = set()
    for fact in a.facts:
        keys = _keys(fact)
        if keys & theirs and not keys & seen:
            yield fact.display
            seen |= keys


def _keys(fact: Fact) -> frozenset[str]:
    """What a fact is known by: a name's words, else its normalised value; nothing for words in quotation marks."""
    if isinstance(fact.value, Phrase):
        return frozenset()
    if isinstance(fact.value, Name):
        return frozenset(stem(w) for w in fact.value.words)
    value = normal(fact.value)
    return frozenset({f"{fact.kind} {value}"}) if value else frozenset()
