"""The sentences of pauses."""

from __future__ import annotations

from datetime import date

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.language import mark, tr, tr_in
from reconnect_desktop.output.dates import day_and_month

# The context tells them from the same words where a reason is chosen.
_REASONS = {
    PauseReason.TRAVEL: lambda: tr_in("reason of a pause", "travel"),
    PauseReason.BOUNDARY: lambda: tr_in("reason of a pause", "a boundary"),
    PauseReason.GRIEF: lambda: tr_in("reason of a pause", "grief"),
    PauseReason.OTHER: lambda: tr_in("reason of a pause", "another reason"),
}
_MEANS = {
    PauseReason.TRAVEL: mark("These days are left out of the count."),
    PauseReason.BOUNDARY: mark("The distance is yours to choose."),
    PauseReason.GRIEF: mark("Your journal is here to look back in, whenever you like."),
    PauseReason.OTHER: mark("These days are left out of the count."),
}


def pause_sentence(pause: Pause, today: date) -> str:
    """What the pause that covers today means for the screens: "Paused for now. …", "Paused until 3 December. …"."""
    means = tr(_MEANS[pause.reason])
    if pause.end is None:
        return f"{tr('Paused for now.')} {means}"
    return f"{tr('Paused until {day}.', day=day_and_month(pause.end, today))} {means}"


def pause_line(pause: Pause, today: date) -> str:
    """A pause in a list: "From 3 November to 17 November: travel", "From 3 November on: grief"."""
    start, reason = day_and_month(pause.start, today), _REASONS[pause.reason]()
    if pause.end is None:
        return tr("From {start} on: {reason}", start=start, reason=reason)
    end = day_and_month(pause.end, today)
    return tr("From {start} to {end}: {reason}", start=start, end=end, reason=reason)
