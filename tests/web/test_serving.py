"""The server as a process over a socket."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

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
    for _ in range(100):
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
