"""Dates told from the article's day or from another date: weekdays, "yesterday", "last week", "two days ago", "a year earlier".

Without the article's day they are read but stay unresolved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import (
    century_of,
    day_of,
    decade_of,
    midnight,
    month_of,
    months_later,
    part_of,
    portion_of,
    quarter_of,
    unresolved,
    week_of,
    weekend_of,
    year_of,
)
from summarizer.language.date_scene import Rule, Scene
from summarizer.language.date_tense import tense_around
from summarizer.language.date_words import NUMBERS, PART, UNITS, WEEKDAY, count_of, part_of_day, weekday_number

_GRAINS = {
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
_DAY_SHIFTS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
# A newspaper, a programme or a party that is called after a weekday.
_TITLES = re.compile(
    r"\s(?:Times|Mirror|Mail|Express|Telegraph|Post|Herald|Tribune|Star|Independent|Review|Magazine|Mass)\b"
)
_SHOWS = re.compile(r"\s(?:Lights|Live|Football|Massacre|Fever|Raw|Club|Baseball|Takeaway)\b")
_TITLED = re.compile(r"\b(?:Black|Cyber|Bloody|Super|Good|Ash|Shrove|Easter|Palm|Joe|Girl|Ruby|Fat|Casual|Whit|Giving|every|each|Every|Each)\s$")
_WEEKS_FROM = re.compile(r"\bweeks?\s(?:from|ago|after|before)\s(?:last\s|next\s|this\s)?$", re.I)
_NUMBER = rf"(?:\d{{1,3}}|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:{'|'.join(NUMBERS)}))"


def relative_rules() -> tuple[Rule, ...]:
    """The rules, most specific first.

    >>> len(relative_rules()) > 8
    True
    """
    return _RULES


def _deictic(match: re.Match[str], scene: Scene) -> Moment:
    """Yesterday, today, tonight, tomorrow, with a part of the day."""
    word, part = match["day"].lower(), match["part"]
    part = "night" if word == "tonight" else part
    if scene.anchor is None:
        return unresolved(Grain.PART if part else Grain.DAY)
    day = scene.anchor + timedelta(days=_DAY_SHIFTS[word])
    return part_of(day, part_of_day(part), relative=True) if part else day_of(day, relative=True)


def _part_near(match: re.Match[str], scene: Scene) -> Moment:
    """ "last night", "this morning"."""
    if scene.anchor is None:
        return unresolved(Grain.PART)
    back = match["which"].lower() == "last"
    return part_of(scene.anchor - timedelta(days=back), part_of_day(match["part"]), relative=True)


def _overnight(match: re.Match[str], scene: Scene) -> Moment | None:
    """The night that ended on the article's day."""
    if re.match(r"[-‘’']|\s(?:stays?|guests?|trains?|flights?|success|sensation|rates?|curfew|shelters?|delivery|camp|lows?)\b", scene.after(match, 14)):
        return None
    if scene.anchor is None:
        return unresolved(Grain.PART)
    day = scene.anchor - timedelta(days=1)
    return replace(part_of(day, ("TNI", 1080, 1980), relative=True), value=f"{scene.anchor.isoformat()}TNI")


def _weekday(match: re.Match[str], scene: Scene) -> Moment | None:
    found = match.groupdict()
    if found.get("part") and found["part"][0].isupper() and _SHOWS.match(scene.after(match)):
        return None
    if _TITLES.match(scene.after(match)) or _TITLED.search(scene.before(match)):
        return None
    part = part_of_day(found["part"]) if found.get("part") else None
    if scene.anchor is None or _WEEKS_FROM.search(scene.before(match)):
        return unresolved(Grain.PART if part else Grain.DAY)
    day = _weekday_day(match, scene, scene.anchor)
    return part_of(day, part, relative=True) if part else day_of(day, relative=True)


def _weekday_day(match: re.Match[str], scene: Scene, anchor: date) -> date:
    found = match.groupdict()
    number = weekday_number(match["weekday"])
    which = re.sub(r"\s+", " ", (found.get("which") or "").lower())
    if found.get("week"):
        week = {"last": -7, "this": 0, "next": 7}[found["week"].lower()]
        return anchor + timedelta(days=number - anchor.weekday() + week)
    if which.endswith(("previous", "following")) and scene.last is not None and scene.last.low is not None and scene.last.grain is Grain.DAY:
        anchor = scene.last.low.date()
    back = (anchor.weekday() - number) % 7
    if which in ("last", "past", "this past", "the previous", "previous"):
        return anchor - timedelta(days=back or 7)
    if which in ("next", "coming", "this coming", "the coming", "the following", "following"):
        return anchor + timedelta(days=7 - back)
    tense = tense_around(scene.text, *match.span())
    ahead = which == "this" and tense != "past"
    ahead = ahead or tense == "future" or (not tense and re.search(r"\b(?:by|until|till|through)\s$", scene.before(match, 9)) is not None)
    return anchor + timedelta(days=(7 - back) % 7) if ahead else anchor - timedelta(days=back)


