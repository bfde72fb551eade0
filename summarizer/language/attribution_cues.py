"""Who says what inside one sentence: a Line in, its readings (source, cue, what is said) as token ranges out, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.domain.text import Token
from summarizer.language.attribution_clauses import (
    Line,
    Range,
    after_apposition,
    before_verb,
    phrase_after,
    phrase_before,
    source_before,
    subject_of,
)
from summarizer.language.attribution_contents import (
    clause_without_subject,
    content_after,
    content_around,
    content_before,
    has_clause,
    piece,
    quoted_rest,
)
from summarizer.language.attribution_forms import QUOTING, Reading, according, noun, passive, quoted_as_saying
from summarizer.language.attribution_words import (
    CATENATIVES,
    CUES,
    DOCUMENTS,
    FINDERS,
    INVERTING,
    NOUN_CUES,
    OBJECT_CUES,
    QUOTED_ONLY,
    ROLE_NOUNS,
    SOURCE_NOUNS,
    SURE_FORMS,
    THAT_ONLY,
    TRAILING,
)

MOST_READINGS = 12  # a sentence; more are no prose, and each is held against the others
_CUE_LEMMAS = frozenset(CUES) | frozenset(OBJECT_CUES) | THAT_ONLY | {"point", "read", "put"}
_CUE_WORDS = (
    frozenset(NOUN_CUES)
    | frozenset(SURE_FORMS)
    | QUOTING
    | {"according", "reports", "claims", "shows", "notes", "note", "claim", "report"}
)
_WITH_CLAUSES = frozenset(
    {"say", "claim", "believe", "think", "allege", "insist", "argue", "fear", "estimate", "maintain"}
)
_SAYERS = frozenset({"some", "many", "others", "few", "most", "critics", "experts", "they", "we"})
_SURE_LEMMAS = {"said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write"}


def readings(line: Line) -> tuple[Reading, ...]:
    """Every reading of the sentence, in the order of the cues."""
    found: list[Reading] = []
    for index in range(len(line.tokens)):
        if line.quoted[index] or len(found) >= MOST_READINGS or not _may_cue(line.tokens[index]):
            continue
        reading = _form(line, index, found) or _verb(line, index, found)
        if reading is not None:
            found.append(reading)
    return tuple(_without_overlap(line, _citing(line, found)))


def _may_cue(token: Token) -> bool:
    """Whether a rule looks at the word at all; most words are none's business."""
    return token.lemma in _CUE_LEMMAS or token.text.lower() in _CUE_WORDS


def _form(line: Line, index: int, earlier: list[Reading]) -> Reading | None:
    if any(r.cue[0] <= index < r.cue[1] or (r.source and r.source[0] <= index < r.source[1]) for r in earlier):
        return None
    return according(line, index) or quoted_as_saying(line, index) or passive(line, index) or noun(line, index)


def _verb(line: Line, index: int, earlier: list[Reading]) -> Reading | None:
    lemma = _cue_lemma(line, index)
    if lemma is None or _is_undone(line, index):
        return None
    if any(r.cue[0] <= index < r.cue[1] or (r.source and r.source[0] <= index < r.source[1]) for r in earlier):
        return None
    if lemma in INVERTING and (inverted := _inverted(line, index, lemma)):
        return inverted
    source, shared = _source(line, index, earlier)
    if source is None:
        return None
    if lemma in ("put", "read"):
        return _put(line, index, source, lemma)
    if lemma == "find" and line.lower(index + 1) != "that" and not _is_paper(line, source, FINDERS):
        return None  # "officers found two men"
    contents = _contents(line, index, source, lemma, shared=shared)
    if not contents and not (lemma in INVERTING | {"tell"} and _announces(line, index)):
        return None
    return Reading(source=source, cue=(index, index + 1), contents=contents, verb=lemma, shared=shared)


