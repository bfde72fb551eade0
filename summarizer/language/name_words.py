"""Words as the name readers see them: a text in, its pieces out; and which kind of word each is, from the lexicons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from summarizer.domain.text import Span
from summarizer.language.words import REPORTING, STOP_WORDS, fold

SENTENCES_KEPT, LONGEST_KEPT = (
    1_024,
    1_000,
)  # a sentence's pieces are asked for twice: for the names of the article, and with them
LONGEST_WORD = 40  # letters; what is longer is an address or noise, no name


class Piece(NamedTuple):
    """A word without its possessive ending, or one mark; `close` is where the ending ends."""

    text: str
    start: int
    end: int
    word: bool
    close: int

    @property
    def possessive(self) -> bool:
        """Whether an "'s" was left out."""
        return self.close > self.end

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[0].isupper()


# Most words; then "U.N.", "J.K."; then "Yong-hyun", "O'Brien", "AT&T", "A350"; then any single mark.
_PIECE = re.compile(r"[^\W_]++(?=[\s,])|(?:[^\W\d_]\.){2,8}|[^\W_]+(?:[-'’&][^\W_]+)*|\S")
_ROMAN = re.compile(r"[IVX]{1,5}$")
_POSSESSIVE = re.compile(r"['’][sS]$")
_INITIAL_FOLLOWED = re.compile(r"\.\s?[^\W\d_]")
# What hyphens hang on to a name: "London-based" holds London, but "Yong-hyun" is one name.
_TAIL = re.compile(
    r"-(?:based|led|backed|born|controlled|held|style|area|wide|bound|made|run|owned|funded|aligned|occupied|educated|trained|supported"
    r"|sponsored|listed|themed|like|related|linked|approved|proof|friendly|type|era|annexed|brokered|mediated|built|appointed|wounded)$"
)


def pieces(text: str) -> tuple[Piece, ...]:
    """Every word and mark, in order; abbreviations keep their full stop.

    >>> [p.text for p in pieces("Gen. J. O’Brien’s U.N. talks, Jan. 3.")]
    ['Gen.', 'J.', 'O’Brien', 'U.N.', 'talks', ',', 'Jan.', '3', '.']
    """
    return _kept(text) if len(text) <= LONGEST_KEPT else _cut(text)


@lru_cache(maxsize=SENTENCES_KEPT)
def _kept(text: str) -> tuple[Piece, ...]:
    return _cut(text)


def _cut(text: str) -> tuple[Piece, ...]:
    found: list[Piece] = []
    scan = _PIECE.finditer(text)
    while match := next(scan, None):
        start, end = match.span()
        word, close = text[start].isalnum(), end
        if word and (text.startswith(".", end) or not match[0].isalnum()):
            end, close = _ending(text, start, end)
            if close != match.end():
                scan = _PIECE.finditer(text, close)
        found.append(Piece(text[start:end], start, end, word, close))
    return tuple(found)


def adjacent(text: str, found: Sequence[Piece], i: int) -> bool:
    """Whether only one space, no line end, stands between a piece and the one before."""
    gap = text[found[i - 1].close : found[i].start] if i else ""
    return len(gap) == 1 and gap.isspace() and gap not in "\n\u2028\u2029"


def _ending(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a word ends, and where its possessive ending does."""
    if possessive := _POSSESSIVE.search(text, max(start + 1, end - 2), end):
        return possessive.start(), end
    if tail := _TAIL.search(text, max(start + 1, end - 12), end):
        return tail.start(), tail.start()
    if end < len(text) and text[end] == "." and _keeps_stop(text, start, end):
        return end + 1, end + 1
    return end, end


def _keeps_stop(text: str, start: int, end: int) -> bool:
    """Whether the full stop behind a word belongs to it: "Gen.", "Inc.", the "B." of "Karen B. Velde"."""
    if end - start == 1 and text[start].isupper():
        following = _INITIAL_FOLLOWED.match(text, end)
        return bool(following) and text[following.end() - 1].isupper() if following else False
    return end - start < 8 and text[start : end + 1] in _abbreviations()


@cache
def lexicon(file: str) -> dict[str, tuple[str, ...]]:
    """The entries of a lexicon file by kind, in file order: "kind: entry, entry" (or spaces where no line has a comma)."""
    lines = (resources.files("summarizer") / "lexicons" / file).read_text("utf-8").splitlines()
    rows = [line.split(":", 1) for line in lines if line and not line.startswith("#")]
    separator = "," if any("," in row[1] for row in rows) else None
    entries: defaultdict[str, list[str]] = defaultdict(list)
    for kind, listed in rows:
        entries[kind].extend(entry.strip() for entry in listed.split(separator))
    return {kind: tuple(e for e in listed if e) for kind, listed in entries.items()}


@cache
def entries(file: str, *kinds: str) -> frozenset[str]:
    """The entries of some kinds of a lexicon file, as written."""
    found = lexicon(file)
    return frozenset(entry for kind in (kinds or found) for entry in found[kind])


@cache
def _abbreviations() -> frozenset[str]:
    files = ("titles.txt", "organisations.txt", "nationalities.txt")
    listed = [entry for file in files for entry in entries(file)]
    listed += entries("places.txt", "state_short", "part", "part_first")
    return frozenset(entry for entry in listed if entry.endswith(".") and " " not in entry)


def is_title(word: str) -> bool:
    """Whether a capitalised word before a name is a title or office: "Gen.", "Minister"."""
    return word in entries("titles.txt", "honorific", "rank", "office")


