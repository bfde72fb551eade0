"""Word tables of the attribution reader: which verbs tell that somebody says or thinks something, and what stands around them.

Data only; lemmas are those of the tagger.
"""

from __future__ import annotations

from summarizer.language.words import REPORTING

# Seldom a verb of saying in news: left out although they report at times ("the rule", "the point").
_RARELY = frozenset({"brief", "point", "signal", "judge", "rule", "post", "advise", "hint"})
_MORE = frozenset(
    "accuse blame boast call challenge charge chide complain congratulate criticise criticize cite condemn decry demand denounce "
    "document elaborate exclaim find fret guess joke learn lament lambast mock muse opine pitch praise proclaim propose quip question "
    "reason refer recommend reiterate request retort shout slam sum theorise theorize tout trumpet voice want vow pledge promise threaten swear "
    "hope ask attest continue blast bemoan chant chime counter cry decide deem determine echo insinuate intimate "
    "interject liken encourage endorse mention predict prophesy protest rebut refute reject relate scoff sneer summarize summarise sigh "
    "corroborate dispute".split()
)
# How somebody speaks: cues only beside words in quotation marks ("he snapped", but not "the rope snapped").
QUOTED_ONLY = frozenset(
    "continue snap fume thunder growl bark yell scream roar whisper mutter murmur mumble gush enthuse moan grumble groan sob rage rant "
    "rave vent gasp plead beg blurt bellow hiss coo chuckle storm crow".split()
)
CUES = (REPORTING - _RARELY) | _MORE | QUOTED_ONLY

# Verbs of saying only with a clause that "that" opens: "ruled that", but not "ruled the sea".
THAT_ONLY = frozenset("rule hint signal advise post worry feel assume imply stipulate brief doubt".split()) - CUES

# The tagger takes these forms for nouns at times; after a subject they are verbs.
SURE_FORMS = frozenset(
    {"said", "says", "told", "tells", "added", "adds", "wrote", "writes", "believes", "insists", "argues"}
)

