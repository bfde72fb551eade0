"""What business reports give values of: sentences as news words them, the value, and its measurand."""

from datetime import UTC, datetime

import pytest

from summarizer.domain.text import Article
from summarizer.matching.views import views_of
from summarizer.pipeline import read
from tests.language.measurand_cases import measurand_of

DAY = datetime(2026, 3, 5, 12, tzinfo=UTC)

# measurand | value | sentence
GIVEN = """
bid for a share | 340p | Harlow will pay 340p a share in cash.
bid for a share | 340 pence | Shareholders in Orme will receive 340 pence for each share they own.
bid for a share | $27.50 | The takeover offer stands at $27.50 per share.
bid premium | 41 per cent | That is a premium of 41 per cent to Thursday's close.
bid premium | 41% | The 41% premium reflects the quality of the business, it said.
bid premium | 38 percent | The price is 38 percent above the undisturbed share price.
price of the firm | £1.9bn | The offer values the group at £1.9bn.
price of the firm | 1.9 billion pounds | Harlow agreed to buy Orme for 1.9 billion pounds.
price of the firm | £2.1bn | A £2.1bn takeover of the chain was announced yesterday.
price of the firm | $2.4 billion | The firm is paying $2.4 billion to acquire the maker of pumps.
price with debt | $2.9 billion | The deal is worth $2.9 billion including debt.
size of the stake | 14.9 per cent | The fund has a 14.9 per cent stake in the brewer.
size of the stake | 14.9% | The founder owns 14.9% of the shares.
completion of the takeover | third quarter of 2027 | The deal is expected to close in the third quarter of 2027.
completion of the takeover | by the end of June | The companies hope to complete the merger by the end of June.
end of the time to bid | until 5pm on 28 March | Harlow has until 5pm on 28 March to make a firm offer.
break fee | £40m | A break fee of £40m would be due.
savings a year | €120 million | The company hopes for annual savings of €120 million.
savings a year | 120 million euros | It wants to save 120 million euros a year.
pre-tax profit | £340m | Pre-tax profit fell 12% to £340m.
pre-tax profit | £340m | The group made £340m in pre-tax profit.
earlier profit or loss | £386m | Pre-tax profit was £340m, compared with £386m a year earlier.
net profit or loss | 12 million euros | The half-year loss narrowed to 12 million euros.
net profit or loss | $31 million | It posted a net loss of $31 million.
revenue | 18.2 billion euros | Revenue slipped 3 percent to 18.2 billion euros.
revenue | £4.4bn | The grocer turned over £4.4bn.
revenue change | 3 percent | Revenue slipped 3 percent to 18.2 billion euros.
revenue change | 3% | There was a 3% fall in sales.
like-for-like sales change | 4.1% | Like-for-like sales rose 4.1%.
move of the shares | 8.4% | Shares in the company closed 8.4% lower at 412p.
move of the shares | 8.4 percent | The news sent the shares down 8.4 percent.
share price | 412p | Shares in the company closed 8.4% lower at 412p.
share price | 412p | Orme had a closing price of 412p.
value wiped off | £600m | The warning wiped £600m off the value of the firm.
jobs cut | 7,500 | The carmaker will cut 7,500 jobs.
jobs cut | 7,500 | Some 7,500 workers face the axe.
jobs cut | 7,500 | Tanner is laying off 7,500 people.
jobs cut | 7,500 | The plan means 7,500 redundancies.
jobs cut | 7,500 | About 7,500 posts are to go at the maker of vans.
share of the jobs cut | 9 percent | It will cut 9 percent of its workforce.
share of the jobs cut | 9% | The group will reduce its headcount by 9%.
end of the job cuts | by the end of 2028 | The company will cut 7,500 jobs by the end of 2028.
end of the site | June 2027 | The works at Aldham will close in June 2027.
end of the site | June 2027 | The group is to shut its plant at Aldham in June 2027.
staff of the site | 1,200 | The plant employs 1,200 people.
charge in the books | 300 million euros | It will book a charge of 300 million euros.
charge in the books | 300 million euros | The restructuring will cost 300 million euros.
money put in | 600 million euros | The company will invest 600 million euros in the plant.
money put in | £600m | A £600m investment was announced.
jobs made | 450 | The works will create 450 jobs.
jobs made | 450 | It means 450 new jobs for the valley.
fine | £12m | The watchdog fined the company £12m.
fine | £12m | It was hit with a £12m penalty.
machines ordered | 24 | The airline has ordered 24 jets.
machines ordered | 26 | The carrier signed a firm order for 26 aircraft.
options | 12 | It also took options on 12 more planes.
order value | $1.9 billion | The order is worth $1.9 billion at list prices.
first delivery | 2029 | The first plane is due to be delivered in 2029.
on sale from | April | The car will go on sale in April.
price of the product | £22,000 | It will be priced at £22,000.
range | 310 miles | The van has a range of 310 miles.
key rate | 3.25% | The bank cut its key rate by a quarter of a percentage point to 3.25%.
key rate | 3.25 percent | Policymakers left the benchmark rate unchanged at 3.25 percent.
key rate | 3.25 per cent | The move takes borrowing costs to 3.25 per cent.
step of the rate | a quarter of a percentage point | The bank cut its key rate by a quarter of a percentage point.
step of the rate | 25-basis-point | It was a 25-basis-point cut.
step wanted by others | 50 basis points | Two members preferred a cut of 50 basis points.
vote tally | 7-2 | The committee voted 7-2 to hold.
vote tally | seven-to-two | Policymakers split seven-to-two.
inflation | 4.1 percent | Inflation eased to 4.1 percent in January.
inflation target | 2% | The bank has a target of 2%.
inflation forecast for next year | 2.4 per cent | Inflation is forecast to average 2.4 per cent next year.
growth forecast for this year | 1.3 percent | The economy is expected to grow 1.3 percent this year.
next decision on the rate | 6 May | The next meeting is on 6 May.
last of its kind | since 2020 | It was the first rate cut since 2020.
time since the last of its kind | four years | It was the first rate cut in four years.
records stolen | 1.3 million | Hackers stole the data of 1.3 million patients.
records stolen | 280,000 | About 280,000 customers were affected.
records stolen | 280,000 | The leak affected 280,000 users.
time the door stood open | 73 days | The intruders had access for 73 days.
time the door stood open | 73 days | They sat in the network for 73 days, unseen.
begin of the intrusion | January 5 | The breach began on January 5.
discovery of the intrusion | March 2 | The breach was discovered on March 2.
ransom | $3.2 million | The gang demanded a ransom of $3.2 million.
size of the stolen data | 4.2 terabytes | They copied 4.2 terabytes of data.
homes powered | 280,000 | The wind farm will make enough electricity for 280,000 homes.
power output | 350 megawatts | It has a capacity of 350 megawatts.
"""

