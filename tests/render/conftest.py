"""A report written by hand: two articles of a flood that disagree on a day and agree on a count."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Claim, Finding, FindingValue, Match, Relation, Status
from summarizer.domain.report import (
    Notice,
    Options,
    Origin,
    ReadArticle,
    ReadStatement,
    Report,
    Summary,
    SummarySentence,
)
from summarizer.domain.text import Article, Certainty, Evidence, Span, Statement

FIRST = "Mayor Ann Price said the bridge would open on March 9. Police counted 12 people."
SECOND = "The bridge opens on March 11, officials said. 12 people were <b>counted</b> & \x1b[31mhelped."


def evidence(
    article: Article, quote: str, speaker: str | None = None, certainty: Certainty = Certainty.STATED
) -> Evidence:
    start = article.text.index(quote)
    statement = f"{article.id}.s{1 if start < article.text.index('. ') else 2}"
    return Evidence(
        article=article.id,
        statement=statement,
        field="text",
        span=Span(start, start + len(quote)),
        quote=quote,
        attributed_to=speaker,
        certainty=certainty,
        as_of="2024-03-05",
    )


def read(article: Article) -> ReadArticle:
    middle = article.text.index(". ") + 1
    spans = (Span(0, middle), Span(middle + 1, len(article.text)))
    statements = tuple(
        ReadStatement(
            statement=Statement(
                id=f"{article.id}.s{n}", article=article.id, field="text", span=s, text=s.of(article.text)
            ),
            tokens=(),
            facts=(),
        )
        for n, s in enumerate(spans, 1)
    )
    return ReadArticle(article=article, statements=statements)


def value(display: str, normal: str, *found: Evidence) -> FindingValue:
    articles = tuple(dict.fromkeys(e.article for e in found))
    return FindingValue(
        value=normal,
        display=display,
        low=normal,
        high=None,
        articles=articles,
        outlets=len(articles),
        origins=1,
        evidence=found,
    )


def finding(id_: str, relation: Relation, kind: Kind, about: str, *values: FindingValue) -> Finding:
    return Finding(
        id=id_,
        relation=relation,
        kind=kind,
        about=about,
        explanation=f"On {about}.",
        reason="dates_disjoint",
        importance=0.9,
        confidence=0.8,
        outlets=2,
        origins=2,
        hints=("digits_swapped",) if relation is Relation.CONFLICT else (),
        values=values,
    )


@pytest.fixture
def report() -> Report:
    a1 = Article(
        id="a1",
        source="The Dale Gazette",
        title="Bridge [shut]",
        text=FIRST,
        url="https://example.org/1",
        published_at=datetime(2024, 3, 5, 10, tzinfo=UTC),
    )
    a2 = Article(id="a2", source="=Valley & Co", text=SECOND)
    opening = finding(
        "d1",
        Relation.CONFLICT,
        Kind.DATE,
        "when the bridge opens",
        value("March 9", "2024-03-09", evidence(a1, "open on March 9", "Ann Price", Certainty.EXPECTED)),
        value("March 11", "2024-03-11", evidence(a2, "opens on March 11")),
    )
    people = finding(
        "g1",
        Relation.AGREE,
        Kind.NUMBER,
        "how many people",
        value("12", "12", evidence(a1, "12 people"), evidence(a2, "12 people")),
    )
    first = SummarySentence(
        text=FIRST[:54],
        statement="a1.s1",
        article="a1",
        field="text",
        span=Span(0, 54),
        claim="c1",
        articles=("a1", "a2"),
        outlets=2,
        origins=2,
        findings=("d1",),
    )
    match = Match(statements=("a1.s1", "a2.s1"), score=71.5, words=66, action="open", shared=("bridge",))
    claim = Claim(
        id="c1",
        statements=("a1.s1", "a2.s1"),
        articles=("a1", "a2"),
        outlets=2,
        origins=2,
        status=Status.DISPUTED,
        representative="a1.s1",
        findings=("d1",),
        matches=(match,),
    )
    return Report(
        id="flood-1",
        articles=(read(a1), read(a2)),
        origins=(Origin(id="o1", articles=("a1", "a2"), first="a1", why="near copy (0.93 of the words)"),),
        summary=Summary(sentences=(first,)),
        agreements=(people,),
        discrepancies=(opening,),
        claims=(claim,),
        notices=(Notice(code="different_event", message="It may be of another event.", article="a2"),),
        options=Options(),
        version="0.1.0",
        digest="d" * 64,
    )
