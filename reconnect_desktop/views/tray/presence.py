"""How the program is there without a window: in the tray, if that is wanted and possible."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer

from reconnect_desktop.views import lifetime
from reconnect_desktop.views.preferences import IN_TRAY, TRAY_TOLD, Preference, Preferences
from reconnect_desktop.views.tray.resting import Resting

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from reconnect_desktop.journal import Journal
    from reconnect_desktop.views.background import Background
    from reconnect_desktop.views.locking.locks import Locks
    from reconnect_desktop.views.main_window import MainWindow
    from reconnect_desktop.views.quick_add.at_hand import QuickAddAtHand
    from reconnect_desktop.views.timer.timing import Timing
    from reconnect_desktop.views.tray.place import Icon, Place
    from reconnect_desktop.views.tray.tray import Tray

_AGAIN = (
    0,
    1_000,
    3_000,
    8_000,
)  # milliseconds after a hidden start: a desktop that is starting has no tray yet
_SOON = 2_000  # milliseconds after a window went: then nothing else is under way


class House(Protocol):
    """As much of the program as is concerned."""

    background: Background
    locks: Locks
    main: MainWindow | None
    preferences: Preferences
    at_hand: QuickAddAtHand

    @property
    def journal(self) -> Journal | None: ...  # noqa: D102 - as in Program
    @property
    def timing(self) -> Timing: ...  # noqa: D102
    def show_main(self, *, minimised: bool = ...) -> None: ...  # noqa: D102
    def show_quick_add(self) -> None: ...  # noqa: D102
    def lock(self) -> None: ...  # noqa: D102


class Presence(QObject):
    """Every window's closing asks anew whether there is a tray: never is there nothing left that can be clicked.

    place: where the icon stands; None: in the tray of this desktop.
    """

    def __init__(self, house: House, place: Place | None, parent: QObject) -> None:
        super().__init__(parent)
        self._house, self._place = house, place
        self.tray: Tray | None = None
        self._began_hidden = False
        self.resting = Resting(house, self)
        self._told: QMessageBox | None = None
        lifetime.begin()
        house.preferences.follow(self._take_preference)

    @property
    def icon(self) -> Icon | None:
        """What stands in the tray, while it does."""
        return None if self.tray is None else self.tray.icon

    def begin(self) -> None:
        """After the first paint: show the icon, if it is wanted."""
        if not self._began_hidden:
            self._settle(at_last=True)

    def begin_hidden(self) -> None:
        """Without a window: where no tray comes up, the main window is shown, minimised."""
        self._began_hidden = True
        lifetime.hold(lifetime.TRAY)
        self.resting.begin()
        for delay in _AGAIN:
            QTimer.singleShot(delay, self, partial(self._look_for_tray, at_last=delay == _AGAIN[-1]))

    def note_closing(self) -> None:
        """A window is being closed, maybe the last one."""
        self._settle(at_last=True)
        QTimer.singleShot(0, self, self._note_closed)

    def note_showing(self) -> None:
        """A window is about to be shown."""
        self.resting.end()

    def set_journal(self) -> None:
        """The journal was opened, changed, or closed."""
        if self.tray is not None:
            self.tray.set_journal(self._house.journal)

    def close(self) -> None:
        """At the end of the program, or when it is not wanted any more."""
        if self._told is not None:
            self._told.close()
        if self.tray is not None:
            self.tray.close()
            self.tray = None

    # Inside

    def _is_wanted(self) -> bool:
        return self._began_hidden or self._house.preferences.get(IN_TRAY) == "yes"

    def _take_preference(self, which: Preference) -> None:
        if which == IN_TRAY:
            self._began_hidden = False
            self._settle(at_last=True)

    def _settle(self, *, at_last: bool) -> None:
        """Show the icon, or take it away; and let it hold the program, or not."""
        if self._is_wanted() and self._is_there(at_last=at_last):
            self._show_icon()
            lifetime.hold(lifetime.TRAY)
        else:
            lifetime.let_go(lifetime.TRAY)
            if not self._is_wanted():  # one that is gone for a moment comes back with the panel
                self.close()

    def _is_there(self, *, at_last: bool) -> bool:
        if self._place is None:
            from reconnect_desktop.views.tray.place import SystemPlace

            self._place = SystemPlace()
        return self._place.is_there(at_last=at_last)

    def _show_icon(self) -> None:
        if self.tray is None and self._place is not None:
            from reconnect_desktop.views.tray.tray import Tray

            self.tray = Tray(self._house, self._place, self)
            QTimer.singleShot(_SOON, self, self._prepare)

    def _look_for_tray(self, *, at_last: bool) -> None:
        if self.tray is not None or lifetime.is_any_window_shown():
            return
        if self._is_there(at_last=at_last):
            self._show_icon()
        elif at_last:
            self._began_hidden = False
            lifetime.let_go(lifetime.TRAY)
            self._house.show_main(minimised=True)

    def _note_closed(self) -> None:
        if not lifetime.is_held(lifetime.TRAY) or self.tray is None:
            return
        QTimer.singleShot(_SOON, self, self._prepare)
        if lifetime.is_any_window_shown():
            return
        self.resting.begin()
        if self._house.preferences.get(TRAY_TOLD) != "yes":
            self._house.preferences.put(TRAY_TOLD, "yes")
            self._tell()

    def _prepare(self) -> None:
        if self.tray is not None:
            self._house.at_hand.prepare()

    def _tell(self) -> None:
        """Once, in a window of its own, for not every desktop shows what a tray has to say."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox()
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Reconnect")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Reconnect stays in the tray; to end it, choose “Quit” there."))
        box.setModal(False)
        self._told = box  # or it would go at once
        box.destroyed.connect(self._forget_told)
        box.show()

    def _forget_told(self) -> None:
        self._told = None
