"""Who may ask, and how often: a request in, nothing or an HTTP error out. Each guard is off until its setting is given."""

from __future__ import annotations

import hashlib
import hmac
import math
import time
from array import array
from collections.abc import Callable

from flask import Request, Response
from werkzeug.exceptions import TooManyRequests, Unauthorized

from summarizer.settings import Settings
from summarizer.web.shared import SharedNumbers

WINDOW = 60.0  # seconds in which a rate limit counts
CALLERS = 16_384  # counters: two callers share one so rarely that it hurts nobody
_FRESH = memoryview(array("d", bytes(8 * (CALLERS + 1))))
CORS_METHODS = "GET, POST, DELETE, OPTIONS"
CORS_HEADERS = (
    "Content-Type, Content-Encoding, X-Request-ID, X-API-Key, Authorization, If-None-Match, Idempotency-Key, Prefer"
)
CORS_EXPOSED = "ETag, X-Request-ID, Retry-After, Location, Preference-Applied"


class Guards:
    """Keys, rates and origins of one service."""

    def __init__(self, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._settings, self._clock = settings, clock
        self._counts = SharedNumbers(CALLERS + 1) if settings.rate_limit else None

    def check(self, request: Request) -> None:
        """Lets a request pass, or raises Unauthorized or TooManyRequests."""
        if not request.path.startswith("/v1/") or request.method == "OPTIONS":
            return
        key = key_of(request)
        if self._settings.api_keys and not any(
            hmac.compare_digest(key.encode(), k.encode()) for k in self._settings.api_keys
        ):
            self._count(request.remote_addr or "")  # or keys could be guessed at any rate
            raise Unauthorized("no valid key: send one in X-API-Key, or as Authorization: Bearer")
        self._count(key if self._settings.api_keys else request.remote_addr or "")

    def share(self, request: Request, response: Response) -> None:
        """Tells a browser that a page of an allowed origin may read the answer."""
        origin = request.headers.get("Origin")
        allowed = self._settings.cors_origins
        if not allowed:
            return
        response.vary.add("Origin")
        if not origin or (origin not in allowed and "*" not in allowed):
            return
        response.headers["Access-Control-Allow-Origin"] = "*" if "*" in allowed else origin
        response.headers["Access-Control-Expose-Headers"] = CORS_EXPOSED
        if request.method == "OPTIONS":
            response.headers["Access-Control-Allow-Methods"] = CORS_METHODS
            response.headers["Access-Control-Allow-Headers"] = CORS_HEADERS
            response.headers["Access-Control-Max-Age"] = "600"

    def _count(self, caller: str) -> None:
        if self._counts is None:
            return
        window, into = divmod(self._clock(), WINDOW)
        place = 1 + int.from_bytes(hashlib.blake2b(caller.encode(), digest_size=8).digest(), "big") % CALLERS
        with self._counts.held() as counts:
            if counts[0] != window + 1:
                counts[:] = _FRESH
                counts[0] = window + 1
            counts[place] += 1
            count = counts[place]
        if count > self._settings.rate_limit:
            wait = max(1, math.ceil(WINDOW - into))
            detail = f"more than {self._settings.rate_limit} requests a minute: try again in {wait} seconds"
            raise TooManyRequests(detail, retry_after=wait)


def key_of(request: Request) -> str:
    """The key that a request shows; empty if it shows none."""
    given = request.headers.get("X-API-Key")
    if given is not None:
        return given
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
