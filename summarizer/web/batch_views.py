"""The route of batches: merge requests in, one a line, answers out, one a line, each as soon as it is ready."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from flask import Blueprint, Response, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge, UnsupportedMediaType

from summarizer.settings import Settings
from summarizer.web.batch import answer, problem_line, refusal
from summarizer.web.bodies import pieces_of, read_bytes
from summarizer.web.engine import Engine, EngineError
from summarizer.web.forms import LINES, chosen_form
from summarizer.web.inflow import Inflow
from summarizer.web.job_run import lines_of
from summarizer.web.job_views import JSON, NDJSON, accepted, wants_job
from summarizer.web.patience import patient
from summarizer.web.problems import problem_body
from summarizer.web.service import current_service

batch_views = Blueprint("batch", __name__)
_GZIP = 31  # zlib's number for the gzip format at its widest window


@batch_views.post("/v1/batch")
def merge_batch() -> Response:
    """One merge request a line in, one answer a line out."""
    service = current_service()
    chosen_form(request, LINES | {JSON: "json"})
    if request.mimetype not in (*LINES, JSON):
        raise UnsupportedMediaType("send application/x-ndjson: one merge request a line")
    if wants_job(request):
        return _as_job(service.settings)
    inflow = _inflow(service.settings)
    answers = _answers(inflow, service.engine, service.settings)
    packs = request.accept_encodings["gzip"] > 0
    response = Response(_packed(answers) if packs else answers, mimetype=NDJSON)
    response.call_on_close(inflow.close)
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _as_job(settings: Settings) -> Response:
    body = read_bytes(request, settings.max_batch_bytes)
    total = len(lines_of(body))
    if total > settings.max_batch_lines:
        raise RequestEntityTooLarge(f"{total} lines: at most {settings.max_batch_lines} are allowed")
    return accepted("batch", NDJSON, body, total)


def _inflow(settings: Settings) -> Inflow:
    """The lines as they come in: a batch may take as long as its lines do."""
    pieces = pieces_of(request, settings.max_batch_bytes)
    connection = patient(request.environ)
    if connection is None:
        return Inflow(pieces, settings.receive_seconds)
    connection.unhurried()
    return Inflow(pieces, settings.receive_seconds, connection.give_up)


def _answers(inflow: Inflow, engine: Engine, settings: Settings) -> Iterator[bytes]:
    """One line at a time: a batch takes one place of the service, not all of them. What ends it early is its last line."""
    try:
        for number, line in enumerate(inflow.lines(settings.max_body_bytes)):
            if number >= settings.max_batch_lines:
                raise RequestEntityTooLarge(
                    f"more than {settings.max_batch_lines} lines: send the rest in another batch"
                )
            if line is None:
                detail = f"a line of more than {settings.max_body_bytes} bytes: send fewer or shorter articles"
                yield problem_line(None, problem_body(413, detail))
            else:
                yield _answer(line, engine, settings)
    except HTTPException as error:
        yield problem_line(None, problem_body(error.code or 500, error.description or ""))
    finally:
        inflow.close()


def _answer(line: bytes, engine: Engine, settings: Settings) -> bytes:
    try:
        return engine.run_patiently(settings.request_seconds, _goes_on, answer, line, settings)
    except EngineError as error:
        return refusal(line, problem_body(500 if error.why == "failed" else 503, error.detail))


def _goes_on() -> bool:
    return False


def _packed(lines: Iterator[bytes]) -> Iterator[bytes]:
    """gzip, with each line to be had as soon as it is there."""
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    for line in lines:
        yield packer.compress(line) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()
