"""Who is what: one sentence in, pairs of the span of a role and the span of the name that holds it out."""

from __future__ import annotations

from summarizer.domain.facts import Name
from summarizer.domain.text import Span
from summarizer.language.name_words import has_role_noun, pieces
from summarizer.language.names import read_names
from summarizer.language.role_phrases import roles_at


def read_roles(text: str) -> tuple[tuple[Span, Span], ...]:
    """Each role and the name of who holds it, in the order of the names.

    >>> text = "Defence minister Kim Yong-hyun met Ana Diaz, the head of police, and the director, Rosa Vega."
    >>> [(role.of(text), name.of(text)) for role, name in read_roles(text)]
    [('Defence minister', 'Kim Yong-hyun'), ('head of police', 'Ana Diaz'), ('director', 'Rosa Vega')]
    """
    found = pieces(text)
    if not has_role_noun([p.text for p in found]):  # every shape of a role has one, and most sentences have none
        return ()
    at = {p.start: i for i, p in enumerate(found)}
    ends = {p.end: i for i, p in enumerate(found)}
    pairs: list[tuple[Span, Span]] = []
    for mention in read_names(text):
        value = mention.value
        if isinstance(value, Name) and value.sort in ("person", ""):
            first, last = at[mention.span.start], ends[mention.span.end]
            pairs += ((role, mention.span) for role in roles_at(text, found, first, last))
    return tuple(pairs)
