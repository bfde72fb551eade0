"""Forms with files: multipart/form-data in, the JSON value that stands for the same request out."""

from __future__ import annotations

import io
from collections.abc import Mapping

from flask import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import BadRequest
from werkzeug.formparser import FormDataParser

from summarizer.errors import InputError, Problem
from summarizer.files import Gathered, joined, read_content
from summarizer.settings import Settings

WHOLE_FIELDS = ("sentences", "words")
TEXT_FIELDS = ("ranker", "timezone")
SWITCH_FIELDS = ("include_text",)
OPTION_FIELDS = (*WHOLE_FIELDS, *TEXT_FIELDS, *SWITCH_FIELDS)
VERSIONS = ("before", "after")
Content = tuple[str, bytes]


def merge_form(request: Request, body: bytes, settings: Settings) -> object:
    """The merge request that the form's files and fields make. Raises BadRequest and InputError."""
    form, files = _parsed(request, body, settings)
    problems = _strangers(form, files, ("article", "id"))
    payload = _gathered(_contents(form, files, "article"), "articles", problems).payload()
    if "id" in form:
        payload["id"] = form["id"]
    return payload | _options(form, payload.get("options"))


def versions_form(request: Request, body: bytes, settings: Settings) -> object:
    """The diff request that the form's two files make. Raises BadRequest and InputError."""
    form, files = _parsed(request, body, settings)
    problems = _strangers(form, files, VERSIONS)
    payload: dict[str, object] = {}
    for name in VERSIONS:
        contents = _contents(form, files, name)
        try:
            items = _gathered(contents, name, []).items
        except InputError as error:
            problems += [Problem(f"/{name}", p.detail) for p in error.problems]
            continue
        if len(items) > 1:
            problems.append(Problem(f"/{name}", f"{len(items)} articles: send one file with one article"))
        elif items:
            payload[name] = items[0].article
    if problems:
        raise InputError(problems)
    return payload | _options(form, None)


def _parsed(
    request: Request, body: bytes, settings: Settings
) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    parser = FormDataParser(
        max_form_memory_size=settings.max_body_bytes,
        max_form_parts=settings.max_articles + 50,
        silent=False,
        stream_factory=_in_memory,
    )
    try:
        _, form, files = parser.parse(io.BytesIO(body), request.mimetype, len(body), request.mimetype_params)
    except (ValueError, UnicodeDecodeError) as error:
        raise BadRequest(
            f"the form cannot be read ({type(error).__name__}): send multipart/form-data with its boundary"
        ) from None
    return form, files


def _in_memory(*_: object, **__: object) -> io.BytesIO:
    """A file's place while the form is read; werkzeug's own would put longer ones on disk, where they do not belong."""
    return io.BytesIO()


def _contents(form: MultiDict[str, str], files: MultiDict[str, FileStorage], name: str) -> list[Content]:
    contents = [(f.filename or name, f.stream.read()) for f in files.getlist(name)]
    return contents + [(name, text.encode("utf-8", "surrogatepass")) for text in form.getlist(name)]


def _strangers(form: Mapping[str, str], files: Mapping[str, FileStorage], known: tuple[str, ...]) -> list[Problem]:
    """Fields that mean nothing here."""
    asked = ", ".join((*known, *OPTION_FIELDS))
    names = dict.fromkeys((*files, *form))
    return [
        Problem(f"/{n}", f"no such field: send {asked}") for n in names if n not in known and n not in OPTION_FIELDS
    ]


def _gathered(contents: list[Content], place: str, problems: list[Problem]) -> Gathered:
    parts: list[Gathered] = []
    for index, (name, content) in enumerate(contents):
        try:
            parts.append(read_content(name.replace("\\", "/").rpartition("/")[2], content))
        except InputError as error:
            problems += [Problem(f"/{place}/{index}", f"{p.pointer}: {p.detail}") for p in error.problems]
    if problems:
        raise InputError(problems)
    return joined(parts)


def _options(form: Mapping[str, str], given: object) -> dict[str, object]:
    """The options that the form's fields add to those of a file, as a member of the request; none where there are none."""
    options = {n: _form_value(n, form[n]) for n in OPTION_FIELDS if n in form}
    if not options:
        return {}
    return {"options": (given if isinstance(given, dict) else {}) | options}


def _form_value(name: str, value: str) -> object:
    """A form knows only strings; what they stand for is checked with the rest of the request.

    >>> _form_value("sentences", "6"), _form_value("sentences", "six"), _form_value("include_text", "false")
    (6, 'six', False)
    """
    if name in WHOLE_FIELDS and value.isascii() and value.isdecimal() and len(value) < 7:
        return int(value)
    if name in SWITCH_FIELDS and value in ("true", "false"):
        return value == "true"
    return value
