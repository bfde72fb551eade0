"""Whom words of a clause are said of: a statement's tagged words and a place among them in; a name or a noun for a person out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from summarizer.domain.text import Token
from summarizer.language.clause_subject import subject_phrase
from summarizer.language.clause_words import CALENDAR
from summarizer.language.words import fold

REACH_BEFORE = 30  # tokens; relative clauses part a subject from its verb
REACH_AFTER = 9
LONGEST_PHRASE = 40  # tokens of a noun phrase: what is longer is a list without an end
# Who is taken for the one who did it, before and after it is known who that is.
SUSPECTS = frozenset(
    "suspect gunman shooter attacker assailant perpetrator killer offender arsonist robber accused defendant culprit bomber "
    "murderer thief burglar kidnapper hijacker stabber rapist fugitive".split()
)
# Who may be anybody.
ANYBODY = frozenset("man woman male female person individual people teen teenager youth pair duo trio".split())
ROLES = frozenset(
    "boy girl couple driver mother father mom mum dad son daughter brother sister grandmother grandfather grandma grandpa grandson granddaughter "
    "uncle aunt cousin nephew niece husband wife boyfriend girlfriend fiance fiancee stepfather stepmother stepson partner neighbor "
    "neighbour roommate student teacher nurse doctor pastor priest coach player soldier marine veteran passenger pilot captain "
    "dispatcher clerk employee worker owner manager guard janitor babysitter parent child baby infant toddler kid sibling relative "
    "victim patient passerby bystander pedestrian cyclist motorcyclist motorist tourist resident homeowner actor actress singer rapper "
    "marshal ex-husband ex-wife ex-boyfriend ex-girlfriend juvenile adult protester activist journalist".split()
)
_NOUNS = SUSPECTS | ANYBODY | ROLES
AUTHORITIES = frozenset(
    "police officer deputy sheriff authority prosecutor detective investigator judge jury juror court attorney lawyer agent trooper "
    "official spokesman spokeswoman chief constable inspector mayor paramedic firefighter rescuer grand".split()
)
# Of whom such a word is, to him it was done.
DEEDS = frozenset(
    "murder death killing shooting slaying stabbing assault rape robbery homicide manslaughter attack abduction kidnapping beating "
    "kill shoot slay stab attempt count".split()
)
PRONOUNS = {
    "he": "m",
    "him": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "herself": "f",
    "they": "",
    "them": "",
}
_MEN = frozenset(
    "man male boy father son brother grandfather grandson uncle nephew husband boyfriend stepfather stepson ex-husband ex-boyfriend actor gunman".split()
)
_WOMEN = frozenset(
    "woman female girl mother daughter sister grandmother granddaughter aunt niece wife girlfriend stepmother ex-wife ex-girlfriend actress".split()
)
_EACH = frozenset("each both all".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten several both others".split())
_OTHERS = frozenset(
    "second third fourth fifth 2nd 3rd 4th 5th another other additional more remaining accomplice getaway".split()
)
_SAME = {
    "dad": "father",
    "mom": "mother",
    "mum": "mother",
    "grandma": "grandmother",
    "grandpa": "grandfather",
    "fiance": "partner",
    "fiancee": "partner",
    "neighbor": "neighbour",
}
_PLURAL_ALWAYS = frozenset({"people", "pair", "duo", "trio", "couple"})


People = frozenset[str]  # the folded last words of the names of people that the reports speak of


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One person or several: the folded words of a name, else the lemma of a noun; `pronoun` stands for somebody told of before."""

    names: frozenset[str] = frozenset()
    noun: str = ""
    plural: bool = False
    pronoun: bool = False
    another: bool = False  # "a third man": somebody beside those told of
    indefinite: bool = False  # "a man": somebody who was not told of before
    gender: str = ""  # "m" or "f" where the word tells


SOMEBODY = Who(noun="person")


def who_before(tokens: Sequence[Token], index: int, people: People) -> Who | None:
    """The person who is the subject of the words at a place; where no subject is made out the nearest whom no preposition governs.

    >>> from summarizer.language.tagging import tag
    >>> who_before(tag("The driver of the bus was arrested."), 5, frozenset()).noun
    'driver'
    """
    at = min(index, len(tokens))
    while at > 0 and (tokens[at - 1].tag in ("AUX", "ADV", "PART", "VERB") or fold(tokens[at - 1].text) in _EACH):
        at -= 1
    if at == 0:
        return None
    if fold(tokens[at - 1].text) == "who":
        return _nearest(tokens, at - 1, people, governed=True)
    phrase = subject_phrase(tokens, at, -1)
    if phrase is None or tokens[phrase[1] - 1].tag == "NUM":
        return _nearest(tokens, at, people, governed=False)
    who, _ = _person(tokens, phrase[1] - 1, people)
    named = frozenset(fold(t.text) for t in tokens[slice(*phrase)] if t.tag == "PROPN") & people
    return replace(who, names=who.names | named) if who is not None and who.names else who


