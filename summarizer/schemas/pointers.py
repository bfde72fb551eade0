"""Places in a request as RFC 6901 JSON pointers: marshmallow's nested errors in, a flat list of problems out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.errors import Problem


def pointer(*keys: str | int) -> str:
    """The pointer that leads through these keys.

    >>> pointer("articles", 1, "text"), pointer("a/b", "~"), pointer()
    ('/articles/1/text', '/a~1b/~0', '')
    """
    return "".join("/" + str(k).replace("~", "~0").replace("/", "~1") for k in keys)


def problems_in(errors: object, *keys: str | int) -> Iterator[Problem]:
    """Every message of marshmallow's error tree with the pointer to its place, in the tree's order.

    >>> list(problems_in({"articles": {1: {"text": ["missing"]}}, "_schema": ["odd"]}))
    [Problem(pointer='/articles/1/text', detail='missing'), Problem(pointer='', detail='odd')]
    """
    if isinstance(errors, Mapping):
        for key, inner in errors.items():
            yield from problems_in(inner, *keys) if key == "_schema" else problems_in(inner, *keys, key)
    elif isinstance(errors, list):
        for inner in errors:
            yield from problems_in(inner, *keys)
    else:
        yield Problem(pointer(*keys), str(errors))
