"""The sentences of pauses."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.output.dates import day_and_month

_REASONS = {
    PauseReason.TRAVEL: "travel",
    PauseReason.BOUNDARY: "a boundary",
    PauseReason.GRIEF: "grief",
    PauseReason.OTHER: "another reason",
}
_MEANS = {
    PauseReason.TRAVEL: "These days are left out of the count.",
    PauseReason.BOUNDARY: "The distance is yours to choose.",
    PauseReason.GRIEF: "Your journal is here to look back in, whenever you like.",
    PauseReason.OTHER: "These days are left out of the count.",
}


def pause_sentence(pause: Pause, today: date) -> str:
    """What the pause that covers today means for the screens: "Paused for now. …", "Paused until 3 December. …"."""
    until = f"until {day_and_month(pause.end, today)}" if pause.end else "for now"
    return f"Paused {until}. {_MEANS[pause.reason]}"


def pause_line(pause: Pause, today: date) -> str:
    """A pause in a list: "From 3 November to 17 November: travel", "From 3 November on: grief"."""
    end = f"to {day_and_month(pause.end, today)}" if pause.end else "on"
    return f"From {day_and_month(pause.start, today)} {end}: {_REASONS[pause.reason]}"
