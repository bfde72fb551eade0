"""Batches: one merge request a line in, one answer a line out; no line that goes wrong stops the others. Knows nothing of HTTP."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from itertools import islice

import orjson

from summarizer.errors import InputError
from summarizer.render.json_bytes import dumped
from summarizer.schemas import load_merge
from summarizer.settings import LONGEST_ID, Settings
from summarizer.web.problems import counted, problem_body

_REFUSAL = re.compile(rb'\{"id":(?:null|"(?:[^"\\]++|\\.)*+"),"problem":\{"type":')  # as problem_line writes it
IN_FLIGHT = 4  # lines handed out for each worker: enough that none waits, few enough that memory stays small


def answers(lines: Iterable[bytes], settings: Settings, pool: Executor, workers: int) -> Iterator[bytes]:
    """The answer to each line that is not blank, in order, as it is ready; `workers` is how many the pool has."""
    waiting: deque[tuple[bytes, Future[bytes]]] = deque()
    asked = iter(line for line in lines if line.strip())
    for line in islice(asked, workers * IN_FLIGHT):
        waiting.append((line, pool.submit(answer, line, settings)))
    while waiting:
        line, future = waiting.popleft()
        yield _settled(line, future)
        for following in islice(asked, 1):
            waiting.append((following, pool.submit(answer, following, settings)))


def answer(line: bytes, settings: Settings) -> bytes:
    r"""`{"id", "report"}` or `{"id", "problem"}` as one line.

    >>> answer(b"[1]", Settings())[:37]
    b'{"id":null,"problem":{"type":"urn:sum'
    """
    if len(line) > settings.max_body_bytes:
        return problem_line(
            None, problem_body(413, f"a line of {len(line)} bytes: at most {settings.max_body_bytes} are allowed")
        )
    try:
        payload: object = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return problem_line(None, problem_body(400, f"not JSON: {error}"))
    id_ = id_of(payload)
    try:
        request = load_merge(payload, settings)
        from summarizer.pipeline import merge

        report = merge(request.articles, request.options, id=request.id)
    except InputError as error:
        return problem_line(id_, problem_body(422, counted(error.problems), error.problems))
    return dumped({"id": request.id, "report": report.to_dict()})


def id_of(payload: object) -> str | None:
    """The id of a request, if it has one that can be repeated.

    >>> id_of({"id": "troops-1"}), id_of({"id": 5}), id_of([])
    ('troops-1', None, None)
    """
    found = payload.get("id") if isinstance(payload, Mapping) else None
    return found if isinstance(found, str) and len(found) <= LONGEST_ID else None


def is_refusal(line: bytes) -> bool:
    """Whether an answer is a problem.

    >>> is_refusal(problem_line('the "problem":{"type":', problem_body(422, "no articles")))
    True
    >>> is_refusal(dumped({"id": '"problem":{"type":', "report": {}}))
    False
    """
    return bool(_REFUSAL.match(line))


def _settled(line: bytes, future: Future[bytes]) -> bytes:
    """A line that the program itself fails on costs that line only."""
    failure = future.exception()
    if failure is None:
        return future.result()
    if isinstance(failure, BrokenExecutor):
        raise failure
    detail = f"this request could not be answered ({type(failure).__name__}): please report it"
    return refusal(line, problem_body(500, detail))


def refusal(line: bytes, problem: dict[str, object]) -> bytes:
    """The answer to a line that came to nothing; with its id, if it has one."""
    try:
        id_ = id_of(orjson.loads(line))
    except orjson.JSONDecodeError:
        id_ = None
    return problem_line(id_, problem)


def problem_line(id_: str | None, problem: dict[str, object]) -> bytes:
    """The answer that says what is wrong."""
    return dumped({"id": id_, "problem": problem})
