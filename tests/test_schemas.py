"""Requests: what is taken, what is refused and where the complaint points."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from summarizer.errors import InputError
from summarizer.schemas import load_facts, load_merge
from summarizer.settings import Settings

SETTINGS = Settings()
Json = dict[str, object]


def article(**fields: object) -> Json:
    return {"source": "The Dale Gazette", "text": "The bridge is closed."} | fields


def pointers(payload: object) -> list[str]:
    with pytest.raises(InputError) as raised:
        load_merge(payload, SETTINGS)
    return [p.pointer for p in raised.value.problems]


def test_a_request_becomes_values() -> None:
    """Defaults are the contract's; text comes through unchanged."""
    request = load_merge(
        {"id": "r1", "articles": [article(text=" a\r\n b"), article(id="x")], "options": {"sentences": 3}}, SETTINGS
    )
    assert request.id == "r1"
    assert [a.id for a in request.articles] == ["", "x"]
    assert request.articles[0].text == " a\r\n b"
    assert (request.options.sentences, request.options.ranker, request.options.timezone) == (3, "lexrank", "UTC")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("source", " "),
        ("source", None),
        ("source", 3),
        ("source", "a\nb"),
        ("text", ""),
        ("text", " \n\u00a0"),
        ("text", "..."),
        ("text", 5),
        ("text", ["a"]),
        ("text", "a\0b"),
        ("text", "a\ud800b"),
        ("title", {}),
        ("title", "x" * 2_001),
        ("text", "x" * 200_001),
        ("url", "javascript:alert(1)"),
        ("url", "ftp://example.org"),
        ("url", "https://example.org/ b"),
        ("published_at", "yesterday"),
        ("published_at", "2024-02-30"),
        ("published_at", "0001-01-01"),
        ("published_at", "2024-10-23T25:00:00Z"),
        ("published_at", 1729692000),
        ("language", "English!"),
        ("id", ""),
        ("id", 7),
        ("tetx", "a"),
    ],
)
def test_one_bad_field_is_pointed_at(field: str, value: object) -> None:
    """The sender must find the field without reading the code."""
    assert pointers({"articles": [article(), article(**{field: value})]}) == [f"/articles/1/{field}"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sentences", "6"),
        ("sentences", 6.5),
        ("sentences", 1e308),
        ("sentences", True),
        ("sentences", 0),
        ("sentences", 51),
        ("ranker", "pagerank"),
        ("ranker", 1),
        ("timezone", "Mars/Base"),
        ("timezone", "../../etc/passwd"),
        ("timezone", "Europe"),
        ("timezone", "a\0"),
        ("include_text", 1),
        ("include_text", "true"),
        ("x/y~z", 1),
    ],
)
def test_one_bad_option_is_pointed_at(field: str, value: object) -> None:
    """Nothing is coerced: a wrong type is a mistake of the caller's code."""
    escaped = field.replace("~", "~0").replace("/", "~1")
    assert pointers({"articles": [article(), article()], "options": {field: value}}) == [f"/options/{escaped}"]


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """The OpenAPI document says integer, and in JSON Schema 6.0 is one."""
    (taken,) = {
        load_merge({"articles": [article(), article()], "options": {"sentences": n}}, SETTINGS) for n in (6, 6.0)
    }
    assert repr(taken.options.sentences) == "6"


@pytest.mark.parametrize(
    ("payload", "expected"),
    [
        ({}, ["/articles"]),
        ([], [""]),
        ("x", [""]),
        (None, [""]),
        ({"articles": None}, ["/articles"]),
        ({"articles": {}}, ["/articles"]),
        ({"articles": []}, ["/articles"]),
        ({"articles": [article()]}, ["/articles"]),
        ({"articles": [article()] * 51}, ["/articles"]),
        ({"articles": [article(), None]}, ["/articles/1"]),
        ({"articles": [article(), "text"]}, ["/articles/1"]),
        ({"articles": [article(), []]}, ["/articles/1"]),
        ({"articles": [article(), article()], "options": []}, ["/options"]),
        ({"articles": [article(), article()], "id": 5}, ["/id"]),
        ({"articles": [article(), article()], "foo": 5}, ["/foo"]),
        ({"articles": [article(id="a"), article(id="a")]}, ["/articles/1/id"]),
        ({"articles": [article(), {"source": "A"}]}, ["/articles/1/text"]),
        ({"articles": [article(), article(html="<p>x</p>")]}, ["/articles/1/html"]),
    ],
)
def test_bad_shapes(payload: object, expected: list[str]) -> None:
    """A pointer of RFC 6901 leads to what is wrong; the whole request is the empty pointer."""
    assert pointers(payload) == expected


