"""Lines that lost their ends: a stretch of a text in, the offsets where a line of its own must have ended in it, out.

Mails, posts and comments come with their lines joined. What stood on a line of its own shows by its form: the stamp of a
mail and the name above it, a rule of signs, "Posted by …", a greeting or farewell, an address, a list of files. Each
pattern is anchored at a sign or word and reads a bounded stretch.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from summarizer.domain.text import Span
from summarizer.language.sentence_words import STARTERS

LOOK_BACK = 60  # characters; no name or address before a stamp is longer
LOOK_AHEAD = 80

_RULE = re.compile(r"(?<=\s)\*{3,400}(?=\s)|(?:={5,400}|\*{5,400}|_{5,400}|-{5,400}|~{5,400}|#{5,400})(?=\s)")
_STAMP = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}/(?:\d{4}|\d\d),?\s\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M\b)?(?!\S)")
# What may go on after the hour: "12/05/2024 11:40 PM EST", "… and", "… local time".
_AFTER_STAMP = re.compile(r"\s(?:[A-Z]{2,4}T\b|GMT|UTC|and\b|to\b|at\b|or\b|in\b|on\b|local\b|[^\w\"'“(])")
_OWNER = re.compile(r"(?:[A-Z][\w.'’/-]*(?:@[\w./-]+)?|[\w.+-]+@[\w.-]+|[\w.+-]*@[\w.-]+>)\s$")
# "Published 12/05/2024 11:40 PM" is one line.
_LABELS = frozenset("Published Updated Posted Modified Filed Last Date Sent On At From By Created".split())
_POSTED = re.compile(r"(?<=\s)(?:--\s)?Posted by\s(?=\w)")
_ADDRESS_END = re.compile(r"(?:\.com|\.net|\.org)>(?=\s[A-Z])")
_HEADER = re.compile(r"(?:E-?mail|From|To):\s[^@\n]{0,60}@[\w.-]{1,60}>?(?=\s\S)")
_LINK = re.compile(r"https?://\S{1,400}(?=\s)")
_FAREWELL = re.compile(
    r"(?:(?:(?:Best|Kind|Kindest|Warm|Warmest|Many)\s)?(?:[Rr]egards|[Tt]hanks)|Best\swishes|Sincerely|Cheers|Yours\s(?:truly|sincerely|faithfully)),(?=\s[A-Z])"
)
_GREETING = re.compile(r"(?:Dear|Hi|Hello)(?:\s[A-Z][\w.]{0,20}){0,3},(?=\s[A-Z])")
_CREDIT = re.compile(r"\([A-Z][^()\n]{1,40}\)(?=\s[\"“A-Z(])")
_FACE = re.compile(r"(?<=\s)[:;]-?[)(DP](?=\s[A-Z])")
_FILE = re.compile(r"(?<=\s)-\s(?=[\w.-]{1,60}\.(?:pdf|docx?|html?|xlsx?|pptx?|jpe?g|png|gif|txt)\b)")
_ENDED = re.compile(r"[.!?…:)\]\"”’']\s{1,3}$")


def lost_line_ends(text: str, block: Span) -> list[int]:
    """The offsets in `block` where a line ended that is now joined to the next, in order.

    >>> text = "Ann Poe 12/05/2024 11:40 PM We meet at noon. Regards, Ann"
    >>> lost_line_ends(text, Span(0, len(text)))
    [8, 27, 53]
    """
    return sorted({at for kind in _KINDS for at in kind(text, block) if block.start < at < block.end})


def _rules(text: str, block: Span) -> Iterator[int]:
    for match in _RULE.finditer(text, block.start, block.end):
        yield match.end()


def _stamps(text: str, block: Span) -> Iterator[int]:
    """Behind a stamp, and before it where whose it is stands there: "Ann Poe 12/05/2024 11:40 PM We meet at noon."."""
    for match in _STAMP.finditer(text, block.start, block.end):
        before = text[max(block.start, match.start() - LOOK_BACK) : match.start()]
        owner = _OWNER.search(before)
        own_line = owner is not None and owner.group().strip() not in _LABELS
        if own_line:
            yield match.start()
        after = text[match.end() : match.end() + 2].lstrip()
        if (own_line or not after.islower()) and not _AFTER_STAMP.match(text, match.end()):
            yield match.end()


def _posts(text: str, block: Span) -> Iterator[int]:
    for match in _POSTED.finditer(text, block.start, block.end):
        yield match.start()
        yield text.index("Posted", match.start())


def _addresses(text: str, block: Span) -> Iterator[int]:
    """Behind the address that a mail's head ends with."""
    for match in _ADDRESS_END.finditer(text, block.start, block.end):
        yield match.end()
    header = _HEADER.match(text, block.start, block.end)
    if header:
        yield header.end()


def _links(text: str, block: Span) -> Iterator[int]:
    """Behind a link that another link, or a word that starts a sentence, follows."""
    for match in _LINK.finditer(text, block.start, block.end):
        following = text[match.end() : match.end() + LOOK_AHEAD].lstrip()
        word = re.match(r"[A-Z][a-z]*", following)
        closed = match.group().endswith("]") and (word is not None or following[:1] == "(")
        if closed or following.startswith(("http://", "https://")) or (word and word.group() in STARTERS):
            yield match.end()


def _courtesies(text: str, block: Span) -> Iterator[int]:
    """Behind a greeting that opens the block, and behind a farewell that opens it or follows an ended sentence."""
    greeting = _GREETING.match(text, block.start, block.end)
    if greeting:
        yield greeting.end()
    for match in _FAREWELL.finditer(text, block.start, block.end):
        if match.start() == block.start or _ENDED.search(text, max(block.start, match.start() - 4), match.start()):
            yield match.end()


def _credits(text: str, block: Span) -> Iterator[int]:
    """Behind a source in brackets after an ended sentence; one at the very start of a text is a dateline's."""
    for match in _CREDIT.finditer(text, block.start, block.end):
        if match.start() == block.start:
            if block.start:
                yield match.end()
        elif _ENDED.search(text, max(block.start, match.start() - 4), match.start()):
            yield match.end()


def _faces(text: str, block: Span) -> Iterator[int]:
    for match in _FACE.finditer(text, block.start, block.end):
        yield match.end()


def _files(text: str, block: Span) -> Iterator[int]:
    for match in _FILE.finditer(text, block.start, block.end):
        yield match.start()


_KINDS: tuple[Callable[[str, Span], Iterator[int]], ...] = (
    _rules,
    _stamps,
    _posts,
    _addresses,
    _links,
    _courtesies,
    _credits,
    _faces,
    _files,
)
