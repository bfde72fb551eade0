"""Fits the tagger and the lemma rules of language/tagging.py on the treebank and measures them on its dev part.

    python -m benchmarks.train_tagger [--epochs 5] [--dry]

Averaged perceptron over universal parts of speech. Each training sentence is seen as written; a third of them also in
title case, a sixth in lower case and a tenth in capitals, as headlines come. Same seed, same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from summarizer.language import tagging
from summarizer.language.tagging import LONGEST_SUFFIX, TAGS, casing, features, history, lemma_rule, reduced

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "treebank.jsonl.gz"
OUT = Path(tagging.__file__).parents[1] / tagging.WEIGHTS
SEED = 20241124
RARE = 3  # a weight is fitted for what stands that often in the text
UNSEEN = 0.2  # of the visits hide the word itself, so that its surroundings learn to do without (dev +.001)
LEXICAL = "wc4pnv"  # features that name the word itself
MORE_NAMES = 400_000  # room for features of the tags before, met on the way
SURE_COUNT, SURE_SHARE = 60, 0.998  # words whose tag is not asked for: seen that often, that nearly always the same
SCALE = 16.0  # weights are kept as whole numbers of this fraction
HEADLINES = 0.35  # of the sentences have a telegraphic copy
SMALL_WORDS = frozenset("a an the and but or for nor of to in on at by as from with".split())
Weights = npt.NDArray[np.float64]
Encoded = tuple[str | None, list[int], list[int]]
INDEX = {name: number for number, name in enumerate(TAGS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words as the tokenizer cuts them, with gold tags and lemmas."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    fine: tuple[str, ...]  # Penn tags
    genre: str


def main() -> int:
    """Fits, prints figures on dev, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="measure what is there, fit nothing")
    args = parser.parse_args()
    if not args.dry:
        train = list(sentences("train"))
        sure = sure_words(train)
        names, weights = fit(with_headlines(train), sure, args.epochs)
        write(names, weights, sure, lemma_rules(train))
    report(list(sentences("dev")))
    return 0


def rows() -> Iterator[dict[str, list[str]]]:
    """The treebank's lines."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def sentences(split: str) -> Iterator[Sentence]:
    """The sentences of one split, words that the tokenizer keeps whole joined."""
    for row in rows():
        if row["split"] == split:
            yield joined(row)


def joined(row: dict[str, list[str]]) -> Sentence:
    """Gold words glued by a hyphen become one word where the tokenizer would not cut there."""
    text = ""
    ends: list[int] = []
    for word, space in zip(row["words"], row["spaces"], strict=True):
        text += word
        ends.append(len(text))
        text += " " if space else ""
    cuts = {end for _, end in tagging.token_spans(text)}
    words: list[str] = []
    tags: list[str] = []
    lemmas: list[str] = []
    fine: list[str] = []
    group: list[int] = []
    for at, end in enumerate(ends):
        group.append(at)
        glued = len(group) > 1 or (at + 1 < len(ends) and row["words"][at + 1] == "-" and not row["spaces"][at])
        if glued and end not in cuts and at + 1 < len(ends) and not row["spaces"][at]:
            continue
        words.append("".join(row["words"][i] for i in group))
        tags.append(_joined_tag(row, group))
        lemmas.append("".join(row["lemma"][i] for i in group))
        fine.append(row["xpos"][group[-1]])
        group = []
    return Sentence(
        words=tuple(words), tags=tuple(tags), lemmas=tuple(lemmas), fine=tuple(fine), genre=str(row["genre"])
    )


def _joined_tag(row: dict[str, list[str]], group: Sequence[int]) -> str:
    if len(group) == 1:
        return row["upos"][group[0]]
    inside = set(group)
    top = next((i for i in group if int(row["head"][i]) not in inside or int(row["head"][i]) == i), group[-1])
    found = row["upos"][group[-1]]
    if found == "PROPN" or row["upos"][top] == "PROPN":
        return "PROPN"
    return "ADJ" if row["dep"][top] in ("amod", "compound", "nummod") else row["upos"][top]


def with_headlines(train: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, copies of some of them in other cases, and copies in the telegraphic style of headlines."""
    chance = random.Random(SEED)  # noqa: S311 - a fixed order, not a secret
    found = list(train)
    for sentence in train:
        draw = chance.random()
        if draw < 0.6:
            form = _titled if draw < 0.33 else (str.lower if draw < 0.5 else str.upper)
            found.append(replace(sentence, words=tuple(form(w) for w in sentence.words)))
        if 4 < len(sentence.words) < 30 and chance.random() < HEADLINES:
            headline = telegraphic(sentence)
            if chance.random() < 0.4:
                headline = replace(headline, words=tuple(_titled(w) for w in headline.words))
            found.append(headline)
    return found


