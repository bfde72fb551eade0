"""A report as CSV: a Report in, one row a value of a finding out (RFC 4180)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from summarizer.domain.findings import Finding, FindingValue
from summarizer.domain.report import Report
from summarizer.render.sources import Sources, leading

COLUMNS = (
    *(
        "finding",
        "relation",
        "kind",
        "about",
        "value",
        "display",
        "low",
        "high",
        "outlets",
        "origins",
        "articles",
        "sources",
    ),
    *(
        "attributed_to",
        "certainty",
        "as_of",
        "field",
        "start",
        "end",
        "quote",
        "hints",
        "reason",
        "importance",
        "confidence",
        "explanation",
    ),
)
_NUMBER = re.compile(r"[-+]?\d[\d.,:%-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def report_csv(report: Report) -> str:
    """The discrepancies, then the agreements; a first row names the columns."""
    sources = Sources(report.articles)
    page = io.StringIO()
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for finding in report.findings():
        for value in finding.values:
            writer.writerow([safe(cell) for cell in _cells(finding, value, sources)])
    return page.getvalue()


def safe(cell: object) -> str:
    """The cell so that no spreadsheet takes it for a formula.

    >>> safe("=HYPERLINK(1)"), safe("-12"), safe(None), safe("Nov 1")
    ("'=HYPERLINK(1)", '-12', '', 'Nov 1')
    """
    text = _CONTROL.sub("\ufffd", "" if cell is None else str(cell))
    return f"'{text}" if text[:1] in tuple("=+-@\t\r") and not _NUMBER.fullmatch(text) else text


def _cells(finding: Finding, value: FindingValue, sources: Sources) -> Iterator[object]:
    evidence = leading(value)
    yield from (finding.id, finding.relation.value, finding.kind.value, finding.about)
    yield from (value.value, value.display, value.low, value.high, value.outlets, value.origins)
    yield from (" ".join(value.articles), "; ".join(sources.outlets(value.articles)))
    if evidence is None:
        yield from [None] * 7
    else:
        yield from (evidence.attributed_to, evidence.certainty.value, evidence.as_of, evidence.field)
        yield from (evidence.span.start, evidence.span.end, evidence.quote)
    yield from (" ".join(finding.hints), finding.reason, finding.importance, finding.confidence, finding.explanation)
