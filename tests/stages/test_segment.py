"""An article's statements: the title, then its sentences."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain.text import Article, Span
from summarizer.stages.segment import segment


def article(text: str, title: str = "") -> Article:
    return Article(id="a7", source="The Dale Gazette", text=text, title=title)


def test_title_is_statement_zero() -> None:
    """A title is one statement, however many sentences it has, without the space around it."""
    title, body = segment(article("It rains.", "  Bridge closed. Nobody hurt \n"))
    assert (title.id, title.field, title.text, title.span) == (
        "a7.s0",
        "title",
        "Bridge closed. Nobody hurt",
        Span(2, 28),
    )
    assert (body.id, body.field, body.article) == ("a7.s1", "text", "a7")


def test_numbering_starts_at_one_without_a_title() -> None:
    """A title that comes later moves no sentence's id."""
    assert [s.id for s in segment(article("It rains. It pours.", " "))] == ["a7.s1", "a7.s2"]


@given(st.text(min_size=1, max_size=120).filter(str.strip), st.text(max_size=20))
def test_every_span_slices_back(text: str, title: str) -> None:
    """Offsets are exact, statements are ordered, disjoint and cover all but white space."""
    given_article = article(text, title)
    statements = segment(given_article)
    assert all(given_article.quote(s.field, s.span) == s.text for s in statements)
    body = [s.span for s in statements if s.field == "text"]
    assert all(a.end <= b.start for a, b in pairwise(body))
    covered = {i for span in body for i in range(span.start, span.end)}
    assert all(i in covered or c.isspace() for i, c in enumerate(text))
