"""A report as plain values: a Report in, the dicts and lists of the contract's JSON out. Standard library only."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from summarizer.domain.findings import Claim, Finding, FindingValue, Match
from summarizer.domain.report import Notice, Options, Origin, ReadArticle, Report, SummarySentence
from summarizer.domain.revision import Revision, Row, RowKind
from summarizer.domain.text import Article, Evidence, Statement

SCHEMA = "1"
Json = dict[str, object]


def to_dict(report: Report) -> Json:
    """The report as the contract's section 1 writes it; keys stand in the contract's order.

    The text of articles is None where the request asked for a report without it.
    """
    origin_of = {article: origin.id for origin in report.origins for article in origin.articles}
    with_text = report.options.include_text
    return {
        "id": report.id,
        "schema": SCHEMA,
        "articles": [_article(a, origin_of.get(a.article.id), with_text=with_text) for a in report.articles],
        "origins": [_origin(o) for o in report.origins],
        "summary": {"text": report.summary.text, "sentences": [_sentence(s) for s in report.summary.sentences]},
        "agreements": [finding_to_dict(f) for f in report.agreements],
        "discrepancies": [finding_to_dict(f) for f in report.discrepancies],
        "claims": [_claim(c) for c in report.claims],
        "notices": [_notice(n) for n in report.notices],
        "provenance": {"version": report.version, "settings": options_to_dict(report.options), "digest": report.digest},
    }


def article_to_dict(article: Article) -> Json:
    """What was published, as it was taken in.

    >>> article_to_dict(Article(id="a1", source="The Dale Gazette", text="It rains."))["sha256"][:12]
    '304c49a0bae0'
    """
    return {
        "id": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "published_at": article.published_at.isoformat() if article.published_at else None,
        "language": article.language,
        "text": article.text,
        "sha256": article_digest(article),
    }


def article_digest(article: Article) -> str:
    """The SHA-256 of its source, title and text, each led by its length, so that no two articles share one by moving a boundary."""
    digest = hashlib.sha256()
    for content in (article.source, article.title, article.text):
        encoded = content.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(encoded))
        digest.update(encoded)
    return digest.hexdigest()


def statement_to_dict(statement: Statement) -> Json:
    """One sentence by its place."""
    return {
        "id": statement.id,
        "field": statement.field,
        "start": statement.span.start,
        "end": statement.span.end,
        "speaker": statement.speaker,
        "certainty": statement.certainty.value,
    }


def finding_to_dict(finding: Finding) -> Json:
    """How the facts of one slot relate."""
    return {
        "id": finding.id,
        "relation": finding.relation.value,
        "kind": finding.kind.value,
        "about": finding.about,
        "explanation": finding.explanation,
        "reason": finding.reason,
        "importance": finding.importance,
        "confidence": finding.confidence,
        "outlets": finding.outlets,
        "origins": finding.origins,
        "hints": list(finding.hints),
        "values": [_value(v) for v in finding.values],
    }


def options_to_dict(options: Options) -> Json:
    """What the request chose, or left as it is.

    >>> options_to_dict(Options(sentences=3))["sentences"]
    3
    """
    return {
        "sentences": options.sentences,
        "words": options.words,
        "ranker": options.ranker,
        "timezone": options.timezone,
        "include_text": options.include_text,
    }


def _article(read: ReadArticle, origin: str | None, *, with_text: bool) -> Json:
    row = article_to_dict(read.article)
    if not with_text:
        row["text"] = None
    return row | {"origin": origin, "statements": [statement_to_dict(s.statement) for s in read.statements]}


def _origin(origin: Origin) -> Json:
    return {"id": origin.id, "articles": list(origin.articles), "first": origin.first, "why": origin.why}


def _sentence(sentence: SummarySentence) -> Json:
    return {
        "text": sentence.text,
        "statement": sentence.statement,
        "article": sentence.article,
        "field": sentence.field,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "claim": sentence.claim,
        "articles": list(sentence.articles),
        "outlets": sentence.outlets,
        "origins": sentence.origins,
        "findings": list(sentence.findings),
    }


def _value(value: FindingValue) -> Json:
    return {
        "value": value.value,
        "display": value.display,
        "low": value.low,
        "high": value.high,
        "articles": list(value.articles),
        "outlets": value.outlets,
        "origins": value.origins,
        "evidence": _evidences(value.evidence),
    }


def _evidences(evidences: Sequence[Evidence]) -> list[Json]:
    return [
        {
            "article": e.article,
            "statement": e.statement,
            "field": e.field,
            "start": e.span.start,
            "end": e.span.end,
            "quote": e.quote,
            "attributed_to": e.attributed_to,
            "certainty": e.certainty.value,
            "as_of": e.as_of,
        }
        for e in evidences
    ]


def _claim(claim: Claim) -> Json:
    return {
        "id": claim.id,
        "statements": list(claim.statements),
        "articles": list(claim.articles),
        "outlets": claim.outlets,
        "origins": claim.origins,
        "status": claim.status.value,
        "representative": claim.representative,
        "findings": list(claim.findings),
        "matches": [_match(m) for m in claim.matches],
    }


def _match(match: Match) -> Json:
    return {
        "statements": list(match.statements),
        "score": match.score,
        "why": {"words": match.words, "action": match.action, "shared": list(match.shared)},
    }


def _notice(notice: Notice) -> Json:
    return {"code": notice.code, "message": notice.message, "article": notice.article}


def revision_to_dict(revision: Revision) -> Json:
    """Two versions compared, as the contract's diff writes them."""
    return {
        "schema": SCHEMA,
        "before": _version(revision.before),
        "after": _version(revision.after),
        "changes": [finding_to_dict(f) for f in revision.changes],
        "statements": [_row(r) for r in revision.rows],
        "counts": {kind.value: revision.count(kind) for kind in RowKind},
    }


def _version(read: ReadArticle) -> Json:
    return article_to_dict(read.article) | {"statements": [statement_to_dict(s.statement) for s in read.statements]}


def _row(row: Row) -> Json:
    return {
        "op": row.kind.value,
        "before": _place(row.before),
        "after": _place(row.after),
        "score": row.score,
        "words": [{"op": w.kind.value, "text": w.text} for w in row.words],
    }


def _place(statement: Statement | None) -> Json | None:
    if statement is None:
        return None
    span = statement.span
    return {"statement": statement.id, "field": statement.field, "start": span.start, "end": span.end}
