"""What a page says in words: relations, hints, questions and days as the report has them in, words for a reader out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Finding, Relation

SIGNS = {Relation.CONFLICT: "≠", Relation.UPDATE: "→", Relation.AGREE: "=", Relation.REFINE: "≈"}
MEANINGS = {
    Relation.CONFLICT: "The reports cannot all be right.",
    Relation.UPDATE: "The value moved on: later reports give another.",
    Relation.AGREE: "The reports agree.",
    Relation.REFINE: "The reports fit each other; one is more exact.",
}
SPELLINGS = "Both spellings may be in use."
WORDINGS = "The same words are quoted in different ways."
HINTS = {
    "digits_swapped": "Two digits may have changed places.",
    "factor_of_ten": "One figure is the other with a nought more or less.",
    "day_month_swapped": "Day and month, or the digits of a year, may have changed places.",
    "unit_mixed_up": "The figures fit if one was given in another unit.",
    "falling_count": "A count that should only rise has fallen.",
    "spelling": "The same name, spelled in two ways.",
    "same_article": "One article contradicts itself.",
}
_ASKING = ("how many", "how much", "how long", "how old", "when", "where", "who", "what", "which", "whether")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def hint_sentences(hints: Sequence[str]) -> tuple[str, ...]:
    """What each hint says to an editor; one that has no sentence yet is shown as it is called.

    >>> hint_sentences(["spelling", "new_rule"])
    ('The same name, spelled in two ways.', 'new rule')
    """
    return tuple(HINTS.get(h, h.replace("_", " ")) for h in hints)


def meaning(finding: Finding) -> str:
    """What it comes to, in a sentence: two spellings or wordings may both be meant well, two days cannot both be right."""
    if finding.relation is Relation.CONFLICT and "spelling" in finding.hints:
        return SPELLINGS
    if finding.relation is Relation.CONFLICT and finding.kind is Kind.QUOTE:
        return WORDINGS
    return MEANINGS[finding.relation]


def question(about: str) -> str:
    """What a finding is about, as a heading: with a question mark where it asks.

    >>> question("when the bridge opens"), question("name Ann Price")
    ('When the bridge opens?', 'Name Ann Price')
    """
    heading = about[:1].upper() + about[1:]
    asks = about.startswith(_ASKING) and about[-1:] not in "?…"
    return heading + "?" if asks else heading


def day(iso: str) -> str:
    """An ISO day, or day and time, for reading; what is neither stays as it is. Midnight is what a day without a time became.

    >>> day("2024-10-23"), day("2024-10-23T16:20:00+00:00"), day("spring")
    ('23 Oct 2024', '23 Oct 2024, 16:20 UTC', 'spring')
    >>> day("2024-10-23T16:20:00+02:00"), day("2024-10-23T00:00:00+00:00")
    ('23 Oct 2024, 16:20 +02:00', '23 Oct 2024')
    """
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    shown = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if not (moment.hour or moment.minute):
        return shown
    zone = moment.isoformat(timespec="minutes")[16:]
    return f"{shown}, {moment:%H:%M} {'UTC' if zone == '+00:00' else zone}".rstrip()


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> counted(1, "outlet"), counted(3, "copy", "copies")
    ('1 outlet', '3 copies')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
