"""Reads the facts out of one article's statements: statements in, a ReadArticle with its facts in text order out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import dropwhile, takewhile
from typing import TypeVar

from summarizer.domain.facts import Fact, Kind, Mention, Moment, Name, Phrase, Quantity, Value
from summarizer.domain.report import Quotation, ReadArticle, ReadStatement
from summarizer.domain.text import Article, Aspect, Certainty, Evidence, Span, Statement, Token
from summarizer.language.age_owners import owner_of_age
from summarizer.language.attribution import Attribution, attributions
from summarizer.language.clauses import Governed, aspect_of, governor
from summarizer.language.dates import account_periods, find_dateline, read_moments
from summarizer.language.meaning import concept, is_grouped
from summarizer.language.names import read_all_names
from summarizer.language.predicate_words import WHEN
from summarizer.language.quantities import read_quantities
from summarizer.language.quotes import quotation_spans
from summarizer.language.stance import certainty_at, unknowns
from summarizer.language.tagging import tag
from summarizer.language.words import REPORTING, STOP_WORDS, fold

EVIDENCE_LENGTH = 80  # the contract: evidence points at the value and its head, at most 80 characters
# Values, and names, of one statement: what has more is a table, and the work on each grows with how many there are. The richest
# statement of the gold bundles has 23 facts in all (2026-11-24).
MOST_READ = 64
CONTEXT_LENGTH = 14  # content words kept around a value, nearest first; a news clause holds 8 to 12
CONTENT_TAGS = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
SUBJECT_KINDS = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.MEASURE)
# Parts of a unit that its own tokens leave: the "h" of "80km/h".
UNIT_WORDS = frozenset("h mph kph kmh km mm cm kg lb ft m s per cent percent".split())
NARROWING = frozenset({"with", "without", "in", "at", "on", "under", "from"})
MEASURE_NOUNS = frozenset({"number", "toll", "total", "figure", "count", "tally"})
REACHING = frozenset(map(concept, "rise reach be stand decline total put take raise bring exceed top".split()))
# These leave what is done to their noun: "made an emergency landing", "takes effect".
CARRYING = frozenset({"make", "take", "hold", "launch", "conduct"})
LEAVING = frozenset({"leave", "drive", "flee", "force", "quit", "abandon"})  # "driven from their homes"
REACH_OF_HOME = 5
ENDING_LIVES = frozenset({"lose", "claim", "take", "cost"})  # "sixteen people lost their lives", "claimed 12 lives"
OFTEN = "times"  # "shot seven times" counts shots, not who was shot
REACH = 8  # words looked back for what a clause speaks of
PARTICLES = frozenset({"out", "up", "off", "down", "over", "away", "back", "place"})
T = TypeVar("T")
SHORTEST_QUOTE = 3  # words: a shorter quotation is a scare quote, not an utterance


def extract(article: Article, statements: tuple[Statement, ...]) -> ReadArticle:
    """The article with everything that was read from its statements; offsets of facts count in the article's fields."""
    anchor = article.published_at or find_dateline(article.text)
    body = tuple(s for s in statements if s.field == "text")
    spoken = attributions(article.text, tuple(s.span for s in body))
    names = read_all_names([(s.text, s.field == "title") for s in statements])
    page = _Page(
        article=article,
        anchor=anchor,
        spoken=_by_statement(body, ((a.content, a) for a in spoken)),
        quoted=_by_statement(body, ((q, q) for q in quotation_spans(article.text))),
        as_of=None if anchor is None else anchor.date().isoformat(),
    )
    periods = account_periods([s.text for s in statements], anchor)
    read = (_read_statement(page, *one) for one in zip(statements, names, periods, strict=True))
    return ReadArticle(article=article, statements=tuple(read))


def _by_statement(statements: tuple[Statement, ...], placed: Iterable[tuple[Span, T]]) -> dict[str, list[T]]:
    """What each statement shares words with, in the order given; a look at each statement in reach, not at all of them."""
    found: dict[str, list[T]] = {}
    for span, one in placed:
        for at in range(bisect_right(statements, span.start, key=lambda s: s.span.end), len(statements)):
            if statements[at].span.start >= span.end:
                break
            found.setdefault(statements[at].id, []).append(one)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    article: Article
    anchor: datetime | None
    spoken: dict[str, list[Attribution]]  # by the body's statements that they reach into
    quoted: dict[str, list[Span]]  # likewise
    as_of: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    page: _Page
    statement: Statement
    tokens: tuple[Token, ...]
    spoken: tuple[Attribution, ...]
    names: tuple[Mention, ...]
    content: tuple[
        tuple[int, str], ...
    ]  # the groups of the content words that no value covers, with their tokens' places


