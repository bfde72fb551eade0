"""Measures language/sentences.py on the golden rules and on whole web documents, by exact spans.

    python -m benchmarks.reader_sentences [--show golden|missed|false] [--limit N]

A golden rule is kept when its sentences are cut exactly. In a web document a sentence is found when a span of the reader
has its first and last character. The documents' lines were joined within paragraphs, so headings and list lines that
end without a mark run into the next sentence; "missed, no mark" counts those. Exit status 1 under a floor.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.domain.text import Span
from summarizer.language.sentences import sentence_spans

SENTENCES = Path(__file__).resolve().parents[2] / "shared" / "data" / "sentences.jsonl"
FLOORS = {"golden rules": 46.0, "web F1": 0.90}
MARKS = ".!?…\"'”’)"


def main() -> int:
    """Prints the figures; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="append", default=[], choices=["golden", "missed", "false"])
    parser.add_argument("--limit", type=int, default=1000, help="lines shown")
    args = parser.parse_args()
    lines: list[str] = []
    figures = measure(lines, args.show)
    for line in lines[: args.limit]:
        print(line)
    for name, figure in figures.items():
        print(f"{name:16} {figure:.3f}" + (f"  (floor {FLOORS[name]})" if name in FLOORS else ""))
    failed = [name for name, floor in FLOORS.items() if figures[name] < floor]
    for name in failed:
        print(f"FLOOR {name}: {figures[name]:.3f} < {FLOORS[name]}", file=sys.stderr)
    return 1 if failed else 0


def measure(lines: list[str] | None = None, show: Sequence[str] = ()) -> dict[str, float]:
    """Golden rules kept, and precision, recall and F1 on the web documents."""
    counts: Counter[str] = Counter()
    lines = [] if lines is None else lines
    for row in SENTENCES.read_text("utf-8").splitlines():
        record = json.loads(row)
        if "raw" in record:
            _score(record["raw"], record["paragraphs"], counts, lines, show)
        else:
            found = [span.of(record["text"]) for span in sentence_spans(record["text"])]
            counts["golden"] += found == record["sentences"]
            if found != record["sentences"] and "golden" in show:
                lines.append(f"GOLDEN {record['sentences']}\n    as {found}")
    assert counts["wanted"], "no document: is the data there?"
    precision, recall = counts["right"] / counts["said"], counts["right"] / counts["wanted"]
    return {
        "golden rules": float(counts["golden"]),
        "web precision": precision,
        "web recall": recall,
        "web F1": 2 * precision * recall / (precision + recall),
        "missed, no mark": float(counts["unmarked"]),
    }


def _score(text: str, paragraphs: list[list[str]], counts: Counter[str], lines: list[str], show: Sequence[str]) -> None:
    gold = set(_gold(text, paragraphs))
    found = set(sentence_spans(text))
    counts["wanted"] += len(gold)
    counts["said"] += len(found)
    counts["right"] += len(gold & found)
    ends = {span.end for span in found}
    for span in sorted(gold - found):
        unmarked = span.end not in ends and text[span.end - 1] not in MARKS
        counts["unmarked"] += unmarked
        if "missed" in show and not unmarked:
            lines.append(
                f"MISSED {text[max(0, span.start - 40) : span.start]!r} | {span.of(text)[-90:]!r} | {text[span.end : span.end + 40]!r}"
            )
    if "false" in show:
        lines += [
            f"FALSE {text[max(0, span.start - 40) : span.start]!r} | {span.of(text)!r}" for span in sorted(found - gold)
        ]


def _gold(text: str, paragraphs: list[list[str]]) -> Iterator[Span]:
    at = 0
    for paragraph in paragraphs:
        for sentence in paragraph:
            start = text.index(sentence, at)
            at = start + len(sentence)
            yield Span(start, at)


if __name__ == "__main__":
    sys.exit(main())
