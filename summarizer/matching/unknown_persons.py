"""Whose name a report does not know and another tells: statements in; who is asked for, and the names that answer, out.

Who is asked for (the suspect, the dead, an officer; one or several; of which sex and age) must be what the person who answers
is said to be in the answer's own clause. Who speaks answers for nobody, and who is named where the question stands is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Name, Quantity
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Span
from summarizer.language.parts_played import (
    DEAD,
    DRIVER,
    OFFICER,
    SOMEBODY,
    SPEAKER,
    SUSPECT,
    VICTIM,
    WOUNDED,
    parts_of,
    roles_in,
)
from summarizer.language.words import fold

ASKED_BEFORE, ASKED_AFTER = 160, 60  # characters around the words of an open question that say who is asked for
NEAR_NAME = 90  # characters around a name "identified" that say whose part it plays
BESIDE = 24  # characters between a name and its age: "Velder, 36", "36-year-old Ana Velder"
_NOUN = r"(?: (?:man|woman|boy|girl|male|female|teen|teenager|suspect|gunman|student|mother|father|son|daughter))?"
COUNTIES = frozenset({"cty", "county", "co.", "co"})

# The parts that answer for a role.
ANSWERING: Mapping[str, frozenset[str]] = {
    VICTIM: frozenset({DEAD, WOUNDED, VICTIM}),
    DEAD: frozenset({DEAD, VICTIM}),
    WOUNDED: frozenset({WOUNDED, VICTIM}),
    SUSPECT: frozenset({SUSPECT}),
    OFFICER: frozenset({OFFICER}),
    DRIVER: frozenset({DRIVER}),
    "": frozenset({SOMEBODY, DEAD}),
}
_ACCUSED = re.compile(
    r"\b(?:charged|arrested|accused|wanted|suspected|opened fire|pulled over|identified as the|booked|arraigned|indicted|in custody|turned (?:him|her)self in|looking for"
    r"|suspect|gunman|shooter|attacker|assailant|perpetrator|killer|offender|arsonist|robber)\b",
    re.IGNORECASE,
)
_SLAIN = re.compile(
    r"\b(?:died|killed|dead|victims?|slain|deceased|fatally|gunshot|shot (?:in|on|at|near|to|by|while|multiple)|found shot|body|bodies|mourn\w*)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[.;,]|\bwho (?!was\b|were\b|had been\b|died\b)|\b(?:which|that|because|pending|until|but|while|after|when|as|since|said|saying)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:identities|names|victims|suspects|gunmen|attackers|shooters|men|women|people|bodies|dead|deceased|they|their|both|two|three|four|five|youths|teens|children|officers|drivers)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(r"\b(?:identified|named)\b", re.IGNORECASE)
_OF_PREVIOUS = re.compile(r"(?:His|Her) (?:name|identity|age)\b")
_ANOTHER = re.compile(r"\b(?:second|third|fourth|fifth|sixth|another|other|accomplice)\b", re.IGNORECASE)
_MINOR = re.compile(r"\b(?:boys?|girls?|child|children|toddler|baby|infant|teens?|teenagers?|kids?)\b", re.IGNORECASE)
ADULT = 20  # years: nobody calls somebody so old a boy or a teen
_UNNAMED = re.compile(r"\b(?:unknown|seeking|looking for|searching for|hunting)\b", re.IGNORECASE)
_FEMALE = re.compile(
    r"\b(?:wom[ae]n|girls?|female|wife|mother|daughter|sister|girlfriend|fianc[eé]e|grandmother|aunt|niece|she|her|herself)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:m[ae]n|boys?|male|husband|father|sons?|brother|boyfriend|grandfather|uncle|nephew|gunman|he|his|him|himself)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is asked for: the part played ("" where it is not told), whether several are, the sex and age where told."""

    role: str
    plural: bool = False
    another: bool = False  # one beside those who are known
    female: bool | None = None
    age: int | None = None
    minor: bool = False


