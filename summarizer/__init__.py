"""Compares several news reports of one event: what they agree on, contradict each other on, and what moved on since.

    from summarizer import Article, merge

    report = merge([Article(source="Reuters", text="…"), Article(source="Yonhap", text="…")])
    report.discrepancies[0].explanation

The names load when they are first used, so that a program which only asks for `Article` does not wait for the engine.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.domain.findings import Claim, Finding, FindingValue, Relation
    from summarizer.domain.report import Options, Report
    from summarizer.domain.revision import Revision
    from summarizer.domain.text import Article, Evidence, Span, Statement
    from summarizer.errors import InputError, Problem, SummarizerError
    from summarizer.pipeline import merge, read
    from summarizer.revisions import diff

_HOMES = {
    "Article": "domain.text",
    "Claim": "domain.findings",
    "Evidence": "domain.text",
    "Finding": "domain.findings",
    "FindingValue": "domain.findings",
    "InputError": "errors",
    "Options": "domain.report",
    "Problem": "errors",
    "Relation": "domain.findings",
    "Report": "domain.report",
    "Revision": "domain.revision",
    "Span": "domain.text",
    "Statement": "domain.text",
    "SummarizerError": "errors",
    "diff": "revisions",
    "merge": "pipeline",
    "read": "pipeline",
}

__all__ = [
    "Article",
    "Claim",
    "Evidence",
    "Finding",
    "FindingValue",
    "InputError",
    "Options",
    "Problem",
    "Relation",
    "Report",
    "Revision",
    "Span",
    "Statement",
    "SummarizerError",
    "diff",
    "merge",
    "read",
]


def __getattr__(name: str) -> Any:
    """The public name, imported where it lives (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
