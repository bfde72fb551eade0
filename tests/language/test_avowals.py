"""What somebody confirms or denies: one case a rule, and its nearest counter-example."""

import pytest

from summarizer.language.avowals import read_avowals
from summarizer.language.tagging import tag


def avowals(text: str) -> list[tuple[bool, str]]:
    """Whether each cue confirms, and what."""
    tokens = tag(text)
    return [(a.confirmed, text[tokens[a.first].start : tokens[a.last].end]) for a in read_avowals(tokens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orvia confirmed that the troops had left.", (True, "troops had left")),
        ("Norvik dismissed reports of a merger with Haldane.", (False, "merger with Haldane")),
        ("Officials ruled out a link, police said.", (False, "link")),
        ("The deployment was denied by Quenby.", (False, "deployment")),
    ],
)
def test_cues(text: str, found: tuple[bool, str]) -> None:
    """What stands behind the cue, or before it in the passive."""
    assert [(c, w.removeprefix("out a ")) for c, w in avowals(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Norvik rejected the offer.",
        "Norvik neither confirmed nor denied the deal.",
        "Orvia could not confirm the deal.",
    ],
)
def test_no_cue(text: str) -> None:
    """An offer turned down, and what is left open."""
    assert not avowals(text)
