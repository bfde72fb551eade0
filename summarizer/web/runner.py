"""Runs jobs in threads of a server process, each in an engine process of its own; takes up what a runner that died left behind."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

from summarizer.schemas.stored import from_stored
from summarizer.settings import Settings
from summarizer.web.batch import answer, refused_line
from summarizer.web.engine import Engine, EngineError
from summarizer.web.jobs import Claim, Job, Jobs, storage_errors
from summarizer.web.metrics import Metrics
from summarizer.web.problems import counted, problem_body
from summarizer.web.work import merged

LOG = logging.getLogger("summarizer.web")
BEAT_SECONDS = 1.0  # how often a runner says that it lives, and looks whether its job is still wanted
LEASE_SECONDS = 10.0  # a claim that has not been renewed for so long is of a runner that died
SWEEP_SECONDS = 2.0
IDLE_SECONDS = 0.5  # between two looks into an empty queue
PAUSE_SECONDS = 5.0  # after the storage could not be reached
MOST_TRIES = 10  # a job that has been begun so often without an end is what kills its runners
DEATHS = 3  # engine processes that one answer may cost
EVENT = "summarizer_jobs_total"


class Runner:
    """The threads of one process that run jobs."""

    def __init__(self, settings: Settings, jobs: Jobs, metrics: Metrics) -> None:
        self._settings, self._jobs, self._metrics = settings, jobs, metrics
        self._engine = Engine(
            max(1, settings.job_workers), 0, lambda why: metrics.happened("summarizer_engine_ended_total", why)
        )
        self._stopping = threading.Event()
        self._called = threading.Event()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        jobs.run = self.run

    def start(self) -> None:
        """Begins to run what waits; does nothing where it has begun."""
        with self._lock:
            if self._threads or self._stopping.is_set() or not self._settings.job_workers:
                return
            logging.getLogger("huey").setLevel(logging.WARNING)
            targets = [self._work] * self._settings.job_workers + [self._keep]
            self._threads = [threading.Thread(target=t, name="jobs", daemon=True) for t in targets]
            for thread in self._threads:
                thread.start()

    def call(self) -> None:
        """Tells the threads that a job waits."""
        self._called.set()

    def stop(self) -> None:
        """Ends the threads; a job that is at work goes back to the queue."""
        self._stopping.set()
        self._called.set()
        with self._lock:
            for thread in self._threads:
                thread.join(timeout=LEASE_SECONDS)
            self._threads = []
        self._engine.close()

    def run(self, id_: str) -> None:
        """Runs a job, unless another does or it has ended."""
        job = self._jobs.find(id_)
        if job is None or self._jobs.end(id_) is not None:
            return
        claim = self._jobs.take(id_)
        if claim is None:
            return
        if self._jobs.tries(id_) > MOST_TRIES:
            self._finish(job, "failed", problem_body(500, f"begun {MOST_TRIES} times without an end: please report it"))
            return
        _Run(self._jobs, job, claim, self._stopping).do(self)

    def answers(self, job: Job, body: bytes, run: _Run) -> dict[str, object] | None:
        """Every answer of a job that there is not yet; the problem where the job as a whole has failed."""
        if job.kind == "merge":
            return self._merge(job, body, run)
        for number, line in enumerate(_lines(body)):
            if not self._jobs.answer(job.id, number):
                self._jobs.put_answer(job.id, number, self._line(line, run))
            run.done = number + 1
        return None

    def _merge(self, job: Job, body: bytes, run: _Run) -> dict[str, object] | None:
        if self._jobs.answer(job.id, 0):
            return None
        try:
            found = self._computed(run, body, job.media_type)
        except EngineError as error:
            if error.why == "stopped":
                raise
            return problem_body(500 if error.why == "failed" else 503, error.detail)
        if isinstance(found, tuple):
            return problem_body(422, counted(found), found)
        self._jobs.put_answer(job.id, 0, found)
        return None

    def _computed(self, run: _Run, body: bytes, media_type: str) -> bytes | tuple[object, ...]:
        wanted = from_stored(body)
        return self._insisted(lambda: self._engine.run_patiently(self._settings.job_seconds, run.over, merged, wanted, media_type))

    def _line(self, line: bytes, run: _Run) -> bytes:
        return b""
