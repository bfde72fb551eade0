"""The merged summary as an editor reads it: rules of its text that only the whole merge can show."""

from pathlib import Path

import pytest

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.files import gather
from summarizer.language.standalone import is_furniture, is_leaning
from summarizer.pipeline import merge
from summarizer.schemas import load_merge
from summarizer.settings import Settings

SAMPLES = Path(__file__).parent.parent / "samples"

TRIAL = (
    "A court in Orne on Friday jailed the director of the port, Martin Hale, for six years for taking bribes. "
    "The jury heard that a dredging company paid him for contracts over five years. "
    "The company's owner, Pieter Vonk, gave evidence against the director in March. "
    "Vonk himself left the court with a suspended sentence. "
    "The council accuses him of hiding what it lost. "
    '"There was no other way," he said on Friday. '
    "The port lost two million crowns through the contracts, the prosecutor said. "
    "The trial lasted for eleven weeks and heard 46 witnesses."
)
BRIEF = (
    "The former director of the port of Orne, Martin Hale, was jailed for six years on Friday over bribes. "
    "The trial heard 46 witnesses in eleven weeks. "
    "Reporting by Jo Dow; editing by Ann Lee."
)


def told(*texts: str, sentences: int = 6) -> list[str]:
    articles = [Article(source=f"Outlet {n}", text=text) for n, text in enumerate(texts, 1)]
    return [s.text for s in merge(articles, Options(sentences=sentences)).summary.sentences]


@pytest.mark.parametrize("sentences", [1, 2, 3, 4, 5, 6])
def test_nobody_is_spoken_of_who_was_not_named(sentences: int) -> None:
    """ "Vonk left the court" without who Vonk is, "he said" and "accuses him" are not understood."""
    found = told(TRIAL, BRIEF, sentences=sentences)
    assert "jailed" in found[0]
    assert not [s for s in found if "he said" in s or "accuses him" in s]
    if any("Vonk himself" in s for s in found):
        full, short = (next(i for i, s in enumerate(found) if words in s) for words in ("Pieter Vonk", "Vonk himself"))
        assert full < short


@pytest.mark.parametrize("sample", sorted(p.name for p in SAMPLES.iterdir() if p.is_dir()))
def test_a_summary_of_a_sample_reads(sample: str) -> None:
    """It begins with an article's opening, tells no claim twice, leans on nothing, ends on a full stop and is no furniture."""
    request = gather([str(SAMPLES / sample)], lambda: b"", largest=10**6).payload()
    report = merge(load_merge(request, Settings()).articles)
    chosen = report.summary.sentences
    openings = {next(s.statement.id for s in a.statements if s.statement.field == "text") for a in report.articles}
    assert chosen[0].statement in openings
    assert len({s.claim for s in chosen}) == len(chosen)
    for sentence in chosen:
        assert not is_leaning(sentence.text)
        assert not is_furniture(sentence.text)
        assert sentence.text.rstrip("\"'”’)")[-1] in ".!"


def test_a_summary_begins_with_the_news() -> None:
    """A sentence from further down that holds more of what both say does not stand first."""
    facts = "Pieter Vonk, Martin Hale and the dredging company signed contracts for two million crowns at the port of Orne in May."
    first, second = told(
        f"A court jailed a director on Friday. {facts}", f"A director was jailed. {facts}", sentences=2
    )
    assert "jailed" in first
    assert second == facts


def test_headings_and_captions_in_the_text_are_not_told() -> None:
    """A line without a full stop among sentences is no sentence; where few lines have one all are told."""
    lines = "A court jailed the director of the port on Friday\n\nThe jury heard 46 witnesses in eleven weeks"
    assert len(told(lines, lines.replace("A court jailed", "Judges jailed"), sentences=9)) >= 2
    assert all(s.endswith(".") for s in told(f"{TRIAL}\n\n{lines}", BRIEF, sentences=20))
