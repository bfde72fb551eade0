"""A report as one HTML page: a Report in, a page that loads nothing and links nowhere outside out.

Text is cut at every boundary of a span, each piece is escaped, and only then wrapped: HTML is never put into HTML.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain, pairwise

from summarizer.domain.findings import Finding, FindingValue
from summarizer.domain.report import ReadArticle, Report, SummarySentence
from summarizer.domain.text import FIELDS, Evidence, Field, Span
from summarizer.render.page_style import STYLE
from summarizer.render.sources import Sources, by_id, hint_words, voices, witnesses

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
Places = Mapping[tuple[str, Field], Sequence["Paint"]]


@dataclass(frozen=True, slots=True)
class Paint:
    """What a span is painted for: its classes, its title, and the anchor that stands at its start."""

    span: Span
    classes: str
    title: str = ""
    anchor: str = ""


def report_page(report: Report) -> str:
    """The summary, the findings whose values lead to their places, and every article with those places marked."""
    sources = Sources(report.articles)
    places = _places(report, sources)
    parts = (
        head(_name(report)),
        _summary(report, sources),
        _findings("Discrepancies", report.discrepancies, sources),
        _findings("Agreements", report.agreements, sources),
        _notices(report, sources),
        _articles(report, sources, places),
        ("</main></body></html>",),
    )
    return "\n".join(chain.from_iterable(parts)) + "\n"


def painted(text: str, paints: Sequence[Paint]) -> str:
    """The text as HTML, cut at every boundary, each piece wrapped once for all spans that cover it.

    >>> painted("a <b> c", [Paint(Span(0, 3), "x"), Paint(Span(2, 5), "y")])
    '<mark class="x">a </mark><mark class="x y">&lt;</mark><mark class="y">b&gt;</mark> c'
    """
    cuts = sorted({0, len(text), *(p.span.start for p in paints), *(p.span.end for p in paints)})
    starting = defaultdict(list)
    for paint in sorted(paints, key=lambda p: (p.span, p.anchor)):
        starting[paint.span.start].append(paint)
    covering: list[Paint] = []
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        covering = [p for p in covering if p.span.end > start] + starting[start]
        anchors = "".join(f'<a id="{escape(p.anchor)}"></a>' for p in starting[start] if p.anchor)
        pieces.append(anchors + _wrapped(text[start:end], covering))
    return "".join(pieces)


def _wrapped(piece: str, covering: Sequence[Paint]) -> str:
    shown = escaped(piece)
    if not covering:
        return shown
    classes = " ".join(dict.fromkeys(c for p in covering for c in p.classes.split()))
    title = "; ".join(dict.fromkeys(p.title for p in covering if p.title))
    return f'<mark class="{classes}"' + (f' title="{escaped(title)}"' if title else "") + f">{shown}</mark>"


def escaped(text: str) -> str:
    """The words as HTML shows them."""
    return escape(_CONTROL.sub("\ufffd", text))


def _places(report: Report, sources: Sources) -> Places:
    """What is painted in each field of each article."""
    found: defaultdict[tuple[str, Field], list[Paint]] = defaultdict(list)
    for sentence in report.summary.sentences:
        found[sentence.article, sentence.field].append(Paint(sentence.span, "chosen", "", _anchor(sentence, sources)))
    for finding in report.findings():
        for number, evidence in _numbered(finding.values):
            title = f"{finding.relation.value}: {finding.about}"
            paint = Paint(evidence.span, finding.relation.value, title, f"{finding.id}-{number}")
            found[evidence.article, evidence.field].append(paint)
    return found


def _anchor(sentence: SummarySentence, sources: Sources) -> str:
    """Of numbers alone: an article's id is the sender's and may hold anything."""
    return f"s-{sources.number(sentence.article)}-{sentence.field}-{sentence.span.start}"


def _numbered(values: Sequence[FindingValue]) -> Iterator[tuple[int, Evidence]]:
    """The evidence of a finding, counted from 1 through all its values: the number is part of its anchor."""
    return enumerate((e for v in values for e in v.evidence), 1)


def _name(report: Report) -> str:
    return next((a.article.title for a in report.articles if a.article.title.strip()), "Report")


def head(name: str) -> Iterator[str]:
    """All before the page's first section."""
    yield '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
    yield f"<title>{escaped(name)}</title><style>{STYLE}</style></head><body><main>"


