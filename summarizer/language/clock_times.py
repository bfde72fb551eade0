"""Times of day: "6:10 a.m.", "18.10 GMT", "noon", "five o'clock" as rules of the date reader; a match in, a Clock out."""

from __future__ import annotations

import re

from summarizer.domain.facts import Clock
from summarizer.language.date_scene import HALVES, HOURS, PartOfDay, Rule, Scene
from summarizer.language.date_words import MONTH, NUMBERS, PART, WEEKDAY, part_of_day

_ZONE_NAMES = (
    r"GMT(?:[+-]\d{1,2})?|UTC(?:[+-]\d{1,2})?|BST|IST|MSK|JST|KST|SAST|EAT|WAT|WIB|PKT|CES?T|EES?T|WES?T|AE[SD]T|AW?ST|NZ[SD]T|AK[SD]T|HS?T|[ECMP][SD]?T|"
    r"[Ll]ocal(?:\stime)?|(?:(?:US|U\.S\.)\s)?(?:Eastern|Central|Mountain|Pacific)(?:\s(?:[Ss]tandard|[Dd]aylight))?(?:\s[Tt]ime)?|[A-Z][a-z]{2,14}\stime"
)
_ZONE = rf"(?:,?\s?\(?(?P<zone>{_ZONE_NAMES})\b\)?)?"
# A second zone in brackets names the same moment: "6:10 p.m. (1710 GMT)".
_AGAIN = r"(?:,?\s?[(/;\[]\s?\d{1,2}(?:[:.]?\d\d)?\s?(?:(?i:[ap]\.?m\.?)\s?)?(?:GMT|UTC|BST|E[SD]?T|P[SD]?T|CES?T|local(?:\stime)?)[)\]]?)?"
_HALF = r"(?P<half>[AaPp](?:\.\s?[Mm]\b\.?|[Mm]\b))"
_CLOCK_LEAD = re.compile(
    r"\b(?:at|by|around|about|from|until|till|since|before|after|to|between|and|shortly|just|nearly|approximately|roughly|only|past)\s(?:about\s|around\s|just\s)?$",
    re.I,
)
# "midnight blue", "noon prayers": the word must end its phrase or meet a day.
_FREE_AFTER = re.compile(
    rf"\s?$|\s?[.,;:)—–-]|\s(?:on|and|or|to|when|as|in|of|yesterday|today|tomorrow|{WEEKDAY}|{MONTH}|the|last|this|next|deadline|curfew)\b"
)
_WORD_HOURS = "|".join(word for word, number in NUMBERS.items() if number <= 12 and len(word) > 2)


_TWELVES = {"midnight": 0, "noon": 720, "midday": 720}
_TWENTY_FIVE = 25
_HALF_SAID = re.compile(r"\b(?:tonight|(?:to)?night|evening|afternoon|morning|[ap]\.?m\b)", re.I)
_SPOKEN_MINUTES = r"five|ten|twenty(?:-five)?|(?:a\s)?quarter|half(?:\san\shour)?|(?:\d{1,2}|[a-z]{3,9})\sminutes?"


def clock_rules() -> tuple[Rule, ...]:
    """The rules, most specific first.

    >>> [rule.pattern.search("at 6.10pm GMT on Friday") is not None for rule in clock_rules()][0]
    True
    """
    return _RULES


def _halved(match: re.Match[str], _scene: Scene) -> Clock | None:
    """Hours with a.m. or p.m., and ranges of them."""
    afternoon = match["half"][0] in "pP"
    high = _minutes(match["hour"], match["minute"], afternoon=afternoon)
    if high is None:
        return None
    if not match["from"]:
        return Clock(low=high, high=high, zone=match["zone"])
    hour, _, minute = match["from"].replace(".", ":").partition(":")
    low = _minutes(hour, minute, afternoon=afternoon)
    if low is not None and low > high:
        low = _minutes(hour, minute, afternoon=not afternoon)
    return None if low is None or low > high else Clock(low=low, high=high, zone=match["zone"])


def _minutes(hour: str, minute: str | None, *, afternoon: bool) -> int | None:
    hours = int(hour) if hour.isdigit() else NUMBERS[hour.lower()]
    if not 1 <= hours <= 12:
        return None
    return (hours % 12 + 12 * afternoon) * 60 + int(minute or 0)


def _full(match: re.Match[str], scene: Scene) -> Clock | None:
    """The 24-hour clock: with a zone it is a time; without one it must stand after a word such as "at", or it is a score."""
    if not match["zone"] and not (
        _CLOCK_LEAD.search(scene.before(match, 24)) or re.search(r"\dT$", scene.before(match, 2))
    ):
        return None
    minutes = 60 * int(match["hour"]) + int(match["minute"])
    return Clock(low=minutes, high=minutes, zone=match["zone"])


def _oclock(match: re.Match[str], scene: Scene) -> Clock | None:
    """An hour by the clock; without a part of the day it may be either half, so it is not read."""
    after = scene.after(match, 24)
    said = re.match(r"\s(?:in\sthe|on\s\w{3,9}day|\w{3,9}day|this|yesterday)\s(morning|afternoon|evening)", after)
    if not said:
        return None
    minutes = _minutes(match["hour"], None, afternoon=said[1] != "morning")
    return None if minutes is None else Clock(low=minutes, high=minutes, zone=match["zone"])


def _dotted(match: re.Match[str], scene: Scene) -> Clock | None:
    """Hours and minutes with the part of the day behind them."""
    morning = "morning" in scene.after(match, 24)
    minutes = _minutes(match["hour"], match["minute"], afternoon=not morning)
    return None if minutes is None else Clock(low=minutes, high=minutes)


