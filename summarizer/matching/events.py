"""Which articles report one event: read articles in, groups of their indexes out.

Two articles belong together when they share names or, beside fewer names, most of their words. Reports of one event share
half their names; reports of two events, even of one sort in one country, next to none.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from summarizer.domain.facts import Name
from summarizer.domain.report import ReadArticle
from summarizer.language.words import stem
from summarizer.matching.gists import groups_of

# Chosen on bundles mixed from two of every second incident of incidents.jsonl and of two topics of ecbplus.jsonl, for precision:
# an article left out wrongly loses what it alone says, one kept wrongly mostly compares with nothing
# (2026-11-24, benchmarks/alignment.py prints precision and recall).
ONE_EVENT = 0.2
WORDS_WEIGHT = 0.3  # of the cosine of all words beside the share of the names
FEWEST_WORDS = 25  # groups of words: a shorter text is never judged; of 152 round-ups of three leads of some 60 words, 6 lost one at 12, 1 at 25
FEWEST_NAMES = 4  # an article with fewer is judged by its words alone
SAME_WORDS = 0.15  # their cosine then: unlike subjects stay under .1


@dataclass(frozen=True)
class Profile:
    """What an article is about: how often it says each group of words, and the words of the names in it."""

    words: Counter[str]
    names: frozenset[str]

    @cached_property
    def length(self) -> float:
        """Of the vector that `cosine` multiplies."""
        return math.sqrt(math.fsum(_damped(count) ** 2 for count in self.words.values()))


def profile_of(article: ReadArticle) -> Profile:
    """The words and names of all statements; figures and dates are left out."""
    words: Counter[str] = Counter()
    names: set[str] = set()
    for statement in article.statements:
        words.update(sorted(groups_of(statement)))
        names.update(
            stem(word)
            for fact in statement.facts
            if isinstance(fact.value, Name)
            for word in fact.value.words
            if len(word) > 1
        )
    return Profile(words, frozenset(names))


def is_one_event(a: Profile, b: Profile) -> bool:
    """Whether two articles may report one event. Unknown counts as yes.

    >>> flood = Profile(Counter(f"flood{i}" for i in range(30)), frozenset({"dale", "ouse", "torv", "harlen", "lowe"}))
    >>> trial = Profile(Counter(f"trial{i}" for i in range(30)), frozenset({"kerr", "asmund", "dow", "pryce", "holt"}))
    >>> is_one_event(flood, flood), is_one_event(flood, trial)
    (True, False)
    """
    if min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return True
    fewest = min(len(a.names), len(b.names))
    share = len(a.names & b.names) / max(fewest, FEWEST_NAMES)
    if share >= ONE_EVENT:
        return True
    alike = cosine(a, b)
    return share + WORDS_WEIGHT * alike >= ONE_EVENT or (fewest < FEWEST_NAMES and alike >= SAME_WORDS)


def cosine(a: Profile, b: Profile) -> float:
    """Of the words, each as often as said, damped by the logarithm; 0 to 1."""
    common = a.words.keys() & b.words.keys()
    product = math.fsum(_damped(a.words[w]) * _damped(b.words[w]) for w in common)
    return product / (a.length * b.length) if product else 0.0


def events(profiles: Sequence[Profile]) -> tuple[tuple[int, ...], ...]:
    """The articles of each event, in order: whatever is tied to one of an event's articles belongs to it."""
    home = list(range(len(profiles)))
    for left in range(len(profiles)):
        for right in range(left + 1, len(profiles)):
            if home[left] != home[right] and is_one_event(profiles[left], profiles[right]):
                old, new = home[right], home[left]
                home = [new if h == old else h for h in home]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for index, event in enumerate(home):
        groups[event].append(index)
    return tuple(tuple(g) for g in groups.values())


def _damped(count: int) -> float:
    return 1 + math.log(count)
