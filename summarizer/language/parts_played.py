"""Which part a named person plays in an event: a statement and the places of the names in it; the parts of each out.

Read off the name's own clause: what is done by or to the person ("Ana Velder, 30, was killed", "arrested Paul Orr"), the noun it
stands in apposition to ("the victim, Ana Velder"), what it is given as the name of ("identified the gunman as Paul Orr").
The names of a list play one part. Who speaks, reports or holds a rank has a part of its own.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from summarizer.domain.text import Span
from summarizer.language.stage_people import SUSPECTS
from summarizer.language.words import fold

DEAD, WOUNDED, SUSPECT, OFFICER, DRIVER, VICTIM, SPEAKER, SOMEBODY = (
    "dead",
    "wounded",
    "suspect",
    "officer",
    "driver",
    "victim",
    "speaker",
    "somebody",
)
BEFORE, AFTER = 120, 140  # characters around a name that are read
LONGEST_GLUE = 80  # characters between two names of a list

_FLAGS = re.IGNORECASE
_SUSPECT = rf"(?:{'|'.join(sorted(SUSPECTS))}|gunmen|intruder|kidnapper)s?"
_OFFICER = r"(?:officer|deput(?:y|ies)|trooper|sergeant|lieutenant|policem[ae]n|policewom[ae]n|cop|constable|marshal|firefighter)s?"
_DEAD = (
    r"(?:deceased|dead|slain|decedents?|fatalit(?:y|ies)|bod(?:y|ies)|killed|died|fatally|murder(?:ed)? victims?|homicide victims?|"
    r"(?:children|people|men|women|man|woman|boy|girl|teen)\s+(?:who\s+(?:was|were)\s+)?(?:shot to death|found dead))"
)
_WOUNDED = r"(?:wounded|injured|survivors?|hospitali[sz]ed|survived|surviving)"
# What a noun phrase calls somebody; the first that is found in it counts.
_CALLED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (SUSPECT, re.compile(rf"\b{_SUSPECT}\b", _FLAGS)),
    (WOUNDED, re.compile(rf"\b{_WOUNDED}\b", _FLAGS)),
    (DEAD, re.compile(rf"\b{_DEAD}\b", _FLAGS)),
    (
        VICTIM,
        re.compile(
            r"\bvictims?\b|\b(?:m[ae]n|wom[ae]n|boys?|girls?|children|child|teens?|teenagers?|person|people|toddler|baby|students?)"
            r"\s+(?:(?:who\s+)?(?:was|were)\s+)?(?:shot|stabbed|struck|hit)\b(?!\s+(?:and kill|his|her|their|a|an|the|two|three|four|\d))",
            _FLAGS,
        ),
    ),
    (OFFICER, re.compile(rf"\b{_OFFICER}\b", _FLAGS)),
    (DRIVER, re.compile(r"\b(?:driver|motorist)s?\b", _FLAGS)),
    (
        SOMEBODY,
        re.compile(
            r"\b(?:m[ae]n|wom[ae]n|boys?|girls?|children|child|teens?|teenagers?|persons?|people|couple|others?|him|her|them|kids?|toddler|baby|students?)\b",
            _FLAGS,
        ),
    ),
)
_AGE = r"(?:(?:a|an|the)\s+)?(?:\d{1,3}[- ](?:years?|months?|weeks?)[- ]olds?,?\s+)?"
_KILLING = r"(?:shot and kill(?:ed|ing)|fatally sho(?:t|oting)|shot to death|kill(?:ed|ing|s)|murder(?:ed|ing)|slaying|gunned down|shooting to death|stabbed to death|fatally stabb\w+|shot dead|took the lives? of|claimed the lives? of)"
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (part, re.compile(rf"(?:{cue})\s*{_AGE}$", _FLAGS))
    for part, cue in (
        (
            DEAD,
            r"\b(?:deaths?|killings?|murders?|slayings?|homicides?|manslaughter|bod(?:y|ies)|funerals?|vigil|remains)\s+(?:of|for)(?:\s+(?:his|her|their|the|an?|[a-z]+)){0,3},?",
        ),
        (DEAD, rf"\b{_KILLING}(?:\s+[a-z-]+(?:[’']s)?){{0,4}},?"),
        (
            DEAD,
            r"\b(?:killed|dead|died|deceased|slain|fatalities)(?:\s+(?:was|were|is|are|include[sd]?))?\s*(?:\(?\w+\)?\s*)?(?::|,?\s+including)?",
        ),
        (VICTIM, r"\b(?:shot|shoots|stabbed|stabs|attacked|struck)(?:\s+(?:and\s+\w+|his|her|their|\w+ly|an?)){0,3}"),
        (
            WOUNDED,
            r"\b(?:wound(?:ed|ing)|injur(?:ed|ing))(?:\s+(?:his|her|their|the|[a-z]+)){0,3}",
        ),
        (SUSPECT, rf"\b{_SUSPECT},?(?:\s+(?:is|was|are|were))?,?(?:\s+(?:named|known as))?(?::)?"),
        (
            SUSPECT,
            r"\b(?:arrest(?:ed|ing|s)?|charg(?:ed|ing)|accus(?:ed|ing|es)|indict(?:ed|ing)|booked|detained|sentenc(?:ed|ing)|convict(?:ed|ing)|prosecut(?:ed|ing)|looking for|search(?:ing)? for|hunt(?:ing)? for|seeking|arrest of|warrants? (?:for|against)|charges? against|case against|trial of|custody of|hands? of)(?:\s+(?:suspect|his|her|their|father|brother|[a-z]+)){0,2},?",
        ),
        (VICTIM, r"\bvictims?(?:\s+(?:was|were|is|are|included?|includes|including|of))?,?\s*:?"),
        (SOMEBODY, r"\b(?:it|he|she|names?)\s+(?:was|were|is)"),
        (DRIVER, r"\b(?:driver|motorist)s?,?(?:\s+(?:was|is))?"),
        (OFFICER, rf"\b(?:the|slain|fallen|wounded|injured|off-duty)\s+(?:\w+\s+)?{_OFFICER},?(?:\s+(?:was|is))?"),
        (
            SPEAKER,
            r"\b(?:according(?: to)?|sa(?:id|ys)|told|spokes(?:man|woman|person)|sheriff|police chief|chief|captain|capt\.|lt\.|sgt\.|det\.|coroner|prosecutor|attorney|mayor|director|superintendent|commissioner|examiner|judge|neighbou?r|witness|resident|reporter|by|photo by|credit:|contact|anchor)",
        ),
        (SPEAKER, r"\b[A-Z][\w.&]*(?:\s+\d{1,2})?[’']s?"),
    )
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (part, re.compile(cue, _FLAGS))
    for part, cue in (
        (
            DEAD,
            r"(?:,?\s+who)?,?\s+(?:(?:\w+ly\s+)?(?:was|were|is|are|has been|have been|had been|has|have|had|being)\s+)?(?:\w+ly\s+|also\s+|later\s+|both\s+|all\s+){0,2}"
            r"(?:died|dies|killed(?=\s+(?:in|by|when|after|on|while|at|as|during|early|late|and|sunday|monday|tuesday|wednesday|thursday|friday|saturday|\w+day|$)|[.,;]|$)"
            r"|shot and killed(?!\s+(?:himself|herself|his|her|their|a|an|the|two|three|\d))|shot to death|shot dead|fatally (?:shot|stabbed|wounded|injured)(?!\s+(?:his|her|their|the|an?)\b)|gunned down|slain|murdered(?!\s+(?:his|her))|pronounced|declared dead|found (?:dead|shot to death|fatally)|dead\b|stabbed to death|succumbed|taken off life support|lost (?:his|her) life|identified as (?:the|one of the) (?:\w+ ){0,2}(?:dead|deceased|victims?|man killed|woman killed))",
        ),
        (
            DEAD,
            r"[’']s?\s+(?:\w+\s+){0,1}(?:death|killing|murder(?! (?:trial|charge|case))|body|slaying|funeral|killers?|homicide|memory)\b",
        ),
        (VICTIM, r",?\s+(?:(?:is|was|are|were)\s+)?(?:the|one of (?:the|\w+))\s+(?:\w+\s+){0,2}victims?\b"),
        (
            WOUNDED,
            r"(?:,?\s+who)?,?\s+(?:was|were|is|are|has been|have been)\s+(?:also\s+|\w+ly\s+)?(?:wounded|injured|hospitali[sz]ed|treated|in (?:critical|stable|serious|fair|good)|taken to|rushed to|airlifted|recovering|expected to survive|found (?:with|suffering))",
        ),
        (VICTIM, r"(?:,?\s+who)?,?\s+(?:was|were)\s+(?:also\s+)?(?:shot|stabbed|struck|hit)\b"),
        (
            SUSPECT,
            r"(?:,?\s+who)?,?\s+(?:(?:was|were|is|are|has been|have been|had been|being)\s+)(?:\w+ly\s+|also\s+|later\s+|both\s+|still\s+|now\s+|each\s+|being\s+){0,2}"
            r"(?:arrest|charged|accused|wanted|booked|taken into custody|in custody|indicted|arraigned|sentenced|convicted|found guilty|facing|held (?:without|for|in (?:jail|custody|the)|on (?!\w+day))|jailed|suspected|detained|identified as (?:the|an?|one of the) (?:\w+ ){0,2}(?:suspect|gunm[ae]n|shooter|attacker)|(?:the|an?|one of the) (?:\w+ ){0,3}(?:suspect|gunm[ae]n|shooter|attacker|killer))",
        ),
        (
            SUSPECT,
            r"(?:,?\s+who)?,?\s+(?:(?:then|later|allegedly|apparently|fatally|had|also|reportedly)\s+){0,2}(?:faces?\b|faced|surrendered|turned (?:him|her)self|opened fire|fired|shot\b|shoots\b|kills\b|killed\b|stabbed|murdered|pleaded|pled|fled|confessed|admitted|stormed|ambushed|gunned down (?:his|her|two|three|\d)|barricaded|attacked|attempted to (?!revive|save|flee)|entered|robbed|took (?:his|her) own life)",
        ),
        (SUSPECT, rf",\s+(?:the|an?)\s+(?:\w+\s+){{0,2}}{_SUSPECT}\b"),
        (VICTIM, r",?\s+as\s+(?:an?|the|one of the)\s+(?:\w+\s+){0,2}victims?\b"),
        (SUSPECT, rf",?\s+as\s+(?:an?|the|one of the)\s+(?:\w+\s+){{0,2}}{_SUSPECT}\b"),
        (OFFICER, rf",\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}(?:{_OFFICER}|veteran of the)\b"),
        (
            SPEAKER,
            r",?\s+(?:also\s+|later\s+)?(?:said|says|told|tells|reports?|reported|contributed|added|explained|confirmed|announced|wrote|declined|speaks|spoke|recalled|tweeted|described|called|heard|saw|witnessed|lives)\b",
        ),
        (
            SPEAKER,
            r",\s+(?:(?:the|an?|his|her|their|who\s+(?:is|was|lives))\s+)?(?:[\w’'-]+\s+){0,5}?(?:spokes(?:man|woman|person)|director|sheriff|prosecutor|attorney|neighbou?r|witness|reporter|chief|mayor|coroner|resident|principal|superintendent|lawyer|detective|next door|pastor)\b",
        ),
    )
)
_IDENTIFIED = re.compile(
    r"\b(?P<verb>identif(?:y|ied|ies|ying)|named?|naming|id[’']?(?:ed|d))\b(?P<what>[^.;]{0,70}?)(?:\bas\b|:)\s*(?:as\s+)?"
    + _AGE
    + r"(?:[a-z]+\s+){0,4}$",
    _FLAGS,
)
_BE = re.compile(r"\b(?:was|were|been|is|are|being)\s+(?:\w+\s+){0,2}$", _FLAGS)
# Behind a name, before its verb: ", 25, of Marden,", ", a student,".
_ASIDE = re.compile(
    r"(?:,?\s*(?:both\s+)?\(?(?:aged?\s+)?\d{1,3}\)?(?:[- ]years?[- ]old)?(?:\s+and(?=\s+(?:from|of)\b))?)?"
    r"(?:,?\s+(?:both\s+)?(?:of|from)\s+(?:the\s+\d+\s+block\s+of\s+)?(?:[A-Z][\w.’'-]*\s?){1,4}(?<!\s)(?:,\s+[A-Z][\w.]{1,14})?)?"
    r"(?:,\s+(?!who\b)[^.,;]{3,40}(?=,\s+(?:was|were|is|are|has|have|who|died|and|faces|opened|turned|surrendered|as)))?,?"
)
_GLUE_WORDS = frozenset(
    "and his her their the both of from aged age year old years month months wife husband son daughter sons daughters brother sister mother "
    "father girlfriend boyfriend partner fiancee a an man woman boy girl s st ave in also cousin stepson stepdaughter children friend as well".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def parts_of(text: str, names: Sequence[Span]) -> Mapping[Span, frozenset[str]]:
    """The parts of each name, in the order of the text; none where the clause does not tell.

    >>> told = "Ana Velder, 30, and Paul Orr, 31, were killed, police chief Ida Lowe said."
    >>> spans = [Span(0, 10), Span(20, 28), Span(60, 68)]
    >>> [sorted(part) for part in parts_of(told, spans).values()]
    [['dead'], ['dead'], ['speaker']]
    """
    ordered = sorted(names)
    before = [_told_before(text, span) for span in ordered]
    after = [_told_after(text, span) for span in ordered]
    joined = [_is_list(text[a.end : b.start]) for a, b in itertools.pairwise(ordered)]
    for i, glued in enumerate(joined):
        if glued and not before[i + 1]:
            before[i + 1] = before[i]
    for i in range(len(joined) - 1, -1, -1):
        if joined[i] and not after[i]:
            after[i] = after[i + 1]
    return {span: b | a for span, b, a in zip(ordered, before, after, strict=True)}


def called(phrase: str) -> str:
    """What a noun phrase calls somebody: "the gunman" a suspect, "the woman killed" dead, "them" somebody; "" for nobody."""
    return next((part for part, pattern in _CALLED if pattern.search(phrase)), "")


def roles_in(phrase: str) -> tuple[str, ...]:
    """The parts that the nouns of a phrase name, in its order; the dead and the wounded together are the victims.

    >>> roles_in("names of the suspect and the victims"), roles_in("the dead and wounded"), roles_in("the four of them")
    (('suspect', 'victim'), ('victim',), ())
    """
    found = sorted((m.start(), part) for part, pattern in _CALLED if part != SOMEBODY for m in pattern.finditer(phrase))
    parts = [part for _, part in found]
    if {DEAD, WOUNDED} <= set(parts):
        parts = [VICTIM if part in (DEAD, WOUNDED) else part for part in parts]
    elif DEAD in parts or WOUNDED in parts:
        parts = [part for part in parts if part != VICTIM]
    return tuple(dict.fromkeys(parts))


def _told_before(text: str, span: Span) -> frozenset[str]:
    left = text[max(0, span.start - BEFORE) : span.start]
    left = re.split(r"[.!?][\"”]?\s+(?=[A-Z])(?<!\bLt\. )(?<!\bSgt\. )(?<!\bDet\. )(?<!\bCapt\. )(?<!\bRev\. )", left)[
        -1
    ]
    identified = _IDENTIFIED.search(left)
    if identified:
        return frozenset({_identified_as(left, identified)})
    return frozenset(part for part, pattern in _BEFORE if pattern.search(left))


def _identified_as(left: str, identified: re.Match[str]) -> str:
    """What somebody was who is identified: by the object of the verb, or by what stands before a passive."""
    what, before = identified["what"], left[: identified.start()]
    if _BE.search(before) or what.lstrip().startswith(("by", "as")) or not called(what):
        what = before + what
    return called(what) or SOMEBODY


def _told_after(text: str, span: Span) -> frozenset[str]:
    right = text[span.end : span.end + AFTER]
    aside = _ASIDE.match(right)
    skipped = aside.end() if aside else 0
    starts = {0, skipped, skipped - 1 if skipped and right[skipped - 1] == "," else skipped}
    return frozenset(part for part, pattern in _AFTER if any(pattern.match(right, at) for at in starts))


def _is_list(gap: str) -> bool:
    """Whether only ages, towns, kin and "and" stand between two names."""
    if not gap or len(gap) > LONGEST_GLUE or re.search(r"[.!?]\s+[A-Z]\w{3}", gap):
        return False
    return all(word[0].isupper() or fold(word) in _GLUE_WORDS for word in _WORD.findall(gap)) and bool(
        re.search(r",|;|\band\b|\bas well as\b", gap)
    )
