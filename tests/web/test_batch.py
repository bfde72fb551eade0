"""Batches: a line in, a line out."""

import gzip
import json

from flask.testing import FlaskClient

from summarizer.settings import Settings
from summarizer.web.app import create_app
from tests.web.exchanges import REQUEST


def test_batch(client: FlaskClient) -> None:
    """A bad line costs that line only; the order is the input's."""
    body = "\n".join(
        [json.dumps(REQUEST), "{", "", json.dumps({"id": "r2", "articles": []}), json.dumps(REQUEST | {"id": "r3"})]
    )
    response = client.post("/v1/batch", data=body, content_type="application/x-ndjson")
    answers = [json.loads(line) for line in response.data.splitlines()]
    assert response.mimetype == "application/x-ndjson"
    assert [(a["id"], a.get("problem", {}).get("status")) for a in answers] == [
        ("r1", None),
        (None, 400),
        ("r2", 422),
        ("r3", None),
    ]


def test_a_batch_is_packed_both_ways(client: FlaskClient) -> None:
    """Line by line, and the same lines."""
    body = json.dumps(REQUEST).encode() + b"\n{\n"
    plain = client.post("/v1/batch", data=body, content_type="application/x-ndjson").data
    packed = client.post(
        "/v1/batch",
        data=gzip.compress(body),
        content_type="application/x-ndjson",
        headers={"Content-Encoding": "gzip", "Accept-Encoding": "gzip"},
    )
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain


def test_a_batch_ends_with_what_ends_it() -> None:
    """What was right before is answered; a line too long costs itself only."""
    line = json.dumps(REQUEST).encode() + b"\n"
    client = create_app(Settings(max_batch_lines=2, max_body_bytes=5_000)).test_client()

    def statuses(data: bytes, **headers: str) -> list[int | None]:
        answer = client.post("/v1/batch", data=data, content_type="application/x-ndjson", headers=headers)
        return [json.loads(a).get("problem", {}).get("status") for a in answer.data.splitlines()]

    assert statuses(line * 3) == [None, None, 413]
    assert statuses(b"x" * 6_000 + b"\n" + line) == [413, None]
    assert statuses(gzip.compress(line)[:-4], **{"Content-Encoding": "gzip"}) == [None, 400]
