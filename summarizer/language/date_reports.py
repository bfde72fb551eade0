"""The period that accounts are given for: "a year earlier", "the latest period", "the 1988 period" of a report on a quarter.

A report on a company's quarter names it once and then compares with "a year ago", which is that quarter a year before, not a
year. What was named before comes from the sentence or from those before it; in talk of anything but money a year is a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from summarizer.domain.facts import Grain, Moment
from summarizer.language.date_calendar import midnight, period_of, shifted, unresolved, year_of
from summarizer.language.date_scene import Rule, Scene
from summarizer.language.date_words import YEAR

MONEY_REACH = 200  # characters around "the quarter" in which its accounts are spoken of
_MONEY = re.compile(
    r"[$€£#]|\b(?i:sales|revenues?|profits?|earn|earned|earnings|net|loss|losses|shares?|income|assets|shipped|company|costs|prices|results|tax)\b"
)
# The sums of several quarters are compared with those of the year before.
_LONGER = re.compile(
    r"\b(?i:(?:six|nine|6|9)[- ]months?|half[- ]year|(?:full|fiscal|financial|whole)[- ]year|for\sthe\syear|(?:first|second|last)[- ]half)\b"
)


def reports_on_accounts(scene: Scene, match: re.Match[str]) -> bool:
    """Whether money is spoken of around the match."""
    around = scene.text[max(0, match.start() - MONEY_REACH) : match.end() + MONEY_REACH]
    return _MONEY.search(around) is not None


def account_period(scene: Scene, match: re.Match[str]) -> Moment | None:
    """The quarter whose accounts the sentence goes through, as it or an earlier sentence named it; None where nobody did."""
    last, period = scene.last, scene.period
    if last is not None and last.grain is Grain.QUARTER:
        return last
    if period is None or period.low is None or period.high is None or not reports_on_accounts(scene, match):
        return None
    beside = last is not None and last.low is not None and not period.low <= last.low <= period.high
    return None if beside else period


def account_year_before(scene: Scene, match: re.Match[str]) -> Moment | None:
    """What "a year earlier" is in a report on a quarter: that quarter a year before, or the year before for longer sums.

    None where no quarter was named, or the words are about something else.
    """
    period = account_period(scene, match)
    if period is None or period.low is None:
        return None
    if scene.last is not period and _LONGER.search(scene.text, 0, match.start()):
        return year_of(period.low.year - 1, relative=True)
    return _a_year_before(period)


def _a_year_before(period: Moment) -> Moment:
    assert period.low is not None
    return period_of("quarter", shifted(period.low.date(), "year", -1))


def next_period(period: Moment | None, read: Iterable[Moment], anchor: date | None) -> Moment | None:
    """The quarter in question after a sentence: the last one named that has ended, but none that it is compared with."""
    for moment in read:
        if moment.grain is not Grain.QUARTER or moment.low is None or moment.high is None:
            continue
        compared = period is not None and period.low is not None and moment.low < period.low
        ahead = period is not None and anchor is not None and moment.high > midnight(anchor)
        if not compared and not ahead:
            period = moment
    return period


def report_rules() -> tuple[Rule, ...]:
    """The rules of reports on accounts.

    >>> len(report_rules()) > 1
    True
    """
    return _RULES


def _of_year(match: re.Match[str], scene: Scene) -> Moment:
    """ "the 1988 period", "the 1988 quarter": the quarter in question, in that year."""
    year, period = int(match["year"]), account_period(scene, match)
    if period is None or period.low is None:
        return year_of(year)
    return replace(_shifted_to(period, year), relative=False)


def _shifted_to(period: Moment, year: int) -> Moment:
    assert period.low is not None
    return period_of("quarter", shifted(period.low.date(), "year", year - period.low.year))


def _same_last_year(match: re.Match[str], scene: Scene) -> Moment:
    """ "the same quarter last year", "last year's quarter", "the quarter a year ago"."""
    period = account_period(scene, match)
    if period is not None:
        return _a_year_before(period)
    if scene.anchor is None or match["what"] == "period":
        return unresolved(Grain.QUARTER)
    return period_of("quarter", shifted(scene.anchor, "quarter", -5))


_WHAT = r"(?P<what>(?i:quarter|period))"
_RULES: tuple[Rule, ...] = (
    Rule(re.compile(rf"\b(?i:the)\s(?P<year>{YEAR})\s(?:quarter|period)\b"), _of_year, ("quarter", "period")),
    Rule(
        re.compile(
            rf"\b(?i:the)\s(?:(?:same|corresponding|comparable|equivalent)\s)?{_WHAT},?\s(?:of\s|in\s)?(?:last\syear|the\s(?:previous|prior)\syear|a\syear\s(?:ago|earlier|before))\b(?!['’]s)"
        ),
        _same_last_year,
        ("quarter", "period"),
    ),
    Rule(re.compile(rf"\b(?i:last\syear)['’]s\s{_WHAT}\b"), _same_last_year, ("quarter", "period")),
)
