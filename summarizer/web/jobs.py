"""Jobs: where requests wait, how far each one is, and what came of it; kept in SQLite or Redis by huey's storage.

Nothing that is written is ever changed but a claim, so no two processes can undo one another's work: a job, its body,
each answer and its end are put once (`put_if_empty`), and what a job's state is follows from which of them are there.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

import orjson
from huey import Huey, RedisHuey, SqliteHuey
from huey.constants import EmptyData

from summarizer.errors import UnsupportedError
from summarizer.settings import Settings, variable

NAME = "summarizer"
REDIS = ("redis://", "rediss://", "unix://")
TASK = "run_job"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What was asked for, without the articles."""

    id: str
    kind: str  # merge or batch
    media_type: str
    total: int  # answers to come
    created: float
    owner: str = ""  # digest of the key that it was sent with
    key: str = ""  # digest of its Idempotency-Key
    asked: str = ""  # digest of all that was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """What became of a job: done, failed or cancelled."""

    state: str
    at: float
    problem: dict[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who runs a job, and how far they are; `beat` grows as long as they live."""

    runner: str
    beat: int = 0
    done: int = 0


@dataclass(frozen=True, slots=True)
class Ledger:
    """All jobs at one moment, by their ids."""

    jobs: Mapping[str, Job]
    ends: Mapping[str, End]
    claims: Mapping[str, Claim]


def storage_errors() -> tuple[type[Exception], ...]:
    """What the storage raises when it cannot be reached."""
    try:
        from redis.exceptions import RedisError
    except ImportError:
        return (sqlite3.Error, OSError)
    return (sqlite3.Error, OSError, RedisError)


class Jobs:
    """The jobs that are kept at one address; opened by each process when it first needs them."""

    def __init__(self, settings: Settings) -> None:
        self._at, self._opened_by = settings.jobs_at, 0
        self._lock = threading.Lock()
        self._queue: Any = None
        self._records: Any = None
        self._enqueue: Callable[[str], object] = lambda _: None
        self.run: Callable[[str], None] = lambda _: None

    def add(self, job: Job, body: bytes) -> str:
        """Takes a job; its id, or that of the one which had its Idempotency-Key first."""
        self._open()
        self._queue.storage.put_if_empty(f"body:{job.id}", body)
        self._records.put_if_empty(f"job:{job.id}", orjson.dumps(asdict(job)))
        if job.key and not self._records.put_if_empty(f"key:{job.key}", job.id.encode()):
            self.forget(job)
            return self.with_key(job.key)
        self._enqueue(job.id)
        return job.id

    def with_key(self, key: str) -> str:
        """The id of the job that has this Idempotency-Key; empty if none has."""
        self._open()
        return self._raw(self._records, f"key:{key}").decode() if key else ""

    def find(self, id_: str) -> Job | None:
        """The job of that id, if there is one."""
        found = self._record(f"job:{id_}")
        return Job(**found) if found else None

    def end(self, id_: str) -> End | None:
        """What became of a job, once that is known."""
        found = self._record(f"end:{id_}")
        return End(**found) if found else None

    def claim(self, id_: str) -> Claim | None:
        """Who runs a job, if anybody does."""
        found = self._record(f"run:{id_}")
        return Claim(**found) if found else None

    def take(self, id_: str) -> Claim | None:
        """A claim on a job that nobody else has one on."""
        self._open()
        claim = Claim(runner=secrets.token_hex(8))
        return claim if self._records.put_if_empty(f"run:{id_}", orjson.dumps(asdict(claim))) else None

    def hold(self, id_: str, claim: Claim) -> None:
        """Renews a claim."""
        self._open()
        self._records.put_data(f"run:{id_}", orjson.dumps(asdict(claim)))

    def again(self, id_: str) -> None:
        """Puts a job whose runner is gone at the end of the queue."""
        self._open()
        self._records.delete_data(f"run:{id_}")
        self._enqueue(id_)

    def tries(self, id_: str) -> int:
        """How often a job has been begun, this time included."""
        self._open()
        return int(self._records.incr(f"tries:{id_}"))

    def body(self, id_: str) -> bytes:
        """What the job was sent with; empty once it has ended."""
        self._open()
        return self._raw(self._queue.storage, f"body:{id_}")

    def answer(self, id_: str, number: int) -> bytes:
        """One answer; empty if there is none."""
        self._open()
        return self._raw(self._queue.storage, f"answer:{id_}:{number}")

    def put_answer(self, id_: str, number: int, answer: bytes) -> None:
        """Keeps an answer, unless there is one."""
        self._open()
        self._queue.storage.put_if_empty(f"answer:{id_}:{number}", answer)

    def finish(self, job: Job, state: str, problem: dict[str, object] | None = None) -> bool:
        """Ends a job, unless it has ended: whether this did it. The articles that it was sent with go at once."""
        self._open()
        end = End(state=state, at=time.time(), problem=problem)
        first: bool = self._records.put_if_empty(f"end:{job.id}", orjson.dumps(asdict(end)))
        if first:
            self._queue.storage.delete_data(f"body:{job.id}")
            if state != "done":
                self._drop_answers(job)
        return first

    def forget(self, job: Job) -> None:
        """Removes all that there is of a job; its record last, so that what is cut short is done again."""
        self._open()
        self._drop_answers(job)
        self._queue.storage.delete_data(f"body:{job.id}")
        self._records.delete_counter(f"tries:{job.id}")
        for kind in ("run", "end"):
            self._records.delete_data(f"{kind}:{job.id}")
        if self.with_key(job.key) == job.id:
            self._records.delete_data(f"key:{job.key}")
        self._records.delete_data(f"job:{job.id}")

    def ledger(self) -> Ledger:
        """All jobs, ends and claims."""
        self._open()
        found: dict[str, dict[str, Any]] = {"job": {}, "end": {}, "run": {}}
        for name, value in self._records.result_items().items():
            kind, _, id_ = (name.decode() if isinstance(name, bytes) else name).partition(":")
            if kind in found:
                found[kind][id_] = orjson.loads(value)
        return Ledger(
            jobs={i: Job(**v) for i, v in sorted(found["job"].items(), key=lambda row: (row[1]["created"], row[0]))},
            ends={i: End(**v) for i, v in found["end"].items()},
            claims={i: Claim(**v) for i, v in found["run"].items()},
        )

    def waiting(self) -> int:
        """How many jobs wait to be run."""
        self._open()
        return int(self._queue.pending_count())

    def waiting_ids(self) -> frozenset[str]:
        """Which jobs wait to be run."""
        self._open()
        return frozenset(str(task.args[0]) for task in self._queue.pending())

    def run_next(self) -> bool:
        """Runs the job that has waited longest; False where none waits."""
        self._open()
        task = self._queue.dequeue()
        if task is None:
            return False
        self._queue.execute(task)
        return True

    def close(self) -> None:
        """Closes the connections of this process."""
        with self._lock:
            if self._opened_by == os.getpid():
                self._queue.storage.close()
                self._records.close()
            self._opened_by = 0

    def _drop_answers(self, job: Job) -> None:
        for number in range(job.total):
            self._queue.storage.delete_data(f"answer:{job.id}:{number}")

    def _record(self, name: str) -> dict[str, Any] | None:
        self._open()
        found = self._raw(self._records, name)
        return cast("dict[str, Any]", orjson.loads(found)) if found else None

    def _raw(self, storage: Any, name: str) -> bytes:
        found = storage.peek_data(name)
        return b"" if found is EmptyData or found is None else bytes(found)

    def _open(self) -> None:
        """A connection is never carried over into a forked process."""
        with self._lock:
            if self._opened_by == os.getpid():
                return
            queue = _huey(self._at, NAME)
            self._records = _huey(self._at, f"{NAME}_records").storage
            self._enqueue = queue.task(name=TASK)(self._run)
            self._queue, self._opened_by = queue, os.getpid()

    def _run(self, id_: str) -> None:
        """A connection that fails is the store's trouble, not the job's: the keeper will bring the job back."""
        self.run(id_)


def new_id() -> str:
    """An id that cannot be guessed."""
    return secrets.token_hex(16)


def result_of(jobs: Jobs, job: Job) -> Iterator[bytes]:
    """The answers of a job that is done, in order."""
    for number in range(job.total):
        yield jobs.answer(job.id, number)


def _huey(at: str, name: str) -> Huey:
    if at.startswith(REDIS):
        try:
            import redis as _  # noqa: F401 - asked for here, so that the message says what to do
        except ImportError:
            raise UnsupportedError(
                f"{variable('jobs_at')} names a Redis, but its client is not installed: pip install summarizer[redis]"
            ) from None
        return RedisHuey(name, url=at, results=False)
    path = Path(at).expanduser()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):  # others on the machine must not read unpublished copy
        os.close(
            os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
        )  # never a file in use: SQLite would lose its locks
    huey = SqliteHuey(name, filename=str(path), results=False, timeout=20)
    huey.storage.sql("pragma secure_delete = on")  # what is deleted is overwritten too
    return huey
