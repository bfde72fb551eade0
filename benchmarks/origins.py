"""How much of their words articles on one incident share, and what the thresholds of trace_origins make of it.

    python -m benchmarks.origins [--show] [--low 0.25] [--high 0.60]

Prints a histogram of the shares of all pairs and of the pairs of two outlets (the address tells the outlet), and how many of these are
tied and why. --show lists the pairs of two outlets between two shares, to be read by eye; copies.py counts those that were.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Article
from summarizer.language.words import WORD, fold
from summarizer.stages.trace_origins import FEWEST_RUNS, NEAR_COPY, RUN, SAME_REPORT, trace_origins

INCIDENTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "incidents.jsonl"
STEPS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_HOST = re.compile(r"https?://([^/:]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two articles on one incident, the share of the shorter one's runs, and why they have one origin, if so."""

    left: Article
    right: Article
    share: float
    why: str


def main() -> int:
    """Prints the histogram, the ties and, when asked, the pairs to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--low", type=float, default=SAME_REPORT)
    parser.add_argument("--high", type=float, default=NEAR_COPY + 0.1)
    parser.add_argument("--file", type=Path, default=INCIDENTS)
    args = parser.parse_args()
    if not args.file.exists():
        print(f"no incidents at {args.file}", file=sys.stderr)
        return 1
    started = time.process_time()
    pairs = list(load(args.file))
    apart = [p for p in pairs if p.left.source != p.right.source]
    print(f"{len(pairs)} pairs, {len(apart)} of two outlets, {time.process_time() - started:.1f} s")
    for low, high in zip(STEPS, (*STEPS[1:], 1.01), strict=True):
        counts = [sum(low <= p.share < high for p in some) for some in (pairs, apart)]
        print(f"  {low:.2f} up to {high:.2f}: {counts[0]:5} all, {counts[1]:5} of two outlets")
    print(
        f"tied, of two outlets (near copy from {NEAR_COPY}, {FEWEST_RUNS} runs or more; one agency from {SAME_REPORT}):"
    )
    for why, count in sorted(Counter(p.why.split(" (")[0] or "apart" for p in apart).items()):
        print(f"  {why}: {count}")
    if args.show:
        for pair in sorted(apart, key=lambda p: -p.share):
            if args.low <= pair.share < args.high:
                _print(pair)
    return 0


def load(path: Path) -> Iterator[Pair]:
    """Every pair of articles on one incident."""
    for line in path.read_text("utf-8").splitlines():
        raw = json.loads(line)["articles"]
        articles = [
            Article(id=a["id"], source=_outlet(a["uri"]), text=a["content"]) for a in raw if a["content"].strip()
        ]
        for left, right in combinations(articles, 2):
            origins = trace_origins([ReadArticle(article=a, statements=()) for a in (left, right)])
            yield Pair(
                left=left, right=right, share=_share(left, right), why=origins[0].why if len(origins) == 1 else ""
            )


def _outlet(address: str) -> str:
    """The host; of an archived page the page's own."""
    hosts: list[str] = _HOST.findall(address)
    return hosts[-1].removeprefix("www.") if hosts else address


def _share(left: Article, right: Article) -> float:
    words = ([fold(w) for w in WORD.findall(a.text)] for a in (left, right))
    runs = [set(zip(*(found[i:] for i in range(RUN)), strict=False)) for found in words]
    return len(runs[0] & runs[1]) / max(min(len(runs[0]), len(runs[1])), 1)


def _print(pair: Pair) -> None:
    heads = (f"{a.source}: {' '.join(a.text.split())[:70]}" for a in (pair.left, pair.right))
    print(f"{pair.share:.2f} {pair.why or 'apart'}\n    " + "\n    ".join(heads))


if __name__ == "__main__":
    sys.exit(main())
