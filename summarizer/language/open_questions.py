"""Word tables of what reports leave open and of how others tell it: what is asked, what is left open, what answers.

Data only. The reader of stance knows the plain ways to say "not known"; these are the ways that only hint at it, and the
forms in which news tells a cause of death, a motive, a relation, a charge.
"""

from __future__ import annotations

import re

from summarizer.domain.facts import Kind

_FLAGS = re.IGNORECASE

# What is asked, by the words of the open question; several may be ("the names and ages").
ASKED: tuple[tuple[str, Kind, re.Pattern[str]], ...] = (
    (
        "identity",
        Kind.NAME,
        re.compile(
            r"\bidentif\w*|\bidentit\w*|\bnames?\b|\bnamed\b|\bunidentified\b|\bunknown (?:male|man|gunman|shooter|offender|suspect)"
            r"|\b(?:seeking|looking for|searching for|hunting(?: for)?) (?:an? |the )?(?:suspects?|gunm[ae]n|shooters?|attackers?)\b"
            r"|\b(?:information|details?|word) (?:on|about|regarding) (?:the |any |any of the )?(?:victims?|suspects?|shooters?|gunm[ae]n|dead|deceased)\b|\binformation was\b",
            _FLAGS,
        ),
    ),
    ("age", Kind.AGE, re.compile(r"\bages?\b|\bhow old\b", _FLAGS)),
    (
        "death",
        Kind.MANNER,
        re.compile(r"\bhow\b[^.;]{0,40}\b(?:died|killed)\b|\b(?:cause|manner) of death\b", _FLAGS),
    ),
    ("motive", Kind.MANNER, re.compile(r"\bmotives?\b|\bmotivations?\b", _FLAGS)),
    (
        "relation",
        Kind.ROLE,
        re.compile(r"\brelationship\b|\bhow\b[^.;]{0,30}\b(?:related|connected)\b", _FLAGS),
    ),
    (
        "charge",
        Kind.MANNER,
        re.compile(r"(?<!more )(?<!additional )(?<!further )(?<!other )(?<!any )\bcharges\b(?! stem)", _FLAGS),
    ),
    (
        "place",
        Kind.PLACE,
        re.compile(r"\bwhere\b(?! (?:in|inside|on) the)[^.;]{0,40}\b(?:found|died|killed|shot|bodies)\b", _FLAGS),
    ),
    ("date", Kind.DATE, re.compile(r"\bdates?\b|\bwhen\b", _FLAGS)),
)
_NAME = r"(?:names?|identit(?:y|ies))"
_ANYBODY = r"(?:male|female|m[ae]n|wom[ae]n|boy|girl|teen|teenager|person|people|victims?|offender|gunm[ae]n|suspects?|shooters?|assailants?|officers?|driver)"
LEFT_OPEN = re.compile(
    r"\b(?:seeking|looking for|searching for|hunting(?: for)?) (?:an? |the )?(?:unknown |unidentified )?(?:suspects?|gunm[ae]n|shooters?|attackers?)\b(?:\(s\)| or suspects)?"
    rf"|\b(?:unknown|unidentified|unnamed) {_ANYBODY}\b"
    r"|\bcharges\b[^.;]{0,40}\b(?:pending|forthcoming)\b"
    rf"|\b{_NAME}[^.;,]{{0,50}}? (?:will|would)(?: not|n['’]t)? be (?:released|disclosed|made public|announced|withheld|given)\b"
    rf"|\b{_NAME}[^.;,]{{0,50}}? (?:is|are|was|were|has been|have been)(?: being)? (?:withheld|pending)\b"
    r"|\b(?:awaiting|pending) (?:positive |formal |official )?identification\b"
    r"|\bneither (?:the |of the )?[\w’' -]{2,40}?(?: nor (?:the )?[\w’' -]{2,30}?)? (?:was|were|has been|have been) (?:immediately |publicly )?(?:identified|named)\b"
    r"|\bnor (?:have|has|did|were|was) (?:any of )?(?:the |they )?[\w’' -]{0,30}?(?:victims|suspects?|shooters?|gunm[ae]n|names)\b"
    r"|\bno (?:other |further |more )?(?:information|details) (?:was|were|has been|have been|is|are) (?:immediately |yet )?(?:available|released|given) (?:about|on|regarding) (?:the |any )?(?:victims?|suspects?|shooters?|gunm[ae]n|dead|deceased)\b"
    r"|\b(?:has|have|had|did)(?:n['’]t| not) (?:yet )?(?:released?|given?|provided?) (?:any |further |much )?(?:information|details) (?:on|about|regarding) (?:the |any |any of the )?(?:victims?|suspects?|shooters?|gunm[ae]n|dead|deceased)\b"
    r"|\b(?:not yet|not been|yet to be|as[- ]yet[- ]un|not immediately|not publicly) ?identified\b"
    r"|\b(?:won['’]t|will not|would not|did not|have not|has not|haven['’]t|hasn['’]t|declined to|refused to) (?:confirm|releas|disclos|giv|provid|discuss)(?:e[dn]?|ed)?\b[^.;]{0,40}\b(?:names?|identit(?:y|ies)|ages?|relationship)\b",
    _FLAGS,
)
KIN = r"(?:wife|husband|brother|sister|son|daughter|girlfriend|boyfriend|fianc[eé]e?|mother|father|partner|nephew|niece|cousin|uncle|aunt|roommate|neighbou?r|stepson|stepfather|stepdaughter|co-?worker)"
# The figure or phrase that answers, by what is asked.
TOLD: dict[str, re.Pattern[str]] = {
    "death": re.compile(
        r"\b(?:died|dead|killed|death)\b[^.;,]{0,40}\b(?:gunshot wounds?|head injuries|stab wounds?|stabbing|strangulation|drown\w+|smoke inhalation|blunt[- ]force \w+|heart attack|cancer|injuries)\b"
        r"|\b(?:gunshot|stab) wounds?\b|\bself-inflicted\b|\bwas fatally (?:shot|stabbed)\b|\bshot (?:his|her) (?:ex-)?\w+",
        _FLAGS,
    ),
    "place": re.compile(
        r"\b(?:found|discovered|located)\b[^.;,]{0,12}\b(?:in|inside|throughout|on|near|at|outside) [^.;,]{3,30}\b",
        _FLAGS,
    ),
    # Told of the one who did it: "killed a woman, her son and himself" does not say whose son the killer was.
    "relation": re.compile(
        r"(?<!was )(?<!were )(?<!been )\b(?:shot|shoots|shooting|kill(?:s|ed|ing)|stabb(?:ed|ing)|murder(?:s|ed|ing)|attack(?:s|ed|ing)|gunned down|ambushed)\b(?: (?:and|both|to|death|killed|dead|killing|fatally)){0,3} "
        rf"(?P<told>(?:his|her|their)\s+(?:(?:ex|former|estranged|older|younger|pregnant|\d+-year-old)[- ])?{KIN}\b)",
        _FLAGS,
    ),
    "motive": re.compile(
        r"\b(?:was|were|is|been|apparently|allegedly) motivated by [^.;,]{3,40}\b"
        r"|\b(?:likely|apparent|alleged|suspected|possible) motive (?:was|is|appears to (?:be|have been)) (?!not|un|still|under|being)[^.;,]{3,40}\b|\bmotive (?:was|is|appears to (?:be|have been)) (?!not|un|still|under|being)[^.;,]{3,40}\b"
        r"|\b(?:robbery|revenge|retaliation|jealousy|drugs|money|hate) (?:was|is|may have been|appears to have been|as) (?:the|a|their|his) (?:possible |likely |suspected )?motive\b"
        r"|\bin (?:retaliation|revenge) for [^.;,]{3,40}\b|\b(?:act of|gang) (?:revenge|retaliation)\b"
        r"|\b(?:stemm\w+|resulted|began|started|arose|grew) (?:from|out of|with|over|as|in|after) an? (?:[a-z]+ )?(?:argument|dispute|quarrel|feud|fight|robbery|altercation|disagreement)\b"
        r"|\b(?:argument|dispute|quarrel|feud|fight|altercation) over [^.;,]{3,30}\b",
        _FLAGS,
    ),
    "charge": re.compile(r"\b(?:is|was|were|been|are) charged with [^.;,]{3,40}\b", _FLAGS),
}
# A witness who keeps the own name back leaves no question open.
OWN_NAME = re.compile(r"\bgiv(?:e|en|ing) (?:his|her|their) (?:\w+ )?names?\b|\bto be (?:named|identified)\b", _FLAGS)
# Before an answer, in its clause, these undo it: "none could provide a motive".
UNTOLD = re.compile(
    r"\b(?:no|not|none|nobody|nor|never|unclear|unknown|whether|if|without|cannot|trying|determine|determining)\b|n['’]t\b",
    _FLAGS,
)
