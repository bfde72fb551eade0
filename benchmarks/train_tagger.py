"""Fits the tagger and the lemma rules of language/tagging.py on the treebank and measures them on its dev part.

    python -m benchmarks.train_tagger [--epochs 5] [--dry]

Averaged perceptron over universal parts of speech, with classes of words by their neighbours in plain news text. Each training
sentence is seen as written; copies of some come in title case, lower case or capitals, and half in the telegraphic style of
headlines. Same seed, same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.reader_words import measure
from benchmarks.treebank import Sentence, sentences
from benchmarks.word_classes import SEED, word_classes
from summarizer.language import tagging
from summarizer.language.tag_features import UNKNOWN_CLASS, casing, features, history, reduced
from summarizer.language.tagging import LONGEST_SUFFIX, TAGS, lemma_rule

OUT = Path(tagging.__file__).parents[1] / tagging.WEIGHTS
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
Weights = npt.NDArray[np.float64]
Encoded = tuple[str | None, list[int], list[int]]
INDEX = {name: number for number, name in enumerate(TAGS)}


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
    for name, figure in measure().items():
        print(f"  {name:20} {figure:.4f}")
    return 0


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


if __name__ == "__main__":
    raise SystemExit(main())
