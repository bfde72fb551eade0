"""How sure, whether at all, and what is not known yet: a sentence (and a span in it) in; a degree, a yes or no, or mentions out.

Cues work inside their clause. A clause here is what stands between marks and joining words that scope does not cross
(CLAUSE_BREAK); nothing is parsed. Sentences are read up to READ_AT_MOST characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.domain.text import Certainty, Span
from summarizer.language import stance_words as words
from summarizer.language.stance_unknowns import unknowns
from summarizer.language.words import holds

__all__ = ["certainty_at", "certainty_of", "is_negated", "unknowns"]

# Longer "sentences" are tables or lists run together; what comes later in them is taken as plainly stated.
READ_AT_MOST = 2_000
# How far behind an adjective ("a suspected broken ankle") its noun phrase can reach.
PHRASE_REACH = 30
SENTENCES_KEPT = 64  # what holds for a whole sentence is read once for all of its values

_DEGREES = (
    (words.DENYING_CUES, Certainty.DENIED),
    (words.CONFIRMING_CUES, Certainty.CONFIRMED),
    (words.ALLEGING_CUES, Certainty.ALLEGED),
    (words.EXPECTING_CUES, Certainty.EXPECTED),
)
_FLAGS = re.IGNORECASE
_ALLEGED_ADVERB = re.compile(rf"\b(?:{words.ALLEGED_ADVERBS})\b", _FLAGS)
_ALLEGED_VERB = re.compile(rf"\b(?:{words.ALLEGED_VERBS})\b", _FLAGS)
_ALLEGED_ADJECTIVE = re.compile(rf"\b(?:{words.ALLEGED_ADJECTIVES})\b", _FLAGS)
_EXPECTED = re.compile(rf"(?<![\w'’])(?:{words.EXPECTED})\b", _FLAGS)
_CONFIRMED = re.compile(rf"\b(?:{words.CONFIRMED})\b", _FLAGS)
_NOT_CONFIRMED = re.compile(rf"\b(?:{words.NOT_CONFIRMED})(?:{words.CONFIRMED})\b", _FLAGS)
_UNCONFIRMED = re.compile(rf"{words.UNCONFIRMED}\b", _FLAGS)
_DENIED = re.compile(rf"\b(?:{words.DENIED})\b", _FLAGS)
_JUST_NEGATED = re.compile(r"(?:\bnot|n['’]t)\s+\Z", _FLAGS)
_DENIED_OBJECT = re.compile(words.DENIED_OBJECT, _FLAGS)
_NEGATOR = re.compile(rf"\b(?:{words.NEGATOR})(?!\w)", _FLAGS)
_NOT_NEGATIVE = re.compile(rf"\b(?:{words.NOT_NEGATIVE})", _FLAGS)
_CLAUSE_BREAK = re.compile(words.CLAUSE_BREAK, _FLAGS)
# A verb of its own between a value and a cue behind it: "12 were killed and more could follow" is no forecast of 12.
_OWN_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|who|which|that|and)\b", _FLAGS)

# A noun phrase is over where a verb or a preposition stands: "a suspected gunman killed 12".
_PHRASE_END = re.compile(
    r",|\b(?:was|were|is|are|has|had|in|on|at|of|[a-z]{2,12}ed|shot|hit|struck|fled|left|took|stole|ran|drove|hid)\b",
    _FLAGS,
)
# What belongs to the cue itself: "12 people are | feared dead".
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had)\s+(?:been\s+)?$", _FLAGS)
_MONTH_OF_MAY = re.compile(r"(?:in|on|of|by|since|until|last|this|next|early|late|\d)\s+May\b|\bMay\s+\d")


def certainty_of(sentence: str, cue_verb: str | None = None) -> Certainty:
    """How sure the sentence as a whole is, said with `cue_verb` (a lemma) if someone is quoted.

    >>> certainty_of("The force will grow to 9,000.", "say"), certainty_of("Harare denied the report.")
    (<Certainty.EXPECTED: 'expected'>, <Certainty.DENIED: 'denied'>)
    """
    text = sentence[:READ_AT_MOST]
    if _denial(text) is not None:
        return Certainty.DENIED
    by_cue = _by_cue(cue_verb)
    if by_cue in (Certainty.DENIED, Certainty.EXPECTED):
        return by_cue
    if _ALLEGED_ADVERB.search(text) or _ALLEGED_VERB.search(text):
        return Certainty.ALLEGED
    if _expectations(text):
        return Certainty.EXPECTED
    return by_cue or (Certainty.CONFIRMED if _confirmation(text) else Certainty.STATED)


def certainty_at(sentence: str, span: Span, cue_verb: str | None = None) -> Certainty:
    """How sure the sentence is of the value at `span`.

    >>> text = "1,100 have arrived, and the rest will follow by December."
    >>> certainty_at(text, Span(0, 5)).value, certainty_at(text, Span(48, 56)).value
    ('stated', 'expected')
    """
    if span.end > READ_AT_MOST:
        return _by_cue(cue_verb) or Certainty.STATED
    text = sentence[:READ_AT_MOST]
    if _is_plain(text):
        return _by_cue(cue_verb) or Certainty.STATED
    denial = _denial(text)
    if denial is not None and denial.end <= span.start and not _breaks_between(text, denial.end, span.start, hard=True):
        return Certainty.DENIED
    by_cue = _by_cue(cue_verb)
    if by_cue is Certainty.DENIED:
        return by_cue
    clause = _clause(text, span)
    if _is_alleged(text, clause, span):
        return Certainty.ALLEGED
    if any(clause.overlaps(cue) and _reaches(text, cue, span) for cue in _expectations(text)):
        return Certainty.EXPECTED
    if by_cue is not None:
        return by_cue
    confirmation = _confirmation(text)
    reaches = confirmation is not None and not _breaks_between(
        text, min(confirmation.end, span.start), span.start, hard=True
    )
    return Certainty.CONFIRMED if reaches else Certainty.STATED


def is_negated(sentence: str, span: Span) -> bool:
    """Whether the verb or noun phrase that the words at `span` belong to is negated.

    >>> text = "No one was hurt, but 12 cars burned."
    >>> is_negated(text, Span(11, 15)), is_negated(text, Span(21, 23))
    (True, False)
    """
    text = sentence[:READ_AT_MOST]
    if span.end > READ_AT_MOST:
        return False
    clause = _clause(text, span)
    harmless = [m.span() for m in _NOT_NEGATIVE.finditer(text, clause.start, clause.end)]
    for match in _NEGATOR.finditer(text, clause.start, clause.end):
        start, end = match.span()
        if any(low <= start < high for low, high in harmless):
            continue
        if end <= span.start:
            if not match[0].lower().startswith(("without", "instead", "rather")) or "," not in text[end : span.start]:
                return True
        elif start >= span.end and _negates_backward(match[0]) and not re.search(r",|\band\b", text[span.end : start]):
            return True
    return any(
        m.end() <= span.start and _denies(text, m.end(), span.start)
        for m in _NEGATOR.finditer(text)
        if m[0][:3].lower() in ("den", "ref")
    )


def _by_cue(cue_verb: str | None) -> Certainty | None:
    return None if cue_verb is None else next((degree for cues, degree in _DEGREES if cue_verb in cues), None)


@lru_cache(maxsize=SENTENCES_KEPT)
def _denial(text: str) -> Span | None:
    if not holds(_lowered(text), words.DENIED_STEMS):
        return None
    for match in _DENIED.finditer(text):
        denies = " " in match[0] or _DENIED_OBJECT.match(text, match.end())
        if denies and not _JUST_NEGATED.search(text, max(0, match.start() - 6), match.start()):
            return Span(*match.span())
    return None


@lru_cache(maxsize=SENTENCES_KEPT)
def _confirmation(text: str) -> Span | None:
    if not holds(_lowered(text), words.CONFIRMED_STEMS):
        return None
    undone = [m.span() for m in _NOT_CONFIRMED.finditer(text)]
    for match in _CONFIRMED.finditer(text):
        if not any(low <= match.start() < high for low, high in undone):
            return Span(*match.span())
    return None


@lru_cache(maxsize=SENTENCES_KEPT)
def _expectations(text: str) -> tuple[Span, ...]:
    if not holds(_lowered(text), words.EXPECTED_STEMS):
        return ()
    months = [m.span() for m in _MONTH_OF_MAY.finditer(text)]
    return tuple(
        Span(*m.span()) for m in _EXPECTED.finditer(text) if not any(low <= m.start() < high for low, high in months)
    )


@lru_cache(maxsize=SENTENCES_KEPT)
def _lowered(text: str) -> str:
    return " ".join(text.lower().split())


@lru_cache(maxsize=SENTENCES_KEPT)
def _may_be_alleged(text: str) -> bool:
    return holds(_lowered(text), words.ALLEGED_STEMS)


@lru_cache(maxsize=SENTENCES_KEPT)
def _is_plain(text: str) -> bool:
    """Whether no word in it makes anything more or less sure than stated."""
    return not (_may_be_alleged(text) or _denial(text) or _expectations(text) or _confirmation(text))


def _is_alleged(text: str, clause: Span, span: Span) -> bool:
    if not _may_be_alleged(text):
        return False
    if _ALLEGED_ADVERB.search(text, clause.start, clause.end):
        return True
    if any(_reaches(text, Span(*m.span()), span) for m in _ALLEGED_VERB.finditer(text, clause.start, clause.end)):
        return True
    if any(_reaches(text, Span(*m.span()), span) for m in _UNCONFIRMED.finditer(text)):
        return True
    near = _ALLEGED_ADJECTIVE.search(text, max(clause.start, span.start - PHRASE_REACH), span.end)
    return near is not None and not _PHRASE_END.search(text, near.end(), span.start)


def _reaches(text: str, cue: Span, span: Span) -> bool:
    """A cue covers what follows it in its clause, and a value before it that has no verb of its own."""
    if cue.end <= span.start:
        return not _breaks_between(text, cue.end, span.start, hard=False)
    return cue.overlaps(span) or not _OWN_VERB.search(_AUXILIARY.sub("", text[span.end : cue.start]))


def _clause(text: str, span: Span) -> Span:
    start, end = 0, len(text)
    for point in _breaks(text):
        if point.end <= span.start:
            start = point.end
        elif point.start >= span.end:
            end = point.start
            break
    return Span(start, max(end, span.end))


@lru_cache(maxsize=SENTENCES_KEPT)
def _breaks(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in _CLAUSE_BREAK.finditer(text))


def _breaks_between(text: str, start: int, end: int, *, hard: bool) -> bool:
    """Whether scope ends between two offsets; `hard`: "that", "who" and the like do not end it."""
    if start >= end:
        return False
    for match in _CLAUSE_BREAK.finditer(text, start, end):
        if not hard or re.match(r";|[.!?]|,?\s+but\s|,?\s+(?:although|though|whereas|while)\s", match[0], _FLAGS):
            return True
    return False


def _negates_backward(negator: str) -> bool:
    """ "not" and its like negate the subject's verb; "no" and "without" only what follows."""
    return negator.lower() in ("not", "never", "cannot") or negator.lower().endswith(("n't", "n’t", " to"))


def _denies(text: str, start: int, end: int) -> bool:
    return not _breaks_between(text, start, end, hard=True)
