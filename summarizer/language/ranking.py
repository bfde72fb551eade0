"""How central each sentence is among sentences: sentences in, a score of 0 to 1 for each out, by sumy's rankers.

LexRank, TextRank and LSA all start from how much two sentences share; here that matrix is summed over an inverted index with
numpy, so that 1,500 sentences take a second where sumy's loops take minutes. Every score is kept by place, not by text: sumy's
own LexRank and SumBasic keep them by text and so lose a sentence that stands twice. KL is left out: it is cubic.
numpy and sumy are imported at the first call: they cost a second.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.language.words import STOP_WORDS, folded_words, stem

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vector = npt.NDArray[np.float64]
    Matrix = npt.NDArray[np.float64]

RANKERS: tuple[str, ...] = ("lexrank", "textrank", "lsa", "luhn", "sumbasic")

MOST_SENTENCES = 1500  # only the longest are ranked, the others score 0: the matrix grows with the square
MOST_WORDS = 200  # words of one sentence that count; no sentence of news is longer, a list or a table may be
COMMON = 4  # a word in more than a fourth of the sentences is cheaper multiplied than looked up
FEW = 6  # sentences that share a word, up to which a product at a time is cheaper than a matrix of them
SKIPPED = "-"  # stands for a function word; no word is written so
DIGITS = 9  # scores are rounded, so that the order in which a processor adds up shows nowhere
TOPIC_SHARE = 0.5  # LSA keeps topics at least half as strong as the strongest (Steinberger and Jezek 2004)


def rank(sentences: Sequence[str], ranker: str) -> tuple[float, ...]:
    """A score for each sentence, 1.0 for the best; equal sentences score the same and their order changes nothing.

    Raises ValueError where `ranker` is not one of RANKERS.

    >>> rank(["The old bridge over the Orne fell at dawn.", "A bridge fell into the Orne.", "Tea was served."], "luhn")
    (1.0, 1.0, 0.0)
    >>> rank([], "luhn")
    ()
    """
    if ranker not in RANKERS:
        raise ValueError(f"no such ranker: {ranker!r}; give one of {', '.join(RANKERS)}")
    unique = sorted(sorted(set(sentences)), key=len, reverse=True)[:MOST_SENTENCES]
    if not unique:
        return ()
    texts = sorted(unique)
    scores = dict(zip(texts, _RATERS[ranker]([_words(t) for t in texts]), strict=True))
    best = max(scores.values())
    return tuple(round(scores.get(s, 0.0) / best, DIGITS) if best > 0 else 0.0 for s in sentences)


def _words(text: str) -> tuple[str, ...]:
    """The stems of a sentence, in order, with SKIPPED in the place of a function word."""
    return tuple([SKIPPED if w in STOP_WORDS else stem(w) for w in folded_words(text)[:MOST_WORDS]])


def _counts(sentence: Sequence[str]) -> Counter[str]:
    return Counter(w for w in sentence if w != SKIPPED)


def _lexrank(sentences: Sequence[tuple[str, ...]]) -> list[float]:
    """Erkan and Radev 2004 as sumy sets it up: a graph of sentences whose idf-weighted cosine is over a threshold."""
    import numpy as np
    from sumy.summarizers.lex_rank import LexRankSummarizer

    counts = [_counts(s) for s in sentences]
    spread = Counter(w for c in counts for w in c)
    idf = {w: math.log(len(sentences) / (1 + n)) for w, n in spread.items()}
    weights = [{w: n / max(c.values()) * idf[w] for w, n in c.items()} for c in counts]
    shared = _shared(weights)
    lengths = np.sqrt(np.diagonal(shared))
    norms = np.outer(lengths, lengths)
    cosine = np.divide(shared, norms, out=np.zeros_like(shared), where=norms > 0)
    linked = (cosine > LexRankSummarizer.threshold).astype(float)
    degrees = linked.sum(axis=1)
    if not degrees.any():
        return [1.0] * len(sentences)
    linked /= np.maximum(degrees, 1)[:, None]
    found: Vector = LexRankSummarizer.power_method(linked, LexRankSummarizer.epsilon)
    return [float(score) for score in found]


def _textrank(sentences: Sequence[tuple[str, ...]]) -> list[float]:
    """Mihalcea and Tarau 2004 as sumy sets it up: words in common over the logarithms of both lengths, damped."""
    import numpy as np
    from sumy.summarizers.text_rank import TextRankSummarizer

    counts = [_counts(s) for s in sentences]
    shared = _shared(counts)
    logs = np.array([math.log(max(c.total(), 1)) for c in counts])
    norms = logs[:, None] + logs[None, :]
    edges = np.divide(shared, norms, out=shared.copy(), where=norms > 0)
    edges /= edges.sum(axis=1)[:, None] + TextRankSummarizer._ZERO_DIVISION_PREVENTION
    damping = TextRankSummarizer.damping
    matrix = (1 - damping) / len(sentences) + damping * edges
    found: Vector = TextRankSummarizer.power_method(matrix, TextRankSummarizer.epsilon)
    return [float(score) for score in found]


def _lsa(sentences: Sequence[tuple[str, ...]]) -> list[float]:
    """Steinberger and Jezek 2004: the length of a sentence's vector in the space of the strong topics.

    sumy's own keeps every topic, which makes the score the vector's length in words: it ranks by how long a sentence is.
    Topics are found in the sentences' matrix of shared words, whose eigenvalues are the squared singular values.
    """
    import numpy as np

    counts = [_counts(s) for s in sentences]
    strengths, topics = np.linalg.eigh(_shared([{w: n / max(c.values()) for w, n in c.items()} for c in counts]))
    strengths = np.maximum(strengths, 0)
    kept = np.sqrt(strengths) >= TOPIC_SHARE * math.sqrt(float(strengths[-1]))
    found = np.sqrt((topics[:, kept] ** 2 * strengths[kept]).sum(axis=1))
    return [float(score) for score in found]


def _luhn(sentences: Sequence[tuple[str, ...]]) -> list[float]:
    """Luhn 1958 by sumy: the densest run of words that occur more than once."""
    from sumy.models.dom import Sentence
    from sumy.summarizers.luhn import LuhnSummarizer

    spread = Counter(w for s in sentences for w in s if w != SKIPPED)
    significant = frozenset(w for w, n in spread.items() if n > 1)
    luhn = LuhnSummarizer()
    return [float(luhn.rate_sentence(Sentence(" ".join(s), _Spaces()), significant)) for s in sentences]


def _sumbasic(sentences: Sequence[tuple[str, ...]]) -> list[float]:
    """Nenkova and Vanderwende 2005: takes the sentence of the likeliest words, makes these less likely, and goes on."""
    import numpy as np

    counts = [_counts(s) for s in sentences]
    place = {w: i for i, w in enumerate(sorted({w for c in counts for w in c}))}
    total = Counter(w for c in counts for w in c.elements())
    likely = np.array([total[w] / total.total() for w in place] or [0.0])
    members = [np.array([place[w] for w in c.elements()], dtype=np.intp) for c in counts]
    lengths = np.array([max(len(m), 1) for m in members])
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    flat = np.concatenate([m if len(m) else np.array([len(likely)], dtype=np.intp) for m in members])
    likely = np.append(likely, 0.0)  # the place of a sentence that has no content words
    scores = [0.0] * len(sentences)
    left = np.ones(len(sentences), dtype=bool)
    for step in range(len(sentences)):
        average = np.add.reduceat(likely[flat], starts) / lengths
        best = int(np.argmax(np.where(left, average, -1.0)))
        scores[best] = 1 - step / len(sentences)
        left[best] = False
        likely[np.unique(members[best])] **= 2
    return scores


def _shared(weights: Sequence[Mapping[str, float]]) -> Matrix:
    """The products of every two sentences' weights, summed over their words: an inverted index, common words as one matrix."""
    import numpy as np

    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, words in enumerate(weights):
        for word, weight in words.items():
            postings[word].append((index, weight))
    matrix = np.diag([math.fsum(w * w for word, w in words.items() if len(postings[word]) == 1) for words in weights])
    common = [found for found in postings.values() if len(found) > 1 and len(found) * COMMON > len(weights)]
    for found in postings.values():
        if len(found) > 1 and len(found) * COMMON <= len(weights):
            _add_products(matrix, found)
    columns = np.zeros((len(weights), len(common)))
    for column, found in enumerate(common):
        for index, weight in found:
            columns[index, column] = weight
    return matrix + columns @ columns.T


def _add_products(matrix: Matrix, found: Sequence[tuple[int, float]]) -> None:
    """Adds the products of one word's weights at the places of its sentences; of a few by hand, which costs a tenth of a call."""
    import numpy as np

    if len(found) <= FEW:
        for row, left in found:
            for column, right in found:
                matrix[row, column] += left * right
        return
    at, values = (np.array(part) for part in zip(*found, strict=True))
    matrix[np.ix_(at, at)] += np.outer(values, values)


class _Spaces:
    """The tokenizer that sumy asks for: the words were read before."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        """The words between spaces."""
        return tuple(text.split(" "))


_RATERS: dict[str, Callable[[Sequence[tuple[str, ...]]], list[float]]] = {
    "lexrank": _lexrank,
    "textrank": _textrank,
    "lsa": _lsa,
    "luhn": _luhn,
    "sumbasic": _sumbasic,
}
