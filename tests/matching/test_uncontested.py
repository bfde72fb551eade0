"""What stands beside a contested value is not told as agreed."""

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.text import Evidence, Span
from summarizer.matching.uncontested import told_apart, uncontested
from tests.matching.conftest import Compare


def evidence(article: str, start: int) -> Evidence:
    return Evidence(
        article=article, statement=f"{article}.s1", field="text", span=Span(start, start + 5), quote="words"
    )


def fact(article: str, start: int) -> Fact:
    place = evidence(article, start)
    return Fact(kind=Kind.DURATION, value=Phrase(key="k"), display="words", evidence=place, place=place.span)


def discrepancy(*sides: tuple[tuple[str, int], ...]) -> Finding:
    values = tuple(
        FindingValue(
            value=str(n),
            display=str(n),
            low=None,
            high=None,
            articles=tuple(a for a, _ in side),
            outlets=1,
            origins=1,
            evidence=tuple(evidence(a, start) for a, start in side),
        )
        for n, side in enumerate(sides)
    )
    return Finding(
        id="d1",
        relation=Relation.CONFLICT,
        kind=Kind.MEASURE,
        about="",
        explanation="",
        reason="values_disjoint",
        importance=0.5,
        confidence=0.5,
        outlets=2,
        origins=2,
        hints=(),
        values=values,
    )


def test_the_smaller_part_beside_another_side_goes() -> None:
    told = told_apart([discrepancy((("a1", 0), ("a2", 0)), (("a3", 0),))])
    kept = uncontested([fact("a1", 10), fact("a2", 10), fact("a3", 10)], told)
    assert [f.evidence.article for f in kept] == ["a1", "a2"]


def test_of_two_equal_parts_none_stays_and_what_stands_beside_neither_does() -> None:
    told = told_apart([discrepancy((("a1", 0),), (("a2", 0),))])
    kept = uncontested([fact("a1", 10), fact("a2", 10), fact("a3", 10)], told)
    assert [f.evidence.article for f in kept] == ["a3"]


def test_what_stands_far_from_it_stays() -> None:
    told = told_apart([discrepancy((("a1", 0),), (("a2", 0),))])
    assert len(uncontested([fact("a1", 90), fact("a2", 90)], told)) == 2


def test_a_span_of_time_beside_a_contested_amount_is_no_agreement(compare: Compare) -> None:
    first = "Some 312 millimeters of rain fell in 24 hours at Varn, the weather service said."
    second = "Some 231 millimeters of rain fell in 24 hours at Varn, the weather service said."
    found = compare(first, second, hours=0)
    assert any(f.relation is Relation.CONFLICT for f in found)
    assert not any("24 hours" in v.display for f in found if not f.relation.is_discrepancy for v in f.values)


def test_a_month_beside_two_percentages_is_no_agreement(compare: Compare) -> None:
    first = "Prices in Varn rose 9.4 per cent in September. The bank was alarmed."
    second = "Inflation, which was 8.4 per cent in September, will ease, the governor said."
    found = compare(first, second, hours=0)
    assert not any(v.display == "September" for f in found if not f.relation.is_discrepancy for v in f.values)


def test_a_month_beside_one_percentage_is_one(compare: Compare) -> None:
    first = "Prices in Varn rose 9.4 per cent in September. The bank was alarmed."
    second = "Inflation, which rose 9.4 per cent in September, will ease, the governor said."
    found = compare(first, second, hours=0)
    assert any(v.display == "September" for f in found if not f.relation.is_discrepancy for v in f.values)
