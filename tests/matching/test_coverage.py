"""How much of what several origins say a sentence adds."""

import pytest

from summarizer.matching.coverage import MOST_WORDS, Coverage, terms_of, weights_of

BRIDGE, FLOOD = terms_of("The bridge fell."), terms_of("The flood took the mill.")


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
    coverage = Coverage([BRIDGE, BRIDGE, FLOOD], weights_of([[BRIDGE, FLOOD], [BRIDGE, FLOOD]]))
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
    coverage, fresh = Coverage(sentences, weights), Coverage([*sentences], weights)
    coverage.tell(0)
    for index, terms in enumerate(sentences):
        untold = sum(weights[t] for t in terms if t not in sentences[0])
        whole = sum(weights[t] for t in terms)
        if whole:
            assert coverage.gain(index) == pytest.approx(fresh.gain(index) * untold / whole, abs=1e-8)


def test_function_words_are_no_terms() -> None:
    """ "The of and" says nothing; a pair of them neither."""
    assert terms_of("The of and the") == ()


def test_a_sentence_of_a_megabyte_is_bounded() -> None:
    """So many words are looked at and no more."""
    assert len(terms_of("bridge and mill " * 100_000)) <= 2 * MOST_WORDS
