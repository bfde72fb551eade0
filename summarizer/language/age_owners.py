"""Whose an age is: a sentence, its names and the place of an age in, the words of a name out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.facts import Mention, Name
from summarizer.domain.text import Span, Token

AGE_LINKS = frozenset({",", "(", ", aged", "is", "was", ", who was", ", who is", "aged", ", age"})
LONGEST_AGE_LINK = 24
WHENCE = frozenset({"in", "from", "of", "at", "near", "outside", "who"})  # "the two-year-old boy from Vela Springs"


def owner_of_age(text: str, tokens: Sequence[Token], names: Sequence[Mention], age: Span) -> tuple[str, ...]:
    """Given names and surname; none where no name stands close: "Dayana Mera, 7", "seven-year-old Dayana Mera"."""
    leading = age.of(text).lower().endswith("old")  # "five-year-old Ana Dow" is of who follows
    behind: tuple[str, ...] = ()
    for name in names:
        if not isinstance(name.value, Name):
            continue
        before = text[name.span.end : age.start].strip() if name.span.end <= age.start else None
        after = text[age.end : name.span.start] if age.end <= name.span.start else None
        close = after is not None and len(after) <= LONGEST_AGE_LINK and len(after.split()) <= 2 and "," not in after
        close = close and WHENCE.isdisjoint((after or "").split()) and not _is_whence(tokens, name)
        if close or (before in AGE_LINKS and not leading):
            return name.value.words
        if before in AGE_LINKS:
            behind = name.value.words
    return behind


def _is_whence(tokens: Sequence[Token], name: Mention) -> bool:
    """Whether a name says where somebody is from: "a 19-year-old Oakland man"."""
    following = next((t for t in tokens if t.start >= name.span.end), None)
    return following is not None and following.tag == "NOUN" and following.start == name.span.end + 1
