"""One name spelt in two ways, and the near misses that are two names."""

import itertools
import time
from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.domain.facts import Fact, Kind, Name, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Article, Evidence, Span, Statement
from summarizer.matching.spellings import spelling_slots


def article(article_id, *mentions, context=("flood", "dam"), age=None):
    """An article with a statement for each name; a name is its words, or a Name."""
    text = " ".join(m if isinstance(m, str) else " ".join(m.words) for m in mentions)
    read, at = [], 0
    for number, mention in enumerate(mentions):
        value = Name(words=tuple(mention.split())) if isinstance(mention, str) else mention
        words = " ".join(value.words)
        span = Span(at, at + len(words))
        at = span.end + 1
        statement = f"{article_id}.s{number}"
        evidence = Evidence(article=article_id, statement=statement, field="text", span=span, quote=words)
        kind = Kind.PLACE if value.sort == "place" else Kind.NAME
        facts = [Fact(kind=kind, value=value, display=words, evidence=evidence, place=span, context=context)]
        if age is not None:
            years = Quantity(number=Decimal(age), low=Decimal(age), high=Decimal(age), unit="year")
            behind = Span(span.end + 2, span.end + 4)
            facts.append(replace(facts[0], kind=Kind.AGE, value=years, place=behind))
        read.append(
            ReadStatement(
                statement=Statement(id=statement, article=article_id, field="text", span=span, text=words),
                tokens=(),
                facts=tuple(facts),
            )
        )
    return ReadArticle(article=Article(id=article_id, source="x", text=text), statements=tuple(read))


def spelt(*articles):
    """For each slot the spellings in it."""
    return [tuple(dict.fromkeys(" ".join(f.value.words) for f in slot.facts)) for slot in spelling_slots(articles)]


PERSON = {"sort": "person"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Quellman", "Ana Quelman"),
        ("Priya Velder", "Priya Velter"),
        ("Rosalka Quell", "Rosalva Quell"),
        ("Zorinto Quell", "Zoritno Quell"),
        ("Nolken Quell", "Molken Quell"),
        ("Marden Velde Quellman", "Marden Velde Quelman"),
        ("Church of Saint Ermanuel", "Church of Saint Emanuel"),
        ("Ana Lovell", "Ana Bovell"),
        ("Jake Woodford", "Jaykob Woodferd"),
        ("Annelies Roth", "Annelies Rot"),
    ],
)
def test_two_spellings_are_one_slot(one, other):
    """One letter or two in one word of a name, each in an article of its own."""
    assert spelt(article("a1", one), article("a2", other)) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Ana Quellman", "Ana Quellman", "the same"),
        ("Séan Quellmán", "Sean Quellman", "accents only"),
        ("Ana O'Quellan", "Ana OQuellan", "apostrophe only"),
        ("Kim Yong-su", "Kim Yongsu", "hyphen only"),
        ("Ana Quellman Jr.", "Ana Quellman", "generation only"),
        ("Ana B. Quellman", "Ana C. Quellman", "initials only"),
        ("Quell Islands", "Quell Island", "plural"),
        ("Great Iranian", "Great Iran", "nationality"),
        ("Unit 1234a", "Unit 1235a", "numbers"),
        ("Ana Kim", "Ana Kin", "too short"),
        ("Ana Quellman", "Tom Quelman", "two words differ"),
        ("Ana Bergen", "Ana Bremen", "too far apart"),
        ("Northwest Quell", "Northeast Quell", "compass"),
    ],
)
def test_no_other_spelling(one, other, why):
    """What differs otherwise is another name, or the same one."""
    assert spelt(article("a1", one), article("a2", other)) == [], why


@pytest.mark.parametrize(
    ("one", "other", "role", "found"),
    [
        ("Halina Borecka", "Helena Borecka", "minister", True),
        ("Halina Borecka", "Helena Borecka", "", False),
        ("Halina Borecka", "Sabina Borecka", "minister", False),
        ("Beatriz Olarte", "Beatriz Duarte", "negotiator", True),
        ("Beatriz Olarte", "Beatriz Duerto", "negotiator", False),
    ],
)
def test_names_of_one_office(one, other, role, found):
    """Two given names with one surname are a family's, unless both hold one office."""
    names = [Name(words=tuple(n.split()), role=role, sort="person") for n in (one, other)]
    slots = spelt(article("a1", names[0], context=("flood",)), article("a2", names[1], context=("dam",)))
    assert slots == ([(one, other)] if found else [])


