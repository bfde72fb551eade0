"""What the reports tell in the same words: read articles and who copies whom in, slots of one passage each out.

Most of what sources agree on is no figure: the charge, the way, the reason. Where two origins put it in the same content
words, close together, they agree on it, the more surely the rarer the words are in the merge.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Evidence
from summarizer.matching.claims_index import candidates
from summarizer.matching.gists import groups_of
from summarizer.matching.shared_passages import LEAST_WORDS, Passage, Shared, is_apart, shared_passage, span_of
from summarizer.matching.telling_words import Line, line_of

FIT = 0.6
MOST = 24  # slots of a merge: what most origins share, then the weightiest
FEW_LINES = 40  # below so many statements a word that two of them share is no rarer for that


@dataclass(slots=True, kw_only=True)
class _Group:
    keys: frozenset[str]
    weight: float
    places: dict[str, tuple[int, Passage]] = field(default_factory=dict)  # by article


def shared_phrase_slots(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Slot, ...]:
    """Slots of kind manner whose value is the passage itself, at most MOST, those that most origins share first."""
    home = {a: o.id for o in origins for a in o.articles}
    read = {a.article.id: a for a in articles}
    lines = sorted((line_of(s) for a in articles for s in a.statements), key=_order)
    pairs = sorted(_pairs(lines, home), key=lambda p: (-p[2].weight, p[0], p[1]))
    groups = [g for g in _grouped(lines, pairs) if len(g.places) > 1]
    groups.sort(key=lambda g: -g.weight)
    groups.sort(key=lambda g: -len({home[a] for a in g.places}))
    return tuple(
        Slot(
            kind=Kind.MANNER,
            facts=tuple(_fact(read[a], lines[n], place, group) for a, (n, place) in sorted(group.places.items())),
            fit=FIT,
        )
        for group in groups[:MOST]
    )


def _order(line: Line) -> tuple[str, str, str]:
    """One that does not depend on the order of the articles."""
    own = line.read.statement
    return own.text, own.field, own.article


def _pairs(lines: Sequence[Line], home: Mapping[str, str]) -> Iterator[tuple[int, int, Shared]]:
    """Lines of two origins with the passage they share."""
    held = Counter(key for line in lines for key in line.keys)
    weights = {key: math.log(1 + max(len(lines), FEW_LINES) / count) for key, count in held.items()}
    for i, j in candidates([groups_of(line.read) for line in lines]):
        if home[_article(lines[i])] == home[_article(lines[j])]:
            continue
        shared = shared_passage(lines[i], lines[j], weights)
        if shared is not None:
            yield i, j, shared


def _article(line: Line) -> str:
    return line.read.statement.article


def _grouped(lines: Sequence[Line], pairs: Sequence[tuple[int, int, Shared]]) -> list[_Group]:
    """The weightiest pairs first; a further article joins the group whose passage its own lies on."""
    groups: list[_Group] = []
    owner: dict[tuple[int, int], _Group] = {}
    for i, j, shared in pairs:
        left, right = _owner(owner, i, shared.left), _owner(owner, j, shared.right)
        if left and right:
            continue
        group = left or right
        if group is None:
            group = _Group(keys=shared.keys, weight=shared.weight)
            groups.append(group)
        elif len(group.keys & shared.keys) < LEAST_WORDS:
            continue
        for number, passage, known in ((i, shared.left, left), (j, shared.right, right)):
            if known is None and _may_join(group, lines, number, passage):
                group.places[_article(lines[number])] = (number, passage)
                owner.update(((number, at), group) for at in range(passage.first, passage.last + 1))
    return groups


def _may_join(group: _Group, lines: Sequence[Line], number: int, passage: Passage) -> bool:
    """Whether its article has no passage in the group yet, and nothing sets it apart from those of the others."""
    line = lines[number]
    return _article(line) not in group.places and not any(
        is_apart(line, passage, lines[n], p) for n, p in group.places.values()
    )


def _owner(owner: Mapping[tuple[int, int], _Group], line: int, passage: Passage) -> _Group | None:
    return next((g for at in range(passage.first, passage.last + 1) if (g := owner.get((line, at)))), None)


def _fact(article: ReadArticle, line: Line, passage: Passage, group: _Group) -> Fact:
    own = line.read.statement
    place = span_of(line, passage)
    quote = article.article.quote(own.field, place)
    keys = tuple(sorted(group.keys))
    return Fact(
        kind=Kind.MANNER,
        value=Phrase(key=" ".join(keys)),
        display=quote,
        evidence=Evidence(
            article=own.article,
            statement=own.id,
            field=own.field,
            span=place,
            quote=quote,
            attributed_to=own.speaker,
            certainty=own.certainty,
        ),
        place=place,
        context=keys,
    )
