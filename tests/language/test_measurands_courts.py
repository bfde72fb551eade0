"""What courts decide: a sentence and a value of it in, the measurand of the value out; "" for values of something else."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
ROWS = (
    ("sentence sought", "Prosecutors are demanding that he be jailed for seven years.", "seven years"),
    ("sentence sought", "The Crown called for a term of nine years.", "nine years"),
    ("sentence", "She was jailed for 18 months on Friday.", "18 months"),
    ("sentence", "A judge handed him a 14-year sentence.", "14-year"),
    ("sentence", "The banker got 12 years behind bars.", "12 years"),
    ("sentence", "The court sentenced the general to 25 years in a penal colony.", "25 years"),
    ("sentence", "He was sent down for six years.", "six years"),
    ("sentence", "The mayor began a nine-year prison term.", "nine-year"),
    ("sentence", "He was packed off to prison for four years.", "four years"),
    ("time served", "She has served three years of the term.", "three years"),
    ("penalty faced", "If convicted, he faces up to 20 years in prison.", "20 years"),
    ("penalty faced", "She could be jailed for 10 years.", "10 years"),
    ("penalty of the offence", "The offence carries a maximum penalty of 15 years.", "15 years"),
    ("penalty of the offence", "The crime is punishable by up to five years in jail.", "five years"),
    ("minimum term", "He must serve at least 24 years before he can apply for parole.", "24 years"),
    ("minimum term", "The judge set a minimum term of 22 years.", "22 years"),
    ("minimum term", "He was given a non-parole period of 18 years.", "18 years"),
    ("suspension of the sentence", "She was given 18 months, suspended for two years.", "two years"),
    ("probation", "He was put on probation for three years.", "three years"),
    ("probation", "He will be on two years' probation.", "two years"),
    ("unpaid work", "She must do 200 hours of unpaid work.", "200 hours"),
    ("unpaid work", "He was ordered to do 120 hours' community service.", "120 hours"),
    ("driving ban", "He was banned from driving for three years.", "three years"),
    ("driving ban", "The actor got a 12-month driving ban.", "12-month"),
    ("sentence after appeal", "Her sentence was cut on appeal to six years.", "six years"),
    ("", "He was freed after 27 years.", "27 years"),
    ("time served", "He walked free after 27 years.", "27 years"),
    ("time served", "He spent 31 years on death row.", "31 years"),
    ("time on remand", "He has been on remand for a year; the other spent nine months on remand.", "nine months"),
    ("jury vote", "The jury convicted him by a majority of ten to two.", "ten to two"),
    ("jury vote", "It was a 10-2 majority verdict.", "10-2"),
    ("jury vote", "Jurors had split 11-1 in favour of acquittal.", "11-1"),
    ("jury vote", "The court ruled 6-3 that the law stands.", "6-3"),
    ("deliberation", "The jury took three hours to convict her.", "three hours"),
    ("deliberation", "After nine hours of deliberations they found him guilty.", "nine hours"),
    ("deliberation", "Jurors were out for two days.", "two days"),
    ("length of the trial", "The verdict ended a six-week trial.", "six-week"),
    ("length of the trial", "The trial, which lasted eight weeks, ended on Friday.", "eight weeks"),
    ("length of the trial expected", "The trial is expected to last six weeks.", "six weeks"),
    ("witnesses", "The court heard from 43 witnesses.", "43"),
    ("prosecution witnesses", "The prosecution called 31 witnesses.", "31"),
    ("women on the jury", "A jury of seven women and five men was sworn in.", "seven"),
    ("men on the jury", "A jury of seven women and five men was sworn in.", "five"),
    ("judges on the bench", "A panel of three judges upheld the ruling.", "three"),
    ("counts of one offence proved", "He was found guilty on 14 counts of fraud.", "14"),
    ("counts admitted", "She pleaded guilty to 12 counts of theft.", "12"),
    ("counts denied", "He denies nine charges of assault.", "nine"),
    ("counts of one offence charged", "She faces seven counts of fraud.", "seven"),
    ("counts charged", "The 34-count indictment was unsealed.", "34"),
    ("punitive damages", "The jury added $65 million in punitive damages.", "$65 million"),
    ("damages claimed", "The family is suing the hospital for $5m.", "$5m"),
    ("damages claimed", "She filed a $40 million lawsuit on Monday.", "$40 million"),
    ("settlement", "The company settled the case for $12 million.", "$12 million"),
    ("damages", "She was awarded £250,000 in damages.", "£250,000"),
    ("damages", "Jurors ordered the firm to pay $83.3 million in damages.", "$83.3 million"),
    ("fine", "The club was fined £30,000.", "£30,000"),
    ("fine", "The bank must pay a fine of $2 million.", "$2 million"),
    ("", "The bank raised $2 million in cash.", "$2 million"),
    ("bail", "Bail was set at $1 million.", "$1 million"),
    ("bail", "He is being held in lieu of $500,000 bond.", "$500,000"),
    ("", "The city plans a $500 million bond issue for investors.", "$500 million"),
    ("next hearing", "He is due back in court on April 14.", "April 14"),
    ("next hearing", "The case was adjourned until 14 April.", "14 April"),
    ("date of sentencing", "Sentencing is set for May 4.", "May 4"),
    ("date of sentencing", "He will be sentenced on May 6.", "May 6"),
    ("start of the trial", "The trial is due to begin on June 3.", "June 3"),
    ("plaintiffs", "The suit was brought by 212 residents.", "212"),
    ("plaintiffs", "Eleven families are bringing a civil claim.", "Eleven"),
    ("plaintiffs", "Some 340 people are suing the company.", "340"),
    ("defendants", "Eleven men are on trial.", "Eleven"),
    ("defendants", "The 14 defendants denied the charges.", "14"),
    ("pages", "The 92-page ruling was published.", "92"),
    ("pages", "The judgment runs to 120 pages.", "120"),
    ("", "Thousands were jailed under the old law.", "Thousands"),
    ("", "He was sentenced earlier to two years for theft.", "two years"),
)


@pytest.mark.parametrize(("name", "sentence", "value"), ROWS)
def test_value_is_of_its_measurand(name: str, sentence: str, value: str) -> None:
    """Other wordings of one question are one measurand; what is of a part, of another time or of other people is none of it."""
    views = views_of(read([Article(source="Post", text=sentence, published_at=DAY)]))
    read_as = [v.measured.measurand.name if v.measured else "" for v in views if value in v.fact.place.of(sentence)]
    assert name in read_as
