"""Sockets that wait no longer than they should."""

import select
import socket
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from summarizer.web.patience import LateError, PatientSocket, patient

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no gunicorn there")
Pair = tuple[PatientSocket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    """The server's end, and the client's."""
    server, client = socket.socketpair()
    end = PatientSocket.around(server, 0.5)
    end.begin()
    with end, client:
        yield end, client


def test_what_has_come_is_read(pair: Pair) -> None:
    """And an end is an end."""
    end, client = pair
    client.sendall(b"abc")
    client.close()
    assert (end.recv(9), end.recv(9)) == (b"abc", b"")


def test_a_request_that_dribbles_in_is_late(pair: Pair) -> None:
    """A byte now and then must not buy more time."""
    end, client = pair
    stopped = threading.Event()

    def dribble() -> None:
        while not stopped.wait(0.05):
            client.sendall(b"x")

    thread = threading.Thread(target=dribble)
    thread.start()
    begun = time.monotonic()
    with pytest.raises(LateError, match="not all of the request came"):
        list(iter(lambda: end.recv(9), b""))
    assert time.monotonic() < begun + 5
    stopped.set()
    thread.join()


def test_the_next_request_has_its_own_time(pair: Pair) -> None:
    """A connection serves many."""
    end, client = pair
    end.until = 0.0
    with pytest.raises(LateError):
        end.recv(9)
    end.begin()
    client.sendall(b"abc")
    assert end.recv(9) == b"abc"


def test_a_batch_is_unhurried_until_it_is_given_up(pair: Pair) -> None:
    """The thread that reads it goes when the answer is complete."""
    end, _ = pair
    end.unhurried()
    late: list[LateError] = []

    def read() -> None:
        try:
            end.recv(9)
        except LateError as error:
            late.append(error)

    thread = threading.Thread(target=read)
    thread.start()
    thread.join(0.8)
    assert thread.is_alive()
    end.give_up()
    thread.join(2)
    assert late


def test_a_client_that_takes_nothing_in_is_let_go(pair: Pair) -> None:
    """As one that went away."""
    end, _ = pair
    with pytest.raises(BrokenPipeError):
        end.sendall(b"x" * 10_000_000)


def test_a_client_that_reads_slowly_gets_all(pair: Pair) -> None:
    """As long as it reads."""
    end, client = pair
    come = bytearray()

    def read() -> None:
        while len(come) < 3_000_000:
            time.sleep(0.02)
            come.extend(client.recv(100_000))

    thread = threading.Thread(target=read)
    thread.start()
    end.sendall(b"x" * 3_000_000)
    thread.join(20)
    assert len(come) == 3_000_000


def test_a_socket_that_another_thread_closes_ends_the_wait(pair: Pair) -> None:
    """Or the thread that waits for it would never come back."""
    end, _ = pair
    end.unhurried()
    threading.Timer(0.1, end.close).start()
    with pytest.raises(OSError, match=r"\[Errno"):
        end.recv(9)


def test_a_mode_that_somebody_sets_is_kept(pair: Pair) -> None:
    """gunicorn sets one where it drains or polls."""
    end, _ = pair
    end.setblocking(False)
    with pytest.raises(BlockingIOError):
        end.recv(9)
    end.settimeout(0.05)
    with pytest.raises(TimeoutError):
        end.recv(9)
    assert select.select([end], [], [], 0)[0] == []


def test_other_servers_have_no_such_sockets() -> None:
    """waitress and the test client among them."""
    assert patient({}) is None
    assert patient({"gunicorn.socket": socket}) is None
