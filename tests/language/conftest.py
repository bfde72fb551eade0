"""What the tests of the readers share: a bound on how work grows with the text."""

import time
from collections.abc import Callable

import pytest

ATTEMPTS = 5  # a busy machine disturbs a measure now and then, not five times running
SLACK = 0.05  # seconds: below that, nothing is measured


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.fixture
def grows_linearly() -> Callable[[Callable[[int], object], int, int], bool]:
    """Whether `work(large)` costs about `large / small` times what `work(small)` does; its square would be far beyond."""

    def grows(work: Callable[[int], object], small: int, large: int) -> bool:
        work(small)
        allowed = 3 * large / small
        return any(
            _seconds(lambda: work(large)) < allowed * _seconds(lambda: work(small)) + SLACK for _ in range(ATTEMPTS)
        )

    return grows