def _contents(line: Line, index: int, source: Range, lemma: str, *, shared: bool) -> tuple[Range, ...]:
    """What is said, behind the cue or before its source."""
    contents = tuple(content_after(line, index + 1, lemma, of_paper=_is_paper(line, source)))
    if not contents and line.lower(source[0] - 1) == "as" and (lemma in TRAILING or lemma == "point"):
        contents = tuple(_as_said(line, source[0] - 1, index + 1))
    elif not contents and not shared and lemma in TRAILING:
        contents = tuple(content_around(line, source[0], index + 1, lemma))
        if not contents and lemma in _WITH_CLAUSES:
            contents = tuple(clause_without_subject(line, index + 1, source[0] - 1))
    if lemma in QUOTED_ONLY and not any(line.quoted[i] for c in contents for i in range(*c)):
        return ()
    return contents


def _as_said(line: Line, start: int, end: int) -> Iterator[Range]:
    """ "As many have pointed out, ...", "..., as police have said"."""
    if start == 0:
        comma = next((i for i in range(end, min(end + 12, len(line.tokens))) if line.is_comma(i)), None)
        if comma is not None:
            yield from piece(line, comma + 1, len(line.tokens))
    elif line.is_comma(start - 1):
        yield from piece(line, 0, start)


def _put(line: Line, index: int, source: Range, lemma: str) -> Reading | None:
    """ "As Ms. Poe put it, …" and "…," the letter reads."""
    if lemma == "put":
        contents = tuple(_as_said(line, source[0] - 1, index + 2)) if line.lower(source[0] - 1) == "as" else ()
        cue = (index, index + 2)
    else:
        after = tuple(content_after(line, index + 1, "say"))
        contents = after or tuple(content_around(line, source[0], index + 1, "say"))
        cue = (index, index + 1)
        contents = (
            contents if _is_paper(line, source) and any(line.quoted[i] for c in contents for i in range(*c)) else ()
        )
    return Reading(source=source, cue=cue, contents=contents, verb="say") if contents else None


def _is_paper(line: Line, source: Range, more: frozenset[str] = frozenset()) -> bool:
    """Whether the source is a poll, a report or the like, which shows things."""
    return any(line.lower(i) in DOCUMENTS or line.lower(i) in more for i in range(*source))


def _announces(line: Line, index: int) -> bool:
    """Whether the sentence ends with a colon, so that what is said comes after it."""
    return line.lower(len(line.tokens) - 1) == ":" and len(line.tokens) - index < 15


def _cue_lemma(line: Line, index: int) -> str | None:
    token = line.tokens[index]
    word = token.text.lower()
    if word == "states" or (token.lemma == "accuse" and line.lower(index + 1) == "of"):
        return None
    if token.tag == "VERB" and (
        token.lemma in CUES or (token.lemma == "point" and line.lower(index + 1) in ("out", "to"))
    ):
        return token.lemma
    if token.tag == "VERB" and (
        (word in ("put", "puts") and line.lower(index + 1) == "it")
        or (
            token.lemma == "read"
            and (line.lower(index + 1) == ":" or line.is_mark(index + 1) or line.is_end(index + 1))
        )
        or (token.lemma in THAT_ONLY and line.lower(index + 1) == "that" and line.tag(index + 1) == "SCONJ")
    ):
        return token.lemma
    if word in ("note", "claim", "report") and line.lower(index + 1) == "that" and line.lower(index - 1) in _SAYERS:
        return word
    trailing = line.tag(index - 1) == "PROPN" and line.is_end(index + 1)
    if word in ("reports", "claims", "shows", "notes") and (trailing or line.lower(index + 1) == "that"):
        return word.removesuffix("s")
    if word in SURE_FORMS and token.tag in ("VERB", "NOUN", "ADJ", "PROPN", "AUX"):
        return _SURE_LEMMAS.get(word, token.lemma if token.lemma in CUES else word.rstrip("s"))
    return None


