"""Rows that wrap: children side by side for as long as the width lasts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


def wrap(hints: Sequence[QSize], width: int, gap: int = GAP) -> list[QRect]:
    """A place for each size, from the left in lines no wider than `width`, centred in the line's height."""
    places: list[QRect] = []
    line: list[QRect] = []
    left = top = 0
    for hint in hints:
        if left and left + hint.width() > width:
            top += _centre(line) + gap
            left, line = 0, []
        line.append(QRect(left, top, min(hint.width(), width), hint.height()))
        places.append(line[-1])
        left += hint.width() + gap
    _centre(line)
    return places


def _centre(line: list[QRect]) -> int:
    height = max((place.height() for place in line), default=0)
    for place in line:
        place.translate(0, (height - place.height()) // 2)
    return height


def columns(hints: Sequence[QSize], width: int, counts: Sequence[int], gap: int = GAP) -> list[QRect]:
    """A place for each size in equal columns: the first of `counts` whose columns are wide enough for all."""
    widest = max(hint.width() for hint in hints)
    height = max(hint.height() for hint in hints)
    count = next((count for count in counts if count * (widest + gap) - gap <= width), counts[-1])
    step = (width + gap) / count
    return [
        QRect(
            round(place % count * step),
            place // count * (height + gap),
            round(place % count * step + step) - gap - round(place % count * step),
            height,
        )
        for place in range(len(hints))
    ]


def mirrored(widget: QWidget, place: QRect) -> QRect:
    """`place` in `widget`, on the other side where the language runs from the right."""
    # Not QStyle.visualRect: making the class QStyle costs 5 ms, before the first paint.
    if widget.isRightToLeft():
        place.moveLeft(widget.width() - place.right() - 1)
    return place


class Flow(QWidget):
    """Lays out its `parts` and grows in height as it gets narrower.

    counts: how many equal columns to try, the most first; empty for parts of their own widths.
    """

    counts: tuple[int, ...] = ()
    gap = GAP

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        # Not Fixed: that would hold it to the height of one line.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is when so wide."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one line."""
        hints = self.part_hints()
        if not hints:
            return QSize(0, 0)
        each = (
            [max(hint.width() for hint in hints)] * len(hints) if self.counts else [h.width() for h in hints]
        )
        return QSize(sum(each) + self.gap * (len(each) - 1), max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        hints = self.part_hints()
        return QSize(
            max((hint.width() for hint in hints), default=0), max((h.height() for h in hints), default=0)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.place_parts()

    def changeEvent(self, event: QEvent) -> None:
        """A larger font needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.place_parts()

    def place_parts(self) -> None:
        """Put the parts where they belong, mirrored where the language runs from the right."""
        for part, place in zip(self.parts, self._places(self.width()), strict=True):
            part.setGeometry(mirrored(self, place))

    def part_hints(self) -> list[QSize]:
        """How large each part would be."""
        return [part.sizeHint() for part in self.parts]

    def _places(self, width: int) -> list[QRect]:
        hints = self.part_hints()
        if not self.counts or not hints:
            return wrap(hints, width, self.gap)
        return columns(hints, width, self.counts, self.gap)
