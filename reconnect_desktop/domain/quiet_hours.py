"""The hours of the day in which no nudge is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from reconnect_desktop.domain.errors import Invalid, Why


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From the hour `start` to the hour `end` (0…23, over midnight too); none where both are the same."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < 24 and 0 <= self.end < 24):
            raise Invalid("quiet_hours", Why.OUT_OF_RANGE)

    def cover(self, moment: time) -> bool:
        """Whether this time of the day lies in them."""
        if self.start <= self.end:
            return self.start <= moment.hour < self.end
        return moment.hour >= self.start or moment.hour < self.end


def read_quiet_hours(text: str) -> QuietHours:
    """What `write_quiet_hours` wrote, as in "22-7". Raises Invalid."""
    start, dash, end = text.partition("-")
    if (
        not (dash and start.isascii() and start.isdigit() and end.isascii() and end.isdigit())
        or len(text) > 5
    ):
        raise Invalid("quiet_hours", Why.NOT_A_NUMBER)
    return QuietHours(int(start), int(end))


def write_quiet_hours(hours: QuietHours) -> str:
    """The hours as text."""
    return f"{hours.start}-{hours.end}"
