"""Which measurand a value of talks, treaties, sanctions and aid has: other wordings of one question, and values of other things beside them."""

import pytest

from tests.language.measurand_cases import measurand_of

SAME = {
    "length of the talks": [
        "The ministers met for [nine hours].",
        "After [10 hours] of talks they had a deal.",
        "The talks lasted [11 hours].",
    ],
    "length of the phone call": ["They spoke by telephone for [40 minutes].", "The two had a [45-minute] phone call."],
    "next round of talks": [
        "They will meet again on [June 3].",
        "Talks resume on [June 5].",
        "The next round of talks is on [June 4].",
    ],
    "date of the talks": ["The talks were held on [Monday].", "The summit is scheduled for [May 12]."],
    "end of the talks": ["The talks ended at [3 a.m.]", "They emerged at [4am]."],
    "round of the talks": ["It was the [third] round of talks.", "They sat down for a [fourth] round of negotiations."],
    "time since the last such meeting": [
        "It was the first meeting in [seven years].",
        "It was the first visit by a leader for [six years].",
    ],
    "length of the visit": ["She is on a [three-day] visit.", "His trip will last [four days]."],
    "deadline": ["The deadline expires at [6pm].", "They have until [Friday] to respond."],
    "distance of deadline": ["They were given [48 hours] to respond.", "He set a [72-hour] ultimatum."],
    "delegates": ["A [12]-member delegation arrived.", "He led a delegation of [14]."],
    "states that signed": ["The accord was signed by [14] countries.", "[12] countries have signed the accord."],
    "states at the meeting": ["Leaders of [ten] countries attended.", "[11] leaders were at the table."],
    "members of the bloc": ["The [14]-nation bloc met in Vienna.", "The commission of [13] states agreed."],
    "people and firms under sanctions": [
        "The new sanctions target [24] officials.",
        "[22] officials were added to the blacklist.",
    ],
    "package of sanctions": ["It is the [ninth] package of sanctions.", "They agreed a [tenth] sanctions package."],
    "diplomats expelled": ["Norland expelled [eight] diplomats.", "[Nine] diplomats were ordered to leave."],
    "time given to expelled diplomats": [
        "They have [72 hours] to leave.",
        "The envoys must leave the country within [48 hours].",
    ],
    "tariff": ["It put a [25%] tariff on steel.", "Tariffs of [20%] will apply."],
    "length of the treaty": ["The [20-year] treaty was hailed.", "The pact will run for [15 years]."],
    "reduction agreed": ["They will cut discharges by [30%].", "They agreed on a [40%] cut in nitrogen."],
    "border officers": ["[240] officers will patrol the border.", "They will send [220] border guards."],
    "total of the pledges": ["Donors pledged [$1.2 billion].", "The conference raised [$1.4 billion]."],
    "loan": ["It will get a loan of [$3 billion].", "The [$2.5 billion] bailout was approved."],
    "aid": ["The state will get [$200 million] in aid.", "It offered aid worth [$180 million]."],
    "fund": ["They agreed on a [500 million euro] fund.", "The fund of [€400m] will start in May."],
    "weight of the aid": ["The ship carried [500 tonnes] of aid.", "A shipment of [450 tonnes] arrived."],
    "trucks of aid": ["[40] aid trucks crossed.", "[36] lorries of food were let in."],
    "trade between the two": ["Trade between the two was worth [$4 billion].", "Bilateral trade reached [$5 billion]."],
    "refugees to be taken in": ["The state will take in [2,000] refugees.", "It agreed to resettle [2,500] refugees."],
    "length of the sanctions": [
        "Sanctions were extended for [six months].",
        "The ministers agreed on a [one-year] extension of the sanctions.",
    ],
}
OTHERS = [
    ("tariff", "Tariffs rise to 25% from [10%]."),
    ("length of the talks", "He served [nine hours] of community work."),
    ("date of the talks", "They meet again on [June 3]."),
    ("next round of talks", "They last met again on [June 3]."),
    ("states at the meeting", "[12] countries voted against."),
    ("aid", "The aid needed is put at [$200 million]."),
    ("total of the pledges", "An appeal for [$1.2 billion] was made."),
    ("fund", "The hedge fund lost [$40 million]."),
    ("loan", "He bought a house for [$3 million]."),
    ("diplomats expelled", "[Eight] diplomats attended."),
    ("time given to expelled diplomats", "They have [72 hours] to respond."),
    ("trucks of aid", "Normally [500] trucks a day cross."),
    ("reduction agreed", "Discharges have already been cut by [12%]."),
    ("members of the bloc", "[Two] members spoke."),
    ("deadline", "The polls are open until [Friday]."),
    ("length of the treaty", "The player signed a [five-year] pact with the club."),
    ("delegates", "A [12]-member jury was sworn in."),
    ("people and firms under sanctions", "Sanctions cost [24] billion."),
    ("refugees to be taken in", "[2,000] refugees crossed the border."),
    ("border officers", "[240] officers searched the house."),
    ("round of the talks", "He won in the [third] minute."),
    ("length of the visit", "She has lived there for [three days]."),
    ("trade between the two", "He made [$4 billion] from his trade."),
    ("length of the talks", "About [two hours] after the encounter the plane landed."),
    ("length of the talks", "She spoke for [20 minutes]."),
    ("date of the talks", "The [2018] summit failed."),
    ("next round of talks", "The bank's board meets again on [June 3]."),
    ("time given to expelled diplomats", "The train will leave in [10 minutes]."),
    ("round of the talks", "He was picked in the [first] round of the draft."),
    ("delegates", "There were [4,212] participants in the trial."),
    ("loan", "She took out a home loan of [$300,000]."),
    ("total of the pledges", "He asked for [$2.70]."),
    ("deadline", "The transfer deadline is on [Friday]."),
    ("trucks of aid", "The ferry carried [16] trucks."),
    ("length of the treaty", "It is to last [five days], according to the ministry."),
    ("length of the visit", "He planned a [four-day] ski tour."),
    ("states that signed", "She is backed by [two] opposition parties."),
    ("aid", "The company offered [$275 million]."),
    ("members of the bloc", "The [5,400] members of the union will vote."),
    ("date of the visit", "He made a famous speech in [1987]."),
    ("people and firms under sanctions", "[26] people were killed, and gun control measures were rejected."),
]


@pytest.mark.parametrize(("name", "marked"), [(name, marked) for name, wordings in SAME.items() for marked in wordings])
def test_other_wordings_are_of_one_measurand(name: str, marked: str) -> None:
    """However news words the answer, it answers one question."""
    assert measurand_of(marked) == name


@pytest.mark.parametrize(("name", "marked"), OTHERS)
def test_a_value_of_another_thing_is_not_taken(name: str, marked: str) -> None:
    """A part, another year, another group or another event in like words."""
    assert measurand_of(marked) != name
