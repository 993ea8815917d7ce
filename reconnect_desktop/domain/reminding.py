"""When a notification may be shown: seldom, at a time that suits, and never twice because of the same thing.

A notification reaches somebody who is doing something else, so it waits for the hours that were chosen, and for more time
where the last ones were left alone (alert fatigue is the best-known failure of prompts just in time).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.quiet_hours import QuietHours
from reconnect_desktop.domain.when import When

EVERY_CHOICES = (1, 2, 3, 7, 14, 30)  # days
NOT_TODAY = 7  # days without any after "Not today"
_KEYS = 20  # of the newest that are remembered


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user chose. every: days from one to the next; hours: the window of the day; quiet: hours without any."""

    on: bool
    every: int
    hours: QuietHours
    quiet: QuietHours


@dataclass(frozen=True, slots=True)
class Told:
    """What was shown so far. last: the day of the last one; unheeded: how many in a row were left alone; until: none before."""

    last: date | None = None
    unheeded: int = 0
    until: date | None = None
    keys: tuple[str, ...] = ()


def next_reason(reasons: Iterable[str], wish: Wish, told: Told, now: When) -> str | None:
    """The first of these reasons for which a notification may be shown at this moment."""
    if not _may_show(wish, told, now):
        return None
    return next((reason for reason in reasons if reason not in told.keys), None)


def shown(told: Told, reason: str, day: date) -> Told:
    """After one was shown; until somebody answers, it is one that was left alone."""
    return replace(told, last=day, unheeded=told.unheeded + 1, keys=(*told.keys, reason)[-_KEYS:])


def heeded(told: Told) -> Told:
    """After one was of use."""
    return replace(told, unheeded=0)


def put_off(told: Told, day: date) -> Told:
    """After "Not today"."""
    return replace(told, until=day + timedelta(days=NOT_TODAY))


def _may_show(wish: Wish, told: Told, now: When) -> bool:
    time, hours = now.local.time(), wish.hours
    in_window = hours.cover(time) or hours.start == hours.end  # then the whole day is meant
    if not (wish.on and in_window) or wish.quiet.cover(time):
        return False
    if told.until is not None and now.day < told.until:
        return False
    rest = wish.every * (2 if told.unheeded >= 2 else 1)
    return told.last is None or (now.day - told.last).days >= rest


def read_told(text: str) -> Told:
    """What `write_told` wrote. Raises Invalid."""
    if not text:
        return Told()
    try:
        last, unheeded, until, *keys = text.split("\n")
        return Told(_day(last), int(unheeded), _day(until), tuple(keys))
    except ValueError:
        raise Invalid("setting", Why.NOT_A_TIME) from None


def write_told(told: Told) -> str:
    """It as text."""
    days = (day.isoformat() if day else "" for day in (told.last, told.until))
    last, until = days
    return "\n".join([last, str(told.unheeded), until, *told.keys])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
