"""One person through an article, and what roles the text gives."""

import pytest

from summarizer.domain.facts import Name
from summarizer.language.people import MOST_NAMESAKES, resolve_people
from summarizer.language.roles import read_roles


def name(words, **more):
    return Name(words=tuple(words.split()), **more)


def resolved(short, *others):
    people = resolve_people((short, *others))
    return " ".join(people[short].words)


def test_surname_is_the_only_full_name_with_it():
    """ "Mr. Quell" is the Ana Quell of the first paragraph."""
    assert resolved(name("Quell", title="Mr."), name("Tom Quell"), name("Ana Velde")) == "Tom Quell"


def test_surname_of_two_persons_stays():
    """Two of a family: the surname alone says not who."""
    assert resolved(name("Quell"), name("Tom Quell"), name("Ana Quell")) == "Quell"


def test_forms_of_one_full_name_are_one_person():
    """A middle name or an initial makes no second person."""
    assert resolved(name("Quell"), name("Tom Quell"), name("Tom B. Quell"), name("Tom Ben Quell")) == "Tom Ben Quell"


def test_initial_fits_its_given_name_only():
    """ "T. Quell" is Tom, not Ana."""
    assert resolved(name("T. Quell"), name("Tom Quell"), name("Ana Quell")) == "Tom Quell"
    assert resolved(name("A. Quell"), name("Tom Quell")) == "A. Quell"


def test_generation_and_accents_make_no_difference():
    """ "Díaz" and "Diaz Jr." end alike."""
    assert resolved(name("Diaz"), name("José Díaz Jr.")) == "José Díaz Jr."


def test_places_and_organisations_are_nobody():
    """ "Bank" is not the person Ana Bank when it is an organisation."""
    assert resolved(name("Bank", sort="organisation"), name("Ana Bank")) == "Bank"
    assert resolved(name("Bergen"), name("University of Bergen", sort="organisation")) == "Bergen"


def test_order_makes_no_difference():
    """What is resolved does not hang on the order of the articles."""
    names = [name("Quell"), name("Tom Quell"), name("Tom B. Quell"), name("Velde"), name("Ana Velde", sort="person")]
    assert dict(resolve_people(names)) == dict(resolve_people(names[::-1]))


def test_crowds_of_namesakes_are_left_alone(grows_linearly):
    """Beyond a limit a surname is not looked into, which keeps the work linear."""
    crowd = [name("Quell")] + [name(f"P{i} Quell") for i in range(4000)]
    assert grows_linearly(lambda count: resolve_people(crowd[:count]), 800, 4_000)
    assert resolved(name("Quell"), *crowd[1 : MOST_NAMESAKES + 2]) == "Quell"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence minister Kim Yong-su spoke.", [("Defence minister", "Kim Yong-su")]),
        ("It was said by police spokeswoman Ana Quell.", [("police spokeswoman", "Ana Quell")]),
        ("Ana Quell, the head of port security, spoke.", [("head of port security", "Ana Quell")]),
        ("Ana Quell, 34, a member of the choir, spoke.", [("member of the choir", "Ana Quell")]),
        ("Ana Quell, director of the dam, spoke.", [("director of the dam", "Ana Quell")]),
        ("The agency's director, Ana Quell, spoke.", [("director", "Ana Quell")]),
        ("Ivan Quell, who is the mayor, left.", [("mayor", "Ivan Quell")]),
        ("Velde Mining CEO Ana Quell spoke.", [("Velde Mining CEO", "Ana Quell")]),
        ("Velde chief executive Ana Quell spoke.", [("Velde chief executive", "Ana Quell")]),
        ("Meanwhile spokesman Ivan Quell left.", [("spokesman", "Ivan Quell")]),  # no body's name
        ("On Monday Chairman Ivan Quell left.", [("Chairman", "Ivan Quell")]),
        ("Velde's CEO, Ana Quell, spoke.", [("CEO", "Ana Quell")]),
        ("Ana Quell, CEO of Velde, spoke.", [("CEO of Velde", "Ana Quell")]),
    ],
)
def test_roles(text, expected):
    """A title before a name, an apposition behind it or before it."""
    assert [(role.of(text), who.of(text)) for role, who in read_roles(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ana Quell, whose son is a director, spoke.",
        "Ana Quell, 34, spoke to the head of the choir.",
        "They went to Oslo, the capital.",
        "The director spoke; Ana Quell left.",
        "Ana Quell, in a letter to the director, complained.",
    ],
)
def test_no_role(text):
    """A role noun somewhere near is not yet the role of the name."""
    assert read_roles(text) == ()
