"""The subject of a verb, word for word: the tokens of a sentence and a verb in, the phrase of its subject and its finite verb out."""

from __future__ import annotations

from summarizer.language.clause_phrases import noun_start
from summarizer.language.clause_verbs import is_mark, verb_before
from summarizer.language.clause_words import CALENDAR, CATENATIVES, HEDGES, LIGHT, NOMINAL, Tokens
from summarizer.language.words import REPORTING

LONGEST_CLAUSE = 40  # words on either side of the verb
LONGEST_CHAIN = 3  # verbs that hang on one another: "agreed to try to buy"
RELATIVE = frozenset("who which that".split())
DAYS = frozenset("today yesterday tomorrow tonight now overnight".split())
_CLOSING = frozenset(['"', "“", "”", "(", ")", "[", "]", "—", "–", "--", "…", "..."])
_CLAUSE_STARTS = frozenset("when where while why whether how because although though if unless once whereas".split())
_IRREGULAR = frozenset(
    "held built found made sent sold won lost left born known seen given taken told put set hit led kept".split()
)
_OWNING = frozenset("its his her their our my your he she they it we i you".split())


def finite_group(tokens: Tokens, verb: int) -> int | None:
    """The first word of the finite verbs that a verb hangs on: of "had asked him to pay" for "pay"."""
    at = verb
    for _ in range(LONGEST_CHAIN + 1):
        start = _group_start(tokens, at)
        words = tokens[start : at + 1]
        if not (words[0].lemma == "to" or _is_gerund(tokens, start, at)):
            return start
        before = verb_before(tokens, start - 1)
        if before is None or any(t.text == "," for t in tokens[before:start]):
            return None
        at = before
    return None


def _group_start(tokens: Tokens, verb: int) -> int:
    """Over the helpers of a verb, and the verbs that leave what is done to it: "is expected to be sent"."""
    at = verb
    while at > 0:
        word = tokens[at - 1]
        chained = tokens[at].lemma == "to" and (word.lemma in CATENATIVES or word.lemma in ("be", "have"))
        if not (word.tag in LIGHT or chained or (word.tag == "PRON" and word.lemma == "not")) or word.text in "'’":
            break
        owned = at > 1 and word.tag == "ADV" and tokens[at - 2].text in ("'s", "’s")  # "in Russia's east"
        if owned or (word.text in ("'s", "’s") and word.tag == "PART"):
            break
        at -= 1
    return at


def _is_gerund(tokens: Tokens, start: int, verb: int) -> bool:
    """Whether no finite verb helps: "taking", not "is taking"."""
    helped = any(t.tag == "AUX" for t in tokens[start:verb])
    return not helped and tokens[verb].text.lower().endswith("ing") and tokens[verb].lemma != "bring"


def subject_phrase(tokens: Tokens, group: int, last: int) -> tuple[int, int] | None:
    """The phrase before the verbs that no preposition governs; after an opening participle the one behind the comma."""
    at = group - 1
    if at < 0:
        return _behind_comma(tokens, group)
    if tokens[at].tag == "CCONJ":
        before = verb_before(tokens, at - 1)
        earlier = None if before is None else finite_group(tokens, before)
        return None if earlier is None else subject_phrase(tokens, earlier, last)
    if tokens[at].text != ",":
        return _ungoverned(tokens, at, last)
    for comma in _commas(tokens, at):  # "The quake, of magnitude 6.1, struck": what stands before the insertion
        found = _ungoverned(tokens, comma - 1, last)
        if found is not None:
            return found
    return None


def _behind_comma(tokens: Tokens, group: int) -> tuple[int, int] | None:
    comma = next((i for i in range(group, min(len(tokens), group + 12)) if tokens[i].text == ","), None)
    if comma is None:
        return None
    end = comma + 1
    while end < len(tokens) and (tokens[end].tag in ("DET", "ADJ", *NOMINAL) or tokens[end].text in ("'s", "’s")):
        end += 1
    return (comma + 1, end) if end > comma + 1 and tokens[end - 1].tag in NOMINAL else None


def _commas(tokens: Tokens, at: int) -> list[int]:
    """The commas before a place in its sentence, the first first, without the one at the place."""
    found: list[int] = []
    for i in range(at - 1, max(-1, at - LONGEST_CLAUSE), -1):
        if tokens[i].text == ",":
            found.append(i)
        elif tokens[i].text in _CLOSING or tokens[i].text in (";", ":", "."):
            break
    return found[::-1]


def _ungoverned(tokens: Tokens, at: int, last: int) -> tuple[int, int] | None:
    """The nearest phrase that ends at or before a place and that no preposition governs."""
    near = at
    floor = max(-1, at - LONGEST_CLAUSE)
    while at > floor:
        word = tokens[at]
        if word.lemma.lower() in DAYS:
            at -= 1
        elif word.text.lower() in RELATIVE and word.tag in ("PRON", "DET", "SCONJ"):
            return _antecedent(tokens, at - 2 if at and tokens[at - 1].text == "," else at - 1, last)
        elif _may_end_subject(tokens, at, near):
            found = _phrase_ending(tokens, at)
            if _is_time(tokens, found):
                at = found[0] - 1
                continue
            start = max(found[0], last + 1) if found[0] <= last < at else found[0]  # "On Monday divers found"
            if start > found[0] and tokens[last].tag != "NUM":
                return start, found[1]
            if _is_object(tokens, start):
                at = _before_relative(tokens, start)
            elif _is_governed(tokens, start):
                at = start - 2
            else:
                return _joined(tokens, found)
        elif is_break(tokens, at) or not _may_narrow(tokens, at):
            return None
        else:
            at -= 1
    return None


