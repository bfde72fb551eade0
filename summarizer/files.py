"""Files with articles: paths or named contents in, article values as a request has them (not checked yet) out.

`.txt` and `.md` may begin with header lines (Source:, Title:, Date:, URL:) before a blank line; `.html` is passed on as
it is; `.json` holds an article, a list of them or a merge request; a folder stands for its files, sorted; `-` is standard input.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePath

import orjson

from summarizer.errors import InputError, Problem

TEXT_SUFFIXES = (".txt", ".md", ".text", ".markdown")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIXES = (*TEXT_SUFFIXES, *HTML_SUFFIXES, ".json")
STANDARD_INPUT = "-"
HEADERS = {"source": "source", "title": "title", "date": "published_at", "url": "url"}
_HEADER = re.compile(r"(source|title|date|url):[ \t]*([^\r\n]*)", re.IGNORECASE)
_HEADING = re.compile(r"#[ \t]+([^\r\n]{1,2000}?)[ \t#]*")
_SITE_NAME = re.compile(
    r"""<meta\s[^<>]{0,300}?og:site_name["'\s][^<>]{0,300}?content\s?=\s?(?:"([^"<>]{1,200})"|'([^'<>]{1,200})')""",
    re.IGNORECASE,
)
_HEAD_LENGTH = 200_000  # how far into a page its site's name is looked for


@dataclass(frozen=True, slots=True)
class Item:
    """One article as it stands in a file, and where that is: the file's name, with a place inside it."""

    where: str
    article: object


@dataclass(frozen=True, slots=True)
class Gathered:
    """The articles of one or several files, and what a merge request among them asks for besides."""

    items: tuple[Item, ...]
    id: object = None
    options: object = None
    unknown: tuple[str, ...] = ()

    def payload(self) -> dict[str, object]:
        """What a merge request of these articles looks like."""
        asked: dict[str, object] = {"articles": [i.article for i in self.items]}
        if self.id is not None:
            asked["id"] = self.id
        if self.options is not None:
            asked["options"] = self.options
        return asked | dict.fromkeys(self.unknown)


def gather(paths: Sequence[str], standard_input: Callable[[], bytes], *, largest: int) -> Gathered:
    """The articles of all paths, in order. Raises InputError naming every path that cannot be read, and why."""
    found: list[Gathered] = []
    problems: list[Problem] = []
    for path in _files(paths, problems):
        try:
            content = standard_input() if path == STANDARD_INPUT else _bytes(path, largest)
            found.append(read_content("stdin" if path == STANDARD_INPUT else path, content))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(problems)
    return joined(found)


def joined(parts: Sequence[Gathered]) -> Gathered:
    """All articles in order; id and options are the first that are given."""
    return Gathered(
        items=tuple(i for p in parts for i in p.items),
        id=next((p.id for p in parts if p.id is not None), None),
        options=next((p.options for p in parts if p.options is not None), None),
        unknown=tuple(dict.fromkeys(u for p in parts for u in p.unknown)),
    )


def read_content(name: str, content: bytes) -> Gathered:
    r"""The articles in one file's content; the name's suffix says what it is, else the content does.

    >>> read_content("dale.txt", b"Title: Bridge closed\n\nIt is.").items[0].article
    {'source': 'dale', 'title': 'Bridge closed', 'text': 'It is.'}
    """
    suffix = PurePath(name).suffix.lower()
    source = PurePath(name).stem.strip() or name
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if suffix == ".json" or (suffix not in SUFFIXES and start in (b"{", b"[")):
        return _from_json(name, source, content)
    text = _decoded(name, content)
    if suffix in HTML_SUFFIXES or (suffix not in SUFFIXES and start == b"<"):
        return Gathered((Item(name, {"source": _site_name(text) or source, "html": text}),))
    return Gathered((Item(name, _from_text(text, source, markdown=suffix in (".md", ".markdown"))),))


