"""The View menu: pages, light or dark, size of text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from reconnect_desktop.views.kit.look import CHOICES, Look
from reconnect_desktop.views.page import PAGES
from reconnect_desktop.views.preferences import LOOK, TEXT_SIZE, TEXT_SIZES, Preferences, text_size


class LookMenu(QObject):
    """Fills the menu, and remembers what is chosen there."""

    def __init__(
        self,
        menu: QMenu,
        look: Look,
        preferences: Preferences,
        show_page: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look, self._preferences = look, preferences
        self._add_pages(menu, show_page)
        menu.addSeparator()
        self._add_looks(menu.addMenu(self.tr("&Look")))
        larger = menu.addAction(self.tr("La&rger text"), lambda: self._scale(1))
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        smaller = menu.addAction(self.tr("&Smaller text"), lambda: self._scale(-1))
        smaller.setShortcut(QKeySequence("Ctrl+-"))
        usual = menu.addAction(self.tr("&Usual size of text"), lambda: self._take(100))
        usual.setShortcut(QKeySequence("Ctrl+0"))

    def _add_pages(self, menu: QMenu, show_page: Callable[[str], None]) -> None:
        words = {
            "today": self.tr("&Today"),
            "log": self.tr("L&og"),
            "trends": self.tr("Tre&nds"),
            "review": self.tr("Re&view"),
            "ideas": self.tr("&Ideas"),
            "letters": self.tr("L&etters"),
        }
        for number, kind in enumerate(PAGES, start=1):
            action = menu.addAction(words[kind.key])
            action.setShortcut(QKeySequence(f"Ctrl+{number}"))
            action.triggered.connect(lambda _=False, key=kind.key: show_page(key))

    def _add_looks(self, menu: QMenu) -> None:
        words = {
            "system": self.tr("As the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
            "light_contrast": self.tr("High contrast, l&ight"),
            "dark_contrast": self.tr("High contrast, d&ark"),
        }
        group = QActionGroup(self)
        for choice in CHOICES:
            action = menu.addAction(words[choice])
            action.setCheckable(True)
            action.setChecked(choice == self._look.choice)
            action.triggered.connect(lambda _=False, choice=choice: self._choose(choice))
            group.addAction(action)

    def _choose(self, choice: str) -> None:
        self._look.choose(choice)
        self._preferences.put(LOOK, choice)

    def _scale(self, by: int) -> None:
        now = text_size(self._preferences)
        wanted = TEXT_SIZES[min(max(TEXT_SIZES.index(now) + by, 0), len(TEXT_SIZES) - 1)]
        self._take(wanted)

    def _take(self, size: int) -> None:
        self._preferences.put(TEXT_SIZE, str(size))
        self._look.scale_text(size / 100)
