"""Sentences: a text in, the spans of its sentences out, in order, disjoint, covering every character but white space.

Paragraphs and lines first, then marks that can end a sentence, each judged by the word before it and the word after.
Splits inside quotation marks, as each sentence of a quotation is a statement. What never ends is cut at LONGEST_SENTENCE. Reads
each character a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.domain.text import Span
from summarizer.language.sentence_lines import lost_line_ends
from summarizer.language.sentence_words import (
    ENDING_ABBREVIATIONS,
    NEVER_ENDING,
    NUMBERED,
    PRONOUNS,
    SAYING,
    SHORT_WORDS,
    STARTERS,
    WEEKDAYS_MONTHS_ZONES,
)

WRAP_WIDTHS = range(45, 121)  # line lengths that a mail program or a teleprinter wraps at
LOOK_BACK = 40  # characters; no word that matters before a full stop is longer
LOOK_AHEAD = 80
LONGEST_LIST_LEAD = 12
# A longer one is a table or a list run together; it is cut at white space, so that reading each piece has a bound. The longest
# sentence of the gold bundles has 417 (2026-11-24).
LONGEST_SENTENCE = 2_000  # characters

_LINE = re.compile(r"[^\n\u2028\u2029]+")
# Spaced dots are one ellipsis; the bounded run keeps the search linear. A face drawn in signs stays with its sentence.
_MARK = re.compile(r"[.!?…]+(?: \.){0,8}[\"'”’»)\]]*(?: \)(?=\s))?(?P<face>\s?[:;]-?[)(DP](?=\s|$))?|[。！？]+[」』”]?")
_LIST_LEAD = re.compile(r"[\s•◦▪●‣⁃-]*(?:N[o°]\.|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]{1,2})?\s*")
_BULLET = re.compile(r"[ \t]*(?:[•◦▪●‣⁃∙·*–—-][ \t]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]{1,2}[ \t])")
# "At 5 a.m. Mr. Poe left": the hour opens the sentence and cannot end it.
_OPENING_HOUR = re.compile(
    r"(?:^|[.!?][\"”’]?\s)(?:At|By|Around|About|Before|After|Until|Since|From)\s(?:about\s|around\s)?[\d:]{1,5}\s?$"
)
_INLINE_BULLET = re.compile(r"(?<=\s)[•◦▪●‣⁃]\s?\d{0,3}")
_LIST_MARK = re.compile(r"(?<=\s)(?:\d{1,3}\.?\)|\d{1,3}\.(?=\s[A-Z][a-z]+\s[a-z])|[a-z]\.(?=\s[A-Z][a-z]))")
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_OPENING = "\"'“‘«„([`"
_NEXT_WORD = re.compile(r"[\"'“‘«„(\[`–—-]{0,3}\s?([^\W_]+(?:['’.&-][^\W_]+)*)")
_WORD_BEFORE = re.compile(r"[^\s\"“‘«„(\[/—–]+$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Every sentence without the white space around it.

    >>> text = 'Mr. Kim left at 5 p.m. Monday. "Nobody came," he said. "Why?" It rained.'
    >>> [span.of(text) for span in sentence_spans(text)]
    ['Mr. Kim left at 5 p.m. Monday.', '"Nobody came," he said.', '"Why?"', 'It rained.']
    """
    return tuple(
        _trimmed(text, *piece)
        for block in _blocks(text)
        for span in _split(text, block)
        for piece in _bounded(text, *span)
    )


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch in pieces of at most LONGEST_SENTENCE, cut behind the last white space, or through a word that has none."""
    while end - start > LONGEST_SENTENCE:
        piece = text[start : start + LONGEST_SENTENCE]
        cut = start + next((at for at in range(LONGEST_SENTENCE, 1, -1) if piece[at - 1].isspace()), LONGEST_SENTENCE)
        if text[start:cut].strip():
            yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _blocks(text: str) -> Iterator[Span]:
    """Runs of lines that are one piece of prose: a line ends its block unless the next one goes on with its sentence."""
    lines = [Span(*m.span()) for m in _LINE.finditer(text) if m.group().strip()]
    if not lines:
        return
    wrapped = _is_wrapped(text, lines)
    start = lines[0].start
    for line, following in pairwise(lines):
        if not _goes_on(text, line, following, wrapped=wrapped):
            yield Span(start, line.end)
            start = following.start
    yield Span(start, lines[-1].end)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines were broken at a column: most that are followed by another are of one width and end without a mark."""
    inner = [a for a, b in pairwise(lines) if text.count("\n", a.end, b.start + 1) == 1]
    full = [s for s in inner if s.length in WRAP_WIDTHS and not _TERMINAL.search(s.of(text)[-6:])]
    return len(full) >= 2 and 2 * len(full) > len(inner)


def _goes_on(text: str, line: Span, following: Span, *, wrapped: bool) -> bool:
    if text.count("\n", line.end, following.start + 1) != 1 or _BULLET.match(text, following.start, following.end):
        return False
    first = text[following.start : following.end].lstrip()[:1]
    if _TERMINAL.search(text[max(line.start, line.end - 6) : line.end].rstrip()):
        return wrapped and line.length in WRAP_WIDTHS
    if first.islower():
        return True
    return wrapped and line.length in WRAP_WIDTHS


def _split(text: str, block: Span) -> Iterator[tuple[int, int]]:
    start = block.start
    lines = frozenset(lost_line_ends(text, block))
    for point in sorted(lines.union(_ends(text, block))):
        if point in lines or point - start > LONGEST_LIST_LEAD or not _LIST_LEAD.fullmatch(text, start, point):
            yield start, point
            start = point
    if text[start : block.end].strip():
        yield start, block.end


