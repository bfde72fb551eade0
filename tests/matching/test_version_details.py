"""Who says it and to what day it was put off, in one rewritten statement; who answers that had no answer."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Article
from summarizer.matching.changes import Rewrite, rewrite, value_changes
from summarizer.matching.silences import answer_changes
from summarizer.matching.version_details import day_changes, speaker_changes
from summarizer.pipeline import DEFAULTS, read


def statements(id_: str, text: str) -> tuple[ReadStatement, ...]:
    article = Article(id=id_, source="Echo", text=text, published_at=datetime(2024, 10, 23, 8, tzinfo=UTC))
    return read((article,), DEFAULTS)[0].statements


def pair(before: str, after: str) -> Rewrite:
    (old,), (new,) = statements("before", before), statements("after", after)
    return rewrite(old, new)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("The blast was an accident, police said.", "The blast was an accident, the fire service said.", True),
        ("The blast was an accident, Ana Dow said.", "The blast was an accident, Tom Berg said.", True),
        ("The blast was an accident, Ana Dow said.", "The blast was an accident, Dow said.", False),
        ("The blast was an accident, the mayor said.", "The blast was an accident, Ana Dow said.", False),
        ("The blast was an accident, police said.", "The blast was an accident, officials said.", False),
        ("The blast was an accident, police said.", "The blast was an accident, she said.", False),
        ("The blast was an accident, the IAEA said.", "The blast was an accident, the International Atomic Energy Agency said.", False),
        ("The blast was an accident, police said.", "Two men laid the bomb at the gate, the fire service said.", False),
    ],
)  # fmt: skip
def test_who_says_it(before: str, after: str, *, told: bool) -> None:
    """Another speaker of the same words; a shorter form, a holder, a vaguer word or another sentence is none."""
    found = [(c.kind, c.reason) for c in speaker_changes(pair(before, after), ())]
    assert found == ([("attribution", "speaker_changed")] if told else [])


def test_a_name_that_was_told_is_not_told_again() -> None:
    """Where the names themselves are a change, the speaker is the same change."""
    both = pair("The blast was an accident, Ana Dow said.", "The blast was an accident, Tom Berg said.")
    assert value_changes(both)
    assert not list(speaker_changes(both, value_changes(both)))


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("The trial begins on March 3.", "The trial, due on March 3, was postponed to April 14.", ("March 3", "April 14")),
        ("The trial begins on March 3.", "The trial begins on March 3 and goes on until April 14.", None),
        ("The trial begins on March 3.", "The trial, moved here on May 2, begins on March 3.", None),
        ("The trial runs from March 3 to May 2.", "The trial, from March 3 to May 2, was put off to June 4.", None),
    ],
)  # fmt: skip
def test_to_what_day(before: str, after: str, days: tuple[str, str] | None) -> None:
    """The new day behind a verb of putting off, for the one day that stood there."""
    both = pair(before, after)
    found = [(c.old.display, c.new.display) for c in day_changes(both, value_changes(both))]
    assert found == ([days] if days else [])


@pytest.mark.parametrize(
    ("silent", "answer", "told"),
    [
        ("Orbel declined to comment.", "Orbel denied that it would buy Tanner.", "denied that it would buy Tanner"),
        ("Orbel did not immediately respond.", "Orbel said it had no plans.", "said it had no plans"),
        ("Orbel declined to comment.", "Tanner denied that it would be sold.", None),
        ("Orbel declined to comment.", "Orbel said it could not be reached.", None),
        ("Orbel was founded in 1931.", "Orbel denied that it would buy Tanner.", None),
    ],
)
def test_who_answers(silent: str, answer: str, told: str | None) -> None:
    """The answer is of whom had none, and is one."""
    found = list(answer_changes(statements("before", silent), statements("after", answer)))
    assert [c.new.display for c in found] == ([told] if told else [])
    assert all(c.new.evidence.quote == c.new.display for c in found)
