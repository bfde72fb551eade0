"""The language that lexicons put wordings in: a row of the lexicon in, an expression and the words that it needs out.

A row is words in a row: a/b either word; word* any ending; word? may be left out; {a/b} the word that names the thing; ".." up to
four words, "..." up to nine; BE HAVE NOT their forms, WAS those of BE that no "will" or "to" stands before, and the classes that a lexicon declares.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

BASE: Mapping[str, str] = {
    "BE": "is/are/was/were/be/been/being/get/gets/got",
    "WAS": "is/are/was/were/been/being/gets/got",
    "HAVE": "has/have/had",
    "NOT": "not/never/hasn't/haven't/hadn't/isn't/aren't/wasn't/weren't/didn't/don't/doesn't/won't/wouldn't",
}
_GAPS = {"..": r"(?:\s+[\w'’$,-]{1,20}){0,4}?", "...": r"(?:\s+[\w'’$,-]{1,20}){0,9}?"}


def expression(row: str, macros: Mapping[str, str] = BASE) -> str:
    """A row as a regular expression; the thing that it names stands in a group of its own.

    >>> expression("BE let? go")
    '(?:is|are|was|were|be|been|being|get|gets|got)(?:\\\\s+(?:let))?\\\\s+(?:go)'
    """
    built = ""
    for word in row.split():
        if word in _GAPS:
            built += _GAPS[word]
            continue
        optional, group = word.endswith("?"), "(" if word.startswith("{") else "(?:"
        one = "|".join(re.escape(f.rstrip("*")) + (r"\w*" if f.endswith("*") else "") for f in forms(word, macros))
        gap = r"\s+" if built else ""
        built += rf"(?:{gap}{group}{one}))?" if optional else rf"{gap}{group}{one})"
    return built


def forms(word: str, macros: Mapping[str, str] = BASE) -> list[str]:
    """The words that may stand at one place of a row."""
    parts = word.rstrip("?").strip("{}").split("/")
    return [form for part in parts for form in macros.get(part, part).split("/")]


def needed(row: str, macros: Mapping[str, str] = BASE) -> list[list[str]]:
    """The words of each place of a row that cannot be left out; without the places where any ending may stand."""
    places = [forms(word, macros) for word in row.split() if word not in _GAPS and not word.endswith("?")]
    return [found for found in places if not any(form.endswith("*") for form in found)]


def signs(row: str, macros: Mapping[str, str] = BASE) -> tuple[str, ...]:
    """The forms of the word of a row that is most telling: the one whose shortest form is longest.

    >>> signs("NOT .. pay/paid .. ransom")
    ('ransom',)
    """
    return tuple(form.lower() for form in max(needed(row, macros), key=lambda found: min(len(f) for f in found)))


def pattern(rows: Sequence[str], macros: Mapping[str, str] = BASE) -> re.Pattern[str]:
    """Any of the rows, as whole words."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(expression(row, macros) for row in rows)})(?!\w)", re.IGNORECASE)
