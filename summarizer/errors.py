"""What can go wrong, as a tree.

SummarizerError
├── InputError          what was sent cannot be compared; carries every problem at once
├── SettingError        a setting's variable holds what it cannot hold
└── UnsupportedError    a form or a reader that this installation does not have
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class SummarizerError(Exception):
    """The root: whatever this package raises on purpose."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: where (a JSON pointer or a file's name) and what, with what instead."""

    pointer: str
    detail: str


class InputError(SummarizerError):
    """What was sent cannot be compared. `problems` holds every one of them, in input order, never only the first."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.pointer}: {p.detail}" if p.pointer else p.detail for p in self.problems))


class SettingError(SummarizerError):
    """A setting's environment variable holds what the setting cannot hold."""


class UnsupportedError(SummarizerError):
    """The form of input or output is known, but this installation lacks what reads or writes it."""
