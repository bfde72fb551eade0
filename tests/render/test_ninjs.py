"""A report's summary as ninjs."""

import json

from summarizer.domain.report import Report
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
