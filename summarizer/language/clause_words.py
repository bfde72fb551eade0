"""The words that the clause rules look for, and how far they look."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.domain.text import Token

Tokens = Sequence[Token]
NOMINAL = frozenset(["NOUN", "PROPN"])
LIGHT = frozenset(["ADV", "PART", "AUX"])  # may stand between a subject and its verb
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. jan feb mar apr jun jul aug sept oct nov dec spring "
    "summer autumn winter week weekend month year quarter decade century day morning afternoon evening night noon midnight today "
    "yesterday tomorrow tonight a.m. p.m.".split()
)
STATES = frozenset("dead missing alive homeless unaccounted".split())  # nouns of their own: "12 dead"
SUFFERED = frozenset(
    "injured wounded hurt displaced killed arrested detained hospitalised hospitalized".split()
)  # "12 injured"
FINDING = frozenset("fear find confirm presume believe report declare".split())  # "12 feared dead"
HEDGES = frozenset("least most more less about some few several".split())
CLAUSE_WORDS = frozenset("when where while why whether how then".split())
CATENATIVES = frozenset(  # verbs and adjectives that leave what happens to the infinitive after them
    "expect believe plan set schedule try attempt begin start continue fail need want intend seem appear think say report allege know "
    "suppose vow threaten prepare agree refuse decline hope manage due likely unlikely ready able unable poise go slate aim seek "
    "estimate fear understand pledge promise propose".split()
)
LONGEST_PHRASE = 10
LONGEST_GROUP = 10  # helpers of one verb
LONGEST_LOOK = 60  # words to look back over: no clause is longer, and hostile text must not cost its square
