"""What a rule by which an event recurs (RRULE) may say, so that following it comes to an end soon.

The library tries each day, week, month or year up to the year 9999 for one that comes true, and takes a value that RFC 5545
(3.3.10) doesn't know for all values.
"""

from __future__ import annotations

import re
from datetime import date
from math import prod

from reconnect_desktop.domain.errors import Why
from reconnect_desktop.domain.when import EARLIEST

TIMES_MOST = 4  # a day
RULE_MOST = 1000  # characters


def _list_of(value: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{value})(?:,(?:{value}))*", re.ASCII)


_UP_TO_53 = "[1-9]|[1-4][0-9]|5[0-3]"
_UP_TO_366 = "[1-9][0-9]?|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]"
_DAY = "MO|TU|WE|TH|FR|SA|SU"
_PARTS = {
    "FREQ": re.compile("YEARLY|MONTHLY|WEEKLY|DAILY"),
    "INTERVAL": re.compile("[1-9][0-9]{0,3}"),
    "COUNT": re.compile("[1-9][0-9]{0,5}"),
    "UNTIL": re.compile("[0-9]{8}(?:T[0-9]{6}Z?)?"),
    "WKST": re.compile(_DAY),
    "BYDAY": _list_of(f"(?:[+-]?(?:{_UP_TO_53}))?(?:{_DAY})"),
    "BYMONTH": _list_of("0?[1-9]|1[0-2]"),
    "BYMONTHDAY": _list_of("[+-]?(?:0?[1-9]|[12][0-9]|3[01])"),
    "BYYEARDAY": _list_of(f"[+-]?(?:{_UP_TO_366})"),
    "BYWEEKNO": _list_of(f"[+-]?(?:{_UP_TO_53})"),
    "BYSETPOS": _list_of(f"[+-]?(?:{_UP_TO_366})"),
    "BYHOUR": _list_of("0?[0-9]|1[0-9]|2[0-3]"),
    "BYMINUTE": _list_of("[0-5]?[0-9]"),
    "BYSECOND": _list_of("[0-5]?[0-9]"),
}
# With these a rule of days or weeks may be one that never comes true, and there are many days to try.
_RARE = {
    "DAILY": {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"},
    "WEEKLY": {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"},
}
_TIMES = ("BYHOUR", "BYMINUTE", "BYSECOND")
# Birthdays without a year are written as of 1604; all else from before our time would take long to pass over.
_OF_A_BIRTHDAY = frozenset({"FREQ", "INTERVAL", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY"})
_UNTIL_DAY = re.compile(r"UNTIL=\d{8}(?=;|$)")


def tidy(rule: str) -> str:
    """In capitals, without what some programs write behind it."""
    return rule.strip().upper().rstrip(";")


def refused(rule: str, start: date) -> Why | None:
    """Why a tidy rule is not followed for something that begins on this day; None if it can be."""
    named = [part.partition("=") for part in rule.split(";")] if len(rule) <= RULE_MOST else []
    parts = {name: value for name, _, value in named}
    if "FREQ" not in parts or len(parts) != len(named):
        return Why.MISTYPED
    if not all(name in _PARTS and _PARTS[name].fullmatch(value) for name, value in parts.items()):
        return Why.OUT_OF_RANGE
    times = prod(parts.get(name, "").count(",") + 1 for name in _TIMES)
    if times > TIMES_MOST or parts.keys() & _RARE.get(parts["FREQ"], set()):
        return Why.OUT_OF_RANGE
    if start < EARLIEST.date() and not _is_birthday(parts):
        return Why.OUT_OF_RANGE
    return None


def to_its_end(rule: str, *, has_times: bool) -> str:
    """Where the last day is given for something with times, that whole day is meant."""
    return _UNTIL_DAY.sub(r"\g<0>T235959Z", rule) if has_times else rule


def _is_birthday(parts: dict[str, str]) -> bool:
    one_day = not any("," in value for value in parts.values())
    return parts["FREQ"] == "YEARLY" and one_day and parts.keys() <= _OF_A_BIRTHDAY
