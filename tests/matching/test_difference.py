"""Which figures that differ answer one question, and which only look alike."""

import pytest

from summarizer.domain.text import Article
from summarizer.matching.difference import DIFFERENCE_FEATURES, Answered, difference_evidence
from summarizer.matching.sameness import FEATURES, evidence
from summarizer.matching.views import views_of
from summarizer.pipeline import read
from tests.matching.conftest import Compare


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        # the other article gives the figure itself: 40 is of something else
        (
            "The storm cut power to 8,400 homes. Crews from Orne restored 6,100 homes by noon.",
            "The storm cut power to 8,400 homes. Crews are still at work on the coast.",
            False,
        ),
        # near one another and told of one thing
        (
            "The storm cut power to 8,400 homes in the valley, the utility said.",
            "The storm cut power to 8,700 homes in the valley.",
            True,
        ),
        # no word around them is the same
        ("The mayor opened 310 flats. It rained.", "Thieves took 320 coins. Nobody saw them.", False),
    ],
)
def test_what_is_left_once_equal_figures_are_taken_away(
    compare: Compare, first: str, second: str, differ: bool
) -> None:
    """A figure that both give is answered; what stands beside it counts something else."""
    assert bool([f for f in compare(first, second) if f.relation.is_discrepancy]) is differ


def test_a_report_that_corrects_a_figure_is_held_against_it(compare: Compare) -> None:
    """It says itself which figure it replaces."""
    found = compare(
        "Three children were among the dead in Merrow. A school was hit.",
        "Two children had died in Merrow, police said, correcting an earlier figure of three.",
    )
    assert [f for f in found if f.relation.is_discrepancy]


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("She had been shot seven times, an autopsy showed.", "She had been shot 11 times, an autopsy showed.", True),
        ("She had been shot seven times, an autopsy showed.", "The man had shot 11 people, an autopsy showed.", False),
    ],
)
def test_how_often_is_not_how_many(compare: Compare, first: str, second: str, differ: bool) -> None:
    """ "Shot seven times" counts shots."""
    assert bool([f for f in compare(first, second) if f.relation.is_discrepancy]) is differ


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He was the club's manager for three decades.", "He was the club's manager for 31 years."),
        ("He got two years in jail. The jury sat long.", "He spoke for two hours. The jury sat long."),
    ],
)
def test_stretches_of_time_that_go_together(compare: Compare, first: str, second: str) -> None:
    """Decades are round; two stretches that are nobody's are of one thing only where one is done."""
    assert not [f for f in compare(first, second) if f.relation.is_discrepancy]


def test_every_feature_has_its_value() -> None:
    """Weights are multiplied with values one by one: one value less, and the last weight would go unseen."""
    texts = ("A storm cut power to 8,700 homes.", "The storm cut power to 8,900 homes.")
    one, other = views_of(read([Article(source=f"Outlet {n}", text=text) for n, text in enumerate(texts)]))
    assert len(evidence(one, other)) == len(FEATURES)
    assert len(difference_evidence(one, other, Answered())) == len(DIFFERENCE_FEATURES)
