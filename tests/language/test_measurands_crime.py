"""What the police report: a sentence and a value of it in, the measurand of the value out; "" for values of something else."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
ROWS = (
    ("shots fired", "The gunman fired at least 50 rounds.", "50"),
    ("shots fired", "Six shots were fired from the car.", "Six"),
    ("shots heard", "Neighbours heard five shots.", "five"),
    ("warning shots", "Officers fired two warning shots.", "two"),
    ("times hit", "He was shot four times in the chest.", "four"),
    ("times hit", "She was hit by three bullets.", "three"),
    ("times hit", "Doctors treated seven gunshot wounds.", "seven"),
    ("stab wounds", "The boy was stabbed 12 times.", "12"),
    ("stab wounds", "He had nine stab wounds.", "nine"),
    ("casings", "Detectives collected 23 shell casings.", "23"),
    ("robbers", "Four masked robbers smashed the windows.", "Four"),
    ("robbers", "A five-man gang ransacked the shop.", "five"),
    ("", "Police arrested three robbers at the border.", "three"),
    ("gunmen", "Two gunmen opened fire on the bus.", "Two"),
    ("cash taken", "The raiders got away with £40,000 in cash.", "£40,000"),
    ("loot", "The thieves fled with jewels worth 88 million euros.", "88 million euros"),
    ("loot", "It was a £3m heist.", "£3m"),
    ("loot", "The gang made off with $2 million in watches.", "$2 million"),
    ("loot", "The haul was valued at €900,000.", "€900,000"),
    ("", "Police recovered jewels worth 20 million euros, stolen in May.", "20 million euros"),
    ("works stolen", "They stole four paintings.", "four"),
    ("works stolen", "Seven canvases were taken in the raid.", "Seven"),
    ("jewels stolen", "The burglars snatched eight jewels from the cases.", "eight"),
    ("cars stolen", "Thieves have stolen 14 vehicles.", "14"),
    ("length of the raid", "They were gone in less than four minutes.", "four minutes"),
    ("length of the raid", "The raid lasted seven minutes.", "seven minutes"),
    ("length of the raid", "The thieves were inside for four minutes.", "four minutes"),
    ("length of the raid", "It was a seven-minute heist.", "seven-minute"),
    ("length of the raid", "They were in and out in under three minutes.", "three minutes"),
    ("time of the call", "Police were called to the house at 2:40 p.m.", "2:40 p.m."),
    ("time of the call", "The alarm was raised at 3.15am.", "3.15am"),
    ("time of the call", "Officers responded to a report of gunfire at about 11:20 p.m.", "11:20 p.m."),
    ("time of the attack", "The shooting happened shortly before 11pm.", "11pm"),
    ("time of the attack", "Thieves broke in at 3.15am.", "3.15am"),
    ("time of the arrest", "He was arrested at 6.30am.", "6.30am"),
    ("time of the arrest", "The suspect was taken into custody at 4 p.m.", "4 p.m."),
    ("manhunt", "He was caught after a three-day manhunt.", "three-day"),
    ("manhunt", "He was on the run for 11 days.", "11 days"),
    ("arrest after", "She was arrested three hours later.", "three hours"),
    ("siege", "The siege lasted nine hours.", "nine hours"),
    ("siege", "It ended a 12-hour standoff.", "12-hour"),
    ("captivity", "She spent 53 days in captivity.", "53 days"),
    ("captivity", "He was held by militants for seven months.", "seven months"),
    ("ransom", "The gang demanded a ransom of $2 million.", "$2 million"),
    ("ransom", "The kidnappers want $300,000 for his release.", "$300,000"),
    ("ransom paid", "The family paid a ransom of $90,000.", "$90,000"),
    ("kidnapped", "Gunmen kidnapped 276 pupils.", "276"),
    ("kidnapped", "At least 40 villagers were abducted.", "40"),
    ("hostages left", "Some 112 are still being held.", "112"),
    ("hostages free", "Nine hostages were released.", "Nine"),
    ("reward", "A $50,000 reward was offered.", "$50,000"),
    ("reward", "Police offered £20,000 for information.", "£20,000"),
    ("weapons found", "Police seized 14 guns.", "14"),
    ("weapons found", "Eleven pistols were recovered.", "Eleven"),
    ("", "They found two women with gunshot wounds.", "two"),
    ("", "The number on standby is down to 1,100.", "1,100"),
    ("ammunition", "Officers found 900 rounds of ammunition.", "900"),
    ("age of the suspect", "Police arrested a 19-year-old man.", "19-year-old"),
    ("age of the suspect", "The gunman, 34, surrendered.", "34"),
    ("age of the dead", "A 16-year-old boy was stabbed to death.", "16-year-old"),
    ("range of the shot", "He was shot from a distance of 130 metres.", "130 metres"),
    ("place of the find", "The car was found abandoned 12 miles from the scene.", "12 miles"),
    ("response", "Officers arrived within four minutes.", "four minutes"),
    ("speed of the chase", "The pursuit reached speeds of 110 mph.", "110 mph"),
    ("drugs seized", "Customs found 340 kg of cocaine.", "340 kg"),
    ("value of the drugs", "The drugs have a street value of £12m.", "£12m"),
    ("plants", "Officers found 600 cannabis plants.", "600"),
    ("bribes", "He took $2 million in bribes.", "$2 million"),
    ("sum of the fraud", "She swindled pensioners out of £1.2m.", "£1.2m"),
    ("sum of the fraud", "He embezzled $4 million.", "$4 million"),
    ("records stolen", "Hackers stole details of 40,000 customers.", "40,000"),
    ("last seen", "She was last seen at 9.40pm.", "9.40pm"),
    ("escaped prisoners", "Seventeen inmates escaped from the jail.", "Seventeen"),
    ("recaptured prisoners", "Nine have been recaptured.", "Nine"),
    ("tunnel", "They dug a 40-metre tunnel.", "40-metre"),
    ("homicides of the year", "It was the city's 34th homicide of the year.", "34th"),
    ("police at work", "Some 200 officers are searching the woods.", "200"),
    ("hints", "Detectives received 140 tips from the public.", "140"),
    ("", "Three men were jailed for the robbery.", "Three"),
)


@pytest.mark.parametrize(("name", "sentence", "value"), ROWS)
def test_value_is_of_its_measurand(name: str, sentence: str, value: str) -> None:
    """Other wordings of one question are one measurand; what is of a part, of another time or of other people is none of it."""
    views = views_of(read([Article(source="Post", text=sentence, published_at=DAY)]))
    read_as = [v.measured.measurand.name if v.measured else "" for v in views if value in v.fact.place.of(sentence)]
    assert name in read_as
