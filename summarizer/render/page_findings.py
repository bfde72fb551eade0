"""Findings and summary as cards: a Report in; what each card and each summary sentence shows, and where it leads, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import accumulate

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.report import Report, SummarySentence
from summarizer.domain.text import Evidence
from summarizer.render.page_places import Places
from summarizer.render.page_words import SIGNS, day, hint_sentences, meaning, question
from summarizer.render.sources import bare, by_id, in_time, witnesses


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article and the anchor where they stand; no anchor where the text is not shown."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Voice:
    """An article that gives a value, who says so in it, how sure, and as of when."""

    outlet: str
    number: int
    speaker: str
    certainty: str
    as_of: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values of a finding."""

    display: str
    witnesses: str
    outlets: tuple[str, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a value that moved on: the day it holds for, the article's words, who gave them and when they published."""

    iso: str
    day: str
    quote: Quote
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as it is shown."""

    finding: Finding
    sign: str
    meaning: str
    heading: str
    witnesses: str
    hints: tuple[str, ...]
    sides: tuple[Side, ...]
    timeline: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """An article that a sentence of the summary rests on: where it says so, and the words."""

    outlet: str
    number: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence of the summary with its citations and the contested values in it; those shown before are only named again."""

    text: str
    witnesses: str
    citations: tuple[Citation, ...]
    contested: tuple[Card, ...]
    again: tuple[Card, ...]


def cards(findings: Sequence[Finding], places: Places) -> tuple[Card, ...]:
    """Each finding as a card, in the order given."""
    return tuple(_card(f, places) for f in findings)


def cited(report: Report, places: Places) -> tuple[Cited, ...]:
    """The summary, sentence by sentence."""
    contested = by_id(report.discrepancies)
    shown: set[str] = set()
    found = []
    for sentence in report.summary.sentences:
        touching = [contested[f] for f in sentence.findings if f in contested]
        found.append(
            Cited(
                text=sentence.text,
                witnesses=witnesses(sentence.outlets, sentence.origins),
                citations=tuple(_citations(sentence, places)),
                contested=cards([f for f in touching if f.id not in shown], places),
                again=cards([f for f in touching if f.id in shown], places),
            )
        )
        shown.update(f.id for f in touching)
    return tuple(found)


def _card(finding: Finding, places: Places) -> Card:
    moved = finding.relation is Relation.UPDATE
    return Card(
        finding=finding,
        sign=SIGNS[finding.relation],
        meaning=meaning(finding),
        heading=question(finding.about),
        witnesses=witnesses(finding.outlets, finding.origins),
        hints=hint_sentences(finding.hints),
        sides=_sides(finding, places),
        timeline=_timeline(finding, places) if moved else (),
    )


def _sides(finding: Finding, places: Places) -> tuple[Side, ...]:
    """The values as they are shown, in time where one took the other's place; evidence is counted in the order of the report."""
    before = dict(zip(finding.values, accumulate((len(v.evidence) for v in finding.values), initial=0), strict=False))
    return tuple(_side(finding, before[v], v, places) for v in in_time(finding, places.sources))


def _side(finding: Finding, before: int, value: FindingValue, places: Places) -> Side:
    found: defaultdict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    for number, evidence in enumerate(value.evidence, before + 1):
        found[evidence.article].append((number, evidence))
    voices = tuple(_voice(finding.id, a, found[a], places) for a in sorted(value.articles, key=places.sources.number))
    outlets = places.sources.outlets(value.articles)
    display = f"“{bare(value.display)}”" if finding.kind is Kind.QUOTE else bare(value.display)
    return Side(display, witnesses(value.outlets, value.origins), outlets, voices)


def _voice(finding: str, article: str, found: Sequence[tuple[int, Evidence]], places: Places) -> Voice:
    speaker = next((e.attributed_to for _, e in found if e.attributed_to), "")
    leading = next((e for _, e in found if e.attributed_to == speaker), found[0][1] if found else None)
    return Voice(
        outlet=places.sources.article(article).source,
        number=places.sources.number(article),
        speaker=speaker or "",
        certainty=leading.certainty.value if leading else "stated",
        as_of=day(leading.as_of) if leading and leading.as_of else "",
        quotes=tuple(Quote(e.quote, places.evidence(finding, n, e)) for n, e in found),
    )


def _timeline(finding: Finding, places: Places) -> tuple[Moment, ...]:
    """By the day each value holds for, then by when it was published; what has no day comes last."""
    steps: dict[tuple[str, str, int, str], Moment] = {}
    for order, value in enumerate(finding.values):
        before = sum(len(v.evidence) for v in finding.values[:order])
        for number, evidence in enumerate(value.evidence, before + 1):
            article = places.sources.article(evidence.article)
            published = article.published_at.isoformat() if article.published_at else ""
            instant = article.published_at.astimezone(UTC).isoformat() if article.published_at else "~"
            iso = evidence.as_of or ""
            quote = Quote(evidence.quote, places.evidence(finding.id, number, evidence))
            shown = day(iso) if iso else "day not given"
            moment = Moment(iso, shown, quote, article.source, day(published) if published else "")
            steps.setdefault((iso or "~", instant, order, article.source), moment)
    return tuple(steps[key] for key in sorted(steps))


def _citations(sentence: SummarySentence, places: Places) -> Iterator[Citation]:
    others = [a for a in sentence.articles if a != sentence.article]
    for article in (sentence.article, *sorted(others, key=places.sources.number)):
        statement = places.saying(sentence.statement, article)
        yield Citation(
            outlet=places.sources.article(article).source,
            number=places.sources.number(article),
            anchor=places.statement(statement) if statement else places.article(article),
            words=places.words(statement) if statement else "",
        )
