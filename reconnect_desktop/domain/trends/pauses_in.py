"""The pauses a chart shades."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reconnect_desktop.domain.records import Pause, PauseReason
from reconnect_desktop.domain.trends.span import Span


class Paused(NamedTuple):
    """A pause within the span."""

    first: date
    last: date
    reason: PauseReason


def pauses_in(pauses: Iterable[Pause], span: Span) -> tuple[Paused, ...]:
    """What of these pauses lies within the span, the earliest first; an open one goes on to the span's end."""
    within = [
        Paused(max(pause.start, span.first), min(pause.end or date.max, span.last), pause.reason)
        for pause in pauses
    ]
    return tuple(sorted(one for one in within if one.first <= one.last))
