"""Cuts an article into statements: an article in, its title and the sentences of its text out, in reading order."""

from __future__ import annotations

from summarizer.domain.text import Article, Span, Statement
from summarizer.language.sentences import sentence_spans


def segment(article: Article) -> tuple[Statement, ...]:
    """The title as statement s0, where there is one, and each sentence of the text as s1, s2, …

    >>> article = Article(id="a1", source="The Dale Gazette", title="Bridge closed ", text="The bridge is closed. It rains.")
    >>> [(s.id, s.field, s.text) for s in segment(article)]
    [('a1.s0', 'title', 'Bridge closed'), ('a1.s1', 'text', 'The bridge is closed.'), ('a1.s2', 'text', 'It rains.')]
    """
    body = tuple(
        Statement(id=f"{article.id}.s{n}", article=article.id, field="text", span=span, text=span.of(article.text))
        for n, span in enumerate(sentence_spans(article.text), 1)
    )
    return (*_title(article), *body)


def _title(article: Article) -> tuple[Statement, ...]:
    words = article.title.strip()
    if not words:
        return ()
    start = len(article.title) - len(article.title.lstrip())
    span = Span(start, start + len(words))
    return (Statement(id=f"{article.id}.s0", article=article.id, field="title", span=span, text=words),)
