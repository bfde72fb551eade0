"""Who says it and to what day it was put off: what changed of them where a statement was rewritten; rewrites in, changes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from summarizer.domain.facts import Clock, Fact, Kind, Moment, Name
from summarizer.domain.findings import Relation
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Span
from summarizer.language.meaning import concept
from summarizer.language.words import STOP_WORDS, WORD, fold
from summarizer.matching.changes import LIKE_SPELLINGS, Change, Rewrite, is_short_for, said, value_about
from summarizer.matching.normal import normal
from summarizer.matching.stance_changes import change_at

PRONOUNS = frozenset("he she it they we i you who that this one".split())
# Speakers who may be the same under another word: "officials" for "police".
VAGUE = frozenset(
    "company firm group organisation organization agency bureau document report paper study operator union club league "
    "official officials authority authorities source sources people spokesman spokeswoman spokesperson statement".split()
)
MOST_OTHER = 0.5  # of a wording: where more was changed besides the speaker, another thing was said
REACH = 120  # characters before a day that say what was done to it
# "has been postponed to |April 14", "moved the vote from Thursday to |Monday"
_PUT_OFF = re.compile(
    r"""
    \b(?:postponed|delayed|put\ (?:off|back)|pushed\ back|moved|brought\ forward|rescheduled|adjourned|deferred|extended|shifted)\b
    [^.;:"“”]{0,80} \b(?:to|until|till|for)\ (?:the\ |early\ |late\ |next\ )?$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def day_changes(pair: Rewrite, told: Sequence[Change]) -> tuple[Change, ...]:
    """The day that something was put off to, where the old wording has one day for it and `told` has no other for that."""
    old = [f for f in pair.before.facts if _is_time(f)]
    if len(old) != 1 or any(c.old.evidence.span.overlaps(old[0].place) for c in told):
        return ()
    days = [f for f in pair.after.facts if _is_time(f) and normal(f.value) != normal(old[0].value)]
    return tuple(_put_off(pair, old[0], fact) for fact in days if _is_put_off(pair, fact))[:1]


def _is_time(fact: Fact) -> bool:
    return isinstance(fact.value, Moment | Clock)


def _is_put_off(pair: Rewrite, fact: Fact) -> bool:
    start = fact.place.start - pair.after.statement.span.start
    text = pair.after.statement.text[max(0, start - REACH) : start]
    return bool(_PUT_OFF.search(text)) and pair.changed(start, start + fact.place.length, new=True)


def _put_off(pair: Rewrite, old: Fact, new: Fact) -> Change:
    return Change(
        kind=new.kind,
        relation=Relation.UPDATE,
        reason="later_value",
        topic="",
        about=value_about(pair, new, "later_value"),
        old=said(old),
        new=said(new),
    )


def speaker_changes(pair: Rewrite, told: Sequence[Change]) -> Iterator[Change]:
    """The same said by somebody else: "police said", now "the fire service said"; a name that `told` has is told already."""
    one, other = (_speaker(read) for read in (pair.before, pair.after))
    if one is None or other is None or _may_be_one(pair, one, other):
        return
    at = pair.after.statement.span.start
    if any(c.new.evidence.span.overlaps(Span(at + other[0], at + other[1])) for c in told):
        return
    if not pair.changed(*one) or not pair.changed(*other, new=True) or _is_other(pair, one, other):
        return
    names = tuple(fold(read.statement.speaker or "") for read in (pair.before, pair.after))
    yield change_at(pair, (Kind.ATTRIBUTION, "speaker_changed"), (names[0], names[1]), (one, other))


def _speaker(read: ReadStatement) -> tuple[int, int] | None:
    """Where the statement names who says it."""
    own = read.statement
    start = own.text.rfind(own.speaker) if own.speaker else -1
    return (start, start + len(own.speaker or "")) if start >= 0 else None


def _may_be_one(pair: Rewrite, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """A pronoun, a shorter form, another spelling, an office for its holder: who it is may not have changed."""
    words = [_words(pair.before, one), _words(pair.after, other)]
    texts = (pair.before.statement.text[slice(*one)], pair.after.statement.text[slice(*other)])
    one_words, other_words = (tuple(fold(w) for w in WORD.findall(t)) for t in texts)
    if not one_words or not other_words or is_short_for(one_words, other_words):
        return True
    if OSA.distance(one_words[-1], other_words[-1]) <= LIKE_SPELLINGS:
        return True
    if not all(words) or words[0] & words[1] or any({*fold(t).split()} & (PRONOUNS | VAGUE) for t in texts):
        return True
    named = [_is_named(read, span) for read, span in ((pair.before, one), (pair.after, other))]
    return named[0] is not named[1]


def _words(read: ReadStatement, span: tuple[int, int]) -> frozenset[str]:
    found = (fold(w) for w in WORD.findall(read.statement.text[slice(*span)]))
    return frozenset(concept(w) for w in found if w not in STOP_WORDS)


def _is_named(read: ReadStatement, span: tuple[int, int]) -> bool:
    """Whether a proper name is in the words."""
    at = read.statement.span.start
    return any(
        isinstance(f.value, Name) and span[0] < f.place.end - at and f.place.start - at < span[1] for f in read.facts
    )


def _is_other(pair: Rewrite, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether so much besides the speaker was changed that it is another thing that is said."""
    changed = max(
        sum(s.old[1] - s.old[0] for s in pair.segments if not s.same) - (one[1] - one[0]),
        sum(s.new[1] - s.new[0] for s in pair.segments if not s.same) - (other[1] - other[0]),
    )
    return changed > MOST_OTHER * len(pair.after.statement.text)
