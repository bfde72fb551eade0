"""Which answer a statement gives to matters that any event may turn on: its text in, mentions of answers out.

"No ransom was paid", "not a cent changed hands" and "his bosses coughed up a ransom" answer one matter. The matters, their
answers and wordings are rows of the files of lexicons/matters. Words under "if", "could" or "not" give no answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from summarizer.domain.facts import Kind
from summarizer.domain.text import Span, Token
from summarizer.language import wordings
from summarizer.language.deed_answers import DENYING, REACH, STOPS, DeedAnswer, deed_answer
from summarizer.language.words import fold, stem

FOLDER = "lexicons/matters"
CLASSES, DEEDS = "classes.txt", "deeds.txt"  # read first, read last
NEAR = 9  # tokens of a clause on either side of a verb in which a deed's noun must stand
READ_AT_MOST = 2_000  # characters; longer "sentences" are tables or lists run together
GUARD_REACH = 40  # characters before a wording that its "not" or "if" stands among
_WORD = re.compile(r"[\w'-]+")
_GUARD = re.compile(
    r"(?:\b(?:if|ever|could|would|may|might|can|should|whether|until|unless|not|non|never|no|none|nobody|nor|neither|possibly|rarely|den(?:y|ies|ied|ying)|accused of|suspected of|rumou?r(?:s|ed)?|fears? (?:of|that)|(?:risk|threat|danger|possibility|prospect) of"
    r"|(?:failed|fails|failing|unable|refused|refuses|yet) to)\b|n['’]t\b)[^.;:,]{0,24}\Z",
    re.IGNORECASE,
)
# What somebody wants or is to do, right before the wording: nothing that is done.
_WANTED = re.compile(
    r"\b(?:plan|plans|planned|planning|hope|hopes|hoped|hoping|want|wants|wanted|wish|wishes|seek|seeks|sought|seeking|try|tries|tried|trying"
    r"|attempt|attempts|attempted|attempting|threaten|threatens|threatened|threatening|vow|vows|vowed|urge|urges|urged|urging|call|calls|called"
    r"|ask|asks|asked|asking|demand|demands|demanded|likely|unlikely|reluctant|intend|intends|intended|ready|prepared|due|about|willing"
    r"|pressure|pressured|used|able|promised|promises|deadline|invited|needs?|needed|hesitated|how|when|what|where|who)"
    r"(?: \w+){0,2} to(?: have)?(?: be)? \Z",
    re.IGNORECASE,
)
# What turns a wording round, or leaves it open, from within.
_INSIDE = re.compile(
    r"\b(?:not|never|no|nobody|none|without|could|would|might|may|if|whether|unless|will|expected to|likely to|due to be|set to|yet to"
    r"|about to|threatened to|(?:try|tries|tried|trying|attempt(?:s|ed|ing)?) to|(?:fail|refuse|decline)(?:d|s|ing)? to)\b|n't\b",
    re.IGNORECASE,
)
# Another event, or an older one.
_ELSEWHERE = re.compile(
    r"\b(?:(?:years|months|decades?) (?:ago|earlier|before)|last year|in the past|(?:once|twice|times) before|(?:another|separate|different|similar|earlier|previous) "
    r"(?:case|incident|shooting|attack|crime|crash|accident|quake|earthquake|storm|fire))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One matter: whether its answers follow one another, whether both may hold of parts (some are found, others missing), and of what an event has one answer: "one", "person", "who", "thing", "same".

    `about` words its question ("whether the {thing} is open"); `kind` is polarity where it asks whether.
    """

    name: str
    moves: bool
    of_parts: bool
    scope: str
    about: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterMention:
    """An answer to a matter: the answer with its place in their order, where its words stand, and the thing that they name."""

    matter: Matter
    answer: str
    rank: int
    span: Span
    thing: str  # what it is known by
    named: str  # as the statement names it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One wording of an answer; its expression is built when a statement first holds one of the words that it needs."""

    matter: Matter
    answer: str
    rank: int
    text: str
    order: int
    needs: tuple[frozenset[str], ...]  # a statement without a word of each of them has none of the wording


