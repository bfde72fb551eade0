"""Years, quarters, halves, seasons, decades and centuries as rules of the date reader: a match in, a Moment out.

A bare year is read only where the words around it ask for one, as four digits may count troops.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import (
    century_of,
    decade_of,
    half_of,
    midnight,
    quarter_of,
    season_of,
    unresolved,
    year_of,
)
from summarizer.language.date_scene import YEARS, Rule, Scene
from summarizer.language.date_words import ORDINALS, SEASON, SEASON_KEYS, SEASONS, SPOKEN_YEAR, TENS, YEAR, spoken_year

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))
_YEAR_LEAD = re.compile(
    r"(?:\b(?:in|since|by|until|till|from|through|during|before|after|for|around|about|circa|than|versus|vs\.?|late|early|mid|fiscal|year|"
    r"compared with|throughout|as of|back to|dates? to|between|begin(?:s|ning)?|entering|into|late in|early in|only)|mid-|\bFY)\s{0,2}$",
    re.I,
)
_WEAK_YEAR_LEAD = re.compile(
    r"(?:\b(?:of|and|or|to|its|the|his|her|their|our|my|a|an|this)|[’']s)\s{0,2}$|[(–—-]\s?$|\b(?:1[89]|20)\d\d,\s$",
    re.I,
)
_COUNTED = re.compile(
    r"(?:-\w|[.,:]\d|%|\s?(?:°|km|kg|mph|m\b|million|billion|trillion|percent|per\b|degrees?|dollars?|euros?|pounds?|people|men\b|women|children|"
    r"police\b|of\s(?:the|them|those)\b|(?!years\b|was\b|has\b|is\b|as\b|its\b|this\b|elections?\b|games\b|sanctions\b|protests\b|talks\b|"
    r"attacks\b|floods\b|riots\b|results\b|sales\b|earnings\b|profits\b|revenues\b|taxes\b|midterms\b|finals\b|playoffs\b|levels\b|prices\b)"
    r"(?:[a-z]+-)?[a-z]{2,}(?<!s)s\b))"
)
_MODIFIED_YEAR = re.compile(r"\s[A-Za-z]|['’]s\b")
_PLAIN_AFTER_YEAR = re.compile(
    r"\s{0,2}(?:$|[.,;:)\]–—-]|[’']s\b|(?:and|or|to|by|when|while|that|but|as|at|for|with|in|on|was|is|after|before|against)\b)"
)


SPORT_REACH = 150  # characters around "the second quarter" in which a match is spoken of
_SPORT = re.compile(
    r"\b(?:touchdowns?|yards?|-yard|quarterback|coach|teams?|points?\s(?:lead|deficit)|scor(?:ed|es|ing)|field\sgoals?|play(?:ed|s|ers?|off|offs)?|"
    r"halftime|wickets?|innings|rebounds?|kick(?:ed|off)?|goals?|Cup|League|games?|drive|match|season)\b"
)


def period_rules() -> tuple[Rule, ...]:
    """The rules, most specific first.

    >>> len(period_rules()) > 10
    True
    """
    return _RULES


def _year_range(match: re.Match[str], scene: Scene) -> Moment | None:
    first, last = int(match["first"]), match["last"]
    final = int(last) if len(last) == 4 else first - first % 100 + int(last)
    if (
        not first < final < first + 500
        or _COUNTED.match(scene.after(match))
        or re.search(r"[$€£]\s?$", scene.before(match))
    ):
        return None
    led = re.search(r"\b(?:from|between|in|for|during|the)\s$", scene.before(match), re.I)
    if (
        match["word"]
        and not led
        and not (match["word"].strip() == "to" and re.match(r"\s?(?:$|[.,;:)])", scene.after(match)))
    ):
        return None
    low, high = year_of(first), year_of(final)
    return replace(low, high=high.high, value=f"{low.value}/{high.value}")


def _year(match: re.Match[str], scene: Scene) -> Moment | None:
    before, after = scene.before(match, 24), scene.after(match, 32)
    if re.search(
        r"[$€£#№]\s?$|\b(?:[Nn]o|[Rr]oom|[Ff]light|[Rr]oute|[Hh]ighway|version|one in)\.?\s$", before
    ) or _COUNTED.match(after):
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
    return year_of(spoken_year(match))


def _quarter(match: re.Match[str], scene: Scene) -> Moment | None:
    number = _quarter_number(match)
    found = match.groupdict()
    if number > 4 or (number > 2 and found.get("half")):
        return None
    year = found.get("year") or found.get("year_before")
    make = half_of if found.get("half") else quarter_of
    if year:
        return make(int(year), number)
    if not found.get("letter") and _SPORT.search(
        scene.text[max(0, match.start() - SPORT_REACH) : match.end() + SPORT_REACH]
    ):
        return None
    if scene.anchor is None:
        return unresolved(Grain.QUARTER)
    which = (found.get("which") or found.get("which_before") or "").lower()
    return make(
        scene.anchor.year + _year_shift(which, number, scene.anchor, parts=2 if found.get("half") else 4),
        number,
        relative=True,
    )


def _quarter_number(match: re.Match[str]) -> int:
    word = (match["number"] or match["letter"]).lower()
    if word == "last":
        return 2
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
    if found.get("year") or found.get("hundreds"):
        return season_of(int(found["year"]) if found.get("year") else spoken_year(match), season)
    which = (found.get("which") or "").lower()
    if scene.anchor is None:
        return unresolved(Grain.SEASON)
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


_OF_WHICH = r"(?i:\s(?:of\s)?(?P<which>this|last|next)\s(?:fiscal\s)?year\b(?!['’]s))"
_QUARTER_NUMBER = r"(?P<number>(?i:first|second|third|fourth)|[1-4](?:st|nd|rd|th))"
_FISCAL = r"(?:(?i:fiscal|financial)[- ])?"


_RULES: tuple[Rule, ...] = (
    # 2019-2023, 2019-20, from 2019 to 2023
    Rule(
        _rule(
            r"(?<![\d$€£.,/-])(?P<first>(?:1[5-9]|20)\d\d)(?:\s?[-–—]\s?|(?P<word>\s(?:to|through|until|and)\s))(?P<last>(?:1[5-9]|20)\d\d|(?<=[-–—])\d\d)(?![\d%.,/-]\d|\d|%|-)"
        ),
        _year_range,
        (YEARS,),
    ),
    # in 2016, since 2021, the 1988 period, fiscal 1989
    Rule(
        _rule(
            r"(?<![\d$€£.,/:-])(?:(?i:the\syear|fiscal(?:\syear)?)\s)?(?<![\d$€£.,/:-])(?P<year>(?:1[6-9]|20)\d\d)(?![\d%°]|s\b)"
        ),
        _year,
        (YEARS,),
    ),
    Rule(_rule(r"(?<=\bmid-)(?P<year>(?:19|20)\d\d)\b(?!s)"), _year, ("mid-",)),
    Rule(_rule(rf"\b(?!(?i:two))(?:[Tt]he\syear\s)?{SPOKEN_YEAR}"), _spoken_year, ("nineteen", "eighteen", "twenty")),
    Rule(_rule(rf"\b(?i:(?:the\s)?year\s){SPOKEN_YEAR}"), _spoken_year, ("thousand",)),
    # third-quarter, the third quarter of 2024, this year's third quarter, fiscal first quarter
    Rule(
        _rule(
            rf"\b(?:(?i:(?P<which_before>this|last|next)\syear['’]s)\s|(?P<year_before>{YEAR})(?:['’]s)?\s|(?P<which>(?i:year-ago|year-earlier))\s)?"
            rf"{_FISCAL}{_QUARTER_NUMBER}[- ]{_FISCAL}(?i:quarter)\b(?:,?\s(?:of\s|in\s)?(?:(?i:fiscal)\s)?(?P<year>{YEAR})\b)?"
        ),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(rf"\b{_FISCAL}{_QUARTER_NUMBER}[- ]{_FISCAL}(?i:quarter){_OF_WHICH}"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(rf"\b(?P<number>)(?P<letter>Q[1-4]|[1-4]Q)(?:\s(?:of\s)?(?P<year>{YEAR}))?\b"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(rf"\b(?P<year>{YEAR})\s?(?P<number>)(?P<letter>Q[1-4])\b"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(rf"\b(?P<number>(?i:first|second|last))\s(?P<half>(?i:half|two\squarters))\s(?:of\s)?(?P<year>{YEAR})\b"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(rf"\b(?P<number>(?i:first|second|last))\s(?P<half>(?i:half|two\squarters)){_OF_WHICH}"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    Rule(
        _rule(r"(?<=\b[Tt]he\s)(?P<number>(?i:first|second|last))\s(?P<half>(?i:half|two\squarters))\sof\sthe\syear\b"),
        _quarter,
        ("quarter", "half", "q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q"),
    ),
    # spring 2024, last summer, the winter of 1994, the winter of nineteen ninety-four
    Rule(_rule(rf"\b(?:[Tt]he\s)?(?P<season>{SEASON})\sof\s{SPOKEN_YEAR}"), _season, SEASON_KEYS),
    Rule(_rule(rf"\b(?P<season>{SEASON}),?\s(?:of\s)?(?:the\syear\s)?(?P<year>{YEAR})\b"), _season, SEASON_KEYS),
    Rule(
        _rule(
            rf"\b(?P<which>(?i:this\s(?:past|coming)|this|last|past|next|coming))\s(?P<season>{SEASON})\b(?!\s(?:of|from|in\sprices?)\b)"
        ),
        _season,
        SEASON_KEYS,
    ),
    Rule(
        _rule(
            r"(?:(?<=\b(?:in|by)\s)|(?<=\bover\s)|(?<=\binto\s)|(?<=\bof\s)|(?<=\bduring\s))(?:the\s)?(?:(?:early|late)\s)?"
            r"(?P<season>summer|autumn|winter|spring)\b(?=\s?[.,;]|\s(?:and|when|but|after)\b)"
        ),
        _season,
        SEASON_KEYS,
    ),
    # the 1990s, the '90s, the nineties
    Rule(_rule(r"(?<![\d.,/-])(?P<full>(?:1[5-9]|20)\d0)['’]?s\b"), _decade, (YEARS,)),
    Rule(_rule(r"(?<=-)(?P<full>(?:1[5-9]|20)\d0)['’]?s\b"), _decade, (YEARS,)),
    Rule(_rule(r"(?<!\w)['’‘](?P<short>[1-9]0)s\b"), _decade, ("0s",)),
    Rule(_rule(rf"(?<=\b[Tt]he\s)(?:mid-)?(?P<word>{'|'.join(TENS)})\b"), _decade, tuple(TENS)),
    # the 19th century
    Rule(
        _rule(
            rf"\b(?P<number>\d{{1,2}}(?:st|nd|rd|th)|(?i:{_ORDINAL}))[- ](?i:century)\b(?!\s(?:in|of)\s(?:Test|Tests))"
        ),
        _century,
        ("century",),
    ),
)
