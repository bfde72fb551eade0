"""What a value belongs to: the tokens of a sentence and the place of a value in, its noun, verb and their company out.

Clause rules over parts of speech: the verb right after the value's phrase first, then the one before it, both inside the
clause. Stops at clause marks and answers None where no rule applies.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.language.clause_aspect import aspect_of
from summarizer.language.clause_company import object_of, qualifiers_of, subject_of
from summarizer.language.clause_phrases import Phrase, phrase_of, without_hedges
from summarizer.language.clause_verbs import action_of, is_governed
from summarizer.language.clause_words import Tokens

_MOVING = frozenset(  # "the toll rose to 12", "losses reached 12": what is counted is the subject
    "rise climb jump grow increase soar surge swell mount go fall drop decline decrease sink slump plunge dip reach hit top exceed "
    "pass surpass total number stand remain approach near come move".split()
)

__all__ = ["Governed", "aspect_of", "governor"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """Indices of tokens: the noun counted or dated, the verb it belongs to, what narrows the noun, the verb's company."""

    head: int | None
    action: int | None
    qualifiers: tuple[int, ...] = ()
    subject: int | None = None
    object: int | None = None


def governor(tokens: Tokens, first: int, last: int) -> Governed:
    """What the value at tokens[first:last + 1] belongs to.

    >>> from summarizer.language.tagging import tag
    >>> words = tag("Officials said at least 12 people in Kursk were killed.")
    >>> found = governor(words, 2, 4)
    >>> [words[i].text for i in (found.head, found.action, *found.qualifiers)]
    ['people', 'killed', 'Kursk']
    """
    if not 0 <= first <= last < len(tokens):
        return Governed(head=None, action=None)
    phrase = phrase_of(tokens, first, last)
    action = action_of(tokens, phrase)
    if phrase.head is None and _is_level(tokens, phrase, action):
        found = subject_of(tokens, phrase.left if action is None else action)
        phrase = Phrase(head=found, left=phrase.left, right=phrase.right)
    is_subject = (
        action is not None and phrase.head is not None and action > phrase.right and not is_governed(tokens, phrase)
    )
    return Governed(
        head=phrase.head,
        action=action,
        qualifiers=qualifiers_of(tokens, phrase.head, first, last),
        subject=phrase.head if is_subject else None if action is None else subject_of(tokens, action),
        object=None if action is None else object_of(tokens, action),
    )


def _is_level(tokens: Tokens, phrase: Phrase, action: int | None) -> bool:
    """Whether the value is the level of a subject: "the toll rose to 12", "the toll is 12"."""
    edge = without_hedges(tokens, phrase.left)
    if action is None:
        return edge > 0 and tokens[edge - 1].tag == "AUX" and tokens[edge - 1].lemma == "be"
    between = tokens[action + 1 : edge]
    return action < edge and tokens[action].lemma in _MOVING and all(t.tag in ("ADP", "ADV", "PART") for t in between)
