"""One event of a calendar: what it is about, when it was to be, and how it recurs."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from reconnect_desktop.domain.checks import TEXT_MOST
from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.exchange.ics.lines import Component, Property, unescaped
from reconnect_desktop.exchange.ics.rule import tidy
from reconnect_desktop.exchange.ics.times import Stamp, length, stamp
from reconnect_desktop.exchange.ics.writing import OUR_ZONE, PRODUCT
from reconnect_desktop.exchange.ics.zones import Zones
from reconnect_desktop.exchange.people.people import clean_name

_CONFERENCES = frozenset({"CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"})
WANTED = _CONFERENCES | frozenset(
    {
        *(
            "UID",
            "SEQUENCE",
            "STATUS",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "CATEGORIES",
            "ATTENDEE",
            "ORGANIZER",
        ),
        *(OUR_ZONE, "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
    }
)
_CATEGORY = re.compile(r"(?:\\.|[^,\\])+", re.DOTALL)
PEOPLE_MOST = 500
DATES_MOST = 10_000  # EXDATE and RDATE of one event
UID_MOST = 200  # characters; what is longer is known by its digest

_FAR = timedelta(days=366)
_LONGEST = timedelta(days=2)  # what is longer than a day has no length in minutes


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT. people: those invited, each with how they may be called (name, address); end: None where it isn't told.

    where: place and conference, in which words tell the medium; repeats: its RRULE, with its line; line: its first;
    instance: which of a series it stands for (RECURRENCE-ID); floats_in: the zone for times without one, and for ours; ours: we wrote it.
    """

    uid: str
    line: int
    sequence: int
    cancelled: bool
    summary: str
    people: tuple[tuple[str, ...], ...]
    where: str
    categories: tuple[str, ...]
    description: str
    start: Stamp
    end: Stamp | None
    instance: Stamp | None
    and_later: bool
    repeats: tuple[tuple[str, int], ...]
    also: tuple[Stamp, ...]
    but_not: tuple[Stamp, ...]
    floats_in: str
    ours: bool

    @property
    def recurs(self) -> bool:
        """Whether it is more than once; one of a series is not, whatever it says."""
        return self.instance is None and bool(self.repeats or self.also)

    @property
    def is_moved_far(self) -> bool:
        """Whether it is one of a series that was moved by more than a year, so that it is no more of it."""
        return self.instance is not None and abs(self.instance.day - self.start.day) > _FAR

    @property
    def key(self) -> str:
        """What it is known again by, if it is only once."""
        return f"{self.uid}:{(self.instance or self.start).key}"


class BrokenEvent(Exception):
    """What is wrong with an event, and in which line."""

    def __init__(self, line: int, field: str, why: Why) -> None:
        super().__init__(line, field, why.value)
        self.line = line
        self.field = field
        self.why = why


def event(component: Component, zones: Zones, *, with_description: bool) -> Event:
    """What a VEVENT says. Raises BrokenEvent."""
    return _Parts(component, zones).event(with_description=with_description)


