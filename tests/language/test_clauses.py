"""The clause rules: which noun and verb a value belongs to, what narrows the noun, and where the action stands."""

import pytest

from summarizer.domain.text import Aspect, Token
from summarizer.language.clauses import Governed, aspect_of, governor
from summarizer.language.tagging import tag


def read(marked: str) -> tuple[tuple[Token, ...], Governed]:
    """The tokens of a sentence whose value stands in angle brackets, and what the value belongs to."""
    start, end = marked.index("<"), marked.index(">") - 1
    tokens = tag(marked.replace("<", "").replace(">", ""))
    inside = [i for i, t in enumerate(tokens) if t.start < end and t.end > start]
    return tokens, governor(tokens, inside[0], inside[-1])


def text(tokens: tuple[Token, ...], index: int | None) -> str | None:
    return None if index is None else tokens[index].text


@pytest.mark.parametrize(
    ("marked", "head"),
    [
        ("The blast killed <12> people.", "people"),
        ("About <12,000> North Korean soldiers arrived.", "soldiers"),
        ("The storm left <12> dead.", "dead"),
        ("<12> feared dead after the storm", "dead"),
        ("A death toll of <12> was reported.", "toll"),
        ("The flood claimed <12> lives.", "lives"),
        ("<12> of the sailors were arrested.", "sailors"),
        ("<5%> of voters stayed home.", "voters"),
        ("<12> of them were arrested.", None),
        ("<12> were injured.", None),
        ("The death toll rose to <12> on Monday.", "toll"),
        ("The toll is <12>.", "toll"),
        ("Troops are fighting along a <620-mile> front line.", "line"),
        ("They walked <12 miles> east.", None),
        ("They will send <$10 million> in aid.", "aid"),
        ("They sent <$10 million> in March.", None),
        ("The <Oct. 7> attack killed many.", "attack"),
        ("He died on <Oct. 7>.", None),
        ("Kim Poe, <45>, was arrested.", "Poe"),
    ],
)
def test_the_noun_that_is_counted_or_dated(marked: str, head: str | None) -> None:
    """A number without its noun meets the wrong number of another report."""
    tokens, found = read(marked)
    assert text(tokens, found.head) == head


@pytest.mark.parametrize(
    ("marked", "action"),
    [
        ("At least <12> people were killed in the north.", "killed"),
        ("The blast killed 12 people and injured <30>.", "injured"),
        ("<12> people were found dead.", "found"),
        ("<12,000> troops are expected to arrive soon.", "arrive"),
        ("Officials said <12> boats were sunk overnight.", "sunk"),
        ("Officials reported <12> deaths, and 30 people were hurt.", "reported"),
        ("Firefighters rescued <12> people trapped inside.", "rescued"),
        ("The storm left <12> people injured.", "injured"),
        ("<12> people living in the town fled.", "fled"),
        ("A gunman opened fire, killing <12> people.", "killing"),
        ("12,000 troops, including <500> officers, have arrived.", "arrived"),
        ("Police said <Monday> that nobody died.", "said"),
        ("The toll is <12>.", None),
        ("A <12> percent rise", None),
    ],
)
def test_the_verb_that_a_value_belongs_to(marked: str, action: str | None) -> None:
    """Subject side first, inside the clause; a noun phrase alone has no verb."""
    tokens, found = read(marked)
    assert text(tokens, found.action) == action


@pytest.mark.parametrize(
    ("marked", "qualifiers"),
    [
        ("A death toll of <12> was reported.", ["death"]),
        ("About <3,000> North Korean soldiers from the coast fled.", ["North", "Korean", "coast"]),
        ("The shelling killed <12> people in Kursk.", ["Kursk"]),
        ("The shelling killed <12> people on Monday.", []),
    ],
)
def test_what_narrows_the_noun(marked: str, qualifiers: list[str]) -> None:
    """Twelve dead in one town do not contradict five in another."""
    tokens, found = read(marked)
    assert [tokens[i].text for i in found.qualifiers] == qualifiers


