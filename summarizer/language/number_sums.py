"""The sum that the words of a number make: its words one by one in; the number so far out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summarizer.language.number_words import SCALES, Part

ONE = Decimal(1)
HIGHEST = Decimal(10**18)  # nothing in the news is larger; keeps every product exact


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or a run of digits inside a number: where it stands, what it does and its worth."""

    start: int
    end: int
    part: Part
    value: Decimal
    place: Decimal = ONE


# What a small number may follow.
_AFTER: dict[Part, tuple[Part | None, ...]] = {
    Part.UNIT: (None, Part.TENS, Part.HUNDRED, Part.SCALE),
    Part.TEEN: (None, Part.HUNDRED, Part.SCALE),
    Part.TENS: (None, Part.HUNDRED, Part.SCALE),
    Part.DIGITS: (None, Part.HUNDRED),
    Part.ZERO: (None,),
}


class Sum:
    """A number as its words come in. Refuses a word that cannot go on with it."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.ceiling = HIGHEST
        self.last: Part | None = None
        self.lead: Decimal | None = None
        self.digits = False  # begins with a figure in digits

    def take(self, atom: Atom, *, article: bool) -> bool:
        """Adds the word and says so, or refuses it."""
        match atom.part:
            case Part.HUNDRED:
                taken = self._hundred(article=article)
            case Part.SCALE:
                taken = self._scale(atom.value, article=article)
            case _:
                taken = self._small(atom)
        if taken:
            self.last = atom.part
        return taken

    @property
    def value(self) -> Decimal:
        """The number so far."""
        return self.total + (self.group or 0)

    def _small(self, atom: Atom) -> bool:
        if self.last not in _AFTER[atom.part]:
            return False
        self.digits = self.digits or atom.part is Part.DIGITS
        self.group = (self.group or 0) + atom.value
        return True

    def _hundred(self, *, article: bool) -> bool:
        if self.group is None:
            if not article or self.last is not None:
                return False
            self.group = Decimal(100)
            return True
        if self.last is Part.HUNDRED or self.group >= 1000 or not self.group:
            return False
        self.group *= 100
        return True

    def _scale(self, scale: Decimal, *, article: bool) -> bool:
        group = self.group
        if self.last is Part.SCALE and group is None and (self.ceiling, scale) == (SCALES["lakh"], SCALES["crore"]):
            self.total *= scale  # "three lakh crore"
            self.ceiling = ONE
            return True
        if group is None and article and self.last is None:
            group = ONE
        if not group or scale >= self.ceiling or group >= HIGHEST / scale:
            return False
        if self.total == 0:
            self.lead = group
        self.total += group * scale
        self.group = None
        self.ceiling = scale if scale > 12 else ONE
        return True


def last_place(value: Decimal) -> Decimal:
    """What the last digit that says something counts: 0.01 in 1.50, 100 in 1,200.

    >>> str(last_place(Decimal("1.50"))), str(last_place(Decimal(1200)))
    ('0.01', '100')
    """
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        return Decimal(1).scaleb(exponent)
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) if value else ONE
