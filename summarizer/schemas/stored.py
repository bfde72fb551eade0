"""Requests that wait: a checked request in, bytes out, and the same request back; nothing is checked twice, no page read twice."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any, cast

import orjson

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.schemas.requests import MergeRequest


def to_stored(request: MergeRequest) -> bytes:
    """The request as bytes; equal requests give equal bytes."""
    articles = [
        {
            "id": a.id,
            "source": a.source,
            "title": a.title,
            "text": a.text,
            "url": a.url,
            "published_at": a.published_at.isoformat() if a.published_at else None,
            "language": a.language,
        }
        for a in request.articles
    ]
    return orjson.dumps({"id": request.id, "articles": articles, "options": asdict(request.options)})


def from_stored(stored: bytes) -> MergeRequest:
    """The request that to_stored was given.

    >>> request = MergeRequest(id="r1", articles=(Article(source="ANP", text="It rains."),), options=Options())
    >>> from_stored(to_stored(request)) == request
    True
    """
    found = cast("dict[str, Any]", orjson.loads(stored))
    return MergeRequest(
        id=found["id"],
        articles=tuple(Article(**(a | {"published_at": _moment(a["published_at"])})) for a in found["articles"]),
        options=Options(**found["options"]),
    )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
