"""What a value is the value of, for tests: a sentence and a value of it in, the name of its measurand out."""

from datetime import UTC, datetime

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read

PUBLISHED = datetime(2026, 5, 6, 12, tzinfo=UTC)


def measurand_of(sentence: str, value: str = "") -> str:
    """The measurand of the value in brackets, or of the one given beside; "" where no wording tells.

    Raises ValueError where no value is read there.
    """
    marked = sentence.replace(value, f"[{value}]", 1) if value else sentence
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    articles = [
        Article(id=name, source=name, title="", text=content, published_at=PUBLISHED)
        for name, content in (("a1", text), ("a2", "Nothing."))
    ]
    for view in views_of(read(articles)):
        place = view.fact.place
        if place.start < end and place.end > start:
            return view.measured.measurand.name if view.measured else ""
    raise ValueError(f"no value is read in the brackets of {marked!r}")
