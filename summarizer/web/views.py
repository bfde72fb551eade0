"""The routes: a request in, an answer out; what a request means is decided in schemas, what an answer looks like in render."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Blueprint, Response, request
from werkzeug.exceptions import ServiceUnavailable

from summarizer.errors import InputError
from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.render.json_bytes import dumped
from summarizer.render.page import POLICY
from summarizer.schemas import MergeRequest, load_diff, load_facts, load_merge
from summarizer.schemas.stored import to_stored
from summarizer.web.bodies import read_request
from summarizer.web.docs import docs_page
from summarizer.web.engine import EngineError
from summarizer.web.forms import chosen_form
from summarizer.web.job_views import accepted, wants_job
from summarizer.web.jobs import storage_errors
from summarizer.web.metrics import MEDIA_TYPE
from summarizer.web.openapi import openapi
from summarizer.web.page import landing_page
from summarizer.web.service import READY_SECONDS, RETRY_AFTER, as_http, current_service
from summarizer.web.uploads import merge_form, versions_form
from summarizer.web.work import Outcome, compared, facts_read, merged

views = Blueprint("views", __name__)
JSON = "application/json"


@views.post("/v1/merge")
def merge_articles() -> Response:
    """Several articles in, the report out; or a job, where that is preferred."""
    service = current_service()
    media_type = chosen_form(request, {f.media_type: f.name for f in FORMS})
    wanted = read_request(request, service.settings, load_merge, merge_form)
    if wants_job(request):
        return accepted("merge", media_type, to_stored(wanted), 1)
    tag = _tag(wanted, media_type)
    if request.if_none_match.contains_weak(tag) and not request.if_none_match.star_tag:
        return _tagged(Response(status=304), tag)
    return _tagged(_text(_worked(merged, wanted, media_type), media_type), tag)


@views.post("/v1/facts")
def read_facts() -> Response:
    """One article or several in, every fact out."""
    service = current_service()
    media_type = chosen_form(request, {JSON: "json", "text/plain": "text"})
    wanted = read_request(request, service.settings, load_facts, merge_form)
    return _text(_worked(facts_read, wanted, media_type), media_type)


@views.post("/v1/diff")
def compare_versions() -> Response:
    """Two versions in, what happened to each statement out."""
    service = current_service()
    media_type = chosen_form(request, {f.media_type: f.name for f in REVISION_FORMS})
    wanted = read_request(request, service.settings, load_diff, versions_form)
    return _text(_worked(compared, wanted, media_type), media_type)


@views.get("/healthz")
def alive() -> Response:
    """Whether the process answers."""
    return Response(dumped({"status": "ok"}), mimetype=JSON)


@views.get("/readyz")
def ready() -> Response:
    """Whether a request could be served now: an engine process answers, and jobs can be kept."""
    service = current_service()
    try:
        service.engine.check(READY_SECONDS)
        service.jobs.waiting()
    except EngineError as error:
        raise as_http(error) from None
    except storage_errors() as error:
        detail = f"the store of jobs cannot be reached ({type(error).__name__})"
        raise ServiceUnavailable(detail, retry_after=RETRY_AFTER) from None
    return Response(dumped({"status": "ready"}), mimetype=JSON)


@views.get("/metrics")
def metrics() -> Response:
    """Counts and times, as Prometheus reads them."""
    return Response(current_service().metrics.text(), content_type=MEDIA_TYPE)


@views.get("/openapi.json")
def document() -> Response:
    """The OpenAPI document."""
    return Response(dumped(openapi(current_service().settings), pretty=True), mimetype=JSON)


@views.get("/docs")
def docs() -> Response:
    """The same as a page."""
    return _text(docs_page(openapi(current_service().settings)).encode(), "text/html")


@views.get("/")
def page() -> Response:
    """The web page."""
    return landing_page()


def _worked(work: Callable[[MergeRequest, str], Outcome], wanted: MergeRequest, media_type: str) -> bytes:
    """What an engine process makes of the request. Raises InputError and the HTTP errors 500 and 503."""
    service = current_service()
    try:
        found = service.engine.run(service.settings.request_seconds, work, wanted, media_type)
    except EngineError as error:
        raise as_http(error) from None
    if isinstance(found, tuple):
        raise InputError(found)
    return found


def _text(content: bytes, media_type: str) -> Response:
    response = Response(content, content_type=media_type if media_type == JSON else f"{media_type}; charset=utf-8")
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
        options.words,
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
