"""Counts that are the same whichever worker is asked."""

import os
import re
import sys

import pytest
from flask.testing import FlaskClient

from summarizer.web.metrics import Metrics

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="one process there")


def test_forked_processes_count_together() -> None:
    """Two workers behind one port: the one that is asked must know of the other's requests."""
    metrics = Metrics(["/healthz"])
    children = []
    for _ in range(3):
        child = os.fork()
        if child == 0:
            for _ in range(500):
                metrics.count("/healthz", "GET", 200, 0.02)
            os._exit(0)
        children.append(child)
    for child in children:
        assert os.waitpid(child, 0)[1] == 0
    text = metrics.text()
    assert 'summarizer_requests_total{route="/healthz",method="GET",status="200"} 1500\n' in text
    assert 'summarizer_request_seconds_bucket{route="/healthz",le="0.01"} 0\n' in text
    assert 'summarizer_request_seconds_bucket{route="/healthz",le="0.05"} 1500\n' in text
    assert 'summarizer_request_seconds_count{route="/healthz"} 1500\n' in text


def test_what_clients_choose_is_no_label() -> None:
    """A label that clients choose is a leak and a flood."""
    metrics = Metrics(["/healthz"])
    metrics.count("/secret", "BREW", 299, 1.0)
    assert 'route="-",method="-",status="other"} 1\n' in metrics.text()
    assert not re.search("secret|BREW|299", metrics.text())


def test_events_are_there_before_they_happen() -> None:
    """An alert on a rate needs the zero."""
    metrics = Metrics([])
    assert 'summarizer_engine_ended_total{why="late"} 0\n' in metrics.text()
    metrics.happened("summarizer_engine_ended_total", "late")
    assert 'summarizer_engine_ended_total{why="late"} 1\n' in metrics.text()


def test_metrics_count_routes_and_never_what_clients_choose(client: FlaskClient) -> None:
    """A label that clients choose is a leak and a flood."""
    client.get("/healthz")
    client.get("/secret-path")
    client.open("/healthz", method="POST")
    text = client.get("/metrics").text
    assert 'summarizer_requests_total{route="/healthz",method="GET",status="200"} 1\n' in text
    assert re.search(r'route="-",method="-",status="404"\} 1\n', text)
    assert "secret" not in text
