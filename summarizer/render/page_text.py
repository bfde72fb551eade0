"""The text of an article, cut for painting: statements and what is to be marked in, pieces of text out.

A field is cut at every boundary of a statement and of a mark. The pieces joined are the field, and none of them holds markup.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.domain.text import Field, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """What a span is marked for: its classes, its title, and the name of its place; one that is continued began elsewhere."""

    span: Span
    classes: str
    title: str = ""
    anchor: str = ""
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that the same marks cover; `anchors` are the places that begin here, `places` all that cover it."""

    text: str
    classes: str = ""
    title: str = ""
    anchors: tuple[str, ...] = ()
    places: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """A statement elsewhere that says the same: its anchor, its article's number and outlet."""

    anchor: str
    number: int
    outlet: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement in its field, or the text between two (then its anchor is empty)."""

    pieces: tuple[Piece, ...]
    anchor: str = ""
    claim: str = ""
    partners: tuple[Partner, ...] = ()
    alone: bool = False


Marks = Mapping[tuple[str, Field], Sequence[Mark]]


def cut(text: str, marks: Sequence[Mark], start: int, end: int) -> tuple[Piece, ...]:
    """The text from start to end in pieces; a mark that began before keeps its place's name, but not its anchor.

    >>> [(p.text, p.classes) for p in cut("a <b> c", [Mark(Span(0, 3), "x"), Mark(Span(2, 5), "y")], 0, 7)]
    [('a ', 'x'), ('<', 'x y'), ('b>', 'y'), (' c', '')]
    """
    touching = sorted(
        (m for m in marks if m.span.start < end and m.span.end > start), key=lambda m: (m.span, m.anchor, m.classes)
    )
    bounds = {p for m in touching for p in (m.span.start, m.span.end) if start < p < end}
    starting: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in touching:
        starting[max(mark.span.start, start)].append(mark)
    covering: list[Mark] = []
    pieces: list[Piece] = []
    for begin, stop in pairwise(sorted({start, end, *bounds})):
        covering = [m for m in covering if m.span.end > begin] + starting[begin]
        anchors = tuple(m.anchor for m in starting[begin] if m.anchor and m.span.start == begin and not m.continued)
        pieces.append(_piece(text[begin:stop], covering, anchors))
    return tuple(pieces)


def lines(text: str, statements: Sequence[tuple[Span, Line]], marks: Sequence[Mark]) -> Iterator[Line]:
    """The whole field: each statement as its line says, with its pieces, and what stands between them."""
    runs: list[tuple[Span, Line]] = []
    at = 0
    for span, line in sorted(statements, key=lambda s: s[0]):
        if span.start > at:
            runs.append((Span(at, span.start), Line(())))
        runs.append((span, line))
        at = span.end
    if at < len(text):
        runs.append((Span(at, len(text)), Line(())))
    for (span, line), inside in zip(runs, _shared_out(marks, [s for s, _ in runs]), strict=True):
        yield replace(line, pieces=cut(text, inside, span.start, span.end))


def _shared_out(marks: Sequence[Mark], runs: Sequence[Span]) -> list[list[Mark]]:
    """The marks of each run; one that crosses a boundary goes to both sides."""
    starts = [r.start for r in runs]
    found: list[list[Mark]] = [[] for _ in runs]
    for mark in marks:
        at = max(bisect_right(starts, mark.span.start) - 1, 0)
        while at < len(runs) and runs[at].start < mark.span.end:
            if mark.span.overlaps(runs[at]):
                found[at].append(mark)
            at += 1
    return found


def _piece(text: str, covering: Sequence[Mark], anchors: tuple[str, ...]) -> Piece:
    return Piece(
        text=text,
        classes=" ".join(dict.fromkeys(c for m in covering for c in m.classes.split())),
        title="; ".join(dict.fromkeys(m.title for m in covering if m.title)),
        anchors=anchors,
        places=" ".join(dict.fromkeys(m.anchor for m in covering if m.anchor)),
    )
