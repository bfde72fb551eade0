"""How sure, whether at all, and what is not known yet: a sentence (and a span in it) in; a degree, a yes or no, or mentions out.

Cues work inside their clause. A clause here is what stands between marks and joining words that scope does not cross
(CLAUSE_BREAK); nothing is parsed. Sentences are read up to READ_AT_MOST characters.
"""

from __future__ import annotations

import re

from summarizer.domain.facts import Kind, Mention, Phrase
from summarizer.domain.text import Certainty, Span
from summarizer.language import stance_words as words

# Longer "sentences" are tables or lists run together; what comes later in them is taken as plainly stated.
READ_AT_MOST = 2_000
# How far behind an adjective ("a suspected broken ankle") its noun phrase can reach.
PHRASE_REACH = 30

_FLAGS = re.IGNORECASE
_ALLEGED_ADVERB = re.compile(rf"\b(?:{words.ALLEGED_ADVERBS})\b", _FLAGS)
_ALLEGED_VERB = re.compile(rf"\b(?:{words.ALLEGED_VERBS})\b", _FLAGS)
_ALLEGED_ADJECTIVE = re.compile(rf"\b(?:{words.ALLEGED_ADJECTIVES})\b", _FLAGS)
_EXPECTED = re.compile(rf"(?<![\w'’])(?:{words.EXPECTED})\b", _FLAGS)
_CONFIRMED = re.compile(rf"\b(?:{words.CONFIRMED})\b", _FLAGS)
_NOT_CONFIRMED = re.compile(rf"\b(?:{words.NOT_CONFIRMED})(?:{words.CONFIRMED})\b", _FLAGS)
_DENIED = re.compile(rf"\b(?:{words.DENIED})\b", _FLAGS)
_DENIED_OBJECT = re.compile(words.DENIED_OBJECT, _FLAGS)
_NEGATOR = re.compile(rf"\b(?:{words.NEGATOR})(?!\w)", _FLAGS)
_NOT_NEGATIVE = re.compile(rf"\b(?:{words.NOT_NEGATIVE})", _FLAGS)
_CLAUSE_BREAK = re.compile(words.CLAUSE_BREAK, _FLAGS)
# A verb of its own between a value and a cue behind it: "12 were killed and more could follow" is no forecast of 12.
_OWN_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|did|does|who|which|that|and)\b", _FLAGS)

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


def unknowns(sentence: str) -> tuple[Mention, ...]:
    """What the sentence says is not known, set or released yet: values with the key "unknown", on the words that say so.

    >>> [(m.span.of("The motive is unclear."), m.kind.value) for m in unknowns("The motive is unclear.")]
    [('motive is unclear', 'manner')]
    """
    text = sentence[:READ_AT_MOST]
    found: list[Mention] = []
    for pattern in _UNKNOWN:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span=span, kind=_question(text, match), value=Phrase(key="unknown")))
    return tuple(sorted(found, key=lambda m: m.span))


def _by_cue(cue_verb: str | None) -> Certainty | None:
    degrees = (
        (words.DENYING_CUES, Certainty.DENIED),
        (words.CONFIRMING_CUES, Certainty.CONFIRMED),
        (words.ALLEGING_CUES, Certainty.ALLEGED),
        (words.EXPECTING_CUES, Certainty.EXPECTED),
    )
    return next((degree for cues, degree in degrees if cue_verb in cues), None)


def _denial(text: str) -> Span | None:
    for match in _DENIED.finditer(text):
        if " " in match[0] or _DENIED_OBJECT.match(text, match.end()):
            if not re.search(r"\b(?:not|n['’]t)\s+$", text[max(0, match.start() - 6) : match.start()]):
                return Span(*match.span())
    return None


def _confirmation(text: str) -> Span | None:
    undone = [m.span() for m in _NOT_CONFIRMED.finditer(text)]
    for match in _CONFIRMED.finditer(text):
        if not any(low <= match.start() < high for low, high in undone):
            return Span(*match.span())
    return None


def _expectations(text: str) -> tuple[Span, ...]:
    months = [m.span() for m in _MONTH_OF_MAY.finditer(text)]
    return tuple(
        Span(*m.span()) for m in _EXPECTED.finditer(text) if not any(low <= m.start() < high for low, high in months)
    )


def _is_alleged(text: str, clause: Span, span: Span) -> bool:
    if _ALLEGED_ADVERB.search(text, clause.start, clause.end):
        return True
    if any(_reaches(text, Span(*m.span()), span) for m in _ALLEGED_VERB.finditer(text, clause.start, clause.end)):
        return True
    near = _ALLEGED_ADJECTIVE.search(text, max(clause.start, span.start - PHRASE_REACH), span.end)
    return near is not None and not re.search(r",|\b(?:was|were|is|are|in|on|at|of)\b", text[near.end() : span.start])


def _reaches(text: str, cue: Span, span: Span) -> bool:
    """A cue covers what follows it in its clause, and a value before it that has no verb of its own."""
    if cue.end <= span.start:
        return not _breaks_between(text, cue.end, span.start, hard=False)
    return cue.overlaps(span) or not _OWN_VERB.search(_AUXILIARY.sub("", text[span.end : cue.start]))


def _clause(text: str, span: Span) -> Span:
    start, end = 0, len(text)
    for match in _CLAUSE_BREAK.finditer(text):
        if match.end() <= span.start:
            start = match.end()
        elif match.start() >= span.end:
            end = match.start()
            break
    return Span(start, max(end, span.end))


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


