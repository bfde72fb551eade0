"""What the merged summary says, in which order, and what it never says."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations

import pytest

from summarizer.domain.facts import Kind
from summarizer.domain.findings import Claim, Finding, FindingValue, Relation, Status
from summarizer.domain.report import Options, Origin, ReadArticle, ReadStatement, Summary
from summarizer.domain.text import Article, Evidence, Span, Token
from summarizer.stages import summarize as module
from summarizer.stages.segment import segment
from summarizer.stages.summarize import summarize

ECHO = Article(
    id="e",
    source="Echo",
    title="Bridge over the Orne falls, two rescued",
    text=(
        "The bridge over the Orne fell into the river at dawn on Tuesday. Two drivers were rescued from the water, police said. "
        "But nobody on the bridge was badly hurt. Engineers had warned in May that the bearings of the bridge were worn. "
        "Who will pay for a new bridge? The council has closed the road and sent buses to the far bank. "
        "Reporting by Jo Dow; editing by Ann Lee. A brass band played in the park as people came to look."
    ),
)
STAR = Article(
    id="s",
    source="Star",
    title="Orne bridge collapses",
    text=(
        "The bridge over the river Orne fell at dawn on Tuesday. Three drivers were rescued from the water, the fire service said. "
        "The council closed the road and put on buses to the far bank. A new bridge would cost nine million crowns."
    ),
)
TOGETHER = ((("e.s1", "s.s1"), "s.s1"), (("e.s2", "s.s2"), "e.s2"), (("e.s6", "s.s3"), "e.s6"))


def read(article: Article) -> ReadArticle:
    """Every sentence with one verb, so that nothing hangs on the tagger."""
    verb = Token(text="fell", start=0, end=4, tag="VERB", lemma="fall")
    return ReadArticle(
        article=article,
        statements=tuple(ReadStatement(statement=s, tokens=(verb,), facts=()) for s in segment(article)),
    )


def claims_of(articles: tuple[ReadArticle, ...]) -> tuple[Claim, ...]:
    """The claims that TOGETHER lists and one for each other statement, in the articles' order."""
    ids = [s.statement.id for a in articles for s in a.statements]
    grouped = {s for members, _ in TOGETHER for s in members}
    groups = [*TOGETHER, *(((s,), s) for s in ids if s not in grouped)]
    present = [(tuple(s for s in ids if s in members), best) for members, best in groups if set(members) <= set(ids)]
    return tuple(
        Claim(
            id=f"c{n}",
            statements=members,
            articles=tuple(dict.fromkeys(s.split(".")[0] for s in members)),
            outlets=len(members),
            origins=len(members),
            status=Status.CORROBORATED if len(members) > 1 else Status.SINGLE_SOURCE,
            representative=best,
            findings=(),
            matches=(),
        )
        for n, (members, best) in enumerate(present, 1)
    )


def finding(*statements: str, id_: str = "d1", importance: float = 0.9) -> Finding:
    evidence = tuple(
        Evidence(article=s.split(".")[0], statement=s, field="text", span=Span(0, 1), quote="T") for s in statements
    )
    value = FindingValue(
        value="2", display="two", low="2", high="2", articles=(), outlets=1, origins=1, evidence=evidence
    )
    return Finding(
        id=id_,
        relation=Relation.CONFLICT,
        kind=Kind.NUMBER,
        about="drivers rescued",
        explanation="",
        reason="numbers_differ",
        importance=importance,
        confidence=1.0,
        outlets=2,
        origins=2,
        hints=(),
        values=(value,),
    )


def run(*articles: Article, findings: tuple[Finding, ...] = (), **options: object) -> Summary:
    read_articles = tuple(read(a) for a in articles)
    origins = tuple(Origin(id=f"o{n}", articles=(a.id,), first=a.id, why="") for n, a in enumerate(articles, 1))
    return summarize(read_articles, claims_of(read_articles), findings, origins, Options(**options))  # type: ignore[arg-type]


def sentences(summary: Summary) -> list[str]:
    return [s.text for s in summary.sentences]


@pytest.mark.parametrize("count", [0, 1, 3, 6])
def test_as_many_sentences_as_asked_for(count: int) -> None:
    """The reader's choice, where there is so much to say."""
    assert len(run(ECHO, STAR, sentences=count).sentences) == count