def _unit_near(match: re.Match[str], scene: Scene) -> Moment:
    """ "last week", "this year", "next month", "earlier this week"."""
    found = match.groupdict()
    unit, which = match["unit"].lower(), match["which"].lower()
    if scene.anchor is None:
        return unresolved(_GRAINS[unit])
    shift = -1 if which == "last" else 1 if which == "next" else 0
    whole = _period(unit, _shifted(scene.anchor, unit, shift))
    side = (found.get("side") or "").lower()
    if side == "earlier" and shift == 0:
        return replace(whole, high=midnight(scene.anchor + timedelta(days=1)))
    if side == "later" and shift == 0:
        return replace(whole, low=midnight(scene.anchor))
    return whole


def _over_weekend(match: re.Match[str], scene: Scene) -> Moment:
    """The weekend that is over or has begun, unless the tense looks ahead."""
    if scene.anchor is None:
        return unresolved(Grain.WEEK)
    ahead = tense_around(scene.text, *match.span()) == "future"
    return weekend_of(scene.anchor if ahead or scene.anchor.weekday() >= 5 else scene.anchor - timedelta(days=7))


def _shifted(day: date, unit: str, count: int) -> date:
    if unit in ("day", "week", "weekend"):
        return day + timedelta(days=count * (1 if unit == "day" else 7))
    months = {"month": 1, "quarter": 3, "period": 3, "year": 12, "decade": 120, "century": 1200}[unit]
    if unit in ("quarter", "period", "month"):
        day = day.replace(day=1)
    return months_later(day, months * count)


def _period(unit: str, day: date) -> Moment:
    """The whole day, week, month … that a day is in."""
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


def _ago(match: re.Match[str], scene: Scene) -> Moment | None:
    unit, count = UNITS[match["unit"].lower().removesuffix("s")], count_of(match["count"])
    if scene.anchor is None:
        return unresolved(_GRAINS[unit])
    if unit == "year" and scene.last is not None and scene.last.grain is Grain.QUARTER and match["way"].lower() == "ago":
        return _moved(scene, "year", -count)  # "third-quarter profit rose from $5 million a year ago"
    day = _shifted(scene.anchor, unit, -count if match["way"].lower() == "ago" else count)
    return _about(unit, day)


def _about(unit: str, day: date) -> Moment:
    """ "Two weeks ago" is a week, and none that starts on Monday: the hull of the calendar's week and the one around the day."""
    whole = _period(unit, day)
    if unit == "day" or whole.low is None or whole.high is None:
        return whole
    half = (whole.high - whole.low) / 2
    low, high = midnight(day) - half, midnight(day) + half
    return replace(whole, low=min(whole.low, _floor(low)), high=max(whole.high, _floor(high)))


def _floor(moment: datetime) -> datetime:
    return midnight(moment.date())


def _ago_vague(_match: re.Match[str], _scene: Scene) -> Moment:
    return unresolved(Grain.DAY, "PAST_REF")


def _from_last(match: re.Match[str], scene: Scene) -> Moment:
    """ "two days earlier", "a year before", "three weeks later": counted from the date before it in the sentence."""
    found = match.groupdict()
    unit = UNITS[match["unit"].lower().removesuffix("s")]
    count = count_of(found.get("count") or "a")
    return _moved(scene, unit, -count if match["way"].lower() in ("earlier", "before", "previously") else count)


def _beside_last(match: re.Match[str], scene: Scene) -> Moment | None:
    """ "the next day", "the previous year", "that week": beside the date before it in the sentence."""
    unit, which = match["unit"].lower(), match["which"].lower()
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}.get(which, 0)
    if unit in ("morning", "afternoon", "evening", "night"):
        if scene.last is None or scene.last.low is None or scene.last.grain not in (Grain.DAY, Grain.PART, Grain.MINUTE):
            return unresolved(Grain.PART)
        return part_of(scene.last.low.date() + timedelta(days=shift), part_of_day(unit), relative=scene.last.relative)
    if unit == "weekend":
        return unresolved(Grain.WEEK)
    return _moved(scene, unit, shift, whole=True)


