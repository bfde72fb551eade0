"""A run of capitalised words cut into names, and what each name is of: person, organisation, place, or not known.

Titles, nationalities and offices fall off the ends of a run: "Former Arkansas Rep. Ann Hill" holds Arkansas and Ann Hill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.domain.text import Span
from summarizer.language import name_words as lexical
from summarizer.language.name_runs import JOINED_BY
from summarizer.language.name_words import Piece
from summarizer.language.places import has_place_word, is_ambiguous, is_place, is_short_state, is_state

LEADING = frozenset("Former Ex Then Late Acting Deputy Outgoing Incoming Retired Veteran Top Senior Chief".split())
# Offices are held in these; a name keeps them: "Cook County" of "Cook County Sheriff Ann Hill".
_INSTITUTIONS = frozenset(
    "County City House Bank University College Hospital School Church Party Group Club Agency Commission Union Company Force Army Navy".split()
)
_CHAMBERS = frozenset({"Senate", "House", "Coalition", "Olympic", "Treasury"})
_AGE = re.compile(r"(?:, (?:aged )?\d{1,3}(?:,|\.$| years old)| \(\d{2}\)| aged \d)")
_AFTER_COMMA = re.compile(r", ((?:[A-Z]\.){1,2}|[A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]{3,10})?)")
_SAID_BEFORE = re.compile(r"\b(\w{3,12}) $")
_WHERE = re.compile(
    r"\b(?:in|at|from|near|to|outside|around|across|toward|towards|into|via|reached|leave|left|south|north|east|west|of) $",
    re.IGNORECASE,
)


_NATION_OPENERS = frozenset("North South East West New Sri Costa Puerto Hong Sierra Cape Saudi".split())


def cut(text: str, run: Sequence[Piece]) -> Iterator[tuple[Sequence[Piece], str]]:
    """The names of a run with the title before each: what stands before a title, and what stands behind it."""
    found = run
    while len(found) > 1 and found[0].text in LEADING and not lexical.is_organisation_word(found[-1].text):
        found = found[1:]
    at = _last_title(found)
    if at is None:
        parts = [(_trimmed(found), "")]
    else:
        first = _first_title(found, at)
        title = text[found[first].start : found[at].end]
        parts = [(_trimmed(found[:first]), ""), (_trimmed(found[at + 1 :]), title)]
    for words, before in parts:
        if len(words) > 1 or (words and not _is_no_name(words[0].text, before)):
            yield words, before


def _last_title(found: Sequence[Piece]) -> int | None:
    """Where the title before a person's name ends: 1 in "Defence Minister Kim Yong-hyun"; None where there is none."""
    for at in range(len(found) - 2, -1, -1):
        if not lexical.is_title(found[at].text) or found[at].possessive:
            continue
        rest = [p.text for p in found[at + 1 :]]
        if lexical.is_generation(rest[0]) or any(lexical.is_organisation_word(w) for w in rest) or has_place_word(rest):
            return None
        if len(rest) > 5 or lexical.is_title(rest[0]) or rest[0][0].islower() or lexical.is_modifier(rest[0]):
            return None
        if at and lexical.is_given_name(found[at - 1].text, certain=True):
            return None  # "Jimmy Dean Smith"
        return at
    return None


def _first_title(found: Sequence[Piece], last: int) -> int:
    """Where the title that ends at `last` begins: with its modifiers, as far as nothing but those stand before it."""
    first = last
    while first and lexical.is_title(found[first - 1].text):
        first -= 1
    bare = kept = first
    while bare and lexical.is_modifier(found[bare - 1].text):
        bare -= 1
        kept = bare if kept == bare + 1 and found[bare].text not in _INSTITUTIONS else kept
    before = [p.text for p in found[:bare]]
    alone = not before or is_place(before) or all(lexical.is_nation(w) for w in before) or before[-1] in LEADING
    return bare if alone else kept


