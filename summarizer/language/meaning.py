"""Which words answer the same question: a word in, the name of its group of near-synonyms out (or its own stem)."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from summarizer.language.words import fold, stem


@lru_cache(maxsize=16_384)  # an archive has words without end
def concept(word: str) -> str:
    """The name of the group that `word` belongs to in lexicons/concepts.txt, else its stem.

    >>> concept("died") == concept("fatalities") == concept("kills")
    True
    >>> concept("vessels") == concept("ships"), concept("ships") == concept("planes")
    (True, False)
    """
    exact = fold(word).replace(" ", "-")
    if exact in _groups():
        return _groups()[exact]
    key = stem(exact)
    return _groups().get(key, key)


def is_grouped(word: str) -> bool:
    """Whether the lexicon holds `word`; several words are one where they stand in it with a hyphen.

    >>> is_grouped("break out"), is_grouped("break away")
    (True, False)
    """
    return stem(fold(word).replace(" ", "-")) in _groups()


@cache
def _groups() -> dict[str, str]:
    content = resources.files("summarizer").joinpath("lexicons/concepts.txt").read_text("utf-8")
    groups: dict[str, str] = {}
    exact: dict[str, str] = {}  # before the stems, which "residence" and "resident" share
    for line in content.splitlines():
        if line and not line.startswith("#"):
            name, _, words = line.partition(":")
            for word in words.split():
                exact.setdefault(fold(word), name)
                groups.setdefault(stem(word), name)
    return groups | exact
