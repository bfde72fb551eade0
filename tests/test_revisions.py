"""What changed in fact between two versions: golden cases in plain text, and rules that no case shows.

A case of golden/diff has its rule after "#", then the two wordings, what happened to the statements, and the changes in their
order: relation, kind, the values, hints.
"""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer.domain.findings import Relation
from summarizer.domain.revision import Revision, RowKind, WordKind
from summarizer.domain.text import Article
from summarizer.revisions import diff

CASES = sorted((Path(__file__).parent / "golden" / "diff").glob("*.txt"))
HARD_NEWS = (
    "date-changed",
    "figure-changed",
    "toll-changed",
    "name-corrected",
    "denied-then-confirmed",
    "may-then-will",
    "planned-then-done",
)


def article(text: str, *, hour: int, source: str = "The Dale Gazette") -> Article:
    title = ""
    if text.startswith("Title: "):
        title, text = text.removeprefix("Title: ").split("\n", 1)
    published = datetime(2024, 10, 23, hour, tzinfo=UTC)
    return Article(source=source, title=title, text=text, published_at=published)


def parts(case: Path) -> dict[str, str]:
    """The case's sections by name."""
    sections = case.read_text("utf-8").split("--- ")[1:]
    return {name: body.strip("\n") for name, body in (section.split("\n", 1) for section in sections)}


def revised(before: str, after: str) -> Revision:
    return diff(article(before, hour=8), article(after, hour=14))


def told(revision: Revision) -> str:
    lines = []
    for change in revision.changes:
        values = " -> ".join(value.display for value in change.values)
        hints = f" ({', '.join(change.hints)})" if change.hints else ""
        lines.append(f"{change.relation} {change.kind}: {values}{hints}")
    return "\n".join(lines)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden(case: Path) -> None:
    """The first line of the case says why it matters."""
    expected = parts(case)
    found = revised(expected["before"], expected["after"])
    assert ", ".join(f"{found.count(kind)} {kind}" for kind in RowKind if found.count(kind)) == expected["rows"]
    assert told(found) == expected["changes"]


def test_the_golden_set_holds_both_sides() -> None:
    """An empty set would pass; one of changes alone would not show that wording is none."""
    changed = [case for case in CASES if parts(case)["changes"]]
    assert len(changed) >= 20
    assert len(CASES) - len(changed) >= 15
    assert set(HARD_NEWS) <= {case.stem for case in changed}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_the_same_in_both_is_no_change(case: Path) -> None:
    """A version against itself: rows are equal and nothing changed."""
    for name in ("before", "after"):
        text = parts(case)[name]
        found = revised(text, text)
        assert found.changes == ()
        assert {row.kind for row in found.rows} == {RowKind.EQUAL}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_places_and_words_are_exact(case: Path) -> None:
    """Every quotation is the slice of its article; the words of the rows give both texts back."""
    expected = parts(case)
    found = revised(expected["before"], expected["after"])
    articles = {"before": found.before.article, "after": found.after.article}
    for change in found.changes:
        for evidence in (e for value in change.values for e in value.evidence):
            assert articles[evidence.article].quote(evidence.field, evidence.span) == evidence.quote
    for row in found.rows:
        old, new = (
            "".join(w.text for w in row.words if w.kind is not kind) for kind in (WordKind.INSERT, WordKind.DELETE)
        )
        assert old == (row.before.text if row.before else "")
        assert new == (row.after.text if row.after else "")


def test_two_versions_are_one_witness() -> None:
    """An outlet that corrects itself does not disagree with anybody."""
    (change,) = revised("The storm killed 12 people in Marn.", "The storm killed 21 people in Marn.").changes
    assert (change.relation, change.outlets, change.origins) == (Relation.UPDATE, 1, 1)
    assert [value.articles for value in change.values] == [("before",), ("after",)]
    assert change.explanation == "The number changed from 12 to 21."


def test_two_outlets_are_two() -> None:
    """What one of two outlets gives otherwise is a conflict of theirs."""
    before = article("The storm killed 12 people in Marn.", hour=8)
    after = article("The storm killed 21 people in Marn.", hour=8, source="Star")
    (change,) = diff(before, after).changes
    assert (change.relation, change.outlets) == (Relation.CONFLICT, 2)
    assert "The Dale Gazette" in change.explanation
    assert "Star" in change.explanation


def test_a_figure_told_twice_has_both_places() -> None:
    """One change, every place that the desk has to look at."""
    (change,) = revised(
        "Title: Storm kills 12 people\nThe storm killed 12 people in Marn.",
        "Title: Storm kills 21 people\nThe storm killed 21 people in Marn.",
    ).changes
    assert [len(value.evidence) for value in change.values] == [2, 2]


def test_the_id_is_the_rank() -> None:
    """d1 is what a desk must look at first."""
    found = revised(
        "The dam cost $30 million. The storm killed 12 people in Marn.",
        "The dam cost $45 million. The storm killed 21 people in Marn.",
    ).changes
    assert [change.id for change in found] == ["d1", "d2"]
    assert [change.importance for change in found] == sorted((c.importance for c in found), reverse=True)
    assert [value.display for value in found[0].values] == ["12", "21"]
