"""The commands that read articles and write what was found: merge and facts."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from summarizer.errors import InputError, Problem
from summarizer.files import Gathered, gather
from summarizer.render.facts import facts_text, facts_to_dict
from summarizer.render.formats import FORMS, REVISION_FORMS, form_named
from summarizer.render.json_bytes import dumped
from summarizer.render.paint import Paint
from summarizer.render.revision import revision_text
from summarizer.render.text import report_text
from summarizer.schemas import MergeRequest, load_diff, load_facts, load_merge
from summarizer.settings import Settings

_ARTICLE = re.compile(r"/articles/(\d+)(/.*)?", re.DOTALL)
_FLAGS = {
    "/options/sentences": "--sentences",
    "/options/words": "--words",
    "/options/ranker": "--ranker",
    "/options/timezone": "--timezone",
}


def run_merge(given: argparse.Namespace) -> int:
    """Merges the articles of all paths and writes the report."""
    name = given.format or _format_of(given.output)
    form = form_named(name)
    if form is None:
        raise InputError(
            [Problem("--format", f"{name} is not available: give one of {', '.join(f.name for f in FORMS)}")]
        )
    chosen = {"sentences": given.sentences, "words": given.words, "ranker": given.ranker, "timezone": given.timezone}
    gathered = _gathered(given.paths)
    request = _loaded(load_merge, gathered, chosen)
    from summarizer.pipeline import merge

    report = merge(request.articles, request.options, id=request.id)
    if form.name == "text":
        _write(given.output, report_text(report, _paint(given.output, sys.stdout)))
    else:
        _write(given.output, form.write(report))
    return 0


def run_facts(given: argparse.Namespace) -> int:
    """Reads the articles of all paths and writes every fact."""
    request = _loaded(load_facts, _gathered(given.paths), {"timezone": given.timezone})
    from summarizer.pipeline import read

    articles = read(request.articles, request.options)
    if given.format == "json":
        _write(given.output, dumped(facts_to_dict(articles, with_text=request.options.include_text)).decode())
    else:
        _write(given.output, facts_text(articles, _paint(given.output, sys.stdout)))
    return 0


def run_diff(given: argparse.Namespace) -> int:
    """Compares two versions, or two outlets, and writes what changed."""
    gathered = [_only(path) for path in (given.before, given.after)]
    payload = {name: part.items[0].article for name, part in zip(("before", "after"), gathered, strict=True)}
    try:
        request = load_diff(payload, Settings.from_environment())
    except InputError as error:
        files = {"before": given.before, "after": given.after}
        raise InputError([_in_version(p, files) for p in error.problems]) from None
    from summarizer.revisions import diff

    before, after = request.articles
    revision = diff(before, after, request.options)
    name = given.format or _format_of(given.output)
    form = next((f for f in REVISION_FORMS if f.name == name), REVISION_FORMS[-1])
    if form.name == "text":
        _write(given.output, revision_text(revision, _paint(given.output, sys.stdout)))
    else:
        _write(given.output, form.write(revision))
    return 0


def _only(path: str) -> Gathered:
    """The one article that a path holds."""
    found = _gathered([path])
    if len(found.items) != 1:
        raise InputError([Problem(path, f"{len(found.items)} articles: give a file with one")])
    return found


def _in_version(problem: Problem, files: Mapping[str, str]) -> Problem:
    """The problem with the file's name for the version's."""
    name, _, rest = problem.pointer[1:].partition("/")
    where = files.get(name, problem.pointer)
    return Problem(f"{where}: {rest}" if rest else where, problem.detail)


def _format_of(output: str | None) -> str:
    """The form that a file's name asks for; text where it asks for none.

    >>> _format_of("report.md"), _format_of("report"), _format_of(None)
    ('markdown', 'text', 'text')
    """
    suffix = Path(output).suffix.lower() if output else ""
    return next((f.name for f in FORMS if suffix and f.suffix == suffix), "text")


def _gathered(paths: Sequence[str]) -> Gathered:
    settings = Settings.from_environment()
    return gather(paths, sys.stdin.buffer.read, largest=settings.max_body_bytes)


def _loaded(
    load: Callable[[object, Settings], MergeRequest], gathered: Gathered, chosen: Mapping[str, object]
) -> MergeRequest:
    """The request with the command line's options over the file's own; problems point into files."""
    payload = gathered.payload()
    flags = {k: v for k, v in chosen.items() if v is not None}
    options = payload.get("options")
    if flags and (options is None or isinstance(options, Mapping)):
        payload["options"] = dict(options or {}) | flags
    try:
        return load(payload, Settings.from_environment())
    except InputError as error:
        raise InputError([_in_files(p, gathered) for p in error.problems]) from None


def _in_files(problem: Problem, gathered: Gathered) -> Problem:
    """The problem with the file's name for the article's place.

    >>> from summarizer.files import Item
    >>> _in_files(Problem("/articles/0/text", "blank"), Gathered((Item("ap.txt", {}),))).pointer
    'ap.txt: text'
    """
    found = _ARTICLE.fullmatch(problem.pointer)
    if found and int(found[1]) < len(gathered.items):
        where = gathered.items[int(found[1])].where
        return Problem(f"{where}: {found[2][1:]}" if found[2] else where, problem.detail)
    if problem.pointer == "/articles":
        return Problem("", problem.detail)
    return Problem(_FLAGS.get(problem.pointer, problem.pointer), problem.detail)


def _paint(output: str | None, stream: IO[str]) -> Paint:
    """Colour for eyes at a terminal that did not decline it (https://no-color.org)."""
    return Paint(
        on=output is None and stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _write(output: str | None, content: str) -> None:
    """UTF-8 whatever the locale, line ends as they are."""
    if output is None or output == "-":
        sys.stdout.buffer.write(content.encode())
        sys.stdout.flush()
        return
    try:
        Path(output).write_bytes(content.encode())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError([Problem(output, f"cannot be written ({reason}): check the path")]) from None
