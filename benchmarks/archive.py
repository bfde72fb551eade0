"""What an archive costs: many bundles through `summarizer batch`, bundles an hour a core, and the memory at ten points on the way.

    python -m benchmarks.archive [--bundles 5000] [--articles 4] [--characters N] [--workers N] [--kill] [--cluster WORKERS]

The bundles are the samples', each retold with other names and numbers, so that no two are alike and no cache knows them; --characters cuts
their texts. An hour a core is reckoned in seconds of processor of all processes together, which a busy machine does not change much. With
--kill the same batch is run once more, ended by SIGKILL when a third is done and taken up again; with --cluster it is run on the workers of
a Dask cluster made for it (benchmarks/archive_cluster.py), one of which is killed at a third: both have to write the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.archive_cluster import cluster
from benchmarks.speed_texts import retold
from summarizer.cli.pools import cores

LOOKS = 10
SETTLED = 0.4  # share of the way from which the memory is to be flat: until then caches fill
PAUSE = 0.2  # seconds between two looks at the output
COMMAND = (sys.executable, "-m", "summarizer.cli", "batch")


def main() -> int:
    """Runs the batch and prints; 1 where memory grows by more than a tenth after the caches have filled, or bytes differ."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundles", type=int, default=5000)
    parser.add_argument("--articles", type=int, default=4)
    parser.add_argument("--characters", type=int, help="of each text, at most")
    parser.add_argument("--workers", type=int, default=cores())
    parser.add_argument("--kill", action="store_true", help="run it again, with a kill -9 on the way")
    parser.add_argument(
        "--cluster", type=int, metavar="WORKERS", help="run it again on a Dask cluster that loses a worker"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.ndjson"
        _write(source, given)
        whole = source.with_name("whole.ndjson")
        failed = _measured(source, whole, given)
        if given.kill:
            failed |= _killed(source, whole, given)
        if given.cluster:
            failed |= _clustered(source, whole, given)
    return int(failed)


def _write(path: Path, given: argparse.Namespace) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(given.bundles):
            chosen = retold(number + 1, number)[: given.articles]
            rows = [{"source": a.source, "title": a.title, "text": a.text[: given.characters]} for a in chosen]
            file.write(json.dumps({"id": f"b{number}", "articles": rows}) + "\n")


def _measured(source: Path, output: Path, given: argparse.Namespace) -> bool:
    """The whole run; whether it failed."""
    before = _processor()
    began = time.monotonic()
    run = _started(source, output, "--workers", str(given.workers))
    grown = _watched(run, output, given.bundles)
    took, spent = time.monotonic() - began, _processor() - before
    print(
        f"{given.bundles} bundles of {given.articles} articles, {given.workers} workers, exit status {run.returncode}"
    )
    print(f"{took:.0f} s on the clock, {spent:.0f} s of processor: {1000 * spent / given.bundles:.0f} ms a bundle")
    print(f"bundles an hour a core: {3600 * given.bundles / spent:.0f}")
    print(
        f"answers: {output.stat().st_size / 1e6:.0f} MB; memory after the caches filled grew by {100 * grown:.1f} per cent"
    )
    return grown > 0.1 or run.returncode != 0


def _killed(source: Path, whole: Path, given: argparse.Namespace) -> bool:
    """The run with a kill -9 on the way; whether it wrote other bytes."""
    output = source.with_name("killed.ndjson")
    run = _started(source, output, "--workers", str(given.workers))
    done = _wait(run, output, given.bundles // 3)
    run.send_signal(signal.SIGKILL)
    run.wait()
    took_up = _started(source, output, "--workers", str(given.workers)).wait()
    same = took_up == 0 and _digest(output) == _digest(whole)
    print(
        f"killed at {done} bundles and taken up: {'the same bytes' if same else 'OTHER BYTES'}, exit status {took_up}"
    )
    return not same


def _clustered(source: Path, whole: Path, given: argparse.Namespace) -> bool:
    """The run on a cluster that loses a worker; whether it wrote other bytes."""
    output = source.with_name("cluster.ndjson")
    with cluster(given.cluster, source.parent) as (address, workers):
        began = time.monotonic()
        run = _started(source, output, "--scheduler", address)
        done = _wait(run, output, given.bundles // 3)
        workers[-1].kill()
        status = run.wait()
        took = time.monotonic() - began
    same = status == 0 and _digest(output) == _digest(whole)
    print(
        f"cluster of {given.cluster} workers, one killed at {done} bundles: {took:.0f} s on the clock, "
        f"{'the same bytes' if same else 'OTHER BYTES'}, exit status {status}"
    )
    return not same


def _started(source: Path, output: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([*COMMAND, str(source), "-o", str(output), *arguments])  # noqa: S603 - our own command


def _wait(run: subprocess.Popen[bytes], output: Path, lines: int) -> int:
    """Waits until so many lines are written, or the run has ended; how many are."""
    while run.poll() is None:
        done = output.read_bytes().count(b"\n") if output.exists() else 0
        if done >= lines:
            return done
        time.sleep(PAUSE)
    raise SystemExit(f"the batch ended before {lines} lines were written")


def _watched(run: subprocess.Popen[bytes], output: Path, bundles: int) -> float:
    """Prints the memory of all processes now and then; by what share it grew between SETTLED and the end."""
    seen: list[tuple[int, float]] = []
    done = size = 0
    while run.poll() is None:
        time.sleep(PAUSE)
        if output.exists():
            with output.open("rb") as file:
                file.seek(size)
                for line in file:
                    if line.endswith(b"\n"):
                        done, size = done + 1, size + len(line)
        if done >= bundles * (len(seen) + 1) / LOOKS and done < bundles:
            seen.append((done, _memory(run.pid)))
            print(f"{seen[-1][0]:8} bundles {seen[-1][1]:8.0f} MB", flush=True)
    settled = [m for n, m in seen if n >= SETTLED * bundles]
    return settled[-1] / settled[0] - 1 if len(settled) > 1 else 0.0


def _memory(pid: int) -> float:
    """Megabytes of a process and its children that are their own (proportional, so that what is shared counts once)."""
    total = 0
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            total = int(line.split()[1]) // 1000
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return total + sum(_memory(int(child)) for child in children)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
