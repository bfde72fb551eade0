"""What the merge is held against: the sentences of some articles in, the seconds of processor of a plain method on them out.

All three get their sentences ready cut, which spares them work that the merge does.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

_WORD = re.compile(r"^[^\W\d_](?:[^\W\d_]|['-])*$")
SAMPLE = 400_000  # pairs that a loop is timed on; more are reckoned from them, and shown so


def sumy_lexrank(articles: Sequence[Sequence[str]]) -> float:
    """sumy's LexRank as its documentation sets it up, ten sentences; nothing but the call is timed."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.utils import get_stop_words

    summarizer = LexRankSummarizer(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    words = _Words()
    document = ObjectDocumentModel([Paragraph([Sentence(s, words) for s in article]) for article in articles])
    started = time.process_time()
    summarizer(document, 10)
    return time.process_time() - started


def ratio_loop(articles: Sequence[Sequence[str]]) -> tuple[float, bool]:
    """token_set_ratio of every two sentences of different articles, and whether some of that was reckoned."""
    from rapidfuzz.fuzz import token_set_ratio

    total = _pairs(articles)
    done = 0
    started = time.process_time()
    for one, other in _couples(articles):
        token_set_ratio(one, other)
        done += 1
        if done == SAMPLE:
            break
    took = time.process_time() - started
    return took * total / max(done, 1), done < total


def ratio_matrix(articles: Sequence[Sequence[str]]) -> tuple[float, bool]:
    """The same by rapidfuzz's cdist on one core, an article against all behind it."""
    from rapidfuzz.fuzz import token_set_ratio
    from rapidfuzz.process import cdist

    total, done = _pairs(articles), 0
    behind = [s for article in articles for s in article]
    started = time.process_time()
    for article in articles:
        behind = behind[len(article) :]
        if behind:
            cdist(article, behind, scorer=token_set_ratio, workers=1)
        done += len(article) * len(behind)
        if done >= SAMPLE * 4:
            break
    took = time.process_time() - started
    return took * total / max(done, 1), done < total


def _couples(articles: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Nearby articles and far ones alike come early: a part of the pairs stands for all."""
    for first, second in combinations(articles, 2):
        for one in first:
            for other in second:
                yield one, other


def _pairs(articles: Sequence[Sequence[str]]) -> int:
    sizes = [len(a) for a in articles]
    return (sum(sizes) ** 2 - sum(n * n for n in sizes)) // 2


class _Words:
    """The words that sumy's own tokenizer finds, by its two steps; that one itself asks for data to be downloaded first."""

    def __init__(self) -> None:
        from nltk.tokenize import NLTKWordTokenizer

        self._tokenize: Callable[[str], list[str]] = NLTKWordTokenizer().tokenize

    def to_words(self, sentence: str) -> tuple[str, ...]:
        """Words of letters; numbers and marks are left out."""
        return tuple(w for w in self._tokenize(sentence) if _WORD.match(w))
