"""Finds out whose words articles really are: read articles in, their origins out.

Copies of one text, reports credited to one agency and several articles of one outlet are one witness, however many print them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from itertools import combinations, pairwise

from summarizer.domain.report import Origin, ReadArticle
from summarizer.domain.text import Article
from summarizer.language.words import WORD, fold

# Shares are of the shorter article's runs of five words. Of the 2,637 pairs of articles on one incident in incidents.jsonl 89 %
# share under .10. 37 pairs of two outlets share .40 or more: one is page furniture, the others print one text (an agency's, a
# sister station's, or taken from the other). Between .30 and .40 many only follow one police statement (2026-11-24,
# benchmarks/origins.py). A ruling or a speech quoted at length shares more than a police statement, hence the margin.
NEAR_COPY = 0.5
SAME_REPORT = 0.25
RUN = 5
FEWEST_RUNS = 16  # a brief of 20 words; shorter texts are alike by chance, or page furniture
SAME_PARAGRAPHS = (
    40  # runs in common, a paragraph or two, that tie two stories of one agency's credit however long they are
)
PARAGRAPH_HEAD = 60  # characters at the start of a paragraph that hold a dateline
HEAD = 250  # characters at the start of a text that hold a byline and a dateline
FOOT = 250  # characters at its end that hold a credit

_ADDRESS = re.compile(r"^(?:https?://)?www\.|\.(?:com|org|net|co|news|info)(?:\.[a-z]{2})?$|(?<=\w)\.[a-z]{2}$")
_EDITIONS = frozenset(
    "agency app digital edition english europe international live mobile news online site uk us usa website world".split()
)
_DATELINE_CREDIT = re.compile(r"\(([A-Z][A-Za-z0-9./ ]{1,24})\)\s{0,3}[-–—|:]")
_AGENCIES = (
    (re.compile(r"\bAssociated Press\b|\(AP\)|\bAP (?:writer|staff|correspondent)s?\b|^AP$"), "AP"),
    (re.compile(r"\bReuters\b|\bREUTERS\b"), "Reuters"),
    (re.compile(r"\bAgence France-Presse\b|\bAFP\b"), "AFP"),
    (re.compile(r"\bPress Association\b|\bPA Media\b"), "PA Media"),
    (re.compile(r"\bDeutsche Presse-Agentur\b|\bdpa\b|\bDPA\b"), "dpa"),
    (re.compile(r"\bCanadian Press\b"), "The Canadian Press"),
    (re.compile(r"\bAustralian Associated Press\b|\(AAP\)|^AAP$"), "AAP"),
    (re.compile(r"\bPress Trust of India\b|\bPTI\b"), "PTI"),
    (re.compile(r"\bUnited Press International\b|\bUPI\b"), "UPI"),
    (re.compile(r"\b(Yonhap|Xinhua|Kyodo|TASS|Interfax|Anadolu|Ukrinform|ANSA|EFE|Bloomberg)\b"), ""),
)


class _Tie(IntEnum):
    """Why two articles have one origin, the strongest first."""

    EXACT = 0
    NEAR = 1
    AGENCY = 2
    OUTLET = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    left: int
    right: int
    tie: _Tie
    share: float = 1.0
    agency: str = ""


def trace_origins(articles: Sequence[ReadArticle]) -> tuple[Origin, ...]:
    """Origins o1, o2, … in the order of their first articles; every article stands in exactly one."""
    published = [a.article for a in articles]
    words = [tuple(fold(w) for w in WORD.findall(a.text)) for a in published]
    links = [*_same_text(published), *_shared_words(published, words), *_same_outlet(published)]
    groups = _groups(len(published), links)
    return tuple(
        Origin(
            id=f"o{number}",
            articles=tuple(published[i].id for i in group),
            first=published[group[0] if len(group) == 1 else min(group, key=lambda i: _precedence(published[i]))].id,
            why=_why([k for k in links if k.left in group]),
        )
        for number, group in enumerate(groups, 1)
    )


def _same_text(articles: Sequence[Article]) -> Iterator[_Link]:
    """Texts equal but for white space."""
    return _alike((" ".join(a.text.split()) for a in articles), _Tie.EXACT)


def _same_outlet(articles: Sequence[Article]) -> Iterator[_Link]:
    return _alike((_publisher(a.source) for a in articles), _Tie.OUTLET)


def _publisher(source: str) -> str:
    """Whose newsroom it is: an outlet's editions and its address go by one name.

    >>> _publisher("The BBC"), _publisher("BBC News Online"), _publisher("www.bbc.co.uk"), _publisher("The News")
    ('bbc', 'bbc', 'bbc', 'news')
    """
    name = " ".join(_ADDRESS.sub("", fold(source).strip()).split())
    words = name.split()
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and words[-1].strip("()") in _EDITIONS:
        words.pop()
    return " ".join(words) or fold(source)


def _alike(keys: Iterable[str], tie: _Tie) -> Iterator[_Link]:
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        members[key].append(index)
    for group in members.values():
        for left, right in pairwise(group):
            yield _Link(left=left, right=right, tie=tie)


def _shared_words(articles: Sequence[Article], words: Sequence[tuple[str, ...]]) -> Iterator[_Link]:
    """Near copies and reports of one agency: only pairs with a run of words in common are looked at."""
    runs = [frozenset(_runs(w)) for w in words]
    credits_ = [_credits(a) for a in articles]
    for (left, right), count in sorted(_common(runs).items()):
        fewest = min(len(runs[left]), len(runs[right]))
        near = count >= NEAR_COPY * fewest
        agency = min(credits_[left] & credits_[right], default="")
        reported = bool(agency) and count >= min(SAME_REPORT * fewest, SAME_PARAGRAPHS)
        if fewest < FEWEST_RUNS or not (near or reported):
            continue
        if articles[left].text.split() == articles[right].text.split():
            continue
        if near:
            share = _share(words, runs, left, right)
            yield _Link(left=left, right=right, tie=_Tie.NEAR, share=share)
        else:
            yield _Link(left=left, right=right, tie=_Tie.AGENCY, agency=agency)


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every run of RUN words, in order."""
    return zip(*(words[i:] for i in range(RUN)), strict=False)


