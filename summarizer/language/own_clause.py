"""The clause that a value stands in: the tokens of a sentence and the value's place in; its subject, verb and end out.

Where the rules of clauses.py say which verb a value belongs to, these say which words make up that verb's clause, so that the
clause can stand alone: infinitives and gerunds are carried back to the finite verb that they hang on, a relative clause to the
noun it narrows, a second verb to the subject of the first.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.language.clause_phrases import Phrase, phrase_of
from summarizer.language.clause_subject import (
    DAYS,
    LONGEST_CLAUSE,
    RELATIVE,
    finite_group,
    is_break,
    may_be_participle,
    noun_before,
    subject_phrase,
)
from summarizer.language.clause_verbs import action_of, verb_before
from summarizer.language.clause_words import CALENDAR, NOMINAL, Tokens
from summarizer.language.words import REPORTING

_STARTING = frozenset("he she they we i it who which that whom whose there".split())
_CLAUSE_OR_PHRASE = frozenset("after before since until as".split())
_INTRANSITIVE = frozenset(
    "die collapse happen occur arrive crash explode appear emerge live work belong participate stay remain erupt land sail travel "
    "last expire vary consist depend kick vote resign escape agree concede".split()
)
_PARTICLES = frozenset("up down out off away back".split())
_UNCHANGED = frozenset("hit put cut set cost shut spread burst beat split cast quit read let bet hurt".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnClause:
    """Indices of tokens; every end is exclusive.

    The subject's noun is the last of its own phrase, `tail` ends what narrows it ("of the town"). `group` is the first word
    of the verbs, `verb` the last. `passive` says that the clause is a participle only ("founded in 1931"), which wants "was".
    """

    subject: tuple[int, int]
    tail: int
    group: int
    verb: int
    end: int
    passive: bool = False


def own_clause(tokens: Tokens, first: int, last: int) -> OwnClause | None:
    """The clause of the value at tokens[first:last + 1], None where it has no finite verb with a subject.

    >>> from summarizer.language.tagging import tag
    >>> words = tag("The mayor said she had ordered him to pay back £400, the sum he took.")
    >>> found = own_clause(words, 10, 11)
    >>> " ".join(t.text for t in words[found.subject[0]:found.end])
    'she had ordered him to pay back £ 400'
    """
    phrase = phrase_of(tokens, first, last)
    verb = _verb(tokens, phrase, last)
    return None if verb is None else clause_of(tokens, verb, last)


def clause_of(tokens: Tokens, verb: int, last: int) -> OwnClause | None:
    """The clause of a verb, as far as the value that ends at `last` and what follows it."""
    group = finite_group(tokens, verb)
    if group is None:
        return None
    passive = _is_bare_participle(tokens, group, verb)
    subject = noun_before(tokens, group) if passive and group else subject_phrase(tokens, group, last)
    if subject is None or not _agrees(tokens, subject, group):
        return None
    end = clause_end(tokens, max(verb, last) + 1)
    if passive:  # "the vote held on Sunday gives her the seat"
        end = next((i for i in range(max(verb, last) + 1, end) if tokens[i].tag in ("VERB", "AUX")), end)
    return OwnClause(
        subject=subject,
        tail=_tail(tokens, subject[1], group),
        group=group,
        verb=verb,
        end=end,
        passive=passive,
    )


def _agrees(tokens: Tokens, subject: tuple[int, int], group: int) -> bool:
    """Whether the first verb can be finite: a noun in the singular with "train" behind it is a longer noun."""
    word, noun = tokens[group], tokens[subject[1] - 1]
    if word.tag not in ("VERB", "AUX", "ADV", "PART") or noun.tag not in NOMINAL:
        return word.tag in ("VERB", "AUX", "ADV", "PART")
    if noun.tag == "NOUN" and noun.lemma != noun.text.lower() and word.text.lower() in ("was", "is", "has"):
        return False
    base = word.tag == "VERB" and word.text.lower() == word.lemma and word.lemma not in _UNCHANGED
    plural = (
        noun.text.lower().endswith("s")
        or noun.text != noun.lemma
        or noun.tag == "PROPN"
        or "and" in (t.text for t in tokens[slice(*subject)])
    )
    return not base or plural


def _verb(tokens: Tokens, phrase: Phrase, last: int) -> int | None:
    """The verb that the value belongs to, or a form of "be" that stands for one."""
    action = action_of(tokens, phrase)
    if phrase.head is None and any(
        t.lemma.lower() in CALENDAR or t.lemma in DAYS for t in tokens[phrase.left : last + 1]
    ):
        at = phrase.left - 1
        while at > 0 and tokens[at].tag in ("ADP", "DET"):
            at -= 1
        return at if at >= 0 and tokens[at].tag == "VERB" else action  # "said on Wednesday there was evidence"
    after = _copula_after(tokens, max(phrase.right, last) + 1)
    if action is not None and not (tokens[action].lemma in REPORTING and action < phrase.left and after is not None):
        return action
    if after is not None:
        return after
    return _copula_before(tokens, phrase.left - 1)


def _copula_after(tokens: Tokens, start: int) -> int | None:
    """ "300 soldiers were on their way"."""
    if start < len(tokens) and tokens[start].tag == "AUX":
        at = start
        while at + 1 < len(tokens) and tokens[at + 1].tag in ("AUX", "ADV"):
            at += 1
        return at if at + 1 >= len(tokens) or tokens[at + 1].tag != "VERB" else at + 1
    return None


def _copula_before(tokens: Tokens, start: int) -> int | None:
    """ "Its centre was 25 km west"."""
    for at in range(start, max(-1, start - LONGEST_CLAUSE), -1):
        if tokens[at].tag in ("AUX", "VERB"):
            return at
        if is_break(tokens, at) or tokens[at].text == ",":
            return None
    return None


def _is_bare_participle(tokens: Tokens, group: int, verb: int) -> bool:
    """ "a mission launched in 2021", "Founded in 1931, the firm": a participle without a helper that only narrows a noun."""
    if group != verb or tokens[verb].tag != "VERB" or not may_be_participle(tokens[verb].text):
        return False
    if tokens[verb].lemma in _INTRANSITIVE or _has_object(tokens, verb):
        return False
    if verb == 0:
        return True
    before = tokens[verb - 1]
    if before.text == "," and verb + 1 < len(tokens) and tokens[verb + 1].tag == "ADP":
        return True
    if before.tag not in NOMINAL or tokens[verb].lemma in REPORTING:
        return False
    if _is_followed(tokens, verb):
        return True
    main = verb_before(tokens, verb - 2)
    if main is not None and _only_narrows(tokens, main):
        main = None
    return (main is not None and not any(t.text == "," or t.tag == "CCONJ" for t in tokens[main:verb])) or any(
        t.lemma in RELATIVE and t.tag == "PRON" for t in tokens[max(0, verb - 2) : verb]
    )


def _only_narrows(tokens: Tokens, verb: int) -> bool:
    """Whether an earlier participle narrows the subject: "the units trained in the east reached the front"."""
    after_noun = verb > 0 and tokens[verb - 1].tag in NOMINAL
    return after_noun and may_be_participle(tokens[verb].text) and not _has_object(tokens, verb)


def _is_followed(tokens: Tokens, verb: int) -> bool:
    """Whether the finite verb comes only now: "the results of the vote held on Sunday give her the seat"."""
    for at in range(verb + 1, min(len(tokens), verb + LONGEST_CLAUSE)):
        word = tokens[at]
        if word.text == "," or word.tag in ("CCONJ", "SCONJ", "PRON", "PART") or is_break(tokens, at):
            return False
        if word.tag == "AUX" or (word.tag == "VERB" and not word.text.endswith(("ing", "ed", "en"))):
            return tokens[verb + 1].tag == "ADP"
    return False


def _has_object(tokens: Tokens, verb: int) -> bool:
    """Whether a noun follows, over a particle: "turned down a quote", "found him guilty"."""
    at = verb + 1
    while at < len(tokens) and (tokens[at].tag == "ADV" or tokens[at].lemma in _PARTICLES):
        at += 1
    return (
        at < len(tokens)
        and tokens[at].tag in ("DET", "PRON", "NUM", "SYM", "ADJ", *NOMINAL)
        and tokens[at].lemma.lower() not in DAYS
    )


def _tail(tokens: Tokens, start: int, group: int) -> int:
    """The end of the prepositional phrases right behind the subject."""
    at = start
    end = start
    while at < group:
        word = tokens[at]
        if (
            word.tag in ("VERB", "AUX")
            or (word.tag == "PRON" and word.text != "those")
            or word.text == ","
            or is_break(tokens, at)
        ):
            break
        at += 1
        if word.tag in NOMINAL or (word.tag == "ADJ" and tokens[at - 2].tag == "DET"):
            end = at
    return end


def clause_end(tokens: Tokens, start: int) -> int:
    """Where the words that belong to the clause end."""
    for at in range(start, min(len(tokens), start + LONGEST_CLAUSE)):
        if at == start and tokens[at].tag == "CCONJ":
            return at
        if tokens[at].text == "," or is_break(tokens, at) or _starts_clause(tokens, at):
            return at
    return min(len(tokens), start + LONGEST_CLAUSE)


def _starts_clause(tokens: Tokens, at: int) -> bool:
    """A pronoun that can be a subject, or "and" before a verb, a figure or another subject."""
    word = tokens[at]
    if word.lemma in _CLAUSE_OR_PHRASE:
        near = tokens[at + 1 : at + 7]
        verb = next((i for i, t in enumerate(near) if t.tag in ("VERB", "AUX") or t.text == ","), 0)
        return verb > 0 and near[verb].tag != "PUNCT" and any(t.tag in (*NOMINAL, "PRON", "NUM") for t in near[:verb])
    if word.tag == "CCONJ":
        near = tokens[at + 1 : at + 5]
        return bool(near) and (
            near[0].tag in ("VERB", "AUX", "SCONJ", "NUM", "ADV", "PRON", "PART")
            or any(t.tag in ("VERB", "AUX", "NUM", "SYM") for t in near)
        )
    if word.tag == "PRON" and word.lemma in _STARTING and word.text.lower() not in ("him", "her", "them", "us", "me"):
        return tokens[at].lemma != "it" or (at + 1 < len(tokens) and tokens[at + 1].tag in ("AUX", "VERB"))
    return (
        word.tag == "DET" and word.lemma in RELATIVE and at + 1 < len(tokens) and tokens[at + 1].tag in ("AUX", "VERB")
    )
