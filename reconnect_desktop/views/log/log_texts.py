"""Lines of text that were elided and laid out once, for rows that are painted again at every key stroke."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTextOption

_MOST = 800  # lines kept
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class Line:
    """One line, shortened to its width."""

    __slots__ = ("prepared", "shown")

    def __init__(
        self, shown: str, font: QFont, width: int, direction: Qt.LayoutDirection, *, own: bool
    ) -> None:
        self.shown = shown
        option = QTextOption(_RIGHT if direction == _RTL else _LEFT)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto if own else direction)
        self.prepared = QStaticText(shown)
        self.prepared.setTextFormat(Qt.TextFormat.PlainText)
        self.prepared.setTextOption(option)
        self.prepared.setTextWidth(width)
        self.prepared.prepare(font=font)


class Texts:
    """Lines in one font, in the order they were first needed; all are forgotten when there are too many."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._lines: dict[tuple[str, int, Qt.LayoutDirection], Line] = {}

    def line(self, text: str, width: int, direction: Qt.LayoutDirection, *, own: bool = False) -> Line:
        """The line for `text`; own: a text of the user's, which keeps its own direction."""
        key = (text, width, direction)
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _MOST:
                self._lines.clear()
            shown = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = self._lines[key] = Line(shown, self.font, width, direction, own=own)
        return line

    def draw(self, painter: QPainter, rect: QRect, text: str, direction: Qt.LayoutDirection = _LTR) -> None:
        """Draw `text` into `rect`, from the side where its language begins."""
        painter.setFont(self.font)
        painter.drawStaticText(rect.topLeft(), self.line(text, rect.width(), direction).prepared)
