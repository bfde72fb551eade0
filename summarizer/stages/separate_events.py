"""Tells articles on another event apart: read articles in, those of the bundle's event and notices on the others out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.report import Notice, ReadArticle
from summarizer.matching.events import events, profile_of

DIFFERENT_EVENT = "different_event"


def separate_events(articles: Sequence[ReadArticle]) -> tuple[tuple[ReadArticle, ...], tuple[Notice, ...]]:
    """The articles to compare, in their order, and one notice for each that reports another event.

    The event of the bundle is the one that most articles report; of equals the one with more statements, then the one that
    comes first by its text, so that the order of the articles decides nothing.
    """
    groups = events([profile_of(a) for a in articles])
    main = min(groups, key=lambda g: _precedence([articles[i] for i in g]))
    notices = tuple(_notice(a) for i, a in enumerate(articles) if i not in main)
    return tuple(articles[i] for i in main), notices


def _precedence(group: Sequence[ReadArticle]) -> tuple[int, int, list[str]]:
    return (-len(group), -sum(len(a.statements) for a in group), sorted(a.article.text for a in group))


def _notice(read: ReadArticle) -> Notice:
    article = read.article
    return Notice(
        code=DIFFERENT_EVENT,
        message=(
            f"The article of {article.source} shares next to no names and words with the others and seems to report "
            "another event: nothing of it is compared."
        ),
        article=article.id,
    )
