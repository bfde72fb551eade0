"""A report for reading in a terminal or a mail: a Report in, plain text (or coloured) out; one line a sentence and a wording of a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.report import Origin, Report, SummarySentence
from summarizer.render.paint import Paint, one_line
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

PLAIN = Paint(on=False)
WIDEST_DISPLAY = 28  # columns kept for a value's own words before who gives them; longer ones get a line of their own
RELATION_WIDTH = len("CONFLICT")


def report_text(report: Report, paint: Paint = PLAIN) -> str:
    """The summary with its citations, then what is contested, what is agreed, and where it all comes from."""
    sources = Sources(report.articles)
    parts = (
        _section("SUMMARY", _summary(report, sources, paint), paint),
        _section(f"DISCREPANCIES ({len(report.discrepancies)})", _discrepancies(report, sources, paint), paint),
        _section(f"AGREEMENTS ({len(report.agreements)})", _agreements(report, sources, paint), paint),
        _section("NOTICES", _notices(report, sources, paint), paint),
        _section("SOURCES", _sources(report, sources, paint), paint),
    )
    return "\n".join(chain.from_iterable(parts)).rstrip("\n") + "\n"


def _section(name: str, lines: Sequence[str], paint: Paint) -> list[str]:
    return [paint.strong(name), *lines, ""] if lines else []


def _summary(report: Report, sources: Sources, paint: Paint) -> list[str]:
    """A finding that touches several sentences is told beside the first of them."""
    untold = by_id(report.discrepancies)
    lines: list[str] = []
    for sentence in report.summary.sentences:
        lines.append(f"  {one_line(sentence.text)} {paint.faint(_citation(sentence, sources))}")
        for finding in [untold.pop(f) for f in dict.fromkeys(sentence.findings) if f in untold]:
            sides = _sides(finding, sources)
            lines.append(f"    {_relation(finding.relation, paint)} {one_line(topic(finding))}: {sides}")
    return lines or ["  (no sentence chosen)"]


def _citation(sentence: SummarySentence, sources: Sources) -> str:
    """The article the words are from comes first, then who else says so."""
    others = tuple(a for a in sentence.articles if a != sentence.article)
    return sources.marks((sentence.article,)) + sources.marks(others)


def _sides(finding: Finding, sources: Sources) -> str:
    values = (f"{_shown(v)} {sources.marks(v.articles)}" for v in in_time(finding, sources))
    return joiner(finding).join(values)


def _shown(value: FindingValue) -> str:
    return bare(one_line(value.display))


def _relation(relation: Relation, paint: Paint) -> str:
    colour = {
        Relation.CONFLICT: paint.bad,
        Relation.UPDATE: paint.moving,
        Relation.AGREE: paint.good,
        Relation.REFINE: paint.good,
    }
    return colour[relation](relation.value.upper())


def _discrepancies(report: Report, sources: Sources, paint: Paint) -> list[str]:
    return finding_lines(report.discrepancies, sources, paint) or ["  (none found)"]


def _agreements(report: Report, sources: Sources, paint: Paint) -> list[str]:
    """One line each, names on one together and phrases on one: what nobody contests is looked up, not read through."""
    lines = [
        f"{_headed(f, paint)}{_agreed(f, sources)}  {paint.faint(f'({witnesses(f.outlets, f.origins)})')}"
        for f in report.agreements
        if not is_brief(f)
    ]
    start = f"{_relation(Relation.AGREE, paint)}{' ' * (RELATION_WIDTH - len(Relation.AGREE))}"
    for heading, group in told_in_brief(report.agreements):
        told = "; ".join(f"{one_line(value)} {sources.marks(given)}" for value, given in group)
        lines.append(f"{start}  {paint.strong(heading)}: {told}")
    return lines


def _agreed(finding: Finding, sources: Sources) -> str:
    """The values; only who gives it, where the one value is what the finding is about (the words of a quotation)."""
    first = finding.values[0]
    if len(finding.values) == 1 and _shown(first) in one_line(finding.about):
        return f" {sources.marks(first.articles)}"
    return f": {_sides(finding, sources)}"


def finding_lines(findings: Sequence[Finding], sources: Sources, paint: Paint) -> list[str]:
    """Each finding with one line a wording of a value."""
    lines: list[str] = []
    for finding in findings:
        if lines:
            lines.append("")
        lines += _finding(finding, sources, paint)
    return lines


def _headed(finding: Finding, paint: Paint) -> str:
    pad = " " * (RELATION_WIDTH - len(finding.relation.value))
    return f"{_relation(finding.relation, paint)}{pad}  {paint.strong(one_line(finding.about))}"


def _finding(finding: Finding, sources: Sources, paint: Paint) -> Iterator[str]:
    counted = paint.faint(f"({finding.kind.value}; {witnesses(finding.outlets, finding.origins)})")
    yield f"{_headed(finding, paint)}  {counted}"
    width = max((len(_shown(v)) for v in finding.values), default=0)
    for value in in_time(finding, sources):
        yield from _value(value, width, sources, paint)
    if finding.hints:
        yield f"  {paint.moving('look at:')} {hint_words(finding.hints)}"


def _value(value: FindingValue, width: int, sources: Sources, paint: Paint) -> Iterator[str]:
    """The value, then who gives it, on whose word, how surely and in which words."""
    backed = [_backing(givers, quote, paint) for givers, quote in backings(value, sources)]
    if width > WIDEST_DISPLAY:
        yield f"  {_shown(value)}"
        yield from (f"      {line}" for line in backed)
        return
    for index, line in enumerate(backed):
        yield f"  {'' if index else _shown(value):<{width}}  {line}"


def _backing(givers: str, quote: str, paint: Paint) -> str:
    return one_line(givers) + (f": {paint.faint(f'“{one_line(quote)}”')}" if quote else "")


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
        title = f"“{one_line(article.title)}”" if article.title else ""
        shown = "  ".join(p for p in (title, dated(article), one_line(article.url or "")) if p)
        mark = sources.marks((article.id,))
        lines.append(f"  {mark} {paint.strong(one_line(article.source))}" + (f"  {shown}" if shown else ""))
    return lines + [_origin(o, sources) for o in report.origins if len(o.articles) > 1]


def _origin(origin: Origin, sources: Sources) -> str:
    first = f"; {sources.marks((origin.first,))} came first" if origin.first else ""
    return f"  {sources.marks(origin.articles)} are one origin: {one_line(origin.why)}{first}"
