"""One chart in a window of its own, as large as one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout

from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.trends.chart_canvas import ChartCanvas
from reconnect_desktop.views.trends.chart_card import ChartCard
from reconnect_desktop.views.trends.sheet import Sheet

if TYPE_CHECKING:
    from reconnect_desktop.views.trends.chart_picture import Picture

_PART = 0.85  # of the screen, at first


class ChartWindow(QDialog):
    """A `chart_desk.Show` of what its card shows. Esc closes. closed: it is gone."""

    closed = Signal()

    def __init__(self, card: ChartCard, look: Look) -> None:
        super().__init__(card.window())
        self.kind, self.options, self.value = card.kind, card.options, card.value
        self.setWindowTitle(self.tr("{title} – Reconnect").format(title=self.kind.title))
        self.question = QLabel(self.kind.question, self)
        self.question.setProperty("kind", "section")
        self.message = QLabel(self)
        self.canvas = ChartCanvas(look, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        for label in (self.question, self.message):
            label.setWordWrap(True)
            make_plain(label)
        column.addWidget(self.question)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.message)
        self.finished.connect(self.closed)
        self._say()

    def sizeHint(self) -> QSize:
        """Most of the screen."""
        return self.screen().availableGeometry().size() * _PART

    def is_seen(self) -> bool:
        """As long as it is open."""
        return self.isVisible()

    def wanted_sheet(self) -> Sheet | None:
        """As large as the window is now."""
        if self.value is None or not self.kind.enough(self.value):
            return None
        return self.canvas.wanted_sheet(self.value)

    def show_value(self, value: Any) -> None:
        """Say what is so now."""
        self.value = value
        self._say()

    def show_picture(self, picture: Picture) -> None:
        """Show it."""
        self.canvas.show_picture(picture)

    def give_up(self) -> None:
        """It is told on the page."""
        self.close()

    def _say(self) -> None:
        words = self.kind.message(self.value)
        self.message.setText(words)
        self.canvas.setAccessibleName(f"{self.kind.question} {words}")
        if not self.kind.enough(self.value):
            self.canvas.show_picture(None)
