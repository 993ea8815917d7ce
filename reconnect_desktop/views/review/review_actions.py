"""What can be done on the Review page: the actions behind keys, buttons and menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reconnect_desktop.language import tr
from reconnect_desktop.views.kit.icons import back, onward
from reconnect_desktop.views.kit.look import Look


class ReviewActions:
    """The actions. Their keys work while the focus is on the page."""

    def __init__(self, look: Look, page: QWidget) -> None:
        self._look, self._page = look, page
        self.earlier = self._action(tr("&Earlier"), back(), "Alt+Left", "<")
        self.later = self._action(tr("&Later"), onward(), "Alt+Right", ">")
        self.save = self._action(tr("&Save as…"), "download", "Ctrl+S")
        self.print = self._action(tr("&Print…"), "printer", "Ctrl+P")
        self.counsellor = self._action(tr("For a &counsellor…"), "users")

    @property
    def of_page(self) -> list[QAction]:
        """In the order of a menu."""
        return [self.earlier, self.later, self.save, self.print, self.counsellor]

    def enable(self, *, earlier: bool, later: bool, shown: bool) -> None:
        """Offer what can be done; shown: whether there is something to be taken along."""
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)
        for action in (self.save, self.print, self.counsellor):
            action.setEnabled(shown)

    def menu(self) -> QMenu:
        """The menu behind the three dots."""
        menu = QMenu(self._page)
        menu.addActions([self.save, self.print])
        menu.addSeparator()
        menu.addAction(self.counsellor)
        return menu

    def _action(self, text: str, icon: str, *keys: str) -> QAction:
        action = QAction(self._look.icon(icon), text, self._page)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._page.addAction(action)
        return action
