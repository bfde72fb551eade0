"""A revision for reading: a Revision in; text, Markdown or JSON out. What was taken out and put in is shown word by word."""

from __future__ import annotations

from summarizer.domain.report import ReadArticle
from summarizer.domain.revision import Revision, Row, RowKind, WordKind, WordRun
from summarizer.domain.serialise import revision_to_dict
from summarizer.render import markdown
from summarizer.render.json_bytes import dumped
from summarizer.render.paint import Paint, one_line
from summarizer.render.sources import Sources
from summarizer.render.text import PLAIN, finding_lines

SIGNS = {RowKind.EQUAL: "=", RowKind.CHANGED: "~", RowKind.ADDED: "+", RowKind.REMOVED: "-", RowKind.MOVED: ">"}


def revision_json(revision: Revision) -> str:
    """As the contract writes it, on one line."""
    return dumped(revision_to_dict(revision)).decode()


def revision_text(revision: Revision, paint: Paint = PLAIN) -> str:
    """The changes of fact, then every statement that is not the same: [-taken out-] {+put in+}."""
    lines = [f"BEFORE [1] {_titled(revision.before)}", f"AFTER  [2] {_titled(revision.after)}", _counted(revision), ""]
    if revision.changes:
        lines += [paint.strong(f"CHANGES OF FACT ({len(revision.changes)})")]
        lines += [*finding_lines(revision.changes, Sources((revision.before, revision.after)), paint), ""]
    rows = [r for r in revision.rows if r.kind is not RowKind.EQUAL]
    if rows:
        lines += [paint.strong("STATEMENTS"), *(f"{SIGNS[r.kind]} {_worded(r, paint)}" for r in rows)]
    return "\n".join(lines).rstrip("\n") + "\n"


def revision_markdown(revision: Revision) -> str:
    """The same as CommonMark with struck-out words."""
    lines = [
        "# Changes",
        "",
        f"Before: {markdown.escaped(_titled(revision.before))}  ",
        f"After: {markdown.escaped(_titled(revision.after))}",
        "",
    ]
    lines += [
        _counted(revision),
        "",
        *(f"- {markdown.escaped(c.explanation)}" for c in revision.changes),
        "",
        "# Statements",
        "",
    ]
    for row in revision.rows:
        if row.kind is not RowKind.EQUAL:
            lines += [f"- **{row.kind.value}** {''.join(_marked_down(w) for w in row.words)}"]
    return "\n".join(lines).rstrip("\n") + "\n"


def _titled(read: ReadArticle) -> str:
    article = read.article
    when = article.published_at.isoformat(sep=" ", timespec="minutes") if article.published_at else ""
    return ", ".join(p for p in (one_line(article.source), one_line(article.title), when) if p)


def _counted(revision: Revision) -> str:
    return ", ".join(f"{revision.count(kind)} {kind.value}" for kind in RowKind)


def _worded(row: Row, paint: Paint) -> str:
    whole = row.kind in (RowKind.ADDED, RowKind.REMOVED) or len(row.words) == 1
    return (
        one_line("".join(w.text for w in row.words))
        if whole
        else "".join(_in_brackets(w, paint) for w in row.words).strip()
    )


def _in_brackets(words: WordRun, paint: Paint) -> str:
    """White space around a run stays outside of its mark."""
    before, shown, after = _parted(words.text)
    if not shown or words.kind is WordKind.EQUAL:
        return before + shown + after
    marked = paint.good(f"{{+{shown}+}}") if words.kind is WordKind.INSERT else paint.bad(f"[-{shown}-]")
    return before + marked + after


def _parted(text: str) -> tuple[str, str, str]:
    """The blank before, the words, the blank after."""
    shown = one_line(text)
    return (" " if text[:1].isspace() else "", shown, " " if shown and text[-1:].isspace() else "")


def _marked_down(words: WordRun) -> str:
    before, shown, after = _parted(words.text)
    inside = markdown.escaped(shown)
    if not inside or words.kind is WordKind.EQUAL:
        return before + inside + after
    mark = "**" if words.kind is WordKind.INSERT else "~~"
    return f"{before}{mark}{inside}{mark}{after}"
