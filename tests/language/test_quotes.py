"""What stands in quotation marks."""

from itertools import pairwise

import pytest

from summarizer.language.quotes import quotation_spans


def quoted(text: str) -> list[str]:
    return [span.of(text) for span in quotation_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," he said.', ["We go,"]),
        ("“We go,” he said. “Now.”", ["We go,", "Now."]),
        ("‘We go,’ he said.", ["We go,"]),
        ("'We go,' he said.", ["We go,"]),
        ("''We go,'' he said. ''Now.''", ["We go,", "Now."]),
        ("``We go,'' he said.", ["We go,"]),
        ("„Wir gehen“, sagte er.", ["Wir gehen"]),
        ("«Nous partons», dit-il.", ["Nous partons"]),
        ('He said it was "very bad".', ["very bad"]),
        ("\"He told me 'go' twice,\" she said.", ["He told me 'go' twice,"]),
        ("“He told me ‘go’ twice,” she said.", ["He told me ‘go’ twice,"]),
        ("The dogs' bowls and Lima's port.", []),
        ("It’s the ’90s, rock ’n’ roll.", []),
        ("‘The workers’ rights matter,’ he said.", ["The workers’ rights matter,"]),
        ("He is 6'2\" tall and spoke.", []),
        ('"', []),
        ('""', []),
        ("It never closes: “We go.", []),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    """Every family of marks; apostrophes, feet and marks that never close quote nothing."""
    assert quoted(text) == expected


def test_paragraphs_part_quotations() -> None:
    """A mark lost in one paragraph does not turn the next inside out."""
    assert quoted('He said "no.\n\nShe said "yes" to all.') == ["yes"]


def test_quotation_carried_over_paragraphs() -> None:
    """Left open and reopened in the next paragraph: one span a paragraph."""
    assert quoted("“We go.\n\n“We stay,” he said.") == ["We go.", "We stay,"]


def test_lost_paragraph_break() -> None:
    """A mark that opens again after a full stop ends the quotation before it."""
    assert quoted('"We go. "We stay," he said.')[-1] == "We stay,"


def test_spans_are_ordered_and_disjoint() -> None:
    """Readers search them by bisection."""
    spans = quotation_spans('"a b" \'c d\' “e ‘f’ g” "h" ' * 5)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", ['"', "'", '" ', "“a ", "‘s ", "''", '"a\n\n', "a' b", "’ ‘", "6' "])
def test_hostile_text(piece: str, grows_linearly) -> None:
    """Work grows with the length of the text, not with its square."""
    assert grows_linearly(lambda copies: quotation_spans(piece * copies), 5_000, 40_000)