def _nearest(tokens: Sequence[Token], index: int, people: People, *, governed: bool) -> Who | None:
    at = index - 1
    while at >= max(0, index - REACH_BEFORE):
        who, start = _person(tokens, at, people)
        if who is not None and tokens[at].tag != "NUM" and (governed or not _is_governed(tokens, start)):
            return who
        if tokens[at].text in (";", ":", "—", "–"):
            return None
        at = min(start, at) - 1
    return None


def who_after(tokens: Sequence[Token], index: int, people: People) -> Who | None:
    """The person who follows a word as its object; nobody behind a comma or a verb."""
    for at in range(index + 1, min(len(tokens), index + 1 + REACH_AFTER)):
        token = tokens[at]
        if token.text in (".", ";", ":", ",") or (token.tag in ("VERB", "SCONJ") and at > index + 1):
            return None
        if token.tag == "ADP" and fold(token.text) not in ("at", "over", "about"):
            return None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and (
            following.text in ("'s", "’s", "'", "’")
            or (following.tag in ("NOUN", "PROPN") and following.text[0].isalpha() and token.tag != "PRON")
        ):
            continue
        who, _ = _person(tokens, at, people)
        if who is not None:
            return who
        if token.tag == "NOUN":
            return None  # what is looked for is a thing
    return None


def who_near(tokens: Sequence[Token], first: int, last: int, people: People) -> Who | None:
    """Whom a word for the whole case is of: "charges against Hale", "Hale's trial"; None where it names nobody."""
    for at in range(last + 1, min(len(tokens), last + 8)):
        if fold(tokens[at].text) in ("against", "for", "of") and tokens[at].tag in ("ADP", "SCONJ"):
            if fold(tokens[at - 1].lemma) in DEEDS:
                return None  # "the trial for the murder of Ada Marsh" is not hers
            found = who_after(tokens, at, people)
            if found is not None:
                return found
    for at in range(first, max(-1, first - 5), -1):
        if at < len(tokens) and tokens[at].text in ("'s", "’s", "'", "’") and at > 0:
            return _person(tokens, at - 1, people)[0]
    inner = next((i for i in range(first, min(last + 1, len(tokens))) if fold(tokens[i].text) == "against"), None)
    return None if inner is None else who_after(tokens, inner, people)


def first_person(tokens: Sequence[Token], people: People, like: Who | None = None) -> Who | None:
    """The first person that a statement names; authorities speak, they are not spoken of. One whom the pronoun `like` fits, if given."""
    for at in range(len(tokens)):
        if at + 1 < len(tokens) and tokens[at].tag == tokens[at + 1].tag == "PROPN":
            continue
        who, _ = _person(tokens, at, people)
        if who is None or who.pronoun:
            continue
        owner = at + 1 < len(tokens) and tokens[at + 1].text in ("'s", "’s", "'", "’")
        if like is None or (fits(who, like) and not (owner and who.names)):
            return who
    return None


def antecedent(tokens: Sequence[Token], start: int, pronoun: Who, people: People) -> Who | None:
    """Whom a pronoun stands for in its own sentence: who is told of before it and before any other pronoun like it.

    `start` is where the words stand that are said of the pronoun.

    >>> from summarizer.language.tagging import tag
    >>> tokens = tag("Oda was at home when he was arrested.")
    >>> antecedent(tokens, 26, Who(pronoun=True, gender="m"), frozenset({"oda"})).names
    frozenset({'oda'})
    """
    before = list(takewhile(lambda t: t.end <= start, tokens))
    same = (i for i, t in enumerate(before) if t.tag == "PRON" and PRONOUNS.get(fold(t.lemma)) == pronoun.gender)
    return first_person(before[: next(same, len(before))], people, pronoun)


def fits(who: Who, pronoun: Who) -> bool:
    """Whether a pronoun may stand for somebody: one or several, he or she."""
    return who.plural == pronoun.plural and (not who.gender or not pronoun.gender or who.gender == pronoun.gender)


