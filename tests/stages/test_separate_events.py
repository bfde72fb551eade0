"""Articles on another event are told apart."""

from itertools import permutations

from summarizer import Article, merge
from summarizer.domain.report import Report

TRAIN = (
    "A goods train left the rails outside Harlen before dawn on Tuesday and spilled grain over both tracks. The driver, Olm Pryce, "
    "was taken to hospital in Asmund with a broken wrist. Mila Torv of Coastal Railways said 11 wagons had overturned. "
    "Buses replace trains between Harlen and Port Lowe."
)
GRAIN = (
    "Grain lay ankle deep along the coast line near Harlen after 13 wagons of a goods train turned over. Mila Torv, of Coastal "
    "Railways, would not say when trains to Port Lowe run again. Driver Olm Pryce broke a wrist, doctors in Asmund said."
)
VERDICT = (
    "A court in Kelmora sentenced the former treasurer Ines Vauk to four years in prison for taking bribes from builders. Judge "
    "Teodor Raske called the fraud shameless. The defence lawyer, Pia Onnis, announced an appeal to the Supreme Court. "
    "Vauk had paid for 11 holidays in Santa Brea."
)
SHORT = "It snowed in Uldra."


def report(**texts: str) -> Report:
    return merge([Article(id=k, source=k, text=t) for k, t in texts.items()])


def test_an_unrelated_article_is_named_and_not_compared() -> None:
    """Its figures must not contradict anybody's."""
    for order in permutations({"train": TRAIN, "grain": GRAIN, "verdict": VERDICT}.items()):
        found = report(**dict(order))
        assert [(n.code, n.article) for n in found.notices] == [("different_event", "verdict")]
        cited = {e.article for f in found.findings() for v in f.values for e in v.evidence}
        assert "verdict" not in cited | {a for c in found.claims for a in c.articles}
        assert all(s.article != "verdict" for s in found.summary.sentences)


def test_two_reports_of_one_event_bring_no_notice() -> None:
    """The nearest counter-example: other words, the same names."""
    assert report(train=TRAIN, grain=GRAIN).notices == ()


def test_of_two_articles_on_two_events_one_is_left_out() -> None:
    """There is nothing to compare, whichever comes first."""
    for order in permutations({"train": TRAIN, "verdict": VERDICT}.items()):
        found = report(**dict(order))
        assert [n.article for n in found.notices] == ["train"]  # both tell four sentences: the texts decide
        assert not found.findings()


def test_a_short_text_is_not_judged() -> None:
    """A flash of five words shares few names with anything."""
    assert report(train=TRAIN, flash=SHORT).notices == ()
