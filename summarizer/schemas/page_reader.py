"""Reads HTML pages in a process of its own: a page a line in, as a JSON string; its text, title and published_at a line out.

Run as a file, with the standard library and, where it is installed, trafilatura: the paragraphs of the page's `article`
(else `main`, else `body`), one a paragraph, without navigation, captions, forms and scripts; the title and the date from
its meta elements.
"""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser

SKIPPED = frozenset(
    "script style noscript template svg math iframe object video audio canvas nav header footer aside form button select textarea figure figcaption menu dialog".split()
)
SILENT = frozenset("script style template head title".split())
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
BLOCKS = frozenset("p li blockquote h2 h3 h4 h5 h6 pre dd dt td".split())
BREAKS = BLOCKS | frozenset("div section article main body ul ol dl table tr h1".split())
TITLES = ("og:title", "twitter:title")
DATES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "article:modified_time",
)
LONGEST_TAG = 20_000  # characters: a picture written into its tag is cut off with it, and pictures are not read
_MARK = re.compile(r"<!--|<(?=[a-zA-Z/!?])")
_BLANKS = re.compile(r"[^\S\n]+|\n")
MOST_MEMORY = 2_000_000_000  # bytes of address space: a page of a megabyte takes a tenth
SENTENCE_ENDS = frozenset(
    ".!?…。"
)  # words outside paragraphs are read only where there is none, and only where they say something
ENOUGH = 250  # characters: trafilatura's own bound, below which it takes the words of the whole page instead
DEEPEST = 500  # open elements kept: what is nested deeper is no news page


class Reader(HTMLParser):
    """Collects paragraphs of three circles (article, main, body), the headline, and what the meta elements say."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.circles: dict[str, list[str]] = {"article": [], "main": [], "body": []}
        self.open: list[str] = []
        self.skipping = 0
        self.piece: list[str] = []
        self.block = ""
        self.meta: dict[str, str] = {}
        self.loose: list[str] = []
        self.broken = self.worded = False
        self.heading: list[str] = []
        self.page_title: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element; a block starts a new paragraph."""
        if tag == "meta" or (tag == "time" and not self.skipping):
            self._note(tag, {k: v or "" for k, v in reversed(attrs)})
        if tag == "br":
            self._break_line()
        if tag in VOID or len(self.open) >= DEEPEST:
            return
        if tag in BREAKS:
            self._close_piece()
            self.block = tag
        self.open.append(tag)
        self.skipping += tag in SKIPPED

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the element and all that was left open inside it."""
        if tag not in self.open[-DEEPEST:]:
            return
        if tag in BREAKS:
            self._close_piece()
        while self.open:
            closed = self.open.pop()
            self.skipping -= closed in SKIPPED
            if closed == tag:
                break
        self.block = next((t for t in reversed(self.open) if t in BREAKS), "")

    def handle_data(self, data: str) -> None:
        """Words of the paragraph, the headline or the page's title."""
        if not self.worded and SILENT.isdisjoint(self.open):
            self.worded = any(map(str.isalnum, data))
        if "h1" in self.open and not {"nav", "footer", "aside"}.intersection(self.open):
            self.heading.append(data)
        elif "title" in self.open and not self.page_title:
            self.page_title.append(data)
        elif not self.skipping and "head" not in self.open:
            self.piece.append(data)
            self.broken = self.broken and not data.strip()

    def _break_line(self) -> None:
        """One is a blank; a second one ends the paragraph, as older sites have it."""
        if self.broken:
            self._close_piece()
        self.piece.append("\n")
        self.broken = True

    def _note(self, tag: str, given: dict[str, str]) -> None:
        if tag == "time":
            self.meta.setdefault("time", given.get("datetime", ""))
            return
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name and given.get("content"):
            self.meta.setdefault(name, given["content"])

    def _close_piece(self) -> None:
        text = _tidy("".join(self.piece))
        self.piece = []
        if not text:
            return
        if self.block not in BLOCKS:
            if not SENTENCE_ENDS.isdisjoint(text):
                self.loose.append(text)
            return
        for circle, paragraphs in self.circles.items():
            if circle == "body" or circle in self.open:
                paragraphs.append(text)

    def found(self) -> dict[str, str]:
        """What the page says."""
        self._close_piece()
        chosen = next(
            (c for c in ("article", "main") if len("".join(self.circles[c])) * 3 > len("".join(self.circles["body"]))),
            "body",
        )
        title = (
            next((self.meta[n] for n in TITLES if self.meta.get(n)), "")
            or _tidy("".join(self.heading))
            or _tidy("".join(self.page_title))
        )
        date = next((self.meta[n] for n in (*DATES, "time") if self.meta.get(n)), "")
        return {
            "text": "\n\n".join(self.circles[chosen] or self.loose),
            "title": " ".join(title.split()),
            "published_at": date.strip(),
        }


