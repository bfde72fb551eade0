"""Who did it to whom, told the other way round: one case a rule, and its nearest counter-example."""

import pytest

from tests.matching.conftest import Compare


def swapped(findings):
    """What each finding on swapped roles shows."""
    return [sorted(v.display for v in f.values) for f in findings if f.reason == "roles_swapped"]


def test_parties_swapped_is_a_conflict(compare: Compare) -> None:
    """The same words, the other sense."""
    found = swapped(compare("Orvia struck Quenby with missiles.", "Quenby struck Orvia with missiles."))
    assert found == [["Orvia struck Quenby", "Quenby struck Orvia"]]


def test_the_same_roles_are_none(compare: Compare) -> None:
    """Active and passive tell one thing."""
    assert not swapped(compare("Orvia struck Quenby with missiles.", "Quenby was struck by Orvia with missiles."))


def test_a_passive_has_its_agent_behind_by(compare: Compare) -> None:
    """Only who is struck stands first."""
    assert swapped(compare("Orvia struck Quenby with missiles.", "Orvia was struck by Quenby with missiles."))


def test_nothing_but_the_deed_is_enough(compare: Compare) -> None:
    """A short report has no more words."""
    assert swapped(compare("Norvik sued Haldane.", "Haldane sued Norvik."))


def test_two_matters_are_two_deeds(compare: Compare) -> None:
    """Nothing else in common: each may have sued the other."""
    assert not swapped(compare("Norvik sued Haldane over patents.", "Haldane sued Norvik for unpaid rent."))


@pytest.mark.parametrize("verb", ["met", "fought", "praised", "played", "criticised"])
def test_what_both_can_do_is_none(compare: Compare, verb: str) -> None:
    """Who meets somebody is met."""
    assert not swapped(compare(f"Norvik {verb} Haldane in Quenby.", f"Haldane {verb} Norvik in Quenby."))


def test_a_report_of_both_directions_tells_of_two_deeds(compare: Compare) -> None:
    """Retaliation."""
    other = "Quenby struck Orvia with missiles. Orvia struck Quenby with missiles."
    assert not swapped(compare("Orvia struck Quenby with missiles.", other))


def test_an_answer_in_kind_is_a_second_deed(compare: Compare) -> None:
    """ "In retaliation" says that there was a first."""
    other = "Quenby struck Orvia with missiles in retaliation."
    assert not swapped(compare("Orvia struck Quenby with missiles.", other))


def test_deeds_of_two_days_are_two(compare: Compare) -> None:
    """A cup match and the league match before it."""
    first = "Norvik beat Haldane at the Velden arena on 3 March 2025."
    assert swapped(compare(first, "Haldane beat Norvik at the Velden arena on 3 March 2025."))
    assert not swapped(compare(first, "Haldane beat Norvik at the Velden arena on 9 January 2025."))


def test_what_would_be_is_no_deed(compare: Compare) -> None:
    """A threat and a condition."""
    assert not swapped(compare("Orvia struck Quenby with missiles.", "Quenby would strike Orvia with missiles."))


def test_what_belongs_to_a_party_is_not_the_party(compare: Compare) -> None:
    """A lawyer of Haldane is not Haldane."""
    assert not swapped(compare("Norvik sued Haldane over patents.", "Haldane's lawyer sued Norvik over patents."))


def test_a_deed_that_is_a_noun(compare: Compare) -> None:
    """ "Orvia's attack on Quenby" is Orvia's."""
    first = "Orvia attacked Quenby with missiles."
    assert swapped(compare(first, "Quenby's attack on Orvia with missiles left a town in ruins."))
    assert not swapped(compare(first, "Orvia's attack on Quenby with missiles left a town in ruins."))


def test_who_lost_to_whom(compare: Compare) -> None:
    """Who loses to somebody is beaten."""
    first = "Norvik beat Haldane in the cup final."
    assert swapped(compare(first, "Norvik lost to Haldane in the cup final."))
    assert not swapped(compare(first, "Haldane lost to Norvik in the cup final."))


def test_a_name_that_opens_a_sentence(compare: Compare) -> None:
    """Where the tagger may take it for a noun."""
    assert swapped(compare("Oda killed Brandt, police said.", "Brandt killed Oda, police said."))
    assert not swapped(compare("Oda killed Brandt, police said.", "Brandt's brother killed Oda, police said."))
