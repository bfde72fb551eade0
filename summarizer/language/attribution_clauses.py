"""Noun phrases around a verb: a tagged sentence and a place in it in; the token range of the phrase out.

Ranges are half-open and count tokens of one Line.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.domain.text import Span, Token
from summarizer.language.attribution_words import QUOTE_MARKS, ROLE_NOUNS, SOURCE_PRONOUNS, TIME_WORDS, WEEKDAYS

LONGEST_PHRASE = 30  # tokens; longer ones are clauses that were misread
LONGEST_APPOSITION = 45

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "SYM", "X"})
_POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your", "whose"})
_PRONOUNS = _POSSESSIVE | frozenset(
    "i you he she it we they me him us them this that these those who whom which what whoever there one ones some any all both each "
    "none neither either another other others many few several most everyone everybody everything someone somebody something anyone "
    "anybody anything nobody nothing no yes mine yours ours theirs himself herself itself themselves myself ourselves oh well".split()
)
_DASHES = frozenset({"—", "–", "--", "―", "-"})
_STOPS = frozenset({".", "!", "?", ";", ":", "…", "...", "?!"})

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its tokens, the offset it starts at in the article, and which tokens stand in quotation marks."""

    base: int
    tokens: tuple[Token, ...]
    quoted: tuple[bool, ...]

    def lower(self, index: int) -> str:
        """The token's text in lower case; "" outside the sentence."""
        return self.tokens[index].text.lower() if 0 <= index < len(self.tokens) else ""

    def tag(self, index: int) -> str:
        """The token's part of speech; "" outside the sentence."""
        if not 0 <= index < len(self.tokens):
            return ""
        token = self.tokens[index]
        if token.text[0].isupper() and token.tag in ("PRON", "INTJ", "X") and token.text.lower() not in _PRONOUNS:
            return "PROPN"
        return "NOUN" if token.tag == "VERB" and token.text.lower().removesuffix("s") in ROLE_NOUNS else token.tag

    def span(self, found: Range) -> Span:
        """Where the tokens stand in the article."""
        return Span(self.base + self.tokens[found[0]].start, self.base + self.tokens[found[1] - 1].end)

    def is_mark(self, index: int) -> bool:
        """Whether a quotation mark stands there."""
        return 0 <= index < len(self.tokens) and self.tokens[index].text in QUOTE_MARKS

    def is_comma(self, index: int) -> bool:
        """Whether a comma or a dash stands there, outside quotations."""
        return 0 <= index < len(self.tokens) and (self.lower(index) == "," or self.lower(index) in _DASHES)

    def is_end(self, index: int) -> bool:
        """Whether the sentence, or its part up to a semicolon, is over there."""
        if index >= len(self.tokens):
            return True
        if self.is_mark(index):
            return self.is_end(index + 1)
        return self.lower(index) in _STOPS

    def is_time(self, index: int) -> bool:
        """Whether a word for a time stands there, not one that belongs to a name ("USA Today")."""
        word = self.lower(index)
        return word in WEEKDAYS or (word in TIME_WORDS and (index == 0 or self.tokens[index].text == word))

    def is_finite(self, index: int) -> bool:
        """Whether a verb stands there that can carry a clause: no -ing form, no infinitive."""
        if self.tag(index) == "AUX":
            return True
        word = self.lower(index)
        return self.tag(index) == "VERB" and not word.endswith("ing") and self.lower(index - 1) != "to"


def phrase_before(line: Line, last: int) -> Range | None:
    """The noun phrase whose last token is `last`."""
    if last < 0 or line.quoted[last]:
        return None
    if line.lower(last) in SOURCE_PRONOUNS and line.tag(last) in ("PRON", "DET", "NUM"):
        return last, last + 1
    if line.tag(last) not in _NOMINAL and line.lower(last) not in ("'s", "’s", ".", "'", "’"):
        return None
    start = last
    while start > 0 and last - start < LONGEST_PHRASE and _joins(line, start - 1):
        start -= 1
    start = _trimmed(line, start, last)
    if not any(line.tag(i) in ("NOUN", "PROPN") for i in range(start, last + 1)) and not _is_partisan(line, last):
        return None
    return start, last + 1


