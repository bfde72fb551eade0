"""Candidates and clusters of statements, and the work they cost."""

from summarizer.matching.claims_index import MOST_NEIGHBOURS, candidates
from summarizer.matching.claims_sources import source_key
from summarizer.matching.gists import Gist, Word
from summarizer.matching.similarity import likeness


def gist(*words: str, values: tuple[str, ...] = ()) -> Gist:
    found = {w: Word(w, 1.0) for w in words}
    return Gist(found, frozenset(), frozenset(), frozenset(values), float(len(found)))


def test_respelt_words_are_one_word() -> None:
    """Zelensky and Zelenskyy; but not two words that only begin alike."""
    assert likeness(gist("zelenski", "visit"), gist("zelenskyi", "visit")).words > 95
    assert likeness(gist("station", "visit"), gist("stalemate", "visit")).words == 50


def test_likeness_is_symmetric() -> None:
    """Who is asked first must not matter."""
    one, other = gist("harbour", "harbours", "storm"), gist("harbor", "harbourside", "calm")
    assert likeness(one, other) == likeness(other, one)


def test_equal_values_lift_only_what_the_words_have_made() -> None:
    """A figure is evidence beside words, never instead of them."""
    assert likeness(gist("ferry", values=("120",)), gist("cheese", values=("120",))).score == 0
    shared = likeness(gist("ferry", "sail", values=("120",)), gist("ferry", "stop", values=("120",)))
    assert shared.score > shared.words == 50


def test_candidates_share_two_groups_of_words() -> None:
    """One word in common is chance."""
    assert candidates([gist("a1", "b1", "c1"), gist("a1", "b1", "d1"), gist("a1", "x1", "y1")]) == ((0, 1),)


def test_each_statement_has_a_bounded_number_of_candidates() -> None:
    """A thousand statements on one event cost no million comparisons."""
    many = [gist("flood", "dale", f"w{n % 7}") for n in range(1000)]
    assert len(candidates(many)) <= 1000 * MOST_NEIGHBOURS


def test_a_source_is_known_by_its_names() -> None:
    """Its initials are its name; a person with a post and the same person without are one."""
    assert source_key("National Intelligence Service") & source_key("the NIS")
    assert source_key("Director Kyra Budan") & source_key("Budan")
    assert not source_key("Kyra Budan") & source_key("Olm Pryce")
