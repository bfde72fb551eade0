"""What the OpenAPI document states holds."""

import json
import re

import pytest
from flask import Flask

from summarizer.domain.report import Options
from summarizer.domain.serialise import revision_to_dict
from summarizer.domain.text import Article
from summarizer.pipeline import merge, read
from summarizer.render.facts import facts_to_dict
from summarizer.revisions import diff
from summarizer.schemas.reports import DIFF, FACTS, REPORT
from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.docs import docs_page
from summarizer.web.openapi import openapi

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


def test_metrics_count_routes_and_never_what_clients_choose(app: Flask) -> None:
    """A label that clients choose is a leak and a flood."""
    client = app.test_client()
    client.get("/healthz")
    client.get("/secret-path")
    client.open("/healthz", method="POST")
    text = client.get("/metrics").text
    assert re.search(r'summarizer_requests_total\{process="\d+",route="/healthz",method="GET",status="200"\} 1\n', text)
    assert re.search(r'route="-",method="-",status="404"\} 1\n', text)
    assert "secret" not in text