def _is_partisan(line: Line, index: int) -> bool:
    """ "one Republican", "the American": an adjective with a capital, at the end of its phrase."""
    return line.tag(index) == "ADJ" and index > 0 and line.tokens[index].text[0].isupper()


def _joins(line: Line, index: int) -> bool:
    """Whether the token at `index` belongs to the noun phrase that starts right behind it."""
    tag, word = line.tag(index), line.lower(index)
    if line.quoted[index] and not line.is_mark(index):
        return False
    if tag in _NOMINAL or word in _POSSESSIVE or word in ("'s", "’s", "&", "-", "/"):
        return True
    left = line.tag(index - 1)
    if tag == "DET":
        return word not in ("that",) or line.tag(index + 1) == "NOUN"
    if tag == "ADP":
        return left in ("NOUN", "PROPN", "NUM") or (left in ("PRON", "DET") and word == "of")
    if tag == "CCONJ" and word in ("and", "or"):
        return left in ("NOUN", "PROPN") and _list_goes_on(line, index)
    if tag == "PRON":
        return line.lower(index + 1) == "of"
    if tag == "ADV":
        return line.tag(index + 1) in ("ADJ", "NUM") and left in ("DET", "")
    modifies = tag == "VERB" and (left in ("DET", "ADJ") or word == "retired")
    return modifies and line.tag(index + 1) in ("NOUN", "PROPN", "ADJ")


def _list_goes_on(line: Line, index: int) -> bool:
    """Whether what stands before "and" is the first part of a subject and not the end of a clause."""
    for i in range(index - 1, max(-1, index - 12), -1):
        if line.tag(i) in ("VERB", "AUX", "SCONJ"):
            return False
        if line.is_comma(i) or line.is_mark(i):
            return True
    return True


def _trimmed(line: Line, start: int, last: int) -> int:
    """Without days and adverbs in front: "On Monday | officials"."""
    while start < last and (line.is_time(start) or line.lower(start) in ("and", "or", "'s", "’s", "of", "-")):
        start += 1
    return start


def source_before(line: Line, cue: int) -> Range | None:
    """The subject of the verb at `cue` that stands before it, past auxiliaries, adverbs, days and appositions."""
    last = before_verb(line, cue)
    if last < 0:
        return None
    if line.is_comma(last):
        return _before_apposition(line, last)
    if line.tag(last) == "VERB" and line.lower(last).endswith("ed") and line.tag(last - 1) == "NOUN":
        last -= 1  # "the poll released Friday"
    return _those(line, last) or _contacted(line, last) or phrase_before(line, last)


def _those(line: Line, last: int) -> Range | None:
    """ "Those close to him | say", "many of whom | say"."""
    if line.lower(last) in ("whom", "which") and line.lower(last - 1) == "of" and last > 1:
        return last - 2, last + 1
    for index in range(last - 1, max(-1, last - 8), -1):
        if line.is_finite(index) or line.is_comma(index) or line.is_end(index):
            return None
        if line.lower(index) == "those":
            return index, last + 1
    return None


def _contacted(line: Line, last: int) -> Range | None:
    """ "All the experts | I interviewed | said": the phrase before a clause that lost its "whom"."""
    if line.tag(last) != "VERB" or line.lower(last - 1) not in ("i", "we", "he", "she", "they", "you"):
        return None
    return phrase_before(line, last - 2)


def before_verb(line: Line, cue: int) -> int:
    """The index of the last token before the verb with its auxiliaries, adverbs and days."""
    last = cue - 1
    while last >= 0 and not line.quoted[last]:
        word = line.lower(last)
        if line.tag(last) in ("AUX", "ADV") or word in ("not", "n't", "n’t", "long", "having", "had", "has", "have"):
            last -= 1
        elif word in WEEKDAYS or (word.isdigit() and len(word) == 4 and line.lower(last - 1) == "in"):
            last -= 2 if line.lower(last - 1) in ("on", "in") else 1
        elif word == ")":
            last = _opening_bracket(line, last) - 1
        else:
            break
    return last


