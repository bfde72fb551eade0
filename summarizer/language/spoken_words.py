"""The words of a quotation as they are compared: its tagged words in, the words without house style out.

Outlets write one spoken sentence in many ways: "gonna" and "going to", "twelve" and "12", "colour" and "color", "we've" and
"we have", with "[the bank]" for "they", with a word starred out. None of these is another wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from summarizer.domain.text import Span, Token
from summarizer.language.meaning import concept
from summarizer.language.numbers import Figure, read_figures
from summarizer.language.words import STOP_WORDS, fold

ANYTHING = "*"  # an editor's words in brackets, or letters starred out: whatever was said
PERSON = "person"  # any pronoun for a person: reported speech turns "I" into "he"

_INSERTED = re.compile(r"\[[^\[\]]{1,80}\]|\([^()]{1,80}\)")
_REMARK = re.compile(
    r"\W*(?:sic|laughs?|laughter|laughing|applause|cheers?|inaudible|pause|crying|sobs?)\W*", re.IGNORECASE
)
_STARRED = re.compile(r"[^\W\d_]{1,6}(?:\*{2,12}|-{2,12}|_{2,12})(?:[^\W\d_]{0,6})")
_CONTRACTED = {
    "n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can", "wo": "will",
    "sha": "shall", "ai": "is", "em": "them", "cause": "because", "cos": "because", "ya": "you", "til": "until",
    "till": "until", "yeah": "yes", "yep": "yes", "yup": "yes", "nope": "no", "nah": "no", "ok": "okay", "gotten": "got",
    "mum": "mom", "programme": "program", "grey": "gray", "cheque": "check", "tyre": "tire", "whilst": "while",
    "amongst": "among", "amidst": "amid", "learnt": "learned", "burnt": "burned", "dreamt": "dreamed", "&": "and", "%": "percent",
}  # fmt: skip
_DRAWN_TOGETHER = {
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "kinda": ("kind", "of"), "sorta": ("sort", "of"),
    "dunno": ("do", "not", "know"), "lemme": ("let", "me"), "gimme": ("give", "me"), "cannot": ("can", "not"),
}  # fmt: skip
# Spellings on either side of the Atlantic under one key; the key need be no word, only the same for both.
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ful|ite|hood|er|ers|less)?$)", "or"),
        (r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)", "iz"),
        (r"(?<=[a-z]{2})ys(?=(?:e|ed|es|ing)$)", "yz"),
        (r"(?<=[aeiou])ll(?=(?:ed|ing|er|ers|ation)$)", "l"),
        (r"(?<=[a-z]{2})tre(?=s?$)", "ter"),
        (r"(?<=[a-z])enc(?=es?$)", "ens"),
        (r"(?<=[a-z])ogue(?=s?$)", "og"),
        (r"(?<=[a-z])wards$", "ward"),
        (r"(?<=[a-z])in['’]$", "ing"),
    )
)
_PARTED = frozenset("s t m ll re ve d".split())  # what follows the apostrophe of a contraction
_FILLERS = frozenset("um umm uh uhh er erm ah oh hmm mm".split())
_PERSONS = frozenset(
    "i me my mine myself you your yours yourself he him his himself she her hers herself we us our ours ourselves they them their "
    "theirs themselves".split()
)
_AUXILIARIES = frozenset("be have do will would shall should can could may might must get go".split())
_EMPTY = frozenset("thing something anything lot kind sort way".split())


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word: `exact` without house style, `group` what may stand for it in another's words, `carries` whether it has
    meaning of its own; `span` counts where the tokens do."""

    exact: str
    group: str
    carries: bool
    span: Span


