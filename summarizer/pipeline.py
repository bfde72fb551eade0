"""The order of the stages: articles in, the report out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from summarizer.domain.report import Options, ReadArticle, Report
from summarizer.domain.text import Article
from summarizer.stages.align import align
from summarizer.stages.compare import compare
from summarizer.stages.extract import extract
from summarizer.stages.ingest import ingest
from summarizer.stages.relate import relate
from summarizer.stages.segment import segment
from summarizer.stages.separate_events import separate_events
from summarizer.stages.slot import slot
from summarizer.stages.summarize import summarize
from summarizer.stages.trace_origins import trace_origins

VERSION = "0.1.0"
DEFAULTS = Options()


def merge(articles: Sequence[Article], options: Options = DEFAULTS, *, id: str | None = None) -> Report:
    """The report on two or more articles of one event. Raises InputError with everything that is wrong with them."""
    taken = ingest(articles, options)
    read_articles = tuple(extract(a, segment(a)) for a in taken)
    origins = trace_origins(read_articles)
    reports, notices = separate_events(read_articles)
    findings = compare(slot(reports, origins), reports, origins)
    claims = relate(align(reports, origins), findings)
    summary = summarize(reports, claims, findings, origins, options)
    return Report(
        id=id,
        articles=read_articles,
        origins=origins,
        summary=summary,
        agreements=tuple(f for f in findings if not f.relation.is_discrepancy),
        discrepancies=tuple(f for f in findings if f.relation.is_discrepancy),
        claims=claims,
        notices=notices,
        options=options,
        version=VERSION,
        digest=_digest(taken, options),
    )


def read(articles: Sequence[Article], options: Options = DEFAULTS) -> tuple[ReadArticle, ...]:
    """Every fact of each article. Raises InputError with everything that is wrong with them."""
    return tuple(extract(a, segment(a)) for a in ingest(articles, options))


def _digest(articles: Sequence[Article], options: Options) -> str:
    """A digest of all that decides the report: the input, the options and the version."""
    published = [a.published_at.isoformat() if a.published_at else None for a in articles]
    content = [
        [a.id, a.source, a.title, a.text, a.url, p, a.language] for a, p in zip(articles, published, strict=True)
    ]
    chosen = [options.sentences, options.words, options.ranker, options.timezone]
    return hashlib.sha256(json.dumps([VERSION, chosen, content]).encode()).hexdigest()
