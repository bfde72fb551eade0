"""Groups statements that say the same thing: read articles and origins in, claims in reading order out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.findings import Claim, Match, Status
from summarizer.domain.report import Origin, ReadArticle, ReadStatement
from summarizer.language.meaning import concept
from summarizer.matching.normal import normal
from summarizer.matching.similarity import key_words, likeness, pairs

# On the desk bundles, statement pairs that hold evidence of one gold slot reach 62 in the median, others 31 (2026-11-24).
SAME_CLAIM = 58.0
SHARED_SHOWN = 6


@dataclass(slots=True)
class _Cluster:
    members: list[int]
    matches: list[tuple[int, int, float]]


def align(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Claim, ...]:
    """Claims c1, c2, … over all statements; every statement stands in exactly one claim, alone where nobody else says it."""
    statements = [s for a in articles for s in a.statements]
    keys = [key_words(s) for s in statements]
    sources = [s.statement.article for s in statements]
    scored = [(likeness(keys[i], keys[j]), i, j) for i, j in pairs(keys, sources)]
    good = sorted(
        ((s, i, j) for s, i, j in scored if s >= SAME_CLAIM),
        key=lambda p: (-p[0], sorted((statements[p[1]].statement.text, statements[p[2]].statement.text))),
    )
    clusters = _cluster(statements, keys, good)
    witnesses = _Witnesses(
        outlet={a.article.id: a.article.source for a in articles},
        origin={article: o.id for o in origins for article in o.articles},
    )
    return tuple(_claim(n, c, statements, witnesses) for n, c in enumerate(clusters, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Witnesses:
    outlet: dict[str, str]
    origin: dict[str, str]


def _cluster(
    statements: Sequence[ReadStatement], keys: Sequence[tuple[str, ...]], good: Sequence[tuple[float, int, int]]
) -> list[_Cluster]:
    """Best pairs first; two clusters join when their members are alike on average, so that no chain of neighbours forms."""
    home = {i: _Cluster([i], []) for i in range(len(statements))}
    for score, i, j in good:
        left, right = home[i], home[j]
        if left is right:
            left.matches.append((i, j, score))
            continue
        total = sum(likeness(keys[a], keys[b]) for a in left.members for b in right.members)
        if total / (len(left.members) * len(right.members)) >= SAME_CLAIM:
            joined = _Cluster(sorted(left.members + right.members), [*left.matches, *right.matches, (i, j, score)])
            for member in joined.members:
                home[member] = joined
    unique = {id(c): c for c in home.values()}.values()
    return sorted(unique, key=lambda c: c.members[0])


def _claim(number: int, cluster: _Cluster, statements: Sequence[ReadStatement], witnesses: _Witnesses) -> Claim:
    members = [statements[i].statement for i in cluster.members]
    articles = tuple(dict.fromkeys(s.article for s in members))
    origins = len({witnesses.origin[a] for a in articles})
    return Claim(
        id=f"c{number}",
        statements=tuple(s.id for s in members),
        articles=articles,
        outlets=len({witnesses.outlet[a] for a in articles}),
        origins=origins,
        status=Status.CORROBORATED if origins > 1 else Status.SINGLE_SOURCE,
        representative=statements[_representative(cluster, statements)].statement.id,
        findings=(),
        matches=tuple(_match(statements[i], statements[j], score) for i, j, score in sorted(cluster.matches)),
    )


def _representative(cluster: _Cluster, statements: Sequence[ReadStatement]) -> int:
    """The member most like the others, a body sentence before a title, the longer one of equals."""

    def merit(index: int) -> tuple[bool, float, int, str]:
        total = sum(score for i, j, score in cluster.matches if index in (i, j))
        statement = statements[index].statement
        return (statement.field == "text", total, len(statement.text), statement.text)

    return max(cluster.members, key=merit)


def _match(a: ReadStatement, b: ReadStatement, score: float) -> Match:
    actions = {concept(f.action) for f in a.facts if f.action} & {concept(f.action) for f in b.facts if f.action}
    values_a = {v for f in a.facts if (v := normal(f.value))}
    values_b = {v for f in b.facts if (v := normal(f.value))}
    return Match(
        statements=(a.statement.id, b.statement.id),
        score=round(score, 1),
        words=len(set(key_words(a)) & set(key_words(b))),
        action=min(actions) if actions else None,
        shared=tuple(sorted(values_a & values_b))[:SHARED_SHOWN],
    )
