"""Where things stand on a page: statements, evidence and articles in, the anchors that links lead to out.

Anchors are made of numbers and of the program's own ids: an article's id is the sender's and may hold anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.findings import Claim
from summarizer.domain.report import ReadArticle
from summarizer.domain.text import Evidence, Statement
from summarizer.render.sources import Sources


class Places:
    """The places of one page. Without the articles' text only their titles can be led to."""

    def __init__(
        self, articles: Sequence[ReadArticle], claims: Sequence[Claim] = (), *, with_text: bool = True
    ) -> None:
        self.sources = Sources(articles)
        self.with_text = with_text
        self._statements = {
            s.statement.id: (s.statement, f"st-{number}-{index}")
            for number, article in enumerate(articles, 1)
            for index, s in enumerate(article.statements)
        }
        self._claims = {s: claim for claim in claims for s in claim.statements}
        self._scores = {frozenset(m.statements): m.score for c in claims for m in c.matches}

    def article(self, id_: str) -> str:
        """The anchor of an article."""
        return f"article-{self.sources.number(id_)}"

    def statement(self, id_: str) -> str:
        """The anchor of a statement, of its article where the statement is not shown."""
        statement, anchor = self._statements[id_]
        return anchor if self._is_shown(statement.field) else self.article(statement.article)

    def evidence(self, finding: str, number: int, evidence: Evidence) -> str:
        """The anchor of a finding's evidence, counted from 1 through all its values; empty where it is not shown."""
        return f"{finding}-{number}" if self._is_shown(evidence.field) else ""

    def words(self, statement: str) -> str:
        """The text of a statement; empty where the text of articles was asked to stay out."""
        found, _ = self._statements[statement]
        return found.text if self._is_shown(found.field) else ""

    def number(self, statement: str) -> int:
        """Which article a statement is of, counted from 1."""
        return self.sources.number(self._statements[statement][0].article)

    def claim(self, statement: str) -> Claim | None:
        """The claim that a statement belongs to."""
        return self._claims.get(statement)

    def saying(self, statement: str, article: str) -> str | None:
        """The statement of an article that comes nearest to saying the same as this one; None where none does."""
        if self.statement_of(statement).article == article:
            return statement
        claim = self._claims.get(statement)
        there = [s for s in claim.statements if self.statement_of(s).article == article] if claim else []
        return max(there, key=lambda s: self._scores.get(frozenset((s, statement)), 0.0), default=None)

    def statement_of(self, id_: str) -> Statement:
        """The statement of that id."""
        return self._statements[id_][0]

    def _is_shown(self, field: str) -> bool:
        return self.with_text or field == "title"
