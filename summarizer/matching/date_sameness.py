"""Whether two dates or times may be of one deed: two views in, yes or no out."""

from __future__ import annotations

from summarizer.domain.facts import Grain, Moment
from summarizer.language.clause_words import CALENDAR
from summarizer.language.meaning import concept
from summarizer.language.words import REPORTING
from summarizer.matching.views import EVENTS, FactView

# Done on many days by many people, so that two dates of it are mostly of two occasions.
VAGUE_ACTIONS = frozenset(
    {
        "",
        "say",
        "have",
        "do",
        "be",
        "make",
        "take",
        "get",
        "go",
        "come",
        "see",
        "give",
        "tell",
        "show",
        "expect",
        "plan",
        "publish",
        "post",
        "update",
        "print",
        "deploy",
        "stand",
        "run",
        "look",
        "spend",
        "consider",
        "appear",
        "face",
        "play",
        "live",
        "work",
        "use",
        "need",
        "want",
        "remain",
        "stay",
        "keep",
        "continue",
        "serve",
        "carry",
        "follow",
        "know",
        "turn",
        "move",
    }
)
# Minutes between two days given for one thing: of 22 such pairs in the labelled bundles none is further apart (2026-12-01).
LONG_AGO = 62 * 24 * 60
# Deeds done to many, and those that anything may do: two dates of them need more than the verb in common.
OF_MANY = EVENTS | {
    concept(w)
    for w in "begin start end open close release hold issue announce happen occur plead pronounce fire report".split()
}
UNTELLING = frozenset(concept(w) for w in "police person man woman official authority".split())
TOLD_NEAR = 5  # words nearest a date of which one must be near the other, too: on the labelled bundles one more right, none wrong (2026-12-01)
CALENDAR_WORDS = frozenset(concept(w) for w in CALENDAR)
ANAPHORS = ("It ", "They ", "This ")
ZONES_APART = 14 * 60  # minutes: no two inhabited zones further apart are in one report, nor a night from its day
AN_HOUR, DAY = 60, 24 * 60
SAID = frozenset({concept(verb) for verb in REPORTING} | {"speak", "brief", "ask", "call", "quote"})
MOVES = frozenset({"deploy", "arrive", "enter", "leave"})


def is_date_slip(a: FactView, b: FactView) -> bool:
    """Whether two days of one year that one thing is told of are one day with the month, or a figure of it, taken down wrongly.

    "The sample was taken on 14 March" and "gave the sample on April 14"; "the fire of 14 January" and "of January 24".
    """
    if a.article == b.article or is_said(a) or is_said(b) or not _is_told_alike(a, b):
        return False
    days = [_day(v) for v in (a, b)]
    if None in days:
        return False
    (year, month, day), (other_year, other_month, other_day) = (d for d in days if d is not None)
    if year != other_year or (month, day) == (other_month, other_day):
        return False
    if day == other_day:
        return abs(month - other_month) == 1
    digits = (f"{day:02}", f"{other_day:02}")
    slipped = digits[0][1] == digits[1][1] or digits[0] == digits[1][::-1]
    return month == other_month and slipped


def _is_told_alike(a: FactView, b: FactView) -> bool:
    near = [set(list(v.context)[:TOLD_NEAR]) - UNTELLING - CALENDAR_WORDS for v in (a, b)]
    return bool(near[0] & near[1])


def _day(view: FactView) -> tuple[int, int, int] | None:
    """Year, month and day of a date that names its day of the month; None for a weekday or a vaguer date."""
    value = view.fact.value
    if not isinstance(value, Moment) or value.low is None or not any(c.isdigit() for c in view.fact.display):
        return None
    if value.grain not in (Grain.DAY, Grain.PART, Grain.MINUTE):
        return None
    return value.low.year, value.low.month, value.low.day


def is_of_same_parties(a: FactView, b: FactView) -> bool:
    """Whether two dates of one verb may be of one deed: many people are shot and many things begin in one report."""
    if not (a.action and b.action):
        return False
    names_a, names_b = a.fact.names, b.fact.names
    if not {a.action, a.topic, b.action, b.topic} & OF_MANY:
        return True
    if any(v.key[0].startswith(ANAPHORS) for v in (a, b)):
        return True  # "It began on April 2": the party is in the sentence before
    if {a.action, a.topic} & EVENTS and names_a and names_b and not names_a & names_b:
        return False  # of two people
    return bool(names_a & names_b or (a.context.keys() & b.context.keys()) - {a.action, b.action} - UNTELLING)


def is_hardly_apart(a: FactView, b: FactView) -> bool:
    """Whether an hour, a night or a weekend, and what is told more or less exactly, lie within the hours that zones are apart."""
    (low_a, high_a), (low_b, high_b) = (a.extent.low, a.extent.high), (b.extent.low, b.extent.high)
    if low_a is None or high_a is None or low_b is None or high_b is None:
        return False
    lengths = (high_a - low_a, high_b - low_b)
    loose = any(length < AN_HOUR or DAY < length <= 2 * DAY for length in lengths) or any(
        "night" in v.fact.display for v in (a, b)
    )
    if not loose or abs(lengths[0] - lengths[1]) <= AN_HOUR:
        return False
    return max(low_b - high_a, low_a - high_b) < ZONES_APART


def is_long_ago(a: FactView, b: FactView) -> bool:
    """Whether two days or months are so far apart that they are rather of two occasions than of one told wrongly."""
    if Grain.YEAR in {v.fact.value.grain for v in (a, b) if isinstance(v.fact.value, Moment)}:
        return False
    gaps = [
        later.extent.low - earlier.extent.high
        for earlier, later in ((a, b), (b, a))
        if later.extent.low is not None and earlier.extent.high is not None
    ]
    return any(gap > LONG_AGO for gap in gaps)


def same_action(a: FactView, b: FactView) -> bool:
    """Two dates are of one thing only when one thing happened: the same verb, or the noun of it.

    Units that "reach" a place and troops that "are deployed" there are one movement where the place has one name.
    """
    told = {a.action, a.topic} & {b.action, b.topic} - VAGUE_ACTIONS
    if told - MOVES:
        return True
    moved = {a.action, a.topic} & MOVES and {b.action, b.topic} & MOVES
    return bool(moved) and bool(a.fact.names & b.fact.names)


def is_said(view: FactView) -> bool:
    """Whether a date is the date of saying so."""
    return view.action in SAID
