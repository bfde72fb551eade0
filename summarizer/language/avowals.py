"""What somebody confirms or denies: a statement's tagged words in, the cue, who says it and what is confirmed or denied out.

"Confirmed that the troops had crossed" and "dismissed reports of a merger"; not "confirmed a nominee", "rejected the offer" or
"did not confirm". What is confirmed is read up to the end of its clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.language.clause_company import subject_of
from summarizer.language.clause_verbs import is_passive
from summarizer.language.clause_words import Tokens
from summarizer.language.deeds import phrase_at
from summarizer.language.words import REPORTING, fold

CONFIRMING = frozenset("confirm acknowledge admit verify corroborate affirm concede confess".split())
DENYING = frozenset("deny refute rebut disavow disprove debunk".split())
BRUSHING_OFF = frozenset("dismiss reject discount repudiate contradict dispute".split())  # an offer or a coach as well
# What is brushed off where no offer, coach or motion is; it says nothing itself of what was reported.
REPORTS = frozenset(
    "report claim allegation suggestion speculation rumor rumour accusation assertion talk account notion idea possibility "
    "charge news insinuation".split()
)
NEGATORS = frozenset("not n't n’t never neither nor without cannot no nobody none".split())
UNSAID = frozenset("would could should may might can will to if unless refuse decline fail whether".split())
REACH = 5  # words before a cue that may undo it
LONGEST_CONTENT = 16
ENDS = frozenset([";", ":", "(", ")", '"', "“", "”", "—", "–", "--", "."])
JOINING = frozenset("but while whereas although though because after when before which who as despite and".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Avowal:
    """One cue with whether it confirms, the token of who says so, and the first and last token of what."""

    cue: int
    confirmed: bool
    speaker: int | None
    first: int
    last: int


def read_avowals(tokens: Tokens) -> Iterator[Avowal]:
    """Every cue that is not undone, in text order."""
    for index, token in enumerate(tokens):
        confirmed = _pole(tokens, index) if token.tag == "VERB" else None
        if confirmed is None or _is_undone(tokens, index):
            continue
        content = _content(tokens, index)
        if content is None:
            continue
        first, last = content
        passive = last < index
        speaker = _behind_by(tokens, index) if passive else subject_of(tokens, index)
        yield Avowal(cue=index, confirmed=confirmed, speaker=speaker, first=first, last=last)


def _pole(tokens: Tokens, index: int) -> bool | None:
    """Whether the word at a place confirms or denies; None where it does neither."""
    lemma = tokens[index].lemma
    if lemma in CONFIRMING or lemma in DENYING:
        return lemma in CONFIRMING
    behind = tokens[index + 1 : index + 6]
    if lemma == "rule" and any(t.lemma == "out" for t in behind[:1]):
        return None if any(t.text.endswith("ing") for t in behind[1:2]) else False  # "ruled out resigning": a plan
    passive = is_passive(tokens, index)
    near = tokens[max(0, index - REACH) : index] if passive else behind
    return False if lemma in BRUSHING_OFF and any(t.lemma in REPORTS for t in near) else None


def _is_undone(tokens: Tokens, index: int) -> bool:
    """ "Did not confirm", "neither confirmed nor denied", "refused to confirm", "could not rule out"."""
    before = [fold(t.lemma) for t in tokens[max(0, index - REACH) : index]]
    joined = [fold(t.lemma) for t in tokens[index + 1 : index + 3]]
    return bool((NEGATORS | UNSAID) & set(before)) or joined[:1] in (["nor"], ["or"])


def _content(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """First and last token of what is confirmed: the clause or noun behind the cue, before it in the passive."""
    if is_passive(tokens, index):
        subject = subject_of(tokens, index)
        if subject is None:
            return None
        low = phrase_at(tokens, subject)[0]
        end = next((i for i in range(index - 1, subject, -1) if tokens[i].tag not in ("AUX", "ADV", "PART")), subject)
        return _past_reports(tokens, low, end)
    end = index
    for at in range(index + 1, min(len(tokens), index + 1 + LONGEST_CONTENT)):
        word = tokens[at]
        joined = at > index + 2 and (word.text == "," or (word.lemma in JOINING and not _joins_nouns(tokens, at)))
        if word.text in ENDS or joined or (word.tag == "VERB" and word.lemma in REPORTING and at > index + 2):
            break
        end = at
    return _past_reports(tokens, index + 1, end) if end > index else None


def _joins_nouns(tokens: Tokens, at: int) -> bool:
    """ "Troops and tanks": the clause goes on."""
    return tokens[at].lemma == "and" and not any(t.tag in ("VERB", "AUX") for t in tokens[at + 1 : at + 4])


def _past_reports(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Without "reports that", "claims of" and what opens the clause."""
    at = first
    for i in range(first, min(last, first + 4)):
        if tokens[i].lemma in REPORTS:
            at = i + 1
            break
    while at <= last and (tokens[at].tag in ("ADP", "SCONJ", "DET", "ADV", "PART") or tokens[at].lemma == "that"):
        at += 1
    return (at, last) if at <= last else None


def _behind_by(tokens: Tokens, index: int) -> int | None:
    for at in range(index + 1, min(len(tokens), index + REACH)):
        if tokens[at].lemma == "by":
            return next(
                (i for i in range(at + 1, min(len(tokens), at + 5)) if tokens[i].tag in ("NOUN", "PROPN")), None
            )
    return None
