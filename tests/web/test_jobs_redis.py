"""Jobs in a Redis that several servers share."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.jobs import Job, Jobs, new_id
from summarizer.web.runner import LEASE_SECONDS, Keeper
from summarizer.web.service import NAME

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="gunicorn needs POSIX")
LINE = {
    "articles": [
        {"source": "The Dale Gazette", "text": "Police closed the bridge. 12 people were hurt."},
        {"source": "Valley Wire", "text": "Police closed the bridge. 14 people were hurt."},
    ]
}
LATER = {"Prefer": "respond-async"}


@pytest.fixture
def address(redis_port: int, request: pytest.FixtureRequest) -> str:
    """A database of Redis for each test."""
    tests = [i.name for i in request.session.items if i.fspath == request.node.fspath]
    return f"redis://127.0.0.1:{redis_port}/{tests.index(request.node.name)}"


@pytest.fixture
def jobs(address: str) -> Iterator[Jobs]:
    made = Jobs(Settings(jobs_at=address))
    yield made
    made.close()


def job(**fields: object) -> Job:
    return Job(
        **({"id": new_id(), "kind": "merge", "media_type": "application/json", "total": 1, "created": 1.0} | fields)
    )  # type: ignore[arg-type]


def test_what_is_put_once_stays(jobs: Jobs) -> None:
    """An answer, an end, a claim, a key: the first wins, whichever machine it is."""
    one, twin = job(key="k" * 64), job(key="k" * 64)
    assert jobs.add(one, b"body") == one.id
    assert jobs.add(twin, b"body") == one.id
    assert jobs.find(twin.id) is None
    assert jobs.take(one.id) is not None
    assert jobs.take(one.id) is None
    jobs.put_answer(one.id, 0, b"first")
    jobs.put_answer(one.id, 0, b"second")
    assert jobs.answer(one.id, 0) == b"first"
    assert jobs.finish(one, "done")
    assert not jobs.finish(one, "cancelled")
    assert jobs.body(one.id) == b""


def test_what_is_old_is_removed(jobs: Jobs) -> None:
    """All of it, so that no article stays in a Redis for ever."""
    one = job(key="k" * 64)
    jobs.add(one, b"body")
    ran: list[str] = []
    jobs.run = ran.append
    assert jobs.run_next()
    assert ran == [one.id]
    jobs.tries(one.id)
    jobs.take(one.id)
    jobs.put_answer(one.id, 0, b"answer")
    jobs.finish(one, "done")
    end = jobs.end(one.id)
    assert end is not None
    Keeper(jobs, 60).sweep(1.0, end.at + 61)
    assert jobs.find(one.id) is None
    connection = jobs._queue.storage.conn
    assert connection.keys("*") == []


def test_what_a_dead_runner_left_behind_runs_again(jobs: Jobs) -> None:
    """A claim that does not change for the length of a lease."""
    one = job()
    jobs.add(one, b"body")
    jobs.run = lambda _: None
    assert jobs.run_next()
    jobs.take(one.id)
    keeper = Keeper(jobs, 60)
    assert keeper.sweep(0.0, 100.0) == []
    assert keeper.sweep(LEASE_SECONDS, 100.0) == [one.id]
    assert jobs.waiting_ids() == {one.id}


def test_a_redis_that_is_gone_is_503(address: str) -> None:
    """And the service says that it is not ready."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        app = create_app(Settings(jobs_at=f"redis://127.0.0.1:{probe.getsockname()[1]}/0"))
        client = app.test_client()
        for response in (client.post("/v1/merge", json=LINE, headers=LATER), client.get("/readyz")):
            assert response.status_code == 503
            assert int(response.headers["Retry-After"]) > 0
        app.extensions[NAME].stop()


MANY = 800  # lines, so that the kill comes before the last of them also where they are quick


@pytest.mark.slow
def test_one_server_takes_and_another_runs_though_it_is_killed(address: str, tmp_path: Path) -> None:
    """kill -9 of the worker that is at it: every answer is there once, and whichever server is asked tells it."""
    lines = [json.dumps(LINE | {"id": f"l{n}"}) for n in range(MANY)]
    with serving(address, tmp_path / "a", runs=0) as taker, serving(address, tmp_path / "b", runs=1) as runner:
        place = sent(taker, "/v1/batch", "\n".join(lines).encode())
        while (shown := asked(taker, place))["state"] == "queued" or not shown["progress"]["done"]:
            time.sleep(0.02)
        killed = shown["progress"]["done"]
        for child in children(runner[1].pid):
            os.kill(child, signal.SIGKILL)
        while asked(taker, place)["state"] in ("queued", "running"):
            time.sleep(0.1)
        shown = asked(taker, place)
        assert shown["state"] == "done"
        assert killed < MANY
        assert [a["id"] for a in shown["result"]] == [f"l{n}" for n in range(MANY)]
        assert all(len(a["report"]["discrepancies"]) == 1 for a in shown["result"])
        assert asked(runner, place)["result"] == shown["result"]
        assert b'summarizer_jobs_total{state="again"} 1\n' in got(runner, "/metrics")


Server = tuple[int, "subprocess.Popen[bytes]"]


@contextmanager
def serving(address: str, folder: Path, *, runs: int) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    folder.mkdir()
    command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", "1"]
    chosen = {"SUMMARIZER_JOBS_AT": address, "SUMMARIZER_JOB_WORKERS": str(runs)}
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=folder, env=os.environ | chosen) as process:  # noqa: S603 - our own code
        try:
            for _ in range(300):
                try:
                    got((port, process), "/readyz")
                    break
                except OSError:
                    time.sleep(0.1)
            yield port, process
        finally:
            process.kill()


def children(process: int) -> list[int]:
    return [int(c) for c in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def sent(server: Server, path: str, body: bytes) -> str:
    headers = {"Content-Type": "application/x-ndjson"} | LATER
    request = urllib.request.Request(f"http://127.0.0.1:{server[0]}{path}", body, headers)
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 - our own address
        assert response.status == 202
        return str(response.headers["Location"])


def asked(server: Server, place: str) -> dict[str, object]:
    shown: dict[str, object] = json.loads(got(server, place))
    return shown


def got(server: Server, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{server[0]}{path}", timeout=30) as response:
        found: bytes = response.read()
    return found
