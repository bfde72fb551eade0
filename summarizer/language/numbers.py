"""Numbers as written, in digits or words: a text in; figures with their exact value and place in the text out.

Knows what a number looks like, not what it counts: years, dates and codes are figures here too. Reads each character a
bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.language.number_sums import Atom, Sum, last_place
from summarizer.language.number_words import DIVISORS, SUFFIXES, VULGAR, WORDS, Part, alternatives
from summarizer.language.words import letter_runs

_ONE = Decimal(1)
_MINUS = re.compile(r"(?:(?<![\w%)°])(?<!\d )[-−–] ?|(?<!\w)(?:minus|negative)[ -])$", re.IGNORECASE)
_POINTING = re.compile(r"(?<!\w)(?:the|this|that|which|each|no) $", re.IGNORECASE)

_DIVISOR = alternatives(DIVISORS)
_ATOM = re.compile(
    rf"""
    (?P<digits>
        (?=\d)(?<!\d)(?<!\d[.,])
        (?: \d{{1,3}}(?:[,\u00a0\u202f]\d{{3}}){{1,6}}   # 12,000
          | \d{{1,3}}(?:\ \d{{3}}){{2,5}}(?![ ]?\d)         # 12 000 000
          | \d{{1,3}}\ 000(?![ ]?\d)                       # 12 000
          | \d{{1,2}}(?:,\d{{2}}){{1,5}},\d{{3}}         # 1,20,000
          | \d{{1,18}} )(?!\d)
        (?: \.\d{{1,12}}(?!\d) )?
      | (?=\.)(?<![\w.])\.\d{{1,12}}(?!\d)               # .5
    )
  | (?P<vulgar>[{"".join(VULGAR)}])
  | (?<![\w'’])(?P<word>{alternatives({**WORDS, "half": 2})})(?!\w|[-‑](?:hearted|time|way|brother|sister|century\b))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TOPS_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_GAP = re.compile(r"[ \t\u00a0]{1,3}|[-‐‑]")
_AND = re.compile(r"[ \u00a0]{1,2}and[ \u00a0]{1,2}", re.IGNORECASE)
_POINT = re.compile(r" {1,2}point {1,2}", re.IGNORECASE)
_SUFFIX = re.compile(
    rf"(?P<suffix>(?<=\d)(?:k|(?-i:MM?)|(?<=\.\d)(?-i:b))|[ \u00a0]?(?:{alternatives(SUFFIXES)}))(?!\w)", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?<!\w)an?[ -]$", re.IGNORECASE)
_BROKEN = re.compile(r"[.,]\d|\^")
_POWER = re.compile(r"(?:[eE]|[x×]10\^?)(?P<power>[+−-]?\d{1,2})(?!\w)")
_SLASHED = re.compile(r"(?:(?<=\d)|(?:-| {1,2})(?P<top>\d{1,2}))/(?P<bottom>\d{1,3})(?![\d/])")
_DIVIDED = re.compile(
    rf"(?:[ -]| - )(?P<divisor>(?:(?:twenty|thirty|forty|fifty)[ -](?:firsts?|(?:{_DIVISOR})))|{_DIVISOR})(?![\w-])",
    re.IGNORECASE,
)
_AND_PART = re.compile(
    rf"[ -]and[ -](?:(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[ -])(?P<divisor>{_DIVISOR})(?!\w|[ ]of\b)"
    r"(?:[ ](?P<scale>thousand|million|billion)(?!\w))?",
    re.IGNORECASE,
)
# "fifty-four hundredths" behind "two and"
_AND_HUNDREDTHS = re.compile(
    rf"[ ]and[ ](?P<tens>{'|'.join(_TENS)})(?:-(?P<unit>{'|'.join(_TOPS_WORDS)}))?[ ](?P<divisor>hundredths|thousandths)(?!\w|[ ]of\b)",
    re.IGNORECASE,
)
# Where "one over twenty" is over.
_ENDS = re.compile(r"\s*(?:[.,;:?!)]|$)(?!\d)")
_TIMES = re.compile(
    r"(?:[ -]| {2,3})(?:of )?(?:an? {1,2})?(?P<scale>dozen|hundred|thousand|million|billion|trillion)(?!\w)",
    re.IGNORECASE,
)
_SHARE = re.compile(
    rf"(?<!\w)(?:(?:an?) |(?=quarter (?:million|billion)))(?P<divisor>{_DIVISOR})(?![\w-])", re.IGNORECASE
)
_SIGN = re.compile(rf"[\d{''.join(VULGAR)}]")
_COUNTING = frozenset({"half", *(part for word in (*WORDS, *DIVISORS) for part in word.split("-"))})
_TOPS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number as written. `lead` is what was written before the scale: 1.2 for "1.2 million"; `place` what its last
    digit counts: 100,000 there. `form` is digits, words or fraction ("two-thirds", "half")."""

    start: int
    end: int
    value: Decimal
    place: Decimal
    lead: Decimal
    form: str

    @property
    def scale(self) -> Decimal:
        """What `lead` is multiplied by."""
        return self.value / self.lead if self.lead else _ONE


def read_figures(text: str) -> tuple[Figure, ...]:
    """Every number in `text`, in text order and disjoint.

    >>> text = "one hundred fifty-three thousand of 1.2 million, and two-thirds of half a dozen"
    >>> [(text[f.start:f.end], str(f.value)) for f in read_figures(text)][:2]
    [('one hundred fifty-three thousand', '153000'), ('1.2 million', '1200000.0')]
    """
    if not _may_count(text):
        return ()
    found: list[Figure] = []
    atoms: list[Atom] = []
    for match in _ATOM.finditer(text):
        fraction = _fraction(match)
        if fraction is None:
            atoms += _atom(text, match)
        elif not (found and found[-1].end > match.start()):
            found.append(_scaled(text, fraction))
    found += [_scaled(text, _share(share)) for share in _SHARE.finditer(text)]
    found += _numbers(text, atoms)
    return tuple(_signed(text, f) for f in _divided(text, _disjoint(found)) if not _is_pronoun(text, f))


def _divided(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """ "one over twenty." is one figure; "won one over 20 rivals" is not."""
    held: Figure | None = None
    for figure in figures:
        if (
            held is not None
            and 0 < held.value < figure.value
            and held.form != "fraction"
            and text[held.end : figure.start] == " over "
            and _ENDS.match(text, figure.end)
        ):
            value = held.value / figure.value
            held = replace(held, end=figure.end, value=value, lead=value, place=value / 10, form="fraction")
            continue
        if held is not None:
            yield held
        held = figure
    if held is not None:
        yield held


def _may_count(text: str) -> bool:
    """Whether a digit or a word of number stands anywhere; spares most sentences the slow patterns."""
    return _SIGN.search(text) is not None or not _COUNTING.isdisjoint(letter_runs(text))


def _is_pronoun(text: str, figure: Figure) -> bool:
    """ "the one", "this one"."""
    return (
        figure.value == 1
        and figure.form == "words"
        and _POINTING.search(text, max(0, figure.start - 6), figure.start) is not None
    )


def _signed(text: str, figure: Figure) -> Figure:
    match = _MINUS.search(text, max(0, figure.start - 10), figure.start)
    if match is None or (match.group()[0] in "-−–" and text[figure.start].isalpha()):
        return figure
    return replace(figure, start=match.start(), value=-figure.value, lead=-figure.lead)


def _fraction(match: re.Match[str]) -> Figure | None:
    """A sign like ½, or the bare word half."""
    if match["vulgar"]:
        top, bottom = VULGAR[match["vulgar"]]
    elif match["word"] and match["word"].lower() == "half":
        top, bottom = 1, 2
    else:
        return None
    return _part(match.start(), match.end(), top, bottom)


def _share(match: re.Match[str]) -> Figure:
    return _part(match.start(), match.end(), 1, DIVISORS[match["divisor"].lower()])


def _part(start: int, end: int, top: int, bottom: int) -> Figure:
    value = Decimal(top) / Decimal(bottom)
    return Figure(start=start, end=end, value=value, place=value / 10, lead=value, form="fraction")


def _atom(text: str, match: re.Match[str]) -> list[Atom]:
    start, end = match.span()
    if match["word"]:
        part, value = WORDS[match["word"].lower()]
        return [Atom(start, end, part, value)]
    if _BROKEN.match(text, end):
        return []
    digits = match["digits"]
    value = Decimal(digits if digits.isdigit() else "".join(c for c in digits if c.isdigit() or c == "."))
    power = _POWER.match(text, end)
    if power:
        value = value.scaleb(int(power["power"].replace("−", "-")))
        end = power.end()
    return [Atom(start, end, Part.DIGITS, value, last_place(value))]


def _numbers(text: str, atoms: Sequence[Atom]) -> list[Figure]:
    found: list[Figure] = []
    index = 0
    while index < len(atoms):
        figure, index = _number(text, atoms, index)
        if figure is not None:
            found.append(figure)
    return _without_strings(text, found)


def _number(text: str, atoms: Sequence[Atom], first: int) -> tuple[Figure | None, int]:
    """The number that starts at atoms[first], and the index of the atom after it."""
    start = atoms[first].start
    # "hundred thousand" without an article is a number too; a bare "million" is not.
    article = _ARTICLE.search(text, max(0, start - 3), start)
    bare = len(atoms) > first + 1 and atoms[first].part is Part.HUNDRED and atoms[first + 1].part is Part.SCALE
    number = Sum()
    if not number.take(atoms[first], article=article is not None or bare):
        return None, first + 1
    if article is not None and atoms[first].part in (Part.HUNDRED, Part.SCALE):
        start = article.start()
    index = first + 1
    while index < len(atoms) and _goes_on(text, number, atoms[index - 1], atoms[index]):
        if _starts_part(text, atoms[index - 1], atoms[index]) or not number.take(atoms[index], article=False):
            break
        index += 1
    figure = _figure(atoms[first], atoms[index - 1], number, start)
    decimals = _decimals(text, atoms, index, figure)
    if decimals is not None:
        return decimals
    return _extended(text, figure), index


def _starts_part(text: str, before: Atom, after: Atom) -> bool:
    """Whether "and" leads to a fraction of its own: "one hundred and three quarters"."""
    return (
        after.part is Part.UNIT
        and text[before.end : after.start].strip() == "and"
        and _DIVIDED.match(text, after.end) is not None
    )


def _figure(first: Atom, last: Atom, number: Sum, start: int) -> Figure:
    value = number.value
    lead = value if number.lead is None or number.group is not None else number.lead
    place = first.place * (value / first.value) if first.part is Part.DIGITS and first.value else last_place(value)
    form = "digits" if first.part is Part.DIGITS else "words"
    return Figure(start=start, end=last.end, value=value, place=place, lead=lead, form=form)


def _goes_on(text: str, number: Sum, before: Atom, after: Atom) -> bool:
    if _GAP.fullmatch(text, before.end, after.start):
        return after.part is not Part.DIGITS
    linked = number.last in (Part.HUNDRED, Part.SCALE) and after.part in (Part.UNIT, Part.TEEN, Part.TENS)
    if number.last is Part.HUNDRED and after.part is Part.DIGITS and 9 < after.value < 100:
        linked = number.digits  # "3 hundred and 21"
    return linked and _AND.fullmatch(text, before.end, after.start) is not None


def _decimals(text: str, atoms: Sequence[Atom], index: int, whole: Figure) -> tuple[Figure, int] | None:
    """ "three point one four"."""
    if whole.form != "words" or index >= len(atoms) or not _POINT.fullmatch(text, whole.end, atoms[index].start):
        return None
    digits = ""
    end = whole.end
    while index < len(atoms) and atoms[index].part in (Part.ZERO, Part.UNIT, Part.TEEN, Part.TENS) and len(digits) < 8:
        if digits and not _GAP.fullmatch(text, end, atoms[index].start):
            break
        value = str(atoms[index].value)
        digits = (
            digits[:-1] + value if atoms[index - 1].part is Part.TENS and digits and value != "0" else digits + value
        )
        end = atoms[index].end
        index += 1
    if not digits:
        return None
    value_read = Decimal(f"{whole.value}.{digits}")
    figure = replace(whole, end=end, value=value_read, lead=value_read, place=last_place(value_read))
    return _scaled(text, figure), index


def _extended(text: str, figure: Figure) -> Figure:
    """The figure with what may follow a whole number: a suffix, a fraction, a scale after the fraction."""
    if figure.form == "digits":
        suffix = _SUFFIX.match(text, figure.end)
        if suffix and figure.lead == figure.value:
            letters = suffix["suffix"].strip().lower()
            return _times(
                figure, SUFFIXES["bn"] if letters == "b" else SUFFIXES.get(letters, SUFFIXES["mn"]), suffix.end()
            )  # M and MM are millions
        slashed = _slashed(text, figure)
        if slashed is not figure:
            return slashed
        if text[figure.end : figure.end + 1] in VULGAR and figure.value < 1000:
            top, bottom = VULGAR[text[figure.end]]
            return _scaled(text, _plus(figure, top, bottom, figure.end + 1))
    added = _AND_PART.match(text, figure.end)
    if added:
        top, bottom = _TOPS[added["top"].lower()], DIVISORS[added["divisor"].lower()]
        scale = WORDS[added["scale"].lower()][1] if added["scale"] else _ONE
        if _ONE < scale < figure.scale:  # "one billion and three quarters million"
            value = figure.value + scale * top / bottom
            return replace(figure, end=added.end(), value=value, lead=value, place=scale / bottom)
        return _scaled(text, _plus(figure, top, bottom, added.end("divisor")))
    hundredths = _AND_HUNDREDTHS.match(text, figure.end)
    if hundredths and figure.form == "words":
        top = int(WORDS[hundredths["tens"].lower()][1]) + _TOPS.get((hundredths["unit"] or "").lower(), 0)
        return _plus(figure, top, DIVISORS[hundredths["divisor"].lower()], hundredths.end())
    divided = _DIVIDED.match(text, figure.end)
    if divided and figure.form == "words" and _divides(text, figure, divided):
        top, bottom = int(figure.value), _divisor(divided["divisor"])
        return _scaled(text, _part(figure.start, divided.end(), top, bottom))
    return figure


def _slashed(text: str, figure: Figure) -> Figure:
    """ "10 1/2" and "3/4"."""
    match = _SLASHED.match(text, figure.end)
    if not match or figure.value >= 1000 or int(match["bottom"]) < 2:
        return figure
    bottom = int(match["bottom"])
    if match["top"] is None:
        return (
            _part(figure.start, match.end(), int(figure.value), bottom) if figure.value == int(figure.value) else figure
        )
    top = int(match["top"])
    return _plus(figure, top, bottom, match.end()) if 0 < top < bottom <= 32 else figure


def _divides(text: str, figure: Figure, match: re.Match[str]) -> bool:
    """ "two-thirds", "one-third", "three quarters"; not "two quarters" of a year, nor "one fourth grader"."""
    word = match["divisor"].lower()
    if figure.value > 999:
        return False
    if " " in word or "-" in word:
        return word.endswith("s") == (figure.value > 1)
    if word.startswith("quarter"):
        return figure.value == 3 or (
            figure.value == 1 and (text[match.start()] == "-" or text.startswith(" of", match.end()))
        )
    return word.endswith(("s", "ves")) == (figure.value > 1)


def _divisor(words: str) -> int:
    tens, _, unit = words.lower().replace(" ", "-").rpartition("-")
    small = 1 if unit.startswith("first") else DIVISORS[unit]
    return int(WORDS[tens][1]) + small if tens else small


def _plus(figure: Figure, top: int, bottom: int, end: int) -> Figure:
    unit = figure.scale if figure.scale >= 1000 else _ONE
    lead = figure.lead + Decimal(top) / Decimal(bottom) if unit > 1 else figure.value + Decimal(top) / Decimal(bottom)
    return replace(figure, end=end, value=lead * unit, lead=lead, place=unit / bottom)


def _scaled(text: str, figure: Figure) -> Figure:
    match = _TIMES.match(text, figure.end)
    if match is None or figure.scale >= 1000:
        return figure
    part, value = WORDS[match["scale"].lower()]
    assert part in (Part.SCALE, Part.HUNDRED)
    return replace(_times(figure, value, match.end()), form="words")


def _times(figure: Figure, scale: Decimal, end: int) -> Figure:
    return replace(figure, end=end, value=figure.value * scale, place=figure.place * scale)


def _without_strings(text: str, figures: list[Figure]) -> list[Figure]:
    """Leaves out years and numbers said digit by digit: "nineteen ninety-eight", "one-two"."""
    strung: set[int] = set()
    for index in range(1, len(figures)):
        a, b = figures[index - 1], figures[index]
        if a.form == b.form == "words" and _GAP.fullmatch(text, a.end, b.start):
            spoken_year = 13 <= a.value <= 20 and 10 <= b.value < 100
            one_by_one = a.value < 10 and b.value < 10 and text[a.end] in "-‐‑"
            if spoken_year or one_by_one:
                strung |= {index - 1, index}
    return [f for i, f in enumerate(figures) if i not in strung]


def _disjoint(figures: list[Figure]) -> tuple[Figure, ...]:
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.start, -f.end)):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return tuple(kept)