def test_all_problems_at_once() -> None:
    """A sender who mends one thing at a time gives up."""
    payload = {"articles": [article(source=""), {"text": 1, "bad": 2}], "options": {"sentences": "6"}, "zz": 1}
    assert sorted(pointers(payload)) == sorted(
        ["/zz", "/options/sentences", "/articles/0/source", "/articles/1/source", "/articles/1/text", "/articles/1/bad"]
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2024-10-23", datetime(2024, 10, 23)),  # noqa: DTZ001 - without a zone, as sent
        ("2024-10-23T16:20", datetime(2024, 10, 23, 16, 20)),  # noqa: DTZ001
        ("2024-10-23T16:20:00Z", datetime(2024, 10, 23, 16, 20, tzinfo=UTC)),
        ("2024-10-23t16:20:00.123456789z", datetime(2024, 10, 23, 16, 20, 0, 123_456, tzinfo=UTC)),
        ("2024-10-23 16:20:00+00", datetime(2024, 10, 23, 16, 20, tzinfo=UTC)),
        ("20241023T162000Z", datetime(2024, 10, 23, 16, 20, tzinfo=UTC)),
        ("20241023", datetime(2024, 10, 23)),  # noqa: DTZ001
        (
            "2024-10-23T16:20:00.5+02:00",
            datetime(2024, 10, 23, 16, 20, 0, 500_000, tzinfo=timezone(timedelta(hours=2))),
        ),
    ],
)
def test_forms_of_a_date(written: str, read: datetime) -> None:
    """With an offset, without one, or the day alone."""
    assert load_facts(article(published_at=written), SETTINGS).articles[0].published_at == read


@pytest.mark.parametrize("written", ["2024-10", "20241023T16:20", "2024-10-23T1620", "2024-W43-3", "202410231620", "1"])
def test_what_is_no_date(written: str) -> None:
    """A mixture of the two ways of writing is neither."""
    assert pointers({"articles": [article(), article(published_at=written)]}) == ["/articles/1/published_at"]


def test_nulls_are_as_good_as_left_out() -> None:
    """A report's own article rows carry nulls."""
    request = load_facts(article(title=None, url=None, published_at=None, language=None, id=None, html=None), SETTINGS)
    assert request.articles[0].title == ""


def test_facts_take_one_article_a_list_or_a_request() -> None:
    """The pointers follow the shape that was sent."""
    for payload in (article(), [article()], {"articles": [article()]}):
        assert len(load_facts(payload, SETTINGS).articles) == 1
    for payload, pointer in (
        ({"source": "A", "text": ""}, "/text"),
        ([{"source": "A", "text": ""}], "/0/text"),
        ([], ""),
        ({"articles": []}, "/articles"),
    ):
        with pytest.raises(InputError) as raised:
            load_facts(payload, SETTINGS)
        assert [p.pointer for p in raised.value.problems] == [pointer]


def test_ninjs_1() -> None:
    """A wire's own item needs no rewriting."""
    item = {
        "uri": "https://example.org/n/1",
        "type": "text",
        "headline": "Bridge closed",
        "body_text": "It is closed.",
        "versioncreated": "2024-10-23T16:20:00+0000",
        "provider": "ANP",
        "language": "en",
        "urgency": 3,
    }
    (found,) = load_facts(item, SETTINGS).articles
    assert (found.source, found.title, found.text, found.url, found.language) == (
        "ANP",
        "Bridge closed",
        "It is closed.",
        "https://example.org/n/1",
        "en",
    )
    assert found.published_at == datetime(2024, 10, 23, 16, 20, tzinfo=UTC)


