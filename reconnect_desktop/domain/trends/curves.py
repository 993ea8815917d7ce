"""The smoothed lines through what was rated within a span, and shortly outside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from reconnect_desktop.domain.trends.curve import Curve
from reconnect_desktop.domain.trends.smoothing import reach, smooth
from reconnect_desktop.domain.trends.span import Span

_BEGINNING = datetime(1, 1, 1)
_A_DAY = timedelta(days=1)
_DAYS = (datetime(9999, 12, 31) - _BEGINNING).days


def moment(local: datetime) -> float:
    """A naive wall time as days since 0001-01-01, as in `Curve`: local time is what counts, wherever it was lived."""
    return (local - _BEGINNING) / _A_DAY + 1


def curves(rated: Iterable[tuple[datetime, int | None]], scale: range, span: Span) -> tuple[Curve, ...]:
    """The lines through these ratings (naive wall time; value on `scale` or None), in any order."""
    ends = (float(span.first.toordinal()), span.last.toordinal() + 1.0)
    first, last = (_BEGINNING + timedelta(days=min(max(one - 1, 0), _DAYS)) for one in reach(ends))
    within = [(local, value) for local, value in rated if value is not None and first <= local <= last]
    return smooth([moment(local) for local, _ in within], [value for _, value in within], scale, span=ends)
