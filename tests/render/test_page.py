"""The report as one HTML page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain.report import Report
from summarizer.domain.text import Span
from summarizer.render.page import Paint, painted, report_page


class Page(HTMLParser):
    """The page as a browser would take it: its words, tags, ids and links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_every_link_leads_to_a_place_on_the_page(report: Report) -> None:
    """A value is clicked to see where it stands."""
    page = Page(report_page(report))
    ids = [a["id"] for _, a in page.tags if "id" in a]
    links = [a["href"] for t, a in page.tags if t == "a" and "href" in a]
    assert len(ids) == len(set(ids))
    assert len(links) > 6
    assert all(link and link.startswith("#") and link[1:] in ids for link in links)


def test_nothing_is_loaded_and_nothing_runs(report: Report) -> None:
    """The page may be mailed and opened anywhere; an article's markup is only words in it."""
    text = report_page(report)
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object", "form"}.intersection(t for t, _ in page.tags)
    assert not [a for _, a in page.tags if "src" in a or any(n.startswith("on") for n in a)]
    assert "&lt;b&gt;counted&lt;/b&gt; &amp; \ufffd[31mhelped." in text
    assert not re.search(r"url\(|@import", text)


def test_values_are_marked_where_they_stand(report: Report) -> None:
    """The mark covers the evidence, and the sentence that the summary took."""
    text = report_page(report)
    assert '<mark class="chosen conflict" title="conflict: when the bridge opens">open on March 9</mark>' in text
    assert (
        '<a id="d1-2"></a><mark class="conflict" title="conflict: when the bridge opens">opens on March 11</mark>'
        in text
    )


def test_without_text_no_article_is_shown(report: Report) -> None:
    """The request asked not to get it back."""
    text = report_page(replace(report, options=replace(report.options, include_text=False)))
    assert "Police counted" not in text


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=8))
def test_cut_then_paint_loses_no_word(text: str, ends: list[tuple[int, int]]) -> None:
    """However spans overlap, the words stay and every mark is closed before the next opens."""
    clean = re.sub(r"[\x00-\x1f\x7f-\x9f]", "", text)
    paints = [Paint(Span(a, b), "x") for a, b in ends if a < b <= len(clean)]
    found = painted(clean, paints)
    assert "".join(Page(found).words) == clean
    assert re.fullmatch(r'(?:[^<>]|<mark class="x">[^<>]+</mark>)*', found)
