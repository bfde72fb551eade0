"""A real browser and a real Redis for the tests that need one, and a service on a port of its own to look at."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from summarizer.settings import Settings
from summarizer.web.app import create_app

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "NO BROWSER: the page was not tested"
NOTICE = """
**********************************************************************
*  NO BROWSER: the page was NOT tested.                              *
*  Install one (Debian: apt-get install chromium) and the test       *
*  libraries (pip install -e .[dev]), then run the tests again.      *
*  With SUMMARIZER_BROWSER=required this is a failure.               *
**********************************************************************
"""
NO_REDIS = "NO REDIS: jobs that several machines share were not tested"
REDIS_NOTICE = """
**********************************************************************
*  NO REDIS: jobs that several machines share were NOT tested.       *
*  Install a server (Debian: apt-get install redis-server), then run *
*  the tests again. With SUMMARIZER_REDIS=required this is a failure.*
**********************************************************************
"""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A line of dots and an s is easily overlooked."""
    skipped = [str(r.longrepr) for r in terminalreporter.stats.get("skipped", ())]
    for missing, notice in ((MISSING, NOTICE), (NO_REDIS, REDIS_NOTICE)):
        if any(missing in reason for reason in skipped):
            terminalreporter.write(notice, red=True, bold=True)


@pytest.fixture(scope="session")
def redis_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A Redis with nothing in it, that writes nothing; where there is no server, its tests are skipped, and a notice says so."""
    path = next((found for name in ("redis-server", "valkey-server") if (found := shutil.which(name))), None)
    if path is None:
        if os.environ.get("SUMMARIZER_REDIS") == "required":
            pytest.fail("no Redis: install redis-server")
        pytest.skip(NO_REDIS)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [path, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    folder = tmp_path_factory.mktemp("redis")
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - our own words
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.1)
        yield port
        process.terminate()


@pytest.fixture
def client() -> FlaskClient:
    """A service with its defaults, without a socket."""
    return create_app(Settings()).test_client()


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Headless Chromium; where none can be had, the tests that ask for it are skipped, and a notice says so."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        if os.environ.get("SUMMARIZER_BROWSER") == "required":
            pytest.fail("no browser: install chromium and the dev extra")
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        # a sandbox of its own is refused to a browser that root starts, as in a container
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of a service with its defaults."""
    app = create_app(Settings())
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"  # 127.0.0.1 is a secure context: the clipboard works
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["summarizer"].stop()
