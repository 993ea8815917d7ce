"""The same program once more in the place of this one, once every window is closed and everything was let go."""

from __future__ import annotations

import os
import sys

from PySide6.QtWidgets import QApplication

from reconnect_desktop.views.lifetime import is_any_window_shown, quit_program

AGAIN = 1_000  # no exit code of a process: this run is over so that another one can begin
_WANTED = "starts_again"
_SHOWN = ("--hidden", "--quick-add", "--timer")  # which the user has seen already


def start_again() -> None:
    """Quit, and start anew; drafts are kept first. A window that asks to stay keeps all as it is."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setProperty(_WANTED, True)
    quit_program()
    if is_any_window_shown():
        app.setProperty(_WANTED, False)


def code_of(app: QApplication, code: int) -> int:
    """How a run ended: with this code, or so that another one can begin."""
    return AGAIN if app.property(_WANTED) else code


def followed(code: int) -> int:
    """The exit code of a run where everything was let go; where another one is to begin, the process becomes that one."""
    return _begin() if code == AGAIN else code


def _begin() -> int:
    words = sys.argv[1:] if getattr(sys, "frozen", False) else sys.orig_argv[1:]
    words = [word for word in words if word not in _SHOWN]
    if sys.platform == "win32":  # there a process can't become another one
        from PySide6.QtCore import QProcess

        return 0 if QProcess.startDetached(sys.executable, words)[0] else 1
    sys.stdout.flush()
    sys.stderr.flush()
    return os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - itself, with its own words
