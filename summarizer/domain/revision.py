"""What a diff returns: two versions of an article, statement by statement, and the changes of fact between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.findings import Finding
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Statement


class RowKind(StrEnum):
    """What happened to a statement."""

    EQUAL = "equal"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


class WordKind(StrEnum):
    """What happened to a run of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words, white space and marks: equal and insert runs joined are the after text, equal and delete the before text."""

    kind: WordKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One statement of either version, or a pair of them; `score` is their likeness, 0 to 100."""

    kind: RowKind
    before: Statement | None
    after: Statement | None
    score: float
    words: tuple[WordRun, ...]

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("a row shows a statement of at least one version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Two versions compared: `rows` in reading order of `after`, removed ones where they stood; `changes` of fact, most important first."""

    before: ReadArticle
    after: ReadArticle
    changes: tuple[Finding, ...]
    rows: tuple[Row, ...]

    def count(self, kind: RowKind) -> int:
        """How many rows are of one kind."""
        return sum(row.kind is kind for row in self.rows)
