"""ROUGE of the merged summary against round-ups that people wrote, beside sumy's rankers, the articles' leads and an oracle.

    python -m benchmarks.summary [--events 907] [--words 60] [--ranker lexrank] [--odd]

The round-ups (news_summaries.jsonl) merge three outlets' leads on one event. Recall grows with length, so each way gives its
sentences in the order in which it would choose them, and all are cut to the same number of words. sumy's own classes get the texts
one after the other, as one would do without a merge. "leads" takes each article's first sentence, then the second ones, in the
order given; "oracle" knows the round-up and takes greedily what raises ROUGE-1 and -2: no extract gets much further.
Only the merge knows the headlines. The weights of stages/summarize.py were chosen by looking at both halves of these events, so no
half is unseen; `--odd` runs one of them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest
from pathlib import Path

from rouge_score.rouge_scorer import RougeScorer

from summarizer.domain.report import Options, Report
from summarizer.domain.text import Article
from summarizer.language.ranking import RANKERS
from summarizer.language.sentences import sentence_spans
from summarizer.language.words import STOP_WORDS, WORD, fold, stem
from summarizer.pipeline import merge
from summarizer.stages.summarize import summarize

EVENTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "news_summaries.jsonl"
MEASURES = ("rouge1", "rouge2", "rougeL")
RESAMPLES = 1000
MOST_SENTENCES = 8  # nobody needs more for the words that are compared

Event = tuple[tuple[Article, ...], str]
Recalls = tuple[float, ...]
# Sentences of a summary of so many, in any order.
Summarize = Callable[[int], list[str]]
SUMY = {
    "sumy LexRank": ("lex_rank", "LexRankSummarizer"),
    "sumy TextRank": ("text_rank", "TextRankSummarizer"),
    "sumy LSA": ("lsa", "LsaSummarizer"),
    "sumy Luhn": ("luhn", "LuhnSummarizer"),
    "sumy SumBasic": ("sum_basic", "SumBasicSummarizer"),
    "sumy Reduction": ("reduction", "ReductionSummarizer"),
    "sumy KL": ("kl", "KLSummarizer"),
}


def main() -> int:
    """Runs every way of summarising over the events and prints the means and how far the merge is ahead."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=907)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--ranker", choices=RANKERS, default="lexrank")
    parser.add_argument("--odd", action="store_true")
    parser.add_argument("--file", type=Path, default=EVENTS)
    args = parser.parse_args()
    if not args.file.exists():
        print(f"no events at {args.file}", file=sys.stderr)
        return 1
    events = load(args.file)[: args.events][1 if args.odd else 0 :: 2 if args.odd else 1]
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    rows: dict[str, list[Recalls]] = {}
    verbatim = Counter[bool]()
    for articles, reference in events:
        report = merge(articles, Options(sentences=MOST_SENTENCES, ranker=args.ranker))
        verbatim.update(_verbatim(report))
        for name, text in _texts(report, args.words, args.ranker).items():
            rows.setdefault(name, []).append(_recalls(scorer, text, reference))
        best = _oracle(RougeScorer(list(MEASURES[:2]), use_stemmer=True), articles, reference, args.words)
        rows.setdefault("oracle", []).append(_recalls(scorer, best, reference))
    print(f"{len(events)} events, cut to {args.words} words, ranker {args.ranker}, recall")
    _print(rows)
    print(f"{verbatim.total()} sentences, {verbatim[True] / max(verbatim.total(), 1):.2%} verbatim")
    return 0


