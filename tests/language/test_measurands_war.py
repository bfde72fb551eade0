"""Which measurand a value of armies, truces, prisoners, curfews, shells and refugees has: other wordings of one question, and values of other things beside them."""

import pytest

from tests.language.measurand_cases import measurand_of

SAME = {
    "reinforcements": ["An additional [500] troops were on the way.", "The army is sending [600] more soldiers."],
    "troops expected": [
        "The force is to grow to [10,000].",
        "Up to [12,000] troops will be there by December.",
        "[10,000] soldiers will have arrived by May.",
    ],
    "troops sent": [
        "Kenya sent [1,200] soldiers.",
        "A [1,500]-strong force landed on Monday.",
        "A contingent of [1,400] reached the town.",
    ],
    "troops withdrawn": ["The army withdrew [3,000] soldiers.", "A pullout of [4,000] troops was agreed."],
    "fighters who disarm": ["Some [800] fighters are to lay down their arms.", "About [900] rebels have disarmed."],
    "recruits trained": ["The brigade is training [2,000] men.", "[2,400] recruits are being drilled there."],
    "length of training": ["They go through [six weeks] of training.", "The recruits complete an [eight-week] course."],
    "people in the camp": ["The camp holds [14,000] people.", "The camp, built for fewer, is home to [16,000]."],
    "peacekeepers or monitors": [
        "[120] observers will watch the line.",
        "A [150]-strong monitoring mission is to be sent.",
        "The mission of [140] monitors starts soon.",
    ],
    "start of the truce": [
        "The truce took effect at [6 a.m.]",
        "Guns fell silent at [noon].",
        "The ceasefire starts on [Friday].",
    ],
    "length of the truce": [
        "The [30-day] truce began on Friday.",
        "Both sides agreed a ceasefire for [two weeks].",
        "A [72-hour] pause in the fighting was agreed.",
    ],
    "how long the truce held": ["The truce lasted [19 days].", "The ceasefire collapsed within [three weeks]."],
    "truce violations": ["Monitors recorded [12] violations of the truce.", "The ceasefire was violated [14] times."],
    "signing of the truce or treaty": ["The accord was signed on [Tuesday].", "The ceasefire was agreed on [Monday]."],
    "buffer zone": [
        "A [10km] buffer zone will be set up.",
        "Both armies will pull back [15 kilometres] from the line.",
        "A strip [12 km] wide is to be cleared.",
    ],
    "hostages freed": ["The rebels freed [17] hostages.", "[18] captives were released on Tuesday."],
    "hostages still held": ["[Four] are still held.", "The rebels still hold [five]."],
    "people taken hostage": ["Gunmen kidnapped [22] workers.", "[24] people were abducted in March."],
    "length of captivity": [
        "They came home after [105 days] in captivity.",
        "He had been held hostage for [109 days].",
        "His [107-day] ordeal is over.",
    ],
    "day of capture": ["They were kidnapped on [April 2].", "They had been hostages since [April 4]."],
    "ransom paid": ["A ransom of [$2 million] was paid.", "The company paid [$3 million] for their release."],
    "prisoners exchanged": ["Sotkha will free [84] prisoners.", "[90] prisoners were handed over."],
    "day of the exchange": ["The prisoner swap will take place on [Saturday].", "The exchange is due on [Sunday]."],
    "start of the curfew": ["A curfew from [9pm] was imposed.", "The curfew begins at [10pm]."],
    "end of the curfew": ["A curfew is in force until [5am].", "The curfew ends at [6am]."],
    "length of the curfew": ["A [12-hour] curfew was imposed.", "The curfew is for [10 hours]."],
    "missiles and drones fired": ["Russia launched [120] drones.", "A barrage of [112] drones hit the city."],
    "missiles and drones stopped": ["Air defences shot down [90] drones.", "[84] drones were intercepted."],
    "time of the attack": ["The shelling began at [4.30am].", "Sirens sounded at [5 a.m.]"],
    "length of the fight": ["The [four-hour] gun battle left the school in ruins.", "Shelling lasted [five hours]."],
    "length of the war": ["It could end an [11-year] war.", "After [12 years] of conflict, people want peace."],
    "deaths in the whole war": [
        "The war has killed [4,300] people.",
        "Some [4,100] lives have been lost since the conflict began.",
    ],
    "villages taken": ["Rebels captured [six] villages.", "[Five] villages have fallen."],
    "share of territory": [
        "The rebels control [40%] of the country.",
        "[45%] of the territory is under rebel control.",
    ],
    "people out of their homes": [
        "The war has displaced [200,000] people.",
        "The fighting has driven [180,000] people from their homes.",
    ],
    "refugees": ["[30,000] refugees are in the neighbouring state.", "Some [35,000] people have crossed the border."],
    "range flown by the missile": [
        "The missile flew [800 km].",
        "The missile travelled [790 kilometres] before it fell.",
    ],
    "withdrawal deadline": ["Troops must withdraw within [48 hours].", "They have [72 hours] to pull out."],
}
OTHERS = [
    ("troops sent", "Kenya said [12] soldiers were killed."),
    ("troops sent", "The army withdrew [3,000] soldiers who had been deployed."),
    ("troops sent", "The government plans to deploy [10,000] troops."),
    ("start of the truce", "The truce ends at [6 a.m.]"),
    ("start of the truce", "The accord was signed on [Friday]."),
    ("length of the truce", "An earlier truce lasted [19 days]."),
    ("length of captivity", "He was sentenced and held for [9 years] in prison."),
    ("hostages freed", "[Four] hostages are still held."),
    ("people taken hostage", "[Four] hostages were freed."),
    ("prisoners exchanged", "[Four] prisoners died."),
    ("start of the curfew", "The shop opened at [9pm]."),
    ("missiles and drones fired", "Air defences shot down [90] of the drones launched."),
    ("missiles and drones fired", "It has launched [900] drones this year."),
    ("deaths in the whole war", "Fighting on Monday killed [nine] people."),
    ("length of the war", "He went to prison for [11 years] over the conflict."),
    ("refugees", "The state will take in [2,000] refugees."),
    ("recruits trained", "They get [40] hours of training."),
    ("length of the fight", "The court heard of a legal battle that lasted [five years]."),
    ("buffer zone", "The town lies [10km] away."),
    ("people in the camp", "[200] men in the camp were trained."),
    ("range flown by the missile", "It reached an altitude of [800 km]."),
    ("day of capture", "They were freed on [April 2]."),
    ("length of captivity", "The festival was held for [three days]."),
    ("day of capture", "The suspect has been held since [Friday]."),
    ("length of the war", "The [12-year] campaign for justice is over."),
    ("camps", "[Two] people died in floods near the camps."),
    ("peacekeepers or monitors", "[Five] inspectors check rented homes."),
    ("height of the missile", "The plane lost [880 feet] of altitude."),
    ("bodies returned", "Police found the bodies of [two] children."),
    ("reopening of the crossing", "The road opened at [6am]."),
    ("mines cleared", "[Three] coal mines closed."),
    ("time of the attack", "The quake struck at [4am]."),
    ("length of the fight", "The [five-hour] standoff with the gunman ended."),
    ("prisoners in the exchange", "A stock exchange lost [40] firms."),
    ("troops sent", "[Twelve] soldiers were injured in the blast."),
    ("share of territory", "He held a [30 percent] share in the hotel."),
    ("deaths in the whole war", "[Nine] people have died in the war on drugs today."),
]


@pytest.mark.parametrize(("name", "marked"), [(name, marked) for name, wordings in SAME.items() for marked in wordings])
def test_other_wordings_are_of_one_measurand(name: str, marked: str) -> None:
    """However news words the answer, it answers one question."""
    assert measurand_of(marked) == name


@pytest.mark.parametrize(("name", "marked"), OTHERS)
def test_a_value_of_another_thing_is_not_taken(name: str, marked: str) -> None:
    """A part, another year, another group or another event in like words."""
    assert measurand_of(marked) != name
