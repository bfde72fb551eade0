"""Other people's forms of an article: an IPTC ninjs item or a schema.org NewsArticle in, our own article out.

What comes out is not checked yet; `places` says where in the item each of its fields stood, so that a complaint about
the field points at what the sender wrote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Json = Mapping[str, object]
Place = tuple[str | int, ...]

_NINJS_BODIES = ("body_text", "body_xhtml", "body_html")
_NINJS_MARKS = frozenset(
    (
        "headline",
        "headlines",
        "bodies",
        "body_text",
        "body_xhtml",
        "body_html",
        "versioncreated",
        "versionCreated",
        "infosources",
        "infoSources",
    )
)
_BESIDE = frozenset(  # roles of what stands beside an item's headline or body
    "abstract alternative caption description kicker lead mobile note opengraph print push seo short slugline social "
    "subheadline subtitle summary teaser web".split()
)
_SCHEMA_ORG_TYPES = frozenset(  # Article and what schema.org has below it that news outlets use
    (
        *("Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle"),
        *("OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "SatiricalArticle", "Report"),
        *("SocialMediaPosting", "BlogPosting", "LiveBlogPosting"),
    )
)
OWN_IDS = ("id", "altids")
_OWN = frozenset(("text", "html"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]{0,2000}>")


@dataclass(slots=True)
class Taken:
    """An article's fields, and where in the item each one stood."""

    article: dict[str, object] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def put(self, name: str, value: object, *place: str | int) -> None:
        """Keeps the first value that there is for a field."""
        if value is not None and value != "" and name not in self.article:
            self.article[name] = value
            self.places[name] = place


def as_article(item: Json) -> Taken:
    """The item in our own form; what is in our own form already comes back as it is.

    >>> as_article({"uri": "urn:x:1", "headline": "Bridge closed", "body_text": "It is.", "provider": "ANP"}).article
    {'title': 'Bridge closed', 'text': 'It is.', 'source': 'ANP'}
    >>> as_article({"source": "ANP", "text": "It is."}).places
    {}
    """
    if _is_schema_org(item):
        return _from_schema_org(item)
    if _is_ninjs(item):
        return _from_ninjs(item)
    return Taken(article=dict(item))


def _is_ninjs(item: Json) -> bool:
    return not _OWN.intersection(item) and bool(_NINJS_MARKS.intersection(item))


def _is_schema_org(item: Json) -> bool:
    types = item.get("@type")
    named = types if isinstance(types, list) else [types]
    return any(isinstance(n, str) and _last(n) in _SCHEMA_ORG_TYPES for n in named) or "articleBody" in item


def _last(name: str) -> str:
    """A type without its vocabulary.

    >>> _last("https://schema.org/NewsArticle"), _last("schema:NewsArticle")
    ('NewsArticle', 'NewsArticle')
    """
    return name.rpartition("/")[2].rpartition(":")[2]


def _from_ninjs(item: Json) -> Taken:
    """ninjs 1.x has `headline`, `body_text`, `provider`; 2.x and 3.x have lists `headlines`, `bodies`, `infoSources`."""
    taken = Taken()
    _own_id(taken, item)
    taken.put("title", item.get("headline"), "headline")
    for index, headline in sorted(_rows(item, "headlines"), key=lambda row: (_rank(row[1]), row[0])):
        taken.put("title", headline.get("value"), "headlines", index, "value")
    _ninjs_body(taken, item)
    _ninjs_source(taken, item)
    for name in (
        "versioncreated",
        "versionCreated",
        "firstcreated",
        "firstCreated",
        "contentcreated",
        "contentCreated",
    ):
        taken.put("published_at", item.get(name), name)
    _language(taken, item.get("language"), "language")
    for name in ("uri", "url"):
        _web_address(taken, item.get(name), name)
    newer = not {"headlines", "bodies", "infosources", "infoSources"}.isdisjoint(item)
    source = "infoSources" if newer and not item.get("provider") else "provider"
    return _pointing(taken, text="bodies" if newer else "body_text", source=source)


def _pointing(taken: Taken, *, text: str, source: str) -> Taken:
    """Where what is missing would stand in an item of this form: in the sender's terms, not in ours."""
    taken.places.setdefault("text", (text,))
    taken.places.setdefault("source", (source,))
    return taken


def _own_id(taken: Taken, item: Json) -> None:
    for name in OWN_IDS:
        if isinstance(item.get(name), str):
            taken.put("id", item[name], name)


