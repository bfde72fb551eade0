"""The server: settings in, a listening process out; gunicorn where there is one, waitress on Windows."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import Any

from flask import Flask

from summarizer.domain.text import Article
from summarizer.settings import Settings
from summarizer.web.app import create_app

GRACE = 30  # seconds that requests in flight have to end after SIGTERM


def serve(settings: Settings) -> None:
    """Listens until it is told to stop."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    if sys.platform == "win32":
        _serve_with_waitress(settings)
    else:
        _serve_with_gunicorn(settings)


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
        "worker_class": "gthread",
        "preload_app": True,
        "timeout": settings.request_seconds + GRACE,
        "graceful_timeout": GRACE,
        "keepalive": 5,
        "errorlog": "-",
        "control_socket_disable": True,  # it would put a file in the home folder
        "accesslog": None,  # the app writes its own line, which never holds what was sent
    }


def warm() -> None:
    """Loads the engine with all its word lists, so that no first request waits for them and the workers share them."""
    from summarizer.pipeline import merge

    merge(
        [
            Article(source=name, text=f"It rained on {day} March 2024. The river rose.")
            for name, day in (("A", 4), ("B", 5))
        ]
    )


def _serve_with_gunicorn(settings: Settings) -> None:
    from gunicorn.app.base import BaseApplication

    class Service(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """gunicorn, told in code instead of by its own command line."""

        def load_config(self) -> None:
            """Hands over the settings."""
            for name, value in gunicorn_options(settings).items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Flask:
            """The application, loaded once before the workers fork."""
            warm()
            return create_app(settings)

    Service().run()


def _serve_with_waitress(settings: Settings) -> None:
    import importlib

    run: Callable[..., Any] = importlib.import_module("waitress").serve
    run(create_app(settings), host=settings.host, port=settings.port, threads=settings.threads)