def _spoken(match: re.Match[str], scene: Scene) -> Clock | None:
    """ "Ten to eleven on Friday night", "half past nine this morning": only where the sentence says which half of the day."""
    before, after = scene.before(match, 60), scene.after(match, 40)
    hour, way = match["hour"].lower(), match["way"].lower()
    led = _CLOCK_LEAD.search(before[-24:])
    if way == "to" and (led is None or re.match(r"(?:from|between|to|and)\b", led[0], re.I)):
        return None  # "from five to nine"
    if way in ("before", "after") and led is None and hour not in _TWELVES:
        return None
    told = _HALF_SAID.search(after) or _HALF_SAID.search(before)
    if hour in _TWELVES:
        base = _TWELVES[hour]
    elif told is None:
        return None
    else:
        hours = int(hour) if hour.isdigit() else NUMBERS[hour]
        base = 60 * (hours % 12)
        said = told[0].lower()
        late = "night" in said and not 1 <= hours % 12 <= 4
        base += 720 * (late or "evening" in said or "afternoon" in said or said.startswith("p"))
    words = match["minutes"].lower().replace(" minutes", "").replace(" minute", "").removeprefix("a ")
    minutes = {"quarter": 15, "half": 30, "half an hour": 30}.get(words)
    if minutes is None:
        minutes = int(words) if words.isdigit() else NUMBERS.get(words, _TWENTY_FIVE if words == "twenty-five" else 0)
    if not 0 < minutes < 60:
        return None
    at = (base + (minutes if way in ("past", "after") else -minutes)) % 1440
    return Clock(low=at, high=at)


def _named(match: re.Match[str], scene: Scene) -> Clock | None:
    led = _CLOCK_LEAD.search(scene.before(match, 24)) or match["zone"]
    if re.match(r"-[a-z]", scene.after(match)) or not (led or _FREE_AFTER.match(scene.after(match))):
        return None
    minutes = 720 if match["name"].lower() == "noon" else 1440
    return Clock(low=minutes, high=minutes, zone=match["zone"])


def _part(match: re.Match[str], _scene: Scene) -> PartOfDay:
    return part_of_day(match["part"])


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_RULES: tuple[Rule, ...] = (
    # 6 a.m., 6:10 AM, 6.10pm, 2-3 p.m., 9:30 p.m. EST
    Rule(
        _rule(
            rf"(?<![\d.:$€£,])(?:(?P<from>\d{{1,2}}(?:[:.][0-5]\d)?)(?:\s?[-–—]\s?|\sto\s|(?<=between\s\d)\sand\s))?"
            rf"(?P<hour>\d{{1,2}}|\b(?i:{_WORD_HOURS}))(?:[:.](?P<minute>[0-5]\d))?\s{{0,2}}{_HALF}{_ZONE}{_AGAIN}"
        ),
        _halved,
        (HALVES,),
    ),
    # 18:10, 18:10 GMT, 18.10 GMT, 1810 GMT, 18:10:05 (the seconds are dropped)
    Rule(
        _rule(
            rf"(?<![\d.:$€£,-])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:%-])(?:\s?(?i:hours|hrs|h)\b)?{_ZONE}{_AGAIN}"
        ),
        _full,
        (":",),
    ),
    Rule(
        _rule(
            rf"(?<![\d.:$€£,-])(?P<hour>[01]\d|2[0-3])[.h]?(?P<minute>[0-5]\d)\s?(?:(?:hours|hrs)\s)?\(?(?P<zone>{_ZONE_NAMES})\b"
        ),
        _full,
        (HOURS,),
    ),
    # 4.20 in the morning
    Rule(
        _rule(
            r"(?<![\d.:$€£,-])(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)(?=\s(?:in\sthe|on\s\w{3,9}day)\s(?:morning|afternoon|evening))"
        ),
        _dotted,
        ("morning", "afternoon", "evening"),
    ),
    Rule(
        _rule(
            rf"\b(?P<minutes>(?i:{_SPOKEN_MINUTES}))\s(?P<way>(?i:past|to|after|before))\s(?P<hour>\d{{1,2}}|(?i:{_WORD_HOURS}|midnight|noon|midday))\b(?![-:.]\d)"
        ),
        _spoken,
        ("five", "ten", "twenty", "quarter", "half", "minute"),  # its minutes: "to" stands in every other sentence
    ),
    Rule(_rule(rf"\b(?P<hour>\d{{1,2}}|(?i:{_WORD_HOURS}))\s?(?i:o['’]clock)\b{_ZONE}"), _oclock, ("clock",)),
    Rule(_rule(rf"(?:12\s)?\b(?P<name>(?i:noon|midnight))\b{_ZONE}{_AGAIN}"), _named, ("noon", "midnight")),
    # "the morning of Oct. 23", "in the afternoon": joined to a day or dropped
    Rule(
        _rule(
            rf"\b(?:(?:in|during)\s)?(?:the\s)?(?:(?:early|late|pre-?)[- ]?)?(?:hours\sof\s)?(?P<part>(?i:{PART}))\b(?:\shours)?"
        ),
        _part,
        ("noon", "morning", "evening", "night", "dawn", "daybreak", "sunrise", "midday", "lunchtime", "dusk", "sunset"),
    ),
    # "the early hours of Thursday"; "early hours" of a shop are others
    Rule(
        _rule(r"\b(?:(?:in|during)\s)?the\s(?P<part>(?i:early|small|wee)\s(?i:hours))\b(?=\sof\s|\s?[.,;)]|\son\s)"),
        _part,
        ("hours",),
    ),
)
