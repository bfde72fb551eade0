"""Fits the tagger and the lemma rules of language/tagging.py on the treebank and measures them on its dev part.

    python -m benchmarks.train_tagger [--epochs 5] [--dry]

Averaged perceptron over universal parts of speech, with classes of words by their neighbours in plain news text. Each training
sentence is seen as written; copies of some come in title case, lower case or capitals, and half in the telegraphic style of
headlines. Same seed, same bytes.
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
from typing import TypedDict

import numpy as np
import numpy.typing as npt

from summarizer.language import tagging
from summarizer.language.tag_features import UNKNOWN_CLASS, casing, features, history, reduced
from summarizer.language.tagging import LONGEST_SUFFIX, TAGS, lemma_rule

TREEBANK = Path(__file__).resolve().parents[2] / "shared" / "data" / "treebank.jsonl.gz"
OUT = Path(tagging.__file__).parents[1] / tagging.WEIGHTS
SEED = 20241124
PLAIN = tuple(
    f"{name}.jsonl"
    for name in "incidents events ecbplus who_when_where same_fact news_summaries attribution dates".split()
)
CLASSED, NEIGHBOURS, WIDE, NARROW = 20_000, 700, 64, 320  # words with a class, neighbours counted, classes
RARE = 3  # a weight is fitted for what stands that often in the text
UNSEEN = 0.2  # of the visits hide the word itself, so that its surroundings learn to do without (dev +.001)
LEXICAL = "wc4pnv"  # features that name the word itself
MORE_NAMES = 400_000  # room for features of the tags before, met on the way
SURE_COUNT, SURE_SHARE = 60, 0.998  # words whose tag is not asked for: seen that often, that nearly always the same
SCALE = 16.0  # weights are kept as whole numbers of this fraction
HEADLINES = 0.5  # of the sentences have a telegraphic copy
# Irregular pasts that are never nouns: news tells in them and the treebank has few. Form, then lemma.
PASTS = dict(
    pair.split(":")
    for pair in (
        "struck:strike fell:fall came:come went:go took:take gave:give knew:know grew:grow threw:throw flew:fly drew:draw began:begin "
        "drove:drive wrote:write spoke:speak broke:break chose:choose froze:freeze stole:steal shook:shake swore:swear ate:eat sank:sink "
        "fled:flee arose:arise befell:befall foresaw:foresee underwent:undergo overtook:overtake withdrew:withdraw brought:bring "
        "bought:buy fought:fight sought:seek caught:catch taught:teach became:become overcame:overcome sent:send spent:spend lent:lend "
        "kept:keep slept:sleep swept:sweep wept:weep crept:creep met:meet led:lead fed:feed bled:bleed sped:speed sold:sell told:tell "
        "held:hold hung:hang flung:fling swung:swing stung:sting won:win lost:lose blew:blow rose:rise slain:slay shelled:shell"
    ).split()
)
SMALL_WORDS = frozenset("a an the and but or for nor of to in on at by as from with".split())
Table = npt.NDArray[np.float32]
Weights = npt.NDArray[np.float64]
Encoded = tuple[str | None, list[int], list[int]]
INDEX = {name: number for number, name in enumerate(TAGS)}


class Row(TypedDict):
    """A line of the treebank; `head` counts from 0, the root points at itself."""

    split: str
    genre: str
    words: list[str]
    spaces: list[int]
    upos: list[str]
    xpos: list[str]
    lemma: list[str]
    head: list[int]
    dep: list[str]


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
        train = [with_whole_names(s) for s in sentences("train")]
        sure = sure_words(train)
        classes = word_classes(train)
        names, weights = fit(with_headlines(train), sure, classes, args.epochs)
        write(names, weights, {"sure": sure, "lemmas": lemma_rules(train), "classes": classes})
    report(list(sentences("dev")))
    return 0


def rows() -> Iterator[Row]:
    """The treebank's lines."""
    with gzip.open(TREEBANK, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def sentences(split: str) -> Iterator[Sentence]:
    """The sentences of one split, words that the tokenizer keeps whole joined."""
    for row in rows():
        if row["split"] == split:
            yield joined(row)


def joined(row: Row) -> Sentence:
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
    return Sentence(words=tuple(words), tags=tuple(tags), lemmas=tuple(lemmas), fine=tuple(fine), genre=row["genre"])


def _joined_tag(row: Row, group: Sequence[int]) -> str:
    if len(group) == 1:
        return row["upos"][group[0]]
    inside = set(group)
    top = next((i for i in group if row["head"][i] not in inside or row["head"][i] == i), group[-1])
    found = row["upos"][group[-1]]
    if found == "PROPN" or row["upos"][top] == "PROPN":
        return "PROPN"
    return "ADJ" if row["dep"][top] in ("amod", "compound", "nummod") else row["upos"][top]


def with_whole_names(sentence: Sentence) -> Sentence:
    """The treebank has the "United" of "United States" as a verb; a verb inside a name misleads every reader."""
    tags = tuple(
        "PROPN" if fine in ("NNP", "NNPS") and tag in ("VERB", "AUX", "ADV") else tag
        for tag, fine in zip(sentence.tags, sentence.fine, strict=True)
    )
    return replace(sentence, tags=tags)


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
            if chance.random() < 0.5:
                headline = replace(headline, words=tuple(_titled(w) for w in headline.words))
            found.append(headline)
    return found


def _titled(word: str) -> str:
    return word if word in SMALL_WORDS else word[:1].upper() + word[1:]


def telegraphic(sentence: Sentence) -> Sentence:
    """The sentence as a headline would put it: no articles, no "be", the past in the present, "to" for "will"."""
    words: list[str] = []
    tags: list[str] = []
    last, noun = len(sentence.words) - 1, ""
    for at, (word, tag, fine) in enumerate(zip(sentence.words, sentence.tags, sentence.fine, strict=True)):
        form = word.lower()
        if (
            form in ("a", "an", "the")
            or (tag == "AUX" and sentence.lemmas[at] == "be")
            or (at == last and tag == "PUNCT")
        ):
            continue
        noun = fine if tag in ("NOUN", "PROPN", "PRON") else noun
        future = form == "will" and tag == "AUX"
        past = fine == "VBD" and tag == "VERB"
        present = sentence.lemmas[at] if noun in ("NNS", "NNPS") else third_person(sentence.lemmas[at])
        words.append("to" if future else present if past else word)
        tags.append("PART" if future else tag)
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
        frequent = total >= SURE_COUNT and often >= SURE_SHARE * total and tag != "PROPN"
        if frequent or (form in PASTS and tag == "VERB" and often > 0.95 * total):
            found[form] = tag
    return found | {form: "VERB" for form in PASTS if form not in seen}


def word_classes(train: Iterable[Sentence]) -> dict[str, str]:
    """Two numbers for each frequent word: the wide and the narrow class of words that have like neighbours.

    Log-weighted counts of the words right before and after, 50 dimensions by randomised SVD, spherical k-means.
    """
    text = [[reduced(w) for w in s.words] for s in train]
    text += [[reduced(line[a:b]) for a, b in tagging.token_spans(line)] for line in _plain_lines()]
    counts = Counter(word for sentence in text for word in sentence)
    vocabulary = [w for w, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if n >= 4][:CLASSED]
    index = {word: row for row, word in enumerate(vocabulary)}
    table = np.zeros((len(vocabulary), 2 * (NEIGHBOURS + 2)), dtype=np.float32)
    for sentence in text:
        ids = [index.get(word, len(vocabulary)) for word in sentence]
        beside = [-1, *ids, -1]
        for at, row in enumerate(ids):
            if row < len(vocabulary):
                table[row, _column(beside[at])] += 1
                table[row, _column(beside[at + 2]) + NEIGHBOURS + 2] += 1
    points = _embedded(table)
    wide, narrow = _clustered(points, WIDE), _clustered(points, NARROW)
    return {word: f"{wide[row]:02d}{narrow[row]}" for word, row in sorted(index.items())}


def _column(neighbour: int) -> int:
    return NEIGHBOURS + 1 if neighbour < 0 else min(neighbour, NEIGHBOURS)


def _plain_lines() -> Iterator[str]:
    """The long strings of the plain-text sets, each once."""
    seen: set[str] = set()
    for name in PLAIN:
        for line in (TREEBANK.parent / name).read_text("utf-8").splitlines():
            for text in _strings(json.loads(line)):
                if text not in seen:
                    seen.add(text)
                    yield from text.split("\n")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if len(value) > 40:
            yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _strings(inner)


def _embedded(table: Table) -> Table:
    common = table.sum(0, keepdims=True) ** 0.75
    table = np.log1p(table * (common.sum() / (table.sum(1, keepdims=True) * common + 1e-9)))
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    chance = np.random.default_rng(SEED)
    basis = np.linalg.qr(table @ chance.standard_normal((table.shape[1], 80)).astype(np.float32))[0]
    for _ in range(2):
        basis = np.linalg.qr(table @ (table.T @ basis))[0]
    left, sizes, _ = np.linalg.svd(basis.T @ table, full_matrices=False)
    points = (basis @ left)[:, :50] * sizes[:50]
    return np.asarray(points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9), dtype=np.float32)


