"""What the program fails on, or is not done with in time."""

import json
import logging
import operator
import re

import pytest

from summarizer.settings import Settings
from summarizer.web.app import create_app
from tests.web.exchanges import FIRST, REQUEST, refused


def test_a_failure_of_the_program_is_a_problem_without_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the answer nor the log repeats what the request held."""
    monkeypatch.setattr("summarizer.web.views.merged", operator.truediv)
    monkeypatch.setattr("summarizer.web.batch_views.answer", operator.truediv)
    client = create_app(Settings()).test_client()
    with caplog.at_level(logging.DEBUG):
        response = client.post("/v1/merge", json=REQUEST)
        batch = client.post("/v1/batch", data=json.dumps(REQUEST), content_type="application/x-ndjson").data
    refused(response, 500)
    answer = json.loads(batch)
    assert (answer["id"], answer["problem"]["status"]) == ("r1", 500)
    assert "TypeError" in caplog.text
    for written in (response.data.decode(), batch.decode(), caplog.text):
        assert "bridge" not in written


HEAVY = {
    "articles": [
        FIRST
        | {
            "text": " ".join(
                f"Police closed bridge {i} on March {1 + (i + n) % 28}. {i * n} people were hurt." for i in range(1_800)
            )
        }
        for n in range(2, 10)
    ]
}


def test_what_takes_too_long_is_503_and_the_service_lives_on() -> None:
    """With the time after which to try again; in a batch it costs its own line only."""
    client = create_app(Settings(request_seconds=3, engines=1)).test_client()
    assert client.get("/readyz").status_code == 200
    response = client.post("/v1/merge", json=HEAVY)
    refused(response, 503)
    assert int(response.headers["Retry-After"]) > 0
    # a new process may take longer than that to start where the machine has more to do
    assert any(client.post("/v1/merge", json=REQUEST).status_code == 200 for _ in range(5))
    body = json.dumps(HEAVY | {"id": "slow"}) + "\n" + json.dumps(REQUEST)
    lines = client.post("/v1/batch", data=body, content_type="application/x-ndjson").data.splitlines()
    assert [(a["id"], a.get("problem", {}).get("status")) for a in map(json.loads, lines)] == [
        ("slow", 503),
        ("r1", None),
    ]
    metrics = client.get("/metrics").text
    assert re.search(r'summarizer_engine_ended_total\{why="late"\} [2-9]\n', metrics)
