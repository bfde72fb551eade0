"""Facts as plain values and as text: read articles in, the answer of a reading out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.domain.facts import Fact, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.serialise import SCHEMA, statement_to_dict
from summarizer.matching.normal import ends, normal
from summarizer.render.paint import Paint, one_line


def facts_to_dict(articles: Sequence[ReadArticle], *, with_text: bool = True) -> dict[str, object]:
    """Every fact of each article, in text order, as the contract writes them."""
    return {"schema": SCHEMA, "articles": [_article(a, with_text=with_text) for a in articles]}


def facts_text(articles: Sequence[ReadArticle], paint: Paint) -> str:
    """The same for people: one line a fact under the statement that holds it."""
    lines: list[str] = []
    for article in articles:
        title = one_line(article.article.title)
        lines += [paint.strong(one_line(article.article.source)) + (f"  {title}" if title else ""), ""]
        for statement in article.statements:
            if statement.facts:
                lines += [*_statement_lines(statement, paint), ""]
    return "\n".join(lines)


def _statement_lines(read: ReadStatement, paint: Paint) -> Iterator[str]:
    yield f"{paint.faint(read.statement.id)}  {one_line(read.statement.text)}"
    for fact in read.facts:
        value = normal(fact.value)
        about = " ".join(p for p in (*fact.qualifiers, fact.head or "") if p)
        acted = f"{fact.action} ({fact.aspect.value})" if fact.action else ""
        said = f"says {fact.evidence.attributed_to}" if fact.evidence.attributed_to else ""
        parts = (about, acted, said, fact.evidence.certainty.value)
        shown = " · ".join(one_line(p) for p in parts if p)
        yield f"    {fact.kind.value:<11} {paint.strong(one_line(fact.display))} = {one_line(value or 'unresolved')}  {paint.faint(shown)}"


def _article(read: ReadArticle, *, with_text: bool) -> dict[str, object]:
    return {
        "id": read.article.id,
        "source": read.article.source,
        "title": read.article.title,
        "text": read.article.text if with_text else None,
        "statements": [statement_to_dict(s.statement) for s in read.statements],
        "facts": [fact_to_dict(f) for s in read.statements for f in s.facts],
    }


def fact_to_dict(fact: Fact) -> dict[str, object]:
    """One fact with its normalised value and its place."""
    low, high = ends(fact.value)
    evidence = fact.evidence
    return {
        "kind": fact.kind.value,
        "field": evidence.field,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "statement": evidence.statement,
        "value": normal(fact.value),
        "display": fact.display,
        "low": low,
        "high": high,
        "unit": fact.value.unit if isinstance(fact.value, Quantity) else None,
        "head": fact.head,
        "qualifiers": list(fact.qualifiers),
        "action": fact.action,
        "aspect": fact.aspect.value,
        "attributed_to": evidence.attributed_to,
        "certainty": evidence.certainty.value,
        "as_of": evidence.as_of,
    }
