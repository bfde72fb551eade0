"""The service over HTTP: what it answers, and how it refuses."""

import gzip
import io
import json
import logging
import operator
import re

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from summarizer.settings import Settings
from summarizer.web.app import create_app

FIRST = {
    "source": "The Dale Gazette",
    "text": "Police closed the Dale bridge on March 5. 12 people were taken to hospital.",
    "published_at": "2024-03-05",
}
SECOND = {
    "source": "Valley Wire",
    "text": "Police closed the Dale bridge on Tuesday. 14 people were taken to hospital.",
    "published_at": "2024-03-05",
}
REQUEST = {"id": "r1", "articles": [FIRST, SECOND]}
PROBLEM = {"type", "title", "status", "detail", "instance", "request_id"}


@pytest.fixture
def client() -> FlaskClient:
    return create_app(Settings()).test_client()


def refused(response: TestResponse, status: int) -> dict[str, object]:
    """The problem document, after a look at what every one has."""
    assert response.status_code == status, response.data
    assert response.content_type == "application/problem+json"
    body: dict[str, object] = json.loads(response.data)
    assert set(body) >= PROBLEM
    assert body["status"] == status
    assert body["request_id"] == response.headers["X-Request-ID"]
    return body


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


def test_multipart(client: FlaskClient) -> None:
    """curl -F article=@reuters.txt -F article=@ap.html"""
    files = [
        (io.BytesIO(b"Source: ANP\n\nPolice closed the bridge."), "first.txt"),
        (io.BytesIO(b"<title>T</title><p>Police closed the bridge.</p>"), "ap.html"),
    ]
    response = client.post(
        "/v1/merge", data={"article": files, "sentences": "2", "id": "r2"}, content_type="multipart/form-data"
    )
    report = json.loads(response.data)
    assert response.status_code == 200
    assert [(a["source"], a["title"]) for a in report["articles"]] == [("ANP", ""), ("ap", "T")]
    assert (report["id"], report["provenance"]["settings"]["sentences"]) == ("r2", 2)


@pytest.mark.parametrize(
    ("fields", "pointers"),
    [
        ({"sentences": "six"}, ["/articles", "/options/sentences"]),
        ({"a/b": "x"}, ["/articles", "/a~1b"]),
        ({"article": (io.BytesIO(b"\xff\xfa"), "a.txt")}, ["/articles", "/articles/0"]),
        (
            {
                "article": [
                    (io.BytesIO(b'[{"source": "A", "text": 5}, {"source": "B", "text": "It rains."}]'), "two.json"),
                    (io.BytesIO(b"{"), "bad.json"),
                    (io.BytesIO(b""), "empty.txt"),
                ],
                "ranker": "none",
                "zz": "1",
            },
            ["/zz", "/articles/0/text", "/articles/2", "/articles/3/text", "/options/ranker"],
        ),
    ],
)
def test_bad_forms_are_422(client: FlaskClient, fields: dict[str, object], pointers: list[str]) -> None:
    """A form's problems point where those of JSON would."""
    body = refused(client.post("/v1/merge", data=fields, content_type="multipart/form-data"), 422)
    assert sorted(e["pointer"] for e in body["errors"]) == sorted(pointers)  # type: ignore[attr-defined]


def test_a_form_without_boundary_is_400(client: FlaskClient) -> None:
    """Set by hand, the header often lacks it."""
    refused(client.post("/v1/merge", data=b"x", content_type="multipart/form-data"), 400)


def test_facts(client: FlaskClient) -> None:
    """One article, a list, or an object with articles."""
    for payload in (FIRST, [FIRST], {"articles": [FIRST]}):
        found = json.loads(client.post("/v1/facts", json=payload).data)
        assert "12" in [f["value"] for f in found["articles"][0]["facts"]]
    fact = next(f for f in found["articles"][0]["facts"] if f["value"] == "12")
    assert FIRST["text"][fact["start"] : fact["end"]] == fact["quote"]


