"""Hedges: a text and where an amount stands in; how it is bounded, and the span with the hedge's words, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.domain.facts import Bound

# "about" allows 5 per cent either way, "nearly" the last tenth below. Set by hand: wide enough for 11,940 and "about
# 12,000", too narrow to join figures that outlets keep apart.
ABOUT_WIDTH = Decimal("0.05")
NEARLY_WIDTH = Decimal("0.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """How an amount is bounded; `near` marks "nearly", which has a lower end too. `start` and `end` take in its words."""

    bound: Bound
    near: bool
    start: int
    end: int

    def ends(self, number: Decimal) -> tuple[Decimal | None, Decimal | None]:
        """The lowest and the highest number allowed.

        >>> low, high = Hedge(bound=Bound.ABOUT, near=False, start=0, end=1).ends(Decimal(12000))
        >>> str(low), str(high)
        ('11400.00', '12600.00')
        """
        match self.bound:
            case Bound.ABOUT:
                width = abs(number) * ABOUT_WIDTH
                return number - width, number + width
            case Bound.AT_LEAST | Bound.MORE_THAN:
                return number, None
            case Bound.LESS_THAN if self.near:
                return number - abs(number) * NEARLY_WIDTH, number
            case Bound.AT_MOST | Bound.LESS_THAN:
                return None, number
            case _:
                return number, number


_NEARLY = "nearly"
_BEFORE_TABLE: dict[Bound | str, str] = {
    Bound.AT_LEAST: (
        "at least|no fewer than|not fewer than|no less than|not less than|as few as|as little as|as low as|a minimum of"
        "|minimum of|starting at|at the least"
    ),
    Bound.AT_MOST: (
        "up to|as many as|as much as|as high as|as long as|as large as|as big as|as tall as|as far as|as deep as|as fast as"
        "|at most|no more than|not more than|a maximum of|maximum of|at the most|no higher than|no later than"
    ),
    Bound.MORE_THAN: (
        "more than|over|above|upwards of|upward of|north of|in excess of|exceeding|exceeds|exceed|exceeded|greater than"
        "|larger than|higher than|longer than|older than|bigger than|taller than|faster than|farther than|better than|beyond"
        "|topping|surpassing"
    ),
    Bound.LESS_THAN: "fewer than|less than|under|below|lower than|smaller than|shorter than|younger than|south of",
    _NEARLY: "nearly|almost|just under|just below|just shy of|shy of|close to|nearing|approaching|just short of|barely",
    Bound.ABOUT: (
        "about|around|roughly|approximately|approx|some|an estimated|estimated|estimated at|circa|something like|in the region of"
        "|in the order of|or so|near|more or less|an approximate|somewhere around|in the neighborhood of|~"
    ),
}
_BEFORE: dict[str, Bound | str] = {words: bound for bound, row in _BEFORE_TABLE.items() for words in row.split("|")}
_NEAREST = frozenset(words.split()[-1] for words in _BEFORE)
_LONGEST = 4  # words
_MODIFIERS = frozenset(
    "just well slightly far only still even perhaps maybe little considerably significantly comfortably way much".split()
)
_PASSED_OVER = re.compile(
    r"(?:another|a further|an additional|an extra|a total of|a combined|a record|a staggering|a whopping)$",
    re.IGNORECASE,
)
_PASSED_ENDS = tuple("another further additional extra of combined record staggering whopping".split())
_WINDOW = 48
_LAST_WORD = re.compile(r"(?<![\w’'-])([^\W\d_][\w’'-]{0,15}|~)[ \u00a0]{0,2}$")

_AFTER_TABLE = (
    (Bound.AT_LEAST, r"[- ]?plus(?!\w)|\+(?![\w+])|,? (?:or|and) (?:more|over|above|older|up|upwards?|higher|greater|better)(?!\w)(?! than)|,? at least(?=[.,;)]|$)|,? minimum(?!\w)"),
    (Bound.AT_MOST, r",? or (?:less|fewer|under|below|lower|younger)(?!\w)|,? at most(?!\w)|,? maximum(?!\w)| tops(?=[.,;)]|$)"),
    (Bound.ABOUT, r"-odd(?!\w)|-ish(?!\w)|,? or so(?!\w)|,? or thereabouts| (?:more or less|approximately)(?=[.,;)]|$)|,? give or take"),
)  # fmt: skip
_AFTER = tuple((bound, re.compile(pattern, re.IGNORECASE)) for bound, pattern in _AFTER_TABLE)
_AFTER_NOUN = re.compile(r" [a-z]{3,20} or (?P<word>more|fewer|less|so)(?!\w)")
_NOUN_BOUNDS = {"more": Bound.AT_LEAST, "fewer": Bound.AT_MOST, "less": Bound.AT_MOST, "so": Bound.ABOUT}

# "over three years" is as often "during": only after these is it "more than" before a duration.
_LONGER = re.compile(
    r"(?:lasted|lasting|lasts|last|took|takes|take|taking|spent|spend|spends|spending|for|after|of|well|just|slightly|little|and"
    r"|served|serve|waited|is|was|were|been|be|with|to|from|since)$",
    re.IGNORECASE,
)
# "talks about two", "worried about three": the preposition of what is said or felt.
_TOPIC = re.compile(
    r"(?:talk\w*|sp[eo]ak\w*|spoke|wr[io]te\w*|written|complain\w*|worr\w+|concern\w*|question\w*|ask\w*|know\w*|inform\w*|think\w*"
    r"|thought|told|tell\w*|said|heard|stor(?:y|ies)|books?|films?|facts?|details?|discuss\w*|debate\w*|all|what|how)$",
    re.IGNORECASE,
)


def hedge_of(text: str, start: int, end: int, *, lasting: bool = False, small: bool = False) -> Hedge:
    """The hedge around text[start:end]. `lasting` says that it is a duration, `small` that it is a count below ten.

    >>> text = "killed at least about 12 or so"
    >>> hedge = hedge_of(text, 22, 24)
    >>> hedge.bound, text[hedge.start:hedge.end]
    (<Bound.AT_LEAST: 'at_least'>, 'at least about 12 or so')
    """
    bare = Hedge(bound=Bound.EXACT, near=False, start=start, end=end)
    hedge = _before(text, bare, lasting=lasting, small=small)
    if hedge is not bare:
        hedge = _before(text, hedge, lasting=lasting, small=small)  # "up to about"
    return _after(text, hedge)


def _before(text: str, hedge: Hedge, *, lasting: bool, small: bool) -> Hedge:
    words = _words_before(text, hedge.start)
    for count in range(min(_LONGEST, len(words)), 0, -1):
        start = words[-count][0]
        phrase = " ".join(w for _, w in words[-count:])
        bound = _BEFORE.get(phrase)
        if bound is None:
            continue
        before = words[-count - 1][1] if len(words) > count else ""
        if not _is_hedge(phrase, before, lasting=lasting, small=small):
            return hedge
        if before in _MODIFIERS:
            start = words[-count - 1][0]
            if before == "little" and len(words) > count + 1 and words[-count - 2][1] == "a":
                start = words[-count - 2][0]
        near = bound == _NEARLY or (bound is Bound.LESS_THAN and before in ("just", "slightly", "little"))
        inner = hedge.bound if bound is Bound.ABOUT and hedge.bound is not Bound.EXACT else None
        known = Bound.LESS_THAN if near else Bound(bound)
        return Hedge(bound=inner or known, near=hedge.near if inner else near, start=start, end=hedge.end)
    return hedge


def _words_before(text: str, start: int) -> list[tuple[int, str]]:
    """Up to five words that stand right before `start`, nearest last, without words that only announce a figure.

    None where no hedge ends in the nearest: most figures have none, and each word costs a search.
    """
    window = max(0, start - _WINDOW)
    at = start
    if text[window:start].rstrip().lower().endswith(_PASSED_ENDS):
        passed = _PASSED_OVER.search(text, window, _trimmed(text, start))
        at = passed.start() if passed else start
    words: list[tuple[int, str]] = []
    while len(words) <= _LONGEST:
        match = _LAST_WORD.search(text, max(window, at - 20), at)
        if match is None or (at == start and match.end() == match.end(1) and match[1] != "~"):
            break
        word = match[1].lower()
        if not words and word not in _NEAREST:
            break
        words.insert(0, (match.start(), word))
        at = match.start()
    return words


def _trimmed(text: str, at: int) -> int:
    while at > 0 and text[at - 1] in "  ":
        at -= 1
    return at


def _is_hedge(phrase: str, before: str, *, lasting: bool, small: bool) -> bool:
    """Whether the words bound an amount here, rather than say where, when or of what."""
    if phrase in ("over", "under", "below", "above", "beyond", "near"):
        if lasting:
            return _LONGER.search(before) is not None
        return not small or before in _MODIFIERS
    if phrase in ("about", "around"):
        return not _TOPIC.search(before)
    return not (phrase == "as far as" and small)


def _after(text: str, hedge: Hedge) -> Hedge:
    for bound, pattern in _AFTER:
        match = pattern.match(text, hedge.end)
        if match:
            kept = hedge.bound if hedge.bound is not Bound.EXACT and bound is Bound.ABOUT else bound
            return Hedge(bound=kept, near=hedge.near and kept is hedge.bound, start=hedge.start, end=match.end())
    noun = _AFTER_NOUN.match(text, hedge.end)
    if noun and hedge.bound is Bound.EXACT:
        return Hedge(bound=_NOUN_BOUNDS[noun["word"]], near=False, start=hedge.start, end=hedge.end)
    return hedge