def wanted(read: ReadStatement, previous: ReadStatement | None, cue: Span) -> tuple[Wanted, ...]:
    """Whom the words at `cue` (a place in the statement) leave unnamed: by their own noun, else by what stands before them."""
    text = read.statement.text
    noun = text[cue.start : cue.end] + _CUT.split(text[cue.end : cue.end + ASKED_AFTER])[0]
    before = text[max(0, cue.start - ASKED_BEFORE) : cue.start]
    roles = roles_in(noun) or _played(text, cue) or _last(before)
    if not roles and _UNNAMED.search(noun):
        roles = (SUSPECT,)
    if not roles and previous is not None and previous.statement.field == read.statement.field:
        roles = _last(previous.statement.text[-ASKED_BEFORE:])
    near = before[-40:] + noun
    if not roles_in(noun) and _ANOTHER.search(noun):
        return ()  # "the other four people": beside whom, and in what, nobody can tell
    roles = roles or ("",)
    return tuple(
        Wanted(
            role=role,
            plural=bool(_SEVERAL.search(near)),
            another=bool(_ANOTHER.search(near)),
            female=sex_of(noun),
            age=_only_age(previous if previous is not None and _OF_PREVIOUS.match(text) else read),
            minor=bool(_MINOR.search(noun)),
        )
        for role in roles
    )


def _played(text: str, cue: Span) -> tuple[str, ...]:
    parts = parts_of(text, (cue,))[cue] - {SPEAKER, SOMEBODY}
    if DEAD in parts or VICTIM in parts:
        parts -= {VICTIM} if DEAD in parts else frozenset()
    return tuple(sorted(parts)) if len(parts) == 1 else ()


def _last(text: str) -> tuple[str, ...]:
    """The role that is told last before the words of the question."""
    pieces = re.split(r"[.;]\s", text)
    for piece in reversed(pieces):
        found = tuple(role for role in roles_in(piece) if role != OFFICER)  # "deputies would not confirm the names"
        if found:
            return found[-1:]
    return ()


def sex_of(words: str) -> bool | None:
    """True for words of women only, False for words of men only, None for neither or both."""
    female, male = bool(_FEMALE.search(words)), bool(_MALE.search(words))
    return female if female != male else None


def _only_age(read: ReadStatement) -> int | None:
    """The one age that a statement gives."""
    ages = {
        int(f.value.number)
        for f in read.facts
        if is_age(f) and isinstance(f.value, Quantity) and f.value.number is not None
    }
    return ages.pop() if len(ages) == 1 else None


def is_age(fact: Fact) -> bool:
    """Whether a fact is somebody's age in years."""
    value = fact.value
    return fact.kind is Kind.AGE and isinstance(value, Quantity) and value.unit == "year" and value.number is not None


def age_beside(read: ReadStatement, name: Fact) -> int | None:
    """The age that stands beside a name and is its own: behind it and a comma, or before it as "36-year-old"."""
    for fact in filter(is_age, read.facts):
        assert isinstance(fact.value, Quantity)
        assert fact.value.number is not None
        if is_beside(read, name, fact):
            return int(fact.value.number)
    return None


def is_beside(read: ReadStatement, name: Fact, age: Fact) -> bool:
    """Whether an age is that of a name: "Velder, 36", "36-year-old Ana Velder", "Velder (36)", not "Velder and 36-year-old"."""
    text, base = read.statement.text, read.statement.span.start
    if age.place.start >= name.place.end:
        gap = text[name.place.end - base : age.place.start - base]
        rest = text[age.place.start - base : age.place.end - base + 12]
        attributive = bool(re.match(r"\w+[- ](?:year|month|week)s?[- ]old\s+[A-Z][a-z]", rest))
        return (
            len(gap) <= BESIDE
            and bool(re.fullmatch(r",? ?(?:is |was |who was |aged? |an? |the |[-–(])?\s?", gap))
            and not attributive
        )
    gap = text[age.place.end - base : name.place.start - base]
    return len(gap) <= BESIDE and bool(
        re.fullmatch(rf"(?:[- ]?(?:years?|months?)?[- ]?olds?)?{_NOUN},? ?(?:named |is |was )?", gap)
    )


def naming(read: ReadStatement, who: Wanted, speakers: set[str]) -> Iterator[Fact]:
    """The names of a statement that answer for whom is asked for."""
    facts = [f for f in read.facts if is_full_name(f) or (_may_be_name(f) and age_beside(read, f) is not None)]
    base = read.statement.span.start
    places = {f: f.place.shifted(-base) for f in read.facts if _may_be_name(f)}
    parts = parts_of(read.statement.text, tuple(places.values()))
    for fact in facts:
        if who.role != SUSPECT and fact.display in speakers:
            continue
        if _plays(read, fact, parts[places[fact]], who):
            age = age_beside(read, fact)
            if age is None or _is_of_age(age, who):
                yield fact


