"""Which quotations are one utterance, whose it is, and what is shown of it."""

from collections.abc import Callable

import pytest

from summarizer.domain.findings import Finding

Compare = Callable[..., tuple[Finding, ...]]


def wordings(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in findings if f.kind == "quote" and f.relation.is_discrepancy]


def speakers(findings: tuple[Finding, ...]) -> list[Finding]:
    return [f for f in findings if f.kind == "attribution" and f.relation.is_discrepancy]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We did not lose the bridge; the river took it,” Irena Costa said.",
         "“It wasn’t us who lost the bridge, it’s the river that took it,” Irena Costa said."),
        ("“I have never seen a harbour so quiet after a storm,” Irena Costa said.",
         "“I’ve never known a harbour as silent as that, and there’d been a storm,” Irena Costa said."),
        ("“If there was any more I could give you, I would,” Judge Irena Costa said.",
         "“If I could give you more, I would,” Judge Irena Costa said."),
        ("Irena Costa said the noise on the quay “frightens her to death.”",
         "“The things that go on at this quay frighten me to death,” said Irena Costa."),
        ("“We lost a bridge,” Irena Costa said, “and the valley lost its market.”",
         "“We lost a bridge, and the valley lost its school,” Irena Costa said."),
    ],
)  # fmt: skip
def test_one_utterance_in_other_words(compare: Compare, one: str, other: str) -> None:
    """Two translations, a quotation of small words, a part in the reporter's sentence, one split by its speaker."""
    assert [f.reason for f in wordings(compare(one, other))] == ["same_utterance_other_words"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We are thrilled to have Irena Costa open the harbour fair,” Oskar Brandel said.",
         "“I am so excited to be opening the harbour fair for the second time,” Irena Costa said."),
        ("“We will work together to rebuild the bridge,” Irena Costa said.",
         "“I will work as hard as I can so that the bridge does not fall again,” Irena Costa said."),
        ("“I will wait for every last box to be opened,” Irena Costa said.",
         "“The people have spoken, and clearly enough,” Irena Costa said."),
        ("“The harbour has given the whole valley back its breath,” Irena Costa said.",
         "The harbour, Irena Costa said, “has given the whole valley back its breath.”"),
        ("“We lost a bridge,” Irena Costa said, “and the valley lost its market.”",
         "“We lost a bridge, and the valley lost its market,” Irena Costa said."),
        ("“The colour of the water’s gonna change in twelve days,” Irena Costa said.",
         "“The color of the water is going to change in 12 days,” Irena Costa said."),
        ("“They took every boat on the quay. They took the nets, too,” Irena Costa said.",
         "“They took the nets, too,” Irena Costa said."),
    ],
)  # fmt: skip
def test_other_utterances_and_cuts(compare: Compare, one: str, other: str) -> None:
    """Two speakers on one matter, one speaker twice, a part, house style: nobody was misquoted."""
    assert not wordings(compare(one, other))


def test_evidence_of_a_long_sentence_is_what_differs(compare: Compare) -> None:
    """A reader is shown the words, not the paragraph."""
    long = (
        "“In all the years that I have stood on this quay with my father and his brothers I have never once seen the "
        "water come up over the {} of the old harbour wall in a single night,” Irena Costa said."
    )
    (finding,) = wordings(compare(long.format("steps"), long.format("stones")))
    quotes = [e.quote for v in finding.values for e in v.evidence]
    assert all(len(q) <= 80 for q in quotes)
    assert "stones" in quotes[0] + quotes[1]
    assert "steps" in quotes[0] + quotes[1]


def test_sentences_of_one_quotation_are_told_apart(compare: Compare) -> None:
    """One outlet's two sentences, run together by another, are two utterances; only one was reworded."""
    (finding,) = wordings(
        compare(
            "“The water came up in the night and nobody in the village heard the bells,” Irena Costa said.",
            "“The water came up in the night,” Irena Costa said. “Nobody in the village heard the sirens.”",
        )
    )
    assert {len(v.evidence) for v in finding.values} == {1}


SAID = "“The fire is small, but the house is made of wood,” {}."


@pytest.mark.parametrize(
    ("one", "other", "around"),
    [
        ("Irena Costa told reporters", "Oskar Brandel told reporters", ""),
        ("Governor Irena Costa told reporters", "the finance minister told reporters",
         " Oskar Brandel, the finance minister, left early."),
    ],
)  # fmt: skip
def test_the_same_words_from_another_mouth(compare: Compare, one: str, other: str, around: str) -> None:
    """Also where one is told by a title that the reports give to somebody else."""
    found = speakers(compare(SAID.format(one) + around, SAID.format(other)))
    assert [f.reason for f in found] == ["same_words_other_speaker"]
    assert len({v.value for v in found[0].values}) == 2


@pytest.mark.parametrize(
    ("one", "other", "around"),
    [
        ("Governor Irena Costa told reporters", "the governor told reporters", " It was late."),
        ("Irena Costa told reporters", "Irena Cosda told reporters", ""),
        ("Irena Costa told reporters", "the finance minister told reporters", ""),
        ("Irena Costa told reporters", "a spokesman for the Harbour Office told reporters", ""),
        ("the Harbour Office said", "Irena Costa told reporters", ""),
    ],
)  # fmt: skip
def test_one_voice_by_two_names(compare: Compare, one: str, other: str, around: str) -> None:
    """A title of the same person, a spelling, an office and who speaks for it, a title that nobody explains."""
    assert not speakers(compare(SAID.format(one) + around, SAID.format(other)))
