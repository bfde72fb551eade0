"""Errors as RFC 9457 problem details: a status and what is wrong in, the body of an answer out."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus

from summarizer.errors import Problem

MEDIA_TYPE = "application/problem+json"
KINDS = {  # type and title; http.HTTPStatus has other titles in other versions of Python
    400: ("not-json", "Bad Request"),
    401: ("unauthorized", "Unauthorized"),
    404: ("not-found", "Not Found"),
    405: ("method-not-allowed", "Method Not Allowed"),
    406: ("not-acceptable", "Not Acceptable"),
    408: ("timeout", "Request Timeout"),
    413: ("too-large", "Request Entity Too Large"),
    414: ("uri-too-long", "URI Too Long"),
    415: ("unsupported-media-type", "Unsupported Media Type"),
    417: ("expectation-failed", "Expectation Failed"),
    422: ("not-valid", "Unprocessable Entity"),
    429: ("too-many-requests", "Too Many Requests"),
    431: ("headers-too-large", "Request Header Fields Too Large"),
    500: ("internal", "Internal Server Error"),
    503: ("unavailable", "Service Unavailable"),
}


def problem_body(status: int, detail: str, errors: Sequence[Problem] = ()) -> dict[str, object]:
    """The members that every problem has; `errors` only where there are any.

    >>> problem_body(422, "no articles", [Problem("/articles", "missing")])["errors"]
    [{'pointer': '/articles', 'detail': 'missing'}]
    """
    body: dict[str, object] = {
        "type": f"urn:summarizer:problem:{KINDS[status][0]}" if status in KINDS else "about:blank",
        "title": title(status),
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = [{"pointer": p.pointer, "detail": p.detail} for p in errors]
    return body


def title(status: int) -> str:
    """What a status is called.

    >>> title(431), title(418)
    ('Request Header Fields Too Large', "I'm a Teapot")
    """
    return KINDS[status][1] if status in KINDS else HTTPStatus(status).phrase


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
