"""Whether, how surely and in what state: what changed of it where a statement was rewritten; rewrites in, changes out.

"Denied" that became "confirmed" and "may" that became "will" change what is said to be so, though every other word stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Relation
from summarizer.domain.report import ReadStatement
from summarizer.domain.text import Aspect, Evidence, Span, Token
from summarizer.language.meaning import concept
from summarizer.language.predicates import Predicate, read_predicates
from summarizer.language.stance import certainty_of
from summarizer.language.words import fold
from summarizer.matching.answers import whether
from summarizer.matching.changes import Change, Rewrite, Said, Segment
from summarizer.matching.views import EVENTS

POSSIBLE = frozenset({"may", "might", "could", "can", "consider", "mull", "weigh", "propose"})
CERTAIN = frozenset({"will", "shall", "must", "'ll", "’ll"})
# What one can be without being the other, or no longer: the words that make another office of it.
RANKS = frozenset("deputy vice acting former interim assistant associate ex retired late suspended ousted".split())
# Words that deny each other, by lemma; the states of lexicons/states.txt are known without them.
OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "rise/fall increase/decrease grow/shrink gain/lose win/lose accept/reject approve/reject support/oppose allow/ban "
        "raise/cut raise/lower up/down higher/lower more/fewer more/less north/south east/west strengthen/weaken buy/sell "
        "hire/fire pass/fail agree/refuse join/leave critical/stable open/closed open/shut arrive/leave true/false safe/unsafe legal/illegal guilty/innocent first/last"
    ).split()
)
NAMING = frozenset({"PROPN", "PRON", "NUM", "ADP", "PUNCT"})  # before a verb group, no part of it
TENSES = frozenset("be been being have has had having is are was were".split())
DECIDED = 8  # tokens before a verb in which "voted … to" makes it a thing done
CARRIED = frozenset("take rush fly airlift carry drive".split())  # to hospital: hurt
HOSPITALS = frozenset({"hospital", "clinic", "infirmary"})
REACH = 4  # tokens before a verb that its modal stands among
MODALS = frozenset({*POSSIBLE, *CERTAIN, "would", "should"})
LEADING = frozenset("a an the of to for by in on at with that which who".split())
_WORD = re.compile(r"[^\s,;:.()\"“”–—-]+(?:[-.'’][^\s,;:.()\"“”–—-]+)*")
_ALIVE = re.compile(
    r"\b(?:hospital\w*|intensive care|life support|condition|critical(?:ly)?|treated|recovering|alive|survived|ill|wounded)\b",
    re.IGNORECASE,
)
_MISSING = re.compile(r"\bmissing\b|\bunaccounted for\b", re.IGNORECASE)
_FOUND = re.compile(
    r"\b(?:(?P<dead>bod(?:y|ies)(?: of (?:the )?\w{1,20}(?: \w{1,20})?)?|(?:found |were |was )?dead|died|killed|drowned)|(?:found |were |was )?(?:alive|rescued|found safe|unharmed))\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are|due|set|going|plans?|planned|expected|scheduled)\s+to)\b", re.IGNORECASE
)
MOST_PUT_IN = 3  # words; more that stand for nothing are a clause of their own
MOST_REPLACED = 6
LONGEST = 60  # code points of evidence
WHOLE = 0.5  # where more of a wording than this was changed, a verb in another's place need not tell of the same thing


def stance_changes(pair: Rewrite) -> tuple[Change, ...]:
    """Yes and no, plans that came about, how sure it is, what became of whom, and offices, in text order."""
    found = [*_answers(pair), *_ranks(pair), *_opposites(pair)]
    if not found:
        fates = [*_missing(pair)] or [*_fates(pair)]
        found = [*(c for c in _certainty(pair) if not any(_overlap(c, fate) for fate in fates)), *fates]
    return tuple(found)


def _overlap(one: Change, other: Change) -> bool:
    """Whether two changes are of the same words on either side: "accused" became "guilty" is told once."""
    return any(a.evidence.span.overlaps(b.evidence.span) for a, b in ((one.old, other.old), (one.new, other.new)))


def change_at(
    pair: Rewrite,
    what: tuple[Kind, str],
    values: tuple[str, str],
    spans: tuple[tuple[int, int], tuple[int, int]],
) -> Change:
    """A change of `what` (kind and reason) between the stretches `spans` of the two wordings, with their normalised `values`."""
    kind, reason = what
    sides = [
        _said(read, value, span) for read, value, span in zip((pair.before, pair.after), values, spans, strict=True)
    ]
    return Change(
        kind=kind,
        relation=Relation.UPDATE,
        reason=reason,
        topic=_words_around(pair.after, spans[1]),
        about=_about(kind, pair.before, spans[0]) if values[1] == "no" else _about(kind, pair.after, spans[1]),
        old=sides[0],
        new=sides[1],
    )


def _answers(pair: Rewrite) -> Iterator[Change]:
    """Predicates of one state, told once in each wording, that answer otherwise."""
    old, new = (_by_state(read) for read in (pair.before, pair.after))
    for state, before in old.items():
        after = new.get(state)
        if after is None or not (_touched(pair, before, new=False) or _touched(pair, after, new=True)):
            continue
        one, other = _stage(pair.before, before), _stage(pair.after, after)
        if before.positive is not after.positive:
            values = ("yes" if before.positive else "no", "yes" if after.positive else "no")
            yield _change(pair, (Kind.POLARITY, "said_and_denied"), values, (before, after))
        elif {one, other} == {"possible", "planned"}:
            yield _change(pair, (Kind.CERTAINTY, "certainty_changed"), (one, other), (before, after))
        elif one in ("possible", "planned") and other == "done":
            yield _change(pair, (Kind.POLARITY, "plan_came_about"), (one, other), (before, after))
        elif one == "done" and other in ("possible", "planned"):
            yield _change(pair, (Kind.POLARITY, "not_yet_done"), (one, other), (before, after))


def _by_state(read: ReadStatement) -> dict[str, Predicate]:
    """The states that the statement tells of once."""
    found: dict[str, list[Predicate]] = {}
    for predicate in read_predicates(read.tokens):
        found.setdefault(predicate.state.name, []).append(predicate)
    return {name: members[0] for name, members in found.items() if len(members) == 1}


def _stage(read: ReadStatement, predicate: Predicate) -> str:
    before = [fold(t.lemma) for t in read.tokens[max(0, predicate.first - REACH) : predicate.first]]
    texts = [fold(t.text) for t in read.tokens[max(0, predicate.first - REACH) : predicate.first]]
    if POSSIBLE & {*before, *texts}:
        return "possible"
    voted = {fold(t.lemma) for t in read.tokens[max(0, predicate.first - DECIDED) : predicate.first]}
    if "vote" in voted and texts[-1:] == ["to"]:
        return "done"
    if CERTAIN & {*before, *texts} or predicate.aspect is Aspect.PLANNED:
        return "planned"
    return "done" if predicate.aspect is Aspect.DONE else ""


def _touched(pair: Rewrite, predicate: Predicate, *, new: bool) -> bool:
    """Whether a word of the predicate or of the modals and negations before it was changed."""
    tokens = (pair.after if new else pair.before).tokens
    first = max(0, predicate.first - REACH)
    return pair.changed(tokens[first].start, tokens[predicate.last].end, new=new)


def _change(
    pair: Rewrite, what: tuple[Kind, str], values: tuple[str, str], where: tuple[Predicate, Predicate]
) -> Change:
    spans = [_verb_group(pair, predicate, new=new) for predicate, new in zip(where, (False, True), strict=True)]
    return change_at(pair, what, values, (spans[0], spans[1]))


def _verb_group(pair: Rewrite, predicate: Predicate, *, new: bool) -> tuple[int, int]:
    """From the first changed word before the verb to its last word."""
    tokens = (pair.after if new else pair.before).tokens
    first = predicate.first
    for i in range(max(0, first - REACH), first):
        if tokens[i].tag in NAMING:
            continue
        if pair.changed(tokens[i].start, tokens[i].end, new=new) and tokens[first].start - tokens[i].start < LONGEST:
            return tokens[i].start, tokens[predicate.last].end
    while first > 0 and tokens[first - 1].tag in ("AUX", "PART"):
        first -= 1
    return tokens[first].start, tokens[predicate.last].end


def _certainty(pair: Rewrite) -> Iterator[Change]:
    """The few words that alone make the old wording more or less sure; a clause that was added changes nothing of what stood there."""
    text = pair.before.statement.text
    before = certainty_of(text)
    for segment in pair.segments:
        if segment.same or not _is_small(pair, segment):
            continue
        put = pair.after.statement.text[segment.new[0] : segment.new[1]]
        after = certainty_of(text[: segment.old[0]] + put + text[segment.old[1] :])
        spans = _spans(pair, segment)
        was = text[segment.old[0] : segment.old[1]]
        if _modals(was) | _modals(put) and not (_modals(was) - _elsewhere(pair, segment, new=True)) | (
            _modals(put) - _elsewhere(pair, segment, new=False)
        ):
            continue  # "it would shed jobs", "jobs would go": the modal stands elsewhere now
        if {*was.split(), *put.split()} <= TENSES:
            continue  # "would be" told later is "would have been"
        if after is not before and spans and not (_FUTURE.search(was) and _FUTURE.search(put)):
            yield change_at(pair, (Kind.CERTAINTY, "certainty_changed"), (before.value, after.value), spans)
            return


def _modals(text: str) -> frozenset[str]:
    return frozenset(fold(text).split()) & MODALS


def _elsewhere(pair: Rewrite, but: Segment, *, new: bool) -> frozenset[str]:
    """The modals in the other changed stretches of a wording."""
    text = (pair.after if new else pair.before).statement.text
    spans = [s.new if new else s.old for s in pair.segments if not s.same and s is not but]
    return frozenset(m for low, high in spans for m in _modals(text[low:high]))


def _is_small(pair: Rewrite, segment: Segment) -> bool:
    old = pair.before.statement.text[segment.old[0] : segment.old[1]].split()
    new = pair.after.statement.text[segment.new[0] : segment.new[1]].split()
    return max(len(old), len(new)) <= (MOST_PUT_IN if not old or not new else MOST_REPLACED)


def _spans(pair: Rewrite, segment: Segment) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The words of a stretch in both wordings, with the next word where one of them has none."""
    texts = (pair.before.statement.text, pair.after.statement.text)
    sides = (_trimmed(texts[0], segment.old), _trimmed(texts[1], segment.new))
    if any(low >= high for low, high in sides):
        sides = (_with_next(texts[0], sides[0]), _with_next(texts[1], sides[1]))
    return sides if all(low < high for low, high in sides) else None


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The stretch without blanks and marks at its ends, and without an article or a preposition that leads to what stayed."""
    words = [m.span() for m in _WORD.finditer(text, *span)]
    while len(words) > 1 and fold(text[slice(*words[-1])]) in LEADING:
        words.pop()
    if not words:
        return span[0], span[0]
    return words[0][0], min(words[-1][1], words[0][0] + LONGEST)


def _with_next(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """The stretch and the word after it."""
    low, high = span
    end = high + len(text[high:]) - len(text[high:].lstrip())
    rest = text[end:].split(None, 1)
    word = rest[0].rstrip(".,;:") if rest else ""
    return (end if low == high else low), end + len(word)


def _missing(pair: Rewrite) -> Iterator[Change]:
    """What became of the missing: a word that tells it was put in where the old wording knew only that they are missing."""
    old, new = pair.before.statement.text, pair.after.statement.text
    lost = _MISSING.search(old)
    if lost is None or _FOUND.search(old):
        return
    for found in _FOUND.finditer(new):
        if pair.changed(*found.span(), new=True):
            value = "death" if found["dead"] else "found"
            yield change_at(pair, (Kind.MANNER, "event_changed"), ("missing", value), (lost.span(), found.span()))
            return


def _fates(pair: Rewrite) -> Iterator[Change]:
    """Another event took the place of one: "injured" became "killed"."""
    changed = sum(s.old[1] - s.old[0] for s in pair.segments if not s.same)
    if changed > WHOLE * len(pair.before.statement.text):
        return
    old, new = (_events(pair, new=new) for new in (False, True))
    if not old and len(new) == 1 and new[0][0] == "death":
        old = [("", place) for segment in pair.segments if (place := _in_place_of(pair, segment, new[0][1]))]
    if len(old) == len(new) == 1 and old[0][0] != new[0][0]:
        yield change_at(pair, (Kind.MANNER, "event_changed"), (old[0][0], new[0][0]), (old[0][1], new[0][1]))


def _in_place_of(pair: Rewrite, segment: Segment, verb: tuple[int, int]) -> tuple[int, int] | None:
    """The words for somebody alive that a verb took the place of: "is in hospital", now "has died"."""
    if segment.same or not segment.new[0] <= verb[0] < segment.new[1]:
        return None
    low, high = _trimmed(pair.before.statement.text, segment.old)
    return (low, high) if _ALIVE.search(pair.before.statement.text, low, high) else None


def _events(pair: Rewrite, *, new: bool) -> list[tuple[str, tuple[int, int]]]:
    """The changed verbs and adjectives that tell an event which people and things are counted in."""
    tokens = (pair.after if new else pair.before).tokens
    found: list[tuple[str, tuple[int, int]]] = []
    for index, token in enumerate(tokens):
        if token.tag not in ("VERB", "ADJ") or not pair.changed(token.start, token.end, new=new):
            continue
        group = concept(token.lemma)
        end = token.end
        if token.lemma in CARRIED:
            place = next((t for t in tokens[index + 1 : index + 1 + REACH] if t.lemma in HOSPITALS), None)
            group, end = ("injury", place.end) if place else ("", end)
        if group in EVENTS:
            found.append((group, (token.start, end)))
    return found


def _opposites(pair: Rewrite) -> Iterator[Change]:
    """A word in the place of its opposite: "rose" became "fell"."""
    for segment in pair.segments:
        if segment.same:
            continue
        sides = [
            [t for t in read.tokens if low <= t.start < high and t.tag != "PUNCT"]
            for read, (low, high) in ((pair.before, segment.old), (pair.after, segment.new))
        ]
        for old, new in zip(*sides, strict=False):
            if frozenset({fold(old.lemma), fold(new.lemma)}) in OPPOSITES and not _both_said(pair, old, new):
                what, values = (Kind.POLARITY, "said_and_denied"), (fold(old.lemma), fold(new.lemma))
                yield change_at(pair, what, values, ((old.start, old.end), (new.start, new.end)))


def _both_said(pair: Rewrite, old: Token, new: Token) -> bool:
    """Whether a wording has both words: "critical but stable" is neither's opposite."""
    return any(t.lemma == new.lemma for t in pair.before.tokens) or any(t.lemma == old.lemma for t in pair.after.tokens)


