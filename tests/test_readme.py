"""README.md as a contract: every example in it is run, and what it shows is what the program prints.

    .venv/bin/python tests/test_readme.py [--quality]

writes the outputs and tables that the page shows, as they are now; --quality also writes the figures, which takes a minute.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from summarizer.settings import table

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
HERE = "http://127.0.0.1:8000"
# A command named in a comment, or an example, and the block below it that shows what it prints.
NAMED = re.compile(r"<!-- output: (?P<command>[^\n]+) -->\n```text\n(?P<shown>.*?)```\n", re.DOTALL)
EXAMPLE = re.compile(
    r"^```(?P<language>sh|python|js)\n(?P<code>.*?)^```\n(?:<!-- output -->\n```\w+\n(?P<shown>.*?)^```\n)?",
    re.DOTALL | re.MULTILINE,
)
SETTINGS = re.compile(r"(?<=<!-- table: settings -->\n)(?:\|[^\n]*\n)*")
QUALITY = re.compile(r"(?<=<!-- table: quality -->\n)(?:\|[^\n]*\n)*")
CHECKED = (
    "bash tests/run",
    "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/summarizer merge samples/troops",
)


@dataclass(frozen=True, slots=True)
class Example:
    """A block that can be run, and the output shown below it, if any."""

    language: str
    code: str
    shown: str | None
    place: tuple[int, int] | None

    @property
    def asks_server(self) -> bool:
        return HERE in self.code


def examples(page: str) -> tuple[Example, ...]:
    """Every example, in the order of the page."""
    found = [Example("sh", m["command"], m["shown"], m.span("shown")) for m in NAMED.finditer(page)]
    found += [
        Example(m["language"], m["code"], m["shown"], m.span("shown") if m["shown"] is not None else None)
        for m in EXAMPLE.finditer(page)
    ]
    return tuple(found)


def run(example: Example, folder: Path, server: str = HERE) -> str:
    """What it prints, run in a folder that holds the samples. Raises CalledProcessError where it fails."""
    commands = {"sh": ["bash", "-euo", "pipefail", "-c"], "python": [sys.executable, "-c"]}
    node = shutil.which("node") or "node"
    command = commands.get(example.language, [node, "--input-type=module", "-e"])
    own = {k: v for k, v in os.environ.items() if not k.startswith("SUMMARIZER_")}
    done = subprocess.run(  # noqa: S603 - the project's own page
        [*command, example.code.replace(HERE, server)],
        cwd=folder,
        env=own | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, f"{example.code}\nended with {done.returncode}: {done.stderr}"
    out = done.stdout
    assert "problem:internal" not in out, out
    assert "problem:unavailable" not in out, out
    return out if out.endswith("\n") or not out else out + "\n"


@contextlib.contextmanager
def serving() -> Iterator[str]:
    """The address of a server that runs as the page says, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "summarizer.cli", "serve", "--port", str(port), "--workers", "1"]
    own = {k: v for k, v in os.environ.items() if not k.startswith("SUMMARIZER_")} | {"PYTHONWARNINGS": "default"}
    with (
        tempfile.TemporaryDirectory() as jobs,
        subprocess.Popen(  # noqa: S603 - our own code
            command, stderr=subprocess.DEVNULL, env=own | {"SUMMARIZER_JOBS_AT": f"{jobs}/jobs.db"}
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}"
            assert _answers(f"{address}/readyz"), "the server did not come up"
            yield address
        finally:
            process.terminate()
            process.wait(timeout=60)


def _answers(address: str) -> bool:
    for _ in range(200):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5):  # noqa: S310 - our own server
            return True
        time.sleep(0.1)
    return False


def settings_table() -> str:
    """Every setting as `summarizer config` has it."""
    rows = [f"| `{r.variable}` | {r.shown(r.default)} | {r.allowed} | {r.meaning} |\n" for r in table()]
    return "| variable | default | takes | is |\n|---|---|---|---|\n" + "".join(rows)


EXAMPLES = examples(README.read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    return tmp_path


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving() as address:
        yield address


def test_the_page_has_examples() -> None:
    """A page whose blocks are no longer found would pass every test below."""
    assert len([e for e in EXAMPLES if e.asks_server]) >= 8
    assert len([e for e in EXAMPLES if e.shown]) >= 9
    assert EXAMPLES[0].code == "summarizer merge samples/troops"


@pytest.mark.parametrize("example", [e for e in EXAMPLES if not e.asks_server], ids=lambda e: e.code[:40])
def test_examples_print_what_the_page_shows(example: Example, folder: Path) -> None:
    """What a newcomer types gives what the newcomer has read; after a change run this file, see above."""
    printed = run(example, folder)
    assert example.shown is None or printed == example.shown


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("curl"), reason="needs POSIX and curl")
@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.asks_server], ids=lambda e: e.code[:60])
def test_examples_work_against_the_server(example: Example, folder: Path, server: str) -> None:
    """As printed: only the port is another one, as 8000 may be taken where tests run."""
    if example.language == "js" and not shutil.which("node"):
        pytest.skip("needs node")
    printed = run(example, folder, server)
    assert printed
    assert example.shown is None or printed == example.shown


def test_the_two_ways_to_begin() -> None:
    """One command each; .ci/run runs the second, and the first is what its output is shown of."""
    page = README.read_text("utf-8")
    for command in CHECKED:
        assert f"```bash\n{command}\n```" in page
    assert CHECKED[0] in (ROOT / ".ci" / "run").read_text("utf-8")
    assert CHECKED[1].endswith(EXAMPLES[0].code)


def test_the_table_of_settings() -> None:
    """The page's table is made from the settings themselves."""
    found = SETTINGS.search(README.read_text("utf-8"))
    assert found
    assert found[0] == settings_table()


def quality_table() -> str:
    """The figures of the quality measure, one row a part of the gold set."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.quality"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    rows = ["| part | precision | recall | F1 | relation right |\n|---|---|---|---|---|\n"]
    pattern = r"^(\w+): precision ([\d.]+) · recall ([\d.]+) · f1 ([\d.]+) · relation ([\d.]+)"
    rows += [f"| {' | '.join(m.groups())} |\n" for m in re.finditer(pattern, done.stdout, re.MULTILINE)]
    assert len(rows) == 6, done.stdout + done.stderr
    return "".join(rows)


def main() -> None:
    """Writes what the page shows."""
    page = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as name, serving() as address:
        (Path(name) / "samples").symlink_to(ROOT / "samples")
        for example in sorted(examples(page), key=lambda e: e.place or (0, 0), reverse=True):
            if example.place:
                start, end = example.place
                page = page[:start] + run(example, Path(name), address) + page[end:]
    written: list[tuple[re.Pattern[str], Callable[[], str]]] = [(SETTINGS, settings_table)]
    if "--quality" in sys.argv:
        written.append((QUALITY, quality_table))
    for pattern, content in written:
        page = pattern.sub(content().replace("\\", r"\\"), page, count=1)
    README.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
