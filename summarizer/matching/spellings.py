"""One name spelt in two ways: read articles in, a slot for each such name out, with every fact that has either form.

Two names of two words or more that differ in one word are found by the words they share; a surname or a place alone by
its letters, leaving each out in turn. So every name is looked up, never every pair of names.
Accents, hyphens, case, initials, plurals and nationalities make no other spelling.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA, JaroWinkler

from summarizer.domain.facts import Fact, Kind, Name
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle
from summarizer.language.name_words import is_common, is_firm_word, is_given_name, is_nation
from summarizer.language.places import is_place
from summarizer.matching.spelling_forms import Form, Key, forms_of, is_told_apart_by_article, plain
from summarizer.matching.spelling_shapes import shape_pairs

FURTHEST = 2  # letters put in, left out, replaced or swapped
CLOSEST_FIT = 0.85  # Jaro-Winkler; every pair in the open bundles is at .88 or above (2026-11-24)
SHORTEST = 4  # letters: "Kim" and "Kin" may be anybody
SHORTEST_ALONE = 5  # for a word that no other word of the name vouches for
LONG_NAME = 3  # words: more than a person has
RAREST = 2  # a surname alone that stands more often is somebody else's
LONG_WORD = 9  # letters; two names of so many hardly differ in one by chance, however often they stand
POSTING_LIMIT = 48  # names under one key; more share it by chance
SHARED_CONTEXT = 2  # words around two names that show them to be one person's without a common role

_COMPASS = frozenset(f"{a}{b}{end}" for a in ("north", "south") for b in ("east", "west") for end in ("", "ern"))
COURTESY = frozenset({"mr", "mrs", "ms", "miss", ""})
PERSON_WORDS = 2
# Letters at the end of two given names, of two surnames, that hardly begin alike; with it no pair of 300 unlabelled incidents was
# taken for one name that was not before (2026-12-01).
ALIKE_ENDS = (2, 4)
_PET_ENDINGS = ("ie", "y")

_Pair = tuple[Form, Form, str, str]


def spelling_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of kind name or place, one a name that is spelt in two ways; values of a slot show one form a spelling."""
    forms = forms_of(articles)
    order = {id(fact): i for i, fact in enumerate(f for a in articles for s in a.statements for f in s.facts)}
    found: list[Slot] = []
    taken: set[frozenset[str]] = set()
    for a, b, one, other in (*_letter_pairs(forms), *shape_pairs(articles)):
        words = frozenset({" ".join(one), " ".join(other)})
        if words in taken:
            continue
        taken.add(words)
        shown = sorted(
            (*((f, one) for f in a.facts), *((f, other) for f in b.facts)), key=lambda told: order[id(told[0])]
        )
        kind = Kind.PLACE if all(f.kind is Kind.PLACE for f, _ in shown) else Kind.NAME
        facts = tuple(_shown(f, written) for f, written in shown)
        found.append(Slot(kind=kind, facts=facts, fit=_likeness(*sorted(words)), told_apart="spelled_differently"))
    return tuple(found)


def _letter_pairs(forms: dict[Key, Form]) -> Iterator[tuple[Form, Form, Key, Key]]:
    """Names that differ in letters, each pair of words once, with the words to show for each."""
    taken: set[frozenset[str]] = set()
    for a, b, one, other in (
        *_long_pairs(forms),
        *_outer_pairs(forms),
        *_halved_pairs(forms),
        *_doubly_spelt_pairs(forms),
        *_short_pairs(forms),
        *_gapped_pairs(forms),
    ):
        words = frozenset({one, other})
        if words in taken:
            continue
        taken.add(words)
        if len(a.key) != len(b.key) and 1 in (len(a.key), len(b.key)):
            yield a, b, _only(a, one), _only(b, other)
        else:
            yield a, b, a.words, b.words


