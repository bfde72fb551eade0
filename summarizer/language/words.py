"""Words as keys to compare by: a text in; folded words, stems and content words out. Offsets are not kept here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Protocol

WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
SENTENCES_KEPT, LONGEST_KEPT = 2_048, 1_000  # sentences whose words are kept, and their characters: some 5 MB at most

# Function words: they say how a sentence is built, not what it is about. Negations are kept out of the keys on purpose:
# whether something is so is read by stance, not by likeness.
STOP_WORDS = frozenset(
    "a about above across after again against ago all almost along already also although am among amid an and any anyone "
    "anything are around as at away back be became because become been before behind being below between both but by came can "
    "cannot could did do does doing done down during each either else even ever every few for from further get gets got had has have "
    "having he her here hers herself him himself his how however i if in indeed into is it its itself just least less like made "
    "make many may me might more most much must my near nearly neither no nor not now of off often on once one only onto or other "
    "others our ours out over own per quite rather s same several shall she should since so some such t than that the their theirs them "
    "themselves then there these they this those though through thus to together too toward towards under until up upon us very "
    "was we well were what when where whether which while who whom whose why will with within without would yet you your yours".split()
)

# Verbs that report what somebody says, thinks or shows: the cue of an attribution, seldom the action of a fact.
REPORTING = frozenset(
    "accord acknowledge add admit advise affirm agree allege announce answer argue ask assert assess assume believe boast brief "
    "caution cite claim comment complain concede conclude confess confirm contend declare deny describe detail disclose dismiss "
    "emphasise emphasize estimate expect explain express fear forecast hint imply indicate inform insist joke judge lament maintain "
    "mention note object observe pledge point post predict project promise pronounce quip quote reaffirm recall reckon recount "
    "reiterate remark repeat reply report respond reveal rule say show signal speculate state stress suggest suspect swear tell "
    "testify think threaten tweet underline urge verify vow warn wonder write".split()
)

_TYPOGRAPHIC = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i"}
)


def holds(text: str, stretches: Iterable[str]) -> bool:
    """Whether one of the stretches stands anywhere in a text: a look that spares slow patterns.

    >>> holds("twelve people", ("eleven", "elve")), holds("twelve people", ("eleven",))
    (True, False)
    """
    for stretch in stretches:  # noqa: SIM110 - asked many times of every sentence; any() costs twice as much
        if stretch in text:
            return True
    return False


def word_before(text: str, at: int, reach: int = 24) -> str:
    """What stands right before a place up to a blank or line end, in lower case; its last `reach` signs at most.

    >>> word_before("He was Aged  12", 13), word_before("(12", 1), word_before("12", 0)
    ('aged', '(', '')
    """
    words = text[max(0, at - reach) : at].split()
    return words[-1].lower() if words else ""


@lru_cache(maxsize=4)  # several readers ask for one sentence, one after the other
def letter_runs(text: str) -> frozenset[str]:
    """The runs of letters in a text, in lower case.

    >>> sorted(letter_runs("No. 5 wasn't"))
    ['no', 't', 'wasn']
    """
    return frozenset(_LETTERS.findall(text.lower()))


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own name


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Lower case, without accents, apostrophes straight: one key for every way to type a word.

    >>> fold("São Tomé’s"), fold("Łódź")
    ("sao tome's", 'lodz')
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.translate(_TYPOGRAPHIC).casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The word's stem (Porter's second English stemmer), folded, without a possessive ending.

    >>> stem("Deployments"), stem("deployed"), stem("Russia's")
    ('deploy', 'deploy', 'russia')
    """
    key = fold(word).removesuffix("'s").removesuffix("'")
    return _stemmer().stemWord(key)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, in text order; a sentence's are kept, as half a dozen stages ask for them.

    >>> folded_words("The 3,000 troops’ José")
    ('the', '3,000', 'troops', 'jose')
    """
    return _kept_words(text) if len(text) <= LONGEST_KEPT else _folded_words(text)


@lru_cache(maxsize=SENTENCES_KEPT)
def _kept_words(text: str) -> tuple[str, ...]:
    return _folded_words(text)


def _folded_words(text: str) -> tuple[str, ...]:
    return tuple([fold(word) for word in WORD.findall(text)])


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry meaning, in text order, with repetitions; figures stay as written.

    >>> content_stems("The 3,000 troops were deployed in Kursk.")
    ('3,000', 'troop', 'deploy', 'kursk')
    """
    words = folded_words(text)
    return tuple([stem(w) for w in words if w not in STOP_WORDS and (len(w) > 1 or w.isdigit())])


@cache
def _stemmer() -> _Stemmer:
    import snowballstemmer

    found: _Stemmer = snowballstemmer.stemmer("english")
    return found
