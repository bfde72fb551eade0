"""The quantities of language/quantities.py: one case per rule and its nearest counter-example."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.facts import Bound, Kind, Quantity
from summarizer.language.quantities import read_quantities


def read(text: str) -> list[tuple[str, Quantity]]:
    found = []
    for mention in read_quantities(text):
        assert isinstance(mention.value, Quantity)
        found.append((mention.span.of(text), mention.value))
    return found


def spans(text: str) -> list[str]:
    return [span for span, _ in read(text)]


def only(text: str) -> Quantity:
    found = read(text)
    assert len(found) == 1, found
    return found[0][1]


@pytest.mark.parametrize(
    ("text", "span", "bound", "low", "high"),
    [
        ("It killed 12 people.", "12", Bound.EXACT, "12", "12"),
        ("It killed at least 12 people.", "at least 12", Bound.AT_LEAST, "12", None),
        ("It killed no fewer than 12 people.", "no fewer than 12", Bound.AT_LEAST, "12", None),
        ("It killed more than 12 people.", "more than 12", Bound.MORE_THAN, "12", None),
        ("It killed over 120 people.", "over 120", Bound.MORE_THAN, "120", None),
        ("It killed up to 12 people.", "up to 12", Bound.AT_MOST, None, "12"),
        ("It killed as many as 12 people.", "as many as 12", Bound.AT_MOST, None, "12"),
        ("It killed no more than 12 people.", "no more than 12", Bound.AT_MOST, None, "12"),
        ("It killed fewer than 12 people.", "fewer than 12", Bound.LESS_THAN, None, "12"),
        ("It killed nearly 100 people.", "nearly 100", Bound.LESS_THAN, "90", "100"),
        ("It killed just under 100 people.", "just under 100", Bound.LESS_THAN, "90", "100"),
        ("It moved about 12,000 people.", "about 12,000", Bound.ABOUT, "11400", "12600"),
        ("It moved an estimated 12,000 people.", "an estimated 12,000", Bound.ABOUT, "11400", "12600"),
        ("It moved some 12,000 people.", "some 12,000", Bound.ABOUT, "11400", "12600"),
        ("It killed 10 or more people.", "10 or more", Bound.AT_LEAST, "10", None),
        ("It killed 10-plus people.", "10-plus", Bound.AT_LEAST, "10", None),
        ("It killed 10 people or more.", "10", Bound.AT_LEAST, "10", None),
        ("It killed up to about 40 people.", "up to about 40", Bound.AT_MOST, None, "40"),
        ("It killed 10 to 12 people.", "10 to 12", Bound.BETWEEN, "10", "12"),
        ("It killed 10-12 people.", "10-12", Bound.BETWEEN, "10", "12"),
        ("It killed between 10 and 12 people.", "between 10 and 12", Bound.BETWEEN, "10", "12"),
        ("A 15-to-20-man crew fled.", "15-to-20", Bound.BETWEEN, "15", "20"),
        ("It killed two or three people.", "two or three", Bound.BETWEEN, "2", "3"),
        ("It killed dozens of people.", "dozens", Bound.VAGUE, "24", "99"),
        ("It moved tens of thousands of people.", "Tens of thousands".lower(), Bound.VAGUE, "20000", "99999"),
    ],
)
def test_bounds(text: str, span: str, bound: Bound, low: str | None, high: str | None) -> None:
    """Each hedge with its extent; the span takes in the hedge and never the counted noun."""
    [(found, value)] = read(text)
    assert (found, value.bound) == (span, bound)
    assert (value.low, value.high) == (None if low is None else Decimal(low), None if high is None else Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "They flew over two villages.",
        "They talked about two things.",
        "He stayed over two days in Lima.",
    ],
)
def test_a_preposition_is_no_hedge(text: str) -> None:
    """ "over" a place and "about" a topic bound nothing."""
    assert only(text).bound is Bound.EXACT


def test_two_values_are_no_range() -> None:
    """ "rose from 10 to 12" names a before and an after; the unit said once goes for both."""
    found = read("It rose from 10 to 12 percent.")
    assert [(v.number, v.unit, v.bound) for _, v in found] == [
        (Decimal(10), "%", Bound.EXACT),
        (Decimal(12), "%", Bound.EXACT),
    ]
    assert only("It costs anywhere from 10 to 12 percent.").bound is Bound.BETWEEN
    assert only("The storm dropped 6 to 8 inches.").bound is Bound.BETWEEN
    assert len(read("Arrests rose 12 to 40.")) == 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("They won 3-2 at home.", (3, 2)),
        ("The Senate voted 52-48 to pass it.", (52, 48)),
        ("It passed by 52 to 48.", (52, 48)),
        ("They lost 1-4 to Lima.", (1, 4)),
        ("It ended 1-1.", (1, 1)),
    ],
)
def test_scores_and_votes(text: str, parts: tuple[int, int]) -> None:
    """Both parts are kept in order."""
    assert only(text).parts == tuple(Decimal(p) for p in parts)


def test_a_string_of_figures_is_no_score() -> None:
    """A record of three columns is left out rather than cut in pieces."""
    assert spans("Their 10-5-2 record stands.") == []


@pytest.mark.parametrize(
    ("text", "span", "number", "unit"),
    [
        ("It cost $2.5 million.", "$2.5 million", "2500000", "USD"),
        ("It cost at least £3bn.", "at least £3bn", "3000000000", "GBP"),
        ("It cost US$5m.", "US$5m", "5000000", "USD"),
        ("It cost A$40.", "A$40", "40", "AUD"),
        ("It cost 12 million euros.", "12 million euros", "12000000", "EUR"),
        ("It cost USD 5m.", "USD 5m", "5000000", "USD"),
        ("It cost 50 cents.", "50 cents", "0.5", "USD"),
        ("It cost 5,000 yuan.", "5,000 yuan", "5000", "CNY"),
        ("It cost 40 million won.", "40 million won", "40000000", "KRW"),
        ("It cost $5-10 million.", "$5-10 million", "5000000", "USD"),
        ("The firm paid 40,000 pounds in tax.", "40,000 pounds", "40000", "GBP"),
        ("It cost Sh500.", "Sh500", "500", "KES"),
        ("It cost 300 kroner.", "300 kroner", "300", "krone"),
    ],
)
def test_money(text: str, span: str, number: str, unit: str) -> None:
    """Any currency, before or behind, with magnitudes that only money abbreviates."""
    [mention] = read_quantities(text)
    assert isinstance(mention.value, Quantity)
    assert (mention.span.of(text), mention.kind, mention.value.unit) == (span, Kind.MONEY, unit)
    assert mention.value.number == Decimal(number)


def test_pounds_of_weight_are_no_money() -> None:
    """Pounds weigh unless somebody pays them."""
    assert only("They seized 40 pounds of cocaine.").unit == "kg"


def test_won_is_also_a_verb() -> None:
    """ "12 won medals" holds a count."""
    assert only("Of the runners 12 won medals.").unit is None


@pytest.mark.parametrize(
    ("text", "span", "unit"),
    [
        ("It fell 12%.", "12%", "%"),
        ("It fell 12 per cent.", "12 per cent", "%"),
        ("It fell 12 percentage points.", "12 percentage points", "pp"),
    ],
)
def test_percent(text: str, span: str, unit: str) -> None:
    """Shares and their differences are two units."""
    [mention] = read_quantities(text)
    assert (mention.span.of(text), mention.kind) == (span, Kind.PERCENT)
    assert isinstance(mention.value, Quantity)
    assert mention.value.unit == unit


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a 620-mile road", "a 1,000 km road"),
        ("0.5 km away", "500 m away"),
        ("6 feet 2 inches tall", "1.88 m tall"),
        ("104 degrees Fahrenheit", "40C"),
        ("winds of 100 mph", "winds of 161 km/h"),
        ("2,500 acres burned", "10 square kilometres burned"),
        ("100 pounds of rice", "45 kg of rice"),
        ("a magnitude-7.1 quake", "a 7.1-magnitude quake"),
    ],
)
def test_converted_measures_meet(one: str, other: str) -> None:
    """What outlets convert and round stays one value."""
    a, b = only(one), only(other)
    assert a.unit == b.unit
    assert a.extent.meets(b.extent)


@pytest.mark.parametrize(
    ("one", "other"), [("5 km away", "6 km away"), ("magnitude 7.1", "magnitude 7.2"), ("20C", "21C")]
)
def test_different_measures_stay_apart(one: str, other: str) -> None:
    """Rounding is no licence to agree."""
    assert not only(one).extent.meets(only(other).extent)


def test_a_letter_m_is_metres_or_million() -> None:
    """What follows decides: people are counted, walls are high."""
    assert only("They moved 1.5m people.").number == Decimal(1_500_000)
    assert only("A 1.5m high wall fell.").unit == "m"


@pytest.mark.parametrize(
    ("text", "span", "years"),
    [
        ("The 34-year-old fled.", "34-year-old", "34"),
        ("A man aged 34 fled.", "34", "34"),
        ("Ann Smith, 34, fled.", "34", "34"),
        ("She is 34 years old.", "34 years old", "34"),
        ("He died at the age of 34.", "34", "34"),
        ("A six-month-old girl fled.", "six-month-old", "0.5"),
        ("She was 34.", "34", "34"),
    ],
)
def test_ages(text: str, span: str, years: str) -> None:
    """Ages are in years, whatever they were written in."""
    [mention] = read_quantities(text)
    assert isinstance(mention.value, Quantity)
    assert (mention.span.of(text), mention.kind, mention.value.unit) == (span, Kind.AGE, "year")
    assert mention.value.number == Decimal(years)


@pytest.mark.parametrize("text", ["On Tuesday, 34, all told, fled.", "Of Lima's homes, 34, or half, fell."])
def test_a_count_between_commas_is_no_age(text: str) -> None:
    """Only a person's name or kin before the comma makes an age."""
    assert all(m.kind is not Kind.AGE for m in read_quantities(text))


