"""Proper names: one sentence in, the spans of the persons, organisations and places that it names out.

Capitalised words are joined to runs, then each run is cut: titles, nationalities and offices fall off its ends. A word
that opens the sentence is a name only when it is one elsewhere, in a lexicon, or is no English word at all.
Every rule looks a fixed number of words around, so the reader is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.facts import Kind, Mention, Name
from summarizer.domain.text import Span
from summarizer.language import name_words as lexical
from summarizer.language.name_words import LONGEST_WORD, Piece, pieces
from summarizer.language.places import has_place_word, is_ambiguous, is_place, is_short_state, is_state, longest_place
from summarizer.language.words import STOP_WORDS, fold

MOSTLY = 0.7  # share of words in capitals from which case says nothing about a text
TITLE_CASE = 0.5  # share of longer words in a headline that open with a capital, from which they are no names

_PARTICLES = frozenset(
    "de da das del della der den di do dos du el al la las le les los bin ibn bint van von von zu zur ul ur ud ter".split()
)
_LEAD_PARTICLES = frozenset({"bin", "ibn", "von", "van", "de", "di", "da", "del", "al"})
_DETERMINERS = frozenset("a an the his her its their my our your this that each every white black red".split())
_SPLIT_PARTICLES = frozenset({"do", "den", "la", "le", "les", "los", "las", "el", "al"})
_ARTICLE_JOINED = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul|d|l|o|ul)[-'’][A-ZÀ-Þ]")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][A-Za-z]+$")
_OPENS = frozenset("\"“‘«„:.!?…•*;")  # after these the next word may be capitalised for its position alone
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
_HEADS = re.compile(r"(?:pro|anti|non|mid|ex|post|pre|un|inter|re|then|self|now|co|semi|sub|ultra|multi)-", re.IGNORECASE)
_NUMBERED = frozenset("Flight Boeing Airbus Route Highway Interstate Windows Channel Apollo Soyuz Falcon Area Unit Sputnik Voyager Pier Terminal".split())
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,4})?$")
_OF = frozenset({"of", "for", "on", "at"})
_LISTING = frozenset("Department Departments Ministry Center Centers Centre Committee Commission Office Agency Bureau Institute Institutes Council Board".split())
_OWNED = frozenset("Children Women Men People Sheriff Coroner Attorney Prosecutor Mayor Governor Veteran King Queen Examiner Teacher Worker".split())
_FACILITY = frozenset("Hospital Office Department Church Cathedral College School County Day Park Square Club Bay Island Court Abbey Party".split())
_LEADING = frozenset("Former Ex Then Late Acting Deputy Outgoing Incoming Retired Veteran Top Senior Chief".split())
# Offices are held in these; a name keeps them: "Cook County" of "Cook County Sheriff Ann Hill".
_INSTITUTIONS = frozenset(
    "County City House Bank University College Hospital School Church Party Group Club Agency Commission Union Company Force Army Navy".split()
)
_CHAMBERS = frozenset({"Senate", "House", "Coalition", "Olympic", "Treasury"})
_ACTING = frozenset(", was is has had will would could did does also who then later went came took made became".split())
_AGE = re.compile(r",? (?:aged )?\(?\d{1,3}(?:,|\)|\.$| years old)")
_AFTER_COMMA = re.compile(r", ((?:[A-Z]\.){1,2}|[A-Z][A-Za-z]{1,14}(?: [A-Z][a-z]{3,10})?)")
_SAID_BEFORE = re.compile(r"\b(\w{3,12}) $")
_WHERE = re.compile(r"\b(?:in|at|from|near|to|outside|around|across|toward|towards|into|via|reached|leave|left|south|north|east|west|of) $", re.IGNORECASE)


def read_names(text: str, known: frozenset[str] = frozenset(), *, headline: bool = False) -> tuple[Mention, ...]:
    """The proper names of one sentence, in text order, without titles and possessive endings.

    `known` holds words that are names elsewhere in the article; with `headline`, where every word may be capitalised,
    only those, acronyms and places of the gazetteer are names.

    >>> for m in read_names("Gen. Maria Lopez told the University of Bergen that Russia's NATO envoy left."):
    ...     print(m.kind, m.value.sort, m.value.title, m.value.words)
    name person Gen. ('Maria', 'Lopez')
    name organisation  ('University', 'of', 'Bergen')
    place place  ('Russia',)
    name organisation  ('NATO',)
    """
    found = pieces(text)
    if not found:
        return ()
    words = [p.text for p in found if p.word and p.text[0].isalpha()]
    shouted = _is_shouted(words)
    closed = shouted or (headline and _is_title_case(words))
    sentence = _Sentence(text=text, pieces=found, known=_folded(known), closed=closed, shouted=shouted)
    accepted = sentence.accepted()
    return tuple(m for run in _runs(sentence, accepted) for m in _cut(sentence, run))


@lru_cache(maxsize=64)
def _folded(known: frozenset[str]) -> dict[str, str]:
    """Folded form -> the form to show, so that "BUDANOV" in capitals gets the value of "Budanov"."""
    return {fold(word): word for word in sorted(known, key=lambda w: (not w.isupper(), w)) if word[:1].isalpha()}


def _is_shouted(words: Sequence[str]) -> bool:
    longer = [w for w in words if len(w) > 1]
    upper = [w for w in longer if w.isupper()]
    return len(upper) >= 3 and len(upper) >= MOSTLY * len(longer) and any(len(w) > 3 and lexical.is_common(w) for w in upper)


def _is_title_case(words: Sequence[str]) -> bool:
    longer = [w for w in words[1:] if len(w) > 3 and fold(w) not in STOP_WORDS]
    ordinary = [w for w in longer if lexical.is_common(w)]
    judged = ordinary or longer
    return not judged or sum(w[0].isupper() for w in judged) >= TITLE_CASE * len(judged)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    text: str
    pieces: tuple[Piece, ...]
    known: dict[str, str]
    closed: bool  # only known names, acronyms and places
    shouted: bool  # all in capitals

    def accepted(self) -> list[bool]:
        """For each piece whether it may be part of a name; from the end, as an opening word leans on the next."""
        verdicts = [False] * (len(self.pieces) + 1)
        for i in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[i]
            if not piece.word or len(piece.text) > LONGEST_WORD:
                continue
            joined = verdicts[i + 1] and self.adjacent(i + 1) and not piece.possessive
            verdicts[i] = self._is_namelike(i, joined=joined)
        verdicts.pop()
        return self._settled(verdicts) if self.closed else verdicts

    def adjacent(self, i: int) -> bool:
        """Whether only one space, no line end, stands between a piece and the one before."""
        gap = self.text[self.pieces[i - 1].close : self.pieces[i].start] if i else "\n"
        return len(gap) == 1 and gap.isspace() and gap not in "\n\u2028\u2029"

    def is_known(self, word: str) -> bool:
        return fold(word) in self.known

    def _is_namelike(self, i: int, *, joined: bool) -> bool:
        word = self.pieces[i].text
        if not _has_capital(word) or _PARTY_AND_STATE.match(word) or (word[0].isupper() and _HEADS.match(word)):
            return False
        if len(word) == 1:
            return word != "I" and i > 0 and self.pieces[i - 1].capital and self.adjacent(i) and not self._is_weak(i - 1)
        if lexical.is_time_word(word):
            return self._is_named_month(i, joined=joined)
        if self.closed:
            return self._is_closed_name(i)
        if word.isupper() and len(word) > 2 and "." not in word and not lexical.is_acronym(word):
            return self.is_known(word)
        if self._is_weak(i):
            return self._opens_name(i, joined=joined)
        return lexical.is_acronym(word) or (fold(word) not in STOP_WORDS and not _is_contraction(word))

    def _is_named_month(self, i: int, *, joined: bool) -> bool:
        """ "Theresa May", "April Jones": a month is a name beside a given name, or as one."""
        word = self.pieces[i].text
        if not lexical.is_given_name(word):
            return False
        before = i > 0 and self.adjacent(i) and lexical.is_given_name(self.pieces[i - 1].text, certain=True)
        return before or (joined and self.pieces[i + 1].text.isalpha())

    def _is_weak(self, i: int) -> bool:
        """Whether the word may owe its capital to its position."""
        if i == 0:
            return True
        before = self.pieces[i - 1]
        return not before.word and (before.text in _OPENS or (i == 1 and before.text in "'’([–—-"))

    def _opens_name(self, i: int, *, joined: bool) -> bool:
        word = self.pieces[i].text
        if lexical.is_acronym(word) or self._starts_place(i) or self._is_numbered(i):
            return True
        if fold(word) in STOP_WORDS or _is_contraction(word):
            return False
        if lexical.is_title(word) or lexical.is_nation(word) or word in _LEADING:
            return joined
        if self.is_known(word) and (joined or not lexical.is_common(word) or self._acts(i)):
            return True
        return self._opens_unknown(i, joined=joined)

    def _opens_unknown(self, i: int, *, joined: bool) -> bool:
        word = self.pieces[i].text
        if lexical.is_given_name(word):
            return joined or lexical.is_given_name(word, certain=True)
        if not lexical.is_common(word):
            return not word.endswith("ing") or joined
        if joined and lexical.is_modifier(word):
            return lexical.opens_names(word) or any(lexical.is_title(p.text) for p in self.pieces[i + 1 : i + 4])
        if joined:
            return lexical.opens_names(word)
        following = self.pieces[i + 1].text if i + 1 < len(self.pieces) else ""
        return following == "of" and lexical.takes_of(word) and i + 2 < len(self.pieces) and self.pieces[i + 2].capital

    def _acts(self, i: int) -> bool:
        """Whether what follows shows a known plain word to be somebody: "Griffin said", "Bush's"; not "Fire officials"."""
        piece = self.pieces[i]
        if lexical.opens_names(piece.text) or lexical.is_modifier(piece.text) or i + 1 == len(self.pieces):
            return False
        following = self.pieces[i + 1].text
        return piece.possessive or following in _ACTING or lexical.is_saying(following) or (following.endswith("ed") and len(following) > 3)

    def _is_numbered(self, i: int) -> bool:
        """ "Flight 417", "Boeing 787"."""
        following = self.pieces[i + 1].text if i + 1 < len(self.pieces) else ""
        return self.pieces[i].text in _NUMBERED and bool(_NUMBER.match(following))

    def _starts_place(self, i: int) -> bool:
        ahead = []
        for j in range(i, min(i + 4, len(self.pieces))):
            if not self.pieces[j].word or (j > i and not self.adjacent(j)):
                break
            ahead.append(self.pieces[j].text)
        length = longest_place(ahead)
        return length > 1 or (length == 1 and not is_ambiguous(ahead[:1]))

    def _is_closed_name(self, i: int) -> bool:
        word = self.pieces[i].text
        if not self.shouted and lexical.is_acronym(word):
            return True
        if fold(word) in STOP_WORDS or _is_contraction(word):
            return False
        titled = word.title() if self.shouted else word
        special = lexical.is_title(titled) or word in entries_of_acronyms()
        return special or self.is_known(word) or self._in_place(i) or lexical.is_given_name(titled, certain=True)

    def _in_place(self, i: int) -> bool:
        """Whether the word is part of a place of the gazetteer, of up to three words."""
        for start in range(max(0, i - 2), i + 1):
            words = [p.text for p in self.pieces[start : start + 3]]
            length = longest_place(words)
            if start + length > i and all(p.text[0].isupper() for p in self.pieces[start : start + length]):
                return not (length == 1 and is_ambiguous(words[:1]))
        return False

    def _settled(self, verdicts: list[bool]) -> list[bool]:
        """In capitals a plain word ("House") or a given name alone is a name only beside another."""
        settled = list(verdicts)
        for i, piece in enumerate(self.pieces):
            if verdicts[i] and lexical.is_common(piece.text) and not self._in_place(i):
                beside = (i > 0 and verdicts[i - 1] and self.adjacent(i)) or (
                    i + 1 < len(self.pieces) and verdicts[i + 1] and self.adjacent(i + 1)
                )
                settled[i] = beside or lexical.is_acronym(piece.text)
        return settled


@lru_cache(maxsize=1)
def entries_of_acronyms() -> frozenset[str]:
    """The acronyms of the lexicon."""
    return lexical.entries("organisations.txt", "acronym")


def _has_capital(word: str) -> bool:
    return word[0].isupper() or bool(_ARTICLE_JOINED.match(word)) or bool(_CAMEL.match(word))


def _is_contraction(word: str) -> bool:
    """ "I'm", "It's", "We've", but not "O'Brien"."""
    base = re.split(r"['’]", word, maxsplit=1)[0]
    return base != word and fold(base) in STOP_WORDS


def _runs(sentence: _Sentence, accepted: Sequence[bool]) -> Iterator[list[int]]:
    """Runs of pieces that are one name or one name with its titles; joining words inside included."""
    i, end = 0, len(accepted)
    while i < end:
        if not accepted[i]:
            i += 1
            continue
        run = [i - 1, i] if _leads(sentence, i) else [i]
        while step := _next(sentence, accepted, run):
            run.extend(range(run[-1] + 1, step + 1))
        yield run
        i = run[-1] + 1


def _leads(sentence: _Sentence, i: int) -> bool:
    """Whether a lower-case particle before a name belongs to it: "bin Laden", "de Blasio", but not "the van"."""
    if i == 0 or sentence.pieces[i - 1].text not in _LEAD_PARTICLES or not sentence.adjacent(i):
        return False
    return i == 1 or fold(sentence.pieces[i - 2].text) not in _DETERMINERS


def _next(sentence: _Sentence, accepted: Sequence[bool], run: Sequence[int]) -> int:
    """The piece that goes on with a run, 0 when it ends."""
    last = run[-1]
    following = last + 1
    if following >= len(accepted) or not sentence.adjacent(following):
        return 0
    if sentence.pieces[last].possessive and not _is_owned(sentence, run, following):
        return 0
    if accepted[following]:
        return following
    piece = sentence.pieces[following]
    if piece.text in _NUMBERED or (_NUMBER.match(piece.text) and sentence.pieces[last].text in _NUMBERED):
        return following
    for reach in (following + 1, following + 2, following + 3):
        if reach >= len(accepted) or not sentence.adjacent(reach):
            return 0
        if accepted[reach]:
            return reach if _joins(sentence, run, reach) else 0
    return 0


def _is_owned(sentence: _Sentence, run: Sequence[int], following: int) -> bool:
    """ "St. Mary's Hospital", "Sheriff's Office" go on behind the possessive; "Russia's Court" does not."""
    piece = sentence.pieces[following]
    if piece.text not in _FACILITY:
        return False
    before = sentence.pieces[run[-2]].text if len(run) > 1 else ""
    return before in ("St.", "St", "Saint", "Prince", "Queen", "King") or sentence.pieces[run[-1]].text in _OWNED


def _joins(sentence: _Sentence, run: Sequence[int], reach: int) -> bool:
    """Whether the lower-case words between a run and an accepted word are part of the name."""
    between = [p.text for p in sentence.pieces[run[-1] + 1 : reach]]
    last, target = sentence.pieces[run[-1]].text, sentence.pieces[reach].text
    if between == ["&"]:
        return True
    if all(word in _PARTICLES for word in between):
        return not (between[0] in _SPLIT_PARTICLES and is_place((last,))) and not lexical.is_nation(target)
    if between in (["of"], ["of", "the"]):
        return _takes_of(sentence, run, reach)
    names = [sentence.pieces[i].text for i in run]
    if between in (["and"], ["for"], ["for", "the"], ["on"], ["in"], ["and", "the"]):
        return between != ["and", "the"] and _goes_on(names, between[0], target)
    return between == ["at"] and "University" in names and is_place((target,))


def _takes_of(sentence: _Sentence, run: Sequence[int], reach: int) -> bool:
    head = sentence.pieces[run[-1]].text
    target = sentence.pieces[reach].text
    if head == "State" and len(run) == 1 and is_place((target,)):
        return False  # "State of Georgia" is Georgia; "Secretary of State" is no name at all
    return lexical.takes_of(head) and not lexical.is_time_word(target)


def _goes_on(names: Sequence[str], word: str, target: str) -> bool:
    if word in ("for", "on", "in"):
        return names[-1] in _LISTING and not is_place((target,)) and not lexical.is_given_name(target)
    listing = any(name in _OF for name in names) and any(name in _LISTING for name in names)
    return (listing and lexical.is_common(target)) or (names[-1], target) in _PAIRS


_PAIRS = frozenset({("Trinidad", "Tobago"), ("Bosnia", "Herzegovina"), ("Antigua", "Barbuda"), ("Johnson", "Johnson"), ("Newfoundland", "Labrador")})


def _cut(sentence: _Sentence, run: list[int]) -> Iterator[Mention]:
    """The names of a run: what stands before a title, and what stands behind it."""
    found = [sentence.pieces[i] for i in run]
    while found and found[0].text in _LEADING and len(found) > 1 and not lexical.is_organisation_word(found[-1].text):
        found = found[1:]
    at = _last_title(found)
    if at is None:
        yield from _named(sentence, _trimmed(found), "")
        return
    first = _first_title(found, at)
    title = sentence.text[found[first].start : found[at].end]
    front = _trimmed(found[:first])
    if front:
        yield from _named(sentence, front, "")
    yield from _named(sentence, _trimmed(found[at + 1 :]), title)


def _last_title(found: Sequence[Piece]) -> int | None:
    """Where the title before a person's name ends: 1 in "Defence Minister Kim Yong-hyun"; None where there is none."""
    for at in range(len(found) - 2, -1, -1):
        if not lexical.is_title(found[at].text) or found[at].possessive:
            continue
        rest = [p.text for p in found[at + 1 :]]
        if lexical.is_generation(rest[0]) or any(lexical.is_organisation_word(w) for w in rest) or has_place_word(rest):
            return None
        if len(rest) > 5 or lexical.is_title(rest[0]) or rest[0] in _PARTICLES | _OF or lexical.is_modifier(rest[0]):
            return None
        if at and lexical.is_given_name(found[at - 1].text, certain=True):
            return None  # "Jimmy Dean Smith"
        return at
    return None


