"""Events that recur, one by one until now, in bounded time and memory.

The libraries expand a rule as far as it is asked for, and one that never comes true to the year 9999: so what could go on for
minutes is refused before, and what was refused is told.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import prod
from typing import Any, NamedTuple

from reconnect_desktop.domain.errors import Why
from reconnect_desktop.domain.when import EARLIEST
from reconnect_desktop.exchange.ics_event import BrokenEvent, Event
from reconnect_desktop.exchange.ics_times import Stamp, stamp_of

OCCURRENCES_MOST = 20_000  # of one event: daily for fifty years
SECONDS_MOST = 20.0  # for all the events of a file together
TIMES_MOST = 4  # a day
RULES_MOST = 10  # of one event
RULE_MOST = 1000  # characters

_WINDOW = timedelta(days=3653)
_MARGIN = timedelta(days=2)
_RULE = re.compile(r"(?:[A-Z-]+=[A-Z0-9,+:-]+)(?:;[A-Z-]+=[A-Z0-9,+:-]+)*;?")
_UNTIL_DAY = re.compile(r"UNTIL=\d{8}(?=;|$)")
_DAYS = frozenset({"YEARLY", "MONTHLY", "WEEKLY", "DAILY"})
# With these a rule of days or weeks may be one that never comes true, and each year takes long to try.
_RARE = {
    "DAILY": ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"),
    "WEEKLY": ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"),
}


class Occurrence(NamedTuple):
    """One of an event. key: what it is known again by; it stays when this one is moved."""

    event: Event
    start: Stamp
    end: Stamp | None
    key: str


class Expanding:
    """Expands the series of one file, for which they have some seconds together."""

    def __init__(self, now: datetime) -> None:
        self._until = now.astimezone(UTC) + _MARGIN
        self._left = SECONDS_MOST

    def occurrences(self, series: Sequence[Event]) -> list[Occurrence]:
        """All there are until now (and those of the next days) of events of one UID. Raises BrokenEvent."""
        first = next((event for event in series if event.recurs), series[0])
        line = first.repeats[0][1] if first.repeats else first.line
        for event in series:
            _check(event)
        if self._left <= 0:
            raise BrokenEvent(line, "repeats", Why.OUT_OF_RANGE)
        begun = time.monotonic()
        found = self._expanded(series, line)
        self._left -= time.monotonic() - begun
        if found is None:
            # Raised here and not where it is caught: the libraries quote the file.
            raise BrokenEvent(line, "repeats", Why.MISTYPED)
        return found

    def _expanded(self, series: Sequence[Event], line: int) -> list[Occurrence] | None:
        """None if the libraries can make nothing of them."""
        try:
            return self._found(series, line)
        except BrokenEvent:
            raise
        except Exception:  # noqa: BLE001 - of a hostile rule they raise whatever comes
            return None

    def _found(self, series: Sequence[Event], line: int) -> list[Occurrence]:
        from icalendar import Calendar
        from recurring_ical_events import CalendarQuery

        calendar = Calendar()
        for place, event in enumerate(series):
            calendar.add_component(_component(event, place))
        query = CalendarQuery(calendar, components=[_lightly()])
        found: dict[str, Occurrence] = {}
        begin = max(min(_day(event.start) for event in series), EARLIEST.date())
        window = datetime(begin.year, begin.month, begin.day, tzinfo=UTC) - _MARGIN
        while window < self._until:
            end = min(window + _WINDOW, self._until)
            for its in query.between(window, end):
                occurrence = _occurrence(its, series)
                found.setdefault(occurrence.key, occurrence)
            if len(found) > OCCURRENCES_MOST:
                raise BrokenEvent(line, "repeats", Why.OUT_OF_RANGE)
            window = end
        return list(found.values())


def _check(event: Event) -> None:
    """Raise BrokenEvent if one of its rules is none, or could go on for very long."""
    for rule, line in event.repeats:
        text = rule.upper()
        if len(event.repeats) > RULES_MOST or len(text) > RULE_MOST or not _RULE.fullmatch(text):
            raise BrokenEvent(line, "repeats", Why.MISTYPED)
        parts = dict(part.split("=", 1) for part in text.rstrip(";").split(";"))
        frequency, interval = parts.get("FREQ", ""), parts.get("INTERVAL", "1")
        times = prod(parts.get(name, "").count(",") + 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if frequency not in _DAYS or times > TIMES_MOST or parts.keys() & set(_RARE.get(frequency, ())):
            raise BrokenEvent(line, "repeats", Why.OUT_OF_RANGE)
        if not interval.isdecimal() or not 0 < int(interval) < 10_000:
            raise BrokenEvent(line, "repeats", Why.OUT_OF_RANGE)


def _component(event: Event, place: int) -> Any:
    """For the libraries: only what they need, and which of the series it is."""
    from icalendar import Event as Component
    from icalendar import vRecur

    component = Component()
    component.add("UID", event.uid)
    component.add("SEQUENCE", event.sequence)
    component.add("X-PLACE", str(place))
    component.add("DTSTART", event.start.value)
    if event.end is not None and (event.end.zone is None) == (event.start.zone is None):
        component.add("DTEND", event.end.value)
    if event.repeats:
        component["RRULE"] = [vRecur.from_ical(_rule(rule, event)) for rule, _ in event.repeats]
    for name, stamps in (("RDATE", event.also), ("EXDATE", event.but_not)):
        if stamps:
            component.add(name, [its.value for its in stamps])
    if event.instance is not None:
        later = {"RANGE": "THISANDFUTURE"} if event.and_later else {}
        component.add("RECURRENCE-ID", event.instance.value, parameters=later)
    return component


def _rule(rule: str, event: Event) -> str:
    """As the libraries read it: where the last day is given for something with times, that whole day is meant."""
    text = rule.upper().rstrip(";")
    return text if event.start.is_day else _UNTIL_DAY.sub(r"\g<0>T235959Z", text)


@cache
def _lightly() -> Any:
    """The library's way to collect events, with occurrences that are not copied: it would take most of the time."""
    from recurring_ical_events import ComponentsWithName
    from recurring_ical_events import Occurrence as Base

    class Light(Base):  # type: ignore[misc]  # it ships no types
        def as_component(self, _keep_recurrence_attributes: bool) -> tuple[str, Any, Any]:
            return self._adapter._component["X-PLACE"], self.start, self.end  # noqa: SLF001 - they have no public name

    return ComponentsWithName("VEVENT", occurrence=Light)


def _occurrence(its: tuple[str, Any, Any], series: Sequence[Event]) -> Occurrence:
    place, start, end = its
    event = series[int(place)]
    instance = event.instance if event.instance and not event.and_later else stamp_of(start)
    return Occurrence(event, stamp_of(start), stamp_of(end), f"{event.uid}:{instance.key}")


def _day(stamp: Stamp) -> date:
    return stamp.wall.date() if isinstance(stamp.wall, datetime) else stamp.wall
