"""What a report says was told first and was otherwise later: read articles in, slots with both sides out.

"Officials initially reported that a second deputy was shot, but authorities later said his injuries were not caused by gunfire"
tells an update by itself: its words for "first" and "later" say which is which, so nothing is compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.8
EVIDENCE_LENGTH = 80
READ_AT_MOST = 600  # characters; a longer sentence says more than one thing
SHORTEST = 12  # characters of either side: less tells nothing
_SAID = r"(?:report|said|say|sa(?:id|ys)|thought|believ|fear|announc|stat|claim|identif|list|describ|told|suspect|assum|indicat|call)\w*"
_FIRST = re.compile(
    rf"\b(?:initially|originally|at first|first|earlier|previously)\s+(?:been\s+)?{_SAID}\b|\b{_SAID}\s+(?:initially|originally|at first)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    rf"[,;]?\s+(?:but|and|although|though|however|only)\b[^.;]{{0,40}}?\b(?:later|now|since|subsequently|then|afterwards?)\s+(?:\w+\s+)?(?:{_SAID}|determin\w*|conclud\w*|found|confirm\w*|learn\w*|chang\w*|correct\w*|clarif\w*|backtrack\w*|admit\w*|acknowledg\w*|retract\w*|rul\w*)\b",
    re.IGNORECASE,
)
# Told first by somebody else, or in another place: no correction.
_FIRST_BY = re.compile(r"\bfirst\s+reported\s+(?:by|on|in|at)\b", re.IGNORECASE)


def correction_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """One slot for each statement that corrects what was told first."""
    found: list[Slot] = []
    for article in articles:
        for read in article.statements:
            for first, later in _corrections(read):
                facts = (
                    phrase_fact((article, read, first), kind=Kind.MANNER, key="first", head="what was told first"),
                    phrase_fact((article, read, later), kind=Kind.MANNER, key="later", head="what was told first"),
                )
                found.append(Slot(kind=Kind.MANNER, facts=facts, fit=FIT, told_apart="state_moved_on"))
    return tuple(found)


def _corrections(read: ReadStatement) -> Iterator[tuple[Span, Span]]:
    text = read.statement.text
    if len(text) > READ_AT_MOST or _FIRST_BY.search(text):
        return
    first = _FIRST.search(text)
    later = _LATER.search(text, first.end()) if first else None
    if first is None or later is None or later.start() - first.end() < SHORTEST:
        return
    start = later.start() + len(later.group()) - len(later.group().lstrip(" ,;"))
    yield _cut(text, first.start(), later.start()), _cut(text, start, _end(text, later.end()))


def _end(text: str, start: int) -> int:
    """The end of the clause that holds what is told now."""
    stop = re.compile(r"[.;]\s|[.;]?$").search(text, start)
    return stop.start() if stop else len(text)


def _cut(text: str, start: int, end: int) -> Span:
    """The stretch, cut to what evidence may hold at the end of a word: the cue goes first, as what it tells is the value."""
    if end - start <= EVIDENCE_LENGTH:
        return Span(start, end)
    begin = end - EVIDENCE_LENGTH
    space = text.find(" ", begin)
    return Span(space + 1 if 0 <= space < end else begin, end)
