"""Who says what inside one sentence: a Line in, its readings (source, cue, what is said) as token ranges out, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
from summarizer.language.attribution_words import (
    ADDRESSED,
    CATENATIVES,
    COMMITTING,
    CLAUSE_ONLY,
    CUES,
    INVERTING,
    OBJECT_CUES,
    SOURCE_PRONOUNS,
    SURE_FORMS,
    TIME_WORDS,
    WITH_PREPOSITION,
)

LONG_CLAUSE = 5  # tokens
_COMPLEMENTS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_SURE_LEMMAS = {"said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write"}
_BACKGROUND = frozenset({"as", "while", "when", "after", "before", "although", "though", "but", "in", "at", "during", "on", "with", "amid"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One cue of a sentence with the tokens of its source and of what is said; `chain` holds those whom the source cites."""

    source: Range | None
    cue: Range
    contents: tuple[Range, ...]
    verb: str
    chain: tuple[Range, ...] = ()
    shared: bool = False  # the source is the subject of an earlier verb


def readings(line: Line) -> tuple[Reading, ...]:
    """Every reading of the sentence, in the order of the cues."""
    found: list[Reading] = []
    for index in range(len(line.tokens)):
        if line.quoted[index]:
            continue
        reading = _according(line, index) or _quoted_as_saying(line, index) or _verb(line, index, found)
        if reading is not None:
            found.append(reading)
    return tuple(_without_overlap(line, _citing(line, found)))


def _according(line: Line, index: int) -> Reading | None:
    if line.lower(index) != "according" or line.lower(index + 1) != "to":
        return None
    source = phrase_after(line, index + 2)
    if source is None:
        return None
    end = after_apposition(line, source[1])
    contents: list[Range] = []
    if index > 1 or (index == 1 and not line.is_mark(0)):
        contents += _piece(line, 0, index)
    if line.is_comma(end) or not line.is_end(end):
        start = end + 1 if line.is_comma(end) else end
        if not contents or line.tag(start) in ("VERB", "AUX"):
            contents += _piece(line, start, len(line.tokens))
    return Reading(source=source, cue=(index, index + 2), contents=tuple(contents), verb="accord") if contents else None


def _quoted_as_saying(line: Line, index: int) -> Reading | None:
    """ "X was quoted as saying", "Y quoted X as saying", "X was quoted by Y as saying"."""
    if line.lower(index) not in ("quoted", "cited", "quotes", "cites", "quoting", "citing"):
        return None
    saying = next((i for i in range(index + 1, min(index + 25, len(line.tokens))) if line.lower(i) == "saying"), None)
    if saying is None or line.lower(saying - 1) != "as":
        return None
    contents = tuple(_after(line, saying + 1, "say")) or tuple(_before(line, before_verb(line, index) + 1))
    passive = any(line.tokens[i].lemma == "be" for i in range(max(0, index - 3), index))
    subject = source_before(line, index) or subject_of(line, index)
    if not contents or subject is None:
        return None
    if not passive:
        cited = phrase_after(line, index + 1)
        return Reading(source=subject, cue=(index, saying + 1), contents=contents, verb="say", chain=(cited,) if cited else ())
    if line.lower(index + 1) == "by" and (outlet := phrase_after(line, index + 2)):
        return Reading(source=outlet, cue=(index, saying + 1), contents=contents, verb="say", chain=(subject,))
    return Reading(source=subject, cue=(index, saying + 1), contents=contents, verb="say")


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
    contents = tuple(_after(line, index + 1, lemma))
    if not contents and not shared and lemma in INVERTING | {"tell", "believe", "think"}:
        contents = tuple(_around(line, source[0], index + 1))
    if not contents and not (lemma in INVERTING | {"tell"} and _announces(line, index)):
        return None
    return Reading(source=source, cue=(index, index + 1), contents=contents, verb=lemma, shared=shared)


def _announces(line: Line, index: int) -> bool:
    """Whether the sentence ends with a colon, so that what is said comes after it."""
    return line.lower(len(line.tokens) - 1) == ":" and len(line.tokens) - index < 15