@dataclass(frozen=True, slots=True, kw_only=True)
class _Deed:
    """A verb with its particle and the nouns of which one must stand near it; which answer each form of it gives, with its rank."""

    matter: Matter
    particle: str
    nouns: frozenset[str]
    naming: bool  # whether the noun is the thing that the matter is of
    answers: Mapping[DeedAnswer, tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    by_sign: Mapping[str, tuple[_Row, ...]]
    deeds: Mapping[str, tuple[_Deed, ...]]  # by the lemma of the verb
    macros: Mapping[str, str]
    classes: Mapping[str, str]  # a word that names a thing -> its class


def read_matters(text: str, tokens: Sequence[Token] = ()) -> tuple[MatterMention, ...]:
    """Every answer that a statement gives, in text order; of wordings of one matter that overlap the first of the lexicon.

    Deeds are read where the statement's tagged `tokens` are given.

    >>> [(m.matter.name, m.answer) for m in read_matters("No ransom had been paid, he said.")]
    [('ransom paid', 'no')]
    """
    if text.rstrip(' "”').endswith("?"):
        return ()
    found = _by_wording(text)
    for mention in _by_deed(tokens):
        if not any(m.matter is mention.matter and m.span.overlaps(mention.span) for m in found):
            found.append(mention)
    if not found or _ELSEWHERE.search(text):  # last, as most statements give no answer
        return ()
    return tuple(sorted(found, key=lambda m: (m.span, m.matter.name)))


def _by_deed(tokens: Sequence[Token]) -> Iterator[MatterMention]:
    table = _table()
    for index, token in enumerate(tokens):
        deeds = table.deeds.get(fold(token.lemma), ()) if token.tag == "VERB" and token.end <= READ_AT_MOST else ()
        if not deeds:
            continue
        said = deed_answer(tokens, index)
        for deed in deeds if said is not None else ():
            answer = deed.answers.get(said) if said is not None else None
            last = _particle(tokens, index, deed.particle)
            noun = _noun(tokens, index, deed.nouns)
            if noun is not None and deed.naming and any(t.tag in ("NOUN", "PROPN") for t in tokens[noun + 1 : index]):
                noun = None  # "the alarm in the school": another one than the alarm
            if answer is None or last is None or (deed.nouns and noun is None):
                continue
            named = fold(tokens[noun].lemma) if noun is not None and deed.naming else ""
            first = _group_start(tokens, index)
            yield MatterMention(
                matter=deed.matter,
                answer=answer[0],
                rank=answer[1],
                span=Span(tokens[first].start, tokens[last].end),
                thing=table.classes.get(named) or stem(named),
                named=named,
            )


def _particle(tokens: Sequence[Token], index: int, particle: str) -> int | None:
    """The last token of a verb: its particle, right behind it or behind one word."""
    if not particle:
        return index
    near = range(index + 1, min(len(tokens), index + 3))
    return next((i for i in near if fold(tokens[i].text) == particle), None)


def _noun(tokens: Sequence[Token], index: int, nouns: frozenset[str]) -> int | None:
    """The nearest of the nouns in the clause of a verb."""
    for step in range(1, NEAR + 1) if nouns else ():
        for at in (index + step, index - step):
            if 0 <= at < len(tokens) and fold(tokens[at].lemma) in nouns and tokens[at].tag in ("NOUN", "PROPN", "ADJ"):
                between = tokens[min(at, index) : max(at, index)]
                if not any(t.text in STOPS or (t.tag == "SCONJ" and t.text != "that") for t in between):
                    return at
    return None


def _group_start(tokens: Sequence[Token], index: int) -> int:
    """The first of the words that help a verb or deny it: "has no plans to resign", "ruled out resigning"."""
    start = index
    while start > 0 and tokens[start - 1].tag in ("AUX", "PART", "ADV"):
        start -= 1
    denied = [i for i in range(max(0, index - REACH), index) if fold(tokens[i].lemma) in DENYING]
    return min([start, *denied[-1:]])


def _by_wording(text: str) -> list[MatterMention]:
    text = text[:READ_AT_MOST].replace("’", "'")
    table = _table()
    words = set(_WORD.findall(text.lower()))
    rows = {
        row.order: row for word in words & table.by_sign.keys() for row in table.by_sign[word] if _may_stand(row, words)
    }
    found: list[MatterMention] = []
    for _, row in sorted(rows.items()):
        for match in _pattern(row.text).finditer(text):
            span = Span(*match.span())
            taken = any(m.matter is row.matter and m.span.overlaps(span) for m in found)
            turned = _INSIDE.search(match.group()) and not _turns(row.text)
            if taken or turned or _is_guarded(text, span.start):
                continue
            named = next((g.lower() for g in match.groups() if g), "")
            thing = table.classes.get(named) or stem(named)
            found.append(
                MatterMention(matter=row.matter, answer=row.answer, rank=row.rank, span=span, thing=thing, named=named)
            )
    return found


def _may_stand(row: _Row, words: set[str]) -> bool:
    for need in row.needs:  # noqa: SIM110 - asked of a hundred rows a statement; any() costs twice as much
        if need.isdisjoint(words):
            return False
    return True


def _is_guarded(text: str, start: int) -> bool:
    near = max(0, start - GUARD_REACH)
    return bool(_GUARD.search(text, near, start) or _WANTED.search(text, near, start))


@cache
def _pattern(row: str) -> re.Pattern[str]:
    return wordings.pattern([row], _table().macros)


@cache
def _turns(row: str) -> bool:
    """Whether a wording has a word of _INSIDE itself."""
    macros = _table().macros
    # "to" of "expected to" may stand at a place of its own
    return any(_INSIDE.search(f"{form} to be") for word in row.split() for form in wordings.forms(word, macros))


def lexicon_lines() -> Iterator[str]:
    """The lines of the lexicon: the classes, then the files by name, the deeds last."""
    folder = resources.files("summarizer").joinpath(FOLDER)
    files = {path.name: path for path in folder.iterdir() if path.name.endswith(".txt")}
    for name in sorted(files, key=lambda n: (n != CLASSES, n == DEEDS, n)):
        yield from files[name].read_text("utf-8").splitlines()


@cache
def _table() -> _Table:
    macros: dict[str, str] = dict(wordings.BASE)
    classes: dict[str, str] = {}
    by_sign: defaultdict[str, list[_Row]] = defaultdict(list)
    deeds: defaultdict[str, list[_Deed]] = defaultdict(list)
    for row in _rows(macros, classes, deeds):
        for sign in wordings.signs(row.text, macros):
            by_sign[sign].append(row)
    return _Table(
        by_sign={k: tuple(v) for k, v in by_sign.items()},
        deeds={k: tuple(v) for k, v in deeds.items()},
        macros=macros,
        classes=classes,
    )


def _rows(macros: dict[str, str], classes: dict[str, str], deeds: defaultdict[str, list[_Deed]]) -> Iterator[_Row]:
    """The wordings in the lexicon's order; its classes are put among `macros` and `classes` on the way, its deeds among `deeds`."""
    matter, answer, order = Matter(name="", moves=False, of_parts=False, scope="", about="", kind=Kind.MANNER), "", 0
    known: dict[str, Matter] = {}
    ranks: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for key, _, rest in (line.partition(" ") for line in lexicon_lines()):
        if key == "class":
            name, _, words = rest.partition(" ")
            macros[name] = words
            classes.update((word, name.lower()) for word in words.split("/"))
        elif key == "matter":
            name, how, scope, about = (part.strip() for part in rest.split("|"))
            kind = Kind.POLARITY if about.startswith("whether") else Kind.MANNER
            matter = known[name] = Matter(
                name=name, moves=how != "settled", of_parts=how == "parts", scope=scope, about=about, kind=kind
            )
        elif key == "more":
            matter = known[rest]
        elif key == "answer":
            answer = rest
            ranks[matter.name].setdefault(answer, len(ranks[matter.name]))
        elif key == "deed":
            for verb, deed in _deeds(rest, matter, ranks[matter.name], macros):
                deeds[verb].append(deed)
        elif key not in ("", "#"):
            text = f"{key} {rest}".strip()
            needs = tuple(frozenset(f.lower() for f in needed) for needed in wordings.needed(text, macros))
            yield _Row(
                matter=matter,
                answer=answer,
                rank=ranks[matter.name][answer],
                text=text,
                order=order,
                needs=needs,
            )
            order += 1


def _deeds(
    row: str, matter: Matter, ranks: Mapping[str, int], macros: Mapping[str, str]
) -> Iterator[tuple[str, _Deed]]:
    """The deeds of one row of the lexicon, by the lemmas of their verbs. Raises KeyError for an answer that the matter has not."""
    told, _, given = row.partition(" : ")
    verbs, _, nouns = told.partition(" + ")
    found = re.findall(r"(done|denied|planned)=(.+?)(?= (?:done|denied|planned)=|$)", given)
    answers = {DeedAnswer(form): (answer, ranks[answer]) for form, answer in found}
    if DeedAnswer.DENIED in answers and (matter.moves or DeedAnswer.PLANNED in answers):
        # what is settled once is not settled by what will not be, unless plans are what it is of
        answers[DeedAnswer.REFUSED] = answers[DeedAnswer.DENIED]
    for verb in verbs.split("/"):
        lemma, _, particle = verb.partition("_")
        yield (
            lemma,
            _Deed(
                matter=matter,
                particle=particle,
                nouns=frozenset(wordings.forms(nouns, macros)) if nouns else frozenset(),
                naming=nouns.startswith("{"),
                answers=answers,
            ),
        )