def _tidy(text: str) -> str:
    """One blank between words; a line break in the source is a blank too."""
    return " ".join(text.split())


def tamed(html: str) -> str:
    """The page without what the standard library's parser reads again and again: comments, and tags that never end.

    An open comment hides the rest, as in a browser; the mark of a tag that has no end within LONGEST_TAG is text.

    >>> tamed("<p>a<!-- b > c -->d <e f=") + "|" + tamed("a<!-- b")
    '<p>ad &lt;e f=|a'
    """
    kept: list[str] = []
    done = closing = 0
    for mark in _MARK.finditer(html):
        at = mark.start()
        if at < done:
            continue
        if mark[0] == "<!--":
            end = html.find("-->", mark.end() - 2)  # "<!-->" is a whole comment
            kept.append(html[done:at])
            done = len(html) if end < 0 else end + 3
            continue
        if closing <= at and closing >= 0:
            closing = html.find(">", at)
        if closing < 0 or closing - at > LONGEST_TAG:
            kept += (html[done:at], "&lt;")
            done = at + 1
    return "".join([*kept, html[done:]])


def read(html: str) -> dict[str, str]:
    """The text, title and date of a page.

    >>> read("<title>Bridge closed</title><nav><p>Home</p></nav><article><p>The bridge\\n is <b>closed</b>.</p></article>")["text"]
    'The bridge is closed.'
    """
    reader = Reader()
    reader.feed(tamed(html))
    reader.close()
    return reader.found()


def words(html: str) -> bool:
    """Whether there is a letter or digit on the page that is no part of a script or a style."""
    reader = Reader()
    reader.feed(tamed(html))
    reader.close()
    return reader.worded


def read_well(html: str) -> dict[str, str]:
    """Likewise, with the text that trafilatura finds where it is installed (the extra `html`) and finds one.

    The title and the date stay this module's: trafilatura drops the time of day, and puts the title into the text.
    """
    found = read(html)
    text = _main_text(html, min(ENOUGH, len(found["text"]) // 2) or ENOUGH)
    if text:
        first, _, rest = text.partition("\n")
        body = rest if " ".join(first.split()) == found["title"] and rest else text
        found["text"] = "\n\n".join(" ".join(line.split()) for line in body.split("\n") if line.strip())
    return found


def _main_text(html: str, enough: int) -> str:
    """What trafilatura finds. A short article is no reason to take the page's navigation and captions along:
    half of what this module's own reader finds is enough.
    """
    try:
        from trafilatura import extract
        from trafilatura.settings import use_config
    except ImportError:
        return ""
    bounds = use_config()
    bounds["DEFAULT"]["MIN_EXTRACTED_SIZE"] = str(enough)
    found: str | None = extract(
        html, fast=True, include_comments=False, include_tables=False, deduplicate=False, config=bounds
    )
    return found or ""


def _limit_memory() -> None:
    """A page that would fill the machine ends this process only."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def main() -> None:
    """Reads a JSON string a line, writes what was found a line."""
    _limit_memory()
    for line in sys.stdin.buffer:
        sys.stdout.write(json.dumps(read_well(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
