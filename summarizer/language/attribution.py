"""Who said what: an article's text and its sentence spans in; attributions with exact spans out, in text order.

Each sentence is read by itself (attribution_cues); then quotations that run on take the speaker of their attributed part,
pronouns take the speaker before them where only one can be meant, and names take their fullest form in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from summarizer.domain.text import Span, Token
from summarizer.language.attribution_clauses import Line, Range, phrase_before
from summarizer.language.attribution_cues import readings
from summarizer.language.attribution_forms import Reading
from summarizer.language.attribution_lines import labelled
from summarizer.language.attribution_words import CUES, NOUN_CUES, PRONOUN_SORTS, ROLE_NOUNS, SOURCE_PRONOUNS, THAT_ONLY
from summarizer.language.name_words import is_given_name
from summarizer.language.quotes import quotation_spans
from summarizer.language.speakers import Roster, is_common, is_person, roster_of, sort_of, speaker_of
from summarizer.language.tagging import tag

READ_AT_MOST = 2_000  # characters of a sentence; longer ones are tables or lists run together
LONGEST_OPENING = 100  # characters of a sentence in which its subject stands
WIDEST_GAP = 2_000  # characters between a cue and a quotation that goes on with its speaker
_IRREGULAR = "said told wrote thought knew felt found heard saw swore understood according".split()


# The last speaker of each sort in each sentence.
_Recent = dict[tuple[str, int], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One stretch of text that somebody is the source of.

    `source` and `cue` are the words that say so ("Mr. Oda", "said"), None where a quotation goes on without them;
    `speaker` is the source's name in the fullest form of the article, or its noun phrase; `chain` holds those whom the
    source itself cites, outermost first, and then the speaker is the last of them. `verb` is the cue's lemma.
    """

    source: Span | None
    cue: Span | None
    content: Span
    speaker: str | None
    direct: bool
    chain: tuple[str, ...] = ()
    verb: str | None = None


