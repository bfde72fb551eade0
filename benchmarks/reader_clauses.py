"""Measures language/clauses.py on the treebank: which noun a number counts and which verb it belongs to.

    python -m benchmarks.reader_clauses [--split dev] [--tags gold] [--errors 20]

A case is a number that modifies a noun. Its gold verb is the first word above the noun that is a verb or the predicate of a
copula; None where there is none. Words are cut and tagged by language/tagging.py (or tagged as the treebank has it).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from summarizer.domain.text import Token
from summarizer.language.clauses import governor
from summarizer.language.tagging import tag

FLOORS = {"noun": 0.88, "verb": 0.83}
TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "treebank.jsonl.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A number in a tagged sentence, and what the treebank says it belongs to, as indices of tokens."""

    tokens: tuple[Token, ...]
    first: int
    last: int
    noun: int
    verb: int | None


def main() -> int:
    """Prints the shares of nouns and verbs that were right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=("train", "dev"))
    parser.add_argument("--tags", default="own", choices=("own", "gold"))
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    for name, figure in measure(args.split, gold_tags=args.tags == "gold", errors=args.errors).items():
        print(f"{name:16} {figure:.3f}")
    return 0


def measure(split: str = "dev", *, gold_tags: bool = False, errors: int = 0) -> dict[str, float]:
    """Shares of nouns and verbs that were right, and recall and precision of the verbs."""
    right: Counter[str] = Counter()
    total = 0
    for case in cases(split, gold_tags=gold_tags):
        found = governor(case.tokens, case.first, case.last)
        total += 1
        right["noun"] += found.head == case.noun
        right["verb"] += found.action == case.verb
        right["verb, where the treebank has one"] += case.verb is not None and found.action == case.verb
        right["cases with a verb"] += case.verb is not None
        right["verbs read"] += found.action is not None
        if errors and (found.head != case.noun or found.action != case.verb):
            errors -= 1
            print(_shown(case, found.head, found.action))
    assert total, "no case: is the treebank there?"
    verbs = right["verb, where the treebank has one"]
    return {
        "noun": right["noun"] / total,
        "verb": right["verb"] / total,
        "verb recall": verbs / right["cases with a verb"],
        "verb precision": verbs / max(1, right["verbs read"]),
    }


def _shown(case: Case, head: int | None, action: int | None) -> str:
    def word(index: int | None) -> str:
        return "-" if index is None else case.tokens[index].text

    text = " ".join(
        f"[{t.text}]" if case.first <= i <= case.last else f"{t.text}/{t.tag}" for i, t in enumerate(case.tokens)
    )
    marks = ("noun " if head != case.noun else "") + ("verb" if action != case.verb else "")
    return f"{marks}: {word(head)}/{word(case.noun)} {word(action)}/{word(case.verb)}: {text}"


def cases(split: str, *, gold_tags: bool) -> Iterator[Case]:
    """Every number that modifies a noun."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as stream:
        for line in stream:
            row = json.loads(line)
            if row["split"] == split and "NUM" in row["upos"]:
                yield from _cases_in(row, gold_tags=gold_tags)


def _cases_in(row: dict[str, list[str]], *, gold_tags: bool) -> Iterator[Case]:
    text = ""
    starts: list[int] = []
    for word, space in zip(row["words"], row["spaces"], strict=True):
        starts.append(len(text))
        text += word + (" " if space else "")
    tokens = tag(text.rstrip())
    at = [next((i for i, t in enumerate(tokens) if t.start <= start < t.end), len(tokens) - 1) for start in starts]
    if gold_tags:
        known = dict(zip(starts, row["upos"], strict=True))
        tokens = tuple(t._replace(tag=known.get(t.start, t.tag)) for t in tokens)
    heads = [int(h) for h in row["head"]]
    for number, (upos, relation, head) in enumerate(zip(row["upos"], row["dep"], heads, strict=True)):
        if upos == "NUM" and relation == "nummod" and row["upos"][head] == "NOUN":
            inside = [number, *(i for i, h in enumerate(heads) if h == number and row["upos"][i] in ("NUM", "SYM"))]
            verb = _verb_above(row, heads, head)
            if at[head] in (at[i] for i in inside):
                continue  # "35mm": the unit is part of the value
            yield Case(
                tokens=tokens,
                first=at[min(inside)],
                last=at[max(inside)],
                noun=at[head],
                verb=None if verb is None else at[verb],
            )


def _verb_above(row: dict[str, list[str]], heads: list[int], start: int) -> int | None:
    node = start
    while heads[node] != node:
        node = heads[node]
        copular = any(h == node and r == "cop" for h, r in zip(heads, row["dep"], strict=True))
        if row["upos"][node] == "VERB" or (copular and row["upos"][node] == "ADJ"):
            return node
    return None


if __name__ == "__main__":
    raise SystemExit(main())