def _long_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """Names of as many words, two or more, that differ in one."""
    postings: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(forms):
        for i in range(len(key) if len(key) > 1 else 0):
            postings[*key[:i], "", *key[i + 1 :]].append(key)
    for holed, members in postings.items():
        if not 1 < len(members) <= POSTING_LIMIT:
            continue
        at = holed.index("")
        for i, key in enumerate(members):
            for other in members[i + 1 :]:
                a, b = forms[key], forms[other]
                if _is_likely(key[at], other[at]) and _is_one_name(a, b, at):
                    yield a, b, key[at], other[at]


def _outer_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """Persons of whom one report gives a middle name: "Anaiya Quell", "Aniaya Denise Quell"."""
    postings: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in sorted(k for k in forms if 1 < len(k) <= LONG_NAME + 1):
        postings["", key[-1]].append(key)
        postings[key[0], ""].append(key)
    for holed, members in postings.items():
        at = holed.index("")
        for i, key in enumerate(members if 1 < len(members) <= POSTING_LIMIT else ()):
            for other in (m for m in members[i + 1 :] if len(m) != len(key)):
                a, b, one, word = forms[key], forms[other], key[-at], other[-at]
                if _are_persons(a, b) and one != word and _is_likely(one, word) and _is_one_name(a, b, -at):
                    yield a, b, one, word


def _doubly_spelt_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """Persons both of whose names are spelt otherwise ("Sabine Trowell", "Sabina Trowel"), or a short one where the role is the same.

    Two words alike by chance are rare; two people so named would be told apart by the reports that name both.
    """
    postings: defaultdict[str, list[Key]] = defaultdict(list)
    for key in sorted(k for k in forms if len(k) == PERSON_WORDS and all(w.isalpha() for w in k)):
        postings[key[0][0] + key[1][0]].append(key)
        postings[key[0]].append(key)
    for members in postings.values():
        for i, key in enumerate(members if 1 < len(members) <= POSTING_LIMIT else ()):
            for other in members[i + 1 :]:
                a, b = forms[key], forms[other]
                if (
                    not {a.sort, b.sort} <= {"person", ""}
                    or "of" in key
                    or a.statements & b.statements
                    or not is_told_apart_by_article(a, b)
                ):
                    continue
                both = all(x != y and _is_likely(x, y) for x, y in zip(key, other, strict=True))
                if both or _is_beside_slip(key, other) or _is_of_one_role(a, b):
                    yield a, b, " ".join(key), " ".join(other)


def _is_beside_slip(key: Key, other: Key) -> bool:
    """Whether one word is the same and the other a slip too short to count alone ("Roth", "Rot"), or a long surname has a
    slip and the given name, which begins alike, another shape ("Jake Woodruff", "Jaykob Woodriff")."""
    if key[0] == other[0] and len(key[0]) >= SHORTEST:
        return min(map(len, (key[1], other[1]))) == SHORTEST - 1 and OSA.distance(key[1], other[1], score_cutoff=1) == 1
    long = min(map(len, (key[1], other[1]))) > SHORTEST_ALONE and key[0][:2] == other[0][:2]
    return long and key[1] != other[1] and OSA.distance(key[1], other[1], score_cutoff=1) == 1


def _is_of_one_role(a: Form, b: Form) -> bool:
    """Whether two given names of one surname, or two surnames of one given name, that end alike are of one person.

    "Minister Halina Borecka" and "Minister Helena Borecka" hold one office; "Beatriz Olarte" and "Beatriz Duarte" are
    told of in the same words.
    """
    at = next((i for i in range(PERSON_WORDS) if a.key[i] != b.key[i]), 0)
    one, other = a.key[at], b.key[at]
    alike = ALIKE_ENDS[at]
    if a.key[1 - at] != b.key[1 - at] or min(len(one), len(other)) < SHORTEST_ALONE or one[-alike:] != other[-alike:]:
        return False
    if OSA.distance(one, other, score_cutoff=FURTHEST) > FURTHEST:
        return False
    roles = (a.roles & b.roles) - COURTESY
    if at == 0 or roles:
        return bool(roles)
    return len(a.key[0]) >= SHORTEST_ALONE and len(a.context & b.context) >= SHARED_CONTEXT


