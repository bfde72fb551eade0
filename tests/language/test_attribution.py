"""Who said what: sources, cues, contents and speakers over a whole text."""

import pytest

from summarizer.language.attribution import Attribution, attributions
from summarizer.language.sentences import sentence_spans
from summarizer.language.speakers import roster_of, speaker_of


def read(text: str) -> tuple[Attribution, ...]:
    return attributions(text, sentence_spans(text))


def said(text: str) -> list[tuple[str | None, str]]:
    return [(a.speaker, a.content.of(text)) for a in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said that the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Ana Ruiz said the dam held.", [("Ana Ruiz", "the dam held")]),
        ("The dam held, Ana Ruiz said.", [("Ana Ruiz", "The dam held")]),
        ("The dam held, said Ana Ruiz, the mayor.", [("Ana Ruiz", "The dam held")]),
        ("According to Ana Ruiz, a member of the council, the dam held.", [("Ana Ruiz", "the dam held")]),
        ("The dam held, according to Ana Ruiz.", [("Ana Ruiz", "The dam held")]),
        ("Ana Ruiz told reporters that the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Ana Ruiz told Radio Lima on Monday the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Ana Ruiz, 45, the head of the utility, said the dam held.", [("Ana Ruiz", "the dam held")]),
        ("His former partner, Ana Ruiz, said the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Rep. Ana Ruiz (D-Ohio) said Tuesday the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Ana Ruiz was quoted as saying the dam held.", [("Ana Ruiz", "the dam held")]),
        ("The dam, officials said, will hold.", [("officials", "The dam"), ("officials", "will hold")]),
        ("In the end, Ana Ruiz said, the dam held.", [("Ana Ruiz", "In the end"), ("Ana Ruiz", "the dam held")]),
        (
            "Ana Ruiz said the dam held, adding that it would last.",
            [("Ana Ruiz", "the dam held"), ("Ana Ruiz", "it would last")],
        ),
        ("Ana Ruiz went on to assert that the dam held.", [("Ana Ruiz", "the dam held")]),
        ("Lima denied that the dam broke.", [("Lima", "the dam broke")]),
        ("Lima confirmed the loss of the dam.", [("Lima", "the loss of the dam")]),
        ("Officials believe that the dam held.", [("officials", "the dam held")]),
        ("Police officials expect that the dam will hold.", [("police officials", "the dam will hold")]),
        ("The utility's statement says that the dam held.", [("utility", "the dam held")]),
        ("A statement from the ministry said the dam held.", [("ministry", "the dam held")]),
        ("Reports by Orbel suggest that the dam held.", [("Orbel", "the dam held")]),
        ("The utility repeated Ana Ruiz's claim that the dam held.", [("Ana Ruiz", "the dam held")]),
        ("The loss was first reported by the Lima Herald.", [("Lima Herald", "The loss")]),
        ("As the police have pointed out, the dam held.", [("police", "the dam held")]),
        ("Police said one died but the mayor said two did.", [("police", "one died"), ("mayor", "two did")]),
    ],
)
def test_forms(text: str, expected: list[tuple[str | None, str]]) -> None:
    """Every form of attribution news uses; the content holds neither cue nor source."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz did not say when the dam broke.",
        "Ana Ruiz will say on Monday that the dam held.",
        "The reports were late and the claims large.",
        "Police arrested a man accused of theft.",
        "He is believed to have died.",
        "Ana Ruiz told a story.",
        "The company continues to build the dam.",
        "She is the member states chose.",
    ],
)
def test_nothing_is_read(text: str) -> None:
    """Denied, planned and passive sayings, nouns that look like verbs: nobody said anything there."""
    assert said(text) == []


def test_source_cue_and_verb() -> None:
    """Spans point at the words themselves; the verb is a lemma."""
    text = "On Monday, Mayor Ana Ruiz said the dam held."
    (found,) = read(text)
    assert found.source is not None
    assert found.cue is not None
    assert (found.source.of(text), found.cue.of(text), found.verb) == ("Mayor Ana Ruiz", "said", "say")
    assert read("According to police, it broke.")[0].verb == "accord"


def test_hedges_stay_in_the_content() -> None:
    """ "nearly" belongs to the figure, "publicly" to the saying."""
    assert said("Police said nearly 40 boats sank.") == [("police", "nearly 40 boats sank")]
    assert said("Police said publicly that 40 boats sank.") == [("police", "40 boats sank")]


@pytest.mark.parametrize(
    ("text", "chain", "speaker"),
    [
        ("Reuters reported that 12 died, citing the NIS.", ("NIS",), "NIS"),
        ("Yonhap, citing the NIS, said 12 died.", ("NIS",), "NIS"),
        ("Twelve died, Yonhap reported, citing a lawmaker.", ("lawmaker",), "lawmaker"),
        ("Interfax quoted Ana Ruiz as saying that 12 died.", ("Ana Ruiz",), "Ana Ruiz"),
        ("Ana Ruiz was quoted by Interfax as saying 12 died.", ("Ana Ruiz",), "Ana Ruiz"),
        ("Yonhap said 12 died, citing the loss of a ship.", (), "Yonhap"),
    ],
)
def test_chains(text: str, chain: tuple[str, ...], speaker: str) -> None:
    """The innermost source that is cited is the speaker; a reason that is cited is nobody."""
    found = read(text)[0]
    assert (found.chain, found.speaker) == (chain, speaker)


def test_quotation_of_several_sentences() -> None:
    """A cue behind the last sentence of a quotation attributes all of it, and what follows in the paragraph."""
    text = '"Who pays? Who builds? Nobody knows," Ana Ruiz said. "We will wait. We can."'
    assert said(text) == [("Ana Ruiz", "Who pays? Who builds? Nobody knows,"), ("Ana Ruiz", "We will wait. We can.")]
    assert [a.direct for a in read(text)] == [True, True]
    assert [a.cue is None for a in read(text)] == [False, True]


def test_quotation_after_a_statement() -> None:
    """A quotation that stands by itself right after a reported statement goes on with its speaker."""
    assert said('Ana Ruiz said the dam held. "It was close."')[-1] == ("Ana Ruiz", "It was close.")


def test_quotation_of_another_paragraph_is_left_alone() -> None:
    """A closed quotation in the next paragraph may be anybody's."""
    assert len(said('"It held," Ana Ruiz said.\n\n"It broke."')) == 1


