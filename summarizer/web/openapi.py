"""The OpenAPI 3.1 document: settings in, the document out; shapes come from the marshmallow schemas, limits from the settings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from http import HTTPStatus
from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin

from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.schemas import reports
from summarizer.schemas.requests import article_schema, merge_schema
from summarizer.settings import Settings, table

Json = dict[str, Any]  # a JSON Schema is what its keywords make it
PROBLEM_TYPE = "application/problem+json"
NDJSON = "application/x-ndjson"
FOREIGN = {
    "NinjsItem": "An IPTC ninjs item, 1.x to 3.x: headline or headlines, body_text or bodies, versionCreated, provider or infoSources, uri.",
    "SchemaOrgArticle": "A schema.org NewsArticle: headline, articleBody, publisher.name, datePublished, url.",
}
_ERRORS = {
    "merge": (400, 401, 406, 413, 415, 422, 429, 503),
    "facts": (400, 401, 406, 413, 415, 422, 429, 503),
    "diff": (400, 401, 406, 413, 415, 422, 429, 503),
    "batch": (400, 401, 406, 413, 415, 429),
    "plain": (404,),
}


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
    spec.components.schema("Problem", component=_problem())
    _add_paths(spec)
    document: Json = spec.to_dict()
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
    schemas[article]["oneOf"] = [{"required": ["text"]}, {"required": ["html"]}]
    for name, about in FOREIGN.items():
        schemas[name] = {"type": "object", "description": about}
    schemas["AnyArticle"] = {"anyOf": [{"$ref": f"#/components/schemas/{n}"} for n in (article, *FOREIGN)]}
    schemas["MergeRequest"]["properties"]["articles"]["items"] = _ref("AnyArticle")


def _add_paths(spec: APISpec) -> None:
    merged = {f.media_type: {"schema": _ref("Report") if f.name == "json" else {"type": "string"}} for f in FORMS}
    upload = {
        "type": "object",
        "properties": {
            "article": {"type": "array", "items": {"type": "string", "contentMediaType": "application/octet-stream"}}
        },
    }
    asked = {"application/json": {"schema": _ref("MergeRequest")}, "multipart/form-data": {"schema": upload}}
    one_or_more = {"anyOf": [_ref("AnyArticle"), {"type": "array", "items": _ref("AnyArticle")}, _ref("MergeRequest")]}
    facts = {"application/json": {"schema": one_or_more}, "multipart/form-data": {"schema": upload}}
    versions = {
        "type": "object",
        "required": ["before", "after"],
        "properties": {"before": _ref("AnyArticle"), "after": _ref("AnyArticle"), "options": _ref("Options")},
    }
    compared = {
        f.media_type: {"schema": _ref("Diff") if f.name == "json" else {"type": "string"}} for f in REVISION_FORMS
    }
    spec.path(
        "/v1/diff",
        operations={
            "post": _operation(
                "diff",
                "Two versions in, what happened to each statement out",
                {"application/json": {"schema": versions}},
                compared,
            )
        },
    )
    lines = {NDJSON: {"schema": {"type": "string"}}}
    spec.path(
        "/v1/merge", operations={"post": _operation("merge", "Several articles in, the report out", asked, merged)}
    )
    spec.path(
        "/v1/facts",
        operations={
            "post": _operation(
                "facts",
                "Every fact that was read, with its value and place",
                facts,
                {"application/json": {"schema": _ref("Facts")}},
            )
        },
    )
    spec.path(
        "/v1/batch",
        operations={
            "post": _operation("batch", "One merge request a line in, one answer a line out, in order", lines, lines)
        },
    )
    for path, about, kind in (
        ("/healthz", "Whether the process answers", "application/json"),
        ("/readyz", "Whether the engine is loaded", "application/json"),
        ("/metrics", "Counts and times, as Prometheus reads them", "text/plain"),
        ("/openapi.json", "This document", "application/json"),
        ("/docs", "This document as a page", "text/html"),
    ):
        spec.path(path, operations={"get": _operation("plain", about, None, {kind: {}})})


def _operation(name: str, summary: str, asked: Mapping[str, object] | None, answered: Mapping[str, object]) -> Json:
    problem = {PROBLEM_TYPE: {"schema": _ref("Problem")}}
    responses: Json = {"200": {"description": "done", "content": dict(answered)}}
    if name == "merge":
        responses["304"] = {"description": "the answer to this request is known by its ETag (If-None-Match)"}
    responses |= {str(s): {"description": HTTPStatus(s).phrase, "content": problem} for s in _ERRORS[name]}
    operation: Json = {"summary": summary, "responses": responses}
    if name == "merge":
        operation["parameters"] = [
            {
                "name": "format",
                "in": "query",
                "description": "wins over Accept",
                "schema": {"type": "string", "enum": [f.name for f in FORMS]},
            }
        ]
    if asked:
        operation["requestBody"] = {"required": True, "content": dict(asked)}
    return operation


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