def _ends(text: str, block: Span) -> list[int]:
    """The offsets where a sentence or an item of a list ends."""
    ends = [m.start() for m in _INLINE_BULLET.finditer(text, block.start, block.end)]
    listed = [m.start() for m in _LIST_MARK.finditer(text, block.start, block.end)]
    if _BULLET.match(text, block.start, block.end):
        ends += listed
    for match in _MARK.finditer(text, block.start, block.end):
        if match.end() < block.end and _is_end(text, block, match):
            ends.append(match.end())
    return ends


def _is_end(text: str, block: Span, match: re.Match[str]) -> bool:
    mark = text[match.start() : match.start("face")] if match.group("face") else match.group()
    if mark[0] in "。！？":
        return True
    if mark[0] == "?" and text[match.start() - 1 : match.start()] == ":":
        return False  # a sign that was lost: "Phone:? 555 0100"
    after = text[match.end() : min(block.end, match.end() + LOOK_AHEAD)]
    if not after[0].isspace():
        return _lost_space(text, match, after)
    following = after.lstrip()
    if not following or match.group("face"):
        return True
    before = _WORD_BEFORE.search(text[max(block.start, match.start() - LOOK_BACK) : match.start()])
    word = before.group() if before else ""
    if before and before.start() == 0 and match.start() - LOOK_BACK > block.start:
        word = ""
    if word.lower() in ("a.m", "p.m") and _OPENING_HOUR.search(
        text, max(block.start, match.start() - LOOK_BACK), match.start() - len(word)
    ):
        return False
    return _parts(word, mark, following)


def _lost_space(text: str, match: re.Match[str], after: str) -> bool:
    """ "…ended.The next day", "…left?nobody knows", "…left...Nobody": between a lower-case word and the next, not in an address."""
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    if not (before[-3:].isalpha() and before[-3:].islower() and len(before) > 2):
        return False
    mark, word = match.group(), _WORDS.match(after)
    if word is None or (len(before) == LOOK_BACK and not before.count(" ")):
        return False
    if mark.strip(".") == "" and len(mark) > 1:
        return word.group()[0].isupper()
    if mark.strip("!?") == "":
        own = _WORD_BEFORE.search(before)
        return (
            word.end() > 1
            and own is not None
            and own.group().isalpha()
            and before[own.start() - 1 : own.start()] != "/"
        )
    stem = re.split("['’]", word.group())[0]
    return mark in (".", ".”", '."') and stem in STARTERS and after[word.end() : word.end() + 1] not in (".", "@")


def _parts(word: str, mark: str, following: str) -> bool:
    """Whether a mark between `word` and `following` ends a sentence."""
    found = _NEXT_WORD.match(following)
    following_word = found.group(1) if found else ""
    first = following_word[:1]
    quoted = mark[-1] in "\"'”’»"
    if following.startswith(("http://", "https://")):
        return _stops(word, following_word, mark)
    if first.islower() and not following_word.startswith(("iP", "eB")):
        return not quoted and (_ends_in_lower_case(word, mark) or _pronoun_follows(word, following_word, mark))
    if mark.strip(".…")[:1] in ("!", "?"):
        return not (quoted and _is_said(following)) and not (word == "Yahoo" and not quoted)
    if mark.startswith(("...", "…")) or ".." in mark:
        if "]" in mark and following[0] == "(":
            return False  # "[...]" (Poe 55)
        return bool(first.isupper() or following[0] in _OPENING or following[0].isdigit())
    if not first and following[:1] not in _OPENING and following[:1].isalnum():
        return False
    if quoted and mark[0] == ".":
        return True
    return _stops(word, following_word, mark)


def _ends_in_lower_case(word: str, mark: str) -> bool:
    """Whether a sentence ended before a small letter, as in hurried copy: only after a plain word of three letters or more."""
    if mark[0] in "!?":
        return mark[-1] not in ")]" and not (mark == "!" and word.istitle())  # "Yahoo! in 2005"
    plain = (len(word) > 2 or word in SHORT_WORDS) and word.isalpha() and word.islower()
    return plain and mark == "." and word not in NEVER_ENDING | NUMBERED | ENDING_ABBREVIATIONS


def _pronoun_follows(word: str, following: str, mark: str) -> bool:
    """ "Call 555 0100. they wait": a small pronoun starts a sentence unless an abbreviation stands before it."""
    return (
        following.split("'", maxsplit=1)[0] in PRONOUNS
        and mark == "."
        and not _DOTTED.search(word)
        and len(word) > 1
        and word.lower().strip(")") not in NEVER_ENDING | NUMBERED | ENDING_ABBREVIATIONS
    )


def _stops(word: str, following: str, mark: str) -> bool:
    """Whether a single full stop after `word` is more than the mark of an abbreviation."""
    key = word.lower().strip("'’")
    if len(mark) > 1 and mark[1] in ")]":
        return key not in NEVER_ENDING
    if key in NEVER_ENDING:
        return False
    if key in NUMBERED:
        return not following[:1].isdigit() and not (key in ("no", "nos") and not following)
    starts = following in STARTERS or not following
    if key in ("a.m", "p.m", "am", "pm"):
        return following not in WEEKDAYS_MONTHS_ZONES and following[:1].isupper()
    if _DOTTED.search(word) or key in ENDING_ABBREVIATIONS:
        return starts
    if len(word) == 1 and word.isupper():
        return starts
    return True


def _is_said(following: str) -> bool:
    """`"Why?" Ms. Cho asked`: a name or pronoun and a verb of saying go on with the sentence of the quotation."""
    words = _WORDS.findall(following[:LOOK_AHEAD])[:5]
    for index, word in enumerate(words):
        if word.lower() in SAYING:
            return index > 0
        if word[0].islower() and word not in ("de", "van", "von", "al", "bin", "the"):
            return False
    return False
