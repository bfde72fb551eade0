"""Copies, as one reader saw them: 100 pairs of articles on one incident with a verdict each in, precision and recall out.

    python -m benchmarks.copies [--draw]

copies.json holds ids and verdicts only. `called`: 50 pairs, drawn with a fixed seed from those that trace_origins called copies
when they were read (exact, near, or parts of one agency's report; of one outlet, too). `nearest`: the 50 pairs with the largest
shares of words among those that it did not. They were read as differences of words, long stretches cut in the middle. --draw prints the ids of both as they would be drawn today.

copy       one text: reprinted, cut, brought up to date, or an agency's in two versions
part       paragraphs of the other's report stand beside paragraphs of its own
apart      two reports that share a statement, a quotation or a list of officials
furniture  one text that is no report: a page's menu, its form for letters, its list of videos

What is called a copy is right where it is a copy or a part: what those paragraphs say has one witness. The missed ones are copies.
Recall is over these 100 pairs, the hardest of all; of other pairs, which share less, none has been read.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.origins import INCIDENTS, Pair, load

VERDICTS = Path(__file__).parent / "copies.json"
CALLED = ("exact copy", "near copy", "same agency")
DRAWN = 50
SEED = 5

Key = tuple[str, str]


def main() -> None:
    """Prints the figures or what would be drawn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--draw", action="store_true")
    pairs = tuple(load(INCIDENTS))
    if parser.parse_args().draw:
        for name, chosen in zip(("called", "nearest"), drawn(pairs), strict=True):
            for pair in chosen:
                print(name, *_key(pair), f"{pair.share:.2f}", pair.why)
    else:
        print(figures(pairs))


def figures(pairs: Sequence[Pair]) -> str:
    """Precision and recall on the pairs that were read, as the program calls them now."""
    known = {_key(p): _is_called(p) for p in pairs}
    content = json.loads(VERDICTS.read_text("utf-8"))
    read = [(known[left, right], verdict) for part in ("called", "nearest") for left, right, verdict in content[part]]
    called = Counter(verdict for is_called, verdict in read if is_called)
    missed = sum(verdict == "copy" for is_called, verdict in read if not is_called)
    right, told = called["copy"] + called["part"], called.total()
    reports = told - called["furniture"]
    return (
        f"{len(read)} pairs that were read: {told} called copies, precision {right / max(1, told):.3f}, "
        f"without page furniture {right / max(1, reports):.3f} of {reports}; "
        f"recall of copies {called['copy'] / max(1, called['copy'] + missed):.3f} of {called['copy'] + missed}"
    )


def drawn(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Those to read: DRAWN that are called copies, and the DRAWN nearest that are not."""
    called = sorted((p for p in pairs if _is_called(p)), key=_key)
    others = sorted((p for p in pairs if not _is_called(p)), key=lambda p: (-p.share, _key(p)))
    chosen = random.Random(SEED).sample(called, min(DRAWN, len(called)))  # noqa: S311 - a fixed sample
    return sorted(chosen, key=_key), others[:DRAWN]


def _is_called(pair: Pair) -> bool:
    return pair.why.startswith(CALLED)


def _key(pair: Pair) -> Key:
    return pair.left.id, pair.right.id


if __name__ == "__main__":
    main()