def _titled(word: str) -> str:
    return word if word in SMALL_WORDS else word[:1].upper() + word[1:]


def telegraphic(sentence: Sentence) -> Sentence:
    """The sentence as a headline would put it: no articles, no "be", the past in the present, "to" for "will"."""
    words: list[str] = []
    tags: list[str] = []
    last = len(sentence.words) - 1
    for at, (word, tag, fine) in enumerate(zip(sentence.words, sentence.tags, sentence.fine, strict=True)):
        form = word.lower()
        if form in ("a", "an", "the") or (tag == "AUX" and sentence.lemmas[at] == "be") or (at == last and tag == "PUNCT"):
            continue
        if form == "will" and tag == "AUX":
            word, tag = "to", "PART"
        elif fine == "VBD" and tag == "VERB":
            word = third_person(sentence.lemmas[at])
        words.append(word)
        tags.append(tag)
    if not words:
        return sentence
    words[0] = words[0][:1].upper() + words[0][1:]
    blank = tuple("" for _ in words)
    return replace(sentence, words=tuple(words), tags=tuple(tags), lemmas=blank, fine=blank)


def third_person(lemma: str) -> str:
    """ "carry" -> "carries"."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma[-1:] == "y" and lemma[-2:-1] not in "aeiou" else lemma + "s"


def sure_words(train: Iterable[Sentence]) -> dict[str, str]:
    """Frequent words that nearly always have one tag."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word, tag in zip(sentence.words, sentence.tags, strict=True):
            seen[reduced(word)][tag] += 1
    found: dict[str, str] = {}
    for form, counts in sorted(seen.items()):
        (tag, often), total = counts.most_common(1)[0], counts.total()
        if total >= SURE_COUNT and often >= SURE_SHARE * total and tag != "PROPN":
            found[form] = tag
    return found


def fit(train: Sequence[Sentence], sure: dict[str, str], epochs: int) -> tuple[list[str], Weights]:
    """Names and averaged weights of an averaged perceptron."""
    encoded, index = _encoded(train, sure)
    weights = np.zeros((len(index) + MORE_NAMES, len(TAGS)), dtype=np.float32)
    steps = np.zeros_like(weights)
    chance = random.Random(SEED)  # noqa: S311 - a fixed order, not a secret
    order = list(range(len(train)))
    step = 1
    for epoch in range(epochs):
        chance.shuffle(order)
        wrong = asked = 0
        for number in order:
            sentence = train[number]
            forms = [reduced(w) for w in sentence.words]
            before, earlier = "<s>", "<s>"
            for at, (settled, known, plain) in enumerate(encoded[number]):
                found = settled
                if found is None:
                    step += 1
                    unseen = chance.random() < UNSEEN
                    names = (n for n in history(forms, at, before, earlier) if not (unseen and n[0] in LEXICAL))
                    active = (plain if unseen else known) + [index.setdefault(n, len(index)) for n in names]
                    guess = int(weights[active].sum(0).argmax())
                    gold = INDEX[sentence.tags[at]]
                    asked += 1
                    if guess != gold:
                        wrong += 1
                        weights[active, gold] += 1
                        weights[active, guess] -= 1
                        steps[active, gold] += step
                        steps[active, guess] -= step
                    found = TAGS[guess]
                before, earlier = found, before
        print(f"epoch {epoch + 1}: {wrong / asked:.4f} wrong of {asked} asked, {len(index)} names", flush=True)
    count = len(index)
    return list(index), weights[:count].astype(np.float64) - steps[:count].astype(np.float64) / step


def _encoded(train: Sequence[Sentence], sure: dict[str, str]) -> tuple[list[list[Encoded]], dict[str, int]]:
    """For each word its settled tag, if any, the rows of its features, and those that don't name the word itself."""
    static = [_static(s, sure) for s in train]
    often: Counter[str] = Counter(name for sentence in static for _, names in sentence for name in names)
    index = {name: row for row, name in enumerate(sorted(n for n, count in often.items() if count >= RARE))}
    encoded: list[list[Encoded]] = [
        [
            (
                settled,
                [index[n] for n in names if n in index],
                [index[n] for n in names if n in index and n[0] not in LEXICAL],
            )
            for settled, names in sentence
        ]
        for sentence in static
    ]
    return encoded, index


