"""A report as Markdown: a Report in, CommonMark with tables out; words of the articles are escaped, never read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.domain.findings import Finding
from summarizer.domain.report import Report
from summarizer.render.paint import one_line
from summarizer.render.sources import (
    Sources,
    backings,
    bare,
    by_id,
    dated,
    hint_words,
    in_time,
    is_brief,
    joiner,
    told_in_brief,
    topic,
    witnesses,
)

_MARKS = re.compile(r"([\\`*_\[\]<>#|~&!])")
_LIST_START = re.compile(r"^(\d{1,9})([.)])|^([-+=])")


def report_markdown(report: Report) -> str:
    """The summary with its citations, a table for each discrepancy, one for the agreements, the sources."""
    sources = Sources(report.articles)
    blocks = [
        *_summary(report, sources),
        *_discrepancies(report, sources),
        *_agreements(report, sources),
        *_notices(report, sources),
        *_sources(report, sources),
    ]
    return "\n".join(blocks).rstrip("\n") + "\n"


def escaped(text: str) -> str:
    r"""The words so that Markdown shows them as they are.

    >>> escaped("[x](y) *now* <b>"), escaped("1. May")
    ('\\[x\\](y) \\*now\\* \\<b\\>', '1\\. May')
    """
    line = _MARKS.sub(r"\\\1", one_line(text))
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _cites(articles: tuple[str, ...], sources: Sources) -> str:
    return escaped(sources.marks(articles))


def _summary(report: Report, sources: Sources) -> Iterator[str]:
    yield from ("# Summary", "")
    untold = by_id(report.discrepancies)
    for sentence in report.summary.sentences:
        others = tuple(a for a in sentence.articles if a != sentence.article)
        yield f"{escaped(sentence.text)} {_cites((sentence.article,), sources)}{_cites(others, sources)}"
        yield ""
        for finding in [untold.pop(f) for f in dict.fromkeys(sentence.findings) if f in untold]:
            about = escaped(topic(finding))
            yield f"> **{finding.relation.value.capitalize()}**, {about}: {_sides(finding, sources)}"
            yield ""


def _sides(finding: Finding, sources: Sources) -> str:
    values = (f"{escaped(bare(v.display))} {_cites(v.articles, sources)}" for v in in_time(finding, sources))
    return joiner(finding).join(values)


def _discrepancies(report: Report, sources: Sources) -> Iterator[str]:
    yield from ("# Discrepancies", "")
    if not report.discrepancies:
        yield from ("None found.", "")
    for finding in report.discrepancies:
        yield f"## {finding.relation.value.capitalize()}: {escaped(finding.about)}"
        yield from (
            "",
            f"{escaped(finding.explanation)} ({finding.kind.value}; {witnesses(finding.outlets, finding.origins)})",
            "",
        )
        if finding.hints:
            yield from (f"Look at: {hint_words(finding.hints)}.", "")
        yield from _table(finding, sources)
        yield ""


def _table(finding: Finding, sources: Sources) -> Iterator[str]:
    yield "| Value | Given by | Words |"
    yield "|---|---|---|"
    for value in in_time(finding, sources):
        for givers, quote in backings(value, sources):
            words = f"“{escaped(quote or bare(value.display))}”"
            yield f"| {escaped(bare(value.display))} | {escaped(givers)} | {words} |"


def _agreements(report: Report, sources: Sources) -> Iterator[str]:
    if not report.agreements:
        return
    yield from ("# Agreements", "", "| About | Values | Backed by |", "|---|---|---|")
    for finding in (f for f in report.agreements if not is_brief(f)):
        yield f"| {escaped(finding.about)} | {_sides(finding, sources)} | {witnesses(finding.outlets, finding.origins)} |"
    for heading, group in told_in_brief(report.agreements):
        yield f"| {heading} | {'; '.join(f'{escaped(n)} {_cites(a, sources)}' for n, a in group)} | |"
    yield ""


def _notices(report: Report, sources: Sources) -> Iterator[str]:
    if not report.notices:
        return
    yield from ("# Notices", "")
    for notice in report.notices:
        where = f" {_cites((notice.article,), sources)}" if notice.article else ""
        yield f"- {escaped(notice.code.replace('_', ' '))}{where}: {escaped(notice.message)}"
    yield ""


def _sources(report: Report, sources: Sources) -> Iterator[str]:
    yield from ("# Sources", "")
    for read in report.articles:
        article = read.article
        title = f"“{escaped(article.title)}”" if article.title else ""
        link = f"<{article.url}>" if article.url else ""
        shown = ", ".join(p for p in (title, dated(article), link) if p)
        yield f"- {_cites((article.id,), sources)} **{escaped(article.source)}**" + (f" {shown}" if shown else "")
    for origin in report.origins:
        if len(origin.articles) > 1:
            yield f"- {_cites(origin.articles, sources)} are one origin: {escaped(origin.why)}"