def test_diff(client: FlaskClient) -> None:
    """The words of a row are the texts, byte for byte."""
    found = json.loads(client.post("/v1/diff", json={"before": FIRST, "after": SECOND}).data)
    assert sum(found["counts"].values()) == len(found["statements"])
    for row in found["statements"]:
        for side, op in (("before", "delete"), ("after", "insert")):
            place = row[side]
            if place:
                text = found[side][place["field"]][place["start"] : place["end"]]
                assert "".join(w["text"] for w in row["words"] if w["op"] in ("equal", op)) == text
    for kind in ("text/plain", "text/markdown", "text/html"):
        assert (
            client.post("/v1/diff", json={"before": FIRST, "after": SECOND}, headers={"Accept": kind}).mimetype == kind
        )


@pytest.mark.parametrize(
    ("payload", "pointers"),
    [
        ({}, ["/before", "/after"]),
        ({"before": FIRST}, ["/after"]),
        ({"before": FIRST, "after": None}, ["/after"]),
        ({"before": FIRST, "after": FIRST | {"text": 1}, "zz": 1}, ["/zz", "/after/text"]),
        ([], [""]),
        ({"before": FIRST, "after": SECOND, "articles": []}, ["/articles"]),
        ({"before": FIRST | {"id": 7}, "after": SECOND | {"id": "\x9b"}}, ["/before/id", "/after/id"]),
        ({"before": FIRST, "after": {"body_text": "a", "provider": "b", "altids": "-"}}, ["/after/altids"]),
    ],
)
def test_bad_diffs_are_422(client: FlaskClient, payload: object, pointers: list[str]) -> None:
    """A problem points into before or after."""
    body = refused(client.post("/v1/diff", json=payload), 422)
    assert [e["pointer"] for e in body["errors"]] == pointers  # type: ignore[attr-defined]


def test_two_versions_may_have_one_id(client: FlaskClient) -> None:
    """They are of one article, in whichever form it is sent."""
    wire = {"body_text": "Two people were hurt.", "provider": "Wire", "altids": "n1"}
    for article in (FIRST | {"id": "n1"}, wire):
        response = client.post("/v1/diff", json={"before": article, "after": article})
        assert response.status_code == 200
        assert [json.loads(response.data)[n]["id"] for n in ("before", "after")] == ["before", "after"]


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


@pytest.mark.parametrize(
    "body", [b"", b" ", b"{", b"NaN", b'{"a": Infinity}', b"[" * 100_000, b'"\\ud800"', b"\xff", b'{"a": 1} x']
)
def test_what_is_not_json_is_400(client: FlaskClient, body: bytes) -> None:
    """Also a depth bomb, and what only some parsers take."""
    refused(client.post("/v1/merge", data=body, content_type="application/json"), 400)


