"""The command that goes through an archive: merge requests in, one a line, answers out, in order, on every core or a cluster.

A run that was killed goes on where it stopped: what stands in the output is held against the input, line by line, and half a
line at its end is done again. No more lines are in memory than the workers have in hand, however long the archive is.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO

from summarizer.cli.running import between_1_and
from summarizer.errors import InputError, Problem
from summarizer.settings import Settings

PAUSE_SHOWN = 0.1  # seconds between two looks of the count: an archive has more lines than a terminal can take


def run_batch(given: argparse.Namespace) -> int:
    """Answers every line; 1 where one of the answers is a problem, also one of an earlier run."""
    settings = Settings.from_environment()
    workers = None if given.workers is None else between_1_and(256, given.workers, "--workers")
    if given.scheduler is not None and workers is not None:
        raise InputError([Problem("--workers", "a cluster has its own: give either --workers or --scheduler")])
    with _input(given.input) as source:
        lines = (line for line in source if line.strip())
        if given.output is None or given.output == "-":
            return int(_run(lines, sys.stdout.buffer, settings, (given.scheduler, workers)) > 0)
        done, bad = _finished(Path(given.output), lines)
        with _opened(given.output, "ab") as output:
            bad += _run(lines, output, settings, (given.scheduler, workers), before=done)
    return int(bad > 0)


def _run(
    lines: Iterable[bytes],
    output: IO[bytes],
    settings: Settings,
    where: tuple[str | None, int | None],
    *,
    before: int = 0,
) -> int:
    """Writes an answer a line; how many of them are problems."""
    from summarizer.cli.pools import pool_at
    from summarizer.web.batch import answers, is_refusal

    bad = 0
    progress = _Progress(sys.stderr, before)
    with pool_at(*where) as (pool, places):
        try:
            for answer in answers(lines, settings, pool, places):
                output.write(answer)
                output.flush()
                bad += is_refusal(answer)
                progress.step(bad)
        except (BrokenExecutor, CancelledError):
            what = "the scheduler went away" if where[0] else "a worker died, perhaps of too little memory"
            fewer = "" if where[0] else ", with fewer --workers"
            raise InputError([Problem("", f"{what}: run the same command again to go on{fewer}")]) from None
    progress.end(bad)
    return bad


class _Progress:
    """How many lines are done, and how many an hour, rewritten in place where someone watches."""

    def __init__(self, stream: IO[str], done: int) -> None:
        self._stream, self._done, self._before, self._watched = stream, done, done, stream.isatty()
        self._began = self._shown = time.monotonic()

    def step(self, bad: int) -> None:
        """One line more."""
        self._done += 1
        if self._watched and time.monotonic() - self._shown >= PAUSE_SHOWN:
            self._show(bad)

    def end(self, bad: int) -> None:
        """Leaves the last count standing."""
        if self._watched and self._done:
            self._show(bad)
            self._stream.write("\n")

    def _show(self, bad: int) -> None:
        self._shown = time.monotonic()
        hourly = 3600 * (self._done - self._before) / max(self._shown - self._began, 0.001)
        self._stream.write(f"\r{self._done} answered, {bad} bad, {hourly:.0f} an hour\x1b[K")
        self._stream.flush()


def _input(path: str) -> AbstractContextManager[IO[bytes]]:
    """The requests; the file is opened at once, so that a wrong path is told before any work."""
    return nullcontext(sys.stdin.buffer) if path == "-" else _opened(path, "rb")


def _opened(path: str, mode: str) -> IO[bytes]:
    try:
        return Path(path).open(mode)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError([Problem(path, f"cannot be opened ({reason}): check the path")]) from None


def _finished(path: Path, lines: Iterator[bytes]) -> tuple[int, int]:
    """How many requests an earlier run has answered, and how many of its answers are problems.

    Takes that many from `lines`, which must be the ones that the answers are for; half a line at the end is cut off.
    """
    from summarizer.web.batch import is_refusal

    if not path.is_file():
        return 0, 0
    done = bad = whole = 0
    with _opened(str(path), "rb") as file:
        for line in file:
            if not line.endswith(b"\n") and line.startswith(b'{"id":'):
                break
            done += 1
            answered = _answered(line, str(path), done)
            if not _asks(next(lines, None), answered):
                detail = f"line {done} answers another request than the input's: give another file, or remove it"
                raise InputError([Problem(str(path), detail)])
            bad += is_refusal(line)
            whole += len(line)
    os.truncate(path, whole)
    return done, bad


def _answered(line: bytes, path: str, number: int) -> str | None:
    """The id in an answer. Raises InputError where the line is none, so that no other file is ever written to."""
    import orjson

    from summarizer.web.batch import id_of

    try:
        found = orjson.loads(line)
    except orjson.JSONDecodeError:
        found = None
    if not isinstance(found, dict) or set(found) not in ({"id", "report"}, {"id", "problem"}):
        raise InputError([Problem(path, f"line {number} is no answer of a batch: give another file")])
    return id_of(found)


def _asks(line: bytes | None, answered: str | None) -> bool:
    """Whether a line of the input is the request that an answer with this id is for."""
    import orjson

    from summarizer.web.batch import id_of

    if line is None:
        return False
    try:
        return id_of(orjson.loads(line)) == answered
    except orjson.JSONDecodeError:
        return answered is None
