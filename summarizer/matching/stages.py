"""How far the case against somebody has come: read articles in, slots of its stages out, one a person.

Stages follow one another in one order (sought, questioned, held, charged, tried, sentenced), so that reports whose latest
stages lie apart tell an update, whenever each was published. A person is known by name through the bundle; "the suspect",
"a man" and the case as a whole are of the one whom most is told of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Aspect, Evidence, Span
from summarizer.language.people import person_key
from summarizer.language.stage_guards import is_elsewhere, is_one_of_a_row
from summarizer.language.stage_people import ANYBODY, SUSPECTS, People, Topics, Who, antecedent, appositions
from summarizer.language.stages import StageMention, read_stages
from summarizer.language.words import fold
from summarizer.matching.parties import is_old, people_of, victims_of

FIT = 0.8
APART = 1.0  # ranks between two stages that are news of each other; what comes together as a rule lies closer
STAGE = "stage:"  # marks a fact that tells one; no word of a text is like it
EVIDENCE_LENGTH = 80
WHOLE = "*"  # the case as a whole, and the one who did it
OF_ANYTHING = frozenset({"released", "uncharged"})  # a customer may be charged, a hostage released
LEAD = 4  # statements, the title among them, in which a lead names whom it spoke of
NEAR = 20  # characters around words that say of when they are
_NOW = re.compile(r"\b(?:still|(?:has|have|had) (?:not )?(?:yet|been|made)|yet to|as of|so far)\b", re.IGNORECASE)
KNOWN = 2.4  # from this rank on somebody is held
_NARRATED = re.compile(r"\s+(?:were|was|had)\b")  # "no arrests were made": of then, not of now
_CHARGE = re.compile(r"\b(?:charg(?:e|es|ed|ing)|counts?|indict\w*|accus\w+|arraign\w*|warrants?)\b", re.IGNORECASE)
HELD, UNCHARGED, CHARGED = "held", "uncharged", "charged"
ANY = "?"  # a man, a woman
ASIDE = frozenset(
    {"questioned", "uncharged", "released", "dropped"}
)  # what may be told beside the way that a case went


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One stage with the article and statement that tell it and whom it is of."""

    article: ReadArticle
    read: ReadStatement
    mention: StageMention
    who: Who | None

    @property
    def rank(self) -> float:
        return self.mention.stage.rank


def stage_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of one case's stages, where the latest of two articles lie apart."""
    people, victims = people_of(articles), victims_of(articles)
    since = min((a.article.published_at.year for a in articles if a.article.published_at), default=0)
    told = [t for a in articles for t in _current(_told(a, people, since)) if not _is_of_victim(t, victims)]
    if not told:
        return ()
    found: list[Slot] = []
    for key, members in _cases(told, _links(articles, told, people)).items():
        names = {t.mention.stage.name for t in members}
        if _moved(members) and names - OF_ANYTHING:
            facts = tuple(_fact(t, _whose(key, articles)) for t in sorted(_telling(members), key=_place))
            found.append(Slot(kind=Kind.MANNER, facts=facts, fit=FIT))
    return tuple(found)


def is_stage(fact: Fact) -> bool:
    """Whether a fact tells a stage of a case."""
    return STAGE in fact.context


def _told(article: ReadArticle, people: People, since: int) -> Iterator[_Told]:
    topics = Topics()
    led_away = False  # another case was told of, whose people come next
    for read in article.statements:
        for mention in () if _is_link(read) else read_stages(read.statement.text, read.tokens, people):
            who = mention.who
            if who is not None and (who.another or (led_away and (who.indefinite or who.pronoun))):
                continue
            if who is not None and who.pronoun:
                who = antecedent(read.tokens, mention.span.start, who, people) or topics.of(who)
                if who is None:
                    continue
            if not is_old(read, since):
                yield _Told(article=article, read=read, mention=mention, who=who)
        topics.hear(read.tokens, people)
        led_away = is_elsewhere(read.statement.text) or is_one_of_a_row(read.statement.text)


def _is_link(read: ReadStatement) -> bool:
    """Whether a line of the text is a row of headlines of other reports."""
    return read.statement.field != "title" and " | " in read.statement.text


