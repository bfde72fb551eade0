"""How sure a source is, what is negated, what is not known yet."""

import pytest

from summarizer.domain.facts import Phrase
from summarizer.domain.text import Certainty, Span
from summarizer.language.stance import certainty_at, certainty_of, is_negated, unknowns


def at(sentence: str, words: str) -> Span:
    start = sentence.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("sentence", "words", "verb", "expected"),
    [
        ("Oda sent 12 ships.", "12", None, "stated"),
        ("Oda sent 12 ships.", "12", "say", "stated"),
        ("Oda will send 12 ships.", "12", "say", "expected"),
        ("The fleet is expected to grow to 900 by May.", "900", None, "expected"),
        ("Oda plans to cut 12 jobs.", "12", None, "expected"),
        ("12 people died in May 2020.", "12", None, "stated"),
        ("12 died, but the toll could rise.", "12", "say", "stated"),
        ("Police confirmed that 12 died.", "12", None, "confirmed"),
        ("12 died.", "12", "confirm", "confirmed"),
        ("12 died.", "12", "claim", "alleged"),
        ("12 died.", "12", "deny", "denied"),
        ("It was not confirmed that 12 died.", "12", None, "alleged"),
        ("Police could not confirm the 12 deaths.", "12", None, "alleged"),
        ("Oda officially opened 12 schools.", "12", None, "stated"),
        ("Oda allegedly stole 12 cars.", "12", None, "alleged"),
        ("Oda is accused of stealing 12 cars.", "12", None, "alleged"),
        ("12 people are feared dead.", "12", None, "alleged"),
        ("A suspected gunman killed 12.", "12", None, "stated"),
        ("Oda denied that 12 died.", "12", None, "denied"),
        ("Oda rejected a bid of 12 dollars.", "12", None, "stated"),
        ("Lima confirmed 12 deaths but Quito denied involvement.", "12", None, "confirmed"),
        ("He owns the yard, which will build 12 ships.", "12", None, "expected"),
    ],
)
def test_certainty(sentence: str, words: str, verb: str | None, expected: str) -> None:
    """A cue counts in its clause; the verb of the attribution counts for all of it."""
    assert certainty_at(sentence, at(sentence, words), verb).value == expected


def test_certainty_of_a_sentence() -> None:
    """The sentence's own degree is that of its strongest cue."""
    assert certainty_of("Oda denied the report.") is Certainty.DENIED
    assert certainty_of("Oda spoke.") is Certainty.STATED


def test_text_past_the_limit_is_plainly_stated() -> None:
    """Lists run together have no clauses to read."""
    sentence = "word " * 500 + "12 will go"
    assert certainty_at(sentence, at(sentence, "12")) is Certainty.STATED
    assert not is_negated(sentence, at(sentence, "12"))


@pytest.mark.parametrize(
    ("sentence", "words", "expected"),
    [
        ("No one was hurt.", "hurt", True),
        ("No one was hurt, but 12 cars burned.", "12", False),
        ("He did not sell 12 cars.", "12", True),
        ("The 12 crew could not be reached.", "12", True),
        ("They failed to find 12 boats.", "12", True),
        ("He denied killing 12.", "12", True),
        ("No fewer than 12 died.", "12", False),
        ("Not only 12 died.", "12", False),
        ("He pleaded not guilty to 12 counts.", "12", False),
        ("12 died without warning.", "12", False),
        ("12 died, not 15.", "12", False),
        ("12 died, not 15.", "15", True),
        ("Police have not named the man who killed 12.", "12", False),
        ("He stayed away because 12 died.", "12", False),
    ],
)
def test_negation(sentence: str, words: str, expected: bool) -> None:
    """A negator reaches what its verb governs, not the next clause, and some hold a "no" that negates nothing."""
    assert is_negated(sentence, at(sentence, words)) is expected


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("Police have not identified the gunman.", "have not identified the gunman", "name"),
        ("The gunman has not been named.", "gunman has not been named", "name"),
        ("The cause is unknown.", "cause is unknown", "manner"),
        ("The motive for the attack remains unclear.", "motive for the attack remains unclear", "manner"),
        ("Lima did not say how they died.", "did not say how they died", "manner"),
        ("Lima declined to say where it sank.", "declined to say where it sank", "place"),
        ("Lima would not say when it left.", "would not say when it left", "date"),
        ("No arrests have been made.", "No arrests have been made", "polarity"),
        ("It was not immediately clear whether it sank.", "It was not immediately clear whether it sank", "polarity"),
        ("It is not known how many people fled.", "It is not known how many people fled", "number"),
        ("Whether it sank is unclear.", "Whether it sank is unclear", "polarity"),
        ("His age was not given.", "age was not given", "age"),
        ("Terms of the deal were not disclosed.", "Terms of the deal were not disclosed", "money"),
        ("No date was set.", "No date was set", "date"),
        ("Nobody has claimed responsibility.", "Nobody has claimed responsibility", "name"),
        ("The losses could not be independently verified.", "losses could not be independently verified", "polarity"),
        ("Lima gave no details on the number of ships.", "no details on the number of ships", "number"),
        ("Lima has yet to identify the victims.", "has yet to identify the victims", "name"),
    ],
)
def test_unknowns(sentence: str, words: str, kind: str) -> None:
    """Each way to say that a question is open, with the kind of the question."""
    (found,) = unknowns(sentence)
    assert (found.span.of(sentence), found.kind.value, found.value) == (words, kind, Phrase(key="unknown"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The victim has been identified as Ana Ruiz.",
        "He was not identified as a suspect.",
        "Lima declined to comment.",
        "She did not say goodbye.",
        "He did not know how to swim.",
        "The unknown artist won.",
        "The clear water was not deep.",
        "I don't know what he wanted.",
        "The company did not release the film.",
        "The cause was a gas leak.",
    ],
)
def test_no_open_question(sentence: str) -> None:
    """What merely looks like ignorance opens no question."""
    assert unknowns(sentence) == ()


def test_unknowns_are_short() -> None:
    """A mention is evidence: at most 80 characters."""
    sentence = "It was not immediately clear whether " + " ".join(["internationally"] * 20)
    assert all(m.span.length <= 80 for m in unknowns(sentence))


@pytest.mark.parametrize(
    "piece",
    [
        "not ",
        "no details on ",
        "the cause of the ",
        "may have been ",
        "call it a ",
        "it is unclear ",
        "denied the ",
        "'",
        "n't ",
    ],
)
def test_hostile_text(piece: str, grows_linearly) -> None:
    """A sentence of any length costs no more than a long one."""

    def work(copies: int) -> None:
        sentence = piece * copies
        unknowns(sentence)
        certainty_at(sentence, Span(1_990, 1_995))
        is_negated(sentence, Span(1_990, 1_995))
        certainty_of(sentence)

    assert grows_linearly(work, 2_000, 20_000)
