"""Today's picture: the two circles as close as it felt lately, dashed as it usually does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reconnect_desktop.views.kit.circles import FULL, Strength, paint_circles
from reconnect_desktop.views.kit.look import Look

HEIGHT = 176  # pixels, at the usual size of text
_NOTHING = Strength(disc=0.0, lens=0.0, outline=0.0)
_SHAPE = 2.06  # width by height of two circles that just don't touch
_MIDDLE = 3.0  # where the dashed circles stand while nothing is rated


class ClosenessPicture(QWidget):
    """Two circles, you and her, and the usual as a dashed outline. Without a rating, an outline alone."""

    heard_as = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._closeness: float | None = None
        self._usual: float | None = None
        self._labels: tuple[str, str] | None = None
        self._known = False
        self.setAccessibleName(self.tr("Two circles"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """What it is painted with."""
        self._look = look
        look.changed.connect(self.update)

    def show_closeness(self, closeness: float | None, usual: float | None, labels: tuple[str, str]) -> None:
        """Draw these, each 1…7 or None; labels: what stands under the two circles, you and her."""
        values = (closeness, usual, labels)
        if self._known and values == (self._closeness, self._usual, self._labels):
            return
        self._closeness, self._usual, self._labels = values
        self.setAccessibleDescription(", ".join(labels))
        self._known = True
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Where it is narrow it is lower, too."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The circles at this width, and the words below them."""
        words = self.fontMetrics().height() * 1.5
        return round(min(max(HEIGHT, self.fontMetrics().height() * 11), width / _SHAPE + words))

    def sizeHint(self) -> QSize:
        """Large enough to be the page's picture; it grows with the text."""
        height = self.heightForWidth(10_000)
        return QSize(round(height * _SHAPE), height)

    def minimumSizeHint(self) -> QSize:
        """Small circles still say it."""
        return QSize(120, self.heightForWidth(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The circles, once it is known what they show."""
        if self._look is None or not self._known:
            return
        painter = QPainter(self)
        rect = QRectF(0, 0, self.width(), min(self.height(), self.heightForWidth(self.width()) * 1.2))
        rect.moveCenter(QRectF(self.rect()).center())
        rect.adjust(2, 2, -2, -2)
        rated = self._closeness is not None
        paint_circles(
            painter,
            rect,
            self._closeness if self._closeness is not None else _MIDDLE,
            self._look,
            ghost=self._usual if rated else _MIDDLE,
            labels=self._labels,
            strength=FULL if rated else _NOTHING,
        )
        painter.end()
