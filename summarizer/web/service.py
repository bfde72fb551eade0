"""The parts of one running service, and the way to them from a request."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from summarizer.settings import Settings
from summarizer.web.engine import Engine, EngineError
from summarizer.web.jobs import Jobs
from summarizer.web.metrics import Metrics
from summarizer.web.runner import Runner

NAME = "summarizer"
RETRY_AFTER = 10  # seconds: what overloads a server is often over by then
SPARE_THREADS = 4  # for health checks, jobs' states and refusals, while all others wait
READY_SECONDS = 20.0  # an engine process that starts on a busy machine needs some of them


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes work with. Made before the server forks; each part opens what it needs when it is first used."""

    settings: Settings
    metrics: Metrics
    engine: Engine
    jobs: Jobs
    runner: Runner

    def start(self) -> None:
        """Gets a server process ready: its engine at once, in a thread, and its part of the jobs."""
        threading.Thread(target=self._warm, name="warm", daemon=True).start()
        self.runner.start()

    def stop(self) -> None:
        """Ends the processes of the engine; jobs at work go back to the queue."""
        self.runner.stop()
        self.engine.close()
        self.jobs.close()

    def _warm(self) -> None:
        try:
            self.engine.check(READY_SECONDS)
        except EngineError:  # the first request will tell
            return


def make_service(settings: Settings, routes: list[str]) -> Service:
    """The parts under these settings."""
    metrics = Metrics(routes)
    waiting = max(0, min(settings.max_waiting, settings.threads - settings.engines - SPARE_THREADS))
    engine = Engine(settings.engines, waiting, lambda why: metrics.happened("summarizer_engine_ended_total", why))
    jobs = Jobs(settings)
    return Service(settings, metrics, engine, jobs, Runner(settings, jobs, metrics))


def current_service() -> Service:
    """The service that the request is for."""
    return cast(Service, current_app.extensions[NAME])


def service_of(worker: object) -> Service:
    """The service that a gunicorn worker serves."""
    app = getattr(worker, "app").wsgi()  # noqa: B009 - gunicorn has no types
    assert isinstance(app, Flask)
    return cast(Service, app.extensions[NAME])


def as_http(error: EngineError) -> HTTPException:
    """What a client is told of a run that came to nothing."""
    if error.why == "failed":
        return InternalServerError(error.detail)
    return ServiceUnavailable(error.detail, retry_after=RETRY_AFTER)
