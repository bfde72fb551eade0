"""Ages: a text and a figure in it; the unit that the age is counted in, and where its words end, out."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.domain.facts import Kind
from summarizer.language.numbers import Figure
from summarizer.language.units import Unit

OLDEST = 115  # of a person named before the figure

_OLD = re.compile(
    r"[ -](?P<unit>year|yr|month|week|day)s?(?:[ -]olds?(?!\w)|[ ]of[ ]age(?!\w))|[ -]?(?:yo|y/o|y\.o\.)(?!\w)|[ ]years[ ]young(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?<![\w-])(?:[Aa]ged|[Aa]ges?)(?: of| between| from| just| only| about| around| over| under| at least)?[ ]$"
)
_AGED_LIST = re.compile(r"(?<![\w-])(?:[Aa]ged|[Aa]ges)(?: between)? (?:\d{1,3}(?:, | and | to | or |, and ))+$")
_AT_AGE = re.compile(
    r"(?<!\w)(?:dead|dies|died|die|retired|married|orphaned|widowed) at (?:just |only |about |age )?$", re.IGNORECASE
)
_WAS = re.compile(
    r"(?<!\w)(?:[Hh]e|[Ss]he|who|I)(?: is| was|['’]s|['’]m| am| turns| turned| had turned| just turned)(?: only| just| now| about)? $"
)
_NAMED = re.compile(
    r"(?:(?P<name>[A-Z][\w’'.-]{1,24})|(?<!\w)(?:wife|husband|son|daughter|mother|father|brother|sister|man|woman|boy|girl|suspect|victim"
    r"|driver|grandson|granddaughter|grandmother|grandfather|uncle|aunt|nephew|niece|cousin|fiancee?|girlfriend|boyfriend|partner))"
    r", (?:now |also |then |about |both )?$"
)
_NO_PERSON = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|No\.?|Meanwhile|However"
    r"|Also|Overall|Finally|Inc\.?|Corp\.?|Ltd\.?|Co\.?|Today|Tonight|Yesterday"
)
_CLOSED = re.compile(r"[,;)]|\.(?:\s|$)|\s*$")
_CLOSED_VERB = re.compile(
    r"[,;.)]|\s*$| (?:when|at the time|and (?:had|has|was|is|lived)|years|last|this|on|in|earlier)\b"
)
_CLOSED_DEATH = re.compile(r"[,;.)]|\s*$| (?:after|from|in|of|following|on|at|when|with)\b")
_AFTER_AGED = re.compile(r"(?!\d|[ -]?(?:percent|per cent|%|million|billion))")

_YEARS = Decimal(1)
_UNITS: dict[str, Unit] = {
    name: Unit(name=name, kind=Kind.AGE, canonical="year", factor=factor)
    for name, factor in (
        ("year", _YEARS),
        ("month", _YEARS / 12),
        ("week", Decimal(7) / Decimal("365.25")),
        ("day", 1 / Decimal("365.25")),
    )
}
_UNITS["yr"] = _UNITS["year"]


def age_at(text: str, figure: Figure) -> tuple[Unit, int] | None:
    """The unit of the age that the figure gives, and where its words end, or None where it gives none.

    >>> from summarizer.language.numbers import read_figures
    >>> text = "Ann Lee, 34, and her 10-month-old son"
    >>> [(unit.name, end) for unit, end in (age_at(text, f) for f in read_figures(text))]
    [('year', 11), ('month', 33)]
    """
    if figure.form == "fraction" or figure.value < 0:
        return None
    old = _OLD.match(text, figure.end)
    if old:
        return _UNITS[(old["unit"] or "year").lower()], old.end()
    if figure.value > OLDEST or not _says_age(text, figure):
        return None
    return _UNITS["year"], figure.end


def _says_age(text: str, figure: Figure) -> bool:
    start, end = figure.start, figure.end
    window = max(0, start - 40)
    if (_AGED.search(text, window, start) or _AGED_LIST.search(text, window, start)) and _AFTER_AGED.match(text, end):
        return True
    if _AT_AGE.search(text, window, start):
        return _CLOSED_DEATH.match(text, end) is not None
    if _WAS.search(text, window, start):
        return _CLOSED_VERB.match(text, end) is not None
    if figure.form != "digits" or figure.value < 1 or figure.value != int(figure.value):
        return False
    name = _NAMED.search(text, window, start)
    if name is None or not _CLOSED.match(text, end):
        return False
    return name["name"] is None or not _NO_PERSON.fullmatch(name["name"])
