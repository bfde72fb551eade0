"""Numbers that several processes of one server count in together: made before they fork, held by one of them at a time."""

from __future__ import annotations

import mmap
import os
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

_NUMBER = 8  # bytes of a C double


class SharedNumbers:
    """Floating point numbers in memory that forked processes share.

    The lock is one of the operating system's on a file without a name, so a process that dies while it counts lets go of it.

    >>> numbers = SharedNumbers(2)
    >>> with numbers.held() as row:
    ...     row[1] += 0.5
    >>> numbers.copy()
    [0.0, 0.5]
    """

    def __init__(self, count: int) -> None:
        self._within = threading.Lock()
        self._file, path = tempfile.mkstemp()
        if sys.platform != "win32":
            os.unlink(path)
        weakref.finalize(self, os.close, self._file)
        self._row: memoryview[float] = memoryview(mmap.mmap(-1, count * _NUMBER)).cast("d")

    @contextmanager
    def held(self) -> Iterator[memoryview[float]]:
        """The numbers, while no other thread or process changes them."""
        with self._within, _alone(self._file):
            yield self._row

    def copy(self) -> list[float]:
        """All numbers as they are now."""
        with self.held() as row:
            return list(row)


if sys.platform == "win32":

    @contextmanager
    def _alone(_file: int) -> Iterator[None]:
        """The server there is a single process."""
        yield

else:
    import fcntl

    @contextmanager
    def _alone(file: int) -> Iterator[None]:
        fcntl.lockf(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(file, fcntl.LOCK_UN)
