"""A button whose words go on in another line where there is no room for them in one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget


class NarrowButton(QPushButton):
    """As any other while there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(policy.Policy.Preferred)  # it may be narrower than it would like to be
        policy.setVerticalPolicy(policy.Policy.Minimum)  # Fixed would hold it to one line
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its lines need."""
        lines = self._words_within(width).count("\n")
        return super().sizeHint().height() + lines * self.fontMetrics().lineSpacing()

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word, and the air around it."""
        words = self.text().replace("&", "").split() or [""]
        longest = max(map(self.fontMetrics().horizontalAdvance, words))
        return QSize(min(longest + self._air(), super().sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, with its words in as many lines as they need."""
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        option.text = self._words_within(self.width())
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def _words_within(self, width: int) -> str:
        room, lines = width - self._air(), [""]
        for word in self.text().split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self._width_of(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return "\n".join(lines)

    def _air(self) -> int:
        return super().sizeHint().width() - self._width_of(self.text())

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, words).width()