def attributions(text: str, sentences: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Everything in the text that is attributed; contents lie within a sentence or cover a quotation of several.

    >>> text = "Kyrylo Budanov spoke. Budanov said the bridge fell."
    >>> [(a.speaker, a.content.of(text)) for a in attributions(text, (Span(0, 21), Span(22, 51)))]
    [('Kyrylo Budanov', 'the bridge fell')]
    """
    page = _Page(text=text, sentences=sentences, quotes=quotation_spans(text), roster=roster_of(text))
    found: list[Attribution] = []
    announced: list[Attribution] = []
    recent: _Recent = {}
    for number, sentence in enumerate(sentences):
        if not _cue_pattern().search(text[sentence.start : sentence.end].lower()):
            continue
        line = _line(page, sentence)
        for reading in readings(line):
            made = _attribution(page, line, reading, number, recent)
            found += (replace(made, content=line.span(content)) for content in reading.contents)
            if not reading.contents:
                announced.append(replace(made, content=sentence))
    found = [*_by_layout(page), *(_grown(page, a) for a in found)]
    return tuple(_with_quotations(page, found, announced))


def _by_layout(page: _Page) -> Iterator[Attribution]:
    """What transcripts, signed quotations and a headline's label give to somebody."""
    for one in labelled(page.text, page.quotes):
        speaker = speaker_of(one.source.of(page.text), page.roster)
        yield Attribution(
            source=one.source, cue=one.sign, content=one.content, speaker=speaker, direct=True, verb="say"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    text: str
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]
    roster: Roster


@cache
def _cue_pattern() -> re.Pattern[str]:
    lemmas = (*CUES, *NOUN_CUES, *THAT_ONLY, "point", "read", "put")
    stems = sorted({lemma[:-1] if lemma[-1] in "ey" else lemma for lemma in lemmas})
    return re.compile(
        rf"\b(?:{'|'.join([*_IRREGULAR, *stems])})"
    )  # on lower case: a pattern that ignores it takes ten times as long


def _line(page: _Page, sentence: Span) -> Line:
    tokens = tag(page.text[sentence.start : min(sentence.end, sentence.start + READ_AT_MOST)])
    return Line(sentence.start, tokens, _quoted(page, sentence, tokens))


def _quoted(page: _Page, sentence: Span, tokens: tuple[Token, ...]) -> tuple[bool, ...]:
    """Which tokens stand in quotation marks."""
    at = _quote_at(page, sentence.start)
    if at >= len(page.quotes) or page.quotes[at].start >= sentence.end:
        return (False,) * len(tokens)
    return tuple(_in_quotes(page, sentence.start + t.start) for t in tokens)


def _quote_at(page: _Page, offset: int) -> int:
    """The index of the first quotation that ends behind `offset`."""
    return bisect_left(page.quotes, offset + 1, key=lambda q: q.end)


def _in_quotes(page: _Page, offset: int) -> bool:
    at = _quote_at(page, offset)
    return at < len(page.quotes) and page.quotes[at].start <= offset


def _attribution(page: _Page, line: Line, reading: Reading, number: int, recent: _Recent) -> Attribution:
    source = None if reading.source is None else line.span(reading.source)
    chain = tuple(speaker_of(line.span(r).of(page.text), page.roster) for r in reading.chain)
    speaker = chain[-1] if chain else _speaker(page, line, reading, number, recent)
    if speaker is not None and reading.source is not None and not chain:
        recent[sort_of(speaker, page.roster), number] = speaker
    cue = line.span(reading.cue)
    return Attribution(
        source=source, cue=cue, content=cue, speaker=speaker, direct=False, chain=chain, verb=reading.verb
    )


def _speaker(page: _Page, line: Line, reading: Reading, number: int, recent: _Recent) -> str | None:
    if reading.source is None:
        return None
    word = line.lower(reading.source[0])
    if reading.source[1] - reading.source[0] > 1 or word not in SOURCE_PRONOUNS:
        return _named(page, line, reading.source)
    if word in ("who", "which"):
        last = reading.source[0] - 1
        before = phrase_before(line, last - 1 if line.is_comma(last) else last)
        return None if before is None else _named(page, line, before)
    return _antecedent(page, line.span(reading.source), word, number, recent)


def _named(page: _Page, line: Line, source: Range) -> str:
    """The speaker's name; a common noun that the sentence starts with loses its capital."""
    words = line.span(source).of(page.text)
    name = speaker_of(words, page.roster)
    common = source[0] == 0 and words[1:2].islower() and is_common(line.lower(0))
    return name[0].lower() + name[1:] if common and words.startswith(name) else name


def _antecedent(page: _Page, source: Span, pronoun: str, number: int, recent: _Recent) -> str | None:
    """Whom a pronoun stands for: the last speaker of its sort, or for a person the last subject, when near."""
    sort, reach = PRONOUN_SORTS.get(pronoun, ("", -1))
    for back in range(min(reach, number) + 1):
        if (sort, number - back) in recent:
            return recent[sort, number - back]
        sentence = page.sentences[number - back]
        named = (
            _opening_person(page, sentence, source.start if back == 0 else sentence.end) if sort == "person" else None
        )
        if named is not None:
            return named
    return None


# "The US defence secretary, Lloyd Austin, …": the name of who a sentence opens with.
_APPOSED = re.compile(
    r"(?:The|An?|His|Her|Its|Their)\s[^,.;:]{3,60},\s(?P<name>[^\W\d_][\w.'’-]{1,24}(?:\s[^\W\d_a-z][\w.'’-]{1,24}){1,3}),"
)
_OPENING = re.compile(r"(?:[^\W\d_][\w.'’-]*\s+){0,5}?(?=[a-z])")
# "Ilka Maren, governor since 2022, …", "Cash chief Dusan Velk …": a role beside the name tells that it is a person's.
_NAME_RUN = r"[^\W\d_a-z][\w'’-]{1,24}(?:\s[^\W\d_a-z][\w.'’-]{0,24}){1,3}"
_BEFORE_ROLE = re.compile(rf"(?P<name>{_NAME_RUN}),\s(?P<role>[a-z][^,.;:]{{1,60}}),")
_BEHIND_ROLE = re.compile(
    rf"(?P<role>(?:[^\W\d_][\w'’-]{{0,24}}\s){{0,4}}?[a-z]{{2,24}}\s)(?P<name>{_NAME_RUN})\s[a-z]"
)


def _opening_person(page: _Page, sentence: Span, end: int) -> str | None:
    """A person whose name a sentence begins with."""
    words = page.text[sentence.start : min(end, sentence.start + LONGEST_OPENING)]
    for pattern in (_BEFORE_ROLE, _BEHIND_ROLE):
        found = pattern.match(words)
        if found and ROLE_NOUNS & {w.lower() for w in found["role"].split()}:
            name = speaker_of(found["name"], page.roster)
            return name if is_person(name, page.roster) else None
    apposed = _APPOSED.match(words)
    opening = _OPENING.match(words)
    if apposed is None and (opening is None or not opening[0].strip()):
        return None
    name = speaker_of((apposed["name"] if apposed else opening[0] if opening else "").strip(), page.roster)
    return name if is_person(name, page.roster) and is_given_name(name.split()[0]) else None


def _grown(page: _Page, attribution: Attribution) -> Attribution:
    """The attribution with its content drawn out over the whole of a quotation that runs past the sentence."""
    start, end = attribution.content.start, attribution.content.end
    at = _quote_at(page, start)
    direct = False
    while at < len(page.quotes) and page.quotes[at].start < end:
        quote = page.quotes[at]
        direct = True
        start, end = min(start, quote.start), max(end, quote.end)
        at += 1
    return replace(attribution, content=Span(start, end), direct=direct)


def _with_quotations(page: _Page, found: list[Attribution], announced: list[Attribution]) -> Iterator[Attribution]:
    """All attributions, with the quotations between them that go on with a speaker, or follow a colon."""
    marks = sorted(
        [*((a, False) for a in found), *((a, True) for a in announced)],
        key=lambda m: (m[0].content, m[0].cue or m[0].content),
    )
    extra: list[Attribution] = []
    at = covered = 0
    last: Attribution | None = None
    for quote in page.quotes:
        while at < len(marks) and marks[at][0].content.start < quote.end:
            last, leads = marks[at]
            covered = covered if leads else max(covered, last.content.end)
            at += 1
        if quote.start < covered or last is None or last.speaker is None or not _goes_on(page, last, quote):
            continue
        extra.append(replace(last, content=quote, direct=True))
        last = replace(last, source=None, cue=None, content=quote, direct=True)
        if not marks[at - 1][1]:
            extra[-1] = last
        marks[at - 1] = (last, False)
    yield from sorted([*found, *extra], key=lambda a: (a.content, a.cue or a.content))


def _goes_on(page: _Page, last: Attribution, quote: Span) -> bool:
    """Whether a quotation that stands by itself belongs to the speaker before it in its paragraph."""
    first = bisect_left(page.sentences, quote.start + 1, key=lambda s: s.end)
    if first >= len(page.sentences):
        return False
    sentence = page.sentences[first]
    if page.text[sentence.start : quote.start].strip("\"'“”‘’„«» \u00a0"):
        return False
    anchor = max(last.content.end, last.cue.end if last.cue else 0)
    between = page.text[anchor : min(quote.start, anchor + WIDEST_GAP + 1)]
    if len(between) <= WIDEST_GAP and not re.search(r"[^\s\"“„‘'«]", between):
        return True
    previous = page.sentences[first - 1] if first else None
    near = previous is not None and previous.start <= anchor <= previous.end
    return near and "\n" not in between
