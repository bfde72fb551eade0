"""kill -9 of the server's worker at random moments of a run of jobs: every job ends, with the right answer, and once.

    .venv/bin/python -m benchmarks.service_kills [--jobs 200] [--kills 20] [--seed 1] [--at redis://127.0.0.1:6379/0]

After each kill the new worker has to end a job before the next one comes at its random moment, so that kills hit workers
at work: how many did shows in the jobs that ran again. A worker that is killed between a result and its count leaves
the result uncounted, so that the server may count fewer than there are, never more.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from benchmarks.service_load import ARTICLES
from benchmarks.service_server import serving
from summarizer.pipeline import merge
from summarizer.schemas import load_merge
from summarizer.settings import Settings

LONGEST = 900.0  # seconds
WORKING = 60.0  # seconds; on a busy machine a new worker takes some of them to start
_DONE = re.compile(r'summarizer_jobs_total\{state="(\w+)"\} (\d+)')


def main() -> int:
    """Sends the jobs, kills, and looks at what came of each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)  # noqa: S311 - to be drawn again
    with serving({"jobs_at": asked.at} if asked.at else {}, workers=1) as (address, process):
        begun = time.monotonic()
        places = [_sent(address, number) for number in range(asked.jobs)]
        for _ in range(asked.kills):
            _wait_for_an_end(address)
            time.sleep(chance.uniform(0.0, 1.0))
            for child in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split():
                with suppress(ProcessLookupError):
                    os.kill(int(child), signal.SIGKILL)
        results = [_result(address, place, begun + LONGEST) for place in places]
        told = _counts(address)
    right = sum(result == _known(number) for number, result in enumerate(results))
    print(f"{asked.jobs} jobs, {asked.kills} kills, {time.monotonic() - begun:.0f} s: {right} right results")
    print(f"as the server counts: {told}")
    fine = right == asked.jobs == told["taken"] == len(set(places)) and told["done"] <= asked.jobs
    return 0 if fine and not told["failed"] else 1


def _counts(address: str) -> dict[str, int]:
    return {state: int(count) for state, count in _DONE.findall(_got(address, "/metrics").decode())}


def _wait_for_an_end(address: str) -> None:
    """Until one job more has ended; not forever, as the last of them may have."""
    before, end = _counts(address)["done"], time.monotonic() + WORKING
    while time.monotonic() < end and _counts(address)["done"] == before:
        time.sleep(0.05)


def _asked(number: int) -> dict[str, object]:
    return {"id": f"job-{number}", "articles": ARTICLES, "options": {"sentences": 1 + number % 8}}


def _known(number: int) -> object:
    wanted = load_merge(_asked(number), Settings())
    return json.loads(json.dumps(merge(wanted.articles, wanted.options, id=wanted.id).to_dict()))


def _sent(address: str, number: int) -> str:
    headers = {"Content-Type": "application/json", "Prefer": "respond-async", "Idempotency-Key": f"k{number}"}
    request = urllib.request.Request(f"{address}/v1/merge", json.dumps(_asked(number)).encode(), headers)  # noqa: S310 - our own address
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - our own address
        return str(answer.headers["Location"])


def _result(address: str, place: str, end: float) -> object:
    """The result of a job that is done; else how it ended, or that it did not."""
    while time.monotonic() < end:
        shown = json.loads(_got(address, place))
        if shown["state"] not in ("queued", "running"):
            return shown.get("result", shown["state"])
        time.sleep(0.2)
    return "never ended"


def _got(address: str, path: str) -> bytes:
    """An answer, also while a killed worker is being replaced."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address + path, timeout=60) as answer:  # noqa: S310 - our own address
                found: bytes = answer.read()
                return found
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer any more")


if __name__ == "__main__":
    sys.exit(main())
