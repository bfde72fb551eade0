"""The question that a value answers: a fact and its statement in, wordings in the statement's own words out, the best first.

An English embedded question keeps the order of the clause: what is asked for comes first with its noun, then the subject, the
verbs and the rest ("how many soldiers the government is sending to the valley"). A value that only narrows a noun asks for the
size, the length or the date of that noun. Where no clause can be made, a plain noun phrase names what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.domain.facts import Fact, Kind, Quantity
from summarizer.language.clause_phrases import noun_start
from summarizer.language.clause_words import STATES, SUFFERED
from summarizer.language.words import REPORTING
from summarizer.matching.asked import (
    COLLECTIVE,
    MOMENTS,
    PLAIN,
    Asked,
    Form,
    asking,
    end_after,
    form_of,
    is_plural,
    lead_start,
    led,
    narrows,
    of_end,
    of_noun,
    of_the,
    phrase_end,
    read_asked,
    sentence,
)
from summarizer.matching.measures import is_level, level, measured, of_value
from summarizer.matching.phrases import Piece, Run

STRETCHES = frozenset(  # "in the early hours of Tuesday", "by the end of the week"
    "hour end beginning start middle morning afternoon evening night day week month course midnight noon small early late "
    "dawn first last shortly soon just about around roughly on in at by as than later earlier local until".split()
)
SPANNING = frozenset("for over within after in during throughout by".split())
SAYING = REPORTING | {"hear", "speak", "talk", "be"}
PERIODS = frozenset("day week month year hour minute".split())
ASKED_FOR = frozenset("ask call press plead push".split())
LASTING = frozenset("last take spend serve run wait continue stay remain be live endure stretch".split())
SIZES = {Kind.DURATION: "length of the", Kind.DATE: "date of the", Kind.TIME: "time of the"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to name what is asked; `headline` where its words are a headline's, which leave articles and helpers out."""

    form: Form
    text: str
    headline: bool = False


def wordings(kind: Kind, fact: Fact, start: int, text: str) -> tuple[Wording, ...]:
    """Ways to ask for the value of `fact`, which stands in the statement `text` that starts at `start` of its field."""
    asked = read_asked(kind, fact, start, text)
    if asked is None:
        return (Wording(form=Form.BARE, text=PLAIN.get(kind, kind.value)),)
    headline = fact.evidence.field == "title"
    forms = [(form, found) for form, found in _forms(asked) if found]
    return tuple(Wording(form=form, text=found, headline=headline) for form, found in forms)


