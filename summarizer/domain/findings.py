"""How facts and statements relate: Claim, Slot, Finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.text import Evidence


class Relation(StrEnum):
    """What holds between the values of a slot."""

    AGREE = "agree"
    REFINE = "refine"
    UPDATE = "update"
    CONFLICT = "conflict"

    @property
    def is_discrepancy(self) -> bool:
        """Whether the report lists it among the discrepancies."""
        return self in (Relation.UPDATE, Relation.CONFLICT)


class Status(StrEnum):
    """Where a claim stands."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    SINGLE_SOURCE = "single_source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One question about the event: the facts that answer it, in article and text order; `fit` is how sure that they do (0 to 1).

    `told_apart` names the rule by which each of its values is known to exclude the others; "" leaves that to be judged.
    `about` words the question where that is known beforehand; "" leaves it to the words of the facts.
    """

    kind: Kind
    facts: tuple[Fact, ...]
    fit: float
    told_apart: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingValue:
    """One of the values that answer a slot, with everyone who gives it."""

    value: str
    display: str
    low: str | None
    high: str | None
    articles: tuple[str, ...]
    outlets: int
    origins: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """How the facts of one slot relate."""

    id: str
    relation: Relation
    kind: Kind
    about: str
    explanation: str
    reason: str
    importance: float
    confidence: float
    outlets: int
    origins: int
    hints: tuple[str, ...]
    values: tuple[FindingValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two statements are taken to say the same: score 0 to 100 and its parts."""

    statements: tuple[str, str]
    score: float
    words: int
    action: str | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Statements, from one or several articles, that say the same thing."""

    id: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: int
    origins: int
    status: Status
    representative: str
    findings: tuple[str, ...]
    matches: tuple[Match, ...]