def _is_of_age(age: int, who: Wanted) -> bool:
    if who.minor and age >= ADULT:
        return False
    return who.age is None or who.plural or abs(age - who.age) <= 1


def _may_be_name(fact: Fact) -> bool:
    """Whether a fact may be a member of a list of people's names."""
    value = fact.value
    return isinstance(value, Name) and fact.kind is Kind.NAME and value.sort in ("person", "") and len(value.words) > 1


def is_full_name(fact: Fact) -> bool:
    """Whether a fact is a person's name of two words or more."""
    value = fact.value
    return (
        isinstance(value, Name)
        and fact.kind is Kind.NAME
        and value.sort == "person"
        and len(value.words) > 1
        and fold(value.words[-1]) not in COUNTIES
    )


def _is_ranked(fact: Fact) -> bool:
    return isinstance(fact.value, Name) and bool(fact.value.title)


def _plays(read: ReadStatement, name: Fact, parts: frozenset[str], who: Wanted) -> bool:
    """Whether the clause of a name gives the person the part that is asked for."""
    place = name.place.shifted(-read.statement.span.start)
    text = read.statement.text
    if who.female is not None and not who.plural and sex_before(text, place) == (not who.female):
        return False
    if who.role != SUSPECT and SUSPECT in parts and (DEAD not in parts or who.role in (VICTIM, WOUNDED)):
        return False
    before = text[max(0, place.start - NEAR_NAME) : place.start]
    if who.role == OFFICER:
        told = bool(parts & {DEAD, WOUNDED, VICTIM, SOMEBODY})
        return OFFICER in parts or bool(
            told and (_is_ranked(name) or (_NAMING.search(before) and OFFICER in roles_in(before)))
        )
    if _is_ranked(name):
        return False
    if who.role and parts & ANSWERING.get(who.role, frozenset()):
        return True
    if parts != frozenset({SOMEBODY}):
        return False
    if not who.role:  # told of nobody but by their sex
        return who.female is not None and sex_before(text, place) == who.female
    around = before + text[place.start : place.end + NEAR_NAME]
    accused, slain = bool(_ACCUSED.search(around)), bool(_SLAIN.search(around))
    return accused if who.role == SUSPECT else slain and not accused and who.role in (DEAD, VICTIM)


def sex_before(text: str, place: Span) -> bool | None:
    """The sex that the words right before a name tell: "the woman as Ana Velder", "his wife, Ana Velder"."""
    near = re.split(r"[.;]|\band\b", text[max(0, place.start - 45) : place.start])[-1]
    return sex_of(re.sub(r"\b(?:his|her|their|he|she|him)\b", "", near.lower()))


def is_known(article: ReadArticle, who: Wanted, speakers: set[str], cue: Fact) -> bool:
    """Whether an article that leaves one person unnamed names one who plays that part, or says whose name others give."""
    if who.plural or who.another:
        return False
    near = next((i for i, s in enumerate(article.statements) if s.statement.id == cue.evidence.statement), 0)
    if any(_is_said_to_be(read) for read in article.statements[near : near + 2]):
        return True
    return bool(who.role) and any(True for read in article.statements for _ in naming(read, who, speakers))


def _is_said_to_be(read: ReadStatement) -> bool:
    """ "family members said it was Ana Velder"."""
    base = read.statement.span.start
    places = tuple(f.place.shifted(-base) for f in read.facts if is_full_name(f))
    return any(parts == frozenset({SOMEBODY}) for parts in parts_of(read.statement.text, places).values())


def aging(read: ReadStatement, who: Wanted) -> Iterator[Fact]:
    """The ages of a statement that are of whom is asked for, by the part of the name or the words that they stand at."""
    base = read.statement.span.start
    names = [f for f in read.facts if is_full_name(f)]
    ages = [f for f in read.facts if is_age(f)]
    places = tuple(f.place.shifted(-base) for f in (*names, *ages))
    parts = parts_of(read.statement.text, places) if ages else {}
    for age in ages:
        owner = next((n for n in names if is_beside(read, n, age)), age)
        played = parts[owner.place.shifted(-base)] | parts[age.place.shifted(-base)]
        if played & ANSWERING.get(who.role, frozenset()) and not (who.role != SUSPECT and SUSPECT in played):
            yield age
