"""Processes that work: one that runs late is killed, and only it."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from summarizer.web.engine import Engine, EngineError


@pytest.fixture
def engine() -> Iterator[Engine]:
    made = Engine(1, 1)
    yield made
    made.close()


def test_it_runs_in_another_process(engine: Engine) -> None:
    """And the same one again: starting one costs more than most requests."""
    first = engine.run(30, os.getpid)
    assert first != os.getpid()
    assert engine.run(30, os.getpid) == first


def test_what_runs_late_is_killed_and_its_place_is_free(engine: Engine) -> None:
    """Today's slow request must not be tomorrow's lost place."""
    late = engine.run(30, os.getpid)
    begun = time.monotonic()
    with pytest.raises(EngineError) as raised:
        engine.run(0.3, time.sleep, 60)
    assert raised.value.why == "late"
    assert engine.run(30, os.getpid) != late
    assert time.monotonic() - begun < 20
    with pytest.raises(ProcessLookupError):
        os.kill(late, 0)


def test_a_process_that_dies_costs_its_own_request_only(engine: Engine) -> None:
    """As when the system kills it for want of memory; also between two requests."""
    with pytest.raises(EngineError) as raised:
        engine.run(30, os._exit, 9)
    assert raised.value.why == "died"
    os.kill(engine.run(30, os.getpid), 9)
    time.sleep(0.2)
    assert engine.run(30, len, "abc") == 3


def test_a_failure_is_told_without_its_message(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    """The message of an exception may quote an article."""
    with pytest.raises(EngineError) as raised:
        engine.run(30, int, "secret words")
    assert raised.value.why == "failed"
    assert "ValueError" in raised.value.detail
    assert "secret" not in raised.value.detail + caplog.text


def test_more_than_may_wait_are_refused_at_once() -> None:
    """A queue without an end answers nobody."""
    engine = Engine(1, 1)
    engine.run(30, os.getpid)
    with ThreadPoolExecutor(2) as clients:
        at_work = [clients.submit(engine.run, 30, time.sleep, 1.5) for _ in range(2)]
        time.sleep(0.5)
        begun = time.monotonic()
        with pytest.raises(EngineError) as raised:
            engine.run(30, os.getpid)
        assert raised.value.why == "busy"
        assert time.monotonic() - begun < 0.5
        with pytest.raises(EngineError, match="every place is taken"):
            engine.check(1)
        for run in at_work:
            run.result()
    engine.check(30)
    engine.close()


def test_a_run_that_is_not_wanted_any_more_ends(engine: Engine) -> None:
    """A cancelled job must not hold the engine until its time is over."""
    engine.run(30, os.getpid)
    begun = time.monotonic()
    with pytest.raises(EngineError) as raised:
        engine.run_patiently(60, lambda: time.monotonic() - begun > 0.5, time.sleep, 60)
    assert raised.value.why == "stopped"
    assert time.monotonic() - begun < 10
