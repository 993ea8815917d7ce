"""Follows one kind of contact through the days: how long the running silence is, and when it passed what is usual."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from reconnect_desktop.domain.contacts import Contact
from reconnect_desktop.domain.gaps import LEAST_DAYS, LOOKED_AT, Law
from reconnect_desktop.domain.pauses import PausedDays
from reconnect_desktop.domain.rhythm import Interval
from reconnect_desktop.domain.usual import GAPS_LEAST, finished_gaps, usual_gap

_A_DAY = timedelta(days=1)
_KEPT = LOOKED_AT + 1  # days make so many gaps


class Silence(NamedTuple):
    """A silence that stands out; its fields are those of `signals.Gap`."""

    began: date
    since: date
    days: int
    usual: float
    years: float
    fine: int | None


class GapWatch:
    """Goes through the days in order. A silence stands out from the day it is too long until the next contact."""

    def __init__(
        self, contacts: Iterable[Contact], paused: PausedDays, years: float, interval: Interval | None = None
    ) -> None:
        self._paused = paused
        self._years = years
        self._interval = interval
        self._contacts = contacts
        # (from when it counts, day with a contact), the next one last
        self._coming: list[tuple[date, date]] = []
        self._days: list[date] = []  # the newest with a contact, as far as they count by now, in order
        self._began: date | None = None
        self._settled: date | None = None  # up to here it is known whether the running silence stood out
        self._learned: tuple[list[int], Law] | None = None

    @property
    def since(self) -> date:
        """The last day with a contact. Only after one."""
        return self._days[-1]

    def on(self, day: date) -> Silence | None:
        """The silence that stands out at the end of `day`. Raises ValueError for a day before the one asked last."""
        if self._settled is None:
            self._begin(day)
        elif day < self._settled:
            raise ValueError("the days go forward")
        while self._coming and self._coming[-1][0] <= day:
            known = self._coming[-1][0]
            self._settle(known - _A_DAY)
            while self._coming and self._coming[-1][0] == known:
                self._hear(self._coming.pop()[1])
        self._settle(day)
        return self._told(day, self._began) if self._began else None

    def _begin(self, day: date) -> None:
        """Start on `day` with all that was known when the running silence began: what was before it is over."""
        counts_from = _counts_from(self._contacts)
        self._contacts = ()
        last = max((one for one, known in counts_from.items() if known <= day), default=date.min)
        begun = counts_from.get(last, date.min)
        self._days = sorted(one for one, known in counts_from.items() if known <= begun)[-_KEPT:]
        coming = ((known, one) for one, known in counts_from.items() if known > begun)
        self._coming = sorted(coming, reverse=True)
        self._settled = begun - _A_DAY if self._days else None

    def _hear(self, day: date) -> None:
        """From now on a contact on `day` counts."""
        if not self._days or day > self._days[-1]:
            self._began = None
        self._days.insert(bisect_left(self._days, day), day)
        if len(self._days) > 2 * _KEPT:
            del self._days[:-_KEPT]
        self._learned = None

    def _settle(self, until: date) -> None:
        """Find the day, up to `until`, from which the running silence stands out, with what is known now."""
        after, self._settled = self._settled, until
        if self._began or not self._days or after == until or not self._is_too_long(until):
            return
        first = max(after or self.since, self.since) + _A_DAY
        days = range(first.toordinal(), until.toordinal() + 1)
        place = bisect_left(days, True, key=lambda day: self._is_too_long(date.fromordinal(day)))
        self._began = date.fromordinal(days[place])

    def _is_too_long(self, day: date) -> bool:
        """Whether the silence is, by `day`; once it is, it stays so."""
        days = self._paused.counted(self.since, day)
        return is_too_long(days, len(self._days) - 1, self._law, self._years, self._interval)

    def _told(self, day: date, began: date) -> Silence:
        days = self._paused.counted(self.since, day)
        gaps, law = self._learn()
        interval = self._interval
        return Silence(
            began=began,
            since=self.since,
            days=days,
            usual=float(interval.good if interval and not gaps else usual_gap(gaps)),
            years=law.years(days) if len(gaps) >= GAPS_LEAST else 0.0,
            fine=interval.fine if interval and days > interval.fine else None,
        )

    def _law(self) -> Law:
        return self._learn()[1]

    def _learn(self) -> tuple[list[int], Law]:
        if self._learned is None:
            gaps = finished_gaps(self._days[-_KEPT:], self._paused)
            self._learned = gaps, Law(gaps)
        return self._learned


def is_too_long(
    days: int, finished: int, law: Callable[[], Law], years: float, interval: Interval | None
) -> bool:
    """Whether a silence of so many days stands out.

    days: paused ones left out; finished: gaps before it, from which `law` is learned, if it has to be;
    years, interval: as rare as what stands out, and the rhythm, if there is one.
    """
    if interval and days > interval.fine:
        return True
    # The quick questions first: most days are answered by them.
    if days < LEAST_DAYS or finished < GAPS_LEAST:
        return False
    return law().is_rare(days, years)


def _counts_from(contacts: Iterable[Contact]) -> dict[date, date]:
    """Each day with a contact, and the day from which that counts."""
    found: dict[date, date] = {}
    for day, _, _, logged, _, _ in contacts:
        known = logged if logged > day else day  # noqa: FURB136  # as in `Contact.known`
        if day not in found or known < found[day]:
            found[day] = known
    return found
