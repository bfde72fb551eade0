"""Requests: a JSON value in, Articles and Options out, or an InputError with every problem of the request at once."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, cast
from zoneinfo import available_timezones

from marshmallow import RAISE, Schema, ValidationError, fields, validate

from summarizer.domain.report import Options
from summarizer.domain.text import Article
from summarizer.errors import InputError, Problem
from summarizer.language.ranking import RANKERS
from summarizer.schemas.fields import Chosen, Moment, Switch, Text, Whole, parsed
from summarizer.schemas.forms import OWN_IDS, Taken, as_article
from summarizer.schemas.pages import NO_ARTICLE, Page, PageError, is_wordless, read_pages
from summarizer.schemas.pointers import pointer, problems_in
from summarizer.settings import Settings

LONGEST_NAME = 100  # code points; no language tag and no time zone has more, so that nobody needs it set
_VERSIONS = ("before", "after")
_ARTICLE = re.compile(r"/articles/([01])(?![0-9])")
_NO_ADDRESS = (
    r"\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff<>\x22"  # \s is not the same everywhere
)
WEB_ADDRESS = rf"^[Hh][Tt][Tt][Pp][Ss]?://[^{_NO_ADDRESS}]+$"
_URL = re.compile(WEB_ADDRESS)
_LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$"
_MISSING: dict[str, Any] = {"required": "missing: this field is required"}
Places = dict[str, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """A request with every value checked."""

    id: str | None
    articles: tuple[Article, ...]
    options: Options


def load_merge(payload: object, settings: Settings) -> MergeRequest:
    """The request of a merge. Raises InputError with every problem, each with the JSON pointer to its place.

    >>> load_merge({"articles": [{"source": "ANP"}]}, Settings())
    Traceback (most recent call last):
    summarizer.errors.InputError: /articles: 1 article: give 2 to 50 of one event; /articles/0/text: missing: give the article's text, or its html
    """
    if not isinstance(payload, Mapping):
        raise InputError([Problem("", 'not an object: send {"articles": [{"source": …, "text": …}, …]}')])
    return _load(payload, settings, settings.min_articles, ("articles",))


def load_facts(payload: object, settings: Settings) -> MergeRequest:
    """The request of a reading: one article, a list of them, or an object as of a merge. Raises InputError as load_merge does.

    >>> [a.source for a in load_facts({"source": "ANP", "text": "It rains."}, Settings()).articles]
    ['ANP']
    """
    if isinstance(payload, Mapping) and "articles" in payload:
        return _load(payload, settings, 1, ("articles",))
    if isinstance(payload, Mapping):
        return _load({"articles": [payload]}, settings, 1, None)
    if isinstance(payload, list):
        return _load({"articles": payload}, settings, 1, ())
    raise InputError([Problem("", 'neither an article nor a list of them: send {"source": …, "text": …}')])


def load_diff(payload: object, settings: Settings) -> MergeRequest:
    """The request of a diff: its articles are the one before and the one after. Raises InputError as load_merge does.

    >>> load_diff({"before": {"source": "ANP", "text": "It rains."}}, Settings())
    Traceback (most recent call last):
    summarizer.errors.InputError: /after: missing: give the article as it is now
    """
    if not isinstance(payload, Mapping):
        raise InputError([Problem("", 'not an object: send {"before": Article, "after": Article}')])
    problems = [
        Problem(pointer(n), f"missing: give the article as it {w}")
        for n, w in (("before", "was"), ("after", "is now"))
        if n not in payload
    ]
    given = [n for n in _VERSIONS if n in payload]
    rest = {k: v for k, v in payload.items() if k not in _VERSIONS}
    unknown = [Problem(pointer("articles"), "no such field: take it out")] if "articles" in rest else []
    problems += [p for n in given for p in _id_problems(payload[n], n, settings)]
    try:
        request = _load(rest | {"articles": [_without_id(payload[n]) for n in given]}, settings, 0, ("articles",))
    except InputError as error:
        problems += [_renamed(p, given) for p in error.problems]
    if problems or unknown:
        raise InputError([*unknown, *problems])
    return request


def _id_problems(article: object, version: str, settings: Settings) -> Sequence[Problem]:
    """What is wrong with the id of a version, though nothing is done with it: the document states what one looks like."""
    taken = as_article(article) if isinstance(article, Mapping) else Taken()
    try:
        article_schema(settings)().fields["id"].deserialize(taken.article.get("id"))
    except ValidationError as error:
        return tuple(problems_in(error.messages, version, *_field_keys("id", taken.places)))
    return ()


def _without_id(article: object) -> object:
    """Two versions of one article have one id, and the answer names them before and after."""
    if not isinstance(article, Mapping):
        return article
    names = OWN_IDS if as_article(article).places else ("id",)
    return {k: v for k, v in article.items() if k not in names}


def _renamed(problem: Problem, names: Sequence[str]) -> Problem:
    if problem.pointer == "/articles":
        return Problem("", problem.detail)
    found = _ARTICLE.match(problem.pointer)
    return Problem(f"/{names[int(found[1])]}{problem.pointer[found.end() :]}", problem.detail) if found else problem


def _load(payload: Mapping[str, object], settings: Settings, fewest: int, base: tuple[str, ...] | None) -> MergeRequest:
    """`base` leads to the articles in what was sent; None: what was sent is the one article."""
    given = payload.get("articles")
    items = given if isinstance(given, list) else []
    taken = [as_article(i) if isinstance(i, Mapping) else None for i in items[: settings.max_articles]]
    loaded, problems = _checked(payload, taken, settings, base)
    if isinstance(given, list) and not fewest <= len(items) <= settings.max_articles:
        problems.insert(0, Problem(pointer(*base or ()), _miscounted(len(items), fewest, settings.max_articles)))
    problems += _article_problems(taken, base)
    pages = _pages(taken, settings, doomed=bool(problems))
    problems += _page_problems(pages, taken, settings, base)
    problems += _total_problems(pages, taken, settings, base)
    if problems:
        raise InputError(tuple(dict.fromkeys(problems)))
    articles = _articles(cast("list[dict[str, object]]", loaded["articles"]), pages)
    options = Options(**cast("dict[str, object]", loaded.get("options") or {}))  # type: ignore[arg-type]  # the schema has checked each
    return MergeRequest(id=cast("str | None", loaded.get("id")), articles=articles, options=options)


def _checked(
    payload: Mapping[str, object], taken: Sequence[Taken | None], settings: Settings, base: tuple[str, ...] | None
) -> tuple[dict[str, object], list[Problem]]:
    own = dict(payload)
    if isinstance(payload.get("articles"), list):
        own["articles"] = [t.article if t else None for t in taken]
    try:
        return cast("dict[str, object]", merge_schema(settings)().load(own)), []
    except ValidationError as error:
        return {}, [p for key, inner in _ordered(error.messages) for p in _placed(key, inner, taken, base)]


def _ordered(messages: object) -> list[tuple[str | int, object]]:
    """Problems of the request itself first, then of the articles in their order."""
    tree = messages if isinstance(messages, dict) else {"_schema": messages}
    rows: list[tuple[str | int, object]] = [(k, v) for k, v in tree.items() if k != "articles"]
    inner = tree.get("articles")
    if isinstance(inner, dict):
        rows += [(k, inner[k]) for k in sorted(k for k in inner if isinstance(k, int))]
    elif inner is not None:
        rows.append(("articles", inner))
    return rows


def _placed(
    key: str | int, inner: object, taken: Sequence[Taken | None], base: tuple[str, ...] | None
) -> list[Problem]:
    """The problems under one key; an article's fields are pointed at where the sender wrote them."""
    if isinstance(key, str):
        return list(problems_in(inner)) if key == "_schema" else list(problems_in(inner, key))
    if not isinstance(inner, dict):
        return list(problems_in(inner, *_article_keys(base, key)))
    places = (t.places if (t := taken[key]) else {}) if key < len(taken) else {}
    return [
        p
        for name, errors in inner.items()
        for p in problems_in(errors, *_article_keys(base, key), *_field_keys(name, places))
    ]


