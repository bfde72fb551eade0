"""Which answer a statement gives to a matter: the lexicon's form, one case a rule with its nearest counter-example, and the work."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import pytest

from summarizer.language import matters, wordings
from summarizer.language.matters import lexicon_lines, read_matters
from summarizer.language.tagging import tag

SCOPES = frozenset({"one", "person", "who", "thing", "same"})
SHORTEST_SIGN = 3  # letters; a shorter word stands in every statement


def answers(text: str) -> list[tuple[str, str]]:
    """Matter and answer of every mention."""
    return [(m.matter.name, m.answer) for m in read_matters(text)]


def rows() -> Iterator[tuple[str, str, str]]:
    """Matter, answer and text of every wording."""
    matter = answer = ""
    for key, _, rest in (line.partition(" ") for line in lexicon_lines()):
        if key == "matter":
            matter = rest.split("|")[0].strip()
        elif key == "answer":
            answer = rest
        elif key not in ("", "#", "class", "more", "deed"):
            yield matter, answer, f"{key} {rest}".strip()


def given() -> Iterator[tuple[str, str]]:
    """Matter and every answer of it."""
    matter = ""
    for key, _, rest in (line.partition(" ") for line in lexicon_lines()):
        if key in ("matter", "more"):
            matter = rest.split("|")[0].strip()
        elif key == "answer":
            yield matter, rest


def classes() -> dict[str, str]:
    """The classes of the lexicon beside the forms that every lexicon knows."""
    lines = (line.split(" ") for line in lexicon_lines())
    return {**wordings.BASE, **{parts[1]: parts[2] for parts in lines if parts[0] == "class"}}


def heads() -> list[list[str]]:
    """Name, kind, scope and question of every matter."""
    return [[part.strip() for part in line[7:].split("|")] for line in lexicon_lines() if line.startswith("matter ")]


def said(row: str, which: int) -> str:
    """The shortest text that has the wording, of the first or the last form of each word."""
    places = (wordings.forms(word, classes()) for word in row.split() if word.strip(".") and not word.endswith("?"))
    return " ".join(found[which] for found in places)


def test_every_matter_has_a_name_of_its_own_a_kind_and_a_scope() -> None:
    """Mentions are gathered by name; a slip in the other two would be taken for something else."""
    assert [name for name, count in Counter(head[0] for head in heads()).items() if count > 1] == []
    assert {how for _, how, *_ in heads()} == {"settled", "moves", "parts"}
    assert {scope for _, _, scope, _ in heads()} == SCOPES


def test_every_matter_has_a_question_that_names_only_its_thing() -> None:
    """It is what an editor reads above the answers."""
    naming = {matter for matter, _, row in rows() if "{" in row}
    for name, _, _, about in heads():
        assert about, name
        assert "{thing}" not in about or name in naming, name
        assert about.format(thing="bridge") == about.replace("{thing}", "bridge")
    assert len(heads()) > 300


def test_every_matter_has_two_answers_or_more() -> None:
    """One answer cannot be contradicted."""
    found = defaultdict(set)
    for matter, answer in given():
        found[matter].add(answer)
    assert set(found) == {head[0] for head in heads()}
    assert [matter for matter, given in found.items() if len(given) < 2] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Davor Helm has resigned.", ("post", "goes")),
        ("Helm resigns over gas deal", ("post", "goes")),
        ("He ruled out resigning whatever the outcome.", ("post", "stays")),
        ("He has no plans to step down.", ("post", "stays")),
        ("The Assembly was dissolved on Friday.", ("parliament dissolved", "dissolved")),
        ("The president may dissolve the Assembly.", ("parliament dissolved", "open")),
        ("Divers have yet to find the recorder.", ("recorder", "not found")),
        ("The bosses coughed up a ransom for him.", ("ransom paid", "yes")),
        ("The board recommends the offer.", ("board view", "backs")),
    ],
)
def test_a_deed_answers_in_every_form_of_its_verb(text: str, expected: tuple[str, str]) -> None:
    """Done, denied or to come; a verb with its noun, whichever stands first."""
    assert expected in [(m.matter.name, m.answer) for m in read_matters(text, tag(text))]


@pytest.mark.parametrize(
    "text",
    [
        "If he resigns, an election follows.",
        "Has Helm resigned?",
        "He could have resigned.",
        "Divers found a shoe.",
        "Years ago the parliament was dissolved.",
    ],
)
def test_no_deed_is_read(text: str) -> None:
    """What is only thought of, asked, of another thing or of another time."""
    assert read_matters(text, tag(text)) == ()


def test_no_wording_stands_twice_in_a_matter() -> None:
    """Not in two answers, where the first would hide the second, nor in one."""
    counts = Counter((matter, row) for matter, _, row in rows())
    assert [found for found, count in counts.items() if count > 1] == []


def test_every_wording_is_an_expression_with_a_sign() -> None:
    """It starts with a word, and the word by which it is looked up is whole and long enough to be rare."""
    known = classes()
    for matter, _, row in rows():
        wordings.pattern([row], known)
        signs = wordings.signs(row, known)
        assert row.split()[0].strip(".?"), (matter, row)
        assert min(len(sign.strip("'")) for sign in signs) >= SHORTEST_SIGN, (matter, row, signs)
        assert "*" not in row, (matter, row)


@pytest.mark.parametrize("which", [0, -1])
def test_every_wording_gives_its_answer(which: int) -> None:
    """What no statement can reach, since a wording before it takes the words, is no wording."""
    wrong = [
        (matter, answer, row) for matter, answer, row in rows() if (matter, answer) not in answers(said(row, which))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("The dam has burst after days of rain.", ("dam held", "burst")),
        ("Cracks have opened in the dam.", ("dam held", "threatened")),
        ("Kessel airport reopened at noon.", ("port open", "open")),
        ("The pilot radioed a mayday four minutes later.", ("mayday call", "yes")),
        ("No distress call was received.", ("mayday call", "no")),
        ("The jury was deadlocked.", ("verdict reached", "hung")),
        ("Governor vetoes water bill", ("bill signed", "vetoed")),
        ("The truce has been broken twice since Sunday.", ("ceasefire", "broken")),
        ("The bank left interest rates unchanged.", ("interest rate", "held")),
        ("His goal was ruled out for offside.", ("goal", "disallowed")),
        ("Engineers lost contact with the probe on Friday.", ("contact", "lost")),
        ("The passwords were stored in plain text.", ("passwords encrypted", "plain")),
        ("The carrier denied that the plane was hijacked.", ("hijack", "no")),
        ("Pop star checks into rehab", ("rehab", "entered")),
    ],
)
def test_an_answer_is_read(text: str, given: tuple[str, str]) -> None:
    """In the active and the passive, denied and in headlines."""
    assert given in answers(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the dam burst, the valley would be lost.",
        "The dam could have burst.",
        "The dam will be breached next year.",
        "The governor wants to lift the curfew.",
        "Union leaders are ready to call off the strike.",
        "He was accused of leaking the report.",
        "Ten years ago the dam burst.",
        "The bubble burst and the dam tour sold well.",
        "The tram was speeding up in the bend.",
        "Bill Cooper has passed away.",
        "She is engaged in talks on the pipeline.",
    ],
)
def test_no_answer_is_read(text: str) -> None:
    """Under a condition, to come, wanted, alleged, long ago, or of another thing."""
    assert answers(text) == []


def test_another_thing_is_another_matter() -> None:
    """A port and an airport are told apart by the word that names them."""
    found = {
        m.thing
        for text in ("The port is closed.", "The airport is closed.")
        for m in read_matters(text)
        if m.matter.name == "port open"
    }
    assert len(found) == 2


def test_only_wordings_whose_words_all_stand_there_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of wordings cost nothing where a statement has not their words."""
    tried: list[str] = []
    pattern = matters._pattern
    monkeypatch.setattr(matters, "_pattern", lambda row: tried.append(row) or pattern(row))
    read_matters("The dam has burst after days of rain, the mayor said on Friday.")
    assert tried
    assert len(tried) < 10


def test_the_time_grows_with_the_text(grows_linearly: Callable[[Callable[[int], object], int, int], bool]) -> None:
    """Words that many wordings start with, over and over."""
    text = "dam talks bill ceasefire strike is not the and will to "

    def read(times: int) -> None:
        for _ in range(20):
            read_matters(text * times)

    assert grows_linearly(read, 8, 32)