def _current(told: Iterable[_Told]) -> list[_Told]:
    """What an article tells, without what lies behind a headline that says that the one is sought still."""
    found = list(told)
    titles = [t for t in found if t.read.statement.field == "title"]
    if not titles or max(t.rank for t in titles) >= KNOWN or not any(_is_open(t) for t in titles):
        return found
    return [t for t in found if t.rank < KNOWN]


def _is_of_victim(told: _Told, victims: People) -> bool:
    return told.who is not None and bool(told.who.names) and told.who.names <= victims


def _cases(told: Sequence[_Told], links: Mapping[str, str]) -> Mapping[str, list[_Told]]:
    """The stages of each person, under a surname or the noun for a role.

    What is told of "the suspect" and of the case as a whole goes to the one of whom most is told, "a man" to the one whom
    his article tells of.
    """
    cases: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        for key in _keys(one, links):
            cases[key].append(one)
    rest, anybody = cases.pop(WHOLE, []), cases.pop(ANY, [])
    if not cases:
        return {WHOLE: [*rest, *anybody]}
    main = min(cases, key=lambda k: (-len({t.article.article.id for t in cases[k]}), -len(cases[k]), k))
    home: defaultdict[str, set[str]] = defaultdict(set)
    for key, members in cases.items():
        for one in members:
            home[one.article.article.id].add(key)
    for one in anybody:
        there = home.get(one.article.article.id, {main})
        if len(there) == 1:
            cases[next(iter(there))].append(one)
        elif main in there and _is_in_lead(one):
            cases[main].append(one)
    cases[main] += rest
    return cases


def _is_in_lead(told: _Told) -> bool:
    """Whether a stage is told in the headline or right below it."""
    return any(read is told.read for read in told.article.statements[:2])


def _keys(told: _Told, links: Mapping[str, str]) -> list[str]:
    who = told.who
    if who is None or who.noun in SUSPECTS:
        return [WHOLE]
    if who.names:
        return sorted(who.names)
    return [links.get(who.noun) or (ANY if who.noun in ANYBODY else who.noun)]


def _links(articles: Sequence[ReadArticle], told: Sequence[_Told], people: People) -> Mapping[str, str]:
    """For the nouns of roles that are said of one name and no other that name: beside it, or in a lead that the name follows.

    "A grandmother was arraigned on Friday." and next "Ivy Marsh, 58, faces two charges." speak of one person.
    """
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for read in (read for article in articles for read in article.statements):
        for noun, name in appositions(read.tokens, people):
            beside[noun].add(name)
    by_article: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        by_article[one.article.article.id].append(one)
    for article in articles:
        lead = {read.statement.id: i for i, read in enumerate(article.statements[:LEAD])}
        inside = [t for t in by_article[article.article.id] if t.read.statement.id in lead and t.who is not None]
        named = next((t for t in inside if t.who and len(t.who.names) == 1), None)
        for one in inside if named else ():
            if one.who and named and named.who and not one.who.plural and _before(lead, one, named):
                beside[one.who.noun] |= named.who.names
    return {noun: names.pop() for noun, names in beside.items() if len(names) == 1}


def _before(lead: Mapping[str, int], one: _Told, other: _Told) -> bool:
    return lead[one.read.statement.id] < lead[other.read.statement.id]


def _latest(members: Sequence[_Told]) -> Mapping[str, _Told]:
    """For each article the furthest stage that it tells."""
    latest: dict[str, _Told] = {}
    for told in members:
        key = told.article.article.id
        if key not in latest or told.mention.stage.place > latest[key].mention.stage.place:
            latest[key] = told
    return latest


def _telling(members: Sequence[_Told]) -> list[_Told]:
    """What shows that a case moved on: the furthest stage of each article, what came after the one left behind, what is open still."""
    latest = _latest(members).values()
    names, behind = {t.mention.stage.name for t in latest}, min(t.rank for t in latest)
    return [
        t
        for t in members
        if t.mention.stage.name in names or _is_open_still(t) or (t.rank > behind and t.mention.stage.name not in ASIDE)
    ]


def _moved(members: Sequence[_Told]) -> bool:
    """Whether the latest stages of two articles lie apart, and none that was published later falls back."""
    latest = _latest(members)
    reached = [told for told in (_reached(t, members) for t in latest.values()) if told is not None]
    pairs = [(a, b) for a in latest.values() for b in reached if _place_of(a) < _place_of(b) and _is_news(a, b)]
    still = [t for t in members if _is_open_still(t)]
    pairs += [(a, b) for a in still for b in reached if _apart(a, b)]
    return any(_follows(*pair) for pair in pairs) and not any(_falls_back(*pair) for pair in pairs)


