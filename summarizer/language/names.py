"""Proper names: one sentence in, the spans of the persons, organisations and places that it names out.

Capitalised words are joined to runs, then each run is cut: titles, nationalities and offices fall off its ends. A word
that opens the sentence is a name only when it is one elsewhere, in a lexicon, or is no English word at all.
Every rule looks a fixed number of words around, so the reader is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from summarizer.domain.facts import Kind, Mention, Name
from summarizer.domain.text import Span
from summarizer.language import name_words as lexical
from summarizer.language.name_runs import NUMBER, NUMBERED, Marked, runs
from summarizer.language.name_sorts import LEADING, cut, sort_of
from summarizer.language.name_words import LONGEST_KEPT, LONGEST_WORD, SENTENCES_KEPT, Piece, adjacent, pieces
from summarizer.language.places import is_ambiguous, is_place, longest_place
from summarizer.language.role_phrases import roles_at
from summarizer.language.words import STOP_WORDS, fold

PLAIN_IN_HEADING = 3  # plain words with a capital, from which a line without a full stop is a headline
MOSTLY = 0.7  # share of words in capitals from which case says nothing about a text
TITLE_CASE = 0.5  # share of longer words in a headline that open with a capital, from which they are no names

_ARTICLE_JOINED = re.compile(r"(?:al|el|ad|ar|as|ash|at|az|an|ul|d|l|o|ul)[-'’][A-ZÀ-Þ]")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]{2,12}$")
# "X-ray", "T-shirt"; addresses and keys with figures among the letters; "R-Ohio".
_NEVER = re.compile(r"[A-Z]-[a-z]|[RDI]-[A-Z]|(?=[^\W\d]{0,40}[a-z])\w{0,40}\d\w{0,40}[A-Za-z]\w{0,40}$")
_OPENS = frozenset('"“‘«„:.!?…•*;—–-|')  # after these the next word may be capitalised for its position alone
_HEADS = re.compile(
    r"(?:pro|anti|non|mid|ex|post|pre|un|inter|re|then|self|now|co|semi|sub|ultra|multi)-", re.IGNORECASE
)
_ENDINGS = frozenset(".!?…:;,>\"”’'»)")
_COUPLED = re.compile(r"[A-Z][a-z]{1,6}-[a-z]{2,6}$")  # "Sun-won": the word before is a family name
_ACTING = frozenset(", was is has had will would could did does also who then later went came took made became".split())


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
    return (_read(text, known, headline=headline) if known or headline else _read_alone(text))[0]


def read_all_names(lines: Sequence[tuple[str, bool]]) -> tuple[tuple[Mention, ...], ...]:
    """The names of each sentence of one article; `lines` holds them with whether they are headlines.

    What is a name in one sentence of the body is known in all. A sentence is read again only where that may matter.

    >>> [[m.value.words for m in found] for found in read_all_names([("Bush fires spread.", False), ("He met Bush.", False)])]
    [[], [('Bush',)]]
    """
    alone = [None if headline else _read_alone(text) for text, headline in lines]
    known = frozenset(
        word for found in alone if found for m in found[0] if isinstance(m.value, Name) for word in m.value.words
    )
    folded = _folded(known).keys()
    return tuple(
        found[0] if found and folded.isdisjoint(found[1]) else _read(text, known, headline=headline)[0]
        for (text, headline), found in zip(lines, alone, strict=True)
    )


def _read_alone(text: str) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """The names of a sentence of the body of which nothing is known; kept, as the reader of roles asks for them, too."""
    return _kept(text) if len(text) <= LONGEST_KEPT else _read(text, frozenset())


@lru_cache(maxsize=SENTENCES_KEPT)
def _kept(text: str) -> tuple[tuple[Mention, ...], frozenset[str]]:
    return _read(text, frozenset())


def _read(text: str, known: frozenset[str], *, headline: bool = False) -> tuple[tuple[Mention, ...], frozenset[str]]:
    """The names, and the folded words that would be read otherwise if they were known, or known in another form."""
    found = pieces(text)
    if not found:
        return (), frozenset()
    words = [p.text for p in found if p.word and p.text[0].isalpha()]
    shouted = _is_shouted(words)
    closed = shouted or ((headline or _is_heading(text, words)) and _is_title_case(words))
    sentence = _Sentence(text=text, pieces=found, known=_folded(known), closed=closed, shouted=shouted)
    marked = Marked(text=text, pieces=found, accepted=sentence.accepted())
    mentions = [_mention(sentence, part, title) for run in runs(marked) for part, title in cut(text, run)]
    return (tuple(mentions) if closed else _with_roles(text, found, mentions)), frozenset(sentence.asked)


def _with_roles(text: str, found: tuple[Piece, ...], mentions: list[Mention]) -> tuple[Mention, ...]:
    """The mentions, with the role that stands beside a person's name: that of an apposition tells more than a title."""
    tied: list[Mention] = []
    for mention in mentions:
        value = mention.value
        if isinstance(value, Name) and value.sort in ("person", ""):
            first = bisect_left(found, mention.span.start, key=lambda p: p.start)
            last = bisect_left(found, mention.span.end, lo=first, key=lambda p: p.end)
            roles = tuple(roles_at(text, found, first, last))
            if roles:
                held = replace(value, role=" ".join(roles[-1].of(text).split()))
                tied.append(replace(mention, value=held))
                continue
        tied.append(mention)
    return tuple(tied)