def _files(paths: Sequence[str], problems: list[Problem]) -> Iterator[str]:
    for path in paths:
        if path == STANDARD_INPUT or not Path(path).is_dir():
            yield path
            continue
        inside = sorted(
            p
            for p in Path(path).iterdir()
            if p.suffix.lower() in SUFFIXES and p.is_file() and not p.name.startswith(".")
        )
        if not inside:
            problems.append(Problem(path, f"a folder without articles: put {', '.join(SUFFIXES)} files in it"))
        yield from map(str, inside)


def _bytes(path: str, largest: int) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError:
        raise InputError([Problem(path, "no such file or folder: check the path")]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError([Problem(path, f"cannot be read ({reason}): check the path and its permissions")]) from None
    if len(content) > largest:
        raise InputError(
            [Problem(path, f"more than {largest} bytes: give a smaller file, or raise SUMMARIZER_MAX_BODY_BYTES")]
        )
    return content


def _decoded(name: str, content: bytes) -> str:
    try:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([Problem(name, f"not UTF-8 at byte {error.start}: save the file as UTF-8")]) from None


def _from_json(name: str, source: str, content: bytes) -> Gathered:
    try:
        value: object = orjson.loads(_decoded(name, content))
    except orjson.JSONDecodeError as error:
        raise InputError(
            [Problem(name, f"not JSON ({error}): give an article, a list of them or a merge request")]
        ) from None
    if isinstance(value, Mapping) and "articles" in value:
        articles = value["articles"]
        if not isinstance(articles, list):
            raise InputError([Problem(f"{name}/articles", "not a list: give a list of articles")])
        unknown = tuple(k for k in value if k not in ("id", "articles", "options"))
        items = tuple(Item(f"{name}/articles/{i}", a) for i, a in enumerate(articles))
        return Gathered(items, value.get("id"), value.get("options"), unknown)
    if isinstance(value, list):
        return Gathered(tuple(Item(f"{name}/{i}", a) for i, a in enumerate(value)))
    if isinstance(value, dict) and set(value) <= {"text", "html", "title", "url", "published_at", "language", "id"}:
        value = {"source": source} | value
    return Gathered((Item(name, value),))


def _from_text(text: str, source: str, *, markdown: bool) -> dict[str, object]:
    """Header lines count only where every line before the first blank one is a header, else they are the article's."""
    article: dict[str, object] = {"source": source}
    lines = text.splitlines(keepends=True)
    head: dict[str, str] = {}
    for count, line in enumerate(lines):
        if not line.strip():
            if head:
                article |= {HEADERS[k]: _header(k, v) for k, v in head.items() if v}
                text = "".join(lines[count + 1 :])
            break
        matched = _HEADER.fullmatch(line.rstrip())
        if not matched or matched[1].lower() in head:
            break
        head[matched[1].lower()] = matched[2].strip()
    if markdown and "title" not in article:
        title, text = _heading(text)
        article |= {"title": title} if title else {}
    return article | {"text": text}


def _header(name: str, value: str) -> str:
    """A date may be written as mail and web servers do ("Wed, 23 Oct 2024 16:20:00 GMT")."""
    if name == "date" and value[:1].isalpha():
        try:
            return parsedate_to_datetime(value).isoformat()
        except (ValueError, TypeError, IndexError):
            return value
    return value


def _heading(text: str) -> tuple[str, str]:
    """A Markdown file's first heading is its title."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    matched = _HEADING.fullmatch(first.rstrip("\r"))
    return (matched[1], rest.lstrip("\r\n")) if matched and rest.strip() else ("", text)


def _site_name(html: str) -> str:
    """What the page calls its site, if it does.

    >>> _site_name('<meta property="og:site_name" content="The Dale Gazette">')
    'The Dale Gazette'
    """
    found = _SITE_NAME.search(html[:_HEAD_LENGTH])
    return (found[1] or found[2]).strip() if found else ""
