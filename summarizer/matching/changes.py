"""What changed in fact where a statement was rewritten: the pairs of statements of two versions in, changes out.

Values at corresponding places of the two wordings answer one question: a figure that took a figure's place, a name that took a
name's. Places correspond by the runs of words of matching/versions.py. What a value is, not how it is written, must differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from rapidfuzz.distance import OSA

from summarizer.domain.facts import Bound, Clock, Fact, Grain, Kind, Moment, Name, Phrase, Quantity
from summarizer.domain.findings import Relation
from summarizer.domain.report import ReadStatement
from summarizer.domain.revision import WordKind
from summarizer.domain.text import Evidence
from summarizer.language.meaning import concept
from summarizer.language.words import fold
from summarizer.matching.extents import allowed
from summarizer.matching.normal import ends, normal
from summarizer.matching.versions import word_runs
from summarizer.matching.views import EVENTS, topic_of
from summarizer.matching.wording import about

LIKE_SPELLINGS = 2  # letters that two spellings of one name differ by
SHORT_FORM = 3  # letters: "Fed", "Dem"
INFLECTIONS = frozenset({"s", "n", "an", "es"})  # "Cuba", "Cuban"
NAME_COMPANY = (
    2  # words beside a name that may change with it ("Gen. Ana Dow" for "Tom Berg"); more is another sentence
)
# Hedges that say how a figure is bounded; "about" says only that it is round.
BOUNDS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})
PUT_OFF = frozenset({"postpone", "adjourn", "reschedul"})  # the topics of their verbs
MOVING = ("cut", "raise", "lower", "rise", "fall", "increase", "lift", "drop", "hike", "jump")
LONGEST_OF = {Grain.DAY: 1, Grain.MONTH: 31, Grain.YEAR: 366}  # days
LIFE = frozenset({"death", "injury", "missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one version says, and where."""

    value: str
    display: str
    low: str | None
    high: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value that took another's place; `topic` is what it is the value of, `words` those shared around it."""

    kind: Kind
    relation: Relation
    reason: str
    topic: str
    about: str
    old: Said
    new: Said
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the old wording and the stretch of the new one in its place; either may be empty, not both."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A statement in both versions, and which stretch became which; offsets count from the statements' starts."""

    before: ReadStatement
    after: ReadStatement
    segments: tuple[Segment, ...]

    def counterpart(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the new wording in the place of old[start:end]."""
        found: list[tuple[int, int]] = []
        for segment in self.segments:
            low, high = max(start, segment.old[0]), min(end, segment.old[1])
            if low < high:
                shift = segment.new[0] - segment.old[0]
                found.append((low + shift, high + shift) if segment.same else segment.new)
        return (found[0][0], found[-1][1]) if found else (0, 0)

    def changed(self, start: int, end: int, *, new: bool = False) -> bool:
        """Whether a word of old[start:end] (or of the new wording) was changed, or one put in or taken out inside it."""
        sides = ((s.new if new else s.old) for s in self.segments if not s.same)
        return any(low < end and start < high if low < high else start < low < end for low, high in sides)


def rewrite(before: ReadStatement, after: ReadStatement) -> Rewrite:
    """The two wordings aligned; changed words with only blanks between them are one segment."""
    found: list[Segment] = []
    old = new = 0
    for run in word_runs(before.statement.text, after.statement.text):
        start, size = (old, new), len(run.text)
        old += size * (run.kind is not WordKind.INSERT)
        new += size * (run.kind is not WordKind.DELETE)
        same = run.kind is WordKind.EQUAL
        if found and not found[-1].same and not (same and run.text.strip()):
            start = (found[-1].old[0], found[-1].new[0])
            found.pop()
            same = False
        found.append(Segment(same, (start[0], old), (start[1], new)))
    return Rewrite(before=before, after=after, segments=tuple(found))


def value_changes(pair: Rewrite) -> tuple[Change, ...]:
    """Figures, dates, names and places of the old wording that others took the place of, in text order."""
    return tuple(c for a, b in counterparts(pair) if (c := _change(pair, a, b)))


def counterparts(pair: Rewrite) -> tuple[tuple[Fact, Fact], ...]:
    """Facts that stand for one another, each in one pair: equal values of one thing, then values at corresponding places."""
    old = [f for f in pair.before.facts if _sort(f)]
    left = [f for f in pair.after.facts if _sort(f)]
    found: list[tuple[Fact, Fact]] = []
    for choose in (_equal, _opposite):
        for fact in list(old):
            other = choose(pair, fact, left)
            if other is not None:
                found.append((fact, other))
                old.remove(fact)
                left.remove(other)
    return tuple(sorted(found, key=lambda both: both[0].place))


def _equal(pair: Rewrite, fact: Fact, left: Sequence[Fact]) -> Fact | None:
    """The fact that gives the same value of the same thing, wherever the new wording has it."""
    value, topic = normal(fact.value), _topic(fact)
    same = [f for f in left if _sort(f) == _sort(fact) and normal(f.value) == value and _topic(f) == topic]
    return next(iter(sorted(same, key=lambda f: -_shared(pair, fact, f))), None) if value is not None else None


def _opposite(pair: Rewrite, fact: Fact, left: Sequence[Fact]) -> Fact | None:
    """The fact of one sort that covers most of the corresponding place, unless the two count different events."""
    near = [f for f in left if _sort(f) == _sort(fact) and _shared(pair, fact, f) > 0 and not _apart(fact, f)]
    return max(near, key=lambda f: _shared(pair, fact, f), default=None)


def _shared(pair: Rewrite, fact: Fact, other: Fact) -> int:
    """How much of the place that corresponds to a fact's another takes up."""
    base, there = pair.before.statement.span.start, pair.after.statement.span.start
    start, end = pair.counterpart(fact.place.start - base, fact.place.end - base)
    return min(end, other.place.end - there) - max(start, other.place.start - there)


def _topic(fact: Fact) -> str:
    return topic_of(_group(fact.head), _group(fact.action))[0]


def _apart(a: Fact, b: Fact) -> bool:
    """The dead are not the injured; the day that a vote was put off to is the vote's."""
    one, other = _topic(a), _topic(b)
    return one != other and one in EVENTS and other in EVENTS and not {one, other} & PUT_OFF


def _sort(fact: Fact) -> str:
    """What may take a fact's place: the kind; a date may become a time, a name a place."""
    match fact.value:
        case Quantity(parts=parts):
            return f"{fact.kind} score" if parts else f"{fact.kind}"
        case Moment() | Clock():
            return "moment"
        case Name():
            return "name"
        case Phrase():
            return ""
        case _:
            assert_never(fact.value)


def _change(pair: Rewrite, a: Fact, b: Fact) -> Change | None:
    if fold(a.display) == fold(b.display):
        return None
    if isinstance(a.value, Name) and isinstance(b.value, Name):
        return _renamed(pair, a, b)
    relation = _relation(a, b)
    if relation is None:
        return None
    topic = _topic(b) or _topic(a)
    reason = "later_value" if relation is Relation.UPDATE else "extents_nested"
    return Change(
        kind=b.kind,
        relation=relation,
        reason=reason,
        topic=topic,
        about=value_about(pair, b, reason),
        old=said(a),
        new=said(b),
        hints=_hints(a, b, topic) if relation is Relation.UPDATE else (),
    )


def _group(word: str | None) -> str:
    return concept(word) if word else ""


def _relation(a: Fact, b: Fact) -> Relation | None:
    """Update where the value is another; refine where it was told more exactly; None where it is the same."""
    if normal(a.value) == normal(b.value) and normal(a.value) is not None:
        return _bounded(a, b)
    if isinstance(a.value, Quantity) and isinstance(b.value, Quantity):
        return Relation.UPDATE if _otherwise(a, b) else _counted(a.value, b.value)
    if isinstance(a.value, Moment) and isinstance(b.value, Moment):
        return _dated(a.value, b.value)
    if isinstance(a.value, Clock) and isinstance(b.value, Clock):
        same = a.value.extent == b.value.extent and (
            None in (zones := (a.value.zone, b.value.zone)) or len({*zones}) == 1
        )
        return None if same else Relation.UPDATE
    return None


def _otherwise(a: Fact, b: Fact) -> bool:
    """Whether only one of them is what something rose or fell to: "left at 4.25 percent" is not told less exactly by "cut to 4"."""
    one, other = _group(a.action), _group(b.action)
    if any(isinstance(f.value, Quantity) and f.value.bound is not Bound.EXACT for f in (a, b)):
        return False
    return one != other and bool({one, other} & {concept(verb) for verb in MOVING})


def _counted(a: Quantity, b: Quantity) -> Relation:
    """Two bounds with other figures are another value, though one number may meet both."""
    figures = a.bound in BOUNDS and b.bound in BOUNDS and None not in (a.number, b.number)
    if a.unit != b.unit or a.parts or b.parts or figures:
        return Relation.UPDATE
    return Relation.REFINE if allowed(a).meets(allowed(b)) else Relation.UPDATE


def _dated(a: Moment, b: Moment) -> Relation | None:
    """ "By Oct. 23" and "by Nov. 1" allow one day, but name two; a day with a year and one without are not compared."""
    if a.modality and a.modality == b.modality and a.anchor_low and b.anchor_low:
        return None if a.anchor_low == b.anchor_low else Relation.UPDATE
    if a.low is a.high is None or b.low is b.high is None:
        return Relation.UPDATE
    if a.is_yearless != b.is_yearless:
        return None
    if not a.extent.meets(b.extent):
        return Relation.UPDATE
    if a.extent == b.extent:
        return None
    if _is_other_end(a, b) or _is_other_end(b, a):
        return Relation.UPDATE
    return Relation.REFINE if a.extent.holds(b.extent) or b.extent.holds(a.extent) else Relation.UPDATE


def _is_other_end(a: Moment, b: Moment) -> bool:
    """Whether two stretches of years or days differ at one end, or one ends on another day: "ends on Friday", "until next Friday"."""
    if b.modality == "until" and not a.modality and b.anchor_low and a.high:
        return a.high <= b.anchor_low
    if a.grain is not b.grain or a.grain not in LONGEST_OF or a.modality or b.modality:
        return False
    longest = LONGEST_OF[a.grain]
    several = all(m.low and m.high and (m.high - m.low).days > longest for m in (a, b))
    return several and (a.low == b.low) is not (a.high == b.high)


def _bounded(a: Fact, b: Fact) -> Relation | None:
    """ "12" became "at least 12": told more or less exactly; "about 12" says the same."""
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity) or a.value.bound is b.value.bound:
        return None
    return Relation.REFINE if {a.value.bound, b.value.bound} & BOUNDS else None


