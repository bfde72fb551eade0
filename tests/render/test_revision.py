"""A diff for reading."""

from dataclasses import replace

from summarizer.domain.report import ReadArticle, ReadStatement
from summarizer.domain.revision import Revision, Row, RowKind, WordKind, WordRun
from summarizer.domain.text import Article, Span, Statement
from summarizer.render.page_revision import revision_page
from summarizer.render.revision import revision_markdown, revision_text


def version(id_: str, text: str) -> ReadArticle:
    article = Article(id=id_, source="The Dale Gazette", text=text)
    statement = Statement(id=f"{id_}.s1", article=id_, field="text", span=Span(0, len(text)), text=text)
    return ReadArticle(article=article, statements=(ReadStatement(statement=statement, tokens=(), facts=()),))


BEFORE, AFTER = version("before", "It <b> 12."), version("after", "It <b> 14.")
ROW = Row(
    kind=RowKind.CHANGED,
    before=BEFORE.statements[0].statement,
    after=AFTER.statements[0].statement,
    score=80.0,
    words=(
        WordRun(WordKind.EQUAL, "It <b> "),
        WordRun(WordKind.DELETE, "12"),
        WordRun(WordKind.INSERT, "14"),
        WordRun(WordKind.EQUAL, "."),
    ),
)
REVISION = Revision(before=BEFORE, after=AFTER, changes=(), rows=(ROW,))


def test_text() -> None:
    """What was taken out and put in stands where it stood."""
    assert revision_text(REVISION).splitlines()[-1] == "~ It <b> [-12-]{+14+}."
    assert "0 equal, 1 changed, 0 added, 0 removed, 0 moved" in revision_text(REVISION)


def test_markdown() -> None:
    """Words of the article are escaped, the marks are not."""
    assert revision_markdown(REVISION).splitlines()[-1] == r"- **changed** It \<b\> ~~12~~**14**."


def test_page() -> None:
    """Cut first, then escaped, then wrapped."""
    assert "It &lt;b&gt; <del>12</del><ins>14</ins>." in revision_page(REVISION)


def test_a_sentence_that_moved_and_was_changed() -> None:
    """Its words are marked as a changed one's are, not run together; one that only moved stands as it is."""
    moved = replace(ROW, kind=RowKind.MOVED)
    assert revision_text(replace(REVISION, rows=(moved,))).splitlines()[-1] == "> It <b> [-12-]{+14+}."
    same = replace(moved, after=ROW.before, words=(WordRun(WordKind.EQUAL, "It <b> 12."),))
    assert revision_text(replace(REVISION, rows=(same,))).splitlines()[-1] == "> It <b> 12."
