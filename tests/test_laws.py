"""What holds for every merge, on the samples and on the desk bundles."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.gold import Bundle, load
from summarizer.domain.findings import Finding
from summarizer.domain.report import Report
from summarizer.pipeline import merge, read

ROOT = Path(__file__).parent.parent
BUNDLES = {b.id: b for b in load(ROOT / "tests" / "gold", "desk")}
SOME = ("desk-01", "desk-08", "desk-15")


@pytest.fixture(scope="module", params=SOME)
def bundle(request: pytest.FixtureRequest) -> Bundle:
    return BUNDLES[request.param]


@pytest.fixture(scope="module")
def report(bundle: Bundle) -> Report:
    return merge(bundle.articles)


def test_every_quote_is_the_slice_of_its_article(report: Report) -> None:
    """An editor clicks on a value and must land on it."""
    articles = {a.article.id: a.article for a in report.articles}
    for finding in report.findings():
        for evidence in itertools.chain.from_iterable(v.evidence for v in finding.values):
            assert articles[evidence.article].quote(evidence.field, evidence.span) == evidence.quote


def test_every_fact_lies_in_its_statement(bundle: Bundle) -> None:
    """A fact that points outside its sentence would be quoted against another."""
    for article in read(bundle.articles):
        for statement in article.statements:
            assert (
                article.article.quote(statement.statement.field, statement.statement.span) == statement.statement.text
            )
            for fact in statement.facts:
                assert statement.statement.span.contains(fact.place)
                assert article.article.quote(fact.evidence.field, fact.evidence.span) == fact.evidence.quote


def test_statements_are_ordered_and_disjoint(bundle: Bundle) -> None:
    """Each word belongs to one statement at most."""
    for article in read(bundle.articles):
        spans = [s.statement.span for s in article.statements if s.statement.field == "text"]
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_every_summary_sentence_is_verbatim(report: Report) -> None:
    """No word in the summary that is not in a source."""
    articles = {a.article.id: a.article for a in report.articles}
    assert report.summary.sentences
    for sentence in report.summary.sentences:
        assert articles[sentence.article].quote(sentence.field, sentence.span) == sentence.text


def meaning(findings: tuple[Finding, ...]) -> set[object]:
    """Findings without their ids and order: what they say, of which places."""
    return {
        (
            f.relation,
            f.kind,
            f.importance,
            frozenset((v.value, frozenset((e.article, e.field, e.span) for e in v.evidence)) for v in f.values),
        )
        for f in findings
    }


def test_the_order_of_the_articles_changes_no_finding(bundle: Bundle, report: Report) -> None:
    """Whoever pastes the articles in another order must read the same."""
    turned = merge(tuple(reversed(bundle.articles)))
    assert meaning(turned.findings()) == meaning(report.findings())


def test_a_copy_adds_no_witness(bundle: Bundle, report: Report) -> None:
    """Two articles of one origin count as one witness."""
    copy = replace(bundle.articles[0], id="copy", source="Another Outlet")
    doubled = merge((*bundle.articles, copy))
    assert len(doubled.origins) == len(report.origins)
