"""The templates of the pages: a template's name and values in, HTML out.

Whatever a template prints is escaped, and freed of control characters, without the template asking for it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.render.page_style import STYLE

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def rendered(name: str, values: dict[str, object]) -> str:
    """The template filled with these values."""
    return _environment().get_template(name).render(values) + "\n"


def shown(text: str) -> str:
    r"""The text with a sign in place of each control character, and of half a character.

    >>> shown("a\x1b[31mb")
    'a\ufffd[31mb'
    """
    return _CONTROL.sub("\ufffd", text)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("summarizer.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda v: shown(v) if isinstance(v, str) and not isinstance(v, Markup) else v,
    )
    environment.globals["policy"] = POLICY
    environment.globals["style"] = Markup(STYLE)  # noqa: S704 - the program's own text
    return environment