@pytest.mark.parametrize(
    ("marked", "subject", "object_"),
    [
        ("The flood in the valley claimed <12> lives.", "flood", "lives"),
        ("At least <12> people were killed.", "people", None),
        ("A gunman opened fire, killing <12> people.", "gunman", "people"),
        ("There were <12> people on board.", None, "people"),
    ],
)
def test_the_verbs_company(marked: str, subject: str | None, object_: str | None) -> None:
    """Who did it and to whom; the object of a passive is its subject."""
    tokens, found = read(marked)
    assert (text(tokens, found.subject), text(tokens, found.object)) == (subject, object_)


@pytest.mark.parametrize(
    ("sentence", "verb", "aspect"),
    [
        ("Troops will leave the town.", "leave", Aspect.PLANNED),
        ("North Korea to deploy 12,000 troops", "deploy", Aspect.PLANNED),
        ("Troops are expected to arrive soon.", "arrive", Aspect.PLANNED),
        ("The minister may visit the town.", "visit", Aspect.PLANNED),
        ("The minister may have visited the town.", "visited", Aspect.UNKNOWN),
        ("Troops began to leave the town.", "leave", Aspect.DONE),
        ("Troops are leaving the town.", "leaving", Aspect.ONGOING),
        ("Troops are being trained there.", "trained", Aspect.ONGOING),
        ("Talks have been going on.", "going", Aspect.ONGOING),
        ("Talks had been going on.", "going", Aspect.DONE),
        ("Troops left the town.", "left", Aspect.DONE),
        ("Troops have left the town.", "left", Aspect.DONE),
        ("12 people were killed.", "killed", Aspect.DONE),
        ("Quake kills 12", "kills", Aspect.DONE),
        ("Smoking kills people.", "kills", Aspect.UNKNOWN),
        ("A bomb exploded, killing 12 people.", "killing", Aspect.DONE),
        ("Troops will not leave the town.", "leave", Aspect.NOT_DONE),
        ("The minister didn't resign.", "resign", Aspect.NOT_DONE),
        ("Officials have yet to name the victims.", "name", Aspect.NOT_DONE),
        ("The court refused to free him.", "free", Aspect.NOT_DONE),
        ("No one was injured.", "injured", Aspect.NOT_DONE),
        ("No injuries were reported.", "reported", Aspect.NOT_DONE),
        ("If troops left the town, people would return.", "left", Aspect.UNKNOWN),
    ],
)
def test_where_the_action_stands(sentence: str, verb: str, aspect: Aspect) -> None:
    """A plan that another report has as done is an update, a denial a conflict."""
    tokens = tag(sentence)
    assert aspect_of(tokens, next(i for i, t in enumerate(tokens) if t.text == verb)) == aspect


def test_no_verb_has_no_aspect() -> None:
    """Unknown is a value."""
    assert aspect_of(tag("A quake."), None) == Aspect.UNKNOWN


def test_places_outside_the_sentence_are_refused_softly() -> None:
    """A value that touches no token belongs to nothing."""
    assert governor((), 0, 0) == Governed(head=None, action=None)


@pytest.mark.parametrize(
    "words", ["not", "12", "of", "people", "old", "at", "to plan", ",", "quickly", "- 12", "in town"]
)
def test_hostile_sentences_cost_linear_time(words: str, grows_linearly) -> None:
    """Each value looks a bounded number of words around, however long the sentence."""
    parts = [Token(text=w, start=0, end=1, tag=tag(w)[0].tag, lemma=w) for w in words.split()]

    def work(times: int) -> None:
        tokens = tuple(t._replace(start=i, end=i + 1) for i, t in enumerate(parts * times))
        for at in range(0, len(tokens), 7):
            aspect_of(tokens, governor(tokens, at, at).action)
            aspect_of(tokens, at)

    assert grows_linearly(work, 400, 4_000)