def _summary(report: Report, sources: Sources) -> Iterator[str]:
    yield '<section aria-labelledby="summary"><h1 id="summary">Summary</h1>'
    findings = by_id(report.discrepancies)
    for sentence in report.summary.sentences:
        others = tuple(a for a in sentence.articles if a != sentence.article)
        own = _link(_anchor(sentence, sources), sources.marks((sentence.article,)))
        cites = own + "".join(_link(f"article-{sources.number(a)}", sources.marks((a,))) for a in others)
        yield f'<p>{escaped(sentence.text)} <span class="cite">{cites}</span></p>'
        contested = [findings[f] for f in sentence.findings if f in findings]
        yield from (f'<aside class="{f.relation.value}">{_sides(f, sources)}</aside>' for f in contested)
    yield "</section>"


def _sides(finding: Finding, sources: Sources) -> str:
    sides = " · ".join(
        f"<b>{escaped(v.display)}</b> {escaped(', '.join(sources.outlets(v.articles)))}" for v in finding.values
    )
    return f'<a href="#{escape(finding.id)}">{escaped(finding.about)}</a>: {sides}'


def _findings(name: str, findings: Sequence[Finding], sources: Sources) -> Iterator[str]:
    yield f'<section aria-labelledby="{name}"><h2 id="{name}">{name} ({len(findings)})</h2>'
    for finding in findings:
        yield f'<article class="card {finding.relation.value}" id="{escape(finding.id)}">'
        yield f'<h3><span class="tag">{finding.relation.value}</span> {escaped(finding.about)}</h3>'
        yield f"<p>{escaped(finding.explanation)} <small>{finding.kind.value}; {witnesses(finding.outlets, finding.origins)}</small></p>"
        if finding.hints:
            yield f"<p>Look at: {escaped(hint_words(finding.hints))}</p>"
        yield from _values(finding, sources)
        yield "</article>"
    yield "</section>"


def _values(finding: Finding, sources: Sources) -> Iterator[str]:
    yield "<ul>"
    number = 0
    for value in finding.values:
        links = []
        for evidence in value.evidence:
            number += 1
            links.append(_link(f"{finding.id}-{number}", f"{sources.marks((evidence.article,))} “{evidence.quote}”"))
        given = ", ".join(f"{outlet} ({words})" for outlet, _, words in voices(value, sources))
        yield f"<li><b>{escaped(value.display)}</b> {escaped(given)}: {' '.join(links)}</li>"
    yield "</ul>"


def _notices(report: Report, sources: Sources) -> Iterator[str]:
    if not report.notices:
        return
    yield '<section aria-labelledby="notices"><h2 id="notices">Notices</h2><ul>'
    for notice in report.notices:
        where = sources.marks((notice.article,)) if notice.article else ""
        yield f"<li>{escaped(notice.message)} {where}</li>"
    yield "</ul></section>"


def _articles(report: Report, sources: Sources, places: Places) -> Iterator[str]:
    yield '<section aria-labelledby="articles"><h2 id="articles">Articles</h2><div class="articles">'
    for read in report.articles:
        yield from _article(read, sources.number(read.article.id), places, with_text=report.options.include_text)
    yield "</div>"
    for origin in report.origins:
        if len(origin.articles) > 1:
            yield f"<p>{sources.marks(origin.articles)} are one origin: {escaped(origin.why)}</p>"
    yield "</section>"


def _article(read: ReadArticle, number: int, places: Places, *, with_text: bool) -> Iterator[str]:
    article = read.article
    when = article.published_at.isoformat(sep=" ", timespec="minutes") if article.published_at else ""
    yield f'<article class="source" id="article-{number}"><h3>[{number}] {escaped(article.source)}</h3>'
    shown = " · ".join(escaped(p) for p in (when, article.url or "") if p)
    yield f"<p><small>{shown}</small></p>" if shown else ""
    for field in FIELDS:
        content = article.field(field)
        if content.strip() and (with_text or field == "title"):
            yield f'<div class="{field}">{painted(content, places.get((article.id, field), ()))}</div>'
    yield "</article>"


def _link(anchor: str, words: str) -> str:
    return f'<a href="#{escape(anchor)}">{escaped(words)}</a>'
