"""What a value is the value of, for tests: a sentence with the value in brackets in, the name of its measurand out."""

from datetime import UTC, datetime

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read

PUBLISHED = datetime(2026, 5, 6, 12, tzinfo=UTC)


def measurand_of(marked: str) -> str | None:
    """The measurand of the value in brackets; None where it has none. Raises ValueError where no value is read there."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    articles = [
        Article(id=name, source=name, title="", text=content, published_at=PUBLISHED)
        for name, content in (("a1", text), ("a2", "Nothing."))
    ]
    for view in views_of(read(articles)):
        place = view.fact.place
        if place.start < end and place.end > start:
            return view.measured.measurand.name if view.measured else None
    raise ValueError(f"no value is read in the brackets of {marked!r}")