# not the measurand | value | sentence
OTHERS = """
jobs cut | 450 | The works will create 450 jobs.
jobs cut | 2,000 | The group cut 2,000 jobs last year.
pre-tax profit | £386m | Pre-tax profit was £340m, compared with £386m a year earlier.
pre-tax profit | £400m | It expects pre-tax profit of £400m.
key rate | 4.1 percent | Inflation eased to 4.1 percent in January.
key rate | 5.2 percent | The unemployment rate rose to 5.2 percent.
key rate | 2.5 percent | Economists expect the key rate to reach 2.5 percent.
inflation | 2% | The bank aims at a target of 2% for inflation.
inflation | 2.4 per cent | Inflation is forecast to average 2.4 per cent next year.
step of the rate | 50 basis points | Two members preferred a cut of 50 basis points.
machines ordered | 12 | The airline took options on 12 jets.
records stolen | 40,000 | The bank details of 40,000 people were taken too.
bid for a share | 12p | It raised its dividend to 12p a share.
price of the firm | £300m | Profit was £300m.
price of the firm | £88m | The striker joined for £88m.
move of the shares | 30 percent | Shares have fallen 30 percent this year.
fine | £5m | It could face a fine of up to £5m.
homes powered | 280,000 | The storm left 280,000 homes without power.
discovery of the intrusion | March 9 | The body was found on March 9.
charge in the books | $25 | The congestion charge of $25 is a toll for drivers.
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("measurand", "value", "sentence"), _rows(GIVEN))
def test_a_value_is_of_the_measurand_that_its_wording_tells(measurand: str, value: str, sentence: str) -> None:
    """Two newsrooms word one question in two ways."""
    assert measurand_of(sentence, value) == measurand


@pytest.mark.parametrize(("measurand", "value", "sentence"), _rows(OTHERS))
def test_a_value_of_something_else_is_not_of_the_measurand(measurand: str, value: str, sentence: str) -> None:
    """A part, a plan, another year, another group: they would make conflicts of nothing."""
    assert measurand_of(sentence, value) != measurand


def test_a_word_that_the_value_takes_in_tells_the_measurand() -> None:
    """ "Since Monday" is when a strike began, "until Monday" when it ends."""
    assert measurand_of("Drivers have been on strike since Monday.", "Monday") == "start of the strike"
    assert measurand_of("Drivers will be on strike until Monday.", "Monday") == "end of the strike"


def test_a_sum_in_two_currencies_is_one_value() -> None:
    """A report that gives a price in pounds and in dollars tells of one deal."""
    text = "Harlow agreed to buy Orme for 1.9 billion pounds. The takeover of Orme for $2.4 billion was welcomed."
    views = views_of(read([Article(source="Echo", text=text, published_at=DAY)]))
    assert [v.measured.measurand.name for v in views if v.measured] == ["price of the firm"] * 2


def test_things_of_a_class_in_braces_are_one_and_things_written_out_are_each_their_own() -> None:
    """Jets and planes are both aircraft; trains are not buses."""
    texts = ("ordered 24 jets", "ordered 24 planes", "ordered 24 trains", "ordered 24 buses")
    articles = read([Article(source="Echo", text=f"The company {t}.", published_at=DAY) for t in texts])
    things = [v.measured.thing for v in views_of(articles) if v.measured]
    assert things == ["aircraft", "aircraft", "train", "bus"]