class Topics:
    """Whom the pronouns of the next statement may stand for, as a report goes on."""

    def __init__(self) -> None:
        self._last: dict[bool, Who] = {}  # by whether several

    def hear(self, tokens: Sequence[Token], people: People) -> None:
        """Takes in a statement."""
        for pronoun in (Who(pronoun=True), Who(pronoun=True, plural=True)):
            who = first_person(tokens, people, pronoun)
            if who is not None:
                self._last[pronoun.plural] = who

    def of(self, pronoun: Who) -> Who | None:
        """The one whom a pronoun stands for, None where the one who was told of last does not fit."""
        who = self._last.get(pronoun.plural)
        return who if who is not None and fits(who, pronoun) else None


def appositions(tokens: Sequence[Token], people: People) -> Iterator[tuple[str, str]]:
    """Nouns for a role with the name beside them: "his uncle, Ivo Marsh", "Ivo Marsh, 32, the boy's uncle", "mother Ada Marsh"."""
    for at, token in enumerate(tokens):
        noun = _SAME.get(fold(token.lemma), fold(token.lemma))
        if token.tag != "NOUN" or noun not in ROLES:
            continue
        after = at + 1
        while after < len(tokens) and tokens[after].text == "," and after < at + 2:
            after += 1
        while after < len(tokens) and tokens[after].tag == "PROPN":
            after += 1
        if tokens[after - 1].tag == "PROPN" and fold(tokens[after - 1].text) in people:
            yield noun, fold(tokens[after - 1].text)
        comma = next(
            (i for i in range(at - 1, max(-1, at - 6), -1) if tokens[i].text == "," or tokens[i].tag == "ADP"), 0
        )
        if tokens[comma].tag == "ADP":
            continue
        if comma > 2 and tokens[comma - 1].tag == "NUM" and tokens[comma - 2].text == ",":
            comma -= 2
        if comma and fold(tokens[comma - 1].text) in people and tokens[comma - 1].tag == "PROPN":
            yield noun, fold(tokens[comma - 1].text)


def _person(tokens: Sequence[Token], at: int, people: People) -> tuple[Who | None, int]:
    """The person whose last word stands at a place, and where the name or noun phrase starts."""
    token = tokens[at]
    lemma = fold(token.lemma)
    if token.tag == "PROPN" and lemma not in CALENDAR and lemma not in ROLES:
        return _named(tokens, at, people)
    if token.tag == "PRON" and lemma in PRONOUNS:
        gender = PRONOUNS[lemma]
        return Who(plural=not gender, pronoun=True, gender=gender), at
    if token.tag in ("NOUN", "PROPN", "ADJ", "VERB") and lemma in _NOUNS:
        start = _phrase_start(tokens, at)
        plural = lemma in _PLURAL_ALWAYS or (fold(token.text) != lemma and lemma != "accused")
        another = any(fold(t.text) in _OTHERS for t in tokens[start:at])
        noun = _SAME.get(lemma, lemma)
        indefinite = fold(tokens[start].text) in ("a", "an")
        gender = "m" if noun in _MEN else "f" if noun in _WOMEN else ""
        return Who(noun=noun, plural=plural, another=another, indefinite=indefinite, gender=gender), start
    if fold(token.text) in _OTHERS:
        return Who(noun="person", another=True), at
    if token.tag == "NUM" and fold(token.text) in _NUMBERS:
        return Who(noun="person", plural=True), at
    return None, at


def _phrase_start(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase starts that a noun ends."""
    start = at
    while (
        max(0, at - LONGEST_PHRASE) < start
        and tokens[start - 1].tag in ("DET", "ADJ", "NUM", "NOUN", "PRON", "PUNCT")
        and tokens[start - 1].text not in ",;:()"
    ):
        start -= 1
    return start


def _named(tokens: Sequence[Token], at: int, people: People) -> tuple[Who | None, int]:
    start = at
    while start > 0 and tokens[start - 1].tag == "PROPN":
        start -= 1
    words = [fold(t.text) for t in tokens[start : at + 1] if fold(t.text) in people]
    return (Who(names=frozenset(words[-1:])) if words else None, start)


def _is_governed(tokens: Sequence[Token], start: int) -> bool:
    """Whether a phrase hangs on a preposition."""
    return start > 0 and tokens[start - 1].tag == "ADP"
