"""Which form an answer takes: Accept and ?format= in, one of the forms that there are out."""

from __future__ import annotations

import gzip

from flask import Request, Response
from werkzeug.exceptions import NotAcceptable

LEAST_TO_PACK = 1_000  # bytes: below, gzip's own header eats the gain


def chosen_form(request: Request, names: dict[str, str]) -> str:
    """The media type to answer with; `names` maps media types to short names, the default first. Raises NotAcceptable."""
    asked = request.args.get("format")
    if asked is not None:
        found = next((m for m, name in names.items() if asked in (m, name)), None)
        if found is None:
            raise NotAcceptable(f"no such format: ask for one of {', '.join(names.values())}")
        return found
    if not request.accept_mimetypes:
        return next(iter(names))
    best = request.accept_mimetypes.best_match(list(names))
    if best is None:
        raise NotAcceptable(f"none of the types that Accept names: ask for one of {', '.join(names)}")
    return best


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
