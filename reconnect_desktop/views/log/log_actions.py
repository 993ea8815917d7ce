"""What can be done with the Log's rows: the actions behind its keys and menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reconnect_desktop.domain.interaction import CLOSENESS
from reconnect_desktop.language import tr
from reconnect_desktop.views.kit.look import Look

_Key = QKeySequence.StandardKey


class LogActions:
    """The actions. Their keys work while `target`, the list, has the focus."""

    def __init__(self, look: Look, target: QWidget) -> None:
        self._target = target
        self._look = look
        self.edit = self._action(tr("&Edit…"), "pencil", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
        self.delete = self._action(tr("&Delete"), "trash-2", [_Key.Delete])
        self.forget = self._action(tr("F&orget for good…"), None, ["Shift+Del"])
        self.copy = self._action(tr("&Copy"), "copy", [_Key.Copy])
        self.copy_table = self._action(tr("Copy as a &table"), None, ["Ctrl+Shift+C"])
        self.select_all = self._action(tr("Select &all"), None, [_Key.SelectAll])
        ends = {CLOSENESS[0]: tr(" – distant"), CLOSENESS[-1]: tr(" – close")}
        self.rates = {
            closeness: self._action(f"&{closeness}{ends.get(closeness, '')}", None, [str(closeness)])
            for closeness in CLOSENESS
        }
        self.unrate = self._action(tr("&Not rated"), None, ["0", Qt.Key.Key_Backspace])
        self.deleted = QAction(look.icon("undo-2"), tr("Recentl&y deleted…"), target)
        self.enable(0)

    @property
    def on_rows(self) -> list[QAction]:
        """Those that need selected rows."""
        return [
            self.edit,
            self.delete,
            self.forget,
            self.copy,
            self.copy_table,
            *self.rates.values(),
            self.unrate,
        ]

    def enable(self, selected: int) -> None:
        """Offer what can be done with so many selected rows."""
        for action in self.on_rows:
            action.setEnabled(selected > 0)
        self.edit.setEnabled(selected == 1)

    def rate_menu(self, parent: QWidget) -> QMenu:
        """The submenu of the seven."""
        menu = QMenu(tr("Clo&seness"), parent)
        menu.addActions(list(self.rates.values()))
        menu.addSeparator()
        menu.addAction(self.unrate)
        return menu

    def page_menu(self, parent: QWidget) -> QMenu:
        """The menu behind the page's three dots."""
        menu = QMenu(parent)
        menu.addActions([self.select_all, self.copy, self.copy_table])
        menu.addSeparator()
        menu.addAction(self.deleted)
        return menu

    def row_menu(self, parent: QWidget) -> QMenu:
        """The context menu."""
        menu = QMenu(parent)
        menu.addAction(self.edit)
        menu.addMenu(self.rate_menu(menu))
        menu.addSeparator()
        menu.addActions([self.copy, self.copy_table])
        menu.addSeparator()
        menu.addActions([self.delete, self.forget])
        return menu

    def _action(
        self, text: str, icon: str | None, keys: Sequence[QKeySequence.StandardKey | Qt.Key | str]
    ) -> QAction:
        action = QAction(text, self._target)
        if icon:
            action.setIcon(self._look.icon(icon))
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._target.addAction(action)
        return action
