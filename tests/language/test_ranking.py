"""How central each sentence is."""

import random
import subprocess
import sys

import pytest

from summarizer.language import ranking
from summarizer.language.ranking import RANKERS, rank
from summarizer.language.words import STOP_WORDS, WORD, fold, stem

SENTENCES = (
    "The old bridge over the Orne fell into the river at dawn on Tuesday.",
    "Two drivers were rescued from the river after the bridge fell, police said.",
    "Engineers had warned in May that the bridge's bearings were worn.",
    "The council closed the road to the bridge and sent buses to the far bank.",
    "A brass band played in the park.",
    "Police said the two drivers were treated for shock and sent home.",
    "The river was high after a week of rain.",
    "Worn bearings let the deck slip, the engineers wrote in their report in May.",
)


@pytest.mark.parametrize("ranker", RANKERS)
def test_best_is_one_and_none_is_below_zero(ranker: str) -> None:
    """Scores of every ranker can be weighed alike."""
    scores = rank(SENTENCES, ranker)
    assert len(scores) == len(SENTENCES)
    assert max(scores) == 1.0
    assert min(scores) >= 0.0


@pytest.mark.parametrize("ranker", RANKERS)
def test_order_and_repetition_change_nothing(ranker: str) -> None:
    """Neither the order of the articles nor a copy of one may move a sentence."""
    scores = dict(zip(SENTENCES, rank(SENTENCES, ranker), strict=True))
    turned = [*reversed(SENTENCES), SENTENCES[0], SENTENCES[4]]
    assert rank(turned, ranker) == tuple(scores[s] for s in turned)


@pytest.mark.parametrize("ranker", ["lexrank", "textrank", "lsa", "luhn"])
def test_what_nobody_else_speaks_of_ranks_behind_the_event(ranker: str) -> None:
    """The brass band is not what the reports are about."""
    scores = rank(SENTENCES, ranker)
    assert scores[4] < scores[1]


@pytest.mark.parametrize("ranker", RANKERS)
@pytest.mark.parametrize(
    "sentences",
    [[], ["One sentence alone."], ["It was so.", "They are here."], ["…", "!?"], ["Rain fell.", "Shares rose."]],
)
def test_too_little_to_rank_is_no_error(ranker: str, sentences: list[str]) -> None:
    """sumy divides by a zero norm here; every score must be a number."""
    scores = rank(sentences, ranker)
    assert len(scores) == len(sentences)
    assert all(0.0 <= s <= 1.0 for s in scores)


def test_lexrank_chooses_what_sumys_own_chooses() -> None:
    """Faster, not different."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words:
        def to_words(self, text: str) -> list[str]:
            return [fold(w) for w in WORD.findall(text)]

    lexrank = LexRankSummarizer(stem)
    lexrank.stop_words = STOP_WORDS
    theirs = lexrank(ObjectDocumentModel([Paragraph([Sentence(s, Words()) for s in SENTENCES])]), 3)
    scores = rank(SENTENCES, "lexrank")
    ours = sorted(sorted(range(len(SENTENCES)), key=lambda i: -scores[i])[:3])
    assert [SENTENCES[i] for i in ours] == [str(s) for s in theirs]


def test_common_and_rare_words_are_summed_to_one_matrix() -> None:
    """The two ways to sum are a matter of speed: brute force gives the same."""
    draw = random.Random(3)  # noqa: S311 - no secret
    weights = [{w: float(draw.randint(1, 4)) for w in draw.sample("abcdefghij", draw.randint(0, 6))} for _ in range(23)]
    weights.append({"only here": 2.0})
    matrix = ranking._shared(weights)
    for i, a in enumerate(weights):
        for j, b in enumerate(weights):
            assert matrix[i, j] == pytest.approx(sum(v * b.get(w, 0.0) for w, v in a.items()))


def test_only_the_longest_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The matrix grows with the square of the sentences."""
    monkeypatch.setattr(ranking, "MOST_SENTENCES", 3)
    assert sum(s > 0 for s in rank(SENTENCES, "textrank")) == 3


def test_an_endless_sentence_counts_to_a_bound() -> None:
    """One line of a megabyte must not cost more than a long sentence."""
    assert len(ranking._words("word " * 100_000)) == ranking.MOST_WORDS


def test_an_unknown_ranker_is_refused() -> None:
    """KL is cubic and left out on purpose."""
    with pytest.raises(ValueError, match="no such ranker: 'kl'"):
        rank(SENTENCES, "kl")


def test_sumy_is_imported_at_the_first_call_only() -> None:
    """It costs a second, which a command that does not rank should not pay."""
    code = "import sys, summarizer.language.ranking; sys.exit(int('sumy' in sys.modules or 'numpy' in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own code
