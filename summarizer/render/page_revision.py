"""A revision as one HTML page: a Revision in, a page that loads nothing out: changes of fact, then every statement word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.domain.report import ReadArticle
from summarizer.domain.revision import Revision, Row, RowKind, WordKind
from summarizer.domain.text import Span, Statement
from summarizer.render.page_articles import marked
from summarizer.render.page_findings import cards
from summarizer.render.page_places import Places
from summarizer.render.page_templates import rendered
from summarizer.render.page_text import Mark, Marks, Piece, cut
from summarizer.render.page_words import day

SIGNS = {RowKind.EQUAL: "=", RowKind.CHANGED: "~", RowKind.ADDED: "+", RowKind.REMOVED: "−", RowKind.MOVED: "↕"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words that stayed, came in or went out; the pieces are cut where evidence for a change of fact begins or ends."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement of either version, or a pair of them."""

    kind: str
    sign: str
    runs: tuple[Run, ...]


def revision_page(revision: Revision) -> str:
    """Every statement in reading order, what was taken out and put in, and the changes of fact on top."""
    marks = marked(revision.changes)
    values: dict[str, object] = {
        "name": "Changes",
        "before": _titled(revision.before),
        "after": _titled(revision.after),
        "counts": ", ".join(f"{revision.count(kind)} {kind.value}" for kind in RowKind),
        "changes": cards(revision.changes, Places((revision.before, revision.after))),
        "rows": tuple(Compared(r.kind.value, SIGNS[r.kind], tuple(_runs(r, marks))) for r in revision.rows),
    }
    return rendered("revision.html", values)


def _runs(row: Row, marks: Marks) -> Iterator[Run]:
    """Equal words stand in both versions and carry the marks of both."""
    before = row.before.span.start if row.before else 0
    after = row.after.span.start if row.after else 0
    for words in row.words:
        inside: list[Mark] = []
        if row.before and words.kind is not WordKind.INSERT:
            inside += _local(marks, row.before, before, len(words.text))
            before += len(words.text)
        if row.after and words.kind is not WordKind.DELETE:
            inside += _local(marks, row.after, after, len(words.text))
            after += len(words.text)
        yield Run(words.kind.value, cut(words.text, inside, 0, len(words.text)))


def _local(marks: Marks, statement: Statement, at: int, length: int) -> Iterator[Mark]:
    """The marks on a run of words that begins at `at` in its field, counted from the run's start."""
    for mark in marks.get((statement.article, statement.field), ()):
        start, end = max(mark.span.start, at), min(mark.span.end, at + length)
        if start < end:
            yield replace(mark, span=Span(start - at, end - at), continued=mark.span.start < at)


def _titled(read: ReadArticle) -> str:
    article = read.article
    when = day(article.published_at.isoformat()) if article.published_at else ""
    return ", ".join(p for p in (article.source, article.title, when) if p.strip())
