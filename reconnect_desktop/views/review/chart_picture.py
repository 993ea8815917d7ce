"""The picture of a month or a year, drawn off the GUI thread and shown once it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from reconnect_desktop.output.sheet import Picture
from reconnect_desktop.views.background import Background
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from reconnect_desktop.views.trends.sheet import Sheet

if TYPE_CHECKING:
    from reconnect_desktop.views.trends import chart_picture


class ChartPicture(ChartCanvas):
    """Says its words to those who can't see it. failed: what was in the way of drawing."""

    failed = Signal(object)

    def __init__(
        self, look: Look, background: Background, lines: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._background, self._lines = background.beside(), lines
        self._shown: Picture | None = None
        self._turn = 0
        self.outdated.connect(self._begin)

    def show_chart(self, shown: Picture) -> None:
        """Draw this, as soon as there is a moment."""
        self._shown = shown
        self.setAccessibleName(shown.words)
        self._begin()

    def forget(self) -> None:
        """It goes: what is being drawn is not shown any more."""
        self._turn += 1
        self._shown = None
        self.show_picture(None)

    def sizeHint(self) -> QSize:
        """So many lines of text high."""
        return QSize(900, round(self._lines * max(14, self.fontMetrics().height())))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was not seen is drawn now."""
        super().showEvent(event)
        self._begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """There is nothing earlier or later to pan to: these keys scroll the page."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _begin(self) -> None:
        shown = self._shown
        sheet = self.wanted_sheet(shown.shows) if shown is not None and self.isVisible() else None
        if shown is None or sheet is None:
            return
        self._turn += 1
        turn = self._turn
        self._background.run(
            lambda: _draw(shown, sheet) if turn == self._turn else None,
            lambda picture: self._take(turn, picture),
            lambda error: self._fail(turn, error),
        )

    def _take(self, turn: int, picture: chart_picture.Picture | None) -> None:
        if turn == self._turn and picture is not None:
            self.show_picture(picture)

    def _fail(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.failed.emit(error)


def _draw(shown: Picture, sheet: Sheet) -> chart_picture.Picture:
    """Loads matplotlib, the first time."""
    from reconnect_desktop.output.pictures import draw
    from reconnect_desktop.views.trends.chart_picture import picture_of

    return picture_of(draw(shown, sheet.style, sheet.inches), shown.shows, sheet)
