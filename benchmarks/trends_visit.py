"""A visit to the Trends page in the real main window, with a stopwatch."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reconnect_desktop.views.unhook import unhook

unhook()

from PySide6.QtCore import QPointF, Qt  # noqa: E402
from PySide6.QtGui import QMouseEvent  # noqa: E402

from reconnect_desktop import clock  # noqa: E402
from reconnect_desktop.domain.trends.ranges import Range  # noqa: E402
from reconnect_desktop.journal import Journal  # noqa: E402
from reconnect_desktop.views.background import Background  # noqa: E402
from reconnect_desktop.views.kit.look import STYLE_ARGUMENTS, Look  # noqa: E402
from reconnect_desktop.views.main_window import MainWindow  # noqa: E402
from reconnect_desktop.views.preferences import TRENDS_RANGE, Preferences  # noqa: E402
from reconnect_desktop.views.trends.loading import ChartsAhead, next_piece  # noqa: E402


class Visit:
    """The window as it is right after the start: Today is seen, matplotlib is not loaded."""

    def __init__(self, folder: Path) -> None:
        self.qt = QApplication(["bench", *STYLE_ARGUMENTS])
        self.background = Background()
        self.preferences = Preferences(Path(tempfile.mkdtemp()))
        self.window = MainWindow(Look(self.qt, "light"), self.background, self.preferences)
        self.window.resize(1100, 800)
        self.window.show()
        self.window.complete()
        journal = Journal.open(folder, clock.now)
        journal.check()
        self.window.set_journal(journal)
        self._until(lambda: self.window.page("today").journal.reading is not None)
        self._wait(500)

    def until_said(self) -> float:
        """Milliseconds until the first sentence is painted."""
        began = time.perf_counter()
        page = self._open()
        self._until(lambda: page.cards[0].value is not None)
        self.window.repaint()
        return (time.perf_counter() - began) * 1000

    def rest(self) -> Visit:
        """Some seconds after the pointer came to the page's button: what is done ahead is done."""
        door = self.window.side_bar.button("trends")
        ChartsAhead(self.background, lambda: self.window.prepare_page("trends"), door, self.window)
        QApplication.sendEvent(door, QEvent(QEvent.Type.Enter))
        self._until(lambda: next_piece() is None and self.window.page("trends") is not None)
        page = self.window.page("trends")
        self._until(lambda: all(card.value is not None for card in page.cards))
        return self

    def longest_stall(self) -> float:
        """Milliseconds in which the event loop did not turn, from the switch until every chart was seen and drawn."""
        self.preferences.put(TRENDS_RANGE, Range.EVERYTHING)
        seen = [time.perf_counter(), 0.0]

        def tick() -> None:
            now = time.perf_counter()
            seen[:] = [now, max(seen[1], now - seen[0])]

        page = self._open()
        self._until(lambda: page.cards[0].value is not None)
        seen[0] = time.perf_counter()
        timer = QTimer(page, interval=0)
        timer.timeout.connect(tick)
        timer.start()
        self._see_all(page)
        return seen[1] * 1000

    def hover(self) -> float:
        """Milliseconds from a move of the mouse to the painted tooltip, over all of the dots."""
        self.preferences.put(TRENDS_RANGE, Range.EVERYTHING)
        page = self._open()
        self._until(lambda: page.cards[0].canvas.picture is not None)
        self._wait(300)
        canvas = page.cards[0].canvas
        places = canvas.places(0)
        told = []
        for step in range(200):
            x, y = places.middles[step * (len(places.ids) - 1) // 199]
            began = time.perf_counter()
            self._move(canvas, QPointF(float(x), float(y)))
            canvas.repaint()
            told.append((time.perf_counter() - began) * 1000)
            assert canvas.lines
        return statistics.quantiles(told, n=20)[18]

    def _move(self, canvas: Any, at: QPointF) -> None:
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(
            QMouseEvent.Type.MouseMove, at, canvas.mapToGlobal(at), none, none, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(canvas, event)

    def _open(self) -> Any:
        self.window.show_page("trends")
        return self.window.page("trends")

    def _see_all(self, page: Any) -> None:
        bar = page.form.scroll.verticalScrollBar()
        for card in page.cards:
            bar.setValue(card.y())
            self._until(partial(_is_drawn, card))

    def _until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | _WAIT)

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


def _is_drawn(card: Any) -> bool:
    return card.value is not None and card.wanted_sheet() is None


_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
