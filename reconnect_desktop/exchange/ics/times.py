"""The days, times and lengths of an iCalendar file, and the moment that each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.when import When, at, in_zone
from reconnect_desktop.exchange.reader import Choices

_STAMP = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ]?(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d{1,9})?)?(?P<utc>[Zz])?)?",
    re.ASCII,
)
_LENGTH = re.compile(
    r"(?P<sign>[+-]?)P(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?:(?P<hours>\d{1,7})H)?(?:(?P<minutes>\d{1,8})M)?(?:(?P<seconds>\d{1,9})S)?)?",
    re.ASCII | re.IGNORECASE,
)

Value = date | datetime  # a datetime is naive where its zone is that of the reader


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, or a wall time in a zone. zone: None where it is to be told by the reader ("floating")."""

    wall: Value
    zone: tzinfo | None = None

    @property
    def is_day(self) -> bool:
        """Whether it is a whole day."""
        return not isinstance(self.wall, datetime)

    @property
    def day(self) -> date:
        """The day on the wall."""
        return self.wall.date() if isinstance(self.wall, datetime) else self.wall

    @property
    def value(self) -> Value:
        """As the standard library has it."""
        if isinstance(self.wall, datetime):
            return self.wall.replace(tzinfo=self.zone)
        return self.wall

    def later(self, by: timedelta) -> Stamp:
        """What lies so much later on the clock; itself at the end of the calendar."""
        try:
            return Stamp(self.wall + by, self.zone)
        except OverflowError:
            return self

    @property
    def key(self) -> str:
        """The same for the same moment, however it was written: 20241004, 20241004T181500 (floating) or 20241004T161500Z."""
        value = self.value
        if not isinstance(value, datetime):
            return f"{value:%Y%m%d}"
        if value.tzinfo is None:
            return f"{value:%Y%m%dT%H%M%S}"
        return f"{_in_utc(value):%Y%m%dT%H%M%SZ}"


def stamp_of(value: Value) -> Stamp:
    """What the standard library has, as a stamp."""
    return Stamp(value.replace(tzinfo=None), value.tzinfo) if isinstance(value, datetime) else Stamp(value)


def minutes_between(start: Stamp, end: Stamp | None) -> int | None:
    """How long it lasted, None where that isn't told, or is no length of one day."""
    if end is None or start.is_day or end.is_day or (start.zone is None) != (end.zone is None):
        return None
    first, last = start.value, end.value
    assert isinstance(first, datetime)
    assert isinstance(last, datetime)
    seconds = (
        (_in_utc(last) - _in_utc(first)).total_seconds() if start.zone else (last - first).total_seconds()
    )
    return int(seconds + 30) // 60 if 30 <= seconds <= 86_400 else None


def stamp(text: str) -> tuple[Value, bool]:
    """A day or wall time as written, and whether it is said to be in UTC. Raises Invalid."""
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        raise Invalid("start", Why.NOT_A_TIME)
    year, month, day, hour, minute, second = (int(part) if part else None for part in match.groups()[:6])
    try:
        on = date(year or 0, month or 0, day or 0)
        # A leap second is the one before it.
        wall = None if hour is None else datetime.combine(on, time(hour, minute or 0, min(second or 0, 59)))
    except ValueError:
        wall = on = None
    if on is None:
        raise Invalid("start", Why.NOT_A_TIME)  # not where it is caught: that error quotes the file
    return wall or on, bool(match["utc"])


def length(text: str) -> timedelta:
    """A DURATION. Raises Invalid."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match.end() - match.start() < 3:
        raise Invalid("length", Why.NOT_A_NUMBER)
    parts = {unit: int(value) for unit, value in match.groupdict(default="0").items() if unit != "sign"}
    return timedelta(**parts) * (-1 if match["sign"] == "-" else 1)


def moment(its: Stamp, choices: Choices, floats_in: str) -> When:
    """When it was, as lived: in the zone it names; what is in UTC in the zone chosen; of a day its noon. Raises Invalid.

    floats_in: the zone of its calendar, for times without one; "" for the one chosen.
    """
    value = its.value
    if not isinstance(value, datetime):
        return in_zone(datetime.combine(value, time(12)), choices.zone, choices.now.offset)
    if its.zone is None:
        return in_zone(value, floats_in or choices.zone, choices.now.offset)
    if isinstance(its.zone, ZoneInfo) and its.zone.key:
        return in_zone(value.replace(tzinfo=None), its.zone.key)
    return at(int(_in_utc(value).timestamp()), choices.zone, choices.now.offset)


def _in_utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except (OverflowError, ValueError):  # at the ends of the calendar
        return value.replace(tzinfo=UTC)
