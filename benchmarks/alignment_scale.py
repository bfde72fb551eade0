"""How the work of aligning grows: read articles of real text in, seconds for 1,000 to 8,000 statements out.

Mixed events: the articles of incidents.jsonl one after the other. One event: variants of one incident's statements, each with some of its
words left out, as many outlets would report it.
"""

from __future__ import annotations

import gc
import json
import math
import time
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice

from benchmarks.alignment_pairs import DATA
from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Article
from summarizer.pipeline import read
from summarizer.stages.align import align

SIZES = (1000, 2000, 4000, 8000)
PER_ARTICLE = 40
DROPPED = 25  # of a hundred words


def mixed_events() -> tuple[ReadArticle, ...]:
    """8,000 statements or a little more of many events."""
    return _enough(_texts())


def one_event() -> tuple[ReadArticle, ...]:
    """8,000 statements of 200 outlets that tell one story of 40 sentences in other words."""
    story = next(s for s in (_sentences(t) for t in _texts()) if len(s) >= PER_ARTICLE)[:PER_ARTICLE]
    outlets = SIZES[-1] // PER_ARTICLE + 40
    return _enough("\n\n".join(_varied(s, f"{n}") for s in story) for n in range(outlets))


def seconds(articles: Sequence[ReadArticle], size: int) -> tuple[int, float]:
    """How many statements were aligned, and how long it took."""
    chosen, count = [], 0
    for article in articles:
        if count >= size:
            break
        chosen.append(article)
        count += len(article.statements)
    origins = [Origin(id=f"o{n}", articles=(a.article.id,), first=a.article.id, why="") for n, a in enumerate(chosen)]
    gc.collect()
    gc.freeze()  # the collector is not to go through what the other sizes hold each time
    started = time.process_time()
    align(chosen, origins)
    taken = time.process_time() - started
    gc.unfreeze()
    return count, taken


def growth(measured: Sequence[tuple[int, float]]) -> float:
    """The exponent of n between the smallest and the largest size."""
    (small, before), (large, after) = measured[0], measured[-1]
    return math.log(after / before) / math.log(large / small)


def _enough(texts: Iterator[str]) -> tuple[ReadArticle, ...]:
    found: list[ReadArticle] = []
    count = 0
    for number, text in enumerate(texts):
        if count >= SIZES[-1]:
            break
        articles = read([Article(id=f"a{number}", source=f"Outlet {number}", text=text)])
        found += articles
        count += sum(len(a.statements) for a in articles)
    return tuple(found)


def _texts() -> Iterator[str]:
    for line in (DATA / "incidents.jsonl").read_text("utf-8").splitlines():
        for article in islice(json.loads(line)["articles"], 3):
            if len(article["content"]) > 200:
                yield article["content"]


def _sentences(text: str) -> list[str]:
    (article,) = read([Article(id="a", source="a", text=text)])
    return [s.statement.text for s in article.statements if len(s.statement.text.split()) > 8]


def _varied(sentence: str, seed: str) -> str:
    """The sentence without every word that its digest chooses."""
    words = sentence.split()
    kept = [w for n, w in enumerate(words) if n == 0 or zlib.crc32(f"{seed} {n} {w}".encode()) % 100 >= DROPPED]
    return " ".join(kept).rstrip(".") + "."
