"""Cards, citations and the timeline of a value that moved on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Relation
from summarizer.domain.report import Report
from summarizer.render.page_findings import cards, cited
from summarizer.render.page_places import Places
from summarizer.render.page_words import MEANINGS, SPELLINGS, WORDINGS


def places(report: Report) -> Places:
    return Places(report.articles, report.claims)


def test_evidence_is_numbered_through_all_values(report: Report) -> None:
    """The number is the anchor that marks stand at."""
    card = cards(report.discrepancies, places(report))[0]
    assert [q.anchor for s in card.sides for v in s.voices for q in v.quotes] == ["d1-1", "d1-2"]
    assert (card.sides[0].voices[0].speaker, card.sides[0].voices[0].certainty) == ("Ann Price", "expected")
    assert card.sides[0].voices[0].as_of == "5 Mar 2024"


def test_each_article_is_cited_where_it_says_so(report: Report) -> None:
    """The sentence's own article first, the others by the statement that matches it."""
    citations = cited(report, places(report))[0].citations
    assert [(c.number, c.anchor) for c in citations] == [(1, "st-1-0"), (2, "st-2-0")]
    assert citations[1].words == "The bridge opens on March 11, officials said."


def test_an_article_without_a_matching_statement_is_cited_as_a_whole(report: Report) -> None:
    """Better than a sentence that says something else."""
    claim = replace(report.claims[0], statements=("a1.s1",), articles=("a1",), matches=())
    citations = cited(report, Places(report.articles, (claim,)))[0].citations
    assert [(c.anchor, c.words) for c in citations[1:]] == [("article-2", "")]


def test_the_timeline_follows_the_days(report: Report) -> None:
    """Not the order of the values; a conflict has none."""
    conflict = report.discrepancies[0]
    early, late = conflict.values
    later = replace(early, evidence=(replace(early.evidence[0], as_of="2024-03-07"),))
    unknown = replace(late, evidence=(*late.evidence, replace(late.evidence[0], article="a1", as_of=None)))
    moved = replace(conflict, relation=Relation.UPDATE, values=(later, unknown))
    steps = cards([moved], places(report))[0].timeline
    assert [(s.day, s.quote.text, s.quote.anchor) for s in steps] == [
        ("5 Mar 2024", "opens on March 11", "d1-2"),
        ("7 Mar 2024", "open on March 9", "d1-1"),
        ("day not given", "opens on March 11", "d1-3"),
    ]
    assert steps[1].published == "5 Mar 2024, 10:00 UTC"
    assert cards([conflict], places(report))[0].timeline == ()


def test_one_day_is_ordered_by_publication(report: Report) -> None:
    """Two counts of one day: the one that was published first comes first."""
    first, second = report.articles
    newer = replace(first, article=replace(first.article, published_at=datetime(2024, 3, 5, 18, tzinfo=UTC)))
    older = replace(second, article=replace(second.article, published_at=datetime(2024, 3, 5, 9, tzinfo=UTC)))
    moved = replace(report.discrepancies[0], relation=Relation.UPDATE)
    steps = cards([moved], Places((newer, older)))[0].timeline
    assert [s.quote.text for s in steps] == ["opens on March 11", "open on March 9"]


def test_publication_is_ordered_by_the_moment_not_by_the_clock(report: Report) -> None:
    """Ten in the morning far in the east is earlier than nine in Greenwich."""
    first, second = report.articles
    east = timezone(timedelta(hours=5))
    newer = replace(first, article=replace(first.article, published_at=datetime(2024, 3, 5, 9, tzinfo=UTC)))
    older = replace(second, article=replace(second.article, published_at=datetime(2024, 3, 5, 10, tzinfo=east)))
    moved = replace(report.discrepancies[0], relation=Relation.UPDATE)
    steps = cards([moved], Places((newer, older)))[0].timeline
    assert [s.published for s in steps] == ["5 Mar 2024, 10:00 +05:00", "5 Mar 2024, 09:00 UTC"]


def test_an_update_shows_the_older_value_first(report: Report) -> None:
    """Whatever the order of the report; the numbers of the evidence stay those of the marks, and a conflict stays as it is."""
    first, second = report.articles
    newer = replace(first, article=replace(first.article, published_at=datetime(2024, 3, 6, tzinfo=UTC)))
    older = replace(second, article=replace(second.article, published_at=datetime(2024, 3, 5, tzinfo=UTC)))
    for relation, anchors in ((Relation.UPDATE, ["d1-2", "d1-1"]), (Relation.CONFLICT, ["d1-1", "d1-2"])):
        card = cards([replace(report.discrepancies[0], relation=relation)], Places((newer, older)))[0]
        assert [q.anchor for s in card.sides for v in s.voices for q in v.quotes] == anchors


def test_spellings_and_wordings_are_not_called_wrong(report: Report) -> None:
    """Two spellings may both be in use; two days cannot both be right."""
    day = report.discrepancies[0]
    spelled = replace(day, kind=Kind.NAME, hints=("spelling",))
    quoted = replace(day, kind=Kind.QUOTE, hints=())
    found = cards([day, spelled, quoted], places(report))
    assert [c.meaning for c in found] == [MEANINGS[Relation.CONFLICT], SPELLINGS, WORDINGS]
    assert found[2].sides[0].display.startswith("“")


def test_a_contested_value_is_shown_once_in_the_summary(report: Report) -> None:
    """Under the next sentence that it touches it is only named."""
    sentence = replace(report.summary.sentences[0], findings=("d1",))
    twice = replace(report, summary=replace(report.summary, sentences=(sentence, sentence)))
    first, second = cited(twice, places(report))
    assert [c.finding.id for c in first.contested] == ["d1"]
    assert not first.again
    assert not second.contested
    assert [c.finding.id for c in second.again] == ["d1"]
