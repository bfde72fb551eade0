"""A report as W3C Web Annotations: a Report in, a JSON-LD page with one annotation for each piece of evidence out.

https://www.w3.org/TR/annotation-model/: each target is found by its words (TextQuoteSelector) or by its offsets in code
points (TextPositionSelector).
"""

from __future__ import annotations

from summarizer.domain.findings import Finding, FindingValue
from summarizer.domain.report import Report
from summarizer.domain.text import Article, Evidence
from summarizer.render.json_bytes import dumped
from summarizer.render.sources import Sources

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points before and after a quote that tell it from its like
Json = dict[str, object]


def report_annotations(report: Report) -> str:
    """Discrepancies, then agreements; an annotation's id ends in its finding's id and a number."""
    sources = Sources(report.articles)
    base = f"urn:sha256:{report.digest}"
    items: list[Json] = []
    for finding in report.findings():
        pairs = [(v, e) for v in finding.values for e in v.evidence]
        for number, (value, evidence) in enumerate(pairs, 1):
            target = _target(sources.article(evidence.article), evidence, base)
            items.append(
                {
                    "id": f"{base}#{finding.id}-{number}",
                    "type": "Annotation",
                    "motivation": "assessing",
                    "body": _bodies(finding, value),
                    "target": target,
                }
            )
    return dumped({"@context": CONTEXT, "id": base, "type": "AnnotationPage", "items": items}).decode()


def _bodies(finding: Finding, value: FindingValue) -> list[Json]:
    return [
        {"type": "TextualBody", "purpose": "tagging", "value": finding.relation.value},
        {"type": "TextualBody", "purpose": "tagging", "value": finding.kind.value},
        {"type": "TextualBody", "purpose": "identifying", "value": value.value},
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "value": f"{finding.about}: {finding.explanation}",
        },
    ]


def _target(article: Article, evidence: Evidence, base: str) -> Json:
    """The place in the article; the end of `scope` says whether offsets count in its title or its text."""
    content = article.field(evidence.field)
    start, end = evidence.span.start, evidence.span.end
    return {
        "source": {"id": article.url or f"{base}#{article.id}", "type": "Text"},
        "scope": f"{base}#{article.id}.{evidence.field}",  # a word that the model's context does not know is lost
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": evidence.quote,
                "prefix": content[max(0, start - AROUND) : start],
                "suffix": content[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }
