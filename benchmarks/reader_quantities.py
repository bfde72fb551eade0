"""Quality of language/quantities.py on NewsQuant and on the Recognizers-Text cases, kind by kind.

    python -m benchmarks.reader_quantities [--show NewsQuant|Number|Currency|Dimension|Age|Percent] [--limit N]

NewsQuant: values as written (before conversion), each gold value used once; ordinals are left out, because that set has
none. A bound is right when it falls in the class of the gold's `change`. Recognizers-Text: a case is right when its
values are all read and nothing else is; Number runs on the figures of language/numbers.py, which that set describes
(codes and dates are numbers there), the others on read_quantities. What is left out on purpose there: powers and
quotients ("1.1^23", "one over twenty") among the numbers, "percent of 10" among the percents. Exit status 1 under a floor.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypedDict

from summarizer.domain.facts import Bound, Kind, Mention, Quantity
from summarizer.language.numbers import read_figures
from summarizer.language.quantities import read_quantities

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
FLOORS = {
    "value F1": 0.90,
    "bound right": 0.85,
    "Number": 0.80,
    "Currency": 0.85,
    "Dimension": 0.85,
    "Age": 0.95,
    "Percent": 0.80,
}
CASES = {
    "Number": "NumberModel.json",
    "Currency": "CurrencyModel.json",
    "Dimension": "DimensionModel.json",
    "Age": "AgeModel.json",
    "Percent": "PercentModel.json",
}
KINDS = {"Currency": Kind.MONEY, "Dimension": Kind.MEASURE, "Age": Kind.AGE, "Percent": Kind.PERCENT}
CLASSES = {
    "~": {Bound.ABOUT, Bound.VAGUE, Bound.LESS_THAN},
    ">": {Bound.MORE_THAN, Bound.AT_LEAST},
    "<": {Bound.LESS_THAN, Bound.AT_MOST},
}
EXACT = {Bound.EXACT, Bound.BETWEEN, Bound.VAGUE}
TOLERANCE = 0.002


class GoldQuantity(TypedDict):
    """One quantity of NewsQuant."""

    change: str
    value: str
    unit: str


class GoldSentence(TypedDict):
    """One sentence of NewsQuant."""

    text: str
    quantities: list[GoldQuantity]


class GoldResult(TypedDict, total=False):
    """One result of a Recognizers-Text case."""

    Text: str
    Resolution: dict[str, str | None] | None


class GoldCase(TypedDict):
    """One Recognizers-Text case."""

    Input: str
    Results: list[GoldResult]


def main() -> int:
    """Runs the measure; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--show", action="append", default=[], choices=["NewsQuant", *CASES])
    parser.add_argument("--limit", type=int, default=1000, help="lines shown")
    args = parser.parse_args()
    lines: list[str] = []
    figures = measure(args.data, lines, args.show)
    for line in lines[: args.limit]:
        print(line)
    for name, figure in figures.items():
        print(f"{name:16} {figure:.3f}" + (f"  (floor {FLOORS[name]:.2f})" if name in FLOORS else ""))
    failed = [name for name, floor in FLOORS.items() if figures[name] < floor]
    for name in failed:
        print(f"FLOOR {name}: {figures[name]:.3f} < {FLOORS[name]}", file=sys.stderr)
    return 1 if failed else 0


def measure(data: Path = SHARED, lines: list[str] | None = None, show: Sequence[str] = ()) -> dict[str, float]:
    """The figures on NewsQuant and of each kind of case; errors of the sets in `show` are added to `lines`."""
    shown = [] if lines is None else lines
    figures = _news(data / "quantities" / "NewsQuant.json", shown if "NewsQuant" in show else [])
    for name, file in CASES.items():
        figures[name] = _cases(name, data / "recognizers" / file, shown if name in show else [])
    return figures


def _news(path: Path, lines: list[str]) -> dict[str, float]:
    sentences: list[GoldSentence] = json.loads(path.read_text("utf-8"))
    if not sentences:
        raise SystemExit(f"{path} is empty: nothing to measure")
    counts: Counter[str] = Counter()
    started = time.perf_counter()
    read = [read_quantities(s["text"]) for s in sentences]
    spent = time.perf_counter() - started
    for sentence, mentions in zip(sentences, read, strict=True):
        _score(sentence, mentions, counts, lines)
    precision = counts["hit"] / max(counts["said"], 1)
    recall = counts["hit"] / max(counts["wanted"], 1)
    figures = {
        "value precision": precision,
        "value recall": recall,
        "value F1": 2 * precision * recall / max(precision + recall, 1e-9),
        "bound right": counts["bound"] / max(counts["hit"], 1),
        "ms a sentence": 1000 * spent / len(sentences),
    }
    kinds = sorted({key.split()[1] for key in counts if key.startswith(("true ", "false "))})
    for kind in kinds:
        true, false = counts[f"true {kind}"], counts[f"false {kind}"]
        figures[f"  {kind} prec."] = true / max(true + false, 1)
    return figures


