"""The shapes of answers as marshmallow schemas: what OpenAPI states and what tests hold every answer against."""

from __future__ import annotations

from collections.abc import Mapping

from marshmallow import RAISE, Schema, fields, validate

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Relation, Status
from summarizer.domain.revision import RowKind, WordKind
from summarizer.domain.text import FIELDS, Aspect, Certainty

Fields = Mapping[str, fields.Field]  # type: ignore[type-arg]  # a field of any type


def _schema(name: str, declared: Fields) -> type[Schema]:
    """Every field is required, and no other is known."""
    for declaration in declared.values():
        declaration.required = True
    schema = Schema.from_dict(dict(declared), name=name)
    schema.opts.unknown = RAISE
    return schema


def _text(*, null: bool = False, about: str = "") -> fields.String:
    return fields.String(allow_none=null, metadata={"description": about} if about else {})


def _one_of(
    names: type[Kind | Relation | Status | Certainty | Aspect | RowKind | WordKind], *, null: bool = False
) -> fields.String:
    return fields.String(validate=validate.OneOf([n.value for n in names]), allow_none=null)


def _count(about: str = "") -> fields.Integer:
    return fields.Integer(strict=True, validate=validate.Range(min=0), metadata={"description": about} if about else {})


def _share(about: str) -> fields.Float:
    return fields.Float(validate=validate.Range(min=0, max=1), metadata={"description": about})


def _list(inner: fields.Field | type[Schema]) -> fields.List:  # type: ignore[type-arg]  # a field of any type
    return fields.List(fields.Nested(inner) if isinstance(inner, type) else inner)


def _place() -> dict[str, fields.Field]:  # type: ignore[type-arg]  # a field of any type
    return {
        "field": fields.String(validate=validate.OneOf(FIELDS)),
        "start": _count("first code point of the place in the field"),
        "end": _count("code point after the last"),
    }


STATEMENT = _schema(
    "Statement",
    {
        "id": _text(),
        **_place(),
        "speaker": _text(null=True, about="who says it, where it is attributed"),
        "certainty": _one_of(Certainty),
    },
)
ARTICLE_READ = _schema(
    "ArticleRead",
    {
        "id": _text(),
        "source": _text(),
        "title": _text(),
        "url": _text(null=True),
        "published_at": _text(null=True, about="ISO 8601 with an offset"),
        "language": _text(null=True),
        "text": _text(null=True, about="what offsets count in: NFC, line feeds; null where include_text is false"),
        "sha256": _text(about="of source, title and text"),
        "origin": _text(null=True, about="articles of one origin are copies of one another"),
        "statements": _list(STATEMENT),
    },
)
ORIGIN = _schema("Origin", {"id": _text(), "articles": _list(_text()), "first": _text(null=True), "why": _text()})
SENTENCE = _schema(
    "SummarySentence",
    {
        "text": _text(about="a verbatim slice of one article"),
        "statement": _text(),
        "article": _text(),
        **_place(),
        "claim": _text(null=True),
        "articles": _list(_text()),
        "outlets": _count(),
        "origins": _count(),
        "findings": _list(_text()),
    },
)
SUMMARY = _schema("Summary", {"text": _text(), "sentences": _list(SENTENCE)})
EVIDENCE = _schema(
    "Evidence",
    {
        "article": _text(),
        "statement": _text(),
        **_place(),
        "quote": _text(about="the slice from start to end of the article's field"),
        "attributed_to": _text(null=True),
        "certainty": _one_of(Certainty),
        "as_of": _text(null=True, about="ISO 8601"),
    },
)
VALUE = _schema(
    "Value",
    {
        "value": _text(about="normalised: an ISO date, digits, '2500000 USD', else a short phrase"),
        "display": _text(),
        "low": _text(null=True, about="half-open days, closed numbers; null is open"),
        "high": _text(null=True),
        "articles": _list(_text()),
        "outlets": _count(),
        "origins": _count(),
        "evidence": _list(EVIDENCE),
    },
)
FINDING = _schema(
    "Finding",
    {
        "id": _text(),
        "relation": _one_of(Relation),
        "kind": _one_of(Kind),
        "about": _text(),
        "explanation": _text(),
        "reason": _text(about="the rule that decided"),
        "importance": _share("how much an editor should care"),
        "confidence": _share("how sure the program is"),
        "outlets": _count(),
        "origins": _count(),
        "hints": _list(_text()),
        "values": _list(VALUE),
    },
)
WHY = _schema("Why", {"words": _count(), "action": _text(null=True), "shared": _list(_text())})
MATCH = _schema("Match", {"statements": _list(_text()), "score": fields.Float(), "why": fields.Nested(WHY)})
CLAIM = _schema(
    "Claim",
    {
        "id": _text(),
        "statements": _list(_text()),
        "articles": _list(_text()),
        "outlets": _count(),
        "origins": _count(),
        "status": _one_of(Status),
        "representative": _text(),
        "findings": _list(_text()),
        "matches": _list(MATCH),
    },
)
NOTICE = _schema("Notice", {"code": _text(), "message": _text(), "article": _text(null=True)})
PROVENANCE = _schema(
    "Provenance", {"version": _text(), "settings": fields.Dict(keys=fields.String()), "digest": _text()}
)
REPORT = _schema(
    "Report",
    {
        "id": _text(null=True),
        "schema": fields.String(validate=validate.Equal("1")),
        "articles": _list(ARTICLE_READ),
        "origins": _list(ORIGIN),
        "summary": fields.Nested(SUMMARY),
        "agreements": _list(FINDING),
        "discrepancies": _list(FINDING),
        "claims": _list(CLAIM),
        "notices": _list(NOTICE),
        "provenance": fields.Nested(PROVENANCE),
    },
)
FACT = _schema(
    "Fact",
    {
        "kind": _one_of(Kind),
        **_place(),
        "quote": _text(),
        "statement": _text(),
        "value": _text(null=True, about="null where it cannot be resolved"),
        "display": _text(),
        "low": _text(null=True),
        "high": _text(null=True),
        "unit": _text(null=True),
        "head": _text(null=True),
        "qualifiers": _list(_text()),
        "action": _text(null=True),
        "aspect": _one_of(Aspect),
        "attributed_to": _text(null=True),
        "certainty": _one_of(Certainty),
        "as_of": _text(null=True),
    },
)
FACTS_ARTICLE = _schema(
    "FactsArticle",
    {
        "id": _text(),
        "source": _text(),
        "title": _text(),
        "text": _text(null=True),
        "statements": _list(STATEMENT),
        "facts": _list(FACT),
    },
)
FACTS = _schema("Facts", {"schema": _text(), "articles": _list(FACTS_ARTICLE)})
VERSION = _schema("Version", {n: f for n, f in ARTICLE_READ._declared_fields.items() if n != "origin"})
PLACE = _schema("Place", {"statement": _text(), **_place()})
WORDS = _schema("Words", {"op": _one_of(WordKind), "text": _text()})
ROW = _schema(
    "Row",
    {
        "op": _one_of(RowKind),
        "before": fields.Nested(PLACE, allow_none=True),
        "after": fields.Nested(PLACE, allow_none=True),
        "score": fields.Float(validate=validate.Range(min=0, max=100)),
        "words": _list(WORDS),
    },
)
COUNTS = _schema("Counts", {kind.value: _count() for kind in RowKind})
DIFF = _schema(
    "Diff",
    {
        "schema": _text(),
        "before": fields.Nested(VERSION),
        "after": fields.Nested(VERSION),
        "changes": _list(FINDING),
        "statements": _list(ROW),
        "counts": fields.Nested(COUNTS),
    },
)
