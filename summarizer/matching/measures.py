"""Questions for money, shares and measures: what the value is of in, "by how much", "what share", "how far", "size of the" out."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.domain.facts import Kind, Quantity
from summarizer.language.clause_phrases import noun_start
from summarizer.language.clause_words import NOMINAL
from summarizer.language.own_clause import OwnClause
from summarizer.matching.asked import (
    Asked,
    Form,
    asking,
    form_of,
    lead_start,
    led,
    narrows,
    of_noun,
    of_the,
    phrase_end,
    sentence,
)
from summarizer.matching.phrases import Piece

DIRECTIONS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west off from away above "
    "below outside inland offshore".split()
)
CHANGES = frozenset(
    "rise fall climb jump drop grow shrink increase decrease decline soar surge plunge slump sink slip gain lose widen narrow "
    "improve swell ease tumble advance add shed".split()
)
REACHED = frozenset("reach hit total number exceed pass top".split())
LEVELS = frozenset(
    "rise fall climb jump drop grow increase soar surge plunge sink reach hit stand remain total exceed pass top number".split()
)
MEASURES = frozenset(  # nouns that are a figure: asked for with "what"
    "magnitude depth speed height rate price level temperature weight width length distance turnout margin value cost area "
    "revenue income profit turnover toll number total share percentage maximum minimum average strength force score "
    "growth inflation unemployment size limit pace concentration pressure".split()
)
UNIT_NOUNS = {"km/h": "speed", "C": "temperature", "ha": "area", "kg": "weight", "Mw": "magnitude"}
CRESTING = frozenset("crest peak".split())


def measured(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """Ways to ask for money, a share or a measure, by where it stands."""
    last, lead = asked.source.last, asked.left - 1
    if _is_magnitude(asked):
        yield from _magnitude(asked)
    elif asked.text(last + 1) in DIRECTIONS and asked.kind is Kind.MEASURE:
        yield from _far(asked)
    elif narrows(asked):
        yield Form.NOUN, of_the(asked, _size(asked), last + 1)
    elif is_level(asked):
        yield from level(asked)
    elif asked.text(lead) == "of" and asked.tag(lead - 1) == "NOUN":
        yield from of_value(asked, lead - 1)
    elif asked.text(asked.source.first - 1) == "worth" and asked.tag(lead - 1) == "NOUN":
        yield Form.NOUN, asked.source.say("value of the", (noun_start(asked.source.tokens, lead - 1), lead))
    elif asked.text(last + 1) == "of":
        yield from _share(asked)
    elif asked.clause is not None and not asked.in_subject:
        yield from _by_verb(asked, asked.clause)


def _is_magnitude(asked: Asked) -> bool:
    value = asked.fact.value
    near = range(max(0, asked.source.first - 3), asked.source.last + 4)
    return isinstance(value, Quantity) and (value.unit == "Mw" or any(asked.text(i) == "magnitude" for i in near))


def _magnitude(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "magnitude of the quake": the noun that it narrows, or the subject of its clause."""
    tokens, last = asked.source.tokens, asked.source.last
    at = last + 1
    while asked.text(at) in ("-", "magnitude"):
        at += 1
    end = at
    while asked.tag(end) == "ADJ":
        end += 1
    if asked.tag(end) == "NOUN":
        yield Form.CLAUSE, asked.source.say("magnitude of the", tokens[end].text)
    elif asked.clause is not None and asked.text(asked.clause.subject[1] - 1) not in ("magnitude", "service"):
        noun = asked.clause.subject[1] - 1
        if asked.tag(noun) == "NOUN":
            yield Form.CLAUSE, asked.source.say("magnitude of the", tokens[noun].text)
    yield Form.PLAIN, "magnitude"