def _cue_lemma(line: Line, index: int) -> str | None:
    token = line.tokens[index]
    word = token.text.lower()
    if token.tag == "VERB" and token.lemma in CUES:
        return token.lemma
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
    return line.tag(index - 1) in ("DET",) and line.lower(index - 1) not in ("that", "this", "others", "some", "many", "both")


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
    helped = any(line.tag(i) == "AUX" for i in range(last + 1, at))
    if word.endswith("ing") and not helped:
        return _shared(line, index, last, earlier) if line.is_comma(last) or line.is_mark(last) else (None, False)
    if last >= 0 and line.tag(last) == "CCONJ":
        return _shared(line, index, last, earlier)
    if line.lower(last) in ("who", "which"):
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
        contents = tuple(_piece(line, source[1], len(line.tokens)))
        return Reading(source=source, cue=(0, 1), contents=contents, verb=lemma) if contents else None
    if index < 2 or not (line.lower(index - 1) == "," or line.is_mark(index - 1)):
        return None
    if line.lower(index - 1) == "," and (line.lower(source[1]).endswith("ing") or any(_finite_ahead(line, source[1]))):
        return None
    before = tuple(p for p in _before(line, index) if _has_clause(line, p))
    if not before:
        return None
    end = after_apposition(line, source[1])
    return Reading(source=source, cue=(index, index + 1), contents=before + tuple(_quoted_rest(line, end)), verb=lemma)


def _finite_ahead(line: Line, start: int) -> Iterator[bool]:
    """True where a verb follows before any mark: then the phrase was the subject of what is said."""
    for index in range(start, len(line.tokens)):
        if line.is_comma(index) or line.is_end(index) or line.is_mark(index):
            return
        if line.tag(index) == "SCONJ" or line.lower(index) in ("who", "that", "which"):
            return
        if line.is_finite(index):
            yield True


def _around(line: Line, source: int, after: int) -> Iterator[Range]:
    """What stands before "X said", and what goes on behind it."""
    pieces = tuple(_before(line, source))
    end = _past_circumstances(line, after)
    if line.is_comma(end) and line.is_comma(source - 1) and not any(_has_clause(line, p) for p in pieces):
        yield from _piece(line, 0, source)
        yield from _piece(line, end + 1, len(line.tokens))
        return
    yield from pieces
    if not pieces:
        return
    if line.is_comma(end) and (line.tag(end + 1) in ("VERB", "AUX") and line.is_finite(end + 1)):
        yield from _piece(line, end + 1, len(line.tokens))
    else:
        yield from _quoted_rest(line, end)


def _has_clause(line: Line, piece: Range) -> bool:
    return any(line.quoted[i] or line.is_finite(i) for i in range(*piece))


def _quoted_rest(line: Line, start: int) -> Iterator[Range]:
    """The next quotation behind a comma or colon in what is left of the sentence."""
    for index in range(start, len(line.tokens)):
        if line.is_mark(index) and index + 1 < len(line.tokens) and line.quoted[index + 1]:
            if line.is_comma(index - 1) or line.lower(index - 1) == ":":
                yield from _piece(line, index + 1, _quote_end(line, index + 1))
            return


def _quote_end(line: Line, start: int) -> int:
    end = start
    while end < len(line.tokens) and line.quoted[end]:
        end += 1
    return end


def _before(line: Line, end: int) -> Iterator[Range]:
    """The clause or quotation that ends with a comma or mark right before `end`."""
    if not (line.is_comma(end - 1) or line.is_mark(end - 1) or line.lower(end - 1) in ("?", "!")):
        return
    found = tuple(_piece(line, 0, end))
    for start, stop in found:
        if _has_clause(line, (start, stop)) or stop - start > 6:
            yield start, stop


