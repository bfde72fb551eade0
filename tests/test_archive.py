"""Batches over an archive: killed and taken up again, on one process or several, here or on a Dask cluster, to the same bytes."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.archive_cluster import cluster
from benchmarks.speed_texts import retold
from summarizer.cli import main
from summarizer.domain.text import Article

LINES = 16
COMMAND = [sys.executable, "-m", "summarizer.cli", "batch"]


def written(articles: tuple[Article, ...], id_: str) -> str:
    rows = [{"source": a.source, "title": a.title, "text": a.text} for a in articles]
    return json.dumps({"id": id_, "articles": rows})


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Bundles of three articles; one line in twelve is broken."""
    path = tmp_path_factory.mktemp("archive") / "in.ndjson"
    lines = [written(retold(n, n)[:3], f"b{n}") if n % 12 != 7 else '{"id": "bad' for n in range(LINES)]
    path.write_text("\n".join(lines) + "\n")
    return path


@pytest.fixture(scope="module")
def whole(archive: Path) -> bytes:
    """What one worker writes in one run."""
    path = archive.with_name("whole.ndjson")
    assert main(["batch", str(archive), "-o", str(path), "--workers", "1"]) == 1
    return path.read_bytes()


def wait_for(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.05)


def lines_in(path: Path) -> int:
    return path.read_bytes().count(b"\n") if path.exists() else 0


def descendants(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [d for child in found for d in (int(child), *descendants(int(child)))]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_an_archive_has_one_answer_a_line(whole: bytes) -> None:
    """Broken lines have theirs too, in their places."""
    answers = [json.loads(line) for line in whole.splitlines()]
    assert [a["id"] for a in answers] == [None if n % 12 == 7 else f"b{n}" for n in range(LINES)]


def test_several_workers_write_the_same_bytes(archive: Path, whole: bytes, tmp_path: Path) -> None:
    """Who worked on a line shows nowhere."""
    assert main(["batch", str(archive), "-o", str(tmp_path / "out"), "--workers", "3"]) == 1
    assert (tmp_path / "out").read_bytes() == whole


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked up in /proc")
def test_a_killed_run_goes_on_and_leaves_nobody_behind(archive: Path, whole: bytes, tmp_path: Path) -> None:
    """kill -9 loses no line, repeats none, and its workers end by themselves."""
    output = tmp_path / "out"
    run = subprocess.Popen([*COMMAND, str(archive), "-o", str(output), "--workers", "2"])  # noqa: S603 - our own command
    wait_for(lambda: lines_in(output) >= 3)
    workers = descendants(run.pid)
    run.send_signal(signal.SIGKILL)
    run.wait()
    assert 3 <= lines_in(output) < LINES
    assert whole.startswith(output.read_bytes())
    wait_for(lambda: not any(is_running(w) for w in workers), 15)
    assert main(["batch", str(archive), "-o", str(output)]) == 1
    assert output.read_bytes() == whole


def test_a_cluster_that_loses_a_worker_writes_the_same_bytes(archive: Path, whole: bytes, tmp_path: Path) -> None:
    """A real scheduler, three worker processes, one of them killed in the middle."""
    pytest.importorskip("distributed")
    output = tmp_path / "out"
    with cluster(3, tmp_path) as (address, workers):
        run = subprocess.Popen([*COMMAND, str(archive), "-o", str(output), "--scheduler", address])  # noqa: S603 - our own command
        wait_for(lambda: lines_in(output) >= 3)
        assert lines_in(output) < LINES
        workers[-1].kill()
        assert run.wait(120) == 1
    assert output.read_bytes() == whole


def test_a_cluster_that_is_not_there_is_told(archive: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One line, and the option's name in it."""
    pytest.importorskip("distributed")
    assert main(["batch", str(archive), "--scheduler", "nonsense://127.0.0.1:1"]) == 2
    assert capfd.readouterr().err.startswith("summarizer: --scheduler: no Dask scheduler answers at nonsense")
    assert main(["batch", str(archive), "--scheduler", "tcp://127.0.0.1:1", "--workers", "2"]) == 2
    assert capfd.readouterr().err.startswith("summarizer: --workers: a cluster has its own")
