"""The server as a process over a socket."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from email.message import Message
from pathlib import Path

import pytest

from summarizer.settings import Settings
from summarizer.web.serving import gunicorn_options

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn needs POSIX")


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"PYTHONWARNINGS": "default"}) as process:  # noqa: S603 - our own code
        yield process
        process.kill()


def answer(port: int, path: str) -> int:
    for _ in range(600):  # a busy machine takes its time to load the word lists
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as response:
                return int(response.status)
        except OSError:
            time.sleep(0.1)
    return 0


@pytest.mark.slow
def test_it_serves_and_ends_when_told(server: subprocess.Popen[bytes], port: int) -> None:
    """SIGTERM ends it with status 0, as a process manager expects."""
    assert answer(port, "/readyz") == 200
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=20) == 0


def test_an_ipv6_address_is_put_in_brackets() -> None:
    """Or its last group would be taken for the port."""
    assert gunicorn_options(Settings(host="::1", port=80))["bind"] == "[::1]:80"


HEAVY = json.dumps(
    {
        "articles": [
            {
                "source": name,
                "text": " ".join(f"Police closed bridge {i} on March {1 + i % 28}. {i} were hurt." for i in range(n)),
            }
            for name, n in (("The Dale Gazette", 250), ("Valley Wire", 260))
        ]
    }
).encode()


@contextmanager
def serving(port: int, jobs: Path, *, workers: int = 1) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", str(workers)]
    surroundings = os.environ | {"SUMMARIZER_JOBS_AT": str(jobs / "jobs.db")}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=surroundings) as process:  # noqa: S603 - our own code
        try:
            assert answer(port, "/readyz") == 200
            yield process
        finally:
            process.kill()


def sent(port: int, path: str, body: bytes | None = None, **headers: str) -> tuple[int, Message, bytes]:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", body, headers)
    with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310 - our own address
        return response.status, response.headers, response.read()


@pytest.mark.slow
def test_a_request_at_work_is_answered_before_the_end(port: int, tmp_path: Path) -> None:
    """SIGTERM lets it finish; whoever deploys must not lose what was taken."""
    with serving(port, tmp_path) as process, ThreadPoolExecutor(1) as client:
        at_work = client.submit(sent, port, "/v1/merge", HEAVY, **{"Content-Type": "application/json"})
        time.sleep(0.3)
        process.send_signal(signal.SIGTERM)
        assert at_work.result()[0] == 200
        assert process.wait(timeout=30) == 0


@pytest.mark.slow
def test_every_worker_tells_the_same_counts(port: int, tmp_path: Path) -> None:
    """Whichever of them a scrape meets."""
    with serving(port, tmp_path, workers=3):
        for _ in range(30):
            sent(port, "/healthz")
        for _ in range(10):
            assert b'route="/healthz",method="GET",status="200"} 30\n' in sent(port, "/metrics")[2]


@pytest.mark.slow
def test_jobs_outlive_their_workers(port: int, tmp_path: Path) -> None:
    """kill -9 of every process below the server's: each job ends, and once."""
    headers = {"Content-Type": "application/json", "Prefer": "respond-async"}
    with serving(port, tmp_path) as process:
        places = [sent(port, "/v1/merge", HEAVY, **headers)[1]["Location"] for _ in range(4)]
        time.sleep(0.5)
        for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)
        assert answer(port, "/readyz") == 200
        for place in places:
            for _ in range(600):
                job = json.loads(sent(port, place)[2])
                if job["state"] == "done":
                    break
                time.sleep(0.1)
            assert job["state"] == "done"
        assert b'summarizer_jobs_total{state="done"} 4\n' in sent(port, "/metrics")[2]


@pytest.mark.slow
def test_a_batch_is_answered_line_by_line(port: int, tmp_path: Path) -> None:
    """The answer to a line is there before the next line is sent, and the body comes in chunks."""
    line = b'{"articles":[{"source":"A","text":"12 hurt."},{"source":"B","text":"14 hurt."}]}\n'
    with serving(port, tmp_path), socket.create_connection(("127.0.0.1", port), timeout=20) as client:
        client.sendall(
            b"POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        for number in range(1, 4):
            client.sendall(b"%x\r\n%s\r\n" % (len(line), line))
            come = b""
            while b'"report"' not in come:
                come += client.recv(65_536)
            assert come.count(b'"report"') == 1, number
        client.sendall(b"0\r\n\r\n")
        rest = b""
        while not rest.endswith(b"0\r\n\r\n"):
            rest += client.recv(65_536)
