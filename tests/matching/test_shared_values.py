"""Values that two reports give in other words, and values that only look alike."""

from tests.matching.conftest import Compare


def agreed(compare: Compare, *texts: str) -> set[str]:
    return {
        " | ".join(sorted(e.quote for v in f.values for e in v.evidence))
        for f in compare(*texts)
        if not f.relation.is_discrepancy
    }


def holds(found: set[str], *words: str) -> bool:
    return any(all(w in quotes for w in words) for quotes in found)


def test_one_figure_in_other_words_is_an_agreement(compare: Compare) -> None:
    first = "The drivers' union had asked for 18%. Its members waited in the rain."
    second = "Weeks of talks began with staff demanding 18 per cent. The firm refused."
    assert holds(agreed(compare, first, second), "18%", "18 per cent")


# What comes first is compared more generously, and so is the only value of its sort.
OPENING = (
    "The fair at Vale opened early. It closed late. Visitors liked it. It had 17 stalls, 29 rides and five tents. "
)


def test_a_small_count_of_another_thing_is_none(compare: Compare) -> None:
    first = OPENING + "The mayor opened two bridges. Rain fell all day."
    second = OPENING + "A choir of schoolchildren sang two hymns. Nobody was hurt."
    assert not holds(agreed(compare, first, second), "two bridges", "two hymns")


def test_one_day_of_one_thing_in_two_verbs_is_an_agreement(compare: Compare) -> None:
    first = "The winger passed a medical on Thursday. He will wear red."
    second = "Doctors at the club saw the winger on Thursday. He smiled."
    assert holds(agreed(compare, first, second), "passed a medical on Thursday", "saw the winger on Thursday")


def test_one_day_of_two_things_is_none(compare: Compare) -> None:
    first = "The winger passed a medical on Thursday. He will wear red."
    second = "Snow closed every airport on Thursday. Trains ran late."
    assert not holds(agreed(compare, first, second), "passed a medical", "closed the airport")


def test_a_day_with_two_hours_does_not_agree_on_both(compare: Compare) -> None:
    first = "The ferry struck the harbour wall at 9:30 a.m. on Tuesday. Two were hurt."
    second = "The ferry was hit by the harbour wall at 9:50 p.m. on Tuesday. Two were hurt."
    assert not holds(agreed(compare, first, second), "9:30", "9:50")


def test_a_part_is_not_the_whole(compare: Compare) -> None:
    first = OPENING + "Forty-four of them signed the letter. The owner tore it up."
    second = OPENING + "The works employs 44 people. The owner lives abroad."
    assert not holds(agreed(compare, first, second), "Forty-four", "44 people")
