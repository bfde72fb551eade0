"""Stretches of the calendar: numbers and dates in, a Moment with its half-open ends and TIMEX3 value out.

A date that the calendar lacks (February 30, the year 0) raises ValueError or OverflowError; readers take that for "no date".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from summarizer.domain.facts import Grain, Moment

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "night": Grain.PART,
    "morning": Grain.PART,
    "afternoon": Grain.PART,
    "evening": Grain.PART,
    "period": Grain.QUARTER,
}
# Which share of a stretch a word names, from the start: halves and not thirds, as sources use them loosely.
PORTIONS = {
    "early": (0.0, 0.5),
    "mid": (0.25, 0.75),
    "late": (0.5, 1.0),
    "start": (0.0, 0.25),
    "end": (0.75, 1.0),
}


def midnight(day: date) -> datetime:
    """The first minute of a day.

    >>> midnight(date(2024, 10, 23))
    datetime.datetime(2024, 10, 23, 0, 0)
    """
    return datetime.combine(day, time())


def day_of(day: date, *, relative: bool = False) -> Moment:
    """One whole day.

    >>> day_of(date(2024, 10, 23)).value
    '2024-10-23'
    """
    return _whole(day, day + timedelta(days=1), Grain.DAY, day.isoformat(), relative=relative)


def minute_of(day: date, minutes: int, *, relative: bool = False) -> Moment:
    """One minute of a day, `minutes` after its midnight (1440 is the midnight that ends it).

    >>> minute_of(date(2024, 10, 23), 1090).value
    '2024-10-23T18:10'
    """
    low = midnight(day) + timedelta(minutes=minutes)
    value = f"{day.isoformat()}T{minutes // 60:02}:{minutes % 60:02}"
    return Moment(low=low, high=low + timedelta(minutes=1), grain=Grain.MINUTE, value=value, relative=relative)


def part_of(day: date, part: tuple[str, int, int], *, relative: bool = False) -> Moment:
    """A part of a day: its TIMEX3 name, first and last minute.

    >>> part_of(date(2024, 10, 23), ("TNI", 1080, 1800)).high
    datetime.datetime(2024, 10, 24, 6, 0)
    """
    name, first, last = part
    start = midnight(day)
    return Moment(
        low=start + timedelta(minutes=first),
        high=start + timedelta(minutes=last),
        grain=Grain.PART,
        value=f"{day.isoformat()}{name}",
        relative=relative,
    )


def week_of(day: date, *, relative: bool = True) -> Moment:
    """The ISO week (Monday to Sunday) that a day is in.

    >>> week_of(date(2024, 10, 23)).value, week_of(date(2024, 10, 23)).low
    ('2024-W43', datetime.datetime(2024, 10, 21, 0, 0))
    """
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return _whole(monday, monday + timedelta(days=7), Grain.WEEK, f"{year:04}-W{week:02}", relative=relative)


def weekend_of(day: date) -> Moment:
    """Friday evening is left out: the Saturday and Sunday of a day's ISO week.

    >>> weekend_of(date(2024, 10, 23)).value
    '2024-W43-WE'
    """
    saturday = day + timedelta(days=5 - day.weekday())
    year, week, _ = day.isocalendar()
    return _whole(saturday, saturday + timedelta(days=2), Grain.WEEK, f"{year:04}-W{week:02}-WE", relative=True)


def month_of(year: int, month: int, *, relative: bool = False) -> Moment:
    """One month; months under 1 and over 12 run into the years beside.

    >>> month_of(2024, 13).value
    '2025-01'
    """
    first = _month_start(year, month)
    return _whole(
        first, _month_start(year, month + 1), Grain.MONTH, f"{first.year:04}-{first.month:02}", relative=relative
    )


def quarter_of(year: int, quarter: int, *, relative: bool = False) -> Moment:
    """One calendar quarter; quarters under 1 and over 4 run into the years beside.

    >>> quarter_of(2024, 0).value
    '2023-Q4'
    """
    first = _month_start(year, 3 * quarter - 2)
    return _whole(
        first,
        _month_start(year, 3 * quarter + 1),
        Grain.QUARTER,
        f"{first.year:04}-Q{(first.month + 2) // 3}",
        relative=relative,
    )


def half_of(year: int, half: int, *, relative: bool = False) -> Moment:
    """One half of a year, of quarter grain.

    >>> half_of(2024, 2).low
    datetime.datetime(2024, 7, 1, 0, 0)
    """
    return _whole(
        _month_start(year, 6 * half - 5),
        _month_start(year, 6 * half + 1),
        Grain.QUARTER,
        f"{year:04}-H{half}",
        relative=relative,
    )


def season_of(year: int, season: str, *, relative: bool = False) -> Moment:
    """A northern season by its months; the winter of a year may be the one that starts or the one that ends it.

    >>> season_of(2024, "SU").high
    datetime.datetime(2024, 9, 1, 0, 0)
    """
    start = _SEASON_STARTS[season]
    first = _month_start(year, 1 if season == "WI" else start)
    last = _month_start(year, start + 3)
    return _whole(first, last, Grain.SEASON, f"{year:04}-{season}", relative=relative)


def year_of(year: int, *, relative: bool = False) -> Moment:
    """One calendar year.

    >>> year_of(2024).high
    datetime.datetime(2025, 1, 1, 0, 0)
    """
    return _whole(date(year, 1, 1), date(year + 1, 1, 1), Grain.YEAR, f"{year:04}", relative=relative)


def decade_of(year: int, *, relative: bool = False) -> Moment:
    """The ten years that a year is in.

    >>> decade_of(1994).value
    '199'
    """
    first = year - year % 10
    return _whole(date(first, 1, 1), date(first + 10, 1, 1), Grain.DECADE, f"{first // 10:03}", relative=relative)


def century_of(number: int) -> Moment:
    """A century by its ordinal.

    >>> century_of(19).value, century_of(19).low
    ('18', datetime.datetime(1801, 1, 1, 0, 0))
    """
    first = 100 * (number - 1) + 1
    return _whole(date(first, 1, 1), date(first + 100, 1, 1), Grain.CENTURY, f"{number - 1:02}", relative=False)


def unresolved(grain: Grain, value: str | None = None) -> Moment:
    """Read, but not placed on the calendar.

    >>> unresolved(Grain.DAY).low is None
    True
    """
    return Moment(low=None, high=None, grain=grain, value=value, relative=True)


def yearless(moment: Moment) -> Moment:
    """A day or month whose year nothing tells, kept in NO_YEAR: it has no ISO value, but another such date can be compared.

    >>> from summarizer.domain.facts import NO_YEAR
    >>> yearless(month_of(NO_YEAR, 12)).value is None
    True
    """
    return replace(moment, value=None, relative=True)


def portion_of(moment: Moment, portion: str) -> Moment:
    """The early, middle or late share of a stretch, its value unchanged.

    >>> portion_of(month_of(2024, 10), "mid").low
    datetime.datetime(2024, 10, 8, 0, 0)
    """
    if moment.low is None or moment.high is None:
        return moment
    first, last = PORTIONS[portion]
    length = moment.high - moment.low
    whole_days = moment.grain not in (Grain.DAY, Grain.PART, Grain.MINUTE)
    low, high = moment.low + first * length, moment.low + last * length
    return replace(moment, low=_day_floor(low) if whole_days else low, high=_day_ceiling(high) if whole_days else high)


def months_later(day: date, months: int) -> date:
    """The same day of another month, or that month's last.

    >>> months_later(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    first = _month_start(day.year, day.month + months)
    last = _month_start(first.year, first.month + 1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def shifted(day: date, unit: str, count: int) -> date:
    """A day `count` units on; a month or quarter on is counted from its first day.

    >>> shifted(date(2024, 10, 23), "week", -2), shifted(date(2024, 10, 31), "month", 1)
    (datetime.date(2024, 10, 9), datetime.date(2024, 11, 1))
    """
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = {"month": 1, "quarter": 3, "period": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    if unit in ("quarter", "period", "month"):
        day = day.replace(day=1)
    return months_later(day, months * count)


def period_of(unit: str, day: date) -> Moment:
    """The whole day, week, month … that a day is in.

    >>> period_of("quarter", date(2024, 10, 23)).value
    '2024-Q4'
    """
    match unit:
        case "day":
            return day_of(day, relative=True)
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month, relative=True)
        case "quarter" | "period":
            return quarter_of(day.year, (day.month + 2) // 3, relative=True)
        case "decade":
            return decade_of(day.year, relative=True)
        case "century":
            return century_of((day.year - 1) // 100 + 1)
    return year_of(day.year, relative=True)


def nearest_day(days: list[date], anchor: date, tense: str) -> date:
    """The day nearest to the article's, on the side that the tense says, unless that side is nearly a year away.

    >>> nearest_day([date(2023, 12, 25), date(2024, 12, 25)], date(2024, 10, 24), "past")
    datetime.date(2024, 12, 25)
    """
    if tense == "past":
        days = [d for d in days if timedelta(days=-1) <= anchor - d < timedelta(days=300)] or days
    if tense == "future":
        days = [d for d in days if timedelta() <= d - anchor < timedelta(days=300)] or days
    return min(days, key=lambda d: (abs(d - anchor), d))


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    golden, century, rest = year % 19, year // 100, year % 100
    leap = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - leap + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`th such weekday of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 3, 4), nth_weekday(2024, 5, 0, -1)
    (datetime.date(2024, 11, 28), datetime.date(2024, 5, 27))
    """
    if number > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    last = _month_start(year, month + 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _month_start(year: int, month: int) -> date:
    over, index = divmod(month - 1, 12)
    return date(year + over, index + 1, 1)


def _day_floor(moment: datetime) -> datetime:
    return midnight(moment.date())


def _day_ceiling(moment: datetime) -> datetime:
    floor = _day_floor(moment)
    return floor if floor == moment else floor + timedelta(days=1)


def _whole(first: date, after: date, grain: Grain, value: str, *, relative: bool) -> Moment:
    return Moment(low=midnight(first), high=midnight(after), grain=grain, value=value, relative=relative)