def _clustered(points: Table, count: int) -> list[int]:
    centres = points[:count].copy()  # the most frequent words
    nearest = np.zeros(len(points), dtype=np.int64)
    for _ in range(15):
        nearest = (points @ centres.T).argmax(axis=1)
        for number in range(count):
            members = points[nearest == number]
            if len(members):
                centre = members.mean(axis=0)
                centres[number] = centre / (np.linalg.norm(centre) + 1e-9)
    return [int(number) for number in nearest]


def fit(
    train: Sequence[Sentence], sure: dict[str, str], classes: dict[str, str], epochs: int
) -> tuple[list[str], Weights]:
    """Names and averaged weights of an averaged perceptron."""
    encoded, index = _encoded(train, sure, classes)
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


def _encoded(
    train: Sequence[Sentence], sure: dict[str, str], classes: dict[str, str]
) -> tuple[list[list[Encoded]], dict[str, int]]:
    """For each word its settled tag, if any, the rows of its features, and those that don't name the word itself."""
    static = [_static(s, sure, classes) for s in train]
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


def _static(
    sentence: Sentence, sure: dict[str, str], classes: dict[str, str]
) -> list[tuple[str | None, tuple[str, ...]]]:
    forms = [reduced(w) for w in sentence.words]
    mode = casing(sentence.words)
    near = [(classes[f][:2], classes[f][2:]) if f in classes else UNKNOWN_CLASS for f in forms]
    found: list[tuple[str | None, tuple[str, ...]]] = []
    for at, word in enumerate(sentence.words):
        settled = _settled(word, forms[at], sure)
        found.append((settled, () if settled else features(sentence.words, forms, near, at, mode)))
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
    wholes = {
        f"{tag} ^{form}": change for (form, tag), change in changes.items() if lemma_rule(rules, form, tag) != change
    }
    return rules | wholes | {f"VERB ^{form}": _change(form, lemma) for form, lemma in PASTS.items()}


