"""How far a case has come in two reports: one case a rule, and its nearest counter-example."""

from collections.abc import Callable

from summarizer.domain.findings import Finding
from summarizer.domain.text import Article
from summarizer.pipeline import merge

Compare = Callable[..., tuple[Finding, ...]]


def moved(findings: tuple[Finding, ...]) -> list[list[str]]:
    """The stages of each finding on a case."""
    return [sorted(v.value for v in f.values) for f in findings if f.about.startswith("the case")]


def test_sought_and_then_held_is_an_update(compare: Compare) -> None:
    """A state of the whole case, whoever is named later."""
    findings = compare(
        "No arrests have been made over the Oskel shooting.", "Police arrested Tom Reed over the shooting."
    )
    assert moved(findings) == [["held", "sought"]]


def test_the_one_held_is_named_in_what_it_is_about(compare: Compare) -> None:
    """The name as the articles write it."""
    findings = compare(
        "Police are looking for the gunman.", "Tom Reed was arrested on Friday. Reed was charged with murder."
    )
    assert [f.about for f in findings if f.relation.is_discrepancy] == ["the case against Reed"]


def test_held_and_charged_on_one_day_come_together(compare: Compare) -> None:
    """Who is arrested is charged as a rule; that is no news of its own."""
    held, charged = "Tom Reed was arrested in Oskel.", "Tom Reed was charged with murder in Oskel."
    assert not moved(compare(held, charged, hours=1))


def test_charged_on_a_later_day_is_news_of_an_arrest_without_charge(compare: Compare) -> None:
    """Where the report of the arrest speaks of charges, it is none."""
    held, charged = "Tom Reed was arrested in Oskel.", "Tom Reed was charged with murder in Oskel."
    assert moved(compare(held, charged)) == [["charged", "held"]]
    assert not moved(compare(f"{held} The charges were not made public.", charged))


def test_nobody_charged_yet_is_no_news_of_nobody_arrested(compare: Compare) -> None:
    """Both say that the case is open."""
    assert not moved(compare("No arrests have been made in Oskel.", "No charges have been filed in Oskel."))


def test_a_report_shows_the_furthest_stage_and_what_is_new_in_it(compare: Compare) -> None:
    """That he had been questioned on the way is not what moved on."""
    findings = compare(
        "Police are still looking for the gunman.",
        "Tom Reed was questioned and later arrested. Reed was convicted of murder. Reed was released on bond before.",
    )
    assert moved(findings) == [["held", "sought", "verdict"]]


def test_a_judge_and_whoever_was_killed_have_no_case(compare: Compare) -> None:
    """A case is of the one it is against."""
    findings = compare(
        "Police are still looking for the gunman who killed Ada Vance.",
        "Ada Vance, 17, was shot and killed on Monday. Vance had been charged with theft in May.",
    )
    assert not moved(findings)
    findings = compare(
        "Police are looking for the gunman.",
        "Judge Joel Marsh sentenced Tom Reed to nine years. A jury convicted Reed. Marsh said he had been cruel.",
    )
    assert [f.about for f in findings if f.relation.is_discrepancy] == ["the case against Reed"]


def test_a_generation_is_no_name(compare: Compare) -> None:
    """ "Jr." ends a name and tells nothing."""
    findings = compare("Police are looking for the gunman.", "Tom Reed Jr. was arrested. Reed Jr. was charged.")
    assert [f.about for f in findings if f.relation.is_discrepancy] == ["the case against Reed"]


def test_a_headline_that_he_is_sought_still_outdoes_what_lies_behind() -> None:
    """Somebody else had been arrested for something else."""
    behind = "Ivo Marsh, who saw it, was arrested over drugs last week. Marsh is in custody."
    told = ("Police are still looking for the gunman.", behind)
    for title, expected in (("Police searching for Oskel gunman", []), ("Two hurt in Oskel", [["held", "sought"]])):
        articles = [Article(source=f"Outlet {n}", title=title if n else "", text=text) for n, text in enumerate(told)]
        assert moved(merge(articles).findings()) == expected


def test_another_case_goes_on_in_the_next_sentence(compare: Compare) -> None:
    """Whoever comes next without a name is of that case."""
    findings = compare(
        "No charges have been filed over the death of the boy.",
        "It is the second such shooting in a week. A girl was charged with murder on Monday.",
    )
    assert not moved(findings)


