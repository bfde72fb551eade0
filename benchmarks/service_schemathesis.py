"""Schemathesis against a real server: how many cases of all routes in, what it found out; status 1 where it found anything.

    nice .venv/bin/python -m benchmarks.service_schemathesis [--cases 20000] [--seed 1] [--minutes 60]

needs the extra `fuzz`. It runs in portions, each with a server and a seed of its own: all checks, with the hooks of
service_schemathesis_hooks.py; all phases in the first portion, random ones in the others. The server's limits on lengths are set low, because schemathesis makes
strings just over each limit with a regular expression's generator: for 200,000 code points that takes minutes.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.service_server import serving

ROOT = Path(__file__).parent.parent
LIMITS = {
    "max_articles": 4,
    "max_text_chars": 200,
    "max_html_chars": 300,
    "max_title_chars": 60,
    "max_source_chars": 40,
    "max_total_chars": 1_000,
    "max_id_chars": 40,
    "max_url_chars": 100,
    "max_body_bytes": 200_000,
    "max_batch_bytes": 400_000,
    "max_jobs": 100_000,
    "job_workers": 1,
}
EXAMPLES = 150  # of each operation in a portion: half a minute or so
LONGEST = 3_600  # seconds that one portion may take, also on a busy machine
_COUNT = re.compile(r"^ *(\d+) generated\b", re.MULTILINE)


def main() -> int:
    """Portions until there are enough cases."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0)
    wanted = parser.parse_args()
    end = time.monotonic() + 60 * wanted.minutes
    cases, failed, seed = 0, 0, wanted.seed
    while cases < wanted.cases and time.monotonic() < end:
        begun = time.monotonic()
        status, said = _portion(seed, "fuzzing,stateful" if cases else "examples,coverage,fuzzing,stateful")
        found = _COUNT.search(said)
        cases += int(found[1]) if found else 0
        print(f"seed {seed}: {cases} cases in all, {time.monotonic() - begun:.0f} s", flush=True)
        if status or not found:
            failed += 1
            print(said, flush=True)
        seed += 1
    print(f"{cases} cases, {failed} portions with a failure")
    return 0 if cases >= wanted.cases and not failed else 1


def _portion(seed: int, phases: str) -> tuple[int, str]:
    with serving(LIMITS, workers=1) as (address, _):
        command = [
            *(str(Path(sys.executable).parent / "schemathesis"), "run", f"{address}/openapi.json"),
            *(
                "--seed",
                str(seed),
                "--phases",
                phases,
                "--max-examples",
                str(EXAMPLES),
                "--workers",
                "1",
                "--checks",
                "all",
            ),
            *("--continue-on-failure", "--generation-database", "none", "--request-timeout", "30", "--no-color"),
        ]
        surroundings = os.environ | {"SCHEMATHESIS_HOOKS": "benchmarks.service_schemathesis_hooks"}
        run = subprocess.run(  # noqa: S603 - our own words
            command, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=LONGEST, check=False
        )
    return run.returncode, run.stdout + run.stderr


if __name__ == "__main__":
    sys.exit(main())
