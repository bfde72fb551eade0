"""ROUGE recall of the merged summary against round-ups that people wrote, beside sumy's plain LexRank and the articles' leads.

    python -m benchmarks.summary [--events 907] [--sentences 3] [--words 60] [--ranker lexrank]

The round-ups (news_summaries.jsonl) merge three outlets' leads on one event. Every summary is cut to the same number of words,
because recall grows with length. LexRank gets the texts one after the other, as one would do without a merge; "leads" takes
each article's first sentence, then the second ones.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from pathlib import Path

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.language.ranking import RANKERS
from summarizer.language.sentences import sentence_spans
from summarizer.language.words import STOP_WORDS, WORD, fold, stem
from summarizer.pipeline import merge

EVENTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_summaries.jsonl"
MEASURES = ("ROUGE-1", "ROUGE-2", "ROUGE-L", "words")
RESAMPLES = 1000

Event = tuple[tuple[Article, ...], str]
Summarize = Callable[[tuple[Article, ...]], str]


def main() -> int:
    """Runs every way of summarising over the events and prints the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=907)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--ranker", choices=RANKERS, default="lexrank")
    parser.add_argument("--file", type=Path, default=EVENTS)
    args = parser.parse_args()
    if not args.file.exists():
        print(f"no events at {args.file}", file=sys.stderr)
        return 1
    events = load(args.file)[: args.events]
    options = Options(sentences=args.sentences, ranker=args.ranker)
    ways: dict[str, Summarize] = {
        "merge": lambda articles: merge(articles, options).summary.text,
        "sumy LexRank": lambda articles: _lexrank(articles, args.sentences),
        "leads": lambda articles: _leads(articles, args.sentences),
    }
    rows = {
        name: [measures(way(articles), reference, args.words) for articles, reference in events]
        for name, way in ways.items()
    }
    print(f"{len(events)} events, {args.sentences} sentences, cut to {args.words} words")
    for name, found in rows.items():
        print(
            f"  {name:14}"
            + "".join(f"{m:>9} {sum(r[i] for r in found) / len(found):.3f}" for i, m in enumerate(MEASURES))
        )
    low, high = _interval([a[1] - b[1] for a, b in zip(rows["merge"], rows["sumy LexRank"], strict=True)])
    print(f"  merge above sumy LexRank, ROUGE-2: 95 % interval [{low:+.3f}, {high:+.3f}]")
    return 0


def load(path: Path) -> tuple[Event, ...]:
    """Each event's articles and the round-up."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return tuple((_articles(row["articles"]), row["reference"]) for row in rows)


def _articles(raw: Sequence[dict[str, str]]) -> tuple[Article, ...]:
    return tuple(
        Article(source=f"Outlet {n}", title=a["title"], text=a["text"])
        for n, a in enumerate(raw, 1)
        if a["text"].strip()
    )


def measures(summary: str, reference: str, words: int) -> tuple[float, float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L recall of a summary cut to so many words, and how many it had (Lin 2004, stemmed)."""
    found, wanted = _stems(summary)[:words], _stems(reference)
    return (
        _overlap(found, wanted, 1),
        _overlap(found, wanted, 2),
        _longest(found, wanted) / max(len(wanted), 1),
        float(len(found)),
    )


def _stems(text: str) -> list[str]:
    return [stem(fold(w)) for w in WORD.findall(text)]


def _overlap(found: Sequence[str], wanted: Sequence[str], size: int) -> float:
    have, want = (Counter(zip(*(words[i:] for i in range(size)), strict=False)) for words in (found, wanted))
    return (have & want).total() / max(want.total(), 1)


def _longest(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for i, other in enumerate(b, 1):
            before, row[i] = row[i], before + 1 if word == other else max(row[i], row[i - 1])
    return row[-1]


def _sentences(article: Article) -> list[str]:
    return [span.of(article.text) for span in sentence_spans(article.text)]


def _leads(articles: tuple[Article, ...], count: int) -> str:
    turns = chain.from_iterable(zip_longest(*(_sentences(a) for a in articles)))
    return " ".join([s for s in turns if s][:count])


class _Words:
    """The tokenizer that sumy asks for."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(fold(w) for w in WORD.findall(text))


def _lexrank(articles: tuple[Article, ...], count: int) -> str:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer

    document = ObjectDocumentModel([Paragraph([Sentence(s, _Words()) for s in _sentences(a)]) for a in articles])
    lexrank = LexRankSummarizer(stem)
    lexrank.stop_words = STOP_WORDS
    return " ".join(str(s) for s in lexrank(document, count))


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of means over resampled events; the seed is fixed, so that a run can be repeated."""
    draw = random.Random(0)  # noqa: S311 - no secret
    means = sorted(sum(draw.choices(differences, k=len(differences))) / len(differences) for _ in range(RESAMPLES))
    return means[RESAMPLES // 40], means[-RESAMPLES // 40]


if __name__ == "__main__":
    sys.exit(main())
