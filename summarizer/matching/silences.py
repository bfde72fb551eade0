"""Who had no answer and gives one now: the statements of two versions that are in one only in, changes out.

"Orbel declined to comment" and "Orbel denied that it was in talks" share too little to be one statement rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.domain.facts import Kind
from summarizer.domain.report import ReadStatement
from summarizer.language.words import REPORTING, STOP_WORDS, WORD, fold
from summarizer.matching.changes import Change, rewrite
from summarizer.matching.stance_changes import change_at

LONGEST = 60  # code points of the answer that are shown
MOST_ASKED = 20  # statements of either version: nobody is asked so often
_SILENT = re.compile(
    r"""
    \b(?:declined|refused)\ to\ comment\b | \b(?:did|has|have|had|would)\ not\ (?:immediately\ )?(?:respond|reply|answer|comment|commented|responded)\b
    | \bcould\ not\ (?:immediately\ )?be\ reached\b | \b(?:had|made|offered|gave)\ no\ (?:immediate\ )?(?:comment|answer)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def answer_changes(before: Iterable[ReadStatement], after: Iterable[ReadStatement]) -> Iterator[Change]:
    """For each who was silent in one of `before` what the first of `after` says that has them as its speaker."""
    answers = [read for read in after if read.statement.speaker][:MOST_ASKED]
    silent = [(read, found) for read in before if (found := _SILENT.search(read.statement.text))]
    for read, found in silent[:MOST_ASKED]:
        asked = _words(read.statement.text[: found.start()])
        for answer in answers:
            verb = _verb(answer)
            if verb and asked & _words(answer.statement.speaker or "") and not _SILENT.search(answer.statement.text):
                values = ("silent", fold(answer.statement.text[slice(*verb)]))
                yield change_at(rewrite(read, answer), (Kind.POLARITY, "answer_given"), values, (found.span(), verb))
                break


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in WORD.findall(text)) - STOP_WORDS


def _verb(read: ReadStatement) -> tuple[int, int] | None:
    """What they say, from the verb of saying on."""
    text = read.statement.text
    for token in read.tokens:
        if token.tag == "VERB" and fold(token.lemma) in REPORTING:
            end = len(text.rstrip(" ."))
            if end - token.start > LONGEST:
                end = token.start + text[token.start : token.start + LONGEST].rfind(" ")
            return token.start, max(end, token.end)
    return None
