"""Tells when another day has begun, also after the computer slept through midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from reconnect_desktop.domain.when import When, in_zone

# A timer stands still while the computer sleeps, and clocks are set: so look now and then.
_AT_MOST = 10 * 60


def seconds_to_midnight(now: When) -> int:
    """Elapsed seconds until the next day begins where `now` is lived; at least 1."""
    tomorrow = datetime.combine(now.day + timedelta(days=1), time())
    return max(1, in_zone(tomorrow, now.zone, now.offset).timestamp - now.timestamp)


class Midnight(QObject):
    """passed: the day is another one than it was."""

    passed = Signal()

    def __init__(self, now: Callable[[], When], parent: QObject) -> None:
        super().__init__(parent)
        self._now = now
        self._day = now().day
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._wait()

    def look(self) -> None:
        """Compare the day with the one that was seen last."""
        day = self._now().day
        if day != self._day:
            self._day = day
            self.passed.emit()
        self._wait()

    def _wait(self) -> None:
        self._timer.start(1000 * min(seconds_to_midnight(self._now()) + 1, _AT_MOST))
