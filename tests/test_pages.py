"""HTML pages: what is read, and that no page holds the service up."""

import time

import pytest

from summarizer.schemas.page_reader import read, read_well
from summarizer.schemas.pages import PageError, read_page


def test_the_article_wins_over_the_rest_of_the_page() -> None:
    """Teasers around it are other stories."""
    page = "<body><div><p>Other news.</p></div><article><p>The bridge is closed for good, the mayor said.</p></article></body>"
    assert read(page)["text"] == "The bridge is closed for good, the mayor said."


def test_a_teaser_in_an_article_element_does_not_hide_the_story() -> None:
    """Sites wrap their teasers in article elements too."""
    page = f"<article><p>Teaser.</p></article><div>{'<p>The bridge is closed for good, the mayor said.</p>' * 3}</div>"
    assert "The bridge" in read(page)["text"]


@pytest.mark.parametrize(
    "page", ["<p>It is\n <i>closed</i>.", "<div><p>It is <i>closed</i>.</div>", "</x><p>It is closed.</p></p></p>"]
)
def test_careless_markup(page: str) -> None:
    """Few pages are valid."""
    assert read(page)["text"] == "It is closed."


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "<p>It is closed.<br>Until May.<br>&nbsp;<br>Two were hurt.</p>",
            "It is closed. Until May.\n\nTwo were hurt.",
        ),
        ("It is closed.<br><br>Two were hurt.", "It is closed.\n\nTwo were hurt."),
        ("<div>News</div><div>It is <b>closed</b>.</div><footer>All rights reserved.</footer>", "It is closed."),
        ("<div>It is closed.</div><p>Two were hurt.</p>", "Two were hurt."),
        ("<div>Home</div><div>News</div>", ""),
    ],
)
def test_paragraphs_without_their_element(page: str, text: str) -> None:
    """A body of some desk's system is often lines with breaks between; a menu says nothing."""
    assert read(page)["text"] == text


SHORT = (
    "<html><head><title>The Dale Gazette</title></head><body><nav><p>Home</p></nav>"
    "<article><h1>Bridge closed</h1><p>Police closed the Dale bridge on Monday.</p><figure><figcaption>The bridge</figcaption></figure>"
    "<p>Two people were hurt.</p></article><footer><p>All rights reserved.</p></footer></body></html>"
)


def test_a_short_article_is_read_without_the_page_around_it() -> None:
    """With the extra and without: what is no paragraph of the article would be taken for what the outlet says."""
    for found in (read(SHORT), read_well(SHORT)):
        assert found["text"] == "Police closed the Dale bridge on Monday.\n\nTwo people were hurt."
        assert found["title"] == "Bridge closed"


def test_a_page_that_takes_too_long_is_given_up() -> None:
    """The reader's process is ended; the request gets its answer."""
    hostile = "<a " * 300_000
    begun = time.monotonic()
    with pytest.raises(PageError):
        read_page(hostile, 1.0)
    assert time.monotonic() - begun < 5


def test_deep_nesting_is_no_deep_recursion() -> None:
    """A bomb of elements ends as a page without an article."""
    with pytest.raises(PageError, match="no article found"):
        read_page("<div>" * 100_000, 20.0)
