"""Which answer a statement gives to matters that any event may turn on: its text in, mentions of answers out.

"No ransom was paid", "not a cent changed hands" and "his bosses coughed up a ransom" answer one matter. The matters, their
answers and wordings are rows of the files of lexicons/matters. Words under "if", "could" or "not" give no answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from summarizer.domain.facts import Kind
from summarizer.domain.text import Span
from summarizer.language import wordings
from summarizer.language.words import stem

FOLDER = "lexicons/matters"
CLASSES = "classes.txt"
READ_AT_MOST = 2_000  # characters; longer "sentences" are tables or lists run together
GUARD_REACH = 40  # characters before a wording that its "not" or "if" stands among
_WORD = re.compile(r"[\w'-]+")
_GUARD = re.compile(
    r"(?:\b(?:if|ever|could|would|may|might|can|should|whether|until|unless|not|never|no|nor|neither|possibly|rarely|den(?:y|ies|ied|ying)|accused of|suspected of|rumou?r(?:s|ed)?|fears? (?:of|that)|(?:risk|threat|danger|possibility|prospect) of"
    r"|(?:failed|fails|failing|unable|refused|refuses|yet) to)\b|n['’]t\b)[^.;:,]{0,24}\Z",
    re.IGNORECASE,
)
# What somebody wants or is to do, right before the wording: nothing that is done.
_WANTED = re.compile(
    r"\b(?:plan|plans|planned|planning|hope|hopes|hoped|hoping|want|wants|wanted|wish|wishes|seek|seeks|sought|seeking|try|tries|tried|trying"
    r"|attempt|attempts|attempted|attempting|threaten|threatens|threatened|threatening|vow|vows|vowed|urge|urges|urged|urging|call|calls|called"
    r"|ask|asks|asked|asking|demand|demands|demanded|likely|unlikely|reluctant|intend|intends|intended|ready|prepared|due|about|willing"
    r"|pressure|pressured|used|able|promised|promises|deadline|invited|needs?|needed|hesitated|how|when|what|where|who)"
    r"(?: \w+){0,2} to(?: have)?(?: be)? \Z",
    re.IGNORECASE,
)
# What turns a wording round, or leaves it open, from within.
_INSIDE = re.compile(
    r"\b(?:not|never|no|nobody|none|without|could|would|might|may|if|whether|unless|will|expected to|likely to|due to be|set to|yet to"
    r"|about to|threatened to|(?:try|tries|tried|trying|attempt(?:s|ed|ing)?) to|(?:fail|refuse|decline)(?:d|s|ing)? to)\b|n't\b",
    re.IGNORECASE,
)
# Another event, or an older one.
_ELSEWHERE = re.compile(
    r"\b(?:(?:years|months|decades?) (?:ago|earlier|before)|last year|in the past|(?:once|twice|times) before|(?:another|separate|different|similar|earlier|previous) "
    r"(?:case|incident|shooting|attack|crime|crash|accident|quake|earthquake|storm|fire))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter: whether its answers follow one another, and of what an event has one answer: "one", "person", "who", "thing", "same".

    `about` words its question ("whether the {thing} is open"); `kind` is polarity where it asks whether.
    """

    name: str
    moves: bool
    scope: str
    about: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterMention:
    """An answer to a matter: the answer with its place in their order, where its words stand, and the thing that they name."""

    matter: Matter
    answer: str
    rank: int
    span: Span
    thing: str  # what it is known by
    named: str  # as the statement names it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One wording of an answer; its expression is built when a statement first holds one of the words that it needs."""

    matter: Matter
    answer: str
    rank: int
    text: str
    order: int
    needs: tuple[frozenset[str], ...]  # a statement without a word of each of them has none of the wording
    turns: bool  # whether it has a word of _INSIDE itself


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
    rows = {row.order: row for word in words for row in table.by_sign.get(word, ()) if _may_stand(row, words)}
    if not rows or text.rstrip(' "”').endswith("?") or _ELSEWHERE.search(text):
        return ()
    found: list[MatterMention] = []
    for order in sorted(rows):
        row = rows[order]
        for match in _pattern(row.text).finditer(text):
            span = Span(*match.span())
            taken = any(m.matter is row.matter and m.span.overlaps(span) for m in found)
            turned = not row.turns and _INSIDE.search(match.group())
            if taken or turned or _is_guarded(text, span.start):
                continue
            named = next((g.lower() for g in match.groups() if g), "")
            thing = table.classes.get(named) or stem(named)
            found.append(
                MatterMention(matter=row.matter, answer=row.answer, rank=row.rank, span=span, thing=thing, named=named)
            )
    return tuple(sorted(found, key=lambda m: (m.span, m.matter.name)))


def _may_stand(row: _Row, words: set[str]) -> bool:
    return not any(need.isdisjoint(words) for need in row.needs)


def _is_guarded(text: str, start: int) -> bool:
    near = max(0, start - GUARD_REACH)
    return bool(_GUARD.search(text, near, start) or _WANTED.search(text, near, start))


@cache
def _pattern(row: str) -> re.Pattern[str]:
    return wordings.pattern([row], _table().macros)


def _turns(row: str, macros: Mapping[str, str]) -> bool:
    # "to" of "expected to" may stand at a place of its own
    return any(_INSIDE.search(f"{form} to be") for word in row.split() for form in wordings.forms(word, macros))


def lexicon_lines() -> Iterator[str]:
    """The lines of the lexicon: the classes, then the files by name."""
    folder = resources.files("summarizer").joinpath(FOLDER)
    files = {path.name: path for path in folder.iterdir() if path.name.endswith(".txt")}
    for name in sorted(files, key=lambda n: (n != CLASSES, n)):
        yield from files[name].read_text("utf-8").splitlines()


@cache
def _table() -> _Table:
    macros: dict[str, str] = dict(wordings.BASE)
    classes: dict[str, str] = {}
    by_sign: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in _rows(macros, classes):
        for sign in wordings.signs(row.text, macros):
            by_sign[sign].append(row)
    return _Table(by_sign={k: tuple(v) for k, v in by_sign.items()}, macros=macros, classes=classes)


def _rows(macros: dict[str, str], classes: dict[str, str]) -> Iterator[_Row]:
    """The wordings in the lexicon's order; its classes are put among `macros` and `classes` on the way."""
    matter, answer, rank, order = Matter(name="", moves=False, scope="", about="", kind=Kind.MANNER), "", -1, 0
    for key, _, rest in (line.partition(" ") for line in lexicon_lines()):
        if key == "class":
            name, _, words = rest.partition(" ")
            macros[name] = words
            classes.update((word, name.lower()) for word in words.split("/"))
        elif key == "matter":
            name, how, scope, about = (part.strip() for part in rest.split("|"))
            kind = Kind.POLARITY if about.startswith("whether") else Kind.MANNER
            matter, rank = Matter(name=name, moves=how == "moves", scope=scope, about=about, kind=kind), -1
        elif key == "answer":
            answer, rank = rest, rank + 1
        elif key not in ("", "#"):
            text = f"{key} {rest}".strip()
            needs = tuple(frozenset(f.lower() for f in needed) for needed in wordings.needed(text, macros))
            yield _Row(
                matter=matter, answer=answer, rank=rank, text=text, order=order, needs=needs, turns=_turns(text, macros)
            )
            order += 1
