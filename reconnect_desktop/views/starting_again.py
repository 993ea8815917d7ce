"""The same program once more in the place of this one, once every window is closed and everything was let go."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

AGAIN = 1_000  # no exit code of a process: this run is over so that another one can begin
_WANTED = "starts_again"
_WINDOWS = (Qt.WindowType.Window, Qt.WindowType.Dialog)


def start_again() -> None:
    """Quit, and start anew; a window in which something was begun may ask, and then all stays as it is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setProperty(_WANTED, True)
    app.closeAllWindows()
    if any(window.isVisible() and window.windowType() in _WINDOWS for window in app.topLevelWidgets()):
        app.setProperty(_WANTED, False)
    else:
        app.quit()


def code_of(app: QApplication, code: int) -> int:
    """How a run ended: with this code, or so that another one can begin."""
    return AGAIN if app.property(_WANTED) else code


def followed(code: int) -> int:
    """The exit code of a run where everything was let go; where another one is to begin, the process becomes that one."""
    return _begin() if code == AGAIN else code


def _begin() -> int:
    words = sys.argv[1:] if getattr(sys, "frozen", False) else sys.orig_argv[1:]
    if sys.platform == "win32":  # there a process can't become another one
        from PySide6.QtCore import QProcess

        return 0 if QProcess.startDetached(sys.executable, words)[0] else 1
    sys.stdout.flush()
    sys.stderr.flush()
    return os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - itself, with its own words
