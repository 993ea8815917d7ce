"""How I am myself, as five small faces: your circle of the sign, with a mood."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.domain.interaction import MOOD
from reconnect_desktop.language import tr
from reconnect_desktop.output.sentences import mood_word
from reconnect_desktop.views.kit.choice import RING, Choice, ChoiceRow
from reconnect_desktop.views.kit.look import Look

FACE = 32.0  # pixels across, at the usual size of text


def paint_face(painter: QPainter, rect: QRectF, mood: int, look: Look, *, strong: bool = True) -> None:
    """Draw the face for `mood` (1…5) as large as fits into the middle of `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(rect.width(), rect.height()) / 2 - 1
    line = QColor(look.colour("you"))
    line.setAlphaF(1.0 if strong else 0.8)
    ground = QColor(look.colour("you"))
    ground.setAlphaF(0.26 if strong else 0.08)
    painter.setPen(QPen(line, max(1.4, radius / 11)))
    painter.setBrush(ground)
    painter.drawEllipse(rect.center(), radius, radius)
    painter.setPen(QPen(line, max(1.6, radius / 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_mouth(rect.center(), radius, mood))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(line)
    for side in (-1, 1):
        eye = rect.center() + QPointF(side * radius * 0.34, -radius * 0.2)
        painter.drawEllipse(eye, radius * 0.095, radius * 0.12)
    painter.restore()


def _mouth(centre: QPointF, radius: float, mood: int) -> QPainterPath:
    bend = (mood - 3) / 2 * radius * 0.36  # downwards in the middle is a smile
    half = radius * (0.36 + 0.03 * abs(mood - 3))
    height = centre.y() + radius * 0.36
    mouth = QPainterPath(QPointF(centre.x() - half, height - bend / 2))
    mouth.quadTo(QPointF(centre.x(), height + bend), QPointF(centre.x() + half, height - bend / 2))
    return mouth


class Face(Choice):
    """One of the five, with its word below."""

    def __init__(self, mood: int, parent: QWidget) -> None:
        super().__init__(tr("{word}, {mood} of 5", word=mood_word(mood), mood=mood), parent)
        self.setToolTip(f"{mood_word(mood)} ({mood})")
        self._mood = mood
        self._hint = "", QSize()

    def sizeHint(self) -> QSize:
        """Wide enough for the word. Asked for often while a page is laid out, so it is kept for the font."""
        if self._hint[0] != self.font().key():
            self._hint = self.font().key(), self._measured()
        return self._hint[1]

    def _measured(self) -> QSize:
        words = QFontMetrics(_small(self.font()))
        width = max(words.horizontalAdvance(mood_word(self._mood)), self.side()) + 2
        return QSize(round(width + 4 * RING), round(self.side() + words.height() + 14 + 4 * RING))

    def side(self) -> float:
        """How large the face is: it grows with the text."""
        return max(FACE, self.fontMetrics().height() * 2.0)

    def paint_ground(self, painter: QPainter, card: QRectF) -> None:
        """Only the chosen one, or one pointed at, has a ground."""
        if self.isChecked() or self.underMouse():
            painter.setPen(QPen(self.look.colour("accent"), 1.5) if self.isChecked() else Qt.PenStyle.NoPen)
            painter.setBrush(self.look.colour("soft"))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def paint_face(self, painter: QPainter, card: QRectF) -> None:
        """The face and its word."""
        strong = self.isChecked() or self.underMouse()
        face = QRectF(card.left(), card.top() + 5, card.width(), self.side())
        paint_face(painter, face, self._mood, self.look, strong=strong)
        painter.setFont(_small(self.font()))
        painter.setPen(self.look.colour("accent" if self.isChecked() else "muted"))
        words = QRectF(card.left(), face.bottom() + 3, card.width(), painter.fontMetrics().height())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, mood_word(self._mood))


class MoodScale(ChoiceRow):
    """How I am, 1…5 or None.

    Digits and arrows choose while the focus is within; Backspace, Delete, 0, or the chosen face
    clicked again, take it back. chosen: emitted with the new value when the user changes it.
    """

    clearable = True
    counts = (5, 3, 2)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # A fixed height would hold it to one line, also where it takes two.
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)
        for mood in MOOD:
            self.add_choice(mood, Face(mood, self))
            self.keys[str(mood)] = mood

    @property
    def value(self) -> int | None:
        """The chosen mood, or None."""
        value = self.chosen_value()
        return value if isinstance(value, int) else None

    @value.setter
    def value(self, mood: int | None) -> None:
        self.choose(mood)

    def _places(self, width: int) -> list[QRect]:
        # Wider, the five would fall apart.
        return super()._places(min(width, round(self.sizeHint().width() * 1.25)))


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.9)
    return small
