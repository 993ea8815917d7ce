"""A recovery key in large letters, to be read, selected and read out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from reconnect_desktop.views.early import make_plain

_LARGE = 1.5  # its letters, in those of the text
_GROUPS = 4  # in a line, as on the sheet, or fewer where there is less room


class KeyLabel(QLabel):
    """Groups of four letters of one width, joined by "-". copy_wanted: by its key; it copies nothing by itself."""

    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: list[str] = []
        make_plain(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        font = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font.setPointSizeF(self.font().pointSizeF() * _LARGE)
        self.setFont(font)

    @property
    def key(self) -> str:
        """The key as it is written down."""
        return "-".join(self._groups)

    def show_key(self, key: str) -> None:
        """Show this one; a screen reader hears it letter by letter."""
        self._groups = key.split("-") if key else []
        self.setAccessibleName(", ".join(" ".join(group) for group in self._groups))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One group wide, and as high as its lines."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying is left to those who know that it is a secret."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In as few lines as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width()
        most = next((count for count in range(_GROUPS, 1, -1) if self._width_of(count) <= room), 1)
        lines = ["-".join(self._groups[at : at + most]) for at in range(0, len(self._groups), most)]
        self.setText("\n".join(lines))

    def _width_of(self, groups: int) -> int:
        return self.fontMetrics().horizontalAdvance("m" * (5 * groups - 1)) + 2
