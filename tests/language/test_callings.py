"""Which calling a role names, and which two nobody has at once."""

import pytest

from summarizer.domain.text import Span
from summarizer.language.callings import calling_of, exclude_each_other, is_former, is_passing


@pytest.mark.parametrize(
    ("role", "calling"),
    [
        ("the public prosecutor", "prosecutor"),
        ("Marden County Sheriff's Deputy", "sheriff's deputy"),
        ("chief of police in Orbel", "police chief"),
        ("director of its forecasting department", "director"),
        ("Orbel CEO", "chief executive"),
        ("lieutenant governor", "deputy governor"),
        ("wife of the mayor", "wife"),
        ("officer", ""),
        ("spokesman of the sheriff", ""),
    ],
)
def test_calling_of_a_role(role, calling):
    """The longest wording before "of" decides; words that fit many callings name none."""
    assert calling_of(role) == calling


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("prosecutor", "police commissioner", True),
        ("mayor", "deputy mayor", True),
        ("deputy governor", "director", True),
        ("wife", "ex-wife", True),
        ("police officer", "police chief", False),
        ("prosecutor", "deputy prosecutor", False),
        ("chairman", "chief executive", False),
        ("judge", "judge", False),
    ],
)
def test_callings_that_nobody_has_at_once(one, other, apart):
    """A chief is an officer, too, and many are chairman and chief executive; nobody is prosecutor and policeman."""
    assert bool(exclude_each_other(one, other)) is apart
    assert bool(exclude_each_other(other, one)) is apart


def test_held_no_more_and_held_for_a_time():
    """ "Former" says that it is over, "acting" and "outgoing" that it will be."""
    assert is_former("the former mayor", Span(11, 16))
    assert not is_former("the mayor", Span(4, 9))
    assert is_passing("the acting mayor", Span(11, 16))
    assert not is_passing("the former mayor", Span(11, 16))