def _ninjs_body(taken: Taken, item: Json) -> None:
    """The main body wins over a summary of it, then plain text over markup, whichever comes first."""
    for name in _NINJS_BODIES:
        if item.get(name):
            _body(taken, item[name], name != "body_text", name)
    bodies = sorted(_rows(item, "bodies"), key=lambda row: (_rank(row[1]), _is_markup(row[1]), row[0]))
    for index, body in bodies:
        if not {"text", "html"}.intersection(taken.article):
            _body(taken, body.get("value"), _is_markup(body), "bodies", index, "value")


def _rank(row: Json) -> int:
    """How far a headline or body is from being the item's own.

    >>> _rank({"role": "main"}), _rank({}), _rank({"role": "Summary"})
    (0, 1, 2)
    """
    role = row.get("role")
    named = role.lower() if isinstance(role, str) else ""
    return 0 if named == "main" else 2 if named in _BESIDE else 1


def _body(taken: Taken, value: object, is_markup: bool, *place: str | int) -> None:  # noqa: FBT001 - private, and a keyword cannot follow *place
    if {"text", "html"}.isdisjoint(taken.article):
        taken.put("html" if is_markup else "text", value, *place)


def _is_markup(body: Json) -> bool:
    declared = f"{body.get('contenttype') or body.get('contentType') or ''} {body.get('role') or ''}".lower()
    if "html" in declared:
        return True
    value = body.get("value")
    return (
        not declared.strip()
        and isinstance(value, str)
        and value.lstrip()[:1] == "<"
        and bool(_TAG.search(value[:5000]))
    )


def _ninjs_source(taken: Taken, item: Json) -> None:
    """Who published: the provider, else an information source, else the copyright holder or the byline (from 2.0 on: by)."""
    provider = item.get("provider")
    if isinstance(provider, Mapping):
        taken.put("source", provider.get("name") or provider.get("literal"), "provider", "name")
    elif provider:
        taken.put("source", provider, "provider")
    for name in ("infosources", "infoSources", "infosource", "infoSource"):
        for index, source in _rows(item, name):
            taken.put("source", source.get("name") or source.get("literal"), name, index, "name")
    for name in ("source", "usageterms_source", "copyrightholder", "copyrightHolder", "byline", "by"):
        value = item.get(name)
        if isinstance(value, str):
            taken.put("source", value, name)


def _from_schema_org(item: Json) -> Taken:
    taken = Taken()
    for name in ("headline", "name", "alternativeHeadline"):
        taken.put("title", item.get(name), name)
    taken.put("text", item.get("articleBody"), "articleBody")
    for name in ("text", "html"):
        if {"text", "html"}.isdisjoint(taken.article):
            taken.put(name, item.get(name), name)
    for name in ("publisher", "sourceOrganization", "provider", "author"):
        _party(taken, item.get(name), name)
    taken.put("source", item.get("source"), "source")
    for name in ("datePublished", "dateModified", "dateCreated"):
        taken.put("published_at", item.get(name), name)
    _language(taken, item.get("inLanguage"), "inLanguage")
    for name in ("url", "mainEntityOfPage", "@id"):
        value = item.get(name)
        _web_address(taken, value.get("@id") if isinstance(value, Mapping) else value, name)
    if isinstance(item.get("id"), str):
        taken.put("id", item["id"], "id")
    return _pointing(taken, text="articleBody", source="publisher")


def _party(taken: Taken, value: object, name: str) -> None:
    """An organisation or person: an object with a name, its name alone, or a list of them."""
    first = value[0] if isinstance(value, list) and value else value
    within: Place = (name, 0) if isinstance(value, list) else (name,)
    if isinstance(first, Mapping):
        taken.put("source", first.get("name"), *within, "name")
    elif first:
        taken.put("source", first, *within)


def _language(taken: Taken, value: object, name: str) -> None:
    """A language's tag; its name in words ("English") tells us nothing that we use."""
    found = value.get("alternateName") if isinstance(value, Mapping) else value
    if isinstance(found, str) and _LANGUAGE.fullmatch(found):
        taken.put("language", found, name)


def _web_address(taken: Taken, value: object, name: str) -> None:
    """A ninjs uri is often a urn or a tag, which names the item but is no address."""
    if isinstance(value, str) and value.startswith(("http://", "https://")):
        taken.put("url", value, name)


def _rows(item: Json, name: str) -> list[tuple[int, Json]]:
    rows = item.get(name)
    return [(i, r) for i, r in enumerate(rows) if isinstance(r, Mapping)] if isinstance(rows, list) else []
