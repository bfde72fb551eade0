"""The words that write a number: a word in; what it does in a number and its value out."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from enum import StrEnum


class Part(StrEnum):
    """What a word or a run of digits does in a number."""

    DIGITS = "digits"
    ZERO = "zero"
    UNIT = "unit"  # one to nine
    TEEN = "teen"  # ten to nineteen
    TENS = "tens"
    HUNDRED = "hundred"
    SCALE = "scale"  # dozen, thousand, million, …


_ZEROS = "zero nought naught"
_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

SCALES: dict[str, Decimal] = {
    "dozen": Decimal(12),
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}
# Letters after digits that multiply. Those that can also be units (m, b, t, g) are read where the unit is known.
SUFFIXES: dict[str, Decimal] = {
    "k": SCALES["thousand"],
    "mn": SCALES["million"],
    "mln": SCALES["million"],
    "mil": SCALES["million"],
    "bn": SCALES["billion"],
    "bln": SCALES["billion"],
    "tn": SCALES["trillion"],
    "trn": SCALES["trillion"],
    "tln": SCALES["trillion"],
    "million": SCALES["million"],  # glued on: "143million"
    "billion": SCALES["billion"],
}
MONEY_SUFFIXES: dict[str, Decimal] = {
    "m": SCALES["million"],
    "mm": SCALES["million"],
    "b": SCALES["billion"],
    "t": SCALES["trillion"],
}
VULGAR: dict[str, tuple[int, int]] = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip

WORDS: dict[str, tuple[Part, Decimal]] = {
    **{w: (Part.ZERO, Decimal(0)) for w in _ZEROS.split()},
    **{w: (Part.UNIT, Decimal(n)) for n, w in enumerate(_UNITS.split(), 1)},
    **{w: (Part.TEEN, Decimal(n)) for n, w in enumerate(_TEENS.split(), 10)},
    **{w: (Part.TENS, Decimal(n * 10)) for n, w in enumerate(_TENS.split(), 2)},
    "fourty": (Part.TENS, Decimal(40)),
    "hundred": (Part.HUNDRED, Decimal(100)),
    **{w: (Part.SCALE, value) for w, value in SCALES.items()},
    "dozens": (Part.SCALE, SCALES["dozen"]),
    "dzs": (Part.SCALE, SCALES["dozen"]),
    "dozs": (Part.SCALE, SCALES["dozen"]),
    "lakhs": (Part.SCALE, SCALES["lakh"]),
    "crores": (Part.SCALE, SCALES["crore"]),
}

_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
RANKS: dict[str, int] = {
    **{w: n for n, w in enumerate(_RANKS.split(), 1)},
    **{w: n * 10 for n, w in enumerate(_TENTHS.split(), 2)},
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
}
# What divides: "two thirds", "a quarter". "second" divides nothing.
DIVISORS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "quarter": 4,
    "quarters": 4,
    **{w: n for w, n in RANKS.items() if n > 2},
    **{w + "s": n for w, n in RANKS.items() if n > 2},
    "billionth": 10**9,
    "billionths": 10**9,
    "trillionth": 10**12,
    "trillionths": 10**12,
}


def alternatives(
    words: dict[str, object] | dict[str, int] | dict[str, Decimal] | dict[str, tuple[Part, Decimal]],
) -> str:
    """The words as alternatives of a pattern that ignores case, longest first; those with one first letter stand together.

    A class that does not ignore case stands for the first letter: at most places one look at it passes over all its words.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (-len(w), w)):
        groups[word[0]].append(re.escape(word[1:]))
    return "|".join(f"(?-i:[{first}{first.upper()}])(?:{'|'.join(rests)})" for first, rests in groups.items())
