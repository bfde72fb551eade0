"""Puts facts together that answer one question: read articles in, slots in no particular importance out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Span
from summarizer.matching.avowals import avowal_slots
from summarizer.matching.corrections import correction_slots
from summarizer.matching.existence import existence_slots
from summarizer.matching.grouping import group
from summarizer.matching.matters import matter_slots
from summarizer.matching.offices import office_slots, role_slots
from summarizer.matching.partners import partner_slots
from summarizer.matching.person_facts import person_slots
from summarizer.matching.relations import relation_slots
from summarizer.matching.role_swaps import role_swap_slots
from summarizer.matching.shared_names import shared_name_slots
from summarizer.matching.shared_phrases import shared_phrase_slots
from summarizer.matching.shared_values import with_shared_values
from summarizer.matching.spellings import spelling_slots
from summarizer.matching.stages import stage_slots
from summarizer.matching.states import state_slots
from summarizer.matching.undone import undone_slots
from summarizer.matching.unknowns import is_unknown, unknown_slots
from summarizer.matching.unnamed import unnamed_slots
from summarizer.matching.utterances import utterance_slots
from summarizer.matching.views import FactView, views_of
from summarizer.matching.wheres import where_slots

_SOUGHT = re.compile(r"\b(?:seeking|(?:looking|searching|hunting) for) the\b", re.IGNORECASE)
PAIR = 2  # articles in which two slots share words


def slot(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Slot, ...]:
    """Every question that two facts or more answer: of quantities and moments, of utterances, of spellings."""
    views = views_of(articles)
    found = [
        Slot(kind=_kind(members), facts=tuple(m.fact for m in members), fit=fit)
        for members, fit in with_shared_values(views, group(views))
    ]
    avowals = avowal_slots(articles)
    states = _beside(avowals, state_slots(articles))
    cases = stage_slots(articles)
    told = [*avowals, *states, *cases, *_besides_cases(unknown_slots(articles), cases)]
    more = _first_told([*unnamed_slots(articles), *matter_slots(articles), *existence_slots(articles)], told)
    return (
        *found,
        *_untold(found, person_slots(articles)),
        *utterance_slots(articles),
        *spelling_slots(articles),
        *told,
        *more,
        *_beside([*states, *more], undone_slots(articles)),
        *role_swap_slots(articles),
        *correction_slots(articles),
        *office_slots(articles),
        *role_slots(articles),
        *relation_slots(articles),
        *where_slots(articles),
        *partner_slots(articles),
        *shared_name_slots(articles),
        *shared_phrase_slots(articles, origins),
    )


def _untold(found: Sequence[Slot], others: Iterable[Slot]) -> list[Slot]:
    """Those of the others that do not stand as a whole in a slot of their kind that was found."""
    holders: defaultdict[tuple[Kind, str, Span], set[int]] = defaultdict(set)
    for number, slot in enumerate(found):
        for fact in slot.facts:
            holders[slot.kind, fact.evidence.article, fact.place].add(number)
    return [s for s in others if not set.intersection(*(holders[s.kind, f.evidence.article, f.place] for f in s.facts))]


def _beside(found: Iterable[Slot], others: Iterable[Slot]) -> list[Slot]:
    """Those of the others of which no fact stands on the words of one that was found."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for fact in (f for s in found for f in s.facts):
        places[fact.evidence.statement].append(fact.place)
    return [s for s in others if not any(p.overlaps(f.place) for f in s.facts for p in places[f.evidence.statement])]


def _besides_cases(unknowns: Iterable[Slot], cases: Sequence[Slot]) -> Iterable[Slot]:
    """Those of what became known that no case tells: "looking for the gunman" and "Reed was arrested" are stages of one."""
    for slot in unknowns:
        sought = {f.evidence.statement for f in slot.facts if is_unknown(f) and _SOUGHT.search(f.display)}
        left_open = {f.evidence.statement for f in slot.facts if is_unknown(f)}
        named = {f.evidence.statement for f in slot.facts if not is_unknown(f)}
        stages = ({f.evidence.statement for f in case.facts} for case in cases)
        if left_open - sought or not any(s & sought and s & named for s in stages):
            yield slot


def _first_told(slots: Iterable[Slot], told: Iterable[Slot]) -> list[Slot]:
    """Those that no slot told already, or before, shares its words with in two articles: one question is told once."""
    places: defaultdict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, slot in enumerate(told):
        _place(slot, number, places)
    found: list[Slot] = []
    for slot in slots:
        shared: defaultdict[int, set[str]] = defaultdict(set)
        for fact in slot.facts:
            for span, number in places[fact.evidence.statement]:
                if span.overlaps(fact.place):
                    shared[number].add(fact.evidence.article)
        if all(len(articles) < PAIR for articles in shared.values()):
            found.append(slot)
            _place(slot, -len(found), places)
    return found


def _place(slot: Slot, number: int, places: defaultdict[str, list[tuple[Span, int]]]) -> None:
    """Notes where a slot's facts stand, under its number."""
    for fact in slot.facts:
        places[fact.evidence.statement].append((fact.place, number))


def _kind(members: Sequence[FactView]) -> Kind:
    """What most of its facts are: a date and a time of that day answer one question."""
    kinds = [m.fact.kind for m in members]
    return min(sorted(set(kinds)), key=lambda kind: -kinds.count(kind))
