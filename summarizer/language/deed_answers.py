"""Whether a deed is said to be done, not done or still to come: a statement's tagged words and its verb in, the answer out.

The verb's own aspect is not all: "ruled out resigning" and "has no plans to resign" deny it, "is considering resigning" leaves
it open, and under "if" or "could have" nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from summarizer.domain.text import Aspect, Token
from summarizer.language.clause_aspect import aspect_of
from summarizer.language.words import fold


class DeedAnswer(StrEnum):
    """What is said of a deed."""

    DONE = "done"
    DENIED = "denied"
    REFUSED = "refused"  # denied of what is to come
    PLANNED = "planned"


REACH = 6  # tokens before a verb that the words which govern it stand among
DENYING = frozenset(
    "rule deny resist refuse decline reject dismiss avoid prevent stop without never no neither nor against unlikely fail unable unwilling "
    "defy rebuff forswear block".split()
)
WEIGHING = frozenset(
    "consider mull weigh contemplate discuss threaten study plan prepare intend propose vow promise want urge".split()
)
UNREAL = frozenset("could might would".split())
OPEN = UNREAL | {"until", "should"}
TO_COME = frozenset("will would shall 'll ’ll wo refuse decline".split())
STOPS = frozenset({",", ";", ":", "—", "–", "(", ")", '"', "“", "”"})


def deed_answer(tokens: Sequence[Token], index: int) -> DeedAnswer | None:
    """What the clause says of the deed of the verb at `index`; None where it says nothing.

    >>> from summarizer.language.tagging import tag
    >>> [deed_answer(tag(s), i) for s, i in (("She has resigned.", 2), ("She ruled out resigning.", 3), ("She will resign.", 2))]
    [<DeedAnswer.DONE: 'done'>, <DeedAnswer.REFUSED: 'refused'>, <DeedAnswer.PLANNED: 'planned'>]
    """
    governing = _governing(tokens, index)
    aspect = aspect_of(tokens, index)
    if governing & {"if", "unless", "whether", "ever"}:
        return None
    if aspect is Aspect.NOT_DONE:
        return DeedAnswer.REFUSED if governing & TO_COME else DeedAnswer.DENIED
    bare = fold(tokens[index].text).endswith("ing") or aspect is Aspect.PLANNED
    if governing & DENYING and bare:
        return DeedAnswer.DENIED if governing & {"deny", "without"} else DeedAnswer.REFUSED
    if governing & OPEN and aspect is not Aspect.DONE:
        return DeedAnswer.PLANNED if aspect is Aspect.PLANNED and not governing & UNREAL else None
    if aspect is Aspect.PLANNED or (bare and governing & WEIGHING):
        return DeedAnswer.PLANNED
    if aspect in (Aspect.DONE, Aspect.ONGOING):
        return DeedAnswer.DONE
    if _is_passive(tokens, index):
        return None if governing & OPEN else DeedAnswer.DONE
    # "Helmik resigns": a headline tells in the present what was done
    return DeedAnswer.DONE if fold(tokens[index].text).endswith("s") and not bare else None


def _is_passive(tokens: Sequence[Token], index: int) -> bool:
    """ "The Assembly is dissolved"."""
    before = [t for t in tokens[max(0, index - 3) : index] if t.tag != "ADV"]
    return fold(tokens[index].text).endswith(("ed", "en")) and bool(before) and fold(before[-1].lemma) == "be"


def _governing(tokens: Sequence[Token], index: int) -> frozenset[str]:
    """The lemmas before a verb in its clause."""
    found: list[str] = []
    for token in reversed(tokens[max(0, index - REACH) : index]):
        if token.text in STOPS:
            break
        found.append(fold(token.lemma))
    return frozenset(found)
