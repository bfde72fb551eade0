"""The forms a report can take: a name or a media type in, what writes it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.domain.report import Report
from summarizer.domain.revision import Revision
from summarizer.render.annotations import report_annotations
from summarizer.render.csv_rows import report_csv
from summarizer.render.json_bytes import report_json
from summarizer.render.markdown import report_markdown
from summarizer.render.ninjs import report_ninjs
from summarizer.render.page import report_page
from summarizer.render.page_revision import revision_page
from summarizer.render.revision import revision_json, revision_markdown, revision_text
from summarizer.render.text import report_text


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its name on the command line, its media type, the end of a file's name, and its writer."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Report], str]


@dataclass(frozen=True, slots=True)
class RevisionForm:
    """One form of a diff."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[Revision], str]


FORMS: tuple[Form, ...] = (
    Form("json", "application/json", ".json", report_json),
    Form("markdown", "text/markdown", ".md", report_markdown),
    Form("html", "text/html", ".html", report_page),
    Form("text", "text/plain", ".txt", report_text),
    Form("csv", "text/csv", ".csv", report_csv),
    Form("annotations", "application/ld+json", ".jsonld", report_annotations),
    Form("ninjs", "application/vnd.iptc.ninjs+json", ".ninjs", report_ninjs),
)


REVISION_FORMS: tuple[RevisionForm, ...] = (
    RevisionForm("json", "application/json", ".json", revision_json),
    RevisionForm("markdown", "text/markdown", ".md", revision_markdown),
    RevisionForm("html", "text/html", ".html", revision_page),
    RevisionForm("text", "text/plain", ".txt", revision_text),
)


def form_named(name: str) -> Form | None:
    """The form of that name or media type; None where there is none.

    >>> form_named("text/csv").name, form_named("markdown").suffix, form_named("pdf")
    ('csv', '.md', None)
    """
    return next((f for f in FORMS if name in (f.name, f.media_type)), None)
