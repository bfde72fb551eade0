"""A Dask cluster on this machine: a scheduler and workers as processes of their own, ended with the block that they are for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 60  # until the scheduler and its workers have to be there


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The scheduler's address and the worker processes, of one thread each. Raises TimeoutError where they do not come up."""
    file = folder / "scheduler.json"
    running = [_started("scheduler", file, "--host", "127.0.0.1", "--port", "0")]
    own = ("--no-nanny", "--nthreads", "1", "--host", "127.0.0.1", "--local-directory", str(folder))
    try:
        _wait_for(file)
        running += [_started("worker", file, *own) for _ in range(workers)]
        address = str(json.loads(file.read_text())["address"])
        _wait_for_workers(address, workers)
        yield address, running[1:]
    finally:
        for process in running:
            process.kill()
            process.wait()


def _started(what: str, file: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--scheduler-file", str(file), "--no-dashboard"]
    environment = os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "false"}
    return subprocess.Popen([*command, *arguments], env=environment, stderr=subprocess.DEVNULL)  # noqa: S603 - ours


def _wait_for(file: Path) -> None:
    end = time.monotonic() + SECONDS
    while not file.exists():
        if time.monotonic() > end:
            raise TimeoutError("the scheduler did not come up")
        time.sleep(0.05)


def _wait_for_workers(address: str, workers: int) -> None:
    from distributed import Client

    with Client(address) as client:  # type: ignore[no-untyped-call]  # theirs
        client.wait_for_workers(workers, timeout=SECONDS)