def _ranks(pair: Rewrite) -> Iterator[Change]:
    """A word that makes another office of one was put in or taken out before a noun: "deputy", "former"."""
    for new, tokens in ((False, pair.before.tokens), (True, pair.after.tokens)):
        for index, token in enumerate(tokens[:-1]):
            held = index + 1
            if fold(token.text) not in RANKS or not pair.changed(token.start, token.end, new=new):
                continue
            if tokens[held].tag not in ("NOUN", "PROPN") or pair.changed(tokens[held].start, tokens[held].end, new=new):
                continue
            longer, shorter = (token.start, tokens[held].end), _opposite(pair, tokens[held].start, new=new)
            if shorter:
                spans = (shorter, longer) if new else (longer, shorter)
                texts = [
                    _text(read)[low:high] for read, (low, high) in zip((pair.before, pair.after), spans, strict=True)
                ]
                yield change_at(pair, (Kind.ROLE, "role_changed"), (fold(texts[0]), fold(texts[1])), spans)
                return


def _opposite(pair: Rewrite, start: int, *, new: bool) -> tuple[int, int] | None:
    """The word of the other wording that stands for the unchanged word at `start`."""
    for segment in pair.segments:
        here, there = (segment.new, segment.old) if new else (segment.old, segment.new)
        if segment.same and here[0] <= start < here[1]:
            at = there[0] + start - here[0]
            tokens = (pair.before if new else pair.after).tokens
            return next(((t.start, t.end) for t in tokens if t.start == at), None)
    return None


def _text(read: ReadStatement) -> str:
    return read.statement.text


def _about(kind: Kind, read: ReadStatement, span: tuple[int, int]) -> str:
    """What the changed words answer: whether it is so, else the words around them."""
    asked = whether(_text(read), Span(*span)) if kind in (Kind.POLARITY, Kind.CERTAINTY) else None
    return asked or _words_around(read, span)


def _said(read: ReadStatement, value: str, span: tuple[int, int]) -> Said:
    own = read.statement
    quote = own.text[span[0] : span[1]]
    evidence = Evidence(
        article=own.article,
        statement=own.id,
        field=own.field,
        span=Span(own.span.start + span[0], own.span.start + span[1]),
        quote=quote,
        attributed_to=own.speaker,
        certainty=own.certainty,
    )
    return Said(value=value, display=quote, low=None, high=None, evidence=evidence)


def _words_around(read: ReadStatement, span: tuple[int, int]) -> str:
    """The statement from the changed words on, as far as a short phrase goes; else what stands before them."""
    text = read.statement.text
    after = _shortened(text[span[1] :].strip(" ,.;:"))
    return after or _shortened(text[: span[0]].strip(" ,.;:"))


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"
