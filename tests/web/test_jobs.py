"""Jobs: kept, run, taken up again, cancelled and removed."""

import json
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from summarizer.errors import UnsupportedError
from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.jobs import Job, Jobs, new_id
from summarizer.web.runner import LEASE_SECONDS, Keeper
from summarizer.web.service import NAME

REQUEST = {
    "id": "r1",
    "articles": [
        {"source": "The Dale Gazette", "text": "Police closed the bridge. 12 people were hurt."},
        {"source": "Valley Wire", "text": "Police closed the bridge. 14 people were hurt."},
    ],
}
LATER = {"Prefer": "respond-async"}


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    made = create_app(Settings(jobs_at=str(tmp_path / "new" / "jobs.db")))
    yield made
    made.extensions[NAME].stop()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def idle(tmp_path: Path) -> Iterator[FlaskClient]:
    """A service that takes jobs and runs none."""
    made = create_app(Settings(jobs_at=str(tmp_path / "jobs.db"), job_workers=0, max_jobs=3))
    yield made.test_client()
    made.extensions[NAME].stop()


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    made = Jobs(Settings(jobs_at=str(tmp_path / "jobs.db")))
    yield made
    made.close()


def job(**fields: object) -> Job:
    return Job(
        **({"id": new_id(), "kind": "merge", "media_type": "application/json", "total": 1, "created": 1.0} | fields)
    )  # type: ignore[arg-type]


def ended(client: FlaskClient, location: str) -> dict[str, object]:
    for _ in range(1_200):
        shown: dict[str, object] = json.loads(client.get(location).data)
        if shown["state"] not in ("queued", "running"):
            return shown
        time.sleep(0.1)
    raise AssertionError(shown)


def test_a_merge_that_may_take_its_time(client: FlaskClient) -> None:
    """The same report as at once, in the job."""
    response = client.post("/v1/merge", json=REQUEST, headers={"Prefer": "wait=5, Respond-Async; x=1"})
    assert response.status_code == 202
    assert response.headers["Preference-Applied"] == "respond-async"
    shown = ended(client, response.headers["Location"])
    assert (shown["state"], shown["progress"]) == ("done", {"done": 1, "total": 1})
    assert shown["result"] == json.loads(client.post("/v1/merge", json=REQUEST).data)


def test_another_form_comes_as_a_string(client: FlaskClient) -> None:
    """Markdown inside JSON."""
    response = client.post("/v1/merge?format=markdown", json=REQUEST, headers=LATER)
    shown = ended(client, response.headers["Location"])
    assert shown["media_type"] == "text/markdown"
    assert shown["result"] == client.post("/v1/merge?format=markdown", json=REQUEST).text


def test_a_batch_gives_its_answers_in_order(client: FlaskClient) -> None:
    """A bad line is an answer too; as lines, they are those of a batch at once."""
    body = "\n".join([json.dumps(REQUEST), "", "{", json.dumps(REQUEST | {"id": "r2"})])
    kind = "application/x-ndjson"
    response = client.post("/v1/batch", data=body, content_type=kind, headers=LATER)
    location = response.headers["Location"]
    shown = ended(client, location)
    assert shown["progress"] == {"done": 3, "total": 3}
    found = shown["result"]
    assert isinstance(found, list)
    assert [(a["id"], "problem" in a) for a in found] == [("r1", False), (None, True), ("r2", False)]
    lines = client.get(location, headers={"Accept": kind})
    assert lines.mimetype == kind
    with client.post("/v1/batch", data=body, content_type=kind) as at_once:
        assert lines.data == at_once.data


def test_a_batch_without_lines_is_done(client: FlaskClient) -> None:
    """Not begun over and over."""
    response = client.post("/v1/batch", data=b"\n", content_type="application/x-ndjson", headers=LATER)
    shown = ended(client, response.headers["Location"])
    assert (shown["state"], shown["result"]) == ("done", [])


