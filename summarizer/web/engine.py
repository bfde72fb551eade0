"""Runs the engine for a request: a function and its values in, its value out, or 503 where it takes too long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from werkzeug.exceptions import ServiceUnavailable

from summarizer.settings import Settings

P = ParamSpec("P")
T = TypeVar("T")
RETRY_AFTER = 30  # seconds: a request that ran out of time ends by itself before long, and its place is free again


class Engine:
    """As many places as the server has threads. A thread cannot be ended from outside: one that runs late keeps its place until it is done."""

    def __init__(self, settings: Settings) -> None:
        self._seconds = settings.request_seconds
        self._places = threading.BoundedSemaphore(settings.threads)
        self._pool = ThreadPoolExecutor(max_workers=settings.threads, thread_name_prefix="engine")

    def run(self, function: Callable[P, T], *values: P.args, **options: P.kwargs) -> T:
        """What the function returns or raises. Raises ServiceUnavailable where it has no place or runs out of time."""
        if not self._places.acquire(timeout=self._seconds):
            raise ServiceUnavailable("every place is taken: try again later", retry_after=RETRY_AFTER)
        future = self._pool.submit(function, *values, **options)
        future.add_done_callback(lambda _: self._places.release())
        try:
            return future.result(timeout=self._seconds)
        except TimeoutError:
            if future.done():
                raise
            detail = f"not done within {self._seconds} seconds: send fewer or shorter articles, or a batch"
            raise ServiceUnavailable(detail, retry_after=RETRY_AFTER) from None
