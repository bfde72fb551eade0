"""Figures that count nothing: a text in; the stretches that hold dates, clock times, codes, addresses and labels out."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.domain.text import Span

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_HALVES = r"(?:[ap]\.?\ ?m\b\.?|AM\b|PM\b)"
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_DASH = r"[-‐‑–—]"
_MONEY_CODE = (
    r"(?:(?:USD|EUR|GBP|AUD|CAD|NZD|HKD|SGD|CHF|JPY|CNY|RMB|INR|ZAR|NGN|KES|SEK|NOK|DKK|US|Rs\.?|RM|KSh\.?|Sh\.?|Tk\.?|Rp\.?|kr)\d"
    r"|R\d[\d,.]{0,12}\ ?(?:m|bn|b|million|billion|trillion)\b)"
)
_STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Square|Sq|Terrace|Parkway|Pkwy"
    r"|Highway|Hwy|Row|Crescent|Close|Mews|Plaza)\b"
)
# Words that name a thing by its number, whatever the case of their first letter.
_LABELS = (
    r"[Ff]lights?|[Hh]ighways?|[Rr]outes?|[Ii]nterstates?|[Rr]ooms?|[Nn]os?\.|[Nn]rs?\.|[Nn]umbers?|[Aa]rticles?|[Ss]ections?"
    r"|[Ss]ec\.|[Cc]hapters?|[Pp]aragraphs?|[Pp]ages?|[Pp]p?\.|[Rr]ows?|[Gg]ates?|[Pp]latforms?|[Tt]erminals?|[Dd]istricts?"
    r"|[Pp]recincts?|[Ww]ards?|[Cc]hannels?|[Vv]ersions?|[Pp]hases?|[Ll]evels?|[Tt]iers?|[Tt]ypes?|[Ll]anes?|[Ee]xits?"
    r"|[Jj]unctions?|[Pp]roposition|[Pp]rop\.|[Aa]mendments?|[Rr]esolutions?|[Ff]ormula|[Gg]roup\ of|[Uu]nits?|[Ss]uites?"
    r"|[Aa]pt\.?|[Aa]partments?|[Ee]pisodes?|[Ss]easons?|[Vv]olumes?|[Vv]ol\.|[Pp]arts?|[Mm]odels?|[Gg]enerations?|[Mm]ark"
    r"|[Qq]uestions?|[Ff]orms|[Bb]ox|[Zz]one|[Dd]ocket|[Rr]ules?|Bill|Lots?|Items?|Titles?"
)
# Labels that are also said before a count ("last year 12 civilians died"): only large or before a mark.
_LOOSE_LABELS = (
    r"[Gg]ame|[Ww]eek|[Dd]ay|[Yy]ear|[Rr]ound|[Ss]tage|[Ss]tep|[Gg]rades?|[Cc]lass|[Ll]ines?|[Cc]ase|[Cc]ount"
)
# Makers and names that go with figures, so that a headline's capitals cannot hide them.
_NAMED = (
    r"Boeing|Airbus|Embraer|Cessna|Antonov|Tupolev|Ilyushin|Sukhoi|Apollo|Soyuz|Voyager|Falcon|Artemis|iPhone|iPad|iOS|Windows"
    r"|Android|PlayStation|Xbox|Galaxy|Pixel|Formula|Covid|COVID|Nikkei|FTSE|Russell|Fortune|DAX|CAC|Dow|Nasdaq|ASX|KOSPI"
    r"|S\ ?&\ ?P|S\ P|Big|Pac|Super\ Bowl|Psalm|Euro|Rio|Interstate|Hwy|US|U\.S\.|Camp|Chapter|Radio|Studio|Fox|BBC|CNN|News|Stoxx|STOXX|ISO"
    r"|World\ War|Serie|Ligue|Bundesliga|Catch|Area|Title|Senate\ Bill|House\ Bill|Asiana|Delta|Lufthansa|Malaysia\ Airlines"
)

# The alternatives are grouped by the sign that they start with, so that at most places a look at one sign passes over all of
# them; within a group they are tried in this order. Each group but that of what may hang on a word starts where no word goes on.
_MAIL = r"(?<!\.)[\w.+-]{1,64}+@[\w-]{1,63}\S{0,200}"  # mail, handles
_OPENED_BY_DIGIT = rf"""
    {_MAIL}
    # dates
  | (?<!/)\d{{1,4}}/\d{{1,2}}/\d{{2,4}}(?![\w/])
  | (?<!-)\d{{4}}-\d{{2}}-\d{{2}}(?!\d)
  | (?<!-)\d{{1,2}}[-.]\d{{1,2}}[-.]\d{{4}}(?![\w-])
  | (?<![$£€.,]) (?:{_DAY}\ ?(?:{_DASH}|to|and|or)\ ?)? {_DAY} \s{{0,2}} (?:of\ )? {_MONTH} (?!\w) (?:,?\ \d{{4}}(?!\w))?
    # clock times
  | (?<![.,$£€-]) (?:\d{{1,2}}(?:[:.]\d\d)?\ ?(?:{_DASH}|to|and)\ ?)? \d{{1,2}} (?:[:.]\d\d)? \ ?{_HALVES}
  | \d{{1,2}} (?:\ (?:thirty|fifteen|forty-five))? \ ?(?:o['’]clock\b|[ap]\.m\.)
  | (?<![.,]) \d{{1,2}}:\d\d(?::\d\d)?(?:\.\d{{1,3}})?(?!\w)
  | (?<![.,]) [0-2]\d[0-5]\d\ ?(?:GMT|BST|UTC|CET|hrs|hours|h\b|local|Z\b)
    # numbers of telephones, networks, accounts
  | (?<![$£€]) \d{{1,4}} (?:[ -]?\(\d{{1,5}}\)[ -]?|[ -]) \d{{3,4}}[ -]\d{{3,4}}(?!\w|,\d)
  | (?<!-)\d{{3}}-\d{{4}}(?![\w-])
  | (?<!\.)\d{{1,3}}\.\d{{1,3}}\.\d{{1,3}}(?:\.\d{{1,3}})?(?![\w])
    # years that belong together, decades, nicknames of days, shares
  | (?<![.,$£€]) (?:1[5-9]|20)\d\d {_DASH} (?:(?:1[5-9]|20)\d\d|\d\d)(?![\w%])
  | (?<![.,]) \d{{1,4}}['’]?s(?!\w)
  | (?<![/$£€.,])(?:9/11|7/7|24/7|50/50|20/20|24-7|50-50|20-20|4x4|26/11|10/7|[12]0?/6)(?![\w/])
    # addresses
  | (?<![$£€.,-])\d{{1,5}}\ (?:[NSEW]\.?\ )?(?:(?:[A-Z][\w'’.-]{{0,24}}|\d{{1,3}}(?:st|nd|rd|th))\ ){{1,3}}{_STREET}
  | \d{{1,5}}(?:th|st|nd|rd)?\ block\ of
    # a letter or figure that the number is glued to: 737-800, 401(k), 3-D, 5G, 16-E
  | (?<![.,$£€]) \d{{3}}-\d{{1,2}}(?![\w%]|,\d) (?=\ (?:jet|Dreamliner|aircraft|plane|airliner|MAX|Max))
  | (?<![.,$£€]) \d{{1,4}}(?:\([a-z0-9]\)|-?[A-Z](?![\w°.]|\$))(?<!C)(?<!F)(?<!K)(?<!M)(?<!B)(?<!W)(?<!T)
  | (?<![.,$£€]) [1-9][GDKX](?!\w)
    # broadcasters and programmes: 5 News, 9 News, 7 News, ITV's 10 O'Clock News
  | (?<![.,$£€-]) \d{{1,2}} (?=\ (?:News(?!\ [a-z]{{2,12}}s\b)|NEWS|Newsroom|O['’]Clock)(?!\w))
    # numbered things
  | \d{{5}}(?=\ (?:ZIP|zip))
  | (?:911|999)(?=\ (?:call|dispatch|operator|emergency))
  | ^\d{{1,2}}[.)]\s
  | \d{{2,3}}(?:\.\d)?\ ?(?:FM|AM)(?!\w)
  | (?<![.,])\d{{1,2}}['’′]\ ?\d{{1,2}}(?!\d)(?:''|’’|["”″])?
  | \d\d-?(?i:somethings?)
"""
_ONE_AFTER = "no|any|every|some|which|this|that|each|the|a|last|next|another|only|big|little|loved|right|wrong|new|old"
_OPENED_BY_LETTER = rf"""
    {_MAIL}
  | {_MONTH} \s{{0,2}} (?:the\ )? {_DAY} (?:\ ?(?:{_DASH}|to|and|&)\ ?{_DAY}(?!\w|,\d|\ (?:percent|per\ cent|million)))?
    (?![\w%]|[.,:]\d|\ ?(?:percent|per\ cent|million|billion)\b) (?:,?\ \d{{4}}(?!\w))?
  | (?:{_HOURS}) (?:\ (?:thirty|fifteen|forty-five))? \ ?(?:o['’]clock\b|[ap]\.m\.)
    # a letter that the number is glued to: F-16, G7, STS-134
  | (?=[A-Za-z.]{{1,16}}+[-‐‑–]?\d) (?<![$£€]) (?!magnitude-|Magnitude-|foot-|feet-|ft-|minus-|Minus-|to-|mid-|sub-|{_MONEY_CODE})
    [A-Za-z][A-Za-z.]{{0,15}} [-‐‑–]? (?<!pre-)(?<!post-)(?<!non-) \d{{1,6}} (?:[-/.]?\w{{1,6}})?
    # numbered things; no label is longer than eleven letters
  | (?=[A-Za-z.]{{2,11}}+\ (?:of\ )?\#?\d) (?<!-) (?:
      (?:{_LABELS}) \ \#? \d{{1,5}} (?:\([a-z0-9]{{1,3}}\))? (?![\w%]|[,.]\d|\ (?:percent|per\ cent|people|men|women|million|miles|km|hours|minutes|days))
      (?:(?:{_DASH}|,\ |\ and\ |\ to\ |\ or\ )\d{{1,5}}(?![\w%]|[,.]\d|\ [a-z]))?
    | (?:{_LOOSE_LABELS}) \ \d{{1,3}} (?![\w%]|[,.]\d) (?=\ of\ |[.,;:)!?]|\s*$) )
  | (?=[A-Zi]) (?<!-) (?:{_NAMED}) [ -] (?:\d{{1,4}}|{_HOURS})(?:-\d{{1,3}})? (?![\w%]|[,.]\d|\ (?:percent|per\ cent|people|million|miles|km|points))
  | [A-Z]{{2}}\ \d{{5}}(?![\w,]) | (?i:s&?p\ 500\b)
  | [Tt]op[ -](?:ten|\d{{1,3}})(?!\w)
  | (?:call(?:ed|s|ing)?|dial(?:ed|s|ing|led)?|phone[ds]?|rang|ring)\ (?:911|999|112|000|111)(?!\w)
    # phrases that only look like numbers
  | [Oo](?i:ne(?:\ (?:another|day|thing|by\ one|after\ another|of\b|way|time|and\ (?:all|only|the\ same)|on\ one)|['’]s
      |-(?:time|off|way|sided|stop|on-one|man|liner|hit|shot|handed|to-one)))
  | (?=[^\W\d]{{1,7}}+[ -][Oo]) (?i:(?:{_ONE_AFTER})[ -]one\b(?!-|\ (?:mile|kilomet|metre|meter|foot|year|month|week|hour|minute|per|million|billion|hundred|thousand|dollar|person|man\b|woman|pound))
      |at\ one\ (?:point|time|stage)|for\ one\b(?!\ (?:year|month|week|day|hour|person|man|woman))
      |square\ one|day\ one|number\ one)
  | (?=[^\W\d]{{2,4}}+\ [Tt]wo) (?i:(?:in|into|and|their|his|her|its)\ two\b(?=[.,;:!?]|\s*$))
  | [Tt](?i:wo(?:-(?:way|faced|fold|tone|timing|piece|bit)|\ cents)|wenty-?something|hirty-?something)
  | [Ff](?i:orty-?something|ifty-fifty) | [Nn](?i:ine\ to\ five) | [Cc](?i:loud\ nine|atch-?22) | [Bb](?i:ack\ to\ one)
  | [Aa](?i:\ million\ times) | [Ee](?i:leventh\ hour) | (?i:six\ feet\ under)
"""
_TRAPS = re.compile(
    rf"""
    # addresses on the net and what else may hang on a word
    https?://\S{{1,2000}} | www\.\S{{1,2000}} | \(\d{{3}}\)\ ?\d{{3}}-\d{{4}} | \#\d{{1,6}}
  | (?<!\w) (?: (?=\d)(?:{_OPENED_BY_DIGIT}) | (?=[^\W\d])(?:{_OPENED_BY_LETTER})
      # opened by another sign
      | {_MAIL}
      | (?<![$£€])\+\d{{1,4}} (?:[ -]?\(\d{{1,5}}\)[ -]?|[ -]) \d{{3,4}}[ -]\d{{3,4}}(?!\w|,\d)
      | (?<![.,])['’]\d{{1,4}}['’]?s(?!\w) | ['’]\d\d(?!\w)
      | ^\s{{0,3}}\(?\d{{1,2}}[.)]\s )
    """,
    re.VERBOSE,
)

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DISTANT_YEAR = re.compile(r"(?:1\d|2[01])\d\d")
_TIMING = re.compile(r"(?<!\w)(?:in|since|by|until|during|A\.D\.|AD) $", re.IGNORECASE)
_HEDGED = re.compile(
    r"(?:at least|more than|nearly|almost|up to|as many as|(?:fewer|less) than|over|some|approximately|roughly|an estimated|another) $",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[ -](?:[a-z]{3,20} ){0,2}(?:people|persons?|residents|homes|houses|households|soldiers|troops|workers|employees|jobs|votes|families"
    r"|children|students|passengers|deaths|dead|cases|patients|police|officers|civilians|migrants|refugees|members|vehicles|cars"
    r"|buildings|customers|prisoners|inmates|guests|fans|protesters|demonstrators|pages|rooms|words|points|stores|men|women|victims)\b"
)
_CAPITALISED = re.compile(r"(?<![\w’'-])[A-Z][\w’'.-]{0,24}[ ]$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_HEADLINE_SHARE = 0.6
# Before a figure these are no names, though they may be written large: the first word of a sentence, a day.
_NO_NAME = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|At|In|On|By|For|From|To|Of|With|And|But|Or|About|Around|Some|Over|Under"
    r"|Nearly|Almost|Only|Just|Than|Least|Aged?|Ages|All|These|Those|Another|Up|Between|Is|Are|Was|Were|Has|Have|Had"
    r"|Kills?|Killed|Injures?|Leaves?|Magnitude|Category|That|After|Least|Minus|Plus|While|When|As|If|It|Is)[ ]$"
)


def traps(text: str) -> tuple[Span, ...]:
    """Where figures stand that count nothing, in text order.

    >>> text = "On Oct. 23 at 6:10 p.m. an F-16 from 12 Main Street hit 3 cars."
    >>> [span.of(text) for span in traps(text)]
    ['Oct. 23', '6:10 p.m.', 'F-16', '12 Main Street']
    """
    return tuple(Span(*m.span()) for m in _TRAPS.finditer(text))


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits there are a year rather than a count.

    >>> is_year("In 2016 it rose", 3, 7), is_year("some 2000 people", 5, 9)
    (True, False)
    """
    if not _YEAR.fullmatch(text, start, end):
        dated = _DISTANT_YEAR.fullmatch(text, start, end) and _TIMING.search(text, max(0, start - 8), start)
        return dated is not None and not text[end : end + 2].strip().isalpha()
    if _TIMING.search(text, max(0, start - 8), start):
        return True
    if _COUNTED.match(text, end):
        return False
    return not (_HEDGED.search(text, max(0, start - 16), start) and text[end : end + 2].strip().isalpha())


# A figure with its thousands apart is a count, whoever stands before it: "gave Ana Diaz 1,284,317 votes".
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,5}(?!\d)")


def is_name_part(text: str, start: int) -> bool:
    """Whether a name stands right before the bare figure at `start`, so that the figure belongs to it; not in a headline.

    >>> is_name_part("the Ariane 5 rocket", 11), is_name_part("On Friday 5 died", 10), is_name_part("Heavy Ariane 5 Test", 13)
    (True, False, False)
    """
    if _GROUPED.match(text, start):
        return False
    match = _CAPITALISED.search(text, max(0, start - 28), start)
    if match is None or match.start() == 0 or _NO_NAME.fullmatch(match.group()):
        return False
    return not is_headline(text)


@lru_cache(maxsize=4)
def is_headline(text: str) -> bool:
    """Whether most words start with a capital, as in a title: then a capital marks no name."""
    words = [m.group() for m in _WORD.finditer(text)]
    return len(words) > 2 and sum(w[0].isupper() for w in words) / len(words) > _HEADLINE_SHARE
