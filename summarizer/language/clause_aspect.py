"""Where an action stands: the tokens of a sentence and its verb in; planned, going on, done or not done out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.text import Aspect, Token
from summarizer.language.clause_company import subject_of
from summarizer.language.clause_words import CATENATIVES, LIGHT, LONGEST_GROUP, LONGEST_LOOK, NOMINAL, SUFFERED, Tokens
from summarizer.language.once import kept_at
from summarizer.language.words import REPORTING

_MODALS = frozenset("will would shall could may might should 'll 'd".split())
_NEGATIONS = frozenset("not n't never hardly nor".split())
_NONE = frozenset("no none nobody nothing neither no-one".split())
_FAILING = frozenset("fail refuse decline yet unable unlikely".split())
_BEGINNING = frozenset("begin start continue manage force help cause lead allow use come appear seem".split())
_UNCHANGED = frozenset(
    "hit put cut set cost shut spread burst beat split cast broadcast quit".split()
)  # the past is the base form
_LASTING = frozenset(
    "remain want need have be seem live hold face believe think hope plan expect mean own contain include".split()
)


@kept_at
def aspect_of(tokens: Tokens, action: int | None) -> Aspect:
    """Whether what a verb names is planned, going on, done or not done, by the words that help it.

    >>> from summarizer.language.tagging import tag
    >>> [str(aspect_of(tag(text), at)) for text, at in (("Troops will not leave.", 3), ("Quake kills 12", 1), ("They left.", 1))]
    ['not_done', 'done', 'done']
    """
    if action is None or not 0 <= action < len(tokens):
        return Aspect.UNKNOWN
    group = _group(tokens, action)
    helpers = [tokens[i] for i in group]
    lemmas = {t.lemma for t in helpers}
    if lemmas & _NEGATIONS or _negated_subject(tokens, group[0] if group else action) or _fails(tokens, group):
        return Aspect.NOT_DONE
    if _is_conditional(tokens, group[0] if group else action):
        return Aspect.UNKNOWN
    if "to" in lemmas:
        return _of_infinitive(tokens, group)
    if lemmas & _MODALS:
        return Aspect.UNKNOWN if "have" in lemmas else Aspect.PLANNED
    return _of_finite(tokens, action, helpers)


def _group(tokens: Tokens, action: int) -> list[int]:
    """The words that help a verb, from the first to the last one, with the verbs that it depends on by "to"."""
    at = action
    while at > max(0, action - LONGEST_GROUP):
        word = tokens[at - 1]
        to_follows = tokens[at].lemma == "to" and tokens[at].tag == "PART"
        if not (word.tag in LIGHT or (to_follows and (word.tag == "VERB" or word.lemma in CATENATIVES))):
            break
        at -= 1
    return list(range(at, action))


def _fails(tokens: Tokens, group: Sequence[int]) -> bool:
    """ "failed to", "refused to", "yet to"."""
    return any(tokens[i].lemma in _FAILING and i + 1 in group and tokens[i + 1].lemma == "to" for i in group)


def _negated_subject(tokens: Tokens, start: int) -> bool:
    """ "No one was killed", "None of them came", "Neither side won"."""
    subject = subject_of(tokens, start)
    if subject is None:
        return False
    edge = max(0, subject - 4)
    for at in range(subject, edge - 1, -1):
        if tokens[at].lemma in _NONE:
            return True
        if at < subject and tokens[at].tag not in ("DET", "ADJ", "NOUN", "PROPN"):
            return False
    return False


def _is_conditional(tokens: Tokens, start: int) -> bool:
    """Whether the clause begins with "if", "unless" or "whether"."""
    for at in range(start - 1, max(-1, start - 12), -1):
        if tokens[at].lemma in ("if", "unless", "whether"):
            return True
        if tokens[at].tag in ("VERB", "SCONJ") or tokens[at].text == ",":
            return False
    return False


def _of_infinitive(tokens: Tokens, group: Sequence[int]) -> Aspect:
    """By the verb before "to": "began to" is done, "is to" and "plans to" are planned."""
    last = max(i for i in group if tokens[i].lemma == "to")
    if any(tokens[i].lemma == "have" and i > last for i in group):
        return Aspect.UNKNOWN
    governing = next((i for i in range(last - 1, max(-1, last - 3), -1) if tokens[i].tag in ("VERB", "ADJ")), None)
    if governing is None or governing not in group or tokens[governing].lemma not in _BEGINNING:
        return Aspect.PLANNED
    return aspect_of(tokens, governing)


def _of_finite(tokens: Tokens, action: int, helpers: Sequence[Token]) -> Aspect:
    word = tokens[action]
    form = word.text.lower()
    lemmas = [t.lemma for t in helpers if t.tag == "AUX"]
    past = any(t.text.lower() in ("was", "were", "had", "did", "been", "got") for t in helpers)
    if form.endswith("ing") and form != word.lemma:
        past = any(t.text.lower() in ("was", "were", "had") for t in helpers)  # "have been going" goes on
        return _of_participle(tokens, action, lemmas, past=past)
    if word.tag in ("ADJ", "NOUN"):
        return Aspect.DONE if past or (form in SUFFERED and not lemmas) else Aspect.UNKNOWN
    if past or "have" in lemmas or "get" in lemmas:
        return Aspect.ONGOING if any(t.text.lower() == "being" for t in helpers) and not past else Aspect.DONE
    if "be" in lemmas:
        return Aspect.ONGOING if any(t.text.lower() == "being" for t in helpers) else Aspect.UNKNOWN
    if "do" in lemmas:
        return Aspect.UNKNOWN
    return _of_bare(tokens, action, form)


def _of_participle(tokens: Tokens, action: int, lemmas: Sequence[str], *, past: bool) -> Aspect:
    """ "is killing" goes on; ", killing 12" is as done as the verb before it."""
    if lemmas:
        return Aspect.DONE if past else Aspect.ONGOING
    if action and tokens[action - 1].text == ",":
        main = next((i for i in range(action - 2, max(-1, action - LONGEST_LOOK), -1) if tokens[i].tag == "VERB"), None)
        return Aspect.UNKNOWN if main is None or tokens[main].text.lower().endswith("ing") else aspect_of(tokens, main)
    around = [*tokens[max(0, action - LONGEST_LOOK) : action], *tokens[action + 1 : action + LONGEST_LOOK]]
    only = not any(t.tag in ("VERB", "AUX") for t in around)
    headed = action > 0 and tokens[action - 1].tag in NOMINAL
    return Aspect.ONGOING if only and headed and _is_headline(tokens) else Aspect.UNKNOWN


def _of_bare(tokens: Tokens, action: int, form: str) -> Aspect:
    """A verb without helpers: the past is done, and so is a headline's present."""
    lemma = tokens[action].lemma
    present = form in (lemma, lemma + "s", lemma + "es", lemma[:-1] + "ies")
    if not present:
        return Aspect.DONE
    if form == lemma and lemma in _UNCHANGED and action and tokens[action - 1].tag != "PRON":
        return Aspect.DONE
    if lemma in _LASTING:
        return Aspect.UNKNOWN
    if lemma in REPORTING and form != lemma:
        return Aspect.DONE
    return Aspect.DONE if _is_headline(tokens) and action > 0 else Aspect.UNKNOWN


def _is_headline(tokens: Tokens) -> bool:
    return tokens[-1].text not in (".", "!", "?", "”", '"', "…", "...")