def _settled(word: str, form: str, sure: dict[str, str]) -> str | None:
    return tagging._fixed(word, form) or sure.get(form)


def _static(sentence: Sentence, sure: dict[str, str]) -> list[tuple[str | None, list[str]]]:
    forms = [reduced(w) for w in sentence.words]
    mode = casing(sentence.words)
    found: list[tuple[str | None, list[str]]] = []
    for at, word in enumerate(sentence.words):
        settled = _settled(word, forms[at], sure)
        found.append((settled, [] if settled else features(sentence.words, forms, at, mode)))
    return found


def lemma_rules(train: Iterable[Sentence]) -> dict[str, str]:
    """Endings to replace by part of speech and suffix; a suffix that starts with ^ is a whole word."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in train:
        for word, tag, lemma in zip(sentence.words, sentence.tags, sentence.lemmas, strict=True):
            if tag not in ("PROPN", "PUNCT", "SYM", "NUM", "X"):
                seen[word.lower().replace("’", "'"), tag][lemma.lower().replace("’", "'")] += 1
    changes = {key: _change(key[0], counts.most_common(1)[0][0]) for key, counts in sorted(seen.items())}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (form, tag), change in changes.items():
        for length in range(min(LONGEST_SUFFIX, len(form)) + 1):
            votes[f"{tag} {form[len(form) - length :]}"][change] += 1
    rules: dict[str, str] = {}
    for key in sorted(votes, key=lambda k: (len(k), k)):
        tag, _, suffix = key.partition(" ")
        change, often = votes[key].most_common(1)[0]
        shorter = next((rules[k] for n in range(1, len(suffix) + 1) if (k := f"{tag} {suffix[n:]}") in rules), None)
        if often > 1 and change != shorter:
            rules[key] = change
    wholes = {f"{tag} ^{form}": change for (form, tag), change in changes.items() if lemma_rule(rules, form, tag) != change}
    return rules | wholes


def _change(form: str, lemma: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}+{lemma[same:]}"


def write(names: Sequence[str], weights: Weights, sure: dict[str, str], rules: dict[str, str]) -> None:
    """Packs what was fitted; weights near nothing are dropped."""
    whole = np.rint(weights * SCALE).astype(np.int16)
    kept = sorted((names[row], row) for row in np.flatnonzero(np.abs(whole).max(axis=1) >= 2))
    np.savez_compressed(
        OUT,
        names=_packed(name for name, _ in kept),
        weights=whole[[row for _, row in kept]],
        sure=_packed(f"{k}\t{v}" for k, v in sorted(sure.items())),
        lemmas=_packed(f"{k}\t{v}" for k, v in sorted(rules.items())),
    )
    print(f"{len(kept)} names, {len(sure)} sure words, {len(rules)} lemma rules, {OUT.stat().st_size} bytes")


def _packed(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def report(dev: Sequence[Sentence]) -> None:
    """Prints tag and lemma accuracy on dev by genre and case, and the speed."""
    tagging._model.cache_clear()
    tagging.tag_words(["Warm", "up"])
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str, str]] = Counter()
    start = time.process_time()
    found = [tagging.tag_words(s.words) for s in dev]
    spent = time.process_time() - start
    for sentence, tags in zip(dev, found, strict=True):
        for word, gold, lemma, guess in zip(sentence.words, sentence.tags, sentence.lemmas, tags, strict=True):
            keys = ["all", sentence.genre or "-"]
            right.update(keys if gold == guess else ())
            total.update(keys)
            confused[gold, guess] += gold != guess
            if gold != "PROPN":
                total["lemma"] += 1
                own = tagging.lemma_of(word, guess)
                right["lemma"] += own == lemma.lower().replace("’", "'")
                if own != lemma.lower() and gold == guess:
                    missed[word, gold, lemma] += 1
    for name, change in (("title case", str.title), ("lower case", str.lower), ("capitals", str.upper)):
        for sentence in dev:
            tags = tagging.tag_words([change(w) if w[0].isalpha() else w for w in sentence.words])
            right[name] += sum(a == b for a, b in zip(tags, sentence.tags, strict=True))
            total[name] += len(tags)
    for key in total:
        print(f"  {key:12} {right[key] / total[key]:.4f} of {total[key]}")
    print(f"  {sum(len(s.words) for s in dev) / spent:,.0f} words a second (tags only)")
    print("  confused:", confused.most_common(12))
    print("  lemmas missed:", missed.most_common(30))


if __name__ == "__main__":
    raise SystemExit(main())
