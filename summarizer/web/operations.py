"""What each route takes and answers, as OpenAPI operations: settings in, paths out."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.settings import Settings
from summarizer.web import examples
from summarizer.web.forms import LINES
from summarizer.web.problems import MEDIA_TYPE as PROBLEM_TYPE
from summarizer.web.problems import problem_body

Json = dict[str, Any]  # a JSON Schema is what its keywords make it
JSON = "application/json"
NDJSON = "application/x-ndjson"
FORM = "multipart/form-data"
_BY_THE_SERVER = (400, 408, 414, 417, 431)  # what is no request, or comes too slowly, reaches no route
_WORK = (401, 405, 406, 413, 415, 422, 429, 500, 503)
_AFTER = {"Retry-After": {"description": "seconds to wait", "schema": {"type": "integer"}}}
_ID = {
    "X-Request-ID": {
        "description": "as sent, if it is 1 to 128 letters, digits and ._:+/=@-; else made",
        "schema": {"type": "string"},
    }
}
_WAITS = (408, 429, 503)
_FILE_TYPES = "text/plain, text/markdown, text/html, application/json"


def paths(settings: Settings, schemas: Mapping[str, Json]) -> dict[str, Json]:
    """The operations of every path, by method; `schemas` are the document's shapes, whose limits hold in forms too."""
    fields = _form_fields(schemas)
    job_id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}
    return {
        "/v1/merge": {"post": _merge(fields)},
        "/v1/diff": {"post": _diff(schemas, fields)},
        "/v1/facts": {"post": _facts(settings, fields)},
        "/v1/batch": {"post": _batch(settings)},
        "/v1/jobs/{id}": {"parameters": [job_id], "get": _job(), "delete": _cancel()},
        "/healthz": {"get": _plain("alive", "Whether the process answers", JSON, (405,))},
        "/readyz": {"get": _plain("ready", "Whether a request could be served now", JSON, (405, 503))},
        "/metrics": {"get": _plain("metrics", "Counts and times, as Prometheus reads them", "text/plain", (405,))},
        "/openapi.json": {"get": _plain("document", "This document", JSON, (405,))},
        "/docs": {"get": _plain("docs", "This document as a page", "text/html", (405,))},
    }


def ref(name: str) -> Json:
    """A reference to one of the document's shapes."""
    return {"$ref": f"#/components/schemas/{name}"}


_REPORTS = {
    "json": ref("Report"),
    "annotations": {
        "type": "object",
        "description": "An AnnotationPage of the W3C's Web Annotation Data Model",
        "required": ["@context", "id", "type", "items"],
    },
    "ninjs": {
        "type": "object",
        "description": "An item of IPTC ninjs 3.0",
        "required": ["standard", "uri", "type", "bodies", "infoSources", "associations"],
    },
}


def _merge(fields: Json) -> Json:
    answered = {f.media_type: {"schema": _REPORTS.get(f.name, {"type": "string"})} for f in FORMS}
    asked = {
        JSON: {
            "schema": ref("MergeRequest"),
            "examples": {"articles": {"value": examples.MERGE}, "other forms": {"value": examples.FOREIGN}},
        },
        FORM: _upload(fields, "article"),
    }
    operation = _operation("merge", "Several articles in, the report out", asked, answered)
    operation["parameters"] = [_format({f.media_type: f.name for f in FORMS}), *_async(), _tag()]
    operation["responses"]["200"]["headers"]["ETag"] = {
        "description": "the same for the same request",
        "schema": {"type": "string"},
    }
    operation["responses"]["304"] = {"description": "the answer to this request is known by its ETag", "headers": _ID}
    operation["responses"]["202"] = _taken()
    return operation


def _diff(schemas: Mapping[str, Json], fields: Json) -> Json:
    versions = {
        "type": "object",
        "required": ["before", "after"],
        "properties": {
            "id": schemas["MergeRequest"]["properties"]["id"],
            "before": ref("AnyArticle"),
            "after": ref("AnyArticle"),
            "options": {"anyOf": [ref("Options"), {"type": "null"}]},
        },
        "additionalProperties": False,
    }
    answered = {
        f.media_type: {"schema": ref("Diff") if f.name == "json" else {"type": "string"}} for f in REVISION_FORMS
    }
    asked = {
        JSON: {"schema": versions, "examples": {"versions": {"value": examples.DIFF}}},
        FORM: _upload(_without_id(fields), "before", "after"),
    }
    operation = _operation("diff", "Two versions in, what happened to each statement out", asked, answered)
    operation["parameters"] = [_format({f.media_type: f.name for f in REVISION_FORMS})]
    return operation


def _facts(settings: Settings, fields: Json) -> Json:
    several = {"type": "array", "items": ref("AnyArticle"), "minItems": 1, "maxItems": settings.max_articles}
    one_or_more = {"anyOf": [ref("AnyArticle"), several, ref("FactsRequest")]}
    asked = {
        JSON: {
            "schema": one_or_more,
            "examples": {"one": {"value": examples.ARTICLES[0]}, "several": {"value": examples.ARTICLES}},
        },
        FORM: _upload(fields, "article"),
    }
    answered = {JSON: {"schema": ref("Facts")}, "text/plain": {"schema": {"type": "string"}}}
    operation = _operation("facts", "Every fact that was read, with its value and place", asked, answered)
    operation["parameters"] = [_format({JSON: "json", "text/plain": "text"})]
    return operation


