"""Whether a sentence can be read without those around it: its text in; what it lacks, and where its dateline ends, out."""

from __future__ import annotations

import re
from itertools import islice

from summarizer.language.name_words import is_role_noun
from summarizer.language.words import WORD, holds

MOST_WORDS = 60  # of a sentence, that are looked at for whom a pronoun means

_FURNITURE_HEAD = re.compile(
    r"""
    \W{0,3}(?: (?:additional\ )?(?:reporting|editing|writing|compiled|edited|written)\ (?:and\ \w{1,12}\ )?by\b   # "Reporting by Jo Dow; editing by …"
      | (?:photo|image|picture|video|file|graphic|caption|watch|listen|related|advertisement|read\ (?:more|also|next)|see\ also)\s?[:|(]
      | (?:sign\ up|subscribe|click\ here|follow\ us|download\ (?:the|our)|join\ our|scroll\ down|tap\ here)\b
      | (?:copyright|©|\(c\)) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"""
    \b(?:contributed\ to\ this\ (?:report|story|article)|all\ rights\ reserved|this\ is\ a\ (?:breaking|developing)\ (?:news\ )?story
      |this\ (?:story|article|report)\ (?:has\ been|was|will\ be)\ (?:first\ |originally\ )?(?:updated|published|corrected)
      |(?:to|for)\ our\ (?:[\w-]{1,12}\ ){0,2}newsletters?|(?:use[sd]?|accept)\ cookies|our\ (?:privacy|cookie)\ policy
      |may\ not\ be\ (?:published,\ broadcast|reproduced))\b
    | (?:\bvia\ |[/(|]\s?)getty\ images\b
    | \bhttps?:// | \bwww\.\w | \b1-8\d\d-\d | \b(?:hotline|helpline|crime\ ?stoppers)\b [^.]{0,80} \d{3}  # "call the hotline at 1-800-…"
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Of which each that stands further back has one.
_FURNITURE_SIGNS = (
    *(
        "contributed to",
        "rights reserved",
        "this is a",
        "this story",
        "this article",
        "this report",
        "newsletter",
        "cookies",
        " policy",
    ),
    *("may not be", "getty", "http", "www.", "1-8", "hotline", "helpline", "stoppers"),
)
# A sentence that opens so leans on the one before it: "But it …", "He said …", "Instead, …", "That …".
_LEANING = re.compile(
    r"""
    ^[\W_]{0,4}(?: (?:he|she|it|they|his|her|hers|its|their|theirs|him|them|this|that|these|those|we|our|us|i|my|you|your)\b
      | (?:but|and|or|so|yet|nor|however|instead|meanwhile|moreover|furthermore|also|still|then|therefore|thus|besides|nevertheless
        |nonetheless|otherwise|additionally|similarly|likewise|consequently|hence|afterwards?|later|elsewhere|both|such|another|others?
        |neither|either|the\ (?:latter|former|two|pair|same|others?)|for\ (?:example|instance)|in\ (?:addition|contrast|turn|response)
        |as\ a\ result|on\ the\ other\ hand|at\ the\ (?:same\ time|time)|after\ (?:that|this)|before\ (?:that|this)|because\ of\ (?:this|that))\b
      | (?:there|here)\b (?!\ (?:is|are|was|were|has|have|had|will)\b)
      | the\ (?:\w{2,12}\ )?ones?\b(?!-) | (?:one|some|most|many|all|none|each|several|two|three|four)\ of\ (?:them|these|those)\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "There is" opens a sentence of its own; "It is unclear", "It was the worst flood" too.
_EXPLETIVE = re.compile(
    r"^\W{0,3}it\ (?:is|was|remains|remained)\ (?:not\ )?(?:yet\ )?(?:un)?(?:clear|known|likely|possible|the\b)",
    re.IGNORECASE | re.VERBOSE,
)
# "…," she said. "…", the council told them.
_SAID_TO_OR_BY = re.compile(
    r"""
    ^[\"“'‘«] [^\"”»]{1,1000} [\"”»'’] \ (?:he|she|they|it|we|i)\b
    | ,\ (?:he|she|they|it)\ (?:said|says|added|told|wrote|warned|explained|continued|noted|insisted|argued)\W{0,3}$
    | \btold\ (?:him|her|them|us|me)\W{0,3}$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HE_OR_SHE = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
_SOMEBODY = frozenset(
    "man men woman women boy girl child teenager baby person anyone anybody everyone everybody nobody someone somebody who whoever "
    "policeman policewoman fisherman businessman businesswoman shopkeeper patient worker passenger pedestrian defendant player".split()
)
_OPENING, _CLOSING = "“«", "”»"
# "LIMA, Peru, Oct. 3 (AP) — ", "NEW YORK — ", "Orne (Reuters) - ", "(CNN) — ". A sentence begins after it, so that "NATO — the
# alliance" is none. A town without an agency is in capitals: "The mayor — Ana Dow — said" is none either.
_DATELINE = re.compile(
    r"""
    ^(?: (?:[A-Z][\w.'’,/ -]{1,50}\ )? \((?=[A-Z])[\w.'’&/ -]{2,30}\) \s*[,.]?\s* [—–―:-]{1,2}\s+
      | (?:[A-Z][A-Z.'’-]+\ ){0,3}[A-Z][A-Z.'’-]{2,} (?:,\ [A-Z][\w.'’-]{1,15}(?:\ [A-Z0-9][\w.'’-]{0,12}){0,2}){0,2}
        \s* (?:—|–|―|--|\ -)\s* )
    (?=["“‘'«]?[A-Z0-9])
    """,
    re.VERBOSE,
)


# Who is to be called or written to.
_NOTICE = re.compile(
    r"""
    \b(?:anyone|anybody|those|people|witnesses|if\ you\ have|persons?)\ (?:with|who\ has|having|that\ has)?\ ?(?:any\ |more\ |further\ )?(?:information|tips?)\b
    | \bcrime\ ?stoppers\b | \b(?:can|may)\ be\ (?:reached|contacted|e-?mailed)\ (?:at|on|by)\b | \b(?:call|contact)\ [^.]{2,60}\ at\ \(?\d{3}
    | (?<!\w)@\w{2,30} | \b[\w.]{2,30}@[\w.]{3,30} | \bread\ or\ share\ this\ story\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOTICE_SIGNS = (
    "information",
    "tip",
    "stoppers",
    "reached",
    "mailed",
    "call",
    "contact",
    "@",
    "share this",
)  # of which each notice has one
# When a page was put up or changed, not when anything happened: "Updated: Sunday, July 5, 2015 10:14 AM EDT".
_STAMP = re.compile(
    r"(?:\b(?:posted|updated|published|modified|created|uploaded|revised)(?: on| at)?\s?[:|]|[(|]\s?(?:posted|updated|published))\s*(?:on )?\W{0,2}$",
    re.IGNORECASE,
)
STAMP_REACH = 24


def is_notice(text: str) -> bool:
    """Whether a sentence tells readers whom to call, write to or follow.

    >>> is_notice("Anyone with information is asked to call Crime Stoppers."), is_notice("She had no information.")
    (True, False)
    """
    return holds(text.lower(), _NOTICE_SIGNS) and bool(_NOTICE.search(text))


def is_stamp(text: str, start: int) -> bool:
    """Whether the date at an offset says when the page was put up or changed.

    >>> is_stamp("Updated: Sunday, July 5, 2015 10:14 AM", 9), is_stamp("It was updated on July 5.", 18)
    (True, False)
    """
    return bool(_STAMP.search(text, max(0, start - STAMP_REACH), start))


def is_furniture(text: str) -> bool:
    """Whether a sentence belongs to the page and not to the story: credits, captions, notices, a cry in capitals.

    >>> is_furniture("Reporting by Jo Dow; editing by Ann Lee"), is_furniture("The mayor was reporting a theft.")
    (True, False)
    """
    if text.isupper() or _FURNITURE_HEAD.match(text):
        return True
    return holds(text.lower(), _FURNITURE_SIGNS) and bool(_FURNITURE.search(text))


def is_leaning(text: str) -> bool:
    """Whether a sentence leans on the one before it, or is a piece of a longer quotation.

    >>> is_leaning("But he left."), is_leaning("The mayor left."), is_leaning("It is unclear why the mayor left.")
    (True, False, False)
    """
    if _is_part_of_quotation(text) or _SAID_TO_OR_BY.search(text):
        return True
    return bool(_LEANING.match(text)) and not _EXPLETIVE.match(text)


def has_nobody(text: str, named: int) -> bool:
    """Whether it speaks of a he or she who is not in it before: `named` is where its first name starts, or its length.

    >>> text = "The council accuses him of ignoring two warnings."
    >>> has_nobody(text, len(text)), has_nobody("The mayor said he would go.", 27), has_nobody("Dow said he would.", 0)
    (True, False, False)
    """
    for word in islice(WORD.finditer(text), MOST_WORDS):
        said = word.group().lower().replace("’", "'").removesuffix("'s")
        if word.start() >= named or said in _SOMEBODY or is_role_noun(said):
            return False
        if said in _HE_OR_SHE:
            return True
    return False


def _is_part_of_quotation(text: str) -> bool:
    straight = text.count('"') % 2 == 1
    curly = sum(text.count(c) for c in _OPENING) != sum(text.count(c) for c in _CLOSING)
    return straight or curly


def dateline_end(text: str) -> int:
    """Where the sentence proper starts: the offset behind its dateline, 0 where it has none.

    >>> text = "LIMA, Oct. 3 (AP) — Two bridges fell."
    >>> text[dateline_end(text):], dateline_end("Two bridges — both old — fell.")
    ('Two bridges fell.', 0)
    """
    found = _DATELINE.match(text)
    return found.end() if found else 0
