"""A report's summary as ninjs."""

import json

from summarizer.domain.report import Report
from summarizer.domain.serialise import article_digest
from summarizer.render.ninjs import report_ninjs


def test_the_summary_is_the_body(report: Report) -> None:
    """What is contested travels as a note to the editor."""
    item = json.loads(report_ninjs(report))
    assert item["uri"] == f"urn:sha256:{report.digest}"
    assert item["bodies"][0]["value"] == report.summary.text
    assert item["headlines"] == [{"role": "main", "value": "Bridge [shut]"}]
    assert item["versionCreated"] == "2024-03-05T10:00:00+00:00"
    assert item["edNote"] == "CONFLICT when the bridge opens: March 9 (The Dale Gazette); March 11 (=Valley & Co)"
    assert [a["name"] for a in item["associations"]] == ["a1", "a2"]
    assert [a["uri"] for a in item["associations"]] == [
        "https://example.org/1",
        f"urn:sha256:{article_digest(report.articles[1].article)}",
    ]


def test_it_has_what_ninjs_3_asks_for(report: Report) -> None:
    """Required by https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json: a uri of the item and of each that it is associated with."""
    item = json.loads(report_ninjs(report))
    assert all(part.get("uri") for part in (item, *item["associations"]))
    assert all(body.keys() <= {"role", "contentType", "charCount", "wordCount", "value"} for body in item["bodies"])
    assert all(source.keys() == {"name"} for part in (item, *item["associations"]) for source in part["infoSources"])
