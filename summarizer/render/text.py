"""A report for reading in a terminal or a mail: a Report in, plain text (or coloured) out; one line a sentence and a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.report import Origin, Report, SummarySentence
from summarizer.render.paint import Paint, one_line
from summarizer.render.sources import Sources, by_id, hint_words, voices, witnesses

PLAIN = Paint(on=False)
WIDEST_DISPLAY = 28  # columns kept for a value's own words before who gives them; longer ones just run on


def report_text(report: Report, paint: Paint = PLAIN) -> str:
    """The summary with its citations, then what is contested, what is agreed, and where it all comes from."""
    sources = Sources(report.articles)
    parts = (
        _section("SUMMARY", _summary(report, sources, paint), paint),
        _section(
            f"DISCREPANCIES ({len(report.discrepancies)})", finding_lines(report.discrepancies, sources, paint), paint
        ),
        _section(f"AGREEMENTS ({len(report.agreements)})", finding_lines(report.agreements, sources, paint), paint),
        _section("NOTICES", _notices(report, sources, paint), paint),
        _section("SOURCES", _sources(report, sources, paint), paint),
    )
    return "\n".join(chain.from_iterable(parts)).rstrip("\n") + "\n"


def _section(name: str, lines: Sequence[str], paint: Paint) -> list[str]:
    return [paint.strong(name), *lines, ""] if lines else []


def _summary(report: Report, sources: Sources, paint: Paint) -> list[str]:
    findings = by_id(report.discrepancies)
    lines: list[str] = []
    for sentence in report.summary.sentences:
        lines.append(f"  {one_line(sentence.text)} {paint.faint(_citation(sentence, sources))}")
        for finding in (findings[f] for f in sentence.findings if f in findings):
            sides = "; ".join(_side(v, sources) for v in finding.values)
            lines.append(f"    {_relation(finding.relation, paint)} {one_line(finding.about)}: {sides}")
    return lines or ["  (no sentence chosen)"]


def _citation(sentence: SummarySentence, sources: Sources) -> str:
    """The article the words are from comes first, then who else says so."""
    others = tuple(a for a in sentence.articles if a != sentence.article)
    return sources.marks((sentence.article,)) + sources.marks(others)


def _side(value: FindingValue, sources: Sources) -> str:
    return f"{one_line(value.display)} {sources.marks(value.articles)}"


def _relation(relation: Relation, paint: Paint) -> str:
    colour = {
        Relation.CONFLICT: paint.bad,
        Relation.UPDATE: paint.moving,
        Relation.AGREE: paint.good,
        Relation.REFINE: paint.good,
    }
    return colour[relation](relation.value.upper())


def finding_lines(findings: Sequence[Finding], sources: Sources, paint: Paint) -> list[str]:
    """Each finding with one line a value."""
    lines: list[str] = []
    for finding in findings:
        if lines and finding.relation.is_discrepancy:
            lines.append("")
        lines += _finding(finding, sources, paint)
    return lines


def _finding(finding: Finding, sources: Sources, paint: Paint) -> Iterator[str]:
    counted = paint.faint(f"({finding.kind.value}; {witnesses(finding.outlets, finding.origins)})")
    yield f"{_relation(finding.relation, paint)}  {paint.strong(one_line(finding.about))}  {counted}"
    width = min(WIDEST_DISPLAY, max((len(one_line(v.display)) for v in finding.values), default=0))
    for value in finding.values:
        yield f"  {one_line(value.display):<{width}}  {_backing(value, sources, paint)}"
    if finding.hints:
        yield f"  {paint.moving('look at:')} {hint_words(finding.hints)}"


def _backing(value: FindingValue, sources: Sources, paint: Paint) -> str:
    """Who gives the value, on whose word, how sure, and in which words the first of them does."""
    shown = ", ".join(f"{one_line(o)} {m} ({one_line(w)})" for o, m, w in voices(value, sources))
    return f"{shown}: {paint.faint(f'“{one_line(value.evidence[0].quote)}”')}" if value.evidence else shown


def _notices(report: Report, sources: Sources, paint: Paint) -> list[str]:
    lines = []
    for notice in report.notices:
        where = f" {sources.marks((notice.article,))}" if notice.article else ""
        lines.append(f"  {paint.moving(notice.code.replace('_', ' '))}{where}: {one_line(notice.message)}")
    return lines


def _sources(report: Report, sources: Sources, paint: Paint) -> list[str]:
    lines = []
    for read in report.articles:
        article = read.article
        when = article.published_at.isoformat(sep=" ", timespec="minutes") if article.published_at else ""
        shown = ", ".join(p for p in (one_line(article.title), when, one_line(article.url or "")) if p)
        mark = sources.marks((article.id,))
        lines.append(f"  {mark} {paint.strong(one_line(article.source))}" + (f"  {shown}" if shown else ""))
    return lines + [_origin(o, sources) for o in report.origins if len(o.articles) > 1]


def _origin(origin: Origin, sources: Sources) -> str:
    first = f"; {sources.marks((origin.first,))} came first" if origin.first else ""
    return f"  {sources.marks(origin.articles)} are one origin: {one_line(origin.why)}{first}"