def _opening_bracket(line: Line, closing: int) -> int:
    """Where a short parenthesis opens ("(D-Ohio)"); its own end where it does not."""
    for index in range(closing - 1, max(-1, closing - 10), -1):
        if line.lower(index) == "(":
            return index
    return closing - 1


def _before_apposition(line: Line, comma: int) -> Range | None:
    """The name before ", a member of the committee," where the verb follows the second comma."""
    end = comma
    broken = False
    for index in range(comma - 1, max(-1, comma - LONGEST_APPOSITION), -1):
        if line.quoted[index] or (line.is_end(index) and not (line.lower(index) == "." and line.is_comma(index + 1))):
            return None
        if not line.is_comma(index):
            continue
        if not _can_stand_apart(line, index + 1, end):
            broken = True  # perhaps the end of "whose son Ned, 19, was on board"
            continue
        if broken and line.lower(index + 1) not in ("who", "whose", "which"):
            return None
        last = _opening_bracket(line, index - 1) - 1 if line.lower(index - 1) == ")" else index - 1
        found = phrase_before(line, last)
        if found and _opens_clause(line, found[0]):
            return _named_behind(line, found, (index + 1, end)) or _named_before(line, found) or found
        end = index
    return None


def _named_behind(line: Line, found: Range, apart: Range) -> Range | None:
    """ "His former partner, | Ana Ruiz, | said": the name where the phrase found only says what somebody is."""
    words = range(*apart)
    named = apart[1] - apart[0] > 1 and all(line.tag(i) == "PROPN" for i in words)
    return apart if named and line.tag(found[1] - 1) == "NOUN" else None


def _named_before(line: Line, found: Range) -> Range | None:
    """ "Park, | a member of the committee, | one of ..., said": the name where the phrase found is itself an apposition."""
    if line.tag(found[0]) != "DET" or not line.is_comma(found[0] - 1) or line.tag(found[0] - 2) != "PROPN":
        return None
    name = phrase_before(line, found[0] - 2)
    return name if name and _opens_clause(line, name[0]) else None


def _can_stand_apart(line: Line, start: int, end: int) -> bool:
    """Whether the tokens are an apposition or a relative clause and not a clause of their own."""
    if start >= end:
        return False
    if line.lower(start) in ("who", "whose", "which", "where") or line.lower(start + 1) in (
        "whom",
        "which",
        "whom",
        "whose",
    ):
        return True
    if line.tag(start) in ("SCONJ", "CCONJ", "PRON") and line.lower(start) not in _POSSESSIVE | {"one"}:
        return line.tag(start) == "CCONJ" and not any(line.is_finite(i) for i in range(start, end))
    for index in range(start, end):
        if line.lower(index) in ("who", "that", "which", "whose"):
            return True
        if line.tag(index) == "AUX":
            return False
        if (
            line.tag(index) == "VERB"
            and index > start
            and line.is_finite(index)
            and not line.lower(index).endswith("ed")
        ):
            return False
    return True


def _opens_clause(line: Line, start: int) -> bool:
    """Whether a subject can start there: nothing before it, or a mark or a joining word."""
    return (
        start == 0
        or line.is_comma(start - 1)
        or line.is_mark(start - 1)
        or line.is_end(start - 1)
        or line.tag(start - 1) in ("SCONJ", "CCONJ", "PUNCT", "ADV")
    )


def phrase_after(line: Line, first: int) -> Range | None:
    """The noun phrase that starts at `first`, with its prepositional parts, up to a mark, a verb or the next phrase."""
    if first >= len(line.tokens) or line.quoted[first]:
        return None
    if line.tag(first) == "PRON" and line.lower(first) in SOURCE_PRONOUNS:
        return first, first + 1
    if line.tag(first) not in _NOMINAL | {"DET", "PRON", "ADV"}:
        return None
    end = first
    while end < len(line.tokens) and end - first < LONGEST_PHRASE and _goes_on(line, first, end):
        end += 1
    while end > first and (line.tag(end - 1) in ("ADP", "CCONJ", "DET", "ADV") or line.is_time(end - 1)):
        end -= 1
    if end == first or not any(line.tag(i) in ("NOUN", "PROPN") for i in range(first, end)):
        return None
    return first, end