def test_organisations_with_ordinary_words_are_two():
    """A ministry is not its minister, whatever the letters say."""
    one = Name(words=("Quell", "Minister"), sort="organisation")
    other = Name(words=("Quell", "Ministry"), sort="organisation")
    assert spelt(article("a1", one), article("a2", other)) == []


def test_given_names_of_a_family_are_two_persons():
    """Maria and Maren Quell may be sisters, unless both are the same thing."""
    maria, marina = Name(words=("Marian", "Quell"), **PERSON), Name(words=("Marion", "Quell"), **PERSON)
    assert spelt(article("a1", maria, context=("choir",)), article("a2", marina, context=("school",))) == []
    chiefs = [replace(n, role="chief of the choir") for n in (maria, marina)]
    assert len(spelt(article("a1", chiefs[0], context=()), article("a2", chiefs[1], context=()))) == 1
    assert len(spelt(article("a1", maria, context=(), age=41), article("a2", marina, context=(), age=41))) == 1


def test_pet_form_is_no_other_spelling():
    """Charlie is what Charles is called."""
    assert spelt(article("a1", "Charles Quell"), article("a2", "Charlie Quell")) == []


def test_article_with_both_forms_means_two_persons():
    """Who writes both ways, often, knows two people; who does it once made a slip."""
    assert spelt(article("a1", *["Ana Quellman", "Ana Quelman"] * 2), article("a2", "Ana Quellman")) == []
    assert len(spelt(article("a1", "Ana Quellman", "Ana Quellman", "Ana Quelman"), article("a2", "Ana Quellman"))) == 1


def test_slot_holds_every_fact_in_order():
    """Whoever gives a form is counted for it; the form is shown as it is written most often."""
    articles = (
        article("a1", "Ana Quellman", "Ana Quellman"),
        article("a2", "ANA QUELMAN", "Ana Quelman"),
        article("a3", "Ana Quelman"),
    )
    (slot,) = spelling_slots(articles)
    assert [f.evidence.statement for f in slot.facts] == ["a1.s0", "a1.s1", "a2.s0", "a2.s1", "a3.s0"]
    assert {f.value.words for f in slot.facts} == {("Ana", "Quellman"), ("Ana", "Quelman")}
    assert slot.kind is Kind.NAME
    assert 0.85 <= slot.fit <= 1


def test_place_spelt_in_two_ways_is_of_kind_place():
    """Places are asked for by "where"."""
    one, other = Name(words=("Quellmar", "Street"), sort="place"), Name(words=("Qellmar", "Street"), sort="place")
    (slot,) = spelling_slots((article("a1", one), article("a2", other)))
    assert slot.kind is Kind.PLACE


def test_surname_alone_is_held_against_the_full_name():
    """ "Mr. Quelman" in an article on Ana Quellman: the two surnames face each other."""
    alone = Name(words=("Quelman",), title="Mr.", **PERSON)
    assert spelt(article("a1", "Ana Quellman", alone), article("a2", "Ana Quellman")) == [("Quellman", "Quelman")]


def test_surname_of_somebody_else_is_no_slip():
    """Where Tom Quelman has his full name, "Quelman" is his."""
    assert spelt(article("a1", "Ana Quellman"), article("a2", "Quelman", "Tom Quelman")) == []


def test_surname_alone_that_stands_often_is_no_slip():
    """A slip is seldom made three times."""
    assert spelt(article("a1", "Ana Quellman"), article("a2", *["Quelman"] * 3)) == []


def test_words_alone_need_one_context():
    """Two unknown words alike are one place only where they are spoken of alike; known places never are."""
    two = ("Quellmarden", "Quelmarden")
    assert len(spelt(*(article(f"a{i}", name) for i, name in enumerate(two)))) == 1
    assert spelt(*(article(f"a{i}", name, context=(name,)) for i, name in enumerate(two))) == []
    assert spelt(article("a1", "Niger"), article("a2", "Nigel")) == []


def test_order_of_articles_makes_no_difference():
    """The same spellings face each other, whoever comes first."""
    articles = [article("a1", "Ana Quellman"), article("a2", "Ana Quelman", "Tom Velder"), article("a3", "Tom Velter")]
    found = {
        frozenset(frozenset(spellings) for spellings in spelt(*order)) for order in itertools.permutations(articles)
    }
    assert len(found) == 1