def _first_title(found: Sequence[Piece], last: int) -> int:
    """Where the title that ends at `last` begins: with its modifiers, as far as nothing but those stand before it."""
    first = last
    while first and lexical.is_title(found[first - 1].text):
        first -= 1
    bare = kept = first
    while bare and lexical.is_modifier(found[bare - 1].text):
        bare -= 1
        kept = bare if kept == bare + 1 and found[bare].text not in _INSTITUTIONS else kept
    before = [p.text for p in found[:bare]]
    alone = not before or is_place(before) or all(lexical.is_nation(w) for w in before) or before[-1] in _LEADING
    return bare if alone else kept


def _trimmed(found: Sequence[Piece]) -> Sequence[Piece]:
    """A run without nationalities, offices and leading words at its ends that are no part of a name."""
    start, end = 0, len(found)
    person = end > 0 and lexical.is_given_name(found[0].text, certain=True)
    while end - start > 1 and not person and _is_office(found[end - 1].text) and not _is_institution(found[start:end]):
        end -= 1
    while end > start and found[start].text in _LEADING and end - start > 1:
        start += 1
    words = [p.text for p in found[start:end]]
    if words and lexical.is_nation(words[0]) and (len(words) == 1 or _is_person_behind(words[1:])):
        start += 1
        words = words[1:]
    if len(words) == 2 and words[0] in ("North", "South", "East", "West") and lexical.is_nation(words[1]):
        return ()
    if words and all(lexical.is_title(w) or lexical.is_modifier(w) or lexical.is_nation(w) or w in _OF for w in words):
        keep = any(lexical.is_organisation_word(w) or w in _CHAMBERS for w in words)
        return found[start:end] if keep and not _is_office(words[-1]) else ()
    return found[start:end]


