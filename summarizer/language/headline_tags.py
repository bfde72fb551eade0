"""The verbs of headlines: the words and tags of a line without a final mark in, the tags with its verbs set right out.

A headline drops articles and puts its verb in the present, where it looks like a plural: "Storm floods 300 homes". In a
stretch that has no verb, a form of a verb that headlines use is one after its subject and before its object.
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_HEADLINE = 24  # words; longer lines are prose
_FINAL = frozenset('.!?…:;"”’)') | {"...", "?!"}
_BREAKS = frozenset([",", ";", ":", "—", "–", "--", "-", "|"])
_JOINTS = frozenset("as after when while before and but".split())  # a clause of its own may follow
_NOMINAL = frozenset(["NOUN", "PROPN", "NUM", "ADJ"])
_PLURALS = frozenset("police people men women children troops".split())
# Verbs of events; those whose -s form is as common a plural ("cuts") ask for a number or an article behind them.
_SURE = frozenset(
    "kill destroy injure hit rescue arrest detain jail evacuate bury halt flood trap ban seize stab shoot sink derail topple ravage "
    "engulf demolish rip ruin gut rock close open win lose beat sue indict convict acquit sentence deport expel extradite oust sack "
    "hire appoint elect name acquire buy sell merge double triple halve slash trim boost lift approve reject veto delay postpone "
    "cancel suspend resume launch unveil recall reveal accuse blame deny confirm admit warn urge vow pledge send deploy withdraw free "
    "kidnap abduct rape murder massacre slay maim strand displace collapse crash explode erupt drown abandon shut quit resign reopen "
    "sweep batter pound lash pummel swamp crush overturn capsize plunge slam ram crush smash rob steal smuggle intercept capture "
    "recapture liberate surround besiege shell invade bomb ambush repel defeat defy oppose condemn praise mourn hail honor honour".split()
)
_TWOFOLD = frozenset(
    "cut order wound force fine charge call raid strike attack fire search back stop claim leave find lay hold take kick drop raise "
    "offer award grant face damage spark target ground release return block clear guard lock test add need seek get give pay lend owe "
    "burn uproot level free pull push lead leave".split()
)
_MOVING = frozenset("rise fall climb jump drop double triple slump surge grow reach near top".split())


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else lemma + "s"


_LEMMAS = _SURE | _TWOFOLD | _MOVING
_THIRD = {_third_person(lemma): lemma for lemma in sorted(_LEMMAS)}


def headline_tags(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags, with the verbs of a headline set right; other lines as they are.

    >>> headline_tags(["Storm", "floods", "300", "homes"], ["NOUN", "NOUN", "NUM", "NOUN"])
    ['NOUN', 'VERB', 'NUM', 'NOUN']
    >>> headline_tags(["The", "cuts", "2", "years", "ago", "."], ["DET", "NOUN", "NUM", "NOUN", "ADV", "PUNCT"])[1]
    'NOUN'
    """
    found = list(tags)
    if not 2 < len(words) <= LONGEST_HEADLINE or words[-1] in _FINAL:
        return found
    forms = [word.lower() for word in words]
    start = 0
    for at in range(len(forms) + 1):
        if at == len(forms) or forms[at] in _BREAKS or (forms[at] in _JOINTS and at > start):
            _set_verb(forms, found, start, at)
            start = at + 1
    return found


def _set_verb(forms: Sequence[str], tags: list[str], start: int, end: int) -> None:
    """Makes the first word of the stretch a verb that can be its verb, where it has none."""
    for at in range(start, end):
        if tags[at] in ("VERB", "AUX") or not _may_be_verb(forms, tags, start, at, end):
            continue
        others = [i for i in range(start, end) if tags[i] in ("VERB", "AUX")]
        if not all(abs(i - at) == 1 and forms[i] not in _THIRD and tags[i] == "VERB" for i in others):
            continue
        for i in others:
            if forms[i].endswith(("ed", "ing")):
                return  # "Rebels free hostages held in ..."
            tags[i] = "NOUN"  # "express hits freight"
        tags[at] = "VERB"
        return


def _may_be_verb(forms: Sequence[str], tags: Sequence[str], start: int, at: int, end: int) -> bool:
    lemma = _THIRD.get(forms[at])
    if lemma is not None:
        continued = at == start > 0 and forms[at - 1] in (",", "and")  # "Fire kills one, destroys 48 homes"
        return (continued or (at > start and _may_be_subject(forms, tags, at - 1))) and _has_object(
            forms, tags, at, end, lemma
        )
    if forms[at] not in _LEMMAS or at == start or not _is_plural(forms[at - 1], tags[at - 1]):
        return False
    return at + 1 < end and (_is_count(forms, tags, at + 1) or tags[at + 1] == "DET")


def _may_be_subject(forms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Not a plural: "prices cuts" is no sentence."""
    return (tags[at] in _NOMINAL or tags[at] == "VERB") and not (_is_plural(forms[at], tags[at]) and tags[at] == "NOUN")


def _is_plural(form: str, tag: str) -> bool:
    return form in _PLURALS or (tag in ("NOUN", "PROPN") and form.endswith("s") and not form.endswith("ss"))


def _has_object(forms: Sequence[str], tags: Sequence[str], at: int, end: int, lemma: str) -> bool:
    if at + 1 >= end:
        return False
    if _is_count(forms, tags, at + 1) or tags[at + 1] in ("DET", "SYM"):
        return True
    if lemma in _MOVING and forms[at + 1] in ("to", "by", "from", "above", "below"):
        return True
    return lemma in _SURE and tags[at + 1] in ("NOUN", "PROPN", "ADJ", "VERB", "PRON")


def _is_count(forms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """A number, or a hedge before one."""
    if tags[at] == "NUM" or forms[at] in ("dozens", "scores", "hundreds", "thousands", "several"):
        return True
    return forms[at] in ("at", "about", "nearly", "over", "some", "more", "up", "around", "almost") and any(
        tags[i] == "NUM" for i in range(at + 1, min(at + 4, len(tags)))
    )
