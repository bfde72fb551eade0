"""Measures the tagger and the lemma rules of language/tagging.py on the treebank's dev part, by genre and case.

    python -m benchmarks.reader_words

Lemmas count for all but proper nouns. Exit status 1 under a floor.
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from benchmarks.treebank import sentences
from summarizer.language.tagging import lemma_of, tag_words

FLOORS = {"tags": 0.95, "lemmas": 0.97, "tags news": 0.96}
CASES = (("title case", str.title), ("lower case", str.lower), ("capitals", str.upper))


def main() -> int:
    """Prints the figures; returns the exit status."""
    figures = measure()
    for name, figure in figures.items():
        print(f"{name:20} {figure:.4f}" + (f"  (floor {FLOORS[name]})" if name in FLOORS else ""))
    failed = [name for name, floor in FLOORS.items() if figures[name] < floor]
    for name in failed:
        print(f"FLOOR {name}: {figures[name]:.4f} < {FLOORS[name]}", file=sys.stderr)
    return 1 if failed else 0


def measure() -> dict[str, float]:
    """Shares of right tags and lemmas, and words tagged a second."""
    dev = list(sentences("dev"))
    assert dev, "no sentence: is the treebank there?"
    tag_words(["Warm", "up"])
    start = time.process_time()
    found = [tag_words(s.words) for s in dev]
    spent = time.process_time() - start
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for sentence, tags in zip(dev, found, strict=True):
        for word, gold, lemma, guess in zip(sentence.words, sentence.tags, sentence.lemmas, tags, strict=True):
            keys = ["tags", f"tags {sentence.genre or '-'}"]
            right.update(keys if gold == guess else ())
            total.update(keys)
            if gold != "PROPN":
                total["lemmas"] += 1
                right["lemmas"] += lemma_of(word, guess) == lemma.lower().replace("’", "'")
        for name, change in CASES:
            changed = tag_words([change(w) if w[0].isalpha() else w for w in sentence.words])
            right[name] += sum(a == b for a, b in zip(changed, sentence.tags, strict=True))
            total[name] += len(tags)
    words = sum(len(s.words) for s in dev)
    return {name: right[name] / total[name] for name in total} | {"words a second": words / spent}


if __name__ == "__main__":
    sys.exit(main())
