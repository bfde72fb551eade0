"""Which measurand a value of elections, parliaments, governments, protests and laws has: other wordings of one question, and values of other things beside them."""

import pytest

from tests.language.measurand_cases import measurand_of

SAME = {
    "turnout": [
        "Turnout was [61%], the electoral commission said.",
        "Barely [58 per cent] of the electorate turned out.",
        "The vote drew a [63 percent] turnout.",
        "Some [57%] of eligible voters cast a ballot.",
    ],
    "people who voted": ["About [2.3 million] people cast their ballots.", "More than [two million] votes were cast."],
    "registered voters": [
        "Some [4.2 million] people are eligible to vote.",
        "The country has [4.5 million] registered voters.",
    ],
    "votes counted": [
        "With [71%] of the votes counted, she was ahead.",
        "After [82 percent] of ballots had been tallied, he led.",
    ],
    "close of the polls": ["Polls close at [8 p.m.] on Sunday.", "Polling stations were to stay open until [9pm]."],
    "candidates": [
        "Nine hopefuls: there are [nine] candidates standing.",
        "It was a [10]-candidate race.",
        "A field of [11] candidates is on the ballot.",
    ],
    "seats in the chamber": [
        "The [120]-seat parliament must approve it.",
        "All [150] seats are being contested.",
        "There are [121] seats in the assembly.",
    ],
    "votes or seats needed": [
        "That is more than the [61] votes needed to unseat him.",
        "A party needs [76] seats for a majority.",
    ],
    "seats short of a majority": ["The Alliance is [four] seats short of a majority.", "They fell [three] short."],
    "seats of the winner": ["The Alliance won [62] seats.", "Her party took [66] of the seats."],
    "seats left to the loser": [
        "The National Union slumped to [41] seats.",
        "The ruling party was left with [38] seats.",
    ],
    "winner's share": ["Tamaru won with [52.1%].", "Tamaru was elected with [54 percent] of the vote."],
    "margin in points": ["She led by [3.4 percentage points].", "He won by a margin of [2.9 percentage points]."],
    "margin in votes": [
        "She won by [3,412] votes.",
        "A majority of just [3,214] settled it.",
        "Only [3,100] votes separated the two.",
    ],
    "votes for the motion": ["In the end [62] lawmakers voted in favour.", "There were [64] votes for the motion."],
    "votes against the motion": ["A further [41] MPs voted against.", "There were [44] votes against."],
    "vote tally": ["The motion was carried by [62-41].", "Parliament voted [64-41] to topple him."],
    "abstentions": ["[Seven] members abstained.", "There were [nine] abstentions."],
    "rebels in the vote": ["[Nine] of his own MPs rebelled.", "The whips counted [11] rebels."],
    "length of the debate": [
        "The vote came after [nine hours] of debate.",
        "The debate dragged on for [11 hours].",
        "It was a [10-hour] debate.",
    ],
    "date of the runoff": ["A run-off will be held on [May 17].", "The second round is on [May 24]."],
    "date of the election": ["Voters go to the polls on [June 7].", "The election is scheduled for [June 14]."],
    "date of taking office": [
        "She will be sworn in on [Thursday].",
        "He takes office on [June 1].",
        "Her inauguration is set for [May 30].",
    ],
    "date of leaving office": ["He will step down on [May 31].", "He leaves office on [June 2]."],
    "hour of concession": ["He conceded at [10.30pm].", "He telephoned to congratulate her shortly before [11 p.m.]"],
    "number of the term": ["He was seeking a [third] term.", "He had hoped for a [fourth] straight term."],
    "length of a term": ["She was elected for [four years].", "The post carries a [five-year] term."],
    "time in office": [
        "After [12 years] in power he is out.",
        "It ends his [13-year] rule.",
        "She has been prime minister for [11 years].",
    ],
    "date of coming to power": ["He has been in power since [2013].", "The governor swept to power in [2014]."],
    "first woman": ["She is the [first] woman to lead the region.", "She will be the [second] woman in the post."],
    "number of the office-holder": [
        "He is the country's [fifth] prime minister since 2019.",
        "She becomes the [sixth] head of government in ten years.",
    ],
    "coalition partners": ["He leads a [five]-party coalition.", "The coalition of [four] parties took office."],
    "resignations": ["[Six] ministers have resigned since Monday.", "The [seven] resignations shook him."],
    "signatures": [
        "The petition has [120,000] signatures.",
        "More than [98,000] people have signed it.",
        "A petition of [104,000] names went in.",
    ],
    "crowd": [
        "About [20,000] people marched through the capital.",
        "Police put the crowd at [12,000].",
        "Tens turned to thousands: [30,000] protesters filled the square.",
    ],
    "day of the protests": [
        "It was the [ninth] day of protests.",
        "Crowds came out for the [tenth] consecutive night.",
    ],
    "share for yes": ["In all [54%] voted yes.", "The Yes side won with [56%]."],
    "law in force": ["The law takes effect on [July 1].", "The ban will come into force from [August 1]."],
    "pages of the document": ["The [84]-page report blames him.", "The agreement runs to [48] pages."],
    "time to form a government": [
        "She has [28 days] to form a government.",
        "He must build a cabinet within [21 days].",
    ],
}
OTHERS = [
    ("turnout", "Turnout was 61%, up from [54%] last time."),
    ("turnout", "By noon turnout was [31%]."),
    ("turnout", "He won [54%] of the vote."),
    ("winner's share", "His rival took [41%] of the vote."),
    ("winner's share", "With [71%] of the vote counted, she led."),
    ("margin in votes", "He held the seat at the previous election with a majority of [3,214]."),
    ("margin in votes", "They sold the house for [3,214] francs."),
    ("length of a term", "He was given a [five-year] prison term."),
    ("number of the term", "He is serving a [third] prison term."),
    ("time in office", "He spent [12 years] in prison."),
    ("crowd", "Police arrested [300] people who marched."),
    ("crowd", "About [300] police officers watched as people marched."),
    ("date of taking office", "His predecessor was sworn in on [June 1], 2019."),
    ("date of the election", "The previous election was held on [June 7]."),
    ("date of the election", "The next election is due by [June 7]."),
    ("seats of the winner", "The party needs [76] seats to win."),
    ("votes for the motion", "There were [41] votes against the motion."),
    ("share for yes", "A poll showed [54%] voted yes."),
    ("signatures", "It takes [100,000] signatures to trigger a debate."),
    ("law in force", "The ceasefire takes effect on [July 1]."),
    ("registered voters", "The town has [4,200] shops."),
    ("resignations", "He faced calls from [six] ministers to resign."),
    ("minimum wage", "He cut taxes to [20%]."),
    ("vote tally", "Spurs lost by [3-1] on Saturday."),
    ("margin in votes", "She won by [five] shots."),
    ("margin in votes", "Each was convicted by a majority of [10] jurors."),
    ("time in office", "The [72-hour] rule was not kept."),
    ("date of the election", "He lost to her in the [2015] election."),
    ("date of leaving office", "He stepped down in [2010]."),
    ("law in force", "The old law came into force in [2018]."),
    ("length of the campaign", "The [five-week] bombing campaign went on."),
    ("deficit", "There is a [$3 million] gap between the bids."),
    ("votes against the motion", "He has scored [three] against Spain."),
    ("votes for the motion", "They were outnumbered by [two] to one."),
    ("hour of concession", "They conceded after [10 minutes]."),
    ("signatures", "It takes [100,000] names to force a vote."),
    ("crowd", "A bumper crowd of [64,120] watched the match."),
    ("seats of the winner", "The plane has [180] seats."),
    ("turnout", "The highest turnout was [71%], in the capital."),
    ("votes counted", "Rates were at 4.2%, compared with [4.5%] in September."),
    ("winner's share", "The runner-up took [41%] of the vote."),
    ("share for yes", "Members voted by [87%] to strike."),
]


@pytest.mark.parametrize(("name", "marked"), [(name, marked) for name, wordings in SAME.items() for marked in wordings])
def test_other_wordings_are_of_one_measurand(name: str, marked: str) -> None:
    """However news words the answer, it answers one question."""
    assert measurand_of(marked) == name


@pytest.mark.parametrize(("name", "marked"), OTHERS)
def test_a_value_of_another_thing_is_not_taken(name: str, marked: str) -> None:
    """A part, another year, another group or another event in like words."""
    assert measurand_of(marked) != name
