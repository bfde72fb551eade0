"""The words that predicates are read by."""

from __future__ import annotations

NEGATORS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "without"})
NEGATIVE_SUBJECTS = frozenset({"no", "nobody", "none", "nothing", "neither"})
NEGATIVE_OBJECTS = frozenset({"no", "nothing", "nobody", "none"})
NEVER_BEFORE = frozenset({"before", "previously", "ever", "until"})
REFUSALS = frozenset({"fail", "refuse", "decline", "deny", "unable", "yet"})
BREAKS = frozenset({";", ":", "—", "–", "--", "(", ")", '"', "“", "”"})
CARRIERS = frozenset({"make", "file", "lodge", "launch", "give", "sign", "grant", "win", "announce", "enter", "issue"})
CONSIDERING = frozenset({"consider", "weigh", "mull", "plan", "prepare", "discuss", "contemplate"})
WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december morning afternoon evening night midnight noon hour minute day week month year time a.m. p.m. today yesterday "
    "tomorrow weekend place part way".split()
)
# "was forced to open" says that it opened; "wants to open" does not.
IMPLICATIVE = frozenset(
    {"force", "manage", "able", "begin", "start", "continue", "come", "go", "have", "proceed", "fail", "refuse"}
)
# What stands before them is of another clause: "may never know why he killed", "no bail in a shooting that killed one".
EMBEDDING = frozenset({"why", "how", "what", "where", "when", "whether"})
CONDITIONAL = frozenset({"if", "unless", "whether", "would", "could", "should", "might"})
# What only somebody wishes or fears, or does not understand, is not said to be so.
WISHED = frozenset({"pray", "wish", "hope", "fear", "idea", "wonder", "want", "dream", "imagine", "worry", "concern"})
# With one of these a verb tells of something else: doors are opened and fire is, people are released and names are.
IDIOMS = {
    "open": frozenset({"fire"}),
    "release": frozenset(
        "name identity information detail video audio footage statement report result picture photo photograph image recording "
        "transcript account description document record figure album book film".split()
    ),
}
UP = frozenset({"grow", "pick", "show", "end", "turn", "wind", "sign", "line", "wake", "open"})
# What somebody thinks or wants differs from day to day and from sentence to sentence.
ATTITUDES = frozenset(
    {
        "want",
        "decide",
        "like",
        "know",
        "think",
        "see",
        "look",
        "feel",
        "need",
        "try",
        "mean",
        "hear",
        "understand",
        "care",
        "vote",
        "run",
        "work",
        "talk",
        "speak",
        "use",
        "help",
        "happen",
        "believe",
        "hope",
        "love",
        "condone",
        "include",
        "call",
        "consider",
        "appear",
    }
)
LIGHT = frozenset(
    {
        "be",
        "have",
        "do",
        "get",
        "go",
        "make",
        "take",
        "come",
        "give",
        "become",
        "seem",
        "keep",
        "let",
        "begin",
        "start",
        "continue",
        "remain",
    }
)
