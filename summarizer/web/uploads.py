"""Forms with files: multipart/form-data in, the JSON value that stands for the same request out, and the form's own faults."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass

from flask import Request
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge
from werkzeug.formparser import FormDataParser

from summarizer.errors import InputError, Problem
from summarizer.files import Gathered, Item, joined, read_content
from summarizer.schemas.pointers import pointer
from summarizer.settings import Settings

WHOLE_FIELDS = ("sentences", "words")
TEXT_FIELDS = ("ranker", "timezone")
SWITCH_FIELDS = ("include_text",)
OPTION_FIELDS = (*WHOLE_FIELDS, *TEXT_FIELDS, *SWITCH_FIELDS)
VERSIONS = ("before", "after")
SPARE_PARTS = 50  # beyond the articles: fields, and some files too many, of which a 422 tells more than a 413
Content = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Filled:
    """The request that a form stands for, and what is wrong with the form itself.

    What could not be read stands in the request as None, and a problem points at it.
    """

    payload: dict[str, object]
    problems: tuple[Problem, ...]


def merge_form(request: Request, body: bytes, settings: Settings) -> Filled:
    """The merge request that the form's files and fields make. Raises BadRequest and RequestEntityTooLarge."""
    form, files = _parsed(request, body, settings)
    problems = _strangers(form, files, ("article", "id"))
    parts: list[Gathered] = []
    for name, content in _contents(form, files, "article"):
        try:
            parts.append(read_content(name, content))
        except InputError as error:
            place = pointer("articles", sum(len(p.items) for p in parts))
            problems += [Problem(place, f"{p.pointer}: {p.detail}") for p in error.problems]
            parts.append(Gathered((Item(name, None),)))
    payload = joined(parts).payload()
    if "id" in form:
        payload["id"] = form["id"]
    return Filled(payload | _options(form, payload.get("options")), tuple(problems))


def versions_form(request: Request, body: bytes, settings: Settings) -> Filled:
    """The diff request that the form's two files make. Raises BadRequest and RequestEntityTooLarge."""
    form, files = _parsed(request, body, settings)
    problems = _strangers(form, files, VERSIONS)
    payload: dict[str, object] = {}
    for name in VERSIONS:
        contents = _contents(form, files, name)
        try:
            items = joined([read_content(*c) for c in contents]).items
        except InputError as error:
            problems += [Problem(pointer(name), p.detail) for p in error.problems]
            payload[name] = None
            continue
        if len(items) > 1:
            problems.append(Problem(pointer(name), f"{len(items)} articles: send one file with one article"))
        if items:
            payload[name] = items[0].article if len(items) == 1 else None
    return Filled(payload | _options(form, None), tuple(problems))


def _parsed(
    request: Request, body: bytes, settings: Settings
) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    parser = FormDataParser(
        max_form_memory_size=settings.max_body_bytes,
        max_form_parts=settings.max_articles + SPARE_PARTS,
        silent=False,
        stream_factory=_in_memory,
    )
    try:
        _, form, files = parser.parse(io.BytesIO(body), request.mimetype, len(body), request.mimetype_params)
    except RequestEntityTooLarge:
        most = settings.max_articles + SPARE_PARTS
        raise RequestEntityTooLarge(f"a form of more than {most} parts: send fewer files") from None
    except (ValueError, UnicodeDecodeError) as error:
        raise BadRequest(
            f"the form cannot be read ({type(error).__name__}): send multipart/form-data with its boundary"
        ) from None
    return form, files


def _in_memory(*_: object, **__: object) -> io.BytesIO:
    """A file's place while the form is read; werkzeug's own would put longer ones on disk, where they do not belong."""
    return io.BytesIO()


def _contents(form: MultiDict[str, str], files: MultiDict[str, FileStorage], name: str) -> list[Content]:
    """Names, without the folders that some clients send along, and what is under them."""
    contents = [(_last(f.filename or name) or name, f.stream.read()) for f in files.getlist(name)]
    return contents + [(name, text.encode("utf-8", "surrogatepass")) for text in form.getlist(name)]


def _last(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _strangers(form: Mapping[str, str], files: Mapping[str, FileStorage], known: tuple[str, ...]) -> list[Problem]:
    """Fields that mean nothing here."""
    asked = ", ".join((*known, *OPTION_FIELDS))
    names = dict.fromkeys((*files, *form))
    return [
        Problem(pointer(n), f"no such field: send {asked}") for n in names if n not in known and n not in OPTION_FIELDS
    ]


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
