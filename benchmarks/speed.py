"""What the whole merge costs, held against plain methods in one run: seconds of processor, ratios, memory, growth, start-up.

    python -m benchmarks.speed [--quick]

The articles are the samples', retold with other names and numbers (benchmarks/speed_texts.py). Each size runs in a process of its own, warm, so that
its peak memory is its own. A figure with ~ is not measured but reckoned: sumy's LexRank from the two largest sizes that it was run at,
the pairs from a part of them. Exit status 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from benchmarks.speed_baselines import ratio_loop, ratio_matrix, sumy_lexrank
from benchmarks.speed_texts import articles, as_they_are, as_they_are_in
from summarizer import pipeline
from summarizer.domain.text import Article

SIZES = (5, 20, 50, 200)
GROWTH = (1000, 2000, 4000, 8000)  # statements
STATEMENTS = 28  # of an article, about
SUMY_MOST = 50  # articles; at 200 sumy's LexRank takes minutes
STAGES = (
    "ingest",
    "segment",
    "extract",
    "trace_origins",
    "separate_events",
    "slot",
    "compare",
    "align",
    "relate",
    "summarize",
)
RUNS = 3  # of a merge of a few articles, each with other names and numbers, as caches know what was read before; the best counts
EDITIONS = 100  # between two of them
COMMAND = Path(sys.executable).with_name("summarizer")
ROOT = Path(__file__).resolve().parents[1]
P = ParamSpec("P")
T = TypeVar("T")
Figures = dict[str, float]


def main() -> int:
    """Prints every table; 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="without 200 articles and 8,000 statements")
    parser.add_argument("--measure", metavar="ARTICLES", help=argparse.SUPPRESS)
    parser.add_argument("--sumy", metavar="ARTICLES", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        runs = RUNS if given.measure in ("troops", "5") else 1
        print(json.dumps(measured([_chosen(given.measure, run * EDITIONS) for run in range(runs)])))
        return 0
    if given.sumy:
        print(json.dumps({"sumy": sumy_lexrank(_sentences(_chosen(given.sumy)))}))
        return 0
    missed = [
        *_compared(SIZES[:-1] if given.quick else SIZES),
        *_grown(GROWTH[:-1] if given.quick else GROWTH),
        *_started(),
    ]
    for line in missed:
        print(f"MISSED {line}", file=sys.stderr)
    return 1 if missed else 0


def measured(runs: Sequence[Sequence[Article]]) -> Figures:
    """The seconds of the cheapest merge, whole and stage by stage, its statements, its peak memory in megabytes, and both loops over pairs."""
    pipeline.merge(as_they_are("court"))
    spent: defaultdict[str, float] = defaultdict(float)
    for stage in STAGES:
        setattr(pipeline, stage, _timed(getattr(pipeline, stage), stage, spent))
    best: Figures = {}
    for chosen in runs:
        spent.clear()
        started = time.process_time()
        report = pipeline.merge(chosen)
        took = time.process_time() - started
        if not best or took < best["merge"]:
            best = {"merge": took, **{s: spent[s] for s in STAGES}}
    best["statements"] = sum(len(a.statements) for a in report.articles)
    best["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    sentences = [[s.statement.text for s in a.statements] for a in report.articles]
    for name, baseline in (("loop", ratio_loop), ("cdist", ratio_matrix)):
        best[name], reckoned = baseline(sentences)
        best[f"{name} reckoned"] = float(reckoned)
    return best


def _timed(stage: Callable[P, T], name: str, spent: defaultdict[str, float]) -> Callable[P, T]:
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        started = time.process_time()
        try:
            return stage(*args, **kwargs)
        finally:
            spent[name] += time.process_time() - started

    return run


def _compared(sizes: Sequence[int]) -> list[str]:
    """The merge against the plain methods; what misses its target."""
    print("seconds of processor, whole merge; ratios merge / method (under 1: the merge is cheaper)")
    print(
        f"{'articles':>16} {'statements':>10} {'merge':>8} {'LexRank':>10} {'ratio':>7} {'loop':>9} {'ratio':>7} {'cdist':>9} {'ratio':>7} {'MB':>5}"
    )
    rows: dict[str, Figures] = {}
    lexrank: list[tuple[float, float]] = []
    missed = []
    for name in ("troops", *map(str, sizes)):
        row = rows[name] = _child("--measure", name)
        run = name == "troops" or int(name) <= SUMY_MOST
        sumy = _child("--sumy", name)["sumy"] if run else _reckoned(lexrank, row["statements"])
        if run:
            lexrank.append((row["statements"], sumy))
        marks = ["" if run else "~", *("~" if row[f"{b} reckoned"] else "" for b in ("loop", "cdist"))]
        told = [
            f"{m}{b:.2f}".rjust(w) + f" {row['merge'] / b:7.3f}"
            for m, b, w in zip(marks, (sumy, row["loop"], row["cdist"]), (10, 9, 9), strict=True)
        ]
        shown = "5 (sample troops)" if name == "troops" else name
        print(
            f"{shown:>16} {row['statements']:10.0f} {row['merge']:8.3f} {' '.join(told)} {row['megabytes']:5.0f}",
            flush=True,
        )
        most = {"5": 1.0, "50": 0.1}.get(name)
        if most is not None and row["merge"] / sumy > most:
            missed.append(f"{name} articles: {row['merge'] / sumy:.2f} of sumy's LexRank, at most {most}")
    _print_stages(rows)
    return missed


def _print_stages(rows: dict[str, Figures]) -> None:
    print("\nmilliseconds of processor by stage")
    print(f"{'':>16} " + " ".join(f"{n:>9}" for n in rows))
    for stage in STAGES:
        print(f"{stage:>16} " + " ".join(f"{1000 * r[stage]:9.1f}" for r in rows.values()))
    print(
        f"{'statements/s':>16} "
        + " ".join(f"{r['statements'] / (r['segment'] + r['extract']):9.0f}" for r in rows.values())
    )


def _grown(sizes: Sequence[int]) -> list[str]:
    """How the cost grows with the statements of mixed events; what misses its target."""
    rows = [_child("--measure", str(round(size / STATEMENTS))) for size in sizes]
    print("\ngrowth on mixed events: seconds of processor")
    print(f"{'statements':>16} " + " ".join(f"{r['statements']:9.0f}" for r in rows) + "  exponent")
    exponent = 0.0
    for stage in (*STAGES, "merge"):
        exponent = _exponent([(r["statements"], r[stage]) for r in (rows[0], rows[-1])])
        print(f"{stage:>16} " + " ".join(f"{r[stage]:9.3f}" for r in rows) + f"  {exponent:8.2f}")
    print(f"{'megabytes':>16} " + " ".join(f"{r['megabytes']:9.0f}" for r in rows))
    missed = [f"growth exponent {exponent:.2f}, at most 1.2"] if exponent > 1.2 else []
    return missed + ([f"{rows[-1]['megabytes']:.0f} MB, at most 400"] if rows[-1]["megabytes"] > 400 else [])


def _started() -> list[str]:
    """Seconds on the clock from the command to its end, the best of five, and of processor: a busy machine shows in the first only."""
    print("\nseconds from a cold start: on the clock, the best and the worst of five; of processor, the best")
    missed = []
    for most, arguments in ((0.2, ["--help"]), (2.0, ["merge", str(ROOT / "samples" / "troops")])):
        best = _clocked([str(COMMAND), *arguments], f"summarizer {arguments[0]}")
        if best > most:
            missed.append(f"summarizer {arguments[0]}: {best:.2f} s on the clock, at most {most}")
    _clocked([sys.executable, "-c", "import sumy.summarizers.lex_rank, numpy"], "sumy and numpy alone")
    return missed


def _clocked(command: Sequence[str], name: str) -> float:
    """Prints what five runs take; the best on the clock."""
    clock, processor = [], []
    for _ in range(5):
        started, before = time.monotonic(), _children()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command
        clock.append(time.monotonic() - started)
        processor.append(_children() - before)
    print(f"  {name:22} {min(clock):.2f} {max(clock):.2f}   {min(processor):.2f}")
    return min(clock)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _child(*arguments: str) -> Figures:
    command = [sys.executable, "-m", "benchmarks.speed", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=ROOT)  # noqa: S603 - ourselves
    found: Figures = json.loads(done.stdout)
    return found


def _chosen(name: str, edition: int = 0) -> tuple[Article, ...]:
    return as_they_are_in(edition, name) if name.isalpha() else articles(int(name), edition)


def _sentences(chosen: Sequence[Article]) -> list[list[str]]:
    return [[s.statement.text for s in a.statements] for a in pipeline.read(chosen)]


def _reckoned(measured_at: Sequence[tuple[float, float]], statements: float) -> float:
    """The seconds at that size, from the growth between the two largest sizes that were run."""
    last = measured_at[-1]
    return last[1] * math.pow(statements / last[0], _exponent(measured_at[-2:]))


def _exponent(points: Sequence[tuple[float, float]]) -> float:
    (small, before), (large, after) = points[0], points[-1]
    return math.log(max(after, 1e-6) / max(before, 1e-6)) / math.log(large / small)


if __name__ == "__main__":
    sys.exit(main())
