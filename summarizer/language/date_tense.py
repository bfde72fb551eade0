"""Whether the words around a date speak of what was or of what will be: a text and a place in, "past", "future" or "" out.

The nearest cue counts: before the date first, back to the clause's start, then after it. Reads a bounded stretch.
"""

from __future__ import annotations

import re

LOOK_BACK = 110  # characters: about 18 words, a long news clause
LOOK_AHEAD = 70

_WORDS = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|;|:(?!\d)")
_FUTURE = frozenset(
    "will 'll won't shall would may might should must scheduled due expected planned slated tomorrow deadline begins starts "
    "opens expires".split()
)
# These announce only with an infinitive: "plans to", "set to"; "the plan" and "a record set" do not.
_FUTURE_WITH_TO = frozenset(
    "set plan plans planning hope hopes hoping intend intends aim aims going expect expects want wants is are".split()
)
_PAST = frozenset(
    "was were had did said told came went took left began met fell rose won lost sent held gave got made found ran saw spoke struck hit shot "
    "broke drove flew grew knew led paid put read sold shook stood thought threw wrote became brought bought built caught chose felt fought "
    "kept laid lay sank sat shut spent swept bore beat cut fled slid quit hurt didn't wasn't weren't hadn't ago".split()
)
_EFFECTIVE = re.compile(r"\beffective\s(?:on\s|as\sof\s)?$")
_SINCE = re.compile(r"\b[Ss]ince\s(?:late\s|early\s)?$")
_NO_PAST = frozenset(
    "need speed feed indeed proceed exceed succeed breed seed deed weed shed unprecedented red bed fred hundred united".split()
)
_HELPERS = frozenset("will be to would may might should must being shall can could won't cannot not".split())
_NOT_YET = frozenset({"would", "may", "might", "should", "must"})


def tense_around(text: str, start: int, end: int) -> str:
    """What the cue nearest to the date between `start` and `end` says.

    >>> tense_around("The court will rule on Friday", 23, 29), tense_around("He was arrested on Friday", 19, 25)
    ('future', 'past')
    >>> tense_around("The minister said Friday he will resign", 18, 24)
    'past'
    """
    if _SINCE.search(text, max(0, start - 12), start):
        return "past"
    if _EFFECTIVE.search(text, max(0, start - 16), start):
        return ""  # "was named chairman, effective Feb. 1": the nearer of the two
    before = _words(text, max(0, start - LOOK_BACK), start)
    for index in range(len(before) - 1, -1, -1):
        if before[index] in ";:":
            break
        found = _cue(before, index)
        if found:
            return found
    after = _words(text, end, min(len(text), end + LOOK_AHEAD))
    for index, word in enumerate(after):
        if word in ";:":
            break
        found = _cue(after, index)
        if found:
            return found
    headline = not text.rstrip().endswith((".", "!", "?", '"', "”"))
    return "future" if headline and _is_announced(before) else ""


def _words(text: str, start: int, end: int) -> list[str]:
    """Lower-case words and clause marks; a capitalised May is a month or a person, never the verb."""
    return [m.group().lower() for m in _WORDS.finditer(text, start, end) if m.group() != "May"]


def _cue(words: list[str], index: int) -> str:
    word = words[index]
    after = words[index + 1] if index + 1 < len(words) else ""
    if (
        word in _FUTURE
        or word.endswith(("'ll", "’ll"))
        or (word in _FUTURE_WITH_TO and after == "to")
        or (word == "set" and after == "for")
    ):
        # "may have left" and "had been due" are past
        past = (word in _NOT_YET and after == "have") or words[max(0, index - 2) : index] == ["had", "been"]
        return "past" if past else "future"
    past = (
        word in _PAST
        or (word == "set" and after == "on")
        or (word.endswith("ed") and len(word) > 3 and word not in _NO_PAST)
    )
    past = past or (word.endswith("ing") and index > 0 and words[index - 1] == "after")  # "after voting"
    return "past" if past and not _is_infinitive(words, index) else ""


def _is_infinitive(words: list[str], index: int) -> bool:
    """Whether a form belongs to "will be", "to be", "may not be" and is no past."""
    before = words[index - 1] if index else ""
    if before.endswith("ly") or before == "not":
        before = words[index - 2] if index > 1 else ""
    return before in _HELPERS


def _is_announced(before: list[str]) -> bool:
    """A headline's infinitive near its start: "Leaders to meet Friday"."""
    return any(
        word == "to" and index > 0 and before[index + 1] not in _NO_VERB
        for index, word in enumerate(before[:6])
        if index + 1 < len(before)
    )


_NO_VERB = frozenset("the a an its his her their this that all some at".split())