def test_ninjs_3() -> None:
    """Version 3 has lists, and camel case; plain text is preferred to markup."""
    item = {
        "uri": "urn:newsml:example.org:1",
        "headlines": [{"role": "main", "value": "Bridge closed"}],
        "bodies": [
            {"role": "main", "contentType": "text/html", "value": "<p>It is <b>closed</b>.</p>"},
            {"role": "main", "contentType": "text/plain", "value": "It is closed."},
        ],
        "versionCreated": "2024-10-23T16:20:00Z",
        "infoSources": [{"name": "ANP"}],
    }
    (found,) = load_facts(item, SETTINGS).articles
    assert (found.source, found.title, found.text, found.url) == ("ANP", "Bridge closed", "It is closed.", None)


@pytest.mark.parametrize(
    "item",
    [
        {"body_text": "It rains.", "byline": "A. Price, ANP"},
        {"bodies": [{"value": "It rains."}], "by": "A. Price, ANP"},
    ],
)
def test_a_ninjs_item_without_a_provider_is_its_bylines(item: dict[str, object]) -> None:
    """As the IPTC's own examples are; version 2 calls it by."""
    (found,) = load_facts(item, SETTINGS).articles
    assert found.source == "A. Price, ANP"


def test_schema_org() -> None:
    """JSON-LD copied from a page."""
    item: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Bridge closed",
        "articleBody": "It is closed.",
        "publisher": {"@type": "Organization", "name": "ANP"},
        "datePublished": "2024-10-23",
        "mainEntityOfPage": {"@id": "https://example.org/1"},
        "inLanguage": "English",
    }
    (found,) = load_facts(item, SETTINGS).articles
    assert (found.source, found.title, found.text, found.url, found.language) == (
        "ANP",
        "Bridge closed",
        "It is closed.",
        "https://example.org/1",
        None,
    )


@pytest.mark.parametrize(
    "kind",
    ["Article", "https://schema.org/OpinionNewsArticle", "schema:ReportageNewsArticle", ["Thing", "NewsArticle"]],
)
def test_every_sort_of_news_article(kind: object) -> None:
    """With the vocabulary's name before it, or among other types."""
    item = {"@type": kind, "headline": "Bridge", "text": "It is closed.", "publisher": "ANP"}
    assert load_facts(item, SETTINGS).articles[0].title == "Bridge"


def test_a_complaint_about_a_foreign_form_points_into_it() -> None:
    """The sender has no field called text."""
    ninjs = {
        "headlines": [{"value": "Bridge"}],
        "bodies": [{"value": " "}],
        "versioncreated": "soon",
        "provider": {"name": ""},
    }
    assert sorted(pointers({"articles": [article(), ninjs]})) == [
        "/articles/1/bodies/0/value",
        "/articles/1/provider",
        "/articles/1/versioncreated",
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"@type": "NewsArticle"}, ["/articles/1/articleBody", "/articles/1/publisher"]),
        ({"headline": "Bridge"}, ["/articles/1/body_text", "/articles/1/provider"]),
        ({"headlines": [{"value": "Bridge"}]}, ["/articles/1/bodies", "/articles/1/infoSources"]),
        ({"headline": "Bridge", "body_text": "It is.", "provider": 7}, ["/articles/1/provider"]),
        ({"articleBody": "It is.", "publisher": 7}, ["/articles/1/publisher"]),
    ],
)
def test_what_a_foreign_form_lacks_is_named_in_its_terms(item: object, expected: list[str]) -> None:
    """Who sends ninjs and reads that `text` is missing would add a field that ninjs does not have."""
    assert sorted(pointers({"articles": [article(), item]})) == expected


