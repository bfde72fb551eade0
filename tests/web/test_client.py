"""A client that openapi-python-client makes of the document, unchanged, against a server."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from werkzeug.serving import make_server

from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.openapi import openapi

CONFIG = "content_type_overrides:\n  application/x-ndjson: application/octet-stream\npost_hooks: []\n"
USE = """
import json, sys, time
from io import BytesIO
from summarizer_client import Client
from summarizer_client.api.default import batch, diff, facts, job, merge
from summarizer_client.models import Article, DiffJsonBody, Job, MergeFormat, MergeRequest, NinjsItem, Options, Problem, Report
from summarizer_client.types import File

client = Client(base_url=sys.argv[1])
one = Article(source="The Dale Gazette", text="Two people were hurt on the bridge.")
other = Article(source="Valley Wire", text="Three people were hurt on the bridge.")
wire = NinjsItem()
wire["headline"], wire["body_text"], wire["provider"] = "Bridge shut", "Four people were hurt on the bridge.", "Wire A"
said = {}

report = merge.sync(client=client, body=MergeRequest(articles=[one, other, wire], options=Options(sentences=2)))
assert isinstance(report, Report), report
said["merge"] = [[v.display for v in d.values] for d in report.discrepancies]

problem = merge.sync(client=client, body=MergeRequest(articles=[one]))
assert isinstance(problem, Problem), problem
said["problem"] = [problem.status, problem.errors[0].pointer]

said["diff"] = diff.sync(client=client, body=DiffJsonBody(before=one, after=other)).counts.changed
said["facts"] = [f.quote for f in facts.sync(client=client, body=one).articles[0].facts]

taken = merge.sync(client=client, body=MergeRequest(articles=[one, other]), prefer="respond-async")
assert isinstance(taken, Job), taken
while (shown := job.sync(taken.id, client=client)).state in ("queued", "running"):
    time.sleep(0.1)
assert isinstance(shown.result, Report), shown
said["job"] = [shown.state, len(shown.result.discrepancies)]

line = json.dumps(MergeRequest(articles=[one, other], id="b1").to_dict()).encode()
answers = batch.sync_detailed(client=client, body=File(BytesIO(line))).content
said["batch"] = [json.loads(a)["id"] for a in answers.splitlines()]
print(json.dumps(said))
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    app = create_app(Settings(jobs_at=str(tmp_path / "jobs.db")))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.extensions["summarizer"].stop()


def test_a_client_made_of_the_document_works(address: str, tmp_path: Path) -> None:
    """With a class for each shape that is sent and answered; whoever integrates the service writes no code for them."""
    (tmp_path / "openapi.json").write_text(json.dumps(openapi(Settings())))
    (tmp_path / "config.yml").write_text(CONFIG)
    (tmp_path / "use.py").write_text(USE)
    made = run(
        *(str(Path(sys.executable).parent / "openapi-python-client"), "generate", "--path", "openapi.json"),
        *("--config", "config.yml", "--meta", "none", "--output-path", "summarizer_client", "--fail-on-warning"),
        folder=tmp_path,
    )
    assert "Warning" not in made
    assert json.loads(run(sys.executable, "use.py", address, folder=tmp_path)) == {
        "merge": [["Two", "Three", "Four"]],
        "problem": [422, "/articles"],
        "diff": 1,
        "facts": ["Two people were hurt"],
        "job": ["done", 1],
        "batch": ["b1"],
    }


def run(*command: str, folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
