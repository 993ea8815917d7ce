"""The buttons of the side bar, one for each page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QVBoxLayout

from reconnect_desktop.views.kit.icons import roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.page import PAGES


class SideBar(QObject):
    """Fills a column with the pages' buttons.

    chosen: the key of a page, when its button is pressed.
    """

    chosen = Signal(str)

    def __init__(self, column: QVBoxLayout, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        words = {
            "today": self.tr("Today"),
            "log": self.tr("Log"),
            "trends": self.tr("Trends"),
            "review": self.tr("Review"),
            "ideas": self.tr("Ideas"),
            "letters": self.tr("Letters"),
        }
        for number, kind in enumerate(PAGES, start=1):
            button = QPushButton(look.icon(kind.icon, "muted", "accent"), words[kind.key])
            button.setCheckable(True)
            button.setIconSize(roomy(20))
            button.setProperty("kind", "page")
            button.setToolTip(self.tr("Ctrl+{number}").format(number=number))
            self._group.addButton(button)
            self._buttons[kind.key] = button
            column.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def word(self, key: str) -> str:
        """The page's name as on its button."""
        return self._buttons[key].text()

    def has(self, key: str) -> bool:
        """Whether there is such a page."""
        return key in self._buttons

    def check(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)

    def _tell(self, pressed: QAbstractButton) -> None:
        for key, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(key)
