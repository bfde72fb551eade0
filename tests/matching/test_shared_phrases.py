"""What two reports tell in the same words, and what is only found in both."""

from tests.matching.conftest import Compare


def phrases(compare: Compare, *texts: str) -> list[str]:
    return sorted(f.about for f in compare(*texts) if f.reason == "same_phrase")


def test_three_words_in_a_row_are_an_agreement(compare: Compare) -> None:
    first = "Vera Stahl was convicted of conspiracy to obstruct justice. The hall fell silent."
    second = "The jury found Stahl guilty: her conspiracy to obstruct justice had gone on for years."
    assert any(p.endswith("conspiracy to obstruct justice") for p in phrases(compare, first, second))


def test_words_in_another_order_are_none(compare: Compare) -> None:
    first = "Vera Stahl was convicted of conspiracy to obstruct justice. The hall fell silent."
    second = "Justice, said the judge, cannot be served where people obstruct it. A conspiracy, he called it."
    assert phrases(compare, first, second) == []


def test_two_words_that_belong_together_are_one(compare: Compare) -> None:
    first = "The barn is a total loss. Firefighters left at noon."
    second = "Owner Piet Maas spoke of a total loss on Monday. He was not insured."
    assert phrases(compare, first, second) == ["total loss"]


def test_two_words_met_apart_are_none(compare: Compare) -> None:
    first = "The old mill burned. An old barn and an old shed were saved. The mill stood empty."
    second = "Flames took the old mill. The mill was built by an old family. A new mill is planned."
    assert "old mill" not in phrases(compare, first, second)


def test_what_one_denies_is_none(compare: Compare) -> None:
    first = "The barn is a total loss. Firefighters left at noon."
    second = "The barn is not a total loss. Its owner was relieved."
    assert phrases(compare, first, second) == []


def test_a_phrase_with_a_contested_value_is_none(compare: Compare) -> None:
    first = "The storm killed 12 people in the northern hill villages on Monday."
    second = "The storm killed 21 people in the northern hill villages on Monday."
    found = compare(first, second, hours=0)
    contested = {e.quote for f in found if f.relation.is_discrepancy for v in f.values for e in v.evidence}
    assert contested
    assert not any(
        e.quote in quote
        for quote in contested
        for f in found
        if f.reason == "same_phrase"
        for v in f.values
        for e in v.evidence
    )


def test_quotes_are_slices_and_one_an_article(compare: Compare) -> None:
    first = "He was convicted of conspiracy to obstruct justice. Conspiracy to obstruct justice is rare."
    second = "Conspiracy to obstruct justice, ruled the court. It took an hour."
    (found,) = (f for f in compare(first, second) if f.reason == "same_phrase")
    evidence = [e for v in found.values for e in v.evidence]
    assert sorted(e.article for e in evidence) == ["a1", "a2"]
    texts = {"a1": first, "a2": second}
    assert all(texts[e.article][e.span.start : e.span.end] == e.quote for e in evidence)


def test_the_same_words_in_another_order_and_with_others_between_are_an_agreement(compare: Compare) -> None:
    first = "He was seen beating a guard and stealing her pistol. The hall fell silent."
    second = "A pistol was stolen from the beaten guard. Nobody was told."
    assert phrases(compare, first, second)


def test_a_name_that_goes_on_in_two_ways_is_left_out(compare: Compare) -> None:
    first = "Flames destroyed the old Hadley Grange Dairy on the hill. The hall fell silent."
    second = "Flames destroyed the old Hadley Grange Brewery on the hill. Nobody was told."
    assert not any("Grange" in p for p in phrases(compare, first, second))


def test_two_quotations_are_compared_as_such(compare: Compare) -> None:
    first = '"I never knew a changing room so quiet," said Lena Moor. The hall fell silent.'
    second = '"I never saw a changing room as quiet as that," said Lena Moor. Nobody was told.'
    assert phrases(compare, first, second) == []


def test_what_stands_beside_values_that_differ_is_none(compare: Compare) -> None:
    first = "The council meets in the lower hall on 3 December. It will be cold."
    second = "The council meets in the lower hall on 10 December. Nobody was told."
    assert phrases(compare, first, second) == []


def test_what_only_one_denies_is_none(compare: Compare) -> None:
    first = "Moor claimed that the treasurer approved the secret plan. The hall fell silent."
    second = "Moor insisted the treasurer had no part in approving the secret plan. Nobody was told."
    assert not any("treasurer" in p for p in phrases(compare, first, second))


def test_a_third_report_with_another_day_beside_it_does_not_join(compare: Compare) -> None:
    first = "The actress suffered a mild stroke on 2 May. The hall fell silent."
    second = "The actress suffered a mild stroke, said her agent. Nobody was told."
    third = "The actress suffered a mild stroke on 9 May. It rained."
    found = [f for f in compare(first, second, third, hours=0) if f.reason == "same_phrase"]
    assert not any({"a1", "a3"} <= {e.article for v in f.values for e in v.evidence} for f in found)
