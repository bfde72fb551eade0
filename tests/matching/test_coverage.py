"""How much of what several origins say a sentence adds."""

import pytest

from summarizer.matching.coverage import MOST_WORDS, PAIR_WEIGHT, Coverage, terms_of, told_of, weights_of

FELL, TOOK = "The bridge fell.", "The flood took the mill."
BRIDGE, FLOOD = terms_of(FELL), terms_of(TOOK)


def test_what_one_origin_says_alone_weighs_nothing() -> None:
    """Only what a second witness says, too, is covered."""
    weights = weights_of([[BRIDGE, FLOOD], [BRIDGE]])
    assert weights["bridg"] == 1.0
    assert weights["flood"] == 0.0


def test_an_origin_counts_once() -> None:
    """A word that one origin repeats is no better known for it."""
    assert weights_of([[BRIDGE, BRIDGE], [FLOOD], [FLOOD]])["bridg"] == 0.0


def test_what_was_told_gains_nothing() -> None:
    """The second telling of a sentence adds no word."""
    weights = weights_of([[BRIDGE, FLOOD], [BRIDGE, FLOOD]])
    coverage = Coverage([BRIDGE, BRIDGE, FLOOD], weights, [told_of(t, {}) for t in (FELL, FELL, TOOK)])
    before = coverage.gain(1), coverage.gain(2)
    coverage.tell(0)
    assert (coverage.gain(1), coverage.repeated(1)) == (0.0, 1.0)
    assert before[0] > 0
    assert (coverage.gain(2), coverage.repeated(2)) == (before[1], 0.0)


def test_gains_are_those_counted_from_scratch() -> None:
    """The index must give what a look at every word gives."""
    texts = ("The old bridge fell into the river Orne.", "The river took the bridge and the mill.", "The mill is old.")
    sentences = [terms_of(t) for t in texts]
    weights = weights_of([sentences, [sentences[0]], [sentences[1], sentences[2]]])
    tells = [told_of(t, {}) for t in texts]
    coverage, fresh = Coverage(sentences, weights, tells), Coverage([*sentences], weights, tells)
    coverage.tell(0)
    for index, terms in enumerate(sentences):
        untold = sum(weights[t] for t in terms if t not in sentences[0])
        whole = sum(weights[t] for t in terms)
        if whole:
            assert coverage.gain(index) == pytest.approx(fresh.gain(index) * untold / whole, abs=1e-8)


def test_a_pair_weighs_less_than_a_word() -> None:
    """Its two words are counted besides."""
    weights = weights_of([[BRIDGE], [BRIDGE]])
    assert (weights["bridg"], weights["bridg", "fell"]) == (1.0, PAIR_WEIGHT)


def test_the_same_in_other_words_is_a_repetition() -> None:
    """A toll in letters and in digits, deaths and the dead; another toll is news."""
    texts = {
        "The death toll rose to 23 in the Orne valley on Tuesday.": {23: (25, "23")},
        "Twenty-three people died.": {0: (12, "23")},
        "Thirty people died.": {0: (6, "30")},
    }
    coverage = Coverage([terms_of(t) for t in texts], {}, [told_of(*t) for t in texts.items()])
    assert coverage.holds(0) == 0.0
    coverage.tell(0)
    assert coverage.repeated(1) > coverage.repeated(2)
    coverage.tell(1)
    assert coverage.holds(0) == 1.0
    assert coverage.holds(2) == pytest.approx(2 / 3)


def test_what_a_sentence_tells_is_bounded() -> None:
    """A table of a megabyte is not read to its end."""
    assert len(told_of(" ".join(f"bridge{'e' * i}" for i in range(1000)), {})) <= MOST_WORDS


def test_function_words_are_no_terms() -> None:
    """ "The of and" says nothing; a pair of them neither."""
    assert terms_of("The of and the") == ()


def test_a_sentence_of_a_megabyte_is_bounded() -> None:
    """So many words are looked at and no more."""
    assert len(terms_of("bridge and mill " * 100_000)) <= 2 * MOST_WORDS
