"""Who is meant: article ids in, the numbers and outlets that readers know them by out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.domain.findings import Finding, FindingValue
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Article, Evidence


class Sources:
    """The articles of one report, numbered from 1 in the order they came in."""

    def __init__(self, articles: Sequence[ReadArticle]) -> None:
        self._numbers = {a.article.id: n for n, a in enumerate(articles, 1)}
        self._articles = {a.article.id: a.article for a in articles}

    def number(self, article: str) -> int:
        """Which article it is, counted from 1."""
        return self._numbers[article]

    def article(self, id_: str) -> Article:
        """The article of that id."""
        return self._articles[id_]

    def marks(self, articles: Iterable[str]) -> str:
        """The articles as citations: "[1][3]"."""
        return "".join(f"[{n}]" for n in sorted(self._numbers[a] for a in articles))

    def outlets(self, articles: Iterable[str]) -> tuple[str, ...]:
        """Their outlets, each once, in the order of the articles."""
        ordered = sorted(articles, key=lambda a: self._numbers[a])
        return tuple(dict.fromkeys(self._articles[a].source for a in ordered))


def leading(value: FindingValue) -> Evidence | None:
    """The evidence that stands for a value: the first that names who said it, else the first."""
    return next((e for e in value.evidence if e.attributed_to), value.evidence[0] if value.evidence else None)


def voices(value: FindingValue, sources: Sources) -> tuple[tuple[str, str, str], ...]:
    """Each article that gives the value: its outlet, its citation, and how it gives it ("citing Ann Price, expected")."""
    rows = []
    for article in sorted(value.articles, key=sources.number):
        evidence = next((e for e in value.evidence if e.article == article), None)
        said = f"citing {evidence.attributed_to}, " if evidence and evidence.attributed_to else ""
        rows.append(
            (
                sources.article(article).source,
                sources.marks((article,)),
                said + (evidence.certainty.value if evidence else "stated"),
            )
        )
    return tuple(rows)


def witnesses(outlets: int, origins: int) -> str:
    """How many say so.

    >>> witnesses(3, 2), witnesses(1, 1)
    ('3 outlets, 2 origins', '1 outlet, 1 origin')
    """
    return f"{outlets} outlet{'' if outlets == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


def hint_words(hints: Sequence[str]) -> str:
    """The hints in words.

    >>> hint_words(["digits_swapped", "spelling"])
    'digits swapped, spelling'
    """
    return ", ".join(h.replace("_", " ") for h in hints)


def by_id(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The findings under their ids."""
    return {f.id: f for f in findings}
