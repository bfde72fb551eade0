"""Who is meant by the words for a speaker: read articles in, one key a person, whatever he is called, out.

"Ilka Maren", "Governor Maren", "Maran" in a report that misspells her, and "the governor" where the reports call nobody else so
are one voice. What may be two ways to speak of one voice (an office and who speaks for it, a group and its member) has no key:
then nothing can be told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from summarizer.domain.facts import Kind, Name
from summarizer.domain.report import ReadArticle
from summarizer.language.speakers import is_body
from summarizer.language.words import STOP_WORDS, WORD, fold

# Letters in which two spellings of one surname may differ, and the shortest surname for which one letter says little.
SPELLED_ALIKE = 1
SHORTEST = 4
# Nouns for so many people that they name nobody.
ANYONE = frozenset(
    "official spokesman spokeswoman spokesperson source witness resident neighbour neighbor police officer man woman person people "
    "relative friend expert analyst lawyer attorney doctor reporter agency statement report department member user editor deputy "
    "mother father son daughter brother sister wife husband family parent child boy girl aide adviser advisor".split()
)
RANKS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor rev sgt lt capt col gen maj cpl det insp supt".split()
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of a bundle: their surnames, each under the key of its usual spelling, and what each is called."""

    surnames: dict[str, str]
    given: dict[str, str]  # a first name that only one of them has
    roles: tuple[tuple[frozenset[str], str], ...]

    def voice(self, speaker: str | None) -> str | None:
        """The key of the person that a source's words name; None for a body, a group or anybody.

        The words are as attributions give them: "Ilka Maren", "finance minister", "Interior Ministry".
        """
        words = [w for w in WORD.findall(speaker or "") if fold(w) not in RANKS]
        if not words:
            return None
        last = fold(words[-1])
        if not words[-1][:1].isupper():
            return self._by_role(frozenset(fold(w) for w in words) - STOP_WORDS, last)
        if is_body(speaker or ""):
            return None
        if len(words) == 1:
            return self.surnames.get(last) or self.given.get(last)
        return self.surnames.get(last, last)

    def _by_role(self, words: frozenset[str], head: str) -> str | None:
        if head in ANYONE:
            return None
        exact = {person for role, person in self.roles if role == words}
        within = {
            person for role, person in self.roles if role and (words <= role or (len(role) > 1 and role <= words))
        }
        found = exact or within
        return found.pop() if len(found) == 1 else None


def cast_of(articles: Sequence[ReadArticle]) -> Cast:
    """Everybody whom the articles name by first and last name."""
    counts: Counter[str] = Counter()
    given: defaultdict[str, set[str]] = defaultdict(set)
    roles: list[tuple[frozenset[str], str]] = []
    for name in _names(articles):
        words = [fold(w) for w in name.words if fold(w) not in RANKS]
        if len(words) < 2 and not name.title:
            continue
        counts[words[-1]] += 1
        if len(words) > 1:
            given[words[0]].add(words[-1])
        roles += [(_role(name.role or name.title), words[-1])] if name.role or name.title else []
    usual = _usual(counts, given)
    return Cast(
        surnames=usual,
        given={
            first: usual[next(iter(lasts))] for first, lasts in given.items() if len({usual[n] for n in lasts}) == 1
        },
        roles=tuple((role, usual[last]) for role, last in roles),
    )


def _names(articles: Iterable[ReadArticle]) -> Iterable[Name]:
    for article in articles:
        for read in article.statements:
            for fact in read.facts:
                if fact.kind is Kind.NAME and isinstance(fact.value, Name) and fact.value.sort in ("person", ""):
                    yield fact.value


def _role(words: str) -> frozenset[str]:
    return frozenset(fold(w).removesuffix("'s") for w in WORD.findall(words)) - STOP_WORDS


def _usual(counts: Counter[str], given: dict[str, set[str]]) -> dict[str, str]:
    """Each surname's usual spelling: the more frequent one of two that are a letter apart and have a first name in common."""
    usual = {name: name for name in counts}
    for _, lasts in sorted(given.items()):
        known = sorted(lasts, key=lambda n: (-counts[n], n))
        for at, name in enumerate(known):
            like = next((k for k in known[:at] if _is_alike(k, name)), None)
            if like is not None:
                usual[name] = usual[like]
    return usual


def _is_alike(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= SHORTEST and OSA.distance(a, b, score_cutoff=SPELLED_ALIKE) <= SPELLED_ALIKE
