"""Dates by their names: days, months, years, quarters, seasons, decades and centuries, as rules of the date reader.

A date without its year takes the one nearest to the article's day, as the tense around it leans.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import (
    century_of,
    day_of,
    decade_of,
    half_of,
    midnight,
    month_of,
    quarter_of,
    season_of,
    unresolved,
    year_of,
)
from summarizer.language.date_scene import Rule, Scene
from summarizer.language.date_tense import tense_around
from summarizer.language.date_words import (
    DAY,
    MONTH,
    ORDINALS,
    SEASON,
    SEASONS,
    SHORT_WEEKDAY,
    TENS,
    TWO_FACED_MONTHS,
    WEEKDAY,
    YEAR,
    count_of,
    month_number,
    weekday_number,
)

_ORDINAL_DAY = "|".join(sorted(ORDINALS, key=len, reverse=True))
_WEEKDAY_LEAD = rf"(?:(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),?\s{{1,2}})?"
# What may stand before a month that is also a verb or a name.
_MONTH_LEAD = re.compile(
    r"(?:\b(?:in|by|since|until|till|before|after|from|to|through|during|of|last|next|this|early|late|mid|between|and|or|for|as|around|about|"
    r"every|each|every|late|end|beginning|middle|begin|starting|effective|than)|mid-|[-–—/(])\s{0,2}$",
    re.I,
)
_CAPITALISED = re.compile(r"\s(?!(?:The|A|An|I|He|She|It|They|We)\b)[A-Z][a-z]")
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|through|during|before|after|for|around|about|circa|than|versus|vs\.?|late|early|mid|fiscal|year|"
    r"compared with|throughout|as of|back to|dates? to|between|begin(?:s|ning)?|entering|into|late in|early in|only)|mid-|\bFY)\s{0,2}$",
    re.I,
)
_WEAK_YEAR_LEAD = re.compile(
    r"(?:\b(?:of|and|or|to|its|the|his|her|their|our|my|a|an|this)|[’']s)\s{0,2}$|[(–—-]\s?$|\b(?:1[89]|20)\d\d,\s$", re.I
)
_COUNTED = re.compile(
    r"(?:-\w|[.,:]\d|%|\s?(?:°|km|kg|mph|m\b|million|billion|trillion|percent|per\b|degrees?|dollars?|euros?|pounds?|people|men\b|women|children|"
    r"police\b|of\s(?:the|them|those)\b|(?!years\b|was\b|has\b|is\b|as\b|its\b|this\b|elections?\b|games\b|sanctions\b|protests\b|talks\b|"
    r"attacks\b|floods\b|riots\b|results\b|sales\b|earnings\b|profits\b|revenues\b|taxes\b|midterms\b|finals\b|playoffs\b|levels\b|prices\b)"
    r"(?:[a-z]+-)?[a-z]{2,}(?<!s)s\b))"
)
_MODIFIED_YEAR = re.compile(r"\s[A-Za-z]|['’]s\b")
_PLAIN_AFTER_YEAR = re.compile(r"\s{0,2}(?:$|[.,;:)\]–—-]|[’']s\b|(?:and|or|to|by|when|while|that|but|as|at|for|with|in|on|was|is|after|before|against)\b)")


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
    if day is None:
        return unresolved(Grain.DAY, f"XXXX-{month:02}-{first:02}")
    start = day_of(day, relative=not found.get("year"))
    if last is None:
        return start
    if last <= first:
        return None
    end = day_of(day.replace(day=last))
    return replace(start, high=end.high, value=f"{start.value}/{end.value}")


def _day_number(word: str) -> int:
    return ORDINALS[word.lower()] if word[0].isalpha() else int(re.sub(r"\D", "", word))


def _day_in_year(match: re.Match[str], scene: Scene, month: int, day: int) -> date | None:
    found = match.groupdict()
    if found.get("year"):
        return date(int(found["year"]), month, day)
    date(2024, month, day)  # refuses February 30 where no year is known
    if scene.last is not None and scene.last.low is not None and not scene.last.relative and scene.anchor is None:
        return date(scene.last.low.year, month, day)
    if scene.anchor is None:
        return None
    days = [d for d in (_on(scene.anchor.year + shift, month, day) for shift in (-1, 0, 1)) if d]
    weekday = found.get("weekday")
    if weekday:
        days = [d for d in days if d.weekday() == weekday_number(weekday)] or days
    return _nearest(days, scene.anchor, tense_around(scene.text, *match.span()))


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[date], anchor: date, tense: str) -> date:
    """The day nearest to the article's, on the side that the tense says, unless that side is nearly a year away."""
    if tense == "past":
        days = [d for d in days if timedelta(days=-1) <= anchor - d < timedelta(days=300)] or days
    if tense == "future":
        days = [d for d in days if timedelta() <= d - anchor < timedelta(days=300)] or days
    return min(days, key=lambda d: (abs(d - anchor), d))


