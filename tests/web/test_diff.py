"""Diffs over HTTP: what is answered, and how a wrong one is refused."""

import json

import pytest
from flask.testing import FlaskClient

from tests.web.exchanges import FIRST, SECOND, refused


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
