"""Measures the date reader: detection by overlap and exact TIMEX3 values on TimeBank, days on the Recognizers cases.

    python -m benchmarks.reader_dates [--show missed|false|wrong]

TimeBank: expressions of type DATE and TIME of 183 news documents, each sentence read against its document's date.
Recognizers: utterances with one date, counted right where the reader's stretch starts on the recorded day; a second look only.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from summarizer.domain.facts import Mention, Moment
from summarizer.domain.text import Span
from summarizer.language.dates import account_periods, read_moments
from summarizer.language.sentences import sentence_spans

FLOORS = {"detection F1": 0.92, "value": 0.88, "value where placed": 0.88}
FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class _Gold:
    span: Span
    value: str
    counts: (
        bool  # DATE and TIME count; what overlaps a DURATION or SET is neither asked for nor held against the reader
    )


def main() -> None:
    """Runs the measure and prints its figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", choices=["missed", "false", "wrong", "spec"], action="append", default=[])
    args = parser.parse_args()
    tally = _timebank(args.show)
    _print(tally)
    for name, counts in _recognizers(args.show).items():
        print(f"{name}: right {counts['right']} of {counts['cases']}")


def measure(show: list[str] | None = None) -> dict[str, float]:
    """Detection and values on TimeBank."""
    tally = _timebank(show or [])
    precision = tally["found"] / (tally["found"] + tally["false"])
    recall = tally["found"] / tally["wanted"]
    return {
        "detection F1": 2 * precision * recall / (precision + recall),
        "value": tally["right"] / tally["found"],
        "value where placed": tally["right"] / (tally["found"] - tally["unplaced"]),
    }


def _timebank(show: list[str]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for line in (FOLDER / "dates.jsonl").read_text("utf-8").splitlines():
        document = json.loads(line)
        gold = [
            _Gold(Span(t["start"], t["end"]), t["value"], t["type"] in ("DATE", "TIME"))
            for t in document["timex"]
            if t.get("start") is not None and t["end"] > t["start"]
        ]
        anchor = datetime.fromisoformat(document["dct"][:10])
        _compare(document["text"], anchor, gold, tally, show)
    assert tally["wanted"], "no document: is the data there?"
    return tally


def _compare(text: str, anchor: datetime, gold: list[_Gold], tally: Counter[str], show: list[str]) -> None:
    read = list(_read(text, anchor))
    taken: set[int] = set()
    for wanted in gold:
        index = next((i for i, (span, _) in enumerate(read) if i not in taken and span.overlaps(wanted.span)), None)
        if index is not None:
            taken.add(index)
        if not wanted.counts:
            continue
        tally["wanted"] += 1
        if index is None:
            _say(show, "missed", text, wanted.span, wanted.value)
            continue
        tally["found"] += 1
        value = read[index][1].value
        said = value.value if isinstance(value, Moment) else None
        pointer = wanted.value.endswith("_REF")
        tally["pointers"] += pointer
        tally["unplaced"] += said is None
        tally["right"] += said == wanted.value
        tally["right pointers"] += pointer and said == wanted.value
        if said != wanted.value:
            _say(show, "wrong", text, wanted.span, f"{wanted.value} read as {said}")
    for index, (span, _mention) in enumerate(read):
        if index not in taken:
            tally["false"] += 1
            _say(show, "false", text, span, "")


def _read(text: str, anchor: datetime) -> Iterator[tuple[Span, Mention]]:
    sentences = sentence_spans(text)
    periods = account_periods([sentence.of(text) for sentence in sentences], anchor)
    for sentence, period in zip(sentences, periods, strict=True):
        for mention in read_moments(sentence.of(text), anchor, period):
            yield mention.span.shifted(sentence.start), mention


def _say(show: list[str], what: str, text: str, span: Span, more: str) -> None:
    if what in show:
        print(
            f"{what.upper():6} {text[max(0, span.start - 50) : span.start]!r} [{span.of(text)}] {text[span.end : span.end + 30]!r} {more}"
        )


def _print(tally: Counter[str]) -> None:
    precision = tally["found"] / (tally["found"] + tally["false"])
    recall = tally["found"] / tally["wanted"]
    dates, right = tally["found"] - tally["pointers"], tally["right"] - tally["right pointers"]
    print(
        f"TimeBank: {tally['wanted']} wanted, precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}; "
        f"values {tally['right'] / tally['found']:.3f} of {tally['found']}; without references {right / dates:.3f} of {dates}; "
        f"of those placed {tally['right'] / (tally['found'] - tally['unplaced']):.3f} of {tally['found'] - tally['unplaced']}"
    )


def _recognizers(show: list[str]) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for case in json.loads((FOLDER / "recognizers" / "DateTimeModel.json").read_text("utf-8-sig")):
        results = case["Results"]
        if len(results) != 1 or results[0]["TypeName"].split(".")[1] not in ("date", "datetime", "daterange"):
            continue
        name = results[0]["TypeName"]
        days = {v.get("value", v.get("start", ""))[:10] for v in results[0].get("Resolution", {}).get("values", ())}
        reference = datetime.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:10])
        starts = {
            m.value.low.date().isoformat()
            for m in read_moments(case["Input"], reference)
            if isinstance(m.value, Moment) and m.value.low
        }
        tally = counts.setdefault(f"Recognizers {name}", Counter())
        tally["cases"] += 1
        tally["right"] += bool(starts & days)
        if not starts & days and "spec" in show:
            print(f"SPEC {case['Input']!r} {sorted(days)} read as {sorted(starts)}")
    return counts


if __name__ == "__main__":
    main()
