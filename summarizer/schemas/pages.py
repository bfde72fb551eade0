"""HTML pages: a page in, its article's text, title and date out; read in a child process that a time limit ends."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_READER = Path(__file__).with_name("page_reader.py")
LEAST_SECONDS = 0.5  # what a child needs to start on a busy machine


class PageError(Exception):
    """A page could not be read; the message says why and what to send instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was read from a page; `published_at` is as the page writes it."""

    text: str
    title: str
    published_at: str


def read_page(html: str, seconds: float) -> Page:
    """The article on a page. Raises PageError where there is none, or where reading it takes longer than `seconds`."""
    if seconds < LEAST_SECONDS:
        raise PageError("the pages of this request took too long to read: send fewer, or send their text")
    command = [sys.executable, "-I", str(_READER)]
    try:
        done = subprocess.run(command, input=html.encode(), capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own file, no shell
    except subprocess.TimeoutExpired:
        raise PageError("this page takes too long to read: send its text") from None
    if done.returncode != 0:
        raise PageError("this page cannot be read: send its text")
    found = json.loads(done.stdout)
    text = str(found["text"])
    if not any(c.isalnum() for c in text):
        raise PageError("no article found on this page: send its text")
    return Page(text=text, title=str(found["title"]), published_at=str(found["published_at"]))
