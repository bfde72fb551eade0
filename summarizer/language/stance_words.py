"""Word tables of the stance reader: which words say how sure a source is, what is negated, what is not known yet.

Data only, as fragments of regular expressions. The order inside a table does not matter: the longest match at a place
wins because every fragment ends at a word boundary and longer ones stand first.
"""

from __future__ import annotations

from summarizer.domain.facts import Kind

# Applies to the clause it stands in, before or behind it: "reportedly killed 12", "12 were reportedly killed".
ALLEGED_ADVERBS = r"allegedly|reportedly|purportedly|supposedly|ostensibly|apparently|presumably|rumou?red|unconfirmed"
# Applies to what follows: "is said to have killed 12"; and to the subject: "12 men are accused of".
ALLEGED_VERBS = (
    r"(?:is|are|was|were|been|being)\s+(?:said|reported|believed|thought|alleged|understood|rumou?red|feared|suspected)\s+to"
    r"|(?:claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|accus(?:es?|ed|ing)|suspected\s+of|on\s+suspicion\s+of"
    r"|suspect(?:s|ed)?\s+that|believ(?:es?|ed)(?:\s+that|\s+to)|may\s+have|might\s+have|could\s+have"
    r"|feared\s+(?:dead|drowned|killed|trapped|lost|missing))"
)
# Applies to the noun phrase right behind: "a suspected broken ankle", not to the rest of the clause.
ALLEGED_ADJECTIVES = r"suspected|alleged|purported|presumed|possible|potential"

EXPECTED = (
    r"will(?!\s+of\b)|won['’]t|shall|would(?!\s+have\b)|['’]ll|(?:is|are|was|were|be|been)\s+(?:\w{1,12}ly\s+)?"
    r"(?:expected|set|due|likely|scheduled|slated|projected|forecast|forecasted|predicted|estimated|poised|planned|planning"
    r"|going|supposed|bound|anticipated|about|to\s+be)(?:\s+to)?"
    r"|expect(?:s|ed|ing)?|forecast(?:s|ed|ing)?|project(?:s|ed|ing)|predict(?:s|ed|ing)?|anticipat(?:es?|ed|ing)"
    r"|could(?!\s+have\b|\s+not\b|n['’]t)|may(?!\s+have\b|\s+\d)|might(?!\s+have\b)"
    r"|plan(?:s|ned|ning)?\s+(?:to|for|on)|intend(?:s|ed)?\s+to|aim(?:s|ed)?\s+to|hop(?:es|ed|ing)\s+(?:to|for|that)"
    r"|vow(?:s|ed)?\s+to|pledg(?:es|ed)\s+to|promis(?:es|ed)\s+to|threaten(?:s|ed)\s+to|agreed\s+to|wants?\s+to"
    r"|scheduled\s+(?:for|to)|slated\s+(?:for|to)|due\s+(?:to|in|on|at|by)|expected\s+(?:to|by|in|on)"
    r"|projected|proposed|planned|upcoming|likely\s+to"
)

# "official figures", "confirmed", but not "officials" or "confirmed that it will".
CONFIRMED = (
    r"confirm(?:s|ed|ing)?|acknowledg(?:es?|ed|ing)|admit(?:s|ted|ting)?|conced(?:es|ed|ing)\s+that|officially\s+(?:recorded|reported|put|counted|stands?|dead|identified)|official(?=\s+(?:figures?|tolls?|counts?|data|results?|statistics))"
    r"|verif(?:ies|ied|ying)|corroborat(?:es?|ed|ing)|concluded\s+that|established\s+that"
)
# Undoes CONFIRMED at its place.
NOT_CONFIRMED = (
    r"(?:not|n['’]t|never|cannot|neither|nor|without|unable\s+to|declin\w{1,4}\s+to|refus\w{1,4}\s+to|could\s+not|yet\s+to|to\s+be"
    r"|if|until|unless|whether)\s+(?:\w{1,14}\s+){0,3}"
)

# A source that cannot confirm passes on what others say.
UNCONFIRMED = (
    r"(?:not|n['’]t|cannot|unable\s+to|yet\s+to|declin\w{1,4}\s+to|refus\w{1,4}\s+to)\s+(?:(?:be|been|yet|immediately|independently|officially)\s+){0,3}"
    r"(?:confirm(?:ed)?|verif(?:y|ied)|corroborat(?:ed?))"
)

