"""What somebody had still to choose, and then did."""

import pytest

from tests.matching.conftest import Compare


@pytest.mark.parametrize(
    ("first", "later", "differ"),
    [
        ("Alvant said it had not decided whether to challenge the award.", "Alvant has challenged the award.", True),
        ("Alvant is considering whether to challenge the award.", "Alvant has challenged the award.", True),
        ("Alvant said it had not decided whether to challenge the award.", "Alvant has challenged the fine.", False),
    ],
)
def test_what_was_undecided_and_was_done(compare: Compare, first: str, later: str, differ: bool) -> None:
    """Whoever has still to choose, and has then done it, moved on."""
    found = [f.relation.value for f in compare(first, later) if f.relation.is_discrepancy and f.kind == "polarity"]
    assert found == (["update"] if differ else [])
