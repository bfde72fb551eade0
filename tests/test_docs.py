"""README.md names everything that a user can meet: options, routes, settings, fields, forms, words, reasons, hints, errors."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import marshmallow
import pytest
from flask import Flask

import summarizer
from summarizer import cli, errors
from summarizer.domain.facts import Kind
from summarizer.domain.findings import Relation, Status
from summarizer.domain.revision import RowKind, WordKind
from summarizer.domain.text import Aspect, Certainty
from summarizer.language.ranking import RANKERS
from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.render.sources import HINTS
from summarizer.schemas import reports, requests
from summarizer.settings import Settings, table
from summarizer.web.app import create_app
from summarizer.web.problems import KINDS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "README.md").read_text("utf-8")
DECIDING = sorted((ROOT / "summarizer").glob("matching/*.py")) + sorted((ROOT / "summarizer").glob("stages/*.py"))
CODE = re.compile(r"`([^`\n]+)`")


def section(heading: str) -> str:
    """What stands under a heading, down to the next one of its level or above."""
    level = heading.split(" ", maxsplit=1)[0]
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"README has no section {heading!r}"
    return found[1]


def first_column(text: str) -> list[str]:
    """What the rows of a table begin with."""
    return re.findall(r"^\| `([^`]+)`", text, re.MULTILINE)


def named(text: str) -> set[str]:
    """Every word that the text shows as code."""
    return {word for code in CODE.findall(text) for word in re.findall(r"[\w/{}.<>:+-]+", code)}


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The command line's commands."""
    (commands,) = (a for a in cli._parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(commands.choices)


@pytest.mark.parametrize("command", sorted(parsers()))
def test_every_option_of_the_command_line(command: str) -> None:
    """Each in the table of options, with its command, and the command in the synopsis."""
    text = section("## Command line")
    assert f"summarizer {command}" in text
    for action in parsers()[command]._actions:
        names = action.option_strings or [str(action.metavar)]
        row = next((r for r in text.splitlines() if r.startswith("|") and f"`{names[-1]}`" in r.split("|")[1]), "")
        if command == "batch" and not action.option_strings:
            assert f"summarizer batch {names[0]}" in text
            continue
        assert row, f"{command} {names}: not in the README's table of options"
        for name in names:
            assert f"`{name}`" in row
        assert "--help" in names or f"`{command}`" in row.split("|")[2], f"{command} is not named with {names}"


def test_no_option_that_there_is_not() -> None:
    """A page that promises more than there is costs more trust than one that says too little."""
    known = {o for p in parsers().values() for a in p._actions for o in a.option_strings}
    rows = [r.split("|")[1] for r in section("## Command line").splitlines() if r.startswith("| `-")]
    assert {o for row in rows for o in CODE.findall(row)} <= known


@cache
def application() -> Flask:
    """One for all tests: it holds a file that is open as long as it lives."""
    return create_app(Settings())


def test_every_route() -> None:
    """All that the application answers to, and nothing else."""
    rules = application().url_map.iter_rules()
    parameter = re.compile(r"<(?:[a-z]+:)?([a-z_]+?)_?>")
    served = {
        f"{method} {parameter.sub(lambda m: f'{{{m[1]}}}', rule.rule)}"
        for rule in rules
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.endpoint != "static"
    }
    told = {
        code
        for row in section("### Routes").splitlines()
        if row.startswith("| `")
        for code in CODE.findall(row.split("|")[1])
    }
    assert told == served


def test_every_status_of_an_error() -> None:
    """The number and the type of each problem document."""
    rows = re.findall(r"^\| (\d{3}) \| `([a-z-]+)` \|", section("### Errors"), re.MULTILINE)
    assert {int(status): name for status, name in rows} == {status: kind for status, (kind, _) in KINDS.items()}


def test_every_setting() -> None:
    """By its variable."""
    assert first_column(section("### Settings")) == [row.variable for row in table()]


def test_every_error_of_the_package() -> None:
    """The tree of errors.py."""
    raised = [n for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, Exception)]
    assert set(first_column(section("## Python"))) == set(raised)


def test_every_form() -> None:
    """Name and media type, in one row."""
    text = section("## Forms")
    assert dict(re.findall(r"^\| `(\w+)` \| `([\w/.+-]+)` \|", text, re.MULTILINE)) == {
        f.name: f.media_type for f in FORMS
    }
    (line,) = (line for line in text.splitlines() if line.startswith("A diff has"))
    assert {f.name for f in REVISION_FORMS} == set(CODE.findall(line.split(";")[0]))


def schemas() -> Iterator[tuple[str, str]]:
    """Every field of every answer, with its schema."""
    for schema in vars(reports).values():
        if inspect.isclass(schema) and issubclass(schema, marshmallow.Schema) and schema is not marshmallow.Schema:
            for name in schema._declared_fields:
                yield schema.__name__, name


