"""Puts facts together that answer one question: read articles in, slots in no particular importance out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
from summarizer.matching.unknowns import unknown_slots
from summarizer.matching.unnamed import unnamed_slots
from summarizer.matching.utterances import utterance_slots
from summarizer.matching.views import FactView, views_of
from summarizer.matching.wheres import where_slots


def slot(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Slot, ...]:
    """Every question that two facts or more answer: of quantities and moments, of utterances, of spellings."""
    views = views_of(articles)
    found = [
        Slot(kind=_kind(members), facts=tuple(m.fact for m in members), fit=fit)
        for members, fit in with_shared_values(views, group(views))
    ]
    avowals = avowal_slots(articles)
    states = [s for s in state_slots(articles) if not _overlaps(s, avowals)]
    told = [*avowals, *states, *stage_slots(articles), *unknown_slots(articles)]
    told += (s for s in unnamed_slots(articles) if not _is_repeated(s, told))
    return (
        *found,
        *(s for s in person_slots(articles) if not _is_told(s, found)),
        *utterance_slots(articles),
        *spelling_slots(articles),
        *told,
        *_first_told((*matter_slots(articles), *existence_slots(articles)), told),
        *(s for s in undone_slots(articles) if not _overlaps(s, states)),
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


def _is_told(slot: Slot, found: Sequence[Slot]) -> bool:
    """Whether all that a slot holds stands in another."""
    places = {(f.evidence.article, f.place) for f in slot.facts}
    return any(places <= {(f.evidence.article, f.place) for f in s.facts} for s in found if s.kind is slot.kind)


def _overlaps(slot: Slot, found: Sequence[Slot]) -> bool:
    """Whether a fact of it stands on the words of one of another slot."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for fact in (f for s in found for f in s.facts):
        places[fact.evidence.statement].append(fact.place)
    return any(place.overlaps(f.place) for f in slot.facts for place in places[f.evidence.statement])


def _first_told(slots: Sequence[Slot], told: Sequence[Slot]) -> list[Slot]:
    """Those that stand on other words than the ones told already and the ones before."""
    found: list[Slot] = []
    for slot in slots:
        if not _is_repeated(slot, (*told, *found)):
            found.append(slot)
    return found


def _is_repeated(slot: Slot, found: Sequence[Slot]) -> bool:
    """Whether another slot stands on its words in two articles: one question is told once."""
    for other in found:
        articles = {
            f.evidence.article
            for f in slot.facts
            if any(g.evidence.statement == f.evidence.statement and g.place.overlaps(f.place) for g in other.facts)
        }
        if len(articles) > 1:
            return True
    return False


def _kind(members: Sequence[FactView]) -> Kind:
    """What most of its facts are: a date and a time of that day answer one question."""
    kinds = [m.fact.kind for m in members]
    return min(sorted(set(kinds)), key=lambda kind: -kinds.count(kind))
