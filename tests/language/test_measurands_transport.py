"""What the values of reports of journeys and machines are the values of: one sentence a wording, with those that must not be taken for it."""

import pytest

from tests.language.measurand_cases import measurand_of

# Rows of one measurand in a row: two newsrooms' ways to answer one question.
TOLD = [
    ("The jet carried 263 passengers and 14 crew.", "263", "passengers"),
    ("The jet carried 263 passengers and 14 crew.", "14", "crew"),
    ("A crew of 12 was at work in the galley.", "12", "crew"),
    ("There were 277 people on board, among them a choir.", "277", "people on board"),
    ("The plane had 281 people aboard.", "281", "people on board"),
    ("The ferry was licensed to carry 90 people.", "90", "capacity"),
    ("She had a capacity of 110.", "110", "capacity"),
    ("The 29-year-old aircraft had been checked in March.", "29-year-old", "vehicle age"),
    ("The ferry was 31 years old.", "31 years old", "vehicle age"),
    ("The ferry was built in 1987 in Norway.", "1987", "vehicle built"),
    ("The vessel, completed in 1984, carried trucks.", "1984", "vehicle built"),
    ("The captain had logged 9,400 flying hours.", "9,400", "flying hours"),
    ("She was a pilot with 6,300 hours in her logbook.", "6,300 hours", "pilot hours"),
    ("He had 8,100 hours of flight experience.", "8,100 hours", "pilot hours"),
    ("Five carriages left the rails.", "Five", "cars derailed"),
    ("The crash derailed four coaches.", "four", "cars derailed"),
    ("The express left Cluj at 6:40 a.m. on Friday.", "6:40 a.m. on Friday", "departure"),
    ("The plane took off at 7:05 a.m. on Friday.", "7:05 a.m. on Friday", "departure"),
    ("The crash happened at 9:15 a.m. on Friday.", "9:15 a.m. on Friday", "accident time"),
    ("The bus plunged into the gorge at dawn on Friday.", "dawn on Friday", "accident time"),
    ("The ferry capsized at about 11 p.m. on Monday.", "about 11 p.m. on Monday", "sinking time"),
    ("The boat went under shortly after 10 p.m. on Monday.", "shortly after 10 p.m. on Monday", "sinking time"),
    ("She keeled over at 11.40pm on Saturday with the whole crew in bed.", "11.40pm on Saturday", "sinking time"),
    ("Controllers lost contact with the jet at 4:31 p.m. on Monday.", "4:31 p.m. on Monday", "contact lost"),
    ("It vanished from radar at 4:29 p.m. on Monday.", "4:29 p.m. on Monday", "contact lost"),
    ("The train was travelling at 142 km/h when it derailed.", "142 km/h", "speed"),
    ("The express hurtled into the bend at 90 mph.", "90 mph", "speed"),
    ("The limit on the curve is 60 km/h.", "60 km/h", "speed limit"),
    ("Trains are restricted to 50 kph there.", "50 kph", "speed limit"),
    ("The plane was cruising at 37,000 feet.", "37,000 feet", "cruise height"),
    ("The jet dropped about 900 feet within seconds.", "about 900 feet", "height lost"),
    ("The coach plunged 80 metres into a ravine.", "80 metres", "height lost"),
    ("The wreck lies in 48 metres of water.", "48 metres", "wreck depth"),
    ("Sonar shows that it rests at a depth of 84 m.", "84 m", "wreck depth"),
    ("The ferry sank three miles off the coast.", "three miles", "distance from the coast"),
    ("It went down 11 km from the shore.", "11 km", "distance from the coast"),
    ("The car was dragged for 60 metres.", "60 metres", "skid"),
    ("The line will reopen on Sunday.", "Sunday", "reopening"),
    ("Train services resumed on Saturday evening.", "Saturday evening", "reopening"),
    ("The trams are back on Monday.", "Monday", "reopening"),
    ("The metro carries 410,000 riders on a weekday.", "410,000", "daily users"),
    ("The airline cancelled 140 flights.", "140", "flights cancelled"),
    ("In all 155 flights were scrapped.", "155", "flights cancelled"),
    ("Passengers faced delays of up to three hours.", "up to three hours", "delay"),
    ("The rocket lifted off at 10:04 p.m.", "10:04 p.m.", "liftoff"),
    ("Liftoff came at 10:06 p.m.", "10:06 p.m.", "liftoff"),
    ("The satellite weighs 1,150 kilograms.", "1,150 kilograms", "spacecraft mass"),
    ("The 1.2-tonne satellite will watch the seas.", "1.2-tonne", "spacecraft mass"),
    ("It will circle the Earth at an altitude of 720 km.", "720 km", "orbit height"),
    ("The probe is designed to work for seven years.", "seven years", "mission length"),
    ("The mission is to last five years.", "five years", "mission length"),
    ("A preliminary report is due within 30 days.", "30 days", "report due"),
    ("The spacewalk lasted seven hours.", "seven hours", "spacewalk length"),
]
# The same words, another question: a part, another occasion, a comparison, somebody else.
OTHER = [
    ("Twelve passengers were killed.", "Twelve", "passengers"),
    ("Nine of the crew were hurt.", "Nine", "crew"),
    ("A rescue crew of six searched the bay.", "six", "crew"),
    ("The airport serves 12 million passengers a year.", "12 million", "passengers"),
    ("The driver, 29, was unhurt.", "29", "vehicle age"),
    ("A 29-year-old ferry passenger was rescued.", "29-year-old", "vehicle age"),
    ("A similar crash happened on March 3.", "March 3", "accident time"),
    ("A rescue helicopter took off at 8 a.m. on Friday.", "8 a.m. on Friday", "accident time"),
    ("The train was travelling at 142 km/h when it derailed.", "142 km/h", "speed limit"),
    ("The limit on the curve is 60 km/h.", "60 km/h", "speed"),
    ("Winds of 60 km/h hampered divers.", "60 km/h", "speed"),
    ("The quake struck at a depth of 10 km.", "10 km", "wreck depth"),
    ("Airline shares fell 9 percent.", "9 percent", "height lost"),
    ("The next launch is set for June 3.", "June 3", "liftoff"),
    ("The launch was postponed to June 3.", "June 3", "liftoff"),
    ("He was jailed after delaying the trial for three years.", "three years", "delay"),
]


@pytest.mark.parametrize(("sentence", "display", "name"), TOLD)
def test_wordings_of_one_question_give_one_measurand(sentence: str, display: str, name: str) -> None:
    """Else two reports that word it differently would never be held against one another."""
    assert measurand_of(sentence, display) == name


@pytest.mark.parametrize(("sentence", "display", "name"), OTHER)
def test_a_value_of_another_question_is_not_taken_for_it(sentence: str, display: str, name: str) -> None:
    """Else a part, another occasion or a comparison would contradict what happened."""
    assert measurand_of(sentence, display) != name