def _article_keys(base: tuple[str, ...] | None, index: int) -> tuple[str | int, ...]:
    return () if base is None else (*base, index)


def _field_keys(name: object, places: Places) -> tuple[str | int, ...]:
    if name == "_schema":
        return ()
    return places.get(str(name), (str(name),))


def _miscounted(count: int, fewest: int, most: int) -> str:
    shown = f"{count} article{'' if count == 1 else 's'}"
    if fewest == 1:
        return f"{shown}: give 1 to {most}"
    return f"{shown}: give {fewest} to {most} of one event"


def _article_problems(taken: Sequence[Taken | None], base: tuple[str, ...] | None) -> list[Problem]:
    """What a single field cannot show: text and html at once or neither, two articles with one id."""
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for index, item in enumerate(taken):
        if item is None:
            continue
        keys = _article_keys(base, index)
        has_text, has_html = (item.article.get(n) is not None for n in ("text", "html"))
        if has_text and has_html:
            problems.append(Problem(pointer(*keys, "html"), "both text and html: give one of the two"))
        if not has_text and not has_html:
            place = pointer(*keys, *_field_keys("text", item.places))
            problems.append(Problem(place, "missing: give the article's text, or its html"))
        id_ = item.article.get("id")
        if isinstance(id_, str) and first.setdefault(id_, index) != index:
            detail = f"the id of article {pointer(*_article_keys(base, first[id_]))} too: give each its own, or leave the ids out"
            problems.append(Problem(pointer(*keys, *_field_keys("id", item.places)), detail))
    return problems