def test_what_is_wrong_is_told_at_once(idle: FlaskClient) -> None:
    """Not by a job that fails later."""
    assert idle.post("/v1/merge", json={"articles": []}, headers=LATER).status_code == 422
    many = "{}\n" * 10_001
    assert idle.post("/v1/batch", data=many, content_type="application/x-ndjson", headers=LATER).status_code == 413


def test_without_the_preference_there_is_no_job(idle: FlaskClient) -> None:
    """Another preference is another matter."""
    assert idle.post("/v1/merge", json=REQUEST, headers={"Prefer": "return=minimal"}).status_code == 200


def test_an_idempotency_key_makes_one_job(idle: FlaskClient) -> None:
    """A client that heard no answer asks again; another request under the same key is a mistake."""
    first, again = (
        idle.post("/v1/merge", json=REQUEST, headers=LATER | {"Idempotency-Key": "k1"}).headers["Location"]
        for _ in range(2)
    )
    assert first == again
    other = idle.post("/v1/merge", json=REQUEST, headers=LATER | {"Idempotency-Key": "k2"})
    assert other.headers["Location"] != first
    wrong = idle.post("/v1/merge", json=REQUEST | {"id": "x"}, headers=LATER | {"Idempotency-Key": "k1"})
    assert wrong.status_code == 422
    assert [e["pointer"] for e in json.loads(wrong.data)["errors"]] == [""]
    for bad in ("", "a b", "x" * 256):
        assert idle.post("/v1/merge", json=REQUEST, headers={"Idempotency-Key": bad}).status_code == 400


def test_a_queued_job_is_cancelled_then_removed(idle: FlaskClient) -> None:
    """Its articles go at once."""
    location = idle.post("/v1/merge", json=REQUEST, headers=LATER).headers["Location"]
    assert json.loads(idle.get(location).data)["state"] == "queued"
    cancelled = idle.delete(location)
    assert (cancelled.status_code, json.loads(cancelled.data)["state"]) == (200, "cancelled")
    assert idle.application.extensions[NAME].jobs.body(location.rpartition("/")[2]) == b""
    assert json.loads(idle.get(location).data)["state"] == "cancelled"
    removed = idle.delete(location)
    assert (removed.status_code, removed.headers.get("Content-Type")) == (204, None)
    assert idle.get(location).status_code == 404
    assert idle.delete(location).status_code == 404


def test_more_jobs_than_may_wait_are_refused(idle: FlaskClient) -> None:
    """With the time after which to try again."""
    answers = [idle.post("/v1/merge", json=REQUEST, headers=LATER) for _ in range(4)]
    assert [a.status_code for a in answers] == [202, 202, 202, 503]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_job_is_its_senders(tmp_path: Path) -> None:
    """Who holds another key does not see it."""
    app = create_app(Settings(jobs_at=str(tmp_path / "jobs.db"), job_workers=0, api_keys=("k1", "k2")))
    client = app.test_client()
    location = client.post("/v1/merge", json=REQUEST, headers=LATER | {"X-API-Key": "k1"}).headers["Location"]
    assert client.get(location, headers={"X-API-Key": "k1"}).status_code == 200
    assert client.get(location, headers={"X-API-Key": "k2"}).status_code == 404
    assert client.delete(location, headers={"X-API-Key": "k2"}).status_code == 404
    app.extensions[NAME].stop()


def test_a_store_that_cannot_be_reached_is_503(tmp_path: Path) -> None:
    """And the service says that it is not ready, while a merge at once still works."""
    (tmp_path / "file").write_text("")
    app = create_app(Settings(jobs_at=str(tmp_path / "file" / "jobs.db")))
    client = app.test_client()
    for response in (client.post("/v1/merge", json=REQUEST, headers=LATER), client.get("/readyz")):
        assert response.status_code == 503
        assert int(response.headers["Retry-After"]) > 0
    assert client.post("/v1/merge", json=REQUEST).status_code == 200
    app.extensions[NAME].stop()


