"""The words that decide whether a full stop ends a sentence: abbreviations by what may follow, and words that start one."""

from __future__ import annotations

# A name, a figure or a noun always follows.
NEVER_ENDING = frozenset(
    "mr mrs ms mx messrs mmes dr prof rev hon st ste gen lt col maj capt sgt cpl pvt cmdr adm brig supt insp det sen rep gov pres "
    "sec amb atty asst assoc ald fr sr.a vs v cf e.g i.e eg ie approx ca viz adj dist mt ft pres del viz mgr msgr ph fig figs vol "
    "vols pp p ch art sect para eq op cit ed eds trans tel ext lat long max min sq cu gov't lt.-gen maj.-gen brig.-gen "
    "wing.cmdr supt. spc pfc cllr reps sens gens drs p.s ps".split()
)

# A figure follows where the sentence goes on: "Oct. 23", "No. 5".
NUMBERED = frozenset(
    "no nos n° nº jan feb mar apr jun jul aug sep sept oct nov dec rm apt bldg mon tue tues wed thu thur thurs fri sat sun".split()
)

# May end a sentence; it did where a word follows that starts one.
ENDING_ABBREVIATIONS = frozenset(
    "inc ltd corp co cos bros llc plc jr sr esq etc al dept univ assn gov ave blvd rd hwy calif conn fla ill ind kan ky la mass md "
    "mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ala ariz ark colo del ga s.c n.c n.d s.d n.h n.j n.m n.y "
    "r.i w.va ph.d m.d b.a m.a u.s u.k u.n e.u d.c hr hrs sec secs lb lbs oz kg km mph est".split()
)

# Capitalised in the middle of a sentence only inside a title: what such a word follows has ended.
STARTERS = frozenset(
    "The A An This That These Those There Here He She It They We You I His Her Its Their Our My Your In On At By For From With Without "
    "Within Under Over After Before During Since Until While When Where Why How What Who Which Whose If Although Though Because As "
    "But And Or Nor So Yet Still Also However Meanwhile Moreover Nevertheless Instead Then Now Once One Two Three Four Five Six Seven "
    "Eight Nine Ten Some Many Most More Several Few All Both Each Every Another Other Others No Not None Nobody Nothing To Of Is Are Was "
    "Were Has Have Had Do Does Did Can Could Will Would Should May Might Must Let Please Despite According Police Officials Authorities "
    "Investigators Residents Witnesses Earlier Later Last Next Today Yesterday Tomorrow Only Even Just Officers Prosecutors Experts "
    "Critics People Turn Such Thus Hence Rather Either Neither Between Among Against Across Around About Along It's That's There's "
    "He's She's They're We're I'm I'll Don't It’s That’s There’s He’s She’s They’re We’re I’m I’ll Don’t Yes Perhaps Thank".split()
)

WEEKDAYS_MONTHS_ZONES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun EST EDT ET CST CDT CT MST MDT MT PST "
    "PDT PT GMT UTC BST CET CEST EET IST JST KST AEST Eastern Central Pacific Mountain Greenwich Moscow".split()
)

# Two letters, yet words that a sentence may end with where the next one lost its capital.
SHORT_WORDS = frozenset("it me us so up on in go do be is to at my he we by if or as an of".split())

SAYING = frozenset(
    "said says asked asks told tells added adds wrote writes replied replies shouted cried exclaimed recalled wondered yelled "
    "screamed tweeted posted demanded answered quipped joked".split()
)

# One of these in small letters after a full stop has lost its capital.
PRONOUNS = frozenset("i they he she we you it".split())