def _pages(taken: Sequence[Taken | None], settings: Settings, *, doomed: bool) -> dict[int, Page | PageError]:
    """What stands on each page, by its article's place. Of a request that has other faults already, only the pages
    on which there are no words: all faults are told at once, but none is worth the time of reading a page.
    """
    field = article_schema(settings)().fields["html"]
    htmls: dict[int, str] = {}
    for index, item in enumerate(taken):
        html = item.article.get("html") if item else None
        if html is not None and item is not None and item.article.get("text") is None:
            with suppress(ValidationError):
                htmls[index] = field.deserialize(html)
    if doomed:
        return {i: NO_ARTICLE for i, html in htmls.items() if is_wordless(html)}
    return dict(zip(htmls, read_pages(tuple(htmls.values()), settings.html_seconds), strict=True))


def _page_problems(
    pages: Mapping[int, Page | PageError],
    taken: Sequence[Taken | None],
    settings: Settings,
    base: tuple[str, ...] | None,
) -> list[Problem]:
    """Pages without an article; what was read from one is held to the limits of a text and a title."""
    problems: list[Problem] = []
    for index, page in pages.items():
        item = taken[index]
        place = pointer(*_article_keys(base, index), *_field_keys("html", item.places if item else {}))
        if isinstance(page, PageError):
            problems.append(Problem(place, str(page)))
        elif len(page.text) > settings.max_text_chars:
            detail = f"{len(page.text)} characters of text on this page: at most {settings.max_text_chars} are allowed"
            problems.append(Problem(place, detail))
        elif len(page.title) > settings.max_title_chars and (item is None or item.article.get("title") is None):
            detail = f"a title of {len(page.title)} characters on this page: at most {settings.max_title_chars} are allowed, give it one"
            problems.append(Problem(place, detail))
    return problems


def _total_problems(
    pages: Mapping[int, Page | PageError],
    taken: Sequence[Taken | None],
    settings: Settings,
    base: tuple[str, ...] | None,
) -> list[Problem]:
    """Texts that are each short enough may be too long together."""
    texts = [item.article.get("text") for item in taken if item is not None]
    total = sum(len(text) for text in texts if isinstance(text, str))
    total += sum(len(page.text) for page in pages.values() if isinstance(page, Page))
    if total <= settings.max_total_chars:
        return []
    detail = f"{total} characters of text together: at most {settings.max_total_chars} are allowed, send fewer or shorter articles"
    return [Problem(pointer(*base or ()), detail)]


