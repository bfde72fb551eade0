"""What engine processes do: a checked request in, the bytes of the answer out, or what is wrong with the request."""

from __future__ import annotations

from summarizer.errors import InputError, Problem
from summarizer.pipeline import merge, read
from summarizer.render.facts import facts_text, facts_to_dict
from summarizer.render.formats import REVISION_FORMS, form_named
from summarizer.render.json_bytes import dumped
from summarizer.render.paint import Paint
from summarizer.revisions import diff
from summarizer.schemas import MergeRequest

Outcome = bytes | tuple[Problem, ...]


def merged(wanted: MergeRequest, media_type: str) -> Outcome:
    """The report in the form of that media type."""
    form = form_named(media_type)
    assert form is not None
    try:
        return form.write(merge(wanted.articles, wanted.options, id=wanted.id)).encode()
    except InputError as error:
        return error.problems


def facts_read(wanted: MergeRequest, media_type: str) -> Outcome:
    """Every fact of each article, as JSON or text."""
    try:
        articles = read(wanted.articles, wanted.options)
    except InputError as error:
        return error.problems
    if media_type == "text/plain":
        return facts_text(articles, Paint(on=False)).encode()
    return dumped(facts_to_dict(articles, with_text=wanted.options.include_text))


def compared(wanted: MergeRequest, media_type: str) -> Outcome:
    """What happened to each statement between the two versions."""
    before, after = wanted.articles
    form = next(f for f in REVISION_FORMS if f.media_type == media_type)
    try:
        return form.write(diff(before, after, wanted.options)).encode()
    except InputError as error:
        return error.problems
