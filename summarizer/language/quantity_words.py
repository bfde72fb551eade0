"""Quantities without a figure: a text in; "dozens", "no deaths", "both", "a couple of" and ordinals as mentions out."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.domain.facts import Bound, Kind, Mention, Quantity
from summarizer.domain.text import Span
from summarizer.language.number_words import RANKS
from summarizer.language.quantity_ages import life_decades
from summarizer.language.units import Unit, unit_after
from summarizer.language.words import holds

# What the newsroom's round words allow. The upper ends are wide: "hundreds" is still said of 1,200, "thousands" of tens
# of thousands; the lower ends are firm: twelve are not "dozens".
_CROWDS: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 99_999),
    "millions": (2_000_000, 99_999_999),
    "billions": (2_000_000_000, 999_999_999_999),
    "trillions": (2_000_000_000_000, 99_999_999_999_999),
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20_000_000, 99_999_999),
    "hundreds of millions": (200_000_000, 999_999_999),
    "tens of billions": (20_000_000_000, 99_999_999_999),
    "hundreds of billions": (200_000_000_000, 999_999_999_999),
    "thousands of millions": (2_000_000_000, 99_999_999_999),
}
_SEVERAL = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_CROWD = re.compile(
    r"(?<![\w-])(?:(?:tens|hundreds|thousands) of (?:thousands|millions|billions)|dozens|scores|hundreds|thousands|millions|billions|trillions)(?![\w-])",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"(?<![\w-])(?:several|a few|a couple of|a couple) (?P<scale>dozen|hundred|thousand|million|billion)(?![\w-])",
    re.IGNORECASE,
)
_NOT_SCORES = re.compile(
    r"(?:\d|test|exam|the|his|her|their|its|box|credit|high|low|final|he|she|who|goal|math|reading|[a-z]s) $",
    re.IGNORECASE,
)

_OF_MANY = re.compile(r" of (?!\d)")  # "scores of 3-2" are results

_HARM = r"kill|hurt|injur|wound|harm|miss|arrest|charg|hospitali[sz]|trap|detain|displac|affect|tak|burn"
_NOBODY = re.compile(
    rf"(?<!\w)(?P<words>no one|no-one|nobody|none)(?: on board| inside| else on board)? (?:was|were|has been|have been|is|are|had been|died|dies)(?<!else)"
    rf"(?:(?<=died)|(?<=dies)| (?:seriously |reported |believed |badly |immediately )?(?:{_HARM})\w*)(?!\w)(?! (?:in|by|for) the)",
    re.IGNORECASE,
)
_NO_HARM = re.compile(
    r"(?<!\w)(?P<words>no|zero) (?:(?:serious|civilian|major|human|known|american|u\.s\.|further) )?"
    r"(?:deaths?|casualt(?:y|ies)|injur(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?|arrests?|hostages|wounded|dead|people|passengers)(?!\w)"
    r"(?! (?:have|has) been (?:confirmed|identified)| (?:who|can|should|will|yet|until|more))",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"(?<!\w)both (?=(?!and\b|as\b|is\b|was\b|has\b|his\b|its\b|this\b|us\b)(?:[a-z]{2,16}[^s\W]s|men|women|people|children|teams|of)(?! and\b| or\b|[\w-]))",
    re.IGNORECASE,
)
_COUPLE = re.compile(r"(?<!\w)a couple(?= of (?!dozen|hundred|thousand|million|years? ago)[a-z])", re.IGNORECASE)
_PAIR = re.compile(
    r"(?<!\w)a pair(?= of (?!shoes|glasses|trousers|jeans|pants|scissors|gloves|boots|socks|shorts|tongs|pliers|binoculars|sunglasses"
    r"|goggles|sneakers|trainers|tights|leggings|pyjamas|pajamas|eyes|hands|wings|headphones)[a-z])",
    re.IGNORECASE,
)

_RANK_WORDS = "|".join(w for w in RANKS if w not in ("first", "second", "hundredth", "thousandth", "millionth"))
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_RANK_SIGNS = (
    "first",
    "second",
    "third",
    *(f"{w}th" for w in "four fif six seven eigh nin ten eleven twelf teen tie".split()),
)
_RANK_DIGITS = re.compile(
    rf"(?<![\w.,-])(?P<figure>\d{{1,3}})(?:st|nd|rd|th)(?!\w)(?! (?:[A-Z]|century|centuries|of (?:{_MONTHS})|grade|floor|amendment))(?!-(?:century|floor|grade))"
)
_RANK_WORD = re.compile(
    rf"(?<!\w)(?:(?P<leader>the|a|an|his|her|their|its|our|my|this|that|[\w]{{1,24}}['’]s) )"
    rf"(?P<word>(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?:{_RANK_WORDS}|first|second))(?!\w|-)"
    r"(?: |-)(?!longer|larger|higher|lower|bigger|smaller|cheaper|faster|shorter|more|less|fewer|greater|quarter|of\b|degree|century|floor|grade|party|world|and\b|hand|rate|reading|or\b)(?P<noun>[a-z]{3,20})"
)
# What a first or second one is a rank of; "the first time", "first aid" and "the second half" rank nothing that is counted.
_RANKED = frozenset(
    "place term goal victim death case attack wave phase win victory title person woman man suspect body victory explosion blast "
    "quake earthquake flight trial marriage child son daughter defeat medal gold season shooting strike crash day night week month "
    "vote round attempt appeal dose test launch week-long plane bomb patient outbreak fatality incident arrest storm hurricane".split()
)
_TENS_PREFIX = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}


def read_vague(text: str) -> list[Mention]:
    """Crowds, zeros, pairs and ranks.

    >>> text = "No one was hurt when dozens of shots hit both cars, the third attack."
    >>> [(m.span.of(text), m.value.number) for m in read_vague(text)]
    [('No one', Decimal('0')), ('dozens', None), ('both', Decimal('2')), ('third', Decimal('3'))]
    """
    lowered = text.lower()
    found: list[Mention] = []
    for signs, reader in _READERS:
        if holds(lowered, signs):
            found += reader(text)
    found += _ranks(text, lowered)
    return sorted(found, key=lambda m: m.span)


def _crowds(text: str) -> list[Mention]:
    found: list[Mention] = []
    for match in _CROWD.finditer(text):
        words = match.group().lower()
        if words == "scores" and (
            _NOT_SCORES.search(text, max(0, match.start() - 12), match.start()) or not _OF_MANY.match(text, match.end())
        ):
            continue
        if text[max(0, match.start() - 8) : match.start()].lower().endswith(("by the ", "in the ")):
            continue
        low, high = _CROWDS.get(words, (0, 0))
        if high:
            found.append(_vague(text, match.span(), (Decimal(low), Decimal(high)), words))
    for match in _FEW.finditer(text):
        scale = Decimal(_SEVERAL[match["scale"].lower()])
        top = scale * 10 - 1 if scale > 12 else Decimal(99)
        found.append(_vague(text, match.span(), (scale * 2, top), match.group().lower()))
    return found


def _vague(text: str, place: tuple[int, int], ends: tuple[Decimal, Decimal], words: str) -> Mention:
    """A round word; the unit counts that stands right after it, or after "of"."""
    start, end = place
    unit: Unit | None = None
    found = unit_after(text, end + 3) if text.startswith(" of ", end) else unit_after(text, end)
    if found is not None and found[0].name != "won":
        unit, end = found
        ends = (unit.convert(ends[0]), unit.convert(ends[1]))
    return Mention(
        span=Span(start, end),
        kind=unit.kind if unit else Kind.NUMBER,
        value=Quantity(
            number=None,
            low=ends[0],
            high=ends[1],
            unit=unit.canonical if unit else None,
            bound=Bound.VAGUE,
            written=f"{words} {unit.name}" if unit else words,
        ),
    )


def _zeros(text: str) -> list[Mention]:
    nobody = [_exact(m.span("words"), 0) for m in _NOBODY.finditer(text)]
    return nobody + [_exact(m.span("words"), 0) for m in _NO_HARM.finditer(text)]


def _pairs(text: str) -> list[Mention]:
    found = [_exact((m.start(), m.start() + 4), 2) for m in _BOTH.finditer(text)]
    found += [_exact(m.span(), 2) for m in _PAIR.finditer(text)]
    return found + [_couple(text, m) for m in _COUPLE.finditer(text)]


def _couple(text: str, match: re.Match[str]) -> Mention:
    """ "a couple of hours" is two, or a little more: it must not contradict three."""
    unit: Unit | None = None
    end = match.end()
    found = unit_after(text, match.end() + 3)
    if found is not None:
        unit, end = found
    two, three = Decimal(2), Decimal(3)
    return Mention(
        span=Span(match.start(), end),
        kind=unit.kind if unit else Kind.NUMBER,
        value=Quantity(
            number=unit.convert(two) if unit else two,
            low=unit.convert(two) if unit else two,
            high=unit.convert(three) if unit else three,
            unit=unit.canonical if unit else None,
            bound=Bound.ABOUT,
            written=f"2 {unit.name}" if unit else "2",
        ),
    )


def _exact(place: tuple[int, int], number: int, *, ordinal: bool = False) -> Mention:
    value = Decimal(number)
    return Mention(
        span=Span(*place),
        kind=Kind.NUMBER,
        value=Quantity(number=value, low=value, high=value, ordinal=ordinal, written=str(number)),
    )


def _ranks(text: str, lowered: str) -> list[Mention]:
    found = [_exact(m.span(), int(m["figure"]), ordinal=True) for m in _RANK_DIGITS.finditer(text) if int(m["figure"])]
    if not holds(lowered, _RANK_SIGNS):
        return found
    for match in _RANK_WORD.finditer(text):
        tens, _, word = match["word"].rpartition("-")
        if word in ("first", "second") and not tens and match["noun"] not in _RANKED:
            continue
        if match["leader"] in ("a", "an") and word == "second":
            continue
        found.append(_exact(match.span("word"), _TENS_PREFIX.get(tens, 0) + RANKS[word], ordinal=True))
    return found


# What must stand somewhere for a reader to be tried: patterns that ignore case are slow, `in` is not.
_READERS = (
    (("dozen", "scores", "hundred", "thousand", "million", "billion", "trillion"), _crowds),
    (("no one", "no-one", "nobody", "none", "no ", "zero "), _zeros),
    (("in his ", "in her ", "in their ", "in its "), life_decades),
    (("both ", "a pair of ", "a couple of "), _pairs),
)
