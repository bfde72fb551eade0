"""Changes that news text suffers: bytes and a source of chance in, other bytes out. Words, not bits: a reader is got at by "1,00,0",
not by noise that its first pattern passes over."""

from __future__ import annotations

import random
from collections.abc import Callable

WORDS = r"""
3 12 1,000 1,00,0 1.5 1,5 0 -7 007 99999999999999999999999 1e400 1/2 ½ ¾ ٣ ١٢ 三 ² 3-4 3–4 3,000-4,000 between and million
bn m k trillion dozen hundred thousand twenty-one one a couple percent % per cent points pp $ € £ ¥ US$ $1.2bn 5,000 EUR
rupees crore lakh km/h mph kg °C 5ft 6in 7.1-magnitude Monday on Tuesday, Oct. 23 23 October 2024 2024-10-23 31/12/99 12/13/14
2024-02-30 February 29 2023 0000-00-00 9999 10000 1 BC 24:00 25:61 noon midnight 5 p.m. EST UTC+25 yesterday next week last
early spring Easter the 1980s Q3 fiscal 2023/24 hours later aged 7 7-year-old 7-month-old killed injured dead died toll rose to from
fell by not no never denied confirmed allegedly reportedly will would have been said says told according to the police Mr. Dr. St.
U.S. Inc. No. e.g. etc. ... … “ ” " ' ‘ ’ « » „ ( ) [ ] { } — – - ; : , . ! ? & < > <b> </p> &amp; &#0; &nbsp; \n \n\n \r\n \t • * # @
President Prime Minister Kim Jong Un van der Berg O'Neill al-Assad McDonald John Smith Ms Lowe's CEO unknown unclear whether
guilty acquitted voted 52 to 48 vs. against at least more than up to about nearly almost over under
é e\u0301 ﬁ İ ı ß ẞ Ⅷ 𝟏𝟐 😀 👩‍👩‍👧 \u200b \u200d \ufeff \u202e \u2066 \u0000 \u0007 \u2028 \u0085 \u00a0 \u3000 \ud7ff
а Рolice ｆｕｌｌ العربية 12٪ עברית हिन्दी 中文。 ไทย \U0001f1e6 \U0010ffff \ufffd
{"articles": [ ] } "source": "text": null true 1.0 "published_at": "body_text": "headlines": "@type": "NewsArticle" "options": \\ \\ud800
"""
TOKENS: tuple[bytes, ...] = (
    *(
        (word.encode("ascii").decode("unicode_escape") if "\\" in word else word).encode()
        for line in WORDS.split("\n")
        for word in line.split(" ")
        if word
    ),
    b" ",
    b"\n\n",
    b"\x1e",
    b"Source: X\nDate: 2024-01-01\n\n",
)
LONGEST = 6_000  # bytes: what is longer is the business of the tests of growth


def mutated(data: bytes, chance: random.Random, most: int = LONGEST) -> bytes:
    """The bytes with one to eight changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
        data = chance.choice(_CHANGES)(data, chance)
    return data[:most]


def _word(data: bytes, chance: random.Random) -> bytes:
    """A word put in, with or without blanks."""
    at = chance.randint(0, len(data))
    blank = chance.choice((b" ", b" ", b""))
    return data[:at] + blank + chance.choice(TOKENS) + blank + data[at:]


def _instead(data: bytes, chance: random.Random) -> bytes:
    """A word in another's place."""
    words = data.split(b" ")
    words[chance.randrange(len(words))] = chance.choice(TOKENS)
    return b" ".join(words)


def _run(data: bytes, chance: random.Random) -> bytes:
    """A word many times."""
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(TOKENS) * chance.choice((2, 5, 30, 300)) + data[at:]


def _without(data: bytes, chance: random.Random) -> bytes:
    """A stretch taken out."""
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.choice((1, 2, 5, 20, 100)) :]


def _moved(data: bytes, chance: random.Random) -> bytes:
    """A stretch at another place too."""
    start, to = chance.randint(0, len(data)), chance.randint(0, len(data))
    return data[:to] + data[start : start + chance.choice((3, 10, 40, 200))] + data[to:]


def _byte(data: bytes, chance: random.Random) -> bytes:
    """Another byte."""
    if not data:
        return bytes([chance.randrange(256)])
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _joined(data: bytes, chance: random.Random) -> bytes:
    """A blank less."""
    blanks = [i for i, c in enumerate(data) if c == 32]
    if not blanks:
        return data
    at = chance.choice(blanks)
    return data[:at] + data[at + 1 :]


def _digit(data: bytes, chance: random.Random) -> bytes:
    """Another digit in a digit's place, or one more."""
    digits = [i for i, c in enumerate(data) if 48 <= c <= 57]
    if not digits:
        return data
    at = chance.choice(digits)
    return data[:at] + str(chance.choice((0, 1, 9, 12, 31, 99, 1000))).encode() + data[at + 1 :]


_CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _word,
    _word,
    _word,
    _instead,
    _instead,
    _instead,
    _run,
    _without,
    _moved,
    _byte,
    _joined,
    _digit,
)
