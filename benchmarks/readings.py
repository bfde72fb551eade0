"""What a reader found in articles of the public reference sets: bundles like the gold set's, without a word of their texts.

`benchmarks/readings/ID.json` names the articles (which set, which entry, a digest of the text) and gives the slots with
offsets only; the texts are taken from the reference data where it stands beside the project. One reader each, after the
gold set's guidelines. Nothing in the program was fitted on the bundles named in HELD, so that they show what is to be
expected of articles that nobody has looked at.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path

from benchmarks.gold import Bundle, GoldSlot, Place
from summarizer.domain.text import Article

HERE = Path(__file__).parent
READINGS = HERE / "readings"
DATA = HERE.parent.parent / "shared" / "data"
HELD = (
    frozenset(json.loads((READINGS / "held.json").read_text("utf-8")))
    if (READINGS / "held.json").exists()
    else frozenset()
)

# The blanks that ECB+ has around its tokens, taken out again in the order that the marks depend on.
_BLANKS: tuple[tuple[str, str], ...] = (
    (r" ([.,;:!?%)\]’]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)", r"\1"),
    (r"([(\[$£€]) ", r"\1"),
    (r" ([-/]) ", r"\1"),
    (r"(\d) ?([.,:]) ?(\d)", r"\1\2\3"),
    (r'" ([^"]*?) "', r'"\1"'),
    (r"([A-Z]) \. ?([A-Z]) ?\.", r"\1.\2."),
    (r"’ s", "’s"),
    (r"’ t", "’t"),
    (r"``", '"'),
)


def load_readings(data: Path = DATA) -> tuple[Bundle, ...]:
    """The bundles, by id; empty where the reference data is not there. Raises ValueError where a text is another one."""
    if not data.is_dir():
        return ()
    texts = _texts(data)
    paths = sorted(p for p in READINGS.glob("*.json") if p.name != "held.json")
    return tuple(_bundle(json.loads(p.read_text("utf-8")), texts) for p in paths)


def digest(title: str, text: str) -> str:
    """What an entry's text is known by."""
    return hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:12]


@cache
def _texts(data: Path) -> Mapping[str, tuple[str, str, str | None, str]]:
    """Digest -> source, title, day of publication and text of every article of the three sets."""
    found: dict[str, tuple[str, str, str | None, str]] = {}
    for line in (data / "incidents.jsonl").read_text("utf-8").splitlines():
        for article in json.loads(line)["articles"]:
            title, text = article.get("title") or "", article.get("content") or ""
            found[digest(title, text)] = (_domain(article["uri"]), title, article.get("dct"), text)
    for line in (data / "events.jsonl").read_text("utf-8").splitlines():
        for article in json.loads(line)["articles"]:
            title, text = article["title"], article["text"]
            found[digest(title, text)] = (article["source"], title, article["published_at"], text)
    for line in (data / "ecbplus.jsonl").read_text("utf-8").splitlines():
        source, title, text = _ecb(json.loads(line))
        found[digest(title, text)] = (source, title, None, text)
    return found


def _domain(address: str) -> str:
    address = re.sub(r"^https?://(web\.archive\.org/web/\d+/)?", "", address)
    return re.sub(r"^https?://", "", address).split("/")[0].replace("www.", "")


def _ecb(document: dict[str, object]) -> tuple[str, str, str]:
    """Source, title and text of a document of ECB+: its address, its first line, its other lines."""
    lines = document["sentences"]
    assert isinstance(lines, list)
    source = str(document["doc"])
    if lines and re.match(r"https? :", lines[0]):
        source = re.sub(r"https?:?//?", "", lines[0].replace(" ", "")).split("/")[0].replace("www.", "")
        lines = lines[1:]
    body = [_joined(line) for line in lines] or [""]
    return source, body[0], "\n".join(body[1:])


def _joined(line: str) -> str:
    for pattern, replacement in _BLANKS:
        line = re.sub(pattern, replacement, line)
    return line


def _bundle(raw: dict, texts: Mapping[str, tuple[str, str, str | None, str]]) -> Bundle:  # type: ignore[type-arg]  # read once here
    articles = []
    for number, key in enumerate(raw["articles"], 1):
        if key not in texts:
            raise ValueError(f"{raw['id']}: no article {key} in the reference data")
        source, title, day, text = texts[key]
        published = datetime.fromisoformat(day) if day else None
        articles.append(Article(id=f"a{number}", source=source, title=title, text=text, published_at=published))
    by_id = {a.id: a for a in articles}

    def places(evidence: list[list[object]]) -> tuple[Place, ...]:
        return tuple(_place(e, by_id) for e in evidence)

    slots = tuple(
        GoldSlot(
            id=f"{raw['id']}/{s['id']}",
            about=s["about"],
            kind=s["kind"],
            relation=s["relation"],
            doubtful=bool(s.get("doubtful")),
            values=tuple((v["value"], places(v["evidence"])) for v in s["values"]),
        )
        for s in raw["slots"]
    )
    traps = tuple((t["about"], places(t["evidence"])) for t in raw["traps"])
    return Bundle(id=raw["id"], articles=tuple(articles), slots=slots, traps=traps)


def _place(evidence: list[object], articles: Mapping[str, Article]) -> Place:
    article, field, start, end = (str(evidence[0]), str(evidence[1]), int(str(evidence[2])), int(str(evidence[3])))
    holder = articles[article]
    quote = (holder.title if field == "title" else holder.text)[start:end]
    return Place(article=article, field=field, start=start, end=end, quote=quote)