def spoken_words(text: str, tokens: Iterable[Token]) -> tuple[SpokenWord, ...]:
    """The words of `tokens`, which were read from `text`.

    >>> from summarizer.language.tagging import tag
    >>> [[w.exact for w in spoken_words(s, tag(s))] for s in ("We're gonna pay [them] 12%", "We are going to pay twelve per cent")]
    [['we', 'are', 'going', 'to', 'pay', '*', '12', 'percent'], ['we', 'are', 'going', 'to', 'pay', '12', 'percent']]
    """
    words = list(_mended(tokens))
    if not words:
        return ()
    start, end = words[0].start, words[-1].end
    masked = [
        (m.span(), "" if _REMARK.fullmatch(m[0]) else ANYTHING)
        for m in _INSERTED.finditer(text, max(0, start - 1), end + 1)
    ]
    masked += [(m.span(), ANYTHING) for m in _STARRED.finditer(text, start, end + 8)]
    figures = [((f.start + start, f.end + start), _figure(f)) for f in read_figures(text[start:end])]
    return tuple(_without_per(_read(words, sorted([*masked, *figures]))))


def _mended(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words, with contractions together that stand apart in some archives: "didn' t", "we' ll"."""
    held: list[Token] = []  # a word, and the apostrophe behind it
    for token in tokens:
        end = fold(token.text)
        if len(held) == 2 and end in _PARTED:
            word = held[0]
            negated = end == "t" and fold(word.text).endswith("n")
            yield word._replace(text=word.text[:-1], lemma=word.text[:-1]) if negated else word
            yield token._replace(text="n't" if negated else f"'{end}", tag="AUX", lemma="not" if negated else end)
            held = []
        elif len(held) == 1 and end == "'":
            held.append(token)
        else:
            yield from held[:1]
            held = [token] if _is_word(token) else []
    yield from held[:1]


def _is_word(token: Token) -> bool:
    return token.text[:1].isalnum() or (token.text[:1] in "'’%&" and (len(token.text) > 1 or token.text in "%&"))


def _figure(figure: Figure) -> str:
    return f"{figure.value.normalize():f}"


def _read(words: Sequence[Token], covered: Sequence[tuple[tuple[int, int], str]]) -> Iterator[SpokenWord]:
    """The words outside what is covered, and one for each stretch that is."""
    at = 0
    told = -1
    for token in words:
        while at < len(covered) and covered[at][0][1] <= token.start:
            at += 1
        if at < len(covered) and covered[at][0][0] < token.end:
            (start, end), key = covered[at]
            if key and told != at:
                yield SpokenWord(key, key, key != ANYTHING, Span(start, end))
            told = at
            continue
        yield from _plain(token)


def _plain(token: Token) -> Iterator[SpokenWord]:
    written = fold(token.text)
    if written in _FILLERS or (written == "'s" and token.tag == "PART"):
        return
    if written == "'s":
        written = {"have": "has", "we": "us"}.get(token.lemma, "is")
    parts = _DRAWN_TOGETHER.get(written) or (_CONTRACTED.get(written, written),)
    for part in parts:
        lemma = fold(token.lemma) if len(parts) == 1 else part
        carries = not {part, lemma} & (STOP_WORDS | _PERSONS | _AUXILIARIES | _EMPTY)
        yield SpokenWord(plain_spelling(part), _group(part, lemma), carries, Span(token.start, token.end))


def _without_per(words: Iterable[SpokenWord]) -> Iterator[SpokenWord]:
    """ "per cent" as one word."""
    held: SpokenWord | None = None
    for word in words:
        if held is not None and word.exact == "cent":
            yield SpokenWord("percent", "percent", carries=True, span=Span(held.span.start, word.span.end))
            held = None
            continue
        if held is not None:
            yield held
        held = word if word.exact == "per" else None
        if held is None:
            yield word
    if held is not None:
        yield held


@lru_cache(maxsize=16_384)
def plain_spelling(word: str) -> str:
    """A key that British and American spellings of a word share.

    >>> plain_spelling("organised") == plain_spelling("organized"), plain_spelling("hour") == plain_spelling("our")
    (True, False)
    """
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word, count=1)
    return word


@lru_cache(maxsize=16_384)
def _group(word: str, lemma: str) -> str:
    if word in _PERSONS:
        return PERSON
    groups = _paraphrases()
    return groups.get(lemma) or groups.get(word) or concept(plain_spelling(lemma))


@cache
def _paraphrases() -> dict[str, str]:
    content = resources.files("summarizer").joinpath("lexicons/paraphrases.txt").read_text("utf-8")
    lines = (line.split() for line in content.splitlines() if line and not line.startswith("#"))
    return {word: f"={words[0]}" for words in lines for word in words}