def test_a_running_job_is_cancelled(client: FlaskClient, app: Flask) -> None:
    """Its process is ended, and nothing of it is kept."""
    lines = "\n".join(json.dumps(REQUEST | {"id": str(n)}) for n in range(2_000))
    response = client.post("/v1/batch", data=lines, content_type="application/x-ndjson", headers=LATER)
    location = response.headers["Location"]
    while json.loads(client.get(location).data)["state"] == "queued":
        time.sleep(0.05)
    assert client.delete(location).status_code == 200
    shown = json.loads(client.get(location).data)
    assert shown["state"] == "cancelled"
    assert "result" not in shown


def test_other_users_of_the_machine_cannot_read_it(jobs: Jobs, tmp_path: Path) -> None:
    """Unpublished copy waits in it."""
    jobs.add(job(), b"body")
    assert stat.S_IMODE((tmp_path / "jobs.db").stat().st_mode) == 0o600


def test_an_end_is_put_once(jobs: Jobs) -> None:
    """Two runs of one job: the first to end it wins."""
    one = job()
    jobs.add(one, b"body")
    assert jobs.finish(one, "done")
    assert not jobs.finish(one, "cancelled")
    end = jobs.end(one.id)
    assert end is not None
    assert end.state == "done"
    jobs.put_answer(one.id, 0, b"first")
    jobs.put_answer(one.id, 0, b"second")
    assert jobs.answer(one.id, 0) == b"first"


def test_one_claim_at_a_time(jobs: Jobs) -> None:
    """A job that two runners hold would be done twice."""
    one = job()
    jobs.add(one, b"body")
    assert jobs.take(one.id) is not None
    assert jobs.take(one.id) is None


def test_what_a_dead_runner_left_behind_runs_again(jobs: Jobs) -> None:
    """A claim that does not change for the length of a lease; one that does is left alone."""
    dead, alive, waiting = job(), job(), job()
    for one in (dead, alive, waiting):
        jobs.add(one, b"body")
    ran: list[str] = []
    jobs.run = ran.append
    assert [jobs.run_next(), jobs.run_next()] == [True, True]  # taken off the queue, and their runner dies
    claim = jobs.take(alive.id)
    assert claim is not None
    jobs.take(dead.id)
    keeper = Keeper(jobs, 60)
    assert keeper.sweep(0.0, 100.0) == []
    jobs.hold(alive.id, type(claim)(runner=claim.runner, beat=1))
    assert keeper.sweep(LEASE_SECONDS - 0.1, 100.0) == []
    assert keeper.sweep(LEASE_SECONDS, 100.0) == [dead.id]
    assert jobs.claim(dead.id) is None
    assert jobs.waiting_ids() == {dead.id, waiting.id}


def test_what_is_old_is_removed(jobs: Jobs, tmp_path: Path) -> None:
    """All of it: the articles, the answers, the key."""
    one = job(key="k" * 64)
    jobs.add(one, b"body")
    jobs.put_answer(one.id, 0, b"answer")
    jobs.finish(one, "done")
    end = jobs.end(one.id)
    assert end is not None
    keeper = Keeper(jobs, 60)
    keeper.sweep(0.0, end.at + 59)
    assert jobs.find(one.id) == one
    keeper.sweep(1.0, end.at + 61)
    assert jobs.find(one.id) is None
    assert (jobs.answer(one.id, 0), jobs.end(one.id), jobs.with_key(one.key)) == (b"", None, "")
    jobs.close()
    assert b"answer" not in (tmp_path / "jobs.db").read_bytes().replace(b"answer:", b"")


def test_a_connection_is_not_carried_into_a_forked_process(jobs: Jobs) -> None:
    """SQLite must not be used over a fork."""
    one = job()
    jobs.add(one, b"body")
    child = os.fork()
    if child == 0:
        os._exit(0 if jobs.find(one.id) == one else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert jobs.find(one.id) == one


def test_redis_without_its_client_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to install."""
    monkeypatch.setitem(__import__("sys").modules, "redis", None)
    with pytest.raises(UnsupportedError, match=r"pip install summarizer\[redis\]"):
        Jobs(Settings(jobs_at="redis://localhost/0")).waiting()
