"""The JSON of the contract's section 1."""

from dataclasses import replace

import orjson

from summarizer.domain.report import Options, Report
from summarizer.render.json_bytes import dumped, report_json


def test_names_of_every_level(report: Report) -> None:
    """Callers rely on every name; a missing one breaks them."""
    found = orjson.loads(report_json(report))
    assert list(found) == [
        "id",
        "schema",
        "articles",
        "origins",
        "summary",
        "agreements",
        "discrepancies",
        "claims",
        "notices",
        "provenance",
    ]
    article = {"id", "source", "title", "url", "published_at", "language", "text", "sha256", "origin", "statements"}
    assert set(found["articles"][0]) == article
    assert found["articles"][0]["published_at"] == "2024-03-05T10:00:00+00:00"
    assert found["articles"][0]["statements"][0] == {
        "id": "a1.s1",
        "field": "text",
        "start": 0,
        "end": 54,
        "speaker": None,
        "certainty": "stated",
    }
    assert found["origins"] == [
        {"id": "o1", "articles": ["a1", "a2"], "first": "a1", "why": "near copy (0.93 of the words)"}
    ]
    sentence = {
        "text",
        "statement",
        "article",
        "field",
        "start",
        "end",
        "claim",
        "articles",
        "outlets",
        "origins",
        "findings",
    }
    assert set(found["summary"]["sentences"][0]) == sentence
    finding = {
        "id",
        "relation",
        "kind",
        "about",
        "explanation",
        "reason",
        "importance",
        "confidence",
        "outlets",
        "origins",
        "hints",
        "values",
    }
    assert set(found["discrepancies"][0]) == finding
    value = found["discrepancies"][0]["values"][0]
    assert set(value) == {"value", "display", "low", "high", "articles", "outlets", "origins", "evidence"}
    assert set(value["evidence"][0]) == {
        "article",
        "statement",
        "field",
        "start",
        "end",
        "quote",
        "attributed_to",
        "certainty",
        "as_of",
    }
    match = {
        "statements": ["a1.s1", "a2.s1"],
        "score": 71.5,
        "why": {"words": 66, "action": "open", "shared": ["bridge"]},
    }
    assert found["claims"][0]["matches"] == [match]
    assert found["provenance"]["settings"] == {
        "sentences": 6,
        "words": None,
        "ranker": "lexrank",
        "timezone": "UTC",
        "include_text": True,
    }


def test_quotes_are_slices(report: Report) -> None:
    """Offsets count code points of the text that the report itself carries."""
    found = orjson.loads(report_json(report))
    texts = {a["id"]: a["text"] for a in found["articles"]}
    for value in found["discrepancies"][0]["values"]:
        for evidence in value["evidence"]:
            assert texts[evidence["article"]][evidence["start"] : evidence["end"]] == evidence["quote"]


def test_text_is_left_out_on_demand(report: Report) -> None:
    """Unpublished copy need not travel back; the key stays."""
    found = replace(report, options=Options(include_text=False)).to_dict()
    assert [a["text"] for a in found["articles"]] == [None, None]  # type: ignore[attr-defined]


def test_same_bytes(report: Report) -> None:
    """A digest of the answer must not depend on the run."""
    assert dumped(report.to_dict()) == dumped(report.to_dict())