def _moved(scene: Scene, unit: str, count: int, *, whole: bool = False) -> Moment:
    last = scene.last
    if last is None or last.low is None or last.high is None or _rank(last.grain) > _rank(_GRAINS[unit]):
        return unresolved(_GRAINS[unit])
    if whole and _GRAINS[unit] is not last.grain:
        return _period(unit, _shifted(last.low.date(), unit, count))
    day = _shifted(last.low.date(), unit, count)
    same = {Grain.QUARTER: "quarter", Grain.MONTH: "month", Grain.YEAR: "year", Grain.DECADE: "decade", Grain.WEEK: "week"}
    if last.grain in same:
        return _period(same[last.grain], day)
    return day_of(day, relative=last.relative) if unit == "day" else replace(_about("week" if unit == "week" else unit, day), relative=last.relative)


def _rank(grain: Grain) -> int:
    return tuple(Grain).index(grain)


def _year_before(_match: re.Match[str], scene: Scene) -> Moment:
    """ "a year earlier", "the year-ago quarter": of the period before it in the sentence, else of nobody knows which."""
    return _moved(scene, "year", -1)


def _latest(match: re.Match[str], scene: Scene) -> Moment:
    """ "the latest quarter" is the last one that has ended; "the quarter" the one that the sentence named, else that one."""
    unit = match["unit"].lower()
    if scene.last is not None and scene.last.grain is Grain.QUARTER:
        return scene.last
    if scene.anchor is None or unit == "period":
        return unresolved(Grain.QUARTER)
    return _period("quarter", _shifted(scene.anchor, "quarter", -1))


def _end_of(match: re.Match[str], scene: Scene) -> Moment:
    """ "the end of the year", "the beginning of last month", "year-end"."""
    found = match.groupdict()
    unit = (found.get("unit") or "year").lower()
    if scene.anchor is None:
        return unresolved(_GRAINS[unit])
    which = (found.get("which") or "").lower()
    shift = -1 if which == "last" else 1 if which == "next" else 0
    portion = _PORTIONS[(found.get("portion") or "end").lower()]
    return portion_of(_period(unit, _shifted(scene.anchor, unit, shift)), portion)


_PORTIONS = {"end": "end", "close": "end", "beginning": "start", "start": "start", "turn": "start", "middle": "mid", "outset": "start"}


def _reference(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{word})")


def _points_to(value: str) -> Rule:
    return Rule(_reference(_REFERENCES[value]), lambda _match, _scene: unresolved(Grain.DAY, value))


_REFERENCES = {
    "PRESENT_REF": r"now\b(?!\s(?:that|defunct)\b)|currently\b|at\spresent\b|nowadays\b|these\sdays\b|current\b(?!\s(?:events|affairs)\b)",
    "PAST_REF": r"(?:more\s)?recently\b|(?<=in\s)the\spast\b(?!\s\w+\s(?:day|week|month|year|hour|quarter|decade)s?|\s(?:day|week|month|year|quarter|decade))|"
    r"(?:in\s)?recent\s(?:years|months|weeks|days)(?:\sand\s(?:months|weeks|years))?\b|recent\b",
    "FUTURE_REF": r"(?<!for\s)(?<!of\s)the\s(?:near\s|foreseeable\s)?future\b|(?<!as\s)soon\b(?!\safter)|the\s(?:near|short)\sterm\b|"
    r"(?<=in\s)the\scoming\s(?:years|months|weeks|days|quarters)\b|coming\s(?:months|quarters)\b",
}
_UNIT_WORD = r"(?P<unit>(?i:days?|weeks?|months?|years?|decades?|centur(?:y|ies)))"
_COUNT = rf"(?P<count>(?i:{_NUMBER}))"
_HEDGE = r"(?:(?i:about|nearly|almost|some|roughly|around|only|just|exactly)\s)?"

