"""Names of the same letters that are written in two shapes: read articles in, pairs of forms with the words in question out.

"Blue Grass" and "Bluegrass", "Ana Velder-Quell" and "Ana Velder Quell", "La'vonte" and "La'Vonte" are two spellings. Full
stops, accents, curly apostrophes, capitals throughout, and hyphens of given names and particles ("Al-Quell", "Yong-su")
are how a newsroom writes, and make no other spelling; nor does a word that is no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Name
from summarizer.domain.report import ReadArticle
from summarizer.language.standalone import is_notice
from summarizer.matching.spelling_forms import Form, Key, is_told_apart_by_article

SHORTEST_PART = 3  # letters: "De Witt" and "DeWitt", "Mc Nair" and "McNair" are habits of one house
MOST_SHAPES = 8  # of one name; more is noise

_PARTICLES = frozenset("abu abd ben bin das del den des der dos las les los san sur van von the and for".split())
_NUMBERED = re.compile(r"([^\W\d_]{3,20})(\d{1,4})$")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'"})

Shaped = tuple[Form, Form, Key, Key]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The letters of a name, what stands between them, and which are capitals."""

    letters: str
    marks: dict[int, str]  # position of the letter behind it -> space, hyphen or apostrophe
    capitals: frozenset[int]


def shape_pairs(articles: Sequence[ReadArticle]) -> Iterator[Shaped]:
    """Two forms of one name with the words to show for each, in the order of their letters."""
    names = [
        f
        for a in articles
        for s in a.statements
        if not is_notice(s.statement.text)
        for f in s.facts
        if isinstance(f.value, Name) and f.kind in (Kind.NAME, Kind.PLACE) and f.evidence.field == "text"
    ]
    small = {t.text for a in articles for s in a.statements for t in s.tokens if t.text.islower()}
    yield from _shaped(names, small)
    yield from _numbered(names)


def _shaped(names: Sequence[Fact], small: Set[str]) -> Iterator[Shaped]:
    """Shapes of one name; what also stands in small letters ("supermoon") is a word, not a name."""
    written: defaultdict[str, dict[str, Form]] = defaultdict(dict)
    for fact in names:
        text = _plain(fact)
        if not text.isupper():
            _add(written[_shape(text).letters], text, fact)
    for letters, shapes in sorted(written.items()):
        texts = sorted(shapes)[:MOST_SHAPES] if letters not in small else []
        for i, one in enumerate(texts):
            for other in texts[i + 1 :]:
                a, b = shapes[one], shapes[other]
                if is_told_apart_by_article(a, b) and _is_other(one, other, a.sort, b.sort):
                    yield a, b, a.words, b.words


def _numbered(names: Sequence[Fact]) -> Iterator[Shaped]:
    """ "Falcon9" and "Falcon 9", whatever else the names hold."""
    apart: dict[Key, Form] = {}
    joined: dict[str, Form] = {}
    for fact in names:
        words = _words(fact)
        for word, following in zip(words, (*words[1:], ""), strict=True):
            if _NUMBERED.match(word):
                _add(joined, word, fact)
            elif following.isdigit() and _NUMBERED.match(word + following):
                _add(apart, (word, following), fact)
    for word in sorted(joined):
        found = _NUMBERED.match(word)
        other = apart.get((found[1], found[2])) if found else None
        if other is not None and is_told_apart_by_article(joined[word], other):
            yield joined[word], other, (word,), other.key


def _add(forms: dict[str, Form] | dict[Key, Form], key: str | Key, fact: Fact) -> None:
    form = forms.setdefault(key, Form((key,) if isinstance(key, str) else key))  # type: ignore[arg-type]  # one kind of key a call
    form.facts.append(fact)
    form.articles[fact.evidence.article] += 1


def _words(fact: Fact) -> Key:
    return fact.value.words if isinstance(fact.value, Name) else ()


def _plain(fact: Fact) -> str:
    """The name without accents and full stops, apostrophes straight."""
    text = " ".join(_words(fact)).translate(_APOSTROPHES).replace(".", "")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _shape(text: str) -> _Shape:
    letters: list[str] = []
    marks: dict[int, str] = {}
    capitals: set[int] = set()
    for character in text:
        if not character.isalnum():
            marks[len(letters)] = marks.get(len(letters), "") + character
            continue
        if character.isupper():
            capitals.add(len(letters))
        letters.append(character.lower())
    return _Shape("".join(letters), marks, frozenset(capitals))


def _is_other(one: str, other: str, *sorts: str) -> bool:
    """Whether two shapes of the same letters are two spellings."""
    a, b = _shape(one), _shape(other)
    differing = [i for i in sorted(a.marks.keys() | b.marks.keys()) if a.marks.get(i, "") != b.marks.get(i, "")]
    if not differing:
        return _is_recased(a, b, person="person" in sorts)
    return all(_is_told_apart(a, b, i) for i in differing)


def _is_told_apart(a: _Shape, b: _Shape, at: int) -> bool:
    """Whether a mark that only one of them has, or that is another one, is part of the spelling."""
    marks = {a.marks.get(at, ""), b.marks.get(at, "")}
    cuts = sorted({0, len(a.letters), *a.marks, *b.marks})
    before, after = a.letters[cuts[cuts.index(at) - 1] : at], a.letters[at : cuts[cuts.index(at) + 1]]
    if min(len(before), len(after)) < SHORTEST_PART or {before, after} & _PARTICLES:
        return False
    if marks == {" ", ""}:
        return True
    surname = after == a.letters[cuts[-2] :] and len(cuts) > SHORTEST_PART
    return marks == {" ", "-"} and surname and at in a.capitals and at in b.capitals


def _is_recased(a: _Shape, b: _Shape, *, person: bool) -> bool:
    """A capital inside a word that the other has not: "La'Vonte", "McNair"."""
    inside = {i for i in a.capitals ^ b.capitals if i and a.marks.get(i, "") not in (" ", "-")}
    if inside != a.capitals ^ b.capitals:
        return False
    return bool(inside) and (person or all(a.marks.get(i) == "'" for i in inside))
