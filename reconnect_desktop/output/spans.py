"""Spans of days in words: as people say them, to the day, and how often that is."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from reconnect_desktop.language import mark, number, tr, tr_in, tr_n

_EXACT = (*range(2, 13), 14, 21)  # days of which the rounded words say just what they are
_FEW = (
    mark("two"),
    mark("three"),
    mark("four"),
    mark("five"),
    mark("six"),
    mark("seven"),
    mark("eight"),
    mark("nine"),
    mark("ten"),
)
# At the head of a sentence.
_FEW_AT_HEAD = (
    mark("Two"),
    mark("Three"),
    mark("Four"),
    mark("Five"),
    mark("Six"),
    mark("Seven"),
    mark("Eight"),
    mark("Nine"),
)


class _Unit(Enum):
    PART_OF_A_DAY = auto()
    DAY = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR_AND_A_HALF = auto()
    YEAR = auto()


class Span(NamedTuple):
    """A span as people say it. words: on their own, in the nominative; units: 1 where a verb beside it is in the singular."""

    words: str
    units: int


def few(count: int) -> str:
    """A number above one, in a word where it is small: "two", "ten", "1,204"."""
    return tr(_FEW[count - 2]) if 2 <= count <= len(_FEW) + 1 else number(count)


def few_at_head(count: int) -> str:
    """The same at the head of a sentence: "Two", "Nine", "1,204"."""
    return tr(_FEW_AT_HEAD[count - 2]) if 2 <= count <= len(_FEW_AT_HEAD) + 1 else number(count)


def days_words(days: float) -> str:
    """A span of days as people say it: "about 3 days", "about a week", "about two months"."""
    return span_of(days).words


def span_of(days: float) -> Span:
    """The same with the number its verb goes by."""
    unit, count = _rounded(days)
    return Span(_about(unit, count), count)


def days_at_head(days: float) -> str:
    """The same at the head of a sentence, of a span of two months and more: "About two months"."""
    unit, count = _rounded(days)
    if unit is _Unit.MONTH:
        return tr_n("About a month", "About {few} months", count, few=few(count))
    if unit is _Unit.YEAR_AND_A_HALF:
        return tr("About a year and a half")
    return tr_n("About a year", "About {few} years", count, few=few(count))


def exact_days(days: float) -> str:
    """A span of days with one digit where it needs one: "7 days", "8.3 days", "1 day"."""
    rounded = round(days, 1)
    if rounded == int(rounded):
        return tr_n("{count} day", "{count} days", int(rounded))
    return tr_in("not a whole number", "{number} days", number=number(rounded, 1))


def every_words(days: int) -> str:
    """How often that is, as people say it: "every day", "about every week", "about every 3 days"."""
    unit, count = _rounded(days)
    return _every(unit, count) if days == 1 or days in _EXACT else _about_every(unit, count)


def up_to_words(days: int) -> str:
    """How long that is: "a week", "about two weeks"."""
    if days not in _EXACT:
        return days_words(days)
    unit, count = _rounded(days)
    if unit is _Unit.WEEK:
        return tr_n("a week", "{few} weeks", count, few=few(count))
    return tr_n("{count} day", "{count} days", count)


def _rounded(days: float) -> tuple[_Unit, int]:
    if days < 0.75:
        return _Unit.PART_OF_A_DAY, 1
    if days < 1.5:
        return _Unit.DAY, 1
    if not 6.5 <= days < 7.5 and days < 13:
        return _Unit.DAY, max(2, round(days))
    if days < 24.5:
        return _Unit.WEEK, round(days / 7)
    months = round(days / 30.44)
    if months < 11:
        return _Unit.MONTH, months
    if 15 <= months < 21:
        return _Unit.YEAR_AND_A_HALF, 1
    return _Unit.YEAR, max(1, round(days / 365.25))


def _about(unit: _Unit, count: int) -> str:
    if unit is _Unit.PART_OF_A_DAY:
        return tr("less than a day")
    if unit is _Unit.DAY:
        return tr_n("about a day", "about {count} days", count)
    if unit is _Unit.WEEK:
        return tr_n("about a week", "about {few} weeks", count, few=few(count))
    if unit is _Unit.MONTH:
        return tr_n("about a month", "about {few} months", count, few=few(count))
    if unit is _Unit.YEAR_AND_A_HALF:
        return tr("about a year and a half")
    return tr_n("about a year", "about {few} years", count, few=few(count))


def _every(unit: _Unit, count: int) -> str:
    if unit is _Unit.WEEK:
        return tr_n("every week", "every {few} weeks", count, few=few(count))
    return tr_n("every day", "every {count} days", count)


def _about_every(unit: _Unit, count: int) -> str:
    if unit is _Unit.WEEK:
        return tr_n("about every week", "about every {few} weeks", count, few=few(count))
    if unit is _Unit.MONTH:
        return tr_n("about every month", "about every {few} months", count, few=few(count))
    if unit is _Unit.YEAR_AND_A_HALF:
        return tr("about every year and a half")
    return tr_n("about every year", "about every {few} years", count, few=few(count))