def _ordinal_alone(match: re.Match[str], scene: Scene) -> Moment | None:
    """ "the 23rd" after a date that names its month in the same sentence."""
    last = scene.last
    if last is None or last.low is None or last.grain not in (Grain.DAY, Grain.MONTH, Grain.PART, Grain.MINUTE):
        return None
    if re.match(r"\s[a-z]+", scene.after(match)) and not re.match(r"\s(?:and|or|but|when|as|at|in|to|with|for|by|after)\b", scene.after(match)):
        return None
    return day_of(last.low.date().replace(day=int(match["day"])), relative=last.relative)


def _month_year(match: re.Match[str], _scene: Scene) -> Moment:
    return month_of(int(match["year"]), month_number(match["month"]))


def _month_alone(match: re.Match[str], scene: Scene) -> Moment | None:
    word = match["month"]
    before, after = scene.before(match, 16), scene.after(match, 16)
    lead = _MONTH_LEAD.search(before)
    key = word.lower().rstrip(".")
    lead = lead or re.match(r"(?i:last|next|this)\b", match.group())
    if key in TWO_FACED_MONTHS and (not lead or _CAPITALISED.match(after)):
        return None
    if re.match(r"['’]?\s?\d", after) or (not lead and (_CAPITALISED.match(after) or re.search(r"[a-z] [A-Z][a-z]+ $", before))):
        return None
    month = month_number(word)
    year = _year_of_month(match, scene, month)
    return unresolved(Grain.MONTH, f"XXXX-{month:02}") if year is None else month_of(year, month, relative=True)


def _year_of_month(match: re.Match[str], scene: Scene, month: int) -> int | None:
    qualifier = (match.groupdict().get("which") or "").lower()
    if scene.anchor is None:
        return scene.last.low.year if scene.last and scene.last.low and not scene.last.relative else None
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
        distances = {y: d for y, d in distances.items() if -9 < d <= 0} or distances
    if tense == "future":
        distances = {y: d for y, d in distances.items() if 0 <= d < 10} or distances
    return min(distances, key=lambda y: (abs(distances[y]), y))


def _month_of_year(match: re.Match[str], scene: Scene) -> Moment:
    month = month_number(match["month"])
    if scene.anchor is None:
        return unresolved(Grain.MONTH, f"XXXX-{month:02}")
    shift = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return month_of(scene.anchor.year + shift, month, relative=True)


def _year_range(match: re.Match[str], scene: Scene) -> Moment | None:
    first, last = int(match["first"]), match["last"]
    final = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if not first < final < first + 500 or _COUNTED.match(scene.after(match)) or re.search(r"[$€£]\s?$", scene.before(match)):
        return None
    led = re.search(r"\b(?:from|between|in|for|during|the)\s$", scene.before(match), re.I)
    if match["word"] and not led and not (match["word"].strip() == "to" and re.match(r"\s?(?:$|[.,;:)])", scene.after(match))):
        return None
    low, high = year_of(first), year_of(final)
    return replace(low, high=high.high, value=f"{low.value}/{high.value}")


