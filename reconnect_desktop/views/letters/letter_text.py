"""Where the letter itself is written: plain text in a comfortable size, with air between the lines."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

LINE_WIDTH = 75  # characters, at most
LINE_HEIGHT = 150.0  # per cent
_LINES = 6  # at least
_AROUND = 2 * 24  # pixels beside and above the text, with its border
_PARAGRAPH, _LINE = "\u2029", "\u2028"  # as Qt parts them


class LetterText(QTextEdit):
    """Tab leaves it; nothing but plain text gets in or out.

    edited: the user changed the text, or it was changed for him. hint_for: what to say of a place in the text.
    """

    edited = Signal()
    hint_for: Callable[[int], str]
    marking: Callable[[], bool]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.hint_for = lambda _position: ""
        self.marking = lambda: False
        self._loading = False
        self.document().contentsChange.connect(self._tell)

    def widest(self) -> int:
        """Pixels for lines of as many characters as can be read with ease."""
        return math.ceil(QFontMetricsF(self.font()).averageCharWidth() * LINE_WIDTH) + _AROUND

    def load(self, text: str) -> None:
        """Show this; what was done before can't be undone here any more."""
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        airy = QTextBlockFormat()
        airy.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(airy)
        self.document().setUndoRedoEnabled(True)
        self._loading = False

    def written(self) -> str:
        """What stands in it, with every space as it was typed."""
        raw = self.document().toRawText()
        return raw.replace(_PARAGRAPH, "\n").replace(_LINE, "\n").replace("\0", "")

    def put(self, text: str, start: int | None = None, end: int | None = None) -> None:
        """Replace all, or what stands from start to end, by `text`, as one step to undo."""
        cursor = QTextCursor(self.document())
        if start is None or end is None:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)

    def add_paragraphs(self, text: str) -> None:
        """Put `text` after all that is there, as one step to undo, and the cursor behind it."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        there = self.written()
        gap = "" if not there.strip() else "\n" * (2 - min(2, len(there) - len(there.rstrip("\n"))))
        cursor.insertText(gap + text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def choose(self, start: int, end: int) -> None:
        """Select from start to end."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift+Enter begins a line as Enter does; Ctrl+Y does again, as it does in the menu."""
        if _is_redo(event):
            self.redo()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keys that are meant for the text don't go to the menu."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_redo(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what there is to say of the place under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        hint = self.hint_for(self.cursorForPosition(event.pos()).position())
        QToolTip.showText(event.globalPos(), hint, self.viewport()) if hint else QToolTip.hideText()
        return True

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text, nothing else."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(_PARAGRAPH, "\n").replace(_LINE, "\n"))
        return data

    def minimumSizeHint(self) -> QSize:
        """Room for some lines: a small window scrolls rather than squeezing them."""
        line = QFontMetricsF(self.font()).lineSpacing() * LINE_HEIGHT / 100
        return QSize(160, math.ceil(line * _LINES) + _AROUND)

    def sizeHint(self) -> QSize:
        """As wide as a line may be."""
        return QSize(self.widest(), self.minimumSizeHint().height())

    def _tell(self, _position: int, removed: int, added: int) -> None:
        if (removed or added) and not self._loading and not self.marking():
            self.edited.emit()


def _is_redo(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
