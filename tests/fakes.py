"""Stand-ins that tests hand in where the program hands in the world."""

from __future__ import annotations

from reconnect_desktop.domain.when import When, at, parse

ZONE = "Europe/Berlin"
NOW = "2026-11-22T18:40:00+01:00"  # a Sunday


class FakeClock:
    """A clock that stands still until it is told to go on; call it for the moment it shows."""

    def __init__(self, text: str = NOW, zone: str = ZONE) -> None:
        self._now = parse(text, zone)

    def __call__(self) -> When:
        return self._now

    def advance(self, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> When:
        """Go on by elapsed time (a day is 24 hours, also where clocks change) and tell the new moment."""
        elapsed = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
        self._now = at(self._now.timestamp + elapsed, self._now.zone, self._now.offset)
        return self._now

    def set(self, text: str) -> When:
        """Jump to an ISO 8601 time, backwards too, as computers' clocks do."""
        self._now = parse(text, self._now.zone, self._now.offset)
        return self._now
