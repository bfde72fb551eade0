"""Runs jobs in threads of a server process, and takes up what runners that died left behind, here or on another machine."""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field

from summarizer.settings import Settings
from summarizer.web.engine import START_SECONDS, Engine, EngineError
from summarizer.web.job_run import JobRun
from summarizer.web.jobs import Claim, Jobs, storage_errors
from summarizer.web.metrics import Metrics
from summarizer.web.problems import problem_body

LOG = logging.getLogger("summarizer.web")
LEASE_SECONDS = 10.0  # a claim that has not been renewed for so long is that of a runner that died
SWEEP_SECONDS = 2.0
IDLE_SECONDS = 0.5  # between two looks into an empty queue
PAUSE_SECONDS = 5.0  # after the storage could not be reached
MOST_TRIES = 10  # a job that has been begun so often without an end is what kills its runners
EVENT = "summarizer_jobs_total"


class Runner:
    """The threads of one process that run jobs."""

    def __init__(self, settings: Settings, jobs: Jobs, metrics: Metrics) -> None:
        self._settings, self._jobs, self._metrics = settings, jobs, metrics
        self._engine = Engine(
            max(1, settings.job_workers), 0, lambda why: metrics.happened("summarizer_engine_ended_total", why)
        )
        self._stopping, self._called = threading.Event(), threading.Event()
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
        """Ends the threads; a job at work goes back to the queue."""
        self._stopping.set()
        self._called.set()
        with self._lock:
            for thread in self._threads:
                thread.join(timeout=LEASE_SECONDS)
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
            detail = f"begun {MOST_TRIES} times and never ended: please report it"
            if self._jobs.finish(job, "failed", problem_body(500, detail)):
                self._metrics.happened(EVENT, "failed")
            return
        try:
            ended = JobRun(self._jobs, job, claim, self._stopping).do(self._engine, self._settings)
        except EngineError:
            if self._stopping.is_set():
                self._jobs.again(id_)
            return
        end = self._jobs.end(id_)
        if ended and end is not None:
            self._metrics.happened(EVENT, end.state)
            LOG.info("job %s %s", id_, end.state)

    def _work(self) -> None:
        with suppress(EngineError):  # a job taken before there is a process to run it would look left behind meanwhile
            self._engine.check(START_SECONDS)
        while not self._stopping.is_set():
            try:
                if self._jobs.run_next():
                    continue
            except storage_errors() as error:
                LOG.warning("the jobs cannot be reached: %s", type(error).__name__)
                self._stopping.wait(PAUSE_SECONDS)
            self._called.wait(IDLE_SECONDS)
            self._called.clear()

    def _keep(self) -> None:
        keeper = Keeper(self._jobs, self._settings.job_keep_seconds)
        while not self._stopping.wait(SWEEP_SECONDS):
            try:
                for id_ in keeper.sweep(time.monotonic(), time.time()):
                    self._metrics.happened(EVENT, "again")
                    LOG.warning("job %s was left behind: it runs again", id_)
            except storage_errors() as error:
                LOG.warning("the jobs cannot be reached: %s", type(error).__name__)
                self._stopping.wait(PAUSE_SECONDS)


@dataclass(slots=True)
class Keeper:
    """Looks after all jobs: one that nobody works on goes back to the queue, one that is old is removed.

    Whether a runner lives is told by its claim changing, so no two machines' clocks are compared.
    """

    jobs: Jobs
    keep_seconds: float
    seen: dict[str, tuple[Claim | None, float]] = field(default_factory=dict)

    def sweep(self, now: float, date: float) -> list[str]:
        """The ids of the jobs that were left behind; `now` is a steady clock's seconds, `date` the epoch's."""
        ledger = self.jobs.ledger()
        waiting = self.jobs.waiting_ids()
        left: list[str] = []
        seen: dict[str, tuple[Claim | None, float]] = {}
        for id_, job in ledger.jobs.items():
            end = ledger.ends.get(id_)
            if end is not None:
                if end.at + self.keep_seconds < date:
                    self.jobs.forget(job)
                continue
            claim = ledger.claims.get(id_)
            if claim is None and id_ in waiting:
                continue
            before, since = self.seen.get(id_, (claim, now))
            seen[id_] = (claim, since if before == claim else now)
            if now - seen[id_][1] >= LEASE_SECONDS:
                left.append(id_)
                self.jobs.again(id_)
                del seen[id_]
        self.seen = seen
        return left