def _are_persons(a: Form, b: Form) -> bool:
    return "person" in (a.sort, b.sort) and {a.sort, b.sort} <= {"person", ""} and "of" not in (*a.key, *b.key)


def _halved_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """A surname of two halves of which another report gives one: "Julie Roberts-Cole", "Julie Roberts"."""
    for key in sorted(k for k in forms if len(k) > 1):
        double = forms[key]
        halves = [plain(half) for half in double.words[-1].split("-")]
        for half in halves if len(halves) == 2 and min(map(len, halves)) >= SHORTEST else ():
            single = forms.get((*key[:-1], half)) or forms.get((key[0], half))
            if single is None or not _are_persons(double, single) or double.statements & single.statements:
                continue
            if is_told_apart_by_article(double, single):
                yield double, single, " ".join(key), " ".join(single.key)


def _is_likely(one: str, other: str) -> bool:
    """Whether two words may be one word spelt in two ways."""
    if min(len(one), len(other)) < SHORTEST or not (one.isalpha() and other.isalpha()):
        return False
    if OSA.distance(one, other, score_cutoff=FURTHEST) > FURTHEST or _likeness(one, other) < CLOSEST_FIT:
        return False
    if one[0] != other[0] and (OSA.distance(one, other) > 1 or min(len(one), len(other)) < SHORTEST_ALONE):
        return False
    if {one, other} <= _COMPASS:
        return False
    return not (_is_inflected(one, other) or _is_inflected(other, one))


def _likeness(one: str, other: str) -> float:
    return round(float(JaroWinkler.similarity(one, other)), 4)


def _is_inflected(one: str, other: str) -> bool:
    """Plural, possessive or nationality: "Islands", "Iranian"; a firm's name is plural or it is not: "Quell Industries"."""
    if is_firm_word(other) and is_firm_word(one):
        return False
    return other in (one + "s", one + "es", one + "n", one + "an", one + "ian") or is_nation(other.capitalize())


def _is_one_name(a: Form, b: Form, at: int) -> bool:
    one, other = a.key[at], b.key[at]
    if a.statements & b.statements or not is_told_apart_by_article(a, b):
        return False
    if {a.sort, b.sort} & {"organisation", "place"} or "of" in a.key:
        ordinary = len(a.key) <= LONG_NAME and (is_common(one) or is_common(other))
        return a.sort == b.sort and not ordinary and not (is_place((one,)) and is_place((other,)))
    if at == 0:
        return _is_one_person(a, b, one, other)
    ordinary = is_common(one) and is_common(other) and not is_firm_word(one)
    return one[0] == other[0] and (not ordinary or "person" in (a.sort, b.sort))


def _is_one_person(a: Form, b: Form, one: str, other: str) -> bool:
    """Two given names with one surname may be two of a family, unless both are the same thing."""
    roles = (a.roles & b.roles) - COURTESY
    context = len(a.context & b.context)
    if sorted(one) == sorted(other) and len(one) >= SHORTEST_ALONE:
        return True  # letters in another order are a slip, not another name
    listed = all(is_given_name(word.capitalize()) for word in (one, other))
    if _is_short_for(one, other) or _is_short_for(other, one) or (listed and _is_pet_form(one, other)):
        return False
    if listed or one[0] != other[0]:
        return bool(roles) or context >= SHARED_CONTEXT
    return bool(roles) or context >= 1


def _is_pet_form(one: str, other: str) -> bool:
    """ "Charlie" for "Charles"."""
    return one.endswith(_PET_ENDINGS) != other.endswith(_PET_ENDINGS)


def _is_short_for(short: str, full: str) -> bool:
    """ "Simon" for "Simone" may be a slip; "Alex" for "Alexey" is another name."""
    return full.startswith(short) and len(full) - len(short) > 1


