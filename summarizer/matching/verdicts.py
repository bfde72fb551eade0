"""What holds between the facts of one slot: facts in, the sides they fall into and the relation between them out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations, pairwise

from summarizer.domain.facts import Bound, Clock, Fact, Grain, Kind, Moment, Name, Phrase, Quantity
from summarizer.domain.findings import Relation, Slot
from summarizer.language.meaning import concept
from summarizer.language.words import fold
from summarizer.matching.extents import allowed, sides
from summarizer.matching.normal import normal, plain
from summarizer.matching.offices import UNIQUE
from summarizer.matching.person_facts import ages_differ
from summarizer.matching.relations import answer_words
from summarizer.matching.spellings import LONG_NAME
from summarizer.matching.stages import is_stage
from summarizer.matching.unknowns import is_unknown
from summarizer.matching.views import REVISING

# What is counted while it goes on: a later and different figure is news, not a contradiction.
EVOLVING = frozenset(
    "death injury missing survive arrest charge shelter burn area contain destroy damage turnout "
    "vote share case hospital outage power rise decline postpone operation magnitude force".split()
)
# Words by which a later report says that what it gives is the newer figure.
CLIMBING = REVISING | frozenset(
    "now climbed risen rose soared rises climbs grown reaches reached still final remain remains remained barely".split()
)
# Words by which a report says that a state was the same all along.
LASTING = frozenset("remain remains remained still".split())
# Words by which a report says that a day was moved.
RESCHEDULING = REVISING | frozenset("postponed delayed rescheduled extended".split())
OFFICES = frozenset(UNIQUE.values())
FORMER = frozenset({concept("former"), "ex"})
# What one is until one leaves: not "suspect" or "soldier", which a report may leave "former" away from.
POSTS = frozenset(
    concept(w)
    for w in "executive ceo chairman chairwoman chair chief president minister director manager coach governor mayor commissioner "
    "secretary ambassador editor head boss captain leader speaker superintendent treasurer".split()
)
# Rules by which the values of a slot follow one another.
FOLLOWING = frozenset({"left_office", "denied_then_admitted", "state_moved_on"})
MONOTONE = frozenset({"death"})  # never falls of itself: a lower figure later is flagged


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a verdict needs to know around the facts: when each article came out, and each statement's words."""

    published: Mapping[str, datetime | None]
    statements: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The relation of a slot, its sides (each the facts that one value explains), the rule that decided and hints."""

    relation: Relation
    sides: tuple[tuple[Fact, ...], ...]
    reason: str
    hints: tuple[str, ...] = ()


def judge(slot: Slot, setting: Setting) -> Verdict | None:
    """The verdict on a slot, or None where nothing can be told."""
    if slot.told_apart:
        return _told_apart(slot)
    if any(is_unknown(f) for f in slot.facts):
        return _judge_unknown(slot)
    return _judge_kind(slot, setting)


def _judge_kind(slot: Slot, setting: Setting) -> Verdict | None:
    match slot.kind:
        case Kind.QUOTE:
            return _judge_wording(slot)
        case Kind.ATTRIBUTION:
            return _judge_speakers(slot, setting)
        case Kind.ROLE:
            return _judge_roles(slot, setting)
        case Kind.MANNER:
            return _judge_stages(slot) if is_stage(slot.facts[0]) else _judge_wordings(slot)
        case Kind.POLARITY:
            return _judge_answers(slot, setting)
        case Kind.NAME | Kind.PLACE:
            return _judge_holders(slot) if slot.facts[0].head in OFFICES else _judge_spelling(slot)
        case _:
            return _judge_values(slot, setting)


def _told_apart(slot: Slot) -> Verdict:
    """Each value is a side: whoever put them together knows that they exclude one another."""
    hints = ("spelling",) if slot.told_apart == "spelled_differently" else ()
    relation = Relation.UPDATE if slot.told_apart in FOLLOWING else Relation.CONFLICT
    return Verdict(relation=relation, sides=_by_text(slot.facts), reason=slot.told_apart, hints=hints)


def _judge_values(slot: Slot, setting: Setting) -> Verdict | None:
    values = [f.value for f in slot.facts if isinstance(f.value, Quantity | Moment | Clock)]
    if len(values) < len(slot.facts):
        return None
    if isinstance(values[0], Quantity) and values[0].parts:
        groups = _by_text(slot.facts)
    else:
        groups = tuple(tuple(slot.facts[i] for i in side) for side in sides([allowed(v) for v in values]))
    if len(groups) == 1:
        return _one_side(groups[0])
    if slot.kind is Kind.AGE and not _are_apart(groups, setting):
        return None
    hints = _hints(groups)
    if _moved_on(groups, setting):
        falls = _falls(groups, setting)
        if not falls or _says_revised(groups, setting, CLIMBING):
            return Verdict(
                relation=Relation.UPDATE,
                sides=groups,
                reason="later_value",
                hints=hints + (("falling_count",) if falls else ()),
            )
        hints += ("falling_count",)
    return Verdict(relation=Relation.CONFLICT, sides=groups, reason=_disjoint(slot.kind), hints=hints)


def _are_apart(groups: Sequence[Sequence[Fact]], setting: Setting) -> bool:
    """Whether two ages are more apart than the birthdays between the reports explain."""
    told = [
        [(f.value.number, setting.published[f.evidence.article]) for f in group if isinstance(f.value, Quantity)]
        for group in groups
    ]
    return any(ages_differ(a, b) for one, other in combinations(told, 2) for a in one for b in other)


def _by_text(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], ...]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(normal(fact.value) or "", []).append(fact)
    return tuple(tuple(g) for g in groups.values())


def _one_side(facts: tuple[Fact, ...]) -> Verdict | None:
    if len({f.evidence.article for f in facts}) < 2:
        return None
    relation = Relation.REFINE if len({_precision(f) for f in facts}) > 1 else Relation.AGREE
    return Verdict(
        relation=relation, sides=(facts,), reason="extents_nested" if relation is Relation.REFINE else "extents_meet"
    )


def _precision(fact: Fact) -> str:
    """How exactly a value is bounded: facts of one precision agree, a mixture is a refinement."""
    match fact.value:
        case Quantity(bound=Bound.EXACT | Bound.ABOUT):
            return "figure"
        case Quantity(bound=bound):
            return bound
        case Moment(grain=grain, modality=modality):
            return f"{grain} {modality}"
        case _:
            return ""


def _disjoint(kind: Kind) -> str:
    match kind:
        case Kind.DATE:
            return "dates_disjoint"
        case Kind.TIME:
            return "times_disjoint"
        case _:
            return "values_disjoint"


def _follow(groups: Sequence[Sequence[Fact]], setting: Setting) -> bool:
    """Whether each side was published wholly before the next."""
    periods = sorted(_period(g, setting) for g in groups)
    return ("", "") not in periods and all(a[1] < b[0] for a, b in pairwise(periods))


def _moved_on(groups: Sequence[Sequence[Fact]], setting: Setting) -> bool:
    """Whether the sides follow one another in time and count what goes on, or say that they were revised."""
    if not _follow(groups, setting):
        return False
    facts = [f for g in groups for f in g]
    if facts[0].kind in (Kind.DATE, Kind.TIME):
        return _says_revised(groups, setting, RESCHEDULING)
    if facts[0].kind is Kind.AGE:
        return False
    if facts[0].kind is Kind.DURATION or any(isinstance(f.value, Quantity) and f.value.ordinal for f in facts):
        return _says_revised(groups, setting, REVISING)
    evolving = sum(
        bool({concept(w) for w in (f.head, f.action, *f.context[: 2 if f.head else 4]) if w} & EVOLVING) for f in facts
    )
    return 2 * evolving > len(facts) or _says_revised(groups, setting, REVISING)


def _period(facts: Sequence[Fact], setting: Setting) -> tuple[str, str]:
    times = [setting.published[f.evidence.article] for f in facts]
    known = sorted(t.timestamp() for t in times if t is not None)
    return (f"{known[0]:020.3f}", f"{known[-1]:020.3f}") if len(known) == len(times) else ("", "")


def _says_revised(groups: Sequence[Sequence[Fact]], setting: Setting, words: frozenset[str]) -> bool:
    """Whether a statement of any side uses a word of revision; an earlier report may announce what the later one gives."""
    return any(words & set(fold(setting.statements[f.evidence.statement]).split()) for g in groups for f in g)


def _falls(groups: Sequence[Sequence[Fact]], setting: Setting) -> bool:
    facts = [f for g in groups for f in g]
    if not any({concept(w) for w in (f.head, f.action, *f.context[:2]) if w} & MONOTONE for f in facts):
        return False
    ordered = sorted(groups, key=lambda g: _period(g, setting))
    numbers = [g[0].value.number for g in ordered if isinstance(g[0].value, Quantity) and g[0].value.number is not None]
    return any(a > b for a, b in pairwise(numbers))


def _hints(groups: Sequence[Sequence[Fact]]) -> tuple[str, ...]:
    hints: list[str] = []
    values = [g[0].value for g in groups]
    for i, a in enumerate(values):
        for b in values[i + 1 :]:
            if isinstance(a, Quantity) and isinstance(b, Quantity) and a.number and b.number:
                hints += _number_hints(plain(abs(a.number)), plain(abs(b.number)))
            elif (
                isinstance(a, Moment) and isinstance(b, Moment) and a.grain is b.grain is Grain.YEAR and a.low and b.low
            ):
                hints += _number_hints(str(a.low.year), str(b.low.year))
            elif (
                isinstance(a, Moment) and isinstance(b, Moment) and a.low and b.low and a.grain is b.grain is Grain.DAY
            ):
                hints += ["day_month_swapped"] if (a.low.day, a.low.month) == (b.low.month, b.low.day) else []
    articles = [{f.evidence.article for f in g} for g in groups]
    if len(set.union(*articles)) == 1:
        hints.append("same_article")
    return tuple(dict.fromkeys(hints))


def _number_hints(a: str, b: str) -> list[str]:
    hints: list[str] = []
    if len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 2 and sorted(a) == sorted(b):
        hints.append("digits_swapped")
    if a.rstrip("0").replace(".", "").strip("0") == b.rstrip("0").replace(".", "").strip("0"):
        hints.append("factor_of_ten")
    return hints


def _judge_wording(slot: Slot) -> Verdict | None:
    """Facts of one wording share a key."""
    found = _by_key(slot.facts)
    if len(found) == 1:
        return Verdict(relation=Relation.AGREE, sides=found, reason="same_words")
    if len({f.evidence.article for f in slot.facts}) < 2:
        return None
    return Verdict(relation=Relation.CONFLICT, sides=found, reason="same_utterance_other_words")


def _judge_speakers(slot: Slot, setting: Setting) -> Verdict | None:
    """Speakers that differ, unless the statement of one names the other, too (a quotation in a reply)."""
    found = _by_key(slot.facts)
    if len(found) < 2 or len({f.evidence.article for f in slot.facts}) < 2:
        return None
    for side in found:
        others = (f for group in found for f in group if group is not side)
        if any(_voice(side) in fold(setting.statements[f.evidence.statement]) for f in others):
            return None
    return Verdict(relation=Relation.CONFLICT, sides=found, reason="same_words_other_speaker")


def _by_key(facts: Iterable[Fact]) -> tuple[tuple[Fact, ...], ...]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        assert isinstance(fact.value, Phrase)
        groups.setdefault(fact.value.key, []).append(fact)
    return tuple(tuple(g) for g in groups.values())


def _voice(side: Sequence[Fact]) -> str:
    return side[0].value.key if isinstance(side[0].value, Phrase) else ""


def _judge_unknown(slot: Slot) -> Verdict | None:
    """What one report leaves open and another tells became known: knowledge moved on."""
    sides = tuple(tuple(f for f in slot.facts if is_unknown(f) is open_still) for open_still in (True, False))
    return Verdict(relation=Relation.UPDATE, sides=sides, reason="became_known") if all(sides) else None


def _judge_holders(slot: Slot) -> Verdict:
    """One office, two people."""
    groups: dict[str, list[Fact]] = {}
    for fact in slot.facts:
        groups.setdefault(fold(fact.value.words[-1]) if isinstance(fact.value, Name) else "", []).append(fact)
    return Verdict(relation=Relation.CONFLICT, sides=tuple(map(tuple, groups.values())), reason="two_holders")


def _judge_wordings(slot: Slot) -> Verdict | None:
    """Answers in words: those that share a word say one thing, more or less exactly; an article that gives two leaves it open."""
    groups: list[list[Fact]] = []
    for fact in sorted(slot.facts, key=lambda f: (-len(answer_words(f)), f.display)):
        home = next((g for g in groups if any(answer_words(fact) & answer_words(f) for f in g)), None)
        if home is None:
            groups.append([fact])
        else:
            home.append(fact)
    found = tuple(tuple(g) for g in groups)
    told = [{f.evidence.article for f in g} for g in found]
    if len(found) == 1:
        verdict = Verdict(relation=Relation.AGREE, sides=found, reason=_same(slot.facts[0]))
        return verdict if len(told[0]) > 1 else None
    if len(found) > 2 or told[0] & told[1] or slot.kind is Kind.ROLE:  # somebody may hold two roles
        return None
    return Verdict(relation=Relation.CONFLICT, sides=found, reason="other_answer")


def _judge_stages(slot: Slot) -> Verdict:
    """Stages of one case, which follow one another."""
    return Verdict(relation=Relation.UPDATE, sides=_by_text(slot.facts), reason="state_moved_on")


def _judge_roles(slot: Slot, setting: Setting) -> Verdict | None:
    """What is the same; who has become a former one; nothing else, as somebody may hold two offices."""
    former, present = ([f for f in slot.facts if bool(FORMER & set(f.context)) is left] for left in (True, False))
    held = {w for f in present for w in f.context} & {w for f in former for w in f.context}
    if held & POSTS and _follow((present, former), setting) and _period(present, setting) < _period(former, setting):
        return Verdict(relation=Relation.UPDATE, sides=(tuple(present), tuple(former)), reason="state_moved_on")
    verdict = _judge_wordings(slot)
    return verdict if verdict is not None and not verdict.relation.is_discrepancy else None


def _same(fact: Fact) -> str:
    """A phrase has no question: it is told by itself."""
    return "same_answer" if fact.head else "same_phrase"


def _judge_answers(slot: Slot, setting: Setting) -> Verdict | None:
    """Yes and no contradict each other unless the state moves on and the sides follow one another; a plan comes about."""
    sides: dict[bool | None, list[Fact]] = {}
    for fact in slot.facts:
        if isinstance(fact.value, Phrase):
            sides.setdefault(fact.value.positive, []).append(fact)
    found = tuple(tuple(sides[key]) for key in (True, False, None) if key in sides)
    if len(found) < 2:
        return None
    follows = _follow(found, setting)
    if (
        follows
        and any("moves_elsewhere" in f.context for f in slot.facts)
        and not _says_revised(found, setting, LASTING)
    ):
        return None  # the stages of the case tell it
    if True in sides and False in sides:
        yet = any(" yet " in setting.statements[f.evidence.statement] for f in sides[False])
        left_open = all("open" in f.context for f in sides[False]) and _came_first(sides[False], sides[True], setting)
        if follows and (yet or left_open or any("evolves" in f.context for f in slot.facts)):
            return Verdict(relation=Relation.UPDATE, sides=found, reason="state_moved_on")
        return Verdict(relation=Relation.CONFLICT, sides=found, reason="said_and_denied")
    told, planned = _period(sides[True], setting), _period(sides[None], setting)
    if ("", "") in (told, planned) or planned[0] > told[1]:
        return None  # nobody knows which came first, or it is planned once more
    return Verdict(relation=Relation.UPDATE, sides=found, reason="plan_came_about")


def _came_first(one: Sequence[Fact], other: Sequence[Fact], setting: Setting) -> bool:
    return _period(one, setting) < _period(other, setting)


def _judge_spelling(slot: Slot) -> Verdict | None:
    groups: dict[tuple[str, ...], list[Fact]] = {}
    for fact in slot.facts:
        if isinstance(fact.value, Name):
            groups.setdefault(fact.value.words, []).append(fact)
    if _is_one_name(groups):
        return Verdict(relation=Relation.AGREE, sides=(slot.facts,), reason="same_name")
    found = tuple(tuple(g) for g in groups.values())
    return Verdict(relation=Relation.CONFLICT, sides=found, reason="spelled_differently", hints=("spelling",))


def _is_one_name(names: Iterable[tuple[str, ...]]) -> bool:
    """Whether each name is part of the longest: "Hutchinson" of "Asa Hutchinson"; of a long name that is a run of its words."""
    folded = sorted((tuple(fold(w) for w in words) for words in names), key=len)
    longest = folded[-1]
    return all(
        f" {' '.join(words)} " in f" {' '.join(longest)} " if len(words) > LONG_NAME else set(words) <= set(longest)
        for words in folded
    )
