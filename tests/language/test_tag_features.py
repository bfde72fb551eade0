"""The tagger's features, and that looking them up in parts gives the sum of all."""

import numpy as np
import pytest

from summarizer.language import tagging
from summarizer.language.tag_features import UNKNOWN_CLASS, casing, features, history, reduced
from summarizer.language.tagging import TAGS, tag_words


def plainly(words: list[str]) -> list[str]:
    """The tags by the definition: every feature's weights, summed word by word."""
    model = tagging._model()
    weights = (
        np.frombuffer(model.weights, dtype=f"<u{tagging.LANE}").astype(np.int64).reshape(-1, len(TAGS)) - tagging.LIFT
    )
    forms = [reduced(w) for w in words]
    classes = [model.classes.get(f, UNKNOWN_CLASS) for f in forms]
    tags: list[str] = []
    before, earlier = "<s>", "<s>"
    for at, word in enumerate(words):
        found = tagging._fixed(word, forms[at]) or model.sure.get(forms[at])
        if found is None:
            names = (*features(words, forms, classes, at, casing(words)), *history(forms, at, before, earlier))
            rows = [model.rows[name] // tagging.ROW for name in names if name in model.rows]
            found = TAGS[int(weights[rows].sum(0).argmax())]
        tags.append(found)
        before, earlier = found, before
    return tags


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said on Tuesday that 12 people had drowned when the Brenna ferry capsized .",
        "Ferry Capsizes Off Northern Isles , 12 Feared Drowned",
        "STORM BATTERS COAST",
        "rose",
        "☃ qwzx ☃ -",
    ],
)
def test_cached_sums_are_the_sum_of_all_features(text: str) -> None:
    """The quick way must not differ from the definition that the weights were fitted by."""
    assert tag_words(text.split()) == plainly(text.split())


def test_features_tell_first_words_and_edges() -> None:
    """A capital at the start says less, and edges are neighbours, too."""
    words = ["Kim", "left"]
    found = features(words, ["kim", "left"], [UNKNOWN_CLASS] * 2, 0, "n")
    assert {"sXxn^", "b<s>", "o<s>", "aleft", "B<s>", "A</s>"} <= set(found)
    assert len(found) == len(set(found))
