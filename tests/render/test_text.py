"""What an editor reads in a terminal."""

from summarizer.domain.report import Report
from summarizer.render.paint import Paint
from summarizer.render.text import report_text

GOLDEN = """\
SUMMARY
  Mayor Ann Price said the bridge would open on March 9. [1][2]
    CONFLICT when the bridge opens: March 9 [1]; March 11 [2]

DISCREPANCIES (1)
CONFLICT  when the bridge opens  (date; 2 outlets, 2 origins)
  March 9   The Dale Gazette [1] (citing Ann Price, expected): “open on March 9”
  March 11  =Valley & Co [2] (stated): “opens on March 11”
  look at: digits swapped

AGREEMENTS (1)
AGREE  how many people  (number; 2 outlets, 2 origins)
  12  The Dale Gazette [1] (stated), =Valley & Co [2] (stated): “12 people”

NOTICES
  different event [2]: It may be of another event.

SOURCES
  [1] The Dale Gazette  Bridge [shut], 2024-03-05 10:00+00:00, https://example.org/1
  [2] =Valley & Co
  [1][2] are one origin: near copy (0.93 of the words); [1] came first
"""


def test_the_whole_report(report: Report) -> None:
    """A report is read from the top: summary, what is contested, what is agreed, where it is from."""
    assert report_text(report) == GOLDEN


def test_colour_changes_no_word(report: Report) -> None:
    """What is piped and what is seen say the same."""
    painted = report_text(report, Paint(on=True))
    assert painted != GOLDEN
    for code in ("0", "1", "2", "1;31", "1;32", "1;33"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == GOLDEN


def test_nothing_in_an_article_steers_the_terminal(report: Report) -> None:
    """An escape sequence in a headline could forge what the editor sees."""
    assert "\x1b" not in report_text(report)
