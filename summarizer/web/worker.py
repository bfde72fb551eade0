"""gunicorn's worker, where it answers without the application: a problem document too, and never what was sent in a log."""

from __future__ import annotations

import logging
import socket
import uuid
from contextlib import suppress

from gunicorn.http.errors import ExpectationFailed, LimitRequestHeaders, LimitRequestLine, ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from summarizer.render.json_bytes import dumped
from summarizer.web.patience import LateError, PatientSocket
from summarizer.web.problems import MEDIA_TYPE, problem_body, title
from summarizer.web.service import RETRY_AFTER, service_of
from summarizer.web.traces import passed, without_messages

LOG = logging.getLogger("summarizer.web")
REFUSED: tuple[tuple[type[Exception], int, str], ...] = (  # the first that fits: all but LateError are ParseExceptions
    (LateError, 408, "the head of the request came too slowly: send it at once"),
    (LimitRequestLine, 414, "the first line of the request is too long: send what is long as its body"),
    (LimitRequestHeaders, 431, "too many header fields, or too long ones: send fewer"),
    (ExpectationFailed, 417, "this expectation cannot be met: send Expect: 100-continue, or none"),
    (ParseException, 400, "this is no HTTP/1.1 request ({}): send one as RFC 9112 asks"),
)


class Worker(ThreadWorker):  # type: ignore[misc]  # gunicorn has no types
    """Threads that each serve one connection at a time, and wait for no client longer than its time."""

    def init_process(self) -> None:
        """Begins to serve; what gunicorn logs of a failure is cut to where it happened."""
        logging.getLogger("gunicorn.error").addFilter(without_messages)
        super().init_process()

    def enqueue_req(self, conn: TConn) -> None:
        """A connection has something to read."""
        if not isinstance(conn.sock, PatientSocket):
            conn.sock = PatientSocket.around(conn.sock, service_of(self).settings.receive_seconds)
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> object:
        """Serves one request of a connection, in a thread; where that is its last one, closes it there too.

        gunicorn would close it in the thread that accepts connections, and wait there for clients that do not close.
        """
        conn.sock.begin()
        goes_on = super().handle(conn)
        if not goes_on:
            conn.close(graceful=True)
            conn.close = _closed
        return goes_on

    def handle_error(self, req: object, client: socket.socket, addr: object, exc: BaseException) -> None:  # noqa: ARG002 - gunicorn's signature
        """Answers what is no request, or failed outside the application."""
        status, detail = refusal(exc)
        id_ = uuid.uuid4().hex
        if status == 500:
            LOG.error("%s failed: %s", id_, passed(exc))
        LOG.info("%s - - %s %s", id_, status, type(exc).__name__)
        service_of(self).metrics.count("-", "-", status, 0.0)
        if isinstance(client, PatientSocket) and client.answered:
            return
        with suppress(OSError):  # it has gone
            client.sendall(answer(status, detail, id_))


def _closed(*, graceful: bool = False) -> None:
    """Of a connection that is closed already."""


def refusal(error: BaseException) -> tuple[int, str]:
    """Status and detail; never a word of what was sent.

    >>> refusal(LimitRequestLine(9000, 4094))[0], refusal(ParseException("secret"))
    (414, (400, 'this is no HTTP/1.1 request (ParseException): send one as RFC 9112 asks'))
    """
    for kind, status, detail in REFUSED:
        if isinstance(error, kind):
            return status, detail.format(type(error).__name__)
    return 500, "the program failed on this request: please report it"


def answer(status: int, detail: str, id_: str) -> bytes:
    """The whole answer as it goes out."""
    body = dumped(problem_body(status, detail) | {"instance": "", "request_id": id_})
    lines = (
        f"HTTP/1.1 {status} {title(status)}",
        "Connection: close",
        f"Content-Type: {MEDIA_TYPE}",
        f"Content-Length: {len(body)}",
        f"X-Request-ID: {id_}",
        *([f"Retry-After: {RETRY_AFTER}"] if status == 408 else []),
    )
    return "\r\n".join((*lines, "", "")).encode() + body
