"""The application: settings in, a Flask app out; every error is a problem document, every answer carries its request's id."""

from __future__ import annotations

import logging
import re
import time
import uuid
from types import TracebackType

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, NotFound
from werkzeug.middleware.proxy_fix import ProxyFix

from summarizer.errors import InputError
from summarizer.render.json_bytes import dumped
from summarizer.settings import Settings
from summarizer.web.batch_views import batch_views
from summarizer.web.forms import packed
from summarizer.web.guards import Guards
from summarizer.web.job_views import job_views
from summarizer.web.metrics import Metrics
from summarizer.web.problems import MEDIA_TYPE, counted, problem_body
from summarizer.web.service import NAME, RETRY_AFTER, make_service
from summarizer.web.traces import passed
from summarizer.web.views import views

LOG = logging.getLogger("summarizer.web")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:+/=@-]{1,128}")
_HELD_BY_THE_ANSWER = ("Allow", "Retry-After", "WWW-Authenticate")


class Application(Flask):
    """Flask, whose log says where the program failed but never repeats what a request held."""

    def log_exception(
        self, exc_info: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> None:
        """The exception's type and the lines it passed; its message may quote an article."""
        if exc_info[1] is not None:
            LOG.error("%s failed: %s", g.get("request_id", "-"), passed(exc_info[1]))


def create_app(settings: Settings | None = None) -> Flask:
    """The service under these settings, or under those of the environment."""
    chosen = settings or Settings.from_environment()
    app = Application("summarizer.web")
    app.config["MAX_CONTENT_LENGTH"] = None  # bodies.py counts for itself, also what comes in chunks or packed
    for blueprint in (views, batch_views, job_views):
        app.register_blueprint(blueprint)
    app.register_error_handler(HTTPException, _http_problem)
    app.register_error_handler(InputError, _input_problem)
    service = make_service(chosen, [r.rule for r in app.url_map.iter_rules()])
    app.extensions[NAME] = service
    if chosen.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=chosen.proxies, x_proto=0, x_host=0)  # type: ignore[method-assign]  # as Flask's own documentation has it
    _add_hooks(app, Guards(chosen), service.metrics)
    return app


def _add_hooks(app: Flask, guards: Guards, metrics: Metrics) -> None:
    @app.before_request
    def begin() -> None:
        sent = request.headers.get("X-Request-ID", "")
        g.request_id = sent if _REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex
        g.begun = time.monotonic()
        guards.check(request)

    @app.after_request
    def finish(response: Response) -> Response:
        guards.share(request, response)
        response.headers["X-Request-ID"] = g.request_id
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        if "Allow" in response.headers:  # werkzeug takes it from a set
            response.headers["Allow"] = ", ".join(sorted(response.allow))
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        rule = request.url_rule.rule if request.url_rule else "-"
        taken = time.monotonic() - g.begun
        metrics.count(rule, request.method if request.url_rule else "-", response.status_code, taken)
        LOG.info("%s %s %s %s %.0f ms", g.request_id, request.method, rule, response.status_code, 1000 * taken)
        return packed(request, response)


def _http_problem(error: HTTPException) -> Response | HTTPException:
    status = error.code or 500
    if status < 400:
        return error
    detail = (
        "the program failed on this request: please report it"
        if isinstance(error, InternalServerError)
        else error.description
    )
    if isinstance(error, NotFound) and error.description == NotFound.description:
        detail = "nothing is here: see / for what there is"
    if isinstance(error, MethodNotAllowed):
        detail = f"this method is not allowed here: use {', '.join(sorted(error.valid_methods or ()))}"
    response = _answered(problem_body(status, detail or ""), status)
    for name, value in error.get_headers(request.environ):
        if name in _HELD_BY_THE_ANSWER:
            response.headers[name] = value
    if status == 408:
        response.headers["Retry-After"] = str(RETRY_AFTER)
    if status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _input_problem(error: InputError) -> Response:
    return _answered(problem_body(422, counted(error.problems), error.problems), 422)


def _answered(body: dict[str, object], status: int) -> Response:
    body |= {"instance": request.path, "request_id": g.get("request_id", "")}
    return Response(dumped(body), status=status, content_type=MEDIA_TYPE)