def _past_circumstances(line: Line, start: int) -> int:
    """The index behind days, places and occasions: "said | on Monday in a statement | that"."""
    index = start
    while index < len(line.tokens) and not line.quoted[index]:
        word, tag = line.lower(index), line.tag(index)
        if _is_adverb(line, index) or (word in TIME_WORDS and not _finite_soon(line, index)):
            index += 1
        elif tag == "ADP" and word not in ("for", "of", "against") and (phrase := _circumstance(line, index + 1)):
            index = phrase[1]
        else:
            break
    return index


def _is_adverb(line: Line, index: int) -> bool:
    """ "said publicly that": an adverb of the saying, not a hedge of what is said ("said nearly 40")."""
    if line.tag(index) != "ADV" or not line.lower(index).endswith(("ly", "ago", "too")):
        return False
    return line.lower(index + 1) in _COMPLEMENTS or line.tag(index + 1) in ("ADP", "PUNCT", "SCONJ") or line.is_end(index + 1)


def _finite_soon(line: Line, index: int) -> bool:
    """ "said this was wrong": a word for time that is the subject of its own clause."""
    return line.is_finite(index + 1) or (line.tag(index + 1) == "NOUN" and line.lower(index + 1) not in TIME_WORDS)


def _circumstance(line: Line, index: int) -> Range | None:
    phrase = phrase_after(line, index)
    if phrase is not None:
        return phrase
    end = index
    while line.lower(end) in TIME_WORDS:
        end += 1
    return (index, end) if end > index else None


def _addressee(line: Line, start: int) -> int:
    if line.tag(start) == "PRON":
        return start + 1 if line.lower(start) not in ("that", "what") else start
    phrase = phrase_after(line, start)
    return phrase[1] if phrase else start


def _after(line: Line, start: int, lemma: str) -> Iterator[Range]:
    """What follows the cue: a clause, a quotation, or the object of a verb whose object is what was said."""
    index = start
    if lemma in WITH_PREPOSITION and line.lower(index) in WITH_PREPOSITION[lemma]:
        yield from _piece(line, index + 1, len(line.tokens))
        return
    if lemma in ADDRESSED and not line.is_end(index) and line.lower(index) not in ("that", ":"):
        index = _addressee(line, index)
        if line.lower(index) == "to" and index > start:
            yield from _piece(line, index, len(line.tokens))
            return
    if lemma in COMMITTING and line.lower(index) == "to":
        yield from _piece(line, index, len(line.tokens))
        return
    index = _past_circumstances(line, index)
    if line.is_comma(index):
        index = _past_aside(line, index)
    if line.lower(index) == ":":
        yield from _piece(line, index + 1, len(line.tokens))
    elif line.lower(index) in _COMPLEMENTS:
        yield from _piece(line, index + (line.lower(index) == "that"), len(line.tokens))
    elif not line.is_end(index) or line.is_mark(index):
        yield from _bare(line, index, lemma)


def _past_aside(line: Line, comma: int) -> int:
    """ "said in Toledo, Ohio, | that": the index of the "that" or quotation behind a comma, past a short aside."""
    for index in range(comma, min(comma + 8, len(line.tokens))):
        if line.is_comma(index) and (line.is_mark(index + 1) or line.lower(index + 1) == "that"):
            return index + 1
        if line.is_finite(index) or line.is_end(index):
            break
    return comma


def _bare(line: Line, index: int, lemma: str) -> Iterator[Range]:
    """A clause without "that", a quotation, or an object."""
    if line.is_mark(index) and index + 1 < len(line.tokens) and line.quoted[index + 1]:
        end = _quote_end(line, index + 1)
        if line.is_mark(end) and (line.is_comma(end + 1) or line.lower(end - 1) == ",") and line.lower(end + 2) in _BACKGROUND | {"he", "she"}:
            yield from _piece(line, index + 1, end)
        elif line.lower(end - 1) == ",":
            yield from _piece(line, index + 1, end)
        elif line.is_mark(end) and line.lower(end + 1) in _BACKGROUND:
            yield from _piece(line, index + 1, end)
        else:
            yield from _piece(line, index, len(line.tokens))
        return
    if line.is_comma(index):
        return
    if lemma in OBJECT_CUES and line.tag(index) != "ADP":
        if lemma not in CLAUSE_ONLY or _holds(line, index):
            yield from _piece(line, index, len(line.tokens))
    elif _holds(line, index) or (lemma == "say" and _is_long(line, index)):
        yield from _piece(line, index, len(line.tokens))


