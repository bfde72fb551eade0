"""A request that is answered, and what every refusal has."""

import json

from werkzeug.test import TestResponse

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


def refused(response: TestResponse, status: int) -> dict[str, object]:
    """The problem document, after a look at what every one has."""
    assert response.status_code == status, response.data
    assert response.content_type == "application/problem+json"
    body: dict[str, object] = json.loads(response.data)
    assert set(body) >= PROBLEM
    assert body["status"] == status
    assert body["request_id"] == response.headers["X-Request-ID"]
    return body