def _year(match: re.Match[str], scene: Scene) -> Moment | None:
    before, after = scene.before(match, 24), scene.after(match, 32)
    if re.search(r"[$€£#№]\s?$|\b(?:[Nn]o|[Rr]oom|[Ff]light|[Rr]oute|[Hh]ighway|version|one in)\.?\s$", before) or _COUNTED.match(after):
        return None
    strong = _YEAR_LEAD.search(before)
    weak = _WEAK_YEAR_LEAD.search(before)
    plain = _PLAIN_AFTER_YEAR.match(after)
    if re.search(r"(?:\b(?:the|its|his|her|their|our|my|a|this)|[’']s)\s{1,2}$", before, re.I):
        plain = plain or _MODIFIED_YEAR.match(after)
    opening = not before.strip() or re.search(r"[a-z],\s$", before)
    if not (strong or (weak and plain) or (opening and re.match(r"[’']s\b|\s(?:was|is)\b", after))):
        return None
    return year_of(int(match["year"]))


def _spoken_year(match: re.Match[str], _scene: Scene) -> Moment | None:
    return year_of(100 * count_of(match["hundreds"]) + count_of(match["rest"]))


def _quarter(match: re.Match[str], scene: Scene) -> Moment | None:
    number = _quarter_number(match)
    found = match.groupdict()
    if number > 4 or (number > 2 and found.get("half")):
        return None
    year = found.get("year") or found.get("year_before")
    make = half_of if found.get("half") else quarter_of
    if year:
        return make(int(year), number)
    if not found.get("half") and not found.get("letter") and re.match(r"[- ](?:of play|touchdown|lead|goal|points?)\b", scene.after(match)):
        return None
    if scene.anchor is None:
        return unresolved(Grain.QUARTER, f"XXXX-{'H' if found.get('half') else 'Q'}{number}")
    which = (found.get("which") or found.get("which_before") or "").lower()
    return make(scene.anchor.year + _year_shift(which, number, scene.anchor, parts=2 if found.get("half") else 4), number, relative=True)


def _quarter_number(match: re.Match[str]) -> int:
    word = (match["number"] or match["letter"]).lower()
    return ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word))


def _year_shift(which: str, number: int, anchor: date, *, parts: int) -> int:
    named = {"last": -1, "this": 0, "next": 1, "year-ago": -1, "year-earlier": -1}
    if which in named:
        return named[which]
    now = (anchor.month - 1) * parts // 12 + 1
    return -1 if number - now > parts // 2 else 1 if now - number > parts // 2 + 1 else 0


def _season(match: re.Match[str], scene: Scene) -> Moment | None:
    found = match.groupdict()
    season = SEASONS[match["season"].lower()]
    if found.get("year"):
        return season_of(int(found["year"]), season)
    which = (found.get("which") or "").lower()
    if scene.anchor is None:
        return unresolved(Grain.SEASON, f"XXXX-{season}")
    here = season_of(scene.anchor.year, season, relative=True)
    return season_of(scene.anchor.year + _season_shift(which, here, scene.anchor), season, relative=True)


def _season_shift(which: str, here: Moment, anchor: date) -> int:
    assert here.low is not None
    assert here.high is not None
    if which in ("last", "past", "this past"):
        return 0 if here.high <= midnight(anchor) else -1
    if which in ("next", "coming", "this coming"):
        return 0 if here.low > midnight(anchor) else 1
    return 0


def _decade(match: re.Match[str], scene: Scene) -> Moment | None:
    found = match.groupdict()
    if found.get("full"):
        return decade_of(int(found["full"]))
    if found.get("word"):
        return decade_of(1900 + TENS[found["word"].lower()])
    if re.search(r"\b(?:in (?:his|her|their|its)|people in|temperatures in the)\s(?:\w+\s)?$", scene.before(match)):
        return None
    return decade_of((1900 if int(found["short"]) > 20 else 2000) + int(found["short"]))