def _mention(sentence: _Sentence, part: Sequence[Piece], title: str) -> Mention:
    words = tuple(p.text for p in part)
    shown = _recased(sentence, words)
    span = Span(part[0].start, part[-1].end)
    sort = "person" if title else sort_of(sentence.text, shown, span)
    kind = Kind.PLACE if sort == "place" else Kind.NAME
    return Mention(span=span, kind=kind, value=Name(words=shown, sort=sort, title=title))


def _recased(sentence: _Sentence, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as the article writes them elsewhere, where they stand in capitals here."""
    if not any(w.isupper() and len(w) > 1 for w in words):
        return words
    acronyms = lexical.entries("organisations.txt", "acronym")
    named = len(words) > 1 or len(words[0]) > 3
    fallback = str.title if sentence.shouted or (named and is_place(words)) else str
    return tuple(
        w if not w.isupper() or len(w) < 2 or w in acronyms or "." in w else sentence.form_of(w) or fallback(w)
        for w in words
    )


@lru_cache(maxsize=64)
def _folded(known: frozenset[str]) -> dict[str, str]:
    """Folded form -> the form to show, so that "BUDANOV" in capitals gets the value of "Budanov"."""
    return {fold(word): word for word in sorted(known, key=lambda w: (not w.isupper(), w)) if word[:1].isalpha()}


def _is_shouted(words: Sequence[str]) -> bool:
    upper = [w for w in words if len(w) > 1 and w.isupper()]
    return (
        len(upper) >= 3
        and len(upper) >= MOSTLY * sum(len(w) > 1 for w in words)
        and any(len(w) > 3 and lexical.is_common(w) for w in upper)
    )


def _is_heading(text: str, words: Sequence[str]) -> bool:
    """Whether a line of the body is a headline between paragraphs: no mark at its end, several plain words in capitals."""
    if text.rstrip()[-1:] in _ENDINGS:
        return False
    plain = [w for w in words if len(w) > 3 and lexical.is_common(w) and fold(w) not in STOP_WORDS]
    plain = [w for w in plain if not (lexical.is_title(w) or lexical.opens_names(w) or lexical.is_given_name(w))]
    return len(plain) >= PLAIN_IN_HEADING and all(w[0].isupper() for w in plain)


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
    asked: set[str] = field(default_factory=set)  # what was looked up among the known words

    def accepted(self) -> list[bool]:
        """For each piece whether it may be part of a name; from the end, as an opening word leans on the next."""
        verdicts = [False] * (len(self.pieces) + 1)
        for i in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[i]
            if not piece.word or piece.text.islower() or len(piece.text) > LONGEST_WORD or self._is_handle(i):
                continue
            joined = verdicts[i + 1] and self.adjacent(i + 1) and not piece.possessive
            verdicts[i] = self._is_namelike(i, joined=joined)
        verdicts.pop()
        return self._settled(verdicts) if self.closed else verdicts

    def adjacent(self, i: int) -> bool:
        """Whether only one space, no line end, stands between a piece and the one before."""
        return adjacent(self.text, self.pieces, i)

    def _is_handle(self, i: int) -> bool:
        """ "@somebody", "#Something", "…/Page"."""
        before = self.pieces[i - 1] if i else None
        return before is not None and before.text in ("@", "#", "/", "_") and before.end == self.pieces[i].start

    def is_known(self, word: str) -> bool:
        return self.form_of(word) is not None

    def form_of(self, word: str) -> str | None:
        """How the article writes the word elsewhere, if it is a name there."""
        key = fold(word)
        self.asked.add(key)
        return self.known.get(key)

    def _is_namelike(self, i: int, *, joined: bool) -> bool:
        word = self.pieces[i].text
        if not _may_be_name(word):
            return False
        if len(word) == 1:
            return (
                word != "I" and i > 0 and self.pieces[i - 1].capital and self.adjacent(i) and not self._is_weak(i - 1)
            )
        if lexical.is_time_word(word):
            return self._is_named_month(i, joined=joined)
        if self.closed:
            return self._is_closed_name(i)
        if word.isupper() and "." not in word and not lexical.is_acronym(word):
            return self.is_known(word) or (
                len(word) == 2 and fold(word) not in STOP_WORDS and not lexical.is_abbreviation(word)
            )
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
        if lexical.is_acronym(word) or self._starts_place(i) or self._is_numbered(i) or lexical.is_company(word):
            return True
        if fold(word) in STOP_WORDS or _is_contraction(word):
            return False
        if lexical.is_title(word) or lexical.is_nation(word) or word in LEADING:
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
        if joined and _COUPLED.match(self.pieces[i + 1].text):
            return True
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
        return (
            piece.possessive
            or following in _ACTING
            or lexical.is_saying(following)
            or (following.endswith("ed") and len(following) > 3)
        )

    def _is_numbered(self, i: int) -> bool:
        """ "Flight 417", "Boeing 787"."""
        following = self.pieces[i + 1].text if i + 1 < len(self.pieces) else ""
        return self.pieces[i].text in NUMBERED and bool(NUMBER.match(following))

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
        special = lexical.is_title(titled) or word in lexical.entries("organisations.txt", "acronym")
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


@lru_cache(maxsize=16_384)
def _may_be_name(word: str) -> bool:
    """Whether it is written as a name can be: "Oda", "al-Sadr", "iPhone"; not "X-ray", "Anti-war"."""
    capital = word[0].isupper()
    if not (capital or _ARTICLE_JOINED.match(word) or _CAMEL.match(word)):
        return False
    return not (_NEVER.match(word) or (capital and _HEADS.match(word)))


def _is_contraction(word: str) -> bool:
    """ "I'm", "It's", "We've", but not "O'Brien"."""
    base = word.replace("’", "'").partition("'")[0]
    return base != word and fold(base) in STOP_WORDS
