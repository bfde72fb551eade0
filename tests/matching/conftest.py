"""Two short reports compared, as every case here needs them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from summarizer.domain.findings import Finding
from summarizer.domain.text import Article
from summarizer.pipeline import merge

Compare = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def compare() -> Compare:
    """The findings on texts published a day after one another, the first on 3 March 2025."""

    def run(*texts: str, hours: int = 24) -> tuple[Finding, ...]:
        articles = [
            Article(
                source=f"Outlet {n}", text=text, published_at=datetime.fromtimestamp(1741003200 + 3600 * hours * n, UTC)
            )
            for n, text in enumerate(texts)
        ]
        return merge(articles).findings()

    return run
