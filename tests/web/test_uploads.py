"""Forms with files."""

import io
import json

import pytest
from flask.testing import FlaskClient

from tests.web.exchanges import refused


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