DENIED = (
    r"den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|disput(?:es?|ed|ing)|ruled?\s+out"
    r"|(?:call(?:s|ed|ing)?|describ(?:es?|ed|ing))\s+(?:\w{1,14}\s+){1,6}?(?:as\s+)?(?:an?\s+)?[\"“‘']?(?:false|untrue|fake|baseless|groundless"
    r"|a\s+lie|lies|a\s+fabrication|fabricated|a\s+fairy\s+tale|a\s+hoax|nonsense|disinformation|fairy\s+tale|lie|hoax|fabrication)"
)
# What must follow DENIED verbs for a report to be denied, not an offer, a visa or a member of staff.
DENIED_OBJECT = (
    r"\s+(?:that\b|\w{1,14}ing\b|(?:(?:the|any|all|these|those|such|its|his|her|their|an?|widespread|media|earlier)\s+){0,3}"
    r"(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|accounts?|involvement|wrongdoing|responsibility"
    r"|knowledge|statements?|assertions?|speculation|figures?|tolls?|numbers?|idea|notion|version|story|stories|it\b|this\b))"
)
# Of each table above, stems of which every phrase holds one: without them its pattern need not be tried.
DENIED_STEMS = ("den", "dismiss", "reject", "refut", "disput", "rule", "call", "describ")
CONFIRMED_STEMS = (
    "confirm",
    "acknowledg",
    "admit",
    "conced",
    "official",
    "verif",
    "corroborat",
    "concluded",
    "establish",
)
EXPECTED_STEMS = (
    *"will won shall would 'll ’ll expect due likely schedul slat project forecast predict estimated poised plan going suppos".split(),
    *"bound anticipat about could may might intend aim hop vow pledg promis threaten agreed want propos upcoming".split(),
    *(" set", "to be"),
)
ALLEGED_STEMS = (
    *"alleg reportedly purported supposedly ostensibly apparently presum rumo confirm believe fear".split(),
    *"suspect suspicion claim accus verif corroborat possible potential".split(),
    *("said to", "reported to", "thought to", "understood to", "may have", "might have", "could have"),
)
# Verbs that say so by themselves when they are the cue of an attribution.
DENYING_CUES = frozenset({"deny", "dismiss", "reject", "refute", "dispute", "rebut"})
CONFIRMING_CUES = frozenset({"confirm", "acknowledge", "admit", "concede", "verify", "corroborate"})
ALLEGING_CUES = frozenset(
    {"claim", "allege", "accuse", "suspect", "believe", "think", "suggest", "imply", "speculate", "fear", "blame"}
)
EXPECTING_CUES = frozenset(
    {
        "expect",
        "predict",
        "forecast",
        "project",
        "anticipate",
        "plan",
        "vow",
        "pledge",
        "promise",
        "threaten",
        "hope",
        "intend",
        "aim",
    }
)

NEGATOR = (
    r"not|cannot|\w{2,8}n['’]t|no|never|without|neither|nor|none|nobody|nothing|hardly|"
    r"fail(?:s|ed|ing)?\s+to|failure\s+to|yet\s+to|refus(?:es|ed|ing)\s+to|declin(?:es|ed|ing)\s+to|"
    r"(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing))(?=\s+(?:that\b|any\b|\w{1,14}ing\b))|unable\s+to|stopped\s+short\s+of|ruled\s+out|no\s+longer|"
    r"(?:no|rather|instead)\s+than|instead\s+of|rather\s+than"
)
# These hold a negator but negate nothing: "no fewer than 12", "not only", "pleaded not guilty".
NOT_NEGATIVE = (
    r"no\s+(?:fewer|less|more|later|earlier|sooner|doubt|matter|longer\s+than)\b|not\s+(?:only|just|merely|least|far|long|guilty|including|counting|to\s+mention|surprisingly)\b"
    r"|no\.\s?\d|whether\s+or\s+not|if\s+not\b|than\s+not\b|not-|no-|did\s+not\s+(?:deny|rule\s+out|dispute)|(?:did|does|do|would|could)n['’]t\s+(?:deny|rule\s+out|dispute)"
    r"|has\s+not\s+(?:denied|ruled\s+out)|why\s+not\b|not\s+(?:un|in)\w+"
)

# Where a clause ends for scope: nothing said on one side holds on the other.
CLAUSE_BREAK = (
    r";|:\s|\s[—–―]\s?|—|\s--\s|[.!?][\"”’']?\s|,?\s+but\s|,?\s+(?:although|though|whereas|while|because|unless|despite|since|until|before|after|when|if)\s"
    r"|,\s+(?:and|or|so|yet|which|who|whose|where|with|including|adding|saying|according)\s"
    r"|\s+and\s+(?=(?:will|would|could|may|might|is|are|was|were|has|have|had|did|does|that|it|he|she|they|the|a|an|another|injur|wound|kill|left|hurt)\w{0,6}\s)"
    r"|\s+(?:who|whose|which|where)\s|\s+that\s+(?=\w)"
)

# Who, what, when of a question that is still open, by its words; the first that fits wins.
OPEN_QUESTIONS: tuple[tuple[str, Kind], ...] = (
    (r"\bages?\b|how old", Kind.AGE),
    (r"how many|how much (?:of|larger)|\bnumbers?\b|death toll|\btolls?\b|\bcount\b|\bfigures?\b|casualt", Kind.NUMBER),
    (r"how much|\bprices?\b|\bcosts?\b|\bterms\b|\bvalue\b|\bamount\b|\bsalary\b|\bfee\b", Kind.MONEY),
    (r"how long|\bduration\b|\blength\b", Kind.DURATION),
    (r"what time", Kind.TIME),
    (r"\bwhen\b|\bdates?\b|\bday\b|timetable|\btiming\b|\bschedule\b|\bdeadline\b", Kind.DATE),
    (r"\bwhere\b|\blocations?\b|whereabouts|\bvenue\b|\bdestination\b|\bsite\b", Kind.PLACE),
    (
        r"\bmotives?\b|\bcauses?\b|\breasons?\b|\bwhy\b|circumstances|\bhow\b|what (?:caused|led|prompted|sparked|triggered)|\borigin\b",
        Kind.MANNER,
    ),
    (r"\bwhether\b|\bif\b", Kind.POLARITY),
    (r"occupation|\brole\b|relationship|nationalit", Kind.ROLE),
    (r"\barrests?\b", Kind.POLARITY),
    (
        r"\bnames?\b|\bresponsibility\b|\bsuspects?\b|\bvictims?\b|identit|identif|\bwho\b|\bwhom\b|\bnamed\b|\bperpetrators?\b|\bowner\b",
        Kind.NAME,
    ),
    (r"\bconditions?\b|\bextent\b|\bdetails?\b|\bwhat\b|injur", Kind.MANNER),
)
