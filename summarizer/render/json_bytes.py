"""JSON as bytes: plain values in, the same bytes every time out."""

from __future__ import annotations

import orjson

from summarizer.domain.report import Report

_OPTIONS = orjson.OPT_NON_STR_KEYS


def dumped(value: object, *, pretty: bool = False) -> bytes:
    r"""The value as UTF-8 JSON with a line feed at its end; keys stay in their order.

    >>> dumped({"b": 1, "a": "é"})
    b'{"b":1,"a":"\xc3\xa9"}\n'
    """
    return orjson.dumps(value, option=_OPTIONS | orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0))


def report_json(report: Report) -> str:
    """The report as JSON, on one line."""
    return dumped(report.to_dict()).decode()
