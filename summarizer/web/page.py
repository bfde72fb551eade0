"""The web page: the service's settings in, the page with its form out. Scripts and styles are files of the service, nothing else runs."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass

from flask import Response, render_template
from markupsafe import Markup

from summarizer.domain.report import Options
from summarizer.files import SUFFIXES
from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.render.page_style import STYLE
from summarizer.web.page_samples import SAMPLES


@dataclass(frozen=True, slots=True)
class Download:
    """A form to download: of a merge, of a diff, or of both."""

    name: str
    suffix: str
    owner: str


def policy() -> str:
    """What the page may load: its own scripts, styles and answers; and the one style that stands in it, by its digest.

    >>> "unsafe" in policy()
    False
    """
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{digest}'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def landing_page() -> Response:
    """The form; what it sends and shows is up to the scripts in `static`."""
    options = Options()
    page = render_template(
        "page.html",
        style=Markup(STYLE),  # noqa: S704 - the program's own text
        accepted=",".join(SUFFIXES),
        samples=SAMPLES,
        forms=_downloads(),
        sentences=options.sentences,
        timezone=options.timezone,
    )
    response = Response(page, content_type="text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] = policy()
    return response


def _downloads() -> tuple[Download, ...]:
    of_diffs = {f.name for f in REVISION_FORMS}
    return tuple(Download(f.name, f.suffix, "both" if f.name in of_diffs else "merge") for f in FORMS)
