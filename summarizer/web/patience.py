"""Sockets that do not wait forever: a client that sends its request slowly, or never reads the answer, gives its thread back.

A thread that waits for such a client serves nobody else, and a few dozen of them would be all that a server has.
"""

from __future__ import annotations

import errno
import select
import socket
import time
from collections.abc import Mapping

LOOK = 0.25  # seconds between two looks at whether a wait is over
CONTINUE = b"HTTP/1.1 100"  # no answer yet: it asks for the body
_NOW = getattr(socket, "MSG_DONTWAIT", 0)
_ENDED = select.POLLERR | select.POLLHUP | select.POLLNVAL if hasattr(select, "poll") else 0


class LateError(Exception):
    """A request did not come in within its time. No OSError: those mean that the client has gone."""


class PatientSocket(socket.socket):
    """A connection that is read until a moment, and written to as long as the client takes something in.

    Its mode is never changed to bound a wait: one thread may read a batch while another answers it.
    """

    seconds = until = moved = float("inf")
    answered = False

    @classmethod
    def around(cls, plain: socket.socket, seconds: float) -> PatientSocket:
        """The same connection; the plain socket is left without it."""
        timeout = plain.gettimeout()
        made = cls(fileno=plain.detach())
        made.settimeout(timeout)
        made.seconds = seconds
        return made

    def begin(self) -> None:
        """A request is awaited from now on."""
        self.moved = time.monotonic()
        self.until = self.moved + self.seconds
        self.answered = False

    def unhurried(self) -> None:
        """The rest of this request may take its time: a batch is sent as it is answered."""
        self.until = float("inf")

    def give_up(self) -> None:
        """The rest of this request is not awaited any more."""
        self.until = 0.0

    def recv(self, size: int, flags: int = 0) -> bytes:
        """What has come. Raises LateError where nothing comes until it is too late."""
        if self.gettimeout() is None:
            while not self._ready(select.POLLIN, self.until):
                if time.monotonic() >= self.until:
                    raise LateError(f"not all of the request came within {self.seconds:.0f} seconds")
        come = super().recv(size, flags)
        self.moved = time.monotonic()
        return come

    def sendall(self, content: bytes, flags: int = 0) -> None:  # type: ignore[override]  # gunicorn hands over bytes
        """Sends all of it. Raises BrokenPipeError where the client takes nothing in for too long, and sends nothing either."""
        self.answered = self.answered or not content.startswith(CONTINUE)
        if self.gettimeout() is not None:
            super().sendall(content, flags)
            return
        left = memoryview(content)
        while left:
            if self._ready(select.POLLOUT, self.moved + self.seconds):
                left = left[self._sent(left, flags) :]
                self.moved = time.monotonic()
            elif time.monotonic() >= self.moved + self.seconds:
                raise BrokenPipeError(errno.EPIPE, "the client takes nothing in")

    def _sent(self, content: memoryview, flags: int) -> int:
        try:
            return super().send(content, flags | _NOW)
        except BlockingIOError:  # what there was room for a moment ago is gone
            return 0

    def _ready(self, wanted: int, until: float) -> bool:
        """Whether the socket can be read or written, after a while at most."""
        poll = select.poll()
        try:
            poll.register(self, wanted | _ENDED)
        except ValueError:  # closed by another thread
            raise ConnectionResetError(errno.ECONNRESET, "the connection was closed") from None
        return bool(poll.poll(1000 * max(0.0, min(LOOK, until - time.monotonic()))))


def patient(environ: Mapping[str, object]) -> PatientSocket | None:
    """The connection that a request comes in on; None where the server has no such sockets."""
    connection = environ.get("gunicorn.socket")
    return connection if isinstance(connection, PatientSocket) else None
