"""Which place of the old wording became which of the new; what the golden cases of tests/golden/diff do not show."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.revision import RowKind
from summarizer.domain.text import Article
from summarizer.matching.changes import Rewrite, counterparts, rewrite, value_changes
from summarizer.matching.stance_changes import stance_changes
from summarizer.matching.versions import rows_of, word_runs
from summarizer.pipeline import read


def rewritten(before: str, after: str) -> Rewrite:
    day = datetime(2024, 10, 23, tzinfo=UTC)
    old, new = read([Article(source="Echo", text=text, published_at=day) for text in (before, after)])
    return rewrite(old.statements[-1], new.statements[-1])


def test_the_segments_cover_both_wordings() -> None:
    """Nothing between two stretches is lost, and changed words that only blanks part are one stretch."""
    pair = rewritten("The talks are expected to start on Monday.", "The talks have started in Geneva.")
    old, new = pair.before.statement.text, pair.after.statement.text
    assert "".join(old[s.old[0] : s.old[1]] for s in pair.segments) == old
    assert "".join(new[s.new[0] : s.new[1]] for s in pair.segments) == new
    assert [s.same for s in pair.segments] == [True, False, True]


def test_the_counterpart_of_an_unchanged_word_is_itself() -> None:
    """Also behind words that were put in."""
    pair = rewritten("The old mill burned.", "The old and famous mill burned.")
    start = pair.before.statement.text.index("mill")
    low, high = pair.counterpart(start, start + 4)
    assert pair.after.statement.text[low:high] == "mill"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("It killed 12 people and hurt 30.", "It hurt 30 people and killed 12.", []),
        ("It killed 12 people and hurt 30.", "It killed 15 people and hurt 41.", [("12", "15"), ("30", "41")]),
        ("The fine is $500.", "The fine is 500 kroner.", [("$500", "500 kroner")]),
        ("It took 90 minutes.", "It took an hour and a half.", []),
    ],
)
def test_values_that_face_each_other(before: str, after: str, expected: list[tuple[str, str]]) -> None:
    """The same value of the same thing first, then what stands in its place; one value in other units is no change."""
    assert [(c.old.display, c.new.display) for c in value_changes(rewritten(before, after))] == expected


def test_each_fact_has_one_counterpart() -> None:
    """A figure is not compared with two."""
    pairs = counterparts(rewritten("It killed 12 men and 12 women.", "It killed 12 men, 12 women and 3 boys."))
    assert len({id(a) for a, _ in pairs}) == len({id(b) for _, b in pairs}) == len(pairs)


def test_a_slip_looks_like_one() -> None:
    """The editor is told what kind of slip it may be; a toll that falls is flagged."""
    (change,) = value_changes(rewritten("The storm killed 21 people.", "The storm killed 12 people."))
    assert change.hints == ("digits_swapped", "falling_count")


def test_a_denial_says_the_other_thing() -> None:
    """The evidence is the words that changed."""
    (change,) = stance_changes(rewritten("The firm denied the report.", "The firm confirmed the report."))
    assert (change.old.value, change.new.value) == ("denied", "confirmed")
    assert (change.old.evidence.quote, change.new.evidence.quote) == ("denied", "confirmed")


def test_long_wordings_are_cut_where_they_meet() -> None:
    """Memory grows with the product of the lengths: beyond a bound only head and tail are compared."""
    before, after = "start " + "a b " * 9000 + "end", "start " + "c d " * 9000 + "end"
    runs = word_runs(before, after)
    assert [run.kind for run in runs] == ["equal", "delete", "insert", "equal"]
    assert "".join(r.text for r in runs if r.kind != "insert") == before
    assert "".join(r.text for r in runs if r.kind != "delete") == after


def test_rows_of_statements_read() -> None:
    """The rows that rewrites are made of hold the statements of both versions."""
    pair = rewritten("The mill burned.", "The old mill burned.")
    (row,) = rows_of([pair.before.statement], [pair.after.statement])
    assert row.kind is RowKind.CHANGED
