"""Which backups may go: the older they are, the fewer are kept of a day, a week, a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from reconnect_desktop.domain.backups import Backup

ALL_OF_DAYS = 3  # by UTC, so that they hold two days of any zone
ONE_A_DAY = 14
ONE_A_WEEK = 16  # three months: a week that lies in two of them counts twice
VERIFIED_LEAST = 5

_Slot = tuple[int, ...]


def to_drop(backups: Iterable[Backup], now: int) -> list[Backup]:
    """Those that may go, oldest first. now: seconds since 1970, UTC.

    Of the last days all stay, then the newest of each of 14 days, of each week of three months, of each month for ever; and
    the 5 newest that were found whole. Counted are the days that have a backup, not those of the calendar: a clock that jumps
    ahead, or a year away, makes nothing older than it is. Those of a moment to come (the clock was set back since) are judged
    among themselves, so that none of them stands in for one that is not.

    A damaged one stands in for nothing, and goes where a later whole one of its month stays: that also has, in its history,
    what was deleted in between. Else it stays, for it may be all there is of that time, and most of it may still be readable.
    """
    held = sorted(backups, key=_age)
    groups = [one for one in held if one.made > now], [one for one in held if one.made <= now]
    return [one for group in groups for one in _to_drop(group)][::-1]


def _age(backup: Backup) -> tuple[int, str]:
    """Sorts the newest first."""
    return -backup.made, backup.name


def _to_drop(group: Sequence[Backup]) -> list[Backup]:
    """group: newest first."""
    whole = [one for one in group if not one.damaged]
    first_days = set(_newest_of_each(whole, _day, ALL_OF_DAYS))
    kept = {
        *(one for one in whole if _day(one) in first_days),
        *_newest_of_each(whole, _day, ONE_A_DAY).values(),
        *_newest_of_each(whole, _week, ONE_A_WEEK).values(),
        *_newest_of_each(whole, _month).values(),
        *[one for one in whole if one.verified is not None][:VERIFIED_LEAST],
    }
    last_of_month = {_month(one): one.made for one in sorted(kept, key=_age, reverse=True)}
    kept |= {one for one in group if one.damaged and last_of_month.get(_month(one), -1) < one.made}
    return [one for one in group if one not in kept]


def _newest_of_each(
    group: Sequence[Backup], slot: Callable[[Backup], _Slot], most: int | None = None
) -> dict[_Slot, Backup]:
    """The newest of each of the `most` newest slots; one that was found whole, if there is any."""
    found: dict[_Slot, Backup] = {}
    for one in group:
        held = found.setdefault(slot(one), one)
        if held.verified is None and one.verified is not None:
            found[slot(one)] = one
    return dict(list(found.items())[:most])


def _day(backup: Backup) -> _Slot:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=backup.made)
    return moment.year, moment.month, moment.day


def _week(backup: Backup) -> _Slot:
    """The part of a week that lies in one month, so that the last backup of a month is the last of one of its weeks."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=backup.made)
    return (moment.year, moment.month, *moment.isocalendar()[:2])


def _month(backup: Backup) -> _Slot:
    return _day(backup)[:2]
