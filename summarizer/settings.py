"""Every limit and switch of the service: environment variables in, one frozen Settings out.

A field is declared once, with its default, its bounds and its meaning; the variable's name, the parser, the error
messages and the table that `summarizer config` prints come from that declaration.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import cast

from summarizer.errors import SettingError

PREFIX = "SUMMARIZER_"
MEGABYTE = 1_000_000
LONGEST_ID = 10_000  # code points; no setting allows a longer one


@dataclass(frozen=True, slots=True)
class _Whole:
    """A whole number between two ends."""

    low: int
    high: int
    meaning: str

    @property
    def allowed(self) -> str:
        return f"a whole number from {self.low} to {self.high}"

    def parse(self, text: str) -> int:
        if not text.isascii() or not text.isdecimal() or len(text) > 12:
            raise ValueError(text)
        number = int(text)
        if not self.low <= number <= self.high:
            raise ValueError(text)
        return number


@dataclass(frozen=True, slots=True)
class _Text:
    """A short text without blanks."""

    meaning: str
    allowed: str = "a name or address without blanks"

    def parse(self, text: str) -> str:
        if not text or text.split() != [text]:
            raise ValueError(text)
        return text


@dataclass(frozen=True, slots=True)
class _Names:
    """A list with commas; empty is none."""

    meaning: str
    allowed: str = "a list with commas between, no blanks inside a name"

    def parse(self, text: str) -> tuple[str, ...]:
        names = tuple(n.strip() for n in text.split(",") if n.strip())
        if any(n.split() != [n] for n in names):
            raise ValueError(text)
        return names


_Declaration = _Whole | _Text | _Names


def _whole(default: int, low: int, high: int, meaning: str) -> int:
    declared: int = field(default=default, metadata={"is": _Whole(low, high, meaning)})
    return declared


def _text(default: str, meaning: str) -> str:
    declared: str = field(default=default, metadata={"is": _Text(meaning)})
    return declared


def _names(meaning: str) -> tuple[str, ...]:
    return cast("tuple[str, ...]", field(default=(), metadata={"is": _Names(meaning)}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The limits and switches of one running service. Raises SettingError where they contradict one another."""

    max_articles: int = _whole(50, 2, 10_000, "articles in one request, at most")
    min_articles: int = _whole(2, 2, 10_000, "articles in one merge, at least")
    max_text_chars: int = _whole(200_000, 1, 100 * MEGABYTE, "code points of one article's text, at most")
    max_total_chars: int = _whole(
        1 * MEGABYTE, 1, 1_000 * MEGABYTE, "code points of all texts of one request together, at most"
    )
    max_html_chars: int = _whole(1 * MEGABYTE, 1, 100 * MEGABYTE, "code points of one article's HTML, at most")
    max_title_chars: int = _whole(2_000, 1, MEGABYTE, "code points of a title, at most")
    max_source_chars: int = _whole(500, 1, 100_000, "code points of an outlet's name, at most")
    max_id_chars: int = _whole(200, 1, LONGEST_ID, "code points of the id of a request or an article, at most")
    max_url_chars: int = _whole(4_000, 1, 100_000, "code points of an article's address, at most")
    max_body_bytes: int = _whole(
        10 * MEGABYTE, 1, 1_000 * MEGABYTE, "bytes of a request's body, also when unpacked, at most"
    )
    max_batch_bytes: int = _whole(
        50 * MEGABYTE, 1, 100_000 * MEGABYTE, "bytes of a batch request's body, also when unpacked, at most"
    )
    max_sentences: int = _whole(50, 1, 1_000, "sentences of a summary, at most")
    max_words: int = _whole(10_000, 1, 100_000, "words that a request may bound its summary at, at most")
    html_seconds: int = _whole(10, 1, 600, "seconds that reading the HTML pages of one request may take")
    request_seconds: int = _whole(60, 1, 3_600, "seconds that the answer to a request may take")
    receive_seconds: int = _whole(
        30, 1, 3_600, "seconds that a request may take to come in; of a batch: that may pass without its next line"
    )
    max_batch_lines: int = _whole(10_000, 1, 100 * MEGABYTE, "lines of a batch request, at most")
    max_jobs: int = _whole(1_000, 1, MEGABYTE, "jobs that wait or run at once, at most")
    job_seconds: int = _whole(600, 1, 86_400, "seconds that one merge of a job may take")
    job_keep_seconds: int = _whole(3_600, 1, 30 * 86_400, "seconds that the result of a job is kept")
    job_workers: int = _whole(1, 0, 64, "jobs that each server process runs at once; 0: it takes jobs and runs none")
    jobs_at: str = _text(
        "~/.local/state/summarizer/jobs.db",
        "where jobs are kept: a file, or redis://HOST:PORT/NUMBER, which several machines share",
    )
    host: str = _text("127.0.0.1", "address that the server listens on")
    port: int = _whole(8000, 1, 65_535, "port that the server listens on")
    workers: int = _whole(2, 1, 256, "processes of the server")
    threads: int = _whole(16, 1, 256, "threads of each server process: requests that it holds at once")
    engines: int = _whole(
        2, 1, 64, "processes of each server process that compare articles: requests that it works on at once"
    )
    max_waiting: int = _whole(
        8, 0, 250, "requests of each server process that wait for one of them, at most; more get 503"
    )
    api_keys: tuple[str, ...] = _names(
        "keys that a request must show one of in X-API-Key or as a bearer token; none: open to all"
    )
    rate_limit: int = _whole(
        0, 0, MEGABYTE, "requests a minute for one key or address, over all processes of one machine; 0: no limit"
    )
    proxies: int = _whole(
        0, 0, 10, "proxies in front, each adding to X-Forwarded-For: the rate limit counts the address before them"
    )
    cors_origins: tuple[str, ...] = _names(
        "web origins whose pages may call the service, * for all; none: no page but its own"
    )

    def __post_init__(self) -> None:
        if self.min_articles > self.max_articles:
            raise SettingError(
                f"{variable('min_articles')} is {self.min_articles}, more than {variable('max_articles')} ({self.max_articles}): lower the one or raise the other"
            )

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The settings that the variables give; what has no variable keeps its default. Raises SettingError naming every bad one.

        >>> Settings.from_environment({"SUMMARIZER_MAX_ARTICLES": "10"}).max_articles
        10
        >>> Settings.from_environment({"SUMMARIZER_PORT": "many"})
        Traceback (most recent call last):
        summarizer.errors.SettingError: SUMMARIZER_PORT is 'many': give a whole number from 1 to 65535 (default 8000)
        """
        chosen = os.environ if environment is None else environment
        values: dict[str, object] = {}
        wrong: list[str] = []
        for row in table():
            written = chosen.get(row.variable)
            if written is None:
                continue
            try:
                values[row.name] = row.parse(written.strip())
            except ValueError:
                shown = "what it cannot be" if row.secret else repr(written[:80])
                wrong.append(f"{row.variable} is {shown}: give {row.allowed} (default {row.shown(row.default)})")
        if wrong:
            raise SettingError("; ".join(wrong))
        return cls(**cast("dict[str, int]", values))  # type: ignore[arg-type]  # each value went through its own field's parser


@dataclass(frozen=True, slots=True)
class Row:
    """One setting as people read of it."""

    name: str
    variable: str
    default: object
    allowed: str
    meaning: str
    secret: bool
    parse: Callable[[str], object]

    def shown(self, value: object) -> str:
        """The value as it may be printed: a key never is.

        >>> [row.shown(("k1", "k2")) for row in table() if row.name in ("api_keys", "cors_origins")]
        ['2 set', 'k1,k2']
        """
        if isinstance(value, tuple):
            if not value:
                return "none"
            return f"{len(value)} set" if self.secret else ",".join(map(str, value))
        return str(value)


def unknown_variables(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The variables that look like a setting's but are none, so that a misspelt one does not go unnoticed.

    >>> unknown_variables({"SUMMARIZER_PROT": "8080", "SUMMARIZER_PORT": "8080", "HOME": "/"})
    ('SUMMARIZER_PROT',)
    """
    known = {row.variable for row in table()}
    return tuple(v for v in sorted(environment) if v.startswith(PREFIX) and v not in known)


def variable(name: str) -> str:
    """The environment variable of a setting.

    >>> variable("max_articles")
    'SUMMARIZER_MAX_ARTICLES'
    """
    return PREFIX + name.upper()


def table() -> tuple[Row, ...]:
    """Every setting, in the order of their declaration."""
    return tuple(_row(f.name, f.default, cast(_Declaration, f.metadata["is"])) for f in fields(Settings))


def _row(name: str, default: object, declared: _Declaration) -> Row:
    return Row(
        name=name,
        variable=variable(name),
        default=default,
        allowed=declared.allowed,
        meaning=declared.meaning,
        secret=name == "api_keys",
        parse=declared.parse,
    )
