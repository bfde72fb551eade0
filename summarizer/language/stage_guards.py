"""Words that look like a stage of a case and are none: the sentence and the place of a wording in it in, whether it is none out.

"Captured" on video, "treated and released" from hospital and "more serious charges" that a plea makes go away are no stage of
anybody's whole case; neither is what befell others in other years.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

NEAR = 60  # characters on either side of a wording that belong to it
BACKGROUND_REACH = 200  # characters on either side: what dates a whole sentence stands at either of its ends
# Another case, or an older one.
_ELSEWHERE = re.compile(
    r"\b(?:previous(?:ly)?|prior|in the past|criminal (?:record|history|past)|convicted felon|on (?:probation|parole)|rap sheet"
    r"|(?:years|months|decades?) (?:ago|earlier|before)|unrelated|(?:another|separate|different|similar|earlier) (?:case|incident|shooting|attack|crime)"
    r"|(?:over|in|during|for) the (?:last|past) (?:\w+ )?(?:years|decades?|months)|(?:each|every) year|in recent years|(?:several|multiple|numerous|many|\w+teen) times|since (?:19|20)\d\d|earlier this year|of (?:all )?such cases)\b",
    re.IGNORECASE,
)
# One case of a row of them, whose people the next sentences tell of.
_ROW = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|latest|another|similar|other) (?:such )?(?:\w+ )?(?:incidents?|cases?|shootings?|attacks?|accidents?|crimes?|tragedy|tragedies)\b"
    r"[^.;]{0,60}\b(?:week|month|year|days|weeks|months)\b",
    re.IGNORECASE,
)
_CAMERA = re.compile(
    r"\b(?:video|footage|camera|cameras|surveillance|tape|film|cctv|dashcam|photos?|pictures?|images?)\b", re.IGNORECASE
)
_CARE = re.compile(
    r"\b(?:hospital(?:s|i[sz]ed)?|treated|treatment|treating|medical|medics?|doctors?|surgery|clinic|wounds?|wounded|injur\w+|emergency room)\b",
    re.IGNORECASE,
)
# What is spoken of or wished for is not done.
_TALKED_OF = re.compile(
    r"\b(?:speculat\w+|comment\w*|based|rul(?:e|es|ed|ing)|decid\w+|decision|discuss\w*|information|vot(?:e|es|ed)|word|able|unable|cause existed|evidence|enough|grounds)(?: \w+)? \Z",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:in order|trying|tried|tries|hop(?:e|es|ed|ing)|want\w*|efforts?|attempt\w*|plan\w*|urg\w+|ask\w*|encourag\w+) (?:\w+ ){0,3}?to (?:take|bring|get|put|turn)(?: \w+){0,3} \Z",
    re.IGNORECASE,
)
# Whoever was there is asked.
_ASKED_AROUND = re.compile(
    r"\w+\s+(?:the\s+|potential\s+|any\s+|other\s+|all\s+)?(?:people|witness\w*|residents|neighbou?rs|students|relatives|family|employees|everyone|parents|those|bystanders|staff)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|fourth) (?:man|woman|suspect|person|teen\w*|boy|girl)\b", re.IGNORECASE
)
# A plea is paid for with some of the charges, and of several counts some may go.
_PART = re.compile(
    r"\b(?:exchange|return|plea|pleads?|pleaded|pled|pleading|deal|agreement|agreed|guilty|remaining|reduced|lesser|instead|convicted|sentenced)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:more|most|some|several|other|others|enhancement|lesser|serious|additional|one|two|three|four|five|six|\d+|of the|gun|weapons?|firearms?|drug|against (?:him|her|them) of)\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"\b(?:additional|more|further|other|added|new|upgraded|federal|adult|hate[- ]crime|contest|trial|court|judge)\b",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"\s+(?:from|by) (?:\w+ ){1,3}(?:job|work|position|post|company|employer|firm|business)\b", re.IGNORECASE
)
_CUSTODY = re.compile(
    r"\s*(?:\w+\s+){0,3}?(?:on|after posting) (?:his |her |their |a |an? \$?[\d,]+ )?(?:own |\$[\d,]+ )?(?:bond|bail|recogni\w+|parole|probation|promise|conditions?)|\s*(?:\w+\s+)?(?:from (?:\w+ ){0,3}(?:jail|prison|custody|detention)|without charge)",
    re.IGNORECASE,
)
# What tells that the one who was told of goes free: he is let out of something or on something.
_LET_OUT = re.compile(
    r"\s*(?:(?:early|late|\w+day|\w+ \w+day)\s+)?(?:on (?!\w+day)|from|without|pending|after|to)\b", re.IGNORECASE
)


def is_elsewhere(text: str) -> bool:
    """Whether a sentence tells of another case, or of many.

    >>> is_elsewhere("Over the last eight years, 14 people have been charged in the county.")
    True
    """
    return bool(_ELSEWHERE.search(text))


def is_one_of_a_row(text: str) -> bool:
    """Whether a sentence leads over to another case: "the second incident in a week"."""
    return bool(_ROW.search(text))


def is_no_stage(name: str, text: str, start: int, end: int) -> bool:
    """Whether the words at a place of a sentence, which read like those of a stage, tell of something else."""
    look = _LOOKS.get(name)
    return look is not None and look(text, start, end)


def lets_out(text: str, end: int) -> bool:
    """Whether the words behind "released" say of what or on what: a statement is released, too."""
    return bool(_LET_OUT.match(text, end))


def _is_held_elsewise(text: str, start: int, end: int) -> bool:
    """Taken by a camera, or only wished to be taken."""
    if _WISHED.search(text, max(0, start - NEAR), start):
        return True
    return text[start:end].lower().endswith(("captured", "caught", "capture")) and _is_near(_CAMERA, text, start, end)


def _is_let_go_elsewise(text: str, start: int, end: int) -> bool:
    """Let go by a hospital or an employer."""
    if _CUSTODY.match(text, end):
        return False
    return bool(_WORK.match(text, end)) or _is_near(_CARE, text, start, end, NEAR + NEAR)


def _is_part_dropped(text: str, start: int, end: int) -> bool:
    """Some of the charges, for a plea or beside others."""
    return bool(_PART.search(text) or _SOME.search(text, max(0, start - 12), end))


def _is_talked_of(text: str, start: int, _end: int) -> bool:
    return bool(_TALKED_OF.search(text, max(0, start - NEAR), start))


def _is_not_first_charge(text: str, start: int, end: int) -> bool:
    """More charges beside those that there are, or what a judge is to do."""
    return _is_talked_of(text, start, end) or bool(_ADDED.search(text, max(0, start - 24), end))


def _is_asked_around(text: str, start: int, _end: int) -> bool:
    """Whoever was there, or another one of interest."""
    return bool(_ASKED_AROUND.match(text, start) or _ANOTHER.search(text, max(0, start - NEAR), start))


def _is_near(pattern: re.Pattern[str], text: str, start: int, end: int, reach: int = NEAR) -> bool:
    return bool(pattern.search(text, max(0, start - reach), min(len(text), end + reach)))


_LOOKS: Mapping[str, Callable[[str, int, int], bool]] = {
    "questioned": _is_asked_around,
    "held": _is_held_elsewise,
    "uncharged": _is_not_first_charge,
    "charged": _is_talked_of,
    "released": _is_let_go_elsewise,
    "dropped": _is_part_dropped,
}
