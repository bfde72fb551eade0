"""Claims and the findings that touch them."""

from dataclasses import replace

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Claim, Finding, FindingValue, Relation, Status
from summarizer.domain.text import Evidence, Span
from summarizer.stages.relate import relate

CLAIM = Claim(
    id="c1",
    statements=("a1.s0", "a2.s0"),
    articles=("a1", "a2"),
    outlets=2,
    origins=2,
    status=Status.CORROBORATED,
    representative="a1.s0",
    findings=(),
    matches=(),
)


def finding(*statements: str, relation: Relation = Relation.CONFLICT) -> Finding:
    values = tuple(
        FindingValue(
            value=str(n),
            display=str(n),
            low=None,
            high=None,
            articles=(s[:2],),
            outlets=1,
            origins=1,
            evidence=(Evidence(article=s[:2], statement=s, field="text", span=Span(0, 1), quote="x"),),
        )
        for n, s in enumerate(statements)
    )
    return Finding(
        id="d1",
        relation=relation,
        kind=Kind.NUMBER,
        about="",
        explanation="",
        reason="",
        importance=0.5,
        confidence=0.5,
        outlets=2,
        origins=2,
        hints=(),
        values=values,
    )


def test_a_conflict_with_two_sides_in_a_claim_disputes_it() -> None:
    """Its statements contradict one another."""
    (claim,) = relate((CLAIM,), (finding("a1.s0", "a2.s0"),))
    assert (claim.status, claim.findings) == (Status.DISPUTED, ("d1",))


def test_a_conflict_with_one_side_in_a_claim_only_touches_it() -> None:
    """Somebody says otherwise elsewhere: the claim's own statements agree."""
    (claim,) = relate((CLAIM,), (finding("a1.s0", "a3.s4"),))
    assert (claim.status, claim.findings) == (Status.CORROBORATED, ("d1",))


def test_an_update_disputes_nothing() -> None:
    """What moved on is not contested."""
    (claim,) = relate((CLAIM,), (finding("a1.s0", "a2.s0", relation=Relation.UPDATE),))
    assert claim.status is Status.CORROBORATED


def test_what_no_finding_touches_stays_as_it_was() -> None:
    """Nothing is lost on the way."""
    alone = replace(CLAIM, statements=("a9.s1",), status=Status.SINGLE_SOURCE)
    assert relate((alone,), (finding("a1.s0", "a2.s0"),)) == (alone,)
