"""Words with their parts of speech and lemmas: one sentence in, its tokens with exact offsets out.

Tokens follow Universal Dependencies ("do" + "n't", "Kim" + "'s"), except that a hyphenated word without a number stays
whole ("al-Sadr", "state-run"). Tags come from an averaged perceptron (Collins 2002), fitted by benchmarks/train_tagger.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from summarizer.domain.text import Token
from summarizer.language.sentence_words import ENDING_ABBREVIATIONS, NEVER_ENDING, NUMBERED

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

TAGS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
WEIGHTS = "lexicons/tagger.npz"
LONGEST_SUFFIX = 6  # characters that a lemma rule looks at
UNKNOWN_CLASS, OUTSIDE_CLASS = ("?", "?"), ("-", "-")

_LETTER = r"[^\W\d_]"
_INNER = r"[\w\u0300-\u036f]"  # a word typed with combining accents stays one word
_WORD = rf"{_LETTER}{_INNER}*(?:['’&-](?:\d+(?:[.,]\d+)*{_INNER}*|{_INNER}+))*"
_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s"“”<>]{{0,300}}[^\s"“”<>.,;:!?()'’]    # https://example.org/a
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,20}}){{1,4}}          # desk@example.org
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

_DIGITS = re.compile(r"\d")
_FIGURE = re.compile(r"0+(?:[.,:/]0+)*|0+-0+-0+|\.0+|0[0.,]*(?:m|mn|bn|tn|k)")
_MEASURED = re.compile(r"0[0.,]*(?:km|cm|mm|kg|g|ft|mi|mph|kph|lb|lbs|ha|c|f|kw|mw|gw|am|pm|hrs?|mins?)")
_MARKS = frozenset('.,;:!?"“”‘«»()[]{}…–—-')
_SYMBOLS = frozenset(["$", "£", "€", "¥", "%", "+", "=", "us$", "a$", "c$", "nz$", "hk$", "s$", "r$"])


def tag(text: str) -> tuple[Token, ...]:
    """The tokens of one sentence, in order, with universal parts of speech and lemmas; offsets count from its start.

    >>> [(t.text, t.tag, t.lemma) for t in tag("Kim's 12 ships didn't sail.")]
    [('Kim', 'PROPN', 'Kim'), ("'s", 'PART', "'s"), ('12', 'NUM', '12'), ('ships', 'NOUN', 'ship'), ('did', 'AUX', 'do'), ("n't", 'PART', 'not'), ('sail', 'VERB', 'sail'), ('.', 'PUNCT', '.')]
    """
    spans = token_spans(text)
    words = [text[start:end] for start, end in spans]
    return tuple(
        Token(text=word, start=start, end=end, tag=found, lemma=lemma_of(word, found))
        for word, (start, end), found in zip(words, spans, tag_words(words), strict=True)
    )


def token_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the tokens of a sentence start and end.

    >>> text = "The U.S. 620-mile front can't hold, Gen. Kim's aide said in Oct."
    >>> " ".join(text[a:b] for a, b in token_spans(text))
    "The U.S. 620 - mile front ca n't hold , Gen. Kim 's aide said in Oct."
    """
    last = len(text.rstrip())
    spans: list[tuple[int, int]] = []
    at = 0
    while found := _TOKEN.search(text, at):
        start, end = found.span()
        if text[start].isalpha() and text[end : end + 1] == "." and _keeps_stop(text, start, end, last):
            end += 1
        spans.extend(_pieces(text, start, end))
        at = end
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
    if word.isalpha() and word.lower() != "cannot":
        yield start, end
        return
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
    model = _model()
    forms = [reduced(word) for word in words]
    classes = [model.classes.get(form, UNKNOWN_CLASS) for form in forms]
    mode = casing(words)
    tags: list[str] = []
    before, earlier = "<s>", "<s>"
    for at, form in enumerate(forms):
        found = _fixed(words[at], form) or model.sure.get(form)
        if found is None:
            known = [model.rows[name] for name in features(words, forms, classes, at, mode) if name in model.rows]
            known += [model.rows[name] for name in history(forms, at, before, earlier) if name in model.rows]
            found = TAGS[int(model.weights[known].sum(0).argmax())] if known else "NOUN"
        tags.append(found)
        before, earlier = found, before
    return tags


def reduced(word: str) -> str:
    """The form that a word is looked up by: lower case, straight apostrophes, digits as 0."""
    form = word.lower()
    if form.isalpha():
        return form
    return _DIGITS.sub("0", form.replace("’", "'").replace("‘", "'"))


