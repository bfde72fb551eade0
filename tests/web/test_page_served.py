"""The page as it is served, without a browser: what it may load, and that everything it loads is there."""

import base64
import hashlib
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.page_samples import SAMPLES, STATIC, file_of, request_of

ROOT = Path(__file__).resolve().parents[2]
RUNNING = re.compile(r"\bon\w+$")


class Elements(HTMLParser):
    """Every element of a page with its attributes, and what stands in scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open in ("script", "style"):
            self.inside[self._open] = self.inside.get(self._open, "") + data


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return create_app(Settings()).test_client()


def fetched(client: FlaskClient, path: str) -> bytes:
    """What is there; a file is closed after it was read."""
    with client.get(path) as answer:
        assert answer.status_code == 200, path
        return answer.data


@pytest.fixture
def elements(client: FlaskClient) -> Elements:
    return Elements(client.get("/").text)


def test_it_is_a_page(client: FlaskClient) -> None:
    """What a browser gets, and what everybody else gets."""
    answer = client.get("/")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")


def test_the_policy_lets_nothing_in(client: FlaskClient, elements: Elements) -> None:
    """No script and no style but the service's own; the one style in the page is named by its digest."""
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'self';")
    digest = base64.b64encode(hashlib.sha256(elements.inside["style"].encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in policy


def test_no_script_stands_in_the_page(elements: Elements) -> None:
    """Nor a style or a handler in an attribute: the policy would stop them, and the page would not work."""
    assert not elements.inside.get("script", "").strip()
    assert not [a for _, a in elements.tags for n in a if RUNNING.fullmatch(n) or n == "style"]


def test_all_that_is_loaded_is_here(client: FlaskClient, elements: Elements) -> None:
    """Every address is relative, and something answers there; modules load only modules beside them."""
    wanted = [a.get("src") or a.get("href") or "" for t, a in elements.tags if t in ("script", "link", "a", "img")]
    paths = [w for w in wanted if w and not w.startswith("#")]
    assert "static/page.js" in paths
    for path in paths:
        assert not re.match(r"[a-z]+:|/", path)
        assert fetched(client, f"/{path}")
    for script in STATIC.glob("*.js"):
        content = script.read_text()
        assert all((STATIC / m).is_file() for m in re.findall(r'from "\./([^"]+)"', content))
        assert not re.search(r"https?://|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", content)


def test_every_field_has_a_name(elements: Elements) -> None:
    """A screen reader says what to put where: each field stands in a label or is labelled."""
    unlabelled = [a for t, a in elements.tags if t == "textarea" and not ("aria-labelledby" in a or "data-field" in a)]
    assert not unlabelled
    ids = [a["id"] for _, a in elements.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {a["for"] for t, a in elements.tags if t == "label" and "for" in a} <= set(ids)


def test_the_samples_are_those_of_the_project() -> None:
    """An installed package has copies; they say the same as the folders (python -m summarizer.web.page_samples samples)."""
    folders = sorted(p.name for p in (ROOT / "samples").iterdir() if p.is_dir())
    assert sorted(s.name for s in SAMPLES) == folders
    for name in folders:
        assert file_of(name).read_bytes() == request_of(ROOT / "samples" / name), name


def test_an_installed_package_has_every_file() -> None:
    """The patterns of the package's data reach each template, script and sample."""
    patterns = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["package-data"]["summarizer"]
    package = ROOT / "summarizer"
    packed = {p for pattern in patterns for p in package.glob(pattern)}
    kept = {p for folder in ("web/static", "web/templates", "render/templates") for p in (package / folder).rglob("*")}
    assert kept
    assert kept <= packed


def test_the_first_view_is_small(client: FlaskClient) -> None:
    """Page, styles, scripts, the first sample and its report: under 200 kB as they are, before any packing."""
    files = ["/", *(f"/static/{p.name}" for p in STATIC.iterdir() if p.suffix in (".js", ".css", ".svg"))]
    sample = fetched(client, "/static/sample-troops.json")
    report = client.post("/v1/merge?format=html", data=sample, content_type="application/json").data
    total = sum(len(fetched(client, f)) for f in files) + len(sample) + len(report)
    assert total < 200_000
