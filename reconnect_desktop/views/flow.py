"""Rows that wrap: children side by side for as long as the width lasts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from reconnect_desktop.views.choice import ChoiceRow

GAP = 8


def wrap(hints: Sequence[QSize], width: int, gap: int = GAP) -> list[QRect]:
    """A place for each size, from the left in lines no wider than `width`."""
    places, left, top, line = [], 0, 0, 0
    for hint in hints:
        if left and left + hint.width() > width:
            left, top, line = 0, top + line + gap, 0
        places.append(QRect(left, top, min(hint.width(), width), hint.height()))
        left += hint.width() + gap
        line = max(line, hint.height())
    return places


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


class FlowRow(ChoiceRow):
    """A row of choices that wraps; `counts` asks for equal columns, so many in a line as fit."""

    counts: tuple[int, ...] = ()
    gap = GAP

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        hints = self._hints()
        width = sum(hint.width() + self.gap for hint in hints) - self.gap
        return QSize(max(width, 0), self.heightForWidth(max(width, 1)) if hints else 0)

    def minimumSizeHint(self) -> QSize:
        """One below the other."""
        hints = self._hints()
        return QSize(
            max((hint.width() for hint in hints), default=0), max((h.height() for h in hints), default=0)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the children anew, mirrored where the language runs from the right."""
        super().resizeEvent(event)
        for child, place in zip(self.parts(), self._places(self.width()), strict=True):
            child.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def parts(self) -> list[QWidget]:
        """What is laid out, in order."""
        return list(self.choices.values())

    def _hints(self) -> list[QSize]:
        return [part.sizeHint() for part in self.parts()]

    def _places(self, width: int) -> list[QRect]:
        hints = self._hints()
        if not self.counts or not hints:
            return wrap(hints, width, self.gap)
        return columns(hints, width, self.counts, self.gap)
