"""What the reports say in the same words: read articles and who copies whom in, slots of one phrase each out.

Most of what sources agree on is no figure: the charge, the way, the reason. Where two origins put it in the same content
words, one after the other, they agree on it. Three words in a row are seldom shared by chance; two count when they are
mostly found together (a collocation: "total loss", not "local police").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import Origin, ReadArticle, ReadStatement
from summarizer.domain.text import Evidence, Span
from summarizer.language.meaning import concept
from summarizer.language.words import REPORTING, STOP_WORDS

LONGEST = 80  # characters
TELLING = frozenset({"VERB", "NOUN", "ADJ"})  # names and figures alone are told elsewhere
LOOSE = frozenset({"DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "PUNCT", "SYM"})
NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "neither", "nor", "without", "none", "deny"})
BREAKS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", "--"})
BREAK = ""  # stands for them among the keys: no phrase goes past one
NEGATED_REACH = 4  # words behind a negator
# Share of the statements with either word that hold both. Of the agreements listed for the real open bundles .36 are found
# without phrases, .46 with three words, .50 with pairs from .6 up and .52 from .3 up, at half as many phrases (2026-11-24).
TOGETHER = 0.6
FIT = 0.6
MOST = 24  # slots of a merge: what most origins share, then the longest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A statement as its content words: keys (marked where negated), spans in the statement, and which of them tell something."""

    read: ReadStatement
    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    telling: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Words [first, last] of a line."""

    line: int
    first: int
    last: int


def shared_phrase_slots(articles: Sequence[ReadArticle], origins: Sequence[Origin]) -> tuple[Slot, ...]:
    """Slots of kind manner whose head is the phrase itself, at most MOST, those that most origins share first."""
    home = {a: o.id for o in origins for a in o.articles}
    read = {a.article.id: a for a in articles}
    lines = [_line(s) for a in articles for s in a.statements]
    places = _places(lines)
    covered: set[tuple[int, int]] = set()
    found: list[tuple[int, int, str, tuple[Fact, ...]]] = []
    for gram in sorted(places, key=lambda g: (-_origins(places[g], lines, home), -len(g), g)):
        fresh = [r for r in places[gram] if not _is_covered(r, covered)]
        if _origins(fresh, lines, home) < 2:
            continue
        runs = _extended(_first_of_each(fresh, lines), lines)
        covered.update((r.line, at) for r in runs for at in range(r.first, r.last + 1))
        facts = tuple(sorted((_fact(read[_article(lines, r)], lines[r.line], r) for r in runs), key=_place))
        found.append((_origins(runs, lines, home), runs[0].last - runs[0].first, facts[0].display, facts))
    found.sort(key=lambda f: (-f[0], -f[1], f[2]))
    return tuple(Slot(kind=Kind.MANNER, facts=facts, fit=FIT) for *_, facts in found[:MOST])


def _line(read: ReadStatement) -> _Line:
    words: list[tuple[str, tuple[int, int], bool]] = []
    negated = 0
    for token in read.tokens:
        negated = NEGATED_REACH if token.lemma in NEGATORS else negated - 1 if token.tag != "PUNCT" else 0
        if token.text in BREAKS or token.lemma in REPORTING:
            words.append((BREAK, (token.start, token.end), False))
        if token.tag in LOOSE or token.text.lower() in STOP_WORDS or not token.text[0].isalnum():
            continue
        key = ("not " if negated > 0 else "") + concept(token.lemma)
        words.append((key, (token.start, token.end), token.tag in TELLING and token.text[0].islower()))
    return _Line(
        read=read,
        keys=tuple(w[0] for w in words),
        spans=tuple(w[1] for w in words),
        telling=tuple(w[2] for w in words),
    )


def _places(lines: Sequence[_Line]) -> dict[tuple[str, ...], list[_Run]]:
    """Where each run of two and of three words stands that may be more than chance."""
    held = Counter(key for line in lines for key in frozenset(line.keys))
    found: defaultdict[tuple[str, ...], list[_Run]] = defaultdict(list)
    for number, line in enumerate(lines):
        for size in (2, 3):
            for first in range(len(line.keys) - size + 1):
                gram = line.keys[first : first + size]
                if BREAK not in gram and any(line.telling[first : first + size]):
                    found[gram].append(_Run(line=number, first=first, last=first + size - 1))
    return {
        gram: runs
        for gram, runs in found.items()
        if len(runs) > 1 and (len(gram) > 2 or _together(runs) >= TOGETHER * max(held[w] for w in gram))
    }


def _article(lines: Sequence[_Line], run: _Run) -> str:
    return lines[run.line].read.statement.article


def _place(fact: Fact) -> tuple[str, Span]:
    return fact.evidence.article, fact.place


def _together(runs: Sequence[_Run]) -> int:
    return len({r.line for r in runs})


def _origins(runs: Sequence[_Run], lines: Sequence[_Line], home: dict[str, str]) -> int:
    return len({home[lines[r.line].read.statement.article] for r in runs})


def _is_covered(run: _Run, covered: set[tuple[int, int]]) -> bool:
    return any((run.line, at) in covered for at in range(run.first, run.last + 1))


def _first_of_each(runs: Sequence[_Run], lines: Sequence[_Line]) -> list[_Run]:
    """One run an article, the first of the body before that of the title."""
    chosen: dict[str, _Run] = {}
    for run in runs:
        own = lines[run.line].read.statement
        kept = chosen.get(own.article)
        if kept is None or (lines[kept.line].read.statement.field == "title" and own.field == "text"):
            chosen[own.article] = run
    return list(chosen.values())


def _extended(runs: list[_Run], lines: Sequence[_Line]) -> list[_Run]:
    """The runs with the words on both sides that all of them share, as far as LONGEST allows."""
    grown = True
    while grown:
        grown = False
        for before, after in ((0, 1), (1, 0)):
            wider = [_Run(line=r.line, first=r.first - before, last=r.last + after) for r in runs]
            edges = {_edge(r, lines, before) for r in wider if _fits(r, lines)}
            if len(edges) == 1 and BREAK not in edges and all(_fits(r, lines) for r in wider):
                runs, grown = wider, True
    return runs


def _fits(run: _Run, lines: Sequence[_Line]) -> bool:
    spans = lines[run.line].spans
    return run.first >= 0 and run.last < len(spans) and spans[run.last][1] - spans[run.first][0] <= LONGEST


def _edge(run: _Run, lines: Sequence[_Line], before: int) -> str:
    return lines[run.line].keys[run.first if before else run.last]


def _fact(article: ReadArticle, line: _Line, run: _Run) -> Fact:
    own = line.read.statement
    place = Span(own.span.start + line.spans[run.first][0], own.span.start + line.spans[run.last][1])
    quote = article.article.quote(own.field, place)
    return Fact(
        kind=Kind.MANNER,
        value=Phrase(key=" ".join(line.keys[run.first : run.last + 1])),
        display=quote,
        evidence=Evidence(
            article=own.article,
            statement=own.id,
            field=own.field,
            span=place,
            quote=quote,
            attributed_to=own.speaker,
            certainty=own.certainty,
        ),
        place=place,
        context=line.keys[run.first : run.last + 1],
    )
