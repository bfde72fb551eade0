"""What a finding says to an editor: the facts of a slot in, `about` and `explanation` in the articles' own words out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Relation
from summarizer.domain.text import Certainty, Span
from summarizer.language.clause_words import CALENDAR
from summarizer.language.meaning import concept
from summarizer.matching.answers import open_question, where, whether, whose
from summarizer.matching.asked import COLLECTIVE, Form
from summarizer.matching.phrases import ABOUT_LENGTH
from summarizer.matching.questions import wordings
from summarizer.matching.unknowns import is_unknown

GOOD_LENGTH = 40  # characters: what a reader takes in at a glance
NAMED_OUTLETS = 4
LONGEST_SPEAKER = 7  # words
COMMON_TIMES = frozenset(
    "today yesterday tomorrow tonight spring summer autumn winter week weekend month year quarter decade century day morning "
    "afternoon evening night noon midnight".split()
)
OPENINGS = {
    Relation.CONFLICT: "Sources disagree on the {noun}",
    Relation.UPDATE: "The {noun} moved on",
    Relation.AGREE: "Sources agree on the {noun}",
    Relation.REFINE: "Sources agree on the {noun}, some more exactly",
}
NOUNS = {
    Kind.MONEY: "amount",
    Kind.QUOTE: "wording of a quotation",
    Kind.ATTRIBUTION: "speaker",
    Kind.PERCENT: "percentage",
    Kind.MEASURE: "measurement",
    Kind.POLARITY: "answer",
    Kind.MANNER: "circumstances",
}
REASONS = {
    "same_phrase": "Sources tell it in the same words",
    "spelled_differently": "Sources spell a name differently",
    "two_holders": "Sources disagree on who it is",
    "two_homes": "Sources disagree on where somebody is from",
    "left_office": "Somebody left an office",
    "two_types": "Sources disagree on the type",
    "two_places": "Sources disagree on the place",
    "two_offices": "Sources disagree on what somebody is",
    "same_words_other_speaker": "Sources give the same words to different speakers",
    "same_utterance_other_words": "Sources quote the same statement in different words",
    "same_words": "Sources quote the same words",
    "became_known": "What was not known is told now",
    "state_moved_on": "The situation moved on",
    "plan_came_about": "What was planned came about",
    "roles_swapped": "Sources disagree on who did it to whom",
    "confirmed_and_denied": "What one source has confirmed is denied in another",
    "denied_then_admitted": "What was denied is admitted now",
    "said_and_denied": "One source says yes, another no",
    "other_answer": "Sources answer one question differently",
}
# What has no degrees of certainty of its own: a name is spelt so, whatever it is said of.
CERTAIN = frozenset({Kind.NAME, Kind.PLACE, Kind.ROLE, Kind.AGE, Kind.QUOTE, Kind.ATTRIBUTION})
FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION, Kind.DATE, Kind.TIME})
LED = frozenset("at on of to for over within after in during from with before aboard into under against among".split())
_DETERMINED = frozenset(
    "the a an his her its their our my this that these those one two some several many all no nobody none".split()
)

_OF_ONE = re.compile(
    r"(?P<opening>(?:\w+ )?how many (?:(?!the\b)\w*[a-rt-z] ){0,2}?)(?P<noun>[a-z]+) (?P<verb>is|was|has)\b"
)
_PLURAL_VERBS = {"is": "are", "was": "were", "has": "have"}

Statements = Mapping[str, tuple[int, str]]


def about(kind: Kind, reason: str, facts: Sequence[Fact], statements: Statements) -> str:
    """A short phrase in the words of the statement that says most plainly what the value is of.

    `statements` maps an id to the statement's start in its field and its text.
    """
    unknown = min((f.display for f in facts if is_unknown(f)), key=lambda d: (len(d), d), default=None)
    if unknown is not None:
        return _shortened(open_question(unknown))
    match kind:
        case Kind.QUOTE | Kind.ATTRIBUTION:
            said = min((_quoted(f, *statements[f.evidence.statement]) for f in facts), key=_quotation_order)
            return f"{'words of' if kind is Kind.QUOTE else 'who said'} “{_shortened(said)}”"
        case Kind.POLARITY:
            return _answered(facts, statements)
        case Kind.CERTAINTY:
            return _shortened(facts[0].head or facts[0].display)
        case Kind.AGE:
            return _commonest(whose(f, *statements[f.evidence.statement]) for f in facts) or "age"
        case Kind.NAME | Kind.PLACE | Kind.ROLE | Kind.MANNER:
            return _named(kind, reason, facts, statements)
        case _:
            return _question(kind, facts, statements)


def explanation(
    kind: Kind, relation: Relation, reason: str, sides: Sequence[tuple[str, Sequence[Fact]]], sources: Mapping[str, str]
) -> str:
    """One sentence: what kind of difference, then each side's value with the outlets that give it and whom they cite.

    The sides of an update come in the order in which they were published.
    """
    told = [f"{shown(kind, reason, display)} ({_givers(kind, facts, sources)})" for display, facts in sides]
    opening = REASONS.get(reason) or OPENINGS[relation].format(noun=NOUNS.get(kind, kind.value))
    return f"{opening}: {('; later ' if relation is Relation.UPDATE else '; ').join(told)}."


def shown(kind: Kind, reason: str, display: str) -> str:
    """A value in the middle of a sentence: words of a quotation in marks, "Seventeen" without its capital."""
    if kind is Kind.QUOTE or reason == "same_phrase":
        return f"“{display.strip(' ,')}”"
    first, *rest = display.split(" ", 1)
    key = first.lower()
    named = (key in CALENDAR and key not in COMMON_TIMES) or first.isupper() or not first.replace("-", "").isalpha()
    lowered = not named if kind in FIGURES else kind is Kind.POLARITY and key in _DETERMINED
    return " ".join((key, *rest)) if lowered else display


def _givers(kind: Kind, side: Sequence[Fact], sources: Mapping[str, str]) -> str:
    """The outlets, whom each cites, and how sure all of them are; what only some say is not said of all."""
    cited: dict[str, str] = {}
    for fact in side:
        outlet = sources[fact.evidence.article]
        cited[outlet] = cited.get(outlet) or _speaker(kind, fact)
    outlets = list(cited)
    named, more = outlets[:NAMED_OUTLETS], len(outlets) - NAMED_OUTLETS
    speakers = {cited[o] for o in named}
    if len(speakers) == 1:
        told = ", ".join(named) + (f" and {more} more" if more > 0 else "")
        told += f", citing {cited[named[0]]}" if cited[named[0]] else ""
    else:
        told = "; ".join(f"{o}, citing {cited[o]}" if cited[o] else o for o in named)
        told += f"; {more} more" if more > 0 else ""
    sure = {f.evidence.certainty for f in side}
    common = sure.pop() if len(sure) == 1 and kind not in CERTAIN else Certainty.STATED
    return told + ("" if common is Certainty.STATED else f"; {common}")


def _speaker(kind: Kind, fact: Fact) -> str:
    """Whom an outlet cites: a name, or a noun with its article; of a speaker himself nobody."""
    speaker = fact.evidence.attributed_to or ""
    if kind is Kind.ATTRIBUTION or not speaker:
        return ""
    first, *rest = speaker.split()
    if len(rest) >= LONGEST_SPEAKER or any(w.lower() in CALENDAR for w in (first, *rest)):
        return ""  # misread, or too long to be told in passing
    if not first.islower() or first in _DETERMINED or speaker.endswith("s"):
        return speaker
    return f"the {speaker}"


def _question(kind: Kind, facts: Sequence[Fact], statements: Statements) -> str:
    """The best wording of any fact: a clause before a noun, the body before a headline, what most facts are said of."""
    topics = Counter(_topic(f) for f in facts)
    found = [(w, topics[_topic(f)]) for f in facts for w in wordings(kind, f, *statements[f.evidence.statement])]
    ranked = (
        (
            max(w.form, Form.PRONOUN) if w.headline else w.form,
            w.headline,
            w.text.split()[0] in LED,
            -shared,
            abs(len(w.text) - GOOD_LENGTH),
            w.text,
        )
        for w, shared in found
    )
    return _in_plural(min(ranked)[-1])


def _in_plural(question: str) -> str:
    """ "How many people are dead", where one report spoke of one person.

    >>> _in_plural("how many person is dead"), _in_plural("how many people were hurt")
    ('how many people are dead', 'how many people were hurt')
    """
    found = _OF_ONE.match(question)
    if found is None or found["noun"].endswith("s") or found["noun"] in COLLECTIVE:
        return question
    noun = {"person": "people", "man": "men", "woman": "women", "child": "children"}.get(
        found["noun"], f"{found['noun']}s"
    )
    return f"{found['opening']}{noun} {_PLURAL_VERBS[found['verb']]}{question[found.end() :]}"


def _topic(fact: Fact) -> tuple[str, str]:
    return (concept(fact.head) if fact.head else "", concept(fact.action) if fact.action else "")


def _answered(facts: Sequence[Fact], statements: Statements) -> str:
    """The question in the words of those who say yes in the body of their report, where there are any."""
    ranked = (
        [f for f in facts if f.evidence.field == "text" and _is_yes(f)],
        [f for f in facts if f.evidence.field == "text" and not _is_yes(f)],
        [f for f in facts if f.evidence.field == "title"],
    )
    for named in (True, False):
        for group in ranked:
            found = _least(_asked_of(f, *statements[f.evidence.statement], named=named) for f in group)
            if found:
                return found
    return f"whether {_shortened(min(f.display for f in facts))}"


def _asked_of(fact: Fact, start: int, text: str, *, named: bool) -> str | None:
    return whether(text, Span(fact.place.start - start, fact.place.end - start), named=named)


def _named(kind: Kind, reason: str, facts: Sequence[Fact], statements: Statements) -> str:
    """Who holds an office or is what, where it is, how a name is spelt."""
    head = facts[0].head
    if head and reason in ("two_homes", "two_types"):
        return f"home of {head}" if reason == "two_homes" else head
    if reason == "same_phrase":
        return _shortened(min((f.display for f in facts), key=lambda d: (len(d), d)))
    if head and (isinstance(facts[0].value, Phrase) or reason == "two_holders"):
        frame = {Kind.ROLE: "role of ", Kind.NAME: "who is "}.get(kind, "")
        return f"{frame}{head}"
    if kind is Kind.MANNER:
        return _shortened(min((f.display for f in facts), key=lambda d: (len(d), d)))
    if reason == "spelled_differently" or (len({_words(f) for f in facts}) > 1 and not _is_nested(facts)):
        return f"spelling of {min(f.display for f in facts)}"
    places = (where(f, *statements[f.evidence.statement]) for f in facts) if kind is Kind.PLACE else ()
    return _least(places) or f"the name {min((f.display for f in facts), key=lambda d: (d.isupper(), len(d), d))}"


def _least(found: Iterable[str | None]) -> str | None:
    """The one whose length is best, the first of them in the alphabet."""
    return min((t for t in found if t), key=lambda t: (abs(len(t) - GOOD_LENGTH), t), default=None)


def _commonest(found: Iterable[str | None]) -> str | None:
    counted = Counter(t for t in found if t)
    return min(counted, key=lambda t: (-counted[t], "the" in t.split(), len(t), t), default=None)


def _quoted(fact: Fact, start: int, text: str) -> str:
    """The words of a quotation; the fact of its speaker displays the speaker."""
    return Span(fact.place.start - start, fact.place.end - start).of(text).strip(" ,.")


def _quotation_order(words: str) -> tuple[bool, int, str]:
    """A whole sentence before a part of one, the shorter first."""
    return (not words[:1].isupper(), len(words), words)


def _is_yes(fact: Fact) -> bool:
    return isinstance(fact.value, Phrase) and fact.value.positive is True


def _words(fact: Fact) -> tuple[str, ...]:
    return fact.value.words if isinstance(fact.value, Name) else ()


def _is_nested(facts: Sequence[Fact]) -> bool:
    longest = max((frozenset(_words(f)) for f in facts), key=len)
    return all(set(_words(f)) <= longest for f in facts)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= ABOUT_LENGTH:
        return text
    return text[:ABOUT_LENGTH].rsplit(" ", 1)[0] + "…"
