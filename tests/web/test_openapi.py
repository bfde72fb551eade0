"""What the OpenAPI document states holds."""

import json
import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from summarizer.domain.report import Options
from summarizer.domain.serialise import revision_to_dict
from summarizer.domain.text import Article
from summarizer.pipeline import merge, read
from summarizer.render.facts import facts_to_dict
from summarizer.revisions import diff
from summarizer.schemas.reports import DIFF, FACTS, REPORT
from summarizer.settings import Settings, table
from summarizer.web import examples
from summarizer.web.app import create_app
from summarizer.web.docs import docs_page
from summarizer.web.forms import LINES
from summarizer.web.openapi import openapi
from summarizer.web.problems import KINDS

ARTICLES = (
    Article(
        source="The Dale Gazette",
        text='Police closed the Dale bridge on March 5, 2024. "It was 12 people," Mayor Ann Price said.',
    ),
    Article(
        source="Valley Wire",
        text="Police closed the Dale bridge on March 6, 2024. About 14 people were taken to hospital.",
    ),
)


@pytest.fixture
def app() -> Flask:
    return create_app(Settings())


def test_every_route_is_described(app: Flask) -> None:
    """And nothing is described that is not there."""
    document = openapi(Settings())
    routes = {re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", r.rule) for r in app.url_map.iter_rules()} - {
        "/",
        "/static/{filename}",
    }
    assert routes == set(document["paths"])


def test_every_reference_leads_somewhere() -> None:
    """A client is generated from it."""
    document = json.dumps(openapi(Settings()))
    names = set(re.findall(r'"#/components/schemas/(\w+)"', document))
    assert names
    assert names <= set(openapi(Settings())["components"]["schemas"])


def test_limits_are_the_settings() -> None:
    """A limit that is stated wrong is worse than none."""
    document = openapi(Settings(max_articles=7, max_text_chars=99))
    schemas = document["components"]["schemas"]
    assert schemas["MergeRequest"]["properties"]["articles"]["maxItems"] == 7
    assert schemas["Article"]["properties"]["text"]["maxLength"] == 99
    assert "articles in one request, at most: 7" in document["info"]["description"]


