"""HTML pages: pages in, the text, title and date of the article on each out; read in a child process that a time limit ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.schemas.page_reader import words

SHORT = 20_000  # characters: some milliseconds, whatever they are
_READER = Path(__file__).with_name("page_reader.py")


class PageError(Exception):
    """A page could not be read; the message says why and what to send instead."""


NO_ARTICLE = PageError("no article found on this page: send its text")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read from a page; `published_at` is as the page writes it."""

    text: str
    title: str
    published_at: str


def read_page(html: str, seconds: float) -> Page:
    """The article on a page. Raises PageError where there is none, or where reading it takes longer than `seconds`."""
    (found,) = read_pages([html], seconds)
    if isinstance(found, PageError):
        raise found
    return found


def is_wordless(html: str) -> bool:
    """Whether there is nothing to read on a page for certain; of a long one nothing is certain, as reading it takes its time.

    >>> is_wordless("<style>p {}</style><p> - </p>"), is_wordless("<div>Bridge</div>")
    (True, False)
    """
    return len(html) <= SHORT and not words(html)


def read_pages(pages: Sequence[str], seconds: float) -> list[Page | PageError]:
    """The article on each page, or what is wrong with the page; one process reads them all, in `seconds` together."""
    if not pages:
        return []
    command = [sys.executable, "-I", str(_READER)]
    sent = b"".join(json.dumps(page).encode() + b"\n" for page in pages)
    try:
        done = subprocess.run(command, input=sent, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own file, no shell
        written, late = done.stdout, False
    except subprocess.TimeoutExpired as expired:
        written, late = expired.stdout or b"", True
    answers = written.split(b"\n")[:-1][: len(pages)]
    found = [_found(json.loads(answer)) for answer in answers]
    if len(found) < len(pages):
        what = "takes too long to read" if late else "cannot be read"
        found.append(PageError(f"this page {what}: send its text"))
    unread = PageError("the pages before this one took too long to read, or could not be: send its text")
    return found + [unread] * (len(pages) - len(found))


def _found(answer: dict[str, object]) -> Page | PageError:
    text = str(answer["text"])
    if not any(c.isalnum() for c in text):
        return NO_ARTICLE
    return Page(text=text, title=str(answer["title"]), published_at=str(answer["published_at"]))
