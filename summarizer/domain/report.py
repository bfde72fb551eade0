"""What a merge returns: origins, notices, the summary and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.domain.facts import Fact, Kind
from summarizer.domain.findings import Claim, Finding
from summarizer.domain.text import Article, Field, Span, Statement, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks inside a statement; `span` counts in the article's field and leaves the marks out."""

    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    """A statement with what was read from it: its tagged words (offsets from the statement's start), facts and quotations."""

    statement: Statement
    tokens: tuple[Token, ...]
    facts: tuple[Fact, ...]
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with its statements in text order, the title first."""

    article: Article
    statements: tuple[ReadStatement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who the information of one or several articles really comes from; the articles are copies of one another."""

    id: str
    articles: tuple[str, ...]
    first: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Soft trouble that the reader of a report should know of."""

    code: str
    message: str
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySentence:
    """One sentence of the summary: a verbatim slice of one article, and who else says it."""

    text: str
    statement: str
    article: str
    field: Field
    span: Span
    claim: str | None
    articles: tuple[str, ...]
    outlets: int
    origins: int
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The merged summary: its sentences in reading order."""

    sentences: tuple[SummarySentence, ...]

    @property
    def text(self) -> str:
        """The sentences joined by a space, nothing else."""
        return " ".join(s.text for s in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a request may choose. `sentences` is the summary's length, `words` a bound on it in words (None: no bound), `ranker` a name of RANKERS, `timezone` an IANA name."""

    sentences: int = 6
    ranker: str = "lexrank"
    timezone: str = "UTC"
    include_text: bool = True
    words: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a merge returns; `to_dict` gives it as the contract's JSON."""

    id: str | None
    articles: tuple[ReadArticle, ...]
    origins: tuple[Origin, ...]
    summary: Summary
    agreements: tuple[Finding, ...]
    discrepancies: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    options: Options
    version: str
    digest: str

    def findings(self, kind: Kind | None = None) -> tuple[Finding, ...]:
        """Discrepancies, then agreements, of one kind or of all."""
        return tuple(f for f in (*self.discrepancies, *self.agreements) if kind is None or f.kind == kind)

    def to_dict(self) -> dict[str, object]:
        """The report as plain values: the JSON that every other form is made of."""
        from summarizer.domain.serialise import to_dict

        return to_dict(self)
