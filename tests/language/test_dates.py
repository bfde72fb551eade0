"""Dates in a sentence: what is read, when it is, and what must not be taken for a date."""

# ruff: noqa: DTZ001 - the values are local to the place the text speaks of, so naive

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.facts import Clock, Grain, Kind, Mention, Moment
from summarizer.language import dates
from summarizer.language.dates import find_dateline, read_moments

ANCHOR = datetime(2024, 10, 24, 9, 30)  # a Thursday


def values(text: str, anchor: datetime | None = ANCHOR) -> list[str | None]:
    return [m.value.value if isinstance(m.value, Moment) else "clock" for m in read_moments(text, anchor)]


def moment(text: str, anchor: datetime | None = ANCHOR) -> Moment:
    (mention,) = read_moments(text, anchor)
    assert isinstance(mention.value, Moment)
    return mention.value


def words(text: str, anchor: datetime | None = ANCHOR) -> list[str]:
    return [m.span.of(text) for m in read_moments(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on Oct. 23.", "2024-10-23"),
        ("It began on October 23, 2021, in Turin.", "2021-10-23"),
        ("It began on 23 October 2021.", "2021-10-23"),
        ("It began on the 23rd of October.", "2024-10-23"),
        ("It began Wednesday, Oct. 23.", "2024-10-23"),
        ("It began Tues., Oct. 8.", "2024-10-08"),
        ("It began on 2024-10-23.", "2024-10-23"),
        ("It began on 10/23/2024.", "2024-10-23"),
        ("It began on 23.10.2024.", "2024-10-23"),
        ("It lasted Nov 1-3.", "2024-11-01/2024-11-03"),
        ("It lasted from Oct. 23 to 25, 2021.", "2021-10-23/2021-10-25"),
        ("It lasted from Nov. 18 to Jan. 9, 2016.", "2015-11-18/2016-01-09"),
        ("It fell between October 23 and November 1.", "2024-10-23/2024-11-01"),
        ("It ended in June 2021.", "2021-06"),
        ("It ended in mid-October.", "2024-10"),
        ("It ended in 2016.", "2016"),
        ("It ended in the third quarter of 2021.", "2021-Q3"),
        ("Sales fell in Q3 2021.", "2021-Q3"),
        ("It ended in the first half of 2021.", "2021-H1"),
        ("It ended in summer 2021.", "2021-SU"),
        ("It ran from 2019 to 2023.", "2019/2023"),
        ("It ended in the 1990s.", "199"),
        ("It ended in the '80s.", "198"),
        ("It ended in the 19th century.", "18"),
        ("It falls on Christmas Day.", "2024-12-25"),
        ("It fell on Thanksgiving 2021.", "2021-11-25"),
        ("It falls on the first Tuesday of November.", "2024-11-05"),
    ],
)
def test_a_date_is_read_in_each_news_form(text: str, value: str) -> None:
    """One form unread is one discrepancy unseen."""
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke yesterday.", "2024-10-23"),
        ("He will speak tomorrow night.", "2024-10-25TNI"),
        ("He spoke last night.", "2024-10-23TNI"),
        ("He spoke this morning.", "2024-10-24TMO"),
        ("He spoke last week.", "2024-W42"),
        ("He spoke over the weekend.", "2024-W42-WE"),
        ("He will speak next month.", "2024-11"),
        ("He spoke two days ago.", "2024-10-22"),
        ("He spoke about five months ago.", "2024-05"),
        ("He spoke Monday of last week.", "2024-10-14"),
        ("He spoke last Friday.", "2024-10-18"),
        ("He will speak next Tuesday.", "2024-10-29"),
        ("He will leave by the end of the year.", "2024"),
        ("He spoke in the week of Oct. 7.", "2024-W41"),
    ],
)
def test_a_relative_date_counts_from_the_article(text: str, value: str) -> None:
    """Two articles of different days can say "Monday" and mean two days."""
    found = moment(text)
    assert found.value == value
    assert found.relative


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister said Wednesday that it rained.", "2024-10-23"),
        ("The minister left Thursday.", "2024-10-24"),
        ("The court will rule on Wednesday.", "2024-10-30"),
        ("A hearing is scheduled for Monday.", "2024-10-28"),
        ("Officials could not be reached for comment Sunday.", "2024-10-20"),
        ("The trial is to begin Monday.", "2024-10-28"),
        ("Leaders to meet Saturday", "2024-10-26"),
        ("He must pay by Tuesday.", "2024-10-29"),
        ("He was freed on Nov. 30.", "2024-11-30"),
        ("He was freed on Jan. 30.", "2024-01-30"),
        ("The vote is expected on Jan. 30.", "2025-01-30"),
    ],
)
def test_the_tense_says_which_side_of_the_article(text: str, value: str) -> None:
    """A weekday alone is the last one, unless the words look ahead; a month's day far away on the tense's side is not forced."""
    assert values(text) == [value]


