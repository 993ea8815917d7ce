"""A contact that is timed while it lasts."""

from __future__ import annotations

from dataclasses import dataclass

from reconnect_desktop.domain.errors import Invalid, Why
from reconnect_desktop.domain.measures import MINUTES, Medium

TIMED = (Medium.CALL, Medium.VIDEO, Medium.VISIT)  # what lasts
LONG = 180  # minutes from which on it may have been forgotten


@dataclass(frozen=True, slots=True)
class CallTimer:
    """started, stopped: seconds since 1970, UTC; stopped: None while it runs."""

    started: int
    medium: Medium = Medium.CALL
    stopped: int | None = None

    def __post_init__(self) -> None:
        if self.medium not in TIMED:
            raise Invalid("medium", Why.UNKNOWN_WORD)

    def minutes(self, now: int) -> int:
        """How long until `now`, or until it was stopped: whole minutes, as far as a length goes; 0 where the clock was set back."""
        seconds = (now if self.stopped is None else self.stopped) - self.started
        return min(max(0, round(seconds / 60)), MINUTES[-1])

    def length(self, now: int) -> int | None:
        """What is noted of it, in minutes; None below half a minute: 0 would be said of no contact, and it may have been begun by mistake."""
        return self.minutes(now) or None