def _question(text: str, match: re.Match[str]) -> Kind:
    """The kind of what is open: by the words of the phrase, then by the subject before it, then by what follows."""
    before = re.split(r"[,;:—]", text[max(0, match.start() - 60) : match.start()])[-1]
    after = re.split(r"[.,;:—]", text[match.end() : match.end() + 40])[0]
    for words_there in (match.groupdict().get("what") or "", before, match[0], after):
        for pattern, kind in _OPEN_QUESTIONS:
            if words_there and pattern.search(words_there):
                return kind
    return Kind.MANNER


_OPEN_QUESTIONS = tuple((re.compile(pattern, _FLAGS), kind) for pattern, kind in words.OPEN_QUESTIONS)
_WHAT = (
    r"(?:motives?|causes?|reasons?|names?|identit(?:y|ies)|ages?|whereabouts|dates?|locations?|terms|prices?|details?|numbers?|tolls?"
    r"|circumstances|conditions?|nationalit(?:y|ies)|amounts?|extent)"
)
_TOLD = (
    r"(?:identified|named|released|disclosed|determined|established|announced|made\s+public|published|revealed|set|fixed|specified|known|given"
    r"|provided|agreed|decided|finali[sz]ed|divulged)"
)
_ASKED = r"(?:how\s+(?:many|much|long|old)|who(?:m|se)?|when|where|why|what(?:\s+time)?|how|whether|if|which)"
_OF = r"(?:\s+(?:of|for|in|behind)(?:\s+[\w'’-]{1,20}){1,5}?)?"
_NOT_YET = (
    r"(?:not|n['’]t)(?:\s+(?:yet|immediately|initially|publicly|been|being|be|officially|formally|so\s+far|still))"
)
_UNKNOWN = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        # "the motive for the attack remains unclear", "the cause was not known"
        rf"\b(?P<what>{_WHAT}){_OF}\s+(?:(?:is|was|are|were)\s+(?:still\s+|yet\s+|as\s+yet\s+)?|remain(?:s|ed)?\s+)"
        r"(?:unclear|unknown|undetermined|undisclosed|uncertain|a\s+mystery|not\s+(?:yet\s+|immediately\s+)?(?:clear|known)|under\s+investigation"
        r"|being\s+(?:investigated|withheld)|withheld)\b",
        # "it was not immediately clear how many", "it is unclear who"
        rf"\b(?:it\s+(?:is|was|remain(?:s|ed))\s+)?(?:still\s+)?(?:unclear|unknown|not\s+(?:yet\s+|immediately\s+)?(?:clear|known))\s+(?P<what>{_ASKED})\b",
        # "names were not released", "has not been identified", "have yet to be named"
        rf"\b(?P<what>{_WHAT})\s+(?:was|were|(?:has|have|had)\s+been)(?:n['’]t|\s+not)(?:\s+(?:yet|immediately|been|initially|publicly)){{0,2}}\s+{_TOLD}\b(?!\s+as\b)",
        rf"\b(?:has|have|had|is|are|was|were)(?:\s+(?:yet|still|also)){{0,2}}\s?{_NOT_YET}{{1,3}}\s+{_TOLD}\b(?!\s+(?:as|on|against|off|to|up|out)\b)",
        r"\b(?:was|were)(?:n['’]t|\s+not)\s+(?:identified|named|disclosed|released|made\s+public)\b(?!\s+(?:as|from|until|to)\b)",
        rf"\b(?:has|have|had|remain(?:s|ed)?|is|are)\s+yet\s+to\s+be\s+{_TOLD}\b(?!\s+as\b)",
        # "no word on a motive", "no details about", "no date has been set"
        r"\bno\s+(?:immediate\s+|further\s+|official\s+)?(?:word|details?|information|indication)\s+(?:yet\s+|immediately\s+)?(?:on|about|of|as\s+to|regarding)\s+(?:the\s+|an?\s+|any\s+)?(?P<what>[\w-]{1,20})",
        rf"\bno\s+(?:immediate\s+)?(?P<what>{_WHAT})\s+(?:has|have|had|was|were)\s+(?:yet\s+)?(?:been\s+)?{_TOLD}\b",
        # "did not say when", "would not give a motive", "declined to name", "without giving a date"
        rf"\b(?:(?:did|do|does|has|have|would|could)(?:n['’]t|\s+not)(?:\s+(?:immediately|yet|publicly)){{0,2}}|declin(?:ed|es)\s+to|refused\s+to|without)\s+"
        rf"(?:say(?:ing)?|said|specif(?:y|ied|ying)|disclos(?:e|ed|ing)|giv(?:e|en|ing)|releas(?:e|ed|ing)|provid(?:e|ed|ing)|reveal(?:ed|ing)?|elaborat(?:e|ing)\s+on)"
        rf"\s+(?:(?:the|an?|any|their|his|her|its|further|more)\s+){{0,2}}(?P<what>{_ASKED}|{_WHAT})\b",
        r"\b(?:(?:did|has|have|would|could)(?:n['’]t|\s+not)(?:\s+(?:immediately|yet|publicly)){0,2}|declin(?:ed|es)\s+to)\s+(?:identify|identified|name|named)\b",
        r"\bunidentified(?=\s+[a-z])",
    )
)
