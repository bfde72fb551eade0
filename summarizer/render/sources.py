"""Who is meant: article ids in, the numbers and outlets that readers know them by out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Article, Certainty, Evidence

# That five outlets name one country says little; such agreements are put together where people read.
NAMING = (Kind.NAME, Kind.PLACE)
SAME_PHRASE = "same_phrase"
NAMES_AGREED, WORDS_AGREED = "names and places", "in the same words"


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


def backings(value: FindingValue, sources: Sources) -> tuple[tuple[str, str], ...]:
    """The wordings in which a value is given: who gives it so ("Reuters [1], AP [2] (citing Ann Price)"), and the words.

    Each article counts with the first place where it gives the value. The words are left out where the value shown is the
    same, and "stated" is what everything is that is not said to be something else.
    """
    givers: dict[tuple[str, str], list[str]] = {}
    for article in sorted(value.articles, key=sources.number):
        evidence = next((e for e in value.evidence if e.article == article), None)
        key = (_manner(evidence), evidence.quote if evidence else "")
        givers.setdefault(key, []).append(f"{sources.article(article).source} {sources.marks((article,))}")
    shown = bare(value.display)
    return tuple(
        (", ".join(names) + _noted(manner, len(names)), "" if bare(quote) in shown else quote)
        for (manner, quote), names in givers.items()
    )


def _manner(evidence: Evidence | None) -> str:
    """On whose word and how surely, where that says anything."""
    if evidence is None:
        return ""
    cited = [f"citing {evidence.attributed_to}"] if evidence.attributed_to else []
    sure = [evidence.certainty.value] if evidence.certainty is not Certainty.STATED else []
    return ", ".join(cited + sure)


def _noted(manner: str, outlets: int) -> str:
    """In parentheses, and so that it is not taken for the last outlet's alone."""
    shared = {1: "", 2: "both "}.get(outlets, "all ")
    return f" ({shared}{manner})" if manner else ""


def bare(words: str) -> str:
    """The words without the comma that a quotation ends with before its speaker.

    >>> bare("We are ready,")
    'We are ready'
    """
    return words.rstrip(" ,;")


def in_time(finding: Finding, sources: Sources) -> tuple[FindingValue, ...]:
    """The values in the order they came out, where one took the other's place; else as they stand."""
    if finding.relation is not Relation.UPDATE:
        return finding.values
    dated = [(min(_moments(v, sources), default=""), n, v) for n, v in enumerate(finding.values)]
    return tuple(v for _, _, v in sorted(dated, key=lambda row: row[:2]))


def _moments(value: FindingValue, sources: Sources) -> tuple[str, ...]:
    published = (sources.article(a).published_at for a in value.articles)
    return tuple(p.astimezone(UTC).isoformat() for p in published if p is not None)


def is_brief(finding: Finding) -> bool:
    """Whether an agreement is told by its value alone, so that many stand on one line."""
    return finding.kind in NAMING or finding.reason == SAME_PHRASE


def told_in_brief(findings: Iterable[Finding]) -> tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]:
    """The brief agreements under their headings: each value once, with all the articles that give it, in the order of the findings."""
    found: dict[str, dict[str, dict[str, None]]] = {NAMES_AGREED: {}, WORDS_AGREED: {}}
    for finding in filter(is_brief, findings):
        group = found[WORDS_AGREED if finding.reason == SAME_PHRASE else NAMES_AGREED]
        home = group.setdefault(finding.values[0].display, {})
        home |= dict.fromkeys(a for v in finding.values for a in v.articles)
    return tuple(
        (heading, tuple((value, tuple(articles)) for value, articles in group.items()))
        for heading, group in found.items()
        if group
    )


def topic(finding: Finding) -> str:
    """What a finding is about, where its values follow: of a quotation they are its words."""
    return "words quoted" if finding.kind is Kind.QUOTE else finding.about


def joiner(finding: Finding) -> str:
    """What stands between two values on one line."""
    return "; later " if finding.relation is Relation.UPDATE else "; "


def dated(article: Article) -> str:
    """When it came out, as an editor writes it.

    >>> from datetime import datetime
    >>> dated(Article(id="a1", source="ANP", text="It rains.", published_at=datetime(2024, 3, 5, 10, tzinfo=UTC)))
    '2024-03-05 10:00 UTC'
    """
    moment = article.published_at
    if moment is None:
        return ""
    zone = moment.isoformat(timespec="minutes")[16:]
    return f"{moment:%Y-%m-%d %H:%M} {'UTC' if zone == '+00:00' else zone}"


def witnesses(outlets: int, origins: int) -> str:
    """How many say so.

    >>> witnesses(3, 2), witnesses(1, 1)
    ('3 outlets, 2 origins', '1 outlet, 1 origin')
    """
    return f"{outlets} outlet{'' if outlets == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


HINTS = {
    "digits_swapped": "two digits may be swapped",
    "factor_of_ten": "a zero or a decimal point may be off",
    "day_month_swapped": "day and month may be swapped",
    "unit_mixed_up": "a unit may be mixed up",
    "falling_count": "a count that cannot fall has fallen",
    "spelling": "one name may be spelled in two ways",
    "same_article": "one article says both",
}


def hint_words(hints: Sequence[str]) -> str:
    """The hints in words.

    >>> hint_words(["digits_swapped", "same_article"])
    'two digits may be swapped; one article says both'
    """
    return "; ".join(HINTS.get(h, h.replace("_", " ")) for h in hints)


def by_id(findings: Iterable[Finding]) -> dict[str, Finding]:
    """The findings under their ids."""
    return {f.id: f for f in findings}
