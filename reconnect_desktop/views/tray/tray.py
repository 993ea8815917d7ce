"""The icon in the tray, and its menu. Everything in it can be done from a window, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from reconnect_desktop.views.lifetime import quit_program
from reconnect_desktop.views.tray.last_contact import LastContact
from reconnect_desktop.views.tray.place import Place

if TYPE_CHECKING:
    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.locking.locks import Locks
    from reconnect_desktop.views.timer.timing import Timing


class House(Protocol):
    """As much of the program as can be reached from here."""

    background: Background
    locks: Locks

    @property
    def journal(self) -> Journal | None: ...  # noqa: D102 - as in Program
    @property
    def timing(self) -> Timing: ...  # noqa: D102
    def show_main(self) -> None: ...  # noqa: D102
    def show_quick_add(self) -> None: ...  # noqa: D102
    def lock(self) -> None: ...  # noqa: D102


class Tray(QObject):
    """While it lives, the icon is shown.

    A click opens quick add, for that is what one comes by for; the main window is in the menu. Where a desktop shows the
    menu at any click (macOS, some of GNOME's extensions), quick add is its first line.
    """

    def __init__(self, house: House, place: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._house = house
        self._last = LastContact(house.background, self)
        self._last.changed.connect(self.update)
        self.menu = QMenu()
        self._fill()
        self.icon = place.make_icon(self)
        self.icon.setToolTip("Reconnect")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._take_click)
        self.menu.aboutToShow.connect(self.update)
        house.locks.changed.connect(self.update)
        house.timing.changed.connect(self.update)
        self.set_journal(house.journal)
        self.icon.show()

    def set_journal(self, journal: Journal | None) -> None:
        """The journal is open, another, changed, or closed (None)."""
        self._last.set_journal(journal)

    def update(self) -> None:
        """Say what can be done now."""
        house = self._house
        open_to_all = house.journal is not None and not house.locks.is_hidden
        words = self._last.words() if open_to_all else ""
        self.last.setText(words)
        self.last.setVisible(bool(words))
        self._line.setVisible(bool(words))
        self.timer.setText(
            self.tr("Stop the call timer") if house.timing.is_running else self.tr("Start a call timer")
        )
        self.hide.setText(self.tr("Show again") if house.locks.is_hidden else self.tr("Hide now"))
        self.hide.setEnabled(house.locks.may_hide)
        self.lock.setVisible(house.journal is not None and house.journal.key is not None)

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.icon.deleteLater()
        self.menu.deleteLater()
        self.deleteLater()

    def _fill(self) -> None:
        house = self._house
        self.log = self._add(self.tr("Log an interaction"))
        self.timer = self._add(self.tr("Start a call timer"))
        self.open = self._add(self.tr("Open Reconnect"))
        self._line = self.menu.addSeparator()
        self.last = self._add("")
        self.last.setEnabled(False)
        self.menu.addSeparator()
        self.hide = self._add(self.tr("Hide now"))
        self.lock = self._add(self.tr("Lock"))
        self.quit = self._add(self.tr("Quit"))
        self.log.triggered.connect(house.show_quick_add)
        self.timer.triggered.connect(self._turn_timer)
        self.open.triggered.connect(house.show_main)
        self.hide.triggered.connect(house.locks.hide)
        self.lock.triggered.connect(house.lock)
        self.quit.triggered.connect(quit_program)

    def _add(self, words: str) -> QAction:
        return self.menu.addAction(words)

    def _turn_timer(self) -> None:
        timing = self._house.timing
        timing.stop() if timing.is_running else timing.start()

    def _take_click(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._house.show_quick_add()
