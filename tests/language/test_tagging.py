"""The tagger: how words are cut, and which parts of speech and lemmas they get."""

from itertools import pairwise

import pytest

from summarizer.language.tag_features import casing
from summarizer.language.tagging import TAGS, lemma_of, tag, tag_words, token_spans


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in token_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't sail", "They do n't sail"),
        ("They don’t sail", "They do n’t sail"),
        ("He can't and cannot", "He ca n't and can not"),
        ("Kim's ships", "Kim 's ships"),
        ("the workers' pay", "the workers ' pay"),
        ("We'll see at six o'clock", "We 'll see at six o'clock"),
        ("Mr. O'Neill left", "Mr. O'Neill left"),
    ],
)
def test_clitics_come_off(text: str, expected: str) -> None:
    """A verb hidden in a clitic, or a name glued to 's, is lost to every rule; o'clock and O'Neill are one word."""
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 620-mile front", "a 620 - mile front"),
        ("a two-year-old girl", "a two - year - old girl"),
        ("a twenty-two-day trip", "a twenty-two - day trip"),
        ("twenty-two days", "twenty-two days"),
        ("a magnitude-7.1 quake", "a magnitude - 7.1 quake"),
        ("a 5-2 vote", "a 5 - 2 vote"),
        ("10–15 boats", "10 – 15 boats"),
        ("state-run al-Sadr F-16 COVID-19", "state-run al-Sadr F-16 COVID-19"),
        ("on 2024-10-23 we", "on 2024-10-23 we"),
    ],
)
def test_hyphenated_words_with_a_number_fall_apart(text: str, expected: str) -> None:
    """The number's noun is inside the compound; names and plain compounds stay whole."""
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $10,000.50, or 3.5%.", "It cost $ 10,000.50 , or 3.5 % ."),
        ("US$3bn and £2.1m", "US$ 3bn and £ 2.1m"),
        ("at 18:10 on 9/11", "at 18:10 on 9/11"),
        ("at 90 km/h", "at 90 km/h"),
        ("the 1990s and the ’90s", "the 1990s and the ’90s"),
    ],
)
def test_figures_stay_whole(text: str, expected: str) -> None:
    """A figure's separators belong to it, its signs do not."""
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Army met Gen. Poe in Oct. 2020.", "The U.S. Army met Gen. Poe in Oct. 2020 ."),
        ("He flew to the U.S.", "He flew to the U.S."),
        ("He left at 5 p.m. sharp.", "He left at 5 p.m. sharp ."),
        ("It was bought by Acme Inc.", "It was bought by Acme Inc."),
        ("Down he sat.", "Down he sat ."),
        ("J. Poe chose plan B.", "J. Poe chose plan B ."),
        ("Who knows... she said", "Who knows ... she said"),
    ],
)
def test_a_full_stop_belongs_to_an_abbreviation_or_stands_alone(text: str, expected: str) -> None:
    """A stop glued to the last word hides its lemma."""
    assert " ".join(words(text)) == expected


def test_typographic_marks_are_tokens() -> None:
    """Quotes and dashes are marks, not parts of words."""
    found = tag("“Leave now,” she said — twice.")
    assert [t.text for t in found if t.tag == "PUNCT"] == ["“", ",", "”", "—", "."]


def test_offsets_slice_back() -> None:
    """A span that does not slice back points at the wrong evidence."""
    text = "  “Señor Łuk’s 12-strong crew didn’t e\u0301at,” said Ms. Ng.  "
    found = tag(text)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert "".join(t.text for t in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Quake kills 12 in Turkey", "kills"),
        ("Quake Kills Dozens In Northern Village", "Kills"),
        ("storm hits the coast", "hits"),
        ("North Korea to deploy 12,000 troops", "deploy"),
        ("The judge fined the company.", "fined"),
    ],
)
def test_verbs_are_found_in_prose_and_headlines(text: str, verb: str) -> None:
    """A headline's capitals or its present tense must not turn its verb into a name."""
    assert [t.text for t in tag(text) if t.tag == "VERB"] == [verb]


def test_every_tag_is_universal() -> None:
    """The rest of the program knows these tags only."""
    found = tag("Oh no, she said: 12 of the US$3bn (or 5%) isn't there & won't be!")
    assert {t.tag for t in found} <= set(TAGS)


@pytest.mark.parametrize(
    ("word", "part", "lemma"),
    [
        ("fell", "VERB", "fall"),
        ("Children", "NOUN", "child"),
        ("stopped", "VERB", "stop"),
        ("carries", "VERB", "carry"),
        ("killing", "VERB", "kill"),
        ("moving", "VERB", "move"),
        ("were", "AUX", "be"),
        ("n’t", "PART", "not"),
        ("largest", "ADJ", "large"),
        ("Kyiv", "PROPN", "Kyiv"),
        ("10,000", "NUM", "10,000"),
    ],
)
def test_lemmas_follow_the_part_of_speech(word: str, part: str, lemma: str) -> None:
    """Reports of one event differ in tense and number before they differ in anything else."""
    assert lemma_of(word, part) == lemma


def test_left_is_read_by_its_part_of_speech() -> None:
    """The same form has two lemmas."""
    assert (lemma_of("left", "VERB"), lemma_of("left", "ADJ")) == ("leave", "left")


def test_casing_of_titles_and_prose() -> None:
    """Capitals tell names from words only where not every word has one."""
    assert casing("Quake Kills Dozens In Village".split()) == "t"
    assert casing("The quake killed dozens in Turkey".split()) == "n"
    assert casing("QUAKE KILLS DOZENS HERE".split()) == "u"


def test_nothing_in_nothing_out() -> None:
    """White space has no words."""
    assert tag("") == () == tag(" \n")
    assert tag_words([]) == []


@pytest.mark.parametrize("piece", ["a.", "1,111", "-", "a-", "'s", "1-a-", "www.", "x@", "\u0301", "1.1/", "!", "U.S."])
def test_hostile_text_is_cut_in_linear_time(piece: str, grows_linearly) -> None:
    """Ten times the text may cost about ten times the work."""
    assert grows_linearly(lambda copies: token_spans(piece * copies), 2_000, 20_000)