def test_as_many_words_as_allowed() -> None:
    """A length in words holds, but a summary has its first sentence whatever its length."""
    whole = run(ECHO, STAR)
    for words in (1, 20, 40):
        found = run(ECHO, STAR, words=words)
        assert 1 <= len(found.sentences) < len(whole.sentences)
        assert len(found.sentences) == 1 or len(found.text.split()) <= words


def test_briefs_of_one_line_have_a_summary() -> None:
    """Short sentences stand where there are no others."""
    assert run(replace(ECHO, id="x", title="", text="Two people were hurt.")).text == "Two people were hurt."


def test_no_more_than_there_are() -> None:
    """Titles, questions and page furniture do not fill a summary; what leans on another sentence comes last of all."""
    found = sentences(run(ECHO, STAR, sentences=50))
    assert len(found) == 8
    assert not any("Reporting by" in s or s.endswith("?") or s in (ECHO.title, STAR.title) for s in found)


def test_every_sentence_is_a_slice() -> None:
    """No word that is not in a source."""
    articles = {"e": ECHO, "s": STAR}
    for sentence in run(ECHO, STAR).sentences:
        assert articles[sentence.article].quote(sentence.field, sentence.span) == sentence.text


def test_a_claim_is_told_once_with_all_who_say_it() -> None:
    """Two outlets' sentences on one thing are one sentence of the summary."""
    lead = run(ECHO, STAR, sentences=4).sentences[0]
    assert (lead.claim, lead.articles, lead.outlets, lead.origins) == ("c1", ("e", "s"), 2, 2)
    assert lead.statement == "s.s1"


def test_contested_values_stand_beside_the_sentence() -> None:
    """The findings of every statement of the claim, also of the one that is not shown."""
    found = run(ECHO, STAR, findings=(finding("e.s2", "s.s2"), finding("s.s3", id_="g1")))
    shown = {s.claim: s.findings for s in found.sentences}
    assert shown["c2"] == ("d1",)
    assert shown["c3"] == ("g1",)
    assert shown["c1"] == ()


def test_a_finding_lifts_its_claim() -> None:
    """What they disagree on belongs in a merged report before an idle detail."""
    plain = sentences(run(ECHO, STAR, sentences=4))
    lifted = sentences(run(ECHO, STAR, sentences=4, findings=(finding("s.s4", importance=1.0),)))
    assert "A new bridge would cost nine million crowns." in lifted
    assert plain != lifted or "A new bridge would cost nine million crowns." in plain


def test_the_lead_comes_first_and_the_rest_in_the_order_of_the_best_covered_article() -> None:
    """A summary reads like a report."""
    found = [s.claim for s in run(ECHO, STAR, sentences=3).sentences]
    assert found == ["c1", "c2", "c3"]


def test_a_figure_that_was_replaced_gives_way() -> None:
    """A toll of the morning is not what the merged report says in the evening; it stays among the findings."""
    early, late = (finding(s).values[0] for s in ("e.s2", "s.s2"))
    update = replace(finding("e.s2"), relation=Relation.UPDATE, values=(early, late))
    morning, evening = (datetime(2024, 5, 1, hour, tzinfo=UTC) for hour in (7, 19))
    echo, star = replace(ECHO, published_at=morning), replace(STAR, published_at=evening)

    def cited(*articles: Article, relation: Relation = Relation.UPDATE) -> str:
        found = run(*articles, findings=(replace(update, relation=relation),))
        return {s.claim: s.statement for s in found.sentences}["c2"]

    assert cited(echo, star) == "s.s2"
    assert cited(echo, star, relation=Relation.CONFLICT) == "e.s2"
    assert cited(replace(echo, published_at=evening), replace(star, published_at=morning)) == "e.s2"
    assert cited(ECHO, star) == "e.s2"


def test_sentences_that_lean_on_another_are_avoided() -> None:
    """ "But nobody was hurt" says nothing alone."""
    assert "But nobody on the bridge was badly hurt." not in sentences(run(ECHO, STAR, sentences=6))


def test_what_was_said_already_comes_after_what_was_not() -> None:
    """Two claims may say nearly the same; the second adds nothing."""
    again = replace(
        STAR,
        text="The bridge over the Orne fell into the river at dawn on Tuesday, police said. "
        + STAR.text.split(". ", 1)[1],
    )
    assert sum("fell" in s for s in sentences(run(ECHO, again, sentences=3))) == 1


