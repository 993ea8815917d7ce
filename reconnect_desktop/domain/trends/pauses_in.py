"""The pauses a chart shades."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reconnect_desktop.domain.records import Pause
from reconnect_desktop.domain.trends.closeness import Paused
from reconnect_desktop.domain.trends.span import Span


def pauses_in(pauses: Iterable[Pause], span: Span) -> tuple[Paused, ...]:
    """What of these pauses lies within the span, the earliest first; an open one goes on to the span's end."""
    within = [
        Paused(max(pause.start, span.first), min(pause.end or date.max, span.last), pause.reason)
        for pause in pauses
    ]
    return tuple(sorted(one for one in within if one.first <= one.last))
