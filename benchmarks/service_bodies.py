"""Random and mutated bodies against the service: how many in, how each status was given out; status 1 if one was 5xx.

    nice .venv/bin/python -m benchmarks.service_bodies [--bodies 100000] [--served 2000] [--seed 1] [--only NUMBER]

Most go through the application in this process, the last ones (`--served`) over a socket to `summarizer serve`.
Each body follows from the seed and its number alone, so that one that fails is sent again by `--only`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.service_server import serving
from summarizer.settings import Settings, variable
from summarizer.web import examples
from summarizer.web.app import create_app
from summarizer.web.service import NAME

JSON = "application/json"
NDJSON = "application/x-ndjson"
ROUTES = ("/v1/merge", "/v1/diff", "/v1/facts", "/v1/batch")
HTML = {"source": "A", "html": "<article><h1>Bridge</h1><p>Two people were hurt on Monday.</p></article>"}
SOUND: dict[str, tuple[object, ...]] = {
    "/v1/merge": (examples.MERGE, examples.FOREIGN),
    "/v1/diff": (examples.DIFF,),
    "/v1/facts": (examples.ARTICLES[0], examples.ARTICLES, examples.FOREIGN, examples.NINJS),
    "/v1/batch": (examples.MERGE, examples.FOREIGN),
}
WORDS = (
    "at least 12 people were killed ; police said on Monday , “We saw it” Mayor Ann Price about $3.5 million 10-12% 5ft 3in March 5, "
    "2024 03/04/2024 noon 11:59 p.m. not denied U.S. Kyiv Київ 東京 ١٢ ½ 1e999 №5 \u202e \ufeff \u200d 👩\u200d🚒 ﬁ e\u0301 \u2028 -- … \n\n"
).split(" ")
KEYS = (
    "id",
    "source",
    "title",
    "text",
    "html",
    "url",
    "published_at",
    "language",
    "articles",
    "options",
    "before",
    "@type",
    "bodies",
)
SCALARS: tuple[object, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        6,
        2**31,
        2**63,
        10**30,
        1.5,
        1e308,
        "",
        " ",
        "0",
        "null",
        "UTC",
        "Europe/Nowhere",
        "lexrank",
    ),
    *(
        "\x00",
        "a\x1fb",
        "2024-02-30",
        "2024-03-05T25:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "http://",
        "javascript:alert(1)",
    ),
    *("x" * 3_000, "\ud800", "<p>" * 500, "(" * 500, "9" * 500, "a-" * 400),
)
TYPES = (
    JSON,
    JSON,
    JSON,
    JSON,
    NDJSON,
    "text/plain",
    "multipart/form-data; boundary=b",
    "application/ld+json",
    "",
    'a/b; c="',
    "\xff",
)
FORMS = ("?format=ninjs", "?format=text", "?format=%00", "?format=markdown&format=json")
LIMITS = {
    "max_text_chars": 20_000,
    "max_body_bytes": 200_000,
    "max_batch_bytes": 400_000,
    "job_workers": 0,
    "max_jobs": 200,
}
FAILED = re.compile(rb'"problem":\{[^{}]{0,200}"status":5')
Send = Callable[["Sent"], int]


@dataclass(frozen=True, slots=True)
class Sent:
    """One request."""

    path: str
    body: bytes
    headers: dict[str, str]


def main() -> int:
    """Sends them all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bodies", type=int, default=100_000)
    parser.add_argument("--served", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int)
    asked = parser.parse_args()
    if asked.only is not None:
        print(request_of(asked.seed, asked.only))
        with in_process() as send:
            print(send(request_of(asked.seed, asked.only)))
        return 0
    within = range(max(0, asked.bodies - asked.served))
    with in_process() as send:
        failed = _sent(send, asked.seed, within, "in the process")
    with over_a_socket() as send:
        failed += _sent(send, asked.seed, range(len(within), asked.bodies), "over a socket")
    return 1 if failed else 0


