"""Request bodies: what came over the wire in, a checked request out; the limits hold for what was sent and for what it unpacks to."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import IO

import orjson
from flask import Request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, RequestTimeout, UnsupportedMediaType

from summarizer.errors import InputError
from summarizer.schemas import MergeRequest
from summarizer.settings import Settings
from summarizer.web.patience import LateError
from summarizer.web.uploads import Filled

Loader = Callable[[object, Settings], MergeRequest]
FormReader = Callable[[Request, bytes, Settings], Filled]
_CHUNK = 65_536
_GUNICORN_STEP = 1_024  # bytes: its `read` asks for no fewer
MOST_DRAINED = 64_000_000  # bytes
_GZIP = 31  # zlib's number for the gzip format at its widest window


def read_request(request: Request, settings: Settings, load: Loader, read_form: FormReader) -> MergeRequest:
    """What is asked for, as JSON or as a form. Raises the HTTP errors 400, 408, 413, 415, and InputError with all that is wrong."""
    kind = request.mimetype
    if _is_json(kind):
        return load(parsed_json(read_bytes(request, settings.max_body_bytes)), settings)
    if kind == "multipart/form-data":
        filled = read_form(request, read_bytes(request, settings.max_body_bytes), settings)
        return _loaded(filled, load, settings)
    shown = f"{kind[:80]} is not read here" if kind else "no Content-Type"
    raise UnsupportedMediaType(f"{shown}: send application/json or multipart/form-data")


def _loaded(filled: Filled, load: Loader, settings: Settings) -> MergeRequest:
    """What was wrong with the form is told with what is wrong with the request that it makes."""
    problems = list(filled.problems)
    told = {p.pointer for p in problems}
    try:
        wanted = load(filled.payload, settings)
    except InputError as error:
        problems += [p for p in error.problems if p.pointer not in told]
        raise InputError(problems) from None
    if problems:
        raise InputError(problems)
    return wanted


def _is_json(kind: str) -> bool:
    return kind == "application/json" or (kind.startswith("application/") and kind.endswith("+json"))


def pieces_of(request: Request, largest: int) -> Iterator[bytes]:
    """The body piece by piece, unpacked. Raises the HTTP errors 400, 413 and 415, at once or as the pieces are asked for."""
    if request.content_length is not None and request.content_length > largest:
        _drain(request.stream)
        raise _too_large(largest)
    encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip", ""):
        raise UnsupportedMediaType("this Content-Encoding is not read here: send gzip or none")
    sent = _sent(request.stream, request.content_length, largest)
    return _counted(sent if encoding in ("identity", "") else _unpacked(sent), largest)


def read_bytes(request: Request, largest: int) -> bytes:
    """The body, unpacked. Raises BadRequest, RequestEntityTooLarge and UnsupportedMediaType."""
    return b"".join(pieces_of(request, largest))


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


def _sent(stream: IO[bytes], whole: int | None, largest: int) -> Iterator[bytes]:
    """The body in pieces, `whole` in all where that is known, and never much more of it than is allowed."""
    count = 0
    while piece := _some(stream):
        count += len(piece)
        if count > largest:
            _drain(stream)
            raise _too_large(largest)
        yield piece
    if whole is not None and count < whole:
        raise BadRequest(f"the body ended after {count} of {whole} bytes: send all of it")


def _drain(stream: IO[bytes]) -> None:
    """Takes in and drops what still comes, up to a bound: a client that is cut off while it sends never sees the answer."""
    left = MOST_DRAINED
    while left > 0 and (piece := _some(stream)):
        left -= len(piece)


def _some(stream: IO[bytes]) -> bytes:
    """The next piece. Raises RequestTimeout where it comes too late, BadRequest where it is not as HTTP has it."""
    try:
        return _come(stream)
    except LateError as error:
        raise RequestTimeout(f"the body came too slowly: {error}") from None
    except _breaks() as error:
        raise BadRequest(
            f"the body broke off, or its chunks are wrong ({type(error).__name__}): send it again"
        ) from None


@cache
def _breaks() -> tuple[type[Exception], ...]:
    """What a server raises where a body breaks off, or is no body."""
    try:
        from gunicorn.http.errors import ParseException
    except ImportError:
        return (OSError,)
    return (OSError, ParseException)


def _come(stream: IO[bytes]) -> bytes:
    """Where gunicorn reads chunks, only what has come: its own `read` waits for a whole piece, and a client that
    sends a line and waits for the answer would wait forever.
    """
    come = getattr(getattr(stream, "reader", None), "buf", None)
    if not isinstance(come, io.BytesIO):
        return stream.read(_CHUNK)
    first = stream.readline(1)
    count = getattr(stream, "reader").buf.tell()  # noqa: B009 - no type knows it
    if not first or not count:
        return first
    return first + (stream.read(count) if count >= _GUNICORN_STEP else stream.readline(count))


def _counted(pieces: Iterator[bytes], largest: int) -> Iterator[bytes]:
    count = 0
    for piece in pieces:
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
