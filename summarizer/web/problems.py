"""Errors as RFC 9457 problem details: a status and what is wrong in, the body of an answer out."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from summarizer.errors import Problem

MEDIA_TYPE = "application/problem+json"
TYPES = {
    400: "not-json",
    401: "unauthorized",
    404: "not-found",
    405: "method-not-allowed",
    406: "not-acceptable",
    408: "timeout",
    413: "too-large",
    415: "unsupported-media-type",
    422: "not-valid",
    429: "too-many-requests",
    500: "internal",
    503: "unavailable",
}


def problem_body(status: int, detail: str, errors: Sequence[Problem] = ()) -> dict[str, object]:
    """The members that every problem has; `errors` only where there are any.

    >>> problem_body(422, "no articles", [Problem("/articles", "missing")])["errors"]
    [{'pointer': '/articles', 'detail': 'missing'}]
    """
    body: dict[str, object] = {
        "type": f"urn:summarizer:problem:{TYPES[status]}" if status in TYPES else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = [{"pointer": p.pointer, "detail": p.detail} for p in errors]
    return body


def counted(problems: Sequence[Problem]) -> str:
    """What a 422 says in one line.

    >>> counted([Problem("/articles", "missing")])
    'The request has 1 problem: /articles: missing'
    """
    first = problems[0]
    shown = f"{first.pointer or 'the request'}: {first.detail}"
    return f"The request has {len(problems)} problem{'' if len(problems) == 1 else 's'}: {shown}" + (
        " …" if len(problems) > 1 else ""
    )