def _short_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """A name of one word, and the name whose word it is with one letter other: "Mr. Velden", "Ana Velder"."""
    postings: defaultdict[str, list[tuple[Key, int]]] = defaultdict(list)
    whole = {word for key in forms if len(key) > 1 for word in key}
    for key in sorted(forms, key=lambda k: (-len(k), k)):
        for i, word in enumerate(key):
            vouched = i == len(key) - 1 > 0 and len(word) >= SHORTEST and _are_persons(forms[key], forms[key])
            if (vouched or _may_stand_alone(word)) and (len(key) == 1 or i in (0, len(key) - 1)):
                for outline in _outlines(word):
                    postings[outline].append((key, i))
    for key in sorted(k for k in forms if len(k) == 1 and k[0] not in whole and _may_stand_alone(k[0])):
        near = dict.fromkeys(entry for outline in _outlines(key[0]) for entry in postings[outline][:POSTING_LIMIT])
        for other, at in near:
            if other != key and _is_likely(key[0], other[at]) and _is_slip(forms[key], forms[other], at):
                yield forms[key], forms[other], key[0], other[at]


def _gapped_pairs(forms: dict[Key, Form]) -> Iterator[_Pair]:
    """Long names of organisations and places of which one has a word more inside: "El Sol Bar & Grill", "El Nuevo Sol Bar & Grill".

    Names are shortened at their ends and by ordinary words ("Union"); a word inside that is none is part of the name.
    """
    for key in sorted(k for k in forms if len(k) > LONG_NAME):
        for i in range(1, len(key) - 1):
            shorter = key[:i] + key[i + 1 :]
            if shorter not in forms or is_common(key[i]) or len(key[i]) < SHORTEST:
                continue
            a, b = forms[shorter], forms[key]
            if "person" not in (a.sort, b.sort) and not a.statements & b.statements and is_told_apart_by_article(a, b):
                yield a, b, " ".join(shorter), " ".join(key)


def _may_stand_alone(word: str) -> bool:
    return len(word) >= SHORTEST_ALONE and word.isalpha() and not is_common(word) and not is_nation(word.capitalize())


def _outlines(word: str) -> Iterator[str]:
    """The word, and the word without each of its letters: two words one letter apart share one (Garbe's SymSpell)."""
    yield word
    yield from dict.fromkeys(word[:i] + word[i + 1 :] for i in range(len(word)))


def _is_slip(alone: Form, other: Form, at: int) -> bool:
    """Whether a word that stands alone, seldom, is a slip for the word at `at` of another name."""
    one, word = alone.key[0], other.key[at]
    seldom = len(alone.facts) <= RAREST or min(len(one), len(word)) >= LONG_WORD
    if one[0] != word[0] or OSA.distance(one, word) > 1 or not seldom or is_place((one,)):
        return False
    if alone.statements & other.statements or not is_told_apart_by_article(alone, other):
        return False
    if len(other.key) == 1:
        return _is_slip_for_one_word(alone, other)
    if {alone.sort, other.sort} & {"organisation", "place"}:
        return False
    if all(is_given_name(w.capitalize()) for w in (one, word)) and sorted(one) != sorted(word):
        return False
    return at > 0 or bool(set(alone.articles) & set(other.articles))


def _is_slip_for_one_word(alone: Form, other: Form) -> bool:
    """ "Quelmarden" for "Quellmarden": no gazetteer and no list of names has either, and they stand in one context."""
    one, word = alone.key[0], other.key[0]
    if is_place((word,)) or is_given_name(one.capitalize()) or is_given_name(word.capitalize()):
        return False
    if len(alone.facts) > len(other.facts) or "organisation" in (alone.sort, other.sort):
        return False
    return len(one) > SHORTEST_ALONE and bool(alone.context & other.context)


def _only(form: Form, word: str) -> Key:
    """The word of the form as it is written, where the other form has only one."""
    return (next((w for w in form.words if plain(w) == word), form.words[-1]),)


def _shown(fact: Fact, words: Key) -> Fact:
    """The fact with the spelling in question as its value, so that "Quelman" faces "Quellman", not "Ana Quellman"."""
    assert isinstance(fact.value, Name)
    return replace(fact, value=replace(fact.value, words=words))
