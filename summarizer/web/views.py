"""The routes: a request in, an answer out; what a request means is decided in schemas, what an answer looks like in render."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import cast

from flask import Blueprint, Response, current_app, request

from summarizer.render.facts import facts_text, facts_to_dict
from summarizer.render.formats import FORMS, REVISION_FORMS, form_named
from summarizer.render.json_bytes import dumped
from summarizer.render.page import POLICY
from summarizer.render.paint import Paint
from summarizer.schemas import MergeRequest, load_diff, load_facts, load_merge
from summarizer.settings import Settings
from summarizer.web.batch import answers
from summarizer.web.bodies import read_json, read_lines, read_payload
from summarizer.web.docs import docs_page
from summarizer.web.engine import Engine
from summarizer.web.forms import chosen_form
from summarizer.web.metrics import MEDIA_TYPE, Metrics
from summarizer.web.openapi import openapi

views = Blueprint("views", __name__)
JSON = "application/json"
PAGE = """summarizer: compares several news reports of one event

  curl -F article=@reuters.txt -F article=@ap.txt {here}v1/merge?format=text
  curl -H 'Content-Type: application/json' -d '{{"articles": [{{"source": "A", "text": "…"}}, {{"source": "B", "text": "…"}}]}}' {here}v1/merge

POST /v1/merge   several articles in, the report out (?format={forms})
POST /v1/diff    two versions in, what happened to each statement out
POST /v1/facts   one article or several in, every fact that was read out
POST /v1/batch   NDJSON in and out, one merge request a line
GET  /docs, /openapi.json, /healthz, /readyz, /metrics
"""


@views.post("/v1/merge")
def merge_articles() -> Response:
    """Several articles in, the report out."""
    media_type = chosen_form(request, {f.media_type: f.name for f in FORMS})
    wanted = load_merge(read_payload(request, _settings()), _settings())
    tag = _tag(wanted, media_type)
    if request.if_none_match.contains_weak(tag) and not request.if_none_match.star_tag:
        return _tagged(Response(status=304), tag)
    from summarizer.pipeline import merge

    report = _engine().run(merge, wanted.articles, wanted.options, id=wanted.id)
    form = form_named(media_type)
    assert form is not None
    return _tagged(_text(form.write(report), media_type), tag)


@views.post("/v1/facts")
def read_facts() -> Response:
    """One article or several in, every fact out."""
    media_type = chosen_form(request, {JSON: "json", "text/plain": "text"})
    wanted = load_facts(read_payload(request, _settings()), _settings())
    from summarizer.pipeline import read

    articles = _engine().run(read, wanted.articles, wanted.options)
    if media_type == JSON:
        return Response(dumped(facts_to_dict(articles, with_text=wanted.options.include_text)), mimetype=JSON)
    return _text(facts_text(articles, Paint(on=False)), media_type)


@views.post("/v1/diff")
def compare_versions() -> Response:
    """Two versions in, what happened to each statement out."""
    media_type = chosen_form(request, {f.media_type: f.name for f in REVISION_FORMS})
    wanted = load_diff(read_json(request, _settings()), _settings())
    from summarizer.revisions import diff

    before, after = wanted.articles
    revision = _engine().run(diff, before, after, wanted.options)
    form = next(f for f in REVISION_FORMS if f.media_type == media_type)
    return _text(form.write(revision), media_type)


@views.post("/v1/batch")
def merge_batch() -> Response:
    """One merge request a line in, one answer a line out, each as soon as it is ready."""
    chosen_form(request, {"application/x-ndjson": "ndjson", "application/jsonl": "jsonl", JSON: "json"})
    lines = read_lines(request, _settings())
    return Response(_streamed(lines, _settings()), mimetype="application/x-ndjson")


@views.get("/healthz")
def alive() -> Response:
    """Whether the process answers."""
    return Response(dumped({"status": "ok"}), mimetype=JSON)


@views.get("/readyz")
def ready() -> Response:
    """Whether the engine is loaded; the first call loads it."""
    import summarizer.pipeline as _  # noqa: F401 - the import is the check

    return Response(dumped({"status": "ready"}), mimetype=JSON)


@views.get("/metrics")
def metrics() -> Response:
    """Counts and times, as Prometheus reads them."""
    counted = cast(Metrics, current_app.extensions["metrics"])
    return Response(counted.text(), content_type=MEDIA_TYPE)


@views.get("/openapi.json")
def document() -> Response:
    """The OpenAPI document."""
    return Response(dumped(openapi(_settings()), pretty=True), mimetype=JSON)


@views.get("/docs")
def docs() -> Response:
    """The same as a page."""
    return _text(docs_page(openapi(_settings())), "text/html")


@views.get("/")
def page() -> Response:
    """How to call the service."""
    return _text(PAGE.format(here=request.host_url, forms="|".join(f.name for f in FORMS)), "text/plain")


def _streamed(lines: list[bytes], settings: Settings) -> Iterator[bytes]:
    """One line at a time: a batch takes one place of the service, not all of them."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="batch")
    try:
        yield from answers(lines, settings, pool, 1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _settings() -> Settings:
    return cast(Settings, current_app.extensions["settings"])


def _engine() -> Engine:
    return cast(Engine, current_app.extensions["engine"])


def _text(content: str, media_type: str) -> Response:
    response = Response(
        content.encode(), content_type=media_type if media_type == JSON else f"{media_type}; charset=utf-8"
    )
    if media_type == "text/html":
        response.headers["Content-Security-Policy"] = POLICY
    return response


def _tag(wanted: MergeRequest, media_type: str) -> str:
    """Of all that decides the answer, so that it is known before any work is done."""
    from summarizer.pipeline import VERSION

    articles = [
        [a.id, a.source, a.title, a.text, a.url, a.published_at.isoformat() if a.published_at else None, a.language]
        for a in wanted.articles
    ]
    options = wanted.options
    decides = [
        VERSION,
        media_type,
        wanted.id,
        articles,
        options.sentences,
        options.ranker,
        options.timezone,
        options.include_text,
    ]
    return hashlib.sha256(dumped(decides)).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    """The tag is weak: the same answer may come packed or not."""
    response.set_etag(tag, weak=True)
    response.headers["Cache-Control"] = "private, no-cache"
    response.vary.add("Accept")
    return response
