"""The gold measure as one command: precision, recall and agreement kind by kind, gains and losses by case, floors.

    python -m benchmarks.quality [--gold FOLDER] [--part desk|real|fresh|blind|read|held] [--show misses|false|unseen|joined] [--accept]

Parts: desk and real, the open gold; fresh and blind, authored bundles written after the rules; read and held, articles of the public
reference sets with what one reader found (benchmarks/readings.py). The misses of blind and held are never shown and
nothing is fitted on them: their figures tell what to expect of articles that nobody has looked at. real, read and held need the reference data.

Exit status 1 when a figure is under its floor (benchmarks/floors.json) or a corpus is empty or another one than the
floors speak of. --accept writes the cases found and the corpus digests of this run; floors are raised by hand.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from benchmarks.gold import Bundle, Outcome, corpus_digest, judge, load
from benchmarks.readings import HELD, load_readings
from summarizer.pipeline import merge

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
CASES = HERE / "cases.json"
DESK = HERE.parent / "tests" / "gold"
FRESH = HERE.parent / "tests" / "gold_fresh"
SHARED = HERE.parent.parent / "shared" / "gold"
BLIND = HERE.parent / "tests" / "gold_blind"
PARTS = ("desk", "real", "fresh", "blind", "read", "held")
UNREAD = frozenset({"blind", "held"})


def main() -> int:
    """Runs the measure; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=SHARED, help="folder of the gold set (bundles/, annotations/)")
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--show", choices=["misses", "false", "unseen", "joined"], action="append", default=[])
    parser.add_argument("--only", help="bundle ids that start so")
    parser.add_argument("--accept", action="store_true")
    args = parser.parse_args()
    failures: list[str] = []
    for part in (args.part,) if args.part else PARTS:
        bundles = bundles_of(part, args.gold)
        if args.only:
            bundles = tuple(b for b in bundles if b.id.startswith(args.only))
        if not bundles and part in ("real", "read", "held"):
            print(f"{part}: no reference data; left out")
            continue
        outcome = judge(bundles, {b.id: merge(b.articles) for b in bundles})
        _print(part, outcome, [] if part in UNREAD else args.show)
        if not args.only:
            failures += _check(part, bundles, outcome)
            if args.accept:
                _accept(part, bundles, outcome)
    for failure in failures:
        print(f"FLOOR {failure}", file=sys.stderr)
    return 1 if failures else 0


def bundles_of(part: str, gold: Path = SHARED) -> tuple[Bundle, ...]:
    """The bundles of one part, by id; empty where the reference data that it needs is not there."""
    match part:
        case "desk":
            return load(DESK, "desk")
        case "fresh":
            return load(FRESH, "desk")
        case "blind":
            return load(BLIND, "desk")
        case "real":
            return load(gold, "real")
        case _:
            return tuple(b for b in load_readings() if (b.id in HELD) == (part == "held"))


def _print(part: str, outcome: Outcome, show: list[str]) -> None:
    prefixes = {"misses": "MISSED", "false": "FALSE", "unseen": "UNSEEN", "joined": "JOINED"}
    for line in outcome.lines:
        if any(line.startswith(prefixes[s]) for s in show):
            print(line)
    n = outcome.counts
    kinds = sorted(
        {
            k.split(" ", 1)[1]
            for k in n
            if k.startswith(("wanted ", "false ")) and k not in ("false alarms", "false agreements")
        }
    )
    for kind in kinds:
        print(
            f"  {part} {kind:12} found {n['found ' + kind]:3} of {n['wanted ' + kind]:3}, false alarms {n['false ' + kind]:3}"
        )
    print(f"{part}: " + " · ".join(f"{k} {v:.3f}" for k, v in outcome.figures().items()))
    print(f"{part}: right {n['right']} false {n['false alarms']} found {n['found']} of {n['wanted']}")


def _check(part: str, bundles: tuple[Bundle, ...], outcome: Outcome) -> list[str]:
    floors = json.loads(FLOORS.read_text("utf-8")).get(part, {}) if FLOORS.exists() else {}
    before = json.loads(CASES.read_text("utf-8")).get(part, {}) if CASES.exists() else {}
    failures = []
    if not bundles:
        failures.append(f"{part}: the corpus is empty")
    if before and before["digest"] != corpus_digest(bundles):
        failures.append(f"{part}: the corpus is another one than the floors were set on ({before['digest']})")
    was = set(before.get("found", ()))
    now = {case for case, hit in outcome.found.items() if hit}
    for name, cases in (("gained", now - was), ("lost", was - now)):
        print(f"{part}: {name} {len(cases)}: {', '.join(sorted(cases)) or '-'}")
    figures = outcome.figures()
    failures += [
        f"{part}: {name} {figures[name]:.3f} < {floor}"
        for name, floor in floors.items()
        if not name.startswith("most_") and figures[name] < floor
    ]
    failures += [
        f"{part}: {name[5:]} {figures[name[5:]]:.0f} > {most}"
        for name, most in floors.items()
        if name.startswith("most_") and figures[name[5:]] > most
    ]
    return failures


def _accept(part: str, bundles: tuple[Bundle, ...], outcome: Outcome) -> None:
    cases = json.loads(CASES.read_text("utf-8")) if CASES.exists() else {}
    cases[part] = {"digest": corpus_digest(bundles), "found": sorted(c for c, hit in outcome.found.items() if hit)}
    CASES.write_text(json.dumps(cases, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
