"""How alike the words of two statements are: stemmed content words in, a score of 0 to 100 out, by rapidfuzz.

The measure is the Indel similarity of sorted unique stemmed content words, the best single fuzzy score on aligned news
(same-event article pairs of ECB+: P@1 .734 against .217 for WRatio and .636 for token_set_ratio). Values are left out
of the words: a differing figure must not push two statements apart, an equal one not pull strangers together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Token
from summarizer.language.words import REPORTING, STOP_WORDS, fold, stem

POSTING_LIMIT = 60  # a stem in more statements than this proposes nothing: it is what all the reports are about
LEAST_SHARED = 2


def key_words(read: ReadStatement) -> tuple[str, ...]:
    """The sorted unique stems of a statement's content words, without numbers and reporting verbs."""
    return tuple(sorted({stem(fold(t.text)) for t in read.tokens if _counts(t)}))


def likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """0 to 100; 0 where one has no content words.

    >>> likeness(("deploy", "kursk", "troop"), ("deploy", "kursk", "troop"))
    100.0
    """
    return fuzz.ratio(" ".join(a), " ".join(b)) if a and b else 0.0


def pairs(keys: Sequence[tuple[str, ...]], sources: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Index pairs of different articles that share two or more stems which are not everywhere."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        for word in key:
            postings[word].append(index)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for members in postings.values():
        if len(members) <= POSTING_LIMIT:
            for i, j in combinations(members, 2):
                if sources[i] != sources[j]:
                    shared[i, j] += 1
    return tuple(sorted(pair for pair, count in shared.items() if count >= LEAST_SHARED))


def _counts(token: Token) -> bool:
    word = fold(token.text)
    return (
        token.tag not in ("PUNCT", "SYM", "NUM")
        and word not in STOP_WORDS
        and word not in REPORTING
        and not word[:1].isdigit()
    )