def test_the_main_headline_and_body_win_over_what_stands_beside_them() -> None:
    """A summary in plain text is not the article, though its body is markup."""
    item = {
        "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge closed"}],
        "bodies": [
            {"role": "summary", "contenttype": "text/plain", "value": "A bridge."},
            {"role": "main", "contenttype": "text/html", "value": "<p>It is closed.</p>"},
        ],
        "infosources": [{"name": "ANP"}],
    }
    (found,) = load_facts(item, SETTINGS).articles
    assert (found.title, found.text) == ("Bridge closed", "It is closed.")
    item["bodies"] = [{"role": "summary", "value": "A bridge."}, {"value": "It is closed."}]
    assert load_facts(item, SETTINGS).articles[0].text == "It is closed."
    item["bodies"] = [{"role": "summary", "value": "A bridge."}]
    assert load_facts(item, SETTINGS).articles[0].text == "A bridge."


def test_html_is_read_for_text_title_and_date() -> None:
    """A page's navigation is no part of its article."""
    page = (
        "<title>Dale</title><meta property='article:published_time' content='2024-03-05T14:00:00Z'><nav><p>Home</p></nav>"
        "<article><h1>Bridge closed</h1><p>It is\n <b>closed</b>.</p><script>p()</script><p>For&nbsp;good.</p></article><footer><p>(c)</p></footer>"
    )
    (found,) = load_facts({"source": "ANP", "html": page}, SETTINGS).articles
    assert (found.title, found.text) == ("Bridge closed", "It is closed.\n\nFor good.")
    assert found.published_at == datetime(2024, 3, 5, 14, tzinfo=UTC)


def test_what_the_request_says_wins_over_the_page() -> None:
    """The sender knows better than the page's meta elements."""
    (found,) = load_facts(
        {"source": "ANP", "title": "Mine", "html": "<title>Theirs</title><p>It is closed.</p>"}, SETTINGS
    ).articles
    assert found.title == "Mine"


def test_a_page_without_an_article_is_refused() -> None:
    """An empty merge would look like an answer."""
    with pytest.raises(InputError, match="/html: no article found on this page"):
        load_facts({"source": "ANP", "html": "<nav><p>Home</p></nav>"}, SETTINGS)


def test_limits_are_the_settings() -> None:
    """What the service refuses is what its configuration says."""
    tight = Settings(max_articles=2, max_text_chars=10)
    with pytest.raises(InputError) as raised:
        load_merge({"articles": [article(), article(), article()]}, tight)
    assert [p.pointer for p in raised.value.problems] == ["/articles", "/articles/0/text", "/articles/1/text"]


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("max_id_chars", ("/id", "/articles/0/id")),
        ("max_url_chars", ("/articles/0/url",)),
        ("max_words", ("/options/words",)),
    ],
)
def test_lengths_of_ids_addresses_and_summaries_are_settings(name: str, places: tuple[str, ...]) -> None:
    """Up to the limit each is taken, and one more is refused where it stands."""
    named = article() | {"id": "a" * 20, "url": "http://dale.example/".ljust(20, "x")}
    asked = {"id": "r" * 20, "articles": [named, article()], "options": {"words": 20}}
    assert load_merge(asked, Settings(**{name: 20})).options.words == 20
    with pytest.raises(InputError) as raised:
        load_merge(asked, Settings(**{name: 19}))
    assert tuple(p.pointer for p in raised.value.problems) == places


def test_all_texts_together_have_a_limit() -> None:
    """Fifty articles of the longest kind would hold a worker for minutes."""
    with pytest.raises(InputError, match="/articles: 42 characters of text together: at most 40"):
        load_merge({"articles": [article(), article()]}, Settings(max_total_chars=40))


def test_a_pages_text_has_the_limit_of_a_text() -> None:
    """Markup may be longer than what it holds, not the other way round."""
    with pytest.raises(InputError, match="13 characters of text on this page: at most 10"):
        load_facts({"source": "ANP", "html": "<p>It is closed.</p>"}, Settings(max_text_chars=10))


def test_a_pages_title_has_the_limit_of_a_title() -> None:
    """Unless the request has a title, which wins."""
    page = {"source": "ANP", "html": "<title>Bridge closed</title><p>It is closed.</p>"}
    with pytest.raises(InputError, match="/html: a title of 13 characters on this page: at most 12"):
        load_facts(page, Settings(max_title_chars=12))
    (found,) = load_facts(page | {"title": "Closed"}, Settings(max_title_chars=12)).articles
    assert found.title == "Closed"
