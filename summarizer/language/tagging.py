"""Words with their parts of speech and lemmas: one sentence in, its tokens with exact offsets out.

Tokens follow Universal Dependencies ("do" + "n't", "Kim" + "'s"), except that a hyphenated word without a number stays
whole ("al-Sadr", "state-run"). Tags come from an averaged perceptron (Collins 2002), fitted by benchmarks/train_tagger.py.
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from summarizer.domain.text import Token
from summarizer.language.headline_tags import headline_tags
from summarizer.language.sentence_words import ENDING_ABBREVIATIONS, NEVER_ENDING, NUMBERED
from summarizer.language.tag_features import (
    OUTSIDE_CLASS,
    UNKNOWN_CLASS,
    casing,
    of_classes,
    of_farther,
    of_neighbour,
    of_next,
    of_tag_and_form,
    of_tags,
    of_word,
    of_word_after,
    of_word_before,
    reduced,
)

TAGS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
WEIGHTS = "lexicons/tagger.npz"
LONGEST_SUFFIX = 6  # characters that a lemma rule looks at
SENTENCES_KEPT, LONGEST_KEPT = 2_048, 1_000  # tagged sentences that are kept, and their characters: some 30 MB at most
WORDS_KEPT = 16_384  # words and pairs of words whose weights are kept: an archive has words without end
LANE = 4  # bytes of a tag's score
ROW = LANE * len(TAGS)
LIFT = 2**15  # added to each weight (16 bits), so that none is below zero; the some 30 of a word cannot fill a lane
_UNPACKED = struct.Struct(f"<{len(TAGS)}I")

_LETTER = r"[^\W\d_]"
_INNER = r"[\w\u0300-\u036f]"  # a word typed with combining accents stays one word
_WORD = rf"{_LETTER}{_INNER}*(?:['’&-](?:\d+(?:[.,]\d+)*{_INNER}*|{_INNER}+))*"
_TOKEN = re.compile(
    rf"""
      {_LETTER}++(?=[\s,])                                            # most words; the rest is for all others
    | (?:https?://|www\.)[^\s"“”<>]{{0,300}}[^\s"“”<>.,;:!?()'’]    # https://example.org/a
    | [\w.+-]{{1,64}}+@[\w-]{{1,64}}(?:\.[\w-]{{1,20}}){{1,4}}          # desk@example.org
    | \d{{2,4}}-\d{{2,3}}-\d{{2,4}}(?!\w)                            # 2024-10-23
    | (?:\d{{1,3}}(?:,\d{{3}}){{1,10}}(?!\d)(?:\.\d+)?|\d+(?:[.:/]\d+)*){_INNER}*(?:-{_WORD})?   # 10,000 3.5 18:10 21st 620-mile
    | (?:US|A|C|NZ|HK|S|R)\$                                          # US$
    | (?<!\w)(?:{_LETTER}{{1,2}}\.){{2,6}}(?!{_LETTER}*\.?{_INNER}{{2}})(?:-{_WORD})?   # U.S. p.m. Ph.D. U.S.-led
    | (?:k?m|mi)/(?:hr?|s)\b                                         # km/h
    | {_WORD}
    | ['’]\d\d(?:s\b)?(?!\d)                                          # ’90s
    | \.\d+ | \.{{2,}} | -{{2,}} | [–—]+ | [!?]+ | ['‘’]{{2}}
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_SMALL = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_NUMBERS = frozenset([*_SMALL, *_TEENS, *_TENS, "half", "hundred", "thousand", "million", "billion", "trillion"])
_ABBREVIATIONS = NEVER_ENDING | NUMBERED | ENDING_ABBREVIATIONS
# Of these a full stop at the end of the sentence is part: the others are words, too ("the Sun.", "he sat.").
_FINAL = frozenset("inc ltd corp co bros llc plc jr sr etc al jan feb aug sept oct nov dec blvd ave dept".split())

_FIGURE = re.compile(r"0+(?:[.,:/]0+)*|0+-0+-0+|\.0+|0[0.,]*(?:m|mn|bn|tn|k)")
_MEASURED = re.compile(r"0[0.,]*(?:km|cm|mm|kg|g|ft|mi|mph|kph|lb|lbs|ha|c|f|kw|mw|gw|am|pm|hrs?|mins?)")
_MARKS = frozenset('.,;:!?"“”‘«»()[]{}…–—-')
_SYMBOLS = frozenset(["$", "£", "€", "¥", "%", "+", "=", "us$", "a$", "c$", "nz$", "hk$", "s$", "r$"])


def tag(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with universal parts of speech and lemmas; offsets count from its start.

    >>> [(t.text, t.tag, t.lemma) for t in tag("Kim's 12 ships didn't sail.")]
    [('Kim', 'PROPN', 'Kim'), ("'s", 'PART', "'s"), ('12', 'NUM', '12'), ('ships', 'NOUN', 'ship'), ('did', 'AUX', 'do'), ("n't", 'PART', 'not'), ('sail', 'VERB', 'sail'), ('.', 'PUNCT', '.')]
    """
    return _kept(text) if len(text) <= LONGEST_KEPT else _tagged(text)


@lru_cache(maxsize=SENTENCES_KEPT)
def _kept(text: str) -> tuple[Token, ...]:
    """Several readers ask for the same sentence."""
    return _tagged(text)


def _tagged(text: str) -> tuple[Token, ...]:
    spans = token_spans(text)
    words = [text[start:end] for start, end in spans]
    return tuple(
        Token(text=word, start=start, end=end, tag=found, lemma=lemma_of(word, found))
        for word, (start, end), found in zip(words, spans, headline_tags(words, tag_words(words)), strict=True)
    )


def token_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the tokens of a sentence start and end.

    >>> text = "The U.S. 620-mile front can't hold, Gen. Kim's aide said in Oct."
    >>> " ".join(text[a:b] for a, b in token_spans(text))
    "The U.S. 620 - mile front ca n't hold , Gen. Kim 's aide said in Oct."
    """
    last = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    scan = _TOKEN.finditer(text)
    while found := next(scan, None):
        start, end = found.span()
        if text.startswith(".", end) and text[start].isalpha() and _keeps_stop(text, start, end, last):
            end += 1
            scan = _TOKEN.finditer(text, end)
        word = text[start:end]
        if end - start == 1 or (word.isalpha() and word.lower() != "cannot"):
            spans.append((start, end))
        else:
            spans.extend(_pieces(text, start, end))
    return tuple(spans)


def _keeps_stop(text: str, start: int, end: int, last: int) -> bool:
    """Whether the full stop at `end` belongs to the word before it."""
    word = text[start:end]
    key = word.lower()
    if text[end + 1 : end + 2] == ".":
        return False
    if not any(c.isalnum() for c in text[end + 1 : end + 40]) and end + 1 >= last - 2:
        return key in _FINAL and (word[0].isupper() or key == "etc")
    return key in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """One match as tokens: clitics come off, and hyphenated words with a number fall apart."""
    word = text[start:end]
    if word.lower() == "cannot":
        yield from ((start, start + 3), (start + 3, end))
        return
    clitic = _CLITIC.search(word)
    stem_end = start + clitic.start() if clitic and clitic.start() else end
    yield from _hyphenated(text, start, stem_end)
    if stem_end < end:
        yield stem_end, end


def _hyphenated(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    parts = text[start:end].split("-")
    if len(parts) > 1 and parts[0].lower() in _TENS and parts[1].lower() in _SMALL:
        parts[:2] = ["-".join(parts[:2])]
    if len(parts) < 2 or not all(parts) or "".join(parts).isdigit() or not _counts(parts):
        yield start, end
        return
    for number, part in enumerate(parts):
        if number:
            yield start, start + 1
            start += 1
        yield start, start + len(part)
        start += len(part)


def _counts(parts: Sequence[str]) -> bool:
    """Whether a number stands in front ("620-mile", "two-year-old") or after a common noun ("magnitude-7.1")."""
    first = parts[0].lower().partition("-")[0]
    return first[0].isdigit() or first in _NUMBERS or (parts[0].islower() and parts[-1][0].isdigit())


def tag_words(words: Sequence[str]) -> list[str]:
    """The part of speech of each word of one sentence."""
    mode = casing(words)
    start, end = _edge("<s>", mode), _edge("</s>", mode)
    known = [start, start, *[_known(word, mode) for word in words], end, end]
    tags: list[str] = []
    tag_before, tag_earlier = "<s>", "<s>"
    for earlier, before, word, after, later in zip(known, known[1:], known[2:], known[3:], known[4:], strict=False):
        chosen = word.settled
        if chosen is None:
            chosen = _best(
                (word.own if tags else _score_of_first(words[0], mode))
                + (earlier.earlier + before.before + after.after + later.later)
                + (before.leads.get(word.form, 0) + word.meets.get(after.form, 0))
                + _score_of_classes(before.wide, word.wide, after.wide)
                + _score_of_tags(tag_before, tag_earlier)
                + _score_of_tag_and_form(tag_before, word.form)
                + _score_of_next(tag_before, after.form)
            )
        tags.append(chosen)
        tag_before, tag_earlier = chosen, tag_before
    return tags


class _Known(NamedTuple):
    """What is known of a word of any sentence in that mode: its form, the tag that it has for sure, and its scores by its place.

    `own` is the score where it is asked for and does not come first, `before` and `after` those as the word next to that which
    is asked for, `earlier` and `later` those as the word but one. `leads` and `meets` hold scores of pairs by the form of the word
    behind it: what it adds to that word's and to its own.
    """

    form: str
    settled: str | None
    wide: str  # its class
    own: int
    before: int
    after: int
    earlier: int
    later: int
    leads: Mapping[str, int]
    meets: Mapping[str, int]


@lru_cache(maxsize=WORDS_KEPT)
def _known(word: str, mode: str) -> _Known:
    form = reduced(word)
    settled = _fixed(word, form) or _model().sure.get(form)
    own = 0 if settled else _score(of_word(word, _class_of(form), mode, first=False))
    return _placed(form, word, mode, settled=settled, own=own)


@lru_cache(maxsize=100)
def _edge(form: str, mode: str) -> _Known:
    """Beyond the sentence's ends."""
    return _placed(form, None, mode, settled=None, own=0)


def _placed(form: str, word: str | None, mode: str, *, settled: str | None, own: int) -> _Known:
    found = OUTSIDE_CLASS if word is None else _class_of(form)
    before, after = of_neighbour(word, found, mode)
    earlier, later = of_farther(None if word is None else form)
    return _Known(
        form=form,
        settled=settled,
        wide=found[0],
        own=own,
        before=_score(before),
        after=_score(after),
        earlier=_score((earlier,)),
        later=_score((later,)),
        leads=_scores_of_pairs(of_word_before(form, "")),
        meets=_scores_of_pairs(of_word_after(form, "")),
    )


def _scores_of_pairs(start: str) -> dict[str, int]:
    """By their second words the scores of the pairs whose names start so: names are sorted, and most words have few."""
    names = _model().names
    found: dict[str, int] = {}
    for at in range(bisect_left(names, start), len(names)):
        if not names[at].startswith(start):
            break
        found[names[at].removeprefix(start)] = _score((names[at],))
    return found


def _score(names: Iterable[str]) -> int:
    """The sum of the weights: all tags side by side in one number, LANE bytes each, so that one addition adds up all.

    Each weight is above zero by the same, and what has no weights adds nothing to any tag: the order of the tags holds.
    """
    model = _model()
    total = 0
    for start in map(model.rows.get, names):
        if start is not None:
            total += int.from_bytes(model.weights[start : start + ROW], "little")
    return total


def _best(score: int) -> str:
    """The tag with the highest score, the first of those that have it."""
    found = _UNPACKED.unpack(score.to_bytes(ROW, "little"))
    return TAGS[found.index(max(found))]


@lru_cache(maxsize=WORDS_KEPT)
def _score_of_first(word: str, mode: str) -> int:
    return _score(of_word(word, _class_of(reduced(word)), mode, first=True))


@lru_cache(maxsize=WORDS_KEPT)
def _score_of_classes(before: str, own: str, after: str) -> int:
    return _score(of_classes(before, own, after))


def _class_of(form: str) -> tuple[str, str]:
    return _model().classes.get(form, UNKNOWN_CLASS)


@lru_cache(maxsize=1_000)
def _score_of_tags(before: str, earlier: str) -> int:
    return _score(of_tags(before, earlier))


@lru_cache(maxsize=WORDS_KEPT)
def _score_of_tag_and_form(before: str, form: str) -> int:
    return _score(of_tag_and_form(before, form))


@lru_cache(maxsize=WORDS_KEPT)
def _score_of_next(before: str, after: str) -> int:
    return _score((of_next(before, after),))


_PARTS_OF_DAY = frozenset({"mid-morning", "mid-afternoon", "mid-evening", "mid-day", "mid-week"})


def _fixed(word: str, form: str) -> str | None:
    """Tags that the shape alone decides."""
    if form.isalpha():
        return "VERB" if word == "rose" else None  # news has prices that rose, not flowers; Rose is a name
    if form in _SYMBOLS:
        return "SYM"
    if form[0] in "0.":
        return "NUM" if _FIGURE.fullmatch(form) else ("NOUN" if _MEASURED.fullmatch(form) else None)
    if word in _MARKS:
        return "PUNCT"
    if word.lower() in _PARTS_OF_DAY:
        return "NOUN"
    return "NUM" if form.partition("-")[0] in _TENS else None


# Forms that the treebank does not hold, so that no rule was learnt for them.
_IRREGULAR = dict(
    pair.split(":")
    for pair in (
        "arisen:arise awoke:awake awoken:awake beaten:beat bit:bite bitten:bite burnt:burn clung:cling forbidden:forbid knelt:kneel "
        "leapt:leap overthrew:overthrow pled:plead rung:ring risen:rise shone:shine sung:sing slew:slay slid:slide spilt:spill "
        "spun:spin sprung:spring strove:strive swelled:swell swollen:swell swam:swim swum:swim tore:tear lain:lie"
    ).split()
)


@lru_cache(maxsize=16_384)
def lemma_of(word: str, found: str) -> str:
    """The dictionary form of a word with that part of speech; a proper noun is its own.

    >>> lemma_of("fell", "VERB"), lemma_of("Children", "NOUN"), lemma_of("Kyiv", "PROPN"), lemma_of("n't", "PART")
    ('fall', 'child', 'Kyiv', 'not')
    """
    if found == "PROPN":
        return word
    form = word.lower().replace("’", "'")
    if found == "VERB" and form in _IRREGULAR:
        return _IRREGULAR[form]
    if "-" in form or found in ("PUNCT", "SYM", "NUM", "X"):
        return form
    cut, _, ending = lemma_rule(_model().lemmas, form, found).partition("+")
    return form[: len(form) - int(cut)] + ending or form


def lemma_rule(rules: Mapping[str, str], form: str, found: str) -> str:
    """How to change a form's end ("3+y": three characters off, "y" on): by the whole word, else by its longest suffix."""
    whole = rules.get(f"{found} ^{form}")
    if whole is not None:
        return whole
    for length in range(min(len(form), LONGEST_SUFFIX), -1, -1):
        rule = rules.get(f"{found} {form[len(form) - length :]}")
        if rule is not None:
            return rule
    return "0+"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Model:
    names: Sequence[str]  # of the features, sorted
    rows: dict[str, int]  # where a feature's weights start
    weights: bytes
    sure: dict[str, str]
    lemmas: dict[str, str]
    classes: dict[str, tuple[str, str]]  # of words that stand in like company, wide and narrow


@cache
def _model() -> _Model:
    import numpy as np

    with (resources.files("summarizer") / WEIGHTS).open("rb") as stream, np.load(stream, allow_pickle=False) as packed:
        lines = {
            name: packed[name].tobytes().decode("utf-8").split("\n") for name in ("names", "sure", "lemmas", "classes")
        }
        weights = (packed["weights"].astype(np.int32) + LIFT).astype(f"<u{LANE}").tobytes()
    return _Model(
        names=lines["names"],
        rows=dict(zip(lines["names"], range(0, len(weights), ROW), strict=True)),
        weights=weights,
        sure=dict(map(_fields, lines["sure"])),
        lemmas=dict(map(_fields, lines["lemmas"])),
        classes={form: (found[:2], found[2:]) for form, found in map(_fields, lines["classes"])},
    )


def _fields(line: str) -> tuple[str, str]:
    key, _, value = line.partition("\t")
    return key, value