def test_each_part_of_a_sentence_has_its_own_tense() -> None:
    """The nearest cue counts, not the sentence's first verb."""
    assert values("He was held Tuesday and will appear in court on Monday.") == ["2024-10-22", "2024-10-28"]


@pytest.mark.parametrize(
    ("published", "low", "high"),
    [
        (datetime(2024, 10, 24, 21), datetime(2024, 10, 25), datetime(2024, 10, 26)),
        (datetime(2024, 10, 24, 6), datetime(2024, 10, 18), datetime(2024, 10, 19)),
        (datetime(2024, 10, 24), datetime(2024, 10, 18), datetime(2024, 10, 26)),
    ],
)
def test_tomorrows_weekday_told_as_past_may_have_dawned_elsewhere(
    published: datetime, low: datetime, high: datetime
) -> None:
    """Published on a Thursday evening, "fired on Friday" is another time zone's Friday; without an hour both stay possible."""
    found = moment("The missile was fired on Friday.", published)
    assert (found.low, found.high) == (low, high)


def test_the_anchors_own_local_date_is_the_article_day() -> None:
    """No conversion: an article of 23:30 in Seoul is of that day."""
    seoul = timezone(timedelta(hours=9))
    assert values("It rained today.", datetime(2024, 10, 24, 23, 30, tzinfo=seoul)) == ["2024-10-24"]


@pytest.mark.parametrize(
    "text",
    ["It rained Wednesday.", "It rained yesterday.", "It rained last week."],
)
def test_without_the_articles_day_a_relative_date_is_unresolved(text: str) -> None:
    """Unknown is a value: nothing is guessed from the clock of the machine."""
    found = moment(text, None)
    assert (found.low, found.high, found.value) == (None, None, None)


@pytest.mark.parametrize("text", ["It rained Oct. 23.", "It rained in May."])
def test_a_date_without_its_year_can_still_be_compared(text: str) -> None:
    """Two pasted texts without a date disagree on October 23 or November 1 all the same, but no ISO day is claimed."""
    found = moment(text, None)
    assert found.value is None
    assert found.is_yearless


def test_a_full_date_needs_no_article_day() -> None:
    """What is written in full is not relative."""
    found = moment("It rained on Oct. 23, 2021.", None)
    assert (found.low, found.high, found.relative) == (datetime(2021, 10, 23), datetime(2021, 10, 24), False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Oct. 20 he fled; two days earlier he was seen.", "2024-10-18"),
        ("He came on Oct. 20 and left the next day.", "2024-10-21"),
        ("In June 2021 he came, and a year later he left.", "2022-06"),
        ("He came on October 20 and left on the 22nd.", "2024-10-22"),
        ("Third-quarter profit rose from $5 million a year earlier.", "2023-Q3"),
    ],
)
def test_a_date_counts_from_the_one_before_it(text: str, value: str) -> None:
    """ "A day earlier" is a day before what the sentence named."""
    assert values(text)[1] == value


