"""What "Why this?" opens: the facts in sentences, and in a picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from reconnect_desktop.output.suggestion_words import why_lines
from reconnect_desktop.views.kit.line_breaks import kept_together
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose
from reconnect_desktop.views.today.advice_reading import AdviceReading
from reconnect_desktop.views.today.why_facts import facts_of
from reconnect_desktop.views.today.why_picture import WhyPicture

_TWO_COLUMNS = 62  # letters m of width


class WhyPanel(QFrame):
    """Sentences beside the picture, or above it where there is little room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "leaf")
        self.lines = Prose(self)
        self.picture = WhyPicture(look, self)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(16, 16, 16, 16)
        self._row.setSpacing(16)
        self._row.addWidget(self.lines, 1)
        self._row.addWidget(self.picture, 1)

    def show_why(self, reading: AdviceReading) -> None:
        """Tell and draw why this was chosen."""
        chosen = reading.advice.chosen
        lines = why_lines(chosen, reading.advice) if chosen else []
        self.lines.say("\n".join(kept_together(line) for line in lines))
        self.lines.setVisible(bool(lines))
        facts = facts_of(chosen.signal, reading) if chosen and chosen.signal else None
        self.picture.setVisible(facts is not None)
        if facts is not None:
            self.picture.show_facts(facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room, too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._arrange()

    def _arrange(self) -> None:
        letters = self.width() / max(self.fontMetrics().horizontalAdvance("m"), 1)
        aside = letters >= _TWO_COLUMNS
        way = QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
