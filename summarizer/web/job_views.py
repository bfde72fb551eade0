"""The routes of jobs: a request that may take its time in, 202 and the place to ask for it out; then its state, and its result."""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime

from flask import Blueprint, Request, Response, request
from werkzeug.exceptions import BadRequest, NotFound, ServiceUnavailable

from summarizer.errors import InputError, Problem
from summarizer.render.json_bytes import dumped
from summarizer.web.forms import LINES, chosen_form
from summarizer.web.guards import key_of
from summarizer.web.jobs import Job, Jobs, new_id, result_of, storage_errors
from summarizer.web.service import RETRY_AFTER, Service, current_service

job_views = Blueprint("jobs", __name__)
JSON = "application/json"
NDJSON = "application/x-ndjson"
ASK_AGAIN = 1  # seconds
_ID = re.compile(r"[0-9a-f]{32}")
_IDEMPOTENCY_KEY = re.compile(r"[\x21-\x7e]{1,255}")


def wants_job(asked: Request) -> bool:
    """Whether a request may be answered later (RFC 7240). Raises BadRequest where it has a key that no job can have."""
    _idempotency_key("")
    named = [p.partition(";")[0].strip().lower() for h in asked.headers.getlist("Prefer") for p in h.split(",")]
    return "respond-async" in named


def accepted(kind: str, media_type: str, body: bytes, total: int) -> Response:
    """The answer to a request that has become a job. Raises InputError, and the HTTP errors 400 and 503."""
    service = current_service()
    owner = _digest(key_of(request).encode())
    job = Job(
        id=new_id(),
        kind=kind,
        media_type=media_type,
        total=total,
        created=time.time(),
        owner=owner,
        key=_idempotency_key(owner),
        asked=_digest(kind.encode(), media_type.encode(), body),
    )
    try:
        taken = _taken(service, job, body)
        answer = _state(service, taken)
    except storage_errors():
        raise _unreachable() from None
    if taken.asked != job.asked:
        detail = "the Idempotency-Key came with another request before: give each request its own"
        raise InputError([Problem("", detail)])
    response = Response(dumped(answer), status=202, mimetype=JSON)
    response.headers["Location"] = f"/v1/jobs/{taken.id}"
    response.headers["Preference-Applied"] = "respond-async"
    response.headers["Retry-After"] = str(ASK_AGAIN)
    return response


@job_views.get("/v1/jobs/<id>")
def job_state(id: str) -> Response:
    """How far a job is; with the result, once it is done."""
    media_type = chosen_form(request, {JSON: "json"} | LINES)
    service = current_service()
    service.runner.start()  # where no hook of the server's has: what was left from before its start is run
    try:
        job = _found(service.jobs, id)
        shown = _state(service, job)
    except storage_errors():
        raise _unreachable() from None
    if shown["state"] != "done":
        response = Response(dumped(shown), mimetype=JSON)
        if shown["state"] in ("queued", "running"):
            response.headers["Retry-After"] = str(ASK_AGAIN)
    elif job.kind == "batch":
        lines = result_of(service.jobs, job)
        whole = media_type == JSON
        response = Response(_listed(shown, lines) if whole else lines, mimetype=JSON if whole else NDJSON)
    else:
        response = Response(_with_report(shown, job, service.jobs.answer(job.id, 0)), mimetype=JSON)
    response.headers["Cache-Control"] = "no-store"
    return response


@job_views.delete("/v1/jobs/<id>")
def cancel_job(id: str) -> Response:
    """Ends a job that has not ended, or removes one that has."""
    service = current_service()
    try:
        job = _found(service.jobs, id)
        if not service.jobs.finish(job, "cancelled"):
            service.jobs.forget(job)
            gone = Response(status=204)
            del gone.headers["Content-Type"]  # there is nothing that it could be the type of
            return gone
        service.metrics.happened("summarizer_jobs_total", "cancelled")
        return Response(dumped(_state(service, job)), mimetype=JSON)
    except storage_errors():
        raise _unreachable() from None


def _taken(service: Service, job: Job, body: bytes) -> Job:
    """The job as it is kept: this one, or the one that has its Idempotency-Key already."""
    known = service.jobs.find(service.jobs.with_key(job.key)) if job.key else None
    if known is not None:
        return known
    if service.jobs.waiting() >= service.settings.max_jobs:
        raise ServiceUnavailable(f"{service.settings.max_jobs} jobs wait: try again later", retry_after=RETRY_AFTER)
    id_ = service.jobs.add(job, body)
    if id_ != job.id:
        return service.jobs.find(id_) or job
    service.metrics.happened("summarizer_jobs_total", "taken")
    service.runner.start()
    service.runner.call()
    return job


def _found(jobs: Jobs, id_: str) -> Job:
    """The job, for whoever sent it. Raises NotFound for everybody else, and when there is none."""
    job = jobs.find(id_) if _ID.fullmatch(id_) else None
    if job is None or not hmac.compare_digest(job.owner, _digest(key_of(request).encode())):
        raise NotFound("no such job: it never was, was removed, or its time is over")
    return job


def _state(service: Service, job: Job) -> dict[str, object]:
    """What is told of a job, without its result."""
    end = service.jobs.end(job.id)
    claim = service.jobs.claim(job.id)
    state = end.state if end else "running" if claim else "queued"
    done = job.total if state == "done" else claim.done if claim else 0
    shown: dict[str, object] = {
        "id": job.id,
        "kind": job.kind,
        "state": state,
        "progress": {"done": done, "total": job.total},
        "created_at": _moment(job.created),
        "ended_at": _moment(end.at) if end else None,
        "expires_at": _moment(end.at + service.settings.job_keep_seconds) if end else None,
    }
    if end and end.problem:
        shown["problem"] = end.problem
    return shown


def _with_report(shown: dict[str, object], job: Job, report: bytes) -> bytes:
    """JSON is put in as it is, every other form as a string."""
    if job.media_type == JSON:
        return _open_ended(shown) + b'"result":' + report.rstrip() + b"}\n"
    return dumped(shown | {"media_type": job.media_type, "result": report.decode()})


def _listed(shown: dict[str, object], lines: Iterator[bytes]) -> Iterator[bytes]:
    """The answers of a batch as a list, one after the other."""
    yield _open_ended(shown) + b'"result":['
    for number, line in enumerate(lines):
        yield (b"," if number else b"") + line.rstrip()
    yield b"]}\n"


def _open_ended(shown: dict[str, object]) -> bytes:
    return dumped(shown).rstrip()[:-1] + b","


def _idempotency_key(owner: str) -> str:
    """A digest of the header, which counts for each caller alone; empty if there is none. Raises BadRequest."""
    given = request.headers.get("Idempotency-Key")
    if given is None:
        return ""
    if not _IDEMPOTENCY_KEY.fullmatch(given):
        raise BadRequest("this Idempotency-Key cannot be: give 1 to 255 visible ASCII characters")
    return _digest(owner.encode(), given.encode())


def _digest(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


def _unreachable() -> ServiceUnavailable:
    return ServiceUnavailable("the store of jobs cannot be reached: try again later", retry_after=RETRY_AFTER)