def _score(sentence: GoldSentence, mentions: tuple[Mention, ...], counts: Counter[str], lines: list[str]) -> None:
    gold = [(q, bounds) for q in sentence["quantities"] if (bounds := _gold_values(q["value"])) is not None]
    left = list(gold)
    wrong: list[str] = []
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Quantity) or value.ordinal:
            continue
        counts["said"] += 1
        match = next((g for g in left if _meets(value, g[1])), None)
        if match is None:
            counts[f"false {mention.kind}"] += 1
            wrong.append(f"FALSE {mention.span.of(sentence['text'])!r}")
            continue
        left.remove(match)
        counts[f"true {mention.kind}"] += 1
        counts["hit"] += 1
        right = value.bound in CLASSES.get(match[0]["change"], EXACT)
        counts["bound"] += right
        if not right:
            wrong.append(f"BOUND {mention.span.of(sentence['text'])!r} {value.bound} for {match[0]['change']}")
    counts["wanted"] += len(gold)
    wrong += [f"MISSED {q['value']} {q['unit']}" for q, _ in left]
    if wrong:
        lines.append(f"{sentence['text'][:300]}\n      " + "\n      ".join(wrong))


def _gold_values(value: str) -> tuple[float, float] | None:
    ends = re.findall(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?", re.sub(r"(?<=\d)-", " ", value))
    return (float(ends[0]), float(ends[-1])) if ends else None


def _meets(value: Quantity, gold: tuple[float, float]) -> bool:
    if value.number is None:
        low, high = value.low, value.high
        return low is not None and high is not None and float(low) <= gold[1] and gold[0] <= float(high)
    if value.parts:
        return _near(float(value.parts[0]), gold[0])
    figure = _written(value)
    return figure is not None and _near(figure, gold[0])


def _written(value: Quantity) -> float | None:
    match = re.match(r"-?\d+(?:\.\d+)?", value.written)
    return float(match.group()) if match else None


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b), 1e-9)


def _cases(name: str, path: Path, lines: list[str]) -> float:
    cases: list[GoldCase] = json.loads(path.read_text("utf-8-sig"))
    if not cases:
        raise SystemExit(f"{path} is empty: nothing to measure")
    right = 0
    for case in cases:
        wanted = sorted(v for r in case["Results"] if (v := _case_value(r)) is not None)
        found = sorted(_found(name, case["Input"]))
        good = len(wanted) == len(found) and all(_near(a, b) for a, b in zip(wanted, found, strict=True))
        right += good
        if not good:
            lines.append(f"{name}: {case['Input'][:160]!r} wanted {wanted} found {found}")
    return right / len(cases)


def _case_value(result: GoldResult) -> float | None:
    resolution = result.get("Resolution") or {}
    value = (resolution.get("value") or "").rstrip("%")
    try:
        return float(Decimal(value))
    except InvalidOperation:
        return None


def _found(name: str, text: str) -> list[float]:
    if name == "Number":
        # A figure glued to a unit is no number of its own there.
        return [float(f.value) for f in read_figures(text) if not text[f.end : f.end + 1].isalpha()]
    kind = KINDS[name]
    quantities = [m.value for m in read_quantities(text) if m.kind is kind and isinstance(m.value, Quantity)]
    return [
        v for q in quantities if not (name == "Dimension" and q.unit == "C") and (v := _last_written(q)) is not None
    ]


def _last_written(value: Quantity) -> float | None:
    """The figure as written; of a range its upper end, which is the one these cases name."""
    match = re.match(r"(?:-?\d+(?:\.\d+)?-)?(-?\d+(?:\.\d+)?)", value.written)
    if match is None:
        return None
    return float(match[1]) * (1_000_000 if re.search(r" M[A-Z]{3}$", value.written) else 1)


if __name__ == "__main__":
    sys.exit(main())
