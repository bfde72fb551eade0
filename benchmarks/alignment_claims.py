"""What the claims of a topic hold: the annotated statements of ECB+ in, precision and recall of the pairs in one claim out.

A topic holds two look-alike events. Of two statements of two articles in one claim it is counted whether they share an action
instance and a participant, and whether they are of two events.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from benchmarks.alignment_pairs import Document, documents, read_alone
from summarizer.matching.claims import group_claims, said


def measure() -> Counter[str]:
    """Counts of pairs over all topics."""
    counts: Counter[str] = Counter()
    topics: defaultdict[int, list[tuple[Document, int]]] = defaultdict(list)
    for document in documents():
        topics[document.topic] += ((document, s) for s in document.annotated)
    for members in topics.values():
        counts["there"] += sum(_is_right(a, b) for a, b in combinations(members, 2))
        for claim, _ in group_claims([said(read_alone(d.sentences[s])) for d, s in members]):
            for a, b in combinations([members[i] for i in claim], 2):
                counts["pairs"] += a[0] is not b[0]
                counts["right"] += _is_right(a, b)
                counts["mixed"] += a[0].event != b[0].event
    return counts


def figures(counts: Counter[str]) -> str:
    """Precision, recall and the share of pairs of two events."""
    told, right = max(1, counts["pairs"]), counts["right"]
    return (
        f"precision {right / told:.3f} recall {right / max(1, counts['there']):.3f} of {counts['there']}, "
        f"{counts['mixed'] / told:.3f} of two events"
    )


def main() -> None:
    """Prints the figures."""
    print("pairs in one claim:", figures(measure()))


def _is_right(a: tuple[Document, int], b: tuple[Document, int]) -> bool:
    return a[0] is not b[0] and a[0].is_one_fact(a[1], b[0], b[1])


if __name__ == "__main__":
    main()
