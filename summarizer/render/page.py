"""A report as one HTML page: a Report in, a page that loads nothing and links nowhere outside out.

Text is cut at every boundary of a span, each piece is escaped, and only then wrapped: HTML is never put into HTML.
"""

from __future__ import annotations

from summarizer.domain.findings import Relation
from summarizer.domain.report import Report
from summarizer.render.page_articles import side_by_side
from summarizer.render.page_coverage import grid
from summarizer.render.page_findings import cards, cited
from summarizer.render.page_places import Places
from summarizer.render.page_templates import POLICY, rendered
from summarizer.render.page_words import counted

MAIN = 3  # named at the top: what an editor should have seen within a minute (CONTRACT, section 5)
FIRST = 12  # cards before the others are folded: six rows of two at 1280 px, read in one go

__all__ = ["POLICY", "report_page"]


def report_page(report: Report) -> str:
    """The summary with its citations, the findings, every article with their places marked, and who covers what."""
    places = Places(report.articles, report.claims, with_text=report.options.include_text)
    coverage = grid(report, places)
    values: dict[str, object] = {
        "name": _name(report),
        "counts": _counts(report),
        "summary": cited(report, places),
        "discrepancies": cards(report.discrepancies, places),
        "main": MAIN,
        "first": FIRST,
        "agreements": cards(report.agreements, places),
        "articles": side_by_side(report, places),
        "grid": coverage,
        "only_here": counted(len(coverage.single), "claim"),
        "notices": _notices(report, places),
        "version": report.version,
        "digest": report.digest,
    }
    return rendered("report.html", values)


def _name(report: Report) -> str:
    return next((a.article.title for a in report.articles if a.article.title.strip()), "Report")


def _counts(report: Report) -> str:
    """What the page holds, in one line."""
    found = [f.relation for f in report.findings()]
    parts = [counted(len(report.articles), "article"), counted(len(report.origins), "origin")]
    parts += [
        counted(found.count(relation), relation.value)
        for relation in (Relation.CONFLICT, Relation.UPDATE)
        if relation in found
    ]
    return " · ".join(parts)


def _notices(report: Report, places: Places) -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "message": n.message,
            "number": places.sources.number(n.article) if n.article else 0,
            "outlet": places.sources.article(n.article).source if n.article else "",
        }
        for n in report.notices
    )
