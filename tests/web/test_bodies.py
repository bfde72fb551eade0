"""Bodies that cannot be read, and packed ones."""

import gzip
import io
import json

import pytest
from flask.testing import FlaskClient

from benchmarks import service_bodies
from summarizer.settings import Settings
from summarizer.web.app import create_app
from tests.web.exchanges import REQUEST, refused


@pytest.mark.parametrize(
    "body", [b"", b" ", b"{", b"NaN", b'{"a": Infinity}', b"[" * 100_000, b'"\\ud800"', b"\xff", b'{"a": 1} x']
)
def test_what_is_not_json_is_400(client: FlaskClient, body: bytes) -> None:
    """Also a depth bomb, and what only some parsers take."""
    refused(client.post("/v1/merge", data=body, content_type="application/json"), 400)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_other_content_is_415(client: FlaskClient, kind: str) -> None:
    """curl -d without a header, for one."""
    refused(client.post("/v1/merge", data=b"{}", content_type=kind), 415)


def test_what_a_body_breaks_off_with_is_400(client: FlaskClient) -> None:
    """A connection that is reset is the client's matter, not a failure of the program."""

    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise ConnectionResetError

    for length in ("", "500"):
        broken = {"wsgi.input": io.BufferedReader(Broken()), "wsgi.input_terminated": True, "CONTENT_LENGTH": length}
        refused(client.post("/v1/merge", content_type="application/json", environ_overrides=broken), 400)
    short = {"wsgi.input": io.BytesIO(b'{"articles": []}'), "wsgi.input_terminated": True, "CONTENT_LENGTH": "500"}
    refused(client.post("/v1/merge", content_type="application/json", environ_overrides=short), 400)


def test_gzip_in_and_out(client: FlaskClient) -> None:
    """The same answer, packed; and the same bytes each time."""
    packed = gzip.compress(json.dumps(REQUEST).encode())
    plain = client.post("/v1/merge", json=REQUEST)
    response = client.post(
        "/v1/merge",
        data=packed,
        content_type="application/json",
        headers={"Content-Encoding": "gzip", "Accept-Encoding": "gzip"},
    )
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.data) == plain.data
    assert response.headers["ETag"] == plain.headers["ETag"]


@pytest.mark.parametrize("body", [b"hello", gzip.compress(b"{}" * 100)[:-9], gzip.compress(b"{}") + b"tail"])
def test_bad_gzip_is_400(client: FlaskClient, body: bytes) -> None:
    """Not gzip, cut off, or followed by something else."""
    refused(
        client.post("/v1/merge", data=body, content_type="application/json", headers={"Content-Encoding": "gzip"}), 400
    )


def test_an_unknown_encoding_is_415(client: FlaskClient) -> None:
    """Only gzip is unpacked."""
    refused(
        client.post("/v1/merge", data=b"x", content_type="application/json", headers={"Content-Encoding": "br"}), 415
    )


def test_too_large_is_413() -> None:
    """As sent, in chunks, or unpacked from a bomb."""
    client = create_app(Settings(max_body_bytes=1_000)).test_client()
    refused(client.post("/v1/merge", data=b"x" * 1_001, content_type="application/json"), 413)
    chunked = {"wsgi.input": io.BytesIO(b"x" * 1_001), "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    refused(client.post("/v1/merge", content_type="application/json", environ_overrides=chunked), 413)
    bomb = gzip.compress(bytes(600_000))
    assert len(bomb) < 1_000
    refused(
        client.post("/v1/merge", data=bomb, content_type="application/json", headers={"Content-Encoding": "gzip"}), 413
    )
    files = {"article": (io.BytesIO(b"x" * 1_001), "a.txt")}
    refused(client.post("/v1/merge", data=files, content_type="multipart/form-data"), 413)


def test_no_body_is_the_programs_failure() -> None:
    """The first of the random and changed bodies that `benchmarks.service_bodies` sends a hundred thousand of."""
    with service_bodies.in_process() as send:
        statuses = {number: send(service_bodies.request_of(1, number)) for number in range(300)}
    assert {n: s for n, s in statuses.items() if s >= 500} == {}
    assert {200, 400, 406, 415, 422} <= set(statuses.values())
