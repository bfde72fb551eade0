"""Which answer a statement gives to matters that any event may turn on: its text in, mentions of answers out.

"No ransom was paid", "not a cent changed hands" and "his bosses coughed up a ransom" answer one matter. The matters, their
answers and wordings are rows of lexicons/matters.txt. Words under "if", "could" or "not" give no answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from summarizer.domain.text import Span
from summarizer.language import wordings
from summarizer.language.words import stem

READ_AT_MOST = 2_000  # characters; longer "sentences" are tables or lists run together
GUARD_REACH = 40  # characters before a wording that its "not" or "if" stands among
_WORD = re.compile(r"[\w'-]+")
_GUARD = re.compile(
    r"(?:\b(?:if|ever|could|would|may|might|can|should|whether|until|unless|not|never|no|nor|neither|possibly|rarely|(?:failed|fails|failing|unable|refused|refuses|yet) to)\b|n['’]t\b)[^.;:,]{0,24}\Z",
    re.IGNORECASE,
)
# Another event, or an older one.
_ELSEWHERE = re.compile(
    r"\b(?:(?:years|months|decades?) (?:ago|earlier|before)|last year|in the past|(?:another|separate|different|similar|earlier|previous) "
    r"(?:case|incident|shooting|attack|crime|crash|accident|quake|earthquake|storm|fire))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter: whether its answers follow one another, and of what an event has one answer: "one", "person", "thing", "same"."""

    name: str
    moves: bool
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterMention:
    """An answer to a matter: the answer with its place in their order, where its words stand, and the thing that they name."""

    matter: Matter
    answer: str
    rank: int
    span: Span
    thing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One wording of an answer; its expression is built when a statement first holds one of the words that it needs."""

    matter: Matter
    answer: str
    rank: int
    text: str
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    by_sign: Mapping[str, tuple[_Row, ...]]
    macros: Mapping[str, str]
    classes: Mapping[str, str]  # a word that names a thing -> its class


def read_matters(text: str) -> tuple[MatterMention, ...]:
    """Every answer that a statement gives, in text order; of wordings of one matter that overlap the first of the lexicon.

    >>> [(m.matter.name, m.answer) for m in read_matters("No ransom had been paid, he said.")]
    [('ransom paid', 'no')]
    """
    text = text[:READ_AT_MOST].replace("’", "'")
    table = _table()
    words = set(_WORD.findall(text.lower()))
    rows = {row.order: row for word in words for row in table.by_sign.get(word, ())}
    if not rows or _ELSEWHERE.search(text):
        return ()
    found: list[MatterMention] = []
    for order in sorted(rows):
        row = rows[order]
        for match in _pattern(row.text).finditer(text):
            span = Span(*match.span())
            taken = any(m.matter is row.matter and m.span.overlaps(span) for m in found)
            if taken or _GUARD.search(text, max(0, span.start - GUARD_REACH), span.start):
                continue
            named = next((g.lower() for g in match.groups() if g), "")
            thing = table.classes.get(named) or stem(named)
            found.append(MatterMention(matter=row.matter, answer=row.answer, rank=row.rank, span=span, thing=thing))
    return tuple(sorted(found, key=lambda m: (m.span, m.matter.name)))


@cache
def _pattern(row: str) -> re.Pattern[str]:
    return wordings.pattern([row], _table().macros)


@cache
def _table() -> _Table:
    folder = resources.files("summarizer").joinpath("lexicons")
    content = folder.joinpath("matters.txt").read_text("utf-8") + folder.joinpath("matters/ways.txt").read_text("utf-8")
    macros: dict[str, str] = dict(wordings.BASE)
    classes: dict[str, str] = {}
    by_sign: dict[str, list[_Row]] = {}
    matter, answer, rank, order = Matter(name="", moves=False, scope=""), "", -1, 0
    for key, _, rest in (line.partition(" ") for line in content.splitlines()):
        if key == "class":
            name, _, words = rest.partition(" ")
            macros[name] = words
            classes.update((word, name.lower()) for word in words.split("/"))
        elif key == "matter":
            name, how, scope = (part.strip() for part in rest.split("|"))
            matter, rank = Matter(name=name, moves=how == "moves", scope=scope), -1
        elif key == "answer":
            answer, rank = rest, rank + 1
        elif key not in ("", "#"):
            row = _Row(matter=matter, answer=answer, rank=rank, text=f"{key} {rest}".strip(), order=order)
            order += 1
            for sign in wordings.signs(row.text, macros):
                by_sign.setdefault(sign, []).append(row)
    return _Table(by_sign={k: tuple(v) for k, v in by_sign.items()}, macros=macros, classes=classes)
