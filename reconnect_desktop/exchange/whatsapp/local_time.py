"""Moments of days and clock times that were lived in one zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from reconnect_desktop.domain.when import in_zone
from reconnect_desktop.exchange.span_key import JITTER

_DAYS_MOST = 4096  # whose beginnings are remembered


class LocalTime:
    """zone: IANA name, "" for the fixed `offset` in seconds. Asked in the order of the file, which tells the two passes of a repeated hour apart."""

    def __init__(self, zone: str, offset: int) -> None:
        self._zone, self._offset = zone, offset
        self._midnights: dict[int, int | None] = {}
        self._latest = 0

    def moment(self, day: int, second: int) -> int:
        """Seconds since 1970 UTC of this second of the day (by the clock); day: as `date.toordinal`. Raises Invalid."""
        midnight = self._midnight(day)
        moment = self._turning(day, second) if midnight is None else midnight + second
        self._latest = moment
        return moment

    def _midnight(self, day: int) -> int | None:
        """The moment at which the day begins, or None if clocks are turned on it."""
        if day not in self._midnights:
            if len(self._midnights) == _DAYS_MOST:
                self._midnights.clear()
            self._midnights[day] = self._begun(day)
        return self._midnights[day]

    def _begun(self, day: int) -> int | None:
        begin = datetime.combine(date.fromordinal(day), datetime.min.time())
        here, there = (in_zone(at, self._zone, self._offset) for at in (begin, begin + timedelta(days=1)))
        return here.timestamp if here.offset == there.offset else None

    def _turning(self, day: int, second: int) -> int:
        clock = datetime.combine(date.fromordinal(day), datetime.min.time()) + timedelta(seconds=second)
        first, again = (
            in_zone(clock.replace(fold=fold), self._zone, self._offset).timestamp for fold in (0, 1)
        )
        return again if first + JITTER < self._latest <= again + JITTER and again > first else first
