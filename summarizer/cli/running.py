"""The commands that keep running, and the settings that they run under: batch, serve and config."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import IO

from summarizer.errors import InputError, Problem
from summarizer.settings import Settings, table, unknown_variables

COLUMN_GAP = "  "


def run_batch(given: argparse.Namespace) -> int:
    """Answers every line; 1 where one of the answers is a problem, also one of an earlier run."""
    settings = Settings.from_environment()
    workers = _between_1_and(256, settings.workers if given.workers is None else given.workers, "--workers")
    with _input(given.input) as source:
        lines = (line for line in source if line.strip())
        if given.output is None or given.output == "-":
            return int(_run(lines, sys.stdout.buffer, settings, workers) > 0)
        done, bad = _finished(Path(given.output))
        _skip(lines, done, given.output)
        with _opened(given.output, "ab") as output:
            bad += _run(lines, output, settings, workers, before=len(done))
    return int(bad > 0)


def run_serve(given: argparse.Namespace) -> int:
    """Serves until it is told to stop."""
    settings = Settings.from_environment()
    chosen = {
        "host": given.host,
        "port": None if given.port is None else _between_1_and(65_535, given.port, "--port"),
        "workers": None if given.workers is None else _between_1_and(256, given.workers, "--workers"),
    }
    _warn_of_unknown()
    from summarizer.web.serving import serve

    serve(replace(settings, **{k: v for k, v in chosen.items() if v is not None}))
    return 0


def run_config(_given: argparse.Namespace) -> int:
    """Prints every setting: value, default, variable, meaning."""
    settings = Settings.from_environment()
    rows = [("SETTING", "VALUE", "DEFAULT", "VARIABLE", "MEANING")]
    rows += [(r.name, r.shown(getattr(settings, r.name)), r.shown(r.default), r.variable, r.meaning) for r in table()]
    widths = [max(len(r[column]) for r in rows) for column in range(4)]
    for cells in rows:
        padded = [c.ljust(w) for c, w in zip(cells, widths, strict=False)]
        sys.stdout.write(COLUMN_GAP.join((*padded, cells[4])) + "\n")
    _warn_of_unknown()
    return 0


def _warn_of_unknown() -> None:
    for name in unknown_variables(os.environ):
        sys.stderr.write(f"summarizer: {name} is no setting and is ignored: see summarizer config\n")


def _between_1_and(high: int, number: int, what: str) -> int:
    if not 1 <= number <= high:
        raise InputError([Problem(what, f"{number} is out of range: give 1 to {high}")])
    return number


def _run(lines: Iterable[bytes], output: IO[bytes], settings: Settings, workers: int, *, before: int = 0) -> int:
    """Writes an answer a line; how many of them are problems. A line that was read ahead counts as the first."""
    from summarizer.web.batch import answers, is_refusal

    bad = 0
    progress = _Progress(sys.stderr, before)
    with ProcessPoolExecutor(max_workers=workers) as pool:
        try:
            for answer in answers(lines, settings, pool, workers):
                output.write(answer)
                output.flush()
                bad += is_refusal(answer)
                progress.step(bad)
        except BrokenProcessPool:
            raise InputError(
                [
                    Problem(
                        "",
                        "a worker died, perhaps of too little memory: run the same command again to go on, with fewer --workers",
                    )
                ]
            ) from None
    progress.end()
    return bad


class _Progress:
    """How many lines are done, rewritten in place where someone watches."""

    def __init__(self, stream: IO[str], done: int) -> None:
        self._stream, self._done, self._shown = stream, done, stream.isatty()

    def step(self, bad: int) -> None:
        """One line more."""
        self._done += 1
        if self._shown:
            self._stream.write(f"\r{self._done} answered, {bad} bad\x1b[K")
            self._stream.flush()

    def end(self) -> None:
        """Leaves the last count standing."""
        if self._shown and self._done:
            self._stream.write("\n")


def _input(path: str) -> AbstractContextManager[IO[bytes]]:
    """The requests; the file is opened at once, so that a wrong path is told before any work."""
    return nullcontext(sys.stdin.buffer) if path == "-" else _opened(path, "rb")


def _opened(path: str, mode: str) -> IO[bytes]:
    try:
        return Path(path).open(mode)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError([Problem(path, f"cannot be opened ({reason}): check the path")]) from None


def _finished(path: Path) -> tuple[list[str | None], int]:
    """The ids that an earlier run has answered, and how many of its answers are problems; half a line at the end is cut off."""
    from summarizer.web.batch import is_refusal

    if not path.is_file():
        return [], 0
    ids: list[str | None] = []
    bad = whole = 0
    with _opened(str(path), "rb") as file:
        for line in file:
            if not line.endswith(b"\n") and line.startswith(b'{"id":'):
                break
            ids.append(_answered(line, str(path), len(ids) + 1))
            bad += is_refusal(line)
            whole += len(line)
    os.truncate(path, whole)
    return ids, bad


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


def _skip(lines: Iterator[bytes], done: list[str | None], output: str) -> None:
    """Passes over the requests that are answered; they must be the ones that the answers are for."""
    import orjson

    from summarizer.web.batch import id_of

    for number, id_ in enumerate(done, 1):
        line = next(lines, None)
        try:
            asked = None if line is None else id_of(orjson.loads(line))
        except orjson.JSONDecodeError:
            asked = None
        if line is None or asked != id_:
            raise InputError(
                [
                    Problem(
                        output,
                        f"line {number} answers another request than the input's: give another file, or remove it",
                    )
                ]
            )