@pytest.mark.parametrize("text", ["A day earlier he was seen.", "He left the next day.", "He came that year."])
def test_a_date_that_hangs_on_another_sentence_is_unresolved(text: str) -> None:
    """The sentence alone doesn't tell; the article's day would be a guess."""
    assert values(text) == [None]


def test_an_apposition_does_not_count_from_its_own_date() -> None:
    """ "On Oct. 9, two weeks earlier" says what Oct. 9 is."""
    assert values("On Oct. 9, two weeks earlier, he fled.") == ["2024-10-09", None]


@pytest.mark.parametrize(
    ("text", "modality", "low", "high"),
    [
        ("It will end by December.", "by", None, datetime(2025, 1, 1)),
        ("It has lasted since 2021.", "since", datetime(2021, 1, 1), None),
        ("It lasted until Friday, Oct. 18.", "until", None, datetime(2024, 10, 19)),
        ("It ended before Oct. 18.", "before", None, datetime(2024, 10, 18)),
        ("It ended after Oct. 18.", "after", datetime(2024, 10, 19), None),
        ("It may come as early as October 29.", "as_early_as", datetime(2024, 10, 29), None),
        ("It ended around Oct. 18.", "around", datetime(2024, 10, 16), datetime(2024, 10, 21)),
    ],
)
def test_a_lead_opens_or_widens_the_stretch(
    text: str, modality: str, low: datetime | None, high: datetime | None
) -> None:
    """By December and on December 3 agree; the words' own stretch is kept beside."""
    found = moment(text)
    assert (found.modality, found.low, found.high) == (modality, low, high)
    assert found.anchor_low is not None
    assert found.anchor_high is not None


def test_a_lead_belongs_to_the_span() -> None:
    """What is shown to the reader carries the bound."""
    assert words("It will end by December.") == ["by December"]


@pytest.mark.parametrize("text", ["It followed after Friday's raid.", "It came before Monday's vote."])
def test_a_possessive_date_is_no_bound(text: str) -> None:
    """ "After Friday's raid" dates the raid."""
    found = moment(text)
    assert found.modality == ""
    assert found.grain is Grain.DAY


def test_early_and_late_narrow_a_stretch() -> None:
    """Early October excludes October 29, and its value stays the month."""
    early, late = moment("It began in early October."), moment("It began in late October.")
    assert early.low == datetime(2024, 10, 1)
    assert early.high is not None
    assert late.high == datetime(2024, 11, 1)
    assert early.high < datetime(2024, 10, 29)
    assert early.value == late.value == "2024-10"


def test_an_ambiguous_order_of_day_and_month_keeps_both() -> None:
    """03/04/2024 can't contradict either reading; 10/23/2024 has one reading."""
    found = moment("It began on 03/04/2024.")
    assert found.ambiguous
    assert (found.low, found.high) == (datetime(2024, 3, 4), datetime(2024, 4, 4))
    assert not moment("It began on 10/23/2024.").ambiguous


def test_a_weekday_finds_the_year() -> None:
    """August 3 was a Monday in 2015; in 2017 it was not."""
    assert values("They parted on Monday, August 3.", datetime(2018, 2, 6)) == ["2015-08-03"]


def test_a_postponement_is_no_range() -> None:
    """From one day to another, but nothing lasted between."""
    assert values("The vote was moved from Oct. 23 to Nov. 1.") == ["2024-10-23", "2024-11-01"]


