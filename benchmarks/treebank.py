"""The treebank's sentences, with their words as language/tagging.py cuts them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from summarizer.language.tagging import token_spans

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "treebank.jsonl.gz"


class Row(TypedDict):
    """A line of the treebank; `head` counts from 0, the root points at itself."""

    split: str
    genre: str
    words: list[str]
    spaces: list[int]
    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    head: list[int]
    dep: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words as the tokenizer cuts them, with gold tags and lemmas."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    fine: tuple[str, ...]  # Penn tags
    genre: str


def rows() -> Iterator[Row]:
    """The treebank's lines."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def sentences(split: str) -> Iterator[Sentence]:
    """The sentences of one split, words that the tokenizer keeps whole joined."""
    for row in rows():
        if row["split"] == split:
            yield joined(row)


def joined(row: Row) -> Sentence:
    """Gold words glued by a hyphen become one word where the tokenizer would not cut there."""
    text = ""
    ends: list[int] = []
    for word, space in zip(row["words"], row["spaces"], strict=True):
        text += word
        ends.append(len(text))
        text += " " if space else ""
    cuts = {end for _, end in token_spans(text)}
    words: list[str] = []
    tags: list[str] = []
    lemmas: list[str] = []
    fine: list[str] = []
    group: list[int] = []
    for at, end in enumerate(ends):
        group.append(at)
        glued = len(group) > 1 or (at + 1 < len(ends) and row["words"][at + 1] == "-" and not row["spaces"][at])
        if glued and end not in cuts and at + 1 < len(ends) and not row["spaces"][at]:
            continue
        words.append("".join(row["words"][i] for i in group))
        tags.append(_joined_tag(row, group))
        lemmas.append("".join(row["lemma"][i] for i in group))
        fine.append(row["xpos"][group[-1]])
        group = []
    return Sentence(words=tuple(words), tags=tuple(tags), lemmas=tuple(lemmas), fine=tuple(fine), genre=row["genre"])


def _joined_tag(row: Row, group: Sequence[int]) -> str:
    if len(group) == 1:
        return row["upos"][group[0]]
    inside = set(group)
    top = next((i for i in group if row["head"][i] not in inside or row["head"][i] == i), group[-1])
    found = row["upos"][group[-1]]
    if found == "PROPN" or row["upos"][top] == "PROPN":
        return "PROPN"
    return "ADJ" if row["dep"][top] in ("amod", "compound", "nummod") else row["upos"][top]
