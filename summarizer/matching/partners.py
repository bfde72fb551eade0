"""Whose partner the victim was, told differently: read articles in, a slot of "his wife" against "his ex-wife" out.

An event has one such victim at most: an article that speaks of a wife and a girlfriend speaks of two people.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Span
from summarizer.language.callings import calling_of, exclude_each_other
from summarizer.matching.phrase_facts import phrase_fact

FIT = 0.75
_PARTNER = re.compile(
    r"\b(?:shot|shooting|kill(?:ed|ing|s)|stabb(?:ed|ing)|murder(?:ed|ing)|strangl(?:ed|ing)|beat(?:en|ing)?|attack(?:ed|ing)"
    r"|death of|murder of|body of|wounded|wounding)\b(?: dead| to death| and \w{5,9})?"
    r" (?P<told>(?P<whose>his|her) (?P<role>(?:ex-|former )?(?:wife|husband|girlfriend|boyfriend)))\b"
)


def partner_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """At most one slot of kind role: what the victim was to the attacker."""
    told: defaultdict[str, list[Fact]] = defaultdict(list)
    for article in articles:
        for read in article.statements:
            for match in _PARTNER.finditer(read.statement.text):
                calling = calling_of(match["role"])
                place = article, read, Span(*match.span("told"))
                told[calling].append(phrase_fact(place, kind=Kind.ROLE, key=calling, head="the victim"))
    if len(told) != 2:
        return ()
    one, other = sorted(told)
    apart = {f.evidence.article for f in told[one]}.isdisjoint(f.evidence.article for f in told[other])
    if not apart or not exclude_each_other(one, other):
        return ()
    return (Slot(kind=Kind.ROLE, facts=(*told[one], *told[other]), fit=FIT, told_apart="two_offices"),)