def _read_statement(
    page: _Page, statement: Statement, names: tuple[Mention, ...], period: Moment | None
) -> ReadStatement:
    tokens = tag(statement.text)
    headline = statement.field == "title"
    moments = read_moments(statement.text, page.anchor, period)
    values = _values(statement.text, moments, names)
    names = names[:MOST_READ]
    spoken = () if headline else tuple(page.spoken.get(statement.id, ()))
    sentence = _Sentence(
        page=page,
        statement=statement,
        tokens=tokens,
        spoken=spoken,
        names=names,
        content=_content(tokens, values),
    )
    facts = [_fact(sentence, mention) for mention in (*values, *names, *unknowns(statement.text))]
    quotations = () if headline else _quotations(sentence)
    facts += [_quote_fact(sentence, quotation) for quotation in quotations]
    facts += [f for quotation in quotations if (f := _speaker_fact(sentence, quotation)) is not None]
    facts.sort(key=lambda f: (f.place, f.kind))
    speaker = spoken[0].speaker if spoken else None
    certainty = certainty_at(statement.text, Span(0, len(statement.text)), spoken[0].verb if spoken else None)
    return ReadStatement(
        statement=replace(statement, speaker=speaker, certainty=certainty),
        tokens=tokens,
        facts=tuple(facts),
        quotations=quotations,
    )


