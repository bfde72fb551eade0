"""A report as W3C Web Annotations."""

import json
from collections.abc import Iterator

from summarizer.domain.report import Report
from summarizer.render.annotations import report_annotations


def test_each_evidence_is_one_annotation_with_both_selectors(report: Report) -> None:
    """A reader that knows offsets and one that knows words find the same place."""
    page = json.loads(report_annotations(report))
    assert (page["@context"], page["type"], len(page["items"])) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationPage",
        4,
    )
    texts = {
        f"urn:sha256:{report.digest}#a2": report.articles[1].article.text,
        "https://example.org/1": report.articles[0].article.text,
    }
    assert len({i["id"] for i in page["items"]}) == 4
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        text = texts[item["target"]["source"]["id"]]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_every_word_is_one_of_the_models(report: Report) -> None:
    """A key that https://www.w3.org/ns/anno.jsonld does not define is dropped by whoever reads it as JSON-LD."""
    page = json.loads(report_annotations(report))
    assert set(_keys(page)) == {
        *("@context", "id", "type", "items"),
        *("motivation", "body", "target"),
        *("purpose", "value", "format"),
        *("source", "scope", "selector"),
        *("exact", "prefix", "suffix", "start", "end"),
    }
    assert {i["motivation"] for i in page["items"]} == {"assessing"}
    assert {b["purpose"] for i in page["items"] for b in i["body"]} == {"tagging", "identifying", "describing"}


def test_the_scope_tells_the_title_from_the_text(report: Report) -> None:
    """Offsets count in one of them."""
    items = json.loads(report_annotations(report))["items"]
    assert {i["target"]["scope"] for i in items} == {f"urn:sha256:{report.digest}#{a}.text" for a in ("a1", "a2")}


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(inner)
