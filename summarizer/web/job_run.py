"""One run of one job: its body in, its answers and its end into the store; what is there already is not done again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from summarizer.schemas.stored import from_stored
from summarizer.settings import Settings
from summarizer.web.batch import answer, refusal
from summarizer.web.engine import Engine, EngineError
from summarizer.web.jobs import Claim, Job, Jobs
from summarizer.web.problems import counted, problem_body
from summarizer.web.work import merged

T = TypeVar("T")
BEAT_SECONDS = 1.0  # how often a run says that it lives, and looks whether its job is still wanted
DEATHS = 3  # engine processes that one answer may cost: one may be killed by chance, three are not


class JobRun:
    """A job that this process has a claim on."""

    def __init__(self, jobs: Jobs, job: Job, claim: Claim, stopping: threading.Event) -> None:
        self._jobs, self._job, self._claim, self._stopping = jobs, job, claim, stopping
        self._beaten = time.monotonic()
        self._unwanted = False

    def do(self, engine: Engine, settings: Settings) -> bool:
        """Gets every answer; whether this run ended the job. Raises EngineError, `stopped`, where it is not to go on."""
        body = self._jobs.body(self._job.id)
        if not body and self._job.kind == "merge":  # another run has ended it meanwhile
            return False
        if self._job.kind == "merge":
            problem = self._merge(body, engine, settings)
        else:
            problem = None
            self._batch(body, engine, settings)
        return self._jobs.finish(self._job, "failed" if problem else "done", problem)

    def _merge(self, body: bytes, engine: Engine, settings: Settings) -> dict[str, object] | None:
        """The problem, if it comes to one."""
        if self._jobs.answer(self._job.id, 0):
            return None
        wanted = from_stored(body)
        try:
            found = self._insisted(
                lambda: engine.run_patiently(settings.job_seconds, self._over, merged, wanted, self._job.media_type)
            )
        except EngineError as error:
            return _problem(error)
        if isinstance(found, tuple):
            return problem_body(422, counted(found), found)
        self._jobs.put_answer(self._job.id, 0, found)
        return None

    def _batch(self, body: bytes, engine: Engine, settings: Settings) -> None:
        for number, line in enumerate(lines_of(body)):
            if not self._jobs.answer(self._job.id, number):
                self._jobs.put_answer(self._job.id, number, self._line(line, engine, settings))
            self._claim = replace(self._claim, done=number + 1)
            if self._over():
                raise EngineError("stopped", "not wanted any more")

    def _line(self, line: bytes, engine: Engine, settings: Settings) -> bytes:
        try:
            return self._insisted(
                lambda: engine.run_patiently(settings.job_seconds, self._over, answer, line, settings)
            )
        except EngineError as error:
            return refusal(line, _problem(error))

    def _insisted(self, attempt: Callable[[], T]) -> T:
        """What comes of it, also where an engine process was killed meanwhile."""
        for _ in range(DEATHS - 1):
            try:
                return attempt()
            except EngineError as error:
                if error.why != "died":
                    raise
        return attempt()

    def _over(self) -> bool:
        """Whether to stop; renews the claim from time to time."""
        now = time.monotonic()
        if now - self._beaten >= BEAT_SECONDS:
            self._beaten = now
            self._claim = replace(self._claim, beat=self._claim.beat + 1)
            self._jobs.hold(self._job.id, self._claim)
            self._unwanted = self._jobs.end(self._job.id) is not None
        return self._unwanted or self._stopping.is_set()


def lines_of(body: bytes) -> list[bytes]:
    r"""The lines of a batch that ask for something.

    >>> lines_of(b'{"a": 1}\n\n {"b": 2}')
    [b'{"a": 1}', b' {"b": 2}']
    """
    return [line for line in body.split(b"\n") if line.strip()]


def _problem(error: EngineError) -> dict[str, object]:
    """What an error says to whoever asked; one that only says to stop is passed on."""
    if error.why == "stopped":
        raise error
    return problem_body(500 if error.why == "failed" else 503, error.detail)
