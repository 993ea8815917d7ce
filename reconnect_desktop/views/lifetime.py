"""How long the program lives: normally until its last window is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def keep_program_alive() -> None:
    """Something is still to be kept although the last window may go."""
    QApplication.setQuitOnLastWindowClosed(False)


def let_program_end() -> None:
    """It is kept: end now if no window is left, else with the last one."""
    QApplication.setQuitOnLastWindowClosed(True)
    if not any(window.isVisible() for window in QApplication.topLevelWidgets()):
        QApplication.quit()
