"""What the tagger looks at: the words of a sentence in; names of weights out, for the fit and for the use alike.

A name is a letter for the sort of feature and what was found. Features are grouped by what they depend on, so that
those of a word, or of a word as a neighbour, are looked up once (language/tagging.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

UNKNOWN_CLASS, OUTSIDE_CLASS = ("?", "?"), ("-", "-")
Class = tuple[str, str]  # of words that stand in like company, wide and narrow

_DIGITS = re.compile(r"\d")


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


def features(
    words: Sequence[str], forms: Sequence[str], classes: Sequence[Class], at: int, mode: str
) -> tuple[str, ...]:
    """All of a word and its neighbours, except the tags before it; `classes` are the words' (wide, narrow) classes."""
    before = None if at == 0 else words[at - 1]
    after = words[at + 1] if at + 1 < len(words) else None
    return (
        *of_word(words[at], classes[at], mode, first=at == 0),
        *of_word_before(before, classes[at - 1] if at else OUTSIDE_CLASS, mode),
        *of_word_after(after, classes[at + 1] if after is not None else OUTSIDE_CLASS, mode),
        *of_company(forms, classes, at),
    )


def of_word(word: str, classes: Class, mode: str, *, first: bool) -> tuple[str, ...]:
    """What a word itself looks like."""
    form, shape = reduced(word), _shape(word)
    start = "^" if first else ""
    return (
        f"w{form}",
        f"c{form} {shape}{mode}{start}",
        f"1{form[-1:]}",
        f"2{form[-2:]}",
        f"3{form[-3:]}",
        f"4{form[-4:]} {shape}",
        f"r{form[:3]}",
        f"s{shape}{mode}{start}",
        f"h{form.rpartition('-')[2]}" if "-" in form else "h",
        f"C{classes[0]}",
        f"D{classes[1]}",
    )


def of_word_before(word: str | None, classes: Class, mode: str) -> tuple[str, ...]:
    """What the word before looks like; None where the sentence starts."""
    form = "<s>" if word is None else reduced(word)
    return (
        f"b{form}",
        f"y{form[-3:]}",
        f"E{classes[1]}",
        "o<s>" if word is None else f"o{_shape(word)}{mode}",
    )


def of_word_after(word: str | None, classes: Class, mode: str) -> tuple[str, ...]:
    """What the word after looks like; None where the sentence ends."""
    form = "</s>" if word is None else reduced(word)
    return (
        f"a{form}",
        f"z{form[-3:]}",
        f"F{classes[1]}",
        "q</s>" if word is None else f"q{_shape(word)}{mode}",
    )


def of_company(forms: Sequence[str], classes: Sequence[Class], at: int) -> tuple[str, ...]:
    """What a word and its neighbours look like together, and the words one further."""
    last = len(forms) - 1
    before, wide_before = (forms[at - 1], classes[at - 1][0]) if at else ("<s>", OUTSIDE_CLASS[0])
    after, wide_after = (forms[at + 1], classes[at + 1][0]) if at < last else ("</s>", OUTSIDE_CLASS[0])
    form, wide = forms[at], classes[at][0]
    return (
        f"p{before} {form}",
        f"n{form} {after}",
        f"B{forms[at - 2]}" if at > 1 else "B<s>",
        f"A{forms[at + 2]}" if at + 1 < last else "A</s>",
        f"G{wide_before} {wide}",
        f"H{wide} {wide_after}",
        f"I{wide_before} {wide_after}",
    )


def history(forms: Sequence[str], at: int, before: str, earlier: str) -> tuple[str, ...]:
    """The tags already given, alone and with the words around."""
    after = forms[at + 1] if at + 1 < len(forms) else "</s>"
    return (*of_tags(before, earlier), *of_tag_and_form(before, forms[at]), f"x{before} {after}")


def of_tags(before: str, earlier: str) -> tuple[str, ...]:
    """The two tags before."""
    return f"t{before}", f"u{before} {earlier}"


def of_tag_and_form(before: str, form: str) -> tuple[str, ...]:
    """The tag before with the word that it stands before."""
    return f"v{before} {form}", f"k{before} {form[-3:]}"


def _shape(word: str) -> str:
    if word.islower():
        return "x"
    if word.isupper():
        return "X" if len(word) > 1 else "I"
    if word[0].isupper():
        return "Xx"
    return "d" if word[0].isdigit() else "m"
