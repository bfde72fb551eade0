"""What the values of reports of disasters are the values of: one sentence a wording, with the sentences that must not be taken for it."""

import pytest

from tests.language.measurand_cases import measurand_of

# Rows of one measurand in a row: two newsrooms' ways to answer one question.
TOLD = [
    ("A magnitude 6.4 earthquake shook the coast before dawn.", "magnitude 6.4", "quake magnitude"),
    ("The quake, which measured magnitude 6.2, was felt in the capital.", "magnitude 6.2", "quake magnitude"),
    ("It struck at a depth of 12 kilometres, the institute said.", "12 kilometres", "quake depth"),
    ("The tremor began 35 km below the surface.", "35 km", "quake depth"),
    ("Seismologists counted 49 aftershocks by nightfall.", "49", "aftershocks"),
    ("The epicentre lay 40 km north-west of Talca.", "40 km", "epicentre distance"),
    ("The quake's epicenter was about 25 miles from Talca.", "about 25 miles", "epicentre distance"),
    ("The ground shook for 40 seconds.", "40 seconds", "shaking length"),
    ("The earthquake struck at 3:12 a.m. on Tuesday.", "3:12 a.m. on Tuesday", "quake time"),
    ("The storm came ashore near the port at dawn on Monday.", "dawn on Monday", "landfall time"),
    ("The hurricane made landfall shortly after 6 p.m. on Sunday.", "shortly after 6 p.m. on Sunday", "landfall time"),
    ("It packed sustained winds of 195 kph.", "195 kph", "storm wind"),
    ("With 120 mph winds the cyclone flattened banana groves.", "120 mph", "storm wind"),
    ("Gusts of up to 150 km/h tore at the roofs.", "up to 150 km/h", "gusts"),
    ("The storm surge reached 3.4 metres in the harbour.", "3.4 metres", "surge height"),
    ("Some 312 millimetres of rain fell in 24 hours.", "312 millimetres", "rain"),
    ("A month's rain, 280mm, was dumped on the town.", "280mm", "rain"),
    ("The river crested at 14.2 metres.", "14.2 metres", "crest height"),
    ("The brown water rose to 13.9 metres before it fell.", "13.9 metres", "crest height"),
    ("The river peaked at 3 a.m. on Thursday.", "3 a.m. on Thursday", "crest time"),
    ("Houses stood under two metres of water.", "two metres", "flood depth"),
    ("In the market the water was waist-high, or 1.2 metres deep.", "1.2 metres", "flood depth"),
    ("The dyke burst at 2:40 a.m. on Friday.", "2:40 a.m. on Friday", "breach time"),
    ("It was 3:10 on Friday morning when the embankment gave way.", "3:10 on Friday morning", "breach time"),
    ("A 60-metre breach opened in the levee.", "60-metre", "breach width"),
    ("An 80-metre stretch of the dam was washed away.", "80-metre", "breach width"),
    ("The reservoir is 34 percent full.", "34 percent", "reservoir level"),
    ("The fire has burned 18,400 acres of pine.", "18,400 acres", "fire area"),
    ("The blaze now covers nearly 7,500 hectares.", "nearly 7,500 hectares", "fire area"),
    ("The wildfire was 5% contained on Thursday.", "5%", "containment"),
    ("Containment is up to 12 percent.", "12 percent", "containment"),
    ("Crews have a line around 40 percent of it.", "40 percent", "containment"),
    ("The blaze broke out on Tuesday afternoon.", "Tuesday afternoon", "fire start"),
    ("Sparks from a mower started the fire at 2pm on Monday.", "2pm on Monday", "fire start"),
    ("Some 640 firefighters were assigned to the blaze.", "640", "firefighters"),
    ("About 1,900 people were told to be ready to leave.", "About 1,900", "people on standby"),
    ("The number of residents on standby is 1,100.", "1,100", "people on standby"),
    ("About 3,200 residents have been ordered out.", "About 3,200", "people out of their homes"),
    ("The flames drove 2,900 people from their homes.", "2,900", "people out of their homes"),
    ("Some 52,000 people were persuaded to leave for higher ground.", "52,000", "people out of their homes"),
    ("Around 9,000 are sleeping in schools and churches.", "Around 9,000", "people in shelters"),
    ("The school gym took in 212 people last night.", "212", "people in shelters"),
    ("Twenty-two people were missing.", "Twenty-two", "missing"),
    ("Seventeen villagers have yet to be found.", "Seventeen", "missing"),
    ("He was trapped for 19 hours.", "19 hours", "time trapped"),
    ("She was pulled out alive after 21 hours under the rubble.", "21 hours", "time trapped"),
    ("A lifeboat plucked 31 people from the water.", "31", "rescued"),
    ("Fishing boats brought 29 passengers ashore.", "29", "rescued"),
    ("Divers have recovered 14 bodies.", "14", "bodies found"),
    ("Some 48,000 customers were without power.", "48,000", "without power"),
    ("Power was knocked out to 51,000 homes.", "51,000", "without power"),
    ("Electricity has been restored to 30,000 households.", "30,000", "power restored"),
    ("The wildfire destroyed 48 homes.", "48", "buildings destroyed"),
    ("In all 41 houses have been lost to the flames.", "41", "buildings destroyed"),
    ("Damage was put at $40 million.", "$40 million", "damage"),
    ("The flood did 55 million euros of damage.", "55 million euros", "damage"),
    ("The volcano sent ash 8 kilometres into the air.", "8 kilometres", "ash height"),
    ("A plume nine kilometres high rose above the crater.", "nine kilometres", "ash height"),
    ("The ministry has confirmed 214 cases of cholera.", "214", "confirmed cases"),
    ("They are the worst floods since 2008.", "2008", "worst since"),
    ("It is the country's deadliest earthquake since 1990.", "1990", "worst since"),
    ("Schools are to open again on Monday.", "Monday", "schools reopen"),
    ("There is no school until Thursday.", "Thursday", "schools reopen"),
    ("The last survivor was lifted out at 9:40 p.m.", "9:40 p.m.", "last one freed"),
    ("The president declared three days of mourning.", "three days", "mourning length"),
]
# The same words, another question: a part, another year, a forecast, another group.
OTHER = [
    ("An aftershock of magnitude 5.1 followed.", "magnitude 5.1", "quake magnitude"),
    ("A second quake struck at 4:50 a.m. on Tuesday.", "4:50 a.m. on Tuesday", "quake time"),
    ("Winds of 130 mph are expected on Friday.", "130 mph", "storm wind"),
    ("Up to 200 mm of rain is forecast for Sunday.", "Up to 200 mm", "rain"),
    ("The average rainfall of the month is 90 mm.", "90 mm", "rain"),
    ("A flood killed 12 people and 300 were evacuated.", "12", "people out of their homes"),
    ("Two people are dead and 40 were taken to hospital.", "Two", "taken to hospital"),
    ("The wildfire killed 3 people and forced 1,800 to flee.", "3", "people out of their homes"),
    ("One of the largest hospitals said on Tuesday that it was full.", "Tuesday", "worst since"),
    ("The river is expected to crest at 9 metres.", "9 metres", "crest height"),
    ("The wreck lies at a depth of 48 metres.", "48 metres", "quake depth"),
    ("Fires have burned 1.2 million acres statewide this year.", "1.2 million acres", "fire area"),
    ("Two firefighters were treated for burns.", "Two", "firefighters"),
    ("The shelter has room for 300 people.", "300", "people in shelters"),
    ("The flames threaten 700 homes.", "700", "buildings destroyed"),
    ("Some 212 houses were damaged.", "212", "buildings destroyed"),
    ("The old record of 41.2C was set in 1998.", "41.2C", "temperature record"),
    ("A court awarded him $3 million in damages.", "$3 million", "damage"),
    ("The girl had been missing for three days.", "three days", "missing"),
    ("Some 4,000 people have gone back to their homes.", "4,000", "people out of their homes"),
]


@pytest.mark.parametrize(("sentence", "display", "name"), TOLD)
def test_wordings_of_one_question_give_one_measurand(sentence: str, display: str, name: str) -> None:
    """Else two reports that word it differently would never be held against one another."""
    assert measurand_of(sentence, display) == name


@pytest.mark.parametrize(("sentence", "display", "name"), OTHER)
def test_a_value_of_another_question_is_not_taken_for_it(sentence: str, display: str, name: str) -> None:
    """Else a part, a forecast or another year's figure would contradict what happened."""
    assert measurand_of(sentence, display) != name