@pytest.mark.parametrize("ranker", ["lexrank", "textrank", "lsa", "luhn", "sumbasic"])
def test_the_order_of_the_articles_changes_nothing(ranker: str) -> None:
    """Ties are broken by text, never by place."""
    copy = replace(ECHO, id="x", source="Xenon")
    told = {tuple(sentences(run(*order, ranker=ranker, sentences=5))) for order in permutations((ECHO, STAR, copy))}
    assert len(told) == 1


def test_of_two_copies_the_first_is_cited() -> None:
    """Credit goes to who had it, whichever article came first in the request."""
    copy = replace(ECHO, id="x", source="Aaa")
    read_articles = (read(copy), read(ECHO))
    claim = replace(claims_of((read(ECHO),))[0], statements=("x.s1", "e.s1"), representative="x.s1")
    origins = (Origin(id="o1", articles=("x", "e"), first="e", why="exact copy"),)
    assert summarize(read_articles, (claim,), (), origins, Options()).sentences[0].article == "e"


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Two drivers were rescued from the water.", True),
        ("Why were two drivers in the water?", False),
        ("“Why were two drivers in the water?”", False),
        ("Two drivers rescued there.", False),
        ("TWO DRIVERS WERE RESCUED FROM THE WATER", False),
        ("Reporting by Jo Dow in Harlen; Editing by Ann Lee", False),
        ("Additional reporting and writing by Jo Dow in Harlen", False),
        ("Reporting the accident by phone took the driver an hour.", True),
        ("Photo: Jo Dow stands by the bridge over the Orne", False),
        ("Photos of the bridge were shown to the court on Monday.", True),
        ("Jo Dow of the Echo contributed to this report from Harlen.", False),
        ("The city contributed two million crowns to the bridge.", True),
        ("Sign up here for our daily news from the valley.", False),
        ("© 2024 The Harlen Echo and its many owners of old.", False),
        ("This story has been updated with comments from the council.", False),
        ("This story was told by the driver to the court.", True),
        ("This site uses cookies to make your visit better.", False),
        ("The accused sold cookies to pay for the new bridge.", True),
        ("The bridge seen from above on Tuesday (Jo Dow/Getty Images)", False),
        ("Getty Images sued the owner of the bridge on Monday.", True),
        ("By Tuesday evening the road was open again.", True),
    ],
)
def test_what_can_stand_in_a_summary(text: str, *, stands: bool) -> None:
    """A sentence that tells something of the event."""
    article = read(Article(id="a", source="Echo", text=text))
    assert module._can_stand(article.statements[0]) is stands


def test_a_fragment_without_a_verb_cannot_stand() -> None:
    """A caption or a list item is no sentence."""
    (statement,) = read(Article(id="a", source="Echo", text="A view of the bridge over the river.")).statements
    assert not module._can_stand(replace(statement, tokens=()))


def test_no_claims_make_no_summary() -> None:
    """Nothing to say is an empty summary."""
    assert run(replace(ECHO, title="", text="Why?")).text == ""


def test_a_dateline_is_left_out_by_another_slice() -> None:
    """The sentence begins behind it and is still the article's own words; a later dash is no dateline."""
    dated = replace(STAR, id="d", text="ORNE, May 3 (AP) — " + STAR.text)
    (first, *_) = run(dated, sentences=1).sentences
    assert first.text == "The bridge over the river Orne fell at dawn on Tuesday."
    assert dated.quote(first.field, first.span) == first.text
    dashed = replace(STAR, id="d", text="The bridge — 90 years old — fell into the river Orne at dawn on Tuesday.")
    assert sentences(run(dashed, sentences=1)) == [dashed.text]


def test_what_adds_nothing_is_not_told() -> None:
    """However many sentences are asked for, none says again what the others said."""
    first, again = replace(STAR, id="d"), replace(STAR, id="t", source="Times")
    found = sentences(run(first, again, sentences=50))
    assert len(found) == len(set(found))


def test_what_several_say_comes_before_anything_is_told_again() -> None:
    """A second lead in other words of the same claim waits until the other claims of both are told."""
    again = replace(
        STAR,
        text="At dawn on Tuesday the bridge over the Orne collapsed into the river. " + STAR.text.split(". ", 1)[1],
    )
    found = run(ECHO, again, sentences=3)
    assert sorted(s.claim for s in found.sentences) == ["c1", "c2", "c3"]
