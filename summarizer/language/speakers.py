"""Who a source is: the words of a source in, its name in the fullest form that the article gives out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from summarizer.language.attribution_words import DOCUMENTS, FROM_WHOM, ROLE_NOUNS, SOURCE_NOUNS
from summarizer.language.sentence_words import STARTERS

_PARTICLE = r"(?:de|da|del|della|di|du|van|von|der|den|bin|bint|ibn|al|el|la|le|dos|das|ten|ter|abu)"
_PART = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_]|['’-](?=[^\W\d_]))*"
_INITIAL = r"(?:[A-Z]\.){1,3}"
_NAME = re.compile(rf"(?:{_PART}|{_INITIAL})(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,2}}(?:{_INITIAL}|{_PART})){{0,9}}")
_ARTICLE = re.compile(r"(?:the|a|an|another|one|some|its|two|three|several)\s+", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"\b(Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Adm|Brig|Cpl|Cmdr|Det|Insp|Supt|St)\."
)
# Words of the names of bodies, not of persons.
_BODIES = frozenset(
    "ministry department agency bank university committee commission council office bureau service association institute party court "
    "house senate congress parliament government administration union organization organisation group company corp inc ltd co club "
    "police army navy force guard times post news journal press herald tribune network foundation center centre society league school "
    "hospital college church board authority campaign white supreme united nations state states world international national federal "
    "central".split()
)


@dataclass(frozen=True, slots=True)
class Roster:
    """The names of an article: from one of their words to the fullest form."""

    fullest: dict[str, str]

    def name(self, words: str) -> str:
        """The fullest form of a name, or the name itself.

        >>> roster_of("Kyrylo Budanov spoke. Budanov left.").name("Budanov")
        'Kyrylo Budanov'
        """
        return self.fullest.get(words, words)


def roster_of(text: str) -> Roster:
    """The names that stand in a text with more than one word, by their last and first words; ambiguous ones are left out."""
    counts: Counter[str] = Counter()
    for match in _NAME.finditer(_ABBREVIATED.sub(r"\1 ", text)):
        name = _without_titles(_without_starter(match[0].removesuffix("'s").removesuffix("’s")))
        if " " in name and not any(word.lower() in _BODIES for word in name.split()):
            counts[name] += 1
    fullest: dict[str, str] = {}
    for at in (-1, 0):
        forms: dict[str, list[str]] = {}
        for name in counts:
            forms.setdefault(name.split()[at], []).append(name)
        for word, names in forms.items():
            chosen = _one_person(names, counts)
            if chosen is not None and word not in fullest:
                fullest[word] = chosen
    return Roster(fullest)


def _one_person(names: list[str], counts: Counter[str]) -> str | None:
    """The usual one of several forms of one name; None where they are names of several persons.

    The shorter of two that are as frequent: a longer one has mostly caught a word of its surroundings ("Seoul Simon Poe").
    """
    ranked = sorted(names, key=lambda n: (-counts[n], len(n.split()), n))
    longest = set(max(ranked, key=lambda n: len(n.split())).split())
    if all(set(n.split()) <= longest for n in names):
        return ranked[0]
    if counts[ranked[0]] >= 2 * sum(counts[n] for n in ranked[1:]):
        return ranked[0]
    return None


def speaker_of(words: str, roster: Roster) -> str:
    """The name in a source's words without role and title, else the words without their article.

    >>> text = "Deputy minister Kyrylo Budanov spoke."
    >>> roster = roster_of(text)
    >>> speaker_of("Mr. Budanov", roster), speaker_of("the police officials", roster)
    ('Kyrylo Budanov', 'police officials')
    """
    words = " ".join(words.split())
    words = _without_article(_document_author(words))
    name = person_in(words)
    if name is not None:
        return roster.name(name)
    return words


def _without_article(words: str) -> str:
    article = _ARTICLE.match(words)
    return words[article.end() :] if article else words


def person_in(words: str) -> str | None:
    """The proper name that a source's words end with, or start with before "of" and the like."""
    plain = _ABBREVIATED.sub(r"\1", words)
    found = list(_NAME.finditer(plain))
    if not found or plain.endswith(("'s", "’s")):
        return None
    last = found[-1]
    if last.end() == len(plain):
        before = plain[: last.start()].split()
        if before and before[-1].lower() in ("of", "for", "at", "in", "from", "with", "and", "on", "the", "to", "&"):
            return _leading(plain, found[0])
        name = _without_titles(last[0])
        return name or None
    return _leading(plain, found[0])


