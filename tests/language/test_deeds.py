"""Who did what to whom: one case a rule, and its nearest counter-example."""

import pytest

from summarizer.language.deeds import read_deeds
from summarizer.language.tagging import tag


def deeds(text: str) -> list[tuple[str | None, str, str | None, bool, bool]]:
    """Agent, verb and patient of each deed, whether it is done and whether it is left open."""
    tokens = tag(text)

    def word(at: int | None) -> str | None:
        return None if at is None else tokens[at].text

    return [(word(d.agent), tokens[d.verb].text, word(d.patient), d.done, d.open) for d in read_deeds(tokens)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Orvia struck Quenby.", ("Orvia", "struck", "Quenby", True, False)),
        ("Quenby was struck by Orvia.", ("Orvia", "struck", "Quenby", True, False)),
        ("Quenby was struck on Friday.", (None, "struck", "Quenby", True, False)),
        ("Oda did not sign the treaty.", ("Oda", "sign", "treaty", False, False)),
        ("Oda has not signed the treaty.", ("Oda", "signed", "treaty", False, True)),
        ("Oda has never signed the treaty.", ("Oda", "signed", "treaty", False, False)),
    ],
)
def test_one_deed(text: str, found: tuple[str | None, str, str | None, bool, bool]) -> None:
    """Active and passive, done and not done."""
    assert deeds(text) == [found]


@pytest.mark.parametrize("text", ["Oda will sign the treaty.", "Oda could not sign it.", "Did Oda sign the treaty?"])
def test_no_deed(text: str) -> None:
    """Plans, what could not be, and questions."""
    assert not deeds(text)
