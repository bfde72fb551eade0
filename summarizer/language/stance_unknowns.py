"""What is not known yet: a sentence in; mentions of open questions out, each on the words that say so and what they are about.

Precise before complete: a phrase counts only where it names its question ("the motive is unclear"), not where somebody
merely does not do something ("did not say goodbye").
"""

from __future__ import annotations

import re

from summarizer.domain.facts import Kind, Mention, Phrase
from summarizer.domain.text import Span
from summarizer.language import stance_words as words
from summarizer.language.words import holds, letter_runs

# Longer "sentences" are tables or lists run together.
READ_AT_MOST = 2_000
LONGEST = 80  # characters of a mention: the contract's limit for evidence
MOST_OBJECT_WORDS = 6
MOST_SUBJECT_WORDS = 5

_FLAGS = re.IGNORECASE
_OPEN_QUESTIONS = tuple((re.compile(pattern, _FLAGS), kind) for pattern, kind in words.OPEN_QUESTIONS)
_WHAT = (
    r"(?:motives?|causes?|reasons?|names?|identit(?:y|ies)|ages?|whereabouts|dates?|locations?|terms|prices?|details?|numbers?|tolls?"
    r"|circumstances|conditions?|nationalit(?:y|ies)|amounts?|extent|figures?|origins?)"
)
_TOLD = (
    r"(?:identified|named|released|disclosed|determined|established|announced|made\s+public|published|revealed|set|fixed|specified|known|given"
    r"|provided|agreed|decided|finali[sz]ed|divulged)"
)
_ASKED = r"(?:how\s+(?:many|much|long|old)|who(?:m|se)?|when|where|why|what(?:\s+time)?|how|whether|if|which)"
_OF = r"(?:\s+(?:of|for|in|behind)(?:\s+[\w'’-]{1,20}){1,5}?)?"
_NOT = r"(?:n['’]t|\s+not)(?:\s+(?:yet|immediately|initially|publicly|still)){0,2}"
_PATTERNS = (
    # "the motive for the attack remains unclear", "the cause was not known", "details were not immediately available"
    rf"\b(?P<what>{_WHAT}){_OF}\s+(?:(?:is|was|are|were)\s+(?:still\s+|yet\s+|as\s+yet\s+)?|remain(?:s|ed)?\s+)"
    r"(?:unclear|unknown|undetermined|undisclosed|uncertain|a\s+mystery|not\s+(?:yet\s+|immediately\s+)?(?:clear|known|available)|under\s+investigation"
    r"|being\s+(?:investigated|withheld)|withheld)\b",
    # "it was not immediately clear how many", "it is unclear who", "it remains to be seen whether"
    rf"\b(?:it\s+(?:is|was|remain(?:s|ed))\s+)?(?:still\s+)?(?:unclear|unknown|not\s+(?:yet\s+|immediately\s+)?(?:clear|known)|to\s+be\s+seen)\s+(?P<what>{_ASKED})\b",
    # "how he died is unclear", "whether he will run remains unknown"
    rf"^(?P<what>{_ASKED})(?:\s+[\w'’-]{{1,20}}){{1,8}}?\s+(?:is|was|remain(?:s|ed)?)\s+(?:still\s+|as\s+yet\s+|yet\s+)?(?:unclear|unknown|uncertain|not\s+(?:yet\s+)?(?:clear|known))\b",
    # "names were not released"
    rf"\b(?P<what>{_WHAT}){_OF}\s+(?:was|were|(?:has|have|had)\s+been){_NOT}\s+{_TOLD}\b(?!\s+as\b)",
    rf"\b(?P<what>{_WHAT}){_OF}\s+(?:has|have|had){_NOT}\s+been\s+{_TOLD}\b(?!\s+as\b)",
    # "has not been identified", "have not yet identified the victims", "have yet to name"
    rf"\b(?P<passive>(?:has|have|had){_NOT}\s+been\s+(?:yet\s+|publicly\s+|officially\s+|formally\s+)?{_TOLD})\b(?!\s+(?:as|on|against|off|to|up|out)\b)",
    rf"\b(?P<passive>(?:was|were){_NOT}\s+(?:been\s+)?(?:identified|named|disclosed|released|made\s+public))\b(?!\s+(?:as|from|until|to|on|in)\b)",
    rf"\b(?P<passive>(?:has|have|had|remain(?:s|ed)?|is|are)\s+yet\s+to\s+be\s+{_TOLD})\b(?!\s+as\b)",
    rf"\b(?:(?:has|have|had){_NOT}\s+(?:identified|named|determined|established|disclosed|specified|released)|(?:has|have|had)\s+yet\s+to"
    r"\s+(?:identify|name|determine|establish|disclose|specify|release))(?=\s+(?:the|an?|any|those|its|his|her|their|who|what|how|why|where|when|whether)\b)",
    # "no word on a motive", "no details about", "no date has been set", "no suspects have been identified"
    r"\bno\s+(?:immediate\s+|further\s+|official\s+)?(?:word|details?|information|indication)\s+(?:yet\s+|immediately\s+)?(?:on|about|of|as\s+to|regarding)"
    r"\s+(?:the\s+|an?\s+|any\s+)?(?P<what>[\w-]{1,20})",
    rf"\bno\s+(?:immediate\s+)?(?P<what>{_WHAT}|suspects?|victims?)\s+(?:has|have|had|was|were)\s+(?:yet\s+)?(?:been\s+)?{_TOLD}\b(?!\s+as\b)",
    r"\bno\s+arrests?\s+(?:(?:has|have|had)\s+(?:yet\s+)?been|was|were)\s+(?:immediately\s+)?(?:made|reported|announced)\b",
    r"\b(?:no\s+one|nobody|no\s+group)\s+(?:has\s+|had\s+)?(?:yet\s+|immediately\s+)?claimed\s+responsibility\b",
    r"\bno\s+(?:immediate\s+)?claims?\s+of\s+responsibility\b",
    # "did not say when", "would not give a motive", "declined to say", "without giving a date", "nobody knows why"
    rf"\b(?:(?:did|do|does|has|have|would|could){_NOT}|declin(?:ed|es)\s+to|refused\s+to|without)\s+"
    r"(?:say(?:ing)?|said|specif(?:y|ied|ying)|disclos(?:e|ed|ing)|giv(?:e|en|ing)|releas(?:e|ed|ing)|provid(?:e|ed|ing)|reveal(?:ed|ing)?|elaborat(?:e|ing)\s+on)"
    rf"\s+(?:(?:the|an?|any|their|his|her|its|further|more|exactly|precisely)\s+){{0,2}}(?P<what>{_ASKED}|{_WHAT})\b",
    rf"\b(?:nobody|no\s+one)\s+knows\s+(?:yet\s+|exactly\s+)?(?P<what>{_ASKED})\b",
    rf"(?<!\bI )\b(?:do|does|did){_NOT}\s+(?:yet\s+)?know\s+(?:yet\s+|exactly\s+)?(?P<what>how\s+(?:many|much|long|old)|who|when|where|why|what|whether|if)\b",
    rf"\b(?:(?:did|has|have|would|could){_NOT}|declin(?:ed|es)\s+to)\s+(?:identify|name)(?=\s+(?:the|an?|any|those|its|his|her|him|them|either)\b)",
    # "are trying to determine what caused it", "are investigating how"
    rf"\b(?:(?:still\s+)?trying\s+to\s+(?:determine|establish|find\s+out)|still\s+investigating)\s+(?P<what>{_ASKED}|(?:the\s+|an?\s+)?{_WHAT})\b",
    r"\bcould(?:n['’]t|\s+not)\s+(?:immediately\s+)?be\s+(?:(?:immediately|independently)\s+)?(?P<claim>verified|confirmed|determined)\b",
    r"\bunidentified(?:\s+(?:man|woman|boy|girl|person|people|men|women|suspects?|gunm[ae]n|victims?|driver|assailants?|attackers?|shooters?))\b",
)
# Every pattern needs one of these; one look at them spares most sentences the twenty patterns.
_SIGNS = (
    "unclear",
    "unknown",
    "unde",
    "undi",
    "unidenti",
    "uncertain",
    "mystery",
    "investigat",
    "withheld",
    "seen",
    "n't",
    "n’t",
    "declin",
)
_SIGN_WORDS = frozenset("no not nobody yet refused without trying".split())
_UNKNOWN = tuple(re.compile(pattern, _FLAGS) for pattern in _PATTERNS)
_OBJECT = re.compile(
    rf"(?:\s+(?!(?:and|but|or|who|which|that|after|before|when|while|because|as|since|until|on|in|at)\b)[\w'’-]{{1,24}}){{1,{MOST_OBJECT_WORDS}}}",
    _FLAGS,
)
# Where these follow "what", the question is over with the cue: "no details about the number".
_TAKES_OBJECT = re.compile(
    r"(?:identif\w+|name|named|determined?|establish\w*|disclosed?|specif\w+|released?|who\w*|how\s+\w+|how|what|why|where|when|whether|if|which|names?|number|cause|identity|ages?|motives?)$",
    _FLAGS,
)
_SUBJECT = re.compile(rf"(?:[\w'’-]{{1,24}}\s+){{1,{MOST_SUBJECT_WORDS}}}$")
_SUBJECT_START = re.compile(r"\b(?:and|but|or|that|while|because|whose|who|said|says|the|a|an)\s+", _FLAGS)