def _is_office(word: str) -> bool:
    return word in lexical.entries("titles.txt", "office")


def _is_institution(found: Sequence[Piece]) -> bool:
    return any(p.text in ("of", "&") for p in found)


def _is_person_behind(words: Sequence[str]) -> bool:
    return lexical.is_given_name(words[0], certain=True) and not any(lexical.is_organisation_word(w) for w in words)


def _named(sentence: _Sentence, found: Sequence[Piece], title: str) -> Iterator[Mention]:
    """The mention of one name, if anything is left of it."""
    if not found:
        return
    words = tuple(p.text for p in found)
    if len(words) == 1 and _is_no_name(words[0], title):
        return
    shown = _recased(sentence, words) if sentence.shouted else words
    span = Span(found[0].start, found[-1].end)
    sort = "person" if title else _sort(sentence.text, shown, span)
    kind = Kind.PLACE if sort == "place" else Kind.NAME
    yield Mention(span=span, kind=kind, value=Name(words=shown, sort=sort, title=title))


def _is_no_name(word: str, title: str) -> bool:
    return len(word) < 2 or lexical.is_nation(word) or (not title and (lexical.is_title(word) or lexical.is_generation(word)))


def _recased(sentence: _Sentence, words: tuple[str, ...]) -> tuple[str, ...]:
    acronyms = entries_of_acronyms()
    return tuple(w if w in acronyms or "." in w else sentence.known.get(fold(w), w.title()) for w in words)


