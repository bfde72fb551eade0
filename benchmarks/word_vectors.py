"""Writes lexicons/vectors.npz, the rows of language/vectors.py: published GloVe vectors in, one short row for each common stem out.

    python -m benchmarks.word_vectors WORDS VECTORS

WORDS is a text file with a word a line, the commonest first; VECTORS the numpy array of the same order. The file that is
shipped was made from GloVe 6B in 50 dimensions (Pennington, Socher and Manning 2014; newswire of Gigaword 5 and Wikipedia
2014; Public Domain Dedication and License 1.0). Of 40,000, 20,000 and 10,000 words the smallest number does as well
(same_fact AUC with the others .931, .931, .931, 2026-11-24).
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from summarizer.language.vectors import LENGTH, VECTORS
from summarizer.language.words import stem

OUT = Path(__file__).parent.parent / "summarizer" / VECTORS
WORDS = 10_000  # the commonest, before words that have one stem become one row
COMMON = 2  # directions that all words share and that say how common a word is: left out (Mu and Viswanath 2018)
OFFSET = 10  # a word's frequency is taken as one over its rank and this
RARITY = 8  # steps of rarity for each power of e


def main() -> None:
    """Fits and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", type=Path)
    parser.add_argument("vectors", type=Path)
    args = parser.parse_args()
    words = args.words.read_text("utf-8").splitlines()[:WORDS]
    stems, table, frequency = _by_stem(words, np.load(args.vectors, mmap_mode="r")[:WORDS])
    rarity = [round(RARITY * math.log(1 / f)) for f in frequency]
    lines = np.frombuffer("\n".join(stems).encode("utf-8"), dtype=np.uint8)
    rows = np.rint(LENGTH * _turned(table)).astype(np.int8)
    np.savez_compressed(OUT, stems=lines, vectors=rows, rarity=np.array(rarity, dtype=np.uint8))
    print(f"{len(stems)} stems, {OUT.stat().st_size} bytes")


def _by_stem(
    words: list[str], vectors: npt.NDArray[np.float32]
) -> tuple[list[str], npt.NDArray[np.float64], list[float]]:
    """The stems in alphabetical order, the mean vector of their words, and how frequent they are together."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for rank, word in enumerate(words):
        if word.isalpha() and word.isascii() and len(word) > 1:
            found[stem(word)].append(rank)
    stems = sorted(found)
    shares = [[1 / (rank + OFFSET) for rank in found[s]] for s in stems]
    table = [np.average(vectors[found[s]], axis=0, weights=share) for s, share in zip(stems, shares, strict=True)]
    return stems, np.array(table, dtype=np.float64), [math.fsum(share) for share in shares]


def _turned(table: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Around their mean, without what all share, of length 1."""
    table = table - table.mean(0)
    _, _, directions = np.linalg.svd(table, full_matrices=False)
    table = table - table @ directions[:COMMON].T @ directions[:COMMON]
    turned: npt.NDArray[np.float64] = table / np.linalg.norm(table, axis=1, keepdims=True)
    return turned


if __name__ == "__main__":
    main()
