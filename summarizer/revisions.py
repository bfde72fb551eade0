"""The diff of two versions: two articles in, what happened to each statement and the changes of fact between them out.

What was rewritten is read first: values at corresponding places are two answers to one question. What the comparison of the two
as reports finds besides (a figure in a new sentence, the words of a quotation) comes on top. Two versions of one outlet are one
witness that now says something else: a change is an update, never a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Finding, FindingValue, Relation
from summarizer.domain.report import Options, Origin, ReadArticle, ReadStatement
from summarizer.domain.revision import Revision, Row, RowKind
from summarizer.domain.text import Article, Evidence
from summarizer.language.words import fold
from summarizer.matching.changes import LIFE, Change, Rewrite, Said, counterparts, rewrite, value_changes
from summarizer.matching.detail_changes import detail_changes
from summarizer.matching.silences import answer_changes
from summarizer.matching.stance_changes import stance_changes
from summarizer.matching.version_details import day_changes, speaker_changes
from summarizer.matching.versions import rows_of
from summarizer.matching.wording import NOUNS, shown
from summarizer.pipeline import DEFAULTS, read
from summarizer.stages.compare import compare
from summarizer.stages.slot import slot
from summarizer.stages.trace_origins import trace_origins

# What a desk looks at first: who is dead, then figures, dates, names, yes and no; what is told more exactly comes last.
BASE = {
    Kind.DATE: 0.58,
    Kind.TIME: 0.58,
    Kind.ROLE: 0.5,
    Kind.CERTAINTY: 0.55,
    Kind.MANNER: 0.55,
    Kind.QUOTE: 0.5,
    Kind.ATTRIBUTION: 0.55,
}
PLAIN_BASE = 0.6
FATE_BASE = 0.62  # what became of somebody: found guilty, found dead
REFINED_BASE = 0.3
LEAD_BONUS = 0.15
DEATH_BONUS = 0.15
LIFE_BONUS = 0.13  # the hurt and the missing after the dead
LEAD_STATEMENTS = 3
LONGEST = 4000  # code points; what runs on longer is a table or a list, whose places say little
ALIGNED = 0.95  # how sure two places of one rewritten statement answer one question, times the likeness of the wordings
STANCES = frozenset({Kind.POLARITY, Kind.CERTAINTY, Kind.MANNER, Kind.ROLE})
WORDINGS = frozenset({Kind.QUOTE, Kind.ATTRIBUTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Versions:
    """The two articles side by side."""

    old: ReadArticle
    new: ReadArticle
    rows: tuple[Row, ...]
    rewrites: tuple[Rewrite, ...]
    one_source: bool
    leads: frozenset[str]


def diff(before: Article, after: Article, options: Options = DEFAULTS) -> Revision:
    """The revision from `before` to `after`: two versions of one article, or two outlets.

    Raises InputError with everything that is wrong with either.

    >>> old = Article(source="The Dale Gazette", text="The flood killed 12 people in Marn.")
    >>> new = Article(source="The Dale Gazette", text="The flood killed 21 people in Marn.")
    >>> [change.explanation for change in diff(old, new).changes]
    ['The number changed from 12 to 21.']
    """
    old, new = read((replace(before, id="before"), replace(after, id="after")), options)
    versions = _side_by_side(old, new)
    return Revision(before=old, after=new, changes=_changes(versions), rows=versions.rows)


def _side_by_side(old: ReadArticle, new: ReadArticle) -> _Versions:
    rows = rows_of([s.statement for s in old.statements], [s.statement for s in new.statements])
    known = {s.statement.id: s for a in (old, new) for s in a.statements}
    return _Versions(
        old=old,
        new=new,
        rows=rows,
        rewrites=tuple(_rewrites(rows, known)),
        one_source=fold(old.article.source) == fold(new.article.source),
        leads=frozenset(s.statement.id for a in (old, new) for s in a.statements[:LEAD_STATEMENTS]),
    )


def _rewrites(rows: Iterable[Row], known: Mapping[str, ReadStatement]) -> Iterator[Rewrite]:
    for row in rows:
        if not row.before or not row.after or row.before.text == row.after.text:
            continue
        if max(row.before.span.length, row.after.span.length) <= LONGEST:
            yield rewrite(known[row.before.id], known[row.after.id])


def _changes(versions: _Versions) -> tuple[Finding, ...]:
    """Changes d1, d2, … by falling importance."""
    found = [c for pair in versions.rewrites for c in _of_one(pair)]
    found += answer_changes(*(_only_in(versions, kind) for kind in (RowKind.REMOVED, RowKind.ADDED)))
    groups: dict[tuple[str, ...], list[Change]] = {}
    for change in found:
        groups.setdefault((change.kind, change.old.value, change.new.value, change.topic), []).append(change)
    findings = [_finding(group, versions) for group in groups.values()]
    findings += _besides(versions, found)
    findings = _once(findings)
    findings.sort(key=lambda f: (-f.importance, _place(f), f.kind, f.about, f.explanation))
    return tuple(replace(f, id=f"d{n}") for n, f in enumerate(findings, 1))


def _place(finding: Finding) -> tuple[bool, int]:
    """Where the text that stands now tells it first, a headline last: it tells again what the text tells."""
    evidence = (e for v in finding.values for e in v.evidence if e.article == "after")
    return min(((e.field == "title", e.span.start) for e in evidence), default=(True, 0))


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Of findings that show the same words of both versions the most important."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=lambda f: -f.importance):
        shown = tuple((v.display, e.statement) for v in finding.values for e in v.evidence[:1])
        best.setdefault((finding.kind, shown), finding)
    return list(best.values())


def _only_in(versions: _Versions, kind: RowKind) -> list[ReadStatement]:
    """The statements of the rows of one kind that stand in one version."""
    article = versions.old if kind is RowKind.REMOVED else versions.new
    ids = {s.id for row in versions.rows if row.kind is kind and (s := row.before or row.after)}
    return [read for read in article.statements if read.statement.id in ids]


def _of_one(pair: Rewrite) -> Iterator[Change]:
    """The changes of one rewritten statement; what two readers tell of one stretch is told once."""
    values = value_changes(pair)
    days = day_changes(pair, values)
    yield from (*values, *days)
    # What was put off is told by its day.
    stances = tuple(c for c in stance_changes(pair) if not (days and c.kind is Kind.CERTAINTY))
    yield from stances
    yield from speaker_changes(pair, values)
    told = [(c.kind, c.new.evidence.span) for c in stances]
    for change in detail_changes(pair):
        if not any(kind is change.kind and span.overlaps(change.new.evidence.span) for kind, span in told):
            yield change


def _finding(changes: Sequence[Change], versions: _Versions) -> Finding:
    first = changes[0]
    refined = first.relation is Relation.REFINE
    relation = first.relation if refined or versions.one_source else Relation.CONFLICT
    values = (_value([c.old for c in changes]), _value([c.new for c in changes]))
    statements = [e.statement for v in values for e in v.evidence]
    importance = (
        REFINED_BASE if refined else FATE_BASE if first.reason == "event_changed" else BASE.get(first.kind, PLAIN_BASE)
    )
    importance += LEAD_BONUS * any(s in versions.leads for s in statements)
    topics = {first.topic} if first.reason != "event_changed" else {v.value for v in values}
    importance += DEATH_BONUS if "death" in topics else LIFE_BONUS if topics & LIFE else 0.0
    witnesses = 1 if versions.one_source else 2
    return Finding(
        id="",
        relation=relation,
        kind=first.kind,
        about=next((c.about for c in changes if c.new.evidence.field == "text"), first.about),
        explanation=_told(first.kind, relation, values, versions),
        reason=first.reason,
        importance=round(min(importance, 1.0), 3),
        confidence=round(ALIGNED * _likeness(first, versions) / 100, 3),
        outlets=witnesses,
        origins=witnesses,
        hints=first.hints,
        values=values,
    )


def _value(said: Sequence[Said]) -> FindingValue:
    first = said[0]
    return FindingValue(
        value=first.value,
        display=first.display,
        low=first.low,
        high=first.high,
        articles=(first.evidence.article,),
        outlets=1,
        origins=1,
        evidence=tuple(dict.fromkeys(s.evidence for s in said)),
    )


def _likeness(change: Change, versions: _Versions) -> float:
    return max(r.score for r in versions.rows if r.after and r.after.id == change.new.evidence.statement)


def _told(kind: Kind, relation: Relation, values: Sequence[FindingValue], versions: _Versions) -> str:
    noun = NOUNS.get(kind, kind.value)
    told = [(shown(kind, "", v.display), v.articles) for v in values]
    old = "; ".join(display for display, articles in told if "after" not in articles) or told[0][0]
    new = "; ".join(display for display, articles in told if "after" in articles) or told[-1][0]
    if relation is Relation.REFINE:
        return f"The {noun} is told more or less exactly: {old}, now {new.removesuffix('.')}."
    if versions.one_source:
        return f"The {noun} changed from {old} to {new.removesuffix('.')}."
    sources = (versions.old.article.source, versions.new.article.source)
    return f"Sources disagree on the {noun}: {old} ({sources[0]}); {new} ({sources[1]})."


def _besides(versions: _Versions, found: Sequence[Change]) -> Iterator[Finding]:
    """What comparing the two as reports finds where a statement was changed, and no rewritten place explains."""
    pair = (versions.old, versions.new)
    one = Origin(id="o1", articles=("before", "after"), first="before", why="two versions of one outlet's article")
    origins = (one,) if versions.one_source else trace_origins(pair)
    settled = _settled(versions, found)
    for finding in compare(slot(pair, origins), pair, origins):
        if finding.relation.is_discrepancy and _is_news(finding, versions, settled):
            yield _revised(finding, versions) if versions.one_source else finding


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settled:
    """What the rewritten places told already."""

    values: frozenset[tuple[str, int]]  # statement and start of each value that has a counterpart
    stances: frozenset[str]  # statements whose yes or no was told
    speakers: frozenset[str]  # statements whose other speaker was told


def _settled(versions: _Versions, found: Iterable[Change]) -> _Settled:
    matched = [f for pair in versions.rewrites for both in counterparts(pair) for f in both]
    return _Settled(
        values=frozenset((f.evidence.statement, f.evidence.span.start) for f in matched),
        stances=frozenset(s.evidence.statement for c in found if c.kind in STANCES for s in (c.old, c.new)),
        speakers=frozenset(s.evidence.statement for c in found if c.kind is Kind.ATTRIBUTION for s in (c.old, c.new)),
    )


def _is_news(finding: Finding, versions: _Versions, settled: _Settled) -> bool:
    """Whether one version alone gives a value, the other alone another, and both where the text was changed."""
    same = {s.id for r in versions.rows if r.kind is RowKind.EQUAL for s in (r.before, r.after) if s}
    sides: dict[tuple[str, ...], list[Evidence]] = {("before",): [], ("after",): []}
    for value in finding.values:
        if value.articles in sides:
            sides[value.articles] += [e for e in value.evidence if e.statement not in same]
    if not all(sides.values()) or len({fold(v.display) for v in finding.values}) < 2:
        return False
    evidence = [e for side in sides.values() for e in side]
    if finding.kind in STANCES:
        return not any(e.statement in settled.stances for e in evidence)
    if finding.kind in WORDINGS:
        return finding.kind is Kind.QUOTE or not any(e.statement in settled.speakers for e in evidence)
    return not all((e.statement, e.span.start) in settled.values for e in evidence)


def _revised(finding: Finding, versions: _Versions) -> Finding:
    """The finding as an update of one outlet's report, the old values first."""
    values = tuple(sorted(finding.values, key=lambda v: "after" in v.articles))
    lead = any(e.statement in versions.leads for v in values for e in v.evidence)
    most = BASE.get(finding.kind, 1.0) + LEAD_BONUS * lead
    return replace(
        finding,
        importance=round(min(finding.importance, most), 3),  # the words of a quotation come after facts
        relation=Relation.UPDATE,
        values=values,
        explanation=_told(finding.kind, Relation.UPDATE, values, versions),
        outlets=1,
        origins=1,
    )