def test_thousands_of_alike_names_take_linear_time():
    """Names are looked up, never all compared with all: five times the names, each up to twice as long, not 25 times the work."""

    def cost(count):
        names = [
            f"Ana Quell{'abcdefghij'[i % 10] * (i // 10 % 5)}{'klmnopqrst'[i // 50 % 10] * (i // 500)}"
            for i in range(count)
        ]
        articles = (article("a1", *names[::2]), article("a2", *names[1::2]))
        start = time.perf_counter()
        spelling_slots(articles)
        return time.perf_counter() - start

    cost(100)
    assert cost(5000) < 40 * max(cost(1000), 0.005)


@pytest.mark.parametrize(
    ("one", "other", "slots"),
    [
        ("El Sol Bar & Grill", "El Nuevo Sol Bar & Grill", 1),
        ("Green Valley Sports Club", "Green Valley Union Sports Club", 0),  # an ordinary word may be left out
        ("Nuevo Sol Bar & Grill", "Sol Bar & Grill", 0),  # names are shortened at their ends
        ("Sol Grill", "Sol Nuevo Grill", 0),  # too short to tell it from a person's name
    ],
)
def test_a_word_more_inside_a_long_name_is_another_spelling(one, other, slots):
    first, second = (Name(words=tuple(n.split()), sort="organisation") for n in (one, other))
    found = spelling_slots([article("a1", first), article("a2", second)])
    assert len(found) == slots


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bluerock Crime Watch", "Blue Rock Crime Watch"),
        ("Skyhaven", "Sky Haven"),
        ("Ana Velder-Quell", "Ana Velder Quell"),
        ("La'vonte Quell", "La'Vonte Quell"),
        ("Kestrel9", "Kestrel 9"),
    ],
)
def test_one_name_in_two_shapes(one, other):
    """The same letters, cut, joined by a hyphen or with a capital elsewhere: readers count each as another spelling."""
    assert spelt(article("a1", one), article("a2", other)) == [(one, other)]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Kim Yong-su", "Kim Yong Su", "a hyphen in a given name is a habit of the house"),
        ("Azm Al-Quell", "Azm Al Quell", "as is the hyphen of a particle"),
        ("U.N.", "UN", "full stops"),
        ("ORBELKOM", "Orbelkom", "capitals throughout"),
        ("Ana de Velder", "Ana De Velder", "a particle's capital"),
        ("Ana O’Quellan", "Ana O'Quellan", "a curly apostrophe"),
    ],
)
def test_a_shape_that_is_only_house_style(one, other, why):
    """What a newsroom's style book decides is no discrepancy."""
    assert not spelt(article("a1", one), article("a2", other))


def test_an_article_that_often_writes_both_shapes_contradicts_nobody():
    """Who writes "Sky Haven" and "Skyhaven" again and again has two ways to write it; one slip counts."""
    assert not spelt(article("a1", "Sky Haven", "Sky Haven", "Skyhaven", "Skyhaven"), article("a2", "Skyhaven"))
    assert spelt(article("a1", "Sky Haven", "Skyhaven"), article("a2", "Skyhaven"))


def test_a_middle_name_does_not_hide_another_first_name():
    """Two letters changed places in the first name; only one report has the middle name."""
    one, other = Name(words=("Aniaya", "Quell"), **PERSON), Name(words=("Anaiya", "Denise", "Quell"), **PERSON)
    assert spelt(article("a1", one, age=3), article("a2", other, age=3)) == [("Aniaya Quell", "Anaiya Denise Quell")]


def test_half_of_a_double_surname_is_another_surname():
    """ "Velder-Quell" in one report and "Velder" in the next, with one first name."""
    double, single = Name(words=("Ana", "Velder-Quell"), **PERSON), Name(words=("Ana", "Velder"), **PERSON)
    assert spelt(article("a1", double), article("a2", single)) == [("Ana Velder-Quell", "Ana Velder")]
    assert not spelt(article("a1", double), article("a2", Name(words=("Leo", "Velder"), **PERSON)))


def test_a_long_word_alone_is_one_name_however_often_it_stands():
    """A town that one report spells otherwise throughout."""
    one, other = ["Marden-i-Quelmar"] * 4, ["Marden-e-Quelmar"] * 4
    assert spelt(article("a1", *one), article("a2", *other)) == [(one[0], other[0])]
    assert not spelt(article("a1", *["Velden"] * 4), article("a2", *["Velder"] * 4))


def test_the_last_word_of_a_firm_in_the_plural():
    """ "NXQ Semiconductor" is another spelling of "NXQ Semiconductors"; an island is one of the islands."""
    assert spelt(article("a1", "NXQ Semiconductor"), article("a2", "NXQ Semiconductors"))
    assert not spelt(article("a1", "Orbel Quay"), article("a2", "Orbel Quays"))
