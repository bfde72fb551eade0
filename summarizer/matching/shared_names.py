"""Who and where the reports agree on: read articles in, slots of one name in one part out.

A name alone is no agreement: half of the names of an event stand in every report. Two mentions answer one question when
they are of one name and what is said next to them is the same: the same verb and one more word, or three words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from summarizer.domain.facts import Fact, Kind, Name
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.language.meaning import concept
from summarizer.language.words import REPORTING, fold

NEAR = 5  # words of the context that stand next to the name
SHARED = 3  # words; a verb that is not one of saying counts for two
FIT = 0.7
MOST = 12  # slots of a merge: the ones that most articles share
POSTING_LIMIT = 40


def shared_name_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind name and place, one a name and part that two articles share, those of most articles first."""
    by_name: defaultdict[str, list[Fact]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            for fact in read.facts:
                if fact.kind in (Kind.NAME, Kind.PLACE) and isinstance(fact.value, Name):
                    by_name[_key(fact.value)].append(fact)
    found: list[Slot] = []
    for _, facts in sorted(by_name.items()):
        if len({f.evidence.article for f in facts}) > 1:
            found += [Slot(kind=_kind(group), facts=group, fit=FIT) for group in map(_nested, _parts(facts)) if group]
    return tuple(sorted(found, key=_order)[:MOST])


def _order(slot: Slot) -> tuple[int, int, list[tuple[str, tuple[str, ...]]]]:
    """One that does not depend on the order of the articles."""
    said = sorted((f.evidence.quote, f.context) for f in slot.facts)
    return -len({f.evidence.article for f in slot.facts}), -len(slot.facts), said


def _key(name: Name) -> str:
    """One person is told by the surname, everything else by all of its words."""
    return fold(name.words[-1]) if name.sort == "person" else fold(" ".join(name.words))


def _kind(facts: Sequence[Fact]) -> Kind:
    return Kind.PLACE if all(f.kind is Kind.PLACE for f in facts) else Kind.NAME


def _nested(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts whose name is part of the fullest one: "Jackson" of "Ana Jackson", not "Leo Jackson"."""
    words = [frozenset(fold(w) for w in f.value.words) if isinstance(f.value, Name) else frozenset() for f in facts]
    fullest = max(words, key=lambda w: (len(w), sorted(w)))
    kept = tuple(f for f, w in zip(facts, words, strict=True) if w <= fullest)
    return kept if len({f.evidence.article for f in kept}) > 1 else ()


def _told(fact: Fact) -> tuple[str, ...]:
    """Keys of the verb, which counts for two words; verbs of saying stand next to every name."""
    if not fact.action or fact.action in REPORTING:
        return ()
    return (f"={concept(fact.action)}", f"=={concept(fact.action)}")


def _parts(facts: Sequence[Fact]) -> list[tuple[Fact, ...]]:
    """The facts of one name, joined where what stands next to them is the same."""
    near = [frozenset((*f.context[:NEAR], *_told(f))) for f in facts]
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(near):
        for word in sorted(words):
            postings[word].append(index)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for members in postings.values():
        if len(members) <= POSTING_LIMIT:
            for i, j in combinations(members, 2):
                if facts[i].evidence.article != facts[j].evidence.article:
                    shared[i, j] += 1
    home = list(range(len(facts)))
    for (i, j), count in sorted(shared.items()):
        if count >= SHARED:
            home[_root(home, j)] = _root(home, i)
    groups: defaultdict[int, list[Fact]] = defaultdict(list)
    for index, fact in enumerate(facts):
        groups[_root(home, index)].append(fact)
    return [tuple(g) for g in groups.values() if len({f.evidence.article for f in g}) > 1]


def _root(home: list[int], index: int) -> int:
    """The fact that stands for all that are joined with this one; the way to it is halved as it is gone."""
    while home[index] != index:
        home[index] = home[home[index]]
        index = home[index]
    return index
