"""Months counted as lean as a comparison needs them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reconnect_desktop.domain.contacts import TALKS
from reconnect_desktop.domain.months import Month, month_of
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.records import MoodCheckIn
from reconnect_desktop.domain.trends.sources import Point, Sources, by_month

_A_DAY = timedelta(days=1)
_NOT_PAUSED = PausedDays(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A month up to today.

    days: that are over, today's among them; open_days: those without a declared pause; in_touch: days with a contact;
    open_in_touch: open days with one; talks: contacts by voice or in person, and talks_measured: those of known length;
    lengths: known lengths in minutes, each above 0, of all media; unknown: contacts without a length;
    closeness: ratings, 1…7; moods: 1…5; longest_gap, gap_paused: as in `Figures`.
    """

    month: Month
    days: int
    open_days: int
    in_touch: int
    open_in_touch: int
    talks: int
    talks_measured: int
    lengths: tuple[int, ...]
    unknown: int
    closeness: tuple[int, ...]
    moods: tuple[int, ...]
    longest_gap: int | None
    gap_paused: int

    @property
    def minutes(self) -> int | None:
        """All known lengths; None where there were contacts, and none of them has one."""
        return None if self.unknown and not self.lengths else sum(self.lengths)


class Days:
    """The days in touch, with what pauses leave of the time between them."""

    def __init__(self, sources: Sources) -> None:
        self._paused = PausedDays(sources.pauses)
        self.in_touch: Sequence[date] = sorted({point.local.date() for point in sources.points})

    def within(self, first: date, last: date) -> Sequence[date]:
        """Those from `first` to `last`, both included."""
        return self.in_touch[bisect_left(self.in_touch, first) : bisect_right(self.in_touch, last)]

    def open_days(self, first: date, last: date) -> int:
        """Days from `first` to `last`, both included, that no pause covers."""
        return self._paused.counted(first - _A_DAY, last)

    def gaps(self, first: date, last: date, *, whole: bool = False) -> list[int]:
        """Those that ended from `first` to `last`, oldest first; days, at least 1. whole: with the days of pauses."""
        paused = _NOT_PAUSED if whole else self._paused
        start, stop = bisect_left(self.in_touch, first), bisect_right(self.in_touch, last)
        return [
            max(1, paused.counted(self.in_touch[place - 1], self.in_touch[place]))
            for place in range(max(1, start), stop)
        ]

    def longest_gap(self, first: date, last: date, *, whole: bool = False) -> int | None:
        """The longest that ended in these days, or reaches to the end of them; None without a contact before that."""
        place = bisect_right(self.in_touch, last)
        if not place:
            return None
        paused = _NOT_PAUSED if whole else self._paused
        lasting = paused.counted(self.in_touch[place - 1], last)
        return max([*self.gaps(first, last, whole=whole), lasting])


def tallies(sources: Sources, days: Days, months: Iterable[Month]) -> dict[Month, Tally]:
    """Each of these months, none of which lies after that of today."""
    points, moods = by_month(sources.points), _moods_by_month(sources.moods)
    return {
        month: _tally(month, sources.today, points.get(month, ()), moods.get(month, ()), days)
        for month in months
    }


def _moods_by_month(moods: Iterable[MoodCheckIn]) -> Mapping[Month, Sequence[int]]:
    found: dict[Month, list[int]] = {}
    for one in moods:
        found.setdefault(month_of(one.when.day), []).append(one.mood)
    return found


def _tally(month: Month, today: date, points: Sequence[Point], moods: Sequence[int], days: Days) -> Tally:
    first, last = month.first, min(month.last, today)
    in_touch = days.within(first, last)
    talks = [point for point in points if point.medium in TALKS]
    gap = days.longest_gap(first, last)
    return Tally(
        month=month,
        days=(last - first).days + 1,
        open_days=days.open_days(first, last),
        in_touch=len(in_touch),
        open_in_touch=sum(days.open_days(day, day) for day in in_touch),
        talks=len(talks),
        talks_measured=sum(point.minutes is not None for point in talks),
        lengths=tuple(point.minutes for point in points if point.minutes),
        unknown=sum(point.minutes is None for point in points),
        closeness=tuple(point.closeness for point in points if point.closeness is not None),
        moods=(*moods, *(point.mood for point in points if point.mood is not None)),
        longest_gap=gap,
        gap_paused=(days.longest_gap(first, last, whole=True) or 0) - (gap or 0),
    )
