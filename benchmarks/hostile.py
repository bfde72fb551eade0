"""Hostile texts, and how the work on them grows: `python -m benchmarks.hostile [--size 1000000] [--only NAME …]` prints seconds.

Each shape is run at a quarter of the size and at the size; an exponent over 1.3 is a missed bound. What tests/test_hostile.py counts in calls at a
small size, this measures in seconds at a large one, where patterns that go back and forth would show.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Callable, Sequence

from summarizer.domain.text import Article
from summarizer.errors import InputError
from summarizer.pipeline import merge
from summarizer.schemas.page_reader import read as read_page
from summarizer.settings import Settings
from summarizer.web.batch import answer

MOST = 1.3
SMALLEST_TIME = 0.2  # seconds: what takes less has no exponent to speak of

# What is repeated until the text has its size; {n} counts up, so that not all is one word.
TEXTS: dict[str, str] = {
    "letters": "x",
    "capitals": "Xy",
    "digits": "1",
    "grouped": "1,000,",
    "points": "1.",
    "dots": ".",
    "dashes": "-",
    "signs": "$",
    "hyphens": "a-",
    "initials": "A.",
    "apostrophes": "a'",
    "address": "a@a.",
    "brackets": "(",
    "quotes": '"a" ',
    "quote marks": '"',
    "single quotes": "'a' ",
    "open quotes": "“a said ",
    "said": '"A," he said. ',
    "numbers": "{n} ",
    "counts": "{n} people were hurt and ",
    "sentences": "{n} people were hurt in Dale on Tuesday. ",
    "sums": "$1.{n} million to ",
    "dates": "Oct. {n}, ",
    "days": "on Tuesday to Wednesday and ",
    "times": "at {n}:15 p.m. to ",
    "names": "Ann Poe{n} and Mr. ",
    "capital words": "Ab Cd Ef ",
    "offices": "the president of the minister, ",
    "denials": "he did not deny that no one will ",
    "commas": "a, ",
    "stops": "Mr. ",
    "lines": "a\n",
    "bullets": "• a\n",
    "blank lines": "\n\n",
    "blanks": "a" + " " * 60,
    "accents": "e\u0301",
    "marks alone": "\u0301",
    "right to left": "שלום ",
    "zero width": "a\u200b",
    "astral": "𝟏𝟐 ",
    "emoji": "👩\u200d👩\u200d👧 ",
    "confusables": "Рolice ",
    "controls": "\x00\x1b\u202e",
    "wide": "１２人が負傷。",
}
# Words by chance from a small vocabulary: each statement shares words with all others. {w} is the next of them.
WORDS = (
    "police bridge dale people hurt tuesday fire mayor river closed road two three ann price storm house water school town killed "
    "found man woman court north south car train said not will"
).split()
MIXED: dict[str, str] = {
    "words": "{w} ",
    "quotations": '"{w} {w} {w} {w} {w} {w} {w} {w}," Ann Poe said. ',
    "nobody's quotations": "“A {w} {w} {w} {w} {w} {w} {w} {w}.” ",
}
PAGES: dict[str, str] = {
    "divs": "<div>",
    "open tags": "<",
    "attributes": "<a b=",
    "comments": "<!--",
    "entities": "&#",
    "paragraphs": "<p>a",
    "articles": "<article><p>a",
    "closing": "</p>",
    "headings": "<h1>a",
    "scripts": "<script>",
    "meta": "<meta property=og:title content=a>",
    "cdata": "<![CDATA[",
    "tables": "<table><tr><td>1 ",
}
LINES: dict[str, str] = {
    "lists": "[",
    "objects": '{"articles":',
    "strings": '{"articles":[{"source":"A","text":"\\u0301',
}


def text_of(shape: str, size: int) -> str:
    """The shape repeated to that size."""
    if "{w}" in shape:
        return _mixed(shape.split("{w}"), size)
    if "{n}" not in shape:
        return (shape * (size // len(shape) + 1))[:size]
    pieces: list[str] = []
    length = n = 0
    while length < size:
        n += 1
        pieces.append(shape.replace("{n}", str(n % 9973)))
        length += len(pieces[-1])
    return "".join(pieces)


def _mixed(pieces: Sequence[str], size: int) -> str:
    """The pieces with a word between each two, over and over."""
    chance = random.Random(size)  # noqa: S311 - chance, not secrets
    told: list[str] = []
    length = 0
    while length < size:
        for piece in pieces[:-1]:
            told += (piece, chance.choice(WORDS))
            length += len(told[-2]) + len(told[-1])
        told.append(pieces[-1])
        length += len(pieces[-1])
    return "".join(told)


def merged(text: str) -> None:
    """Two articles of half the text each."""
    half = len(text) // 2
    try:
        merge([Article(source="A", text=text[:half]), Article(source="B", text=text[half:] + " 12 people.")])
    except (InputError, ValueError):  # no letter in it, or blank: refused
        return


def paged(text: str) -> None:
    """A page of HTML."""
    read_page("<body>" + text)


def lined(text: str) -> None:
    """A line of a batch."""
    answer(text.encode(), Settings())


SHAPES: dict[str, tuple[str, Callable[[str], None]]] = {
    **{f"text: {name}": (shape, merged) for name, shape in TEXTS.items()},
    **{f"mixed: {name}": (shape, merged) for name, shape in MIXED.items()},
    **{f"page: {name}": (shape, paged) for name, shape in PAGES.items()},
    **{f"line: {name}": (shape, lined) for name, shape in LINES.items()},
}


def main() -> int:
    """Prints a row a shape; 1 where one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--only", nargs="*", default=[])
    given = parser.parse_args()
    merged("It rained. " * 10)
    missed = []
    for name, (shape, run) in SHAPES.items():
        if given.only and not any(o in name for o in given.only):
            continue
        small, large = (_seconds(run, text_of(shape, size)) for size in (given.size // 4, given.size))
        exponent = math.log(large / small, 4) if large > SMALLEST_TIME else 0.0
        print(f"{name:24} {small:8.2f} {large:8.2f} s  {exponent:5.2f}", flush=True)
        if exponent > MOST:
            missed.append(f"{name}: exponent {exponent:.2f}")
    for line in missed:
        print(f"MISSED {line}", file=sys.stderr)
    return 1 if missed else 0


def _seconds(run: Callable[[str], None], text: str) -> float:
    started = time.process_time()
    run(text)
    return max(time.process_time() - started, 1e-4)


if __name__ == "__main__":
    sys.exit(main())
