"""What the server answers where no request reaches the application, and how long it waits for one."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytestmark = [pytest.mark.skipif(sys.platform == "win32", reason="no gunicorn there"), pytest.mark.slow]
POST = b"POST /v1/merge HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
GET = b"GET /healthz HTTP/1.1\r\nHost: x\r\n"
PROBLEM = {"type", "title", "status", "detail", "instance", "request_id"}


@dataclass(frozen=True)
class Server:
    """Where it listens, and what it has logged."""

    port: int
    log: Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One worker that waits two seconds for a request."""
    folder = tmp_path_factory.mktemp("server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    surroundings = os.environ | {
        "SUMMARIZER_JOBS_AT": str(folder / "jobs.db"),
        "SUMMARIZER_RECEIVE_SECONDS": "2",
        "SUMMARIZER_THREADS": "4",
    }
    command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", "1"]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, stderr=log, env=surroundings) as process,  # noqa: S603 - our own code
    ):
        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=20).close()
                break
            except OSError:
                time.sleep(0.1)
        yield Server(port, folder / "log")
        process.kill()


def sent(server: Server, *pieces: bytes, gap: float = 0.0) -> tuple[int, bytes, bytes]:
    """Status, head and body of the answer to bytes on a connection."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        for piece in pieces:
            client.sendall(piece)
            time.sleep(gap)
        come = b""
        while b"\r\n\r\n" not in come or len(come) < len(come.split(b"\r\n\r\n")[0]) + 4 + _length(come):
            piece = client.recv(65_536)
            if not piece:
                break
            come += piece
    head, _, body = come.partition(b"\r\n\r\n")
    return int(head.split(b" ", 2)[1]), head, body


def _length(come: bytes) -> int:
    found = re.search(rb"(?i)content-length: (\d+)", come)
    return int(found[1]) if found else 0


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n", 400),
        (POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n", 400),
        (POST + b"Transfer-Encoding: rot13\r\n\r\n{}", 400),
        (POST + b"Content-Length: -1\r\n\r\n{}", 400),
        (POST + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400),
        (POST + b"Content-Length: 2\r\nExpect: a miracle\r\n\r\n{}", 417),
        (GET + b"X-Request-ID: a\0b\r\n\r\n", 400),
        (GET + b"X-Request-ID: a\r\n b\r\n\r\n", 400),
        (GET + b"SCRIPT_NAME: /elsewhere\r\n\r\n", 400),
        (GET + b"X-Long: " + b"x" * 9_000 + b"\r\n\r\n", 431),
        (GET + b"".join(b"X-%d: 1\r\n" % n for n in range(150)) + b"\r\n", 431),
        (b"GET /" + b"x" * 9_000 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET /healthz\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
    ],
)
def test_what_is_no_request_is_a_problem(server: Server, request_: bytes, status: int) -> None:
    """As every other error, and never a 500: a client that reads problems must not meet a page of HTML."""
    found, head, body = sent(server, request_)
    assert found == status
    assert b"Content-Type: application/problem+json" in head
    problem = json.loads(body)
    assert set(problem) >= PROBLEM
    assert problem["status"] == status
    assert f"X-Request-ID: {problem['request_id']}".encode() in head


def test_what_is_no_request_is_not_logged(server: Server) -> None:
    """A Content-Length that is too small makes the rest of an article the next request's first line."""
    body = b'{"articles": []}'
    sent(server, POST + b"Content-Length: %d\r\n\r\n" % len(body) + body + b"Unpublished copy of the bridge\r\n\r\n")
    sent(server, b"Unpublished copy of the bridge\r\n\r\n")
    written = server.log.read_text()
    assert "InvalidRequest" in written
    assert "Unpublished" not in written


def test_a_body_that_ends_too_early_is_refused(server: Server) -> None:
    """Also where what came is JSON by itself: half a request is none."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        client.sendall(POST + b'Content-Length: 500\r\n\r\n{"articles": []}')
        client.shutdown(socket.SHUT_WR)
        assert client.recv(65_536).startswith(b"HTTP/1.1 400")


@pytest.mark.parametrize(
    "request_", [POST + b"Content-Length: 900\r\n\r\n" + b"{" * 300, GET + b"X-Slow: " + b"x" * 400]
)
def test_what_comes_too_slowly_is_408(server: Server, request_: bytes) -> None:
    """A head or a body, byte by byte; with the time after which to try again."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        begun = time.monotonic()
        for at in range(0, len(request_), 5):
            try:
                client.sendall(request_[at : at + 5])
            except OSError:
                break
            time.sleep(0.1)
        answer = client.recv(65_536)
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"Retry-After: " in answer
    assert time.monotonic() - begun < 15


def test_slow_clients_do_not_hold_the_server_for_long(server: Server) -> None:
    """More of them than there are threads; and they keep their ends of the connections open."""
    slow = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(12)]
    for client in slow:
        client.sendall(POST + b"Content-Length: 900\r\n\r\n{")
    begun = time.monotonic()
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/healthz", timeout=30) as answer:
        assert answer.status == 200
    assert time.monotonic() - begun < 20
    for client in slow:
        client.close()


def test_a_batch_may_pause_but_not_stop(server: Server) -> None:
    """Lines a second apart are fine for longer than a request may take; one that never comes ends the batch, in order."""
    line = b'{"articles":[{"source":"A","text":"12 hurt."},{"source":"B","text":"14 hurt."}]}\n'
    head = b"POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as client:
        client.sendall(head)
        for _ in range(4):
            time.sleep(1)
            client.sendall(b"%x\r\n%s\r\n" % (len(line), line))
        come = b""
        while piece := client.recv(65_536):
            come += piece
    assert come.count(b'"report"') == 4
    assert come.count(b"HTTP/1.1") == 1
    assert b'"status":408' in come
    assert come.endswith(b"0\r\n\r\n")


def test_refusals_outside_the_application_are_counted(server: Server) -> None:
    """Whoever watches the service sees them."""
    sent(server, b"GET /healthz\r\n\r\n")
    with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/metrics", timeout=20) as answer:
        assert re.search(r'route="-",method="-",status="400"\} [1-9]', answer.read().decode())