def _hints(a: Fact, b: Fact, topic: str) -> tuple[str, ...]:
    """What a slip looks like: digits swapped, a zero too many, a toll that falls, day and month swapped."""
    if isinstance(a.value, Moment) and isinstance(b.value, Moment) and a.value.low and b.value.low:
        first, second = a.value.low, b.value.low
        turned = (first.day, first.month) == (second.month, second.day) and first.day != first.month
        return ("day_month_swapped",) if turned else ()
    if not isinstance(a.value, Quantity) or not isinstance(b.value, Quantity):
        return ()
    old, new = a.value.number, b.value.number
    if not old or not new:
        return ()
    one, other = (f"{n.normalize():f}" for n in (old, new))
    swapped = sorted(one) == sorted(other) and sum(x != y for x, y in zip(one, other, strict=True)) == 2
    scaled = old != new and old.normalize().as_tuple().digits == new.normalize().as_tuple().digits
    found = {"digits_swapped": swapped, "factor_of_ten": scaled, "falling_count": topic in LIFE and new < old}
    return tuple(hint for hint, holds in found.items() if holds)


def _renamed(pair: Rewrite, a: Fact, b: Fact) -> Change | None:
    """Another name, or the same spelt otherwise; not a longer or shorter form of it, and none that either wording has elsewhere."""
    assert isinstance(a.value, Name)
    assert isinstance(b.value, Name)
    one, other = _words(a.value), _words(b.value)
    if not one or not other or set(one) <= set(other) or set(other) <= set(one) or is_short_for(one, other):
        return None
    if one[-1] in _names(pair.after, b) or other[-1] in _names(pair.before, a) or _company(pair, a, b) > NAME_COMPANY:
        return None
    spelling = len(one) == len(other) and OSA.distance(" ".join(one), " ".join(other)) <= LIKE_SPELLINGS
    return Change(
        kind=Kind.PLACE if a.kind is b.kind is Kind.PLACE else Kind.NAME,
        relation=Relation.UPDATE,
        reason="name_changed",
        topic="",
        about=value_about(pair, b, "name_changed"),
        old=said(a),
        new=said(b),
        hints=("spelling",) if spelling else (),
    )


