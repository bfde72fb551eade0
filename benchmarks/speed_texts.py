"""The samples multiplied: a count in, that many articles out, of about 28 statements each, no two alike.

An event is a sample retold with other names and other numbers, so that fifty articles are of twelve events and not the same
four copied. A real report of a wire is longer than a sample's (12 to 15 statements), so each article tells a second event behind the first, as
a report gives its background; every outlet of an event has the same two.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from summarizer.domain.text import Article
from summarizer.files import gather
from summarizer.language.words import STOP_WORDS
from summarizer.schemas import load_merge
from summarizer.settings import Settings

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
_NAME = re.compile(r"\b[A-Z][a-z]{2,}(?:-[a-z]+)?\b")
_NUMBER = re.compile(r"(?<![\d.,-])\d+(?![\d-])")
_KEPT = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday Mr Mrs President Prime Minister General Police Court Judge Mayor Oct Sept North South East West One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()
)
_ONSETS = "B Br D Dr F G Gr H J K Kl L M N P R S St T Tr V W Z".split()
_NUCLEI = "a e i o u ai ei ou".split()
_CODAS = "l n r s t k m lm nd rk st vik ton burg ska mir dale".split()


def articles(count: int, edition: int = 0) -> tuple[Article, ...]:
    """That many articles, event by event; of another edition they are as long, with other names and numbers."""
    made: list[Article] = []
    while len(made) < count:
        for sample in _samples():
            made += _event(sample, edition)
        edition += 1
    return tuple(replace(a, id=f"a{n}", source=f"{a.source} {n}") for n, a in enumerate(made[:count], 1))


def as_they_are(name: str = "troops") -> tuple[Article, ...]:
    """The articles of one sample."""
    return next(s for n, s in zip(_names(), _samples(), strict=True) if n == name)


def as_they_are_in(edition: int, name: str = "troops") -> tuple[Article, ...]:
    """The articles of one sample with the names and numbers of an edition; of edition 0 as they are."""
    return tuple(_rewritten(a, edition) for a in as_they_are(name))


def retold(edition: int, sample: int = 0) -> tuple[Article, ...]:
    """A sample's articles, no longer than they are, with the names and numbers of that edition."""
    return tuple(_rewritten(a, edition) for a in _samples()[sample % len(_samples())])


def _event(sample: tuple[Article, ...], edition: int) -> list[Article]:
    """The sample's articles in that edition, with the background of another event."""
    others = _samples()
    background = others[(others.index(sample) + 1) % len(others)]
    told = []
    for place, article in enumerate(sample):
        first = _rewritten(article, edition)
        behind = _rewritten(background[place % len(background)], edition + 1000)
        told.append(replace(first, text=f"{first.text}\n\n{behind.text}"))
    return told


def _rewritten(article: Article, edition: int) -> Article:
    """The article with other names and other numbers, the same ones in every article of the edition."""
    text, title = (_NUMBER.sub(_number(edition), _NAME.sub(_name(edition), t)) for t in (article.text, article.title))
    return replace(article, text=text, title=title)


def _name(edition: int) -> Callable[[re.Match[str]], str]:
    def other(found: re.Match[str]) -> str:
        word = found.group()
        if word in _KEPT or word.lower() in _plain_words() or edition == 0:
            return word
        n = zlib.crc32(f"{edition} {word}".encode())
        syllables = [
            _ONSETS[n % 22],
            _NUCLEI[n // 22 % 8],
            _CODAS[n // 176 % 17],
            _NUCLEI[n // 2992 % 8],
            _CODAS[n // 23936 % 17],
        ]
        return "".join(syllables if n % 3 else syllables[:3])

    return other


def _number(edition: int) -> Callable[[re.Match[str]], str]:
    def other(found: re.Match[str]) -> str:
        digits = found.group()
        if edition == 0 or (len(digits) == 4 and digits[:2] in ("19", "20")):
            return digits
        if len(digits) <= 2 and int(digits) <= 28:
            return str((int(digits) + edition) % 28 + 1)
        return digits[0] + "".join(str((int(d) + edition * (i + 3)) % 10) for i, d in enumerate(digits[1:]))

    return other


@cache
def _plain_words() -> frozenset[str]:
    """Words that some sample writes small: a sentence may begin with them."""
    text = "\n".join(a.text for sample in _samples() for a in sample)
    return frozenset(re.findall(r"\b[a-z]+\b", text)) | STOP_WORDS


def _names() -> list[str]:
    return sorted(p.name for p in SAMPLES.iterdir() if p.is_dir())


@cache
def _samples() -> tuple[tuple[Article, ...], ...]:
    settings = Settings()
    payloads = [gather([str(SAMPLES / n)], lambda: b"", largest=settings.max_body_bytes).payload() for n in _names()]
    return tuple(load_merge(p, settings).articles for p in payloads)
