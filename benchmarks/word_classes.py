"""Classes of words by their neighbours: sentences of the treebank in, with plain news text beside, classes by word out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import numpy.typing as npt

from benchmarks.treebank import TREEBANK, Sentence
from summarizer.language.tag_features import reduced
from summarizer.language.tagging import token_spans

SEED = 20241124
PLAIN = tuple(
    f"{name}.jsonl"
    for name in "incidents events ecbplus who_when_where same_fact news_summaries attribution dates".split()
)
CLASSED, NEIGHBOURS, WIDE, NARROW = 20_000, 700, 64, 320  # words with a class, neighbours counted, classes
Table = npt.NDArray[np.float32]


def word_classes(train: Iterable[Sentence]) -> dict[str, str]:
    """Two numbers for each frequent word: the wide and the narrow class of words that have like neighbours.

    Log-weighted counts of the words right before and after, 50 dimensions by randomised SVD, spherical k-means.
    """
    text = [[reduced(w) for w in s.words] for s in train]
    text += [[reduced(line[a:b]) for a, b in token_spans(line)] for line in _plain_lines()]
    counts = Counter(word for sentence in text for word in sentence)
    vocabulary = [w for w, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= 4][:CLASSED]
    index = {word: row for row, word in enumerate(vocabulary)}
    table = np.zeros((len(vocabulary), 2 * (NEIGHBOURS + 2)), dtype=np.float32)
    for sentence in text:
        ids = [index.get(word, len(vocabulary)) for word in sentence]
        beside = [-1, *ids, -1]
        for at, row in enumerate(ids):
            if row < len(vocabulary):
                table[row, _column(beside[at])] += 1
                table[row, _column(beside[at + 2]) + NEIGHBOURS + 2] += 1
    points = _embedded(table)
    wide, narrow = _clustered(points, WIDE), _clustered(points, NARROW)
    return {word: f"{wide[row]:02d}{narrow[row]}" for word, row in sorted(index.items())}


def _column(neighbour: int) -> int:
    return NEIGHBOURS + 1 if neighbour < 0 else min(neighbour, NEIGHBOURS)


def _plain_lines() -> Iterator[str]:
    """The long strings of the plain-text sets, each once."""
    seen: set[str] = set()
    for name in PLAIN:
        for line in (TREEBANK.parent / name).read_text("utf-8").splitlines():
            for text in _strings(json.loads(line)):
                if text not in seen:
                    seen.add(text)
                    yield from text.split("\n")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) > 40:
            yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _embedded(table: Table) -> Table:
    common = table.sum(0, keepdims=True) ** 0.75
    table = np.log1p(table * (common.sum() / (table.sum(1, keepdims=True) * common + 1e-9)))
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    chance = np.random.default_rng(SEED)
    basis = np.linalg.qr(table @ chance.standard_normal((table.shape[1], 80)).astype(np.float32))[0]
    for _ in range(2):
        basis = np.linalg.qr(table @ (table.T @ basis))[0]
    left, sizes, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    points = (basis @ left)[:, :50] * sizes[:50]
    return np.asarray(points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _clustered(points: Table, count: int) -> list[int]:
    centres = points[:count].copy()  # the most frequent words
    nearest = np.zeros(len(points), dtype=np.int64)
    for _ in range(15):
        nearest = (points @ centres.T).argmax(axis=1)
        for number in range(count):
            members = points[nearest == number]
            if len(members):
                centre = members.mean(axis=0)
                centres[number] = centre / (np.linalg.norm(centre) + 1e-9)
    return [int(number) for number in nearest]
