"""What a clause says is so or is not so: a statement's tagged words in, its predicates out.

A predicate names the question that it answers (`state`: a family of lexicons/states.txt, else the group of its verb), which
of the two answers it gives, how far the matter is, and who and what takes part. "The gates stayed shut" and "the dam had to
open its gates" are two answers to one question; so are "paid the gang" and "paid nothing".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.domain.text import Aspect, Token
from summarizer.language.clauses import aspect_of
from summarizer.language.meaning import concept
from summarizer.language.predicate_words import (
    ATTITUDES,
    BREAKS,
    CARRIERS,
    CONDITIONAL,
    CONSIDERING,
    EMBEDDING,
    IDIOMS,
    IMPLICATIVE,
    LIGHT,
    NEGATIVE_OBJECTS,
    NEGATIVE_SUBJECTS,
    NEGATORS,
    NEVER_BEFORE,
    REFUSALS,
    UP,
    WHEN,
    WISHED,
)
from summarizer.language.state_families import State, states
from summarizer.language.words import REPORTING, STOP_WORDS, fold, stem

LONGEST_PHRASE = 4
REACH = 4  # participants taken on each side, nearest first: more belong to other clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """One answer to a question of yes or no. `first` and `last` are the tokens of its own words."""

    state: State
    known: bool  # from the lexicon of states, so that both of its poles have words
    positive: bool
    negated: bool
    nobody: bool  # denied of everybody: "no one was hurt"
    asserted: bool  # said to be so, not an infinitive or gerund that something else is said of
    aspect: Aspect
    first: int
    last: int
    participants: tuple[int, ...]  # tokens of nouns and names of its clause, nearest first
    patient: int | None  # the noun that it most plainly speaks of
    undecided: bool = False  # somebody has still to choose whether to do it


def read_predicates(tokens: Sequence[Token]) -> tuple[Predicate, ...]:
    """Every predicate of a statement in text order; verbs of saying are none unless a family holds them."""
    lemmas = [fold(t.lemma) for t in tokens]
    taken: set[int] = set()
    found: list[Predicate] = []
    for first, last, state, pole in _phrases(tokens, lemmas):
        taken.update(range(first, last + 1))
        if pole is not None and not _is_idiom(tokens, lemmas, first):
            found.append(_predicate(tokens, lemmas, (first, last), (state, pole)))
    for verb, noun, state, pole in _carried(tokens, lemmas):
        taken.update((verb, noun))
        predicate = _predicate(tokens, lemmas, (verb, noun), (state, pole))
        considered = lemmas[verb] in CONSIDERING and not predicate.negated
        found.append(replace(predicate, aspect=Aspect.PLANNED) if considered else predicate)
    headline = 2 * sum(t.text[0].isupper() for t in tokens) > len(tokens)
    for index, token in enumerate(tokens):
        word = lemmas[index]
        if (
            index in taken
            or token.tag != "VERB"
            or word in REPORTING
            or word in LIGHT
            or word in ATTITUDES
            or word in STOP_WORDS
            or _is_idiom(tokens, lemmas, index)
            or (index > 0 and token.text[0].isupper() and not headline)  # part of a name
        ):
            continue
        state = State(name=f"{concept(word)}?")
        found.append(_predicate(tokens, lemmas, (index, index), (state, None)))
    found = [_as_open(p) if _is_open_question(lemmas, p.first) else p for p in found]
    return tuple(sorted(found, key=lambda p: (p.first, p.last, p.state.name)))


def _is_open_question(lemmas: Sequence[str], first: int) -> bool:
    """Whether somebody has still to choose: "had not decided whether to challenge the award"."""
    return list(lemmas[max(0, first - 2) : first]) == ["whether", "to"]


def _as_open(predicate: Predicate) -> Predicate:
    """As something planned, whatever was not decided."""
    positive = predicate.positive != predicate.negated
    return replace(predicate, aspect=Aspect.PLANNED, negated=False, nobody=False, positive=positive, undecided=True)


def _is_idiom(tokens: Sequence[Token], lemmas: Sequence[str], verb: int) -> bool:
    """Whether a verb tells of something else with the words behind it, or in the passive before it: "opened fire"."""
    word = lemmas[verb]
    if word in UP and lemmas[verb + 1 : verb + 2] == ["up"]:
        return True
    others = IDIOMS.get(word)
    if others is None:
        return False
    near = (*range(verb + 1, min(len(tokens), verb + 6)), *range(max(0, verb - 4), verb))
    return any(lemmas[i] in others and tokens[i].tag == "NOUN" for i in near)


def _carried(tokens: Sequence[Token], lemmas: Sequence[str]) -> Iterator[tuple[int, int, State, bool]]:
    """Verbs that leave what is done to their noun: "make an endorsement", "consider an appeal"."""
    table = states()
    for verb, token in enumerate(tokens):
        if token.tag != "VERB" or lemmas[verb] not in CARRIERS | CONSIDERING:
            continue
        for noun in range(verb + 1, min(len(tokens), verb + 4)):
            rows = table.get(stem(lemmas[noun]), ()) if tokens[noun].tag == "NOUN" else ()
            for words, state, pole in rows:
                if len(words) == 1 and pole is not None:
                    yield verb, noun, state, pole


def _phrases(tokens: Sequence[Token], lemmas: Sequence[str]) -> Iterator[tuple[int, int, State, bool | None]]:
    """The phrases of the lexicon, the longest of each family at each place; "defeat" is a verb here, "the defeat" is not."""
    table = states()
    stems = [stem(lemma) for lemma in lemmas]
    for first, key in enumerate(stems):
        seen: set[str] = set()
        for words, state, pole in table.get(key, ()):
            if state.name in seen:
                continue
            last = _phrase_end(tokens, stems, first, words)
            if last is not None and (len(words) > 1 or _can_say(tokens, first)):
                seen.add(state.name)
                yield first, last, state, pole


def _phrase_end(tokens: Sequence[Token], stems: Sequence[str], first: int, words: tuple[str, ...]) -> int | None:
    """The last token of a phrase that starts at `first`; articles and adjectives may stand inside it."""
    at = first
    for word in words[1:]:
        at += 1
        while (
            at < len(tokens)
            and at - first < LONGEST_PHRASE + len(words)
            and stems[at] != word
            and tokens[at].tag in ("DET", "ADJ", "NUM", "PRON")
        ):
            at += 1
        if at >= len(tokens) or stems[at] != word:
            return None
    return at


def _can_say(tokens: Sequence[Token], index: int) -> bool:
    """Whether a single word says something of something: a verb, or an adjective or adverb after a verb of being."""
    token = tokens[index]
    if index > 0 and tokens[index - 1].text in ("'s", "’s") and fold(token.text) == fold(token.lemma):
        return False  # "Marsh's stay" says nothing of Marsh
    if token.tag == "VERB":
        return True
    if token.tag not in ("ADJ", "ADV", "ADP", "NOUN"):
        return False
    before = [t for t in tokens[max(0, index - 3) : index] if t.tag not in ("ADV", "DET")]
    return bool(before) and fold(before[-1].lemma) in (
        "be",
        "remain",
        "stay",
        "keep",
        "become",
        "show",
        "leave",
        "find",
        "get",
        "pull",
    )


def _predicate(
    tokens: Sequence[Token], lemmas: Sequence[str], place: tuple[int, int], said: tuple[State, bool | None]
) -> Predicate:
    first, last = place
    state, pole = said
    left, right = _clause(tokens, lemmas, first, last)
    # "no suspect", "looking for a suspect": the phrase says no by itself
    negated = not (pole is False and last > first) and _is_negated(lemmas, (left, right), place)
    if negated and any(_is_never_before(tokens, lemmas, i) for i in range(last + 1, min(right + 1, len(tokens)))):
        negated = False  # "no state has sent troops before" denies nothing of now
    nobody = negated and any(lemmas[i] in ("nobody", "none", "no") for i in range(left, first + 1))
    participants = _participants(tokens, lemmas, (left, right), place)
    return Predicate(
        state=state,
        known=pole is not None,
        positive=(pole is not False) != negated,
        negated=negated,
        nobody=nobody,
        asserted=_is_asserted(tokens, lemmas, first, known=pole is not None),
        aspect=aspect_of(tokens, first),
        first=first,
        last=last,
        participants=participants,
        patient=_patient(tokens, participants, place, of_subject=state.of_subject),
    )


def _clause(tokens: Sequence[Token], lemmas: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The tokens from `left` up to, without, `right` that one predicate stands among."""
    left = first
    while left > 0 and not _breaks(tokens, lemmas, left - 1, before=True):
        left -= 1
    left = max(left, _embedded(tokens, lemmas, left, first))
    right = last + 1
    while right < len(tokens) and not _breaks(tokens, lemmas, right, before=False):
        right += 1
    return left, right


