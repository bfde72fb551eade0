"""How much of what several origins say a sentence would add to those chosen: stems of sentences in, the gain of each out.

Words and pairs of words weigh by how many origins use them (the concept weights of Gillick and Favre 2009); a sentence gains
what its words weigh that no chosen sentence has told, against its length. The gains are kept up to date over an inverted
index, so that a whole summary costs one look at each word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise

from summarizer.language.meaning import concept
from summarizer.language.words import STOP_WORDS, WORD, fold, folded_words, stem

MOST_WORDS = 120  # of one sentence that are looked at
SKIPPED = "-"  # stands for a function word; no stem is written so
# A gain is divided by the sentence's length to this power: 0 would take the longest, 1 the densest. .5 to .85 differ by less than
# .002 of ROUGE-2 on the 907 events of benchmarks/summary.py (2026-11-24).
LENGTH_POWER = 0.7
SHORTEST = 4  # words; a shorter sentence is not denser for it
# A pair weighs less than a word, which stands in two pairs besides: ROUGE-1 and -2 together are best between .4 and .7 on both halves
# of these events, and lose .002 at 1 (2026-12-01).
PAIR_WEIGHT = 0.6
DIGITS = 9  # what a sum is rounded to, so that the order of its parts shows nowhere

Term = str | tuple[str, str]


def terms_of(text: str) -> tuple[Term, ...]:
    """The distinct content stems of a sentence and its pairs of neighbours of which one is content, in text order.

    >>> terms_of("The bridge fell in Orne.")
    ('bridg', 'fell', 'orn', ('-', 'bridg'), ('bridg', 'fell'), ('fell', '-'), ('-', 'orn'))
    """
    stems = [SKIPPED if w in STOP_WORDS else stem(w) for w in folded_words(text)[:MOST_WORDS]]
    pairs: list[Term] = [p for p in pairwise(stems) if p != (SKIPPED, SKIPPED)]
    return tuple(dict.fromkeys([*[s for s in stems if s != SKIPPED], *pairs]))


def told_of(text: str, figures: Mapping[int, tuple[int, str]]) -> frozenset[str]:
    """What a sentence tells, whatever its words: near-synonyms are one, and a number is its digits.

    `figures` holds for the start of each number in the text its end and its digits.

    >>> one, other = told_of("Twenty-three people died.", {0: (12, "23")}), told_of("The deaths of 23 people.", {14: (16, "23")})
    >>> sorted(one & other)
    ['23', 'death', 'person']
    """
    told: set[str] = set()
    end = 0
    for match in islice(WORD.finditer(text), MOST_WORDS):
        if match.start() < end:
            continue
        if match.start() in figures:
            end, digits = figures[match.start()]
            told.add(digits)
        elif fold(match.group()) not in STOP_WORDS:
            told.add(concept(match.group()))
    return frozenset(told)


def weights_of(origins: Iterable[Iterable[Sequence[Term]]]) -> dict[Term, float]:
    """What share of the other origins use a term that one uses, 0 to 1, of a pair PAIR_WEIGHT of it; an origin is its sentences' terms.

    >>> weights_of([[("bridg", "fell")], [("bridg",)]])
    {'bridg': 1.0, 'fell': 0.0}
    """
    spread: Counter[Term] = Counter()
    count = 0
    for count, sentences in enumerate(origins, 1):  # noqa: B007 - the last one is the number of origins
        spread.update(dict.fromkeys(t for terms in sentences for t in terms).keys())
    others = max(count - 1, 1)
    return {term: (n - 1) / others * (PAIR_WEIGHT if isinstance(term, tuple) else 1.0) for term, n in spread.items()}


class Coverage:
    """What has been told, and what each sentence would add to it."""

    def __init__(
        self, sentences: Sequence[Sequence[Term]], weights: Mapping[Term, float], told: Sequence[frozenset[str]]
    ) -> None:
        self._terms = tuple(tuple(t) for t in sentences)
        self._weights = weights
        self._told: set[Term] = set()
        self._holders: defaultdict[Term, list[int]] = defaultdict(list)
        for index, terms in enumerate(self._terms):
            for term in terms:
                self._holders[term].append(index)
        self._untold = [sum(weights.get(t, 0.0) for t in terms) for terms in self._terms]
        self._tells = tuple(told)
        self._said: set[str] = set()
        self._tellers: defaultdict[str, list[int]] = defaultdict(list)
        for index, tells in enumerate(self._tells):
            for each in tells:
                self._tellers[each].append(index)
        self._repeated = [0] * len(self._terms)
        self._holds = [0.0] * len(self._terms)
        lengths = [sum(isinstance(t, tuple) for t in terms) + 1 for terms in self._terms]
        self._sizes: list[float] = [float(max(length, SHORTEST) ** LENGTH_POWER) for length in lengths]

    def gain(self, index: int) -> float:
        """What sentence `index` would tell that several origins say and that was not told, against its length."""
        return round(self._untold[index] / self._sizes[index], DIGITS)

    def repeated(self, index: int) -> float:
        """The share of what it tells that was told, 0 to 1."""
        return self._repeated[index] / max(len(self._tells[index]), 1)

    def holds(self, index: int) -> float:
        """The largest share of what a told sentence tells that it tells too, 0 to 1."""
        return self._holds[index]

    def tell(self, index: int) -> None:
        """Takes sentence `index` as told."""
        self._tell_again(index)
        for term in self._terms[index]:
            if term in self._told:
                continue
            self._told.add(term)
            for holder in self._holders[term]:
                self._untold[holder] -= self._weights.get(term, 0.0)

    def _tell_again(self, index: int) -> None:
        """What the other sentences would repeat of it."""
        tells = self._tells[index]
        shared = Counter(teller for told in tells for teller in self._tellers[told])
        for teller, count in shared.items():
            self._holds[teller] = max(self._holds[teller], count / len(tells))
        for told in tells - self._said:
            for teller in self._tellers[told]:
                self._repeated[teller] += 1
        self._said |= tells