def _goes_on(line: Line, first: int, index: int) -> bool:
    tag, word = line.tag(index), line.lower(index)
    has_noun = any(line.tag(i) in ("NOUN", "PROPN") for i in range(max(first, index - 1), index))
    if line.quoted[index] or (tag == "PUNCT" and word not in ("-", "&", "/", ".")):
        return False
    if tag == "PROPN" and has_noun and line.tag(index - 1) == "NOUN":
        return line.tokens[index - 1].text.lower() in ROLE_NOUNS
    if tag in _NOMINAL:
        return True
    if tag == "DET" or word in _POSSESSIVE:
        return index == first or line.tag(index - 1) in ("ADP", "CCONJ", "DET", "PRON")
    hyphen = word in ("-", "‑") and index > first and line.tag(index + 1) in _NOMINAL  # "a 52-count complaint"
    return hyphen or _links(line, index, has_noun=has_noun) or _modifies(line, first, index)


def _links(line: Line, index: int, *, has_noun: bool) -> bool:
    """Whether a possessive, preposition or "and" stands there that the phrase goes on behind."""
    tag, word = line.tag(index), line.lower(index)
    if word in ("'s", "’s"):
        return has_noun
    if tag == "ADP":
        return has_noun and line.tag(index + 1) in _NOMINAL | {"DET", "PRON"}
    return word == "and" and has_noun and line.tag(index + 1) in ("PROPN", "NOUN", "DET", "ADJ")


def _modifies(line: Line, first: int, index: int) -> bool:
    """Whether an adverb or a participle stands there that belongs to the noun behind it."""
    tag = line.tag(index)
    if tag == "ADV":
        return line.tag(index + 1) in ("ADJ", "NUM") and index == first
    return (
        tag == "VERB"
        and index > first
        and line.tag(index + 1) in ("NOUN", "PROPN")
        and line.tag(index - 1) in ("DET", "ADJ")
    )


def after_apposition(line: Line, end: int) -> int:
    """The index behind ", a member of the committee" where such a thing follows the phrase that ends at `end`."""
    if not line.is_comma(end):
        return end
    start = end + 1
    opener = line.lower(start)
    role = any(line.lower(i) in ROLE_NOUNS for i in range(start, min(start + 8, len(line.tokens))))
    if not (
        opener in ("who", "whose", "which") or (role and line.tag(start) in ("DET", "NOUN", "PROPN", "ADJ", "NUM"))
    ):
        return end
    for index in range(start, min(len(line.tokens), start + LONGEST_APPOSITION)):
        if line.is_comma(index) or line.is_end(index):
            return index
        if line.is_finite(index) and opener not in ("who", "whose", "which"):
            return end
    return end


def subject_of(line: Line, before: int) -> Range | None:
    """The subject of the sentence's first clause, which shared verbs and participles before `before` have too."""
    start = 0
    while start < before and (line.tag(start) in ("CCONJ", "ADV") or line.is_comma(start)):
        start += 1
    if line.tag(start) in ("ADP", "SCONJ") or line.lower(start).endswith("ing"):
        comma = next((i for i in range(start, before) if line.is_comma(i)), None)
        if comma is None:
            return None
        start = comma + 1
        while start < before and (line.tag(start) == "ADV" or line.is_comma(start)):
            start += 1
    if line.tag(start) == "PRON" and line.lower(start) in ("he", "she", "they", "it"):
        return start, start + 1
    found = phrase_after(line, start)
    if found is None:
        return None
    behind = found[1]
    if line.is_comma(behind):
        closing = next(
            (i for i in range(behind + 1, min(before, behind + LONGEST_APPOSITION)) if line.is_comma(i)), behind
        )
        behind = closing + 1 if _can_stand_apart(line, behind + 1, closing) else behind
    while line.tag(behind) == "ADV":
        behind += 1
    return found if line.is_finite(behind) and behind < before else None
