"""What a value belongs to: the tokens of a sentence and the place of a value in, its noun, verb and their company out.

Clause rules over parts of speech: the verb right after the value's phrase first, then the one before it, both inside the
clause. Stops at clause marks and answers None where no rule applies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.domain.text import Aspect, Token
from summarizer.language.words import REPORTING

Tokens = Sequence[Token]

_NOMINAL = frozenset(["NOUN", "PROPN"])
_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"])  # words that a noun phrase is made of
_LIGHT = frozenset(["ADV", "PART", "AUX"])  # may stand between a subject and its verb
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. jan feb mar apr jun jul aug sept oct nov dec spring "
    "summer autumn winter week weekend month year quarter decade century day morning afternoon evening night noon midnight today "
    "yesterday tomorrow tonight a.m. p.m.".split()
)
_ADVERBIAL = frozenset("today yesterday tomorrow tonight overnight north south east west ago".split())
_STATES = frozenset("dead missing alive homeless unaccounted".split())  # nouns of their own: "12 dead"
_SUFFERED = frozenset(
    "injured wounded hurt displaced killed arrested detained hospitalised hospitalized".split()
)  # "12 injured"
_FINDING = frozenset("fear find confirm presume believe report declare".split())  # "12 feared dead"
_MOVING = frozenset(  # "the toll rose to 12", "losses reached 12": what is counted is the subject
    "rise climb jump grow increase soar surge swell mount go fall drop decline decrease sink slump plunge dip reach hit top exceed "
    "pass surpass total number stand remain approach near come move".split()
)
_HEDGES = frozenset("least most more less about some few several".split())
_CLAUSE_WORDS = frozenset("when where while why whether how then".split())
_RELATIVE = frozenset("who which that whom whose".split())
_WHEN = frozenset("in since by until till during before after from of".split())  # what stands before a year
_BEFORE_NOUN = frozenset(["DET", "ADV", "NUM", "SYM"])
_BETWEEN = frozenset("up out at least most more than".split())  # "set up a base", "killed at least 12 people"
_LIKE_PREPOSITIONS = frozenset("including following regarding concerning according".split())
_MARKS = frozenset([";", ":", "—", "–", "--", ".", "?", "!"])
CATENATIVES = frozenset(  # verbs and adjectives that leave what happens to the infinitive after them
    "expect believe plan set schedule try attempt begin start continue fail need want intend seem appear think say report allege know "
    "suppose vow threaten prepare agree refuse decline hope manage due likely unlikely ready able unable poise go slate aim seek "
    "estimate fear understand pledge promise propose".split()
)
_MODALS = frozenset("will would shall could may might should 'll 'd".split())
_NEGATIONS = frozenset("not n't never hardly nor".split())
_NONE = frozenset("no none nobody nothing neither no-one".split())
_FAILING = frozenset("fail refuse decline yet unable unlikely".split())
_BEGINNING = frozenset("begin start continue manage force help cause lead allow use come appear seem".split())
_UNCHANGED = frozenset(
    "hit put cut set cost shut spread burst beat split cast broadcast quit".split()
)  # the past is the base form
_LASTING = frozenset(
    "remain want need have be seem live hold face believe think hope plan expect mean own contain include".split()
)
FARTHEST, NEARBY = 14, 6  # words between a subject and its verb; where another verb stands before, fewer
LONGEST_CHAIN = 3
LONGEST_PHRASE = 10
LONGEST_GROUP = 10  # helpers of one verb
LONGEST_LOOK = 60  # words to look back over: no clause is longer, and hostile text must not cost its square


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """Indices of tokens: the noun counted or dated, the verb it belongs to, what narrows the noun, the verb's company."""

    head: int | None
    action: int | None
    qualifiers: tuple[int, ...] = ()
    subject: int | None = None
    object: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """The noun phrase that a value stands in: its noun, if any, and its first and last token."""

    head: int | None
    left: int
    right: int