def _print(rows: dict[str, list[Recalls]]) -> None:
    """A line a way; behind it by how much the merge is ahead, with the middle 95 % of the means over resampled events."""
    print(f"{'':16}{'ROUGE-1':>9}{'ROUGE-2':>9}{'ROUGE-L':>9}   merge ahead on ROUGE-1        on ROUGE-2")
    for name, found in rows.items():
        means = "".join(f"{sum(r[i] for r in found) / len(found):9.3f}" for i in range(len(MEASURES)))
        ahead = ""
        if name != "merge":
            for i in (0, 1):
                differences = [a[i] - b[i] for a, b in zip(rows["merge"], found, strict=True)]
                low, high = _interval(differences)
                ahead += f"   {sum(differences) / len(differences):+.3f} [{low:+.3f}, {high:+.3f}]"
        print(f"{name:16}{means}{ahead}")


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


def _texts(report: Report, words: int, ranker: str) -> dict[str, str]:
    """The summary of each way, cut to so many words."""
    articles = tuple(read.article for read in report.articles)
    sentences = [s for a in articles for s in _sentences(a)]
    ways: dict[str, Summarize] = {"merge": lambda count: _merged(report, count, ranker)}
    ways |= {name: _sumy(module, kind, sentences) for name, (module, kind) in SUMY.items()}
    texts = {name: " ".join(_in_order_of_choice(way, words)) for name, way in ways.items()}
    texts["leads"] = " ".join(s for s in chain.from_iterable(zip_longest(*map(_sentences, articles))) if s)
    return {name: cut(text, words) for name, text in texts.items()}


def cut(text: str, words: int) -> str:
    """The first so many words.

    >>> cut("The bridge  fell.", 2)
    'The bridge'
    """
    return " ".join(text.split()[:words])


def _in_order_of_choice(way: Summarize, words: int) -> list[str]:
    """What each further sentence of a longer summary is, until there are words enough."""
    order: list[str] = []
    for count in range(1, MOST_SENTENCES + 1):
        added = Counter(way(count)) - Counter(order)
        if not added or sum(len(s.split()) for s in order) >= words:
            break
        order += added.elements()
    return order


def _merged(report: Report, count: int, ranker: str) -> list[str]:
    options = Options(sentences=count, ranker=ranker)
    found = summarize(report.articles, report.claims, report.findings(), report.origins, options)
    return [s.text for s in found.sentences]


def _verbatim(report: Report) -> list[bool]:
    """For each sentence of the summary whether its place in its article holds it."""
    articles = {read.article.id: read.article for read in report.articles}
    return [articles[s.article].field(s.field)[s.span.start : s.span.end] == s.text for s in report.summary.sentences]


def _sumy(module: str, kind: str, sentences: Sequence[str]) -> Summarize:
    from importlib import import_module

    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    document = ObjectDocumentModel([Paragraph([Sentence(s, _Words()) for s in sentences])])
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(stem)
    summarizer.stop_words = STOP_WORDS
    return lambda count: [str(s) for s in summarizer(document, count)]


class _Words:
    """The tokenizer that sumy asks for."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        """The words of a sentence."""
        return tuple(fold(w) for w in WORD.findall(text))


def _sentences(article: Article) -> list[str]:
    return [span.of(article.text) for span in sentence_spans(article.text)]


def _oracle(scorer: RougeScorer, articles: Sequence[Article], reference: str, words: int) -> str:
    left = [s for a in articles for s in _sentences(a)]
    chosen = ""
    while left and len(chosen.split()) < words:
        worth = [sum(_recalls(scorer, cut(f"{chosen} {s}", words), reference)) for s in left]
        chosen = f"{chosen} {left.pop(worth.index(max(worth)))}"
    return cut(chosen, words)


def _recalls(scorer: RougeScorer, text: str, reference: str) -> Recalls:
    return tuple(score.recall for score in scorer.score(reference, text).values())


def _interval(differences: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of means over resampled events; the seed is fixed, so that a run can be repeated."""
    import numpy as np

    draw = np.random.default_rng(0)
    picked = draw.choice(np.array(differences), size=(RESAMPLES, len(differences)))
    low, high = np.quantile(picked.mean(axis=1), (0.025, 0.975))
    return float(low), float(high)


if __name__ == "__main__":
    sys.exit(main())
