"""The events of a calendar file, gathered by what they belong to, and what they come to until now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import BinaryIO

from reconnect_desktop.domain.errors import UnsafeFile, Why
from reconnect_desktop.exchange.draft import Problem
from reconnect_desktop.exchange.ics.event import WANTED, BrokenEvent, Event, event
from reconnect_desktop.exchange.ics.lines import CALENDAR, EVENT, ZONE, components
from reconnect_desktop.exchange.ics.plan_writing import OUR_PLANS
from reconnect_desktop.exchange.ics.series import Expanding, Occurrence
from reconnect_desktop.exchange.ics.zones import Zones

EVENTS_MOST = 300_000
OCCURRENCES_MOST = 300_000  # of all events of a file


@dataclass(slots=True)
class Calendar:
    """series: the events of each UID, in the order of the file; problems: the events that can't be read.

    plans: the lines of those that were written from plans of ours.
    """

    series: list[list[Event]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    plans: list[int] = field(default_factory=list)

    @property
    def floats(self) -> bool:
        """Whether there are times of which the file doesn't say the zone."""
        return any(
            its.start.zone is None and not its.start.is_day and not its.floats_in
            for events in self.series
            for its in events
        )


def gathered(stream: BinaryIO, format_name: str, *, with_description: bool = False) -> Calendar:
    """All events of the stream. Raises Malformed, UnsafeFile."""
    start = stream.tell()
    zones = Zones()
    calendar = _gathered(stream, zones, format_name, with_description=with_description)
    if zones.came_late:
        stream.seek(start)
        calendar = _gathered(stream, zones, format_name, with_description=with_description)
    return calendar


def _gathered(stream: BinaryIO, zones: Zones, format_name: str, *, with_description: bool) -> Calendar:
    calendar = Calendar()
    by_uid: dict[str, list[Event]] = {}
    for number, component in enumerate(components(stream, WANTED, format_name)):
        if number > EVENTS_MOST:
            raise UnsafeFile
        if component.name == CALENDAR:
            calendar.problems.append(Problem(component.line, "calendar_end", Why.EMPTY))
        if component.name == ZONE:
            zones.define(component)
        if component.name != EVENT:
            continue
        try:
            its = event(component, zones, with_description=with_description)
        except BrokenEvent as broken:
            calendar.problems.append(Problem(broken.line, broken.field, broken.why))
        else:
            if its.uid.endswith(OUR_PLANS):
                calendar.plans.append(its.line)
            else:
                by_uid.setdefault(its.uid, []).append(its)
    calendar.series = list(by_uid.values())
    return calendar


class Unfolding:
    """Tells what each series comes to until `now`; only those that are asked for are expanded."""

    def __init__(self, now: datetime) -> None:
        self._expanding = Expanding(now)
        self._left = OCCURRENCES_MOST

    def occurrences(self, series: list[Event]) -> Iterator[Occurrence | Problem]:
        """All there are, also those called off; of recurring events not much of what is still to come."""
        for events in _apart(series):
            if not any(its.recurs for its in events):
                yield from (Occurrence(its, its.start, its.end, its.key) for its in events)
                continue
            try:
                found = self._expanding.occurrences(events)
            except BrokenEvent as broken:
                yield Problem(broken.line, broken.field, broken.why)
                continue
            self._left -= len(found)
            if self._left < 0:
                yield Problem(events[0].line, "repeats", Why.OUT_OF_RANGE)
                return
            yield from found


def _apart(series: list[Event]) -> list[list[Event]]:
    """One list for each event that stands for itself, with what was changed of single ones of it.

    The newest version of an event counts: that of the highest SEQUENCE, of which there can be several where a program gives
    all its events one UID.
    """
    if len(series) == 1:
        return [series]
    whole = [its for its in series if its.instance is None]
    newest = max((its.sequence for its in whole), default=0)
    masters = {(its.key, its.repeats, its.also): its for its in whole if its.sequence == newest}
    changed: dict[str, Event] = {}
    for its in series:
        if its.instance is not None and its.sequence >= changed.get(its.key, its).sequence:
            changed[its.key] = its
    recurring = [its for its in masters.values() if its.recurs]
    single = [its for its in masters.values() if not its.recurs]
    apart = [its for its in changed.values() if not recurring or its.is_moved_far]
    kept = [its for its in changed.values() if recurring and not its.is_moved_far]
    return [
        *([its] for its in (*single, *apart)),
        *([its, *(_completed(other, its) for other in kept)] for its in recurring),
    ]


def _completed(changed: Event, its: Event) -> Event:
    """A change says what is other; what it is about it may leave to the event."""
    if changed.summary or changed.people:
        return changed
    return replace(changed, summary=its.summary, people=its.people)
