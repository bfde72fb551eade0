"""Units and currencies next to a figure: a text and a place in; the unit, how it converts, and where its words end out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files

from summarizer.domain.facts import Kind

LONGEST_NAME = 4  # words: "South Korean won" has three, "degrees" before "Fahrenheit" two

_FOLDED_FROM = 5  # letters: MW and mW differ, "Metres" and "metres" do not
_SIGNS = "%％°º℃℉″¢$£€¥₹₩₽₺₪₦฿₫₴₱₡৳₿₾₭元"
# A unit after a figure: a sign or up to four words, each with its gap ("-mile", " square kilometres", "km/h", " ° C").
_AFTER = re.compile(
    rf"(?P<gap>[ \u00a0\u202f]{{0,2}}|[-‐‑])(?P<body>(?:%-points?|[°º] ?[CF](?!\w)|[{_SIGNS}]"
    r"|[A-Za-z]{0,3}\$|[^\W\d_]{1,14}[23²³]?(?:\.[A-Za-z]\.)?(?:/[a-z]{1,4})?)(?:(?:[ \u00a0-]|\. )[^\W\d_]{1,14}){0,3})"
)
_SMALL_ENDS = ("Rs", "Rp", "Tk", "Sh", "sh", "Fr", "kr")  # of what stands before a figure; most words are no currency
_CUT = re.compile(r"[ \u00a0-]|\. ")
_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?:U\.S\. ?|US ?|[A-Z]{1,3}|Mex|[cC] )?\$|\$(?:US|A|NZ|C|HK)|(?<![A-Za-z])[A-Za-z]{3}\$|UK£|E£|CN¥|JP¥|[£€¥₹₩₽₺₪₦฿₫₴₱₡৳₿₾₭]"
    r"|(?<![A-Za-z])(?:Rs\.?|RM|Rp\.?|Tk\.?|KSh\.?|Ksh\.?|Sh\.?|USh\.?|TSh\.?|SFr\.?|kr|[A-Z]{3}(?:\$)?))[ \u00a0]{0,2}$|(?<![A-Za-z.])R$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit: `name` as it is written down, `canonical` what its dimension is compared in, and the way between them."""

    name: str
    kind: Kind
    canonical: str
    factor: Decimal
    offset: Decimal = Decimal(0)

    def convert(self, figure: Decimal) -> Decimal:
        """The figure in the canonical unit.

        >>> fahrenheit = unit_after("104 degrees Fahrenheit", 3)[0]
        >>> str(fahrenheit.convert(Decimal(104)))
        '40.00'
        """
        converted = (figure + self.offset) * self.factor
        return converted.quantize(Decimal("0.01")) if self.offset else converted

    def widen(self, slack: Decimal) -> Decimal:
        """A difference in the canonical unit."""
        return slack * self.factor


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """The unit whose words start at `at`, after at most one gap, and where they end; the longest name wins.

    >>> unit, end = unit_after("a 12-square-mile area", 4)
    >>> unit.name, unit.canonical, end
    ('square mile', 'ha', 16)
    """
    match = _AFTER.match(text, at)
    if match is None:
        return None
    body = match["body"]
    cuts = [*(m.start() for m in _CUT.finditer(body)), len(body)]
    for cut in reversed(cuts):
        unit = _named(body[:cut])
        end = match.start("body") + cut
        if unit is not None and not text[end : end + 1].isalnum() and _fits(match["gap"], body[:cut]):
            return unit, end
    return None


def currency_before(text: str, at: int) -> tuple[Unit, int] | None:
    """The currency whose sign or code ends right before `at`, and where it starts.

    >>> unit, start = currency_before("worth US$5m", 9)
    >>> unit.canonical, start
    ('USD', 6)
    """
    window = max(0, at - 8)
    before = text[window:at].rstrip()
    if before[-1:].islower() and not before.endswith(_SMALL_ENDS):
        return None
    match = _BEFORE.search(text, window, at)
    if match is None:
        return None
    sign = re.sub(r"[. \u00a0]", "", match.group())
    if len(sign) > 1 and sign.startswith("$"):
        sign = sign[1:] + "$"
    unit = (
        _table().get(sign)
        or _table().get(sign.upper())
        or (_table().get(sign.removesuffix("$").upper()) if len(sign) > 3 else None)
    )
    if unit is None or unit.kind is not Kind.MONEY:
        return None
    return unit, match.start()


def named(name: str) -> Unit:
    """The unit of that name. Raises KeyError where the table has none.

    >>> named("mile").canonical
    'm'
    """
    return _table()[name]


@lru_cache(maxsize=8_192)
def _named(words: str) -> Unit | None:
    key = re.sub(r"[\u00a0-]", " ", words).replace("U.S.", "US").replace(". ", " ").rstrip(".")
    return _table().get(words) or _table().get(key) or (_table().get(key.lower()) if len(key) >= _FOLDED_FROM else None)


def _fits(gap: str, name: str) -> bool:
    """ "C" and "F" need no gap or a blank; "12-m" is no length, "F-16" no degrees; "5G" and "4K" are no units at all."""
    return not (gap in ("-", "‐", "‑") and len(name) == 1) and not (
        gap and name in ("p", "pc", "C", "F", "l", "L", "t", "W", "MP")
    )


@cache
def _table() -> dict[str, Unit]:
    """Every name of a unit, as it stands and folded where that is safe."""
    table: dict[str, Unit] = {}
    for line in files("summarizer.lexicons").joinpath("units.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, names = line.split(" | ")
        spellings = [_spellings(n) for n in names.split()]
        unit = _unit(head.split(), spellings[0][0])
        for name in (n for forms in spellings for n in forms):
            table.setdefault(name, unit)
            if len(name) >= _FOLDED_FROM:
                table.setdefault(name.lower(), unit)
    return table


def _unit(fields: list[str], name: str) -> Unit:
    kind, canonical, factor, *offset = fields
    top, _, bottom = factor.partition("/")
    return Unit(
        name=name,
        kind=Kind(kind),
        canonical=canonical,
        factor=Decimal(top) / Decimal(bottom or 1),
        offset=Decimal(offset[0]) if offset else Decimal(0),
    )


def _spellings(name: str) -> tuple[str, ...]:
    words = name.replace("_", " ").replace("-", " ")
    return (words.replace("*", ""), words.replace("*", "s")) if "*" in words else (words,)