def _words(name: Name) -> tuple[str, ...]:
    return tuple(fold(w).replace(".", "").replace("-", "") for w in name.words)


def _names(read: ReadStatement, but: Fact) -> frozenset[str]:
    """The last words of the statement's other names."""
    others = (f.value for f in read.facts if f is not but)
    return frozenset(_words(n)[-1] for n in others if isinstance(n, Name) and n.words)


def is_short_for(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is the other's initials or the beginning of it: "UN", "the Fed"."""
    for short, long in ((one, other), (other, one)):
        initials = "".join(w[0] for w in long if w and w not in ("of", "the", "and", "for"))
        if "".join(short) == initials:
            return True
        if len(short) == 1 and any(w.startswith(short[0]) and not _is_spelling(short, long) for w in long):
            return True
    return False


def _is_spelling(short: Sequence[str], long: Sequence[str]) -> bool:
    """ "Selm" for "Selmen": one word for one, and hardly shorter."""
    if len(long) > 1 or len(short[0]) <= SHORT_FORM:
        return False
    ending = long[0][len(short[0]) :]
    return 0 < len(ending) <= LIKE_SPELLINGS and ending not in INFLECTIONS


def _company(pair: Rewrite, a: Fact, b: Fact) -> int:
    """How many words beside the two names changed in the same stretches."""
    counts = []
    for fact, read, new in ((a, pair.before, False), (b, pair.after, True)):
        start = fact.place.start - read.statement.span.start
        end = start + fact.place.length
        spans = [s.new if new else s.old for s in pair.segments if not s.same]
        beside = [
            f"{read.statement.text[low:start]} {read.statement.text[end:high]}"
            for low, high in spans
            if low < end and start < high
        ]
        counts.append(sum(len(words.split()) for words in beside))
    return max(counts)


def value_about(pair: Rewrite, fact: Fact, reason: str) -> str:
    """The words around the new value that say what it is the value of."""
    own = pair.after.statement
    return about(fact.kind, reason, [fact], {own.id: (own.span.start, own.text)})


def said(fact: Fact) -> Said:
    """What a version says with a fact, and where."""
    low, high = ends(fact.value)
    return Said(
        value=normal(fact.value) or fact.display, display=fact.display, low=low, high=high, evidence=fact.evidence
    )
