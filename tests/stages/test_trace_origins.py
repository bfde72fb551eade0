"""Whose words an article really is."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Article
from summarizer.stages import trace_origins as module
from summarizer.stages.trace_origins import trace_origins

AGENCY = (
    "HARLEN (AP) - A goods train left the rails outside Harlen before dawn on Tuesday, spilling grain over both tracks and "
    "stopping traffic on the coast line for the day, the railway said. The driver was taken to hospital with a broken wrist. "
    "Nobody else was aboard. Eleven of the train's thirty wagons overturned, and two came to rest against the wall of a "
    "disused signal box. A spokeswoman for the railway, Mila Torv, said a crane would be brought from the depot in Asmund "
    "by evening. Buses are to replace trains between Harlen and Port Lowe until Thursday at the earliest. Investigators "
    "are looking at a set of points that was renewed in March."
)
CUT = AGENCY.replace("HARLEN (AP) - ", "").replace(" Nobody else was aboard.", "").replace("for the day, ", "")
OWN = (
    "Grain lay ankle deep along the coast line yesterday after eleven wagons of a goods train turned over near Harlen. Our "
    "reporter saw railway workers shovelling it into sacks while gulls circled. The driver, who has worked the line for two "
    "decades, hurt his wrist. Mila Torv of the railway would not say when the line opens again. Farmers in the district "
    "said the load was barley bound for the maltings at Port Lowe, worth some forty thousand crowns."
)


def article(source: str, text: str, **fields: object) -> Article:
    return Article(**{"source": source, "text": text, "id": source.lower(), **fields})  # type: ignore[arg-type]


def trace(*articles: Article) -> tuple[Origin, ...]:
    return trace_origins([ReadArticle(article=a, statements=()) for a in articles])


def test_one_article_is_its_own_origin() -> None:
    """There is nothing to explain."""
    assert trace(article("Echo", OWN)) == (Origin(id="o1", articles=("echo",), first="echo", why=""),)


def test_reports_of_their_own_are_two_origins() -> None:
    """One event, one spokeswoman, two reporters."""
    assert [o.articles for o in trace(article("Echo", OWN), article("AP", AGENCY))] == [("echo",), ("ap",)]


def test_a_text_printed_twice_is_an_exact_copy() -> None:
    """White space is the page's, not the reporter's; even one sentence counts."""
    (origin,) = trace(article("Echo", "Rain fell.\nAll day."), article("Star", "Rain  fell. All day.\n"))
    assert origin.why == "exact copy"


def test_short_texts_that_differ_by_a_mark_are_no_near_copy() -> None:
    """A few words are alike by chance."""
    assert (
        len(trace(article("Echo", "Rain fell all day in Harlen."), article("Star", "Rain fell all day in Harlen!")))
        == 2
    )


def test_a_cut_reprint_is_a_near_copy() -> None:
    """Small cuts do not make a second witness; the share of the words is told."""
    (origin,) = trace(article("Echo", CUT), article("Star", AGENCY))
    assert origin.why == "near copy (1.00 of the words)"
    changed = CUT.replace("on Tuesday", "yesterday").replace("a broken wrist", "an injured arm")
    (origin,) = trace(article("Echo", changed), article("Star", AGENCY))
    assert origin.why == "near copy (0.96 of the words)"


def test_a_brief_taken_from_a_long_report_is_a_near_copy() -> None:
    """The share is of the shorter article."""
    brief = AGENCY[AGENCY.index("Eleven") : AGENCY.index("Investigators")]
    (origin,) = trace(article("Echo", brief), article("Star", AGENCY + " " + OWN))
    assert origin.why.startswith("near copy")


def test_a_long_quotation_in_both_is_no_copy() -> None:
    """Two reporters at one press conference write down the same words."""
    said = AGENCY[AGENCY.index("A spokeswoman") : AGENCY.index("Investigators")]
    assert len(trace(article("Echo", OWN + " " + said), article("Star", AGENCY))) == 2


def test_two_reports_with_one_agencys_credit_and_its_words_are_one() -> None:
    """Rewritten agency copy stays agency copy; without the credit it is not enough."""
    half = OWN + " " + AGENCY[AGENCY.index("Eleven") : AGENCY.index("Investigators")]
    (origin,) = trace(
        article("Echo", half + "\nThe Associated Press contributed to this report."), article("Star", AGENCY)
    )
    assert origin.why == "same agency report (AP)"
    assert len(trace(article("Echo", half), article("Star", AGENCY))) == 2


def test_one_agencys_credit_without_its_words_is_no_tie() -> None:
    """An agency sends several reporters."""
    assert len(trace(article("Echo", "PORT LOWE (AP) - " + OWN), article("Star", AGENCY))) == 2


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("SEOUL, Oct 23 (Reuters) - Shares rose.", "Star", {"Reuters"}),
        ("By Jo Dow, Associated Press\nShares rose.", "Star", {"AP"}),
        ("TROY, Mo. (KTVX/AP) – Shares rose.", "Star", {"KTVX", "AP"}),
        ("Shares rose." + " It went on." * 60 + " With reporting by AFP.", "Star", {"AFP"}),
        ("Shares rose.", "Yonhap News Agency", {"Yonhap"}),
        ("Shares rose." + " It went on." * 60 + " He told Reuters so." + " It went on." * 60, "Star", set()),
        ("The apple (a fruit) - and the AP exam - rose.", "Star", set()),
    ],
)
def test_credits_stand_at_the_head_the_foot_or_in_the_outlets_name(text: str, source: str, expected: set[str]) -> None:
    """An agency named in mid-text was quoted, not printed."""
    assert module._credits(article(source, text)) == expected


def test_two_articles_of_one_outlet_are_one_origin() -> None:
    """A newsroom does not confirm itself; letter case and spaces do not make another outlet."""
    (origin,) = trace(article("The Echo", OWN, id="x"), article("the  ECHO", AGENCY, id="y"))
    assert (origin.articles, origin.why) == (("x", "y"), "same outlet")


def test_origins_stand_in_the_order_of_the_articles() -> None:
    """o1 holds the first article."""
    found = trace(article("Echo", OWN), article("Star", AGENCY), article("Sun", "It rained."), article("Moon", CUT))
    assert [(o.id, o.articles) for o in found] == [("o1", ("echo",)), ("o2", ("star", "moon")), ("o3", ("sun",))]


def test_ties_carry_over() -> None:
    """A copy of a copy is a copy."""
    (origin,) = trace(
        article("Echo", CUT), article("Star", AGENCY), article("Sun", CUT), article("echo", OWN, id="late")
    )
    assert origin.articles == ("echo", "star", "sun", "late")
    assert origin.why == "exact copy, near copy (1.00 of the words), same outlet"


def test_first_is_the_earliest() -> None:
    """Who had it first, when the times tell."""
    late = article("Star", AGENCY, published_at=datetime(2024, 5, 2, tzinfo=UTC))
    early = article("Echo", CUT, published_at=datetime(2024, 5, 1, tzinfo=UTC))
    assert trace(late, early)[0].first == "echo"
    assert trace(replace(late, published_at=early.published_at), early)[0].first == "star"


def test_first_is_the_uncut_one_where_no_time_tells() -> None:
    """A reprint cuts and seldom adds; a known time goes before an unknown."""
    assert trace(article("Echo", CUT), article("Star", AGENCY))[0].first == "star"
    dated = article("Echo", CUT, published_at=datetime(2024, 5, 1, tzinfo=UTC))
    assert trace(dated, article("Star", AGENCY))[0].first == "echo"


def test_the_order_of_the_articles_changes_nothing_but_the_numbers() -> None:
    """Whoever pastes the articles in another order reads the same."""
    articles = (
        article("Echo", CUT),
        article("Star", AGENCY),
        article("Sun", OWN),
        article("Moon", AGENCY),
        article("echo", OWN, id="e2"),
    )
    seen = {
        frozenset((frozenset(o.articles), o.first, o.why) for o in trace(*order)) for order in permutations(articles)
    }
    assert len(seen) == 1


def test_nothing_shared_is_never_compared() -> None:
    """Work grows with what is shared, not with the square of the articles; a word repeated for ever is one run."""
    articles = [article(f"s{i}", " ".join(f"w{i}x{j}" for j in range(100))) for i in range(200)]
    common = module._common([frozenset(module._runs(tuple(a.text.split()))) for a in articles])
    assert not common
    flood = article("Flood", "buffalo " * 50_000)
    assert len(set(module._runs(tuple(flood.text.split())))) == 1
    assert len(trace(flood, article("Echo", OWN))) == 2


def test_hostile_heads_are_read_in_bounded_time() -> None:
    """Only the head and the foot of a text are searched for credits."""
    assert module._credits(article("Echo", "(A" * 200_000 + " - (")) == frozenset()


@pytest.mark.parametrize(("one", "other"), [("BBC", "BBC News"), ("The Echo", "Echo Online"), ("www.echo.com", "Echo")])
def test_editions_of_one_publisher_are_one_outlet(one: str, other: str) -> None:
    """The site and the paper share a newsroom."""
    (origin,) = trace(article(one, OWN, id="x"), article(other, AGENCY, id="y"))
    assert origin.why == "same outlet"


@pytest.mark.parametrize(
    ("one", "other"), [("The News", "The Times"), ("Harlen Echo", "Asmund Echo"), ("Fox 5", "Fox 9")]
)
def test_like_named_outlets_stay_two(one: str, other: str) -> None:
    """A common word makes no common newsroom."""
    assert len(trace(article(one, OWN, id="x"), article(other, AGENCY, id="y"))) == 2


def test_an_agencys_paragraphs_inside_two_long_stories_are_its_report() -> None:
    """However long the stories around them; a credit at the head of a later paragraph counts."""
    long = " ".join(f"Reader {n} wrote about the {n}th wagon and a gull called {n}b." for n in range(80))
    quoted = AGENCY[AGENCY.index("Eleven") : AGENCY.index("Investigators")]
    inside = f"{long}\nHARLEN (AP) - {quoted}"
    other = (
        f"{OWN} {OWN.upper()}\n"
        + " ".join(f"Farmer {n} lost {n} sacks of it." for n in range(90))
        + f"\n(AP) - {quoted}"
    )
    (origin,) = trace(article("Echo", inside), article("Star", other))
    assert origin.why == "same agency report (AP)"
    assert len(trace(article("Echo", inside.replace("(AP) - ", "")), article("Star", other))) == 2
