"""The commands that keep running, and the settings that they run under: serve and config."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace

from summarizer.errors import InputError, Problem
from summarizer.settings import Settings, table, unknown_variables

COLUMN_GAP = "  "


def run_serve(given: argparse.Namespace) -> int:
    """Serves until it is told to stop."""
    settings = Settings.from_environment()
    chosen = {
        "host": given.host,
        "port": None if given.port is None else between_1_and(65_535, given.port, "--port"),
        "workers": None if given.workers is None else between_1_and(256, given.workers, "--workers"),
    }
    _warn_of_unknown()
    from summarizer.web.serving import serve

    serve(replace(settings, **{k: v for k, v in chosen.items() if v is not None}))
    return 0


def run_config(_given: argparse.Namespace) -> int:
    """Prints every setting: value, default, variable, meaning."""
    settings = Settings.from_environment()
    rows = [("SETTING", "VALUE", "DEFAULT", "VARIABLE", "MEANING")]
    rows += [(r.name, r.shown(getattr(settings, r.name)), r.shown(r.default), r.variable, r.meaning) for r in table()]
    widths = [max(len(r[column]) for r in rows) for column in range(4)]
    for cells in rows:
        padded = [c.ljust(w) for c, w in zip(cells, widths, strict=False)]
        sys.stdout.write(COLUMN_GAP.join((*padded, cells[4])) + "\n")
    _warn_of_unknown()
    return 0


def _warn_of_unknown() -> None:
    for name in unknown_variables(os.environ):
        sys.stderr.write(f"summarizer: {name} is no setting and is ignored: see summarizer config\n")


def between_1_and(high: int, number: int, what: str) -> int:
    """The number. Raises InputError where it is out of range."""
    if not 1 <= number <= high:
        raise InputError([Problem(what, f"{number} is out of range: give 1 to {high}")])
    return number