def _embedded(tokens: Sequence[Token], lemmas: Sequence[str], left: int, first: int) -> int:
    """Where a clause inside another starts whose first verb stands at `first`; `left` where it is in none."""
    for at in range(first - 1, left - 1, -1):
        if tokens[at].tag == "VERB":
            return left
        if lemmas[at] in EMBEDDING or (lemmas[at] == "that" and tokens[at].tag != "DET"):
            return at + 1
    return left


def _breaks(tokens: Sequence[Token], lemmas: Sequence[str], index: int, *, before: bool) -> bool:
    token, lemma = tokens[index], lemmas[index]
    if (
        token.text in BREAKS
        or token.tag == "SCONJ"
        or lemma
        in ("but", "while", "whereas", "which", "who", "whose", "after", "before", "because", "once", "if", "until")
    ):
        return True
    if token.text == ",":
        return not before
    if token.tag == "VERB" and lemma in REPORTING and lemma != "show":
        return True
    return not before and token.tag == "CCONJ" and any(t.tag in ("VERB", "AUX") for t in tokens[index + 1 : index + 4])


def _is_negated(lemmas: Sequence[str], clause: tuple[int, int], place: tuple[int, int]) -> bool:
    left, right = clause
    first, last = place
    near = range(max(left, first - 5), first)
    # "never recovered and died": the negation stays with the verb that it stands before
    joint = max((i for i in near if lemmas[i] in ("and", "or", "then")), default=left)
    if any(lemmas[i] in NEGATORS for i in near if i >= joint) or any(
        lemmas[i] in REFUSALS for i in range(max(left, first - 3, joint), first)
    ):
        return not any(lemmas[i] == "only" for i in near)
    if any(_is_negative_subject(lemmas, i) for i in range(left, first)):
        return True
    return any(lemmas[i] in NEGATIVE_OBJECTS for i in range(last + 1, min(right, last + 3)))


