"""What an archive costs: many bundles through `summarizer batch`, bundles an hour a core, and the memory at ten points on the way.

    python -m benchmarks.archive [--bundles 5000] [--articles 4] [--workers N]

The bundles are the samples', each retold with other names and numbers, so that no two are alike and no cache knows them. An hour a core is
reckoned in seconds of processor of all processes together, which a busy machine does not change much.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speed_texts import retold
from summarizer.cli.pools import cores

LOOKS = 10
SETTLED = 0.4  # share of the way from which the memory is to be flat: until then caches fill


def main() -> int:
    """Runs the batch and prints; 1 where memory grows by more than a tenth after the caches have filled."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bundles", type=int, default=5000)
    parser.add_argument("--articles", type=int, default=4)
    parser.add_argument("--workers", type=int, default=cores())
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "in.ndjson", Path(folder) / "out.ndjson"
        _write(source, given.bundles, given.articles)
        command = [
            sys.executable,
            "-m",
            "summarizer.cli",
            "batch",
            str(source),
            "-o",
            str(output),
            "--workers",
            str(given.workers),
        ]
        before = _processor()
        began = time.monotonic()
        run = subprocess.Popen(command)  # noqa: S603 - our own command
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
    return 1 if grown > 0.1 or run.returncode else 0


def _write(path: Path, bundles: int, articles: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number in range(bundles):
            chosen = retold(number + 1, number)[:articles]
            rows = [{"source": a.source, "title": a.title, "text": a.text} for a in chosen]
            file.write(json.dumps({"id": f"b{number}", "articles": rows}) + "\n")


def _watched(run: subprocess.Popen[bytes], output: Path, bundles: int) -> float:
    """Prints the memory of all processes now and then; by what share it grew between SETTLED and the end."""
    seen: list[tuple[int, float]] = []
    done = size = 0
    while run.poll() is None:
        time.sleep(0.5)
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


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main())