@pytest.mark.parametrize(
    ("text", "span", "number", "unit"),
    [
        ("It took three hours.", "three hours", "10800", "s"),
        ("A two-day strike began.", "two-day", "172800", "s"),
        ("He was jailed for 18 months.", "18 months", "18", "month"),
        ("A 12-year sentence was passed.", "12-year", "12", "year"),
        ("It took two hours and 30 minutes.", "two hours and 30 minutes", "9000", "s"),
        ("It lasted half an hour.", "half an hour", "1800", "s"),
    ],
)
def test_durations(text: str, span: str, number: str, unit: str) -> None:
    """Up to weeks in seconds, above in months or years, which do not convert."""
    [mention] = read_quantities(text)
    assert isinstance(mention.value, Quantity)
    assert (mention.span.of(text), mention.kind, mention.value.unit) == (span, Kind.DURATION, unit)
    assert mention.value.number == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2016 and ended in the 1990s.",
        "The 2024-25 budget passed.",
        "On Oct. 23, 23 October and 10/23/2024 it rained.",
        "Doors open at 6:10, at 6 a.m. and at 5pm.",
        "The G7 met near an F-16, an A350, a Boeing 737 and a 787-9 Dreamliner.",
        "Flight 370, STS-134, Highway 101, Route 66, Room 12 and No. 10 Downing Street.",
        "After 9/11, Formula 1, Article 5 and Covid-19 he called 911.",
        "He lives at 123 Main Street and at 350 Fifth Avenue.",
        "Call 555-0199 or see https://example.org/2024/10/12-dead.",
        "She is one of the few, and no one knows the one that he meant.",
        "They fought one another in Psalm 23, Chapter 11 and section 230.",
        "He saw it three years ago.",
    ],
)
def test_what_counts_nothing(text: str) -> None:
    """Years, dates, times, codes, labels, addresses and pronouns."""
    assert spans(text) == []