def _sent(send: Send, seed: int, numbers: range, where: str) -> int:
    """How many were answered with 5xx; prints every thousandth hundred, and what came of all."""
    statuses: Counter[int] = Counter()
    begun, failed = time.monotonic(), 0
    for number in numbers:
        status = send(request_of(seed, number))
        statuses[status] += 1
        if status >= 500:
            failed += 1
            print(f"{status}: --seed {seed} --only {number}", flush=True)
        if number % 10_000 == 9_999:
            print(f"{number + 1} after {time.monotonic() - begun:.0f} s: {dict(sorted(statuses.items()))}", flush=True)
    print(f"{len(numbers)} {where}, {failed} of them 5xx: {dict(sorted(statuses.items()))}", flush=True)
    return failed


@contextmanager
def in_process() -> Iterator[Send]:
    """The application without a server; its engine works in processes of its own as always."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(_settings(jobs_at=f"{folder}/jobs.db", engines=1, **LIMITS))
        client = app.test_client()

        def send(sent: Sent) -> int:
            with client.post(sent.path, data=sent.body, headers=sent.headers) as response:
                return _status(response.status_code, response.get_data())

        try:
            yield send
        finally:
            app.extensions[NAME].stop()


def _settings(**chosen: object) -> Settings:
    return Settings.from_environment({variable(name): str(value) for name, value in chosen.items()})


@contextmanager
def over_a_socket() -> Iterator[Send]:
    """The real server. A status of 599 stands for a connection that was cut."""
    with serving(LIMITS, workers=1) as (address, _):

        def send(sent: Sent) -> int:
            headers = {k: v for k, v in sent.headers.items() if v.isascii()}
            request = urllib.request.Request(address + sent.path, sent.body, headers, method="POST")  # noqa: S310 - our own address
            try:
                with urllib.request.urlopen(request, timeout=60) as response:  # noqa: S310
                    return _status(response.status, response.read())
            except urllib.error.HTTPError as error:
                return error.code
            except OSError:
                return 599

        yield send


def _status(status: int, answer: bytes) -> int:
    """The status; 500 for a batch of which a line was answered so."""
    return 500 if status == 200 and FAILED.search(answer) else status


def request_of(seed: int, number: int) -> Sent:
    """The request of that number."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 - to be drawn again
    route = chance.choice(ROUTES)
    make = chance.choice((_noise, _random_json, _changed_bytes, _changed_value, _changed_value, _changed_text, _form))
    body, kind = make(chance, route)
    headers = {"Content-Type": kind if chance.random() < 0.95 else chance.choice(TYPES)}
    if chance.random() < 0.05:
        body = _packed(chance, body)
        headers["Content-Encoding"] = chance.choice(("gzip", "gzip", "x-gzip", "br", "identity"))
    if chance.random() < 0.1:
        headers["Prefer"] = "respond-async"
        headers["Idempotency-Key"] = str(chance.randrange(50))
    if chance.random() < 0.1:
        headers["Accept"] = chance.choice(
            ("text/html", "text/csv", "application/ld+json", "*/*;q=x", "text/plain", "\xff")
        )
    if chance.random() < 0.1:
        headers["If-None-Match"] = chance.choice(("*", '"x"', 'W/"', "\x7f"))
    form = chance.choice(FORMS) if chance.random() < 0.15 else ""
    return Sent(route + form, body, headers)


def _noise(chance: random.Random, _: str) -> tuple[bytes, str]:
    return chance.randbytes(chance.randrange(300)), chance.choice(TYPES)


def _random_json(chance: random.Random, route: str) -> tuple[bytes, str]:
    return _written(_value(chance, 4)), _kind(route)


