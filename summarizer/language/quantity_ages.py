"""Ages: a text and a figure in it; the unit that the age is counted in, and where its words end, out."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.domain.facts import Bound, Kind, Mention, Quantity
from summarizer.domain.text import Span
from summarizer.language.numbers import Figure
from summarizer.language.units import Unit
from summarizer.language.words import word_before

OLDEST = 115  # of a person named before the figure
MATCH_REACH = 120  # characters around "Poe (34)" in which a match is spoken of

_OLD = re.compile(
    r"[ -](?P<unit>year|yr|month|week|day)s?(?:[ -]olds?(?!\w)|[ ]of[ ]age(?!\w))|[ /-]?(?:yo|y/o|y\.o\.)(?!\w)|[ ]years[ ]young(?!\w)",
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
_PERSON = (
    r"wife|husband|son|daughter|mother|father|brother|sister|man|woman|boy|girl|child|baby|infant|toddler|teen|teenager|suspect|victim"
    r"|driver|passenger|student|pupil|gunman|grandson|granddaughter|grandmother|grandfather|uncle|aunt|nephew|niece|cousin"
    r"|girlfriend|boyfriend|partner|youngest|oldest|eldest"
)
_PEOPLE = r"women|men|girls|boys|children|brothers|sisters|sons|daughters|victims|suspects|teenagers|teens|students|people|drivers|couple|twins"
# "The child was 7", "her brother is 12".
_PERSON_WAS = re.compile(rf"(?<!\w)(?:{_PERSON}) (?:is|was|turned|turns)(?: only| just| now| about)? $")
# "A man of 23 has been arrested", "her son of 9,"; not "a man of 15 stone".
_PERSON_OF = re.compile(rf"(?<!\w)(?:{_PERSON}) of (?:only |just |about )?$")
_AFTER_PERSON_OF = re.compile(
    r"[,;.)]|\s*$| (?:who|whose|was|were|is|are|has|had|have|will|died|and|from|in|at|with|to|on|remains?|told|said|escaped|suffered)\b"
)
# "The victims were 18 and 21", "two women, 23 and 25,": two figures at least.
_LISTED = r"(?:\d{1,3}(?:, and |, | and ))"
_PEOPLE_WERE = re.compile(rf"(?<!\w)(?:{_PEOPLE})(?: (?:are|were)|,)(?: aged)? (?P<before>{_LISTED}{{0,4}})$")
_MORE_AGES = re.compile(r"(?:, and |, | and )\d{1,3}(?=[,;)]|\.(?:\s|$)|\s*$| and |, )")
# "Ann Poe (34) left": a given name and a family name, and no match that they play in.
_BRACKETED = re.compile(
    r"(?<![\w’'-])[A-Z][\w’'-]{1,24} [A-Z][\w’'-]{1,24} \($|(?<!\w)(?:man|woman|boy|girl|teenager) \($"
)
_MATCH = re.compile(
    r"(?<!\w)(?:goals?|scor(?:ed?|ing)|beat|won|win|lost|penalt(?:y|ies)|yards?|points?|half-time|minutes?|booked|subs?|substitutes?|defeat|draw|seats?"
    r"|votes?|ranked|touchdowns?|quarterback|game|coach|season|league|ball|runs?|wickets?|laps?)(?!\w)"
)
_NAMED = re.compile(
    r"(?:(?P<name>[A-Z][\w’'.-]{1,24})|(?<!\w)(?:"
    rf"{_PERSON}|fiancee?))"
    r", (?:now |also |then |about |both )?$"
)
_NO_PERSON = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|No\.?|Meanwhile|However"
    r"|Also|Overall|Finally|Inc\.?|Corp\.?|Ltd\.?|Co\.?|Today|Tonight|Yesterday"
)
# The words and marks that one of the patterns above ends with before the figure; most figures follow another word.
_NEAREST = (
    *(
        "aged",
        "age",
        "ages",
        "of",
        "between",
        "from",
        "just",
        "only",
        "about",
        "around",
        "over",
        "under",
        "least",
        "and",
        "to",
        "or",
    ),
    *(
        "at",
        "is",
        "was",
        "'s",
        "’s",
        "'m",
        "’m",
        "am",
        "are",
        "were",
        "turns",
        "turned",
        "now",
        "also",
        "then",
        "both",
        ",",
        "(",
    ),
)
_CLOSED = re.compile(r"[,;)]|\.(?:\s|$)|\s*$")
_CLOSED_VERB = re.compile(
    r"[,;.)]|\s*$| (?:when|at the time|and (?:had|has|was|is|lived)|years|last|this|on|in|earlier)\b"
)
_CLOSED_DEATH = re.compile(r"[,;.)]|\s*$| (?:after|from|in|of|following|on|at|when|with)\b")
_AFTER_AGED = re.compile(r"(?!\d|[ -]?(?:percent|per cent|%|million|billion))")

_DECADES = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
# "in her 30s", "in his mid-forties", "in their late teens".
_DECADE = re.compile(
    rf"(?<!\w)in (?:his|her|their|its) (?P<part>early|mid|late)?[ -]{{0,1}}(?P<decade>[2-9]0['’]?s(?! (?!(?:was|were|is|are|and|or|who|when|at|in|on|from|with|has|had|died)\b)[a-z])|{'|'.join(_DECADES)})(?!\w)"
)
# Years within the decade; neighbours overlap.
_PARTS = {"": (0, 9), "early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_TEENS = {"": (0, 6), "early": (0, 2), "mid": (1, 4), "late": (4, 6)}

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


def life_decades(text: str) -> list[Mention]:
    """Ages told by their decade, as extents of years.

    >>> [(m.span.of(text), m.value.low, m.value.high) for text in ("a man in his mid-40s",) for m in life_decades(text)]
    [('mid-40s', Decimal('43'), Decimal('47'))]
    """
    found: list[Mention] = []
    for match in _DECADE.finditer(text):
        word = match["decade"]
        first = _DECADES.get(word) or int(word[:2])
        low, high = (_TEENS if word == "teens" else _PARTS)[match["part"] or ""]
        span = Span(match.start("part") if match["part"] else match.start("decade"), match.end())
        value = Quantity(
            number=None,
            low=Decimal(first + low),
            high=Decimal(first + high),
            unit="year",
            bound=Bound.VAGUE,
            written=span.of(text),
        )
        found.append(Mention(span=span, kind=Kind.AGE, value=value))
    return found


def _says_age(text: str, figure: Figure) -> bool:
    start, end = figure.start, figure.end
    if not word_before(text, start).endswith(_NEAREST):
        return False
    window = max(0, start - 40)
    if (_AGED.search(text, window, start) or _AGED_LIST.search(text, window, start)) and _AFTER_AGED.match(text, end):
        return True
    if _AT_AGE.search(text, window, start):
        return _CLOSED_DEATH.match(text, end) is not None
    if _WAS.search(text, window, start) or _PERSON_WAS.search(text, window, start):
        return _CLOSED_VERB.match(text, end) is not None
    if _PERSON_OF.search(text, window, start):
        return figure.value <= OLDEST and _AFTER_PERSON_OF.match(text, end) is not None
    if figure.form != "digits" or figure.value < 1 or figure.value != int(figure.value):
        return False
    return _is_listed(text, figure) or _is_bracketed(text, figure) or _is_beside_a_name(text, figure)


def _is_beside_a_name(text: str, figure: Figure) -> bool:
    """ "Kallis, 58, was found"."""
    name = _NAMED.search(text, max(0, figure.start - 40), figure.start)
    if name is None or not _CLOSED.match(text, figure.end):
        return False
    return name["name"] is None or not _NO_PERSON.fullmatch(name["name"])


def _is_listed(text: str, figure: Figure) -> bool:
    """ "The victims were 18 and 21", "two women, 23 and 25,": people, and at least two figures that nothing else follows."""
    before = _PEOPLE_WERE.search(text, max(0, figure.start - 60), figure.start)
    if before is None:
        return False
    more = _MORE_AGES.match(text, figure.end) is not None
    return more or (bool(before["before"]) and _CLOSED.match(text, figure.end) is not None)


def _is_bracketed(text: str, figure: Figure) -> bool:
    if text[figure.end : figure.end + 1] != ")" or not _BRACKETED.search(text, max(0, figure.start - 56), figure.start):
        return False
    return not _MATCH.search(text, max(0, figure.start - MATCH_REACH), figure.end + MATCH_REACH)
