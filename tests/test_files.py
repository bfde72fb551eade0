"""Files with articles."""

from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.files import gather, read_content

LARGEST = 1_000_000


def only(name: str, content: str) -> object:
    (item,) = read_content(name, content.encode()).items
    return item.article


def nothing() -> bytes:
    return b""


def test_a_plain_text_file_is_its_text() -> None:
    """Without header lines the stem names the outlet, and no character of the text is touched."""
    assert only("reuters.txt", "Bridge closed.\r\n\r\nIt is. ") == {
        "source": "reuters",
        "text": "Bridge closed.\r\n\r\nIt is. ",
    }


def test_header_lines() -> None:
    """Any order, any case; the date as ISO or as mail writes it."""
    content = "source: ANP\nTITLE: Bridge closed\nDate: Wed, 23 Oct 2024 16:20:00 +0000\nURL: https://example.org/1\n\nIt is.\n\nFor good.\n"
    assert only("x.txt", content) == {
        "source": "ANP",
        "title": "Bridge closed",
        "published_at": "2024-10-23T16:20:00+00:00",
        "url": "https://example.org/1",
        "text": "It is.\n\nFor good.\n",
    }


@pytest.mark.parametrize(
    "content",
    [
        "Source: ANP says so.\nThe bridge is closed.\n\nYes.",
        "Source: ANP",
        "Date: a\nDate: b\n\nText.",
        "\nSource: ANP\n\nText.",
        "Police: closed\n\nText.",
    ],
)
def test_what_only_looks_like_a_header_is_text(content: str) -> None:
    """An article may begin with a word and a colon."""
    assert only("x.txt", content) == {"source": "x", "text": content}


def test_a_markdown_heading_is_the_title() -> None:
    """Only the first line, and only in Markdown."""
    assert only("x.md", "# Bridge closed\n\nIt is.") == {"source": "x", "title": "Bridge closed", "text": "It is."}
    assert only("x.txt", "# Bridge closed\n\nIt is.") == {"source": "x", "text": "# Bridge closed\n\nIt is."}


def test_a_page_names_its_site() -> None:
    """The file's stem is only the second best."""
    assert only("ap.html", "<p>x</p>") == {"source": "ap", "html": "<p>x</p>"}
    page = "<meta property='og:site_name' content='The Dale Gazette'>"
    assert only("ap.html", page) == {"source": "The Dale Gazette", "html": page}


def test_json_is_an_article_a_list_or_a_request() -> None:
    """What an API takes, the command line takes too."""
    assert only("a.json", '{"source": "ANP", "text": "x"}') == {"source": "ANP", "text": "x"}
    assert only("a.json", '{"text": "x"}') == {"source": "a", "text": "x"}
    assert [i.where for i in read_content("a.json", b'[{"a": 1}, {"b": 2}]').items] == ["a.json/0", "a.json/1"]
    request = read_content("a.json", b'{"id": "r", "articles": [{}], "options": {"sentences": 3}, "zz": 1}')
    assert request.payload() == {"id": "r", "articles": [{}], "options": {"sentences": 3}, "zz": None}


@pytest.mark.parametrize(("content", "kind"), [('{"text": "x"}', "text"), ("<p>x</p>", "html"), ("x", "text")])
def test_without_a_suffix_the_content_decides(content: str, kind: str) -> None:
    """Standard input has no name."""
    found = only("stdin", content)
    assert isinstance(found, dict)
    assert kind in found


def test_a_folder_is_its_files_sorted(tmp_path: Path) -> None:
    """Hidden files and other kinds are passed over."""
    for name in ("b.txt", "a.html", ".c.txt", "d.png", "e.json"):
        (tmp_path / name).write_text("[]" if name == "e.json" else "x")
    gathered = gather([str(tmp_path)], nothing, largest=LARGEST)
    assert [Path(i.where).name for i in gathered.items] == ["a.html", "b.txt"]


def test_every_bad_path_is_named(tmp_path: Path) -> None:
    """One run, all complaints."""
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "long.txt").write_text("x" * 50)
    (tmp_path / "empty").mkdir()
    paths = [str(tmp_path / n) for n in ("latin.txt", "bad.json", "long.txt", "empty", "none.txt")]
    with pytest.raises(InputError) as raised:
        gather(paths, nothing, largest=40)
    assert [p.pointer for p in raised.value.problems] == paths
    assert [p.detail.split(":")[0].split(" (")[0] for p in raised.value.problems] == [
        "not UTF-8 at byte 3",
        "not JSON",
        "more than 40 bytes",
        "a folder without articles",
        "no such file or folder",
    ]


def test_byte_order_marks() -> None:
    """Windows editors write them."""
    assert read_content("a.txt", b"\xef\xbb\xbfIt is.").items[0].article == {"source": "a", "text": "It is."}
    assert read_content("a.txt", "It is.".encode("utf-16")).items[0].article == {"source": "a", "text": "It is."}
