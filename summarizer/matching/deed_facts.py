"""What the matchers of deeds share: when two statements speak of two times, and which words show a deed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from summarizer.domain.facts import Kind, Moment
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token

EVIDENCE_LENGTH = 80


def are_days_apart(a: ReadStatement, b: ReadStatement) -> bool:
    """Whether both statements give days or years, and none in common."""
    one, other = _periods(a), _periods(b)
    return bool(one and other) and not any(p[0] < q[1] and q[0] < p[1] for p in one for q in other)


def _periods(read: ReadStatement) -> list[tuple[datetime, datetime]]:
    values = [f.value for f in read.facts if f.kind is Kind.DATE and isinstance(f.value, Moment)]
    return [(v.low, v.high) for v in values if v.low is not None and v.high is not None and not v.is_yearless]


def deed_span(tokens: Sequence[Token], places: Iterable[int], verb: int) -> tuple[int, int]:
    """Where the words from the first to the last of `places` stand, of which the farthest are left out where that is too long."""
    kept = sorted({*places, verb}, key=lambda i: abs(i - verb))
    while True:
        low, high = tokens[min(kept)].start, tokens[max(kept)].end
        if high - low <= EVIDENCE_LENGTH or len(kept) == 1:
            return low, high
        kept.pop()
