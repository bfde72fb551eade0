"""The verbs of headlines: one case per rule, and what must stay a noun."""

import pytest

from summarizer.language.clauses import governor
from summarizer.language.headline_tags import headline_tags
from summarizer.language.tagging import tag


def verbs(text: str) -> list[str]:
    return [t.text for t in tag(text) if t.tag == "VERB"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrest three", ["arrest"]),  # a plural, the base form, a number
        ("Rebels free 12 hostages", ["free"]),
        ("Storm floods 300 homes", ["floods"]),  # a singular, the -s form, a number
        ("Train hits bus, kills nine", ["hits", "kills"]),  # a sure verb needs no number
        ("Nine dead as express hits freight", ["hits"]),  # "as" opens a clause; the object is no verb
        ("Blaze kills firefighter, destroys 48 homes", ["kills", "destroys"]),  # the subject goes on over a comma
        ("Bomb blast kills at least 20, wounds dozens", ["kills", "wounds"]),
        ("Profit doubles to $3bn", ["doubles"]),  # verbs of moving reach a level
    ],
)
def test_a_headline_without_a_verb_gets_its_verb(text: str, expected: list[str]) -> None:
    """A value without its action is compared with the wrong things."""
    assert verbs(text) == expected


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("The cuts 2 years ago .", "DET NOUN NUM NOUN ADV PUNCT"),  # prose has its final mark
        ("Fuel prices cuts 2", "NOUN NOUN NOUN NUM"),  # a plural takes no -s form
        ("Bank cuts talks collapse", "NOUN NOUN NOUN NOUN"),  # a twofold word asks for a number behind it
        ("Storm floods were worst ever", "NOUN NOUN AUX ADJ ADV"),  # the stretch has its verb
        ("Rebels free hostages held in Ganta", "NOUN ADJ NOUN VERB ADP PROPN"),
        ("Police arrest record", "NOUN NOUN NOUN"),  # a base form asks for a number or an article
    ],
)
def test_other_lines_keep_their_tags(words: str, tags: str) -> None:
    """The nearest lines that only look like it."""
    assert headline_tags(words.split(), tags.split()) == tags.split()


@pytest.mark.parametrize(
    ("text", "value", "head", "action"),
    [
        ("Blaze kills firefighter, destroys 48 homes", "48", "homes", "destroys"),
        ("Police arrest three after raid", "three", None, "arrest"),
        ("Quake kills 12 in northern Chile", "12", None, "kills"),
        ("Nine dead as express hits freight", "Nine", "dead", None),
        ("Two men jailed for 12 years", "Two", "men", "jailed"),
    ],
)
def test_a_headline_value_gets_its_action(text: str, value: str, head: str | None, action: str | None) -> None:
    """Two verbs in a headline each keep their own number."""
    tokens = tag(text)
    at = next(i for i, t in enumerate(tokens) if t.text == value)
    found = governor(tokens, at, at)
    assert (found.head and tokens[found.head].text) == head
    assert (None if found.action is None else tokens[found.action].text) == action
