"""The words that dates are written in: names of months, days, holidays, seasons and parts of a day, as pattern pieces and as numbers.

Nothing is read here: a word goes in, a number comes out; the pieces are put together by the rules.
"""

from __future__ import annotations

import re

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Names that are also a verb or a person's name: alone they are a month only after a word such as "in".
TWO_FACED_MONTHS = frozenset({"may", "march", "april", "june", "august", "jan", "mar"})
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")
_SHORT_WEEKDAYS = ("mon", "tues", "tue", "wed", "thurs", "thur", "thu", "fri", "sat", "sun")


def _cased(words: tuple[str, ...], *, lower: frozenset[str] = frozenset()) -> str:
    """Each word with a capital and in capitals; in lower case only where that is no other word."""
    forms = [form for word in words for form in ((word.title(), word.upper()) + ((word,) if word in lower else ()))]
    return "|".join(forms)


_SAFE_MONTHS = frozenset(MONTHS) - {"may", "march"}
MONTH = rf"(?:(?:{_cased(MONTHS, lower=_SAFE_MONTHS)})\b|(?:{_cased(_SHORT_MONTHS)})\b\.?)"
WEEKDAY = rf"(?:{_cased(WEEKDAYS, lower=frozenset(WEEKDAYS))})"
SHORT_WEEKDAY = rf"(?:{_cased(_SHORT_WEEKDAYS)})\b\.?"
YEAR = r"(?:1[5-9]|20)\d\d"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
GAP = r"\s{1,3}"

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
UNITS = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "decade": "decade",
    "century": "century",
    "centuries": "century",
}

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
SEASON_KEYS = tuple(SEASONS)
SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"

# Name in TIMEX3, first and last minute (minutes after midnight, half-open). Generous: "Tuesday morning" is also said of 2 a.m.,
# and a night reaches into the next day.
PARTS = {
    "morning": ("TMO", 0, 720),
    "mid-morning": ("TMO", 480, 720),
    "early-hours": ("TMO", 0, 420),
    "small-hours": ("TMO", 0, 420),
    "wee-hours": ("TMO", 0, 420),
    "dawn": ("TDN", 180, 540),
    "daybreak": ("TDN", 180, 540),
    "sunrise": ("TDN", 180, 540),
    "midday": ("TMI", 660, 840),
    "lunchtime": ("TMI", 660, 900),
    "afternoon": ("TAF", 720, 1140),
    "mid-afternoon": ("TAF", 810, 1050),
    "evening": ("TEV", 960, 1440),
    "dusk": ("TEV", 930, 1320),
    "sunset": ("TEV", 930, 1320),
    "night": ("TNI", 1080, 1800),
    "nightfall": ("TEV", 930, 1320),
}
PART = r"(?:mid[- ]?(?:morning|afternoon)|morning|afternoon|evening|nightfall|night|dawn|daybreak|sunrise|midday|lunchtime|dusk|sunset)"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its abbreviation.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    key = word.lower().rstrip(".")[:3]
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(key))


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday.

    >>> weekday_number("Wednesday"), weekday_number("Sun.")
    (2, 6)
    """
    key = word.lower().rstrip(".")[:3]
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(key))


def count_of(word: str) -> int:
    """The number that a counting word or digits say; 0 where it is none.

    >>> count_of("two"), count_of("14"), count_of("twenty-five"), count_of("several")
    (2, 14, 25, 0)
    """
    word = word.lower()
    if word.isdecimal():
        return int(word)
    tens, _, ones = word.partition("-")
    return NUMBERS.get(tens, 0) + NUMBERS.get(ones, 0)


def part_of_day(word: str) -> tuple[str, int, int]:
    """The TIMEX3 name of a part of the day and its minutes.

    >>> part_of_day("Afternoon")
    ('TAF', 720, 1140)
    """
    key = word.lower().replace(" ", "-")
    return PARTS[key.replace("midm", "mid-m").replace("mida", "mid-a") if key.startswith(("midm", "mida")) else key]


_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
# A year as it is spoken: "nineteen ninety-four", "twenty twelve", "two thousand and six".
SPOKEN_YEAR = (
    rf"(?i:(?P<hundreds>nineteen|eighteen|twenty|two(?=\sthousand\b))\s(?P<rest>{_TEENS}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_ONES}))?|"
    rf"(?<=two\s)thousand(?:\s(?:and\s)?(?:{_TEENS}|{_ONES}))?))\b"
)


def spoken_year(match: re.Match[str]) -> int:
    """The year that a match of SPOKEN_YEAR says.

    >>> [spoken_year(re.match(SPOKEN_YEAR, words)) for words in ("nineteen ninety-four", "two thousand and six")]
    [1994, 2006]
    """
    rest = match["rest"].lower().split()
    if rest[0] == "thousand":
        return 2000 + (count_of(rest[-1]) if len(rest) > 1 else 0)
    return 100 * count_of(match["hundreds"]) + count_of(rest[0])
