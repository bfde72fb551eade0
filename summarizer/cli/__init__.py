"""The command line: arguments in, an exit status out (0 done, 1 a batch had bad lines, 2 usage or bad input).

Only the standard library is imported here, so that --help answers at once; a command's module is imported when it runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

from summarizer.errors import InputError, SummarizerError

DONE, BAD_LINES, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
REPORT_FORMATS = ("text", "markdown", "html", "json", "csv", "annotations", "ninjs")
DIFF_FORMATS = ("text", "markdown", "html", "json")
PATHS = "a .txt, .md, .html or .json file, a folder of them, or - for standard input"


class _Parser(argparse.ArgumentParser):
    """Complains in one line."""

    def error(self, message: str) -> NoReturn:
        """Prints what is wrong and ends with the status for bad usage."""
        self.exit(BAD_INPUT, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; what is wrong with its input goes to standard error, one line a problem."""
    given = _parser().parse_args(arguments)
    try:
        return _command(given.command)(given)
    except InputError as error:
        for problem in error.problems:
            _complain(f"{problem.pointer}: {problem.detail}" if problem.pointer else problem.detail)
        return BAD_INPUT
    except SummarizerError as error:
        for line in str(error).split("; SUMMARIZER_"):
            _complain(line)
        return BAD_INPUT
    except BrokenPipeError:  # the reader of a pipe went away ("| head"), which is its right
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _complain(line: str) -> None:
    """One line, whatever the problem quotes."""
    from summarizer.render.paint import one_line

    sys.stderr.write(f"summarizer: {one_line(line)}\n")


def _command(name: str) -> Callable[[argparse.Namespace], int]:
    from summarizer.cli import archive, reports, running

    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "merge": reports.run_merge,
        "diff": reports.run_diff,
        "facts": reports.run_facts,
        "batch": archive.run_batch,
        "serve": running.run_serve,
        "config": running.run_config,
    }
    return commands[name]


def _parser() -> _Parser:
    parser = _Parser(prog="summarizer", description="Compares several news reports of one event.", allow_abbrev=False)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    merge = commands.add_parser(
        "merge", help="merge articles: a summary, what they agree on, where they contradict each other"
    )
    _add_paths(merge)
    merge.add_argument(
        "--format", choices=REPORT_FORMATS, help="the report's form (default: by the end of FILE's name, else text)"
    )
    merge.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    merge.add_argument("--sentences", type=_whole, metavar="N", help="sentences of the summary (default: 6)")
    merge.add_argument("--words", type=_whole, metavar="N", help="words of the summary, at most (default: no bound)")
    merge.add_argument("--ranker", metavar="NAME", help="what ranks sentences (default: lexrank)")
    merge.add_argument("--timezone", metavar="TZ", help="zone of dates without one, an IANA name (default: UTC)")
    diff = commands.add_parser("diff", help="compare two versions, or two outlets, statement by statement")
    diff.add_argument("before", metavar="BEFORE", help="a file with one article, or - for standard input")
    diff.add_argument("after", metavar="AFTER", help="likewise")
    diff.add_argument(
        "--format", choices=DIFF_FORMATS, help="the answer's form (default: by the end of FILE's name, else text)"
    )
    diff.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    facts = commands.add_parser("facts", help="list every fact that was read, with its value and place")
    _add_paths(facts)
    facts.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    facts.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    facts.add_argument("--timezone", metavar="TZ", help="zone of dates without one, an IANA name (default: UTC)")
    _add_running(commands)
    return parser


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)


def _add_running(commands: argparse._SubParsersAction[_Parser]) -> None:
    batch = commands.add_parser("batch", help="answer merge requests, one a line; resumes an interrupted run")
    batch.add_argument(
        "input", metavar="IN.ndjson", help="a file with one merge request a line, or - for standard input"
    )
    batch.add_argument(
        "-o", "--output", metavar="OUT.ndjson", help="write there; what it already answers is not done again"
    )
    batch.add_argument("--workers", type=_whole, metavar="N", help="processes (default: as many as there are cores)")
    batch.add_argument(
        "--scheduler", metavar="ADDRESS", help="run on the Dask cluster of this scheduler, such as tcp://10.0.0.5:8786"
    )
    serve = commands.add_parser("serve", help="serve the HTTP API and the page")
    serve.add_argument("--host", metavar="ADDRESS", help="default: SUMMARIZER_HOST, 127.0.0.1")
    serve.add_argument("--port", type=_whole, metavar="N", help="default: SUMMARIZER_PORT, 8000")
    serve.add_argument("--workers", type=_whole, metavar="N", help="processes (default: SUMMARIZER_WORKERS)")
    commands.add_parser("config", help="print every setting: value, default, variable, meaning")


def _whole(text: str) -> int:
    """A whole number of at most six digits."""
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no whole number: give one such as 6")
    return int(text)
