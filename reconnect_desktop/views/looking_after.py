"""What can wait until the journal is being opened: keys and focus in every window, and the upkeep of the journal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from reconnect_desktop import paths
from reconnect_desktop.views.focus_back import FocusBack
from reconnect_desktop.views.kit.heard import be_heard
from reconnect_desktop.views.kit.motion import keep_still
from reconnect_desktop.views.locking.window_keys import WindowKeys
from reconnect_desktop.views.notifying.beginning import Reminding
from reconnect_desktop.views.preferences import STILL
from reconnect_desktop.views.timer.resuming import Resuming
from reconnect_desktop.views.upkeep import Upkeep

_KEPT_PICTURES = 2_048  # kB; Qt would fill 10 MB with icons that no window shows any more

if TYPE_CHECKING:
    from reconnect_desktop.views.app import Program
    from reconnect_desktop.views.main_window import MainWindow


def load_ahead(program: Program, main: MainWindow) -> None:
    """Once Today is there: have the charts loaded when they are wanted, and the upkeep heard."""
    from reconnect_desktop.views.tidings import Tidings
    from reconnect_desktop.views.trends.loading import ChartsAhead

    door = main.side_bar.button("trends")
    ChartsAhead(program.background, partial(main.prepare_page, "trends"), door, program)
    if program.upkeep is not None:
        Tidings(program.upkeep, main, program.look, program.preferences)


def look_after(program: Program) -> Upkeep | None:
    """Begin with it; the upkeep, which a sample journal does not need."""
    QApplication.setWindowIcon(QIcon(str(paths.resource("icons", "app.svg"))))
    QPixmapCache.setCacheLimit(_KEPT_PICTURES)
    be_heard()
    program.look.follow_contrast()
    if program.preferences.get(STILL) == "yes":
        keep_still(True)
    WindowKeys(program.lock, program.locks.hide, program)
    FocusBack(program.windows, program)
    Resuming(program)
    if program.is_sample:
        return None
    Reminding(program, program.doorkeeper, lambda: program.presence.icon)
    upkeep = Upkeep(program.background, lambda: program.journal, program)
    upkeep.not_whole.connect(program.rescuer.not_whole)
    return upkeep
