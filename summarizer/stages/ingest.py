"""Takes articles in: what was sent in; the same articles with ids, aware times and one spelling of each character out.

Text is normalised here once: NFC, and a line ends in a line feed. Nothing is stripped, so text that came in so stays as it was and
offsets that are given out count in what the sender knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.errors import InputError, Problem
from summarizer.language.ranking import RANKERS

_LINE_END = re.compile(r"\r\n?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_FIELDS = ("id", "source", "title", "text", "url", "language")


def ingest(articles: Sequence[Article], options: Options) -> tuple[Article, ...]:
    r"""The articles in the order they came in, each ready for its statements. Raises InputError with everything that is wrong.

    >>> article = Article(source="The Dale Gazette", text="The bridge\r\nis closed.")
    >>> taken = ingest([article], Options())
    >>> taken[0].id, taken[0].text
    ('a1', 'The bridge\nis closed.')
    """
    zone = _zone(options.timezone)
    problems = [*_options_problems(options, zone), *_articles_problems(articles)]
    if problems or zone is None:
        raise InputError(problems)
    ids = _ids(articles)
    return tuple(
        replace(
            article,
            id=id_,
            source=_normalised(article.source),
            title=_normalised(article.title),
            text=_normalised(article.text),
            published_at=_aware(article.published_at, zone),
        )
        for article, id_ in zip(articles, ids, strict=True)
    )


def _options_problems(options: Options, zone: ZoneInfo | None) -> Iterator[Problem]:
    if zone is None:
        yield Problem("/options/timezone", "no such time zone: give an IANA name such as Europe/Paris or UTC")
    if options.ranker not in RANKERS:
        yield Problem("/options/ranker", f"no such ranker: give one of {', '.join(RANKERS)}")
    if options.sentences < 0:
        yield Problem("/options/sentences", "a summary has no fewer than 0 sentences: give a count")
    if options.words is not None and options.words < 1:
        yield Problem("/options/words", "a summary has at least one word: give a count, or leave it out")


def _articles_problems(articles: Sequence[Article]) -> Iterator[Problem]:
    """What is wrong with each article, in the order of the articles."""
    seen: set[str] = set()
    for index, article in enumerate(articles):
        for name in _FIELDS:
            content = getattr(article, name)
            if content and (found := _SURROGATE.search(content)):
                detail = f"half of a character (a lone surrogate) at offset {found.start()}: send the text as UTF-8"
                yield Problem(f"/articles/{index}/{name}", detail)
        if not _LETTER_OR_DIGIT.search(article.text):
            yield Problem(f"/articles/{index}/text", "no letter or digit in it: give the article's text")
        if article.id and not article.id.strip():
            yield Problem(f"/articles/{index}/id", "blank: name the article or leave its id out")
        if article.id and article.id in seen:
            yield Problem(
                f"/articles/{index}/id", "another article has this id: give each its own or leave the ids out"
            )
        seen.add(article.id)


def _zone(name: str) -> ZoneInfo | None:
    """The time zone of that name; None where there is none. A folder's name ("Europe") is an OSError on some systems."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _ids(articles: Sequence[Article]) -> tuple[str, ...]:
    """The ids given; where one is missing, a and the article's place, or a number past the last place if that is taken.

    >>> _ids([Article(source="A", text="x"), Article(source="B", text="y", id="a1")])
    ('a3', 'a1')
    """
    taken = {a.id for a in articles}
    last = len(articles)
    ids: list[str] = []
    for place, article in enumerate(articles, 1):
        chosen = article.id or f"a{place}"
        while not article.id and chosen in taken:
            last += 1
            chosen = f"a{last}"
        ids.append(chosen)
    return tuple(ids)


def _normalised(text: str) -> str:
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def _aware(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """The moment with its own offset; one without is taken to be local to the request's zone."""
    if moment is None or moment.utcoffset() is not None:
        return moment
    return moment.replace(tzinfo=zone)