def governor(tokens: Tokens, first: int, last: int) -> Governed:
    """What the value at tokens[first:last + 1] belongs to.

    >>> from summarizer.language.tagging import tag
    >>> words = tag("Officials said at least 12 people in Kursk were killed.")
    >>> found = governor(words, 2, 4)
    >>> [words[i].text for i in (found.head, found.action, *found.qualifiers)]
    ['people', 'killed', 'Kursk']
    """
    if not 0 <= first <= last < len(tokens):
        return Governed(head=None, action=None)
    phrase = _phrase(tokens, first, last)
    action = _action(tokens, phrase)
    if phrase.head is None and _is_level(tokens, phrase, action):
        found = _subject(tokens, phrase.left if action is None else action)
        phrase = _Phrase(head=found, left=phrase.left, right=phrase.right)
    is_subject = (
        action is not None and phrase.head is not None and action > phrase.right and not _is_governed(tokens, phrase)
    )
    return Governed(
        head=phrase.head,
        action=action,
        qualifiers=_qualifiers(tokens, phrase.head, first, last),
        subject=phrase.head if is_subject else None if action is None else _subject(tokens, action),
        object=None if action is None else _object(tokens, action),
    )


# The noun phrase


def _phrase(tokens: Tokens, first: int, last: int) -> _Phrase:
    left = _left_edge(tokens, first)
    if _is_when(tokens, first, last) and not _modifies(tokens, first, last):
        return _Phrase(head=None, left=first, right=last)
    right = _run(tokens, last + 1)
    if last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last + 2].tag == "NOUN":
        right = last + 2  # "a 12-nation summit" counts nations
    if right is not None and not _is_measure(tokens, first, last):
        return _Phrase(head=right, left=left, right=right)
    partitive = _after_of(tokens, last + 1)
    if partitive is not None:
        return _Phrase(head=partitive[0], left=left, right=partitive[1])
    return _before(tokens, first, last, left)


def _left_edge(tokens: Tokens, first: int) -> int:
    """The first token of the phrase: determiners, hedges and modifiers before the value."""
    at = first
    while at > max(0, first - LONGEST_PHRASE):
        word = tokens[at - 1]
        hedge = (word.tag == "ADV" and word.lemma not in _CLAUSE_WORDS) or word.lemma in _HEDGES
        of_hedge = (
            word.lemma in ("at", "to", "up", "than")
            and at < len(tokens)
            and tokens[at].lemma in ("least", "most", "to")
        )
        if not (hedge or of_hedge or word.tag in ("DET", "ADJ", "SYM") or word.lemma in ("than", "about")):
            break
        at -= 1
    return at


