"""A large calm button: an icon, what it does, and a line that says more."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reconnect_desktop.views.kit.look import Look

PADDING = 16
ICON = 24
_WRAP = Qt.TextFlag.TextWordWrap.value


class Offer(QPushButton):
    """One of the ways to begin. Its words wrap, so that nothing is cut with large text."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._icon = look, icon
        self._title = self._more = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.update)

    def set_words(self, title: str, more: str) -> None:
        """title: what it does, in a few words, with its access key after "&"; more: a line about it."""
        self._title, self._more = title, more
        self.setText(title)
        self.setAccessibleName(title.replace("&", ""))
        self.setAccessibleDescription(more)
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Another icon than it was made with."""
        self._icon = icon
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Narrow ones wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The words and the room around them."""
        return sum(self._heights(width)) + 2 * PADDING

    def sizeHint(self) -> QSize:
        """Comfortable at any size of text."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        """Words wrap before they are cut."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, focus ring, icon, words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, focused = self._look, self.hasFocus()
        strong = self.underMouse() or self.isDown()
        role = "focus" if focused else "accent" if strong else "control"
        painter.setPen(QPen(look.colour(role), 2 if focused else 1))
        painter.setBrush(look.colour("soft" if strong else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 12, 12)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        first, second = self._heights(self.width())
        top = (self.height() - first - second) // 2
        side = self._icon_side()
        icon = QRect(PADDING, (self.height() - side) // 2, side, side)
        self._look.icon(self._icon, "accent").paint(painter, self._mirrored(icon))
        left, width = 2 * PADDING + side, self._words_width(self.width())
        painter.setFont(self._bold())
        painter.setPen(self._look.colour("text"))
        flags = _WRAP | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(self._mirrored(QRect(left, top, width, first)), flags, self._title)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("muted"))
        painter.drawText(self._mirrored(QRect(left, top + first, width, second)), _WRAP, self._more)

    def _heights(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, self._words_width(width), 10_000)
        title = QFontMetrics(self._bold()).boundingRect(room, _WRAP, self._title).height()
        more = self.fontMetrics().boundingRect(room, _WRAP, self._more).height()
        return title + 2, more

    def _words_width(self, width: int) -> int:
        return max(width - 3 * PADDING - self._icon_side(), 80)

    def _icon_side(self) -> int:
        return max(ICON, round(self.fontMetrics().height() * 1.4))

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _mirrored(self, box: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveRight(self.width() - box.left())
        return box
