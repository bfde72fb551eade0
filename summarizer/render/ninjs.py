"""A report's summary as an IPTC ninjs 3.0 item: a Report in, JSON that a newsroom's system takes in like any other wire copy out."""

from __future__ import annotations

from summarizer.domain.findings import Finding
from summarizer.domain.report import Report
from summarizer.domain.serialise import article_digest
from summarizer.domain.text import Article
from summarizer.render.json_bytes import dumped
from summarizer.render.sources import Sources

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
Json = dict[str, object]


def report_ninjs(report: Report) -> str:
    """The summary as the body; what is contested as a note to the editor; the articles as associations."""
    sources = Sources(report.articles)
    articles = [a.article for a in report.articles]
    text = report.summary.text
    item: Json = {"standard": STANDARD, "uri": f"urn:sha256:{report.digest}", "type": "text"}
    latest = max((a.published_at for a in articles if a.published_at), default=None)
    if latest:
        item["versionCreated"] = latest.isoformat()
    languages = {a.language for a in articles}
    if len(languages) == 1 and (language := languages.pop()):
        item["language"] = language
    title = _title(report, sources)
    if title:
        item["headlines"] = [{"role": "main", "value": title}]
    item["bodies"] = [
        {
            "role": "main",
            "contentType": "text/plain",
            "charCount": len(text),
            "wordCount": len(text.split()),
            "value": text,
        }
    ]
    item["infoSources"] = [{"name": name} for name in sources.outlets(a.id for a in articles)]
    if report.discrepancies:
        item["edNote"] = "\n".join(_note(f, sources) for f in report.discrepancies)
    item["associations"] = [_association(a) for a in articles]
    return dumped(item).decode()


def _title(report: Report, sources: Sources) -> str:
    """The headline of the article that the summary begins with: no word that no source wrote."""
    cited = [sources.article(s.article) for s in report.summary.sentences]
    return next((a.title.strip() for a in (*cited, *(r.article for r in report.articles)) if a.title.strip()), "")


def _note(finding: Finding, sources: Sources) -> str:
    sides = "; ".join(f"{v.display} ({', '.join(sources.outlets(v.articles))})" for v in finding.values)
    return f"{finding.relation.value.upper()} {finding.about}: {sides}"


def _association(article: Article) -> Json:
    """An associated item has to have a uri: that of the article, else its digest's, as the report gives it."""
    found: Json = {
        "name": article.id,
        "uri": article.url or f"urn:sha256:{article_digest(article)}",
        "type": "text",
        "infoSources": [{"name": article.source}],
    }
    if article.title.strip():
        found["headlines"] = [{"role": "main", "value": article.title.strip()}]
    return found
