"""How well statements are aligned, as one command: rankings against labelled pairs, copies, other events, growth.

    python -m benchmarks.alignment [--part pairs|claims|copies|events|scale]

Exit status 1 where a figure of the pairs is under its floor. The floors are of the score with weights fitted without the fold
that a pair lies in (fit_likeness), as those that are shipped were fitted on these pairs.

The data and what counts as right stand in alignment_pairs, alignment_claims, alignment_events, alignment_scale, origins and copies.
rapidfuzz's own ratios are printed beside the program's score on the same pairs.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from rapidfuzz import fuzz

from benchmarks import (
    alignment_claims,
    alignment_events,
    alignment_pairs,
    alignment_scale,
    copies,
    fit_likeness,
    origins,
)
from benchmarks.alignment_pairs import Scorer
from benchmarks.fit_likeness import gist
from summarizer.domain.report import ReadStatement
from summarizer.language.words import WORD, fold, stem
from summarizer.matching.similarity import likeness

LEFT_OUT = "score, left out"
FLOORS = {"P@1": 0.74, "AP": 0.47, "same_fact AUC": 0.93, "paraphrase AUC": 0.77}
PARTS = ("pairs", "claims", "copies", "events", "scale")


def main() -> int:
    """Prints the parts asked for; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=PARTS, action="append")
    parts = parser.parse_args().part or PARTS
    status = 0
    if "pairs" in parts:
        status = _check(_print_pairs())
    if "claims" in parts:
        alignment_claims.main()
    if "copies" in parts:
        _print_copies()
    if "events" in parts:
        alignment_events.main()
    if "scale" in parts:
        _print_scale()
    return status


def _print_pairs() -> dict[str, float]:
    """Prints every scorer's figures; returns those of the score on folds left out."""
    queries, topic = alignment_pairs.article_queries(), alignment_pairs.topic_pairs()
    fact, paraphrase = alignment_pairs.same_fact_pairs(), alignment_pairs.paraphrase_pairs()
    wide = sum(len(q.candidates) for q in queries) / len(queries)
    print(f"{len(queries)} queries, {wide:.1f} candidates; {len(topic)} topic pairs, {_share(topic):.3f} right")
    print(
        f"{len(fact)} pairs of facts, {_share(fact):.3f} right; {len(paraphrase)} paraphrases, {_share(paraphrase):.3f}"
    )
    left_out = fit_likeness.left_out(fit_likeness.examples())
    print(" " * 17, *FLOORS, sep="  ")
    figures: dict[str, float] = {}
    for name, scorer in {**SCORERS, LEFT_OUT: lambda a, b: left_out[_text_of(a), _text_of(b)]}.items():
        found = (
            alignment_pairs.precision_at_1(queries, scorer),
            alignment_pairs.average_precision(topic, scorer),
            alignment_pairs.area_under_curve(fact, scorer),
            alignment_pairs.area_under_curve(paraphrase, scorer),
        )
        figures = dict(zip(FLOORS, found, strict=True))
        print(f"{name:17}", *(f"{value:.3f}".ljust(len(key)) for key, value in figures.items()), sep="  ", flush=True)
    return figures


def _check(figures: dict[str, float]) -> int:
    failed = [f"{name} {figures[name]:.4f} < {floor}" for name, floor in FLOORS.items() if figures[name] < floor]
    for line in failed:
        print(f"FLOOR {line}", file=sys.stderr)
    return 1 if failed else 0


def _share(pairs: list[tuple[str, str, bool]]) -> float:
    return sum(p[2] for p in pairs) / len(pairs)


def _print_copies() -> None:
    every = tuple(origins.load(origins.INCIDENTS))
    pairs = [p for p in every if p.left.source != p.right.source]
    print(f"copies: of {len(pairs)} pairs of two outlets on one incident")
    for why, count in sorted(Counter(p.why.split(" (")[0] or "apart" for p in pairs).items()):
        print(f"  {why}: {count} ({count / len(pairs):.3f})")
    print("  " + copies.figures(every))


def _print_scale() -> None:
    for name, articles in (
        ("mixed events", alignment_scale.mixed_events()),
        ("one event", alignment_scale.one_event()),
    ):
        measured = [alignment_scale.seconds(articles, size) for size in alignment_scale.SIZES]
        times = ", ".join(f"{count}: {taken:.2f} s" for count, taken in measured)
        print(f"{name}: {times}; n^{alignment_scale.growth(measured):.2f}", flush=True)


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
    "softJW, masked": lambda a, b: likeness(gist(_text_of(a)), gist(_text_of(b))).words,
    "score": lambda a, b: likeness(gist(_text_of(a)), gist(_text_of(b))).score,
}


def _text_of(read: ReadStatement) -> str:
    return read.statement.text


if __name__ == "__main__":
    sys.exit(main())
