"""What a finding is about: one case a rule with its nearest counter-example; the golden samples show them together."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from summarizer import Article, Finding, merge
from summarizer.domain.facts import Kind
from summarizer.domain.findings import Relation
from summarizer.language.own_clause import own_clause
from summarizer.language.tagging import tag
from summarizer.matching.phrases import ABOUT_LENGTH
from summarizer.matching.questions import Form, wordings
from summarizer.pipeline import read

DAY = datetime(2025, 3, 3, 12, tzinfo=UTC)
QUESTION_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.TIME, Kind.DURATION, Kind.PERCENT, Kind.MEASURE)


def asked(sentence: str, display: str, *, title: str = "") -> tuple[Form, str]:
    """The best wording for one value of a sentence."""
    (article,) = read([Article(source="The Dale Gazette", title=title, text=sentence, published_at=DAY)])
    (found,) = (
        (f, s.statement)
        for s in article.statements
        for f in s.facts
        if f.display == display and f.kind in QUESTION_KINDS
    )
    fact, statement = found
    best = min(wordings(fact.kind, fact, statement.span.start, statement.text), key=lambda w: w.form)
    return best.form, best.text


@pytest.mark.parametrize(
    ("sentence", "display", "about"),
    [
        # the value is (part of) the subject, else the object
        ("Forty people have died in the flood.", "Forty", "how many people have died in the flood"),
        (
            "The army is sending 300 soldiers to the valley.",
            "300",
            "how many soldiers the army is sending to the valley",
        ),
        ("The ministry said 300 soldiers were on their way.", "300", "how many soldiers were on their way"),
        (
            "Eleven of the 37 people aboard the ferry were hurt.",
            "Eleven",
            "how many of the people aboard the ferry were hurt",
        ),
        # behind a preposition
        ("The recruits are trained at three camps.", "three", "at how many camps the recruits are trained"),
        # a second figure of its kind ends the clause
        ("About 600 soldiers and 200 divers took part.", "About 600", "how many soldiers took part"),
        # money, its noun, and money before a noun
        ("The judge ordered him to pay back $400.", "$400", "how much the judge ordered him to pay back"),
        ("Norvik has to pay a fee of $70 million.", "$70 million", "how large a fee Norvik has to pay"),
        ("The firm would have sales of $8 billion.", "$8 billion", "what sales the firm would have"),
        ("Norvik has struck a $3bn deal for its rival.", "$3bn", "size of the deal for its rival"),
        ("The firm won contracts worth £12 million.", "£12 million", "value of the contracts"),
        # days and hours
        ("The trial began on March 5 and lasted two weeks.", "March 5", "when the trial began"),
        (
            "The quake hit the valley in the early hours of Tuesday.",
            "in the early hours of Tuesday",
            "when the quake hit the valley",
        ),
        ("Founded in 1931, Norvik makes biscuits.", "1931", "when Norvik was founded"),
        ("Monday's vote was close.", "Monday", "date of the vote"),
        ("The meeting starts at 6 p.m. in the town hall.", "6 p.m.", "when the meeting starts in the town hall"),
        ("The results of the vote held on Sunday give her the seat.", "Sunday", "when the vote was held"),
        # stretches of time
        ("The trial lasted eleven weeks.", "eleven weeks", "how long the trial lasted"),
        ("The jury had deliberated for three days.", "three days", "for how long the jury had deliberated"),
        ("She got a six-year sentence.", "six-year", "length of the sentence"),
        ("The prosecutor had asked for eight years.", "eight years", "how many years the prosecutor had asked for"),
        # shares, changes and measures
        ("Norvik's shares fell 3.1%.", "3.1%", "by how much Norvik's shares fell"),
        ("Turnout in the city was 58.2 percent.", "58.2 percent", "turnout in the city"),
        ("Ana Dow won 51 percent of the vote.", "51 percent", "what share of the vote Ana Dow won"),
        ("The quake struck 25 km east of Orne.", "25 km", "how far east of Orne the quake struck"),
        ("Some 90 millimetres of rain fell on the hills.", "Some 90 millimetres", "how much rain fell on the hills"),
        ("The quake struck at a depth of 10 kilometres.", "10 kilometres", "at what depth the quake struck"),
        ("A magnitude-6.1 quake shook the valley.", "magnitude-6.1", "magnitude of the quake"),
        ("The death toll from the storm rose to 21.", "21", "death toll from the storm"),
    ],
)
def test_the_question_keeps_the_order_of_the_clause(sentence: str, display: str, about: str) -> None:
    """An editor reads it as a question, not as a torn sentence."""
    assert asked(sentence, display)[1] == about


@pytest.mark.parametrize(
    ("sentence", "display", "form", "about"),
    [
        ("The army sent 300 soldiers.", "300", Form.CLAUSE, "how many soldiers the army sent"),
        ("It sent 300 soldiers.", "300", Form.PRONOUN, "how many soldiers it sent"),
        ("Among the dead: two children.", "two", Form.PLAIN, "number of children"),
        ("A 34-member board met.", "34", Form.BARE, "number of members"),
    ],
)
def test_a_plain_noun_where_no_clause_can_be_made(sentence: str, display: str, form: Form, about: str) -> None:
    """Better a short form than a bad clause; a pronoun says less than a name."""
    assert asked(sentence, display) == (form, about)


@pytest.mark.parametrize(
    ("sentence", "display", "about"),
    [
        ("Ukrainian troops crossed the river in May.", "May", "when Ukrainian troops crossed the river"),
        ("Rescuers found 12 people.", "12", "how many people rescuers found"),
        ("WORRIED parents sent 300 letters.", "300", "how many letters worried parents sent"),
        ("BBC staff sent 300 letters.", "300", "how many letters BBC staff sent"),
    ],
)
def test_only_a_name_keeps_its_capital(sentence: str, display: str, about: str) -> None:
    """The first word of a sentence is no name for that."""
    assert asked(sentence, display)[1] == about


@pytest.mark.parametrize(
    ("sentence", "value", "subject"),
    [
        ("The quake, of some strength, struck on Monday.", "Monday", "The quake"),
        ("The jury of six women and six men met on Monday.", "Monday", "The jury"),
        ("A warning that had sent thousands uphill was lifted on Monday.", "Monday", "A warning"),
        ("The woman from Lund who died on Monday was 34.", "Monday", "The woman"),
        ("The units trained in the east reached Orne on Monday.", "Monday", "The units"),
        ("The trial began in May and ended on Monday.", "Monday", "The trial"),
        ("On Monday divers found a boat.", "Monday", "divers"),
    ],
)
def test_the_subject_is_found_over_what_stands_between(sentence: str, value: str, subject: str) -> None:
    """The nearest noun is often no subject."""
    words = tag(sentence)
    at = next(i for i, t in enumerate(words) if t.text == value)
    clause = own_clause(words, at, at)
    assert clause is not None
    assert sentence[words[clause.subject[0]].start : words[clause.subject[1] - 1].end] == subject


def test_no_clause_without_a_finite_verb() -> None:
    """A list of figures asks for nothing."""
    assert own_clause(tag("Two dead, 12 hurt."), 0, 0) is None


Compare = Callable[..., tuple[Finding, ...]]


def only(findings: tuple[Finding, ...], kind: Kind, relation: Relation) -> Finding:
    (found,) = (f for f in findings if f.kind is kind and f.relation is relation)
    return found


def test_the_report_that_names_the_subject_is_chosen(compare: Compare) -> None:
    """ "he" is nobody where a reader has one line."""
    found = compare("He was arrested on 1 March in Orne.", "Tom Berg was arrested on 2 March in Orne.", hours=0)
    assert only(found, Kind.DATE, Relation.CONFLICT).about == "when Tom Berg was arrested in Orne"


def test_the_body_is_chosen_before_the_headline() -> None:
    """A headline leaves out articles and helpers."""
    articles = [
        Article(
            source="A",
            title="Flood kills 12 people in Orne",
            text="The flood killed 12 people in Orne.",
            published_at=DAY,
        ),
        Article(
            source="B",
            title="Flood kills 14 people in Orne",
            text="The flood killed 14 people in Orne.",
            published_at=DAY,
        ),
    ]
    found = only(merge(articles).findings(), Kind.NUMBER, Relation.CONFLICT)
    assert found.about == "how many people the flood killed in Orne"


@pytest.mark.parametrize(
    ("yes", "no", "about"),
    [
        (
            "Police have arrested the driver.",
            "Police have not arrested the driver.",
            "whether police have arrested the driver",
        ),
        ("The driver was killed.", "The driver was not killed.", "whether the driver was killed"),
    ],
)
def test_a_question_of_yes_or_no_is_asked_of_the_yes(compare: Compare, yes: str, no: str, about: str) -> None:
    """ "whether it did not" reads twice as long."""
    (found,) = (f for f in compare(no, yes, hours=0) if f.kind is Kind.POLARITY)
    assert found.about == about


def test_the_order_of_the_articles_changes_nothing() -> None:
    """Who is read first must not choose the words."""
    texts = (
        "Forty people died in the Orne flood on Monday.",
        "The flood in Orne killed 14 people on Monday.",
        "On Monday 40 people died when the river Orne flooded the town.",
    )
    articles = [Article(source=f"Outlet {n}", text=t, published_at=DAY) for n, t in enumerate(texts)]
    told = {tuple(sorted(f.about for f in merge(order).findings())) for order in permutations(articles)}
    assert len(told) == 1


def test_each_outlet_cites_its_own(compare: Compare) -> None:
    """What only one source has from somebody must not be said of both."""
    found = compare(
        "Ana Dow, the mayor, said 12 people died in the Orne flood.",
        "The Orne flood killed 12 people.",
        "Fourteen people died when the Orne flooded the town.",
        hours=0,
    )
    words = only(found, Kind.NUMBER, Relation.CONFLICT).explanation
    assert words == "Sources disagree on the number: 12 (Outlet 0, citing Ana Dow; Outlet 1); fourteen (Outlet 2)."


def test_an_update_is_told_in_order_of_time() -> None:
    """The later figure is the later one, however many gave the earlier."""
    articles = [
        Article(
            source=source, text=f"The flood killed {count} people in Orne.", published_at=DAY + timedelta(hours=hours)
        )
        for source, count, hours in (("C", 21, 9), ("A", 12, 0))
    ]
    words = only(merge(articles).findings(), Kind.NUMBER, Relation.UPDATE).explanation
    assert words == "The number moved on: 12 (A); later 21 (C)."


def test_a_refinement_shows_each_value(compare: Compare) -> None:
    """Otherwise nobody sees what is more exact."""
    found = compare("More than 200 people were hurt in the fire in Orne.", "The fire in Orne hurt 213 people.", hours=0)
    words = only(found, Kind.NUMBER, Relation.REFINE).explanation
    assert words == "Sources agree on the number, some more exactly: more than 200 (Outlet 0); 213 (Outlet 1)."


@pytest.mark.parametrize("size", [50, 400])
def test_a_statement_without_end_is_read_near_the_value(size: int) -> None:
    """A list of a thousand clauses must not cost its square, and no phrase is too long."""
    sentence = "The army sent 12 soldiers to Orne and " + "the mayor of the town thanked the firm " * size + "."
    form, about = asked(sentence, "12")
    assert form is Form.CLAUSE
    assert len(about) <= ABOUT_LENGTH
