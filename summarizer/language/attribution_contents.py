"""What is said around a cue: a Line and the place of a cue in; token ranges of the content out, without marks at their ends."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.language.attribution_clauses import Line, Range, phrase_after
from summarizer.language.attribution_words import (
    ADDRESSED,
    CLAUSE_ONLY,
    COMMITTING,
    OBJECT_CUES,
    TIME_WORDS,
    WITH_PREPOSITION,
)

_OPENERS = frozenset({"PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ", "ADV", "SCONJ", "ADP", "X"})
LONG_CLAUSE = 2  # tokens
REACH_OF_THAT = 12
_COMPLEMENTS = frozenset({"that", "whether", "if", "how", "why", "what", "when", "where", "who"})
_SURE_LEMMAS = {"said": "say", "says": "say", "told": "tell", "tells": "tell", "wrote": "write"}
_BACKGROUND = frozenset(
    {"as", "while", "when", "after", "before", "although", "though", "but", "in", "at", "during", "on", "with", "amid"}
)


def content_around(line: Line, source: int, after: int, lemma: str) -> Iterator[Range]:
    """What stands before "X said", and what goes on behind it."""
    pieces = tuple(content_before(line, source))
    end = past_circumstances(line, _addressee(line, after) if lemma in ADDRESSED else after)
    if line.is_comma(end) and line.is_comma(source - 1) and not any(has_clause(line, p) for p in pieces):
        yield from piece(line, 0, source)
        yield from piece(line, end + 1, len(line.tokens))
        return
    yield from pieces
    if not pieces:
        return
    if line.is_comma(end) and (line.tag(end + 1) in ("VERB", "AUX") and line.is_finite(end + 1)):
        yield from piece(line, end + 1, len(line.tokens))
    else:
        yield from quoted_rest(line, end)


def content_before(line: Line, end: int) -> Iterator[Range]:
    """The clause or quotation that ends with a comma or mark right before `end`."""
    if not (line.is_comma(end - 1) or line.is_mark(end - 1) or line.lower(end - 1) in ("?", "!")):
        return
    found = tuple(piece(line, 0, end))
    for start, stop in found:
        if has_clause(line, (start, stop)) or stop - start > 6:
            yield start, stop


def content_after(line: Line, start: int, lemma: str, *, of_paper: bool = False) -> Iterator[Range]:
    """What follows the cue: a clause, a quotation, or the object of a verb whose object is what was said."""
    index = start + (lemma == "point" and line.lower(start) == "out")
    preposition = index + line.is_time(index)
    if lemma in WITH_PREPOSITION and line.lower(preposition) in WITH_PREPOSITION[lemma]:
        yield from piece(line, preposition + 1, len(line.tokens))
        return
    if lemma in ADDRESSED and not line.is_end(index) and line.lower(index) not in ("that", ":"):
        index = _addressee(line, index)
        if line.lower(index) == "to" and index > start:
            yield from piece(line, index, len(line.tokens))
            return
    if lemma in COMMITTING and line.lower(index + (line.lower(index) == "not")) == "to":
        yield from piece(line, index, len(line.tokens))
        return
    index = _to_that(line, past_circumstances(line, index))
    if line.is_comma(index):
        index = _past_aside(line, index)
    if line.lower(index) == ":":
        yield from piece(line, index + 1, len(line.tokens))
    elif line.lower(index) in _COMPLEMENTS:
        yield from piece(line, index + (line.lower(index) == "that"), len(line.tokens))
    elif not line.is_end(index) or line.is_mark(index):
        yield from _bare(line, index, "indicate" if of_paper and lemma in ("show", "find", "suggest") else lemma)


def _to_that(line: Line, start: int) -> int:
    """ "told Dale This Morning on Monday | that": the index of a "that" which only words without a verb keep from the cue."""
    for index in range(start, min(start + REACH_OF_THAT, len(line.tokens))):
        if line.lower(index) == "that" and not line.is_finite(index + 1):
            return index if line.tag(index - 1) not in ("NOUN", "ADJ") else start
        if line.is_finite(index) or line.is_comma(index) or line.is_end(index) or line.quoted[index]:
            return start
    return start


def clause_without_subject(line: Line, index: int, before: int) -> Iterator[Range]:
    """ "money that he said | was clean": the clause lost its subject to what stands before `before`."""
    if line.tag(index) not in ("AUX", "VERB") or not line.is_finite(index):
        return
    if line.lower(before) in ("that", "which", "who", "what") or line.tag(before) in ("NOUN", "PROPN"):
        yield from piece(line, index, len(line.tokens))


def piece(line: Line, start: int, end: int) -> Iterator[Range]:
    """The tokens without marks at their ends and without a joining word in front; nothing where no word is left."""
    edge = {",", ".", ";", ":", "—", "–", "--", "―"}
    while start < end and (line.is_mark(start) or line.lower(start) in edge or _is_conjunction(line, start)):
        start += 1
    while end > start and (
        (line.is_mark(end - 1) and not _is_apostrophe(line, end - 1)) or line.lower(end - 1) in edge
    ):
        end -= 1
    if any(line.tokens[i].tag != "PUNCT" for i in range(start, end)):
        yield start, end


def has_clause(line: Line, piece: Range) -> bool:
    """Whether the tokens hold a verb that can carry a clause, or words in quotation marks."""
    return any(line.quoted[i] or line.is_finite(i) for i in range(*piece))


def quoted_rest(line: Line, start: int) -> Iterator[Range]:
    """The next quotation behind a comma or colon in what is left of the sentence."""
    for index in range(start, len(line.tokens)):
        if line.is_mark(index) and index + 1 < len(line.tokens) and line.quoted[index + 1]:
            if line.is_comma(index - 1) or line.lower(index - 1) == ":":
                yield from piece(line, index + 1, _quote_end(line, index + 1))
            return


def _quote_end(line: Line, start: int) -> int:
    end = start
    while end < len(line.tokens) and line.quoted[end]:
        end += 1
    return end


def past_circumstances(line: Line, start: int) -> int:
    """The index behind days, places and occasions: "said | on Monday in a statement | that"."""
    index = start
    while index < len(line.tokens) and not line.quoted[index]:
        word, tag = line.lower(index), line.tag(index)
        if _is_adverb(line, index) or (line.is_time(index) and not _finite_soon(line, index)):
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
    return (
        line.lower(index + 1) in _COMPLEMENTS
        or line.tag(index + 1) in ("ADP", "PUNCT", "SCONJ")
        or line.is_end(index + 1)
    )


def _finite_soon(line: Line, index: int) -> bool:
    """ "said this was wrong": a word for time that is the subject of its own clause."""
    return (
        line.is_finite(index + 1)
        or line.lower(index + 1) in ("'s", "’s")
        or (line.tag(index + 1) == "NOUN" and line.lower(index + 1) not in TIME_WORDS)
    )


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
        if (
            (
                line.is_mark(end)
                and (line.is_comma(end + 1) or line.lower(end - 1) == ",")
                and line.lower(end + 2) in _BACKGROUND | {"he", "she"}
            )
            or line.lower(end - 1) == ","
            or (line.is_mark(end) and line.lower(end + 1) in _BACKGROUND)
        ):
            yield from piece(line, index + 1, end)
        else:
            yield from piece(line, index, len(line.tokens))
        return
    if line.is_comma(index):
        return
    if lemma in OBJECT_CUES and line.tag(index) != "ADP":
        if (
            lemma not in CLAUSE_ONLY
            or _holds(line, index, quotes=lemma not in ("show", "find"))
            or (lemma == "call" and _names(line, index))
        ):
            yield from piece(line, index, len(line.tokens))
    elif _tells(line, index, lemma):
        yield from piece(line, index, len(line.tokens))


def _tells(line: Line, index: int, lemma: str) -> bool:
    """Whether what starts there can be said without "that" before it."""
    if lemma == "continue":
        return False
    return _holds(line, index, quotes=lemma not in ("show", "find")) or (lemma == "say" and _is_long(line, index))


def _names(line: Line, start: int) -> bool:
    """ "called him a liar", "called the plan “reckless”": an object and what it is called."""
    phrase = phrase_after(line, start)
    end = phrase[1] if phrase else start + (line.tag(start) == "PRON")
    return end > start and (line.lower(end) in ("a", "an", "the") or line.tag(end) == "ADJ" or line.is_mark(end))


def _is_long(line: Line, start: int) -> bool:
    """After "said" a clause whose verb was not made out."""
    return len(line.tokens) - start > LONG_CLAUSE and line.tag(start) not in (
        "ADP",
        "VERB",
        "AUX",
        "PART",
        "CCONJ",
        "PUNCT",
        "PRON",
        "ADV",
        "INTJ",
    )


def _holds(line: Line, start: int, *, quotes: bool) -> bool:
    """Whether a clause with its own subject and verb starts there, or, where that counts too, words with a quotation."""
    opener = line.lower(start) in ("neither", "either", "both", "there")
    if not opener and line.tag(start) not in _OPENERS and not line.lower(start).endswith("ing"):
        return False
    relative = False
    for index in range(start + 1, len(line.tokens)):
        word = line.lower(index)
        if line.is_end(index) or (line.is_comma(index) and line.tag(start) not in ("ADP", "SCONJ", "PROPN", "NOUN")):
            return False
        if line.quoted[index]:
            return quotes and index - start < 12
        if line.is_finite(index):
            if not relative:
                return True
            relative = line.tag(index) == "AUX" and line.is_finite(index + 1)
        elif word in ("who", "which", "whose") or (word == "that" and line.tag(index - 1) == "NOUN"):
            relative = True
        elif line.tag(index) == "SCONJ" and line.tag(start) != "SCONJ":
            return False
    return False


def _is_conjunction(line: Line, index: int) -> bool:
    return line.tag(index) == "CCONJ" and line.lower(index) in ("and", "but", "or", "so") and not line.quoted[index]


def _is_apostrophe(line: Line, index: int) -> bool:
    return line.tokens[index].tag == "PART"
