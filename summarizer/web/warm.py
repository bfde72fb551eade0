"""Loads the engine with all its word lists as soon as it is imported.

The one module whose import does work: the process that engine processes are forked from can only be told what to
import, and what it holds by then they share.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # more of them only spin: the matrices are small

from summarizer.domain.text import Article
from summarizer.pipeline import merge
from summarizer.web import work as work  # noqa: PLC0414 - loaded for the processes to come

merge(
    [
        Article(source=name, text=f"It rained on {day} March 2024, the mayor said. The river rose by {day} metres.")
        for name, day in (("A", 4), ("B", 5))
    ]
)
