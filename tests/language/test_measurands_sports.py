"""Transfers, matches, lives of artists, festivals: a sentence and a value of it in, the measurand of the value out; "" for values of something else."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
ROWS = (
    ("contract length", "He signed a five-year deal.", "five-year"),
    ("end of the contract", "Her contract runs until 2031.", "2031"),
    ("transfer fee", "The club paid a fee of £42m.", "£42m"),
    ("transfer fee", "He joined the club for €30 million.", "€30 million"),
    ("add-ons", "The deal has £5m in add-ons.", "£5m"),
    ("release clause", "His release clause is 80 million euros.", "80 million euros"),
    ("pay by the week", "He will earn £120,000 a week.", "£120,000"),
    ("opening goal", "Ruiz opened the scoring in the 12th minute.", "12th"),
    ("equaliser", "Novak levelled in the 55th minute.", "55th"),
    ("winning goal", "A 77th-minute winner settled it.", "77th"),
    ("sending-off", "Diaz was sent off in the 40th minute.", "40th"),
    ("sending-off", "He was shown a red card on 38 minutes.", "38 minutes"),
    ("", "He scored five minutes from time.", "five minutes"),
    ("injury time", "There were nine minutes of stoppage time.", "nine minutes"),
    ("distance of the shot", "He curled home a 25-yard free kick.", "25-yard"),
    ("distance of the shot", "She scored from 30 metres.", "30 metres"),
    ("field goal", "Boyd kicked a 48-yard field goal.", "48-yard"),
    ("attendance", "A crowd of 45,312 watched the game.", "45,312"),
    ("attendance", "Some 60,000 fans packed the stadium.", "60,000"),
    ("attendance", "They lost in front of 31,204.", "31,204"),
    ("capacity", "The 60,000-capacity arena was full.", "60,000"),
    ("away fans", "There were 3,000 travelling fans.", "3,000"),
    ("titles of one tournament", "It is her 11th major title.", "11th"),
    ("career titles", "He won his 40th career title.", "40th"),
    ("wins in a row", "It was their ninth straight win.", "ninth"),
    ("wins in a row", "They are unbeaten in 14 games.", "14"),
    ("caps", "He has won 81 caps.", "81"),
    ("goals of the season", "It was her 20th goal of the season.", "20th"),
    ("points lead", "They are nine points clear.", "nine"),
    ("points lead", "The win opened a nine-point lead at the top of the table.", "nine"),
    ("points deducted", "The club were docked six points.", "six"),
    ("place in the table", "They are up to 14th in the table.", "14th"),
    ("lay-off", "He will be out for six weeks.", "six weeks"),
    ("lay-off", "She faces three months on the sidelines.", "three months"),
    ("ban in games", "He was given a three-match ban.", "three"),
    ("ban", "She was banned for four years for doping.", "four years"),
    ("shoot-out", "They won 4-2 on penalties.", "4-2"),
    ("aggregate", "They went through 5-4 on aggregate.", "5-4"),
    ("half-time", "They led 2-0 at half-time.", "2-0"),
    ("margin", "England won by six wickets.", "six"),
    ("aces", "He served 22 aces.", "22"),
    ("possession", "They had 71% possession.", "71%"),
    ("kick-off", "The match kicks off at 7.45pm.", "7.45pm"),
    ("delay", "Kick-off was delayed by 30 minutes.", "30 minutes"),
    ("", "The gang stole seven objects, among them a gold crown.", "seven"),
    ("", "He had returned three weeks after the storm.", "three weeks"),
    ("", "A 30-day trial of the service is free.", "30-day"),
    ("gold medals", "Her team won 14 golds.", "14"),
    ("medals", "They took home 31 medals.", "31"),
    ("prize", "The winner takes home $3 million.", "$3 million"),
    ("people in the streets", "Some 200,000 lined the streets.", "200,000"),
    ("start of the parade", "The parade starts at 11am.", "11am"),
    ("length of the route", "The bus followed a five-mile route.", "five-mile"),
    ("day of the parade", "The parade is on Wednesday.", "Wednesday"),
    ("time on the pitch", "He limped off after 14 minutes.", "14 minutes"),
    ("sending-off", "They were reduced to 10 men in the 74th minute.", "74th"),
    ("winning goal", "She struck the decisive goal in the 88th minute.", "88th"),
    ("nominations", "The film has 11 nominations.", "11"),
    ("awards won", "It won seven Oscars.", "seven"),
    ("edition", "It is the 75th edition of the festival.", "75th"),
    ("age of the dead", "The singer has died aged 87.", "87"),
    ("age of the dead", "He was 91 when he died.", "91"),
    ("age of the dead", "She passed away at the age of 79.", "79"),
    ("day of death", "He died on Sunday.", "Sunday"),
    ("birth", "She was born in 1938.", "1938"),
    ("books", "She wrote 14 novels.", "14"),
    ("books", "He appeared in more than 60 films.", "60"),
    ("career", "Her career spanned six decades.", "six decades"),
    ("copies sold", "The band sold 40 million albums.", "40 million"),
    ("marriage", "His wife of 52 years was with him.", "52 years"),
    ("grandchildren", "She is survived by nine grandchildren.", "nine"),
    ("visitors", "The festival drew 80,000 visitors.", "80,000"),
    ("price of a ticket", "Tickets cost £25.", "£25"),
    ("exhibits", "There are 140 works on display.", "140"),
    ("opening day", "The museum reopens on May 4.", "May 4"),
    ("auction price", "The painting fetched $12 million.", "$12 million"),
    ("auction estimate", "It is expected to fetch $8 million.", "$8 million"),
    ("", "He was 34 and the father of a rider.", "34"),
)


@pytest.mark.parametrize(("name", "sentence", "value"), ROWS)
def test_value_is_of_its_measurand(name: str, sentence: str, value: str) -> None:
    """Other wordings of one question are one measurand; what is of a part, of another time or of other people is none of it."""
    views = views_of(read([Article(source="Post", text=sentence, published_at=DAY)]))
    read_as = [v.measured.measurand.name if v.measured else "" for v in views if value in v.fact.place.of(sentence)]
    assert name in read_as
