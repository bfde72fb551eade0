"""Where a batch is worked on: the cores of this machine, or the workers of a Dask cluster; an executor and its places out."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from summarizer.errors import InputError, Problem

MOST_PROCESSES = 256
CONNECT_SECONDS = 20  # a scheduler that does not answer by then is not there
ORPHANED_SECONDS = 1.0  # between two looks whether the process that hands out the work still lives


@contextmanager
def pool_at(scheduler: str | None, workers: int | None) -> Iterator[tuple[Executor, int]]:
    """The executor and how many lines it works on at once; without a scheduler, processes here, as many as there are cores."""
    if scheduler is not None:
        with _cluster(scheduler) as found:
            yield found
        return
    count = workers or min(cores(), MOST_PROCESSES)
    with ProcessPoolExecutor(max_workers=count, initializer=_watch, initargs=(os.getpid(),)) as pool:
        yield pool, count


def cores() -> int:
    """The cores that this process may use.

    >>> cores() >= 1
    True
    """
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def _watch(parent: int) -> None:
    """Ends a worker whose parent was killed: nobody else would."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more of them only spin: the matrices are small

    def look() -> None:
        while os.getppid() == parent:
            time.sleep(ORPHANED_SECONDS)
        os._exit(1)

    if hasattr(os, "fork"):  # elsewhere a process keeps the number of a dead parent
        threading.Thread(target=look, daemon=True).start()


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """The workers of a Dask cluster; a line whose worker dies goes to another."""
    try:
        from distributed import Client
    except ImportError:
        raise InputError(
            [Problem("--scheduler", "the extra dask is not installed: pip install 'summarizer[dask]'")]
        ) from None
    try:
        client = Client(address, timeout=CONNECT_SECONDS, name="summarizer")  # type: ignore[no-untyped-call]  # theirs
    except (OSError, ValueError) as error:
        detail = f"no Dask scheduler answers at {address[:100]} ({type(error).__name__}): check the address"
        raise InputError([Problem("--scheduler", detail)]) from None
    with client:
        _check_versions({str(k): str(v) for k, v in client.run(_version).items()})
        pool: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # theirs
        yield pool, max(1, sum(client.ncores().values()))  # type: ignore[no-untyped-call]  # theirs


def _version() -> str:
    """Run on each worker."""
    try:
        from summarizer.pipeline import VERSION
    except ImportError:
        return "none"
    return VERSION


def _check_versions(found: dict[str, str]) -> None:
    """Raises InputError where a worker would write other bytes than this machine."""
    own = _version()
    if not found:
        raise InputError([Problem("--scheduler", "the cluster has no workers: start some with `dask worker ADDRESS`")])
    problems = [
        Problem("--scheduler", f"the worker {worker} has summarizer {version}: install {own} there")
        for worker, version in sorted(found.items())
        if version != own
    ]
    if problems:
        raise InputError(problems)
