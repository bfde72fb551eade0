"""The OpenAPI 3.1 document: settings in, the document out; shapes come from the marshmallow schemas, limits from the settings."""

from __future__ import annotations

from functools import cache

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from summarizer.schemas import reports
from summarizer.schemas.requests import article_schema, merge_schema
from summarizer.settings import Settings, table
from summarizer.web import examples
from summarizer.web.operations import Json, paths, ref

FOREIGN = {
    "NinjsItem": (
        "An IPTC ninjs item, 1.x to 3.x: headline or headlines, body_text or bodies, versionCreated, provider or infoSources, uri.",
        ("body_text", "body_xhtml", "body_html", "bodies"),
        examples.NINJS,
    ),
    "SchemaOrgArticle": (
        "A schema.org NewsArticle: headline, articleBody, publisher.name, datePublished, url.",
        ("articleBody", "@type"),
        examples.SCHEMA_ORG,
    ),
}
_OF_A_REQUEST = ("instance", "request_id")


@cache
def openapi(settings: Settings) -> Json:
    """The document of the service under these settings."""
    from summarizer.pipeline import VERSION

    spec = APISpec(
        title="summarizer",
        version=VERSION,
        openapi_version="3.1.0",
        info={"description": _description(settings)},
        plugins=[
            MarshmallowPlugin(schema_name_resolver=lambda s: s.__name__ if isinstance(s, type) else type(s).__name__)
        ],
    )
    for schema in (merge_schema(settings), reports.REPORT, reports.FACTS, reports.DIFF):
        spec.components.schema(schema.__name__, schema=schema)
    for name, component in (
        ("Problem", _problem()),
        ("LineProblem", _line_problem()),
        ("BatchAnswer", _batch_answer()),
        ("Job", _job()),
    ):
        spec.components.schema(name, component=component)
    document: Json = spec.to_dict()
    document["paths"] = paths(settings, document["components"]["schemas"])
    _open_to_foreign_forms(document, article_schema(settings).__name__)
    if settings.api_keys:
        document["components"]["securitySchemes"] = {
            "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
            "bearer": {"type": "http", "scheme": "bearer"},
        }
        document["security"] = [{"key": []}, {"bearer": []}]
    return document


def _description(settings: Settings) -> str:
    """The limits in words: they are the settings, so they cannot be wrong."""
    limits = [
        f"- {row.meaning}: {row.shown(getattr(settings, row.name))}"
        for row in table()
        if row.name.startswith(("max_", "min_")) or row.name.endswith(("_seconds", "rate_limit"))
    ]
    return "Compares several news reports of one event.\n\n" + "\n".join(limits)


def _problem() -> Json:
    members = {n: {"type": "string"} for n in ("type", "title", "detail", "instance", "request_id")}
    error = {
        "type": "object",
        "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
        "required": ["pointer", "detail"],
    }
    return {
        "type": "object",
        "description": "RFC 9457 problem details",
        "properties": {**members, "status": {"type": "integer"}, "errors": {"type": "array", "items": error}},
        "required": [*members, "status"],
    }


def _open_to_foreign_forms(document: Json, article: str) -> None:
    """Wherever an Article is taken, the other two forms are."""
    schemas = document["components"]["schemas"]
    schemas[article] |= _either("text", "html")
    for name, (about, needed, example) in FOREIGN.items():
        schemas[name] = {
            "type": "object",
            "description": about,
            "if": {"anyOf": [{"required": [n]} for n in needed]},
            "else": False,
            "examples": [example],
        }
    schemas["AnyArticle"] = {"anyOf": [{"$ref": f"#/components/schemas/{n}"} for n in (article, *FOREIGN)]}
    merge = schemas["MergeRequest"]
    merge["properties"]["articles"]["items"] = ref("AnyArticle")
    articles = merge["properties"]["articles"] | {"minItems": 1}
    schemas["FactsRequest"] = merge | {"properties": merge["properties"] | {"articles": articles}}


def _job() -> Json:
    moment = {"type": ["string", "null"], "format": "date-time"}
    return {
        "type": "object",
        "description": "A job; `result` is a report, a report in another form as a string, or the answers of a batch",
        "properties": {
            "id": {"type": "string"},
            "kind": {"type": "string", "enum": ["merge", "batch"]},
            "state": {"type": "string", "enum": ["queued", "running", "done", "failed", "cancelled"]},
            "progress": {
                "type": "object",
                "properties": {n: {"type": "integer", "minimum": 0} for n in ("done", "total")},
                "required": ["done", "total"],
            },
            "created_at": {"type": "string", "format": "date-time"},
            "ended_at": moment,
            "expires_at": moment,
            "media_type": {"type": "string"},
            "result": {
                "anyOf": [ref("Report"), {"type": "string"}, {"type": "array", "items": ref("BatchAnswer")}],
            },
            "problem": {"$ref": "#/components/schemas/LineProblem"},
        },
        "required": ["id", "kind", "state", "progress", "created_at", "ended_at", "expires_at"],
    }


def _batch_answer() -> Json:
    return {
        "type": "object",
        "description": "The answer to one line of a batch: with a report, or with a problem",
        "properties": {
            "id": {"type": ["string", "null"]},
            "report": ref("Report"),
            "problem": ref("LineProblem"),
        },
        "required": ["id"],
    } | _either("report", "problem")


def _either(one: str, other: str) -> Json:
    """One of two members, not both; null is none. Said so and not as `oneOf`, of which makers of clients would make a choice of two shapes."""
    has_one, has_other = ({"required": [n], "properties": {n: {"not": {"type": "null"}}}} for n in (one, other))
    return {"if": has_one, "then": {"not": has_other}, "else": has_other}


def _line_problem() -> Json:
    whole = _problem()
    members = {n: d for n, d in whole["properties"].items() if n not in _OF_A_REQUEST}
    return whole | {
        "description": "RFC 9457 problem details of what is no request of its own",
        "properties": members,
        "required": [n for n in whole["required"] if n not in _OF_A_REQUEST],
    }
