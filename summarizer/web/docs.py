"""The OpenAPI document as a page: the document in, HTML that loads nothing out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from summarizer.render.page_style import STYLE

Json = dict[str, Any]  # a JSON Schema is what its keywords make it
_STYLE = (
    STYLE
    + "table{border-collapse:collapse;width:100%}td,th{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}pre{overflow:auto;max-height:20rem;border:1px solid var(--line);padding:.5rem}"
)


def docs_page(document: Json) -> str:
    """Every route with its answers, every shape with its fields."""
    info = document["info"]
    lines = [
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(info['title'])}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{escape(info['title'])} {escape(info['version'])}</h1><p class='text'>{escape(info['description'])}</p>",
        '<p><a href="openapi.json">openapi.json</a></p><h2>Routes</h2>',
        *_routes(document["paths"]),
        "<h2>Shapes</h2>",
        *_shapes(document["components"]["schemas"]),
        "</main></body></html>",
    ]
    return "\n".join(lines) + "\n"


def _routes(paths: Json) -> Iterator[str]:
    for path, operations in paths.items():
        for method, operation in operations.items():
            if method == "parameters":
                continue
            yield f"<h3><code>{escape(method.upper())} {escape(path)}</code></h3><p>{escape(operation['summary'])}</p>"
            taken = operation.get("requestBody", {}).get("content", {})
            if taken:
                yield f"<p>Takes: {', '.join(_content(k, v) for k, v in taken.items())}</p>"
            for sent in _request_examples(operation):
                yield f"<pre>{escape(sent)}</pre>"
            if operation.get("parameters"):
                yield "<table><tr><th>Parameter</th><th>In</th><th>Meaning</th></tr>"
                for parameter in operation["parameters"]:
                    meaning = "; ".join(m for m in (parameter["description"], _meaning(parameter["schema"])) if m)
                    yield f"<tr><td><code>{escape(parameter['name'])}</code></td><td>{parameter['in']}</td><td>{escape(meaning)}</td></tr>"
                yield "</table>"
            yield "<table><tr><th>Status</th><th>Meaning</th><th>Content</th></tr>"
            for status, answer in operation["responses"].items():
                shown = ", ".join(_content(k, v) for k, v in answer.get("content", {}).items())
                yield f"<tr><td>{escape(status)}</td><td>{escape(answer['description'])}</td><td>{shown}</td></tr>"
            yield "</table>"


def _request_examples(operation: Json) -> Iterator[str]:
    """What can be sent, as it is sent."""
    for content in operation.get("requestBody", {}).get("content", {}).values():
        for example in content.get("examples", {}).values():
            value = example["value"]
            yield value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)


def _shapes(schemas: Json) -> Iterator[str]:
    for name, schema in schemas.items():
        yield f'<h3 id="{escape(name)}">{escape(name)}</h3>'
        if "anyOf" in schema or "description" in schema:
            yield f"<p>{escape(schema.get('description', ''))} {_type(schema) if 'anyOf' in schema and 'type' not in schema else ''}</p>"
        if "properties" in schema:
            yield "<table><tr><th>Field</th><th>Type</th><th>Required</th><th>Meaning</th></tr>"
            for field, declared in schema["properties"].items():
                required = "yes" if field in schema.get("required", ()) else ""
                yield f"<tr><td><code>{escape(field)}</code></td><td>{_type(declared)}</td><td>{required}</td><td>{escape(_meaning(declared))}</td></tr>"
            yield "</table>"


def _content(media_type: str, content: Json) -> str:
    schema = content.get("schema", {})
    linked = f" ({_type(schema)})" if "$ref" in schema or "anyOf" in schema else ""
    return f"<code>{escape(media_type)}</code>{linked}"


def _type(declared: Json) -> str:
    if "$ref" in declared:
        name = escape(declared["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in declared:
        return " or ".join(_type(d) for d in declared["anyOf"])
    if declared.get("type") == "array":
        return f"list of {_type(declared.get('items', {}))}"
    kind = declared.get("type", "any")
    return escape(" or ".join(kind) if isinstance(kind, list) else kind)


def _meaning(declared: Json) -> str:
    """The description, and the limits that the shape states."""
    limits = [
        f"{k}: {declared[k]}"
        for k in ("minimum", "maximum", "minItems", "maxItems", "maxLength", "format")
        if k in declared
    ]
    if "enum" in declared:
        limits.append("one of " + ", ".join(map(str, declared["enum"])))
    return "; ".join(p for p in (declared.get("description", ""), *limits) if p)