def _batch(settings: Settings) -> Json:
    lines = {"schema": {"type": "string"}, "examples": {"one line": {"value": examples.BATCH}}}
    about = (
        "One merge request a line in (MergeRequest), one answer a line out in the same order (BatchAnswer), each as soon as "
        f"it is ready; a bad line gives an answer with a problem, the others go on. At most {settings.max_batch_lines} lines."
    )
    operation = _operation("batch", about, {NDJSON: lines}, {NDJSON: {"schema": {"type": "string"}}})
    operation["parameters"] = [_format(LINES | {JSON: "json"}), *_async()]
    operation["responses"]["202"] = _taken()
    return operation


def _job() -> Json:
    answered = {
        JSON: {"schema": ref("Job"), "examples": {"queued": {"value": examples.JOB}}},
        NDJSON: {"schema": {"type": "string"}},
    }
    about = "How far a job is; with the result, once it is done. A batch's answers alone as application/x-ndjson"
    operation = _operation("job", about, None, answered, (401, 404, 405, 406, 429, 503))
    operation["parameters"] = [_format({JSON: "json"} | LINES)]
    operation["responses"]["200"]["headers"] |= _AFTER
    return operation


def _cancel() -> Json:
    answered = {JSON: {"schema": ref("Job")}}
    about = "Cancels a job that has not ended; removes one that has"
    operation = _operation("cancel", about, None, answered, (401, 404, 405, 429, 503))
    operation["responses"]["204"] = {"description": "the job had ended, and is removed", "headers": _ID}
    return operation


def _plain(name: str, about: str, kind: str, errors: tuple[int, ...]) -> Json:
    return _operation(name, about, None, {kind: {"schema": {} if kind == JSON else {"type": "string"}}}, errors)


def _operation(
    name: str,
    summary: str,
    asked: Mapping[str, object] | None,
    answered: Mapping[str, object],
    errors: tuple[int, ...] = _WORK,
) -> Json:
    responses: Json = {"200": {"description": "done", "headers": dict(_ID), "content": dict(answered)}}
    responses |= {str(status): _problem(status) for status in sorted({*errors, *_BY_THE_SERVER})}
    operation: Json = {"operationId": name, "summary": summary, "responses": responses}
    if asked:
        operation["requestBody"] = {"required": True, "content": dict(asked)}
    return operation


def _problem(status: int) -> Json:
    example = problem_body(status, examples.DETAILS[status]) | {"instance": "/v1/merge", "request_id": "r-1"}
    if status == 422:
        example["errors"] = examples.ERRORS
    content = {PROBLEM_TYPE: {"schema": ref("Problem"), "examples": {"problem": {"value": example}}}}
    headers = _ID | (_AFTER if status in _WAITS else {})
    return {"description": HTTPStatus(status).phrase, "headers": headers, "content": content}


def _taken() -> Json:
    location = {"Location": {"description": "where to ask for the job", "schema": {"type": "string"}}}
    content = {JSON: {"schema": ref("Job"), "examples": {"queued": {"value": examples.JOB}}}}
    links = {n: {"operationId": n, "parameters": {"id": "$response.body#/id"}} for n in ("job", "cancel")}
    return {"description": "taken as a job", "headers": _ID | location | _AFTER, "content": content, "links": links}


def _upload(fields: Json, *files: str) -> Json:
    """A form; `article` may stand in it several times."""
    several = files == ("article",)
    file = {"type": "string", "format": "binary"}
    all_of_them = (
        "files with an article each; a JSON file may hold several. All together are as many as a request may have"
    )
    schema = {
        "type": "object",
        "required": list(files),
        "properties": {
            n: {"type": "array", "items": file, "minItems": 1, "description": all_of_them} if several else file
            for n in files
        }
        | fields,
        "additionalProperties": False,
    }
    return {"schema": schema, "encoding": {n: {"contentType": _FILE_TYPES} for n in files}}


def _form_fields(schemas: Mapping[str, Json]) -> Json:
    """The members of a request that a form has as fields: a form knows no null, and writes true and false as words."""
    options: Json = schemas["Options"]["properties"]
    fields = {n: _not_null(d) for n, d in options.items()} | {
        "id": _not_null(schemas["MergeRequest"]["properties"]["id"])
    }
    return fields | {
        n: {"type": "string", "enum": ["true", "false"]} for n, d in fields.items() if d["type"] == "boolean"
    }


def _not_null(declared: Json) -> Json:
    types = declared["type"]
    kept = {k: v for k, v in declared.items() if k != "default"}
    return kept | {"type": next(t for t in types if t != "null") if isinstance(types, list) else types}


def _without_id(fields: Json) -> Json:
    return {n: d for n, d in fields.items() if n != "id"}


def _format(names: Mapping[str, str]) -> Json:
    """What `?format=` takes: the forms' short names, and their media types."""
    return {
        "name": "format",
        "in": "query",
        "description": "wins over Accept",
        "schema": {"type": "string", "enum": [*dict.fromkeys(names.values()), *names]},
    }


def _async() -> list[Json]:
    return [
        {
            "name": "Prefer",
            "in": "header",
            "description": "respond-async: answer 202 at once, with the place to ask for the result",
            "schema": {"type": "string"},
            "examples": {"job": {"value": "respond-async"}, "wait": {"value": "wait=10"}},
        },
        {
            "name": "Idempotency-Key",
            "in": "header",
            "description": "a job is made once for each key",
            "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
        },
    ]


def _tag() -> Json:
    return {"name": "If-None-Match", "in": "header", "description": "an ETag", "schema": {"type": "string"}}