def _forms(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    match asked.kind:
        case Kind.DATE | Kind.TIME:
            yield from _dated(asked)
        case Kind.DURATION:
            yield from _lasting(asked)
        case Kind.NUMBER:
            yield from _counted(asked)
        case _:
            yield from measured(asked)
    yield from _plain(asked)


def _dated(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "when the trial began", "date of the election"."""
    if narrows(asked):
        yield Form.NOUN, of_the(asked, SIZES[asked.kind], asked.source.last + 1)
        return
    edge = _moment_edge(asked)
    noun = _dated_noun(asked, edge)
    if noun is not None:
        yield Form.NOUN, of_noun(asked, SIZES[asked.kind], noun)
        return
    clause = asked.clause
    if clause is None or (clause.subject[0] < asked.source.first < max(clause.tail, clause.subject[1])):
        return
    since = edge < asked.source.first and asked.text(edge) == "since" and asked.text(clause.verb) == "be"
    if since or asked.text(clause.subject[0] - 1) in ("which", "whom") or asked.text(clause.verb) == "speak":
        return  # what was done is said before the clause
    rest = (clause.verb + 1, clause.end)
    if asked.text(clause.verb) in SAYING:
        rest = (rest[0], _sentence_end(asked, rest[1]))
        if all(asked.source.first <= i <= asked.source.last or edge <= i <= asked.source.last for i in range(*rest)):
            return
    if rest[0] <= edge < rest[1]:
        behind = (asked.source.last + 1, rest[1])
        yield from _strict_or_lax(asked, ((rest[0], edge), behind))
    else:
        yield from _strict_or_lax(asked, (rest,))


def _strict_or_lax(asked: Asked, rests: tuple[Run, ...]) -> Iterator[tuple[Form, str | None]]:
    """Without a count that a reader could doubt, too; else with it ("when 300 soldiers left")."""
    found = sentence(asked, "when", rests)
    lax = replace(asked, source=replace(asked.source, lax=True))
    yield form_of(asked), found or sentence(lax, "when", rests)


def _moment_edge(asked: Asked) -> int:
    """Where the words that lead up to a day start: "in the early hours of Tuesday"."""
    at = asked.source.first
    while at > 0:
        lemma, found = asked.text(at - 1), asked.tag(at - 1)
        if found == "VERB" or not (found in ("ADP", "DET", "NUM") or lemma in STRETCHES):
            break
        at -= 1
    return at


def _dated_noun(asked: Asked, edge: int) -> int | None:
    """The noun that a day belongs to: "an election on May 4", where the verb has another place ("since the raid in May")."""
    before = edge - 1
    if asked.tag(before) != "NOUN" or edge == asked.source.first:
        return None
    if asked.text(asked.source.first - 1) == "of" and edge == asked.source.first - 1:
        return None if asked.text(before) in ("whole", "rest", "best") else before
    start = noun_start(asked.source.tokens, before)
    return before if asked.text(start - 1) in ("since", "after", "before", "until", "during") else None


def _sentence_end(asked: Asked, start: int) -> int:
    """As far as what is said goes: to the next mark."""
    at = start
    while at < len(asked.source.tokens) and asked.tag(at) != "PUNCT":
        at += 1
    return at


def _lasting(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "how long the trial lasted", "length of the sentence"."""
    last = asked.source.last
    if narrows(asked):
        yield Form.CLAUSE, of_the(asked, SIZES[Kind.DURATION], last + 1)
        return
    clause, lead = asked.clause, asked.left - 1
    following = asked.text(last + 1)
    if asked.text(lead) == "of" and asked.tag(lead - 1) == "NOUN":
        yield Form.CLAUSE, of_noun(asked, SIZES[Kind.DURATION], lead - 1)
        return
    if clause is None or asked.in_subject or following == "of":
        return
    if following in ("before", "after", "ago", "later", "earlier"):
        frame: tuple[Piece, ...] = ("how long", (last + 1, phrase_end(asked, last + 2)))
        if asked.tag(phrase_end(asked, last + 2)) in ("VERB", "AUX"):
            return
        yield form_of(asked), asking(asked, frame, (asked.left, phrase_end(asked, last + 2)))
        return
    if asked.text(clause.verb) in SAYING - {"be"}:
        if asked.text(clause.verb) in ASKED_FOR and asked.text(lead) == "for" and asked.text(last) in PERIODS:
            unit = asked.source.tokens[last].text.lower()
            verbs = ((clause.subject[0], max(clause.tail, clause.subject[1])), (clause.group, clause.verb + 1))
            yield form_of(asked), asked.source.say(f"how many {unit}", *verbs, "for")
        return
    if asked.text(lead) not in SPANNING if asked.tag(lead) == "ADP" else asked.text(clause.verb) not in LASTING:
        return
    yield form_of(asked), asking(asked, (led(asked, "how long"),), (lead_start(asked), last + 1))


def _counted(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    value = asked.fact.value
    if isinstance(value, Quantity) and value.ordinal:
        yield from _ranked(asked)
        return
    if isinstance(value, Quantity) and value.parts:
        yield Form.NOUN, asked.source.fitted(("score",), (asked.source.last + 1, end_after(asked)))
        return
    if is_level(asked):
        yield from level(asked)
        return
    head = asked.phrase.head
    if head is None or head < asked.source.first:
        yield from _headless(asked)
        return
    yield from _many(asked, head)


def _many(asked: Asked, head: int) -> Iterator[tuple[Form, str | None]]:
    """ "how many people have died", "how many soldiers the army is sending", "at how many camps the men are trained"."""
    clause, last = asked.clause, asked.source.last
    if clause is None:
        return
    start = last + 1
    if asked.text(start) == "-":
        return
    start += asked.text(start) == "of" and asked.tag(start + 1) in ("NOUN", "ADJ")
    if asked.in_subject:
        yield Form.CLAUSE, sentence(asked, "how many", ((clause.verb + 1, clause.end),), start=start)
        return
    if asked.text(asked.left - 1) == "of" and asked.tag(asked.left - 2) in ("NUM", "DET", "PRON", "NOUN"):
        return
    end = of_end(asked, head + 1)
    yield form_of(asked), asking(asked, (led(asked, "how many"), (start, end)), (lead_start(asked), end))


def _headless(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """Figures that count no noun of their own: "a force of 9,000", "seven are missing"."""
    clause, lead = asked.clause, asked.left - 1
    if asked.text(lead) == "of" and asked.tag(lead - 1) == "NOUN":
        yield from of_value(asked, lead - 1)
        return
    if clause is not None and clause.subject[0] <= asked.source.first < clause.subject[1]:
        yield Form.PRONOUN, sentence(asked, "how many", ((clause.verb + 1, clause.end),), start=asked.source.last + 1)


def _ranked(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """ "which cut of the year", "in which minute he was sent off"."""
    last, head = asked.source.last, asked.phrase.head
    if head is None or head <= last:
        return
    end = of_end(asked, head + 1)
    if asked.clause is not None and asked.tag(lead_start(asked)) == "ADP" and asked.text(head) != "time":
        yield form_of(asked), asking(asked, (led(asked, "which"), (last + 1, end)), (lead_start(asked), end))
    if asked.text(head) != "time":
        yield Form.NOUN, asked.source.say("which", (last + 1, end))
        yield Form.NOUN, asked.source.say("which", (last + 1, head + 1))


def _plain(asked: Asked) -> Iterator[tuple[Form, str | None]]:
    """What always can be said: "number of soldiers", "amount for first aid", "date"."""
    word, last, head = PLAIN.get(asked.kind, asked.kind.value), asked.source.last, asked.phrase.head
    if asked.kind is Kind.NUMBER and head is not None and head > last and is_plural(asked, head):
        start = last + 2 if asked.text(last + 1) in ("of", "-") else last + 1
        start += asked.tag(start) == "DET"
        yield Form.PLAIN, asked.source.fitted(("number of", (start, head + 1)), (head + 1, of_end(asked, head + 1)))
    near = asked.text(last + 1)
    state = asked.source.tokens[last + 1].text.lower() if near else ""
    if asked.kind is Kind.NUMBER and (state in STATES or state in SUFFERED):
        yield Form.PLAIN, f"number of {state}"
    if near == "for" and asked.kind in (Kind.MONEY, Kind.PERCENT):
        yield Form.PLAIN, asked.source.fitted((word,), (last + 1, phrase_end(asked, last + 2)))
    counted = asked.fact.head
    if asked.kind is Kind.NUMBER and counted and counted.isalpha() and counted.islower() and counted[-1] not in "sxhyf":
        yield Form.BARE, f"number of {counted}" if counted in COLLECTIVE else f"number of {counted}s"
    elif asked.clause is not None and asked.action in REPORTING and asked.kind in MOMENTS:
        yield Form.BARE, f"{word} of the statement"
    else:
        yield Form.BARE, word
