"""The families of states of lexicons/states.txt: two poles of one question, and the phrases of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources

from summarizer.language.words import stem

POLES = {"+": True, "-": False, "=": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A family of states: its name, whether it moves on by itself, and whether it is one of the whole event."""

    name: str
    evolves: bool = False
    event_wide: bool = False
    of_parts: bool = False  # one report may say both, of parts
    staged: bool = False  # told by the stages of a case
    moves_elsewhere: bool = False  # so is how it moves on, not what contradicts itself
    contest: bool = False  # one has many: only what is told of both sides is of one of them
    of_subject: bool = False  # said of who does it ("she will leave"), not of what follows


@cache
def states() -> dict[str, tuple[tuple[tuple[str, ...], State, bool | None], ...]]:
    """First word of a phrase -> its phrases, longest first, with the family and pole."""
    content = resources.files("summarizer").joinpath("lexicons/states.txt").read_text("utf-8")
    table: defaultdict[str, list[tuple[tuple[str, ...], State, bool | None]]] = defaultdict(list)
    state = State(name="")
    for line in content.splitlines():
        if not line or line.startswith("#"):
            continue
        if line[0] in "+-=":
            for phrase in filter(None, (p.strip() for p in line[1:].split(","))):
                words = tuple(stem(w) for w in phrase.split())
                table[words[0]].append((words, state, POLES[line[0]]))
        else:
            name, _, how = line.partition(" ")
            state = State(
                name=name,
                evolves="evolves" in how.split(),
                event_wide="event" in how.split(),
                contest="contest" in how.split(),
                of_subject="subject" in how.split(),
                of_parts="parts" in how.split(),
                staged="staged" in how.split(),
                moves_elsewhere="conflicts" in how.split(),
            )
    return {word: tuple(sorted(rows, key=lambda r: -len(r[0]))) for word, rows in table.items()}
