"""What the fuzzers throw bytes at: one function a way in, each of which raises where a promise is broken.

A promise: only an InputError comes out of bad input; every quote and sentence is the slice of its article; every form of the
report can be written; JSON comes out of a batch whatever went in.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import orjson

from summarizer.domain.report import Options, Report
from summarizer.domain.text import Article
from summarizer.errors import InputError
from summarizer.files import read_content
from summarizer.language.ranking import RANKERS
from summarizer.pipeline import merge, read
from summarizer.render.formats import FORMS, REVISION_FORMS
from summarizer.revisions import diff
from summarizer.schemas import load_facts, load_merge
from summarizer.schemas.forms import as_article
from summarizer.schemas.page_reader import read as read_page
from summarizer.settings import Settings
from summarizer.web.batch import answer

SETTINGS = Settings()
CUT = b"\x1e"  # between the articles of one input


def throw_text(data: bytes) -> None:
    """Two articles or more, merged, every form written."""
    texts = [part.decode("utf-8", "replace") for part in data.split(CUT)[:6]]
    texts += ["Police closed the Dale bridge on 5 March 2024; 12 people were hurt."] * (2 - len(texts))
    options = Options(ranker=RANKERS[len(data) % len(RANKERS)], sentences=1 + len(data) % 8)
    articles = [
        Article(source=f"Outlet {n}", title=text[:40] if n % 2 else "", text=text if text.strip() else "?")
        for n, text in enumerate(texts)
    ]
    try:
        report = merge(articles, options)
    except InputError:
        return
    check(report)


def throw_diff(data: bytes) -> None:
    """Two versions of an article; the words of the rows give both back."""
    before, _, after = data.partition(CUT)
    texts = [t.decode("utf-8", "replace") for t in (before, after or before)]
    versions = [Article(source="Dale", text=t if t.strip() else "?") for t in texts]
    try:
        revision = diff(versions[0], versions[1])
    except InputError:
        return
    for row in revision.rows:
        words = [(w.kind.value, w.text) for w in row.words]
        if row.after is not None:
            told = "".join(t for op, t in words if op != "delete")
            assert told == row.after.text, "words are not the text after"
    for form in REVISION_FORMS:
        form.write(revision).encode()


def throw_html(data: bytes) -> None:
    """A page of HTML as the reader without libraries takes it, and its text read."""
    found = read_page(data.decode("utf-8", "replace"))
    try:
        articles = read(
            [Article(source="Dale", title=found["title"], text=found["text"] if found["text"].strip() else "?")]
        )
    except InputError:
        return
    for article in articles:
        for fact in (f for s in article.statements for f in s.facts):
            assert article.article.quote(fact.evidence.field, fact.evidence.span) == fact.evidence.quote, "no slice"


def throw_file(data: bytes) -> None:
    """A file of any kind, from its name's end to a merge."""
    name = f"dale{('.txt', '.md', '.json', '.html', '')[len(data) % 5]}"
    try:
        payload = read_content(name, data).payload()
        items = payload.get("articles")
        if isinstance(items, list) and any(isinstance(i, dict) and "html" in as_article(i).article for i in items):
            return  # a page is read in another process, which throw_html does here
        request = load_facts(payload, SETTINGS)
        read(request.articles, request.options)
    except InputError:
        return


def throw_line(data: bytes) -> None:
    """Lines of a batch: JSON of every kind, our own articles, ninjs and schema.org among them."""
    for line in data.split(b"\n")[:4]:
        if b"html" in line.lower() or b"<" in line:  # a page is read in another process, which throw_html does here
            continue
        written = answer(line, SETTINGS)
        assert written.endswith(b"\n"), "an answer without a line end"
        assert written.count(b"\n") == 1, "an answer of several lines"
        told: object = json.loads(written)
        assert isinstance(told, dict), "an answer that is no object"
        assert set(told) in ({"id", "report"}, {"id", "problem"}), "an answer of another shape"
        if "problem" in told:
            assert told["problem"]["status"] < 500, "the program's own fault"


def throw_ninjs(data: bytes) -> None:
    """Items of ninjs and schema.org with texts, dates and lists of any kind in their fields."""
    first, _, second = data.partition(CUT)
    items: list[object] = []
    for part in (first, second):
        try:
            items.append(orjson.loads(part))
        except orjson.JSONDecodeError:
            text = part.decode("utf-8", "replace")
            items.append({"uri": "urn:x:1", "headline": text[:60], "body_text": text, "provider": {"name": "ANP"}})
    if any(isinstance(i, dict) and "html" in as_article(i).article for i in items):
        return
    try:
        request = load_merge({"articles": items}, SETTINGS)
        check(merge(request.articles, request.options))
    except InputError:
        return


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": throw_text,
    "diff": throw_diff,
    "html": throw_html,
    "file": throw_file,
    "line": throw_line,
    "ninjs": throw_ninjs,
}


def check(report: Report) -> None:
    """Raises where a span of the report is not the slice that it claims to be, or a form cannot be written."""
    articles = {a.article.id: a.article for a in report.articles}
    for finding in report.findings():
        for evidence in (e for v in finding.values for e in v.evidence):
            assert articles[evidence.article].quote(evidence.field, evidence.span) == evidence.quote, "no slice"
    for sentence in report.summary.sentences:
        assert articles[sentence.article].quote(sentence.field, sentence.span) == sentence.text, "not verbatim"
    for form in FORMS:
        form.write(report).encode()
