"""Text of several lines that Tab leaves."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextArea(QPlainTextEdit):
    """A note. Its size hint is `lines` high; with `enter_leaves`, only Shift+Enter begins a new line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = 4
        self.enter_leaves = False
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter on to the form where it is to save, and Ctrl+Enter always."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control or (self.enter_leaves and not shift):
                event.ignore()
                return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wide enough to write in, and `lines` high."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As high as the hint: a form scrolls rather than squeezing a note."""
        frame = 2 * math.ceil(self.document().documentMargin()) + 16
        return QSize(120, self.fontMetrics().lineSpacing() * self.lines + frame)
