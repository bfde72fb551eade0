"""What a value is the value of, by the words around it: a statement's tokens and the place of a value in, a measurand out.

"A six-year deal", "signed until 2031 for six years" and "his contract runs for six years" share no word but the value; they answer one
question that news asks of every transfer. The files of lexicons/measurands name such questions with the wordings in which news English
gives their values; "measurand" is the metrologist's word for the quantity that is to be measured (JCGM 200:2012, 2.3).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from importlib import resources
from itertools import islice, takewhile
from typing import NamedTuple

from summarizer.domain.text import Span, Token
from summarizer.language.words import STOP_WORDS, fold

FOLDER = "lexicons/measurands"
CLASSES = "classes.txt"  # read first
VALUE = "V"
GAPS = {"..": 4, "...": 9}  # the most words that a gap may pass over
# A gap does not pass over a number after one of these: "a 14-year sentence and 200 hours of unpaid work". It does pass over others,
# "six of its eight carriages", "revenue fell 6% to $3bn": stopping at every number lost 72 right readings of 1,240 to mend 10.
JOINING = frozenset({"and", "but", "or", "plus", "while", "as"})
STOPS = frozenset({";", ":", "—", "–", "(", ")"})  # what no wording runs across
PASSED = frozenset({"the", "a", "an", "'", "’", "'s", "’s"})  # "two years' probation", "the trial's six weeks"
# Nobody says that a jury was out for both "two days" and "nine hours", but two reports do: these are counted apart.
COUNTED_APART = {"second": "hour", "minute": "hour", "hour": "hour", "day": "day", "night": "day", "week": "week"}
REACH = 14  # words on either side of a value that its wording may take up
# Right before a value that another is held against: "61%, up from 54%", "against 54%", "compared with 54%".
COMPARING = frozenset({"from", "than", "against", "versus"})
# How a date or a time itself may begin: "since 2013", "until 5am"; such words may be named by a wording or passed over.
LEADS = frozenset({"since", "until", "till", "by", "before", "after", "from"})
HEDGES = frozenset({"just", "shortly", "soon", "some", "about"})
DATED = ("moment", "yearless", "clock")  # families of which "from" says when they begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurand:
    """One question that has a value for answer: the families of values it takes, and of what an event has one answer.

    `scope` is "one" (an event has one), "person" (it is somebody's: reports that name other people there give other values) or "thing"
    (the words in braces must be the same) or "unit" (an event has one, but hours and days of it are counted apart). `about` words
    the question.
    """

    name: str
    families: tuple[str, ...]  # a family of values, or how it starts: "number:", "measure:m", "duration"
    scope: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A measurand with the thing that it is of, where its wording names one."""

    measurand: Measurand
    thing: str


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a wording: the words that may stand there, the beginnings that words may have, and the gap before it."""

    words: frozenset[str]
    starts: tuple[str, ...]
    gap: int
    optional: bool
    naming: bool
    kinds: Mapping[str, str]  # the words of the classes that it names, and which class it is


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    measurand: Measurand
    before: tuple[_Place, ...]  # nearest the value first
    after: tuple[_Place, ...]
    unless: frozenset[str]
    when: frozenset[str]
    needs: tuple[frozenset[str], ...]  # a statement without a word of each of them has none of the wording
    order: int


class _Word(NamedTuple):
    """A word of a statement, folded, with its lemma; a mark that nothing runs across has neither. A tuple, as there are many."""

    text: str
    lemma: str
    opens: bool  # a number that opens another statement: "and 40 were evacuated"
    start: int
    end: int


class Reader:
    """Reads the measurands of one statement's values."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens

    @cached_property
    def _words(self) -> list[_Word]:
        found: list[_Word] = []
        last = ""
        for token in self._tokens:
            seen = _seen(token.text, token.lemma, token.tag)
            if seen is not None:
                found.append(_Word(*seen, token.tag == "NUM" and last in JOINING, token.start, token.end))
            last = token.text
        return found

    def measured(self, place: Span, family: str) -> Measured | None:
        """What the value at a place is the value of; None where no wording tells. The lexicon's first wording counts.

        >>> from summarizer.language.tagging import tag
        >>> tokens = tag("He signed a six-year deal on Friday.")
        >>> Reader(tokens).measured(Span(12, 20), "duration:year").measurand.name
        'contract length'
        """
        rows = _rows_of(family)
        if not rows:
            return None
        words = self._words
        first, last = self._first_within(place), bisect_left(words, place.end, key=_start)
        before = words[max(0, first - REACH) : first][::-1]
        after = words[last : last + REACH]
        near = {form for w in (*before, *after) for form in (w.text, w.lemma)}
        dated = family.startswith(DATED)
        leads = self._leads(place) if dated else []
        compared = not dated and _is_compared(before)
        for row in _candidates(rows, near.union(w.text for w in leads)):
            if (
                not row.unless.isdisjoint(near)
                or (row.when and row.when.isdisjoint(near))
                or (compared and not _names_nearest(row, before))
            ):
                continue
            left = _follow(row.before, [*leads, *before])
            if left is None and leads:
                left = _follow(row.before, before)
            right = _follow(row.after, after) if left is not None else None
            if left is not None and right is not None:
                thing = self._unit(place) if row.measurand.scope == "unit" else next(iter((*left, *right)), "")
                return Measured(measurand=row.measurand, thing=thing)
        return None

    def _first_within(self, place: Span) -> int:
        return bisect_right(self._words, place.start, key=_end)

    def _unit(self, place: Span) -> str:
        """The unit that a stretch of time is counted in, minutes as hours; "" where it says none."""
        within = takewhile(lambda w: w.end <= place.end, islice(self._words, self._first_within(place), None))
        return next((COUNTED_APART[w.lemma] for w in within if w.lemma in COUNTED_APART), "")

    def _leads(self, place: Span) -> list[_Word]:
        """The words that a date or a time begins with, nearest its figures first."""
        found: list[_Word] = []
        for word in islice(self._words, self._first_within(place), None):
            if word.text in HEDGES and word.start < place.end:
                continue
            if word.start >= place.end or word.text not in LEADS:
                break
            found.append(word)
        return found[::-1]


def _start(word: _Word) -> int:
    return word.start


def _end(word: _Word) -> int:
    return word.end


def _candidates(rows: Mapping[str, tuple[_Row, ...]], forms: set[str]) -> list[_Row]:
    """The rows of which each place that cannot be left out may be filled by some word, in the lexicon's order.

    They stand at the words of their first need.
    """
    found = {
        row.order: row
        for form in forms & rows.keys()
        for row in rows[form]
        if not any(map(forms.isdisjoint, row.needs[1:]))
    }
    return [found[order] for order in sorted(found)]


@lru_cache(maxsize=16_384)
def _seen(text: str, lemma: str, tag: str) -> tuple[str, str] | None:
    """A word and its lemma as wordings see them; None for what they pass over: articles, signs of possession, most marks."""
    if tag == "PUNCT":
        return ("", "") if text in STOPS else None
    folded = fold(text)
    if folded in PASSED:
        return None
    lemma = folded if folded == "according" else fold(lemma)  # "according to" is of no accord
    return folded, lemma


def _is_compared(before: Sequence[_Word]) -> bool:
    """Whether a value is the one that another is held against, by the words before it, nearest first."""
    words = [w.text for w in before[:2]]
    return bool(words) and (words[0] in COMPARING or (len(words) > 1 and words[1].startswith("compar")))


def _names_nearest(row: _Row, before: Sequence[_Word]) -> bool:
    """Whether a wording names the word right before the value."""
    return bool(row.before) and not row.before[0].gap and _fills(row.before[0], before[0])


def _follow(places: Sequence[_Place], words: Sequence[_Word], at: int = 0) -> tuple[str, ...] | None:
    """The things that places name when words in a row fill them, outwards from a value; None where they do not."""
    if not places:
        return ()
    place, rest = places[0], places[1:]
    for index in range(at, min(len(words), at + place.gap + 1)):
        word = words[index]
        if not word.text:
            break
        if _fills(place, word):
            named = _follow(rest, words, index + 1)
            if named is not None:
                return (place.kinds.get(word.lemma, word.lemma), *named) if place.naming else named
        if word.opens:
            break
    return _follow(rest, words, at) if place.optional else None


def _fills(place: _Place, word: _Word) -> bool:
    if word.text in place.words or word.lemma in place.words:
        return True
    return bool(place.starts) and word.text.startswith(place.starts) and not (word.opens and "" in place.starts)


@cache
def _table() -> tuple[_Row, ...]:
    """The wordings in the lexicon's order, the needs of each the rarest first."""
    rows = tuple(_rows({}))
    held = Counter(word for row in rows for need in row.needs for word in need)
    held.update(dict.fromkeys(STOP_WORDS, len(rows)))  # nearly every statement has some
    return tuple(
        replace(row, needs=tuple(sorted(row.needs, key=lambda need: sum(held[w] for w in need)))) for row in rows
    )


@lru_cache(maxsize=256)  # families are few: a hundred units and currencies
def _rows_of(family: str) -> dict[str, tuple[_Row, ...]]:
    """The wordings that take a family of values, by the words of their rarest need."""
    found: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in _table():
        if family.startswith(row.measurand.families):
            for word in row.needs[0]:
                found[word].append(row)
    return {word: tuple(rows) for word, rows in found.items()}


def lexicon_lines() -> Iterator[str]:
    """The lines of the lexicon: the classes, then the files by name."""
    files = {p.name: p for p in resources.files("summarizer").joinpath(FOLDER).iterdir() if p.name.endswith(".txt")}
    for name in sorted(files, key=lambda n: (n != CLASSES, n)):
        yield from files[name].read_text("utf-8").splitlines()


def _rows(macros: dict[str, str]) -> Iterator[_Row]:
    """The wordings in the lexicon's order. Fills `macros` on the way."""
    measurand, order = Measurand(name="", families=(), scope="", about=""), 0
    near: dict[str, frozenset[str]] = {"unless": frozenset(), "when": frozenset()}
    for key, _, rest in (line.strip().partition(" ") for line in lexicon_lines()):
        if key == "class":
            name, _, words = rest.partition(" ")
            macros[name] = words
        elif key == "measurand":
            name, families, scope, about = (part.strip() for part in rest.split("|"))
            measurand = Measurand(name=name, families=tuple(families.split()), scope=scope, about=about)
            near = dict.fromkeys(near, frozenset())
        elif key in near:
            near[key] = frozenset(_forms(rest, macros))
        elif key not in ("", "#"):
            before, after = _parsed(f"{key} {rest}".strip(), macros)
            needs = tuple(p.words for p in (*before, *after) if not p.optional and not p.starts)
            yield _Row(measurand=measurand, before=before, after=after, needs=needs, order=order, **near)
            order += 1


def _parsed(row: str, macros: dict[str, str]) -> tuple[tuple[_Place, ...], tuple[_Place, ...]]:
    """A wording as its places on both sides of the value. Raises ValueError where it has no value, or nothing but options."""
    words = row.split()
    if words.count(VALUE) != 1:
        raise ValueError(f"lexicons/measurands: a wording names the value once, as V; got {row!r}")
    at = words.index(VALUE)
    before, after = _places(words[:at][::-1], macros), _places(words[at + 1 :], macros)
    if all(p.optional or p.starts for p in (*before, *after)):
        raise ValueError(f"lexicons/measurands: a wording needs a whole word that cannot be left out; got {row!r}")
    return before, after


def _places(words: Sequence[str], macros: dict[str, str]) -> tuple[_Place, ...]:
    found: list[_Place] = []
    gap = 0
    for word in words:
        if word in GAPS:
            gap = GAPS[word]
            continue
        written = word.rstrip("?").strip("{}")
        forms = _forms(written, macros)
        found.append(
            _Place(
                words=frozenset(f for f in forms if not f.endswith("*")),
                starts=tuple(f[:-1] for f in forms if f.endswith("*")),
                gap=gap,
                optional=word.endswith("?"),
                naming=word.startswith("{"),
                kinds={form: c.lower() for c in written.split("/") if c in macros for form in macros[c].split("/")},
            )
        )
        gap = 0
    return tuple(found)


def _forms(word: str, macros: dict[str, str]) -> list[str]:
    return [form for part in word.split("/") for form in macros.get(part, part).split("/")]