@pytest.mark.parametrize(
    "text",
    [
        "You may march on.",
        "It was a second chance.",
        "The Sun rose over the Alps.",
        "They won 3-2 in overtime.",
        "Some 1945 troops arrived.",
        "About 2000 people came, one in 2010 cases.",
        "He sat down and Sat fell.",
        "After 9/11 the law changed.",
        "The New York Times and USA Today wrote it.",
        "They watched Friday Night Lights.",
        "Theresa May met April Jones and August Wilson.",
        "The 2.10.2 release and v1.2023 differ.",
        "Call 555-2024 or pay $2024.",
        "The score was 21:14 in game two.",
        "They meet every Friday and on Sundays.",
        "He lived at 1600 Pennsylvania Avenue.",
        "It lasted three hours, for two days.",
        "On Feb. 30 nothing happened.",
        "A midnight blue car stood there.",
        "The second quarter began with a touchdown.",
    ],
)
def test_what_only_looks_like_a_date_is_not_read(text: str) -> None:
    """Precision first: a wrong date is a false alarm in every comparison."""
    assert values(text) == []


def test_references_to_no_date_say_so() -> None:
    """Callers drop them by their ending."""
    assert values("He is now free and was recently seen.") == ["PRESENT_REF", "PAST_REF"]


def test_kinds_follow_the_grain() -> None:
    """What is finer than a day answers "what time", the rest "which day"."""
    found = read_moments("On Tuesday he fled; on Monday night he slept; at 6 a.m. he woke.", ANCHOR)
    assert [m.kind for m in found] == [Kind.DATE, Kind.TIME, Kind.TIME]
    assert isinstance(found[2].value, Clock)


HOSTILE = (
    "Jan. 1-",
    "May ",
    "1",
    "2024 ",
    "Monday ",
    "at 6 p.m. ",
    "the third quarter of ",
    "2019-",
    "SEOUL, ",
    "two days ",
    "12:",
    "1/2/",
    "by Friday ",
    " ",
)


def _calls(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """How many candidates were resolved and leads looked for: the work besides the patterns, which are bounded."""
    count = 0
    resolve: Callable[..., object] = dates._resolved

    def counted(*args: object) -> object:
        nonlocal count
        count += 1
        return resolve(*args)

    with monkeypatch.context() as patch:
        patch.setattr(dates, "_resolved", counted)
        read_moments(text, ANCHOR)
    return count


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_is_read_in_linear_work(monkeypatch: pytest.MonkeyPatch, unit: str) -> None:
    """Twice the text, at most twice the work and a little."""
    repeats = 2_000
    small, large = _calls(monkeypatch, unit * repeats), _calls(monkeypatch, unit * 2 * repeats)
    assert large <= 2 * small + 10
    assert find_dateline(unit * repeats) is None


PIECES = st.sampled_from(
    "on by since until between and from to early late the of , at around Oct. 23 October 2024 2019 Monday Friday night morning 6 p.m. noon yesterday last week "
    "two days ago earlier year quarter third 1990s - – ( ) will said midnight GMT ’s May".split()
)


@given(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.sampled_from([None, ANCHOR, datetime(2024, 2, 29), datetime(1, 1, 1), datetime(9999, 12, 31)]),
)
def test_mentions_are_ordered_disjoint_and_in_the_text(text: str, anchor: datetime | None) -> None:
    """Whatever the words, spans are places in the text and stretches run forward."""
    found: tuple[Mention, ...] = read_moments(text, anchor)
    ends = [0]
    for mention in found:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        ends.append(mention.span.end)
        value = mention.value
        if isinstance(value, Moment):
            assert value.low is None or value.high is None or value.low < value.high
        else:
            assert isinstance(value, Clock)
            assert 0 <= value.low <= value.high <= 1440


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Families of the Sept. 11 attacks sued.", "2001-09-11"),
        ("The gates opened on Sept. 11 in Turin.", "2024-09-11"),
        ("The planks broke on January 26 last year.", "2023-01-26"),
    ],
)
def test_a_day_of_an_older_year_is_known_by_its_words(text: str, value: str) -> None:
    """The nearest September 11 is not the one that is meant."""
    assert values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town will recover from Thursday night's shooting.", "2024-10-24TNI"),
        ("The town will vote in Friday's election.", "2024-10-25"),
    ],
)
def test_what_has_happened_is_past_in_any_sentence(text: str, value: str) -> None:
    """Nobody speaks of the shooting to come."""
    assert values(text) == [value]
