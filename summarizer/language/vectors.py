"""Which words keep like company: stems in, whole-numbered rows out, by vectors fitted on newswire and an encyclopedia.

The rows are those of GloVe for its commonest words, one for each stem, in whole numbers, so that sums and products of them
are exact and the same on every machine. They know of no figures and of few names. Opposites keep like company too ("rose",
"fell"): what is near says what a statement is about, never whether it is so (benchmarks/word_vectors.py writes the file).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Rows = npt.NDArray[np.float32]
    Sums = npt.NDArray[np.float64]

VECTORS = "lexicons/vectors.npz"
LENGTH = 127.0  # of every row that is not nothing, but for rounding


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    rows: dict[str, int]
    vectors: Rows  # the last one is nothing: of stems that are not there
    rarity: npt.NDArray[np.float32]
    shares: dict[str, float]  # of the rarity of the rarest


def vectors_of(stems: Iterable[str]) -> Rows:
    """A row for each stem, of nothing where it has none.

    >>> ship, boat, rain, unknown = vectors_of(["ship", "boat", "rain", "qqx"])
    >>> bool(ship @ boat > 2 * abs(ship @ rain)), bool(unknown.any())
    (True, False)
    """
    table = _table()
    return table.vectors[[table.rows.get(s, -1) for s in stems]]


def subject_of(stems: Iterable[str]) -> Sums:
    """The sum of the rows, rare words more."""
    import numpy as np

    table = _table()
    rows = [table.rows.get(s, -1) for s in stems]
    return (table.rarity[rows] @ table.vectors[rows]).astype(np.float64)  # up to 2 ** 24 exact before that, too


def closest(ones: Rows, others: Rows) -> tuple[list[float], list[float]]:
    """For each row of either the largest product with a row of the other."""
    import numpy as np

    products = ones @ others.T
    return np.maximum.reduce(products, axis=1).tolist(), np.maximum.reduce(products, axis=0).tolist()


def rarity_of(stems: Iterable[str]) -> tuple[float, ...]:
    """How rare each stem is, up to 1, which is what those are that have no row.

    >>> rain, said, unknown = rarity_of(["rain", "said", "qqx"])
    >>> said < rain < unknown
    True
    """
    table = _table()
    return tuple(table.shares.get(s, 1.0) for s in stems)


@cache
def _table() -> _Table:
    import numpy as np

    with (resources.files("summarizer") / VECTORS).open("rb") as stream, np.load(stream, allow_pickle=False) as packed:
        stems = packed["stems"].tobytes().decode("utf-8").split("\n")
        vectors = packed["vectors"].astype(np.float32)
        rarity = packed["rarity"].astype(np.float32)
    return _Table(
        shares=dict(zip(stems, (rarity.astype(np.float64) / rarity.max()).tolist(), strict=True)),
        rows={stem: row for row, stem in enumerate(stems)},
        vectors=np.vstack([vectors, np.zeros((1, vectors.shape[1]), np.float32)]),
        rarity=np.append(rarity, np.float32(0)),
    )
