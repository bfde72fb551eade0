"""Lines as they come in: a stream of bytes in, lines out, each as soon as it is there; what is not asked for yet waits on disk.

A client that sends all before it reads anything would wait for the server forever, and the server for it, if the
server read no further than it has answered. So a thread of its own reads, whatever becomes of the answers.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator

from werkzeug.exceptions import HTTPException, RequestTimeout

_CHUNK = 65_536
LONGEST_END = 2.0  # seconds; where the server cannot be told to give up, the thread is left behind


class Inflow:
    """One body on its way in, in a file that has no name and goes with the request."""

    def __init__(self, pieces: Iterable[bytes], patience: float, give_up: Callable[[], object] = lambda: None) -> None:
        self._pieces, self._patience, self._give_up = pieces, patience, give_up
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._news = threading.Condition()
        self._written, self._over = 0, False
        self._failure: HTTPException | None = None
        self._thread = threading.Thread(target=self._read, name="inflow", daemon=True)
        self._thread.start()

    def lines(self, longest: int) -> Iterator[bytes | None]:
        """Each line that is not blank; None for one that is longer than `longest`. Raises what the reading of the body raised."""
        line, too_long = bytearray(), False
        for chunk in self._chunks():
            *ended, rest = chunk.split(b"\n")
            for part in ended:
                line += part
                if too_long or len(line) > longest:
                    yield None
                elif line.strip():
                    yield bytes(line)
                line, too_long = bytearray(), False
            line += rest
            if len(line) > longest:
                line, too_long = bytearray(), True
        if too_long:
            yield None
        elif line.strip():
            yield bytes(line)

    def close(self) -> None:
        """Gives the disk back. The server may read on afterwards, so the thread that reads is let go first."""
        with self._news:
            self._over = True
            self._file.close()
        self._give_up()
        self._thread.join(LONGEST_END)

    def _chunks(self) -> Iterator[bytes]:
        taken = 0
        while True:
            with self._news:
                if not self._news.wait_for(lambda at=taken: self._written > at or self._over, self._patience):  # type: ignore[misc]  # a default binds it
                    raise RequestTimeout(
                        f"nothing came for {self._patience:.0f} seconds: send the body without a break"
                    )
                if self._written == taken:
                    break
                self._file.seek(taken)
                chunk = self._file.read(_CHUNK)
            taken += len(chunk)
            yield chunk
        if self._failure is not None:
            raise self._failure

    def _read(self) -> None:
        try:
            for piece in self._pieces:
                with self._news:
                    if self._over:
                        return
                    self._file.seek(self._written)
                    self._file.write(piece)
                    self._written += len(piece)
                    self._news.notify_all()
        except HTTPException as error:
            self._failure = error
        finally:
            with self._news:
                self._over = True
                self._news.notify_all()
