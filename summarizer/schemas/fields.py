"""The fields that requests are made of: JSON values in, checked Python values out; nothing is coerced from another type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from marshmallow import ValidationError, fields, types

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROLS = r"\x00-\x1f\x7f-\x9f\u2028\u2029"
_CONTROL = re.compile(f"[{_CONTROLS}]")
LINE = rf"^[^\S{_CONTROLS}]*[^\s{_CONTROLS}][^{_CONTROLS}]*$"  # a line that is not blank, for JSON Schema
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_OFFSET = "(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?"  # Z, +01:00, -0500, +02; RFC 3339 has "t" and "z" too
_FORMS = (
    "[0-9]{4}-[0-9]{2}-[0-9]{2}"  # 2024-10-23, T16:20, T16:20:30.5
    f"(?:[Tt ][0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}}(?:[.,][0-9]{{1,9}})?)?{_OFFSET})?"
    f"|[0-9]{{8}}(?:[Tt][0-9]{{4}}(?:[0-9]{{2}})?{_OFFSET})?"  # 20241023, T1620, T162030Z: as NITF and NewsML write it
)
MOMENT = f"^[ \\t\\r\\n]*(?:{_FORMS})[ \\t\\r\\n]*$"  # means the same in Python and in JSON Schema
_MOMENT = re.compile(MOMENT)
FIRST_YEAR, LAST_YEAR = 1600, 2200  # the first newspaper is of 1605; calendar sums near year 1 or 9999 overflow
SHOWN = 40  # code points of a bad value that its message repeats


class _Checked:
    """Hands what came in to `checked`, before marshmallow's own reading of it."""

    default_error_messages: types.ErrorMessages = {"null": "null where a value is needed: give one"}  # noqa: RUF012 - marshmallow's type

    def checked(self, value: object) -> Any:
        """The value, if it is one of this field's. Raises ValidationError."""
        raise NotImplementedError

    def _deserialize(self, value: object, attr: str | None, data: Mapping[str, object] | None, **options: Any) -> Any:  # noqa: ARG002 - marshmallow's signature
        return self.checked(value)


class Text(_Checked, fields.String):
    """A string without lone surrogates or NUL; `words` asks for a letter or a digit in it, `line` for no line ends or controls."""

    def __init__(self, *, longest: int, words: bool = False, line: bool = False, **options: Any) -> None:
        self.longest, self.words, self.line = longest, words, line
        options["metadata"] = (
            {"maxLength": longest}
            | ({"minLength": 1, "pattern": LINE if line else r"\S"} if words else {})
            | options.get("metadata", {})
        )
        super().__init__(**options)

    def checked(self, value: object) -> str:
        """The value itself. Raises ValidationError with what is wrong and what to give instead."""
        if not isinstance(value, str):
            raise ValidationError(f"{_sort(value)} where a string is needed")
        if len(value) > self.longest:
            raise ValidationError(f"{len(value)} characters long: at most {self.longest} are allowed")
        if found := _SURROGATE.search(value):
            raise ValidationError(
                f"half of a character (a lone surrogate) at offset {found.start()}: send the text as UTF-8"
            )
        if "\0" in value:
            raise ValidationError(f"a NUL character at offset {value.index(chr(0))}: take it out")
        if self.line and (found := _CONTROL.search(value)):
            raise ValidationError(f"a line end or control character at offset {found.start()}: give one line")
        if self.words and not _LETTER_OR_DIGIT.search(value):
            raise ValidationError("blank, or without a letter or digit: give the words themselves")
        return value


class Whole(_Checked, fields.Integer):
    """A whole number from `low` to `high`, also written as 6.0, which JSON Schema calls an integer; "6", 6.5 and true are none."""

    def __init__(self, *, low: int, high: int, **options: Any) -> None:
        self.low, self.high = low, high
        options.setdefault("metadata", {"minimum": low, "maximum": high})
        super().__init__(strict=True, **options)

    def checked(self, value: object) -> int:
        """The value itself. Raises ValidationError with what is wrong and what to give instead."""
        is_whole = (isinstance(value, int) and not isinstance(value, bool)) or (
            isinstance(value, float) and value.is_integer()
        )
        if not is_whole:
            raise ValidationError(f"{_sort(value)} where a whole number from {self.low} to {self.high} is needed")
        number = int(cast("float", value))
        if not self.low <= number <= self.high:
            raise ValidationError(f"out of range: give a whole number from {self.low} to {self.high}")
        return number


class Switch(_Checked, fields.Boolean):
    """true or false; "yes" and 1 are neither."""

    def checked(self, value: object) -> bool:
        """The value itself. Raises ValidationError with what is wrong and what to give instead."""
        if not isinstance(value, bool):
            raise ValidationError(f"{_sort(value)} where true or false is needed")
        return value


class Moment(_Checked, fields.String):
    """An ISO 8601 date, or date and time, with an offset or without. No marshmallow DateTime, whose format is stricter."""

    def __init__(self, **options: Any) -> None:
        options["metadata"] = {"pattern": MOMENT} | options.get("metadata", {})
        super().__init__(**options)

    def checked(self, value: object) -> datetime:
        """The value itself. Raises ValidationError with what is wrong and what to give instead."""
        if not isinstance(value, str):
            raise ValidationError(f"{_sort(value)} where an ISO 8601 date or time is needed")
        moment = parsed(value)
        if moment is None:
            raise ValidationError(
                f"{value[:SHOWN]!r} is no ISO 8601 date or time: give 2024-10-23 or 2024-10-23T16:20:00+02:00"
            )
        return moment


class Chosen(_Checked, fields.String):
    """One of a closed list of names."""

    def __init__(self, *, names: tuple[str, ...], what: str, **options: Any) -> None:
        self.names, self.what = names, what
        options.setdefault("metadata", {"enum": list(names)})
        super().__init__(**options)

    def checked(self, value: object) -> str:
        """The value itself. Raises ValidationError with what is wrong and what to give instead."""
        if not isinstance(value, str):
            raise ValidationError(f"{_sort(value)} where the name of a {self.what} is needed")
        if value not in self.names:
            raise ValidationError(f"{value[:SHOWN]!r} is no {self.what}: give one of {', '.join(self.names)}")
        return value


def parsed(text: str) -> datetime | None:
    """The moment that an ISO 8601 text names; None where it names none between 1600 and 2200.

    >>> parsed("2024-10-23"), parsed("2024-10-23T16:20Z").tzinfo, parsed("23/10/2024"), parsed("2024-02-30")
    (datetime.datetime(2024, 10, 23, 0, 0), datetime.timezone.utc, None, None)
    """
    if not _MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.strip().upper())
    except ValueError:
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _sort(value: object) -> str:
    """What kind of JSON value it is, for a message.

    >>> _sort(None), _sort(True), _sort(2.5), _sort("a"), _sort([]), _sort({})
    ('null', 'a boolean', 'a number', 'a string', 'a list', 'an object')
    """
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list() | tuple():
            return "a list"
        case _:
            return "an object"
