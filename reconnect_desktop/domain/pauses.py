"""Days that do not count: those of declared pauses, however these overlap; and how a pause ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from reconnect_desktop.domain.change import Change, delete, edit
from reconnect_desktop.domain.records import Pause, PauseReason


def pause_on(day: date, pauses: Iterable[Pause]) -> Pause | None:
    """The pause that covers the day; where there are several, that for grief before that for a boundary, then the newest."""
    strictness = {PauseReason.GRIEF: 2, PauseReason.BOUNDARY: 1}
    covering = [pause for pause in pauses if pause.covers(day)]
    return max(covering, key=lambda one: (strictness.get(one.reason, 0), one.start, one.id), default=None)


def end_now(pause: Pause, today: date) -> Change:
    """The change that ends it, so that yesterday was its last day; one that begins today or later goes altogether."""
    last = today - timedelta(days=1)
    return delete(pause) if pause.start > last else edit(pause, replace(pause, end=last))


class PausedDays:
    """The days that any of these pauses covers."""

    def __init__(self, pauses: Iterable[Pause]) -> None:
        self._starts: list[int] = []  # of the spans that no other touches, as ordinals, in order
        self._before: list[int] = []  # paused days before each of them
        self._ends: list[int] = []  # the last day of each
        for start, end in sorted((one.start.toordinal(), _end(one)) for one in pauses):
            self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        if self._ends and start <= self._ends[-1] + 1:
            self._ends[-1] = max(self._ends[-1], end)
            return
        self._before.append(self._until(start - 1))
        self._starts.append(start)
        self._ends.append(end)

    def counted(self, earlier: date, later: date) -> int:
        """Days from `earlier` to `later` (0 on the same day) without those paused, `later`'s own being the last of them."""
        between = later.toordinal() - earlier.toordinal()
        if not self._starts or between <= 0:
            return between
        return between - self._until(later.toordinal()) + self._until(earlier.toordinal())

    def _until(self, day: int) -> int:
        """Paused days up to and with this one."""
        place = bisect_right(self._starts, day) - 1
        if place < 0:
            return 0
        return self._before[place] + min(day, self._ends[place]) - self._starts[place] + 1


def _end(pause: Pause) -> int:
    return (pause.end or date.max).toordinal()
