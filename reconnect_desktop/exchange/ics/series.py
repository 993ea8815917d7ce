"""Events that recur, one by one until now, in bounded time and memory.

The libraries expand a rule as far as it is asked for, and one that never comes true to the year 9999: so what could go on for
minutes is refused before, and what was refused is told.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from reconnect_desktop.domain.errors import Why
from reconnect_desktop.domain.when import EARLIEST
from reconnect_desktop.exchange.ics.event import BrokenEvent, Event
from reconnect_desktop.exchange.ics.rule import refused, to_its_end
from reconnect_desktop.exchange.ics.times import Stamp, minutes_between, stamp_of

OCCURRENCES_MOST = 20_000  # of one event: daily for fifty years
SECONDS_MOST = 20.0  # for all the events of a file together
RULES_MOST = 10  # of one event

_WINDOW = timedelta(days=3653)
_MARGIN = timedelta(days=2)


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
            if event.recurs:
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
        begin = max(min(event.start.day for event in series), EARLIEST.date())
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
    for number, (rule, line) in enumerate(event.repeats):
        why = Why.TOO_LONG if number == RULES_MOST else refused(rule, event.start.day)
        if why:
            raise BrokenEvent(line, "repeats", why)


def _component(event: Event, place: int) -> Any:
    """For the libraries: only what they need, and which of the series it is."""
    from icalendar import Event as Component
    from icalendar import vRecur

    component = Component()
    component.add("UID", event.uid)
    component.add("SEQUENCE", event.sequence)
    component.add("X-PLACE", str(place))
    component.add("DTSTART", event.start.value)
    if event.end is not None and minutes_between(event.start, event.end):
        component.add("DTEND", event.end.value)
    if event.recurs and event.repeats:
        has_times = not event.start.is_day
        component["RRULE"] = [
            vRecur.from_ical(to_its_end(rule, has_times=has_times)) for rule, _ in event.repeats
        ]
    for name, stamps in (("RDATE", event.also), ("EXDATE", event.but_not)):
        if stamps:
            component.add(name, [its.value for its in stamps])
    if event.instance is not None:
        later = {"RANGE": "THISANDFUTURE"} if event.and_later else {}
        component.add("RECURRENCE-ID", event.instance.value, parameters=later)
    return component


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
