"""The diff of two versions: two articles in, what happened to each statement and the changes of fact between them out."""

from __future__ import annotations

from dataclasses import replace

from summarizer.domain.report import Options
from summarizer.domain.revision import Revision
from summarizer.domain.text import Article
from summarizer.matching.versions import rows_of
from summarizer.pipeline import DEFAULTS, merge


def diff(before: Article, after: Article, options: Options = DEFAULTS) -> Revision:
    """The revision from `before` to `after`: two versions of one article, or two outlets.

    Raises InputError with everything that is wrong with either.
    """
    pair = (replace(before, id="before"), replace(after, id="after"))
    report = merge(pair, options)
    old, new = report.articles
    return Revision(
        before=old,
        after=new,
        changes=tuple(f for f in report.discrepancies if len({e.article for v in f.values for e in v.evidence}) > 1),
        rows=rows_of([s.statement for s in old.statements], [s.statement for s in new.statements]),
    )
