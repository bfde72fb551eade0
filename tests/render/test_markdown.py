"""A report as Markdown."""

import re

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
