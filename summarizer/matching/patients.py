"""Whether two reports speak of one person though the one says "the boy" and the other one "the victim": whom each speaks of in, yes or no out.

Where a report tells of one person only, a role, a name and a noun in two of them are the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.domain.report import ReadArticle
from summarizer.language.stage_people import SUSPECTS, Who

READ_AT_MOST = 2_000  # characters of a statement
_CHILDREN = frozenset("boy girl child toddler baby infant kid".split())
_GROWN = frozenset(
    "man woman mother father husband wife uncle aunt officer deputy driver grandmother grandfather soldier".split()
)
# More than one was hurt.
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|dozens?|\d{1,3}) (?:other |more |wounded |injured )?"
    r"(?:people|persons|men|women|teens|teenagers|children|victims|others|students|boys|girls|officers|deputies|patients|shot|wounded|injured|hurt|dead|killed)\b"
    r"|\b(?:another|second|other) (?:man|woman|boy|girl|victim|person|teen|child|patient)\b|\b(?:both|all) (?:victims|men|women|boys|girls|children)\b"
    r"|\b(?:father|mother|husband|brother|sister) and (?:his |her |the )?(?:son|daughter|wife|brother|sister)\b",
    re.IGNORECASE,
)


def is_one_person(a: Who, b: Who) -> bool:
    """Whether two are one by their names, or without names by their noun."""
    if a.plural or b.plural or a.another != b.another:
        return False
    return bool(a.names & b.names) if a.names and b.names else not a.names and not b.names and a.noun == b.noun


def sole(told: Iterable[Who | None], article: ReadArticle) -> Who | None:
    """The only one of whom a report tells something; None where it tells of several, or does not say of whom."""
    found: list[Who] = []
    for who in told:
        if who is None or who.plural or who.another or (found and not is_one_person(found[0], who)):
            return None
        found.append(who)
    return found[0] if found and not _is_of_several(article) else None


def may_be_one(a: Who, b: Who) -> bool:
    """Whether the only ones of two reports may be the same: of one sex and age, and not the one who did it."""
    if a.names and b.names:
        return bool(a.names & b.names)
    if a.gender and b.gender and a.gender != b.gender:
        return False
    nouns = {a.noun, b.noun}
    if nouns & _CHILDREN and nouns & _GROWN:
        return False
    return a.noun == b.noun or not nouns & SUSPECTS


def _is_of_several(article: ReadArticle) -> bool:
    return any(_SEVERAL.search(read.statement.text[:READ_AT_MOST]) for read in article.statements)
