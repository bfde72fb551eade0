"""What a statement says: values with their extents, mentions of them in a text, and facts that they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from summarizer.domain.text import Aspect, Evidence, Span


class Kind(StrEnum):
    """What sort of question a value answers: the contract's kinds."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    AGE = "age"
    PLACE = "place"
    NAME = "name"
    ROLE = "role"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    MANNER = "manner"


@dataclass(frozen=True, slots=True)
class Extent:
    """The closed interval of numbers that a value allows; None is open.

    >>> at_least_ten, twelve = Extent(Decimal(10), None), Extent(Decimal(12), Decimal(12))
    >>> at_least_ten.meets(twelve), at_least_ten.holds(twelve), twelve.holds(at_least_ten)
    (True, True, False)
    """

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an extent runs upward, got {self.low}..{self.high}")

    def meets(self, other: Extent) -> bool:
        """Whether one number can be in both."""
        above = self.low is None or other.high is None or self.low <= other.high
        below = other.low is None or self.high is None or other.low <= self.high
        return above and below

    def holds(self, other: Extent) -> bool:
        """Whether every number of `other` is in this one."""
        above = self.low is None or (other.low is not None and self.low <= other.low)
        below = self.high is None or (other.high is not None and other.high <= self.high)
        return above and below


class Bound(StrEnum):
    """How a source hedges a quantity."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number as its source bounds it: "about 12,000" allows 11,400 to 12,600, "at least 10" has no upper end.

    `number` is the figure named (the lower one of a range; None for "dozens"); `unit` a canonical unit: None for
    counts, "%" or "pp" (percentage points), an ISO currency ("USD"), a physical unit in its canonical form after
    conversion ("km", "kg", "C", "km/h", "ha", "Mw", "mm" becomes "m"), "year" for ages, "s" for durations (months and
    years have their own units "month" and "year").
    `ordinal` marks "third"; `parts` holds a score or a vote ("5-2" is (5, 2)).
    `written` is the figure and unit as written before conversion, normalised ("620 mile").
    """

    number: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None = None
    bound: Bound = Bound.EXACT
    ordinal: bool = False
    parts: tuple[Decimal, ...] = ()
    written: str = ""

    @property
    def extent(self) -> Extent:
        """The numbers it allows, in `unit`."""
        return Extent(self.low, self.high)


# The year of dates whose year is not known: a leap year that no report speaks of.
NO_YEAR = 4


class Grain(StrEnum):
    """The granularity of a moment."""

    MINUTE = "minute"
    PART = "part"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A stretch of local calendar time, half-open, naive datetimes in the place the text speaks of.

    Both ends None: the expression was read but cannot be resolved ("Wednesday" in an article without a date). One end
    None: "by December" has no low end, "since 2021" no high end; `anchor_low`/`anchor_high` hold the stretch that the
    words name (December itself). `ambiguous` marks 03/04/2024, whose extent is then both readings' hull.
    `value` is the ISO or TIMEX3 form: "2024-10-23", "2024-12", "2024-W43", "2024-Q3", "2024-10-23T18:10", "2024-10-23TMO".
    """

    low: datetime | None
    high: datetime | None
    grain: Grain
    value: str | None
    anchor_low: datetime | None = None
    anchor_high: datetime | None = None
    modality: str = ""  # "", by, before, after, since, until, as_early_as, around
    ambiguous: bool = False
    relative: bool = False  # read against the article's date, not written in full

    @property
    def is_yearless(self) -> bool:
        """Whether it is a day or month of an unknown year, which stands in NO_YEAR."""
        return NO_YEAR in (getattr(self.low, "year", None), getattr(self.high, "year", None))

    @property
    def extent(self) -> Extent:
        """Minutes since 1 January of year 1 that it covers, as a closed interval."""
        low = None if self.low is None else _minutes(self.low)
        high = None if self.high is None else _minutes(self.high) - 1
        return Extent(low, high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day without a day: minutes after midnight (low, high: closed), and its zone as written, if any."""

    low: int
    high: int
    zone: str | None = None

    @property
    def extent(self) -> Extent:
        """Minutes after local midnight."""
        return Extent(Decimal(self.low), Decimal(self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Who or where: the words of a proper name without titles ("Kyrylo Budanov"); `sort` person, organisation, place or ""."""

    words: tuple[str, ...]
    sort: str = ""
    title: str = ""  # an honorific or rank that stood before it ("Mr.", "Gen.")
    role: str = ""  # a role tied to it in apposition ("director of the risk agency")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A value in words: a quotation, a cause, an answer. `key` is its comparable form, `positive` its polarity."""

    key: str
    positive: bool | None = None


Value = Quantity | Moment | Clock | Name | Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A value found in a text: `span` covers its words with hedge and unit, offsets count in the text that was read."""

    span: Span
    kind: Kind
    value: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One value inside a statement with what it is the value of.

    `evidence` points at the value and its head; `place` at the value's own words. `head` is the lemma of what is
    counted or dated, `action` of the verb it belongs to, `names` the folded proper names of its clause.
    """

    kind: Kind
    value: Value
    display: str
    evidence: Evidence
    place: Span
    head: str | None = None
    qualifiers: tuple[str, ...] = ()
    action: str | None = None
    aspect: Aspect = Aspect.UNKNOWN
    names: frozenset[str] = frozenset()
    context: tuple[str, ...] = ()


def _minutes(moment: datetime) -> Decimal:
    return Decimal(moment.toordinal() * 1440 + moment.hour * 60 + moment.minute)