_RULES: tuple[Rule, ...] = (
    # yesterday, early today, tomorrow night
    Rule(re.compile(rf"\b(?P<day>(?i:yesterday|today|tonight|tomorrow))(?!['’]s\s[A-Z]\w+\s[A-Z])(?:['’]s(?=\s{PART}))?(?:\s(?P<part>{PART}))?\b"), _deictic),
    # last night, this morning, late this afternoon
    Rule(re.compile(r"\b(?P<which>(?i:last))\s(?P<part>night|evening)\b"), _part_near),
    Rule(re.compile(rf"\b(?P<which>(?i:this))\s(?P<part>{PART})\b"), _part_near),
    Rule(re.compile(r"\b(?i:overnight)\b"), _overnight),
    # Monday of last week
    Rule(re.compile(rf"\b(?P<weekday>{WEEKDAY})(?:\s(?P<part>{PART}))?\s(?:of\s)?(?P<week>(?i:last|this|next))\s(?i:week)\b"), _weekday),
    # Wednesday, next Friday, last Tuesday night, this coming Sunday
    Rule(
        re.compile(
            rf"\b(?:(?P<which>(?i:this\s(?:past|coming)|the\s(?:previous|following|coming)|previous|following|last|next|this|past|coming))\s)?"
            rf"(?P<weekday>{WEEKDAY})\b(?:['’]s(?=\s{PART}))?(?:\s(?P<part>(?i:{PART})))?\b(?!-[a-z])"
        ),
        _weekday,
    ),
    # earlier this week, last month, next year, this quarter
    Rule(
        re.compile(
            r"\b(?:(?P<side>(?i:earlier|later))\s(?:in\s)?)?(?P<which>(?i:last|this|next|the\scurrent|the\spresent|this\s(?:past|coming)))\s(?:(?:fiscal|financial)\s)?"
            r"(?P<unit>(?i:weekend|week|month|quarter|year|decade|century))\b(?!['’]s\s(?:first|second|third|fourth)[-\s]quarter)"
        ),
        _unit_near,
    ),
    Rule(re.compile(r"\b(?P<side>(?i:earlier|later))\sin\s(?P<which>the)\s(?P<unit>week|month|year|decade)\b"), _unit_near),
    Rule(re.compile(r"(?<=\b[Oo]ver\s)(?:the)\s(?:weekend)\b"), _over_weekend),
    # two days ago, a week or so ago, three years from now
    Rule(
        re.compile(rf"\b{_HEDGE}(?<![\d.,])\b{_COUNT}\s(?:or\s(?:so|two|more)\s)?{_UNIT_WORD}\s(?:or\sso\s)?(?P<way>(?i:ago|from\snow|from\stoday))\b"),
        _ago,
    ),
    Rule(re.compile(r"\b(?i:(?:several|many|some|a\sfew|a\scouple\sof|just|countless|hundreds\sof|thousands\sof)\s(?:days|weeks|months|years|decades|centuries)\sago)\b"), _ago_vague),
    # two days earlier, a week later, three months before
    Rule(re.compile(rf"(?<![\d.,])\b{_COUNT}\s{_UNIT_WORD}\s(?P<way>(?i:earlier|previously|later|before|afterwards?))\b(?!\s(?:the|a|his|her|its|their|than|being)\b)"), _from_last),
    Rule(re.compile(r"\bthe\s(?P<unit>day|week|month|year)\s(?P<way>before|after|earlier)\b(?!\s(?:the|a|his|her|its|their|that|he|she|it|they)\b)"), _from_last),
    Rule(re.compile(r"\b(?:(?:the|a)\s)?(?:comparable\s|same\s)?(?i:year[- ](?:ago|earlier))\b(?:\s(?:quarter|period|figure|level))?"), _year_before),
    Rule(
        re.compile(r"\b(?i:the|that)\s(?P<which>(?i:next|following|previous|preceding|prior|same))\s(?P<unit>day|week|weekend|month|quarter|year|decade|morning|afternoon|evening|night)\b(?!['’]s)"),
        _beside_last,
    ),
    Rule(re.compile(r"\b(?P<which>(?i:that))\s(?P<unit>day|week|month|quarter|year|decade|morning|afternoon|evening|night)\b"), _beside_last),
    Rule(re.compile(r"\b(?i:the)\s(?:(?:latest|most\srecent)\s)?(?P<unit>quarter|(?<=latest\s)period)\b(?!\s(?:of|mile|century|final|back|pounder)|-)"), _latest),
    # the end of the year, by year-end
    Rule(
        re.compile(
            r"\b(?:the\s)?(?P<portion>(?i:end|close|beginning|start|turn|middle|outset))\sof\s(?:(?P<which>(?i:this|last|next))|the(?:\scurrent)?)\s"
            r"(?P<unit>(?i:week|month|quarter|year|decade|century))\b(?!\s(?:of|ended|ending|earlier|before|after)\b|['’]s)"
        ),
        _end_of,
    ),
    Rule(re.compile(r"\b(?:(?<=by\s)|(?<=at\s)|(?<=before\s)|(?<=until\s)|(?<=around\s))(?:the\s)?(?i:year(?:['’]s)?[- ]end)\b"), _end_of),
    *(_points_to(value) for value in _REFERENCES),
)
