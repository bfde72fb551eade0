"""What the value of a sentence is the value of: a sentence and a value in, the name of its measurand out."""

from datetime import UTC, datetime

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read


def measurand_of(sentence: str, shown: str) -> str:
    """The measurand of the value that a sentence shows so; "" where no wording tells. Raises LookupError where no value is read there."""
    when = datetime(2026, 5, 6, 12, tzinfo=UTC)
    articles = [
        Article(id=key, source=key, title="", text=text, published_at=when)
        for key, text in (("a", sentence), ("b", "Nothing was said."))
    ]
    for view in views_of(read(articles)):
        if shown in view.fact.display or view.fact.display in shown:
            return view.measured.measurand.name if view.measured else ""
    raise LookupError(f"no value is read at {shown!r} in {sentence!r}")