def unknowns(sentence: str) -> tuple[Mention, ...]:
    """What the sentence says is not known, set or released yet: values with the key "unknown", on the words that say so.

    >>> [(m.span.of("The motive is unclear."), m.kind.value) for m in unknowns("The motive is unclear.")]
    [('motive is unclear', 'manner')]
    """
    text = sentence[:READ_AT_MOST]
    if _SIGN_WORDS.isdisjoint(letter_runs(text)) and not holds(text.lower(), _SIGNS):
        return ()
    found: list[Mention] = []
    for pattern in _UNKNOWN:
        for match in pattern.finditer(text):
            span = _widened(text, match)
            if not any(span.overlaps(other.span) for other in found):
                found.append(Mention(span=span, kind=_question(text, match), value=Phrase(key="unknown")))
    return tuple(sorted(found, key=lambda m: m.span))


def _widened(text: str, match: re.Match[str]) -> Span:
    """The cue with its object behind it ("have not identified the gunman"), or its subject before it."""
    start, end = match.span()
    if match.groupdict().get("passive") or match.groupdict().get("claim"):
        subject = _SUBJECT.search(text, max(0, start - LONGEST), start)
        if subject:
            begin = subject.start()
            for joint in _SUBJECT_START.finditer(text, begin, start):
                begin = joint.end()
            start = begin if begin < start else match.start()
    elif _TAKES_OBJECT.search(match[0]):
        following = _OBJECT.match(text, end)
        end = following.end() if following else end
    if end - start > LONGEST:
        start, end = (match.start(), end) if end - match.start() <= LONGEST else match.span()
    return Span(start, min(end, start + LONGEST))


def _question(text: str, match: re.Match[str]) -> Kind:
    """The kind of what is open: by the words of the phrase, then by the subject before it, then by what follows."""
    if match.groupdict().get("claim"):
        return Kind.POLARITY
    before = re.split(r"[,;:—]", text[max(0, match.start() - 60) : match.start()])[-1]
    after = re.split(r"[.,;:—]", text[match.end() : match.end() + 40])[0]
    for words_there in (
        match.groupdict().get("what") or "",
        before if match.groupdict().get("passive") else "",
        match[0],
        before,
        after,
    ):
        for pattern, kind in _OPEN_QUESTIONS:
            if words_there and pattern.search(words_there):
                return kind
    return Kind.MANNER
