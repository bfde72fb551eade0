"""Days and months by their names or in figures, as rules of the date reader: a match in, a Moment out.

A date without its year takes the one nearest to the article's day, as the tense around it leans.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summarizer.domain.facts import NO_YEAR, Grain, Moment
from summarizer.language.date_calendar import (
    day_of,
    midnight,
    month_of,
    nearest_day,
    nth_weekday,
    unresolved,
    yearless,
)
from summarizer.language.date_scene import MONTHS, YEARS, Rule, Scene
from summarizer.language.date_tense import tense_around
from summarizer.language.date_words import (
    DAY,
    MONTH,
    ORDINALS,
    SHORT_WEEKDAY,
    SPOKEN_YEAR,
    TWO_FACED_MONTHS,
    WEEKDAY,
    YEAR,
    count_of,
    month_number,
    spoken_year,
    weekday_number,
)

_ORDINAL_DAY = "|".join(sorted(ORDINALS, key=len, reverse=True))
_WEEKDAY_LEAD = rf"(?:(?:[Tt]his\s)?(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),?\s{{1,2}})?"
# What may stand before a month that is also a verb or a name.
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|by|since|until|till|before|after|from|to|through|during|of|last|next|this|early|late|mid|between|and|or|for|as|around|about|"
    r"every|each|every|late|end|beginning|middle|begin|starting|effective|than)|mid-|[-–—/(])\s{0,2}$",
    re.I,
)
_CAPITALISED = re.compile(r"\s(?!(?:The|A|An|I|He|She|It|They|We)\b)[A-Z][a-z]")
_OPENS = re.compile(r"\s*(?:[Bb]ack\s)?[Ii]n\s(?:early\s|late\s)?")
_YEAR_TOLD = re.compile(
    r",?\s(?:of\s)?(?:(?P<which>last|this|next)\syear\b|(?P<count>[a-z]{1,6}|\d{1,2})\syears?\sago\b)"
)
_NO_EVENT = re.compile(r"(?!)")
_EVENTS = {
    (1, 6): (2021, re.compile(r"\s(?:riot|insurrection|attack|committee|siege|defendant|storming)")),
    (9, 11): (
        2001,
        re.compile(
            r",?\s(?:terror|attack|hijack|famil|victim|suicide|commission|memorial|plot|mastermind|museum|conspira|advocat|fund)",
            re.I,
        ),
    ),
    (10, 7): (2023, re.compile(r",?\s(?:attack|massacre|assault|hostage|invasion|Hamas)")),
}
_NEXT_DATED = re.compile(
    rf"(?:,?\s(?:and|or|to|through|until)\s|\s?[-–—]\s?|,\s)(?P<month>{MONTH})(?:\s{{1,2}}{DAY}(?:st|nd|rd|th)?)?,?\s{{1,2}}(?P<year>{YEAR})\b"
)


def absolute_rules() -> tuple[Rule, ...]:
    """The rules, most specific first.

    >>> len(absolute_rules()) > 10
    True
    """
    return _RULES


def _iso(match: re.Match[str], _scene: Scene) -> Moment:
    return day_of(date(int(match["year"]), int(match["month"]), int(match["day"])))


def _numeric(match: re.Match[str], _scene: Scene) -> Moment | None:
    """10/23/2024 and 23/10/2024 say which is the month; 03/04/2024 does not, and keeps both days."""
    first, second, year = int(match["first"]), int(match["second"]), _full_year(match["year"])
    if first == second or first > 12 or second > 12:
        month, day = (second, first) if first > 12 else (first, second)
        return day_of(date(year, month, day))
    days = sorted((date(year, first, second), date(year, second, first)))
    low, high = midnight(days[0]), midnight(days[1] + timedelta(days=1))
    return Moment(low=low, high=high, grain=Grain.DAY, value=None, ambiguous=True)


def _full_year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return 2000 + int(digits) if int(digits) < 70 else 1900 + int(digits)


def _dated(match: re.Match[str], scene: Scene) -> Moment | None:
    """A day of a named month, with or without its year, and ranges of days."""
    found = match.groupdict()
    month, first = month_number(found["month"]), _day_number(found["day"])
    last = _day_number(found["until"]) if found.get("until") else None
    day = _day_in_year(match, scene, month, first)
    if day is None and scene.anchor is not None:
        return unresolved(Grain.DAY)
    start = day_of(day, relative=not found.get("year")) if day else yearless(day_of(date(NO_YEAR, month, first)))
    if last is None:
        return start
    if last <= first:
        return None
    end = day_of((day or date(NO_YEAR, month, first)).replace(day=last))
    return replace(start, high=end.high, value=f"{start.value}/{end.value}" if day else None)


def _day_number(word: str) -> int:
    return ORDINALS[word.lower()] if word[0].isalpha() else int(re.sub(r"\D", "", word))


def _day_in_year(match: re.Match[str], scene: Scene, month: int, day: int) -> date | None:
    found = match.groupdict()
    if found.get("year"):
        return date(int(found["year"]), month, day)
    date(2024, month, day)  # refuses February 30 where no year is known
    ahead = (
        _year_ahead(match, scene, month) or _year_of_event(match, scene, month, day) or _year_told_after(match, scene)
    )
    if ahead is not None:
        return date(ahead, month, day)
    if scene.anchor is None:
        return None
    days = [d for d in (_on(scene.anchor.year + shift, month, day) for shift in (-1, 0, 1)) if d]
    weekday = found.get("weekday")
    if weekday:
        # "Monday, August 3" of an older year is found by its weekday, which comes round within eleven years
        wide = [_on(scene.anchor.year + shift, month, day) for shift in range(-10, 2)]
        matching = [d for d in wide if d and d.weekday() == weekday_number(weekday)]
        days = [d for d in days if d in matching] or matching
    if not days:
        return None
    found_day = nearest_day(days, scene.anchor, tense_around(scene.text, *match.span()))
    return None if _is_of_another_year(scene, found_day) else found_day


def _year_ahead(match: re.Match[str], scene: Scene, month: int) -> int | None:
    """The year that the next date of a range or list bears: "Nov. 18 to Dec. 19, 2015", "July and August 2015"."""
    following = _NEXT_DATED.match(scene.after(match, 48))
    if not following:
        return None
    return int(following["year"]) - (month > month_number(following["month"]))


def _year_of_event(match: re.Match[str], scene: Scene, month: int, day: int) -> int | None:
    """The year of a day that names an event: "the Sept. 11 attacks"."""
    year, nouns = _EVENTS.get((month, day), (0, _NO_EVENT))
    return year if nouns.match(scene.after(match)) else None


def _year_told_after(match: re.Match[str], scene: Scene) -> int | None:
    """ "January 26 last year", "January 26 two years ago"."""
    told = _YEAR_TOLD.match(scene.after(match))
    if not told or scene.anchor is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[told["which"]] if told["which"] else -count_of(told["count"])
    return scene.anchor.year + shift


def _is_of_another_year(scene: Scene, day: date) -> bool:
    """After "March 3, 2019" in a sentence of 2024, "April 5" may be of either year, unless it is news of these weeks."""
    last = scene.last
    if (
        last is None
        or last.low is None
        or last.relative
        or last.grain not in (Grain.DAY, Grain.MONTH)
        or scene.anchor is None
    ):
        return False
    return last.low.year != day.year and abs(day - scene.anchor) > timedelta(days=60)


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ordinal_alone(match: re.Match[str], scene: Scene) -> Moment | None:
    """ "the 23rd" after a date that names its month in the same sentence."""
    last = scene.last
    if last is None or last.low is None or last.grain not in (Grain.DAY, Grain.MONTH, Grain.PART, Grain.MINUTE):
        return None
    if re.match(r"\s[a-z]+", scene.after(match)) and not re.match(
        r"\s(?:and|or|but|when|as|at|in|to|with|for|by|after)\b", scene.after(match)
    ):
        return None
    return day_of(last.low.date().replace(day=_day_number(match["day"])), relative=last.relative)


def _weekday_in_month(match: re.Match[str], scene: Scene) -> Moment:
    """ "the second Monday in October"."""
    month, word = month_number(match["month"]), match["number"].lower()
    year = int(match["year"]) if match["year"] else _year_of_month(match, scene, month)
    if year is None:
        return unresolved(Grain.DAY)
    return day_of(
        nth_weekday(year, month, weekday_number(match["weekday"]), -1 if word == "last" else ORDINALS[word]),
        relative=not match["year"],
    )


def _month_year(match: re.Match[str], _scene: Scene) -> Moment:
    return month_of(int(match["year"]), month_number(match["month"]))


def _month_spoken(match: re.Match[str], _scene: Scene) -> Moment:
    """ "January nineteen ninety-seven"."""
    return month_of(spoken_year(match), month_number(match["month"]))


def _month_alone(match: re.Match[str], scene: Scene) -> Moment | None:
    word = match["month"]
    before, after = scene.before(match, 16), scene.after(match, 16)
    lead = _MONTH_LEAD.search(before)
    key = word.lower().rstrip(".")
    lead = lead or re.match(r"(?i:last|next|this)\b", match.group())
    if key in TWO_FACED_MONTHS and (not lead or _CAPITALISED.match(after)):
        return None
    if re.match(r"['’]?\s?\d", after) or (
        not lead and (_CAPITALISED.match(after) or re.search(r"[a-z] [A-Z][a-z]+ $", before))
    ):
        return None
    month = month_number(word)
    year = _year_of_month(match, scene, month)
    if year is not None:
        return month_of(year, month, relative=True)
    return yearless(month_of(NO_YEAR, month)) if scene.anchor is None else unresolved(Grain.MONTH)


def _year_of_month(match: re.Match[str], scene: Scene, month: int) -> int | None:
    qualifier = (match.groupdict().get("which") or "").lower()
    ahead = _year_ahead(match, scene, month)
    if ahead is not None or scene.anchor is None:
        return ahead
    year, now = scene.anchor.year, scene.anchor.month
    if qualifier in ("last", "this past"):
        return year if month < now else year - 1
    if qualifier == "next":
        return year if month > now else year + 1
    if qualifier == "this":
        return year
    tense = tense_around(scene.text, *match.span())
    distances = {year + shift: 12 * shift + month - now for shift in (-1, 0, 1)}
    if tense == "past":
        reach = 12 if _OPENS.fullmatch(scene.before(match)) else 9  # months: "In January, it sold …"
        distances = {y: d for y, d in distances.items() if -reach < d <= 0} or distances
    if tense == "future":
        distances = {y: d for y, d in distances.items() if 0 <= d < 10} or distances
    return min(distances, key=lambda y: (abs(distances[y]), y))


def _month_of_year(match: re.Match[str], scene: Scene) -> Moment:
    month = month_number(match["month"])
    if scene.anchor is None:
        return unresolved(Grain.MONTH)
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return month_of(scene.anchor.year + shift, month, relative=True)


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_MONTH = rf"(?P<month>{MONTH})"
_ORDINAL_ENDS = ("1st", "2nd", "3rd", *(f"{digit}th" for digit in range(10)))
_YEAR_TAIL = rf"(?:,?\s{{1,2}}(?P<year>{YEAR})(?![\d%]|,\d|\.\d))?"
_OF_WHICH = r"(?i:\s(?:of\s)?(?P<which>this|last|next)\s(?:fiscal\s)?year\b(?!['’]s))"

_RULES: tuple[Rule, ...] = (
    # 2024-10-23, 2024-10-23T18:10 (the time is read apart)
    Rule(_rule(rf"(?<![\d.-])(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{DAY})(?![\d-])"), _iso, (YEARS,)),
    # 10/23/2024, 23.10.2024, 10/23/24
    Rule(
        _rule(
            r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/-]|[.,]\d)"
        ),
        _numeric,
        (YEARS,),
    ),
    Rule(
        _rule(r"(?<![\d./-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d\d)(?![\d/-]|[.,]\d)"),
        _numeric,
        ("/",),
    ),
    # Wednesday, Oct. 23, 2024; October 23rd; Oct. 23-25
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}{_MONTH}\s{{0,3}}(?:the\s)?(?P<day>(?:{DAY})(?:st|nd|rd|th)?|(?i:{_ORDINAL_DAY}))"
            rf"(?:\s?[-–—]\s?(?P<until>{DAY})(?:st|nd|rd|th)?)?(?![\d%]|:\d|[.,]\d(?!\d\d\d\b)|[a-z]|-\d){_YEAR_TAIL}"
        ),
        _dated,
        (MONTHS,),
    ),
    # Oct. 23 to 25, 2024; between Oct. 23 and 25
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}{_MONTH}\s{{1,3}}(?P<day>(?:{DAY})(?:st|nd|rd|th)?)\s(?:to|through|until|and)\s(?P<until>{DAY})(?:st|nd|rd|th)?"
            rf"(?![\d%]|:\d|[.,]\d|[a-z])(?=,?\s{{1,2}}{YEAR}\b|\s?[.,;)]|\s?$){_YEAR_TAIL}"
        ),
        _dated,
        (MONTHS,),
    ),
    # 23 October 2024, Wednesday 23rd of October, 23-25 October
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}(?:the\s)?(?<![\d.,:/$€£-])(?P<day>(?:{DAY})(?:st|nd|rd|th)?|(?i:{_ORDINAL_DAY})(?=\sof\s))"
            rf"(?:\s?(?:[-–—]|\sto\s)\s?(?P<until>{DAY})(?:st|nd|rd|th)?)?\s(?:of\s)?{_MONTH}(?!\s{{1,2}}\d{{1,2}}\b){_YEAR_TAIL}"
        ),
        _dated,
        (MONTHS,),
    ),
    Rule(
        _rule(r"(?<=\b[Tt]he\s)(?P<day>[123]?(?:1st|2nd|3rd|[04-9]th)|1[123]th)\b(?!-)"), _ordinal_alone, _ORDINAL_ENDS
    ),
    Rule(
        _rule(
            rf"\b(?P<number>(?i:first|second|third|fourth|last))\s(?P<weekday>{WEEKDAY})\s(?:of|in)\s{_MONTH}{_YEAR_TAIL}"
        ),
        _weekday_in_month,
        (MONTHS,),
    ),
    # October 2024, Oct. of 2024, October last year
    Rule(_rule(rf"\b{_MONTH},?\s{{1,2}}(?:of\s)?(?P<year>{YEAR})(?![\d%]|,\d|\.\d)"), _month_year, (MONTHS,)),
    Rule(
        _rule(rf"\b{_MONTH},?\s(?:of\s)?{SPOKEN_YEAR}"), _month_spoken, ("nineteen", "eighteen", "twenty", "thousand")
    ),
    Rule(_rule(rf"\b{_MONTH}{_OF_WHICH}"), _month_of_year, (MONTHS,)),
    Rule(_rule(rf"\b(?:(?P<which>(?i:last|next|this(?:\spast)?))\s)?{_MONTH}(?![-’'\w])"), _month_alone, (MONTHS,)),
    Rule(_rule(rf"\b(?P<month>{MONTH})(?=['’]s\b|-)"), _month_alone, (MONTHS,)),
)
