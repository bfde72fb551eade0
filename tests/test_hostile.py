"""Hostile input: the work on it grows with its length, and nothing but an InputError comes out. Work is counted, not timed.

What is counted are calls, of Python and of C. Patterns that go back and forth inside one call show in seconds only:
`python -m benchmarks.hostile` measures those.
"""

import gzip
import json
import random
import sys
import unicodedata
from collections.abc import Callable
from types import FrameType

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import NAMES, seeds
from benchmarks.fuzz_mutations import mutated
from benchmarks.fuzz_targets import TARGETS, check
from benchmarks.hostile import LINES, MIXED, PAGES, SHAPES, TEXTS, merged, text_of
from summarizer.domain.text import Article
from summarizer.pipeline import merge, read
from summarizer.schemas.page_reader import LONGEST_TAG, tamed
from summarizer.settings import Settings
from summarizer.web.app import create_app
from summarizer.web.batch import answer

# Two articles of two longest sentences each (names are read again from the second on), and of four: counts have no noise, so that
# twice the text tells as much as more of it would.
SMALL, TIMES = 8_000, 2
GROWTH = 1.15  # how much more than TIMES as much the work on TIMES the text may be: TIMES ** 1.2
MOST_CALLS = 150  # a character of a text; 20,000 numbers cost 90 (2026-12-01)
MOST_MIXED = 400  # likewise where each statement is compared with as many others as it may be; 241 at most (2026-12-01)
START = 20_000  # calls that any merge costs, however short


def work(run: Callable[[str], None], text: str) -> int:
    """The calls that it takes."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        run(text)
    finally:
        sys.setprofile(before)
    return count


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    """What is loaded once is no work on the text."""
    merge([Article(source=n, text=f"It rained on {d} March 2024, the mayor said.") for n, d in (("A", 4), ("B", 5))])
    for run in {run for _, run in SHAPES.values()}:
        run("12 people were hurt. ")


@pytest.mark.parametrize("name", sorted(n for n in SHAPES if not n.startswith("mixed")))
def test_the_work_grows_with_the_length(name: str) -> None:
    """Twice the text is twice the work; a hanging request would hold a server."""
    shape, run = SHAPES[name]
    small, large = (work(run, text_of(shape, size)) for size in (SMALL, SMALL * TIMES))
    assert large <= TIMES * GROWTH * max(small, START), (small, large)


def test_there_are_shapes_of_every_sort() -> None:
    """None is lost by a slip."""
    assert len(SHAPES) == len(TEXTS) + len(MIXED) + len(PAGES) + len(LINES) > 50


@pytest.mark.parametrize("name", sorted(MIXED))
def test_words_by_chance_have_a_bound(name: str) -> None:
    """All statements share words with all others: without a bound on what is compared, 2,955 calls a character (2026-12-01)."""
    assert work(merged, text_of(MIXED[name], SMALL)) <= MOST_MIXED * SMALL


@pytest.mark.parametrize(
    "text",
    ["x" * 1_000_000, '"' * 100_000, "12 " * 20_000],
    ids=["a megabyte without a space", "100,000 quotes", "20,000 numbers"],
)
def test_the_work_on_a_large_one_has_a_bound(text: str) -> None:
    """A character of the worst costs little more than a character of news, which costs about 80 calls."""
    assert work(merged, text) <= START + MOST_CALLS * len(text)


def test_a_tag_without_an_end_is_text() -> None:
    """The standard library's parser goes through the rest of the page again for each."""
    assert tamed("<a b=" * 3) == "&lt;a b=" * 3
    assert tamed("<p>1 < 2</p>") == "<p>1 < 2</p>"
    assert tamed("<a" + " " * LONGEST_TAG + ">") == "&lt;a" + " " * LONGEST_TAG + ">"
    assert tamed("<a" + " " * (LONGEST_TAG - 2) + ">").startswith("<a ")


def test_an_open_comment_hides_the_rest() -> None:
    """As in a browser."""
    assert tamed("<p>a</p><!-- <p>b</p>") == "<p>a</p>"
    assert tamed("a<!--b--><!-->c") == "ac"


def test_deep_json_is_a_problem_not_a_crash() -> None:
    """The parser's stack has an end."""
    for line in (b"[" * 500_000, b'{"articles":' * 100_000, b'{"articles":[' * 1000 + b"]}" * 1000):
        assert json.loads(answer(line, Settings()))["problem"]["status"] in (400, 422)


def test_a_zip_bomb_is_refused() -> None:
    """It is not unpacked beyond the limit: layers of gzip are not undone either."""
    bomb = gzip.compress(b" " * 50_000_000)
    assert len(bomb) < 60_000
    app = create_app(Settings(max_body_bytes=1_000_000))
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    with app.test_client() as client:
        assert client.post("/v1/merge", data=bomb, headers=headers).status_code == 413
        assert client.post("/v1/merge", data=gzip.compress(bomb), headers=headers).status_code == 400


@pytest.mark.parametrize(
    "text",
    [
        "Zwölf Café\u0301s burned, 12 people fled.",
        "\u202e12 people fled\u202c, the mayor said.",
        "1\u200b2 peo\u00adple fled\ufeff.",
        "𝟏𝟐 people fled 👩\u200d👩\u200d👧.",
        "12 peoрle fled the Рolice.",
        "İstanbul: 12 people fled ﬁre, ſaid ẞ.",
        "\u0301\u0301 12 people fled.",
        "12 people fled.\u2028\u0085\u000b12 died.",
    ],
)
def test_every_offset_counts_code_points(text: str) -> None:
    """NFD, right to left, zero-width, astral, confusable: a quote is the slice of the text that is given back."""
    articles = [Article(source="A", text=text), Article(source="B", text=unicodedata.normalize("NFD", text))]
    report = merge(articles)
    check(report)
    assert report.articles[0].article.text == report.articles[1].article.text == unicodedata.normalize("NFC", text)


def test_two_forms_of_one_character_read_the_same() -> None:
    """A keyboard's é and a Mac's file name's é are one letter."""
    text = "José Muñoz said 12 people fled São Tomé on 3 March 2024."
    composed, apart = (
        read([Article(source="A", text=unicodedata.normalize(form, text))])[0].statements[0].facts
        for form in ("NFC", "NFD")
    )
    assert composed == apart
    assert len(composed) >= 3


@pytest.mark.parametrize("target", NAMES)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32))
def test_fuzz(target: str, seed: int) -> None:
    """A short run of benchmarks/fuzz.py: broken news breaks no promise."""
    chance = random.Random(seed)  # noqa: S311 - chance, not secrets
    TARGETS[target](mutated(chance.choice(list(seeds())), chance, most=1500))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "articles",
                        "source",
                        "text",
                        "title",
                        "headline",
                        "body_text",
                        "bodies",
                        "@type",
                        "articleBody",
                        "published_at",
                        "options",
                        "id",
                    ]
                ),
                inner,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json_is_answered(value: object) -> None:
    """As a line of a batch, and as an article in one: never the program's own fault."""
    for sent in (value, {"articles": [value, value]}):
        try:
            line = orjson.dumps(sent)
        except TypeError:  # a whole number of more than 64 bits: what cannot be written cannot be sent
            line = json.dumps(sent).encode()
        told = json.loads(answer(line, Settings()))
        assert "report" in told or told["problem"]["status"] < 500
