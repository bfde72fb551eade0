"""One person through an article or a bundle: the names that were read in, each shorter form's full name out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from summarizer.domain.facts import Name
from summarizer.language.name_words import is_generation
from summarizer.language.words import fold

MOST_NAMESAKES = 50  # full names with one last word; beyond that a surname alone tells nobody apart

_NOT_PERSONS = frozenset({"organisation", "place"})


def resolve_people(names: Sequence[Name]) -> Mapping[Name, Name]:
    """For each name the fullest name of the same person; itself where there is none, or more than one.

    "Smith" and "Mr. Smith" are the only full name that ends in Smith; "John Smith" is "John Adam Smith"; where a
    "John Smith" and a "Mary Smith" are spoken of, "Smith" stays as it is.

    >>> john, smith = Name(words=("John", "Smith"), sort="person"), Name(words=("Smith",), title="Mr.")
    >>> resolve_people((john, smith))[smith].words
    ('John', 'Smith')
    """
    ends: defaultdict[str, dict[tuple[str, ...], Name]] = defaultdict(dict)
    for name in names:
        key = person_key(name)
        if len(key) > 1 and name.sort not in _NOT_PERSONS:
            _keep_best(ends[key[-1]], key, name)
    return {name: _fullest(name, ends.get(person_key(name)[-1], {})) for name in dict.fromkeys(names) if name.words}


def person_key(name: Name) -> tuple[str, ...]:
    """The words of a name to compare by: folded, without "Jr." and full stops.

    >>> person_key(Name(words=("José", "B.", "Díaz", "Jr.")))
    ('jose', 'b', 'diaz')
    """
    key = tuple(fold(word).rstrip(".") for word in name.words if not is_generation(word))
    return key or tuple(fold(word) for word in name.words)


def _keep_best(found: dict[tuple[str, ...], Name], key: tuple[str, ...], name: Name) -> None:
    """Of one name with and without a title or role keeps the one that tells more."""
    present = found.get(key)
    if present is None or _telling(name) > _telling(present):
        found[key] = name


def _telling(name: Name) -> tuple[bool, bool, int]:
    return (name.sort == "person", bool(name.role), len(name.words))


def _fullest(name: Name, same_end: Mapping[tuple[str, ...], Name]) -> Name:
    if name.sort in _NOT_PERSONS:
        return name
    key = person_key(name)
    if len(same_end) > MOST_NAMESAKES:
        return name
    fitting = {other: full for other, full in same_end.items() if _is_short_form(key, other)}
    if not fitting:
        return same_end.get(key, name)
    longest = max(fitting, key=lambda other: (len(other), other))
    if all(other == longest or _is_short_form(other, longest) for other in fitting):
        return fitting[longest]
    return name


def _is_short_form(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `short` leaves out words of `full` or cuts them to initials, and keeps first (if any) and last."""
    if len(short) > len(full) or short[-1] != full[-1] or short == full:
        return False
    if len(short) == 1:
        return True
    if not _is_initial_of(short[0], full[0]):
        return False
    at = 0
    for word in short:
        while at < len(full) and not _is_initial_of(word, full[at]):
            at += 1
        at += 1
    return at <= len(full)


def _is_initial_of(short: str, word: str) -> bool:
    return short == word or (len(short) == 1 and word.startswith(short))
