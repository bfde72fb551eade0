"""Sources and cues in forms beyond "X said that": layouts, lost pronouns, verbs that say only with "that"."""

from collections.abc import Callable

import pytest

from summarizer.domain.text import Span
from summarizer.language.attribution import attributions
from summarizer.language.attribution_lines import labelled
from summarizer.language.sentences import sentence_spans


def read(text: str) -> list[tuple[str, str, str]]:
    return [
        (a.source.of(text), a.cue.of(text), a.content.of(text))
        for a in attributions(text, sentence_spans(text))
        if a.source and a.cue
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Those close to him say the mill is safe.", [("Those close to him", "say", "the mill is safe")]),
        ("All the experts I met said the mill is safe.", [("All the experts", "said", "the mill is safe")]),
        ("To varying degrees, all agreed that it fell.", [("all", "agreed", "it fell")]),
        ("Both ran ads, each saying the other lies.", [("each", "saying", "the other lies")]),
        ("He paid with money that he said was clean.", [("he", "said", "was clean")]),
        ("He said was it clean.", []),  # no relative before: not what is said
        ("One Republican said the mill is safe.", [("One Republican", "said", "the mill is safe")]),
        ("All is well, retired Army general Bo Poe said.", [("retired Army general Bo Poe", "said", "All is well")]),
    ],
)
def test_sources_that_are_no_plain_name(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Pronouns with what describes them, clauses that lost a pronoun, adjectives that are people."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court ruled that the law is void.", [("The court", "ruled", "the law is void")]),
        ("The king ruled the sea.", []),
        ("Residents worry that the mill will close.", [("Residents", "worry", "the mill will close")]),
        ("Residents worry all day.", []),
        ("Some note that Poe is wrong.", [("Some", "note", "Poe is wrong")]),
        ("The note that Poe wrote is gone.", []),  # a noun
        ("The panel found the bank was at fault.", [("The panel", "found", "the bank was at fault")]),
        ("Officers found the bank was shut.", []),
        ("She appeared to suggest that it was safe.", [("She", "suggest", "it was safe")]),
        ("She was able to suggest that it was safe.", []),
        ("Poe vowed not to resign.", [("Poe", "vowed", "not to resign")]),
        ("He had mocked the complaint.", [("He", "mocked", "the complaint")]),
        ("As Ms. Poe put it, the mill is dead.", [("Ms. Poe", "put it", "the mill is dead")]),
        ("Ms. Poe put it away, and the mill is dead.", []),
        ('"We are done," the letter reads.', [("the letter", "reads", "We are done,")]),
        ('"We are done," the boy reads.', []),
        ("Poe said at a rally in Dale that Oda left.", [("Poe", "said", "Oda left")]),
        ("Ann Poe told Dale This Morning on Monday that Oda left.", [("Ann Poe", "told", "Oda left")]),
        (
            "According to a 52-count complaint filed by the state, the mill was unsafe.",
            [("a 52-count complaint", "According to", "the mill was unsafe")],
        ),
    ],
)
def test_verbs_that_say_in_some_forms_only(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each form with its nearest counter-example."""
    assert read(text) == expected


def test_a_signed_quotation_is_its_signers() -> None:
    """Pull quotes name their speaker behind a dash; a dash in running text opens an aside."""
    assert read("“The mill is safe.” — Ann Poe\n“It is not.” — Bo Oda") == [
        ("Ann Poe", "—", "The mill is safe."),
        ("Bo Oda", "—", "It is not."),
    ]
    assert read("It was a “con game” — Ann Poe laughed.") == []


def test_turns_of_a_transcript_have_their_speakers() -> None:
    """A label in capitals counts where it comes again."""
    text = "POE: Is it safe?\nODA: It is.\nPOE: Are you sure?\nODA: I am."
    assert [(source, content) for source, _, content in read(text)] == [
        ("POE", "Is it safe?"),
        ("ODA", "It is."),
        ("POE", "Are you sure?"),
        ("ODA", "I am."),
    ]
    assert read("DALE: It rained.") == []
    assert read("UPDATE: It rained.\nUPDATE: It snowed.") == []


def test_a_headline_may_name_its_speaker() -> None:
    """ "Poe: …" where the article speaks of Poe; other labels are none's words."""
    assert read("Poe: The mill is safe\n\nMs. Poe spoke today.") == [("Poe", ":", "The mill is safe")]
    assert read("Poll: Most want the mill shut\n\nIt rained.") == [("Poll", ":", "Most want the mill shut")]
    assert read("Marn: The mill is safe\n\nMs. Poe spoke today.") == []
    assert read("The Latest: The mill is safe\n\nThe Latest on the mill.") == []


@pytest.mark.parametrize("unit", ["A: b ", "POE: a\n", "“a” — ", "A.", "A B C "])
def test_hostile_layouts_take_linear_time(unit: str, grows_linearly: Callable[..., bool]) -> None:
    """Eight times the text may not take much more than eight times the time."""
    quotes: tuple[Span, ...] = ()
    assert grows_linearly(lambda copies: labelled(unit * copies, quotes), 2_000, 16_000)


def test_a_paper_that_cites_others_hands_on_what_they_say() -> None:
    """ "According to a report citing two officials": the officials are the end of the chain."""
    text = "According to a Gazette report citing two officials, the bridge is shut."
    (found,) = attributions(text, sentence_spans(text))
    assert (found.content.of(text), found.speaker, len(found.chain)) == ("the bridge is shut", "officials", 1)
