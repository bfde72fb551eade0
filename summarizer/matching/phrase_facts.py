"""Facts whose value is in words: an article, a statement of it and a span in that statement in, the fact out."""

from __future__ import annotations

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Evidence, Span


def phrase_fact(told: tuple[ReadArticle, ReadStatement, Span], *, kind: Kind, key: str, head: str) -> Fact:
    """The fact that a statement of an article gives `key`, at a span that counts in it, as the answer to `head`."""
    article, read, span = told
    where = span.shifted(read.statement.span.start)
    quote = article.article.quote(read.statement.field, where)
    evidence = Evidence(
        article=article.article.id,
        statement=read.statement.id,
        field=read.statement.field,
        span=where,
        quote=quote,
        attributed_to=read.statement.speaker,
        certainty=read.statement.certainty,
    )
    return Fact(kind=kind, value=Phrase(key=key), display=quote, evidence=evidence, place=where, head=head)
