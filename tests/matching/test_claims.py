"""Candidates and clusters of statements, and the work they cost."""

from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Article
from summarizer.matching.claims import SAME_CLAIM, is_enough
from summarizer.matching.claims_index import MOST_NEIGHBOURS, candidates
from summarizer.matching.claims_sources import source_key
from summarizer.matching.gists import Gist, Word, gist_of
from summarizer.matching.similarity import common_words, likeness
from summarizer.pipeline import read


def gist(*words: str, values: tuple[str, ...] = ()) -> Gist:
    found = {w: Word(w, 1.0) for w in words}
    return Gist(found, frozenset(), frozenset(), frozenset(values), float(len(found)))


def read_alone(text: str) -> ReadStatement:
    (article,) = read([Article(id="a", source="a", text=text)])
    return article.statements[0]


def test_respelt_words_are_one_word() -> None:
    """Zelensky and Zelenskyy; but not two words that only begin alike."""
    assert likeness(gist("zelenski", "visit"), gist("zelenskyi", "visit")).words > 95
    assert likeness(gist("station", "visit"), gist("stalemate", "visit")).words == 50


def test_likeness_is_symmetric() -> None:
    """Who is asked first must not matter."""
    one, other = gist("harbour", "harbours", "storm"), gist("harbor", "harbourside", "calm")
    assert likeness(one, other) == likeness(other, one)
    told = [
        read_alone(text)
        for text in (
            "Police said Olm Pryce, 34, was shot twice near the U.S.-led base in Torv on May 3.",
            "Two shots hit the 34-year-old Pryce by a base in Torv, officers told reporters.",
            "Harlen's council voted to close the bridge.",
        )
    ]
    for a in map(gist_of, told):
        for b in map(gist_of, told):
            assert likeness(a, b) == likeness(b, a)


def test_equal_values_lift_only_what_the_words_have_made() -> None:
    """A figure is evidence beside words, never instead of them."""
    one, other = gist("ferry", "sail", values=("120",)), gist("ferry", "stop", values=("120",))
    assert likeness(one, other).score > likeness(gist("ferry", "sail"), gist("ferry", "stop")).score
    assert not is_enough(common_words(gist("ferry", values=("120",)), gist("cheese", values=("120",))))


def test_figures_that_differ_push_no_two_statements_apart() -> None:
    """12 dead in one report and 14 in another are one claim with two values, and the same as if neither told how many."""
    told = [
        read_alone(f"The ferry sank off Harlen on Monday, killing {count} people and injuring dozens.")
        for count in ("12", "14")
    ]
    same, differing = (likeness(gist_of(told[0]), gist_of(other)) for other in told)
    assert same.score > differing.score > SAME_CLAIM
    assert differing.words == same.words == 100


def test_words_that_keep_like_company_are_near() -> None:
    """A boat is no ship for the lexicon of meaning, yet the two statements are the more alike for it."""
    near = likeness(gist("boat", "harbour", "storm"), gist("ferri", "harbour", "storm"))
    far = likeness(gist("boat", "harbour", "storm"), gist("senat", "harbour", "storm"))
    assert near.words == far.words
    assert near.score > far.score


def test_candidates_share_two_groups_of_words() -> None:
    """One word in common is chance."""
    assert candidates([frozenset({"a1", "b1", letter}) for letter in "cd"] + [frozenset({"a1", "x1", "y1"})]) == (
        (0, 1),
    )


def test_each_statement_has_a_bounded_number_of_candidates() -> None:
    """A thousand statements on one event cost no million comparisons."""
    many = [frozenset({"flood", "dale", f"w{n % 7}"}) for n in range(1000)]
    assert len(candidates(many)) <= 1000 * MOST_NEIGHBOURS


def test_a_source_is_known_by_its_names() -> None:
    """Its initials are its name; a person with a post and the same person without are one."""
    assert source_key("National Intelligence Service") & source_key("the NIS")
    assert source_key("Director Kyra Budan") & source_key("Budan")
    assert not source_key("Kyra Budan") & source_key("Olm Pryce")