def _century(match: re.Match[str], _scene: Scene) -> Moment | None:
    word = match["number"].lower()
    return century_of(ORDINALS[word] if word in ORDINALS else int(re.sub(r"\D", "", word)))


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_MONTH = rf"(?P<month>{MONTH})"
_YEAR_TAIL = rf"(?:,?\s{{1,2}}(?P<year>{YEAR})(?![\d%]|,\d|\.\d))?"
_OF_WHICH = r"(?i:\s(?:of\s)?(?P<which>this|last|next)\s(?:fiscal\s)?year\b(?!['’]s))"
_QUARTER_NUMBER = r"(?P<number>(?i:first|second|third|fourth)|[1-4](?:st|nd|rd|th))"
_FISCAL = r"(?:(?i:fiscal|financial)[- ])?"

_RULES: tuple[Rule, ...] = (
    # 2024-10-23, 2024-10-23T18:10 (the time is read apart)
    Rule(_rule(rf"(?<![\d.-])(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>{DAY})(?![\d-])"), _iso),
    # 10/23/2024, 23.10.2024, 10/23/24
    Rule(_rule(r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?![\d/-]|[.,]\d)"), _numeric),
    Rule(_rule(r"(?<![\d./-])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d\d)(?![\d/-]|[.,]\d)"), _numeric),
    # Wednesday, Oct. 23, 2024; October 23rd; Oct. 23-25
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}{_MONTH}\s{{0,3}}(?:the\s)?(?P<day>(?:{DAY})(?:st|nd|rd|th)?|(?i:{_ORDINAL_DAY}))"
            rf"(?:\s?[-–—]\s?(?P<until>{DAY})(?:st|nd|rd|th)?)?(?![\d%:]|[.,]\d(?!\d\d\d\b)|[a-z]|-\d){_YEAR_TAIL}"
        ),
        _dated,
    ),
    # Oct. 23 to 25, 2024; between Oct. 23 and 25
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}{_MONTH}\s{{1,3}}(?P<day>(?:{DAY})(?:st|nd|rd|th)?)\s(?:to|through|until|and)\s(?P<until>{DAY})(?:st|nd|rd|th)?"
            rf"(?![\d%:]|[.,]\d|[a-z])(?=,?\s{{1,2}}{YEAR}\b|\s?[.,;)]|\s?$){_YEAR_TAIL}"
        ),
        _dated,
    ),
    # 23 October 2024, Wednesday 23rd of October, 23-25 October
    Rule(
        _rule(
            rf"\b{_WEEKDAY_LEAD}(?:the\s)?(?<![\d.,:/$€£-])(?P<day>(?:{DAY})(?:st|nd|rd|th)?|(?i:{_ORDINAL_DAY})(?=\sof\s))"
            rf"(?:\s?(?:[-–—]|\sto\s)\s?(?P<until>{DAY})(?:st|nd|rd|th)?)?\s(?:of\s)?{_MONTH}(?!\s{{1,2}}\d{{1,2}}\b){_YEAR_TAIL}"
        ),
        _dated,
    ),
    Rule(_rule(r"(?<=\b[Tt]he\s)(?P<day>[123]?(?:1st|2nd|3rd|[04-9]th)|1[123]th)\b(?!-)"), _ordinal_alone),
    # October 2024, Oct. of 2024, October last year
    Rule(_rule(rf"\b{_MONTH},?\s{{1,2}}(?:of\s)?(?P<year>{YEAR})(?![\d%]|,\d|\.\d)"), _month_year),
    Rule(_rule(rf"\b{_MONTH}{_OF_WHICH}"), _month_of_year),
    Rule(_rule(rf"\b(?:(?P<which>(?i:last|next|this(?:\spast)?))\s)?{_MONTH}(?![-’'\w])"), _month_alone),
    Rule(_rule(rf"\b(?P<month>{MONTH})(?=['’]s\b|-)"), _month_alone),
    # 2019-2023, 2019-20, from 2019 to 2023
    Rule(
        _rule(
            r"(?<![\d$€£.,/-])(?P<first>(?:1[5-9]|20)\d\d)(?:\s?[-–—]\s?|(?P<word>\s(?:to|through|until|and)\s))(?P<last>(?:1[5-9]|20)\d\d|(?<=[-–—])\d\d)(?![\d%.,/-]\d|\d|%|-)"
        ),
        _year_range,
    ),
    # in 2016, since 2021, the 1988 period, fiscal 1989
    Rule(_rule(r"(?<![\d$€£.,/:-])(?:(?i:the\syear|fiscal(?:\syear)?)\s)?(?<![\d$€£.,/:-])(?P<year>(?:1[6-9]|20)\d\d)(?![\d%°]|s\b)"), _year),
    Rule(_rule(r"(?<=\bmid-)(?P<year>(?:19|20)\d\d)\b(?!s)"), _year),
    Rule(
        _rule(
            r"\b(?i:(?P<hundreds>nineteen|eighteen|twenty)\s(?P<rest>(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
            r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)))\b"
        ),
        _spoken_year,
    ),
    # third-quarter, the third quarter of 2024, this year's third quarter, fiscal first quarter
    Rule(
        _rule(
            rf"\b(?:(?i:(?P<which_before>this|last|next)\syear['’]s)\s|(?P<year_before>{YEAR})(?:['’]s)?\s|(?P<which>(?i:year-ago|year-earlier))\s)?"
            rf"{_FISCAL}{_QUARTER_NUMBER}[- ]{_FISCAL}(?i:quarter)\b(?:,?\s(?:of\s|in\s)?(?:(?i:fiscal)\s)?(?P<year>{YEAR})\b)?"
        ),
        _quarter,
    ),
    Rule(_rule(rf"\b{_FISCAL}{_QUARTER_NUMBER}[- ]{_FISCAL}(?i:quarter){_OF_WHICH}"), _quarter),
    Rule(_rule(rf"\b(?P<number>)(?P<letter>Q[1-4]|[1-4]Q)(?:\s(?:of\s)?(?P<year>{YEAR}))?\b"), _quarter),
    Rule(_rule(rf"\b(?P<year>{YEAR})\s?(?P<number>)(?P<letter>Q[1-4])\b"), _quarter),
    Rule(_rule(rf"\b(?P<number>(?i:first|second))\s(?P<half>(?i:half))\s(?:of\s)?(?P<year>{YEAR})\b"), _quarter),
    Rule(_rule(rf"\b(?P<number>(?i:first|second))\s(?P<half>(?i:half)){_OF_WHICH}"), _quarter),
    Rule(_rule(r"(?<=\b[Tt]he\s)(?P<number>(?i:first|second))\s(?P<half>(?i:half))\sof\sthe\syear\b"), _quarter),
    # spring 2024, last summer, the winter of 1994
    Rule(_rule(rf"\b(?P<season>{SEASON}),?\s(?:of\s)?(?:the\syear\s)?(?P<year>{YEAR})\b"), _season),
    Rule(_rule(rf"\b(?P<which>(?i:this\s(?:past|coming)|this|last|past|next|coming))\s(?P<season>{SEASON})\b(?!\s(?:of|from|in\sprices?)\b)"), _season),
    Rule(_rule(r"(?<=\b(?:in|by)\s)(?:the\s)?(?:(?:early|late)\s)?(?P<season>summer|autumn|winter|spring)\b(?=\s?[.,;]|\s(?:and|when|but|after)\b)"), _season),
    # the 1990s, the '90s, the nineties
    Rule(_rule(r"(?<![\d.,/-])(?P<full>(?:1[5-9]|20)\d0)['’]?s\b"), _decade),
    Rule(_rule(r"(?<=-)(?P<full>(?:1[5-9]|20)\d0)['’]?s\b"), _decade),
    Rule(_rule(r"(?<!\w)['’‘](?P<short>[1-9]0)s\b"), _decade),
    Rule(_rule(rf"(?<=\b[Tt]he\s)(?:mid-)?(?P<word>{'|'.join(TENS)})\b"), _decade),
    # the 19th century
    Rule(_rule(rf"\b(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL_DAY}))[- ](?i:century)\b(?!\s(?:in|of)\s(?:Test|Tests))"), _century),
)
