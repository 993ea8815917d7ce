"""The zones that an iCalendar file names: by their usual names, by those of Windows, or as the file itself defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from reconnect_desktop.domain.when import zone_info
from reconnect_desktop.exchange.ics.lines import Component

ZONES_MOST = 1_000

_OFFSET = re.compile(
    r"\(?(?:UTC|GMT)?\s*(?P<sign>[+\-\u2212])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\)?(?:\s.*)?",
    re.IGNORECASE,
)
_UTC = frozenset({"UTC", "GMT", "Z", "ETC/UTC", "UNIVERSAL", "(UTC) COORDINATED UNIVERSAL TIME"})
# A zone as Windows shows it: "(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb".
_SHOWN = re.compile(
    r"\((?:UTC|GMT)(?:(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?)?\)\s*(?P<where>.+)",
    re.IGNORECASE,
)
_AREAS = ("Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian")
_WINTERS = (datetime(2026, 1, 1), datetime(2026, 7, 1))  # in the north and in the south
_RULE = re.compile(r"RRULE[^:]*:(?P<rule>.*)", re.IGNORECASE)
_YEARLY = re.compile(
    r"FREQ=YEARLY(?:;(?:BYMONTH|BYDAY|UNTIL|WKST|INTERVAL=1|BYMONTHDAY|COUNT)[^;]*)*", re.IGNORECASE
)


class Zones:
    """Filled with the definitions in a file, then asked for zones by the names that its times give."""

    def __init__(self) -> None:
        self._definitions: dict[str, list[str]] = {}
        self._known: dict[str, tzinfo | None] = {}
        self.came_late = False  # whether one was asked for before it was defined

    def define(self, component: Component) -> None:
        """Take note of a VTIMEZONE."""
        for content in component.raw:
            name, _, value = content.partition(":")
            if name.partition(";")[0].upper() == "TZID" and len(self._definitions) < ZONES_MOST:
                self._definitions.setdefault(value.strip(), component.raw)
                self.came_late = self._known.pop(value.strip(), UTC) is None or self.came_late

    def find(self, name: str) -> tzinfo | None:
        """The zone of this name; None for one that can't be known."""
        name = name.strip()
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> tzinfo | None:
        if name.rpartition("/")[2].upper() in _UTC:
            return UTC
        known = _by_name(name) or _by_windows_name(name) or self._defined(name)
        return known or _by_what_is_shown(name) or _by_offset(name)

    def _defined(self, name: str) -> tzinfo | None:
        """By its VTIMEZONE, which says what a zone of this computer is called, or when its clocks are changed."""
        raw = self._definitions.get(name, [])
        for content in raw:
            key, _, value = content.partition(":")
            if key.upper() in {"X-LIC-LOCATION", "X-MICROSOFT-CDO-TZID"} and (
                found := _by_name(value.strip())
            ):
                return found
        return _built(raw) if raw else None


def _by_name(name: str) -> tzinfo | None:
    """Also of those that put a path before it: /freeassociation.sourceforge.net/Europe/Berlin."""
    parts = name.strip("/").split("/")
    return next((zone for at in range(len(parts)) if (zone := zone_info("/".join(parts[at:])))), None)


def _by_windows_name(name: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return zone_info(WINDOWS_TO_OLSON.get(name, ""))


def _by_what_is_shown(name: str) -> tzinfo | None:
    """By the region or one of the cities, if it has the offset that stands before them."""
    match = _SHOWN.fullmatch(name)
    offset = _offset(match) if match else None
    if match is None or offset is None:
        return None
    zones = _zones_of(match["where"])
    return next((zone for zone in zones if offset in map(zone.utcoffset, _WINTERS)), None)


def _zones_of(where: str) -> Iterator[tzinfo]:
    region, _, country = where.partition(" Time (")
    if country and (zone := _by_windows_name(f"{region} Standard Time")):
        yield zone
    for city in where.split(","):
        for area in _AREAS:
            if zone := zone_info(f"{area}/{city.strip().replace(' ', '_')}"):
                yield zone


def _by_offset(name: str) -> tzinfo | None:
    match = _OFFSET.fullmatch(name)
    offset = _offset(match) if match else None
    return None if offset is None else timezone(offset)


def _offset(match: re.Match[str]) -> timedelta | None:
    minutes = int(match["hours"] or 0) * 60 + int(match["minutes"] or 0)
    if minutes >= 24 * 60:
        return None
    return timedelta(minutes=minutes if match["sign"] in (None, "+") else -minutes)


def _built(raw: list[str]) -> tzinfo | None:
    """The zone that these lines define. Its rules are yearly ones: others could go on for ever."""
    from icalendar import Timezone

    rules = [match["rule"] for content in raw if (match := _RULE.fullmatch(content))]
    if not all(_YEARLY.fullmatch(rule.strip()) for rule in rules):
        return None
    try:
        zone = Timezone.from_ical("\r\n".join(raw))
        return zone.to_tz(lookup_tzid=False) if isinstance(zone, Timezone) else None
    except Exception:  # noqa: BLE001 - whatever a library says of a broken definition, the zone is not known
        return None
