"""Of whom a statement speaks as if they were known."""

from summarizer.domain.text import Article
from summarizer.matching.introductions import introduced_in, strangers_in
from summarizer.pipeline import DEFAULTS, read


def test_a_surname_alone_is_a_stranger_where_another_has_the_full_name() -> None:
    """Whichever article has it; a title or an office introduces, too, and a name that nobody has in full is its full name."""
    first = Article(
        id="a", source="Echo", text="Pieter Vonk gave evidence. Vonk wept. Mr. Vonk left. Orbel is near Vonk's house."
    )
    second = Article(id="b", source="Star", text="Vonk was calm. Orbel was quiet.")
    articles = read((first, second), DEFAULTS)
    found = strangers_in(articles)
    assert {id_: set(names) for id_, names in found.items() if names} == {
        "a.s2": {"vonk"},
        "a.s4": {"vonk"},
        "b.s1": {"vonk"},
    }
    introduced = [introduced_in(s) for s in articles[0].statements]
    assert introduced == [frozenset({"vonk"}), frozenset(), frozenset({"vonk"}), frozenset()]
