"""The coverage grid: who says, disputes or is silent."""

from dataclasses import replace

from summarizer.domain.findings import Relation, Status
from summarizer.domain.report import Report
from summarizer.render.page_coverage import DISPUTES, SAYS, SILENT, grid
from summarizer.render.page_places import Places


def words(report: Report) -> list[str]:
    """What the cells of the first row say."""
    found = grid(report, Places(report.articles, report.claims))
    return [c.word for c in (*found.shared, *found.single)[0].cells]


def alone(report: Report) -> Report:
    """The claim is left to the first article."""
    claim = replace(report.claims[0], statements=("a1.s1",), articles=("a1",), matches=())
    return replace(report, claims=(claim,))


def test_another_value_disputes(report: Report) -> None:
    """The claim stands in the first outlet's words; the second gives another day."""
    assert words(report) == [SAYS, DISPUTES]


def test_a_value_that_moved_on_disputes_nothing(report: Report) -> None:
    """An update is no contradiction."""
    moved = replace(report.discrepancies[0], relation=Relation.UPDATE)
    assert words(replace(report, discrepancies=(moved,))) == [SAYS, SAYS]


def test_a_conflict_elsewhere_in_the_claim_disputes_nothing(report: Report) -> None:
    """The words that stand for the claim have no part in it."""
    claim = replace(report.claims[0], statements=("a1.s1", "a1.s2", "a2.s1"), representative="a1.s2")
    assert words(replace(report, claims=(claim,))) == [SAYS, SAYS]


def test_no_word_of_it_is_silence(report: Report) -> None:
    """And a claim of one outlet that nobody disputes stands apart."""
    lone = replace(alone(report), discrepancies=())
    assert words(lone) == [SAYS, SILENT]
    assert len(grid(lone, Places(lone.articles, lone.claims)).single) == 1


def test_a_disputed_claim_of_one_outlet_is_not_hidden(report: Report) -> None:
    """The other outlet's value stands in a statement that was not matched."""
    lone = alone(report)
    assert words(lone) == [SAYS, DISPUTES]
    assert len(grid(lone, Places(lone.articles, lone.claims)).shared) == 1


def test_contested_claims_come_first(report: Report) -> None:
    """Then what most outlets say."""
    plain = replace(report.claims[0], id="c0", findings=(), status=Status.CORROBORATED)
    found = grid(replace(report, claims=(plain, report.claims[0])), Places(report.articles, report.claims))
    assert [r.claim for r in found.shared] == ["c1", "c0"]
