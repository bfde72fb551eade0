"""What an editor reads in a terminal."""

from dataclasses import replace

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Finding, FindingValue, Relation
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
  March 11  =Valley & Co [2]: “opens on March 11”
  look at: two digits may be swapped

AGREEMENTS (1)
AGREE     how many people: 12 [1][2]  (2 outlets, 2 origins)

NOTICES
  different event [2]: It may be of another event.

SOURCES
  [1] The Dale Gazette  “Bridge [shut]”  2024-03-05 10:00 UTC  https://example.org/1
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


def reworded(report: Report, finding: Finding, *values: FindingValue, relation: Relation = Relation.CONFLICT) -> str:
    """The text of a report whose one discrepancy has these values."""
    changed = replace(finding, relation=relation, values=values)
    return report_text(replace(report, discrepancies=(changed,)))


def test_no_discrepancy_is_said(report: Report) -> None:
    """A section that is missing could be one that was lost."""
    shown = report_text(replace(report, discrepancies=()))
    assert "DISCREPANCIES (0)\n  (none found)\n" in shown


def test_a_finding_is_told_beside_the_first_sentence_it_touches(report: Report) -> None:
    """Told again beside each, one conflict looks like many."""
    (sentence,) = report.summary.sentences
    twice = replace(report, summary=replace(report.summary, sentences=(sentence, sentence)))
    assert report_text(twice).count("CONFLICT when the bridge opens") == 1


def test_each_wording_of_a_value_is_shown_with_those_who_use_it(report: Report) -> None:
    """“At least 14” fits 17, but an outlet that wrote the one did not write the other."""
    (finding,) = report.discrepancies
    first, second = finding.values
    both = replace(first, articles=("a1", "a2"), evidence=first.evidence + second.evidence)
    shown = reworded(report, finding, both).splitlines()
    at = shown.index("  March 9  The Dale Gazette [1] (citing Ann Price, expected): “open on March 9”")
    assert shown[at + 1] == "           =Valley & Co [2]: “opens on March 11”"


def test_outlets_with_the_same_words_share_a_line(report: Report) -> None:
    """A near copy adds a name, not a line."""
    (finding,) = report.discrepancies
    first, _ = finding.values
    (evidence,) = first.evidence
    both = replace(first, articles=("a1", "a2"), evidence=(evidence, replace(evidence, article="a2")))
    assert "The Dale Gazette [1], =Valley & Co [2] (both citing Ann Price, expected): “open" in reworded(
        report, finding, both
    )


def test_a_long_value_has_a_line_of_its_own_and_is_not_quoted_twice(report: Report) -> None:
    """The words of a quotation are value and evidence at once."""
    (finding,) = report.discrepancies
    first, second = finding.values
    words = "It will be opened when it is safe,"
    (evidence,) = first.evidence
    long = replace(first, display=words, evidence=(replace(evidence, quote=words),))
    shown = reworded(report, finding, long, second)
    assert "\n  It will be opened when it is safe\n      The Dale Gazette [1] (citing Ann Price, expected)\n" in shown
    assert "\n  March 11\n      =Valley & Co [2]: “opens on March 11”\n" in shown


def test_an_update_is_read_from_the_earlier_value_to_the_later(report: Report) -> None:
    """Else the toll seems to fall."""
    (finding,) = report.discrepancies
    first, second = finding.values
    a1, a2 = report.articles
    dated = replace(a2, article=replace(a2.article, published_at=a1.article.published_at))
    moved = replace(a1, article=replace(a1.article, published_at=a1.article.published_at.replace(day=6)))  # type: ignore[union-attr]
    shown = reworded(replace(report, articles=(moved, dated)), finding, first, second, relation=Relation.UPDATE)
    assert "UPDATE when the bridge opens: March 11 [2]; later March 9 [1]" in shown


def test_a_conflict_keeps_its_order(report: Report) -> None:
    """Which of two outlets wrote first says nothing about who is right."""
    (finding,) = report.discrepancies
    first, second = finding.values
    assert "when the bridge opens: March 11 [2]; March 9 [1]" in reworded(report, finding, second, first)


def test_words_agreed_on_are_not_said_twice(report: Report) -> None:
    """What a finding on a quotation is about are its words."""
    (counted,) = report.agreements
    (value,) = counted.values
    quoted = replace(
        counted,
        kind=Kind.QUOTE,
        about="words of “We heard a roar”",
        values=(replace(value, display="We heard a roar"),),
    )
    shown = report_text(replace(report, agreements=(quoted,)))
    assert "AGREE     words of “We heard a roar” [1][2]  (2 outlets, 2 origins)" in shown


def test_names_that_all_give_alike_share_one_line(report: Report) -> None:
    """That five outlets name one country must not bury what they agree on."""
    (counted,) = report.agreements
    (value,) = counted.values
    once = replace(counted, kind=Kind.NAME, values=(replace(value, display="Ann Price", articles=("a1",)),))
    again = replace(counted, kind=Kind.NAME, values=(replace(value, display="Ann Price", articles=("a2",)),))
    place = replace(counted, kind=Kind.PLACE, values=(replace(value, display="Dale"),))
    shown = report_text(replace(report, agreements=(once, counted, place, again)))
    assert shown.count("AGREE  ") == 2
    assert "\nAGREE     names and places: Ann Price [1][2]; Dale [1][2]\n" in shown
    assert "AGREEMENTS (4)" in shown


def test_a_quotation_is_not_said_twice_beside_its_sentence(report: Report) -> None:
    """Its words are the values, and would be what it is about, too."""
    (finding,) = report.discrepancies
    quoted = replace(finding, kind=Kind.QUOTE, about="words of “open on March 9”")
    shown = report_text(replace(report, discrepancies=(quoted,)))
    assert "    CONFLICT words quoted: March 9 [1]; March 11 [2]" in shown
