"""Who did what to whom: a statement's tagged words in, its deeds with the ones who act and who are acted on out.

Only deeds told as done or as not done: plans, conditions, questions and what could be are none. "Was struck by Orvia" has
Orvia for its agent; "refused to sign" is a signing not done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.domain.text import Aspect
from summarizer.language.clause_company import object_of, subject_of
from summarizer.language.clause_phrases import noun_run, noun_start
from summarizer.language.clause_verbs import is_passive
from summarizer.language.clause_words import CALENDAR, NOMINAL, Tokens
from summarizer.language.clauses import aspect_of
from summarizer.language.once import kept
from summarizer.language.words import REPORTING, fold

UNREAL = frozenset("would could should may might can will shall 'll 'd ’ll ’d must if unless whether".split())
UNREAL_REACH = 6  # words before a verb, in which its modal stands
BY_REACH = 5  # words between a passive verb and its "by"
OPEN = frozenset("has have refuse refuses refused decline declines declined yet".split())
NEGATING = frozenset("not n't n’t never no nobody none nothing neither nor hardly without".split())
LONGEST_HELP = 5  # helpers of one verb: "has so far not been"
ONTO = frozenset({"on", "against", "over", "of"})  # "attack on", "win over", "takeover of"
OWNING = frozenset({"'s", "’s", "'", "’"})
WITHHOLDING = frozenset({"refuse", "decline", "fail", "unable", "yet"})
INFORMING = frozenset({"warn", "inform", "tell", "advise"})  # somebody: a deed of its own
LIGHT_VERBS = frozenset(
    "be have do get go make take come give become seem keep let begin start continue remain".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One verb with the tokens of its parties; `first` is where its helpers begin."""

    verb: int
    first: int
    agent: int | None
    patient: int | None
    done: bool
    open: bool  # not done, and may be done later


@kept
def read_deeds(tokens: Tokens) -> tuple[Deed, ...]:
    """Every verb that is told as done or not done, in text order."""
    return tuple(_deeds(tokens))


def _deeds(tokens: Tokens) -> Iterator[Deed]:
    if any(t.text == "?" for t in tokens):
        return
    for index, token in enumerate(tokens):
        if token.tag != "VERB" or token.lemma in REPORTING - INFORMING or token.lemma in LIGHT_VERBS:
            continue
        aspect = aspect_of(tokens, index)
        if aspect not in (Aspect.DONE, Aspect.NOT_DONE) or _is_unreal(tokens, index, aspect):
            continue
        agent, patient = _parties(tokens, index)
        if agent is not None or patient is not None:
            first = _first_helper(tokens, index)
            yield Deed(
                verb=index,
                first=first,
                agent=agent,
                patient=patient,
                done=aspect is Aspect.DONE,
                open=aspect is Aspect.NOT_DONE and is_left_open(tokens, index),
            )


def read_named_deeds(tokens: Tokens) -> Iterator[Deed]:
    """ "Orvia's attack on Quenby", and "Orvia lost to Quenby", in which Quenby is the one who won."""
    for index in range(1, len(tokens) - 2):
        word, link = tokens[index], tokens[index + 1]
        if word.tag == "NOUN" and link.lemma in ONTO:
            agent, patient = _owner(tokens, index), noun_run(tokens, index + 2)
        elif (
            word.tag == "VERB"
            and word.lemma == "lose"
            and link.lemma == "to"
            and aspect_of(tokens, index) is Aspect.DONE
        ):
            agent, patient = noun_run(tokens, index + 2), subject_of(tokens, index)
        else:
            continue
        if agent is not None and patient is not None and not _is_unreal(tokens, index, Aspect.DONE):
            yield Deed(verb=index, first=index, agent=agent, patient=patient, done=True, open=False)


def _owner(tokens: Tokens, noun: int) -> int | None:
    """Whose a noun is: the name before its "'s"."""
    at = noun - 1
    while at > 0 and tokens[at].tag in ("ADJ", "NOUN", "NUM"):
        at -= 1
    return at - 1 if at > 0 and tokens[at].text in OWNING else None


def is_left_open(tokens: Tokens, verb: int) -> bool:
    """Whether what was not done may be done later: "has not signed", "refused to sign"; not "did not", "has never"."""
    helpers = {fold(t.text) for t in tokens[_first_helper(tokens, verb) : verb]}
    return bool(OPEN & helpers) and "never" not in helpers


def _is_unreal(tokens: Tokens, verb: int, aspect: Aspect) -> bool:
    """Whether a modal or a condition makes it no report, a gerund no verb of its own, or a present no single deed."""
    near = [fold(t.text) for t in tokens[max(0, verb - UNREAL_REACH) : verb]]
    if UNREAL & set(near) or tokens[verb].text.endswith("ing"):
        return True
    if aspect is Aspect.NOT_DONE:
        return bool({"do", "does", "don't", "doesn't"} & set(near))
    return near[-1:] == ["to"] or near[-1:] == ["n't"]


def _first_helper(tokens: Tokens, verb: int) -> int:
    at = verb
    while at > max(0, verb - LONGEST_HELP) and (
        tokens[at - 1].tag in ("AUX", "PART", "ADV")
        or (tokens[at].lemma == "to" and tokens[at - 1].lemma in WITHHOLDING)
        or tokens[at - 1].lemma == "not"
    ):
        at -= 1
    return at


def _parties(tokens: Tokens, verb: int) -> tuple[int | None, int | None]:
    if not is_passive(tokens, verb):
        return subject_of(tokens, verb), object_of(tokens, verb)
    for at in range(verb + 1, min(len(tokens) - 1, verb + 1 + BY_REACH)):
        if tokens[at].tag in ("VERB", "PUNCT"):
            break
        if tokens[at].lemma == "by":
            found = noun_run(tokens, at + 1)
            timed = found is not None and tokens[found].lemma.lower() in CALENDAR
            return (None if timed else found), subject_of(tokens, verb)
    return None, subject_of(tokens, verb)


def phrase_at(tokens: Tokens, head: int) -> tuple[int, int]:
    """First and last token of the noun phrase of a head, without what owns it."""
    start = noun_start(tokens, head)
    owned = [i + 1 for i in range(start, head) if tokens[i].text in ("'s", "’s")]
    return max([start, *owned]), head


def named(tokens: Tokens, head: int | None, *, owns: bool = False) -> frozenset[str]:
    """The folded words of the proper name that a party is; empty for a noun, several parties or none.

    One with "'s" behind it is a party only where it `owns` the deed.
    """
    if head is None or tokens[head].lemma.lower() in CALENDAR:
        return frozenset()
    opening = (
        head == 0 and tokens[0].text[:1].isupper()
    )  # where every word has its capital, a name may be read as a noun
    if tokens[head].tag != "PROPN" and not (opening and tokens[0].tag == "NOUN"):
        return frozenset()
    start = head
    while start > 0 and tokens[start - 1].tag == "PROPN":
        start -= 1
    if start > 0 and tokens[start - 1].tag == "CCONJ":
        return frozenset()
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    if behind is not None and (behind.tag in ("CCONJ", *NOMINAL) or (behind.text in OWNING and not owns)):
        return frozenset()
    return frozenset(fold(t.text) for t in tokens[start : head + 1] if len(t.text) > 1 and not t.text.endswith("."))
