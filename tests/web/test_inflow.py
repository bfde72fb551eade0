"""Lines as they come in."""

import threading
from collections.abc import Iterator

import pytest
from werkzeug.exceptions import BadRequest, RequestTimeout

from summarizer.web.inflow import Inflow


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([b"a\nb\n"], [b"a", b"b"]),
        ([b"a", b"b\n", b"\n \nc"], [b"ab", b"c"]),
        ([b"aaaaaa\nb\n"], [None, b"b"]),
        ([b"aaa", b"aaa", b"aaa\nb"], [None, b"b"]),
        ([b"aaaaaa"], [None]),
        ([b"aaaaa"], [b"aaaaa"]),
        ([], []),
    ],
)
def test_lines_of_pieces(pieces: list[bytes], lines: list[bytes | None]) -> None:
    """Wherever the pieces end; blank lines are none, and one of more than five bytes is not kept."""
    inflow = Inflow(iter(pieces), 5)
    assert list(inflow.lines(5)) == lines
    inflow.close()


def test_a_line_is_there_before_the_next_one() -> None:
    """A client may wait for an answer before it sends more."""
    answered = threading.Event()

    def sent() -> Iterator[bytes]:
        yield b"a\n"
        assert answered.wait(5)
        yield b"b\n"

    inflow = Inflow(sent(), 5)
    lines = inflow.lines(10)
    assert next(lines) == b"a"
    answered.set()
    assert list(lines) == [b"b"]
    inflow.close()


def test_all_is_taken_in_before_any_of_it_is_asked_for() -> None:
    """Or a client that sends everything before it reads would wait forever."""
    taken = threading.Event()

    def sent() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 65_535 + b"\n"
        taken.set()

    inflow = Inflow(sent(), 5)
    assert taken.wait(5)
    assert sum(1 for _ in inflow.lines(100_000)) == 100
    inflow.close()


def test_a_body_that_stops_coming_is_given_up() -> None:
    """A thread must not wait for a client that is gone."""
    goes_on = threading.Event()

    def sent() -> Iterator[bytes]:
        yield b"a\n"
        goes_on.wait(5)

    inflow = Inflow(sent(), 0.2)
    lines = inflow.lines(10)
    assert next(lines) == b"a"
    with pytest.raises(RequestTimeout):
        next(lines)
    goes_on.set()
    inflow.close()


def test_what_is_wrong_with_the_body_comes_after_its_lines() -> None:
    """What came before it is answered."""

    def sent() -> Iterator[bytes]:
        yield b"a\n"
        raise BadRequest("no gzip")

    inflow = Inflow(sent(), 5)
    lines = inflow.lines(10)
    assert next(lines) == b"a"
    with pytest.raises(BadRequest):
        next(lines)
    inflow.close()
