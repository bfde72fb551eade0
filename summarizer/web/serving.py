"""The server: settings in, a listening process out; gunicorn where there is one, waitress on Windows."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Any, cast

from flask import Flask

from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.service import NAME, Service, service_of

GRACE = 5  # seconds that a request in flight has beyond its own limit to end after SIGTERM


def serve(settings: Settings) -> None:
    """Listens until it is told to stop."""
    log_to_standard_error()
    if sys.platform == "win32":
        _serve_with_waitress(settings)
    else:
        _serve_with_gunicorn(settings)


def log_to_standard_error() -> None:
    """One line a request."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")


def gunicorn_options(settings: Settings) -> dict[str, object]:
    """What gunicorn is told.

    >>> gunicorn_options(Settings(port=9000))["bind"]
    '127.0.0.1:9000'
    """
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return {
        "bind": f"{host}:{settings.port}",
        "workers": settings.workers,
        "threads": settings.threads,
        "worker_class": "summarizer.web.worker.Worker",
        "preload_app": True,
        "timeout": settings.request_seconds + GRACE,
        "graceful_timeout": settings.request_seconds + GRACE,
        "keepalive": 5,
        "errorlog": "-",
        "control_socket_disable": True,  # it would put a file in the home folder
        "accesslog": None,  # the app writes its own line, which never holds what was sent
        "post_worker_init": _begin,
        "worker_exit": _end,
    }


def _serve_with_gunicorn(settings: Settings) -> None:
    from gunicorn.app.base import BaseApplication

    app = create_app(settings)

    class Service(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """gunicorn, told in code instead of by its own command line."""

        def load_config(self) -> None:
            """Hands over the settings."""
            for name, value in gunicorn_options(settings).items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """The application, loaded once before the workers fork."""
            return app

    Service().run()


def _begin(worker: object) -> None:
    """A worker has forked: it starts its own processes and threads."""
    service_of(worker).start()


def _end(_server: object, worker: object) -> None:
    """A worker has answered what it had taken: its processes end, and its jobs go back to the queue."""
    service_of(worker).stop()


def _serve_with_waitress(settings: Settings) -> None:
    import importlib

    app = create_app(settings)
    cast(Service, app.extensions[NAME]).start()
    run: Callable[..., Any] = importlib.import_module("waitress").serve
    run(app, host=settings.host, port=settings.port, threads=settings.threads)
