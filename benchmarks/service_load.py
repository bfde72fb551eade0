"""Twice the load that the machine serves: what came of each request, and the memory; status 1 where anything was wrong.

    .venv/bin/python -m benchmarks.service_load [--seconds 120] [--times 2] [--workers 2]

First as many clients as there are engine processes measure what is served when nobody has to wait. Then requests are
sent at so many times that rate, whether or not the ones before are answered: each has to be the known report, or 429 or
503 with Retry-After. Memory is what all processes of the server hold (PSS: what they share is counted once).
"""

from __future__ import annotations

import argparse
import http.client
import json
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.service_server import serving
from summarizer.pipeline import merge
from summarizer.render.json_bytes import dumped
from summarizer.schemas import load_merge
from summarizer.settings import Settings

ARTICLES = [
    {
        "source": name,
        "published_at": f"2024-03-0{day}",
        "text": " ".join(
            f"Police closed bridge {n} over the river Sel on March {1 + (n + shift) % 28}. About {n + 10 * shift} people were hurt, mayor Ann Price said."
            for n in range(1, 5)
        ),
    }
    for name, day, shift in (("The Dale Gazette", 5, 0), ("Valley Wire", 6, 1), ("River Post", 6, 0))
]
KINDS = 8  # different requests, so that no answer can be mixed up with another's unseen
MEASURED = 10.0  # seconds of the first part
CLIENTS = 400  # requests under way at once, at most
GROWTH = 1.15  # of memory between the middle and the end


def main() -> int:
    """Measures, then overloads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--times", type=float, default=2.0)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    settings = Settings()
    known = [_known(kind) for kind in range(KINDS)]
    with serving({}, workers=asked.workers) as (address, process):
        rate = _served(address, known, asked.workers * settings.engines)
        print(f"serves {rate:.1f} requests a second to {asked.workers * settings.engines} clients", flush=True)
        memory = [_memory(process.pid)]
        load = Load(address, known, rate * asked.times)
        for _ in range(2):
            load.run(asked.seconds / 2)
            memory.append(_memory(process.pid))
        load.end()
        time.sleep(2)
        after = _request(address, known[0])
        memory.append(_memory(process.pid))
    print(f"{asked.times:g} times as many for {asked.seconds:.0f} s: {dict(sorted(load.outcomes.items()))}")
    print(f"the slowest answer took {load.slowest:.1f} s, the slowest refusal {load.slowest_refusal:.1f} s")
    print("memory at the start, in the middle, at the end, after it: " + ", ".join(f"{m:.0f} MB" for m in memory))
    print(f"afterwards: {after}")
    fine = set(load.outcomes) <= {"right", "429", "503"} and after == "right" and memory[2] <= GROWTH * memory[1]
    return 0 if fine and load.outcomes["right"] else 1


class Load:
    """Requests at a steady rate, whatever becomes of them."""

    def __init__(self, address: str, known: list[tuple[bytes, bytes]], rate: float) -> None:
        self._address, self._known, self._rate = address, known, rate
        self._pool = ThreadPoolExecutor(CLIENTS)
        self._lock = threading.Lock()
        self._sent = 0
        self.outcomes: Counter[str] = Counter()
        self.slowest = self.slowest_refusal = 0.0

    def run(self, seconds: float) -> None:
        """Sends for so long."""
        begun = time.monotonic()
        for number in range(int(seconds * self._rate)):
            time.sleep(max(0.0, begun + number / self._rate - time.monotonic()))
            self._sent += 1
            self._pool.submit(self._one, self._known[self._sent % KINDS])

    def end(self) -> None:
        """Waits for the answers that are still to come."""
        self._pool.shutdown(wait=True)

    def _one(self, pair: tuple[bytes, bytes]) -> None:
        begun = time.monotonic()
        outcome = _request(self._address, pair)
        taken = time.monotonic() - begun
        with self._lock:
            self.outcomes[outcome] += 1
            if outcome == "right":
                self.slowest = max(self.slowest, taken)
            else:
                self.slowest_refusal = max(self.slowest_refusal, taken)


def _known(kind: int) -> tuple[bytes, bytes]:
    """A request, and the report that answers it."""
    asked: dict[str, object] = {"id": f"r{kind}", "articles": ARTICLES, "options": {"sentences": 1 + kind}}
    wanted = load_merge(asked, Settings())
    return json.dumps(asked).encode(), dumped(merge(wanted.articles, wanted.options, id=wanted.id).to_dict())


def _served(address: str, known: list[tuple[bytes, bytes]], clients: int) -> float:
    """Right answers a second to clients that each wait for theirs."""
    end = time.monotonic() + MEASURED

    def ask(number: int) -> int:
        count = 0
        while time.monotonic() < end:
            count += _request(address, known[(number + count) % KINDS]) == "right"
        return count

    with ThreadPoolExecutor(clients) as pool:
        return sum(pool.map(ask, range(clients))) / MEASURED


def _request(address: str, pair: tuple[bytes, bytes]) -> str:
    """What came of it: right, wrong, the status of a refusal that says when to come again, or what else."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=90)
    try:
        connection.request("POST", "/v1/merge", pair[0], {"Content-Type": "application/json"})
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        connection.close()
    if response.status == 200:
        return "right" if body == pair[1] else "wrong"
    refused = response.status in (429, 503) and response.headers.get("Retry-After", "").isdecimal()
    return str(response.status) if refused else f"{response.status} without Retry-After"


def _memory(process: int) -> float:
    """Megabytes that a process and all below it hold."""
    total, left = 0, [process]
    while left:
        one = left.pop()
        try:
            left += [int(c) for t in Path(f"/proc/{one}/task").iterdir() for c in (t / "children").read_text().split()]
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:  # it ended meanwhile
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1000


if __name__ == "__main__":
    sys.exit(main())
