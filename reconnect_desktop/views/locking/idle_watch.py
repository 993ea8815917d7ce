"""Notices that for some minutes nobody has touched a key or the mouse in any of our windows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)
_LOOK = 60.0  # seconds between two looks at the clock: timers stand still while the computer sleeps


def moment() -> float:
    """Seconds that have passed, also while the computer slept where it tells."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if clock is None else time.clock_gettime(clock)


class IdleWatch(QObject):
    """Looks at what the system sends to windows, of which there is little, and not at what widgets tell one another.

    idle: so much time has passed since; told once, and again when something was touched meanwhile.
    """

    idle = Signal()

    def __init__(self, parent: QObject, now: Callable[[], float] = moment) -> None:
        super().__init__(parent)
        self._now = now
        self._after = 0.0  # seconds
        self._touched = now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._join)

    def watch(self, seconds: float) -> None:
        """Tell after so many seconds, counted from now; 0: never."""
        self._after, self._touched = seconds, self._now()
        self._join(QGuiApplication.focusWindow())
        self._wait()

    def look(self) -> None:
        """See how long it has been; the timer does."""
        if not self._after:
            return
        if self._now() - self._touched >= self._after:
            self._touched = self._now()
            self.idle.emit()
        self._wait()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Something was touched: after a sleep, maybe before the timer has looked."""
        if event.type() in _ACTS:
            if self._after and self._now() - self._touched >= self._after:
                self.look()
            self._touched = self._now()
        return False

    def _join(self, window: QWindow | None) -> None:
        """Whoever types does so in a window that has the focus; each stays watched."""
        if window is not None and self._after:
            window.installEventFilter(self)

    def _wait(self) -> None:
        left = self._after - (self._now() - self._touched)
        self._timer.stop()
        if self._after:
            self._timer.start(round(min(max(left, 0.05), _LOOK) * 1000))