def _trimmed(found: Sequence[Piece]) -> Sequence[Piece]:
    """A run without nationalities, offices and leading words at its ends that are no part of a name."""
    start, end = 0, len(found)
    person = end > 0 and lexical.is_given_name(found[0].text, certain=True)
    while end - start > 1 and not person and _is_office(found[end - 1].text) and not _is_institution(found[start:end]):
        end -= 1
    while end > start and found[start].text in LEADING and end - start > 1:
        start += 1
    words = [p.text for p in found[start:end]]
    if words and lexical.is_nation(words[0]) and (len(words) == 1 or _is_person_behind(words[1:])):
        start += 1
        words = words[1:]
    if len(words) == 2 and words[0] in _NATION_OPENERS and lexical.is_nation(words[1]):
        return ()
    if words and all(
        lexical.is_title(w) or lexical.is_modifier(w) or lexical.is_nation(w) or w in JOINED_BY for w in words
    ):
        keep = any(lexical.is_organisation_word(w) or w in _CHAMBERS for w in words)
        return found[start:end] if keep and not _is_office(words[-1]) else ()
    return found[start:end]


def _is_office(word: str) -> bool:
    return word in lexical.entries("titles.txt", "office")


def _is_institution(found: Sequence[Piece]) -> bool:
    return any(p.text in ("of", "&") for p in found)


def _is_person_behind(words: Sequence[str]) -> bool:
    return lexical.is_given_name(words[0], certain=True) and not any(lexical.is_organisation_word(w) for w in words)


def _is_no_name(word: str, title: str) -> bool:
    return (
        len(word) < 2
        or lexical.is_nation(word)
        or (not title and (lexical.is_title(word) or lexical.is_generation(word)))
    )


def sort_of(text: str, words: Sequence[str], span: Span) -> str:
    """What the name is of; ordered, because "Boston Globe" holds a place and "St. Louis" ends like a person."""
    if is_place(words):
        sure = not is_ambiguous(words) or _is_located(text, span) or text[span.start : span.end].isupper()
        return "place" if sure else ""
    if any(lexical.is_organisation_word(w) for w in words) or "&" in words:
        return "organisation"
    if has_place_word(words) or (len(words) == 1 and is_short_state(words[0]) and text.endswith(", ", 0, span.start)):
        return "place"
    if len(words) == 1 and (lexical.is_acronym(words[0]) or lexical.is_company(words[0])):
        return "organisation" if not words[0][-1].isdigit() else ""
    if _is_person(text, words, span):
        return "person"
    return "place" if len(words) < 4 and _has_state_behind(text, span) else ""


def _is_located(text: str, span: Span) -> bool:
    return bool(_WHERE.search(text[max(0, span.start - 12) : span.start])) or _has_state_behind(text, span)


def _has_state_behind(text: str, span: Span) -> bool:
    """ "Hope, Ark.", "Hope, Arkansas"."""
    following = _AFTER_COMMA.match(text, span.end)
    if following is None:
        return False
    state = following.group(1)
    return is_short_state(state) or is_short_state(state + ".") or is_state(state)


def _is_person(text: str, words: Sequence[str], span: Span) -> bool:
    if lexical.is_generation(words[-1]) or _AGE.match(text, span.end):
        return True
    plain = len(words) == 1 or lexical.is_common(words[1])  # "Rose Garden"
    if lexical.is_given_name(words[0], certain=plain) and "of" not in words:
        return True
    if lexical.is_acronym(words[0]) and "." not in words[0]:
        return False
    if len(words) < 2 or "of" in words or any(lexical.is_common(w) and len(w) > 2 for w in words[1:]):
        return False
    if re.fullmatch(r"[A-Z]\.?", words[0]) or any(re.fullmatch(r"[A-Z]\.", w) for w in words[1:]):
        return True
    before = _SAID_BEFORE.search(text, max(0, span.start - 14), span.start)
    after = re.match(r",? (?:who|(\w{3,12}))\b", text[span.end : span.end + 16])
    said = after and (after.group(1) is None or lexical.is_saying(after.group(1)))
    return bool(said) or bool(before and lexical.is_saying(before.group(1)))