def _is_undone(line: Line, index: int) -> bool:
    """Whether nothing was said: negated, only possible, only wanted, or said to the subject ("was told")."""
    at = index - 1
    while at >= 0 and (line.tag(at) in ("AUX", "ADV") or line.lower(at) in ("not", "n't", "n’t")):
        lemma = line.tokens[at].lemma
        if lemma in ("not", "never", "will", "would", "could", "should", "may", "might", "must", "can", "shall"):
            return True
        if lemma == "be" and not line.lower(index).endswith("ing"):
            return True
        at -= 1
    if line.lower(index - 1) == "to":
        return not (_catenative(line, index))
    return line.tag(index - 1) in ("DET",) and line.lower(index - 1) not in (
        "that",
        "this",
        "others",
        "some",
        "many",
        "both",
        "all",
        "each",
        "most",
        "few",
    )


def _catenative(line: Line, index: int) -> bool:
    """ "went on to say", "continued to insist"."""
    verb = index - 3 if line.lower(index - 2) == "on" else index - 2
    return verb >= 0 and line.tokens[verb].lemma in CATENATIVES and line.tag(verb) == "VERB"


def _source(line: Line, index: int, earlier: list[Reading]) -> tuple[Range | None, bool]:
    at = index
    if line.lower(index - 1) == "to":
        at = index - 3 if line.lower(index - 2) == "on" else index - 2
    word = line.lower(index)
    last = before_verb(line, at)
    if word.endswith("ing") and line.lower(last) == "by":
        return _shared(line, index, last, earlier)
    helped = any(line.tag(i) == "AUX" for i in range(last + 1, at))
    if word.endswith("ing") and not helped:
        if line.is_comma(last) or line.is_mark(last):
            return _shared(line, index, last, earlier)
        if line.lower(last) in ("each", "both", "one", "some", "others", "many"):
            return (last, last + 1), False  # "both ran spots, each saying the other lies"
        quotes = line.is_comma(index + 1) or line.lower(index + 1) == "that"
        speaks = line.tag(last) == "PROPN" or (line.tag(last) == "NOUN" and line.lower(last) in DOCUMENTS)
        return (phrase_before(line, last), False) if quotes and speaks else (None, False)
    if last >= 0 and line.tag(last) == "CCONJ":
        return _shared(line, index, last, earlier)
    if line.lower(last) in ("who", "which") or (line.lower(last) == "that" and line.tag(last) == "PRON"):
        return (last, last + 1), False
    found = source_before(line, at)
    return found, False


def _shared(line: Line, index: int, last: int, earlier: list[Reading]) -> tuple[Range | None, bool]:
    for reading in reversed(earlier):
        if reading.source is not None and line.lower(reading.source[0]) not in ("which",):
            return reading.source, True
    found = subject_of(line, max(last, 0))
    return (found, True) if found and found[1] <= index else (None, False)


def _inverted(line: Line, index: int, lemma: str) -> Reading | None:
    """ "...," said Park, a member of the committee."""
    source = phrase_after(line, index + 1)
    if source is None:
        return None
    if index == 0 and line.lower(source[1]) == ":":
        contents = tuple(piece(line, source[1], len(line.tokens)))
        return Reading(source=source, cue=(0, 1), contents=contents, verb=lemma) if contents else None
    if index < 2 or not (line.lower(index - 1) == "," or line.is_mark(index - 1)):
        return None
    if line.lower(index - 1) == "," and (line.lower(source[1]).endswith("ing") or any(_finite_ahead(line, source[1]))):
        return None
    before = tuple(p for p in content_before(line, index) if has_clause(line, p))
    if not before:
        return None
    end = after_apposition(line, source[1])
    return Reading(source=source, cue=(index, index + 1), contents=before + tuple(quoted_rest(line, end)), verb=lemma)


def _finite_ahead(line: Line, start: int) -> Iterator[bool]:
    """True where a verb follows before any mark: then the phrase was the subject of what is said."""
    for index in range(start, len(line.tokens)):
        if line.is_comma(index) or line.is_end(index) or line.is_mark(index):
            return
        if line.tag(index) == "SCONJ" or line.lower(index) in ("who", "that", "which"):
            return
        if line.is_finite(index):
            yield True


