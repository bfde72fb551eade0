"""Speakers that the layout names: a text in, (who, sign, what is said) as spans out, in text order.

"POE: …" of a transcript, "“…” — Ann Poe" under a quotation that stands alone, and "Poe: The mill is safe" as a text's
first line. A label counts only where the text shows that it is somebody's: twice in a transcript, again below a headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.domain.text import Span
from summarizer.language.attribution_words import TIME_WORDS

LONGEST_HEADLINE = 200  # characters
LEAST_TURNS = 2  # of the same label, for a transcript

_NAME = r"[^\W\d_a-z][\w.'’-]{0,24}(?:[ \u00a0][^\W\d_a-z][\w.'’-]{0,24}){0,3}"
_SIGNED = re.compile(
    rf"[\"”’]{{0,2}}[ \u00a0]{{0,2}}(?P<sign>―|—|–|--)[ \u00a0]?(?P<name>{_NAME})\.?[ \u00a0]*(?=\n|$|[“\"”])"
)
_TURN = re.compile(r"^[ \t]*[\"“]?(?P<name>[A-Z][A-Z.'’-]{1,24}(?: [A-Z][A-Z.'’-]{1,24}){0,2})(?P<sign>:)[ \t]", re.M)
_HEADLINE = re.compile(
    r"[ \t\n]*(?P<name>[A-Z][\w.'’-]{1,24}(?: [A-Z][\w.'’-]{1,24}){0,2})(?P<sign>:) (?P<said>[^\n]{8,200})"
)
_REPORTS = frozenset("poll report study survey police officials official sources source ministry experts".split())
_NO_SPEAKERS = frozenset(
    "breaking update updated watch video photo photos live new exclusive opinion analysis correction clarification note caption "
    "editor latest read more related source sources summary abstract title date place location time".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What a label says: whose it is, the sign that says so, and the stretch that it stands for."""

    source: Span
    sign: Span
    content: Span


def labelled(text: str, quotes: tuple[Span, ...]) -> tuple[Labelled, ...]:
    """Every stretch that the layout gives a speaker; `quotes` are the quotations of the text, without their marks.

    >>> text = "“The mill is safe.” — Ann Poe"
    >>> (found,) = labelled(text, (Span(1, 18),))
    >>> found.source.of(text), found.content.of(text)
    ('Ann Poe', 'The mill is safe.')
    """
    found = (*_headline(text), *_turns(text), *_signed(text, quotes))
    return tuple(sorted(found, key=lambda one: one.content))


def _signed(text: str, quotes: tuple[Span, ...]) -> Iterator[Labelled]:
    for quote in quotes:
        match = _SIGNED.match(text, quote.end)
        if match:
            yield Labelled(source=Span(*match.span("name")), sign=Span(*match.span("sign")), content=quote)


def _turns(text: str) -> Iterator[Labelled]:
    """The turns of a transcript, each up to the end of its line."""
    turns = list(_TURN.finditer(text))
    counts = Counter(match["name"] for match in turns)
    for match in turns:
        end = text.find("\n", match.end())
        content = _trimmed(text, match.end(), len(text) if end < 0 else end)
        if counts[match["name"]] >= LEAST_TURNS and not _is_no_speaker(match["name"]) and content is not None:
            yield Labelled(source=Span(*match.span("name")), sign=Span(*match.span("sign")), content=content)


def _headline(text: str) -> Iterator[Labelled]:
    """The first line where it is "Poe: …" and the article speaks of Poe, or "Poll: …"."""
    match = _HEADLINE.match(text)
    if match is None or not (match.end() == len(text) or text[match.end()] == "\n"):
        return
    name, content = match["name"], _trimmed(text, *match.span("said"))
    if name.isupper():
        return
    again = re.compile(rf"\b{re.escape(name.split()[-1])}\b").search(text, match.end())
    known = name.lower() in _REPORTS or (again is not None and not _is_no_speaker(name) and not name.startswith("The "))
    if known and content is not None and content.length <= LONGEST_HEADLINE:
        yield Labelled(source=Span(*match.span("name")), sign=Span(*match.span("sign")), content=content)


def _is_no_speaker(name: str) -> bool:
    return any(word.lower() in _NO_SPEAKERS | TIME_WORDS for word in name.split())


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    inner = words.strip(" \t\"“”‘’'")
    if not any(c.isalpha() for c in inner):
        return None
    first = start + words.index(inner)
    return Span(first, first + len(inner))
