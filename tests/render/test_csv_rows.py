"""A report as CSV."""

import csv
import io

from summarizer.domain.report import Report
from summarizer.render.csv_rows import COLUMNS, report_csv


def test_one_row_a_value(report: Report) -> None:
    """A spreadsheet counts values, not findings."""
    rows = list(csv.DictReader(io.StringIO(report_csv(report))))
    assert [(r["finding"], r["value"], r["articles"], r["quote"]) for r in rows] == [
        ("d1", "2024-03-09", "a1", "open on March 9"),
        ("d1", "2024-03-11", "a2", "opens on March 11"),
        ("g1", "12", "a1 a2", "12 people"),
    ]
    assert tuple(rows[0]) == COLUMNS


def test_no_cell_is_a_formula(report: Report) -> None:
    """A spreadsheet would run an outlet's name that begins with an equals sign."""
    rows = list(csv.DictReader(io.StringIO(report_csv(report))))
    assert rows[1]["sources"] == "'=Valley & Co"
