"""Quotations: an article's text in, the spans of what stands in quotation marks out, without the marks.

A quotation stays inside its paragraph, except that one left open is carried on where the next paragraph reopens it;
such a quotation gives one span a paragraph. A mark that never closes quotes nothing. Quotations inside quotations
belong to the outer one. Reads each character a fixed number of times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from summarizer.domain.text import Span

# A quotation in single straight marks longer than this is taken for two stray apostrophes.
LONGEST_SINGLE = 400

_DOUBLE = '"“”„‟″'
_SINGLE = "'‘’‚"
_OPENERS = "“„‘‚«"
_CLOSERS = "”’»"
_EITHER = ('"', "''")  # may open or close; in text whose words are parted from their marks only what came before tells
_BEFORE_OPENING = "([{—–-―:/…"
# Letters left out at the start of a word: '90s, ’em, ’tis. None opens a quotation.
_ELISION = re.compile(
    r"(?:\d\ds?\b|em\b|til\b|till\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b|cos\b|un\b)", re.IGNORECASE
)
_MARK = re.compile(r"``|''|[\"“”„‟″'‘’‚«»]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"\n\s*")
# 6' 2", 5'11": feet, so the mark after them is inches.
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d)?$")


@dataclass(frozen=True, slots=True)
class _Mark:
    """One quotation mark: its family ("d" double, "s" single, "g" guillemets), and whether it can open or close.

    One that is `apart`, with white space on both sides, opens where nothing is open and closes where something is.
    """

    span: Span
    family: str
    opens: bool
    closes: bool
    apart: bool = False


def quotation_spans(text: str) -> tuple[Span, ...]:
    """The contents of every quotation, in text order and disjoint.

    >>> text = 'He said "no one" was hurt in Sapporo\\'s port. ‘Not one,’ he added.'
    >>> [span.of(text) for span in quotation_spans(text)]
    ['no one', 'Not one,']
    """
    spans: list[Span] = []
    carried: Span | None = None  # what an unclosed quotation of the paragraph before would hold
    for paragraph in _paragraphs(text):
        marks = _marks(text, paragraph)
        if carried is not None and marks and _reopens(marks[0], text, paragraph):
            spans.append(carried)
        found, carried = _pair(text, paragraph, marks)
        spans += found
    return tuple(spans)


def _paragraphs(text: str) -> list[Span]:
    """Blank lines part paragraphs; where a text has none, each line is one."""
    breaks = [m.span() for m in _BLANK_LINE.finditer(text)] or [m.span() for m in _LINE_END.finditer(text)]
    edges = [(0, 0), *breaks, (len(text), len(text))]
    return [Span(left[1], right[0]) for left, right in pairwise(edges) if left[1] < right[0]]


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = _read_mark(text, paragraph, Span(*match.span()))
        if mark.opens or mark.closes:
            marks.append(mark)
    return marks


def _read_mark(text: str, paragraph: Span, span: Span) -> _Mark:
    sign = span.of(text)
    before = text[span.start - 1] if span.start > paragraph.start else " "
    after = text[span.end] if span.end < paragraph.end else " "
    if sign in "«»":
        return _Mark(span, "g", opens=sign == "«", closes=sign == "»")
    if sign in _EITHER and before.isspace() and after.isspace():
        return _Mark(span, "d", opens=True, closes=True, apart=True)
    if sign in ("``", "''"):
        opens = sign == "``" or (before.isspace() and not after.isspace())
        return _Mark(span, "d", opens=opens, closes=sign == "''" and not before.isspace())
    starts = (before.isspace() or before in _BEFORE_OPENING or before in _DOUBLE + _SINGLE) and not after.isspace()
    ends = not before.isspace() and not after.isalnum()
    if sign in _DOUBLE:
        if sign != "”" and not starts and _FEET.search(text, max(paragraph.start, span.start - 10), span.start):
            return _Mark(span, "d", opens=False, closes=False)
        if sign == "”":
            return _Mark(span, "d", opens=starts and not ends, closes=True)
        return _Mark(span, "d", opens=sign in _OPENERS or starts, closes=not before.isspace() and (ends or sign == '"'))
    elided = _ELISION.match(text, span.end) is not None
    opens = starts and after.isalnum() and not elided and sign != "’"
    return _Mark(span, "s", opens=opens, closes=ends and sign not in "‘‚")


def _reopens(mark: _Mark, text: str, paragraph: Span) -> bool:
    return mark.opens and not text[paragraph.start : mark.span.start].strip()


def _pair(text: str, paragraph: Span, marks: list[_Mark]) -> tuple[list[Span], Span | None]:
    """The quotations of one paragraph, and what stands in the one that is still open at its end."""
    spans: list[Span] = []
    index = 0
    unclosed: _Mark | None = None
    while index < len(marks):
        mark = marks[index]
        index += 1
        if not mark.opens:
            continue
        end = _closing(text, marks, index - 1)
        if end is None:
            unclosed = mark
            continue
        closer, index = end
        spans += _content(text, mark.span.end, closer)
    if unclosed is None or (spans and spans[-1].start > unclosed.span.end):
        return spans, None
    rest = _content(text, unclosed.span.end, paragraph.end)
    return spans, rest[0] if rest else None


def _closing(text: str, marks: list[_Mark], opener: int) -> tuple[int, int] | None:
    """Where the quotation opened by marks[opener] ends, and the index of the mark to go on from."""
    first = marks[opener]
    held: tuple[int, int] | None = None  # a single mark that may be a plural's apostrophe
    for index in range(opener + 1, len(marks)):
        mark = marks[index]
        if mark.family != first.family:
            continue
        if first.family == "s" and mark.span.start - first.span.end > LONGEST_SINGLE:
            break
        if mark.closes and (mark.apart or not (mark.opens and _looks_opening(text, mark))):
            if first.family == "s" and _may_be_possessive(text, mark):
                held = held or (mark.span.start, index + 1)
                continue
            return mark.span.start, index + 1
        if mark.opens:
            return held if first.family == "s" else _lost_break(text, mark, index)
    return held


def _looks_opening(text: str, mark: _Mark) -> bool:
    return mark.span.start > 0 and text[mark.span.start - 1].isspace()


def _may_be_possessive(text: str, mark: _Mark) -> bool:
    start, end = mark.span.start, mark.span.end
    return text[start - 1 : start] == "s" and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _lost_break(text: str, mark: _Mark, index: int) -> tuple[int, int] | None:
    """A mark that opens again inside an open quotation ends it where a sentence ended: the paragraph break was lost."""
    before = text[max(0, mark.span.start - 3) : mark.span.start].rstrip()
    return (mark.span.start, index) if before.endswith((".", "!", "?")) else None


def _content(text: str, start: int, end: int) -> list[Span]:
    """The span without the white space at its ends; none where nothing else stands in it."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    return [Span(start + left, start + right)] if left < right else []
