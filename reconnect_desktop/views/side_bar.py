"""The buttons of the side bar, one for each page: icons alone where the window is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from reconnect_desktop.views.forms.main_window import Ui_MainWindow
from reconnect_desktop.views.kit.icons import roomy
from reconnect_desktop.views.kit.look import Look
from reconnect_desktop.views.page import PAGES

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

_NARROW = 56  # letters m of the window's width, below which the pages need the room more than words do

_MIDDLE = 'QPushButton[kind="page"] { text-align: center; }'


class SideBar(QObject):
    """Fills the column of the main window's form with the pages' buttons.

    chosen: the key of a page, when its button is pressed.
    """

    chosen = Signal(str)

    def __init__(self, form: Ui_MainWindow, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._window: QWidget | None = None
        self._is_folded = False
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._words = {
            "today": self.tr("Today"),
            "log": self.tr("Log"),
            "trends": self.tr("Trends"),
            "review": self.tr("Review"),
            "ideas": self.tr("Ideas"),
            "letters": self.tr("Letters"),
        }
        for number, kind in enumerate(PAGES, start=1):
            button = QPushButton(look.icon(kind.icon, "muted", "accent"), self._words[kind.key])
            button.setCheckable(True)
            button.setIconSize(roomy(20))
            button.setProperty("kind", "page")
            button.setAccessibleName(self._words[kind.key])
            button.setToolTip(self._tip(number))
            self._group.addButton(button)
            self._buttons[kind.key] = button
            form.pages_column.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def word(self, key: str) -> str:
        """The page's name as on its button."""
        return self._words[key]

    def button(self, key: str) -> QPushButton:
        """What opens the page."""
        return self._buttons[key]

    def has(self, key: str) -> bool:
        """Whether there is such a page."""
        return key in self._buttons

    def check(self, key: str) -> None:
        """Show which page is open."""
        self._buttons[key].setChecked(True)

    def follow(self, window: QWidget) -> None:
        """Fold and unfold with this window from now on. Not before the first paint: events make classes of Qt's."""
        self._window = window
        window.installEventFilter(self)
        self._fold(window.width())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Another width, or larger text, may leave the words another room."""
        if self._window is not None and event.type() in (event.Type.Resize, event.Type.FontChange):
            self._fold(self._window.width())
        return False

    def _fold(self, width: int) -> None:
        """Show icons alone if the window, so many pixels wide, is narrow."""
        folded = width < _NARROW * self._form.side_bar.fontMetrics().horizontalAdvance("m")
        if folded == self._is_folded:
            return
        self._is_folded = folded
        for number, (key, button) in enumerate(self._buttons.items(), start=1):
            button.setText("" if folded else self._words[key])
            button.setToolTip(self._tip(number))
        add, words = self._form.add_button, self._form.log_action.text().replace("&", "")
        add.setText("" if folded else words)
        add.setAccessibleName(words)
        self._form.private_label.setHidden(folded)
        side = 8 if folded else 16
        self._form.side_column.setContentsMargins(side, 24, side, 16)
        self._form.side_bar.setStyleSheet(_MIDDLE if folded else "")

    def _tip(self, number: int) -> str:
        """The page's key, and its name where that is not on the button."""
        keys = self.tr("Ctrl+{number}").format(number=number)
        return f"{list(self._words.values())[number - 1]} ({keys})" if self._is_folded else keys

    def _tell(self, pressed: QAbstractButton) -> None:
        for key, button in self._buttons.items():
            if button is pressed:
                self.chosen.emit(key)
