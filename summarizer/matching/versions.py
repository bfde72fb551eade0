"""Which statement of one version became which of the other: two lists of statements in, rows in reading order out.

Equal statements are matched first, as a longest common subsequence; of the rest, those most alike by rapidfuzz. A matched
pair that crosses the others has moved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, Levenshtein

from summarizer.domain.revision import Row, RowKind, WordKind, WordRun
from summarizer.domain.text import Statement
from summarizer.language.words import content_stems

# Likeness (0 to 100) from which two statements are one, rewritten. Rewritten sentences of one version pair score 55 to 95,
# other sentences of the same story mostly under 45; below it a removed and an added row read better than a forced pair.
REWRITTEN = 50.0
POSTING_LIMIT = 60
# Pieces of one wording times pieces of the other that are compared: memory grows with the product. Two sentences of 2,000
# words stay under it; longer ones are shown as taken out and put in but for what they begin and end with.
MOST_CELLS = 20_000_000

_PIECE = re.compile(r"\s+|[^\W_]+(?:[.,:'’-][^\W_]+)*|.", re.DOTALL)


def rows_of(before: Sequence[Statement], after: Sequence[Statement]) -> tuple[Row, ...]:
    """Every statement of both versions in exactly one row."""
    partner = _equal(before, after)
    partner.update(_rewritten(before, after, partner))
    moved = _moved(partner)
    taken = set(partner.values())
    removed = [i for i in range(len(before)) if i not in taken]
    return tuple(_in_order(before, after, (partner, moved, removed)))


def word_runs(before: str, after: str) -> tuple[WordRun, ...]:
    """The runs of words that turn `before` into `after`.

    >>> [f"{run.kind}:{run.text}" for run in word_runs("killed 12 men", "killed 21 men")]
    ['equal:killed ', 'delete:12', 'insert:21', 'equal: men']
    """
    old, new = _PIECE.findall(before), _PIECE.findall(after)
    runs: list[WordRun] = []
    for removed, added, stayed in _changed_together(_stretches(old, new)):
        runs += [WordRun(WordKind.DELETE, removed)] if removed else []
        runs += [WordRun(WordKind.INSERT, added)] if added else []
        runs += [WordRun(WordKind.EQUAL, stayed)] if stayed else []
    return tuple(runs)


def _changed_together(stretches: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """What was taken out, what was put in, what stayed behind both; changed words with a blank between them are one stretch."""
    removed = added = blank = ""
    for tag, old, new in stretches:
        if tag == "equal" and (old.strip() or not (removed and added)):
            yield removed, added, blank + old
            removed = added = blank = ""
        elif tag == "equal":
            blank = old
        else:
            removed, added, blank = removed + blank + old, added + blank + new, ""
    if removed or added or blank:
        yield removed, added, blank


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Whether it stayed, what was there, what is there now."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    inner = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(inner[0]) * len(inner[1]) <= MOST_CELLS:
        for op in Levenshtein.opcodes(old, new):
            yield op.tag, "".join(old[op.src_start : op.src_end]), "".join(new[op.dest_start : op.dest_end])
        return
    for tag, a, b in (("equal", old[:head], new[:head]), ("replace", *inner), ("equal", old[len(old) - tail :], new)):
        if a:
            yield tag, "".join(a), "".join(b)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many pieces both begin with."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _equal(before: Sequence[Statement], after: Sequence[Statement]) -> dict[int, int]:
    """after index -> before index of statements with the same words, in order first, then wherever they moved to."""
    old, new = [s.text for s in before], [s.text for s in after]
    partner: dict[int, int] = {}
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            partner.update(zip(range(op.dest_start, op.dest_end), range(op.src_start, op.src_end), strict=True))
    taken = set(partner.values())
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for i, text in enumerate(old):
        if i not in taken:
            free[text].append(i)
    for j, text in enumerate(new):
        if j not in partner and free[text]:
            partner[j] = free[text].popleft()
    return partner


def _rewritten(before: Sequence[Statement], after: Sequence[Statement], partner: dict[int, int]) -> dict[int, int]:
    taken = set(partner.values())
    old = [i for i in range(len(before)) if i not in taken]
    new = [j for j in range(len(after)) if j not in partner]
    scored = []
    for i, j in _proposed([before[i] for i in old], [after[j] for j in new]):
        a, b = before[old[i]], after[new[j]]
        if a.field == b.field and (score := _likeness(a.text, b.text)) >= REWRITTEN:
            scored.append((-score, abs(old[i] - new[j]), new[j], old[i]))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, j, i in sorted(scored):
        if j not in found and i not in used:
            found[j] = i
            used.add(i)
    return found


def _likeness(a: str, b: str) -> float:
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))


def _proposed(old: Sequence[Statement], new: Sequence[Statement]) -> list[tuple[int, int]]:
    """Pairs that share a content word which few statements hold."""
    postings: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, statements in enumerate((old, new)):
        for index, statement in enumerate(statements):
            for word in dict.fromkeys(content_stems(statement.text)):
                postings[word][side].append(index)
    pairs = {
        (i, j)
        for olds, news in postings.values()
        if len(olds) <= POSTING_LIMIT and len(news) <= POSTING_LIMIT
        for i in olds
        for j in news
    }
    return sorted(pairs)


def _moved(partner: dict[int, int]) -> set[int]:
    """The after indexes outside the longest run of pairs that keep their order (patience sorting)."""
    order = [(j, partner[j]) for j in sorted(partner)]
    tails: list[int] = []
    at: list[int] = []
    back: list[int] = []
    for n, (_, i) in enumerate(order):
        place = bisect_left(tails, i)
        back.append(at[place - 1] if place else -1)
        if place == len(tails):
            tails.append(i)
            at.append(n)
        else:
            tails[place], at[place] = i, n
    kept: set[int] = set()
    n = at[-1] if at else -1
    while n >= 0:
        kept.add(order[n][0])
        n = back[n]
    return {j for j, _ in order if j not in kept}


def _in_order(
    before: Sequence[Statement], after: Sequence[Statement], matched: tuple[dict[int, int], set[int], list[int]]
) -> Iterator[Row]:
    """Rows in reading order of `after`; a removed statement stands before the first kept one that followed it."""
    partner, moved, removed = matched
    waiting = deque(removed)
    for j, statement in enumerate(after):
        i = partner.get(j)
        if i is not None and j not in moved:
            while waiting and waiting[0] < i:
                yield _alone(before[waiting.popleft()], RowKind.REMOVED)
        yield _alone(statement, RowKind.ADDED) if i is None else _pair(before[i], statement, is_moved=j in moved)
    for i in waiting:
        yield _alone(before[i], RowKind.REMOVED)


def _alone(statement: Statement, kind: RowKind) -> Row:
    added = kind is RowKind.ADDED
    run = WordRun(WordKind.INSERT if added else WordKind.DELETE, statement.text)
    return Row(
        kind=kind, before=None if added else statement, after=statement if added else None, score=0.0, words=(run,)
    )


def _pair(before: Statement, after: Statement, *, is_moved: bool) -> Row:
    same = before.text == after.text
    kind = RowKind.MOVED if is_moved else RowKind.EQUAL if same else RowKind.CHANGED
    score = 100.0 if same else round(_likeness(before.text, after.text), 1)
    return Row(kind=kind, before=before, after=after, score=score, words=word_runs(before.text, after.text))