def is_modifier(word: str) -> bool:
    """Whether it can stand before an office: the "Defence" of "Defence Minister"."""
    return word in entries("titles.txt", "modifier")


def is_role_noun(word: str) -> bool:
    """Whether it says what somebody is, in any case, singular: "director"."""
    return fold(word) in entries("titles.txt", "role")


def has_role_noun(words: Iterable[str]) -> bool:
    """Whether one of them is a role noun."""
    return not entries("titles.txt", "role").isdisjoint(map(fold, words))


def is_generation(word: str) -> bool:
    """Whether it tells father from son: "Jr."."""
    return word in entries("titles.txt", "generation")


def is_nation(word: str) -> bool:
    """Whether it is a nationality, people, language or creed, in the singular or plural: "Russian", "Muslims"."""
    listed = _group_words()
    return word in listed or (word.endswith("s") and word[:-1] in listed) or ("-" in word and _compound_nation(word))


@cache
def _group_words() -> frozenset[str]:
    return entries("nationalities.txt", "nation", "people", "language", "faith", "current")


def _compound_nation(word: str) -> bool:
    """ "Franco-German", "Russian-backed", "African-American"."""
    listed = _group_words()
    parts = word.split("-")
    return any(part in listed or part.removesuffix("s") in listed for part in parts) and len(parts) < 4


def is_time_word(word: str) -> bool:
    """Whether it names a day, month, season or clock: "Tuesday", "Oct."."""
    listed = entries("nationalities.txt", "day", "month", "time")
    return word in listed or word.removesuffix("s") in listed


def is_given_name(word: str, *, certain: bool = False) -> bool:
    """Whether it is a given name; `certain` leaves out those that are English words too ("Grace")."""
    listed = entries("given_names.txt", "certain") if certain else entries("given_names.txt")
    return word in listed or ("-" in word and word.split("-", 1)[0] in entries("given_names.txt", "certain"))


def is_organisation_word(word: str) -> bool:
    """Whether a name that holds it is an organisation's: "Ministry"."""
    return word in entries("organisations.txt", "keyword")


def is_company(word: str) -> bool:
    """Whether it is a company that news knows by one word."""
    return word in entries("organisations.txt", "company")


def is_firm_word(word: str) -> bool:
    """Whether the names of firms end in it, folded, in the singular or plural: "Semiconductors"."""
    return word in _firm_words()


@cache
def _firm_words() -> frozenset[str]:
    plural = [word.lower() for word in entries("organisations.txt", "firm")]
    return frozenset(plural + [word[:-3] + "y" if word.endswith("ies") else word[:-1] for word in plural])


def takes_of(word: str) -> bool:
    """Whether "of" behind it goes on with the name: the "University" of "University of Bergen"."""
    return word in entries("organisations.txt", "of_head")


def opens_names(word: str) -> bool:
    """Whether this common word often opens a name: "National", "United", "New"."""
    return word in entries("organisations.txt", "opener") or is_organisation_word(word)


@lru_cache(maxsize=16_384)
def is_acronym(word: str) -> bool:
    """Whether it is written like an acronym ("NATO", "U.N.", "G7"), and is no common word in capitals.

    >>> [w for w in ("NATO", "U.N.", "G7", "TEEN", "WHO", "I", "Nato") if is_acronym(w)]
    ['NATO', 'U.N.', 'G7', 'WHO']
    """
    if word in entries("organisations.txt", "acronym"):
        return True
    if is_abbreviation(word):
        return False
    bare = word.replace(".", "").replace("&", "").replace("-", "")
    if not (2 <= len(bare) <= 6 and word[0].isupper() and bare.upper() == bare and bare.isalnum()):
        return False
    return "." in word or any(c.isdigit() for c in bare) or word in ("US", "UK") or not is_common(bare.lower())


@lru_cache(maxsize=16_384)
def is_common(word: str) -> bool:
    """Whether English has it as an ordinary word in lower case.

    >>> is_common("Officials"), is_common("Budanov"), is_common("Johnson")
    (True, False, False)
    """
    import simplemma

    lower = word.lower()
    if lower in STOP_WORDS or lower.split("'")[0].split("’")[0] in STOP_WORDS:
        return True
    if "-" in lower and not _two_capitals(word):
        return all(is_common(part) for part in lower.split("-", 4)[:4] if part)
    return (
        "-" not in lower
        and simplemma.is_known(lower, lang="en")
        and bool(simplemma.lemmatize(lower, lang="en")[:1].islower())
    )


def is_abbreviation(word: str) -> bool:
    """Whether it is a plain word in capitals, or a Roman figure: "TV", "IV"."""
    return word.rstrip("s") in entries("organisations.txt", "abbreviation") or bool(_ROMAN.match(word))


def _two_capitals(word: str) -> bool:
    """ "Coca-Cola", unlike "Twenty-five"."""
    return sum(part[:1].isupper() for part in word.split("-")) > 1


@cache
def _saying() -> frozenset[str]:
    regular = {
        form for v in REPORTING for form in (v, v + "s", v + "ed", v + "d", v[:-1] + "ies", v[:-1] + "ied", v + "es")
    }
    return frozenset(regular | {"said", "told", "wrote", "thought", "swore", "admitted", "quipped"}) - {
        "according",
        "accord",
    }


def is_saying(word: str) -> bool:
    """Whether it is a verb of saying in the present or past: "said"."""
    return word in _saying()
