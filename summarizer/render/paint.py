"""Ink for a terminal: words in, the same words with or without colour out; nothing in them can steer the terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BLANKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
# What moves a cursor, sets a title or turns the direction of writing: C0, DEL, C1, and the bidirectional controls.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    r"""The words on one line, without control characters.

    >>> one_line("Bridge\nclosed \x1b[31mnow")
    'Bridge closed \ufffd[31mnow'
    """
    return _STEERING.sub("\ufffd", _BLANKS.sub(" ", text)).strip()


@dataclass(frozen=True, slots=True)
class Paint:
    r"""Colours where `on`, else the bare words.

    >>> Paint(on=False).bad("CONFLICT"), Paint(on=True).bad("CONFLICT")
    ('CONFLICT', '\x1b[1;31mCONFLICT\x1b[0m')
    """

    on: bool = False

    def strong(self, words: str) -> str:
        """What the eye should find first."""
        return self._in("1", words)

    def faint(self, words: str) -> str:
        """What is there to be looked up."""
        return self._in("2", words)

    def bad(self, words: str) -> str:
        """A conflict."""
        return self._in("1;31", words)

    def moving(self, words: str) -> str:
        """An update, a notice."""
        return self._in("1;33", words)

    def good(self, words: str) -> str:
        """An agreement."""
        return self._in("1;32", words)

    def _in(self, code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.on and words else words
