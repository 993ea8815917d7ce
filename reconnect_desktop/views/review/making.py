"""What is said while a file is being made, where that takes more than a moment."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

SHOWN_AFTER = 500  # milliseconds
_PARTS = 100


class Making(QFrame):
    """Takes no room until then. told: from whichever thread, the share that is done."""

    told = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.label = QLabel(self.tr("Making the page…"), self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.label.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.label)
        row.addWidget(self.bar, 1)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_AFTER)
        self._timer.timeout.connect(self.show)
        self.told.connect(lambda share: self.bar.setValue(round(_PARTS * share)))
        self.hide()

    def begin(self) -> None:
        """Something is being made from now on."""
        self.bar.setValue(0)
        self._timer.start()

    def end(self) -> None:
        """It is done, or could not be."""
        self._timer.stop()
        self.hide()
