"""Says how the facts of each slot relate: slots in, findings sorted by importance out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.facts import Bound, Fact, Kind, Moment, Quantity
from summarizer.domain.findings import Finding, FindingValue, Relation, Slot
from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Span
from summarizer.language.meaning import concept
from summarizer.matching.normal import ends, normal
from summarizer.matching.uncontested import alike_beside, told_apart, uncontested
from summarizer.matching.verdicts import Setting, Verdict, judge
from summarizer.matching.wording import about, explanation

# What an editor looks at first, judged on the desk bundles' major and minor slots; refined with the gold salience.
BASE = {Relation.CONFLICT: 0.6, Relation.UPDATE: 0.5, Relation.REFINE: 0.4, Relation.AGREE: 0.4}
LEAD_BONUS = 0.15
ORIGIN_BONUS = 0.04
LIFE_BONUS = 0.1
LEAD_STATEMENTS = 3
# A phrase around a name says more than that the name is the same.
TOLD_IN_PASSING = frozenset({"same_phrase", "same_name", "same_answer"})
OF_WORDS = frozenset({Kind.NAME, Kind.PLACE, Kind.ROLE, Kind.POLARITY, Kind.QUOTE, Kind.ATTRIBUTION, Kind.MANNER})
LIFE = frozenset({"death", "injury", "missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Desk:
    """What the findings need to know of the merge."""

    sources: dict[str, str]
    origins: dict[str, str]
    setting: Setting
    starts: dict[str, tuple[int, str]]
    leads: frozenset[str]
    facts: dict[str, tuple[Fact, ...]]


def compare(slots: Iterable[Slot], articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Finding, ...]:
    """Findings, discrepancies d1, d2, … and agreements g1, g2, … each by falling importance."""
    desk = _desk(articles, origins)
    judged = [(slot, verdict) for slot in slots if (verdict := judge(slot, desk.setting)) is not None]
    discrepancies = _sorted(_finding(s, v, desk) for s, v in judged if v.relation.is_discrepancy)
    agreed = _agreed([s for s, v in judged if not v.relation.is_discrepancy], discrepancies, desk)
    agreements = _uncontested(_sorted(agreed), discrepancies)
    return (
        *(replace(f, id=f"d{i}") for i, f in enumerate(discrepancies, 1)),
        *(replace(f, id=f"g{i}") for i, f in enumerate(agreements, 1)),
    )


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (-f.importance, f.kind, f.about, f.explanation))


def _agreed(slots: Iterable[Slot], discrepancies: Sequence[Finding], desk: _Desk) -> Iterator[Finding]:
    """The agreements of two origins or more, as copies repeat one another, on what is left of each slot beside the discrepancies."""
    told = told_apart(discrepancies)
    for slot in slots:
        facts = uncontested(slot.facts, told)
        if slot.kind not in OF_WORDS:
            facts = alike_beside(facts, desk.facts)
        left = replace(slot, facts=facts)
        verdict = judge(left, desk.setting) if left.facts else None
        if verdict is None or verdict.relation.is_discrepancy:
            continue
        if len(_origins((f for side in verdict.sides for f in side), desk)) > 1:
            yield _finding(left, verdict, desk)


def _uncontested(agreements: Sequence[Finding], discrepancies: Sequence[Finding]) -> list[Finding]:
    """Without the phrases that hold a value told elsewhere: the same words around what differs are no agreement."""
    told: defaultdict[str, list[tuple[Span, Finding]]] = defaultdict(list)
    for finding in (*discrepancies, *(f for f in agreements if f.reason not in TOLD_IN_PASSING)):
        for evidence in (e for v in finding.values for e in v.evidence):
            told[evidence.statement].append((evidence.span, finding))
    return [f for f in agreements if f.reason != "same_phrase" or not _is_told(f, told)]


def _is_told(phrase: Finding, told: Mapping[str, Sequence[tuple[Span, Finding]]]) -> bool:
    """Whether it touches a discrepancy, or one agreement in two of its articles."""
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for evidence in (e for v in phrase.values for e in v.evidence):
        for span, finding in told.get(evidence.statement, ()):
            if span.overlaps(evidence.span):
                if finding.relation.is_discrepancy:
                    return True
                articles[finding.explanation].add(evidence.article)
    return any(len(a) > 1 for a in articles.values())


def _desk(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> _Desk:
    statements = [s.statement for a in articles for s in a.statements]
    return _Desk(
        sources={a.article.id: a.article.source for a in articles},
        origins={article: o.id for o in origins for article in o.articles},
        setting=Setting(
            published={a.article.id: a.article.published_at for a in articles},
            statements={s.id: s.text for s in statements},
        ),
        starts={s.id: (s.span.start, s.text) for s in statements},
        facts={s.statement.id: s.facts for a in articles for s in a.statements},
        leads=frozenset(s.statement.id for a in articles for s in a.statements[:LEAD_STATEMENTS]),
    )


def _finding(slot: Slot, verdict: Verdict, desk: _Desk) -> Finding:
    sides = tuple(sorted((_by_place(side) for side in verdict.sides), key=lambda s: _side_order(s, desk)))
    if verdict.relation.is_discrepancy:
        values = tuple(_value(side, desk) for side in sides)
    else:
        values = tuple(_value(part, desk) for part in _by_value(sides[0]))
    facts = [f for side in sides for f in side]
    return Finding(
        id="",
        relation=verdict.relation,
        kind=slot.kind,
        about=slot.about or about(slot.kind, verdict.reason, facts, desk.starts),
        explanation=_explained(slot, verdict, sides, desk),
        reason=verdict.reason,
        importance=_importance(verdict.relation, facts, desk),
        confidence=round(slot.fit, 3),
        outlets=len(_outlets(facts, desk)),
        origins=len(_origins(facts, desk)),
        hints=verdict.hints,
        values=values,
    )


def _explained(slot: Slot, verdict: Verdict, sides: Sequence[Sequence[Fact]], desk: _Desk) -> str:
    """The explanation with each value that is told apart: of an update in order of time, of a refinement each wording."""
    if verdict.relation is Relation.REFINE:
        sides = _by_value(sides[0])
    if verdict.relation is Relation.UPDATE:
        sides = sorted(sides, key=lambda side: _first_told(side, desk))
    told = [(_plainest(side).display, side) for side in sides]
    return explanation(slot.kind, verdict.relation, verdict.reason, told, desk.sources)


def _first_told(side: Sequence[Fact], desk: _Desk) -> tuple[float, str]:
    """When a side was first published; what has no time comes last."""
    times = [t.timestamp() for f in side if (t := desk.setting.published[f.evidence.article]) is not None]
    return (min(times, default=float("inf")), _plainest(side).display)


def _by_place(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda f: (f.evidence.article, f.evidence.field != "title", f.place)))


def _side_order(side: Sequence[Fact], desk: _Desk) -> tuple[int, str, str]:
    plainest = _plainest(side)
    return (-len(_outlets(side, desk)), _value_of(plainest), plainest.display)


def _by_value(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(_value_of(fact), []).append(fact)
    return tuple(tuple(g) for g in groups.values())


def _value_of(fact: Fact) -> str:
    return normal(fact.value) or fact.display


def _value(facts: Sequence[Fact], desk: _Desk) -> FindingValue:
    plainest = _plainest(facts)
    low, high = ends(plainest.value)
    return FindingValue(
        value=_value_of(plainest),
        display=plainest.display,
        low=low,
        high=high,
        articles=tuple(sorted({f.evidence.article for f in facts})),
        outlets=len(_outlets(facts, desk)),
        origins=len(_origins(facts, desk)),
        evidence=tuple(f.evidence for f in facts),
    )


def _plainest(facts: Sequence[Fact]) -> Fact:
    """The fact that stands for a side: the value that most give, of these the most exact, whatever the articles' order."""
    if len(facts) == 1:
        return facts[0]
    values = [_value_of(f) for f in facts]
    given = Counter(value for value, _ in {(v, f.evidence.article) for v, f in zip(values, facts, strict=True)})
    order = [
        (-given[v], _is_hedged(f), v, len(f.display), f.display, at)
        for at, (v, f) in enumerate(zip(values, facts, strict=True))
    ]
    return facts[min(order)[-1]]


def _is_hedged(fact: Fact) -> bool:
    match fact.value:
        case Quantity(bound=bound):
            return bound is not Bound.EXACT
        case Moment(modality=modality):
            return bool(modality)
        case _:
            return False


def _outlets(facts: Iterable[Fact], desk: _Desk) -> set[str]:
    return {desk.sources[f.evidence.article] for f in facts}


def _origins(facts: Iterable[Fact], desk: _Desk) -> set[str]:
    return {desk.origins[f.evidence.article] for f in facts}


def _importance(relation: Relation, facts: Sequence[Fact], desk: _Desk) -> float:
    words = {concept(w) for f in facts for w in (f.head, f.action) if w}
    score = BASE[relation] + ORIGIN_BONUS * min(len(_origins(facts, desk)), 4)
    score += LEAD_BONUS * any(f.evidence.statement in desk.leads for f in facts)
    score += LIFE_BONUS * bool(words & LIFE)
    return round(min(score, 1.0), 3)
