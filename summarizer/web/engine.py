"""Runs the engine in processes of its own: a function and its values in, its value out; one that runs late is killed, and only it.

Every place is one process, forked from one that holds the word lists already, so a new one is there in some hundredths
of a second. Knows nothing of HTTP.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from multiprocessing.connection import wait as wait_for
from queue import Empty, LifoQueue
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
LOG = logging.getLogger("summarizer.web")
_PASSED = re.compile(r'^ {2}File "([\w./\\:-]{1,300}\.py)", line (\d{1,7}), in (\w{1,100})$', re.MULTILINE | re.ASCII)
START_SECONDS = 60  # a process that is not there by then never will be
LOOK_SECONDS = 0.25  # how often a run is asked whether it is still wanted


class EngineError(Exception):
    """A run that came to nothing. `why`: busy, late, stopped, died, or failed, where the program itself is wrong."""

    def __init__(self, why: str, detail: str) -> None:
        super().__init__(detail)
        self.why, self.detail = why, detail


class Engine:
    """Places to run in. `ended` is told why a process was ended."""

    def __init__(self, places: int, waiting: int, ended: Callable[[str], None] = lambda _: None) -> None:
        self._places = [_Place(ended) for _ in range(places)]
        self._free: LifoQueue[_Place] = LifoQueue()
        for place in reversed(self._places):
            self._free.put(place)
        self._most_waiting, self._waiting = waiting, 0
        self._lock = threading.Lock()

    def run(self, seconds: float, function: Callable[P, T], *values: P.args, **named: P.kwargs) -> T:
        """What the function returns. Raises EngineError where it has no place, runs out of time or raises something."""
        deadline = time.monotonic() + seconds
        place = self._taken(seconds)
        try:
            return place.run(deadline, _never, function, *values, **named)
        finally:
            self._free.put(place)

    def run_patiently(
        self, seconds: float, stopped: Callable[[], bool], function: Callable[P, T], *values: P.args, **named: P.kwargs
    ) -> T:
        """Likewise, but waits for a place as long as it takes, and ends early when it is `stopped`."""
        place = self._free.get()
        try:
            return place.run(time.monotonic() + seconds, stopped, function, *values, **named)
        finally:
            self._free.put(place)

    def check(self, seconds: float) -> None:
        """Raises EngineError where a request could not be served now."""
        if self._free.empty() and self._waiting >= self._most_waiting:
            raise EngineError("busy", "every place is taken")
        if not self._free.empty():
            self.run(seconds, os.getpid)

    def close(self) -> None:
        """Ends all processes."""
        for place in self._places:
            place.end()

    def _taken(self, seconds: float) -> _Place:
        with suppress(Empty):
            return self._free.get_nowait()
        with self._lock:
            if self._waiting >= self._most_waiting:
                raise EngineError("busy", "every place is taken: try again later")
            self._waiting += 1
        try:
            return self._free.get(timeout=seconds)
        except Empty:
            raise EngineError("busy", f"no place was free within {seconds:g} seconds: try again later") from None
        finally:
            with self._lock:
                self._waiting -= 1


class _Place:
    """One process, started when it is first needed and again after its end."""

    def __init__(self, ended: Callable[[str], None]) -> None:
        self._told = ended
        self._pool: ProcessPoolExecutor | None = None
        self._pid = 0

    def run(
        self,
        deadline: float,
        stopped: Callable[[], bool],
        function: Callable[P, T],
        *values: P.args,
        **named: P.kwargs,
    ) -> T:
        try:
            future = self._started().submit(function, *values, **named)
        except BrokenExecutor:  # it died while it had nothing to do
            self.end()
            future = self._started().submit(function, *values, **named)
        self._watch(future, deadline, stopped)
        failure = future.exception()
        if isinstance(failure, BrokenExecutor):
            self._over(
                "died", "the process at work on this died, perhaps of too little memory: send less, or try again"
            )
        if failure is not None:
            LOG.error("%s at %s", type(failure).__name__, " < ".join(_lines_passed(str(failure.__cause__))))
            raise EngineError(
                "failed", f"this request could not be answered ({type(failure).__name__}): please report it"
            )
        return future.result()

    def end(self) -> None:
        """Kills the process, if there is one."""
        if self._pool is None:
            return
        with suppress(OSError):
            os.kill(self._pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None

    def _watch(self, future: Future[T], deadline: float, stopped: Callable[[], bool]) -> None:
        look = None if stopped is _never else LOOK_SECONDS
        while True:
            left = max(0.0, deadline - time.monotonic())
            if wait([future], timeout=left if look is None else min(left, look)).done:
                return
            if stopped():
                self._over("stopped", "not wanted any more")
            if time.monotonic() >= deadline:
                self._over("late", "not done in the time that it may take: send fewer or shorter articles")

    def _over(self, why: str, detail: str) -> None:
        self.end()
        self._told(why)
        raise EngineError(why, detail)

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            pool = ProcessPoolExecutor(max_workers=1, mp_context=_context(), initializer=_begin)
            try:
                self._pid = pool.submit(os.getpid).result(timeout=START_SECONDS)
            except (BrokenExecutor, TimeoutError):
                pool.shutdown(wait=False, cancel_futures=True)
                raise EngineError("died", "no process could be started: try again later") from None
            self._pool = pool
        return self._pool


def _lines_passed(trace: str) -> list[str]:
    r"""The places in a traceback, last first; never its messages, which may quote an article.

    >>> _lines_passed('  File "/a/b.py", line 3, in f\n    g(x)\nValueError: secret')
    ['/a/b.py:3 f']
    """
    return [f"{path}:{line} {name}" for path, line, name in reversed(_PASSED.findall(trace))]


def _never() -> bool:
    return False


def _context() -> multiprocessing.context.BaseContext:
    """How processes are started: forked from one that has threads neither of the server's nor of anyone else's."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["summarizer.web.warm"])
    return context


def _begin() -> None:
    """A process at its start: a signal to the whole group is its parent's to act on, and it never outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import summarizer.web.warm as _  # noqa: F401 - loads the engine where nothing was forked


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)
