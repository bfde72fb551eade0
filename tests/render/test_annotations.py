"""A report as W3C Web Annotations."""

import json

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
