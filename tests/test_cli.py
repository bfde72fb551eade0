"""The command line, as a newsroom's script meets it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import orjson
import pytest

from summarizer.cli import main

FIRST = "Source: The Dale Gazette\nDate: 2024-03-05\n\nPolice closed the Dale bridge. 12 people were taken to hospital."
SECOND = "Police closed the Dale bridge on Tuesday. 14 people were taken to hospital."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "first.txt").write_text(FIRST)
    (tmp_path / "second.txt").write_text(SECOND)
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("SUMMARIZER_")]:
        monkeypatch.delenv(name)
    return tmp_path


def request(id_: str, *texts: str) -> str:
    return json.dumps({"id": id_, "articles": [{"source": f"S{n}", "text": t} for n, t in enumerate(texts)]})


def test_merge_writes_text(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Piped, the report is plain."""
    assert main(["merge", "first.txt", "second.txt"]) == 0
    shown = capfd.readouterr()
    assert shown.out.startswith("SUMMARY\n")
    assert "\x1b" not in shown.out
    assert shown.err == ""


def test_merge_takes_a_folder_and_writes_json(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The JSON is the contract's, with the articles in the order of their names."""
    assert main(["merge", ".", "--format", "json", "--sentences", "1", "--timezone", "Europe/Paris"]) == 0
    report = json.loads(capfd.readouterr().out)
    assert [a["source"] for a in report["articles"]] == ["The Dale Gazette", "second"]
    assert report["provenance"]["settings"]["timezone"] == "Europe/Paris"
    assert len(report["summary"]["sentences"]) <= 1


def test_the_output_files_name_chooses_the_form(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """-o report.md is Markdown without a word more."""
    assert main(["merge", "first.txt", "second.txt", "-o", "report.md"]) == 0
    assert (folder / "report.md").read_text().startswith("# Summary\n")
    assert capfd.readouterr().out == ""


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """A dash is a file like others."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"It rains in 3 towns.")))
    assert main(["merge", "first.txt", "-", "--format", "json"]) == 0
    assert json.loads(capfd.readouterr().out)["articles"][1]["source"] == "stdin"


def test_facts(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One article is enough."""
    assert main(["facts", "first.txt", "--format", "json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["schema"] == "1"
    assert "12" in [f["value"] for f in found["articles"][0]["facts"]]


def test_diff(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Two versions, word by word."""
    assert main(["diff", "first.txt", "second.txt"]) == 0
    assert "[-12-]{+14+} people" in capfd.readouterr().out
    assert main(["diff", "first.txt", "second.txt", "--format", "json"]) == 0
    assert set(json.loads(capfd.readouterr().out)) == {"schema", "before", "after", "changes", "statements", "counts"}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["merge", "first.txt"], ["summarizer: 1 article: give 2 to 50 of one event"]),
        (["merge", "first.txt", "none.txt"], ["summarizer: none.txt: no such file or folder: check the path"]),
        (
            ["merge", "first.txt", "second.txt", "--sentences", "0", "--ranker", "x"],
            ["summarizer: --sentences: out of range", "summarizer: --ranker: 'x' is no ranker: give one of lexrank"],
        ),
        (["merge", "first.txt", "blank.txt"], ["summarizer: blank.txt: text: blank"]),
        (["merge", "first.txt", "second.txt", "-o", "none/x.md"], ["summarizer: none/x.md: cannot be written"]),
        (["diff", "first.txt", "blank.txt"], ["summarizer: blank.txt: text: blank"]),
        (["diff", "first.txt", "."], ["summarizer: .: 3 articles: give a file with one"]),
        (["batch", "none.ndjson"], ["summarizer: none.ndjson: cannot be opened"]),
        (["batch", "first.txt", "--workers", "0"], ["summarizer: --workers: 0 is out of range"]),
    ],
)
def test_bad_input_is_one_line_a_problem(
    folder: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], expected: list[str]
) -> None:
    """Status 2, nothing on standard output, and the file's name in every line."""
    (folder / "blank.txt").write_text(" \n")
    assert main(arguments) == 2
    shown = capfd.readouterr()
    assert shown.out == ""
    lines = shown.err.splitlines()
    assert len(lines) == len(expected)
    assert all(line.startswith(e) for line, e in zip(lines, expected, strict=True)), lines


@pytest.mark.parametrize(
    "arguments",
    [[], ["frobnicate"], ["merge"], ["merge", "a", "--format", "pdf"], ["merge", "a", "--sentences", "six"]],
)
def test_bad_usage_is_one_line(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Status 2 and no wall of usage."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_config_shows_every_setting(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Value, default, variable and meaning; a misspelt variable is told."""
    monkeypatch.setenv("SUMMARIZER_PORT", "9000")
    monkeypatch.setenv("SUMMARIZER_PROT", "9000")
    assert main(["config"]) == 0
    shown = capfd.readouterr()
    (line,) = [row.split() for row in shown.out.splitlines() if row.startswith("port ")]
    assert line[:4] == ["port", "9000", "8000", "SUMMARIZER_PORT"]
    assert shown.err.startswith("summarizer: SUMMARIZER_PROT is no setting")


def test_a_bad_setting_is_bad_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """It must not be taken for the default."""
    monkeypatch.setenv("SUMMARIZER_PORT", "many")
    assert main(["config"]) == 2
    assert "SUMMARIZER_PORT is 'many'" in capfd.readouterr().err


def test_batch_answers_in_order_and_goes_on_after_a_bad_line(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Status 1 says that one of the lines was bad; the others are answered."""
    lines = [request("r1", FIRST, SECOND), "{", "", request("r2", FIRST), request("r3", SECOND, FIRST)]
    (folder / "in.ndjson").write_text("\n".join(lines))
    assert main(["batch", "in.ndjson", "--workers", "1"]) == 1
    answers = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(a["id"], "report" in a) for a in answers] == [("r1", True), (None, False), ("r2", False), ("r3", True)]
    assert [a["problem"]["status"] for a in answers if "problem" in a] == [400, 422]


def test_batch_resumes(folder: Path) -> None:
    """What is answered is not done again, half a line is; the file is the same as of one run."""
    (folder / "in.ndjson").write_text(
        "\n".join([request("r1", FIRST, SECOND), request("r2", SECOND, FIRST), request("r3", FIRST, SECOND)])
    )
    assert main(["batch", "in.ndjson", "-o", "out.ndjson", "--workers", "2"]) == 0
    whole = (folder / "out.ndjson").read_bytes()
    first, rest = whole.split(b"\n", 1)
    (folder / "out.ndjson").write_bytes(first + b"\n" + rest[:50])
    assert main(["batch", "in.ndjson", "-o", "out.ndjson", "--workers", "1"]) == 0
    assert (folder / "out.ndjson").read_bytes() == whole


@pytest.mark.parametrize(
    "content", ["my notes", "my notes\n", '{"id": "r1", "articles": []}\n', '{"id":"r9","problem":{}}\n']
)
def test_batch_never_writes_into_another_file(folder: Path, capfd: pytest.CaptureFixture[str], content: str) -> None:
    """A slip of the hand must not cost a file."""
    (folder / "in.ndjson").write_text(request("r1", FIRST, SECOND))
    (folder / "other").write_text(content)
    assert main(["batch", "in.ndjson", "-o", "other"]) == 2
    assert (folder / "other").read_text() == content
    assert len(capfd.readouterr().err.splitlines()) == 1


def test_help_imports_no_engine() -> None:
    """--help must answer at once."""
    code = "import sys, summarizer.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: print([m for m in ('flask', 'numpy', 'marshmallow', 'sumy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert done.stdout.splitlines()[-1] == "[]"


def test_answers_parse(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Every line of a batch's answer is JSON by itself."""
    (folder / "in.ndjson").write_text(request("r1", FIRST, SECOND))
    assert main(["batch", "in.ndjson", "--workers", "1"]) == 0
    assert orjson.loads(capfd.readouterr().out)["report"]["id"] == "r1"