def _changed_bytes(chance: random.Random, route: str) -> tuple[bytes, str]:
    """A sound body with some bytes changed, taken out, put in or doubled."""
    body = bytearray(_written(chance.choice(SOUND[route])))
    for _ in range(chance.randrange(1, 6)):
        at = chance.randrange(len(body) + 1)
        to = min(len(body), at + chance.randrange(1, 20))
        body[at:to] = chance.choice(
            (b"", chance.randbytes(chance.randrange(1, 5)), body[at:to] * 2, b'"', b"{", b"[" * 300, b"\\u")
        )
    return bytes(body), _kind(route)


def _changed_value(chance: random.Random, route: str) -> tuple[bytes, str]:
    """A sound request with values replaced, keys taken out or added."""
    value = json.loads(json.dumps(chance.choice(SOUND[route])))
    for _ in range(chance.randrange(1, 4)):
        _change(chance, value)
    return _written(value), _kind(route)


def _changed_text(chance: random.Random, route: str) -> tuple[bytes, str]:
    """A sound request whose articles are words in any order: these are read and compared."""
    value = json.loads(json.dumps(chance.choice(SOUND[route])))
    for article in _articles(value):
        for name in ("text", "articleBody", "title", "headline"):
            if name in article:
                article[name] = " ".join(chance.choices(WORDS, k=chance.randrange(1, 60)))
        if chance.random() < 0.01:
            article.update(HTML)
            article.pop("text", None)
    return _written(value), _kind(route)


def _form(chance: random.Random, route: str) -> tuple[bytes, str]:
    """A form with files and fields, sometimes cut short."""
    names = ("before", "after") if route == "/v1/diff" else ("article", "article")
    parts = [(n, f'; filename="{chance.choice(("a.txt", "b.json", "c.md", "../d.txt", "", "e"))}"') for n in names]
    parts += [
        (n, "")
        for n in chance.sample(
            ("sentences", "words", "ranker", "timezone", "include_text", "id", "zzz"), chance.randrange(3)
        )
    ]
    body = b""
    for name, file in parts:
        content = (
            _written(_value(chance, 2)) if chance.random() < 0.3 else " ".join(chance.choices(WORDS, k=9)).encode()
        )
        body += f'--b\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode() + content + b"\r\n"
    body += b"--b--\r\n"
    if chance.random() < 0.2:
        body = body[: chance.randrange(len(body))]
    return body, "multipart/form-data; boundary=b"


def _value(chance: random.Random, depth: int) -> object:
    draw = chance.random()
    if depth == 0 or draw < 0.4:
        return chance.choice(SCALARS)
    if draw < 0.6:
        return [_value(chance, depth - 1) for _ in range(chance.randrange(4))]
    return {chance.choice(KEYS): _value(chance, depth - 1) for _ in range(chance.randrange(5))}


def _change(chance: random.Random, value: object) -> None:
    inner = list(value.values()) if isinstance(value, dict) else list(value) if isinstance(value, list) else []
    deeper = [v for v in inner if isinstance(v, dict | list) and v]
    if deeper and chance.random() < 0.7:
        _change(chance, chance.choice(deeper))
    elif isinstance(value, dict):
        key = chance.choice([*value, *KEYS[:3]])
        if chance.random() < 0.2:
            value.pop(key, None)
        else:
            value[key] = _value(chance, 2)
    elif isinstance(value, list):
        value.insert(
            chance.randrange(len(value) + 1),
            _value(chance, 2) if chance.random() < 0.5 else chance.choice(inner or [0]),
        )


def _articles(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        if {"source", "bodies", "articleBody"} & value.keys():
            yield value
        for inner in value.values():
            yield from _articles(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _articles(inner)


def _written(value: object) -> bytes:
    return json.dumps(value).encode("utf-8", "surrogatepass")


def _packed(chance: random.Random, body: bytes) -> bytes:
    packed = bytearray(gzip.compress(body, mtime=0))
    if chance.random() < 0.5:
        packed[chance.randrange(len(packed))] ^= 1 << chance.randrange(8)
    return bytes(packed)


def _kind(route: str) -> str:
    return NDJSON if route == "/v1/batch" else JSON


if __name__ == "__main__":
    sys.exit(main())