def _is_when(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the value is a date or a time, not a number of days."""
    words = tokens[first : last + 1]
    named = any(t.lemma.lower() in _CALENDAR for t in words)
    if named:
        return not (words[0].tag == "NUM" and words[-1].tag == "NOUN" and words[-1].lemma not in ("a.m.", "p.m."))
    year = len(words) == 1 and len(words[0].text) == 4 and words[0].text[:2] in ("17", "18", "19", "20", "21")
    return year and first > 0 and tokens[first - 1].lemma in _WHEN


def _modifies(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a date stands before the noun that it dates: "the Oct. 7 attack", "Monday's vote"."""
    if last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    if following.lemma == "'s" or following.text in "'’":
        return True
    return following.tag in ("NOUN", "ADJ") and (first == 0 or tokens[first - 1].tag in ("DET", "ADJ"))


def _is_measure(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the value ends in its own unit, which no noun follows: "12 miles", not "a 12-mile front"."""
    if last == first or tokens[last].tag != "NOUN":
        return False
    hyphen = any(t.text == "-" for t in tokens[first : last + 1])
    return not hyphen and tokens[last].text.endswith("s")


def _run(tokens: Tokens, start: int) -> int | None:
    """The noun that ends the run of adjectives and nouns from `start`."""
    at = start
    head: int | None = None
    while at < len(tokens) and at < start + LONGEST_PHRASE:
        word = tokens[at]
        if word.text.lower() in _SUFFERED and (at + 1 >= len(tokens) or tokens[at + 1].tag not in _INSIDE):
            break
        if _may_head(tokens, at, head):
            head = at
            if word.lemma in _CALENDAR and word.text.endswith("s"):
                return at  # "30 years experience"
        elif head is not None and tokens[head].tag == "NOUN":
            if not (word.text == "-" and at + 1 < len(tokens) and tokens[at + 1].tag == "NOUN"):
                break
        elif not _may_precede(tokens, at):
            break
        at += 1
    if head is not None:
        return head
    return _state(tokens, start)


def _may_head(tokens: Tokens, at: int, head: int | None) -> bool:
    word = tokens[at]
    if word.tag == "NOUN":
        return head is None or not (word.lemma in _ADVERBIAL or word.lemma in _CALENDAR)
    return word.tag == "PROPN" and word.lemma.lower() not in _CALENDAR and (head is None or tokens[head].tag == "PROPN")


def _state(tokens: Tokens, start: int) -> int | None:
    """A state that stands for those who are in it: "12 dead", "12 feared dead"."""
    for at in (start, start + 1):
        if at < len(tokens) and tokens[at].text.lower() in _STATES and tokens[at].tag in ("ADJ", "NOUN", "VERB"):
            return at
        if at < len(tokens) and tokens[at].lemma not in _FINDING:
            return None
    return None


def _may_precede(tokens: Tokens, at: int) -> bool:
    """Whether the word can stand between a number and its noun."""
    word = tokens[at]
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if word.tag in ("ADJ", "NUM", "SYM") or word.text in ("-", "'s", "’s"):
        return True
    if word.tag == "VERB":
        return word.text.endswith(("ing", "ed", "en")) and following in ("NOUN", "ADJ")
    if word.tag in ("CCONJ", "ADV") or word.text in (",", "“", '"'):
        return following in ("ADJ", "VERB") if word.tag != "ADV" else following == "ADJ"
    return False


def _after_of(tokens: Tokens, start: int) -> tuple[int | None, int] | None:
    """What "of the ..." after a number names ("in ..." after a sum of money), and where that phrase ends."""
    if start >= len(tokens) or not (
        tokens[start].lemma == "of" or (tokens[start].lemma == "in" and _is_money(tokens, start))
    ):
        return None
    at = start + 1
    while at < min(len(tokens), start + LONGEST_PHRASE) and tokens[at].tag in ("DET", "NUM", "PRON"):
        if tokens[at].tag == "PRON" and not (at + 1 < len(tokens) and tokens[at + 1].tag in _INSIDE):
            return None, at
        at += 1
    head = _run(tokens, at)
    return None if head is None else (head, head)


def _is_money(tokens: Tokens, end: int) -> bool:
    """ "$10 million in aid", not "in March" or "in Kyiv"."""
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if following is None or following.tag not in ("NOUN", "ADJ") or following.lemma in _CALENDAR:
        return False
    return any(t.tag == "SYM" and t.text != "%" for t in tokens[max(0, end - 4) : end])


def _before(tokens: Tokens, first: int, last: int, left: int) -> _Phrase:
    """No noun after the value: the noun before "of", or the name before a comma ("Kim Ray, 45, said")."""
    ends = last + 1 >= len(tokens) or tokens[last + 1].text in ",)"
    if first > 1 and tokens[first - 1].text in (",", "(") and ends and tokens[first - 2].tag == "PROPN":
        return _Phrase(head=first - 2, left=_noun_start(tokens, first - 2), right=min(last + 1, len(tokens) - 1))
    if left > 1 and tokens[left - 1].lemma == "of" and tokens[left - 2].tag == "NOUN":
        return _Phrase(head=left - 2, left=_noun_start(tokens, left - 2), right=last)
    return _Phrase(head=None, left=left, right=last)


def _is_level(tokens: Tokens, phrase: _Phrase, action: int | None) -> bool:
    """Whether the value is the level of a subject: "the toll rose to 12", "the toll is 12"."""
    edge = _without_hedges(tokens, phrase.left)
    if action is None:
        return edge > 0 and tokens[edge - 1].tag == "AUX" and tokens[edge - 1].lemma == "be"
    between = tokens[action + 1 : edge]
    return action < edge and tokens[action].lemma in _MOVING and all(t.tag in ("ADP", "ADV", "PART") for t in between)


# The verb


def _action(tokens: Tokens, phrase: _Phrase) -> int | None:
    edge = _without_hedges(tokens, phrase.left)
    if _is_predicate(tokens, edge - 1):
        after = phrase.right + 1  # "is 22 years old"
        return after if after < len(tokens) and tokens[after].tag == "ADJ" and phrase.head != after else None
    if (
        phrase.head is not None
        and tokens[phrase.head].text.lower() in _STATES
        and tokens[phrase.head - 1].lemma in _FINDING
    ):
        return phrase.head - 1
    left = _verb_before(tokens, edge - 1)
    governed = _is_governed(tokens, phrase)
    near = None if governed else _verb_after(tokens, phrase.right + 1, reach=0, alone=left is None)
    if near is not None and not _is_reduced(tokens, near, left, edge):
        return near
    if left is not None and not _defers(tokens, left, phrase, edge):
        return left
    if left is None and governed and _is_verbless(tokens, edge - 1):
        return None
    far = _verb_after(tokens, phrase.right + 1, reach=FARTHEST if left is None else NEARBY, alone=left is None)
    return left if far is None else far


def _is_verbless(tokens: Tokens, start: int) -> bool:
    """Whether the clause up to there has a form of "be" only: "he has been there for 12 days"."""
    for at in range(start, max(-1, start - LONGEST_LOOK), -1):
        if tokens[at].tag == "AUX":
            return True
        if _is_mark(tokens[at]) or tokens[at].text == ",":
            return False
    return False


def _defers(tokens: Tokens, verb: int, phrase: _Phrase, edge: int) -> bool:
    """Whether a verb of saying gives way to what is said: not after "was reported dead in 12", nor "said Monday"."""
    if tokens[edge - 1].text == "," and phrase.head is not None:
        return True  # "To save money, two firms in the north merged"
    if tokens[verb].lemma not in REPORTING or is_passive(tokens, verb):
        return False
    return not (phrase.head is None and verb == edge - 1)


def _is_governed(tokens: Tokens, phrase: _Phrase) -> bool:
    """Whether a preposition stands before the phrase."""
    edge = _without_hedges(tokens, phrase.left)
    return edge > 0 and (
        tokens[edge - 1].tag in ("ADP", "SCONJ") or tokens[edge - 1].text.lower() in _LIKE_PREPOSITIONS
    )


def _is_reduced(tokens: Tokens, verb: int, left: int | None, edge: int) -> bool:
    """Whether a participle after the object of `left` only narrows it: "rescued 12 people trapped inside"."""
    if left is None or left != edge - 1 or tokens[left].lemma in REPORTING or tokens[left].lemma in ("leave", "find"):
        return False
    return tokens[verb - 1].tag in _NOMINAL and tokens[verb].text != tokens[verb].lemma


def _without_hedges(tokens: Tokens, left: int) -> int:
    floor = max(0, left - LONGEST_GROUP)
    while left > floor and tokens[left - 1].tag == "ADV" and tokens[left - 1].lemma not in _CLAUSE_WORDS:
        left -= 1
    return left


def _is_predicate(tokens: Tokens, copula: int) -> bool:
    """Whether the phrase after a form of "be" is what somebody is ("There are 12 people missing" is not)."""
    if copula < 0 or tokens[copula].tag != "AUX" or tokens[copula].lemma != "be":
        return False
    at = copula - 1
    while at >= max(0, copula - LONGEST_GROUP) and tokens[at].tag in _LIGHT:
        at -= 1
    return at >= 0 and tokens[at].lemma != "there" and (tokens[at].tag in _NOMINAL or tokens[at].tag == "PRON")


def _verb_after(tokens: Tokens, start: int, *, reach: int, alone: bool) -> int | None:
    """The verb whose subject ends before `start`; `reach` is how many words of its modifiers may stand between.

    Where it is not `alone`, because another verb stands before, an infinitive or a new clause is not its.
    """
    helped = False
    passed = 0
    participle: int | None = None
    for at in range(start, min(start + FARTHEST + 10, len(tokens))):
        word = tokens[at]
        suffered = at == start and word.text.lower() in _SUFFERED
        if (word.tag == "VERB" and word.text not in _LIKE_PREPOSITIONS) or suffered or (helped and word.tag == "ADJ"):
            if helped or suffered or not word.text.endswith("ing"):
                return _chained(tokens, at)
            participle = at if participle is None else participle
        elif word.tag == "AUX":
            helped = True
        elif _ends_search(tokens, at, helped=helped, alone=alone):
            break
        passed += word.tag not in _LIGHT
        if passed > reach:
            break
    return participle if reach else None


def _ends_search(tokens: Tokens, at: int, *, helped: bool, alone: bool) -> bool:
    word = tokens[at]
    if word.lemma == "to" and word.tag == "PART":
        return not alone
    if word.tag in ("ADV", "PART"):
        return word.lemma in _CLAUSE_WORDS
    return helped or _is_mark(word) or (not alone and (word.tag == "CCONJ" or word.text == ","))


def _chained(tokens: Tokens, at: int) -> int:
    """The last verb of "is expected to be sent"."""
    for _ in range(LONGEST_CHAIN):
        if tokens[at].lemma not in CATENATIVES or at + 2 >= len(tokens) or tokens[at + 1].lemma != "to":
            return at
        verb = next((i for i in range(at + 2, min(at + 6, len(tokens))) if tokens[i].tag not in _LIGHT), None)
        if verb is None or tokens[verb].tag != "VERB":
            return at
        at = verb
    return at


def _verb_before(tokens: Tokens, start: int) -> int | None:
    predicate: int | None = None
    for at in range(start, max(-1, start - LONGEST_LOOK), -1):
        word = tokens[at]
        if word.tag == "VERB" and word.text not in _LIKE_PREPOSITIONS and not _is_modifier(tokens, at):
            return at
        if word.tag == "ADJ" and at + 1 < len(tokens) and tokens[at + 1].tag not in _NOMINAL:
            predicate = at
        if word.tag == "AUX" and predicate is not None and word.lemma == "be":
            return predicate
        if _is_mark(word) or word.lemma in _CLAUSE_WORDS:
            return None
    return None


def _is_mark(word: Token) -> bool:
    """Whether a clause ends here."""
    return word.tag == "SCONJ" or word.text in _MARKS


def _is_modifier(tokens: Tokens, at: int) -> bool:
    """A participle before its noun: "armed men", "an estimated 12"."""
    if not tokens[at].text.endswith(("ed", "en", "ing")) or at + 1 >= len(tokens):
        return False
    before = tokens[at - 1].tag if at else ""
    return (tokens[at + 1].tag == "NOUN" and before in ("DET", "ADJ", "ADP", "NUM")) or (
        tokens[at + 1].tag == "NUM" and before == "DET"
    )


# Company


def _qualifiers(tokens: Tokens, head: int | None, first: int, last: int) -> tuple[int, ...]:
    """What narrows the noun: words of its phrase before it, the nouns of "of", "in" or "from" right after it."""
    if head is None:
        return ()
    found: list[int] = []
    for at in range(head - 1, max(-1, head - LONGEST_PHRASE), -1):
        word = tokens[at]
        if first <= at <= last:
            continue
        if word.tag in ("NOUN", "PROPN", "ADJ") and word.lemma not in _HEDGES:
            found.append(at)
        elif not (
            word.tag in ("DET", "NUM", "SYM") or word.text in ("-", "'s", "’s") or (word.tag == "VERB" and at > last)
        ):
            break
    return tuple(sorted(found)) + _following(tokens, head, first, last)


def _following(tokens: Tokens, head: int, first: int, last: int) -> tuple[int, ...]:
    found: list[int] = []
    at = head + 1
    for _ in range(2):
        if at >= len(tokens) or tokens[at].lemma not in ("of", "in", "from"):
            break
        at += 1
        while at < min(len(tokens), head + 3 * LONGEST_PHRASE) and tokens[at].tag in ("DET", "ADJ"):
            at += 1
        start = at
        while at < min(len(tokens), start + LONGEST_PHRASE) and tokens[at].tag in _NOMINAL and not first <= at <= last:
            if tokens[at].lemma.lower() not in _CALENDAR:
                found.append(at)
            at += 1
        if at == start:
            break
    return tuple(found)


def _subject(tokens: Tokens, action: int) -> int | None:
    """The noun before the verb that no preposition governs; for ", killing 12" the subject of the verb before."""
    at = action - 1
    floor = max(0, action - LONGEST_LOOK)
    while at >= floor and (
        tokens[at].tag in _LIGHT or tokens[at].lemma in CATENATIVES or tokens[at + 1].lemma == "yet"
    ):
        at -= 1
    if at == action - 1 and at > 0 and tokens[at].text == "," and tokens[action].text.endswith("ing"):
        main = _verb_before(tokens, at)
        return None if main is None else _subject(tokens, main)
    while at >= floor and not _is_mark(tokens[at]):
        word = tokens[at]
        if word.tag in _NOMINAL or word.tag == "PRON":
            start = _noun_start(tokens, at)
            relative = word.lemma in _RELATIVE
            if not relative and not _is_adjunct(tokens, start):
                return None if word.lemma == "there" else at
            at = start - (1 if relative else 2)
        elif word.tag in ("ADJ", "ADV", "NUM", "PUNCT", "DET"):
            at -= 1
        else:
            return None
    return None


def _is_adjunct(tokens: Tokens, start: int) -> bool:
    """Whether a preposition governs the phrase that starts there; "at least 12" and "more than 12" are not governed."""
    if start == 0 or tokens[start - 1].tag != "ADP" or tokens[start].lemma in _HEDGES:
        return False
    return not (tokens[start - 1].lemma in ("than", "about", "around", "over") and tokens[start].tag == "NUM")


def _noun_start(tokens: Tokens, at: int) -> int:
    """Where the phrase that ends in a noun starts."""
    floor = max(0, at - LONGEST_PHRASE)
    while at > floor and (tokens[at - 1].tag in _INSIDE or tokens[at - 1].text in ("-", "'s", "’s")):
        at -= 1
    return at


def _object(tokens: Tokens, action: int) -> int | None:
    """The noun right after an active verb."""
    if is_passive(tokens, action):
        return None
    at = action + 1
    end = min(len(tokens), at + LONGEST_PHRASE)
    while at < end and (tokens[at].tag in _BEFORE_NOUN or tokens[at].lemma in _BETWEEN):
        at += 1
    if at < len(tokens) and tokens[at].tag == "PRON":
        return at
    return _run(tokens, at)


def is_passive(tokens: Tokens, action: int) -> bool:
    """Whether a form of "be" or "get" helps a participle."""
    if tokens[action].tag != "VERB" or tokens[action].text.endswith("ing"):
        return False
    at = action - 1
    while at >= max(0, action - LONGEST_GROUP) and tokens[at].tag in ("ADV", "PART"):
        at -= 1
    return at >= 0 and tokens[at].tag == "AUX" and tokens[at].lemma in ("be", "get")


# Where the action stands


def aspect_of(tokens: Tokens, action: int | None) -> Aspect:
    """Whether what a verb names is planned, going on, done or not done, by the words that help it.

    >>> from summarizer.language.tagging import tag
    >>> [str(aspect_of(tag(text), at)) for text, at in (("Troops will not leave.", 3), ("Quake kills 12", 1), ("They left.", 1))]
    ['not_done', 'done', 'done']
    """
    if action is None or not 0 <= action < len(tokens):
        return Aspect.UNKNOWN
    group = _group(tokens, action)
    helpers = [tokens[i] for i in group]
    lemmas = {t.lemma for t in helpers}
    if lemmas & _NEGATIONS or _negated_subject(tokens, group[0] if group else action) or _fails(tokens, group):
        return Aspect.NOT_DONE
    if _is_conditional(tokens, group[0] if group else action):
        return Aspect.UNKNOWN
    if "to" in lemmas:
        return _of_infinitive(tokens, group)
    if lemmas & _MODALS:
        return Aspect.UNKNOWN if "have" in lemmas else Aspect.PLANNED
    return _of_finite(tokens, action, helpers)


def _group(tokens: Tokens, action: int) -> list[int]:
    """The words that help a verb, from the first to the last one, with the verbs that it depends on by "to"."""
    at = action
    while at > max(0, action - LONGEST_GROUP):
        word = tokens[at - 1]
        to_follows = tokens[at].lemma == "to" and tokens[at].tag == "PART"
        if not (word.tag in _LIGHT or (to_follows and (word.tag == "VERB" or word.lemma in CATENATIVES))):
            break
        at -= 1
    return list(range(at, action))


def _fails(tokens: Tokens, group: Sequence[int]) -> bool:
    """ "failed to", "refused to", "yet to"."""
    return any(tokens[i].lemma in _FAILING and i + 1 in group and tokens[i + 1].lemma == "to" for i in group)


def _negated_subject(tokens: Tokens, start: int) -> bool:
    """ "No one was killed", "None of them came", "Neither side won"."""
    subject = _subject(tokens, start)
    if subject is None:
        return False
    edge = max(0, subject - 4)
    for at in range(subject, edge - 1, -1):
        if tokens[at].lemma in _NONE:
            return True
        if at < subject and tokens[at].tag not in ("DET", "ADJ", "NOUN", "PROPN"):
            return False
    return False


def _is_conditional(tokens: Tokens, start: int) -> bool:
    """Whether the clause begins with "if", "unless" or "whether"."""
    for at in range(start - 1, max(-1, start - 12), -1):
        if tokens[at].lemma in ("if", "unless", "whether"):
            return True
        if tokens[at].tag in ("VERB", "SCONJ") or tokens[at].text == ",":
            return False
    return False


def _of_infinitive(tokens: Tokens, group: Sequence[int]) -> Aspect:
    """By the verb before "to": "began to" is done, "is to" and "plans to" are planned."""
    last = max(i for i in group if tokens[i].lemma == "to")
    if any(tokens[i].lemma == "have" and i > last for i in group):
        return Aspect.UNKNOWN
    governing = next((i for i in range(last - 1, max(-1, last - 3), -1) if tokens[i].tag in ("VERB", "ADJ")), None)
    if governing is None or governing not in group or tokens[governing].lemma not in _BEGINNING:
        return Aspect.PLANNED
    return aspect_of(tokens, governing)


def _of_finite(tokens: Tokens, action: int, helpers: Sequence[Token]) -> Aspect:
    word = tokens[action]
    form = word.text.lower()
    lemmas = [t.lemma for t in helpers if t.tag == "AUX"]
    past = any(t.text.lower() in ("was", "were", "had", "did", "been", "got") for t in helpers)
    if form.endswith("ing") and form != word.lemma:
        past = any(t.text.lower() in ("was", "were", "had") for t in helpers)  # "have been going" goes on
        return _of_participle(tokens, action, lemmas, past=past)
    if word.tag in ("ADJ", "NOUN"):
        return Aspect.DONE if past or (form in _SUFFERED and not lemmas) else Aspect.UNKNOWN
    if past or "have" in lemmas or "get" in lemmas:
        return Aspect.ONGOING if any(t.text.lower() == "being" for t in helpers) and not past else Aspect.DONE
    if "be" in lemmas:
        return Aspect.ONGOING if any(t.text.lower() == "being" for t in helpers) else Aspect.UNKNOWN
    if "do" in lemmas:
        return Aspect.UNKNOWN
    return _of_bare(tokens, action, form)


def _of_participle(tokens: Tokens, action: int, lemmas: Sequence[str], *, past: bool) -> Aspect:
    """ "is killing" goes on; ", killing 12" is as done as the verb before it."""
    if lemmas:
        return Aspect.DONE if past else Aspect.ONGOING
    if action and tokens[action - 1].text == ",":
        main = next((i for i in range(action - 2, max(-1, action - LONGEST_LOOK), -1) if tokens[i].tag == "VERB"), None)
        return Aspect.UNKNOWN if main is None or tokens[main].text.lower().endswith("ing") else aspect_of(tokens, main)
    around = [*tokens[max(0, action - LONGEST_LOOK) : action], *tokens[action + 1 : action + LONGEST_LOOK]]
    only = not any(t.tag in ("VERB", "AUX") for t in around)
    headed = action > 0 and tokens[action - 1].tag in _NOMINAL
    return Aspect.ONGOING if only and headed and _is_headline(tokens) else Aspect.UNKNOWN


def _of_bare(tokens: Tokens, action: int, form: str) -> Aspect:
    """A verb without helpers: the past is done, and so is a headline's present."""
    lemma = tokens[action].lemma
    present = form in (lemma, lemma + "s", lemma + "es", lemma[:-1] + "ies")
    if not present:
        return Aspect.DONE
    if form == lemma and lemma in _UNCHANGED and action and tokens[action - 1].tag != "PRON":
        return Aspect.DONE
    if lemma in _LASTING:
        return Aspect.UNKNOWN
    if lemma in REPORTING and form != lemma:
        return Aspect.DONE
    return Aspect.DONE if _is_headline(tokens) and action > 0 else Aspect.UNKNOWN


def _is_headline(tokens: Tokens) -> bool:
    return tokens[-1].text not in (".", "!", "?", "”", '"', "…", "...")