def test_a_headline_counts() -> None:
    """In a title every word is large: the figure after one is a count all the same."""
    assert spans("Bus Crash Kills 12 in Northern Peru") == ["12"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("No one was killed.", 0),
        ("No injuries were reported.", 0),
        ("Both men fled.", 2),
        ("He bought a pair of tickets.", 2),
    ],
)
def test_numbers_without_figures(text: str, number: int) -> None:
    """Zero and two have words of their own."""
    assert only(text).number == number


@pytest.mark.parametrize(
    "text", ["No one knows why.", "Both drivers and riders fled.", "He bought a pair of shoes.", "No doubt remains."]
)
def test_words_that_count_nothing(text: str) -> None:
    """Pronouns, conjunctions and things that come in pairs."""
    assert spans(text) == []


def test_a_couple_does_not_contradict_three() -> None:
    """It is said of two and a bit."""
    assert only("It took a couple of hours.").extent.meets(only("It took three hours.").extent)


@pytest.mark.parametrize(
    ("text", "number"),
    [("the third attack", 3), ("his 21st victory", 21), ("the second suspect", 2), ("her first term", 1)],
)
def test_ordinals(text: str, number: int) -> None:
    """Ranks of things are marked, so that they never meet a count."""
    value = only(text)
    assert (value.number, value.ordinal) == (Decimal(number), True)


@pytest.mark.parametrize(
    "text",
    [
        "the first lady",
        "a split second",
        "the 21st century",
        "in the second half",
        "on 42nd Street",
        "the third quarter",
    ],
)
def test_what_is_no_rank(text: str) -> None:
    """Titles, moments, periods and streets."""
    assert spans(text) == []


def test_written_figures_are_kept() -> None:
    """The figure and its unit before conversion."""
    assert only("a 620-mile road").written == "620 mile"
    assert only("about 12 percent").written == "12%"


@given(st.text(alphabet="12,.-$%£ adefhilmnorstuvwyz'()AM\n", max_size=80))
def test_spans_are_ordered_and_disjoint(text: str) -> None:
    """Whatever comes in, mentions slice the text in order."""
    ends = 0
    for mention in read_quantities(text):
        assert mention.span.start >= ends
        ends = mention.span.end
        assert ends <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["9", "1-", "one hundred ", "million ", "$", "aged 1, ", "5 ft 2 in ", "half a ", "1 to ", "A1", "John, 3, "],
)
def test_hostile_text_takes_linear_time(piece: str, grows_linearly) -> None:
    """Four times the text takes no more than about four times as long."""
    assert grows_linearly(lambda size: read_quantities(piece * (size // len(piece))), 5_000, 20_000)