def _reached(latest: _Told, members: Sequence[_Told]) -> _Told | None:
    """What the latest stage of an article is news as: that nobody is charged yet is none, nor that one of interest is sought."""
    if latest.mention.stage.name == UNCHARGED:
        inside = (t for t in members if t.article is latest.article and t.mention.stage.name == HELD)
        return next(inside, None)
    text = latest.read.statement.text[latest.mention.span.start : latest.mention.span.end]
    return None if text.lower().endswith("interest") else latest


def _place_of(told: _Told) -> int:
    return told.mention.stage.place


def _is_news(a: _Told, b: _Told) -> bool:
    """Whether the stages of two reports lie apart, or the one is what the other one waits for."""
    if b.rank - a.rank >= APART or a.mention.stage.awaits == b.mention.stage.name:
        return True
    return (a.mention.stage.name, b.mention.stage.name) == (HELD, CHARGED) and _is_charged_since(a, b)


def _is_charged_since(held: _Told, charged: _Told) -> bool:
    """Whether somebody was charged on a later day than the one whose report of his arrest has no word of a charge."""
    before, after = held.article.article.published_at, charged.article.article.published_at
    if before is None or after is None or before.date() >= after.date():
        return False
    return not any(_CHARGE.search(read.statement.text) for read in held.article.statements)


def _follows(earlier: _Told, later: _Told) -> bool:
    """Whether the reports' dates show the order; without them what is open still shows it, told as of now."""
    before, after = earlier.article.article.published_at, later.article.article.published_at
    if before is not None and after is not None and before.date() < after.date():
        return True
    return _is_open(earlier)


def _is_open(told: _Told) -> bool:
    """Whether nobody is held yet, as of the report: "no arrests were made" is told of then."""
    if told.mention.stage.awaits:
        return True
    return told.rank < KNOWN and not _NARRATED.match(told.read.statement.text, told.mention.span.end)


def _is_open_still(told: _Told) -> bool:
    """Whether its words say themselves that it is so now."""
    around = told.read.statement.text[max(0, told.mention.span.start - NEAR) : told.mention.span.end + NEAR]
    return _is_open(told) and bool(_NOW.search(around))


def _falls_back(earlier: _Told, later: _Told) -> bool:
    before, after = earlier.article.article.published_at, later.article.article.published_at
    return before is not None and after is not None and (before.date() - after.date()).days > 1


def _apart(still: _Told, later: _Told) -> bool:
    """Whether an article that tells what is open lacks what the other one tells, and was not published later."""
    undated = later.article.article.published_at is None or still.article.article.published_at is None
    return undated and still.article is not later.article and later.rank - still.rank >= APART


def _place(told: _Told) -> tuple[str, bool, Span]:
    return (told.article.article.id, told.read.statement.field != "title", told.mention.span)


def _whose(key: str, articles: Sequence[ReadArticle]) -> str:
    """What the stages are of, with the name as the articles write it."""
    if key == WHOLE:
        return "the case"
    names = (f.value for a in articles for r in a.statements for f in r.facts if isinstance(f.value, Name))
    written = min(
        (w for n in names if n.words and person_key(n)[-1] == key for w in n.words if fold(w) == key), default=""
    )
    return f"the case against {written or f'the {key}'}"


def _fact(told: _Told, whose: str) -> Fact:
    read, article = told.read, told.article.article
    span = told.mention.span.shifted(read.statement.span.start)
    quote = article.quote(read.statement.field, span)
    return Fact(
        kind=Kind.MANNER,
        value=Phrase(key=told.mention.stage.name),
        display=quote,
        evidence=Evidence(
            article=article.id,
            statement=read.statement.id,
            field=read.statement.field,
            span=span,
            quote=quote,
            attributed_to=read.statement.speaker,
            certainty=read.statement.certainty,
        ),
        place=span,
        head=whose,
        action=told.mention.stage.name,
        aspect=Aspect.DONE,
        context=(STAGE, f"{told.rank:g}"),
    )
