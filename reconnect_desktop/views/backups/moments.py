"""When a backup was made, as its user lived it."""

from __future__ import annotations

from reconnect_desktop.domain.when import When, at
from reconnect_desktop.views.kit.dates import date_words, day_within, day_words, short_date_words, time_words


def moment_words(seconds: int, now: When) -> str:
    """A moment (seconds since 1970, UTC) in the zone of `now`, for a cell: "Yesterday, 19:04", "2 Nov 2026, 19:04"."""
    moment = at(seconds, now.zone, now.offset)
    day = day_words(moment.day, now.day) if _is_near(moment, now) else short_date_words(moment.day)
    return f"{day}, {time_words(moment.local)}"


def moment_within(seconds: int, now: When) -> str:
    """The same within a sentence: "yesterday, 19:04", "21 November 2026, 19:04"."""
    moment = at(seconds, now.zone, now.offset)
    day = day_within(moment.day, now.day) if _is_near(moment, now) else date_words(moment.day)
    return f"{day}, {time_words(moment.local)}"


def _is_near(moment: When, now: When) -> bool:
    """Whether it was today or yesterday."""
    return 0 <= (now.day - moment.day).days <= 1
