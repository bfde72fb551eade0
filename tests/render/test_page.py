"""The report as one HTML page."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain.report import Report
from summarizer.domain.text import Span
from summarizer.render.page import FIRST, report_page
from summarizer.render.page_text import Line, Mark, cut, lines


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
    title = 'title="≠ conflict: when the bridge opens"'
    assert f'<mark class="chosen conflict" {title} data-places="d1-1">open on March 9</mark>' in text
    assert f'<a id="d1-2"></a><mark class="conflict" {title} data-places="d1-2">opens on March 11</mark>' in text


def test_statements_lead_to_those_that_say_the_same(report: Report) -> None:
    """Both statements of the claim link to each other's article."""
    page = Page(report_page(report))
    links = {a["href"]: a["aria-label"] for t, a in page.tags if t == "a" and "says the same" in (a.get("title") or "")}
    assert links == {"#st-2-0": "[2] =Valley & Co says the same", "#st-1-0": "[1] The Dale Gazette says the same"}


def test_a_near_copy_is_folded_under_what_it_repeats(report: Report) -> None:
    """And only the copy: the first of an origin stands open beside the others."""
    text = report_page(report)
    assert "<summary>[2] <bdi>=Valley &amp; Co</bdi>: of one origin with [1] The Dale Gazette: near copy" in text
    assert text.index('id="article-1"') < text.index('<details class="copy">') < text.index('id="article-2"')
    assert text.count('<details class="copy">') == 1


def test_a_discrepancy_is_told_by_words_and_signs(report: Report) -> None:
    """Not by colour alone; the hint is a sentence."""
    text = report_page(report)
    assert '<span class="tag conflict"><span aria-hidden="true">≠</span> conflict</span>' in text
    assert "Two digits may have changed places." in text


def test_without_text_no_article_is_shown(report: Report) -> None:
    """The request asked not to get it back."""
    text = report_page(replace(report, options=replace(report.options, include_text=False)))
    assert "Police counted" not in text
    ids = [a["id"] for _, a in Page(text).tags if "id" in a]
    assert all(a["href"][1:] in ids for t, a in Page(text).tags if t == "a" and "href" in a)  # type: ignore[index]


def test_the_main_discrepancies_stand_on_top(report: Report) -> None:
    """Question and values in one look, before the summary; where there are none, there is no such box."""
    text = report_page(report)
    glance = text[text.index('id="glance"') : text.index('id="summary"')]
    assert '<a href="#d1">' in glance
    assert all(f"<bdi>{v.display}</bdi></b>" in glance for v in report.discrepancies[0].values)
    assert 'id="glance"' not in report_page(replace(report, discrepancies=()))


def test_many_discrepancies_are_folded_after_the_most_important(report: Report) -> None:
    """None is left out; a list that fits is not folded."""
    found = tuple(replace(report.discrepancies[0], id=f"d{n}") for n in range(1, FIRST + 3))
    text = report_page(replace(report, discrepancies=found))
    assert text.index(f'id="d{FIRST}"') < text.index('<details class="more">') < text.index(f'id="d{FIRST + 1}"')
    assert "Show 2 more" in text
    assert 'class="more"' not in report_page(replace(report, discrepancies=found[:FIRST]))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=8))
def test_cutting_loses_no_word(text: str, ends: list[tuple[int, int]]) -> None:
    """However spans overlap, the pieces are the text, and each mark's pieces are its span."""
    marks = [Mark(Span(a, b), "x", "", f"d{n}") for n, (a, b) in enumerate(ends) if a < b <= len(text)]
    pieces = cut(text, marks, 0, len(text)) if text else ()
    assert "".join(p.text for p in pieces) == text
    for mark in marks:
        assert "".join(p.text for p in pieces if mark.anchor in p.places.split()) == mark.span.of(text)
        assert sum(mark.anchor in p.anchors for p in pieces) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=3, max_size=40), st.data())
def test_statements_and_what_stands_between_are_the_field(text: str, data: st.DataObject) -> None:
    """A mark over the end of a statement goes on in the next, under the same name."""
    bounds = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = [Span(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    start = data.draw(st.integers(0, len(text) - 1))
    mark = Mark(Span(start, data.draw(st.integers(start + 1, len(text)))), "x", "", "d1")
    found = list(lines(text, [(s, Line((), f"st-{n}")) for n, s in enumerate(spans)], [mark]))
    assert "".join(p.text for line in found for p in line.pieces) == text
    assert ["".join(p.text for p in line.pieces) for line in found if line.anchor] == [s.of(text) for s in spans]
    pieces = [p for line in found for p in line.pieces]
    assert "".join(p.text for p in pieces if p.places) == mark.span.of(text)
    assert sum("d1" in p.anchors for p in pieces) == 1
