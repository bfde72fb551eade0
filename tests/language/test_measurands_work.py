"""What reports of strikes and of pay give values of: sentences as news words them, the value, and its measurand."""

import pytest

from tests.language.measurand_cases import measurand_of

# measurand | value | sentence
GIVEN = """
ballot for the strike | 87 percent | Members voted by 87 percent to strike.
ballot for the strike | Seventy-eight percent | Seventy-eight percent were in favor of a walkout.
ballot for the strike | 92% | Some 92% of nurses backed industrial action.
ballot for the strike | 92 per cent | The strike was approved by 92 per cent of members.
ballot on the deal | 71 percent | Members accepted the deal by 71 percent to 29.
ballot on the deal | 64 per cent | Some 64 per cent of drivers voted to accept the offer.
ballot against the offer | 83% | The offer was rejected by 83% of those who voted.
pay demand | 12 percent | The union wants 12 percent.
pay demand | 12% | Nurses are demanding a pay rise of 12%.
pay demand | 12 per cent | They have called for 12 per cent.
pay offer | 6 percent | The employer offered 6 percent.
pay offer | 6% | The union dismissed the 6% offer.
pay offer | 6 per cent | Managers put a rise of 6 per cent on the table.
pay offer | 7.5% | The company raised its offer to 7.5%.
settled rise | 9.5 percent | Under the deal, wages rise by 9.5 percent.
settled rise | 9.5% | The union secured a pay rise of 9.5%.
contract length | three years | The deal gives drivers 9.5 percent over three years.
contract length | three-year | They agreed on a three-year pay deal.
one-off payment | 1,500 euros | They also get a one-off payment of 1,500 euros.
one-off payment | €1,500 | There is a €1,500 lump sum too.
members of the union | 2,300 | The union, which represents 2,300 drivers, said members would strike.
members of the union | 2,300 | The 2,300-member union voted on Sunday.
strikers | 4,600 | About 4,600 drivers have been on strike.
strikers | 4,600 | Some 4,600 workers walked off the job.
strikers | 4,600 | The strike by 4,600 bus drivers began on Monday.
length of the strike | 48 hours | Staff will walk out for 48 hours.
length of the strike | 48-hour | The 48-hour walkout starts on Monday.
length of the strike | 12 days | The strike lasted 12 days.
start of the strike | 6am on Monday | Staff will walk out for 48 hours from 6am on Monday.
start of the strike | March 3 | Drivers have been on strike since March 3.
start of the strike | March 3 | The strike began on March 3.
start of the strike | 6 a.m. on Monday | Picket lines went up at 6 a.m. on Monday.
end of the strike | early on Thursday | The two-week walkout ended early on Thursday.
back to work | Friday | Drivers return to work on Friday.
back to work | Friday | Nurses will be back on the job on Friday.
reopening | 5 a.m. on Saturday | Buses will run again from 5 a.m. on Saturday.
next round of talks | Tuesday | Talks resume on Tuesday.
next round of talks | Tuesday | The two sides will meet again on Tuesday.
end of the talks | Sunday | Talks broke down on Sunday.
end of the old contract | Dec. 31 | The contract expired on Dec. 31.
daily users | 310,000 | The system carries 310,000 riders a day.
daily users | 310,000 | About 310,000 people rely on the buses every day.
last of its kind | since 2011 | It is the first walkout since 2011.
notice of the strike | 14 days | The union must give 14 days' notice.
minimum wage | £13.10 | The minimum wage rises to £13.10.
length of the shift | 12-hour | Nurses work 12-hour shifts.
fall of real pay | 20 per cent | Their pay has fallen by 20 per cent in real terms.
"""

# not the measurand | value | sentence
OTHERS = """
pay offer | 12 percent | The union wants 12 percent.
pay demand | 6 percent | The union wants more than the employer, which offered 6 percent.
ballot for the strike | 71% | Members voted by 87 percent to strike on a 71% turnout.
ballot for the strike | 64 per cent | Some 64 per cent of drivers voted to accept the offer.
settled rise | 6% | The union rejected a rise of 6%.
start of the strike | Friday | The strike ends on Friday.
start of the strike | Monday | Air strikes began on Monday.
length of the strike | 20-day | The prisoner is on a 20-day hunger strike.
members of the union | 310,000 | The system carries 310,000 riders a day.
strikers | 2,300 | The union represents 2,300 drivers.
next round of talks | Sunday | Talks collapsed on Sunday.
back to work | Tuesday | Talks resume on Tuesday.
average pay | $31,000 | A beginner has a starting salary of $31,000.
contract length | 12 days | The strike lasted 12 days.
"""


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("measurand", "value", "sentence"), _rows(GIVEN))
def test_a_value_is_of_the_measurand_that_its_wording_tells(measurand: str, value: str, sentence: str) -> None:
    """Two newsrooms word one question in two ways."""
    assert measurand_of(sentence, value) == measurand


@pytest.mark.parametrize(("measurand", "value", "sentence"), _rows(OTHERS))
def test_a_value_of_something_else_is_not_of_the_measurand(measurand: str, value: str, sentence: str) -> None:
    """An offer is no demand, a turnout no vote, a missile strike no walkout."""
    assert measurand_of(sentence, value) != measurand