def _common(runs: Sequence[frozenset[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    """How many runs each pair has in common, by an inverted index of those that two have: few do."""
    met: set[tuple[str, ...]] = set()
    shared: set[tuple[str, ...]] = set()
    for found in runs:
        shared |= met & found
        met |= found
    postings: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, found in enumerate(runs):
        for run in found & shared:
            postings[run].append(index)
    common: Counter[tuple[int, int]] = Counter()
    for members in postings.values():
        common.update(combinations(members, 2))
    return common


def _share(
    words: Sequence[tuple[str, ...]], runs: Sequence[frozenset[tuple[str, ...]]], left: int, right: int
) -> float:
    """The share of the shorter article's words that stand in a run which the other has too."""
    shorter, longer = sorted((left, right), key=lambda i: (len(runs[i]), words[i]))
    covered: set[int] = set()
    for start, run in enumerate(_runs(words[shorter])):
        if run in runs[longer]:
            covered.update(range(start, start + RUN))
    return len(covered) / len(words[shorter])


def _credits(article: Article) -> frozenset[str]:
    """Who the article says it is from: the agencies named in its byline, a dateline or its foot, and the outlet if it is one."""
    found: set[str] = set()
    for place in (article.source, article.text[:HEAD], article.text[HEAD:][-FOOT:]):
        for pattern, name in _AGENCIES:
            found.update(name or m.group() for m in pattern.finditer(place))
    datelines = [
        article.text[:HEAD],
        *(p[:PARAGRAPH_HEAD] for p in article.text.splitlines() if "(" in p[:PARAGRAPH_HEAD]),
    ]
    for head in datelines:
        for match in _DATELINE_CREDIT.finditer(head):
            found.update(part.strip() for part in match.group(1).split("/") if part.strip())
    return frozenset(found)


def _groups(count: int, links: Iterable[_Link]) -> list[tuple[int, ...]]:
    """The articles that links hold together, each group and the groups in the order of the articles."""
    home = list(range(count))

    def root(index: int) -> int:
        while home[index] != index:
            home[index] = home[home[index]]
            index = home[index]
        return index

    for link in links:
        left, right = sorted((root(link.left), root(link.right)))
        home[right] = left
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index in range(count):
        members[root(index)].append(index)
    return [tuple(members[key]) for key in sorted(members)]


def _precedence(article: Article) -> tuple[bool, datetime, int, str, str, str, str]:
    """The earliest first; where no time tells, the longest, as a reprint cuts and seldom adds."""
    when = article.published_at
    known = datetime.min.replace(tzinfo=UTC) if when is None else when
    return (
        when is None,
        known,
        -len(WORD.findall(article.text)),
        article.text,
        article.title,
        article.source,
        article.id,
    )


def _why(links: Sequence[_Link]) -> str:
    """The reasons, the strongest first; of several near copies the least near is told."""
    reasons: list[str] = []
    if any(k.tie is _Tie.EXACT for k in links):
        reasons.append("exact copy")
    if near := [k.share for k in links if k.tie is _Tie.NEAR]:
        reasons.append(f"near copy ({min(near):.2f} of the words)")
    if agencies := sorted({k.agency for k in links if k.tie is _Tie.AGENCY}):
        reasons.append(f"same agency report ({', '.join(agencies)})")
    if any(k.tie is _Tie.OUTLET for k in links):
        reasons.append("same outlet")
    return ", ".join(reasons)