def _is_never_before(tokens: Sequence[Token], lemmas: Sequence[str], index: int) -> bool:
    """Whether a word makes "never" of a no: "before" by itself; "before 2027" says until when it holds."""
    ends = index + 1 == len(tokens) or tokens[index + 1].tag in ("PUNCT", "CCONJ")
    return lemmas[index] in NEVER_BEFORE and (lemmas[index] != "before" or ends)


def _is_negative_subject(lemmas: Sequence[str], index: int) -> bool:
    """ "None of them", "none was hurt"; a "None" that goes on otherwise is a scrap of a page."""
    following = lemmas[index + 1] if index + 1 < len(lemmas) else ""
    if lemmas[index] == "none":
        return following in ("of", "be", "have", "do", "will", "can", "could", "would")
    return lemmas[index] in NEGATIVE_SUBJECTS and following != "doubt"


def _is_asserted(tokens: Sequence[Token], lemmas: Sequence[str], first: int, *, known: bool) -> bool:
    token = tokens[first]
    if token.tag != "VERB":
        return known
    if any(lemmas[i] in WISHED for i in range(max(0, first - 6), first)):
        return False
    before = [i for i in range(max(0, first - 4), first) if tokens[i].tag != "ADV"]
    if before and lemmas[before[-1]] == "to":
        return any(lemmas[i] in IMPLICATIVE for i in before) or any(
            lemmas[i] == "yet" for i in range(max(0, first - 4), first)
        )
    if fold(token.text).endswith("ing"):
        return any(lemmas[i] == "be" for i in before[-2:])
    return not any(lemmas[i] in CONDITIONAL for i in range(max(0, first - 6), first))


def _participants(
    tokens: Sequence[Token], lemmas: Sequence[str], clause: tuple[int, int], place: tuple[int, int]
) -> tuple[int, ...]:
    left, right = clause
    first, last = place

    def is_noun(i: int) -> bool:
        return tokens[i].tag in ("NOUN", "PROPN") and lemmas[i] not in STOP_WORDS and lemmas[i] not in WHEN

    if not any(is_noun(i) or tokens[i].tag == "PRON" for i in range(left, first)):
        left = _over_insertion(tokens, left)
    before = [i for i in range(first - 1, left - 1, -1) if is_noun(i)][:REACH]
    after = [i for i in range(last + 1, right) if is_noun(i)][:REACH]
    return tuple(sorted((*before, *after), key=lambda i: (max(first - i, i - last), i)))


def _over_insertion(tokens: Sequence[Token], left: int) -> int:
    """Where the subject may start that an insertion parts from its verb: "Mr. Oda, who is 67, conceded"."""
    comma = (
        next((i for i in range(left, max(-1, left - 2), -1) if tokens[i].text == ","), None)
        if left < len(tokens)
        else None
    )
    opening = None if comma is None else next((i for i in range(comma - 1, -1, -1) if tokens[i].text == ","), None)
    return left if opening is None else max(0, opening - 4)


def _patient(
    tokens: Sequence[Token], participants: Sequence[int], place: tuple[int, int], *, of_subject: bool
) -> int | None:
    """The nearest noun after an active verb, before anything else (a passive, an adjective) the nearest noun before."""
    first, last = place
    close = [t for t in tokens[max(0, first - 4) : first] if t.tag != "ADV"]
    passive = of_subject or tokens[first].tag != "VERB" or any(fold(t.lemma) in ("be", "get") for t in close[-1:])
    after = [i for i in participants if last < i <= last + 4 and not _is_possessive(tokens, i)]
    before = [i for i in participants if i < first]
    if passive and before:
        # "a warning that had sent thousands uphill was lifted": what stands before the relative clause
        relative = next(
            (i for i in range(1, first) if tokens[i].text in ("that", "which", "who") and i - 1 in before), None
        )
        if relative is not None and any(t.tag in ("VERB", "AUX") for t in tokens[relative : before[0]]):
            return relative - 1
        return next((i for i in before if not _in_phrase(tokens, i)), before[0])
    return next(iter(after or before), None)


def _is_possessive(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun only says whose: "overrides Obama's veto" speaks of the veto."""
    return index + 1 < len(tokens) and tokens[index + 1].text in ("'s", "’s", "'", "’")


def _in_phrase(tokens: Sequence[Token], index: int) -> bool:
    """Whether a noun stands in a phrase that narrows another: "the driver of the express"."""
    while index > 0 and tokens[index - 1].tag in ("DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"):
        index -= 1
    return index > 0 and tokens[index - 1].tag == "ADP"
