"""A real server to measure: settings in, its address out for as long as it is wanted."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

STARTED = 60.0  # seconds; on a busy machine the word lists take some of them to load


@contextmanager
def serving(settings: Mapping[str, object], *, workers: int = 2) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address and the process of `summarizer serve` with jobs in a folder of its own; `settings` by their names."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("wb") as log:
        chosen = {"jobs_at": f"{folder}/jobs.db"} | dict(settings)
        surroundings = os.environ | {f"SUMMARIZER_{n.upper()}": str(v) for n, v in chosen.items()}
        command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", str(workers)]
        with subprocess.Popen(command, stderr=log, env=surroundings) as process:  # noqa: S603 - our own code
            try:
                address = f"http://127.0.0.1:{port}"
                _wait(address, process)
                yield address, process
            finally:
                process.terminate()
                process.wait(timeout=90)
            _show_failures(Path(folder) / "log")


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + STARTED
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/readyz", timeout=5) as answer:  # noqa: S310 - our own address
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _show_failures(log: Path) -> None:
    """What the server said that was no answer to a request."""
    for line in log.read_text(errors="replace").splitlines():
        if " ERROR " in line or "Traceback" in line:
            print("server:", line)
