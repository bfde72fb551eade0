"""The examples of the OpenAPI document: each is sent by a test, and answered as the document says."""

from __future__ import annotations

ARTICLES: list[dict[str, object]] = [
    {
        "source": "The Dale Gazette",
        "title": "Bridge closed",
        "text": "Police closed the Dale bridge on March 5. 12 people were taken to hospital.",
        "published_at": "2024-03-05T18:00:00+00:00",
    },
    {
        "source": "Valley Wire",
        "text": "Police closed the Dale bridge on Wednesday. 14 people were taken to hospital.",
        "published_at": "2024-03-06",
        "language": "en",
    },
]
NINJS: dict[str, object] = {
    "uri": "urn:newsml:dale.example:20240305:bridge",
    "headlines": [{"role": "main", "value": "Bridge closed"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "Police closed the Dale bridge on March 5."}],
    "infoSources": [{"name": "Dale Press"}],
    "versionCreated": "2024-03-05T18:00:00+00:00",
    "language": "en",
}
SCHEMA_ORG: dict[str, object] = {
    "@type": "NewsArticle",
    "headline": "Bridge closed",
    "articleBody": "Police closed the Dale bridge on March 6, 2024.",
    "publisher": {"@type": "Organization", "name": "Valley Wire"},
    "datePublished": "2024-03-06",
}
MERGE: dict[str, object] = {"id": "bridge-1", "articles": ARTICLES, "options": {"sentences": 3, "timezone": "UTC"}}
FOREIGN: dict[str, object] = {"articles": [NINJS, SCHEMA_ORG]}
DIFF: dict[str, object] = {"before": ARTICLES[0], "after": ARTICLES[1]}
BATCH = (
    '{"id": "bridge-1", "articles": [{"source": "The Dale Gazette", "text": "12 people were hurt."}, '
    '{"source": "Valley Wire", "text": "14 people were hurt."}]}\n'
)
JOB: dict[str, object] = {
    "id": "0f5c2a7be1d94c3f8a6b2d4e6f801234",
    "kind": "merge",
    "state": "queued",
    "progress": {"done": 0, "total": 1},
    "created_at": "2024-03-06T08:00:00.000+00:00",
    "ended_at": None,
    "expires_at": None,
}
DETAILS = {
    400: "the body is not JSON: unexpected end of data: line 1 column 1 (char 0)",
    401: "no valid key: send one in X-API-Key, or as Authorization: Bearer",
    404: "no such job: it never was, was removed, or its time is over",
    405: "this method is not allowed here: use OPTIONS, POST",
    406: "no such format: ask for one of json, markdown, html, text",
    408: "the body came too slowly: not all of the request came within 60 seconds",
    413: "more than 10000000 bytes, as sent or unpacked: send fewer or shorter articles",
    414: "the first line of the request is too long: send what is long as its body",
    415: "text/plain is not read here: send application/json or multipart/form-data",
    417: "this expectation cannot be met: send Expect: 100-continue, or none",
    422: "The request has 1 problem: /articles/1/text: missing: give the article's text, or its html",
    429: "more than 60 requests a minute: try again in 12 seconds",
    431: "too many header fields, or too long ones: send fewer",
    500: "the program failed on this request: please report it",
    503: "every place is taken: try again later",
}
ERRORS = [{"pointer": "/articles/1/text", "detail": "missing: give the article's text, or its html"}]