def _antecedent(tokens: Tokens, at: int, last: int) -> tuple[int, int] | None:
    """What a relative clause narrows: the noun before it; a place is passed over ("the woman from Lund who")."""
    if at < 0 or tokens[at].tag not in NOMINAL:
        return None
    found = _phrase_ending(tokens, at)
    if tokens[at].tag == "PROPN" and _is_governed(tokens, found[0]):
        return _ungoverned(tokens, found[0] - 2, last)
    return found


def _may_end_subject(tokens: Tokens, at: int, near: int) -> bool:
    word = tokens[at]
    if word.tag in NOMINAL or word.tag == "PRON":
        return True
    partitive = at + 1 < len(tokens) and tokens[at + 1].lemma == "of"
    return word.tag in ("NUM", "DET", "ADJ") and (at == near or partitive)


def _is_time(tokens: Tokens, found: tuple[int, int]) -> bool:
    """ "hackers who this week demanded": no subject, but when."""
    return tokens[found[1] - 1].lemma.lower() in CALENDAR and all(
        t.tag in ("DET", "ADJ", "PROPN") or t.lemma.lower() in CALENDAR for t in tokens[slice(*found)]
    )


def _may_narrow(tokens: Tokens, at: int) -> bool:
    """Whether a word can stand between a noun and the verb it is the subject of."""
    word = tokens[at]
    if word.tag == "VERB":
        return may_be_participle(word.text) and at > 0 and tokens[at - 1].tag in NOMINAL
    owning = word.text in ("'s", "’s") and word.tag == "PART"
    return owning or (word.tag in ("ADV", "ADJ", "DET", "CCONJ", "ADP", "NUM", "SYM") and word.text != ",")


def _phrase_ending(tokens: Tokens, at: int) -> tuple[int, int]:
    """The noun phrase whose last word stands at `at`."""
    if tokens[at].tag == "PRON":
        return at, at + 1
    start = noun_start(tokens, at)
    opened = [i for i in range(start, at + 1) if tokens[i].tag == "DET" and (i == start or tokens[i - 1].tag != "DET")]
    parted = [i + 1 for i in range(start, at) if is_break(tokens, i)]
    start = max([start, *opened, *parted])
    if start and tokens[start - 1].tag == "PRON" and tokens[start - 1].lemma in _OWNING:
        start -= 1
    return start, at + 1


def _is_governed(tokens: Tokens, start: int) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1]
    if before.tag != "ADP" or tokens[start].lemma in HEDGES:
        return False
    return not (before.lemma in ("than", "about", "around", "over") and tokens[start].tag == "NUM")


def noun_before(tokens: Tokens, group: int) -> tuple[int, int] | None:
    """What a participle narrows: the noun right before it."""
    at = group - 1
    while at > 0 and (tokens[at].text == "," or tokens[at].lemma in RELATIVE):
        at -= 1
    return _phrase_ending(tokens, at) if tokens[at].tag in NOMINAL else None


def _is_object(tokens: Tokens, start: int) -> bool:
    """Whether a verb stands right before the phrase."""
    return start > 0 and tokens[start - 1].tag == "VERB" and tokens[start - 1].lemma not in REPORTING


def _before_relative(tokens: Tokens, start: int) -> int:
    """The word before the relative pronoun of the clause that a phrase stands in: "a warning that had sent thousands uphill was"."""
    for at in range(start - 1, max(0, start - LONGEST_CLAUSE), -1):
        if tokens[at].lemma in RELATIVE and tokens[at].tag in ("PRON", "SCONJ", "DET"):
            return at - 1 if tokens[at - 1].text != "," else at - 2
        if tokens[at].text in (";", ":", ".", "—"):
            break
    return -1


def _joined(tokens: Tokens, found: tuple[int, int]) -> tuple[int, int]:
    """With the noun that "and" ties to it: "The United States and NATO"."""
    start, end = found
    if start > 1 and tokens[start - 1].lemma == "and" and tokens[start - 2].tag in NOMINAL:
        before = _phrase_ending(tokens, start - 2)[0]
        if before > 1 and tokens[before - 1].tag == "ADP" and tokens[before - 2].tag in NOMINAL:
            return noun_start(tokens, before - 2), before - 1  # "The jury of nine women and three men"
        if not before or not (tokens[before - 1].tag in ("ADP", "VERB") or tokens[before - 1].text == ","):
            return before, end
    return found


def is_break(tokens: Tokens, at: int) -> bool:
    """Whether nothing of one clause stands on both sides of a token."""
    word = tokens[at]
    if is_mark(word) or word.text in _CLOSING or word.lemma in _CLAUSE_STARTS:
        return True
    return (
        word.text == "-"
        and 0 < at < len(tokens) - 1
        and tokens[at - 1].end < word.start < word.end < tokens[at + 1].start
    )


def may_be_participle(word: str) -> bool:
    """Whether a form can be a past participle: "founded", "held"."""
    form = word.lower()
    return form.endswith(("ed", "en")) or form in _IRREGULAR
