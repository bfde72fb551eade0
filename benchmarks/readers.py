"""Every reader against its reference data, kind by kind, with floors, and the speed of all readers together.

    python -m benchmarks.readers [--only sentences quantities …]

Exit status 1 under a floor or without data. The speed is that of pipeline.read on the desk bundles, on one core, in
processor time, the best of three runs; its floor is half of what was measured on a busy machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping

from benchmarks import (
    reader_attribution,
    reader_clauses,
    reader_dates,
    reader_names,
    reader_quantities,
    reader_sentences,
    reader_words,
)
from benchmarks.gold import load
from benchmarks.quality import DESK
from summarizer.language import name_words, tagging
from summarizer.pipeline import read

Measure = Callable[[], dict[str, float]]
RUNS = 3


def main() -> int:
    """Prints every figure with its floor; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=[], choices=sorted(READERS), metavar="READER")
    args = parser.parse_args()
    failed: list[str] = []
    for reader, (measure, floors) in READERS.items():
        if args.only and reader not in args.only:
            continue
        figures = measure()
        print(reader)
        for name, figure in figures.items():
            floor = floors.get(name)
            shown = f"{figure:,.0f}" if figure >= 2 else f"{figure:.3f}"
            print(f"  {name:24} {shown:>10}" + ("" if floor is None else f"  (floor {floor:,})"))
        failed += [f"{reader}: {n} {figures[n]:.3f} < {floor}" for n, floor in floors.items() if figures[n] < floor]
    for line in failed:
        print(f"FLOOR {line}", file=sys.stderr)
    return 1 if failed else 0


def speed() -> dict[str, float]:
    """Statements that all readers together read a second."""
    bundles = load(DESK, "desk")
    assert bundles, "no bundle: are the desk bundles there?"
    read(bundles[0].articles)
    best = 0.0
    for _ in range(RUNS):
        for kept in (tagging._kept, name_words._kept):
            kept.cache_clear()  # no sentence is known from the run before
        start = time.process_time()
        count = sum(len(article.statements) for bundle in bundles for article in read(bundle.articles))
        best = max(best, count / (time.process_time() - start))
    return {"statements a second": best}


READERS: Mapping[str, tuple[Measure, Mapping[str, float]]] = {
    "sentences": (reader_sentences.measure, reader_sentences.FLOORS),
    "words": (reader_words.measure, reader_words.FLOORS),
    "quantities": (reader_quantities.measure, reader_quantities.FLOORS),
    "dates": (reader_dates.measure, reader_dates.FLOORS),
    "names": (reader_names.measure, reader_names.FLOORS),
    "attribution": (reader_attribution.measure, reader_attribution.FLOORS),
    "clauses": (reader_clauses.measure, reader_clauses.FLOORS),
    "speed": (speed, {"statements a second": 1000}),
}


if __name__ == "__main__":
    sys.exit(main())
