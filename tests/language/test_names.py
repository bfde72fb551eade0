"""The name reader: which words are names, where they begin and end, and what they are names of."""

from itertools import pairwise

import pytest

from summarizer.domain.facts import Kind, Name
from summarizer.language.name_words import is_common, pieces
from summarizer.language.names import read_names


def spans(text, known=(), headline=False):
    return [m.span.of(text) for m in read_names(text, frozenset(known), headline=headline)]


def sorts(text, known=()):
    return {m.span.of(text): m.value.sort for m in read_names(text, frozenset(known))}


@pytest.mark.parametrize(
    ("text", "title", "name"),
    [
        ("Then Gen. Boris Tolland spoke.", "Gen.", "Boris Tolland"),
        ("They met Defence Minister Ana Quell.", "Defence Minister", "Ana Quell"),
        ("Mr. Orrin's car was found.", "Mr.", "Orrin"),
        ("Fire Chief Tom Velde came.", "Fire Chief", "Tom Velde"),
        ("He asked Sir Alan Brixham.", "Sir", "Alan Brixham"),
    ],
)
def test_span_leaves_the_title_out(text, title, name):
    """The title tells who somebody is; the name is what other articles repeat."""
    (mention,) = read_names(text)
    assert (mention.value.title, mention.span.of(text), mention.value.sort) == (title, name, "person")


def test_name_before_the_title_is_its_own():
    """A state before an office is a place of its own, and the office's county stays whole."""
    assert spans("Former Arkansas Rep. Ann Orrin met Marden County Sheriff Joe Quell.") == [
        "Arkansas",
        "Ann Orrin",
        "Marden County",
        "Joe Quell",
    ]


def test_title_of_an_organisation_stays():
    """ "General" is a rank before a person only."""
    assert spans("Workers at General Motors met General Tolland.") == ["General Motors", "Tolland"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Heavy rain fell.", []),
        ("Officials said Quellmar flooded.", ["Quellmar"]),
        ("Budanov left.", ["Budanov"]),
        ("Griffin said no.", []),
        ("“Nobody came,” said Maria Velde. “Police did.”", ["Maria Velde"]),
        ("Police said the road was shut.", []),
        ("New York Mayor Eric Quell spoke.", ["New York", "Eric Quell"]),
        ("Park Sun-woo agreed.", ["Park Sun-woo"]),
        ("Fog delayed Kim Orrin.", ["Kim Orrin"]),
    ],
)
def test_opening_word_is_a_name_only_when_something_shows_it(text, expected):
    """Every sentence opens with a capital; a plain word there is no name."""
    assert spans(text) == expected


def test_known_word_is_a_name_where_it_acts():
    """A plain word that is a surname elsewhere in the article is one where somebody acts, not before a noun."""
    assert spans("Griffin said no.", known={"Griffin"}) == ["Griffin"]
    assert spans("Griffin statues stood there.", known={"Griffin"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Russian troops left on Tuesday.",
        "In March the Prime Minister spoke English.",
        "Mr. was all he wrote.",
        "I'm sure it's fine.",
        "He was NOT there.",
        "North Korean soldiers came.",
        "An X-ray was shown on TV to a New Zealander.",
        "Go to @QuellNews or #Quell, key aB3xQ9z.",
        "Many Muslims and Republicans prayed in October.",
    ],
)
def test_capitalised_words_that_name_nobody(text):
    """Nationalities, days, months, creeds, offices alone and shouted words are no names."""
    assert spans(text) == []


def test_nationality_inside_a_longer_name_stays():
    """ "Russian" alone is nobody; "Russian Foreign Ministry" is."""
    assert spans("The Russian Foreign Ministry and British Airways agreed.") == [
        "Russian Foreign Ministry",
        "British Airways",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Ursula von der Velde",
        "Juan de la Quell",
        "Karim bin Orrin",
        "al-Velda",
        "J. K. Orrin",
        "Ana B. Quell",
        "Seán O'Dorrin",
        "Kim Yong-su",
        "Jesse Quell Jr.",
        "Orrin & Velde",
        "University of Bergen",
        "Ministry of Foreign Affairs",
        "Centers for Disease Control and Prevention",
        "St. Mary's Hospital",
        "U.N.",
        "Flight 417",
    ],
)
def test_name_is_whole(name):
    """Particles, initials, "&", "of" and generations belong to the name."""
    assert spans(f"They said {name} was there.") == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw Russia's Budanov.", ["Russia", "Budanov"]),
        ("They saw the London-based firm.", ["London"]),
        ("They saw pro-Russian and anti-NATO crowds.", []),
        ("They saw Rep. Ann Quell (R-Ohio).", ["Ann Quell"]),
        ("They saw the van Monday.", []),
        ("Bergen and Velde", ["Bergen", "Velde"]),
    ],
)
def test_name_ends(text, expected):
    """A possessive, a compound's tail and "and" end a name."""
    assert spans(text)[-len(expected) :] == expected if expected else spans(text) == []


