"""Throws broken news at every way in, and keeps what breaks a promise or takes too long.

    python -m benchmarks.fuzz TARGET --seconds 600 [--findings FOLDER] [--seed N]

With atheris installed (`pip install atheris`) coverage guides the changes; without it the same changes are made at random. A
finding is written to the folder once for each place in the code that it comes from; status 1 where there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.fuzz_mutations import LONGEST, mutated

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
NAMES = ("text", "diff", "html", "file", "line", "ninjs")
SLOW = 2.0  # seconds of processor for an input of at most LONGEST bytes: a desk bundle of that length takes a twentieth
SLOW_GUIDED = 10.0  # likewise with atheris's counters in every branch
CORPUS = 400  # inputs that the unguided run keeps


class Watch:
    """Runs a target, counts, and keeps what goes wrong."""

    def __init__(self, target: Callable[[bytes], None], folder: Path, slow: float) -> None:
        self.target, self.folder, self.slow = target, folder, slow
        self.tried = 0
        self.found: dict[str, int] = {}
        self.slowest = 0.0

    def __call__(self, data: bytes) -> None:
        """One input."""
        self.tried += 1
        started = time.process_time()
        try:
            self.target(data)
        except (Exception, RecursionError) as error:  # noqa: BLE001 - whatever comes out is a finding
            last = traceback.extract_tb(error.__traceback__)[-1]
            self._keep(f"{type(error).__name__} {Path(last.filename).name}:{last.lineno}", data, traceback.format_exc())
        took = time.process_time() - started
        self.slowest = max(self.slowest, took)
        if took > self.slow:
            self._keep(f"slow {int(took / self.slow)}", data, f"{took:.2f} s for {len(data)} bytes")

    def _keep(self, what: str, data: bytes, told: str) -> None:
        self.found[what] = self.found.get(what, 0) + 1
        if self.found[what] > 1:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(what.encode()).hexdigest()[:12]
        (self.folder / f"{name}.bin").write_bytes(data)
        (self.folder / f"{name}.txt").write_text(f"{what}\n{told}\n", "utf-8")
        print(f"FOUND {what}: {name}", flush=True)

    def tell(self, began: float) -> None:
        """The figures of the run."""
        took = time.monotonic() - began
        print(
            f"{self.tried} inputs in {took:.0f} s, slowest {self.slowest:.2f} s, {len(self.found)} findings: "
            + (", ".join(f"{k} ({n} times)" for k, n in sorted(self.found.items())) or "none"),
            flush=True,
        )


def seeds() -> Iterator[bytes]:
    """The articles of the samples, two at a time, and as the other ways in take them."""
    for folder in sorted((ROOT / "samples").iterdir()):
        texts = [p.read_bytes()[:1500] for p in sorted(folder.iterdir())]
        yield texts[0] + b"\x1e" + texts[1]
        yield from texts[2:]
    words = b"Police closed the Dale bridge on Tuesday. 12 people were hurt, Mayor Ann Poe said."
    yield b'{"id":"r","articles":[{"source":"A","text":"' + words + b'"},{"source":"B","text":"' + words + b'"}]}'
    yield (
        b'{"articles":[{"uri":"urn:x:1","headline":"Bridge","body_text":"' + words + b'","provider":{"name":"ANP"}},'
        b'{"@type":"NewsArticle","headline":"Bridge","articleBody":"' + words + b'","publisher":{"name":"P"}}],'
        b'"options":{"sentences":3,"timezone":"Europe/Paris"}}'
    )
    yield (
        b"<html><head><title>Dale</title><meta property='article:published_time' content='2024-03-05'></head><body><article><h1>Bridge"
        b"</h1><p>" + words + b"</p><ul><li>One</ul><table><tr><td>2</table></article></body></html>"
    )


def main() -> int:
    """Fuzzes one target; 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--findings", type=Path, default=Path(tempfile.gettempdir()) / "summarizer-fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true", help="without atheris, also where it is installed")
    given = parser.parse_args()
    if not given.plain and importlib.util.find_spec("atheris"):
        _guided(given)
    watch = _watch(given, SLOW)
    began = time.monotonic()
    chance = random.Random(given.seed)  # noqa: S311 - chance, not secrets
    corpus = list(seeds())
    while time.monotonic() - began < given.seconds:
        data = mutated(chance.choice(corpus), chance)
        if len(corpus) < CORPUS:
            corpus.append(data)
        elif chance.random() < 0.05:
            corpus[chance.randrange(len(corpus))] = chance.choice(list(seeds()))
        watch(data)
    watch.tell(began)
    return 1 if watch.found else 0


def _watch(given: argparse.Namespace, slow: float) -> Watch:
    from benchmarks.fuzz_targets import TARGETS

    return Watch(TARGETS[given.target], given.findings / given.target, slow)


def _guided(given: argparse.Namespace) -> None:
    """libFuzzer does not come back: it leaves the process when the time is over."""
    import atheris

    with atheris.instrument_imports(include=["summarizer"]):
        watch = _watch(given, SLOW_GUIDED)
    corpus = given.findings / f"corpus-{given.target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in seeds():
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    began = time.monotonic()

    def throw(data: bytes) -> None:
        watch(data)
        if time.monotonic() - began >= given.seconds:
            watch.tell(began)
            sys.stdout.flush()
            os._exit(1 if watch.found else 0)

    def change(data: bytes, most: int, seed: int) -> bytes:
        return mutated(data, random.Random(seed), min(most, LONGEST))  # noqa: S311 - chance, not secrets

    arguments = [
        sys.argv[0],
        str(corpus),
        f"-max_len={LONGEST}",
        f"-seed={given.seed}",
        "-timeout=120",
        "-rss_limit_mb=3000",
    ]
    arguments += [f"-max_total_time={given.seconds + 60}", "-verbosity=0", f"-artifact_prefix={given.findings}/"]
    atheris.Setup(arguments, throw, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
