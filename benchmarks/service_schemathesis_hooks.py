"""What schemathesis has to be told about the service: how a batch is written, and what no JSON Schema can state.

Loaded by service_schemathesis.py. A request that fits the document may be refused with 422 only for one of the reasons
below, each of which the README or the document tells in words; any other refusal is a failure.
"""

from __future__ import annotations

import hashlib
import json
import re

import schemathesis
import schemathesis.core.failures
from hypothesis import strategies as st

UNSTATED = re.compile(
    r"(\S+: )?(not UTF-8|not JSON)|blank, or without a letter or digit|no letter or digit in it|a NUL character at"
    r"|half of a character|.* is no time zone|.* is no ISO 8601 date|the id of article|both text and html"
    r"|.*characters of text|a title of|no article found on this page",
    re.DOTALL,
)
# A file may hold several articles, or what is too long; and its name may be no outlet's.
OF_A_FILE = re.compile(
    r"\d+ articles?: give \d+ to \d+|\d+ characters long: at most \d+|a line end or control character at|no web address"
)
# A form knows no types: a number that is sent as a file is a file with that text.
OF_A_TYPE = re.compile(r"violates `type` at /properties/(article|before|after)\b")
# A ninjs or schema.org item may hold anything besides, so that it is described by what it needs to have alone.
FOREIGN = {
    "headline",
    "headlines",
    "bodies",
    "body_text",
    "body_xhtml",
    "body_html",
    "versionCreated",
    "articleBody",
    "@type",
}
ARTICLE = st.fixed_dictionaries(
    {"source": st.sampled_from(["The Dale Gazette", "Valley Wire"]), "text": st.text(min_size=1, max_size=80)},
    optional={"title": st.text(max_size=30)},
)
LINE = st.one_of(
    st.fixed_dictionaries(
        {"articles": st.lists(ARTICLE, max_size=3)}, optional={"id": st.text(min_size=1, max_size=9)}
    ).map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=40).map(lambda value: value.replace(b"\n", b" ")),
)


def batch(_context: schemathesis.SerializationContext, value: object) -> bytes:
    """A batch as it is sent: strings as they are, anything else as a line of JSON."""
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode("utf-8", "surrogatepass")


def before_generate_body(
    context: schemathesis.HookContext, strategy: st.SearchStrategy[object]
) -> st.SearchStrategy[object]:
    """Lines for a batch: its schema knows only that they are text."""
    return st.lists(LINE, max_size=4).map(b"\n".join) if context.operation.path == "/v1/batch" else strategy


def before_call(_context: schemathesis.HookContext, case: schemathesis.Case, _kwargs: dict[str, object]) -> None:
    """Gives each request an Idempotency-Key of its own: one that comes with two requests is refused, as it should be."""
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch(r"[!-~]{1,200}", key):
        digest = hashlib.sha256(repr((case.body, case.query, case.media_type)).encode("utf-8", "backslashreplace"))
        case.headers["Idempotency-Key"] = f"{key}-{digest.hexdigest()[:16]}"


def filter_failure(
    _context: schemathesis.HookContext,
    failure: schemathesis.core.failures.Failure,
    case: schemathesis.Case,
    response: schemathesis.Response,
) -> bool:
    """Whether a failure counts: a refusal for a reason that no schema can state does not, nor a job that is told to be cancelled."""
    if type(failure).__name__ == "UseAfterFree":  # the first DELETE cancels and says so, the next removes
        return bool(response.status_code != 200 or response.json().get("state") != "cancelled")
    if response.status_code in (414, 431):  # refused by the server before it is known what is wrong with it
        return type(failure).__name__ != "AcceptedNegativeData"
    if type(failure).__name__ == "AcceptedNegativeData":  # whatever the body of a batch is, it is lines of text
        return (case.operation.path != "/v1/batch" or "in body" not in str(failure.message)) and not (
            case.media_type == "multipart/form-data" and OF_A_TYPE.search(str(failure.message))
        )
    if type(failure).__name__ != "RejectedPositiveData" or response.status_code != 422:
        return True
    errors = response.json().get("errors", [])
    of_a_form = case.media_type == "multipart/form-data"
    return not errors or not all(
        UNSTATED.match(e["detail"])
        or _is_foreign(case.body, e["pointer"])
        or (of_a_form and OF_A_FILE.match(e["detail"]))
        for e in errors
    )


def _is_foreign(value: object, pointer: str) -> bool:
    """Whether the pointer leads into an item of another form."""
    for key in pointer.split("/"):
        if isinstance(value, dict):
            if FOREIGN & value.keys():
                return True
            value = value.get(key, value)
        elif isinstance(value, list) and key.isdecimal() and int(key) < len(value):
            value = value[int(key)]
    return isinstance(value, dict) and bool(FOREIGN & value.keys())


schemathesis.serializer("application/x-ndjson")(batch)
schemathesis.hook(before_generate_body)
schemathesis.hook(before_call)
schemathesis.hook(filter_failure)
