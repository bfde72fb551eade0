"""Who is spoken of in the reports of one event, and which part each takes: read articles in, the last words of names out.

A judge, a sheriff and whoever was killed have no case against them; a generation ("Jr.") is no name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from summarizer.domain.facts import Name
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.language.name_words import is_generation
from summarizer.language.people import person_key
from summarizer.language.stage_people import People

OFTEN = 2  # a name of one word that is said once may be anything
READ_AT_MOST = 2_000  # characters of a statement
REACH = 90  # characters behind a name in which its death is told
YEAR = re.compile(r"(?<!since )\b(?:19|20)\d\d\b")
_OFFICE = re.compile(
    r"\b(?:judge|justice|magistrate|prosecutor|attorney|attorneys|coroner|mayor|sheriff|spokes(?:man|woman|person)|chief|commissioner|reporter|writer"
    r"|detective|det|inspector|superintendent|councilman|councilwoman|senator|governor|gov|president|examiner)\b",
    re.IGNORECASE,
)
# "Ada Marsh, 17, was shot and killed", "Marsh died at the hospital"
_KILLED = re.compile(
    r"(?:\s+(?:jr|sr|ii|iii)\.?)?(?:\s*,[^,.;]{1,40},)?\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:(?:shot|stabbed|beaten|struck)\s+(?:and|to)\s+)?(?:killed|murdered|slain|death|pronounced dead)|died|succumbed)\b",
    re.IGNORECASE,
)
# "the victim, Ada Marsh", "the death of Ada Marsh"
_VICTIM = re.compile(
    r"\b(?:victims?(?: (?:was|were|has been|have been|is|are))?(?: (?:as|identified as))?|(?:death|killing|murder|slaying) of|killed|murdered|killing|murdering)\s*[,:]?\s*"
    r"(?:(?:[\w-]+-old|\d+|the|his|her|their|fellow|wife|husband|girlfriend|boyfriend|son|daughter|mother|father|brother|sister|officer|deputy|student|teacher),?\s+){0,3}\Z",
    re.IGNORECASE,
)
_DEATH_OF = re.compile(
    r"(?:['’]s?)\s+(?:death|killing|slaying|body|funeral|murder(?!\s+(?:trial|charge|case|count|indictment|conviction)))\b",
    re.IGNORECASE,
)


def people_of(articles: Sequence[ReadArticle]) -> People:
    """The last words of the full names of people, and the words that are names by themselves again and again."""
    names = list(_names(articles))
    full = {person_key(name)[-1] for name in names if len(name.words) > 1 and name.sort == "person"}
    alone = Counter(person_key(name)[-1] for name in names if len(name.words) == 1)
    return frozenset(full | {word for word, count in alone.items() if count >= OFTEN}) - _officials(names)


def victims_of(articles: Sequence[ReadArticle]) -> People:
    """The last words of the names of those who were killed, where nobody else is called so."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    for name in _names(articles):
        key = person_key(name)
        if len(key) > 1:
            full[key[-1]].add(key[0])
    found = {
        person_key(name)[-1]
        for read in (read for article in articles for read in article.statements)
        for name, start, end in _named(read)
        if _is_victim(read.statement.text[:READ_AT_MOST], start, end)
    }
    return frozenset(word for word in found if len(full[word]) < 2)


def is_old(read: ReadStatement, since: int) -> bool:
    """Whether all that a statement dates lies before the year of the first report."""
    years = [int(year) for year in YEAR.findall(read.statement.text)]
    return bool(years) and max(years) < since


def _names(articles: Sequence[ReadArticle]) -> Iterator[Name]:
    for read in (read for article in articles for read in article.statements):
        for name, _, _ in _named(read):
            yield name


def _named(read: ReadStatement) -> Iterator[tuple[Name, int, int]]:
    """The names of people in a statement with where they stand in its text."""
    for fact in read.facts:
        name = fact.value
        if isinstance(name, Name) and name.sort in ("", "person") and not all(map(is_generation, name.words)):
            start = read.statement.span.start
            yield name, fact.place.start - start, fact.place.end - start


def _officials(names: Sequence[Name]) -> People:
    """Those whose full name stands with an office at least every other time."""
    held: defaultdict[str, list[bool]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1 or name.title or name.role:
            held[person_key(name)[-1]].append(bool(_OFFICE.search(f"{name.title} {name.role}")))
    return frozenset(word for word, offices in held.items() if 2 * sum(offices) >= len(offices) and any(offices))


def _is_victim(text: str, start: int, end: int) -> bool:
    return bool(
        _KILLED.match(text, end) or _DEATH_OF.match(text, end) or _VICTIM.search(text[max(0, start - REACH) : start])
    )
