"""What comes in is normalised once, and everything wrong with it is told at once."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.errors import InputError
from summarizer.stages.ingest import ingest


def article(text: str = "The bridge is closed.", **fields: object) -> Article:
    return Article(**{"source": "The Dale Gazette", "text": text, **fields})  # type: ignore[arg-type]


def pointers(articles: list[Article], options: Options | None = None) -> list[str]:
    with pytest.raises(InputError) as caught:
        ingest(articles, options or Options())
    return [p.pointer for p in caught.value.problems]


def test_text_that_came_in_normal_stays_as_it_was() -> None:
    """Offsets count in what the sender knows: nothing is stripped."""
    text = "  Café\u00a0au lait.\n\n\tÉdith left.  "
    assert ingest([article(text)], Options())[0].text == text


def test_accents_written_apart_become_one_character() -> None:
    """NFC and NFD of one text give one report."""
    taken = ingest([article("Cafe\u0301", title="E\u0301dith", source="Le Cafe\u0301")], Options())[0]
    assert (taken.text, taken.title, taken.source) == ("Café", "Édith", "Le Café")


def test_line_ends_become_line_feeds() -> None:
    """A Windows or an old Mac file reads the same, and a pair is one line end."""
    taken = ingest([article("a\r\nb\rc\n\r\nd", title="x\r\ny")], Options())[0]
    assert (taken.text, taken.title) == ("a\nb\nc\n\nd", "x\ny")


def test_missing_ids_are_places() -> None:
    """An article without an id is a and its place."""
    assert [a.id for a in ingest([article(), article(id="x"), article()], Options())] == ["a1", "x", "a3"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [(["", "a1"], ["a3", "a1"]), (["a2", "", ""], ["a2", "a4", "a3"]), (["a3", "a4", ""], ["a3", "a4", "a5"])],
)
def test_ids_made_avoid_ids_given(given: list[str], expected: list[str]) -> None:
    """Nobody gets an id that another article came with."""
    assert [a.id for a in ingest([article(id=i) for i in given], Options())] == expected


def test_a_time_without_zone_is_local_to_the_request() -> None:
    """A date line of a file rarely has a zone."""
    taken = ingest([article(published_at=datetime(2024, 7, 1, 9))], Options(timezone="Europe/Paris"))[0]  # noqa: DTZ001
    assert taken.published_at == datetime(2024, 7, 1, 7, tzinfo=UTC)


def test_a_time_with_zone_keeps_it() -> None:
    """The outlet's own offset is what "today" is read against."""
    moment = datetime(2024, 7, 1, 9, tzinfo=timezone(timedelta(hours=9)))
    taken = ingest([article(published_at=moment)], Options(timezone="Europe/Paris"))[0]
    assert taken.published_at is moment


def test_every_problem_is_told_at_once() -> None:
    """A sender should not have to send five times."""
    articles = [
        article(id="x"),
        article(id="x", title="half \ud83d"),
        article("\u200b ... "),
        article(id=" ", url="http://\udfff"),
    ]
    expected = ["/articles/1/title", "/articles/1/id", "/articles/2/text", "/articles/3/url", "/articles/3/id"]
    assert pointers(articles) == expected


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../../etc/passwd", "Europe", "\ud800", "a\x00b", "x" * 5000])
def test_an_unknown_time_zone_is_a_problem(name: str) -> None:
    """Never a traceback, whatever the name."""
    assert pointers([article()], Options(timezone=name)) == ["/options/timezone"]


def test_unknown_ranker_and_negative_length_are_problems() -> None:
    """The library is asked without a schema before it."""
    assert pointers([article()], Options(ranker="kl", sentences=-1)) == ["/options/ranker", "/options/sentences"]


def test_two_articles_alike_are_no_problem() -> None:
    """A copy is an origin's business, not an error."""
    assert len(ingest([article(), article()], Options())) == 2


def test_no_articles_are_none() -> None:
    """How many there must be is for the caller to say: facts takes one."""
    assert ingest([], Options()) == ()