def _citing(line: Line, found: list[Reading]) -> list[Reading]:
    """Readings with those whom their source cites: "Reuters reported, citing the NIS"."""
    result = [r for r in found if not (r.verb in ("cite", "quote") and line.lower(r.cue[0]) in ("citing", "quoting"))]
    for index in range(len(line.tokens)):
        if line.quoted[index] or line.lower(index) not in ("citing", "quoting"):
            continue
        cited = phrase_after(line, index + 1)
        owner = _owner(result, index)
        if index and cited and not _can_speak(line, cited):
            result += _reasons(line, index, result)
        elif cited and _can_speak(line, cited) and owner is not None and cited != result[owner].source:
            trimmed = tuple(p for r in result[owner].contents for p in _cut(line, r, index))
            if trimmed and not result[owner].chain:
                result[owner] = replace(result[owner], chain=(cited,), contents=trimmed)
    return sorted(result, key=lambda r: r.cue)


def _can_speak(line: Line, cited: Range) -> bool:
    """Whether a phrase names somebody, or a paper, that can be cited for news: not "the release of prisoners"."""
    head = next((i for i in range(*cited) if line.tag(i) == "ADP"), cited[1]) - 1
    word = line.lower(head)
    return line.tag(head) == "PROPN" or word in SOURCE_NOUNS | DOCUMENTS or word.removesuffix("s") in ROLE_NOUNS


def _reasons(line: Line, index: int, found: list[Reading]) -> Iterator[Reading]:
    """ "..., citing the release of prisoners": what is cited is said by the subject itself."""
    source, _ = _shared(line, index, index - 1, [r for r in found if r.cue[0] < index])
    contents = tuple(piece(line, index + 1, len(line.tokens)))
    if source is not None and contents:
        yield Reading(source=source, cue=(index, index + 1), contents=contents, verb="cite", shared=True)


def _owner(found: list[Reading], index: int) -> int | None:
    """The reading that a "citing" belongs to: the nearest cue before it, else the nearest behind it."""
    before = [i for i, r in enumerate(found) if r.cue[0] < index]
    if before:
        return before[-1]
    return 0 if found else None


def _cut(line: Line, content: Range, index: int) -> Iterator[Range]:
    """The content up to a "citing ..." inside it."""
    if content[0] <= index < content[1]:
        yield from piece(line, content[0], index)
    else:
        yield content


def _without_overlap(line: Line, found: list[Reading]) -> Iterator[Reading]:
    """Contents end before the next reading beside them begins, and never hold their own source or cue."""
    for number, reading in enumerate(found):
        contents: list[Range] = []
        for start, end in reading.contents:
            low, high = start, end
            for other in found[number + 1 :]:
                if (cut := _sibling_start(line, reading, other)) and start < cut < high:
                    high = cut
            for other in found[:number]:
                if (
                    _sibling_start(line, other, reading)
                    and other.cue[0] >= start
                    and other.cue[1] <= high
                    and high <= reading.cue[0]
                ):
                    low = max(low, other.cue[1])
            contents += piece(line, low, high)
        if contents or not reading.contents:
            yield replace(reading, contents=tuple(contents))


def _sibling_start(line: Line, reading: Reading, other: Reading) -> int | None:
    """Where a later reading that stands beside this one begins; None where it is part of what this one says."""
    if other.source is None:
        return None
    if other.shared and other.source == reading.source:
        return before_verb(line, other.cue[0])
    first = min(other.source[0], other.cue[0])
    if first <= reading.cue[0]:
        return None
    if any(start <= reading.cue[0] and end <= first for start, end in other.contents):
        return first
    if line.lower(first - 1) in ("but", "while", "whereas", "though", "although") or (
        line.lower(first - 1) == "and" and line.is_comma(first - 2)
    ):
        return first - 1
    if line.lower(other.cue[0]) == "according" or (other.source[0] > other.cue[0]):
        return None
    return None