def test_no_limit_of_a_request_is_written_into_the_program() -> None:
    """With every setting halved each bound is another one, but for those of names from closed lists and of shares."""
    halved = {r.name: r.default // 2 for r in table() if r.name.startswith("max_") and isinstance(r.default, int)}
    whole, half = (dict(_limits(openapi(s))) for s in (Settings(), Settings(**halved)))
    same = {place.rpartition("/properties/")[2] for place, limit in whole.items() if half[place] == limit}
    assert len(whole) > len(same) + 10
    assert same == {"language/maxLength", "timezone/maxLength"} | {
        f"{share}/maximum" for share in ("score", "importance", "confidence")
    }


def _limits(value: object, place: str = "") -> Iterator[tuple[str, object]]:
    """Every upper bound in a document, and where it stands."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inside in inner:
        if key in ("maxLength", "maximum", "maxItems"):
            yield f"{place}/{key}", inside
        yield from _limits(inside, f"{place}/{key}")


def test_answers_have_the_stated_shape() -> None:
    """Every field of every level, and no other."""
    assert REPORT().validate(merge(ARTICLES, Options()).to_dict()) == {}
    assert DIFF().validate(revision_to_dict(diff(*ARTICLES))) == {}
    assert FACTS().validate(facts_to_dict(read(ARTICLES, Options()))) == {}


def test_the_page_shows_every_route_and_shape_and_loads_nothing(app: Flask) -> None:
    """It is read behind a firewall."""
    document = openapi(Settings())
    page = docs_page(document)
    assert all(path in page for path in document["paths"])
    assert all(f'id="{name}"' in page for name in document["components"]["schemas"])
    assert not re.search(r"src=|https?://", page)
    assert app.test_client().get("/docs").status_code == 200


@pytest.mark.parametrize("settings", [Settings(), Settings(api_keys=("k",), max_articles=3)])
def test_the_document_is_valid(settings: Settings) -> None:
    """As OpenAPI 3.1: clients are generated from it."""
    validate(openapi(settings))


def test_every_example_is_sent_and_answered_as_stated(app: Flask) -> None:
    """An example that does not work is worse than none."""
    client, document = app.test_client(), openapi(Settings())
    sent = 0
    for path, operations in document["paths"].items():
        content = operations.get("post", {}).get("requestBody", {}).get("content", {})
        for kind, declared in content.items():
            for example in declared.get("examples", {}).values():
                value = example["value"]
                data = value if isinstance(value, str) else json.dumps(value)
                response = client.post(path, data=data, content_type=kind)
                assert response.status_code == 200, (path, response.data)
                for line in response.data.splitlines():
                    _conforms(document, ANSWERS[path], json.loads(line))
                sent += 1
    assert sent >= 6
    for name, example in (("Job", examples.JOB), ("MergeRequest", examples.MERGE), ("MergeRequest", examples.FOREIGN)):
        _conforms(document, name, example)


ANSWERS = {"/v1/merge": "Report", "/v1/diff": "Diff", "/v1/facts": "Facts", "/v1/batch": "BatchAnswer"}


def _conforms(document: dict[str, object], name: str, value: object) -> None:
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize(
    ("members", "fits"),
    [
        ({"text": "It rains."}, True),
        ({"html": "<p>It rains.</p>", "text": None}, True),
        ({"text": "It rains.", "html": None}, True),
        ({}, False),
        ({"html": None}, False),
        ({"text": None, "html": None}, False),
        ({"text": "It rains.", "html": "<p>It rains.</p>"}, False),
    ],
)
def test_text_or_html_is_stated_as_it_is_checked(app: Flask, members: dict[str, object], fits: bool) -> None:
    """null is as good as left out, in the document too."""
    sent = {"source": "A"} | members
    schema = {"$ref": "#/components/schemas/Article", "components": openapi(Settings())["components"]}
    assert Draft202012Validator(schema).is_valid(sent) == fits
    assert (app.test_client().post("/v1/facts", json=sent).status_code == 200) == fits


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("published_at", "2024-10-23", True),
        ("published_at", " 2024-10-23t16:20:30.5z\n", True),
        ("published_at", "20241023T1620+0200", True),
        ("published_at", "2024-10-23T16:20 Z", False),
        ("published_at", "\u00a02024-10-23", False),
        ("published_at", "٢٠٢٤-10-23", False),
        ("published_at", "yesterday", False),
        ("url", "HTTPS://dale.example/a?b=ü", True),
        ("url", "ftp://dale.example", False),
        ("url", "https://", False),
        ("url", "https://dale.example/\x85", False),
        ("url", "https://dale.example/\u3000", False),
        ("url", "https://dale.example/\ufeff", False),
        ("url", "https://dale.example/a b", False),
        ("url", 'https://dale.example/"', False),
        ("url", "https://dale.example\t", False),
        ("source", "\u00a0Ö 1 ", True),
        ("source", "The Dale\nGazette", False),
        ("source", "\u2028A", False),
        ("source", " \t", False),
        ("id", "a\x7f", False),
        ("language", "en-GB", True),
        ("language", "English language", False),
    ],
)
def test_forms_of_strings_are_stated_as_they_are_checked(app: Flask, name: str, value: str, fits: bool) -> None:
    """What a client may write is known before it is sent. That February has no 30th day, no pattern states."""
    sent = {"source": "A", "text": "It rains.", name: value}
    schema = {"$ref": "#/components/schemas/Article", "components": openapi(Settings())["components"]}
    assert Draft202012Validator(schema).is_valid(sent) == fits
    assert (app.test_client().post("/v1/facts", json=sent).status_code == 200) == fits


@pytest.mark.parametrize(("count", "fits"), [(0, False), (1, True), (3, True), (4, False)])
def test_how_many_articles_is_stated_as_it_is_checked(count: int, fits: bool) -> None:
    """Of facts too, where they come as a list alone or as a request's."""
    settings = Settings(max_articles=3)
    document, client = openapi(settings), create_app(settings).test_client()
    articles = [{"source": "A", "text": "It rains."}] * count
    asked = document["paths"]["/v1/facts"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    for sent in (articles, {"articles": articles}):
        assert Draft202012Validator(asked | {"components": document["components"]}).is_valid(sent) == fits
        assert (client.post("/v1/facts", json=sent).status_code == 200) == fits


def test_every_status_is_stated_and_exemplified() -> None:
    """Whoever writes a client must know what to expect."""
    for path, operations in openapi(Settings())["paths"].items():
        for method in {"get", "post", "delete"} & set(operations):
            for status, answer in operations[method]["responses"].items():
                for kind, content in answer.get("content", {}).items():
                    if kind == "application/problem+json":
                        (example,) = content["examples"].values()
                        assert example["value"]["status"] == int(status), path
                        _conforms(openapi(Settings()), "Problem", example["value"])


def test_what_the_server_itself_refuses_is_stated_of_every_route() -> None:
    """A path that is too long is refused before anybody knows whose it is."""
    document = openapi(Settings())
    routes = [o[m] for o in document["paths"].values() for m in ("get", "post", "delete") if m in o]
    assert len(routes) == 11
    assert all({"400", "408", "414", "417", "431"} <= set(route["responses"]) for route in routes)
    assert {int(s) for route in routes for s in route["responses"] if int(s) >= 400} == set(KINDS)


def test_every_name_of_a_form_is_stated_and_taken(client: FlaskClient) -> None:
    """And no other: a client that is made of the document can ask for nothing else."""
    asked = 0
    for path, sent in (("/v1/merge", examples.MERGE), ("/v1/diff", examples.DIFF), ("/v1/facts", examples.ARTICLES)):
        (named,) = [p for p in openapi(Settings())["paths"][path]["post"]["parameters"] if p["name"] == "format"]
        for name in (*named["schema"]["enum"], "xml", "JSON", "text/html; charset=utf-8", "*/*"):
            answer = client.post(path, json=sent, query_string={"format": name})
            assert answer.status_code == (200 if name in named["schema"]["enum"] else 406), (path, name)
            asked += 1
    assert asked == 38
    for path, method in (("/v1/batch", "post"), ("/v1/jobs/{id}", "get")):
        (named,) = [p for p in openapi(Settings())["paths"][path][method]["parameters"] if p["name"] == "format"]
        assert set(named["schema"]["enum"]) == {"json", "application/json", *LINES, *LINES.values()}
