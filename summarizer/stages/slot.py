"""Puts facts together that answer one question: read articles in, slots in no particular importance out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.matching.grouping import group
from summarizer.matching.spellings import spelling_slots
from summarizer.matching.states import state_slots
from summarizer.matching.utterances import utterance_slots
from summarizer.matching.views import views_of


def slot(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Every question that two facts or more answer: of quantities and moments, of utterances, of spellings."""
    found = [
        Slot(kind=Kind(members[0].fact.kind), facts=tuple(m.fact for m in members), fit=fit)
        for members, fit in group(views_of(articles))
    ]
    return (*found, *utterance_slots(articles), *spelling_slots(articles), *state_slots(articles))
