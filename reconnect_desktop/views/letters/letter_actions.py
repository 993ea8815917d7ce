"""What can be done with letters: the actions behind keys, buttons and menus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reconnect_desktop.language import tr
from reconnect_desktop.views.kit.look import Look


class LetterActions:
    """The actions. Their keys work while the focus is on the page."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look, self._page = look, page
        self.begin = self._action(tr("&Begin a letter"), "pen-line", "Ctrl+Shift+N")
        self.back = self._action(tr("&All letters"), "list", "Alt+Left")
        self.gentler = self._action(tr("&Next gentler way"), None, "F7")
        self.versions = self._action(tr("&Versions…"), "history")
        self.copy = self._action(tr("&Copy the letter"), "copy", "Ctrl+Shift+C")
        self.print = self._action(tr("&Print…"), "printer", "Ctrl+P")
        self.pdf = self._action(tr("&Save as PDF…"), "download")
        self.delete = self._action(tr("&Delete the letter"), "trash-2")
        self.deleted = self._action(tr("Recentl&y deleted…"), "undo-2")
        self.enable(open_=False, written=False)

    @property
    def of_page(self) -> list[QAction]:
        """In the order of a menu."""
        whole = [self.begin, self.back, self.gentler, self.versions, self.copy, self.print, self.pdf]
        return [*whole, self.delete, self.deleted]

    def enable(self, *, open_: bool, written: bool, stored: bool = False) -> None:
        """Offer what can be done while a letter is open, while something stands in it, and while it is in the journal.

        An emptied letter has its versions, too: that is when they are wanted most.
        """
        for action in (self.back, self.gentler):
            action.setEnabled(open_)
        for action in (self.copy, self.print, self.pdf):
            action.setEnabled(open_ and written)
        for action in (self.versions, self.delete):
            action.setEnabled(open_ and (written or stored))

    def letter_menu(self) -> QMenu:
        """The menu behind an open letter's three dots."""
        menu = QMenu(self._page)
        menu.addActions([self.versions, self.copy])
        menu.addSeparator()
        menu.addActions([self.print, self.pdf])
        menu.addSeparator()
        menu.addAction(self.delete)
        return menu

    def page_menu(self) -> QMenu:
        """The menu behind the list's three dots."""
        menu = QMenu(self._page)
        menu.addAction(self.deleted)
        return menu

    def show_menu(self, at: QPoint, open_: Callable[[], None], delete: Callable[[], None]) -> None:
        """The context menu of a row in the list."""
        menu = QMenu(self._page)
        menu.addAction(tr("&Open"), open_)
        menu.addAction(self._look.icon("trash-2"), tr("&Delete"), delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _action(self, text: str, icon: str | None, key: str = "") -> QAction:
        action = QAction(text, self._page)
        if icon:
            action.setIcon(self._look.icon(icon))
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)
        return action
