"""When something happened: local wall time as it was lived, its UTC offset and its zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from reconnect_desktop.domain.errors import Invalid, Why

EARLIEST = datetime(1900, 1, 1)
LATEST = datetime(9998, 12, 31)  # so that every moment exists in UTC too
ZONE_MOST = 100  # characters


@dataclass(frozen=True, slots=True)
class When:
    """A moment that keeps its day for ever, wherever the computer goes.

    local: naive wall time, to the second; offset: seconds east of UTC (-86,399…86,399);
    zone: IANA name, or "" where it is not known.
    """

    local: datetime
    offset: int
    zone: str = ""

    def __post_init__(self) -> None:
        if self.local.tzinfo is not None or self.local.microsecond:
            raise ValueError("local is naive and in whole seconds")
        if not EARLIEST <= self.local <= LATEST or not -86_399 <= self.offset <= 86_399:
            raise Invalid("when", Why.OUT_OF_RANGE)
        # Not checked against this computer's list: a zone of another one is kept as it is.
        if self.zone and (
            len(self.zone) > ZONE_MOST or not (self.zone.isascii() and self.zone.isprintable())
        ):
            raise Invalid("zone", Why.UNKNOWN_ZONE)

    @property
    def utc(self) -> datetime:
        """The same moment as an aware datetime in UTC."""
        shifted = self.local.replace(tzinfo=timezone(timedelta(seconds=self.offset)))
        return shifted.astimezone(UTC)

    @property
    def timestamp(self) -> int:
        """Seconds since 1970-01-01 UTC: what interactions are ordered by."""
        return int((self.local - datetime(1970, 1, 1)).total_seconds()) - self.offset

    @property
    def day(self) -> date:
        """The day it belongs to: the local one, whatever zone the computer is in now."""
        return self.local.date()

    def minus(self, minutes: int) -> When:
        """This moment `minutes` earlier, by elapsed time, in the same zone."""
        if not minutes:
            return self
        return at(self.timestamp - minutes * 60, self.zone, fallback_offset=self.offset)

    def isoformat(self) -> str:
        """Local time with its offset, as in 2026-11-22T18:40:00+01:00 (seconds only if the offset has some)."""
        return self.local.replace(tzinfo=timezone(timedelta(seconds=self.offset))).isoformat()


def at(timestamp: int, zone: str, fallback_offset: int = 0) -> When:
    """The moment `timestamp` (seconds since 1970, UTC) as lived in `zone`.

    An empty or unknown zone takes `fallback_offset` (seconds). Raises Invalid beyond the calendar.
    """
    info = zone_info(zone)
    try:
        aware = datetime.fromtimestamp(timestamp, info or timezone(timedelta(seconds=fallback_offset)))
    except (OverflowError, ValueError, OSError):
        raise Invalid("when", Why.OUT_OF_RANGE) from None
    return _from_aware(aware, zone if info else "")


def in_zone(local: datetime, zone: str, fallback_offset: int = 0) -> When:
    """Wall time `local` (naive) in `zone`; `local.fold` picks the pass of a repeated hour."""
    info = zone_info(zone)
    tz = info or timezone(timedelta(seconds=fallback_offset))
    return _from_aware(local.replace(tzinfo=tz), zone if info else "")


def end_of(day: date, now: When) -> When:
    """The last second of `day`, in the zone of `now`."""
    return in_zone(datetime.combine(day, time(23, 59, 59)), now.zone, now.offset)


def parse(text: str, zone: str, fallback_offset: int = 0) -> When:
    """Read ISO 8601: a date (noon is taken), a local time, or one with an offset or Z.

    A time with an offset keeps that offset; `zone` is kept only where the two agree.
    Raises Invalid.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError:
        # Not `from error`: that one quotes what was typed.
        raise Invalid("when", Why.NOT_A_TIME) from None
    if len(text.strip()) <= len("2026-11-22"):
        value = value.replace(hour=12)
    value = value.replace(microsecond=0)
    if value.tzinfo is None:
        return in_zone(value, zone, fallback_offset)
    given = _from_aware(value, "")
    there = at(given.timestamp, zone, given.offset)
    return there if there.offset == given.offset else given


def zone_info(zone: str) -> ZoneInfo | None:
    """The zone of this IANA name, or None where it is empty or unknown here."""
    if not zone:
        return None
    try:
        return ZoneInfo(zone)
    except (
        KeyError,
        OSError,
        ValueError,
    ):  # not found; a folder's name; a name that tries to leave the folder
        return None


def _from_aware(aware: datetime, zone: str) -> When:
    offset = aware.utcoffset()
    seconds = int(offset.total_seconds()) if offset is not None else 0
    return When(aware.replace(tzinfo=None, microsecond=0, fold=0), seconds, zone)