def _leading(plain: str, first: re.Match[str]) -> str | None:
    """ "Jane Doe of the Red Cross": a name in front of a preposition, not a body's own name."""
    rest = plain[first.end() :].split()
    name = _without_titles(first[0])
    before = plain[: first.start()].split()
    if not rest or rest[0] not in ("of", "from", "with", "at") or (before and before[-1].lower() not in ROLE_NOUNS):
        return None
    if " " not in name or any(w.lower() in _BODIES or w.lower() in ROLE_NOUNS for w in first[0].split()[-1:]):
        return None
    return name


def _without_starter(name: str) -> str:
    """Without a word that is capitalised only because a sentence starts with it."""
    first, _, rest = name.partition(" ")
    return rest if rest and (first in STARTERS or (first.isupper() and len(first) == 1)) else name


def _without_titles(name: str) -> str:
    """What stands behind the last title or role of a run of capitalised words; the run itself where nothing does."""
    words = name.split()
    last = len(words) - 1
    while last >= 0 and words[last].lower().strip(".") not in ROLE_NOUNS:
        last -= 1
    if last == len(words) - 1 or any(w.lower() in _BODIES or w.endswith(("'s", "’s")) for w in words[last + 1 :]):
        return name
    return " ".join(words[last + 1 :])


def _document_author(words: str) -> str:
    """ "a statement from the ministry", "Orbel's statement": those who made the paper."""
    parts = words.split()
    for at, word in enumerate(parts[:-2]):
        if word.lower() in DOCUMENTS and parts[at + 1] in FROM_WHOM - {"of"}:
            return " ".join(parts[at + 2 :])
    if parts and parts[-1].lower() in DOCUMENTS:
        for ending in ("'s", "’s"):
            owner = [i for i, w in enumerate(parts[:-1]) if w.endswith(ending)]
            if owner and owner[0] >= len(parts) - 4:
                return " ".join([*parts[: owner[0]], parts[owner[0]][: -len(ending)]])
    return words


def is_person(words: str, roster: Roster) -> bool:
    """Whether a source's words name a person: a name of two words or more, or a known one, and no body's name."""
    name = person_in(" ".join(words.split()))
    if name is None:
        return False
    full = roster.name(name)
    return " " in full and not any(w.lower() in _BODIES for w in full.split())


def sort_of(speaker: str, roster: Roster) -> str:
    """Whether a speaker is a "person", a "group" of people, a "body" such as an agency, or "" where it cannot be told.

    >>> roster = roster_of("Ana Ruiz spoke.")
    >>> [sort_of(s, roster) for s in ("Ana Ruiz", "police officials", "Defense Ministry", "boy")]
    ['person', 'group', 'body', '']
    """
    if is_person(speaker, roster):
        return "person"
    words = speaker.lower().split()
    if any(w in _BODIES - {"police"} for w in words):
        return "body"
    if words[-1] in ("police", "people") or (speaker[0].islower() and words[-1].endswith("s")):
        return "group"
    return "body" if speaker.isupper() and len(words) == 1 else ""


def is_body(words: str) -> bool:
    """Whether a source's words name a body, such as an agency or a company, and not a person.

    >>> is_body("Interior Ministry"), is_body("UN"), is_body("Ana Ruiz")
    (True, True, False)
    """
    parts = words.split()
    return any(w.lower() in _BODIES for w in parts) or (len(parts) == 1 and words.isupper() and len(words) > 1)


def is_common(word: str) -> bool:
    """Whether a lower-case word is a noun for people or papers that are cited without a name.

    >>> is_common("officials"), is_common("lima")
    (True, False)
    """
    return word in SOURCE_NOUNS or word in DOCUMENTS or (word.endswith("s") and word[:-1] in ROLE_NOUNS)