def _values(text: str, dated: Iterable[Mention], names: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Numbers, dates and times, disjoint: the longer reading wins, then the date ("Oct. 23" is no count)."""
    moments = [m for m in dated if not _is_reference(m.value)]
    found = sorted(
        (*moments, *read_quantities(text)), key=lambda m: (-m.span.length, m.kind not in (Kind.DATE, Kind.TIME), m.span)
    )
    kept: list[Mention] = []  # in text order
    for mention in found:
        at = bisect_right(kept, mention.span.start, key=lambda k: k.span.start)
        if _is_in_name(mention.span, names) or any(
            k.span.overlaps(mention.span) for k in kept[max(0, at - 1) : at + 1]
        ):
            continue
        kept.insert(at, mention)
    return tuple(kept[:MOST_READ])


def _is_in_name(span: Span, names: tuple[Mention, ...]) -> bool:
    """Whether a name holds it and more; names are disjoint and in text order."""
    at = bisect_right(names, span.start, key=lambda n: n.span.start) - 1
    return at >= 0 and names[at].span.contains(span) and names[at].span.length > span.length


def _is_reference(value: Value) -> bool:
    return isinstance(value, Moment) and value.value is not None and value.value.endswith("_REF")


def _content(tokens: tuple[Token, ...], values: tuple[Mention, ...]) -> tuple[tuple[int, str], ...]:
    found: list[tuple[int, str]] = []
    at = 0
    for index, token in enumerate(tokens):
        while at < len(values) and values[at].span.end <= token.start:
            at += 1
        covered = at < len(values) and values[at].span.start < token.end
        if not covered and _is_content(token):
            found.append((index, concept(token.lemma)))
    return tuple(found)


def _fact(sentence: _Sentence, mention: Mention) -> Fact:
    tokens, statement = sentence.tokens, sentence.statement
    first, last = _token_range(tokens, mention.span)
    governed = governor(tokens, first, last)
    place = mention.span.shifted(statement.span.start)
    aged = mention.kind is Kind.AGE
    person = owner_of_age(statement.text, tokens, sentence.names, mention.span) if aged else ()
    evidence = _evidence(sentence, _with_head(sentence, mention, governed), place)
    return Fact(
        kind=mention.kind,
        value=mention.value,
        display=mention.span.of(statement.text),
        evidence=evidence,
        place=place,
        head=person[-1] if person else _head(tokens, governed, mention.kind, last),
        qualifiers=person[:-1] or tuple(tokens[i].lemma for i in governed.qualifiers),
        action=None if governed.action is None else _action(tokens, governed.action, mention.kind),
        aspect=Aspect.UNKNOWN if governed.action is None else _aspect(tokens, governed.action),
        names=_names_of(sentence, mention.span),
        context=_context(sentence, first, last),
    )


def _head(tokens: tuple[Token, ...], governed: Governed, kind: Kind, last: int) -> str | None:
    """The noun that is counted; where none is, what the clause speaks of: "the toll reached 27", "profit was £214m"."""
    index = governed.head
    if kind is Kind.NUMBER and last + 1 < len(tokens) and fold(tokens[last + 1].text) == OFTEN:
        return "time"
    if index is not None and not _is_thing(tokens[index]) and kind in SUBJECT_KINDS:
        index = None
    if index is None and kind in SUBJECT_KINDS:
        index = _spoken_of(tokens, governed, kind)
    if index is None:
        return None
    return tokens[_specific(tokens, index)].lemma


def _spoken_of(tokens: tuple[Token, ...], governed: Governed, kind: Kind) -> int | None:
    """The object or subject of the clause, else the noun before them: "operating profit was 12 per cent higher at £241m".

    A quake that "kills 19" is not what is counted; a toll that "reaches 27" is.
    """
    if kind is Kind.NUMBER and governed.action is not None and concept(tokens[governed.action].lemma) not in REACHING:
        return None
    for index in (governed.object, governed.subject):
        if index is not None and _is_thing(tokens[index]):
            return _narrowed(tokens, index)
    start = governed.subject if governed.subject is not None else governed.action
    if start is None:
        return None
    for index in range(start - 1, max(-1, start - REACH), -1):
        if tokens[index].text in (",", ";", ":", "—"):
            return None
        if _is_thing(tokens[index]):
            return index
    return None


def _narrowed(tokens: tuple[Token, ...], index: int) -> int:
    """The noun that phrases in between narrow: the holdings of "the number of holdings with the virus has risen to seven"."""
    for _ in range(2):
        start = index
        while start > 0 and tokens[start - 1].tag in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
            start -= 1
        measured = start > 1 and tokens[start - 2].lemma in MEASURE_NOUNS
        if start < 2 or measured or fold(tokens[start - 1].text) not in NARROWING or tokens[start - 2].tag != "NOUN":
            break
        index = start - 2
    return index


def _is_thing(token: Token) -> bool:
    return (
        token.tag in ("NOUN", "PROPN", "ADJ")
        and token.lemma.lower() not in WHEN
        and not token.text[:1].isdigit()
        and token.lemma.lower() not in UNIT_WORDS
    )


def _specific(tokens: tuple[Token, ...], index: int) -> int:
    """ "the number of casualties" counts casualties, "the death toll" deaths."""
    if tokens[index].lemma not in MEASURE_NOUNS:
        return index
    if index + 2 < len(tokens) and tokens[index + 1].lemma == "of":
        return next((i for i in range(index + 2, min(index + 5, len(tokens))) if _is_thing(tokens[i])), index)
    return index - 1 if index and tokens[index - 1].tag == "NOUN" else index


def _aspect(tokens: tuple[Token, ...], action: int) -> Aspect:
    """How far the action is; whatever stands behind "will" is ahead, also "will have been sent"."""
    first = action
    while first > 0 and tokens[first - 1].tag in ("AUX", "ADV", "PART"):
        first -= 1
    ahead = any(t.lemma.lower() in ("will", "shall", "'ll", "’ll") for t in tokens[first:action])
    return Aspect.PLANNED if ahead else aspect_of(tokens, action)


def _action(tokens: tuple[Token, ...], index: int, kind: Kind) -> str:
    """The verb, with its particle where the two are one word to the lexicon: "break out"."""
    if kind in (Kind.DATE, Kind.TIME) and tokens[index].lemma in CARRYING:
        after = dropwhile(lambda t: t.tag in ("DET", "ADJ"), tokens[index + 1 : index + 5])
        carried = [t.lemma for t in takewhile(lambda t: t.tag == "NOUN", after)]
        if carried and carried[-1] not in MEASURE_NOUNS:
            return carried[-1]
    if tokens[index].lemma == "find" and any(t.lemma == "guilty" for t in tokens[index + 1 : index + 4]):
        return "convict"
    near = tokens[index + 1 : index + 1 + REACH_OF_HOME]
    if tokens[index].lemma in LEAVING and any(t.lemma in ("home", "house") for t in near):
        return "evacuate"
    if tokens[index].lemma in ENDING_LIVES and any(t.lemma == "life" for t in near):
        return "kill"
    particle = tokens[index + 1].lemma if index + 1 < len(tokens) else ""
    verb = tokens[index].lemma
    return f"{verb} {particle}" if particle in PARTICLES and is_grouped(f"{verb} {particle}") else verb


def _token_range(tokens: tuple[Token, ...], span: Span) -> tuple[int, int]:
    inside = [i for i, t in enumerate(tokens) if t.start < span.end and span.start < t.end]
    return (inside[0], inside[-1]) if inside else (0, 0)


def _with_head(sentence: _Sentence, mention: Mention, governed: Governed) -> Span:
    """The value's span widened to its head noun, then its verb, as long as it stays short enough to point."""
    span = mention.span
    if not isinstance(mention.value, Quantity | Moment):
        return span
    for index in (governed.head, governed.action):
        if index is None:
            continue
        token = sentence.tokens[index]
        wider = Span(min(span.start, token.start), max(span.end, token.end))
        if wider.length <= EVIDENCE_LENGTH // 2 + 8:
            span = wider
    return span


def _evidence(sentence: _Sentence, span: Span, place: Span) -> Evidence:
    """`span` counts in the statement, `place` in the field."""
    statement, page = sentence.statement, sentence.page
    spoken = min(
        (a for a in sentence.spoken if a.content.overlaps(place)), key=lambda a: a.content.length, default=None
    )
    where = span.shifted(statement.span.start)
    return Evidence(
        article=page.article.id,
        statement=statement.id,
        field=statement.field,
        span=where,
        quote=page.article.quote(statement.field, where),
        attributed_to=spoken.speaker if spoken else None,
        certainty=certainty_at(statement.text, span, spoken.verb if spoken else None),
        as_of=page.as_of,
    )


def _names_of(sentence: _Sentence, span: Span) -> frozenset[str]:
    return frozenset(
        fold(m.value.words[-1])
        for m in sentence.names
        if isinstance(m.value, Name) and m.value.words and not m.span.overlaps(span)
    )


def _context(sentence: _Sentence, first: int, last: int) -> tuple[str, ...]:
    """The groups of the content words around the value, nearest first; other values and reporting verbs are left out."""
    near = sorted((max(first - i, i - last), i, word) for i, word in sentence.content if not first <= i <= last)
    return tuple(dict.fromkeys(word for _, _, word in near))[:CONTEXT_LENGTH]


def _is_content(token: Token) -> bool:
    if token.tag not in CONTENT_TAGS:
        return False
    word = fold(token.lemma)
    return word not in STOP_WORDS and word not in REPORTING


def _quotations(sentence: _Sentence) -> tuple[Quotation, ...]:
    statement = sentence.statement
    found: list[Quotation] = []
    for span in sentence.page.quoted.get(statement.id, ()):
        inside = Span(max(span.start, statement.span.start), min(span.end, statement.span.end))
        spoken = _innermost(sentence.spoken, inside)
        found.append(Quotation(span=inside, speaker=spoken.speaker if spoken else None))
    return tuple(q for q in found if len(q.span.of(sentence.page.article.text).split()) >= SHORTEST_QUOTE)


def _quote_fact(sentence: _Sentence, quotation: Quotation) -> Fact:
    text = sentence.page.article.text
    words = quotation.span.of(text)
    evidence = _evidence(sentence, quotation.span.shifted(-sentence.statement.span.start), quotation.span)
    return Fact(
        kind=Kind.QUOTE,
        value=Phrase(key=" ".join(fold(w) for w in words.split())),
        display=words,
        evidence=replace(evidence, certainty=Certainty.STATED),
        place=quotation.span,
        aspect=Aspect.DONE,
    )


def _speaker_fact(sentence: _Sentence, quotation: Quotation) -> Fact | None:
    """Who is said to have spoken the words of a quotation, with evidence at the source and its verb."""
    spoken = _innermost(sentence.spoken, quotation.span)
    if spoken is None or spoken.source is None or spoken.speaker is None:
        return None
    text, base = sentence.page.article.text, sentence.statement.span
    span = spoken.source
    if spoken.cue is not None:
        wider = Span(min(span.start, spoken.cue.start), max(span.end, spoken.cue.end))
        span = wider if wider.length <= EVIDENCE_LENGTH and not wider.overlaps(quotation.span) else span
    if not base.contains(span):
        return None
    evidence = _evidence(sentence, span.shifted(-base.start), span)
    return Fact(
        kind=Kind.ATTRIBUTION,
        value=Phrase(key=" ".join(fold(w) for w in quotation.span.of(text).split())),
        display=spoken.speaker,
        evidence=replace(evidence, attributed_to=spoken.speaker, certainty=Certainty.STATED),
        place=quotation.span,
        aspect=Aspect.DONE,
    )


def _innermost(spoken: Iterable[Attribution], place: Span) -> Attribution | None:
    """The shortest content that a place stands in."""
    return min((a for a in spoken if a.content.overlaps(place)), key=lambda a: a.content.length, default=None)
