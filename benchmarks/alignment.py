"""How well statements are aligned, as one command: rankings against labelled pairs, copies, other events, growth.

    python -m benchmarks.alignment [--part pairs|copies|events|scale]

The data and what counts as right stand in alignment_pairs, alignment_events, alignment_scale and origins. rapidfuzz's own ratios are
printed beside the program's score on the same pairs.
"""

from __future__ import annotations

import argparse
from collections import Counter
from functools import cache

from rapidfuzz import fuzz

from benchmarks import alignment_events, alignment_pairs, alignment_scale, origins
from benchmarks.alignment_pairs import Scorer
from summarizer.domain.report import ReadStatement
from summarizer.language.words import WORD, fold, stem
from summarizer.matching.similarity import Gist, gist_of, likeness

PARTS = ("pairs", "copies", "events", "scale")


def main() -> None:
    """Prints the parts asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, action="append")
    parts = parser.parse_args().part or PARTS
    if "pairs" in parts:
        _print_pairs()
    if "copies" in parts:
        _print_copies()
    if "events" in parts:
        alignment_events.main()
    if "scale" in parts:
        _print_scale()


def _print_pairs() -> None:
    queries, topic = alignment_pairs.article_queries(), alignment_pairs.topic_pairs()
    fact, paraphrase = alignment_pairs.same_fact_pairs(), alignment_pairs.paraphrase_pairs()
    wide = sum(len(q.candidates) for q in queries) / len(queries)
    print(f"{len(queries)} queries, {wide:.1f} candidates; {len(topic)} topic pairs, {_share(topic):.3f} right")
    print(
        f"{len(fact)} pairs of facts, {_share(fact):.3f} right; {len(paraphrase)} paraphrases, {_share(paraphrase):.3f}"
    )
    print(f"{'':17} P@1   AP    same_fact AUC  paraphrase AUC")
    for name, scorer in SCORERS.items():
        areas = [alignment_pairs.area_under_curve(p, scorer) for p in (fact, paraphrase)]
        first = alignment_pairs.precision_at_1(queries, scorer)
        ranked = alignment_pairs.average_precision(topic, scorer)
        print(f"{name:17} {first:.3f} {ranked:.3f} {areas[0]:.3f}          {areas[1]:.3f}", flush=True)


def _share(pairs: list[tuple[str, str, bool]]) -> float:
    return sum(p[2] for p in pairs) / len(pairs)


def _print_copies() -> None:
    pairs = [p for p in origins.load(origins.INCIDENTS) if p.left.source != p.right.source]
    print(f"copies: of {len(pairs)} pairs of two outlets on one incident")
    for why, count in sorted(Counter(p.why.split(" (")[0] or "apart" for p in pairs).items()):
        print(f"  {why}: {count} ({count / len(pairs):.3f})")


def _print_scale() -> None:
    for name, articles in (
        ("mixed events", alignment_scale.mixed_events()),
        ("one event", alignment_scale.one_event()),
    ):
        measured = [alignment_scale.seconds(articles, size) for size in alignment_scale.SIZES]
        times = ", ".join(f"{count}: {taken:.2f} s" for count, taken in measured)
        print(f"{name}: {times}; n^{alignment_scale.growth(measured):.2f}", flush=True)


@cache
def _gist(text: str) -> Gist:
    return gist_of(alignment_pairs.read_alone(text))


def _text(read: ReadStatement) -> str:
    return read.statement.text.lower()


def _overlap(a: ReadStatement, b: ReadStatement) -> float:
    """Dice over all stems."""
    one, other = ({stem(fold(w)) for w in WORD.findall(r.statement.text)} for r in (a, b))
    return 2 * len(one & other) / max(1, len(one) + len(other))


SCORERS: dict[str, Scorer] = {
    "WRatio": lambda a, b: fuzz.WRatio(_text(a), _text(b)),
    "token_set_ratio": lambda a, b: fuzz.token_set_ratio(_text(a), _text(b)),
    "token_sort_ratio": lambda a, b: fuzz.token_sort_ratio(_text(a), _text(b)),
    "word overlap": _overlap,
    "softJW, masked": lambda a, b: likeness(_gist(_text_of(a)), _gist(_text_of(b))).words,
    "score": lambda a, b: likeness(_gist(_text_of(a)), _gist(_text_of(b))).score,
}


def _text_of(read: ReadStatement) -> str:
    return read.statement.text


if __name__ == "__main__":
    main()
