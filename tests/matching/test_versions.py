"""Which statement became which."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.revision import RowKind, WordKind
from summarizer.domain.text import Span, Statement
from summarizer.matching.versions import rows_of, word_runs


def statements(article: str, *texts: str) -> list[Statement]:
    found, at = [], 0
    for n, text in enumerate(texts, 1):
        found.append(
            Statement(id=f"{article}.s{n}", article=article, field="text", span=Span(at, at + len(text)), text=text)
        )
        at += len(text) + 1
    return found


FLOOD = "Two bridges were washed away near Marn."
TOLL = "The storm killed 12 people in the valley."
LATER = "The storm killed 21 people in the valley."
RAIN = "More rain is forecast for Sunday."
AID = "Blankets were handed out at the school."


def kinds(before: list[str], after: list[str]) -> list[str]:
    return [row.kind for row in rows_of(statements("before", *before), statements("after", *after))]


def test_a_changed_figure_is_one_changed_row() -> None:
    """An editor must see 12 become 21 in place, not one sentence go and another come."""
    assert kinds([FLOOD, TOLL, RAIN], [FLOOD, LATER, RAIN]) == ["equal", "changed", "equal"]


def test_a_removed_row_stands_where_it_stood() -> None:
    """Reading down, the removed sentence is between its old neighbours."""
    assert kinds([FLOOD, TOLL, RAIN], [FLOOD, RAIN]) == ["equal", "removed", "equal"]


def test_an_added_row_is_not_a_rewritten_stranger() -> None:
    """Two sentences that share nothing are a removal and an addition."""
    assert sorted(kinds([TOLL], [AID])) == ["added", "removed"]


def test_a_sentence_that_crossed_the_others_moved() -> None:
    """The longest run that kept its order did not move."""
    assert kinds([FLOOD, TOLL, RAIN, AID], [AID, FLOOD, TOLL, RAIN]) == ["moved", "equal", "equal", "equal"]


def test_repeated_sentences_each_find_a_partner() -> None:
    """A sentence printed twice is two statements."""
    rows = rows_of(statements("before", FLOOD, FLOOD), statements("after", FLOOD, FLOOD))
    assert [row.kind for row in rows] == [RowKind.EQUAL, RowKind.EQUAL]


@given(st.text(alphabet="ab 1,.é\n", max_size=40), st.text(alphabet="ab 1,.é\n", max_size=40))
def test_runs_give_both_texts_back(before: str, after: str) -> None:
    """The contract: equal and insert joined are the after text, equal and delete the before text."""
    runs = word_runs(before, after)
    assert "".join(r.text for r in runs if r.kind is not WordKind.INSERT) == before
    assert "".join(r.text for r in runs if r.kind is not WordKind.DELETE) == after


@given(
    st.lists(st.sampled_from([FLOOD, TOLL, LATER, RAIN, AID]), max_size=8),
    st.lists(st.sampled_from([FLOOD, TOLL, LATER, RAIN, AID]), max_size=8),
)
def test_every_statement_is_in_one_row(before: list[str], after: list[str]) -> None:
    """Nothing is lost and nothing is shown twice; the rows follow the after text."""
    old, new = statements("before", *before), statements("after", *after)
    rows = rows_of(old, new)
    assert [r.after.id for r in rows if r.after] == [s.id for s in new]
    assert sorted(r.before.id for r in rows if r.before) == [s.id for s in old]


def test_words_that_were_changed_together_are_one_stretch() -> None:
    """A desk reads what stood there and what stands there now, not one word against another; a word put in stands alone."""
    runs = word_runs("Crews were still searching on Tuesday.", "The search went on, on Wednesday.")
    assert [f"{r.kind}:{r.text}" for r in runs][:2] == [
        "delete:Crews were still searching",
        "insert:The search went on,",
    ]
    runs = word_runs("Two men fell.", "The bodies of two men fell there.")
    assert [r.kind for r in runs] == ["delete", "insert", "equal", "insert", "equal"]
