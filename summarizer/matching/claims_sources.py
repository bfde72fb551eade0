"""Whom several statements have it from: statements of one claim in, the named source that all of them cite out, if any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from summarizer.domain.report import ReadStatement
from summarizer.language.words import STOP_WORDS, WORD, fold, stem

# Words that say what a source is, not who: "NIS officials" and "the NIS" are one source.
_SORTS = frozenset(
    stem(w)
    for w in (
        "agency authority bureau chief department director general head leader minister ministry office officer official "
        "president report secretary service source spokesman spokesperson spokeswoman statement mr mrs ms dr gen lt col sgt capt"
    ).split()
)


def named_source(statements: Sequence[ReadStatement]) -> bool:
    """Whether every article's statements in the claim come from one and the same source that is named.

    A title seldom says where it has it from: it goes by the article's other statements.
    """
    told = [s.statement for s in statements if s.statement.field == "text"]
    articles = {s.statement.article for s in statements}
    if not told or {s.article for s in told} != articles:
        return False
    keys = [source_key(s.speaker) for s in told]
    return all(keys) and bool(reduce(lambda a, b: a & b, keys))


def source_key(speaker: str | None) -> frozenset[str]:
    """What a source is known by: its names, and the initials of a name of three words or more; nothing for who has no name.

    >>> sorted(source_key("the National Intelligence Service") & source_key("South Korea's NIS"))
    ['nis']
    >>> source_key("police"), source_key("a spokesman"), source_key("He")
    (frozenset(), frozenset(), frozenset())
    """
    if speaker is None:
        return frozenset()
    words = [m.group() for m in WORD.finditer(speaker)]
    named = [w for w in words if w[0].isupper() and fold(w) not in STOP_WORDS]
    initials = "".join(fold(w)[0] for w in named)
    own = {fold(w).removesuffix("'s") for w in named if stem(w) not in _SORTS}
    return frozenset(own | ({initials} if len(named) >= 3 else set()))
