"""Words one could use, with a way to take them along."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.kit.prose import Prose

_TOLD = 2000  # milliseconds for which it is said that the words were copied


class WayCard(QFrame):
    """One way to say it: Copy puts it on the clipboard.

    offers: what else can be done with the words, on a button of its own; quoted: they stand in quotation marks, which
    are not copied. taken: the button was pressed, with these words.
    """

    taken = Signal(str)

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, offers: str = "", quoted: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "leaf")
        self._look = look
        self._quotation = self.tr("“{words}”") if quoted else "{words}"
        self._said = ""
        self.words = Prose(self)
        self.copy_button = QToolButton(self)
        self.button = QPushButton(offers, self)
        self.button.setProperty("kind", "text")
        self.button.setVisible(bool(offers))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.copy_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOLD)
        self._timer.timeout.connect(self._rest)
        self.copy_button.clicked.connect(self._copy)
        self.button.clicked.connect(lambda: self.taken.emit(self._said))
        look.changed.connect(self._fit)
        self._fit()
        self._rest()

    def show_words(self, words: str) -> None:
        """Offer these."""
        self._said = words
        self.words.say(self._quotation.replace("{words}", words))
        self.button.setAccessibleName(f"{self.button.text()}: {words}")
        self._rest()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._said)
        self.copy_button.setIcon(self._look.icon("check", "accent"))
        self.copy_button.setToolTip(self.tr("Copied"))
        self.copy_button.setAccessibleName(self.tr("Copied"))
        self._timer.start()

    def _rest(self) -> None:
        self.copy_button.setIcon(self._look.icon("copy", "muted"))
        self.copy_button.setToolTip(self.tr("Copy"))
        self.copy_button.setAccessibleName(self.tr("Copy: {words}").format(words=self._said))

    def _fit(self) -> None:
        side = max(16, self.fontMetrics().height())
        self.copy_button.setIconSize(QSize(side, side))
