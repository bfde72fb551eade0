"""Where the program failed, for a log: an exception in, its type and the lines it passed out.

Its message is left out: it may quote what was sent.
"""

from __future__ import annotations

import logging
import traceback


def passed(error: BaseException) -> str:
    """The exception's type, and the lines that it passed, last first.

    >>> passed(ValueError("an article's words"))
    'ValueError at '
    """
    places = [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' < '.join(reversed(places))}"


def without_messages(record: logging.LogRecord) -> bool:
    """A filter for loggers that write tracebacks: keeps every record, and of its exception what `passed` says."""
    if record.exc_info and record.exc_info[1] is not None:
        record.msg, record.args = f"{record.getMessage()} {passed(record.exc_info[1])}", ()
        record.exc_info = record.exc_text = None
    return True