def test_quotation_over_paragraphs() -> None:
    """A quotation left open goes on where the next paragraph reopens it."""
    text = '"It held," Ana Ruiz said. "It was close.\n\n"It will hold again."'
    assert said(text)[-1] == ("Ana Ruiz", "It will hold again.")


def test_colon_leads_to_the_next_paragraph() -> None:
    """ "X added:" announces the quotation behind it, and is its cue."""
    text = 'Ana Ruiz added:\n\n"It held. It was close."'
    (found,) = read(text)
    assert (found.speaker, found.content.of(text)) == ("Ana Ruiz", "It held. It was close.")
    assert found.cue is not None


def test_words_behind_a_quotation_are_not_said() -> None:
    """ "as he spoke" is the reporter's."""
    text = 'Ana Ruiz stated, "It held in the storm," as she spoke to reporters.'
    assert said(text) == [("Ana Ruiz", "It held in the storm,")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Ruiz visited the dam. She said it held.", "Ana Ruiz"),
        ("Ana Ruiz said it rained. He added that it held.", "Ana Ruiz"),
        ("The dam is old. He said it held.", None),
        ("They said it held.", None),
        ("Police officials said it held. They said it was close.", "police officials"),
        ("The Defense Ministry said it held. It added that it was close.", "Defense Ministry"),
        ("A boy said it held. It said the boat sank.", None),
        ("Ana Ruiz, who said it held, left.", "Ana Ruiz"),
    ],
)
def test_pronouns(text: str, speaker: str | None) -> None:
    """A pronoun takes the person right before it, and nobody where none is near."""
    assert read(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ruiz", "Ana Ruiz"),
        ("Mr. Budanov", "Kyrylo Budanov"),
        ("U.S. Defense Secretary Kyrylo Budanov", "Kyrylo Budanov"),
        ("the police officials", "police officials"),
        ("A NATO spokesperson", "NATO spokesperson"),
        ("the head of the Orbel Agency", "head of the Orbel Agency"),
        ("Ana Ruiz of the Red Cross", "Ana Ruiz"),
        ("Prince Albert County Police", "Prince Albert County Police"),
        ("NATO and the United States", "NATO and the United States"),
        ("Poe", "Poe"),
    ],
)
def test_names(words: str, expected: str) -> None:
    """Names in their fullest form without role and title; two persons of one name stay what was written."""
    roster = roster_of("Ana Ruiz met General Kyrylo Budanov. Jane Poe met John Poe.")
    assert speaker_of(words, roster) == expected


def test_contents_lie_in_sentences_or_quotations() -> None:
    """No content runs from one sentence into the next unless it is quoted."""
    text = "Ana Ruiz said it held. It rained. Police said it broke."
    sentences = sentence_spans(text)
    for found in attributions(text, sentences):
        assert any(s.contains(found.content) for s in sentences)


@pytest.mark.parametrize(
    "piece",
    [
        "he said that ",
        '"A," he said. ',
        "Ana Ruiz, ",
        '" ',
        'X said: "a\n\n',
        "according to ",
        "citing the ",
        "A b said (",
    ],
)
def test_hostile_text(piece: str, grows_linearly) -> None:
    """Work grows with the length of the text, not with its square."""

    def work(copies: int) -> None:
        text = piece * copies
        attributions(text, sentence_spans(text))

    assert grows_linearly(work, 500, 4_000)
