"""Whom a statement introduces and of whom it speaks as known: read articles in, surnames out."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.domain.facts import Name
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.people import person_key, resolve_people


def strangers_in(articles: Iterable[ReadArticle]) -> dict[str, frozenset[str]]:
    """For each statement the surnames in it of people whom another names in full, and it does not."""
    read = [s for a in articles for s in a.statements]
    full = resolve_people([n for s in read for n in _names(s)])
    return {
        s.statement.id: frozenset(_surname(n) for n in _names(s) if _is_bare(n) and not _is_bare(full[n]))
        - introduced_in(s)
        for s in read
    }


def introduced_in(read: ReadStatement) -> frozenset[str]:
    """The surnames of people whom it names in full, or with a title or role."""
    return frozenset(_surname(n) for n in _names(read) if not _is_bare(n))


def _names(read: ReadStatement) -> list[Name]:
    return [f.value for f in read.facts if isinstance(f.value, Name) and f.value.words]


def _is_bare(name: Name) -> bool:
    """Whether it is a surname without given name, title or role."""
    return len(person_key(name)) == 1 and not name.title and not name.role


def _surname(name: Name) -> str:
    return person_key(name)[-1]