def _sort(text: str, words: tuple[str, ...], span: Span) -> str:
    """What the name is of; ordered, because "Boston Globe" holds a place and "St. Louis" ends like a person."""
    if is_place(words):
        return "place" if not is_ambiguous(words) or _is_located(text, span) else ""
    if any(lexical.is_organisation_word(w) for w in words) or "&" in words:
        return "organisation"
    if has_place_word(words) or (len(words) == 1 and is_short_state(words[0]) and text[:span.start].endswith(", ")):
        return "place"
    if len(words) == 1 and lexical.is_acronym(words[0]):
        return "organisation"
    if _is_person(text, words, span):
        return "person"
    return "place" if len(words) < 4 and _has_state_behind(text, span) else ""


def _is_located(text: str, span: Span) -> bool:
    return bool(_WHERE.search(text[max(0, span.start - 12) : span.start])) or _has_state_behind(text, span)


def _has_state_behind(text: str, span: Span) -> bool:
    """ "Hope, Ark.", "Hope, Arkansas"."""
    following = _AFTER_COMMA.match(text, span.end)
    if following is None:
        return False
    state = following.group(1)
    return is_short_state(state) or is_short_state(state + ".") or is_state(state)


def _is_person(text: str, words: tuple[str, ...], span: Span) -> bool:
    if lexical.is_generation(words[-1]) or _AGE.match(text, span.end):
        return True
    if lexical.is_given_name(words[0], certain=len(words) == 1) and "of" not in words:
        return True
    if len(words) < 2 or "of" in words or any(lexical.is_common(w) and len(w) > 2 for w in words[1:]):
        return False
    if re.fullmatch(r"[A-Z]\.?", words[0]) or any(re.fullmatch(r"[A-Z]\.", w) for w in words[1:]):
        return True
    before = _SAID_BEFORE.search(text, max(0, span.start - 14), span.start)
    after = re.match(r",? (?:who|(\w{3,12}))\b", text[span.end : span.end + 16])
    said = after and (after.group(1) is None or lexical.is_saying(after.group(1)))
    return bool(said) or bool(before and lexical.is_saying(before.group(1)))