# Their object in words is what was said, even without a clause: "confirmed the deployment".
OBJECT_CUES = frozenset(
    "acknowledge admit affirm allege announce claim concede condemn confess confirm corroborate criticise criticize decry demand denounce "
    "deny disclose dismiss dispute emphasise emphasize estimate expect fear forecast indicate note predict project propose reaffirm "
    "recall recommend reiterate reject report reveal stress suggest underline verify warn blame accuse urge mention cite lament "
    "call mock echo praise question tout refute highlight describe detail encourage endorse".split()
)
# What is said comes with a preposition: "called for calm", "warned of floods".
WITH_PREPOSITION = {
    "call": frozenset({"for", "on"}),
    "warn": frozenset({"of", "about", "against"}),
    "point": frozenset({"to"}),
    "ask": frozenset({"about"}),
    "refer": frozenset({"to"}),
    "complain": frozenset({"about", "of"}),
    "accuse": frozenset({"of"}),
    "joke": frozenset({"about"}),
    "boast": frozenset({"about", "of"}),
}
# These count only with a clause, a quotation or what WITH_PREPOSITION names behind them, never with a bare object.
CLAUSE_ONLY = frozenset("find learn hope want agree decide determine think guess show relate call continue".split())
# Somebody is told: the noun phrase behind the verb is no part of what is said.
ADDRESSED = frozenset("tell inform remind assure warn notify advise ask".split())
# What somebody binds himself to comes as an infinitive: "vowed to rebuild".
COMMITTING = frozenset("vow pledge promise threaten swear want agree hope".split())
# "..., said Park": verbs that stand before their subject.
INVERTING = frozenset(
    "say add note write ask explain report warn argue reply answer quip recall remark reads state declare tweet observe insist joke "
    "snap fume thunder growl bark yell scream roar whisper mutter murmur gush enthuse moan grumble groan sob rage rant plead beg bellow "
    "continue assert conclude admit announce comment shout wonder boast predict caution claim suggest complain lament acknowledge show".split()
)
# "went on to assert": the verb before an infinitive that is done, not planned.
CATENATIVES = frozenset({"go", "continue", "proceed", "move", "appear", "seem"})
# "..., X said": what these tell of can stand before them.
TRAILING = INVERTING | frozenset("tell believe think demand learn estimate fear maintain".split())
# People and bodies that are cited without a name.
SOURCE_NOUNS = frozenset(
    "official officials source sources police authority authorities ministry agency agencies lawmakers witness witnesses people person "
    "residents experts analysts officers prosecutors investigators diplomats doctors media television radio newspaper newspapers outlet "
    "government military intelligence service services relatives insiders aides executives scientists researchers spokespeople".split()
)
# Sources that are papers, not people: the one they come from stands beside them.
DOCUMENTS = frozenset(
    "statement report tweet letter announcement post article study survey poll memo filing complaint affidavit data figures "
    "reports statements poll polls average analysis video footage records documents surveys studies statements comments remarks findings documents tweets posts email briefing speech message account update bulletin "
    "communique dispatch assessment estimate intelligence interview".split()
)
# Who finds things out by sitting over them: "the panel found the bank liable", but not "officers found two men".
FINDERS = frozenset(
    "panel commission inquiry court jury tribunal committee review audit inquest research investigation regulator".split()
)
FROM_WHOM = frozenset({"from", "by", "of"})
# Nouns that report as verbs do, and the verb of each.
NOUN_CUES = {
    "claim": "claim", "claims": "claim", "report": "report", "reports": "report", "statement": "state", "statements": "state",
    "assertion": "assert", "allegation": "allege", "allegations": "allege", "announcement": "announce", "warning": "warn",
    "warnings": "warn", "accusation": "accuse", "accusations": "accuse", "suggestion": "suggest", "prediction": "predict",
    "insistence": "insist", "admission": "admit", "acknowledgment": "acknowledge", "contention": "contend", "argument": "argue",
    "belief": "believe", "estimate": "estimate", "estimates": "estimate", "promise": "promise", "pledge": "pledge", "threat": "threaten",
    "complaint": "complain", "complaints": "complain", "confirmation": "confirm", "denial": "deny", "finding": "find", "findings": "find",
    "conclusion": "conclude", "comment": "comment", "comments": "comment", "remark": "remark", "remarks": "remark",
}  # fmt: skip
# Nouns that say what somebody is; in a name's run they are its title. Lower case, compared so.
ROLE_NOUNS = frozenset(
    "president minister premier chancellor secretary senator sen representative rep congressman congresswoman governor gov mayor councilman "
    "councilwoman councillor commissioner treasurer speaker leader chairman chairwoman chairperson chair chief director manager judge justice "
    "magistrate attorney prosecutor solicitor coroner ambassador envoy consul delegate spokesman spokeswoman spokesperson ceo cfo coo "
    "executive principal dean provost coach captain capt economist analyst scientist seismologist editor author actor actress singer pilot "
    "firefighter paramedic lawyer assemblyman assemblywoman lawmaker mp mep undersecretary administrator investigator candidate nominee "
    "correspondent reporter marshal founder professor prof doctor dr mr mrs ms miss mx sir dame lady lord king queen prince princess pope "
    "cardinal archbishop bishop rabbi imam sheikh ayatollah pastor rev reverend father sister brother general gen lieutenant lt colonel col "
    "major maj commander cmdr sergeant sgt corporal cpl admiral adm brigadier brig detective det inspector insp superintendent supt "
    "constable officer sheriff deputy trooper vice prime foreign strategist adviser advisor aide expert researcher fellow member "
    "official operator owner resident witness survivor neighbor neighbour student teacher farmer fisherman historian journalist "
    "columnist anchor host pollster counsel democrat republican rival mogul businessman billionaire activist organizer spokesmen "
    "head boss superstar star player striker goalkeeper champion soldier veteran psychologist physician surgeon nurse engineer "
    "first lady son daughter wife husband mother colleague friend incumbent widow widower defense interior finance health".split()
)
# What sort of speaker a pronoun stands for, and how many sentences back it may stand.
PRONOUN_SORTS = {"he": ("person", 3), "she": ("person", 3), "it": ("body", 1), "they": ("group", 1)}
SOURCE_PRONOUNS = frozenset(
    "he she they it who i we others some many both neither one another which that all everyone someone each several few".split()
)
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIME_WORDS = WEEKDAYS | frozenset(
    "today yesterday tomorrow tonight earlier later late early last this week month year morning afternoon evening night day weekend "
    "recently previously ago next now then again separately".split()
)
QUOTE_MARKS = frozenset({'"', "“", "”", "„", "‟", "″", "``", "''", "‘", "’", "'", "«", "»"})
