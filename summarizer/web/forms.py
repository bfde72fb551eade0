"""Which form an answer takes: Accept and ?format= in, one of the forms that there are out."""

from __future__ import annotations

import gzip
from collections.abc import Iterable

from flask import Request, Response
from werkzeug.exceptions import NotAcceptable

LINES = {  # one JSON value a line has more than one name
    "application/x-ndjson": "ndjson",
    "application/ndjson": "ndjson",
    "application/jsonl": "jsonl",
    "application/x-jsonlines": "jsonl",
    "application/json-lines": "jsonl",
}
LEAST_TO_PACK = 1_000  # bytes: below, gzip's own header eats the gain


def chosen_form(request: Request, names: dict[str, str]) -> str:
    """The media type to answer with; `names` maps media types to short names, the default first. Raises NotAcceptable."""
    asked = request.args.get("format")
    if asked is not None:
        found = next((m for m, name in names.items() if asked in (m, name)), None)
        if found is None:
            raise NotAcceptable(f"no such format: ask for one of {', '.join(dict.fromkeys(names.values()))}")
        return found
    if not request.accept_mimetypes:
        return next(iter(names))
    ranges = [(kind.partition(";")[0].strip().lower(), quality) for kind, quality in request.accept_mimetypes]
    wanted = {media_type: _wanted(media_type, ranges) for media_type in names}
    best = max(wanted, key=lambda media_type: wanted[media_type])
    if wanted[best][0] <= 0:
        raise NotAcceptable(f"none of the types that Accept names: ask for one of {', '.join(names)}")
    return best


def _wanted(media_type: str, ranges: Iterable[tuple[str, float]]) -> tuple[float, int]:
    """The quality that the closest range gives a type, and how close it is (RFC 9110, 12.5.1); parameters are left out.

    No form here has any, so that `application/json; charset=utf-8` and ld+json with a profile are what they look like.

    >>> _wanted("text/csv", [("*/*", 1.0), ("text/csv", 0.5)]), _wanted("text/csv", [("image/png", 1.0)])
    ((0.5, 2), (0, 0))
    """
    closeness = {media_type: 2, f"{media_type.partition('/')[0]}/*": 1, "*/*": 0, "*": 0}
    fitting = [(closeness[kind], quality) for kind, quality in ranges if kind in closeness]
    if not fitting:
        return 0, 0
    close, quality = max(fitting)
    return quality, close


def packed(request: Request, response: Response) -> Response:
    """The response, gzipped where the client takes that and it is worth it; the same bytes for the same body."""
    response.vary.add("Accept-Encoding")
    if response.is_streamed or response.direct_passthrough or "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    if len(body) < LEAST_TO_PACK or request.accept_encodings["gzip"] <= 0:
        return response
    response.set_data(gzip.compress(body, compresslevel=6, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    return response