def test_word_behind_a_dateline_opens_the_sentence():
    """The dash of a dateline starts anew, so the word behind it may owe it its capital."""
    assert spans("OSLO, Norway — Torrential rain fell.") == ["OSLO", "Norway"]
    assert read_names("OSLO, Norway — Torrential rain fell.")[0].value.words == ("Oslo",)


def test_heading_in_the_body_is_read_like_a_headline():
    """A line without a full stop whose plain words are all in capitals holds names that are known elsewhere only."""
    assert spans("Fire Destroys Bakery Near Quellmar", known={"Quellmar"}) == ["Quellmar"]


def test_company_known_by_one_word():
    """ "Google" opens a sentence and is an organisation."""
    assert sorts("Google bought it.") == {"Google": "organisation"}


def test_month_is_a_name_beside_a_given_name():
    """ "May" is a month, unless somebody is called so."""
    assert spans("Then Theresa May met April Orrin in May.") == ["Theresa May", "April Orrin"]


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("They met Maria Quellmar.", "Maria Quellmar", "person"),
        ("They met Quellmar, 34, there.", "Quellmar", "person"),
        ("“Yes,” Zorin Quellmar said.", "Zorin Quellmar", "person"),
        ("They met the Quellmar Agency.", "Quellmar Agency", "organisation"),
        ("They joined NATO.", "NATO", "organisation"),
        ("They went to Buenos Aires.", "Buenos Aires", "place"),
        ("They went to Quellmar, Ark.", "Quellmar", "place"),
        ("They saw Quellmar County.", "Quellmar County", "place"),
        ("They went to Lincoln.", "Lincoln", "place"),
        ("They read Lincoln.", "Lincoln", ""),
        ("They met Quellmar.", "Quellmar", ""),
    ],
)
def test_sort(text, name, sort):
    """What a name is of is told by lexicons and by what stands beside it; else it stays open."""
    assert sorts(text)[name] == sort


def test_kind_follows_the_sort():
    """Places have a kind of their own."""
    kinds = [m.kind for m in read_names("They flew Maria Quell to Oslo.")]
    assert kinds == [Kind.NAME, Kind.PLACE]


def test_headline_in_title_case_has_known_names_only():
    """Where every word is capitalised, only what the body names, acronyms and places are names."""
    headline = "Chief Quellmar Quits After Fire Near Oslo, NATO Says"
    assert spans(headline, headline=True) == ["Oslo", "NATO"]
    assert spans(headline, known={"Quellmar"}, headline=True) == ["Quellmar", "Oslo", "NATO"]


def test_headline_in_sentence_case_is_read_like_a_sentence():
    """Half of all newsrooms write headlines like sentences."""
    assert spans("Floods hit Quellmar as thousands flee", headline=True) == ["Quellmar"]


def test_text_in_capitals_shows_the_known_form():
    """A name in capitals has the value that it has in the body, so that the two are one."""
    text = "QUELLMAR SAYS FLOODS REACH OSLO"
    mentions = read_names(text, frozenset({"Quellmar"}))
    assert [(m.span.of(text), m.value) for m in mentions] == [
        ("QUELLMAR", Name(words=("Quellmar",))),
        ("OSLO", Name(words=("Oslo",), sort="place")),
    ]


def test_spans_are_ordered_and_disjoint():
    """Whoever paints the text cuts it at the spans."""
    found = [m.span for m in read_names("Gen. Ana Quell of the U.N. met Russia's Oleg Orrin in São Paulo, Brazil.")]
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert len(found) == 6


def test_nothing_in_nothing():
    """An empty or blank sentence names nobody."""
    assert read_names("") == read_names(" \n ") == ()


@pytest.mark.parametrize(
    "unit", ["A of ", "Bank of ", "de ", "X.", "A-", "'s ", "Al-", "New York ", "“Mr. ", "QUELL SAYS ", "A" * 9]
)
def test_hostile_text_is_read_in_linear_time(unit, grows_linearly):
    """Five times the text may take five times the work, not twenty-five."""
    assert grows_linearly(lambda times: read_names(unit * times), 2_000, 10_000)


def test_pieces_slice_back():
    """Offsets count in the text that came in."""
    text = "Gen. O’Brien’s U.N.-led talks, São Tomé's 3 A350s."
    assert all(text[p.start : p.end] == p.text for p in pieces(text))


def test_common_words_are_those_of_a_dictionary():
    """A word that is only a surname in the dictionary is no plain word."""
    assert is_common("Officials")
    assert not is_common("Johnson")
    assert not is_common("Coca-Cola")


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Defence minister Kim Yong-su spoke.", ["Defence minister"]),
        ("Ana Diaz, the head of police, spoke.", ["head of police"]),
        ("Mayor Ana Diaz, the head of the party, spoke.", ["head of the party"]),  # the apposition tells more
        ("The director, Rosa Vega, spoke.", ["director"]),
        ("Ana Diaz, who left the police, spoke.", [""]),
        ("Ana Diaz met the mayor.", [""]),
        ("Officials in Bergen, the capital of rain, spoke.", [""]),  # a place holds no office
    ],
)
def test_roles_are_tied_to_persons(text, roles):
    """A role is what tells "the mayor" and "Ana Diaz" to be one."""
    assert [m.value.role for m in read_names(text)] == roles
