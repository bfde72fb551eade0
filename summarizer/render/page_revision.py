"""A revision as one HTML page: a Revision in, a page that loads nothing out: changes of fact, then every statement word by word."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.domain.report import ReadArticle
from summarizer.domain.revision import Revision, Row, RowKind
from summarizer.render.page_articles import marked
from summarizer.render.page_findings import cards
from summarizer.render.page_places import Places
from summarizer.render.page_templates import rendered
from summarizer.render.page_text import Piece, cut
from summarizer.render.page_words import day

SIGNS = {RowKind.EQUAL: "=", RowKind.CHANGED: "~", RowKind.ADDED: "+", RowKind.REMOVED: "−", RowKind.MOVED: "↕"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement of either version, or a pair of them; both versions are whole, marked where a change of fact stands."""

    row: Row
    sign: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def revision_page(revision: Revision) -> str:
    """Every statement in reading order, what was taken out and put in, and the changes of fact on top."""
    places = Places((revision.before, revision.after))
    marks = marked(revision.changes, places)

    def side(read: ReadArticle, row: Row) -> tuple[Piece, ...]:
        statement = row.before if read is revision.before else row.after
        if statement is None:
            return ()
        inside = marks.get((read.article.id, statement.field), ())
        return cut(read.article.field(statement.field), inside, statement.span.start, statement.span.end)

    values: dict[str, object] = {
        "name": "Changes",
        "before": _titled(revision.before),
        "after": _titled(revision.after),
        "counts": ", ".join(f"{revision.count(kind)} {kind.value}" for kind in RowKind),
        "changes": cards(revision.changes, places),
        "rows": tuple(
            Compared(r, SIGNS[r.kind], side(revision.before, r), side(revision.after, r)) for r in revision.rows
        ),
    }
    return rendered("revision.html", values)


def _titled(read: ReadArticle) -> str:
    article = read.article
    when = day(article.published_at.isoformat()) if article.published_at else ""
    return ", ".join(p for p in (article.source, article.title, when) if p.strip())
