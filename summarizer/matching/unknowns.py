"""What one report does not know yet and another tells: read articles in, slots of the question with both sides out.

"Police did not identify the gunman" and "James Rowe, 46, is charged with murder" answer one question: who the gunman is. The
report that does not know says which question is open (its words, and of whom: the suspect or the dead); an answer is looked
for in the other articles among the facts of that kind that are said of the same role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from summarizer.domain.facts import Fact, Kind, Name, Phrase
from summarizer.domain.findings import Slot
from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.text import Aspect, Evidence, Span
from summarizer.language.words import fold, stem

UNKNOWN = "unknown"
FIT = 0.75  # an explicit "not known" leaves little to guess; what it is of is read off its words
BEFORE, AFTER = 160, 90  # characters around the words of an open question that say what is asked of whom
NEAR_NAME = 90  # characters around a name that say whose part it plays
EVIDENCE_LENGTH = 80
NEAR_DATE = 12
MOST_ANSWERS = 4  # an article
COUNTIES = frozenset({"cty", "county", "co.", "co"})
STALE = timedelta(days=1)  # a report so much older answers nothing that is asked later

SUSPECTS = (
    "suspect",
    "gunman",
    "shooter",
    "attacker",
    "assailant",
    "perpetrator",
    "killer",
    "offender",
    "arsonist",
    "robber",
    "accused",
)
DEAD = ("victim", "dead", "deceased", "body", "bodies", "slain", "died", "killed")
_SUSPECT = re.compile(rf"\b(?:{'|'.join(SUSPECTS)}|gunmen)s?\b", re.IGNORECASE)
_DEAD = re.compile(rf"\b(?:{'|'.join(DEAD)})s?\b", re.IGNORECASE)
_ACCUSED = re.compile(
    r"\b(?:charged|arrested|accused|wanted|suspected|opened fire|pulled over|identified as the|booked|arraigned|indicted|in custody|turned (?:him|her)self in|looking for)\b"
    rf"|\b(?:{'|'.join(SUSPECTS)})\b",
    re.IGNORECASE,
)
_SLAIN = re.compile(
    r"\b(?:died|killed|dead|victims?|slain|deceased|fatally|gunshot|identified|body|bodies|mourn\w*)\b", re.IGNORECASE
)

# What is asked, by the words of the open question; several may be ("the names and ages").
ASKED: tuple[tuple[str, Kind, re.Pattern[str]], ...] = (
    (
        "identity",
        Kind.NAME,
        re.compile(
            r"\bidentif\w*|\bidentit\w*|\bnames?\b|\bnamed\b|\bunidentified\b|\bunknown (?:male|man|gunman|shooter|offender|suspect)|\bsuspects? or suspects\b",
            re.IGNORECASE,
        ),
    ),
    ("age", Kind.AGE, re.compile(r"\bages?\b|\bhow old\b", re.IGNORECASE)),
    (
        "death",
        Kind.MANNER,
        re.compile(r"\bhow\b[^.;]{0,40}\b(?:died|killed)\b|\b(?:cause|manner) of death\b", re.IGNORECASE),
    ),
    ("motive", Kind.MANNER, re.compile(r"\bmotives?\b|\bmotivations?\b", re.IGNORECASE)),
    ("relation", Kind.ROLE, re.compile(r"\brelationship\b|\bhow\b[^.;]{0,30}\brelated\b", re.IGNORECASE)),
    ("charge", Kind.MANNER, re.compile(r"\bcharges\b", re.IGNORECASE)),
    ("place", Kind.PLACE, re.compile(r"\bwhere\b[^.;]{0,40}\b(?:found|died|killed|shot|bodies)\b", re.IGNORECASE)),
    ("date", Kind.DATE, re.compile(r"\bdates?\b|\bwhen\b", re.IGNORECASE)),
)
_LEFT_OPEN = re.compile(
    r"\b(?:seeking|looking for|searching for|hunting(?: for)?) (?:an? |the )?(?:unknown |unidentified )?(?:suspects?|gunm[ae]n|shooters?|attackers?)\b(?:\(s\)| or suspects)?"
    r"|\ban? (?:unknown|unidentified) (?:male|female|man|woman|offender|gunman|suspect|person|shooter|assailant)\b"
    r"|\bcharges\b[^.;]{0,40}\b(?:pending|forthcoming)\b"
    r"|\b(?:names?|identit(?:y|ies)|ages?) will not be released\b"
    r"|\b(?:won['’]t|will not|would not|did not|declined to|refused to) (?:confirm|release|disclose|give|provide|discuss)\b[^.;]{0,40}\b(?:names?|identit(?:y|ies)|ages?|relationship)\b",
    re.IGNORECASE,
)
# Words for one who did it, before anybody knows who that is.
_UNNAMED = re.compile(r"\b(?:unknown|unidentified|seeking|looking for|searching for|hunting)\b", re.IGNORECASE)
_KIN = r"(?:wife|husband|brother|sister|son|daughter|girlfriend|boyfriend|fianc[eé]e?|mother|father|partner|nephew|niece|cousin|uncle|aunt|roommate|neighbou?r|stepson|stepfather|co-?worker)"
TOLD: dict[str, re.Pattern[str]] = {
    "death": re.compile(
        r"\b(?:died|dead|killed|death)\b[^.;,]{0,40}\b(?:gunshot wounds?|head injuries|stab wounds?|stabbing|strangulation|drown\w+|smoke inhalation|blunt[- ]force \w+|heart attack|cancer|injuries)\b"
        r"|\b(?:gunshot|stab) wounds?\b|\bself-inflicted\b|\bwas fatally (?:shot|stabbed)\b|\bshot (?:his|her) (?:ex-)?\w+",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"\b(?:found|discovered|located)\b[^.;,]{0,12}\b(?:in|inside|throughout|on|near|at|outside) [^.;,]{3,30}\b",
        re.IGNORECASE,
    ),
    "relation": re.compile(
        rf"\b(?:his|her|their)\s+(?:(?:ex|former|estranged|older|younger)[- ])?{_KIN}\b", re.IGNORECASE
    ),
    "motive": re.compile(
        r"\b(?:was|were|is|been|apparently|allegedly) motivated by [^.;,]{3,40}\b"
        r"|\b(?:suspect(?:ed)?|possible|likely|apparent|alleged) motive\b|\bmotive (?:was|is|appears to (?:be|have been)) (?!not|un|still|under|being)[^.;,]{3,40}\b"
        r"|\bin (?:retaliation|revenge) for [^.;,]{3,40}\b|\b(?:act of|gang) (?:revenge|retaliation)\b"
        r"|\b(?:stemm\w+|resulted|began|started|arose|grew) (?:from|out of|with|over|as|in) an? (?:[a-z]+ )?(?:argument|dispute|quarrel|feud|fight|robbery|altercation|disagreement)\b"
        r"|\b(?:argument|dispute|quarrel|feud|fight|altercation) over [^.;,]{3,30}\b",
        re.IGNORECASE,
    ),
    "charge": re.compile(r"\b(?:is|was|were|been|are) charged with [^.;,]{3,40}\b", re.IGNORECASE),
}
_SEVERAL = re.compile(
    r"\b(?:identities|names|victims|suspects|gunmen|attackers|shooters|men|women|people|bodies|dead|deceased|they|their|both|two|three|four|five|youths|teens|children)\b",
    re.IGNORECASE,
)
_VIOLENCE = re.compile(
    r"\b(?:kill\w*|bod(?:y|ies)|shot|shoot\w*|dead|die[ds]?|murder\w*|stabb\w*|slain|attack\w*)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """One thing that a statement says is not known: what is asked, of whom, and the words that say so."""

    asked: str
    kind: Kind
    role: str  # "suspect", "dead", or the stem of the noun it is of; "" where it is told of nobody
    article: ReadArticle
    plural: bool  # whether it asks for several
    fact: Fact


def unknown_slots(articles: Sequence[ReadArticle]) -> tuple[Slot, ...]:
    """Slots of what an article leaves open and another one answers, one a question and role."""
    open_ones: defaultdict[tuple[str, str], list[_Question]] = defaultdict(list)
    for article in articles:
        for question in _questions(article):
            open_ones[question.asked, question.role].append(question)
    speakers = {
        f.evidence.attributed_to for a in articles for s in a.statements for f in s.facts if f.evidence.attributed_to
    }
    found: list[Slot] = []
    for _, questions in sorted(open_ones.items()):
        asking = {q.fact.evidence.article for q in questions}
        # An article that does not know all of it may tell a part: it answers the others, not itself.
        others = [a for a in articles if asking - {a.article.id}]
        told = [f for a in others for f in _told(a, questions, speakers)[:MOST_ANSWERS]]
        knowing = {f.evidence.article for f in told}
        still = [q.fact for q in questions if knowing - {q.fact.evidence.article}]
        if told and still:
            found.append(Slot(kind=questions[0].kind, facts=(*_distinct(still), *told), fit=FIT))
    return tuple(found)


def _told(article: ReadArticle, questions: Sequence[_Question], speakers: set[str]) -> list[Fact]:
    """The answers of an article to a question that others leave open.

    A report that came out days before the question was asked does not answer it. Who is named where the question stands is not
    the one who is unknown there, and where an article names two people who may be meant, nobody can tell which.
    """
    asked, role = questions[0].asked, questions[0].role
    open_in = [q.article for q in questions if q.article is not article]
    if all(_is_older(article, other) for other in open_in):
        return []
    found = _answers(article, asked, role, speakers)
    if asked != "identity":
        return found
    kept = [f for f in found if not any(_is_named(f, other) for other in open_in)]
    surnames = {fold(f.value.words[-1]) for f in kept if isinstance(f.value, Name)}
    return [] if len(surnames) > 1 and not any(q.plural for q in questions) else kept


def _is_older(article: ReadArticle, other: ReadArticle) -> bool:
    one, another = article.article.published_at, other.article.published_at
    return one is not None and another is not None and another - one > STALE


def _is_named(fact: Fact, article: ReadArticle) -> bool:
    assert isinstance(fact.value, Name)
    surname = fold(fact.value.words[-1])
    return any(surname in fold(read.statement.text) for read in article.statements)


def is_unknown(fact: Fact) -> bool:
    """Whether a fact says that something is not known."""
    return isinstance(fact.value, Phrase) and fact.value.key == UNKNOWN


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({(f.evidence.article, f.place): f for f in facts}.values())


def _questions(article: ReadArticle) -> Iterator[_Question]:
    for read in article.statements:
        text, base = read.statement.text, read.statement.span.start
        for fact in (*filter(is_unknown, read.facts), *_left_open(article, read)):
            start, end = fact.place.start - base, fact.place.end - base
            left = max(0, start - BEFORE)
            around = text[left : end + AFTER]
            for asked, kind, pattern in ASKED:
                # Dates are told everywhere: only the words of the open question itself ask for one.
                near = text[start : end + NEAR_DATE] if asked == "date" else around
                offset = start if asked == "date" else left
                match = min(pattern.finditer(near), key=lambda m: abs(m.start() - (start - offset)), default=None)
                if match is None:
                    continue
                span = _pointed(text, Span(start, end), Span(*match.span()).shifted(offset)).shifted(base)
                pointed = fact if span == fact.place else _fact(article, read, span, key=UNKNOWN)
                for role in _roles(asked, around, read, fact):
                    plural = bool(_SEVERAL.search(around))
                    yield _Question(asked=asked, kind=kind, role=role, article=article, plural=plural, fact=pointed)


def _pointed(text: str, cue: Span, asked: Span) -> Span:
    """Where to point: the words that say "not known" with those that say what, as long as that is short enough."""
    whole = Span(min(cue.start, asked.start), max(cue.end, asked.end))
    if whole.length <= EVIDENCE_LENGTH:
        return whole
    rest = re.split(r"[.,;]", text[asked.start : asked.start + EVIDENCE_LENGTH // 2])[0].rstrip()
    return Span(asked.start, max(asked.end, asked.start + len(rest)))


def _left_open(article: ReadArticle, read: ReadStatement) -> Iterator[Fact]:
    """What is told as unknown without saying so: "police are looking for a suspect", "charges are pending"."""
    for match in _LEFT_OPEN.finditer(read.statement.text):
        span = Span(*match.span()).shifted(read.statement.span.start)
        if not any(is_unknown(f) and f.place.overlaps(span) for f in read.facts):
            yield _fact(article, read, span, key=UNKNOWN)


def _roles(asked: str, around: str, read: ReadStatement, fact: Fact) -> list[str]:
    if asked == "date":
        noun = next((t.lemma for t in read.tokens if t.tag == "NOUN" and t.lemma != "date"), "")
        return [stem(fact.head or noun)]
    if asked in ("relation", "charge", "death", "place", "motive"):
        return [""]
    if fact.place.length <= EVIDENCE_LENGTH and _UNNAMED.search(fact.display):
        return ["suspect"]
    return [role for role, pattern in (("suspect", _SUSPECT), ("dead", _DEAD)) if pattern.search(around)] or [""]


def _answers(article: ReadArticle, asked: str, role: str, speakers: set[str]) -> list[Fact]:
    match asked:
        case "identity":
            return [f for s in article.statements for f in _names(s, role, speakers)]
        case "age":
            return [f for s in article.statements for f in s.facts if f.kind is Kind.AGE and plays(s, f, role)]
        case "date":
            return [
                f for s in article.statements for f in s.facts if f.kind is Kind.DATE and role and _speaks_of(s, role)
            ]
        case _:
            return [
                f for s in article.statements if _VIOLENCE.search(s.statement.text) for f in _phrases(article, s, asked)
            ]


def _names(read: ReadStatement, role: str, speakers: set[str]) -> Iterator[Fact]:
    for fact in read.facts:
        value = fact.value
        if not isinstance(value, Name) or fact.kind is not Kind.NAME or value.sort != "person" or len(value.words) < 2:
            continue
        speaks = role != "suspect" and fact.display in speakers
        if value.title or speaks or fold(value.words[-1]) in COUNTIES or not plays(read, fact, role):
            continue
        yield fact


def plays(read: ReadStatement, fact: Fact, role: str) -> bool:
    """Whether what stands around a fact says that it is of the suspect or of the dead."""
    base = read.statement.span.start
    around = read.statement.text[max(0, fact.place.start - base - NEAR_NAME) : fact.place.end - base + NEAR_NAME]
    if role == "suspect":
        return bool(_ACCUSED.search(around))
    if role == "dead":
        return bool(_SLAIN.search(around))
    return "identified" in around


def _speaks_of(read: ReadStatement, role: str) -> bool:
    return any(t.tag == "NOUN" and stem(t.lemma) == role for t in read.tokens)


def _phrases(article: ReadArticle, read: ReadStatement, asked: str) -> Iterator[Fact]:
    if any(is_unknown(f) for f in read.facts):
        return
    for match in TOLD[asked].finditer(read.statement.text):
        span = Span(*match.span()).shifted(read.statement.span.start)
        yield _fact(article, read, span, key=fold(match.group()))


def _fact(article: ReadArticle, read: ReadStatement, span: Span, *, key: str) -> Fact:
    quote = article.article.quote(read.statement.field, span)
    return Fact(
        kind=Kind.MANNER,
        value=Phrase(key=key),
        display=quote,
        evidence=Evidence(
            article=article.article.id,
            statement=read.statement.id,
            field=read.statement.field,
            span=span,
            quote=quote,
            attributed_to=read.statement.speaker,
            certainty=read.statement.certainty,
        ),
        place=span,
        aspect=Aspect.DONE,
    )