def _far(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "how far east of Velia the quake struck"."""
    start = asked.source.last + 1
    end = phrase_end(asked, phrase_end(asked, start + 1))
    if asked.clause is not None and asked.source.first > asked.clause.verb and asked.text(asked.left - 1) != ",":
        yield form_of(asked), asking(asked, ("how far", (start, end)), (asked.left, end))
        end = phrase_end(asked, start + 1)
        yield form_of(asked), asking(asked, ("how far", (start, end)), (asked.left, end))
    yield Form.NOUN, asked.source.say("distance", (start, end))


def _share(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "what share of the vote she won", "how much rain fell on the hills"."""
    clause, last = asked.clause, asked.source.last
    if asked.kind is Kind.PERCENT:
        yield Form.NOUN, asked.source.say("share", (last + 1, phrase_end(asked, last + 2)))
    if clause is None or asked.text(asked.left - 1) == "by":
        return
    frame = "what share" if asked.kind is Kind.PERCENT else "how much"
    start = last + 1 if asked.kind is Kind.PERCENT else last + 2
    if asked.in_subject:
        yield Form.CLAUSE, sentence(asked, frame, ((clause.verb + 1, clause.end),), start=start)
        return
    end = phrase_end(asked, last + 2)
    yield form_of(asked), asking(asked, (led(asked, frame), (start, end)), (lead_start(asked), end))


def _by_verb(asked: Asked, clause: OwnClause) -> Iterator[tuple[Form, str | None]]:
    last = asked.source.last
    lead = asked.text(asked.left - 1)
    behind = asked.tag(last + 1)
    if (
        asked.kind is Kind.PERCENT
        and behind in ("VERB", "ADJ")
        and asked.text(clause.verb) in ("be", asked.text(last + 1))
    ):
        frame: tuple[Piece, ...] = ("how far",) if behind == "VERB" else ("how much", (last + 1, last + 2))
        cut = last + 1 + (behind == "ADJ")
        yield form_of(asked), asking(asked, frame, (asked.left, cut))
        return
    if asked.text(last + 1) in ("less", "more", "little", "much") and asked.tag(last + 2) == "ADJ":
        yield form_of(asked), asking(asked, ("how much", (last + 1, last + 3)), (asked.left, last + 3))
        return
    if behind == "ADJ" and asked.text(last + 1) in ("high", "low", "more", "less"):
        yield form_of(asked), asking(asked, ("how much", (last + 1, last + 2)), (asked.left, last + 2))
        return
    if asked.text(clause.verb) in CHANGES and lead not in ("to", "at", "from", "in") and asked.kind is not Kind.MONEY:
        yield form_of(asked), asking(asked, ("by how much",), (lead_start(asked), last + 1))
        return
    yield form_of(asked), asking(asked, (led(asked, _measure_word(asked)),), (lead_start(asked), last + 1))


def _measure_word(asked: Asked) -> str:
    if asked.kind is Kind.MONEY:
        return "how much"
    if asked.kind is Kind.PERCENT:
        return "what percentage"
    unit = asked.fact.value.unit if isinstance(asked.fact.value, Quantity) else None
    written = asked.source.tokens[asked.source.last]
    if unit == "ha" and written.tag == "NOUN" and written.text.endswith("s"):
        return f"how many {written.text.lower()}"
    if unit == "m" and (asked.text(asked.left - 1) == "at" or asked.action in CRESTING):
        return "how high"
    return f"what {UNIT_NOUNS[unit]}" if unit in UNIT_NOUNS else "how much" if unit != "km" else "how far"


def _size(asked: Asked) -> str:
    unit = asked.fact.value.unit if isinstance(asked.fact.value, Quantity) else None
    return "length of the" if unit in ("km", "m") else "size of the"


def of_value(asked: Asked, noun: int) -> Iterator[tuple[Form, str | None]]:
    """ "at what depth the quake struck", "how large a fee it has to pay", "what sales the firm would have"."""
    tokens, clause = asked.source.tokens, asked.clause
    start = noun_start(tokens, noun)
    opened = asked.tag(start) == "DET"
    if clause is not None and not (clause.subject[0] <= noun < max(clause.tail, clause.subject[1])):
        large = opened and asked.text(start) in ("a", "an") and asked.text(noun) not in MEASURES
        frame = "how large a" if large else "what"
        led = f"{tokens[start - 1].text.lower()} {frame}" if asked.tag(start - 1) == "ADP" else frame
        cut = (start - (asked.tag(start - 1) == "ADP"), asked.source.last + 1)
        yield form_of(asked), asking(asked, (led, (start + opened, noun + 1)), cut)
    yield Form.NOUN, of_noun(asked, _size(asked) if asked.text(noun) not in MEASURES else "", noun)


def is_level(asked: Asked) -> bool:
    """Whether the value is what a subject stands at: "the toll rose to 12", "the fee is $70"."""
    clause, left = asked.clause, asked.left
    if asked.text(asked.source.last + 1) in ("less", "more", "little", "much", "above", "below"):
        return False
    if clause is None or left <= clause.verb or asked.tag(asked.source.last + 1) in ("VERB", "ADJ"):
        return False
    toll = clause.subject[1] and asked.text(clause.subject[1] - 1) in MEASURES
    if asked.phrase.head is not None and asked.phrase.head > asked.source.last and not toll:
        return False
    between = range(clause.verb + 1, left)
    if asked.text(clause.verb) == "be":
        return not between and asked.text(clause.subject[0]) != "there"
    if not between:
        return asked.text(clause.verb) in REACHED
    return asked.text(clause.verb) in LEVELS and all(asked.text(i) in ("to", "at") for i in between)


def level(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """The subject that stands at the value: "death toll in the earthquake"."""
    clause = asked.clause
    assert clause is not None
    start = clause.subject[0]
    form = Form.PRONOUN if asked.tag(start) == "PRON" else Form.CLAUSE
    start += asked.tag(start) == "DET"
    if form is Form.CLAUSE and clause.tail <= clause.subject[1] == start + 1:
        form = Form.NOUN  # one word says little
    if asked.tag(clause.subject[1] - 1) in NOMINAL:
        yield form, asked.source.fitted(((start, clause.subject[1]),), (clause.subject[1], clause.tail))