def _articles(loaded: Sequence[dict[str, object]], pages: Mapping[int, Page | PageError]) -> tuple[Article, ...]:
    articles: list[Article] = []
    for index, fields_ in enumerate(loaded):
        given = {k: v for k, v in fields_.items() if v is not None and k != "html"}
        page = pages.get(index)
        if isinstance(page, Page):
            given = _with_page(given, page)
        articles.append(Article(**given))  # type: ignore[arg-type]  # the schema has checked each
    return tuple(articles)


def _with_page(given: dict[str, object], page: Page) -> dict[str, object]:
    """The page's text, and its title and date where the request has none."""
    moment: datetime | None = parsed(page.published_at) if page.published_at else None
    found = {"text": page.text, "title": page.title or None, "published_at": moment}
    return {k: v for k, v in (found | given).items() if v is not None}


@cache
def merge_schema(settings: Settings) -> type[Schema]:
    """The marshmallow schema of a merge request under these limits."""
    return _named(
        "MergeRequest",
        {
            "id": Text(longest=settings.max_id_chars, words=True, line=True, allow_none=True, load_default=None),
            "articles": fields.List(
                fields.Nested(
                    article_schema(settings),
                    error_messages={"null": "not an object: give an article", "type": "not an object: give an article"},
                ),
                required=True,
                error_messages=_MISSING
                | {"invalid": "not a list: give a list of articles", "null": "null where a list of articles is needed"},
                metadata={"minItems": settings.min_articles, "maxItems": settings.max_articles},
            ),
            "options": fields.Nested(options_schema(settings), allow_none=True, load_default=None),
        },
    )


@cache
def article_schema(settings: Settings) -> type[Schema]:
    """The marshmallow schema of one article under these limits."""
    return _named(
        "Article",
        {
            "id": Text(
                longest=settings.max_id_chars,
                words=True,
                line=True,
                allow_none=True,
                metadata={"description": "a1, a2, … where left out"},
            ),
            "source": Text(
                longest=settings.max_source_chars, words=True, line=True, required=True, error_messages=_MISSING
            ),
            "title": Text(longest=settings.max_title_chars, allow_none=True),
            "text": Text(longest=settings.max_text_chars, words=True, allow_none=True),
            "html": Text(longest=settings.max_html_chars, words=True, allow_none=True),
            "url": Text(
                longest=settings.max_url_chars,
                allow_none=True,
                validate=_is_web_address,
                metadata={"pattern": WEB_ADDRESS},
            ),
            "published_at": Moment(
                allow_none=True, metadata={"description": "ISO 8601; without an offset it is read in options.timezone"}
            ),
            "language": Text(
                longest=LONGEST_NAME,
                allow_none=True,
                validate=validate.Regexp(_LANGUAGE, error="no language tag: give one such as en or en-GB"),
            ),
        },
    )


@cache
def options_schema(settings: Settings) -> type[Schema]:
    """The marshmallow schema of the options under these limits."""
    defaults = Options()
    return _named(
        "Options",
        {
            "sentences": Whole(low=1, high=settings.max_sentences, load_default=defaults.sentences),
            "words": Whole(low=1, high=settings.max_words, load_default=None),
            "ranker": Chosen(names=RANKERS, what="ranker", load_default=defaults.ranker),
            "timezone": Text(longest=LONGEST_NAME, load_default=defaults.timezone, validate=_is_zone),
            "include_text": Switch(load_default=defaults.include_text),
        },
    )


def _named(name: str, declared: Mapping[str, fields.Field]) -> type[Schema]:  # type: ignore[type-arg]  # a field of any type
    schema = Schema.from_dict(dict(declared), name=name)
    schema.opts.unknown = RAISE
    schema.error_messages = {
        "unknown": "no such field: take it out",
        "type": "not an object: give one",
    }
    return schema


def _is_web_address(value: str) -> None:
    if not _URL.fullmatch(value):
        raise ValidationError("no web address: give one that starts with http:// or https://")


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def _is_zone(value: str) -> None:
    if value not in _zones():
        raise ValidationError(f"{value[:40]!r} is no time zone: give an IANA name such as Europe/Paris or UTC")
