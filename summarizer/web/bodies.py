"""Request bodies: what came over the wire in, a JSON value out; the limits hold for what was sent and for what it unpacks to."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

import orjson
from flask import Request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, UnsupportedMediaType
from werkzeug.formparser import FormDataParser

from summarizer.errors import InputError, Problem
from summarizer.files import Gathered, joined, read_content
from summarizer.settings import Settings

NDJSON = (
    "application/x-ndjson",
    "application/ndjson",
    "application/jsonl",
    "application/x-jsonlines",
    "application/json-lines",
)
_CHUNK = 65_536
_GZIP = 31  # zlib's number for the gzip format at its widest window
_WHOLE_FIELDS = ("sentences",)
_TEXT_FIELDS = ("ranker", "timezone")
_SWITCH_FIELDS = ("include_text",)


def read_payload(request: Request, settings: Settings) -> object:
    """The JSON value of a request, or the merge request that a form stands for. Raises the HTTP errors 400, 413, 415 and InputError."""
    kind = request.mimetype
    if _is_json(kind):
        return parsed_json(read_bytes(request, settings.max_body_bytes))
    if kind == "multipart/form-data":
        return _from_form(request, read_bytes(request, settings.max_body_bytes), settings)
    shown = f"{kind[:80]} is not read here" if kind else "no Content-Type"
    raise UnsupportedMediaType(f"{shown}: send application/json or multipart/form-data")


def read_json(request: Request, settings: Settings) -> object:
    """The JSON value of a request that has no form. Raises the HTTP errors 400, 413 and 415."""
    if not _is_json(request.mimetype):
        raise UnsupportedMediaType("only JSON is read here: send application/json")
    return parsed_json(read_bytes(request, settings.max_body_bytes))


def _is_json(kind: str) -> bool:
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def read_lines(request: Request, settings: Settings) -> list[bytes]:
    """The lines of a batch. Raises the HTTP errors 400, 413 and 415."""
    if request.mimetype not in (*NDJSON, "application/json"):
        raise UnsupportedMediaType("send application/x-ndjson: one merge request a line")
    return read_bytes(request, settings.max_batch_bytes).split(b"\n")


def read_bytes(request: Request, largest: int) -> bytes:
    """The body, unpacked. Raises BadRequest, RequestEntityTooLarge and UnsupportedMediaType."""
    if request.content_length is not None and request.content_length > largest:
        raise _too_large(largest)
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise UnsupportedMediaType("this Content-Encoding is not read here: send gzip or none")
    body = bytearray()
    pieces = _sent(request, largest)
    for piece in pieces if encoding in ("identity", "") else _unpacked(pieces):
        body += piece
        if len(body) > largest:
            raise _too_large(largest)
    return bytes(body)


def parsed_json(body: bytes) -> object:
    """The JSON value. Raises BadRequest with the place of what is not JSON (RFC 8259: also NaN and half a character are not).

    >>> parsed_json(b'{"a": 1}')
    {'a': 1}
    """
    if not body.strip():
        raise BadRequest("the body is empty: send JSON")
    try:
        value: object = orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise BadRequest(f"the body is not JSON: {error}") from None
    return value


def _too_large(largest: int) -> RequestEntityTooLarge:
    return RequestEntityTooLarge(f"more than {largest} bytes, as sent or unpacked: send fewer or shorter articles")


def _sent(request: Request, largest: int) -> Iterator[bytes]:
    """The body in pieces, and never much more of it than is allowed."""
    count = 0
    while piece := request.stream.read(_CHUNK):
        count += len(piece)
        if count > largest:
            raise _too_large(largest)
        yield piece


def _unpacked(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """What the gzip members hold, a bounded piece at a time, so that a bomb is met before it has gone off."""
    unpacker = zlib.decompressobj(_GZIP)
    begun = False
    try:
        for sent in pieces:
            piece = sent
            while piece:
                begun = True
                yield unpacker.decompress(piece, _CHUNK)
                piece = unpacker.unconsumed_tail
                if unpacker.eof:
                    piece, begun = unpacker.unused_data, False
                    unpacker = zlib.decompressobj(_GZIP)
        while begun and (rest := unpacker.decompress(b"", _CHUNK)):
            yield rest
    except zlib.error:
        raise BadRequest("the body is not gzip, though its Content-Encoding says so") from None
    if begun and not unpacker.eof:
        raise BadRequest("the gzip body ends too early: send all of it")


def _from_form(request: Request, body: bytes, settings: Settings) -> dict[str, object]:
    """The merge request that the form's files and fields make."""
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
    contents = [(f.filename or "article", f.stream.read()) for f in files.getlist("article")]
    contents += [("article", text.encode("utf-8", "surrogatepass")) for text in form.getlist("article")]
    strangers = [
        n
        for n in dict.fromkeys((*files, *form))
        if n not in ("article", "id", *_WHOLE_FIELDS, *_TEXT_FIELDS, *_SWITCH_FIELDS)
    ]
    problems = [
        Problem(f"/{n}", "no such field: send files as article, and id, sentences, ranker, timezone, include_text")
        for n in strangers
    ]
    gathered = _gathered(contents, problems)
    payload = gathered.payload()
    if "id" in form:
        payload["id"] = form["id"]
    options = {n: _form_value(n, form[n]) for n in (*_WHOLE_FIELDS, *_TEXT_FIELDS, *_SWITCH_FIELDS) if n in form}
    if options:
        payload["options"] = (payload["options"] if isinstance(payload.get("options"), dict) else {}) | options  # type: ignore[operator]  # a dict
    return payload


def _in_memory(*_: object, **__: object) -> io.BytesIO:
    """A file's place while the form is read; werkzeug's own would put longer ones on disk, where they do not belong."""
    return io.BytesIO()


def _gathered(contents: list[tuple[str, bytes]], problems: list[Problem]) -> Gathered:
    parts: list[Gathered] = []
    for index, (name, content) in enumerate(contents):
        try:
            parts.append(read_content(name.replace("\\", "/").rpartition("/")[2], content))
        except InputError as error:
            problems += [Problem(f"/articles/{index}", f"{p.pointer}: {p.detail}") for p in error.problems]
    if problems:
        raise InputError(problems)
    return joined(parts)


def _form_value(name: str, value: str) -> object:
    """A form knows only strings; what they stand for is checked with the rest of the request.

    >>> _form_value("sentences", "6"), _form_value("sentences", "six"), _form_value("include_text", "false")
    (6, 'six', False)
    """
    if name in _WHOLE_FIELDS and value.isascii() and value.isdecimal() and len(value) < 7:
        return int(value)
    if name in _SWITCH_FIELDS and value in ("true", "false"):
        return value == "true"
    return value