def _change(form: str, lemma: str) -> str:
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}+{lemma[same:]}"


def write(names: Sequence[str], weights: Weights, tables: dict[str, dict[str, str]]) -> None:
    """Packs what was fitted; weights near nothing are dropped."""
    whole = np.rint(weights * SCALE).astype(np.int16)
    kept = sorted((names[row], row) for row in np.flatnonzero(np.abs(whole).max(axis=1) >= 2).tolist())
    sure, lemmas, classes = (
        _packed(f"{k}\t{v}" for k, v in sorted(tables[name].items())) for name in ("sure", "lemmas", "classes")
    )
    rows = whole[[row for _, row in kept]]
    np.savez_compressed(
        OUT, names=_packed(name for name, _ in kept), weights=rows, sure=sure, lemmas=lemmas, classes=classes
    )
    print(f"{len(kept)} names, {OUT.stat().st_size} bytes")


def _packed(lines: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


def report(dev: Sequence[Sentence]) -> None:
    """Prints tag and lemma accuracy on dev by genre and case, and the speed."""
    tagging._model.cache_clear()
    tagging.tag_words(["Warm", "up"])
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
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
                right["lemma"] += tagging.lemma_of(word, guess) == lemma.lower().replace("’", "'")
    for name, change in (("title case", str.title), ("lower case", str.lower), ("capitals", str.upper)):
        for sentence in dev:
            tags = tagging.tag_words([change(w) if w[0].isalpha() else w for w in sentence.words])
            right[name] += sum(a == b for a, b in zip(tags, sentence.tags, strict=True))
            total[name] += len(tags)
    for key in total:
        print(f"  {key:12} {right[key] / total[key]:.4f} of {total[key]}")
    print(f"  {sum(len(s.words) for s in dev) / spent:,.0f} words a second (tags only)")
    print("  confused:", confused.most_common(12))


if __name__ == "__main__":
    raise SystemExit(main())
