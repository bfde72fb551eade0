"""Keys to compare words by."""

from summarizer.language.words import REPORTING, STOP_WORDS, content_stems, fold, stem


def test_fold_takes_accents_and_marks_off() -> None:
    """Two ways to type a name are one key."""
    assert fold("Čapek’s") == fold("Capek's")


def test_stem_merges_forms_of_one_word_but_not_two_words() -> None:
    """Deploy and deployment are one action, deploy and deplore are not."""
    assert stem("deployments") == stem("Deployed")
    assert stem("deplore") != stem("deploy")


def test_content_stems_keep_figures_and_negations_out() -> None:
    """A negation changes what is said, not what it is about."""
    assert content_stems("Troops did not leave on 3 May.") == ("troop", "leav", "3")


def test_word_lists_are_apart() -> None:
    """A verb of saying is never thrown away as a function word."""
    assert not REPORTING & STOP_WORDS
