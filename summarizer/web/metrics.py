"""Counts and times of requests: one call a request in, Prometheus text out.

Each process counts for itself; the label `process` keeps several workers behind one port apart.
"""

from __future__ import annotations

import os
import threading
from collections import Counter

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0)  # seconds: a health check takes a hundredth, a long merge some seconds


class Metrics:
    """What one process has answered so far. Labels are routes, methods and statuses: never anything that a client chooses."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._within: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """One request was answered."""
        with self._lock:
            self._requests[route, method, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]  # a Counter of seconds, which are no whole numbers
            for bucket in (b for b in BUCKETS if seconds <= b):
                self._within[route, bucket] += 1

    def text(self) -> str:
        """All of it, in the order of the routes."""
        process = os.getpid()
        with self._lock:
            requests, within, seconds = dict(self._requests), dict(self._within), dict(self._seconds)
        lines = ["# HELP summarizer_requests_total Requests answered.", "# TYPE summarizer_requests_total counter"]
        for (route, method, status), number in sorted(requests.items()):
            lines.append(
                f'summarizer_requests_total{{process="{process}",route="{route}",method="{method}",status="{status}"}} {number}'
            )
        lines += ["# HELP summarizer_request_seconds Time to answer.", "# TYPE summarizer_request_seconds histogram"]
        for route, taken in sorted(seconds.items()):
            total = sum(n for (r, _, _), n in requests.items() if r == route)
            labels = f'process="{process}",route="{route}"'
            lines += [
                f'summarizer_request_seconds_bucket{{{labels},le="{b}"}} {within.get((route, b), 0)}' for b in BUCKETS
            ]
            lines.append(f'summarizer_request_seconds_bucket{{{labels},le="+Inf"}} {total}')
            lines.append(f"summarizer_request_seconds_sum{{{labels}}} {taken:.6f}")
            lines.append(f"summarizer_request_seconds_count{{{labels}}} {total}")
        return "\n".join(lines) + "\n"