class _Parts:
    def __init__(self, component: Component, zones: Zones) -> None:
        self._component = component
        self._zones = zones
        self._by_name: dict[str, list[Property]] = {}
        for its in component.properties:
            self._by_name.setdefault(its.name, []).append(its)

    def event(self, *, with_description: bool) -> Event:
        if not self._component.ended:
            raise BrokenEvent(self._component.line, "event", Why.MISTYPED)
        start = self._stamp("DTSTART", "start")
        if start is None:
            raise BrokenEvent(self._component.line, "start", Why.EMPTY)
        instance = self._property("RECURRENCE-ID")
        ours = self._component.calendar.get("PRODID") == PRODUCT
        return Event(
            uid=self._uid(start),
            line=self._component.line,
            sequence=self._sequence(),
            cancelled=self._said("STATUS").strip().upper() == "CANCELLED"
            or self._component.calendar.get("METHOD", "").upper() == "CANCEL",
            summary=clean_name(self._said("SUMMARY")),
            people=tuple(self._people()),
            where=self._said("LOCATION")[:1000] + (" video" if self._by_name.keys() & _CONFERENCES else ""),
            categories=tuple(self._categories()),
            description=self._said("DESCRIPTION")[:TEXT_MOST] if with_description or ours else "",
            start=start,
            end=self._end(start),
            instance=self._stamp("RECURRENCE-ID", "repeats"),
            and_later=bool(instance and instance.params.get("RANGE", "").upper() == "THISANDFUTURE"),
            repeats=tuple(
                (rule, its.line) for its in self._by_name.get("RRULE", ()) if (rule := tidy(its.value))
            ),
            also=self._stamps("RDATE"),
            but_not=self._stamps("EXDATE"),
            floats_in=self._said(OUR_ZONE) or self._component.calendar.get("X-WR-TIMEZONE", ""),
            ours=ours,
        )

    def _property(self, name: str) -> Property | None:
        """The first of this name."""
        return next(iter(self._by_name.get(name, ())), None)

    def _said(self, name: str) -> str:
        its = self._property(name)
        return its.text if its else ""

    def _uid(self, start: Stamp) -> str:
        uid = self._said("UID").strip()
        if uid and len(uid) <= UID_MOST and uid.isprintable():
            return uid
        said = uid or f"{start.key} {self._said('SUMMARY')}"
        return hashlib.blake2b(said.encode(errors="replace"), digest_size=16).hexdigest()

    def _sequence(self) -> int:
        digits = self._said("SEQUENCE").strip()
        return int(digits) if digits.isdecimal() and len(digits) <= 9 else 0

    def _people(self) -> list[tuple[str, ...]]:
        """Each as (name, address), of which one may be missing."""
        invited = [*self._by_name.get("ORGANIZER", ()), *self._by_name.get("ATTENDEE", ())][:PEOPLE_MOST]
        named = []
        for its in invited:
            address = its.value.strip()
            bare = address[7:] if address.casefold().startswith("mailto:") else ""
            names = (clean_name(its.params.get("CN", "")), clean_name(bare))
            named.append(tuple(dict.fromkeys(name for name in names if name)))
        return [names for names in dict.fromkeys(named) if names]

    def _categories(self) -> list[str]:
        joined = ",".join(its.value for its in self._by_name.get("CATEGORIES", ()))[:20_000]
        words = (clean_name(unescaped(word)) for word in _CATEGORY.findall(joined))
        return [word for word in words if word]

    def _stamp(self, name: str, field: str) -> Stamp | None:
        its = self._property(name)
        return None if its is None else self._of(its, its.value, field)

    def _of(self, its: Property, text: str, field: str) -> Stamp:
        try:
            wall, in_utc = stamp(text)
        except Invalid as error:
            failed = error.why
        else:
            if not isinstance(wall, datetime):
                return Stamp(wall)
            return Stamp(wall, UTC if in_utc else self._zone(its))
        raise BrokenEvent(its.line, field, failed)

    def _zone(self, its: Property) -> tzinfo | None:
        name = its.params.get("TZID", "")
        return self._zones.find(name) if name else None

    def _stamps(self, name: str) -> tuple[Stamp, ...]:
        """All the days and times of a list; of a period its beginning."""
        found: list[Stamp] = []
        for its in self._by_name.get(name, ()):
            written = [text.partition("/")[0] for text in its.value.split(",") if text.strip()]
            if len(found) + len(written) > DATES_MOST:
                raise BrokenEvent(its.line, "repeats", Why.TOO_LONG)
            found.extend(self._of(its, text, "repeats") for text in written)
        return tuple(found)

    def _end(self, start: Stamp) -> Stamp | None:
        """None where it isn't told, can't be, or lies before the beginning."""
        its = self._property("DTEND")
        if its:
            end = self._of(its, its.value, "end")
            return end if end.is_day == start.is_day else None
        its = self._property("DURATION")
        if not its or start.is_day:
            return None
        try:
            lasts = length(its.value)
        except Invalid as error:
            failed = error.why
        else:
            lasts = min(max(lasts, timedelta(0)), _LONGEST)
            return start.later(lasts)
        raise BrokenEvent(its.line, "length", failed)