def casing(words: Sequence[str]) -> str:
    """How the sentence uses capitals: "t" as a title does, "u" throughout, "l" not at all, else "n"."""
    long = [w for w in words[1:] if len(w) > 3 and w[0].isalpha()]
    capital = sum(w[0].isupper() for w in long)
    if len(long) >= 2 and capital > 0.7 * len(long):
        return "u" if sum(w.isupper() for w in long) > 0.7 * len(long) else "t"
    return "n" if capital or (words and words[0][:1].isupper()) else "l"


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
    return "NUM" if form.partition("-")[0] in _TENS else None


def features(
    words: Sequence[str], forms: Sequence[str], classes: Sequence[tuple[str, str]], at: int, mode: str
) -> list[str]:
    """What a word and its neighbours look like, as names of weights; `classes` are the words' (wide, narrow) classes."""
    form = forms[at]
    before = forms[at - 1] if at else "<s>"
    after = forms[at + 1] if at + 1 < len(forms) else "</s>"
    found = list(_own(words[at], form, mode, at == 0))
    found += (f"b{before}", f"a{after}", f"y{before[-3:]}", f"z{after[-3:]}", f"p{before} {form}", f"n{form} {after}")
    found += (f"B{forms[at - 2]}" if at > 1 else "B<s>", f"A{forms[at + 2]}" if at + 2 < len(forms) else "A</s>")
    wide, narrow = classes[at]
    wide_before, narrow_before = classes[at - 1] if at else OUTSIDE_CLASS
    wide_after, narrow_after = classes[at + 1] if at + 1 < len(forms) else OUTSIDE_CLASS
    found += (f"C{wide}", f"D{narrow}", f"E{narrow_before}", f"F{narrow_after}")
    found += (f"G{wide_before} {wide}", f"H{wide} {wide_after}", f"I{wide_before} {wide_after}")
    found.append(f"q{_shape(words[at + 1])}{mode}" if at + 1 < len(words) else "q</s>")
    found.append(f"o{_shape(words[at - 1])}{mode}" if at else "o<s>")
    return found


@lru_cache(maxsize=50_000)
def _own(word: str, form: str, mode: str, first: bool) -> tuple[str, ...]:  # noqa: FBT001 - a key of the cache
    shape = _shape(word)
    return (
        f"w{form}",
        f"c{form} {shape}{mode}{'^' if first else ''}",
        f"1{form[-1:]}",
        f"2{form[-2:]}",
        f"3{form[-3:]}",
        f"4{form[-4:]} {shape}",
        f"r{form[:3]}",
        f"s{shape}{mode}{'^' if first else ''}",
        f"h{form.rpartition('-')[2]}" if "-" in form else "h",
    )


def history(forms: Sequence[str], at: int, before: str, earlier: str) -> tuple[str, ...]:
    """The tags already given, alone and with the words around."""
    after = forms[at + 1] if at + 1 < len(forms) else "</s>"
    return (
        f"t{before}",
        f"u{before} {earlier}",
        f"v{before} {forms[at]}",
        f"x{before} {after}",
        f"k{before} {forms[at][-3:]}",
    )


@lru_cache(maxsize=50_000)
def _shape(word: str) -> str:
    if word.islower():
        return "x"
    if word.isupper():
        return "X" if len(word) > 1 else "I"
    if word[0].isupper():
        return "Xx"
    return "d" if word[0].isdigit() else "m"


@lru_cache(maxsize=50_000)
def lemma_of(word: str, found: str) -> str:
    """The dictionary form of a word with that part of speech; a proper noun is its own.

    >>> lemma_of("fell", "VERB"), lemma_of("Children", "NOUN"), lemma_of("Kyiv", "PROPN"), lemma_of("n't", "PART")
    ('fall', 'child', 'Kyiv', 'not')
    """
    if found == "PROPN":
        return word
    form = word.lower().replace("’", "'")
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
    rows: dict[str, int]
    weights: npt.NDArray[np.int32]
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
        weights = packed["weights"].astype(np.int32)
    return _Model(
        rows={name: row for row, name in enumerate(lines["names"])},
        weights=weights,
        sure=dict(map(_fields, lines["sure"])),
        lemmas=dict(map(_fields, lines["lemmas"])),
        classes={form: (found[:2], found[2:]) for form, found in map(_fields, lines["classes"])},
    )


def _fields(line: str) -> tuple[str, str]:
    key, _, value = line.partition("\t")
    return key, value
