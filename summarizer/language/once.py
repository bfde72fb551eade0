"""Readers that several matchers ask for one statement: a reader in, the same reader with what it found last kept out.

A statement's tokens are one tuple from the reading to the report. So what was found in them is kept under that very tuple: a look at
what it holds, as a cache by value takes, costs as much as many a reader.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar

FOUND_KEPT = 8_192  # of a merge or two; each entry holds on to a statement and a few small values
K = TypeVar("K")
A = TypeVar("A", bound=Hashable)
R = TypeVar("R")


class _Very:
    """A key for one very object, which it keeps alive: its place in memory cannot become another's."""

    __slots__ = ("held",)

    def __init__(self, held: object) -> None:
        self.held = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Very) and self.held is other.held


def kept(reader: Callable[[K], R]) -> Callable[[K], R]:
    """The reader, which reads each object once. For objects that never change.

    >>> read = []
    >>> looked = kept(lambda tokens: read.append(tokens) or len(tokens))
    >>> tokens = ("a", "b")
    >>> looked(tokens), looked(tokens), len(read)
    (2, 2, 1)
    """

    @lru_cache(maxsize=FOUND_KEPT)
    def found(key: _Very) -> R:
        held: K = key.held  # type: ignore[assignment]  # as put there below
        return reader(held)

    @wraps(reader)
    def read(held: K) -> R:
        return found(_Very(held))

    return read


def kept_at(reader: Callable[[K, A], R]) -> Callable[[K, A], R]:
    """Likewise a reader that is asked for one place of an object, or with one thing more to know."""

    @lru_cache(maxsize=FOUND_KEPT)
    def found(key: _Very, at: A) -> R:
        held: K = key.held  # type: ignore[assignment]  # as put there below
        return reader(held, at)

    @wraps(reader)
    def read(held: K, at: A) -> R:
        return found(_Very(held), at)

    return read
