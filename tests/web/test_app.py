"""The service over HTTP: what it answers, and how it refuses."""

import json
import re

import pytest
from flask.testing import FlaskClient

from summarizer.settings import Settings
from summarizer.web.app import create_app
from tests.web.exchanges import FIRST, REQUEST, refused


def test_merge(client: FlaskClient) -> None:
    """Several articles in, the report out."""
    response = client.post("/v1/merge", json=REQUEST)
    assert response.status_code == 200
    assert response.content_type == "application/json"
    report = json.loads(response.data)
    assert report["id"] == "r1"
    assert [a["source"] for a in report["articles"]] == ["The Dale Gazette", "Valley Wire"]


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("text/plain", "text/plain"),
        ("text/markdown", "text/markdown"),
        ("text/csv", "text/csv"),
        ("*/*", "application/json"),
        ("text/*;q=0.1, application/json;q=0.5", "application/json"),
        ("image/png, text/csv;q=0.2", "text/csv"),
        ("application/json; charset=utf-8", "application/json"),
        ('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', "application/ld+json"),
        ("text/html;level=1;q=0.4, text/plain;q=0.3", "text/html"),
        ("application/json;q=0, */*", "text/markdown"),
        ("text/html, */*", "text/html"),
        ("*/*, text/csv;q=0", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("TEXT/CSV", "text/csv"),
        ("*", "application/json"),
    ],
)
def test_accept_chooses_the_form(client: FlaskClient, accept: str, kind: str) -> None:
    """And ?format= wins over it."""
    response = client.post("/v1/merge", json=REQUEST, headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (200, kind)
    forced = client.post("/v1/merge?format=markdown", json=REQUEST, headers={"Accept": accept})
    assert forced.mimetype == "text/markdown"


def test_an_unknown_form_is_406(client: FlaskClient) -> None:
    """Better than a form nobody asked for."""
    for accept in ("image/png", "application/json;q=0", "nonsense"):
        refused(client.post("/v1/merge", json=REQUEST, headers={"Accept": accept}), 406)
    refused(client.post("/v1/merge?format=pdf", json=REQUEST), 406)


def test_facts(client: FlaskClient) -> None:
    """One article, a list, or an object with articles."""
    for payload in (FIRST, [FIRST], {"articles": [FIRST]}):
        found = json.loads(client.post("/v1/facts", json=payload).data)
        assert "12" in [f["value"] for f in found["articles"][0]["facts"]]
    fact = next(f for f in found["articles"][0]["facts"] if f["value"] == "12")
    assert FIRST["text"][fact["start"] : fact["end"]] == fact["quote"]


def test_what_is_not_valid_is_422_with_every_problem(client: FlaskClient) -> None:
    """Each with the pointer to its place."""
    body = refused(client.post("/v1/merge", json={"articles": [{"source": ""}, 5]}), 422)
    assert [e["pointer"] for e in body["errors"]] == ["/articles/0/source", "/articles/1", "/articles/0/text"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("payload", "pointers"),
    [
        (
            {"articles": [{"source": "A", "html": "<p></p>"}, FIRST | {"source": ""}], "options": {"sentences": 0}},
            ["/options/sentences", "/articles/1/source", "/articles/0/html"],
        ),
        (
            {"articles": [FIRST | {"text": "It rains. " * 50}, FIRST | {"text": "It pours. " * 50, "zz": 1}]},
            ["/articles/1/zz", "/articles"],
        ),
    ],
)
def test_faults_of_pages_and_sums_are_told_with_the_others(payload: object, pointers: list[str]) -> None:
    """Whoever mends a request mends it once."""
    client = create_app(Settings(max_total_chars=900, max_text_chars=600)).test_client()
    body = refused(client.post("/v1/merge", json=payload), 422)
    assert [e["pointer"] for e in body["errors"]] == pointers  # type: ignore[attr-defined]


def test_unknown_paths_and_methods(client: FlaskClient) -> None:
    """405 says what is allowed."""
    refused(client.get("/v2/merge"), 404)
    response = client.get("/v1/merge")
    refused(response, 405)
    assert response.headers["Allow"] == client.options("/v1/merge").headers["Allow"] == "OPTIONS, POST"
    assert "job" in str(refused(client.get(f"/v1/jobs/{'0' * 32}"), 404)["detail"])
    assert "nothing is here" in str(refused(client.get("/static/none.css"), 404)["detail"])


def test_a_request_id_is_echoed_or_made(client: FlaskClient) -> None:
    """One that could forge a header or a log line is not echoed."""
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["X-Request-ID"] == "abc-1"
    for bad in ("a b", "x" * 200, "<script>", ""):
        made = client.get("/healthz", headers={"X-Request-ID": bad}).headers["X-Request-ID"]
        assert re.fullmatch("[0-9a-f]{32}", made)


def test_etag(client: FlaskClient) -> None:
    """Same request, same tag; another form or another word, another tag."""
    tag = client.post("/v1/merge", json=REQUEST).headers["ETag"]
    assert client.post("/v1/merge", json=REQUEST).headers["ETag"] == tag
    assert client.post("/v1/merge?format=text", json=REQUEST).headers["ETag"] != tag
    assert client.post("/v1/merge", json=REQUEST | {"id": "r9"}).headers["ETag"] != tag
    known = client.post("/v1/merge", json=REQUEST, headers={"If-None-Match": tag})
    assert (known.status_code, known.data) == (304, b"")


def test_health(client: FlaskClient) -> None:
    """For whoever watches the process."""
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200
    assert client.get("/").status_code == 200


def article(**fields: object) -> dict[str, object]:
    return FIRST | fields


@pytest.mark.parametrize(
    ("body", "status", "pointers"),
    [
        (b"Police closed the bridge.", 400, None),
        (b'{"articles": NaN}', 400, None),
        (b'{"articles": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", 400, None),
        (json.dumps({"articles": [article(text="a\ud800b"), FIRST]}).encode(), 400, None),
        (b'{"articles": "' + b"a" * 20_000_000 + b'"}', 413, None),
        (5, 422, [""]),
        ({"articles": {}}, 422, ["/articles"]),
        (
            {"articles": [article(source=5, title=[], text={}), "a"]},
            422,
            ["/articles/0/source", "/articles/0/title", "/articles/0/text", "/articles/1"],
        ),
        ({"articles": [FIRST]}, 422, ["/articles"]),
        ({"articles": [article(text=""), article(text=" \n")]}, 422, ["/articles/0/text", "/articles/1/text"]),
        ({"articles": [FIRST] * 51}, 422, ["/articles"]),
        ({"articles": [article(id="x"), article(id="x")]}, 422, ["/articles/1/id"]),
        (
            {"articles": [FIRST, FIRST], "options": {"sentences": 0, "ranker": "kl", "timezone": "Mars"}},
            422,
            ["/options/sentences", "/options/ranker", "/options/timezone"],
        ),
    ],
    ids=[
        "prose",
        "NaN",
        "depth",
        "surrogate",
        "20 MB",
        "number",
        "object",
        "types",
        "one",
        "empty",
        "51",
        "ids",
        "options",
    ],
)
def test_bad_input(client: FlaskClient, body: object, status: int, pointers: list[str] | None) -> None:
    """Refused with every place that is wrong, never a 500."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    problem = refused(client.post("/v1/merge", data=sent, content_type="application/json"), status)
    if pointers is not None:
        errors = problem["errors"]
        assert isinstance(errors, list)
        assert sorted(e["pointer"] for e in errors) == sorted(pointers)
