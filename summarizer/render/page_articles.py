"""Articles for reading side by side: a Report in; their texts, cut and marked, with statements linked to their partners, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.domain.findings import Finding
from summarizer.domain.report import ReadArticle, Report
from summarizer.domain.text import Field
from summarizer.render.page_places import Places
from summarizer.render.page_text import Line, Mark, Marks, Partner, lines
from summarizer.render.page_words import SIGNS, day


@dataclass(frozen=True, slots=True)
class Shown:
    """An article as it is shown; `copy_of` names what it repeats, and then it is folded."""

    number: int
    outlet: str
    published: str
    url: str
    title: tuple[Line, ...]
    text: tuple[Line, ...]
    language: str
    copy_of: str = ""


def side_by_side(report: Report, places: Places) -> tuple[Shown, ...]:
    """Every article in the order they came in, near copies folded under the name of what they repeat."""
    marks = marked(report.findings())
    for sentence in report.summary.sentences:
        marks[sentence.article, sentence.field].append(Mark(sentence.span, "chosen"))
    copies = {
        article: f"of one origin with [{places.sources.number(o.first)}] {places.sources.article(o.first).source}: {o.why}"
        for o in report.origins
        for article in o.articles
        if article != o.first
    }
    return tuple(_shown(a, marks, places, copies.get(a.article.id, "")) for a in report.articles)


def marked(findings: Sequence[Finding]) -> defaultdict[tuple[str, Field], list[Mark]]:
    """What is to be marked in each field of each article."""
    found: defaultdict[tuple[str, Field], list[Mark]] = defaultdict(list)
    for finding in findings:
        word = finding.relation.value
        for number, evidence in enumerate((e for v in finding.values for e in v.evidence), 1):
            title = f"{SIGNS[finding.relation]} {word}: {finding.about}"
            mark = Mark(evidence.span, word, title, f"{finding.id}-{number}")
            found[evidence.article, evidence.field].append(mark)
    return found


def _shown(read: ReadArticle, marks: Marks, places: Places, copy_of: str) -> Shown:
    article = read.article
    return Shown(
        number=places.sources.number(article.id),
        outlet=article.source,
        published=day(article.published_at.isoformat()) if article.published_at else "",
        url=article.url or "",
        title=tuple(_lines(read, "title", marks, places)) if article.title.strip() else (),
        text=tuple(_lines(read, "text", marks, places)) if places.with_text else (),
        language=article.language or "",
        copy_of=copy_of,
    )


def _lines(read: ReadArticle, field: Field, marks: Marks, places: Places) -> Iterator[Line]:
    statements = [
        (s.statement.span, _line(s.statement.id, places)) for s in read.statements if s.statement.field == field
    ]
    yield from lines(read.article.field(field), statements, marks.get((read.article.id, field), ()))


def _line(statement: str, places: Places) -> Line:
    claim = places.claim(statement)
    own = places.statement_of(statement).article
    partners = []
    for article in claim.articles if claim else ():
        other = places.saying(statement, article) if article != own else None
        if other:
            number, source = places.sources.number(article), places.sources.article(article).source
            partners.append(Partner(places.statement(other), number, source))
    return Line(
        pieces=(),
        anchor=places.statement(statement),
        claim=claim.id if claim else "",
        partners=tuple(sorted(partners, key=lambda p: p.number)),
        alone=claim is not None and len(claim.articles) == 1,
    )
