"""The quiet reminder of what one is trying."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from reconnect_desktop.domain.suggestions import filled
from reconnect_desktop.views.early import make_plain
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.way_card import WayCard
from reconnect_desktop.views.today.advice_reading import AdviceReading


class TryingCard(QFrame):
    """What it is, and words to take along.

    opened: the id of the idea that was wanted in full; closed: the id of the try that is not to be shown any more.
    """

    opened = Signal(str)
    closed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._tried = ("", "")  # the ids of the try and of its suggestion
        self._way = 0
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        make_plain(self.heading)
        self.open_button = QPushButton(self.tr("The &whole idea"), self)
        self.open_button.setProperty("kind", "text")
        self.close_button = QToolButton(self)
        self.close_button.setIcon(look.icon("x", "muted"))
        self.close_button.setToolTip(self.tr("Don't show this here"))
        self.close_button.setAccessibleName(self.tr("Don't show here what I'm trying"))
        self.words = WayCard(look, self, quoted=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.heading, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
        row.setContentsMargins(24, 0, 8, 0)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 0, 24, 0)
        inside.addWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 24)
        column.setSpacing(8)
        column.addLayout(row)
        column.addLayout(inside)
        self.close_button.clicked.connect(lambda: self.closed.emit(self._tried[0]))
        self.open_button.clicked.connect(lambda: self.opened.emit(self._tried[1]))

    def begin(self, try_id: str, suggestion_id: str, way: int) -> None:
        """This try was begun with this way to say it on the screen."""
        self._tried, self._way = (try_id, suggestion_id), way

    def show_trying(self, reading: AdviceReading) -> None:
        """Show the try that is under way."""
        one = reading.trying
        row = reading.row(one) if one else None
        if one is None or row is None:
            return
        if self._tried[0] != one.id:
            self.begin(one.id, row.id, 0)
        self.heading.setText(self.tr("You're trying: {title}").format(title=filled(row.title, reading.name)))
        self.words.setVisible(bool(row.ways))
        if row.ways:
            self.words.show_words(filled(row.ways[self._way % len(row.ways)], reading.name))
        self.setAccessibleName(self.heading.text())

    def tab_stops(self) -> list[QWidget]:
        """What Tab goes through."""
        return [self.open_button, self.close_button, self.words.copy_button]

    def take_focus(self) -> None:
        """Where the keyboard goes on."""
        self.words.copy_button.setFocus()