def test_every_field_of_a_report() -> None:
    """In the table of the report's parts; the counts of a diff are named by what is counted."""
    told = named(section("## The report"))
    missing = sorted({f"{schema}.{name}" for schema, name in schemas() if name not in told})
    assert not missing
    assert len(set(schemas())) > 80


def test_every_field_of_a_request() -> None:
    """Of a merge, an article and the options."""
    told = named(section("### Routes"))
    for schema in (requests.merge_schema, requests.article_schema, requests.options_schema):
        assert set(schema(Settings())._declared_fields) <= told


@pytest.mark.parametrize("words", [Kind, Relation, Certainty, Aspect, Status, RowKind, WordKind])
def test_every_word_that_a_field_chooses_from(words: type[Kind]) -> None:
    """A client that switches on a word must find all of them."""
    assert {w.value for w in words} <= named(section("## The report"))


def test_every_ranker() -> None:
    """In the row of its option."""
    (row,) = (r for r in section("## Command line").splitlines() if r.startswith("| `--ranker`"))
    assert set(RANKERS) <= set(CODE.findall(row))


def _strings(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def _decisive(node: ast.AST) -> set[str]:
    """The strings that an expression can be: the two ends of a condition, never its test."""
    match node:
        case ast.Constant(value=str(value)):
            return {value}
        case ast.IfExp(body=body, orelse=orelse):
            return _decisive(body) | _decisive(orelse)
        case _:
            return set()


def keyword_values(keyword: str) -> set[str]:
    """What the deciding modules give for a keyword, directly or by the function they call for it."""
    trees = [ast.parse(path.read_text("utf-8")) for path in DECIDING]
    functions = {n.name: n for t in trees for n in ast.walk(t) if isinstance(n, ast.FunctionDef)}
    found: set[str] = set()
    for given in (k.value for t in trees for k in ast.walk(t) if isinstance(k, ast.keyword) and k.arg == keyword):
        found |= _decisive(given)
        if isinstance(given, ast.Call) and isinstance(given.func, ast.Name):
            returns = [n for n in ast.walk(functions[given.func.id]) if isinstance(n, ast.Return) and n.value]
            found |= {s for r in returns if r.value for s in _decisive(r.value)}
    return found


def test_every_reason() -> None:
    """The documented list of the rules that decide is the list in the code."""
    decided = keyword_values("reason") | keyword_values("told_apart")
    assert len(decided) > 8
    assert set(first_column(section("### Reasons"))) == decided


def test_every_reason_between_two_versions() -> None:
    """What only a diff decides is documented beside it."""
    sources = [
        (ROOT / "summarizer" / "matching" / f"{name}.py").read_text("utf-8")
        for name in ("stance_changes", "detail_changes", "version_details", "silences")
    ]
    given = {r for s in sources for r in re.findall(r'Kind\.[A-Z]+, "([a-z_]+)"', s)}
    listed = set(first_column(section("### Reasons between two versions")))
    assert given == listed | (given & set(first_column(section("### Reasons"))))
    assert listed


def test_every_hint() -> None:
    """The page's list is the one that is put in words, and holds all that the code gives."""
    told = first_column(section("### Hints"))
    assert told == list(HINTS)
    trees = [ast.parse(path.read_text("utf-8")) for path in DECIDING]
    hinting = [n for t in trees for n in ast.walk(t) if isinstance(n, ast.FunctionDef) and "hint" in n.name]
    given = {s for f in hinting for s in _strings(f) if re.fullmatch(r"[a-z]+(_[a-z]+)+", s)}
    assert {"digits_swapped", "day_month_swapped"} <= given
    assert given <= set(told)


def test_every_notice() -> None:
    """A notice's code is met by a client before its message is read."""
    codes: set[str] = set()
    for path in sorted((ROOT / "summarizer").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            t.id: _decisive(n.value)
            for n in tree.body
            if isinstance(n, ast.Assign)
            for t in n.targets
            if isinstance(t, ast.Name)
        }
        calls = [
            n
            for n in ast.walk(tree)
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "Notice"
        ]
        for given in (k.value for c in calls for k in c.keywords if k.arg == "code"):
            codes |= constants[given.id] if isinstance(given, ast.Name) else _decisive(given)
    assert set(first_column(section("### Notices"))) == codes


def test_every_public_name() -> None:
    """What `from summarizer import …` offers."""
    told = named(section("## Python"))
    assert set(summarizer.__all__) <= told


def test_links_inside_the_page_lead_somewhere() -> None:
    """A heading that was renamed leaves them dangling."""
    headings = {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", PAGE, re.M)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= headings
