"""A report as Markdown."""

import re
from dataclasses import replace

from summarizer.domain.report import Report
from summarizer.render.markdown import escaped, report_markdown


def test_the_parts_are_there(report: Report) -> None:
    """Each discrepancy has its table, each source its number."""
    page = report_markdown(report)
    assert "## Conflict: when the bridge opens" in page
    assert "| March 9 | The Dale Gazette \\[1\\] (citing Ann Price, expected) | “open on March 9” |" in page
    assert "- \\[2\\] **\\=Valley \\& Co**" in page


def test_words_of_articles_are_never_markup(report: Report) -> None:
    """An outlet's name in angle brackets is shown, not run."""
    hostile = "<script>alert(1)</script> [x](javascript:1) | **b** `c` ![i](u) &amp; \\"
    shown = escaped(hostile)
    assert re.sub(r"\\(.)", r"\1", shown) == hostile
    assert not re.search(r"(?<!\\)(?:\\\\)*[<>\[\]|*`!&]", shown)
    assert "\x1b" not in report_markdown(report)


def test_what_the_text_says_once_is_said_once_here(report: Report) -> None:
    """Both forms read alike: a finding beside its first sentence, "stated" nowhere, dates as an editor writes them."""
    (sentence,) = report.summary.sentences
    page = report_markdown(replace(report, summary=replace(report.summary, sentences=(sentence, sentence))))
    assert page.count("> **Conflict**, when the bridge opens: March 9 \\[1\\]; March 11 \\[2\\]") == 1
    assert "| March 11 | \\=Valley \\& Co \\[2\\] | “opens on March 11” |" in page
    assert "“Bridge \\[shut\\]”, 2024-03-05 10:00 UTC, <https://example.org/1>" in page
