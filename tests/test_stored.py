"""Requests that wait come back as they were."""

from datetime import UTC, datetime

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.schemas import MergeRequest
from summarizer.schemas.stored import from_stored, to_stored


def test_every_field_comes_back() -> None:
    """A job must give the report that the request would have given at once."""
    whole = Article(
        id="x",
        source="ANP",
        title="T",
        text="Café\r\n 12 “hurt”.",
        url="https://a.example/1",
        published_at=datetime(2024, 3, 5, 18, tzinfo=UTC),
        language="en",
    )
    options = Options(sentences=3, ranker="luhn", timezone="Europe/Paris", include_text=False)
    dated = Article(
        source="A", text="B", published_at=datetime.fromisoformat("2024-03-05")
    )  # as a date without a zone is read
    for request in (
        MergeRequest(id="r1", articles=(whole, Article(source="A", text="B")), options=options),
        MergeRequest(id=None, articles=(dated,), options=Options()),
    ):
        assert from_stored(to_stored(request)) == request
