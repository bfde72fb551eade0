"""Words of a statement put together to a short phrase: runs of its tokens and frame words in, the phrase out or None.

A phrase that an editor would not sign is none: another figure of its kind inside, a mark or a bracket, a loose preposition at its
end, or too long. Figures that only narrow a noun go ("the 237 people aboard"), and so do "today" and its like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.text import Span, Token
from summarizer.language.clause_subject import DAYS
from summarizer.language.clause_words import CALENDAR, NOMINAL
from summarizer.language.name_words import is_nation
from summarizer.language.names import read_names
from summarizer.language.tagging import tag

ABOUT_LENGTH = 70
LONGEST_READ = 600  # characters around a value that are read: a clause is shorter, and a statement may be a whole list
_LOOSE = frozenset(["ADP", "CCONJ", "DET", "SCONJ", "SYM", "PUNCT"])
_LOOSE_WORDS = frozenset(
    "to and or than as about around some not the a an its his her their very more only up at shortly just soon early late last in on by of for from with".split()
)
HOURS = frozenset("noon midday midnight dawn dusk sunrise sunset".split())
_OBJECTS = frozenset(["DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "SYM"])  # a verb seldom stands without its object
_MARKS = frozenset('"“”()[]{}…;:—–,')
_OPENERS = frozenset("also then instead meanwhile however".split())
_ARTICLES = frozenset(["a", "an"])
_DEFINITE = frozenset("the a an its his her their our my this that these those".split())
_ENDINGS = frozenset(["'s", "’s"])

OFFICES = frozenset(
    "executive minister secretary president officer justice director general commissioner inspector".split()
)
NEAR_NAME = 60  # characters behind a word that show whether it begins a name
PARTICLES = frozenset("up down out off away back over".split())
FUNCTION = frozenset(["DET", "PRON", "VERB", "AUX", "ADP", "CCONJ", "SCONJ", "PART"])
LONGEST_ACRONYM = 3
Run = tuple[int, int]
Piece = str | Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One statement, and the tokens of the value in it, which no phrase may show; `dated` where it is a day or an hour.

    `lax` lets figures stand that are no answer to what is asked.
    """

    text: str
    tokens: Sequence[Token]
    first: int
    last: int
    dated: bool
    lax: bool = False

    def say(self, *pieces: Piece) -> str | None:
        """The phrase, or None where no editor would sign it."""
        found: list[str] = []
        shown: list[int] = []
        for piece in pieces:
            if isinstance(piece, str):
                found.append(piece)
                shown.clear()
            else:
                run = self._kept(piece)
                found.append(self._joined(run))
                shown = run or shown
        runs = [f for f, p in zip(found, pieces, strict=True) if not isinstance(p, str)]
        if runs and not any(runs):
            return None
        phrase = " ".join(p for p in found if p)
        if len(phrase) > ABOUT_LENGTH or not phrase or any(m in phrase for m in _MARKS):
            return None
        if shown and self._is_loose(shown[-1]):
            return None
        return None if self._shows_another([p for p in pieces if not isinstance(p, str)]) else phrase

    def _kept(self, run: Run) -> list[int]:
        start, end = self._trimmed(run)
        skipped = self._narrowing(start, end)
        return [
            i
            for i in range(start, end)
            if not self.first <= i <= self.last and i not in skipped and not self._is_deictic(i)
        ]

    def _is_deictic(self, i: int) -> bool:
        """ "today" is another day tomorrow; "today's" leaves "the"."""
        if self.tokens[i].text in _ENDINGS and i and self.tokens[i - 1].lemma.lower() in DAYS:
            return True
        owning = i + 1 < len(self.tokens) and self.tokens[i + 1].text in _ENDINGS
        return self.tokens[i].lemma.lower() in DAYS and not owning

    def _trimmed(self, run: Run) -> Run:
        """Without the adverbs that only tie a clause to the one before it."""
        start, end = run
        while start < end and self.tokens[start].text.lower() in _OPENERS and self.tokens[start].tag == "ADV":
            start += 1
        return start, end

    def _narrowing(self, start: int, end: int) -> set[int]:
        """The figures between an article or a possessive and the noun: "the 237 people", "a magnitude-7.8 quake"."""
        found: set[int] = set()
        for i in range(start, end):
            if self.tokens[i].tag != "NUM" or self._is_ordinal(i) or self.first <= i <= self.last:
                continue
            low, high = i, i + 1
            while low > start and (self.tokens[low - 1].tag == "SYM" or self.tokens[low - 1].text == "-"):
                low -= 1
            if low < i and self.tokens[low].text == "-" and low > start:
                low -= 1  # magnitude-7.8
            while high < end and self.tokens[high].tag in ("NUM", "SYM"):
                high += 1
            if high + 1 < end and self.tokens[high].text == "-":
                high += 2  # 6.8-magnitude
            opened = low > 0 and (self.tokens[low - 1].lemma in _DEFINITE or self.tokens[low - 1].text in _ENDINGS)
            if opened and high < end and self.tokens[high].tag in ("NOUN", "ADJ", "PROPN"):
                found.update(range(low, high))
        return found

    def _shows_another(self, runs: Iterable[Run]) -> bool:
        """Whether a figure is left that could be taken for an answer; a day beside a count cannot, nor a count beside a day."""
        if self.lax and not self.dated:
            return False
        for i in (i for run in runs for i in self._kept(run)):
            token = self.tokens[i]
            if self.dated:
                if token.lemma.lower() in HOURS or (token.lemma.lower() in CALENDAR and token.tag == "PROPN"):
                    return True
                hyphened = i + 1 < len(self.tokens) and self.tokens[i + 1].text == "-"
                if (
                    not self.lax
                    and token.tag == "NUM"
                    and not self._is_ordinal(i)
                    and not hyphened
                    and token.text.lower() != "one"
                ):
                    return True
            elif (
                token.tag == "NUM" and not self._is_day(i) and not self._is_year(i) and token.text.lower() != "one"
            ) or token.text in ("%", "$", "£", "€"):
                return True
        return False

    def _is_ordinal(self, i: int) -> bool:
        return self.tokens[i].text.lower().endswith(("st", "nd", "rd", "th"))

    def _is_day(self, i: int) -> bool:
        around = (*self.tokens[max(0, i - 1) : i], *self.tokens[i + 1 : i + 2])
        return any(t.lemma.lower() in CALENDAR and t.tag == "PROPN" for t in around)

    def _is_year(self, i: int) -> bool:
        text = self.tokens[i].text
        return len(text) == 4 and text.isdigit() and text[:2] in ("17", "18", "19", "20", "21")

    def _is_loose(self, i: int) -> bool:
        token = self.tokens[i]
        if token.lemma in PARTICLES and i and self.tokens[i - 1].tag == "VERB":
            return False
        return token.tag in _LOOSE or token.text.lower() in _LOOSE_WORDS

    def _joined(self, run: Sequence[int]) -> str:
        """The words with the blanks of the text; "a" before a figure that went is "the"."""
        found = ""
        for at, i in enumerate(run):
            token = self.tokens[i]
            word = self.word(i)
            if word.lower() in _ARTICLES and at + 1 < len(run) and run[at + 1] != i + 1:
                word = "the"
            if word == "the" and token.lemma.lower() in DAYS:
                found += " the" if found else "the"
                continue
            blank = not found or (run[at - 1] == i - 1 and self.tokens[i - 1].end == token.start)
            found += word if blank else " " + word
        return found

    def word(self, i: int) -> str:
        """The word in the middle of a sentence: only names keep a capital."""
        token = self.tokens[i]
        if token.lemma.lower() in DAYS:
            return "the"
        if token.tag == "PROPN" or token.text == "I" or not token.text[:1].isupper():
            return token.text
        if any(c.isdigit() for c in token.text) or (
            token.text[1:] != token.text[1:].lower() and not token.text.isupper()
        ):
            return token.text
        if token.text.isupper() and len(token.text) > 1:
            return token.text.lower() if len(token.text) > LONGEST_ACRONYM or token.tag in FUNCTION else token.text
        opens = i == 0 or not self.tokens[i - 1].text[-1:].isalnum()
        following = self.tokens[i + 1] if i + 1 < len(self.tokens) else token
        titled = following.text[:1].isupper() and (
            following.text.lower() in OFFICES or (following.tag == "PROPN" and token.tag in ("ADJ", "VERB"))
        )
        if is_nation(token.text) or (titled and opens) or not opens:
            return token.text
        if token.tag == "NOUN" and self._is_named(i):
            return token.text
        return token.text[:1].lower() + token.text[1:]

    def _is_named(self, i: int) -> bool:
        """Whether a word that opens the sentence is (part of) a name there."""
        token = self.tokens[i]
        return any(low <= token.start < high for low, high in _names_in(self.text[: token.end + NEAR_NAME]))

    def fitted(self, pieces: Sequence[Piece], rest: Run) -> str | None:
        """The phrase with as much of `rest` as fits, cut where a preposition or a clause starts."""
        for end in self.cuts(rest):
            short = end < rest[1] and self.tokens[end - 1].tag in ("VERB" if end > rest[0] else "", "AUX")
            if short and end:
                continue
            phrase = self.say(*pieces, (rest[0], end))
            if phrase is not None:
                return phrase
        return None

    def cuts(self, rest: Run) -> Iterator[int]:
        """Where a run can end: at its end, and before each of its prepositions from the last to the first."""
        start, end = rest
        yield end
        if start == end:
            return
        for i in range(end - 1, start, -1):
            token = self.tokens[i]
            if token.lemma == "of" or (i and self.tokens[i - 1].lemma in ("connection", "line", "accordance")):
                continue  # no cut in "the head of the agency", "in connection with"
            narrowed = token.tag == "VERB" and i > start and self.tokens[i - 1].tag in NOMINAL
            if (
                narrowed
                or token.tag in ("ADP", "SCONJ")
                or token.lemma == "to"
                or (token.tag == "VERB" and token.text.endswith("ing"))
            ):
                yield i
        if self.tokens[start].tag not in _OBJECTS:
            yield start


@lru_cache(maxsize=256)
def _names_in(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.span.start, m.span.end) for m in read_names(text))


def source_of(fact: Fact, start: int, text: str) -> Source | None:
    """The words around the value of `fact`, which stands in the statement `text` that starts at `start` of its field."""
    dated = fact.kind in (Kind.DATE, Kind.TIME)
    return source_at(text, Span(fact.place.start - start, fact.place.end - start), dated=dated)


def source_at(text: str, place: Span, *, dated: bool = False) -> Source | None:
    """The words around a place of a statement."""
    low, high = place.start, place.end
    floor = max(0, low - LONGEST_READ)
    near = text[floor : high + LONGEST_READ]
    tokens = tag(near)
    inside = [i for i, t in enumerate(tokens) if t.start < high - floor and low - floor < t.end]
    if not inside:
        return None
    return Source(text=near, tokens=tokens, first=inside[0], last=inside[-1], dated=dated)
