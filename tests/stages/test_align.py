"""What says the same thing."""

from datetime import UTC, datetime
from itertools import permutations

from summarizer import Article, merge
from summarizer.domain.findings import Claim, Status
from summarizer.domain.report import Report
from summarizer.matching.claims import SAME_CLAIM

WHEN = datetime(2024, 5, 2, 12, tzinfo=UTC)


def report(*texts: str, sources: tuple[str, ...] = ("Echo", "Star", "Sun", "Moon")) -> Report:
    return merge([Article(source=s, text=t, published_at=WHEN) for s, t in zip(sources, texts, strict=False)])


def shared_claims(found: Report) -> list[Claim]:
    return [c for c in found.claims if len(c.articles) > 1]


FERRY = "The ferry Aurelia carried 120 passengers from Port Lowe to the island on Tuesday morning."


def test_a_differing_value_does_not_push_a_pair_apart() -> None:
    """Two counts of the same passengers are what an editor wants side by side."""
    (claim,) = shared_claims(report(FERRY, FERRY.replace("120", "340")))
    assert claim.statements == ("a1.s1", "a2.s1")
    assert claim.status in (Status.CORROBORATED, Status.DISPUTED)


def test_an_equal_value_does_not_pull_strangers_together() -> None:
    """120 passengers and 120 kilograms of cheese are nothing alike."""
    assert not shared_claims(report(FERRY, "Customs officers seized 120 kilograms of smuggled cheese in Asmund."))


def test_every_match_explains_itself() -> None:
    """The names and values are shown as the articles write them."""
    (claim,) = shared_claims(
        report(FERRY, "On Tuesday the Aurelia ferry carried 120 passengers to the island from Port Lowe.")
    )
    (match,) = claim.matches
    assert match.action == "carry"
    assert {"Aurelia", "120", "Port Lowe"} <= {s.removesuffix(" passengers") for s in match.shared}
    assert 60 < match.words <= 100
    assert SAME_CLAIM <= match.score <= 100


def test_other_names_are_another_event() -> None:
    """The same words of two ships are two stories."""
    other = FERRY.replace("Aurelia", "Merrow").replace("Port Lowe", "Harlen")
    assert not shared_claims(report(FERRY, other))


def test_other_years_are_another_event() -> None:
    """What happened in 2011 is background, however alike it reads."""
    now = "The river Dale burst its banks and flooded the old town of Harlen in 2024."
    assert shared_claims(report(now, now))
    assert not shared_claims(report(now, now.replace("2024", "2011")))


def test_one_statement_may_match_several() -> None:
    """Many outlets, one claim; and an outlet may say it twice."""
    found = report(
        f"{FERRY} It rained. {FERRY.replace('Tuesday morning', 'Tuesday')}", FERRY, FERRY.replace("carried", "took")
    )
    (claim,) = shared_claims(found)
    assert claim.statements == ("a1.s1", "a1.s3", "a2.s1", "a3.s1")


def test_every_statement_stands_in_one_claim() -> None:
    """What nobody else says is a claim too."""
    found = report(FERRY + " The crossing took an hour.", FERRY)
    members = [s for c in found.claims for s in c.statements]
    assert sorted(members) == sorted(s.statement.id for a in found.articles for s in a.statements)


def test_the_order_of_the_articles_changes_no_claim() -> None:
    """Whoever pastes the articles in another order reads the same."""
    texts = {"Echo": FERRY, "Star": FERRY.replace("carried", "took"), "Sun": "The crossing took an hour. " + FERRY}
    seen = set()
    for order in permutations(texts):
        found = report(*(texts[s] for s in order), sources=order)
        said = {s.statement.id: s.statement.text for a in found.articles for s in a.statements}
        seen.add(frozenset(tuple(sorted(said[s] for s in c.statements)) for c in found.claims))
    assert len(seen) == 1


def test_one_named_source_is_one_origin() -> None:
    """Two outlets that both have it from one institute are one witness; two that saw it are two."""
    told = "The Harlen Flood Institute said the river Dale would rise by two metres before the weekend."
    again = "The river Dale would rise by two metres before the weekend, the Harlen Flood Institute said."
    (claim,) = shared_claims(report(told, again))
    assert (claim.outlets, claim.origins, claim.status) == (2, 1, Status.SINGLE_SOURCE)
    (seen,) = shared_claims(report(told, "The river Dale will rise by two metres before the weekend."))
    assert (seen.outlets, seen.origins) == (2, 2)
