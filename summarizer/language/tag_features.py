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
    last = len(words) - 1
    class_before, class_after = (
        classes[at - 1] if at else OUTSIDE_CLASS,
        classes[at + 1] if at < last else OUTSIDE_CLASS,
    )
    return (
        *of_word(words[at], classes[at], mode, first=at == 0),
        *of_neighbour(words[at - 1] if at else None, class_before, mode)[0],
        *of_neighbour(words[at + 1] if at < last else None, class_after, mode)[1],
        of_word_before(forms[at - 1] if at else "<s>", forms[at]),
        of_word_after(forms[at], forms[at + 1] if at < last else "</s>"),
        of_farther(forms[at - 2] if at > 1 else None)[0],
        of_farther(forms[at + 2] if at + 1 < last else None)[1],
        *of_classes(class_before[0], classes[at][0], class_after[0]),
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


def of_neighbour(word: str | None, classes: Class, mode: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a word looks like to the word after it, and to the word before it; None beyond the sentence's ends."""
    left, right = ("<s>", "</s>") if word is None else (reduced(word), reduced(word))
    shape_left, shape_right = (left, right) if word is None else (f"{_shape(word)}{mode}", f"{_shape(word)}{mode}")
    return (
        (f"b{left}", f"y{left[-3:]}", f"E{classes[1]}", f"o{shape_left}"),
        (f"a{right}", f"z{right[-3:]}", f"F{classes[1]}", f"q{shape_right}"),
    )


def of_word_before(left: str, own: str) -> str:
    """A word together with the one before it."""
    return f"p{left} {own}"


def of_word_after(own: str, right: str) -> str:
    """A word together with the one after it."""
    return f"n{own} {right}"


def of_farther(form: str | None) -> tuple[str, str]:
    """The word before the one before, and the word after the one after."""
    return ("B<s>", "A</s>") if form is None else (f"B{form}", f"A{form}")


def of_classes(before: str, own: str, after: str) -> tuple[str, ...]:
    """The wide classes of a word and its neighbours, by two."""
    return f"G{before} {own}", f"H{own} {after}", f"I{before} {after}"


def history(forms: Sequence[str], at: int, before: str, earlier: str) -> tuple[str, ...]:
    """The tags already given, alone and with the words around."""
    after = forms[at + 1] if at + 1 < len(forms) else "</s>"
    return (*of_tags(before, earlier), *of_tag_and_form(before, forms[at]), of_next(before, after))


def of_tags(before: str, earlier: str) -> tuple[str, ...]:
    """The two tags before."""
    return f"t{before}", f"u{before} {earlier}"


def of_tag_and_form(before: str, form: str) -> tuple[str, ...]:
    """The tag before with the word that it stands before."""
    return f"v{before} {form}", f"k{before} {form[-3:]}"


def of_next(before: str, after: str) -> str:
    """The tag before with the word that comes next."""
    return f"x{before} {after}"


def _shape(word: str) -> str:
    if word.islower():
        return "x"
    if word.isupper():
        return "X" if len(word) > 1 else "I"
    if word[0].isupper():
        return "Xx"
    return "d" if word[0].isdigit() else "m"
