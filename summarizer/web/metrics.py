"""Counts and times of requests, jobs and the engine: one call each in, Prometheus text out, the same from every worker of a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.web.shared import SharedNumbers

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 30.0)  # seconds: a health check takes a hundredth, a long merge some seconds
METHODS = ("GET", "HEAD", "POST", "DELETE", "OPTIONS", "-")
STATUSES = (200, 202, 204, 304, 400, 401, 404, 405, 406, 408, 413, 414, 415, 417, 422, 429, 431, 500, 503)
OTHER = 0  # stands for every status that is not listed
EVENTS = {
    "summarizer_engine_ended_total": ("Engine processes that were ended or died.", "why", ("late", "stopped", "died")),
    "summarizer_jobs_total": (
        "Jobs by what became of them.",
        "state",
        ("taken", "done", "failed", "cancelled", "again"),
    ),
}
_STATUSES = (*STATUSES, OTHER)


class Metrics:
    """What all processes have answered so far. Labels are routes, methods and statuses: never anything that a client chooses."""

    def __init__(self, routes: Sequence[str]) -> None:
        self._routes = (*sorted(routes), "-")
        self._times = len(self._routes) * len(METHODS) * len(_STATUSES)
        self._events = self._times + len(self._routes) * (len(BUCKETS) + 2)
        self._event_rows = [(name, label) for name, (_, _, labels) in EVENTS.items() for label in labels]
        self._numbers = SharedNumbers(self._events + len(self._event_rows))

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        """One request was answered."""
        place = self._routes.index(route if route in self._routes else "-")
        row = (place * len(METHODS) + METHODS.index(method if method in METHODS else "-")) * len(_STATUSES)
        row += _STATUSES.index(status if status in STATUSES else OTHER)
        times = self._times + place * (len(BUCKETS) + 2)
        with self._numbers.held() as numbers:
            numbers[row] += 1
            for index, bucket in enumerate(BUCKETS):
                numbers[times + index] += seconds <= bucket
            numbers[times + len(BUCKETS)] += 1
            numbers[times + len(BUCKETS) + 1] += seconds

    def happened(self, event: str, label: str) -> None:
        """One of EVENTS."""
        row = self._events + self._event_rows.index((event, label))
        with self._numbers.held() as numbers:
            numbers[row] += 1

    def text(self) -> str:
        """All of it, in the order of the routes."""
        numbers = self._numbers.copy()
        lines = [*self._request_lines(numbers), *self._time_lines(numbers), *self._event_lines(numbers)]
        return "\n".join(lines) + "\n"

    def _request_lines(self, numbers: Sequence[float]) -> Iterator[str]:
        yield "# HELP summarizer_requests_total Requests answered."
        yield "# TYPE summarizer_requests_total counter"
        labels = [(r, m, s) for r in self._routes for m in METHODS for s in _STATUSES]
        for (route, method, status), number in zip(labels, numbers, strict=False):
            if number:
                shown = status or "other"
                yield f'summarizer_requests_total{{route="{route}",method="{method}",status="{shown}"}} {number:.0f}'

    def _time_lines(self, numbers: Sequence[float]) -> Iterator[str]:
        yield "# HELP summarizer_request_seconds Time to answer."
        yield "# TYPE summarizer_request_seconds histogram"
        for place, route in enumerate(self._routes):
            start = self._times + place * (len(BUCKETS) + 2)
            *within, total, taken = numbers[start : start + len(BUCKETS) + 2]
            if not total:
                continue
            for bucket, number in zip((*BUCKETS, "+Inf"), (*within, total), strict=True):
                yield f'summarizer_request_seconds_bucket{{route="{route}",le="{bucket}"}} {number:.0f}'
            yield f'summarizer_request_seconds_sum{{route="{route}"}} {taken:.6f}'
            yield f'summarizer_request_seconds_count{{route="{route}"}} {total:.0f}'

    def _event_lines(self, numbers: Sequence[float]) -> Iterator[str]:
        counted = dict(zip(self._event_rows, numbers[self._events :], strict=True))
        for name, (meaning, label, values) in EVENTS.items():
            yield f"# HELP {name} {meaning}"
            yield f"# TYPE {name} counter"
            for value in values:
                yield f'{name}{{{label}="{value}"}} {counted[name, value]:.0f}'