def _is_long(line: Line, start: int) -> bool:
    """After "said" a clause whose verb was not made out."""
    return len(line.tokens) - start > LONG_CLAUSE and line.tag(start) not in ("ADP", "VERB", "AUX", "PART", "CCONJ", "PUNCT")


def _holds(line: Line, start: int) -> bool:
    """Whether a clause with its own subject and verb, or a quotation, starts there."""
    opener = line.lower(start) in ("neither", "either", "both", "there")
    if not opener and line.tag(start) not in ("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "ADV", "SCONJ", "ADP", "X", "VERB"):
        return False
    if line.tag(start) == "PART" or (line.tag(start) == "VERB" and not line.lower(start).endswith("ing")):
        return False
    for index in range(start + 1, len(line.tokens)):
        if line.is_end(index) or (line.is_comma(index) and line.tag(start) not in ("ADP", "SCONJ", "PROPN", "NOUN")):
            return False
        if line.quoted[index]:
            return index - start < 12
        if line.is_finite(index) and line.lower(index - 1) not in ("who", "which", "that"):
            return True
    return False


def _piece(line: Line, start: int, end: int) -> Iterator[Range]:
    """The tokens without marks at their ends and without a joining word in front; nothing where no word is left."""
    edge = {",", ".", ";", ":", "—", "–", "--", "―"}
    while start < end and (line.is_mark(start) or line.lower(start) in edge or _is_conjunction(line, start)):
        start += 1
    while end > start and (line.is_mark(end - 1) and not _is_apostrophe(line, end - 1) or line.lower(end - 1) in edge):
        end -= 1
    if any(line.tokens[i].tag != "PUNCT" for i in range(start, end)):
        yield start, end


def _is_conjunction(line: Line, index: int) -> bool:
    return line.tag(index) == "CCONJ" and line.lower(index) in ("and", "but", "or", "so") and not line.quoted[index]


def _is_apostrophe(line: Line, index: int) -> bool:
    return line.tokens[index].tag == "PART"


def _citing(line: Line, found: list[Reading]) -> list[Reading]:
    """Readings with those whom their source cites: "Reuters reported, citing the NIS"."""
    result = [r for r in found if not (r.verb in ("cite", "quote") and line.lower(r.cue[0]) in ("citing", "quoting"))]
    for index in range(1, len(line.tokens)):
        if line.quoted[index] or line.lower(index) not in ("citing", "quoting"):
            continue
        cited = phrase_after(line, index + 1)
        owner = _owner(result, index)
        if cited and owner is not None and cited != result[owner].source:
            trimmed = tuple(p for r in result[owner].contents for p in _cut(line, r, index))
            if trimmed and not result[owner].chain:
                result[owner] = replace(result[owner], chain=(cited,), contents=trimmed)
    return result


def _owner(found: list[Reading], index: int) -> int | None:
    """The reading that a "citing" belongs to: the nearest cue before it, else the nearest behind it."""
    before = [i for i, r in enumerate(found) if r.cue[0] < index]
    if before:
        return before[-1]
    return 0 if found else None


def _cut(line: Line, content: Range, index: int) -> Iterator[Range]:
    """The content up to a "citing ..." inside it."""
    if content[0] <= index < content[1]:
        yield from _piece(line, content[0], index)
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
                if _sibling_start(line, other, reading) and other.cue[0] >= start and other.cue[1] <= high and high <= reading.cue[0]:
                    low = max(low, other.cue[1])
            contents += _piece(line, low, high)
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
    if line.lower(first - 1) in ("but", "while", "whereas", "though", "although") or (
        line.lower(first - 1) == "and" and line.is_comma(first - 2)
    ):
        return first - 1
    if line.lower(other.cue[0]) == "according" or (other.source[0] > other.cue[0]):
        return None
    return None
