"""A "not", a title, a charge: what changed of them where a statement was rewritten; rewrites in, changes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.domain.facts import Kind
from summarizer.domain.text import Span, Token
from summarizer.language.meaning import concept
from summarizer.language.roles import read_roles
from summarizer.language.words import STOP_WORDS, WORD, content_stems, fold
from summarizer.matching.changes import Change, Rewrite
from summarizer.matching.stance_changes import change_at

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
# Behind these a negation denies nothing of the rest: "not only", "not until Friday", "not yet".
HARMLESS = frozenset("only just merely simply until yet least necessarily so all".split())
AUXILIARIES = frozenset(
    "do did does have has had be is are was were been will would can could shall should may might must".split()
)
COURTESIES = frozenset("mr mrs ms miss dr mr. mrs. ms. dr.".split())
MEANING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
REACH = 4  # tokens behind a negation in which what it denies stands
LONGEST = 60  # code points of evidence
# "charged with murder and arson", "convicted of three counts of theft", up to the end of the clause.
_CHARGED = re.compile(
    r"\b(?:charged|convicted|accused|acquitted|cleared|suspected|(?:found|pleaded|pled) (?:not )?guilty)\s(?:\w{1,12}\s)?(?:with|of|to)\s"
    r"(?P<charges>[^.;:()\n\"“”]{3,160})"
)
_CLAUSE_END = re.compile(
    r",? (?:after|over|following|in connection|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at |by |before|when|where|who|which|while|but)\b.*|,.*?\b(?:said|says|told)\b.*",
    re.IGNORECASE,
)


def detail_changes(pair: Rewrite) -> tuple[Change, ...]:
    """Denials, titles and charges that are others now, in that order."""
    return (*_denials(pair), *_titles(pair), *_charges(pair))


def _denials(pair: Rewrite) -> Iterator[Change]:
    """A negation that was put in or taken out by itself; "pleaded guilty", "pleaded not guilty"."""
    for segment in pair.segments:
        if segment.same:
            continue
        sides = (_within(pair.before.tokens, segment.old), _within(pair.after.tokens, segment.new))
        words = [{fold(t.text) for t in side} for side in sides]
        denies = [bool(side & NEGATIONS) for side in words]
        if denies[0] == denies[1] or not words[0] | words[1] <= NEGATIONS | AUXILIARIES:
            continue
        tokens = (pair.after if denies[1] else pair.before).tokens
        spans = _denied(pair, tokens, tokens.index(sides[denies[1]][-1]) + 1, new=denies[1])
        if spans is not None:
            values = ("no" if denies[0] else "yes", "no" if denies[1] else "yes")
            yield change_at(pair, (Kind.POLARITY, "said_and_denied"), values, spans)
            return


def _denied(
    pair: Rewrite, tokens: Sequence[Token], place: int, *, new: bool
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words that a negation before `place` denies, up to the first of meaning, in both wordings; old first."""
    if place >= len(tokens) or fold(tokens[place].text) in HARMLESS or tokens[place].tag == "PUNCT":
        return None
    last = next((i for i in range(place, min(place + REACH, len(tokens))) if tokens[i].tag in MEANING), place)
    first = place - 1
    while first > 0 and tokens[first].tag in ("AUX", "PART"):
        first -= 1
    first += tokens[first].tag not in ("AUX", "PART")
    ends = [(p[0], p[1]) for i in range(first, last + 1) if (p := _counterpart(pair, tokens[i], new=new))]
    if not any(_counterpart(pair, tokens[i], new=new) for i in range(place, last + 1)):
        return None
    here, there = (tokens[first].start, tokens[last].end), (ends[0][0], ends[-1][1])
    return (there, here) if new else (here, there)


def _within(tokens: Sequence[Token], span: tuple[int, int]) -> list[Token]:
    return [t for t in tokens if span[0] <= t.start < span[1] and t.tag != "PUNCT"]


def _counterpart(pair: Rewrite, token: Token, *, new: bool) -> tuple[int, int] | None:
    """Where the other wording has an unchanged word; None where it was changed."""
    for segment in pair.segments:
        here, there = (segment.new, segment.old) if new else (segment.old, segment.new)
        if segment.same and here[0] <= token.start < here[1]:
            start = there[0] + token.start - here[0]
            return start, start + token.end - token.start
    return None


def _titles(pair: Rewrite) -> Iterator[Change]:
    """Another title or role of somebody whose name stayed: "Transport Secretary", "Transport Minister"."""
    old, new = (_titled(read.statement.text) for read in (pair.before, pair.after))
    for name, before in old.items():
        after = new.get(name)
        if after is None:
            continue
        texts = before.of(pair.before.statement.text), after.of(pair.after.statement.text)
        one, other = (_plain(t) for t in texts)
        if one <= other or other <= one or max(before.length, after.length) > LONGEST:
            continue  # told more or less fully
        values = (fold(texts[0]), fold(texts[1]))
        yield change_at(
            pair, (Kind.ROLE, "role_changed"), values, ((before.start, before.end), (after.start, after.end))
        )


def _titled(text: str) -> dict[str, Span]:
    """Roles by the name they stand with, each name's first."""
    found: dict[str, Span] = {}
    for role, name in read_roles(text):
        if fold(role.of(text)) not in COURTESIES:
            found.setdefault(fold(name.of(text)), role)
    return found


def _plain(words: str) -> frozenset[str]:
    return frozenset(concept(w) for w in WORD.findall(words) if fold(w) not in STOP_WORDS)


def _charges(pair: Rewrite) -> Iterator[Change]:
    """Charges that were added, dropped or replaced; the same ones in other words or another order are none."""
    spans = [_charged(read.statement.text) for read in (pair.before, pair.after)]
    old, new = spans
    if old is None or new is None or (not pair.changed(old[0], old[1]) and not pair.changed(new[0], new[1], new=True)):
        return
    texts = pair.before.statement.text[old[0] : old[1]], pair.after.statement.text[new[0] : new[1]]
    one, other = ({concept(s) for s in content_stems(t)} for t in texts)
    if one == other:
        return
    yield change_at(pair, (Kind.MANNER, "charges_changed"), (fold(texts[0]), fold(texts[1])), (_cut(old), _cut(new)))


def _charged(text: str) -> tuple[int, int] | None:
    """The stretch that names the charges, where the statement names them once."""
    found = list(_CHARGED.finditer(text))
    if len(found) != 1:
        return None
    start, end = found[0].span("charges")
    closing = _CLAUSE_END.search(text, start, end)
    end = closing.start() if closing else end
    return start, end


def _cut(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], min(span[1], span[0] + 80)