def test_the_day_of_an_arraignment_and_the_arraignment_are_an_update(compare: Compare) -> None:
    """Either comes with a charge, but the one waits for the other."""
    findings = compare("Tom Reed is expected to be arraigned on Monday.", "Tom Reed was arraigned on Monday.")
    assert moved(findings) == [["arraigned", "arraignment awaited"]]


def test_uncharged_and_then_charged_is_an_update(compare: Compare) -> None:
    """Where the first report says itself that no charges were brought, the charge is news."""
    findings = compare("Tom Reed was arrested. No charges have been filed.", "Tom Reed was charged with murder.")
    assert moved(findings) == [["charged", "held", "uncharged"]]


def test_two_people_are_two_cases(compare: Compare) -> None:
    """One may be sentenced while another awaits trial."""
    assert not moved(compare("Ada Vance was arrested in Oskel.", "Tom Reed was sentenced to nine years in Oskel."))


def test_an_arrest_in_the_first_report_is_not_undone_by_an_old_one(compare: Compare) -> None:
    """A later report that tells of no arrests speaks of something else."""
    findings = compare("Tom Reed was arrested over the fire.", "No arrests have been made in the theft.", hours=72)
    assert not moved(findings)


def test_at_one_hour_what_is_open_still_comes_first(compare: Compare) -> None:
    """The words show the order where the dates do not."""
    findings = compare("Tom Reed is still being sought.", "Tom Reed was arrested in Oskel.", hours=0)
    assert moved(findings) == [["held", "sought"]]


def test_at_one_hour_two_stages_that_follow_are_nothing(compare: Compare) -> None:
    """Without an order an arrest and a conviction are two parts of one story."""
    findings = compare("Tom Reed was arrested in Oskel.", "Tom Reed was convicted of murder in Oskel.", hours=0)
    assert not moved(findings)


def test_a_lead_and_the_name_that_follows_are_one_person(compare: Compare) -> None:
    """ "A grandmother was arraigned": the next sentence names her."""
    findings = compare(
        "Ivy Marlow is expected to be arraigned on Monday.",
        "A grandmother was arraigned on Monday. Ivy Marlow, 58, faces two counts of neglect.",
    )
    assert moved(findings) == [["arraigned", "arraignment awaited"]]


def test_a_conviction_of_years_before_is_no_stage(compare: Compare) -> None:
    """What all lies before the first report is of another case."""
    findings = compare("Police are looking for Tom Reed.", "Tom Reed was convicted of theft in 2009.")
    assert not moved(findings)


def test_a_motive_becomes_known(compare: Compare) -> None:
    """An open motive and one that is told are an update."""
    findings = compare(
        "The motive for the attack was under investigation.", "The attack was motivated by a gang rivalry, police said."
    )
    assert ("update", "became_known") in [(f.relation.value, f.reason) for f in findings]


def test_two_vehicles_of_one_attack_are_a_conflict(compare: Compare) -> None:
    """A car is no truck; the wall that was hit is no vehicle."""
    findings = compare(
        "The bomber rammed a car into the consulate wall.", "The bomber rammed a truck into the consulate wall."
    )
    assert ("conflict", "other_answer") in [(f.relation.value, f.reason) for f in findings]
    walls = compare("The bomber rammed the gate.", "The bomber rammed the main wall.")
    assert not [f for f in walls if f.relation.is_discrepancy]


def test_a_negation_stays_with_its_verb(compare: Compare) -> None:
    """ "never recovered and died" says that she died."""
    findings = compare(
        "Ada Vance died on Thursday in Oskel.", "Ada Vance never recovered and died on Thursday in Oskel."
    )
    assert not [f for f in findings if f.kind == "polarity" and f.relation.is_discrepancy]


def test_what_failed_in_one_year_came_about_in_another(compare: Compare) -> None:
    """Years that differ make two questions."""
    findings = compare(
        "In 2012 the Oskel satellite did not enter its orbit.", "In 2013 the Oskel satellite entered its orbit."
    )
    assert not [f for f in findings if f.kind == "polarity" and f.relation.is_discrepancy]


def test_an_office_becomes_a_former_one(compare: Compare) -> None:
    """Who led and is called a former head left in between; the other way round tells nothing."""
    now, then = (
        "Ada Vance, the chief executive of Oskel Bank, apologised.",
        "Ada Vance, the former chief executive of Oskel Bank, testified.",
    )
    assert ("role", "update") in [(f.kind, f.relation.value) for f in compare(now, then)]
    assert ("role", "update") not in [(f.kind, f.relation.value) for f in compare(then, now)]
