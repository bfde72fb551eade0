"""What a finding says to an editor: the facts of a slot in, `about` and `explanation` in the articles' own words out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.findings import Relation
from summarizer.domain.text import Certainty, Span

ABOUT_LENGTH = 70
BREAKS = '.;:!?,—–()"“”'
QUESTIONS = {
    Kind.NUMBER: "how many",
    Kind.MONEY: "how much",
    Kind.DATE: "when",
    Kind.TIME: "when",
    Kind.DURATION: "how long",
    Kind.AGE: "age",
    Kind.PERCENT: "share",
    Kind.MEASURE: "how much",
    Kind.QUOTE: "words of",
    Kind.ATTRIBUTION: "who said",
    Kind.NAME: "name",
    Kind.PLACE: "place",
}
OPENINGS = {
    Relation.CONFLICT: "Sources disagree on the {noun}",
    Relation.UPDATE: "The {noun} moved on",
    Relation.AGREE: "Sources agree on the {noun}",
    Relation.REFINE: "Sources give the {noun} more or less exactly",
}
NOUNS = {
    Kind.NUMBER: "number",
    Kind.MONEY: "amount",
    Kind.QUOTE: "wording of a quotation",
    Kind.ATTRIBUTION: "speaker",
    Kind.NAME: "name",
    Kind.PERCENT: "share",
    Kind.MEASURE: "measurement",
    Kind.AGE: "age",
}


def about(kind: Kind, facts: Sequence[Fact], statements: Mapping[str, tuple[int, str]]) -> str:
    """A short noun phrase cut from the statement that says most plainly what the value is of.

    `statements` maps an id to the statement's start in its field and its text.
    """
    if kind in (Kind.QUOTE, Kind.ATTRIBUTION):
        return f"{QUESTIONS[kind]} “{_shortened(min((f.display for f in facts), key=lambda d: (len(d), d)))}”"
    if kind in (Kind.NAME, Kind.PLACE):
        return f"{QUESTIONS[kind]} {_shortened(min(f.display for f in facts))}"
    phrases = sorted(
        (_surroundings(kind, f, *statements[f.evidence.statement]) for f in facts),
        key=lambda p: (-min(len(p.split()), 6), len(p), p),
    )
    return f"{QUESTIONS.get(kind, kind.value)} {phrases[0]}".strip()


def explanation(kind: Kind, relation: Relation, sides: Sequence[Sequence[Fact]], sources: Mapping[str, str]) -> str:
    """One sentence: what kind of difference, then each value with the outlets that give it and whom they cite."""
    values = "; ".join(f"{side[0].display} ({_givers(side, sources)})" for side in sides)
    return f"{OPENINGS[relation].format(noun=NOUNS.get(kind, kind.value))}: {values}."


def _givers(side: Sequence[Fact], sources: Mapping[str, str]) -> str:
    outlets = list(dict.fromkeys(sources[f.evidence.article] for f in side))
    speakers = list(dict.fromkeys(f.evidence.attributed_to for f in side if f.evidence.attributed_to))
    sure = {f.evidence.certainty for f in side} - {Certainty.STATED}
    named = ", ".join(outlets[:4]) + (f" and {len(outlets) - 4} more" if len(outlets) > 4 else "")
    cited = f", citing {speakers[0]}" if speakers else ""
    return named + cited + (f", {sure.pop()}" if len(sure) == 1 else "")


def _surroundings(kind: Kind, fact: Fact, start: int, text: str) -> str:
    """The words after a counted value, or before a dated one, up to the nearest break."""
    place = Span(fact.place.start - start, fact.place.end - start)
    after, before = _until_break(text[place.end :]), _since_break(text[: place.start])
    if kind in (Kind.DATE, Kind.TIME, Kind.PERCENT):
        return before or after
    return after if len(after.split()) > 1 else f"{before} {after}".strip()


def _until_break(text: str) -> str:
    at = next((i for i, c in enumerate(text) if c in BREAKS and not text[i : i + 2].rstrip().isalnum()), len(text))
    return _shortened(text[:at].strip(" -"))


def _since_break(text: str) -> str:
    at = max(text.rfind(c) for c in BREAKS) + 1
    words = text[at:].split()
    while words and len(" ".join(words)) > ABOUT_LENGTH:
        words.pop(0)
    return " ".join(words)


def _shortened(text: str) -> str:
    if len(text) <= ABOUT_LENGTH:
        return text
    return text[:ABOUT_LENGTH].rsplit(" ", 1)[0] + "…"
