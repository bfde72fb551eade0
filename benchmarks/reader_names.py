"""Measures language/names.py on the proper nouns of a treebank's unseen part.

    python -m benchmarks.reader_names [--treebank FILE] [--show N]

A gold name is a run of words tagged PROPN, over hyphens; left out are runs of days, months, nationalities and titles
alone, which name nobody, and what has no capital letter (addresses, "iraq"), as news is not written so.
recall: gold names that a span touches; exact: gold names that a span covers exactly, titles aside; precision: spans
that touch a proper noun. The article's known names are those of the neighbouring sentences, as in the pipeline.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.domain.facts import Name
from summarizer.domain.text import Span
from summarizer.language.name_words import is_modifier, is_nation, is_time_word, is_title
from summarizer.language.names import read_names

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "treebank.jsonl.gz"
PAGE = 20  # sentences taken together as one article: the treebank does not mark where documents end
# Genres written for readers, as news is; mail, forum posts and reviews capitalise at will.
EDITED = frozenset({"weblog", "news", "bio", "court", "interview", "voyage", "speech", "textbook", "vlog", "academic"})
FLOORS = {"recall": 0.97, "exact": 0.80, "precision": 0.94}


def main() -> int:
    """Prints the figures by genre; exit status 1 when one of edited text is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebank", type=Path, default=TREEBANK)
    parser.add_argument("--show", type=int, default=0, help="print this many errors of each sort")
    parser.add_argument("--genres", nargs="*", default=[])
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    errors: Counter[str] = Counter()
    for genre, page in _pages(args.treebank, set(args.genres)):
        for line, key in _judge(page):
            counts[genre, key] += 1
            if line and errors[key] < args.show:
                errors[key] += 1
                print(f"{key:8} {genre:12} {line}")
    genres = sorted({genre for genre, _ in counts})
    for genre in genres:
        print(f"{genre:14} " + _figures({key: n for (g, key), n in counts.items() if g == genre}))
    total: Counter[str] = Counter()
    edited: Counter[str] = Counter()
    for (genre, key), n in counts.items():
        total[key] += n
        edited[key] += n * (genre.split()[1] in EDITED)
    print(f"{'all':14} " + _figures(total))
    print(f"{'edited':14} " + _figures(edited))
    return int(any(_ratios(edited)[name] < floor for name, floor in FLOORS.items()))


def measure() -> dict[str, float]:
    """The ratios on edited text."""
    edited: Counter[str] = Counter()
    for genre, page in _pages(TREEBANK, set()):
        if genre.split()[1] in EDITED:
            edited.update(key for _, key in _judge(page))
    assert edited["gold"], "no name: is the treebank there?"
    return _ratios(edited)


def _figures(counts: dict[str, int]) -> str:
    ratios = _ratios(counts)
    return " ".join(f"{name} {ratio:.3f}" for name, ratio in ratios.items()) + f" of {counts.get('gold', 0)} names"


def _ratios(counts: dict[str, int]) -> dict[str, float]:
    gold = max(counts.get("gold", 0), 1)
    said = max(counts.get("said", 0), 1)
    return {
        "recall": 1 - counts.get("missed", 0) / gold,
        "exact": counts.get("exact", 0) / gold,
        "precision": 1 - counts.get("false", 0) / said,
    }


def _pages(path: Path, genres: set[str]) -> Iterator[tuple[str, list[tuple[str, list[Span], list[str]]]]]:
    page: list[tuple[str, list[Span], list[str]]] = []
    current = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            genre = f"{row['corpus']} {row['genre']}"
            if row["split"] != "dev" or (genres and row["genre"] not in genres):
                continue
            if page and (genre != current or len(page) == PAGE):
                yield current, page
                page = []
            current = genre
            page.append(_laid_out(row))
    if page:
        yield current, page


def _laid_out(row: dict[str, list[str]]) -> tuple[str, list[Span], list[str]]:
    text, spans = "", []
    for word, space in zip(row["words"], row["spaces"], strict=True):
        spans.append(Span(len(text), len(text) + len(word)))
        text += word + " " * int(space)
    return text, spans, row["upos"]


def _judge(page: Sequence[tuple[str, list[Span], list[str]]]) -> Iterator[tuple[str, str]]:
    first = [read_names(text) for text, _, _ in page]
    known = frozenset(w for found in first for m in found if isinstance(m.value, Name) for w in m.value.words)
    for text, spans, tags in page:
        found = [m.span for m in read_names(text, known)]
        proper = [s for s, t in zip(spans, tags, strict=True) if t == "PROPN"]
        for run in _gold(text, spans, tags):
            yield "", "gold"
            whole = Span(run[0].start, run[-1].end)
            if not any(f.overlaps(whole) for f in found):
                yield f"{whole.of(text)!r} in {text}", "missed"
            elif any(f in _without_titles(text, run) for f in found):
                yield "", "exact"
            else:
                yield f"{whole.of(text)!r} as {[f.of(text) for f in found if f.overlaps(whole)]}", "inexact"
        for span in found:
            yield "", "said"
            if not any(span.overlaps(p) for p in proper):
                yield f"{span.of(text)!r} in {text}", "false"


def _gold(text: str, spans: Sequence[Span], tags: Sequence[str]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for span, tag in zip([*spans, Span(len(text), len(text) + 1)], [*tags, ""], strict=True):
        hyphen = bool(run) and tag == "PUNCT" and span.of(text) == "-" and span.start == run[-1].end
        joined = bool(run) and text[run[-1].end : span.start] in ("", " ", "-")
        if tag == "PROPN" and (not run or joined):
            run.append(span)
        elif not hyphen or text[span.end : span.end + 1].isspace():
            if any(s.of(text)[0].isupper() for s in run) and not all(_names_nobody(s.of(text)) for s in run):
                yield run
            run = []


def _names_nobody(word: str) -> bool:
    return is_time_word(word) or is_title(word) or is_nation(word)


def _without_titles(text: str, run: Sequence[Span]) -> set[Span]:
    """The run, and what is left of it when the titles before the name are cut."""
    kept = {Span(run[0].start, run[-1].end)}
    for i, span in enumerate(run[:-1]):
        if not (is_title(span.of(text)) or is_modifier(span.of(text))):
            break
        kept.add(Span(run[i + 1].start, run[-1].end))
    return kept


if __name__ == "__main__":
    sys.exit(main())