def test_what_is_not_valid_is_422_with_every_problem(client: FlaskClient) -> None:
    """Each with the pointer to its place."""
    body = refused(client.post("/v1/merge", json={"articles": [{"source": ""}, 5]}), 422)
    assert [e["pointer"] for e in body["errors"]] == ["/articles/0/source", "/articles/1", "/articles/0/text"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
def test_other_content_is_415(client: FlaskClient, kind: str) -> None:
    """curl -d without a header, for one."""
    refused(client.post("/v1/merge", data=b"{}", content_type=kind), 415)


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


def test_unknown_paths_and_methods(client: FlaskClient) -> None:
    """405 says what is allowed."""
    refused(client.get("/v2/merge"), 404)
    response = client.get("/v1/merge")
    refused(response, 405)
    assert response.headers["Allow"] == client.options("/v1/merge").headers["Allow"] == "OPTIONS, POST"
    assert "job" in str(refused(client.get(f"/v1/jobs/{'0' * 32}"), 404)["detail"])
    assert "nothing is here" in str(refused(client.get("/static/none.css"), 404)["detail"])


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


def test_keys() -> None:
    """Off until configured; then every /v1 route wants one."""
    client = create_app(Settings(api_keys=("k1", "k2"))).test_client()
    assert refused(client.post("/v1/merge", json=REQUEST), 401)["title"] == "Unauthorized"
    refused(client.post("/v1/merge", json=REQUEST, headers={"X-API-Key": "k3"}), 401)
    assert client.post("/v1/merge", json=REQUEST, headers={"X-API-Key": "k2"}).status_code == 200
    assert client.post("/v1/merge", json=REQUEST, headers={"Authorization": "Bearer k1"}).status_code == 200
    assert client.get("/healthz").status_code == 200


def test_rate() -> None:
    """429 says when to come again."""
    client = create_app(Settings(rate_limit=2)).test_client()
    responses = [client.post("/v1/facts", json=FIRST) for _ in range(5)]  # a minute may end among them, not two
    assert responses[0].status_code == 200
    response = next(r for r in responses if r.status_code != 200)
    refused(response, 429)
    assert 1 <= int(response.headers["Retry-After"]) <= 60


def test_guesses_at_a_key_are_counted() -> None:
    """By the address that they come from; whoever has a key is not held up by them."""
    client = create_app(Settings(rate_limit=2, api_keys=("k1",))).test_client()
    guesses = [client.post("/v1/facts", json=FIRST, headers={"X-API-Key": f"g{n}"}).status_code for n in range(6)]
    assert guesses[0] == 401
    assert 429 in guesses
    assert client.post("/v1/facts", json=FIRST, headers={"X-API-Key": "k1"}).status_code == 200


def test_the_address_before_the_proxies_is_counted() -> None:
    """Behind a proxy all come from one address; without the setting a client could call itself whatever it likes."""
    for proxies, first in ((0, {429}), (1, {200})):
        client = create_app(Settings(rate_limit=1, proxies=proxies)).test_client()
        statuses = [
            client.post(
                "/v1/facts", json=FIRST, headers={"X-Forwarded-For": f"203.0.113.9, 198.51.100.{n}"}
            ).status_code
            for n in range(4)
        ]
        assert first <= set(statuses)
        assert (429 in statuses) == (proxies == 0)


def test_origins() -> None:
    """A page of an allowed origin may read the answer, another may not."""
    client = create_app(Settings(cors_origins=("https://desk.example",))).test_client()
    allowed = client.options("/v1/merge", headers={"Origin": "https://desk.example"})
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://desk.example"
    assert (
        "Access-Control-Allow-Origin"
        not in client.options("/v1/merge", headers={"Origin": "https://else.example"}).headers
    )


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


def test_a_diff_of_two_files(client: FlaskClient) -> None:
    """curl -F before=@old.txt -F after=@new.txt"""
    sent = {
        "before": (io.BytesIO(b"Source: ANP\n\n12 people were hurt."), "old.txt"),
        "after": (io.BytesIO(b"14 people were hurt."), "new.txt"),
        "timezone": "Europe/Paris",
    }
    found = json.loads(client.post("/v1/diff", data=sent, content_type="multipart/form-data").data)
    assert (found["before"]["source"], found["after"]["source"]) == ("ANP", "new")
    assert found["counts"]["changed"] == 1


@pytest.mark.parametrize(
    ("sent", "pointers"),
    [
        ({"before": (io.BytesIO(b"It rains."), "a.txt")}, ["/after"]),
        ({"before": (io.BytesIO(b"\xff"), "a.txt"), "after": (io.BytesIO(b"It rains."), "b.txt")}, ["/before"]),
        ({"after": (io.BytesIO(b"{"), "b.json"), "sentences": "x"}, ["/after", "/before", "/options/sentences"]),
        (
            {
                "before": [(io.BytesIO(b"It rains."), "a.txt")] * 1,
                "after": (io.BytesIO(b"[{}, {}]"), "b.json"),
                "x": "y",
            },
            ["/after", "/x"],
        ),
    ],
)
def test_bad_forms_of_a_diff(client: FlaskClient, sent: dict[str, object], pointers: list[str]) -> None:
    """Both files are needed, and each holds one article."""
    problem = refused(client.post("/v1/diff", data=sent, content_type="multipart/form-data"), 422)
    assert sorted(e["pointer"] for e in problem["errors"]) == pointers  # type: ignore[attr-defined]


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
